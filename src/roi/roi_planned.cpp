// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_planned.hpp"

#include <algorithm>
#include <array>

#include "campaign_plan/campaign_plan.hpp"
#include "db/counts_as.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::roi {
namespace {

/// Money that is spread evenly over the days from the first to the last.
struct Spread {
  std::int64_t minor = 0;
  Day from, until;

  /// What of it falls into the days up to this one, rounded half up; differences of it sum to all of it.
  std::int64_t until_day(Day day) const {
    const std::int64_t days = until - from + 1;
    const std::int64_t past = std::clamp<std::int64_t>(day - from + 1, 0, days);
    const auto share = static_cast<Sums::Wide>(minor) * past * 2 + days;
    return static_cast<std::int64_t>(share / (2 * days));
  }
  std::int64_t between(Day first, Day last) const {
    return first > last || from > until ? 0 : until_day(last) - until_day(first - 1);
  }
};

template <class T>
std::vector<Key> keys_of(const std::vector<Id<T>>& ids) {
  std::vector<Key> keys;
  for (const auto id : ids) keys.push_back(id.number);
  if (keys.empty()) keys.push_back(0);
  return keys;
}

/// The lines of a campaign that are told by what it is for: one, none, or several.
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
    case Dimension::segment:
      return {industry_called(campaign.industry.value_or(""))};
    default:
      return {};
  }
}

/// What signed plans say that campaigns cost in a territory; of the versions that speak of the same days, the
/// newest.
class SignedPlans {
 public:
  SignedPlans(const Read& read, Currency own) {
    std::map<std::pair<std::int64_t, Day>, agreement::Term> newest;  // by territory and the plan's first day
    const auto campaigns = counts_as(read, "campaign");
    for (auto& term : agreement::terms_of(read, campaign_plan::plan_kind.name)) {
      if (!term.territory || !term.is_signed) continue;
      const auto body = from_json<campaign_plan::CampaignPlan>(parse_json(term.version.body.text));
      auto [place, is_new] = newest.try_emplace({term.territory->number, body.starts_on}, term);
      if (!is_new && place->second.version.number < term.version.number) place->second = std::move(term);
    }
    for (const auto& [where, term] : newest) {
      const auto body = from_json<campaign_plan::CampaignPlan>(parse_json(term.version.body.text));
      for (const auto& clause : body.campaigns)
        add(by_campaign_[campaigns->of(clause.campaign.number)][where.first], body, clause, own);
    }
  }

  /// By territory; nothing where no plan names the campaign.
  const std::map<Key, std::vector<Spread>>& of(std::int64_t campaign) const {
    static const std::map<Key, std::vector<Spread>> none;
    const auto found = by_campaign_.find(campaign);
    return found == by_campaign_.end() ? none : found->second;
  }

 private:
  /// Month by month where the plan says that, else evenly.
  static void add(std::vector<Spread>& spreads, const campaign_plan::CampaignPlan& plan,
                  const campaign_plan::PlannedCampaign& clause, Currency own) {
    const Day from = clause.starts_on.value_or(plan.starts_on), until = clause.ends_on.value_or(plan.ends_on);
    if (clause.planned.currency != own) return;
    if (clause.months.empty()) return spreads.push_back({clause.planned.minor, from, until});
    for (const auto& month : clause.months)
      spreads.push_back({month.planned.minor, std::max(from, month.month),
                         std::min(until, add_months(month.month, 1) - 1)});
  }

  std::map<std::int64_t, std::map<Key, std::vector<Spread>>> by_campaign_;
};

class Plan {
 public:
  Plan(const Read& read, const Question& question, Currency own, Lines& lines)
      : question_(question), lines_(lines) {
    if (question.by == Dimension::territory) plans_.emplace(read, own);
    for (std::size_t i = 0; i < question.only.size(); ++i) {
      const auto by = static_cast<Dimension>(i);
      if (question.only[i]) only_.emplace_back(by, with_those_below(read, by, *question.only[i]));
    }
  }

  /// Whether it can be told what of it falls into which days does not change to which lines it belongs.
  void leave_out(const campaign::Campaign& campaign) {
    if (kept(campaign) == How::not_at_all) return;
    ++lines_.booked.plans_left_out;
    for (const auto key : keys_of(question_.by, campaign)) ++lines_.by_key[key].plans_left_out;
  }

