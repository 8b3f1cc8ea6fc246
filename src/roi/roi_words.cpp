// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_words.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "base/text.hpp"

namespace accord::roi {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

bool is_period(Dimension by) { return by == Dimension::month || by == Dimension::quarter; }

/// `channel=3`, or `channel=` for what names none; periods are told by their days alone.
std::string filter_of(const Question& question, Key key) {
  if (is_period(question.by)) return "";
  const std::string field(question.by == Dimension::salesperson ? "person" : accord::name_of(question.by));
  if (question.by == Dimension::side)
    return field + "=" + std::string(accord::name_of(static_cast<Side>(key - 1))) + "&";
  return field + "=" + (key == 0 ? "" : std::to_string(key)) + "&";
}

std::string line_in(Key key) {
  if (key == everything) return "all";
  return key == unexplained ? "unexplained" : std::to_string(key);
}

template <class T>
std::string found_name(const Read& read, std::int64_t id, std::string_view none) {
  if (id == 0) return std::string(none);
  const auto found = read.find(Id<T>{id});
  return found ? found->name : "no longer there";
}

std::string name_of_segment(const Read& read, Key key) {
  if (key == 0) return "No industry";
  const auto known = industries(read);
  const auto found = known->names.find(key);
  return found == known->names.end() ? "no longer there" : found->second;
}

}  // namespace

/// `&only_channel=3&only_side=sales`, for each line that is asked for alone.
std::string only_of(const Question& question) {
  std::string text;
  for (std::size_t i = 0; i < question.only.size(); ++i) {
    if (!question.only[i]) continue;
    const bool is_side = static_cast<Dimension>(i) == Dimension::side;
    text += "&only_" + std::string(choices_of<Dimension>.at(i)) + "=" +
            (is_side ? std::string(accord::name_of(static_cast<Side>(*question.only[i] - 1)))
                     : std::to_string(*question.only[i]));
  }
  return text;
}

namespace {

std::string kept_in_words(Dimension by) {
  const std::string noun(accord::name_of(by));
  if (earns_by_touchpoints(by))
    return "Of orders, leads and new accounts the parts that its touchpoints earned; spend that names it.";
  const std::string own = "Orders, leads and new accounts of this " + noun;
  if (by == Dimension::territory)
    return own + " and of those below it; spend that names one of them; touchpoints of accounts there.";
  if (by == Dimension::segment)
    return own + "; spend on campaigns that address it; touchpoints of accounts of it.";
  if (by == Dimension::product)
    return own +
           "; spend that names it; touchpoints of campaigns for it alone, though others lead to its orders "
           "as well.";
  return own +
         "; spend that names it; touchpoints in which this one met the customer, though others lead "
         "to these orders as well.";
}

}  // namespace

std::vector<OnlyLine> only_in_words(const Read& read, const Question& question) {
  std::vector<OnlyLine> found;
  for (std::size_t i = 0; i < question.only.size(); ++i) {
    const auto by = static_cast<Dimension>(i);
    if (question.only[i])
      found.push_back({by, {*question.only[i]}, name_of(read, by, *question.only[i]), kept_in_words(by)});
  }
  return found;
}

std::string alone_in_words(const Read& read, const Question& question) {
  std::vector<std::string> names;
  for (const auto& line : only_in_words(read, question)) names.push_back(line.name);
  return names.empty() ? "" : "; of " + accord::listed(names) + " alone";
}

std::string query_of(const Question& question) {
  return "?by=" + std::string(accord::name_of(question.by)) +
         "&model=" + std::string(accord::name_of(question.model)) + "&from=" + to_string(question.from) +
         "&until=" + to_string(question.until) + "&lookback_days=" + std::to_string(question.lookback_days) +
         "&half_life_days=" + std::to_string(question.half_life_days) +
         (question.model == CreditModel::markov ? "&markov_order=" + std::to_string(question.markov_order)
                                                : "") +
         only_of(question);
}

std::string kept_key(const Question& question) {
  return query_of(question) + json::serialize(to_json(static_cast<const CreditRules&>(question)));
}

std::string name_of(const Read& read, Dimension by, Key key) {
  switch (by) {
    case Dimension::channel:
      return name_of_channel(read, key);
    case Dimension::campaign:
      return name_of_campaign(read, key);
    case Dimension::side:
      return names_none(by, key) ? "No side" : label_of(accord::name_of(static_cast<Side>(key - 1)));
    case Dimension::product:
      return found_name<product::Product>(read, key, "No product");
    case Dimension::territory:
      return found_name<territory::Territory>(read, key, "No territory");
    case Dimension::segment:
      return name_of_segment(read, key);
    case Dimension::salesperson:
      return people::name_of_salesperson(read, key);
    case Dimension::month:
      return std::string(months.at(static_cast<std::size_t>(key % 12))) + " " + std::to_string(key / 12);
    case Dimension::quarter:
      return "Quarter " + std::to_string(key % 4 + 1) + " of " + std::to_string(key / 4);
  }
  return "";
}

bool names_none(Dimension by, Key key) {
  if (by == Dimension::side) return static_cast<Side>(key - 1) == Side::none;
  return !is_period(by) && key == 0;
}

