// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_planned.hpp"

#include <algorithm>

#include "exchange_rate/exchange_rate.hpp"

namespace accord::roi {
namespace {

/// What of a budget falls into the days up to this one, rounded half up; differences of it sum to the budget.
std::int64_t planned_until(const campaign::Campaign& campaign, std::int64_t minor, Day day) {
  const std::int64_t days = *campaign.ends_on - *campaign.starts_on + 1;
  const std::int64_t past = std::clamp<std::int64_t>(day - *campaign.starts_on + 1, 0, days);
  const auto share = static_cast<Sums::Wide>(minor) * past * 2 + days;
  return static_cast<std::int64_t>(share / (2 * days));
}

/// The lines of a campaign that are told by what it is for: one, none, or several that nobody has divided its
/// budget among.
template <class T>
std::vector<Key> keys_of(const std::vector<Id<T>>& ids) {
  std::vector<Key> keys;
  for (const auto id : ids) keys.push_back(id.number);
  if (keys.empty()) keys.push_back(0);
  return keys;
}

std::vector<Key> keys_of(Dimension by, const campaign::Campaign& campaign) {
  switch (by) {
    case Dimension::channel:
      return {campaign.channel ? campaign.channel->number : 0};
    case Dimension::campaign:
      return {campaign.id.number};
    case Dimension::side:
      return {key_of(campaign.side)};
    case Dimension::product:
      return keys_of(campaign.products);
    case Dimension::territory:
      return keys_of(campaign.territories);
    default:
      return {};
  }
}

class Plan {
 public:
  Plan(const Question& question, Lines& lines) : question_(question), lines_(lines) {}

  /// Whether it can be told what of it falls into which days does not change to which lines it belongs.
  void leave_out(const campaign::Campaign& campaign) {
    ++lines_.booked.plans_left_out;
    for (const auto key : keys_of(question_.by, campaign)) ++lines_.by_key[key].plans_left_out;
  }

  void add(const campaign::Campaign& campaign, std::int64_t minor) {
    const Day from = std::max(question_.from, *campaign.starts_on);
    const Day until = std::min(question_.until, *campaign.ends_on);
    put(lines_.booked, campaign, minor, from, until);
    if (question_.by == Dimension::month || question_.by == Dimension::quarter)
      return add_periods(campaign, minor, from, until);
    const auto keys = keys_of(question_.by, campaign);
    if (keys.size() == 1) return put(lines_.by_key[keys.front()], campaign, minor, from, until);
    for (const auto key : keys) ++lines_.by_key[key].plans_undivided;
  }

 private:
  void add_periods(const campaign::Campaign& campaign, std::int64_t minor, Day from, Day until) {
    while (from <= until) {
      const auto key = question_.by == Dimension::month ? month_of(from) : quarter_of(from);
      const Day end = std::min(until, period_of(question_, key).until);
      put(lines_.by_key[key], campaign, minor, from, end);
      from = end + 1;
    }
  }

  static void put(Sums& sums, const campaign::Campaign& campaign, std::int64_t minor, Day from, Day until) {
    sums.planned += planned_until(campaign, minor, until) - planned_until(campaign, minor, from - 1);
    ++sums.plans;
  }

  const Question& question_;
  Lines& lines_;
};

}  // namespace

bool is_planned_by(Dimension by) { return by != Dimension::segment && by != Dimension::salesperson; }

void add_planned(const Read& read, const Question& question, Currency own, Lines& lines) {
  const auto rates = exchange_rate::rates(read);
  Plan plan(question, lines);
  for (const auto& campaign : with_a_budget(read)) {
    if (campaign.starts_on && *campaign.starts_on > question.until) continue;
    if (campaign.ends_on && *campaign.ends_on < question.from) continue;
    const bool has_days = campaign.starts_on && campaign.ends_on && *campaign.starts_on <= *campaign.ends_on;
    const auto budget = has_days ? rates->converted(*campaign.budget, *campaign.starts_on) : std::nullopt;
    const bool is_own = budget ? budget->currency == own : has_days && campaign.budget->currency == own;
    if (is_own) {
      plan.add(campaign, budget ? budget->minor : campaign.budget->minor);
    } else {
      plan.leave_out(campaign);
    }
  }
}

}  // namespace accord::roi
