// SPDX-License-Identifier: Apache-2.0
// The lists behind the figures of months of spend.
#include <algorithm>

#include "funnel/funnel.hpp"
#include "roi/roi_cohort_view.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_late.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

CreditedOrder credited(const Read& read, const order::Order& order, std::size_t touches) {
  CreditedOrder row;
  row.id = {order.row};
  row.name = name_of(order);
  row.booked_on = day_of(order.at);
  if (order.account != 0) row.account = Id<account::Account>{order.account};
  if (row.account) row.account_name = name_of_account(read, *row.account);
  row.revenue = row.credit = order.revenue;
  row.share_percent = 100;
  if (order.cost) row.margin = order.revenue - *order.cost;
  row.touchpoints = static_cast<std::int64_t>(touches);
  row.is_refund = order.is_refund;
  row.is_taken_back = order.is_taken_back;
  return row;
}

std::vector<CreditedOrder> orders_without_touches(const Read& read, const CohortQuestion& asked) {
  std::vector<CreditedOrder> rows;
  const auto own = funnel::currency_of(read);
  const auto& question = asked.question;
  const bool is_of_orders = asked.line && !earns_by_touchpoints(question.by);
  const Keys keys(read, question.by);
  const auto all = ledger(read, question.currency_day);
  all->each(question, [&](const Journey& journey) {
    const auto& order = *journey.order;
    if (!journey.touches.empty() || order.revenue.currency != own) return;
    if (!is_of_orders || keys.of(order) == *asked.line) rows.push_back(credited(read, order, 0));
  });
  return rows;
}

void newest_first(std::vector<CreditedOrder>& rows) {
  std::ranges::stable_sort(rows, std::ranges::greater{}, &CreditedOrder::booked_on);
}

}  // namespace

std::vector<CreditedOrder> orders_of(const Read& read, const CohortQuestion& asked, const CohortOrders& of) {
  auto rows =
      of.of == CohortOrders::Of::never ? orders_without_touches(read, asked) : std::vector<CreditedOrder>{};
  auto until = asked;
  Day orders_from = asked.question.from, touches_from = asked.question.from,
      touches_until = asked.question.until;
  if (of.of == CohortOrders::Of::earlier) {
    touches_from = {std::numeric_limits<std::int32_t>::min()};
    touches_until = asked.question.from - 1;
  } else if (of.month) {
    orders_from = touches_from = first_day_of(*of.month);
    touches_until = last_day_of(*of.month);
    if (of.months_since)
      until.question.until = std::min(asked.question.until, last_day_of(*of.month + *of.months_since));
  }
  if (of.of != CohortOrders::Of::never) {
    each_earned(read, until, orders_from, touches_from, touches_until, [&](const EarnedOrder& earned) {
      const auto& order = *earned.journey->order;
      auto row = credited(read, order, earned.journey->touches.size());
      row.share_percent = 100 * earned.share;
      row.credit.minor = earned.earned.revenue;
      if (row.margin) row.margin->minor = earned.earned.margin;
      rows.push_back(std::move(row));
    });
  }
  newest_first(rows);
  return rows;
}

std::vector<OlderCohort> older_cohorts(const Read& read, const CohortQuestion& asked,
                                       std::int64_t months_since) {
  const auto grid = cohort_grid(read, asked);
  const auto own = funnel::currency_of(read);
  const auto age = static_cast<std::size_t>(std::max<std::int64_t>(0, months_since));
  std::vector<OlderCohort> rows;
  for (const auto month : grid->learners()) {
    if (grid->known(month) <= age + 1) continue;
    rows.push_back({{month},
                    name_of(read, Dimension::month, month),
                    Money{grid->value_of(grid->earned_by(month, age)), own},
                    Money{grid->value_of(grid->earned_by(month, age + 1)), own}});
  }
  return rows;
}

std::vector<OrderLag> lags_of(const Read& read, const CohortQuestion& asked) {
  std::vector<OrderLag> rows;
  const Keys keys(read, asked.question.by);
  const auto all = ledger(read, asked.question.currency_day);
  for (const auto& part : all->parts(1)) {
    each_whole(*all, part, lags_from(asked.question.until), asked.question.until,
               [&](const WholeJourney& journey) {
                 const auto first = first_touch_of(journey, keys, asked.line);
                 if (!first) return;
                 const auto& order = *journey.order;
                 const auto row = credited(read, order, journey.touches.size());
                 const auto first_at = journey.touches.at(*first);
                 rows.push_back({{order.row},
                                 row.name,
                                 row.booked_on,
                                 row.account,
                                 row.account_name,
                                 first_at,
                                 journey.touches.precision(*first),
                                 (order.at.ms - journey.touches.clock_ms[*first]) / ms_per_day});
               });
  }
  return rows;
}

std::vector<LateSpend> late_spend(const Read& read, const CohortQuestion& asked, Key month) {
  auto question = asked.question;
  question.from = first_day_of(month);
  question.until = std::min(last_day_of(month), question.until);
  return late_spend(read, question, asked.line.value_or(everything));
}

}  // namespace accord::roi
