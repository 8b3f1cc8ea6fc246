// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>

#include "base/day.hpp"
#include "base/money.hpp"
#include "db/read.hpp"

namespace accord::roi {

/// The last day on which spend of that month comes in time: the fifth weekday after the month is over.
Day in_time_until(Day spent_on);

/// An entry that was recorded later. One that corrects another, which came in time, of the same month and
/// line, changes what was told by the difference alone.
struct LateEntry {
  Day recorded_on;
  std::optional<Money> instead_of{};
  Day instead_of_day{};
};

/// The entries of spend, standing or not, that were recorded after that, when spend of later days was on
/// record already or any had been recorded in time, by their numbers. What comes in with a firm's first
/// import is not late, however old it is.
using LateEntries = std::map<std::int64_t, LateEntry>;
std::shared_ptr<const LateEntries> recorded_late(const Read&);

}  // namespace accord::roi
