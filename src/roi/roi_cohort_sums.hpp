// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>

#include "roi/ledger.hpp"
#include "roi/roi_cohorts.hpp"

namespace accord::roi {

/// What some touchpoints earned, in minor units of the company's currency and in orders that they had a part
/// in.
struct Earned {
  std::int64_t revenue = 0, margin = 0, orders = 0, without_cost = 0;

  Earned& operator+=(const Earned&);
  Earned& operator-=(const Earned&);
  friend bool operator==(const Earned&, const Earned&) = default;
};

/// March 2026 is 24315.
Key month_key(Day);
Day first_day_of(Key month);
inline Day last_day_of(Key month) { return first_day_of(month + 1) - 1; }

/// What the touchpoints of each month earned of the orders of each month. All of it whole numbers, so that
/// the sums of some accounts can be taken away and added anew.
struct CohortSums {
  std::map<std::pair<Key, Key>, Earned> cells;         ///< by the touchpoints' month, then the orders'
  std::map<Key, Earned> booked, others, unattributed;  ///< by the orders' month
  /// Orders by the month of the first, and of the last, of these touchpoints, then by their own: cells hold
  /// an order once for each month of its touchpoints.
  std::map<std::pair<Key, Key>, std::int64_t> by_first, by_last;
  std::int64_t explained = 0;  ///< orders that touchpoints of what is asked for had a part in

  CohortSums& operator+=(const CohortSums&);
  CohortSums& operator-=(const CohortSums&);
  friend bool operator==(const CohortSums&, const CohortSums&) = default;
};

/// The first month that is looked at, to learn from: three years before the last day, or the first one asked.
Day learning_from(const CohortQuestion&);
/// Of every order since then. Worked out once for each commit; the accounts as the column file has them once
/// for each file.
std::shared_ptr<const CohortSums> cohort_sums(const Read&, const CohortQuestion&);

/// The touchpoints of an order that are asked for, and what these earned of it.
struct EarnedOrder {
  const Journey* journey = nullptr;
  double share = 0;
  Earned earned;
  std::int64_t touchpoints = 0;
  Instant first_touch;
};
/// Goes through the orders since a day that touchpoints between two days, both included, had a part in.
void each_earned(const Read&, const CohortQuestion&, Day orders_from, Day touches_from, Day touches_until,
                 const std::function<void(const EarnedOrder&)>&);

}  // namespace accord::roi
