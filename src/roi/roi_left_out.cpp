// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_left_out.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_keys.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Facts of one currency: how many, and between which days.
struct Days {
  Day from, until;
  std::int64_t count = 0;
};
using ByCurrency = std::map<Currency, Days>;

class Gathering {
 public:
  Gathering(const Read& read, const Question& question)
      : own_(funnel::currency_of(read)), question_(question) {}

  void add(ByCurrency& found, Money amount, Day day) const {
    if (amount.currency == own_ || day < question_.from || day > question_.until) return;
    auto [place, is_new] = found.try_emplace(amount.currency, Days{day, day, 0});
    place->second.from = std::min(place->second.from, day);
    place->second.until = std::max(place->second.until, day);
    ++place->second.count;
  }

 private:
  Currency own_;
  const Question& question_;
};

std::string in_words(const Days& days) {
  if (days.from == days.until) return "of " + accord::in_words(days.from);
  return "of " + accord::in_words(days.from) + " to " + accord::in_words(days.until);
}

LeftOut told(const std::string& counted, const std::string& link, Currency currency, const Days& days) {
  const std::string code(currency.text());
  LeftOut left_out;
  left_out.sentence = counted + " in " + code + " " + in_words(days) + (days.count == 1 ? " is" : " are") +
                      " left out: no exchange rate of " + (days.count == 1 ? "its day" : "their days") +
                      " or the week before is on record.";
  left_out.remedy = "Import or enter the rates of " + code + " for these days.";
  left_out.currency = code;
  left_out.count = days.count;
  left_out.link = link;
  return left_out;
}

/// `list`: where the spend of a line is listed; empty where that is no list of its own.
LeftOut told_of_spend(const std::string& list, Currency currency, const Days& days) {
  const std::string in_currency = "currency=" + std::string(currency.text());
  return told(counted(days.count, "entry of spend", "entries of spend"),
              list.empty() ? "/spend?" + in_currency + "&day_from=" + to_string(days.from) +
                                 "&day_to=" + to_string(days.until)
                           : list + "&" + in_currency,
              currency, days);
}

}  // namespace

std::vector<LeftOut> orders_left_out(const Read& read, const Question& question) {
  const Gathering gathering(read, question);
  ByCurrency by_currency;
  const auto orders = order::booked(read, question.currency_day);
  for (const auto& order : *orders) gathering.add(by_currency, order.revenue, day_of(order.at));
  std::vector<LeftOut> found;
  for (const auto& [currency, days] : by_currency) {
    found.push_back(told(counted(days.count, "order", "orders"),
                         "/orders?kind=booked&currency=" + std::string(currency.text()) +
                             "&at_from=" + to_string(days.from) + "&at_to=" + to_string(days.until),
                         currency, days));
    found.back().sentence += " Whoever ordered first by one counts among the new accounts all the same.";
  }
  return found;
}

std::vector<LeftOut> left_out_of_line(const Read& read, const Question& question, Key key) {
  auto found = orders_left_out(read, question);
  const auto by_line = left_out_by_line(read, question);
  if (const auto own = by_line->find(key); own != by_line->end())
    found.insert(found.end(), own->second.begin(), own->second.end());
  return found;
}

std::shared_ptr<const LeftOutByLine> left_out_by_line(const Read& read, const Question& question) {
  auto days = question;  // no model, and no look-back, makes a difference
  static_cast<CreditRules&>(days) = {};
  days.currency_day = question.currency_day;
  return read.kept<LeftOutByLine>("roi left out " + kept_key(days) + asker_of(read, question), [&] {
    const Gathering gathering(read, question);
    const Keys keys(read, question.by);
    const Kept kept(read, question.only);
    std::map<Key, ByCurrency> by_line;
    const auto all = spend::spent(read, question.currency_day);
    for (const auto& spent : *all) {
      if (kept.holds(spent)) gathering.add(by_line[keys.of(spent)], spent.amount, spent.day);
    }
    LeftOutByLine found;
    for (const auto& [key, by_currency] : by_line) {
      for (const auto& [currency, own] : by_currency)
        found[key].push_back(told_of_spend(spend_of_line(question, key), currency, own));
    }
    return found;
  });
}

std::vector<LeftOut> left_out(const Read& read, const Question& question) {
  auto found = orders_left_out(read, question);
  const Gathering gathering(read, question);
  ByCurrency by_currency;
  const auto all = spend::spent(read, question.currency_day);
  for (const auto& spent : *all) gathering.add(by_currency, spent.amount, spent.day);
  for (const auto& [currency, days] : by_currency) {
    found.push_back(told_of_spend("", currency, days));
  }
  return found;
}

}  // namespace accord::roi
