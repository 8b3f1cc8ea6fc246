// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "roi/roi.hpp"

namespace accord::roi {

/// What the journeys of the last three years say, each from the account's order before on: what a look-back
/// leaves out is not said to have led to nothing.
struct Lessons {
  std::optional<std::int64_t> lag_days;  ///< the usual lag
  std::int64_t orders = 0;               ///< that tell it
  std::set<std::int64_t> followed;       ///< campaigns with a touchpoint in the journey of any order
  std::set<std::int64_t> credited;       ///< of these, those with a part in one by the rules that bind
  std::vector<bool> is_touched;          ///< by campaign: whether any touchpoint of it is on record
  /// By campaign: the day by which nine in ten of its touchpoints of known accounts had happened, of those up
  /// to the day that is asked. A late click does not keep a campaign open for ever.
  std::vector<std::optional<Day>> mostly_met_by;

  bool has_touchpoints(std::int64_t campaign) const {
    const auto place = static_cast<std::size_t>(campaign);
    return place < is_touched.size() && is_touched[place];
  }
};
/// What came of a campaign's touchpoints, where no order credits it. What nobody can tell is no loss, and
/// what the look-back leaves out is none that led to nothing.
enum class Fruit : std::uint8_t { unseen, none, beyond_lookback };
Fruit fruit_of(std::int64_t campaign, const Lessons&);

/// Worked out once for each commit.
std::shared_ptr<const Lessons> lessons(const Read&, Day as_of);

/// What a campaign cost between two days, in the company's currency.
struct Cost {
  std::int64_t minor = 0, entries = 0, without_rate = 0;
  Side side = Side::none;
  Day last;
  std::optional<Day> begins_on;  ///< the campaign itself
};
std::map<std::int64_t, Cost> cost_by_campaign(const Read&, Day from, Day until);

/// From when on one waits for what comes of a campaign: the latest of its last expense, its first day and the
/// day by which it was mostly met, since what it costs may be paid long before anybody is met by it.
Day done_by(std::int64_t campaign, const Cost&, const Lessons&);

}  // namespace accord::roi
