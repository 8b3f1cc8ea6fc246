// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

#include "kernels/maturing.hpp"
#include "roi/roi_cohort_sums.hpp"

namespace accord::roi {

/// What was spent in a month, in minor units of the company's currency.
struct MonthSpend {
  std::int64_t minor = 0, entries = 0;
  std::int64_t late_minor = 0, late_entries = 0;  ///< of it, entered when the month seemed over
};

/// Months of spend by months since, and what they let expect.
class CohortGrid {
 public:
  CohortGrid(const Read&, const CohortQuestion&);

  Key first() const { return first_; }
  Key last() const { return last_; }
  /// Columns: as far as the look-back reaches, and no further than the data.
  std::size_t ages() const { return ages_; }
  const CohortSums& sums() const { return *sums_; }
  MonthSpend spend_of(Key month) const;
  /// What had come back by the end of a month.
  Earned earned_by(Key month, std::size_t age) const;
  /// How many columns of a month have begun.
  std::size_t begun(Key month) const;
  /// How many of them are over.
  std::size_t known(Key month) const;
  /// No touchpoint of the month can earn any more, whatever is ordered.
  bool is_final(Key month) const;
  std::int64_t value_of(const Earned&) const;

  /// The months that teach how money matures, and what they say.
  const std::vector<Key>& learners() const { return learners_; }
  const kernels::Maturing& maturing() const { return maturing_; }
  /// Nothing where the month is not among the learners.
  const kernels::Expected* expected_of(Key month) const;
  /// More is back of it by now than was to be expected by the end of the month under way.
  bool is_ahead(Key month) const { return std::ranges::binary_search(ahead_, month); }
  /// Less than is back of it by now would be expected, since older months were paid back later: then what is
  /// back.
  bool is_held(Key month) const { return std::ranges::binary_search(held_, month); }
  /// Why nothing is to be expected at all, whatever the month; empty where something is.
  const std::string& why_nothing() const { return why_nothing_; }

 private:
  std::size_t reach() const;
  void add_spend(const Read&);
  void learn();
  void add_what_is_in();
  std::string why_not_to_learn() const;

  CohortQuestion asked_;
  std::shared_ptr<const CohortSums> sums_;
  Key first_, last_, last_complete_, learn_from_;
  std::size_t ages_ = 1;
  std::map<Key, MonthSpend> spend_;
  std::vector<Key> learners_;
  kernels::Maturing maturing_;
  std::string why_nothing_;
  std::vector<Key> ahead_, held_;
};

/// Kept for as long as nothing changes.
std::shared_ptr<const CohortGrid> cohort_grid(const Read&, const CohortQuestion&);
/// `?by=channel&…&line=3&of=revenue`: the same question always has the same.
std::string query_of(const CohortQuestion&);

}  // namespace accord::roi
