// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lessons.hpp"

#include <algorithm>
#include <cmath>

#include "funnel/funnel.hpp"
#include "roi/ledger.hpp"

namespace accord::roi {
namespace {

constexpr std::size_t orders_needed = 30;
constexpr double usual_share = 0.9;

/// All that was booked up to the day, by the rules that bind on it.
Question of_everything(const Read& read, Day as_of) {
  Question question;
  static_cast<CreditRules&>(question) = basis_on(read, as_of).rules;
  question.by = Dimension::campaign;
  question.from = add_months(as_of, -36) + 1;
  question.until = as_of;
  return question;
}

std::vector<bool> touched_campaigns(const touchpoint::Touches& all) {
  std::vector<bool> is_touched;
  all.each([&](const touchpoint::TouchColumns& touches, std::size_t i) {
    const auto campaign = touches.campaign(i);
    if (is_touched.size() <= campaign) is_touched.resize(campaign + 1);
    is_touched[campaign] = true;
  });
  return is_touched;
}

Lessons lessons_of(const Read& read, Day as_of) {
  Lessons lessons;
  std::vector<std::int64_t> lags;
  const auto question = of_everything(read, as_of);
  ledger(read, question.currency_day)->each(question, [&](const Journey& journey) {
    if (journey.touches.empty() || journey.order->is_refund) return;
    lags.push_back((journey.order->at.ms - journey.touches.at_ms.front()) / ms_per_day);
    for (std::size_t i = 0; i < journey.touches.size(); ++i)
      lessons.campaigns.insert(journey.touches.campaign(i));
  });
  lessons.is_touched = touched_campaigns(ledger(read, question.currency_day)->touches());
  lessons.orders = static_cast<std::int64_t>(lags.size());
  if (lags.size() < orders_needed) return lessons;
  const auto rank =
      static_cast<std::ptrdiff_t>(std::ceil(usual_share * static_cast<double>(lags.size()))) - 1;
  std::ranges::nth_element(lags, lags.begin() + rank);
  lessons.lag_days = lags[static_cast<std::size_t>(rank)];
  return lessons;
}

}  // namespace

std::shared_ptr<const Lessons> lessons(const Read& read, Day as_of) {
  return read.kept<Lessons>("roi lessons " + to_string(as_of), [&] { return lessons_of(read, as_of); });
}

std::map<std::int64_t, Cost> cost_by_campaign(const Read& read, Day as_of) {
  const auto own = funnel::currency_of(read);
  std::map<std::int64_t, Cost> costs;
  const auto all = spend::spent(read);
  for (const auto& spent : *all) {
    const bool counts = spent.campaign != 0 && spent.day <= as_of && spent.day > add_months(as_of, -12);
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
