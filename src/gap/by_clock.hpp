// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"

/// Time passing is an actor: what Accord itself holds becomes late without a new fact.
namespace accord::gap {

/// A finder of what time alone changes.
struct ByClock {
  const Finder* finder;
  /// The newest moment up to now at which it did, for a day.
  Instant (*turned_at)(const Read&, Day as_of);
};

/// Called once at the start by `app`, beside `install`.
void install_by_clock(std::vector<ByClock>);

/// By the end of which day, and by no later than now, what Accord itself holds is judged: of the day that is
/// offered, today, however old the newest export is; of an earlier one, that day.
Day clock_day(const Read&, Day as_of);

}  // namespace accord::gap
