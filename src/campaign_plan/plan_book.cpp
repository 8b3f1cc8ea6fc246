// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/plan_book.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "db/counts_as.hpp"
#include "funnel/funnel.hpp"
#include "spend/spend.hpp"

namespace accord::campaign_plan {
namespace {

/// What has been over for longer than this judges no more.
constexpr int months_after_end = 3;

std::vector<Plan> plans_of(const Read& read, const std::vector<agreement::Term>& terms) {
  std::vector<Plan> plans;
  for (const auto& term : terms)
    plans.push_back({term, as_counted(read, from_json<CampaignPlan>(parse_json(term.version.body.text)))});
  return plans;
}

/// What was promised for a campaign that counts as another is promised for that one.
void join(PlannedCampaign& clause, PlannedCampaign other) {
  if (clause.planned.currency == other.planned.currency) clause.planned += other.planned;
  clause.starts_on =
      clause.starts_on && other.starts_on ? std::min(clause.starts_on, other.starts_on) : std::nullopt;
  clause.ends_on = clause.ends_on && other.ends_on ? std::max(clause.ends_on, other.ends_on) : std::nullopt;
  std::ranges::move(other.months, std::back_inserter(clause.months));
  std::ranges::move(other.tasks, std::back_inserter(clause.tasks));
  if (other.expected_leads) clause.expected_leads = clause.expected_leads.value_or(0) + *other.expected_leads;
}

/// How many steps up whom a plan binds stands: 0 is the territory itself, the company stands above all.
std::optional<std::size_t> distance(const Plan& plan, const std::vector<Id<territory::Territory>>& line) {
  if (!plan.term.territory) return line.size();
  const auto found = std::ranges::find(line, *plan.term.territory);
  return found == line.end() ? std::nullopt : std::optional<std::size_t>(found - line.begin());
}

/// The one of these that holds for a territory on a day: the nearest, of several the newest version.
template <class Holds>
const Plan* nearest(const std::vector<Plan>& plans, const std::vector<Id<territory::Territory>>& line,
                    Holds holds) {
  const Plan* best = nullptr;
  std::size_t best_distance = 0;
  for (const auto& plan : plans) {
    const auto away = distance(plan, line);
    if (!away || !holds(plan)) continue;
    const bool is_nearer = best == nullptr || *away < best_distance;
    const bool is_newer =
        best != nullptr && *away == best_distance && plan.term.version.number > best->term.version.number;
    if (!is_nearer && !is_newer) continue;
    best = &plan;
    best_distance = *away;
  }
  return best;
}

bool is_in_force_on(const agreement::Term& term, Day day) {
  return term.from <= day && (!term.until || day <= *term.until);
}

std::string kinds_but_pay() {
  std::string link;
  for (const auto kind : choices_of<spend::SpendKind>) {
    if (kind != name_of(spend::SpendKind::pay)) link += "&kind=" + std::string(kind);
  }
  return link;
}

}  // namespace

CampaignPlan as_counted(const Read& read, CampaignPlan plan) {
  const auto campaigns = counts_as(read, "campaign");
  if (campaigns->is_empty()) return plan;
  std::vector<PlannedCampaign> clauses;
  for (auto& clause : plan.campaigns) {
    clause.campaign.number = campaigns->of(clause.campaign.number);
    const auto same = std::ranges::find(clauses, clause.campaign, &PlannedCampaign::campaign);
    if (same == clauses.end())
      clauses.push_back(std::move(clause));
    else
      join(*same, std::move(clause));
  }
  plan.campaigns = std::move(clauses);
  return plan;
}

const PlannedCampaign* Plan::clause_of(std::int64_t campaign) const {
  const auto found = std::ranges::find_if(
      body.campaigns, [&](const PlannedCampaign& one) { return one.campaign.number == campaign; });
  return found == body.campaigns.end() ? nullptr : &*found;
}

bool is_judged(const Plan& plan, Day as_of) {
  return plan.body.starts_on <= as_of && add_months(plan.body.ends_on, months_after_end) >= as_of &&
         plan.term.from <= as_of;
}

bool Judged::binds(std::int64_t territory) const {
  return territory == 0 ? holds_nowhere : std::ranges::binary_search(territories, territory);
}

PlanBook::PlanBook(const Read& read)
    : read_(read),
      signed_(plans_of(read, agreement::terms_of(read, plan_kind.name))),
      drafts_(plans_of(read, agreement::drafts_of(read, plan_kind.name))),
      lineages_(territory::all_lineages(read)),
      entries_(entries_by_campaign(read)),
      currency_(funnel::currency_of(read)) {}

const std::vector<Id<territory::Territory>>& PlanBook::lineage(std::int64_t territory) const {
  static const std::vector<Id<territory::Territory>> nowhere;
  const auto found = lineages_.find(territory);
  return found == lineages_.end() ? nowhere : found->second;
}

const Plan* PlanBook::binding(std::int64_t territory, Day day) const {
  return nearest(signed_, lineage(territory),
                 [&](const Plan& plan) { return plan.holds(day) && is_in_force_on(plan.term, day); });
}

Judged PlanBook::reach_of(const Plan& plan, Day day, std::string why_provisional) const {
  const bool is_binding = why_provisional.empty();
  const auto holds = [&](std::int64_t territory) {
    const auto* bound = binding(territory, day);
    if (is_binding || bound != nullptr) return bound == &plan;
    const auto away = distance(plan, lineage(territory));
    return away.has_value();
  };
  Judged judged{&plan, {}, holds(0), std::move(why_provisional)};
  for (const auto& [territory, line] : lineages_) {
    if (holds(territory)) judged.territories.push_back(territory);
  }
  return judged;
}

std::optional<Judged> PlanBook::standing(const Plan& plan, Day today) const {
  const Day day = std::clamp(today, plan.body.starts_on, plan.body.ends_on);
  const auto territory = plan.term.territory.value_or(Id<territory::Territory>{}).number;
  if (binding(territory, day) != &plan) return std::nullopt;
  return reach_of(plan, day, "");
}

std::vector<Judged> PlanBook::judging(Day as_of) const {
  std::vector<Judged> judging = provisional(as_of);
  for (const auto& plan : signed_) {
    if (!is_judged(plan, as_of)) continue;
    if (auto judged = standing(plan, as_of)) judging.push_back(std::move(*judged));
  }
  return judging;
}

/// Of drafts, and of versions that were signed after that day.
std::vector<Judged> PlanBook::provisional(Day as_of) const {
  std::vector<Judged> found;
  const auto add = [&](const Plan& plan, const char* why) {
    const auto& body = plan.body;
    if (body.starts_on > as_of || add_months(body.ends_on, months_after_end) < as_of) return;
    const Day day = std::min(as_of, body.ends_on);
    const auto territory = plan.term.territory.value_or(Id<territory::Territory>{}).number;
    if (binding(territory, day) == nullptr) found.push_back(reach_of(plan, day, why));
  };
  for (const auto& plan : drafts_) add(plan, "an unsigned draft");
  for (const auto& plan : signed_) {
    if (plan.term.from > as_of) add(plan, "not in force on that day");
  }
  return found;
}

std::optional<Day> PlanBook::signed_from(const Plan& plan, std::int64_t campaign, Day as_of) const {
  const auto& line = lineage(plan.term.territory.value_or(Id<territory::Territory>{}).number);
  std::optional<Day> first;
  for (const auto& other : signed_) {
    const bool is_of_these_days =
        other.body.starts_on <= plan.body.ends_on && plan.body.starts_on <= other.body.ends_on;
    if (other.term.from > as_of || !is_of_these_days || !distance(other, line)) continue;
    if (other.clause_of(campaign) == nullptr) continue;
    const Day from = std::max(other.term.from, other.body.starts_on);
    first = first ? std::min(*first, from) : from;
  }
  return first;
}

std::int64_t PlanBook::home_of(std::int64_t campaign) const {
  const auto record = read_.find(Id<campaign::Campaign>{campaign});
  if (!record || record->territories.empty()) return 0;
  for (const auto above : lineage(record->territories.front().number)) {
    const bool holds_all = std::ranges::all_of(record->territories, [&](const auto& one) {
      return std::ranges::find(lineage(one.number), above) != lineage(one.number).end();
    });
    if (holds_all) return above.number;
  }
  return 0;
}

std::vector<const Entry*> PlanBook::entries(const Judged& judged, std::int64_t campaign, Day from,
                                            Day until) const {
  std::vector<const Entry*> found;
  const auto all = entries_->find(campaign);
  if (all == entries_->end()) return found;
  const auto home = home_of(campaign);
  for (const auto& entry : all->second) {
    const bool is_in = from <= entry.day && entry.day <= until;
    if (is_in && judged.binds(entry.territory != 0 ? entry.territory : home)) found.push_back(&entry);
  }
  return found;
}

std::string PlanBook::entries_link(const Judged& judged, std::int64_t campaign, Day from, Day until) const {
  return entries_link(judged, std::vector{campaign}, from, until);
}

std::string PlanBook::entries_link(const Judged& judged, const std::vector<std::int64_t>& campaigns, Day from,
                                   Day until) const {
  std::string link = "/spend?";
  for (const auto campaign : campaigns) link += "campaign=" + std::to_string(campaign) + "&";
  link.pop_back();
  link += kinds_but_pay();
  for (const auto territory : judged.territories) link += "&territory=" + std::to_string(territory);
  if (judged.binds(home_of(campaigns.front()))) link += "&territory=";
  return link + "&day_from=" + to_string(from) + "&day_to=" + to_string(until);
}

std::string PlanBook::place(const Plan& plan) const {
  const auto where = plan.term.territory ? read_.find(*plan.term.territory) : std::nullopt;
  return where ? where->name : "the whole company";
}

Money sum_of(const std::vector<const Entry*>& entries, Currency currency) {
  Money sum{0, currency};
  for (const auto* entry : entries) {
    if (entry->value) sum += *entry->value;
  }
  return sum;
}

}  // namespace accord::campaign_plan
