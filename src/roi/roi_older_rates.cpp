// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_older_rates.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// More of them make an address that nobody sends on; they are counted only.
constexpr std::size_t listed_most = 40;

void list(std::vector<std::int64_t>& numbers, std::int64_t number) {
  if (numbers.size() <= listed_most) numbers.push_back(number);
}

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
      list(found[line].spend_ids, spent.id);
      found[line].days_most = std::max(found[line].days_most, days);
    }
  }
  const auto orders = order::booked(read, question.currency_day);
  for (const auto& order : *orders) {
    const int days = gathering.days_old(order.told, order.revenue, day_of(order.at));
    if (days == 0) continue;
    ++found[everything].orders;
    list(found[everything].order_rows, order.row);
    found[everything].days_most = std::max(found[everything].days_most, days);
  }
  return found;
}

std::string age_in_words(const OlderRates& older) {
  return (older.entries + older.orders == 1 ? "" : "up to ") + counted(older.days_most, "day", "days") +
         " old";
}

std::string listed_at(std::string address, const std::vector<std::int64_t>& numbers) {
  if (address.empty() || numbers.size() > listed_most) return "";
  char before = address.find('?') == std::string::npos ? '?' : '&';
  for (const auto number : numbers) {
    address += before + ("id=" + std::to_string(number));
    before = '&';
  }
  return address;
}

void add_count(const OlderRates& older, std::int64_t count, std::string link, Figure& figure) {
  if (count == 0) return;
  figure.inputs.push_back({"of them converted at the last rate before their day, " + age_in_words(older),
                           static_cast<double>(count),
                           {},
                           FigureUnit::count,
                           std::move(link)});
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
  if (found == all->end()) return;
  const auto& older = found->second;
  const bool has_list =
      key == everything || !spend_of_line(question, key).empty();  // a team's entries stand in none
  add_count(older, older.entries, has_list ? listed_at("/spend", older.spend_ids) : "", spend);
}

void add_older_rates_of_orders(const Read& read, const Question& question, Figure& booked) {
  const auto all = older_rates_by_line(read, question);
  const auto found = all->find(everything);
  if (found == all->end()) return;
  const auto& older = found->second;
  add_count(older, older.orders, listed_at(orders_of_line(question, everything), older.order_rows), booked);
}

}  // namespace accord::roi
