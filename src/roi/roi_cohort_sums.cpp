// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_cohort_sums.hpp"

#include <algorithm>
#include <future>
#include <ranges>
#include <thread>

#include "funnel/funnel.hpp"
#include "roi/roi_credit.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Fewer are summed sooner than a thread begins.
constexpr std::size_t accounts_worth_a_thread = 20'000;
constexpr int months_to_learn_from = 36;

template <class Map>
void add(Map& to, const Map& from) {
  for (const auto& [key, value] : from) to[key] += value;
}

/// What nothing is left of is not there.
template <class Map>
void take(Map& from, const Map& away) {
  for (const auto& [key, value] : away) {
    if ((from[key] -= value) == typename Map::mapped_type{}) from.erase(key);
  }
}

bool is_asked(const CohortQuestion& asked, const Keys& keys, const order::Order& order) {
  return !asked.line || earns_by_touchpoints(keys.by()) || keys.of(order) == *asked.line;
}

bool is_asked(const CohortQuestion& asked, const Keys& keys, const touchpoint::TouchColumns& touches,
              std::size_t i) {
  return !asked.line || !earns_by_touchpoints(keys.by()) || keys.of(touches, i) == *asked.line;
}

Earned whole(const order::Order& order) {
  return {order.revenue.minor, margin_of(order), 1, order.cost ? 0 : 1};
}

/// The months that touchpoints lie in, asked for one after the other by time: mostly the same again.
class Months {
 public:
  Key of(std::int64_t ms) {
    const Day day = day_of(Instant{ms});
    if (day < first_ || day > last_) {
      month_ = month_key(day);
      first_ = first_day_of(month_);
      last_ = last_day_of(month_);
    }
    return month_;
  }

 private:
  Key month_ = 0;
  Day first_{1}, last_{0};
};

/// Adds one order after the other.
class Adding {
 public:
  Adding(const CohortQuestion& asked, const Keys& keys, Currency own)
      : asked_(asked), keys_(keys), own_(own) {}

  void add(const Journey& journey) {
    const auto& order = *journey.order;
    if (order.revenue.currency != own_ || !is_asked(asked_, keys_, order)) return;
    const Key month = month_key(day_of(order.at));
    sums_.booked[month] += whole(order);
    if (journey.touches.empty()) {
      sums_.unattributed[month] += whole(order);
      return;
    }
    share(journey);
    Key first = no_month, last = no_month;
    for (const auto& [of, earned] : parts_) {
      if (of == no_month) {
        sums_.others[month] += earned;
        continue;
      }
      sums_.cells[{of, month}] += earned;
      first = first == no_month ? of : std::min(first, of);
      last = std::max(last, of);
    }
    if (last == no_month) return;
    ++sums_.by_first[{first, month}];
    ++sums_.by_last[{last, month}];
  }
  CohortSums taken() { return std::move(sums_); }

 private:
  static constexpr Key no_month = -1;  ///< of touchpoints that are not asked for

  /// By the month of its touchpoints; revenue and margin each by itself, so that both sum exactly.
  void share(const Journey& journey) {
    const auto& order = *journey.order;
    parts_.clear();
    of_touch_.clear();
    bool is_first = true;
    for (std::size_t i = 0; i < journey.touches.size(); ++i) {
      const bool counts = is_asked(asked_, keys_, journey.touches, i);
      of_touch_.push_back(part(counts ? months_.of(journey.touches.clock_ms[i]) : no_month, order));
      if (counts && is_first && order.is_order()) ++sums_.explained;
      is_first = is_first && !counts;
    }
    shares_.take(journey.shares);
    const auto revenues = shares_.split_after(order.left_minor, order.revenue.minor);
    for (std::size_t i = 0; i < of_touch_.size(); ++i) parts_[of_touch_[i]].second.revenue += revenues[i];
    const auto margins = shares_.split_after(order.left_margin_minor, margin_of(order));
    for (std::size_t i = 0; i < of_touch_.size(); ++i) parts_[of_touch_[i]].second.margin += margins[i];
  }

  std::size_t part(Key month, const order::Order& order) {
    const auto found = std::ranges::find(parts_, month, &std::pair<Key, Earned>::first);
    if (found != parts_.end()) return static_cast<std::size_t>(found - parts_.begin());
    parts_.emplace_back(month, Earned{0, 0, 1, order.cost ? 0 : 1});
    return parts_.size() - 1;
  }

  CohortQuestion asked_;
  const Keys& keys_;
  Currency own_;
  CohortSums sums_;
  Months months_;
  kernels::ExactShares shares_;
  std::vector<std::pair<Key, Earned>> parts_;
  std::vector<std::size_t> of_touch_;
};

Question learning(const CohortQuestion& asked) {
  auto question = asked.question;
  question.from = learning_from(asked);
  return question;
}

/// What the journeys are summed by: whose keys those are, and the company's currency.
struct Measure {
  Measure(const Read& read, const CohortQuestion& asked)
      : keys(read, asked.question.by), own(funnel::currency_of(read)) {}
  Keys keys;
  Currency own;
};

CohortSums sum_of(const Ledger& ledger, const Ledger::Part& part, const CohortQuestion& asked,
                  const Measure& by) {
  Adding adding(asked, by.keys, by.own);
  ledger.each(part, learning(asked), [&](const Journey& journey) { adding.add(journey); });
  return adding.taken();
}

