// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_cohort_grid.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_late.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Fewer let nothing be expected.
constexpr std::int64_t orders_needed = 30;
constexpr std::size_t cohorts_needed = 6;

Key last_complete_month(Day until) {
  const Key month = month_key(until);
  return last_day_of(month) == until ? month : month - 1;
}

}  // namespace

CohortGrid::CohortGrid(const Read& read, const CohortQuestion& asked)
    : asked_(asked),
      sums_(cohort_sums(read, asked)),
      first_(month_key(asked.question.from)),
      last_(month_key(asked.question.until)),
      last_complete_(last_complete_month(asked.question.until)),
      learn_from_(month_key(learning_from(asked))) {
  ages_ = std::min(reach(), static_cast<std::size_t>(last_ - learn_from_)) + 1;
  add_spend(read);
  learn();
}

/// The most months that lie between a touchpoint and an order of its look-back.
std::size_t CohortGrid::reach() const {
  Key reach = 0;
  for (Key month = learn_from_; month <= last_; ++month) {
    const Day last_order = last_day_of(month) + static_cast<int>(longest_lookback_days(asked_.question));
    reach = std::max(reach, month_key(last_order) - month);
  }
  // What a refund takes back may come later than any order.
  for (const auto& [months, earned] : sums_->cells) reach = std::max(reach, months.second - months.first);
  return static_cast<std::size_t>(reach);
}

void CohortGrid::add_spend(const Read& read) {
  const auto own = funnel::currency_of(read);
  const auto& question = asked_.question;
  const auto all = spend::spent(read, question.currency_day);
  const Keys keys(read, question.by);
  const auto late = recorded_late(read);
  const auto rates = exchange_rate::rates(read);
  for (const auto& spent : *all) {
    if (spent.amount.currency != own || spent.day < question.from || spent.day > question.until) continue;
    if (asked_.line && keys.of(spent) != asked_.line) continue;
    auto& sums = spend_[month_key(spent.day)];
    sums.minor += spent.amount.minor;
    ++sums.entries;
    const auto recorded = late->find(spent.id);
    if (recorded == late->end()) continue;
    const auto changed = changed_by(*rates, spent, recorded->second, question.currency_day);
    if (changed == 0) continue;
    sums.late_minor += changed;
    ++sums.late_entries;
  }
}

MonthSpend CohortGrid::spend_of(Key month) const {
  const auto found = spend_.find(month);
  return found == spend_.end() ? MonthSpend{} : found->second;
}

Earned CohortGrid::earned_by(Key month, std::size_t age) const {
  Earned earned;
  const auto end = sums_->cells.upper_bound({month, month + static_cast<Key>(age)});
  for (auto cell = sums_->cells.lower_bound({month, month}); cell != end; ++cell) earned += cell->second;
  return earned;
}

std::size_t CohortGrid::begun(Key month) const {
  return std::min(static_cast<std::size_t>(last_ - month) + 1, ages_);
}

std::size_t CohortGrid::known(Key month) const {
  if (is_final(month)) return ages_;
  return static_cast<std::size_t>(std::clamp<Key>(last_complete_ - month + 1, 0, static_cast<Key>(ages_)));
}

bool CohortGrid::is_final(Key month) const {
  return last_day_of(month) + static_cast<int>(longest_lookback_days(asked_.question)) <
         asked_.question.until;
}

std::int64_t CohortGrid::value_of(const Earned& earned) const {
  return asked_.of == Returned::revenue ? earned.revenue : earned.margin;
}

std::string CohortGrid::why_not_to_learn() const {
  const auto orders = sums_->explained;
  if (orders < orders_needed)
    return "touchpoints explain " + counted(orders, "order", "orders") + ", too few to say; it needs " +
           std::to_string(orders_needed);
  Earned all;
  for (const auto& [months, earned] : sums_->cells) all += earned;
  if (asked_.of == Returned::gross_margin && all.without_cost > 0)
    return "the cost of goods of some orders is not known";
  return "";
}

/// Months before the first order would seem to mature late: their first orders are not on record.
void CohortGrid::learn() {
  why_nothing_ = why_not_to_learn();
  if (!why_nothing_.empty()) return;
  std::vector<double> cumulative;
  std::vector<std::size_t> known;
  for (Key month = std::max(learn_from_, sums_->booked.begin()->first); month <= last_; ++month) {
    learners_.push_back(month);
    known.push_back(this->known(month));
    for (std::size_t age = 0; age < ages_; ++age)
      cumulative.push_back(static_cast<double>(value_of(earned_by(month, age))));
  }
  maturing_ = kernels::mature({ages_, cumulative, known}, {cohorts_needed});
  add_what_is_in();
}

/// The month under way teaches nothing, for it is not over; but no month is expected to end with less than is
/// in. Where older ones were paid back later, that says of them what nobody can say of this one.
void CohortGrid::add_what_is_in() {
  for (std::size_t i = 0; i < maturing_.cohorts.size(); ++i) {
    auto& expected = maturing_.cohorts[i];
    const auto month = learners_[i];
    const auto known = this->known(month);
    if (expected.reason || is_final(month)) continue;
    const auto was_in = static_cast<double>(value_of(earned_by(month, known - 1))),
               is_in = static_cast<double>(value_of(earned_by(month, begun(month) - 1)));
    if (known < begun(month) && is_in > was_in * maturing_.steps[known - 1].factor) {
      expected = kernels::expected_from(maturing_.steps, known, is_in);
      ahead_.push_back(month);
    }
    if (expected.final_amount < is_in) {
      expected.final_amount = is_in;
      held_.push_back(month);
    }
    expected.from = std::max(expected.from, is_in);
    expected.to = std::max(expected.to, expected.final_amount);
  }
}

const kernels::Expected* CohortGrid::expected_of(Key month) const {
  const auto found = std::ranges::lower_bound(learners_, month);
  if (found == learners_.end() || *found != month) return nullptr;
  return &maturing_.cohorts[static_cast<std::size_t>(found - learners_.begin())];
}

std::string query_of(const CohortQuestion& asked) {
  return query_of(asked.question) + "&of=" + std::string(accord::name_of(asked.of)) +
         (asked.line ? "&line=" + std::to_string(*asked.line) : "");
}

std::shared_ptr<const CohortGrid> cohort_grid(const Read& read, const CohortQuestion& asked) {
  return read.kept<CohortGrid>(
      "roi cohort grid" + kept_key(asked.question) + asker_of(read, asked.question) + query_of(asked),
      [&] { return CohortGrid(read, asked); });
}

}  // namespace accord::roi
