// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "db/database.hpp"

namespace accord::app {

/// Adds so many touchpoints over the two years before that moment: ten for each of as many customers more,
/// on every channel and in every territory, with an order for every second customer. The same seed makes the
/// same company.
void add_volume(Database&, std::int64_t touchpoints, Instant until, std::uint64_t seed = 1);

}  // namespace accord::app
