// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lessons.hpp"

#include <algorithm>

#include "funnel/funnel.hpp"
#include "roi/roi_lag.hpp"

namespace accord::roi {
namespace {

/// How often something happened on each day.
class DaysMet {
 public:
  void add(Day day) {
    if (counts_.empty()) first_ = day;
    if (day < first_) {
      counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - day), 0);
      first_ = day;
    }
    const auto place = static_cast<std::size_t>(day - first_);
    if (place >= counts_.size()) counts_.resize(place + 1);
    ++counts_[place];
    ++all_;
  }
  /// The first day up to which nine in ten had happened; nothing where none has.
  std::optional<Day> mostly_by() const {
    std::int64_t until = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      until += counts_[i];
      if (until * 10 >= all_ * 9) return first_ + static_cast<int>(i);
    }
    return std::nullopt;
  }

 private:
  Day first_{};
  std::vector<std::uint32_t> counts_;
  std::int64_t all_ = 0;
};

void look_at_touchpoints(const touchpoint::Touches& all, Day as_of, Lessons& lessons) {
  std::vector<DaysMet> met;
  const auto end = start_of(as_of + 1).ms;
  all.each([&](const touchpoint::TouchColumns& touches, std::size_t i) {
    const auto campaign = touches.campaign(i);
    if (met.size() <= campaign) met.resize(campaign + 1);
    if (lessons.is_touched.size() <= campaign) lessons.is_touched.resize(campaign + 1);
    lessons.is_touched[campaign] = true;
    if (campaign != 0 && touches.account[i] != 0 && touches.clock_ms[i] < end)
      met[campaign].add(day_of({touches.clock_ms[i]}));
  });
  for (const auto& days : met) lessons.mostly_met_by.push_back(days.mostly_by());
}

void add_campaigns(const touchpoint::TouchColumns& touches, std::set<std::int64_t>& campaigns) {
  for (std::size_t i = 0; i < touches.size(); ++i) campaigns.insert(touches.campaign(i));
}

Lessons lessons_of(const Read& read, Day as_of) {
  const auto lags = lags_until(read, as_of);
  Lessons lessons;
  lessons.lag_days = lags->usual_days();
  lessons.orders = lags->orders();
  Question question;
  static_cast<CreditRules&>(question) = basis_on(read, as_of).rules;
  question.from = lags_from(as_of);
  question.until = as_of;
  const auto all = ledger(read, question.currency_day);
  for (const auto& part : all->parts(1)) {
    each_whole(*all, part, question.from, as_of,
               [&](const WholeJourney& journey) { add_campaigns(journey.touches, lessons.followed); });
    all->each(part, all->matches(part, question), question, Ledger::Shares::not_asked,
              [&](const Journey& journey) {
                if (journey.order->is_order()) add_campaigns(journey.touches, lessons.credited);
              });
  }
  look_at_touchpoints(all->touches(), as_of, lessons);
  return lessons;
}

}  // namespace

Fruit fruit_of(std::int64_t campaign, const Lessons& known) {
  if (!known.has_touchpoints(campaign)) return Fruit::unseen;
  return known.followed.contains(campaign) ? Fruit::beyond_lookback : Fruit::none;
}

std::shared_ptr<const Lessons> lessons(const Read& read, Day as_of) {
  return read.kept<Lessons>("roi lessons " + to_string(as_of), [&] { return lessons_of(read, as_of); });
}

std::map<std::int64_t, Cost> cost_by_campaign(const Read& read, Day from, Day until) {
  const auto own = funnel::currency_of(read);
  std::map<std::int64_t, Cost> costs;
  const auto all = spend::spent(read);
  for (const auto& spent : *all) {
    const bool counts = spent.campaign != 0 && from <= spent.day && spent.day <= until;
    if (!counts) continue;
    auto [place, is_new] = costs.try_emplace(spent.campaign, Cost{0, 0, 0, spent.side, spent.day, {}});
    if (spent.amount.currency != own) {
      ++place->second.without_rate;
      continue;
    }
    place->second.minor += spent.amount.minor;
    ++place->second.entries;
    place->second.last = spent.day;
  }
  for (auto& [campaign, cost] : costs) {
    const auto known = read.find(Id<campaign::Campaign>{campaign});
    if (known) cost.begins_on = known->starts_on;
  }
  return costs;
}

Day done_by(std::int64_t campaign, const Cost& cost, const Lessons& known) {
  const auto place = static_cast<std::size_t>(campaign);
  const auto met = place < known.mostly_met_by.size() ? known.mostly_met_by[place] : std::nullopt;
  return std::max({cost.last, met.value_or(cost.last), cost.begins_on.value_or(cost.last)});
}

}  // namespace accord::roi
