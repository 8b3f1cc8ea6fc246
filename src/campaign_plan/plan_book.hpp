// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "campaign_plan/campaign_plan_store.hpp"

namespace accord::campaign_plan {

/// A version with what it says, read once.
struct Plan {
  agreement::Term term;
  CampaignPlan body;

  bool holds(Day day) const { return body.starts_on <= day && day <= body.ends_on; }
  /// The clause of a campaign, or nullptr.
  const PlannedCampaign* clause_of(std::int64_t campaign) const;
  Day first_day(const PlannedCampaign& clause) const { return clause.starts_on.value_or(body.starts_on); }
  Day last_day(const PlannedCampaign& clause) const { return clause.ends_on.value_or(body.ends_on); }
};

/// The plan by what its campaigns count as today: clauses of campaigns that turned out to be one are one.
CampaignPlan as_counted(const Read&, CampaignPlan);

/// A plan with where it holds: the territories whose people it binds, and whether it holds for what is of no
/// territory.
struct Judged {
  const Plan* plan = nullptr;
  std::vector<std::int64_t> territories{};  ///< sorted
  bool holds_nowhere = false;               ///< what is of no territory is judged by it
  std::string why_provisional{};            ///< empty where it is in force

  bool is_binding() const { return why_provisional.empty(); }
  bool binds(std::int64_t territory) const;
};

/// Whether a signed plan is still judged on a day: it has begun, is in force, and has not been over for more
/// than three months.
bool is_judged(const Plan&, Day as_of);

/// Every version that says something of campaigns, and which of them holds for what on which day. A version
/// speaks of its own days only: one for the next quarter leaves this quarter's in its place.
class PlanBook {
 public:
  explicit PlanBook(const Read&);

  bool empty() const { return signed_.empty() && drafts_.empty(); }
  const std::vector<Plan>& in_force() const { return signed_; }
  const std::vector<Plan>& drafts() const { return drafts_; }
  /// The versions that judge what happened up to a day: in force on the last of their days that has come, and
  /// not over for more than three months; else drafts, provisionally.
  std::vector<Judged> judging(Day as_of) const;
  /// A version that is in force in its days, with where it holds; nothing where another took its place.
  std::optional<Judged> standing(const Plan&, Day today) const;
  /// From which day on the people of a plan's territory have signed that money goes out on a campaign, up to
  /// a day; nothing where they have not.
  std::optional<Day> signed_from(const Plan&, std::int64_t campaign, Day as_of) const;
  /// Where an entry counts that names no territory: in the nearest one that holds all in which its campaign
  /// runs; 0 for the company.
  std::int64_t home_of(std::int64_t campaign) const;
  /// The entries of a campaign that a plan holds, between two days, by day.
  std::vector<const Entry*> entries(const Judged&, std::int64_t campaign, Day from, Day until) const;
  /// The list of those entries, for who may see single ones.
  std::string entries_link(const Judged&, std::int64_t campaign, Day from, Day until) const;
  /// The same of several, whose homes are all held or none of them.
  std::string entries_link(const Judged&, const std::vector<std::int64_t>& campaigns, Day from,
                           Day until) const;
  /// A territory with those above it, nearest first.
  const std::vector<Id<territory::Territory>>& lineage(std::int64_t territory) const;
  /// "South", "the whole company"
  std::string place(const Plan&) const;
  const Entries& all_entries() const { return *entries_; }
  Currency currency() const { return currency_; }

 private:
  const Plan* binding(std::int64_t territory, Day day) const;
  Judged reach_of(const Plan&, Day day, std::string why_provisional) const;
  std::vector<Judged> provisional(Day as_of) const;

  const Read& read_;
  std::vector<Plan> signed_, drafts_;
  territory::Lineages lineages_;
  std::shared_ptr<const Entries> entries_;
  Currency currency_;
};

/// What some entries come to in the company's currency, of those that have a rate.
Money sum_of(const std::vector<const Entry*>&, Currency);

}  // namespace accord::campaign_plan
