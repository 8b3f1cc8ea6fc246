// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "roi/roi.hpp"

namespace accord::roi {

/// What the journeys of the last three years say.
struct Lessons {
  std::optional<std::int64_t> lag_days;  ///< from the first touchpoint to the order, of nine in ten
  std::int64_t orders = 0;               ///< that a touchpoint explains
  std::set<std::int64_t> campaigns;      ///< with a part in any order
  std::vector<bool> is_touched;          ///< by campaign: whether any touchpoint of it is on record

  bool has_touchpoints(std::int64_t campaign) const {
    const auto place = static_cast<std::size_t>(campaign);
    return place < is_touched.size() && is_touched[place];
  }
};
/// The lag is the smallest number of days within which nine of ten orders came; of thirty orders or more.
/// Worked out once for each commit.
std::shared_ptr<const Lessons> lessons(const Read&, Day as_of);

/// What a campaign cost in the year before a day, in the company's currency.
struct Cost {
  std::int64_t minor = 0, entries = 0, without_rate = 0;
  Side side = Side::none;
  Day last;
};
std::map<std::int64_t, Cost> cost_by_campaign(const Read&, Day as_of);

}  // namespace accord::roi
