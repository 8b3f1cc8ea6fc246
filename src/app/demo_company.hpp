// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "db/database.hpp"

namespace accord::app {

/// What the demo company is made from.
struct DemoOptions {
  SetClock& clock;         ///< the one the database was opened with; it stands at the demo's today
  std::uint64_t seed = 1;  ///< the same seed and clock make the same company
};

/// Of maria, sam, karl, ines, lena, arthur, fiona and ada, each `NAME@demo.example`.
inline constexpr std::string_view demo_password = "accord-demo";

/// Fills an empty database with Kestrel Instruments: two years of leads and opportunities that end at the
/// clock's moment, an agreement in force, another in dispute, and two reviews. It moves the clock through
/// those years and back, so that history tells when each thing was done.
void make_demo(Database&, const DemoOptions&);

}  // namespace accord::app
