// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lag.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <thread>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_paths.hpp"
#include "roi/roi_words.hpp"
#include "roi/sharing.hpp"

namespace accord::roi {
namespace {

constexpr std::size_t orders_needed = 30;
constexpr double usual_share = 0.9;
constexpr int months_to_learn_from = 36;
/// Further than any touchpoint is on record.
constexpr std::int64_t any_age_days = 1'000'000;

/// Rules by which an order has every touchpoint since the order before.
Question of_any_age(Day from, Day until) {
  Question question;
  question.from = from;
  question.until = until;
  question.lookback_days = any_age_days;
  return question;
}

/// Goes through all accounts on all processors, and puts together what each share comes to.
template <class T>
T summed(const Ledger& ledger, const std::function<void(const Ledger::Part&, T&)>& add) {
  std::vector<std::future<T>> shares;
  for (auto& part : ledger.parts(std::max(1U, std::thread::hardware_concurrency())))
    shares.push_back(std::async(std::launch::async, [&add, part = std::move(part)] {
      T some;
      add(part, some);
      return some;
    }));
  T all;
  for (auto& share : shares) all += share.get();
  return all;
}

struct Days {
  std::vector<std::int64_t> days;
  Days& operator+=(const Days& other) {
    days.insert(days.end(), other.days.begin(), other.days.end());
    return *this;
  }
};

Lags measured(const Read& read, const Question& question, std::optional<Key> line) {
  const auto all = ledger(read, question.currency_day);
  const Keys keys(read, question.by);
  auto found = summed<Days>(*all, [&](const Ledger::Part& part, Days& some) {
    each_whole(*all, part, lags_from(question.until), question.until, [&](const WholeJourney& journey) {
      if (const auto first = first_touch_of(journey, keys, line))
        some.days.push_back((journey.order->at.ms - journey.touches.clock_ms[*first]) / ms_per_day);
    });
  });
  std::ranges::sort(found.days);
  return {std::move(found.days)};
}

/// How far back each channel looks.
class Reach {
 public:
  explicit Reach(const CreditRules& rules) : usual_(rules.lookback_days) {
    for (const auto& own : rules.lookbacks)
      of_channels_[static_cast<std::uint32_t>(own.channel.number)] = own.lookback_days;
  }
  bool holds(const touchpoint::TouchColumns& touches, std::size_t i, const order::Order& order) const {
    const auto own = of_channels_.empty() ? of_channels_.end() : of_channels_.find(touches.channel(i));
    const auto days = own == of_channels_.end() ? usual_ : own->second;
    return is_within(days * ms_per_day, touches, i, closed_at(order));
  }

