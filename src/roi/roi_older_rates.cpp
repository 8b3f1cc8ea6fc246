// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_older_rates.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

class Gathering {
 public:
  Gathering(const Read& read, const Question& question)
      : question_(question), own_(funnel::currency_of(read)), rates_(exchange_rate::rates(read)) {}

  /// How old the rate is at which the amount came into the company's currency; 0 where it is of its day.
  int days_old(Money told, Money amount, Day day) const {
    if (told.currency == own_ || amount.currency != own_ || !is_asked(question_, day)) return 0;
    const Day wanted = exchange_rate::rate_day(day, question_.currency_day);
    const auto* rate = rates_->rate(told.currency, wanted);
    return rate == nullptr ? 0 : wanted - rate->day;
  }

 private:
  const Question& question_;
  Currency own_;
  std::shared_ptr<const exchange_rate::Rates> rates_;
};

std::map<Key, OlderRates> worked_out(const Read& read, const Question& question) {
  std::map<Key, OlderRates> found;
  const Gathering gathering(read, question);
  const Keys keys(read, question.by);
  const Kept kept(read, question.only);
  const auto all = spend::spent(read, question.currency_day);
  for (const auto& spent : *all) {
    const int days = gathering.days_old(spent.told, spent.amount, spent.day);
    if (days == 0 || !kept.holds(spent)) continue;
    for (const auto line : {keys.of(spent), everything}) {
      ++found[line].entries;
      found[line].days_most = std::max(found[line].days_most, days);
    }
  }
  const auto orders = order::booked(read, question.currency_day);
  for (const auto& order : *orders) {
    const int days = gathering.days_old(order.told, order.revenue, day_of(order.at));
    if (days == 0) continue;
    ++found[everything].orders;
    found[everything].days_most = std::max(found[everything].days_most, days);
  }
  return found;
}

std::string age_in_words(const OlderRates& older) {
  return (older.entries + older.orders == 1 ? "" : "up to ") + counted(older.days_most, "day", "days") +
         " old";
}

}  // namespace

std::shared_ptr<const std::map<Key, OlderRates>> older_rates_by_line(const Read& read,
                                                                     const Question& question) {
  auto days = question;  // no model, and no look-back, makes a difference
  static_cast<CreditRules&>(days) = {};
  days.currency_day = question.currency_day;
  return read.kept<std::map<Key, OlderRates>>("roi older rates " + kept_key(days) + asker_of(read, question),
                                              [&] { return worked_out(read, question); });
}

std::string older_rates_in_words(const Read& read, const Question& question) {
  const auto all = older_rates_by_line(read, question);
  const auto found = all->find(everything);
  if (found == all->end()) return "";
  const auto& older = found->second;
  std::string words = older.entries == 0 ? "" : counted(older.entries, "entry of spend", "entries of spend");
  if (older.orders > 0) words += (words.empty() ? "" : " and ") + counted(older.orders, "order", "orders");
  return words + (older.entries + older.orders == 1 ? " is" : " are") +
         " converted at the last rate before the day, " + age_in_words(older) +
         ": none of the day is on record. Weekends and holidays, for which none is published, are the usual "
         "case; another day’s rate is to be imported.";
}

void add_older_rates(const Read& read, const Question& question, Key key, Figure& spend) {
  const auto all = older_rates_by_line(read, question);
  const auto found = all->find(key);
  if (found == all->end() || found->second.entries == 0) return;
  const auto& older = found->second;
  spend.inputs.push_back({"of them converted at the last rate before their day, " + age_in_words(older),
                          static_cast<double>(older.entries),
                          {},
                          FigureUnit::count,
                          ""});
}

}  // namespace accord::roi
