// SPDX-License-Identifier: Apache-2.0
// How one order came about: the touchpoints that led to it, and what each earned.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_figures.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_merged.hpp"
#include "roi/roi_refunds.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_told.hpp"
#include "web/percent.hpp"
#include "web/route.hpp"

namespace accord::roi {
namespace {

/// How the revenue came into the company's currency, in words and as inputs of its working: that of a refund
/// as its order did.
void explain_conversion(const Read& read, const Question& question, const order::Order& order,
                        const order::Order* taken_back, OrderJourney& shown) {
  if (order.told == order.revenue) return;
  auto& revenue = shown.revenue;
  const auto facts = revenue.inputs.front().link;
  if (taken_back != nullptr && taken_back->told.currency == order.told.currency) {
    revenue.formula += ", in " + std::string(order.revenue.currency.text()) +
                       " at the exchange rate at which the order counts that it takes back";
    revenue.inputs.push_back({"as it was booked", {}, order.told, FigureUnit::money, facts});
    const auto page = "/roi/orders/" + std::to_string(taken_back->row) + query_of(question);
    revenue.inputs.push_back(
        {"the order that it takes back, as it was booked", {}, taken_back->told, FigureUnit::money, page});
    revenue.inputs.push_back({"what that order counts", {}, taken_back->revenue, FigureUnit::money, page});
    return;
  }
  revenue.formula += ", in " + std::string(order.revenue.currency.text()) + " at the exchange rate of " +
                     (order.lines == 1 ? "its day" : "each line's day");
  revenue.inputs.push_back({"as it was booked", {}, order.told, FigureUnit::money, facts});
  const auto rates = exchange_rate::rates(read);
  const auto* rate = order.lines == 1 ? rates->rate(order.told.currency, day_of(order.at)) : nullptr;
  if (rate != nullptr) revenue.inputs.push_back(exchange_rate::input_of(*rate));
}

/// Where its lines are listed: those of one number and account, but for refunds of later days; a line without
/// a number is an order of its own.
std::string lines_of_order(const order::Order& order, const std::vector<const order::Order*>& refunds,
                           bool is_under_anothers_number) {
  if (order.number.empty()) return "/orders?id=" + std::to_string(order.row);
  std::string days;
  if (is_under_anothers_number)
    days = "&at_from=" + to_string(day_of(order.at)) + "&at_to=" + to_string(day_of(order.at));
  for (const auto* refund : refunds) {
    if (refund->number == order.number && days.empty()) days = "&at_to=" + to_string(day_of(refund->at) - 1);
  }
  return "/orders?kind=booked&number=" + web::percent_encode(order.number) +
         "&account=" + (order.account == 0 ? "" : std::to_string(order.account)) + days;
}

/// The day after an order of which only the day is known, else the moment after it.
std::string after_in_address(const order::Order& order) {
  return order.is_of_a_day ? to_string(day_of(order.at) + 1) : to_string(Instant{order.moment().ms + 1});
}

/// What met the account after the order earns nothing of it: how often that was, and where it is listed.
Figure touches_after(const Read& read, const Words& words, const Ledger& ledger, const order::Order& order) {
  const std::string name = "Touchpoints after it",
                    formula =
                        "the touchpoints of the account since it was booked: they earn nothing of it, "
                        "and may lead to the next order";
  if (order.account == 0)
    return words.unknown(name, FigureUnit::count, formula, "The order names no account.");
  const auto account = static_cast<std::uint32_t>(order.account);
  const auto at = touches_of(ledger, account).clock_ms;
  const auto first = std::ranges::upper_bound(at, order.at.ms);
  const auto count = touchpoint::frame(read)->is_hidden(account) ? 0 : at.end() - first;
  return words.count(name, static_cast<double>(count), formula,
                     {number_of("touchpoints", count,
                                "/touchpoints?account=" + std::to_string(account) +
                                    "&at_from=" + web::percent_encode(after_in_address(order)))});
}

/// What met the account before the order, and too long before: how often that was, and where it is listed.
Figure touches_too_old(const Read& read, const Words& words, const Ledger& ledger,
                       const order::Order& order) {
  const auto& question = words.question();
  const std::string name = "Older than the look-back",
                    formula = "the touchpoints of the account " +
                              std::string(question.journeys_end_at == JourneyEnd::each_order
                                              ? "since its order before"
                                              : "before the order") +
                              " that are older than " + lookback_in_words(read, question) +
                              ": they earn nothing of it";
  if (order.account == 0)
    return words.unknown(name, FigureUnit::count, formula, "The order names no account.");
  if (touchpoint::frame(read)->is_hidden(static_cast<std::uint32_t>(order.account)))
    return words.count(name, 0, formula, {number_of("touchpoints", 0, "")});
  const auto found = too_old_for(ledger, question, order);
  const auto list = found.touchpoints == 0 ? std::string()
                                           : "/touchpoints?account=" + std::to_string(order.account) +
                                                 "&at_from=" + web::percent_encode(to_string(found.since)) +
                                                 "&at_to=" + web::percent_encode(to_string(found.until));
  const auto* listed = question.lookbacks.empty() ? "touchpoints" : "of the touchpoints of these days";
  return words.count(name, static_cast<double>(found.touchpoints), formula,
                     {number_of(listed, found.touchpoints, list)});
}

/// What each touchpoint of a journey earned of its order.
std::vector<CreditedTouch> credited_touches(const Read& read, const Journey& journey) {
  kernels::ExactShares shares;
  shares.take(journey.shares);
  const auto& revenue = journey.order->revenue;
  const auto amounts = shares.split_after(journey.order->left_minor, revenue.minor);
  std::vector<CreditedTouch> touches;
  for (std::size_t i = 0; i < journey.touches.size(); ++i) {
    const auto touch = journey.touches[i];
    touches.push_back({{touch.row},
                       touch.at,
                       touch.precision,
                       name_of_channel(read, touch.channel),
                       touch.campaign == 0 ? "" : name_of_campaign(read, touch.campaign),
                       touch.side,
                       100.0 * journey.shares[i],
                       Money{amounts[i], revenue.currency},
                       {},
                       {}});
  }
  return touches;
}

/// What each earned by the rules that bind, beside what it earns by those that are asked: a touchpoint that
/// only one of the two knows has no part by the other.
void put_agreed(const std::vector<CreditedTouch>& agreed, std::vector<CreditedTouch>& touches) {
  std::map<std::int64_t, const CreditedTouch*> by_row;
  for (const auto& touch : agreed) by_row[touch.id.number] = &touch;
  const auto put = [](CreditedTouch& touch, double share_percent, Money credit) {
    touch.agreed_share_percent = share_percent;
    touch.agreed_credit = credit;
  };
  for (auto& touch : touches) {
    const auto found = by_row.extract(touch.id.number);
    if (found)
      put(touch, found.mapped()->share_percent, found.mapped()->credit);
    else
      put(touch, 0, {0, touch.credit.currency});
  }
  for (const auto& [row, touch] : by_row) {
    touches.push_back(*touch);
    put(touches.back(), touch->share_percent, touch->credit);
    touches.back().share_percent = 0;
    touches.back().credit.minor = 0;
  }
  std::ranges::stable_sort(touches, {}, [](const CreditedTouch& touch) { return touch.at.ms; });
}

/// Of an order that nothing earned.
std::string why_unattributed(const Read& read, const Question& question, const Journey& journey) {
  if (journey.is_left_alone)
    return "By the rules of credit it stays unattributed, for its account had ordered before";
  return "No touchpoint of " + lookback_in_words(read, question) + " explains it" +
         exceptions_in_words(question, CreditOf::new_accounts);
}

/// "2 touchpoints led to it"; of a refund, to the order that it takes back.
std::string led_in_words(const Journey& journey) {
  const auto words =
      counted(static_cast<std::int64_t>(journey.touches.size()), "touchpoint", "touchpoints") + " led to ";
  if (journey.takes_back == nullptr) return words + "it";
  return words + "the order that it takes back (" + name_of(*journey.takes_back) + " of " +
         accord::in_words(day_of(journey.takes_back->at)) + ")";
}

std::string sentence_of(const Read& read, const Question& question, const Journey& journey,
                        const std::vector<const order::Order*>& refunds) {
  const auto& order = *journey.order;
  auto sentence = journey.touches.empty() ? why_unattributed(read, question, journey)
                                          : led_in_words(journey) + ": " + in_words(question.model);
  sentence += with_merged_accounts(read, order.account);
  const auto left = left_by(refunds, order);
  if (order.is_taken_back)
    sentence += "; all of it was taken back since, so that it is no order and has ended no journey";
  else if (left < order.told.minor)
    sentence += "; " + accord::in_words(Money{order.told.minor - left, order.told.currency}) +
                " of it was refunded since, on days of its own";
  if (left < 0 && !order.is_refund)
    sentence += "; more of it was refunded than ordered, and whatever earned it loses that";
  if (order.revenue.currency != funnel::currency_of(read))
    sentence += "; no return holds it, for no exchange rate of " +
                std::string(order.revenue.currency.text()) + " is on record for its day";
  return sentence;
}

}  // namespace

OrderJourney journey_of(const Read& read, const Question& question, std::int64_t order_row) {
  std::optional<OrderJourney> found;
  const Words words(read, question);
  const auto all = ledger(read, question.currency_day);
  all->each(question, [&](const Journey& journey) {
    const auto& order = *journey.order;
    if (order.row != order_row) return;
    OrderJourney& shown = found.emplace();
    shown.name = name_of(order);
    shown.booked_on = day_of(order.at);
    if (order.account != 0) shown.account = Id<account::Account>{order.account};
    if (shown.account) shown.account_name = name_of_account(read, *shown.account);
    shown.model = question.model;
    shown.rules = rules_told(read, question);
    const auto refunds = refunds_of(all->orders(), order);
    const bool is_of_another = journey.takes_back != nullptr && journey.takes_back->number == order.number;
    const auto facts = lines_of_order(order, refunds, is_of_another);
    shown.revenue.name = "Revenue";
    shown.revenue.unit = FigureUnit::money;
    shown.revenue.money = order.revenue;
    shown.revenue.formula = "what the customer pays";
    shown.revenue.inputs = {number_of("lines", order.lines, facts)};
    shown.revenue.as_of = read.as_of();
    explain_conversion(read, question, order, journey.takes_back, shown);
    shown.gross_margin = shown.revenue;
    shown.gross_margin.inputs.resize(1);
    shown.gross_margin.name = "Gross margin";
    shown.gross_margin.formula = "revenue − cost of goods";
    shown.gross_margin.money = order.cost ? std::optional(order.revenue - *order.cost) : std::nullopt;
    if (!order.cost) shown.gross_margin.why = "The cost of goods is not known.";
    shown.touchpoints_after = touches_after(read, words, *all, order);
    shown.touchpoints_too_old = touches_too_old(read, words, *all, order);
    shown.items = credited_touches(read, journey);
    shown.sentence = sentence_of(read, question, journey, refunds);
  });
  refuse_if(!found, web::not_found);
  if (const auto agreed = as_agreed(read, question)) {
    all->each(*agreed, [&](const Journey& journey) {
      if (journey.order->row == order_row) put_agreed(credited_touches(read, journey), found->items);
    });
  }
  return std::move(*found);
}

}  // namespace accord::roi