  void add(const campaign::Campaign& campaign, std::int64_t minor) {
    const Spread budget{minor, *campaign.starts_on, *campaign.ends_on};
    const Day from = std::max(question_.from, budget.from), until = std::min(question_.until, budget.until);
    const auto how = kept(campaign);
    if (how == How::not_at_all) return;
    if (how == How::in_part) return leave_undivided(campaign, from, until);
    put(lines_.booked, budget.between(from, until));
    if (is_of_periods()) return add_periods(budget, from, until);
    const auto keys = keys_of(question_.by, campaign);
    if (question_.by == Dimension::territory && (keys.size() > 1 || keys.front() == 0))
      return add_territories(campaign, keys, budget.between(from, until));
    if (keys.size() == 1) return put(lines_.by_key[keys.front()], budget.between(from, until));
    for (const auto key : keys) ++lines_.by_key[key].plans_undivided;
  }

 private:
  enum class How : std::uint8_t { whole, in_part, not_at_all };

  /// How much of its budget is for what is asked for alone.
  How kept(const campaign::Campaign& campaign) const {
    auto how = How::whole;
    for (const auto& [by, lines] : only_) {
      const auto keys = keys_of(by, campaign);
      const auto count =
          std::ranges::count_if(keys, [&](Key key) { return std::ranges::find(lines, key) != lines.end(); });
      if (count == 0) return How::not_at_all;
      if (count < std::ssize(keys)) how = How::in_part;
    }
    return how;
  }

  bool is_of_periods() const {
    return question_.by == Dimension::month || question_.by == Dimension::quarter;
  }
  Key period_key(Day day) const { return question_.by == Dimension::month ? month_of(day) : quarter_of(day); }

  void leave_undivided(const campaign::Campaign& campaign, Day from, Day until) {
    ++lines_.booked.plans_undivided;
    for (const auto key : keys_of(question_.by, campaign)) ++lines_.by_key[key].plans_undivided;
    for (Day day = from; is_of_periods() && day <= until;
         day = period_of(question_, period_key(day)).until + 1)
      ++lines_.by_key[period_key(day)].plans_undivided;
  }

  void add_periods(const Spread& budget, Day from, Day until) {
    while (from <= until) {
      const auto key = period_key(from);
      const Day end = std::min(until, period_of(question_, key).until);
      put(lines_.by_key[key], budget.between(from, end));
      from = end + 1;
    }
  }

  /// Where it is for several, or everywhere, each territory whose people signed what it costs there has that.
  /// Of one that runs everywhere, the rest stays that of no territory; of one for several, nobody divided it.
  void add_territories(const campaign::Campaign& campaign, const std::vector<Key>& keys, std::int64_t all) {
    const auto& signed_plans = plans_->of(campaign.id.number);
    const bool is_everywhere = keys.front() == 0;
    std::int64_t said = 0;
    for (const auto& [territory, spreads] : signed_plans) {
      if (!is_everywhere && std::ranges::find(keys, territory) == keys.end()) continue;
      std::int64_t minor = 0;
      for (const auto& spread : spreads)
        minor +=
            spread.between(std::max(question_.from, spread.from), std::min(question_.until, spread.until));
      if (minor == 0) continue;
      lines_.by_key[territory].planned += minor;
      lines_.by_key[territory].planned_by_plans += minor;
      said += minor;
    }
    if (is_everywhere) {
      const auto taken = std::min(said, all);
      lines_.by_key[0].planned_by_plans -= taken;
      return put(lines_.by_key[0], all - taken);
    }
    for (const auto key : keys) {
      if (!signed_plans.contains(key)) ++lines_.by_key[key].plans_undivided;
    }
  }

  static void put(Sums& sums, std::int64_t minor) {
    sums.planned += minor;
    ++sums.plans;
  }

  const Question& question_;
  std::optional<SignedPlans> plans_;  ///< where territories are told
  Lines& lines_;
  std::vector<std::pair<Dimension, std::vector<Key>>> only_;
};

}  // namespace

bool is_planned_by(Dimension by) { return by != Dimension::salesperson; }

void add_planned(const Read& read, const Question& question, Currency own, Lines& lines) {
  const auto rates = exchange_rate::rates(read);
  Plan plan(read, question, own, lines);
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
