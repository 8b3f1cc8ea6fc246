// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_gaps.hpp"

#include <algorithm>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_left_out.hpp"
#include "roi/roi_lessons.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Nothing follows from waiting for orders where no touchpoint could be found in them, nor where the rules
/// would not count them: then it is enough that the look-back is over.
std::int64_t days_to_wait(const Read& read, Fruit fruit, const Lessons& known, Day as_of) {
  return fruit == Fruit::none ? *known.lag_days : longest_lookback_days(basis_on(read, as_of).rules);
}

/// Of the year up to now; where that would be younger than the usual lag, of the year before the lag began.
Day spent_since(Fruit fruit, const Lessons& known, Day as_of) {
  return add_months(fruit == Fruit::none ? as_of - static_cast<int>(*known.lag_days) : as_of, -12) + 1;
}

std::string what_came_of_it(const Read& read, Fruit fruit, const Lessons& known, Day as_of) {
  const auto& rules = basis_on(read, as_of).rules;
  switch (fruit) {
    case Fruit::unseen:
      return ", and no touchpoint of it is on record, so that nobody can tell what came of it";
    case Fruit::none:
      return " and has led to no order, though nine in ten come within " +
             counted(*known.lag_days, "day", "days") + " of the first touchpoint";
    case Fruit::beyond_lookback:
      break;
  }
  return " and earns no part of an order: what followed its touchpoints came later than the look-back of " +
         counted(longest_lookback_days(rules), "day", "days") + " reaches" + exceptions_in_words(rules);
}

std::string remedy_for(Fruit fruit) {
  switch (fruit) {
    case Fruit::unseen:
      return "Say whom it reached: add its list of visits, calls or scans on the campaign's page.";
    case Fruit::none:
      return "Look at whom it reached; stop it, change it, or record the touchpoints that are missing.";
    case Fruit::beyond_lookback:
      break;
  }
  return "Look at which orders followed, and agree on how far back credit should reach.";
}

gap::Found unreturned(const Read& read, std::int64_t campaign, const Cost& cost, const Lessons& known,
                      Day as_of) {
  const auto fruit = fruit_of(campaign, known);
  const auto own = funnel::currency_of(read);
  const Day since = spent_since(fruit, known, as_of);
  const std::string entries = "/spend?campaign=" + std::to_string(campaign) +
                              "&day_from=" + to_string(since) + "&day_to=" + to_string(as_of);
  gap::Found found;
  auto& gap = found.gap;
  gap.code = spend_without_return.code;
  gap.about = std::to_string(campaign);
  gap.sentence = "“" + name_of_campaign(read, campaign) + "” cost " +
                 accord::in_words(gap::rounded(Money{cost.minor, own})) +
                 what_came_of_it(read, fruit, known, as_of);
  gap.stake_kind = gap::StakeKind::cash_spent;
  gap.stake.name = "Spent on it";
  gap.stake.unit = FigureUnit::money;
  gap.stake.money = Money{cost.minor, own};
  gap.stake.formula = "what was spent on the campaign since " + accord::in_words(since);
  gap.stake.inputs = {{"entries", static_cast<double>(cost.entries), {}, FigureUnit::count, entries}};
  if (cost.without_rate > 0)
    gap.stake.inputs.push_back({"entries left out, for no exchange rate is known",
                                static_cast<double>(cost.without_rate),
                                {},
                                FigureUnit::count,
                                "/exchange-rates"});
  gap.stake.as_of = read.as_of();
  gap.mover = cost.side == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
  gap.since = done_by(campaign, cost, known) + static_cast<int>(days_to_wait(read, fruit, known, as_of));
  gap.count = cost.entries;
  gap.evidence = entries;
  gap.remedy = remedy_for(fruit);
  found.parts.push_back({"campaign", campaign, cost.minor});
  return found;
}

std::vector<gap::Found> find_unreturned(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const auto known = lessons(read, as_of);
  if (!known->lag_days) return found;
  for (const auto fruit : {Fruit::unseen, Fruit::none, Fruit::beyond_lookback}) {
    const auto wait = static_cast<int>(days_to_wait(read, fruit, *known, as_of));
    for (const auto& [campaign, cost] : cost_by_campaign(read, spent_since(fruit, *known, as_of), as_of)) {
      const bool is_asked = fruit_of(campaign, *known) == fruit && !known->credited.contains(campaign);
      if (is_asked && cost.minor > 0 && done_by(campaign, cost, *known) + wait < as_of)
        found.push_back(unreturned(read, campaign, cost, *known, as_of));
    }
  }
  return found;
}

std::string why_no_return_is_seen(const Read& read, Day as_of) {
  if (cost_by_campaign(read, add_months(as_of, -12) + 1, as_of).empty()) return "";
  const auto known = lessons(read, as_of);
  return known->lag_days ? "" : why_no_usual_lag(known->orders);
}

Question last_quarter(const Read& read, Day as_of) {
  Question question;
  static_cast<CreditRules&>(question) = basis_on(read, as_of).rules;
  question.from = quarter_until(as_of);
  question.until = as_of;
  return question;
}

/// Said once for all: what an order without a touchpoint lacks is a record, not money.
std::vector<gap::Found> find_unexplained(const Read& read, Day as_of) {
  if (!ledger(read)->has_touches()) return {};
  const auto question = last_quarter(read, as_of);
  const auto lines = booked_of(read, question);
  if (lines->unattributed.orders_credited() == 0) return {};
  auto orders = orders_of(read, question, unexplained);
  std::erase_if(orders, [](const CreditedOrder& one) { return one.is_refund || one.is_taken_back; });
  const auto own = funnel::currency_of(read);
  Money revenue{0, own};
  for (const auto& one : orders) revenue = revenue + one.revenue;
  gap::Found found;
  auto& gap = found.gap;
  gap.code = order_unexplained.code;
  gap.about = "orders";
  gap.count = std::ssize(orders);
  gap.sentence = counted(gap.count, "order", "orders") + " of the quarter, for " +
                 accord::in_words(gap::rounded(revenue)) + ", " + (gap.count == 1 ? "has" : "have") +
                 " no touchpoint of either side in " + reach_in_words(read, question);
  for (const auto& left : orders_left_out(read, question)) {
    gap.stake.inputs.push_back({"orders in " + left.currency + ", left out for no exchange rate is known",
                                static_cast<double>(left.count),
                                {},
                                FigureUnit::count,
                                left.link});
  }
  gap.stake.name = "What is at stake";
  gap.stake.unit = FigureUnit::money;
  gap.stake.why = "The orders are won; what is missing is the record of what led to them.";
  gap.stake.as_of = read.as_of();
  gap.mover = gap::Mover::both;
  gap.since = orders.back().booked_on;
  gap.evidence = counted_orders_of_line(question, unexplained);
  gap.remedy = "Sales logs its calls and visits, marketing brings in its touchpoints; then both count.";
  return {std::move(found)};
}

std::string why_nothing_is_explained(const Read& read, Day as_of) {
  const auto all = ledger(read);
  const bool has_orders = booked_of(read, last_quarter(read, as_of))->booked.credited > 0;
  return !all->has_touches() && has_orders
             ? "No touchpoints are on record, so nobody knows what led to an order."
             : "";
}

}  // namespace

const gap::Finder spend_without_return{"spend_without_return",
                                       "Campaigns that cost money and led to no order within the usual time.",
                                       find_unreturned, why_no_return_is_seen};
const gap::Finder order_unexplained{"order_unexplained", "Orders that no touchpoint of either side explains.",
                                    find_unexplained, why_nothing_is_explained};

}  // namespace accord::roi