std::string name_of(const order::Order& order) {
  if (!order.number.empty()) return order.number;
  return order.name.empty() ? "Order of " + accord::in_words(day_of(order.at)) : order.name;
}

std::string name_of_account(const Read& read, Id<account::Account> id) {
  const auto found = account::find_visible(read, id);
  return found ? found->name : "";
}

std::string name_of_channel(const Read& read, std::int64_t id) {
  return found_name<campaign::Channel>(read, id, "No channel");
}

/// A campaign of other territories keeps its name to itself.
std::string name_of_campaign(const Read& read, std::int64_t id) {
  if (id == 0) return "No campaign";
  const auto found = campaign::find_visible(read, Id<campaign::Campaign>{id});
  return found ? found->name : "Campaign " + std::to_string(id);
}

std::string in_words(CreditModel model) {
  switch (model) {
    case CreditModel::first_touch:
      return "all credit to the first touchpoint";
    case CreditModel::last_touch:
      return "all credit to the last touchpoint";
    case CreditModel::last_non_direct:
      return "all credit to the last touchpoint that is not direct";
    case CreditModel::linear:
      return "the same credit to each touchpoint";
    case CreditModel::position_based:
      return "40% to the first touchpoint, 40% to the last, the rest to those between";
    case CreditModel::w_shaped:
      return "30% each to the first touchpoint, the first of sales and the last, the rest to the others";
    case CreditModel::time_decay:
      return "more credit the nearer a touchpoint is to the order";
    case CreditModel::markov:
      return "credit to each touchpoint by what part of the orders would be lost without its channel";
    case CreditModel::shapley:
      return "the same credit to each channel of the journey";
  }
  return "";
}

std::string lookback_in_words(const Read& read, const CreditRules& rules) {
  std::string own_days;
  for (const auto& own : rules.lookbacks) {
    if (own.lookback_days == rules.lookback_days) continue;
    own_days += (own_days.empty() ? "" : ", ") + std::to_string(own.lookback_days) + " for " +
                name_of_channel(read, own.channel.number);
  }
  return "the " + counted(rules.lookback_days, "day", "days") + " before" +
         (own_days.empty() ? "" : " (" + own_days + ")");
}

/// A lead closes no journey and has no order before it; a first order has none either.
std::string exceptions_in_words(const CreditRules& rules, CreditOf of) {
  std::vector<std::string> exceptions;
  if (!rules.sales_touchpoints_share) exceptions.emplace_back("touchpoints of sales are left out");
  if (rules.direct == DirectTouchpoints::only_alone)
    exceptions.emplace_back("direct visits share only where nothing else led to it");
  if (of == CreditOf::orders && rules.existing_customers == ExistingCustomers::unattributed)
    exceptions.emplace_back("orders of accounts that had ordered before stay unattributed");
  if (of == CreditOf::orders && rules.journeys_end_at == JourneyEnd::no_order)
    exceptions.emplace_back("an order closes no journey");
  return exceptions.empty() ? "" : "; " + listed(exceptions);
}

std::string reach_in_words(const Read& read, const CreditRules& rules, CreditOf of) {
  return lookback_in_words(read, rules) + exceptions_in_words(rules, of);
}

std::string rules_in_words(const Read& read, const CreditRules& rules) {
  return in_words(rules.model) + "; touchpoints of " + reach_in_words(read, rules);
}

std::string page_of_line(const Question& question, Key key) {
  return "/roi/line" + query_of(question) + "&line=" + line_in(key);
}

std::string orders_of_line(const Question& question, Key key) {
  return "/roi/orders" + query_of(question) + "&line=" + line_in(key);
}

std::string counted_orders_of_line(const Question& question, Key key) {
  return orders_of_line(question, key) + "&is_refund=false&is_taken_back=false";
}

std::string planned_parts_of_line(const Question& question, Key key) {
  return "/roi/planned" + query_of(question) + "&line=" + line_in(key);
}

std::string taken_back_of_line(const Question& question, Key key) {
  return orders_of_line(question, key) + "&is_taken_back=true";
}

/// A team's entries stand in no list of their own.
std::string spend_of_line(const Question& question, Key key) {
  if (question.by == Dimension::salesperson && people::person_behind(key) != key) return "";
  if (question.by == Dimension::segment) return "";  // that is told by campaigns, see `FactLinks`
  const auto days = period_of(question, key);
  return "/spend?" + filter_of(question, key) + "day_from=" + to_string(days.from) +
         "&day_to=" + to_string(days.until);
}

std::string late_of_line(const Question& question, Key key) {
  return "/roi/late" + query_of(question) + "&line=" + line_in(key);
}

std::string leads_of_line(const Question& question, Key key) {
  return "/roi/leads" + query_of(question) + "&line=" + line_in(key);
}

std::string new_accounts_of_line(const Question& question, Key key) {
  return "/roi/new-accounts" + query_of(question) + "&line=" + line_in(key);
}

std::string touchpoints_of_line(const Question& question, Key key) {
  return "/roi/touchpoints" + query_of(question) + "&line=" + line_in(key);
}

std::string booked_orders(const Question& question) {
  return "/orders?kind=booked&at_from=" + to_string(question.from) + "&at_to=" + to_string(question.until);
}

}  // namespace accord::roi
