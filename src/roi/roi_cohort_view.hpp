// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_cohort_grid.hpp"

namespace accord::roi {

/// Which orders of a cohort question are listed: all that touchpoints of its months earned of, or those of
/// one month, up to so many months since.
struct CohortOrders {
  enum class Of : std::uint8_t { months, earlier, never };
  Of of = Of::months;  ///< of the months asked for; of touchpoints before them; of no touchpoint at all
  std::optional<Key> month;
  std::optional<std::int64_t> months_since;
};

/// Every month of spend; as lists have them, with links instead of inputs.
Cohorts cohorts_of(const Read&, const CohortQuestion&);
/// One with its working: as it is now, or as it was so many months after.
Cohort cohort_of(const Read&, const CohortQuestion&, Key month, std::optional<std::int64_t> months_since);
std::vector<CreditedOrder> orders_of(const Read&, const CohortQuestion&, const CohortOrders&);
std::vector<OlderCohort> older_cohorts(const Read&, const CohortQuestion&, std::int64_t months_since);
std::vector<OrderLag> lags_of(const Read&, const CohortQuestion&);
std::vector<LateSpend> late_spend(const Read&, const CohortQuestion&, Key month);

/// `2026-03`
std::string month_in_address(Key);
/// `cohorts_sum_to_revenue`, as sentences.
std::vector<std::string> lost_returns(const Read&);

}  // namespace accord::roi