/// The accounts in as many shares as there are processors; sums of whole numbers do not depend on that.
CohortSums sum_of_many(const Ledger& ledger, const Ledger::Part& part, const CohortQuestion& asked,
                       const Measure& by) {
  const std::size_t size = part.accounts->size();
  const auto count = size < accounts_worth_a_thread ? 1 : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::future<CohortSums>> shares;
  for (std::size_t i = 0; i < count; ++i) {
    auto own_part = part;
    own_part.places = {{size * i / count, size * (i + 1) / count}};
    const auto sum = [&ledger, &asked, &by, own_part = std::move(own_part)] {
      return sum_of(ledger, own_part, asked, by);
    };
    shares.push_back(std::async(i + 1 < count ? std::launch::async : std::launch::deferred, sum));
  }
  CohortSums sums;
  for (auto& share : shares | std::views::reverse) sums += share.get();
  return sums;
}

std::string kept_key(const Read& read, const CohortQuestion& asked) {
  return kept_key(learning(asked)) + asker_of(read, asked.question) +
         "&line=" + (asked.line ? std::to_string(*asked.line) : "");
}

/// Under Markov each journey's part in an order depends on all the others.
CohortSums sum_of_whole(const Ledger& ledger, const CohortQuestion& asked, const Measure& by) {
  CohortSums sums;
  for (const auto& part : ledger.parts(1)) sums += sum_of(ledger, part, asked, by);
  return sums;
}

CohortSums sum_of_all(const Read& read, const CohortQuestion& asked) {
  const auto& question = asked.question;
  const auto all = ledger(read, question.currency_day);
  const Measure by(read, asked);
  if (question.model == CreditModel::markov) return sum_of_whole(*all, asked, by);
  const auto of_the_file = [&] {
    return sum_of_many(*all, older_part(read, all->touches(), question.currency_day), asked,
                       Measure(read, asked));
  };
  const auto key = "roi older cohorts " + std::to_string(all->touches().generation()) + kept_key(read, asked);
  auto sums = *read.kept<CohortSums>(key, of_the_file);
  if (!all->outdated().places.empty()) sums -= sum_of(*all, all->outdated(), asked, by);
  sums += sum_of(*all, all->newer(), asked, by);
  return sums;
}

}  // namespace

Earned& Earned::operator+=(const Earned& other) {
  revenue += other.revenue;
  margin += other.margin;
  orders += other.orders;
  without_cost += other.without_cost;
  return *this;
}

Earned& Earned::operator-=(const Earned& other) {
  revenue -= other.revenue;
  margin -= other.margin;
  orders -= other.orders;
  without_cost -= other.without_cost;
  return *this;
}

CohortSums& CohortSums::operator+=(const CohortSums& other) {
  add(cells, other.cells);
  add(booked, other.booked);
  add(others, other.others);
  add(unattributed, other.unattributed);
  add(by_first, other.by_first);
  add(by_last, other.by_last);
  explained += other.explained;
  return *this;
}

CohortSums& CohortSums::operator-=(const CohortSums& other) {
  take(cells, other.cells);
  take(booked, other.booked);
  take(others, other.others);
  take(unattributed, other.unattributed);
  take(by_first, other.by_first);
  take(by_last, other.by_last);
  explained -= other.explained;
  return *this;
}

Key month_key(Day day) {
  const auto date = parts_of(day);
  return std::int64_t{date.year} * 12 + date.month - 1;
}

Day first_day_of(Key month) {
  return day_from({static_cast<int>(month / 12), static_cast<unsigned>(month % 12) + 1, 1}).value_or(Day{});
}

Day learning_from(const CohortQuestion& asked) {
  return std::min(asked.question.from,
                  first_of_month(add_months(asked.question.until, -months_to_learn_from)));
}

std::shared_ptr<const CohortSums> cohort_sums(const Read& read, const CohortQuestion& asked) {
  return read.kept<CohortSums>("roi cohorts" + kept_key(read, asked),
                               [&] { return sum_of_all(read, asked); });
}

void each_earned(const Read& read, const CohortQuestion& asked, Day orders_from, Day touches_from,
                 Day touches_until, const std::function<void(const EarnedOrder&)>& use) {
  const auto own = funnel::currency_of(read);
  auto question = asked.question;
  question.from = orders_from;
  kernels::ExactShares shares;
  const Keys keys(read, question.by);
  const auto all = ledger(read, question.currency_day);
  all->each(question, [&](const Journey& journey) {
    const auto& order = *journey.order;
    if (order.revenue.currency != own || !is_asked(asked, keys, order)) return;
    EarnedOrder found{&journey, 0, {0, 0, 1, order.cost ? 0 : 1}, 0, {}};
    shares.take(journey.shares);
    const auto within = [&](std::size_t i) {
      const Day day = day_of(Instant{journey.touches.clock_ms[i]});
      return touches_from <= day && day <= touches_until && is_asked(asked, keys, journey.touches, i);
    };
    const auto revenues = shares.split_after(order.left_minor, order.revenue.minor);
    for (std::size_t i = 0; i < journey.touches.size(); ++i) {
      if (!within(i)) continue;
      if (found.touchpoints++ == 0) found.first_touch = journey.touches.at(i);
      found.earned.revenue += revenues[i];
      found.share += journey.shares[i];
    }
    if (found.touchpoints == 0) return;
    const auto margins = shares.split_after(order.left_margin_minor, margin_of(order));
    for (std::size_t i = 0; i < journey.touches.size(); ++i) {
      if (within(i)) found.earned.margin += margins[i];
    }
    use(found);
  });
}

}  // namespace accord::roi
