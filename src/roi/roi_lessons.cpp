// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lessons.hpp"

#include "funnel/funnel.hpp"
#include "roi/roi_lag.hpp"

namespace accord::roi {
namespace {

std::vector<bool> touched_campaigns(const touchpoint::Touches& all) {
  std::vector<bool> is_touched;
  all.each([&](const touchpoint::TouchColumns& touches, std::size_t i) {
    const auto campaign = touches.campaign(i);
    if (is_touched.size() <= campaign) is_touched.resize(campaign + 1);
    is_touched[campaign] = true;
  });
  return is_touched;
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
  lessons.is_touched = touched_campaigns(all->touches());
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
    auto [place, is_new] = costs.try_emplace(spent.campaign, Cost{0, 0, 0, spent.side, spent.day});
    if (spent.amount.currency != own) {
      ++place->second.without_rate;
      continue;
    }
    place->second.minor += spent.amount.minor;
    ++place->second.entries;
    place->second.last = spent.day;
  }
  return costs;
}

}  // namespace accord::roi
