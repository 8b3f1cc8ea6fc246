// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "campaign_plan/campaign_plan.hpp"
#include "db/counts_as.hpp"
#include "funnel/funnel.hpp"

namespace accord::campaign_plan {
namespace {

constexpr Day first_of_all{std::numeric_limits<std::int32_t>::min()};
constexpr Day last_of_all{std::numeric_limits<std::int32_t>::max()};

/// A version that is in force in its days.
struct Standing {
  agreement::Term term;
  CampaignPlan body;
  std::vector<std::pair<Day, Day>> days{};  ///< its own, less those of newer versions
};

/// In force on the last of its days that has come: what was signed once they were over is no plan.
bool is_standing(const agreement::Term& term, const CampaignPlan& body, Day today) {
  const Day day = std::clamp(today, body.starts_on, body.ends_on);
  return term.from <= day && (!term.until || day <= *term.until);
}

/// Takes days out of those that a version holds.
void take_out(std::vector<std::pair<Day, Day>>& days, Day from, Day until) {
  std::vector<std::pair<Day, Day>> left;
  for (const auto& [first, last] : days) {
    if (first < from) left.emplace_back(first, std::min(last, from - 1));
    if (last > until) left.emplace_back(std::max(first, until + 1), last);
  }
  days = std::move(left);
}

/// By territory, the newest version first; a newer one holds its own days, whatever it names.
std::map<std::int64_t, std::vector<Standing>> standing_of(const Read& read, Day as_of) {
  std::map<std::int64_t, std::vector<Standing>> by_territory;
  for (auto& term : agreement::terms_of(read, plan_kind.name)) {
    auto body = from_json<CampaignPlan>(parse_json(term.version.body.text));
    if (!is_standing(term, body, as_of)) continue;
    const auto territory = term.territory ? term.territory->number : 0;
    by_territory[territory].push_back({std::move(term), std::move(body)});
  }
  for (auto& [territory, versions] : by_territory) {
    std::ranges::sort(versions, std::ranges::greater{},
                      [](const Standing& one) { return one.term.version.number; });
    for (auto one = versions.begin(); one != versions.end(); ++one) {
      one->days = {{one->body.starts_on, one->body.ends_on}};
      for (auto newer = versions.begin(); newer != one; ++newer)
        take_out(one->days, newer->body.starts_on, newer->body.ends_on);
    }
    std::erase_if(versions, [](const Standing& one) { return one.days.empty(); });
  }
  return by_territory;
}

/// Month by month where the plan says that, else evenly; of the days on which the version holds.
void add_money(SaidOfCampaign& said, const Standing& plan, const PlannedCampaign& clause, Currency own) {
  if (clause.planned.currency != own) return;
  said.whole = Money{said.whole.minor + clause.planned.minor, own};
  const Day from = clause.starts_on.value_or(plan.body.starts_on),
            until = clause.ends_on.value_or(plan.body.ends_on);
  const auto put = [&](std::int64_t minor, Day first, Day last) {
    for (const auto& [holds_from, holds_until] : plan.days)
      said.money.push_back({minor, first, last, holds_from, holds_until, plan.term.name, plan.term.link});
  };
  if (clause.months.empty()) return put(clause.planned.minor, from, until);
  for (const auto& month : clause.months)
    put(month.planned.minor, std::max(from, month.month), std::min(until, add_months(month.month, 1) - 1));
}

}  // namespace

std::int64_t PlannedMoney::between(Day first, Day last) const {
  first = std::max({first, from, counts_from});
  last = std::min({last, until, counts_until});
  if (first > last) return 0;
  const std::int64_t days = until - from + 1;
  // Rounded half up to the end of a day, so that differences of it sum to all of it.
  const auto until_day = [&](Day day) {
    const std::int64_t past = std::clamp<std::int64_t>(day - from + 1, 0, days);
    __extension__ using Wide = __int128;
    return static_cast<std::int64_t>((static_cast<Wide>(minor) * past * 2 + days) / (2 * days));
  };
  return until_day(last) - until_day(first - 1);
}

std::int64_t between(const std::vector<PlannedMoney>& money, Day first, Day last) {
  std::int64_t minor = 0;
  for (const auto& one : money) minor += one.between(first, last);
  return minor;
}

bool SaidOfCampaign::holds(Day day) const {
  return std::ranges::any_of(days, [&](const auto& one) { return one.first <= day && day <= one.second; });
}

PlannedSpend::PlannedSpend(const Read& read) : PlannedSpend(read, people::today(read)) {}

PlannedSpend::PlannedSpend(const Read& read, Day as_of)
    : currency_(funnel::currency_of(read)),
      rates_(exchange_rate::rates(read)),
      lineages_(territory::all_lineages(read)) {
  const auto campaigns = counts_as(read, "campaign");
  for (const auto& [territory, versions] : standing_of(read, as_of)) {
    for (const auto& plan : versions) {
      for (const auto& clause : plan.body.campaigns) {
        auto& said = by_campaign_[campaigns->of(clause.campaign.number)];
        // Clauses of campaigns that turned out to be one are what one version says of it.
        if (said.empty() || said.back().link != plan.term.link) {
          auto& added = said.emplace_back();
          added.territory = territory;
          added.version = plan.term.version.number;
          added.link = plan.term.link;
          added.whole = {0, currency_};
          added.days = plan.days;
        }
        add_money(said.back(), plan, clause, currency_);
      }
    }
  }
}

const std::vector<SaidOfCampaign>& PlannedSpend::of(std::int64_t campaign) const {
  static const std::vector<SaidOfCampaign> none;
  const auto found = by_campaign_.find(campaign);
  return found == by_campaign_.end() ? none : found->second;
}

const SaidOfCampaign* PlannedSpend::nearest(const std::vector<SaidOfCampaign>& said, std::int64_t territory,
                                            Day day) const {
  const auto of_place = [&](std::int64_t place) -> const SaidOfCampaign* {
    const auto found = std::ranges::find_if(
        said, [&](const SaidOfCampaign& one) { return one.territory == place && one.holds(day); });
    return found == said.end() ? nullptr : &*found;
  };
  const auto line = lineages_.find(territory);
  if (line != lineages_.end()) {
    for (const auto above : line->second) {
      if (const auto* found = of_place(above.number)) return found;
    }
  }
  return of_place(0);
}

std::vector<std::int64_t> PlannedSpend::reach_of(const SaidOfCampaign& one, std::int64_t campaign,
                                                 Day day) const {
  std::vector<std::int64_t> reach;
  for (const auto& [territory, line] : lineages_) {
    if (nearest(of(campaign), territory, day) == &one) reach.push_back(territory);
  }
  return reach;
}

/// A plan is left out where nearer ones hold in all of its territories in which the campaign runs: no money
/// counts in it there.
PlannedDays PlannedSpend::days_from(const campaign::Campaign& campaign, Day from, Day until) const {
  const auto& said = of(campaign.id.number);
  PlannedDays days{from, until, {}, !campaign.territories.empty()};
  std::set<const SaidOfCampaign*> holding;
  for (const auto territory : campaign.territories) {
    const auto* found = nearest(said, territory.number, from);
    if (found == nullptr) days.is_signed = false;
    holding.insert(found);
  }
  const auto is_above = [&](const SaidOfCampaign& one) {
    return std::ranges::any_of(campaign.territories, [&](const auto& territory) {
      const auto line = lineages_.find(territory.number);
      return one.territory == 0 ||
             (line != lineages_.end() &&
              std::ranges::any_of(line->second, [&](const auto& at) { return at.number == one.territory; }));
    });
  };
  for (const auto& one : said) {
    if (!one.holds(from)) continue;
    if (campaign.territories.empty() && one.territory == 0) days.is_signed = true;
    if (holding.contains(&one) || !is_above(one)) days.said.push_back(&one);
  }
  return days;
}

std::vector<PlannedDays> PlannedSpend::days_of(const campaign::Campaign& campaign) const {
  std::set<Day> begins{first_of_all};
  for (const auto& one : of(campaign.id.number)) {
    for (const auto& [from, until] : one.days) begins.insert({from, until + 1});
  }
  std::vector<PlannedDays> found;
  for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
    const auto next = std::next(begin);
    auto days = days_from(campaign, *begin, next == begins.end() ? last_of_all : *next - 1);
    const bool is_same =
        !found.empty() && found.back().said == days.said && found.back().is_signed == days.is_signed;
    if (is_same)
      found.back().until = days.until;
    else
      found.push_back(std::move(days));
  }
  return found;
}

