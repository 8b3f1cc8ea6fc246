// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "db/database.hpp"

namespace accord::app {

/// What the demo company is made from.
struct DemoOptions {
  SetClock& clock;         ///< the one the database was opened with
  Instant now;             ///< at which the company's years end
  std::uint64_t seed = 1;  ///< the same seed and moment make the same company
};

/// When the company of that moment was founded; its file is opened with the clock standing there.
Instant demo_founded(Instant now);

/// Of maria, sam, karl, ines, lena, arthur, fiona and ada, each `NAME@demo.example`.
inline constexpr std::string_view demo_password = "accord-demo";

/// Fills an empty database with Kestrel Instruments: two years of leads and opportunities that end at the
/// moment, orders and invoices, campaigns, spend and touchpoints of both sides, an agreement in force,
/// another in dispute, and two reviews. It moves the clock through those years, so that history tells when
/// each thing was done, and leaves it at their end.
void make_demo(Database&, const DemoOptions&);

}  // namespace accord::app
