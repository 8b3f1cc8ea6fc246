// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>

#include "db/read.hpp"

namespace accord::roi {

/// The last day on which spend of that month comes in time: a month after the month is over.
Day in_time_until(Day spent_on);

/// The entries of spend, standing or not, that were recorded after that, when spend of later days than that
/// was on record already, by their numbers: with the day on which they were recorded. What comes in with a
/// firm's first import is not late, however old it is.
std::shared_ptr<const std::map<std::int64_t, Day>> recorded_late(const Read&);

}  // namespace accord::roi