 private:
  std::int64_t usual_;
  std::map<std::uint32_t, std::int64_t> of_channels_;
};

void add(const Reach& reach, const Journey& journey, Cut& cut) {
  const auto size = static_cast<std::int64_t>(journey.touches.size());
  std::int64_t too_old = 0;
  for (std::size_t i = 0; i < journey.touches.size(); ++i) {
    if (!reach.holds(journey.touches, i, *journey.order)) ++too_old;
  }
  ++cut.orders;
  cut.touchpoints += size;
  cut.cut_touchpoints += too_old;
  if (too_old > 0) ++cut.cut;
  if (too_old == size) ++cut.whole;
}

/// The same orders and journeys as are asked for, but for how far they reach back.
Question any_age_as(const Question& question) {
  auto any_age = of_any_age(question.from, question.until);
  any_age.journeys_end_at = question.journeys_end_at;
  any_age.existing_customers = question.existing_customers;
  return any_age;
}

Cut cut_of(const Read& read, const Question& question) {
  const auto any_age = any_age_as(question);
  const Reach reach(question);
  const auto own = funnel::currency_of(read);
  const auto all = ledger(read, question.currency_day);
  return summed<Cut>(*all, [&](const Ledger::Part& part, Cut& cut) {
    all->each(part, all->matches(part, any_age), any_age, Ledger::Shares::not_asked,
              [&](const Journey& journey) {
                const auto& order = *journey.order;
                if (order.is_order() && order.revenue.currency == own && !journey.touches.empty())
                  add(reach, journey, cut);
              });
  });
}

/// When the account's order before this one came, where that closed a journey; both are sorted by time.
std::int64_t order_before(const Ledger& ledger, const Question& question, const order::Order& order) {
  auto before_ms = std::numeric_limits<std::int64_t>::min();
  if (question.journeys_end_at == JourneyEnd::no_order) return before_ms;
  for (const auto& one :
       std::ranges::equal_range(ledger.orders(), order.account, {}, &order::Order::account)) {
    if (one.row == order.row) break;
    if (one.is_order()) before_ms = one.at.ms;
  }
  return before_ms;
}

std::string percent(std::int64_t part, std::int64_t whole) {
  return std::to_string(std::llround(100.0 * static_cast<double>(part) / static_cast<double>(whole))) + "%";
}

}  // namespace

std::optional<std::int64_t> Lags::usual_days() const {
  if (days.size() < orders_needed) return std::nullopt;
  return days[static_cast<std::size_t>(std::ceil(usual_share * static_cast<double>(days.size()))) - 1];
}

std::string why_no_usual_lag(std::int64_t orders) {
  return "Touchpoints came before " + counted(orders, "order", "orders") +
         ", too few to say how long an order usually takes; it needs 30.";
}

Day lags_from(Day until) { return add_months(until, -months_to_learn_from) + 1; }

void each_whole(const Ledger& ledger, const Ledger::Part& part, Day from, Day until,
                const std::function<void(const WholeJourney&)>& use) {
  const auto question = of_any_age(from, until);
  ledger.each(part, ledger.matches(part, question), question, Ledger::Shares::not_asked,
              [&](const Journey& journey) {
                if (journey.order->is_order() && !journey.touches.empty())
                  use({journey.order, journey.touches});
              });
}

std::optional<std::size_t> first_touch_of(const WholeJourney& journey, const Keys& keys,
                                          std::optional<Key> line) {
  if (!line) return 0;
  if (!earns_by_touchpoints(keys.by()))
    return keys.of(*journey.order) == *line ? std::optional<std::size_t>(0) : std::nullopt;
  for (std::size_t i = 0; i < journey.touches.size(); ++i) {
    if (keys.of(journey.touches, i) == *line) return i;
  }
  return std::nullopt;
}

std::shared_ptr<const Lags> lags_until(const Read& read, Day until) {
  Question question;
  question.until = until;
  question.currency_day = basis_on(read, until).rules.currency_day;
  return lags_until(read, question, std::nullopt);
}

std::shared_ptr<const Lags> lags_until(const Read& read, const Question& question, std::optional<Key> line) {
  const auto of_line = line ? " of " + std::string(accord::name_of(question.by)) + " " +
                                  std::to_string(*line) + asker_of(read, question)
                            : "";
  return read.kept<Lags>("roi lags until " + to_string(question.until) + of_line,
                         [&] { return measured(read, question, line); });
}

Cut& Cut::operator+=(const Cut& other) {
  orders += other.orders;
  cut += other.cut;
  whole += other.whole;
  touchpoints += other.touchpoints;
  cut_touchpoints += other.cut_touchpoints;
  return *this;
}

std::shared_ptr<const Cut> cut_by_lookback(const Read& read, const Question& question) {
  auto asked = question;
  asked.by = Dimension::channel;
  asked.only = {};
  return read.kept<Cut>("roi cut" + journeys_key(asked), [&] { return cut_of(read, asked); });
}

std::string in_words(const Read& read, const CreditRules& rules, const Cut& cut) {
  if (cut.cut == 0) return "";
  return "Of " + counted(cut.orders, "order", "orders") + " with a touchpoint " +
         (rules.journeys_end_at == JourneyEnd::each_order ? "since the account's order before"
                                                          : "of the account before it") +
         ", the look-back cuts the journeys of " + counted(cut.cut, "of them", "of them") + " (" +
         percent(cut.cut, cut.orders) + "): " + counted(cut.cut_touchpoints, "of", "of") + " " +
         counted(cut.touchpoints, "touchpoint", "touchpoints") + " (" +
         percent(cut.cut_touchpoints, cut.touchpoints) + ") are older than " +
         lookback_in_words(read, rules) + " and earn nothing" +
         (cut.whole == 0 ? "" : "; of " + counted(cut.whole, "order", "orders") + " that is all of them");
}

std::vector<std::string> cut_in_words(const Read& read, const Question& question) {
  std::vector<std::string> sentences;
  if (auto words = in_words(read, question, *cut_by_lookback(read, question)); !words.empty())
    sentences.push_back(words + ".");
  const auto lag = lags_until(read, question.until)->usual_days();
  const auto reach = longest_lookback_days(question);
  if (lag && *lag > reach)
    sentences.push_back(
        "The look-back is shorter than orders usually take: nine of ten come within " +
        counted(*lag, "day", "days") +
        " of the first touchpoint since their account's order before, and what is older than " +
        counted(reach, "day", "days") + " earns nothing.");
  return sentences;
}

touchpoint::TouchColumns touches_of(const Ledger& ledger, std::uint32_t account) {
  const auto& touches = ledger.touches();
  const auto columns = touches.is_changed(account) ? touches.newer() : touches.older();
  const auto own = std::ranges::equal_range(columns.account, account);
  return columns.part(static_cast<std::size_t>(own.begin() - columns.account.begin()),
                      static_cast<std::size_t>(own.size()));
}

TooOld too_old_for(const Ledger& ledger, const Question& question, const order::Order& order) {
  TooOld found;
  if (order.is_refund) return found;  // it goes by the journey of the order that it takes back
  const auto touches = touches_of(ledger, static_cast<std::uint32_t>(order.account));
  const auto from = std::ranges::upper_bound(touches.clock_ms, order_before(ledger, question, order));
  const auto end = std::ranges::upper_bound(touches.clock_ms, order.at.ms);
  const Reach reach(question);
  for (auto i = static_cast<std::size_t>(from - touches.clock_ms.begin()),
            last = static_cast<std::size_t>(end - touches.clock_ms.begin());
       i < last; ++i) {
    if (reach.holds(touches, i, order)) continue;
    const auto at = touches.at(i);
    const bool is_first = found.touchpoints++ == 0;
    found.since = is_first ? at : std::min(found.since, at);
    found.until = is_first ? at : std::max(found.until, at);
  }
  return found;
}

}  // namespace accord::roi