std::optional<PlannedMoney> PlannedSpend::budget_of(const campaign::Campaign& campaign) const {
  const bool has_days = campaign.starts_on && campaign.ends_on && *campaign.starts_on <= *campaign.ends_on;
  if (!has_days || !campaign.budget) return std::nullopt;
  const auto own = campaign.budget->currency == currency_
                       ? campaign.budget
                       : rates_->converted(*campaign.budget, *campaign.starts_on);
  if (!own || own->currency != currency_) return std::nullopt;
  PlannedMoney money;
  money.minor = own->minor;
  money.from = *campaign.starts_on;
  money.until = *campaign.ends_on;
  return money;
}

std::vector<PlannedMoney> PlannedSpend::planned(const campaign::Campaign& campaign,
                                                const std::optional<PlannedMoney>& budget,
                                                bool with_plans) const {
  std::vector<PlannedMoney> found;
  const auto add = [&](const PlannedMoney& money, const PlannedDays& days) {
    auto& one = found.emplace_back(money);
    one.counts_from = std::max(one.counts_from, days.from);
    one.counts_until = std::min(one.counts_until, days.until);
    if (std::max(one.from, one.counts_from) > std::min(one.until, one.counts_until)) found.pop_back();
  };
  // A clause of which nearer plans hold some days stands once for each stretch of the others.
  for (const auto& days : days_of(campaign)) {
    if (budget && !days.is_signed) {
      add(*budget, days);
      continue;
    }
    for (const auto* said : days.said) {
      for (const auto& money : said->money) {
        if (with_plans) add(money, days);
      }
    }
  }
  return found;
}

}  // namespace accord::campaign_plan
