// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "campaign/campaign.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "touchpoint/touchpoint.hpp"

/// What a territory's people sign before money goes out: its campaigns of a period, with what each may cost
/// and what sales will do for it. The calendar shows it beside what happened.
namespace accord::campaign_plan {

/// What a campaign is to cost in one month.
struct PlannedMonth {
  Day month;  ///< its first day
  Money planned;
};

/// What sales promises to do for a campaign, and what will show that it was done.
struct SalesTask {
  std::string name{};
  std::optional<Id<people::Person>> person{};
  Day due_on{};
  std::optional<touchpoint::TouchKind> kind{};  ///< nothing: of any kind
  std::int64_t at_least = 1;
};

/// One clause: a campaign as both sides want it in these days.
struct PlannedCampaign {
  std::string name{};
  Id<campaign::Campaign> campaign{};
  Money planned{};
  std::optional<Day> starts_on{}, ends_on{};  ///< nothing: the plan's
  std::vector<PlannedMonth> months{};         ///< none: not said by month
  std::vector<Id<product::Product>> products{};
  std::vector<SalesTask> tasks{};
  std::optional<std::int64_t> expected_leads{};
};

/// The body of an agreement.
struct CampaignPlan {
  Day starts_on, ends_on;
  Money budget;
  double tolerance_percent = 10;
  std::vector<PlannedCampaign> campaigns;
};

/// Money that is spread evenly over the days from the first to the last; of these some may not count.
struct PlannedMoney {
  std::int64_t minor = 0;
  Day from, until;
  Day counts_from{std::numeric_limits<std::int32_t>::min()},
      counts_until{std::numeric_limits<std::int32_t>::max()};
  std::string said_by{}, link{};  ///< the version of a plan; of a budget empty

  bool is_budget() const { return link.empty(); }
  /// What of it falls into these days; parts of it sum to the whole.
  std::int64_t between(Day first, Day last) const;
};
std::int64_t between(const std::vector<PlannedMoney>&, Day first, Day last);

/// What one version of a plan says of a campaign, and on which days it is the one that holds in its place.
struct SaidOfCampaign {
  std::int64_t territory = 0;  ///< whose plan it is; 0 for the company's
  std::int64_t version = 0;
  std::string link{};
  Money whole{};                            ///< of all its days
  std::vector<PlannedMoney> money{};        ///< a month each where it says months
  std::vector<std::pair<Day, Day>> days{};  ///< its own, less those of newer versions; by day

  bool holds(Day) const;
};

/// Days on which the same plans say what a campaign costs, or none does.
struct PlannedDays {
  Day from, until;
  std::vector<const SaidOfCampaign*> said{};
  bool is_signed = false;  ///< wherever the campaign runs
};

/// What is planned for campaigns: by the plans in force, and by budgets on days of which these do not speak
/// wherever the campaign runs. The return, the calendar and a campaign's own page ask it alone, so that they
/// tell one number.
class PlannedSpend {
 public:
  explicit PlannedSpend(const Read&);
  /// By the versions that were in force up to a day.
  PlannedSpend(const Read&, Day as_of);

  /// Of each campaign that a plan in force names what they say, by territory.
  const std::map<std::int64_t, std::vector<SaidOfCampaign>>& all() const { return by_campaign_; }
  /// The same of one; nothing where no plan names it.
  const std::vector<SaidOfCampaign>& of(std::int64_t campaign) const;
  /// All days that there are, in stretches: in a territory the nearest plan that names the campaign holds.
  std::vector<PlannedDays> days_of(const campaign::Campaign&) const;
  /// Its budget in the company's currency; nothing where a day or the rate of the first is not known.
  std::optional<PlannedMoney> budget_of(const campaign::Campaign&) const;
  /// Plans, where they hold wherever it runs or there is no budget; else the budget.
  std::vector<PlannedMoney> planned(const campaign::Campaign&, const std::optional<PlannedMoney>& budget,
                                    bool with_plans) const;
  /// The territories in which a version is the nearest that names the campaign on a day.
  std::vector<std::int64_t> reach_of(const SaidOfCampaign&, std::int64_t campaign, Day) const;

 private:
  const SaidOfCampaign* nearest(const std::vector<SaidOfCampaign>&, std::int64_t territory, Day) const;
  PlannedDays days_from(const campaign::Campaign&, Day from, Day until) const;

  Currency currency_;
  std::shared_ptr<const exchange_rate::Rates> rates_;
  territory::Lineages lineages_;
  std::map<std::int64_t, std::vector<SaidOfCampaign>> by_campaign_;
};

extern const agreement::Kind plan_kind;
extern const Subject subject;

}  // namespace accord::campaign_plan

namespace accord {
template <>
inline constexpr auto described<campaign_plan::PlannedMonth> =
    record("planned_month", "What a campaign is to cost in one month.",
           field(&campaign_plan::PlannedMonth::month, "month", "The month, by its first day."),
           field(&campaign_plan::PlannedMonth::planned, "planned", "What goes out in it."));
template <>
inline constexpr auto described<campaign_plan::SalesTask> = record(
    "sales_task", "What sales will do for a campaign.",
    field(&campaign_plan::SalesTask::name, "name", "What sales will do: “Call the scan list”.", up_to(200)),
    field(&campaign_plan::SalesTask::person, "person", "Who sees to it; nothing for all of sales there."),
    field(&campaign_plan::SalesTask::due_on, "due_on", "By which day."),
    field(&campaign_plan::SalesTask::kind, "kind",
          "Which kind of touchpoint by sales shows that it was done; nothing for any."),
    field(&campaign_plan::SalesTask::at_least, "at_least", "How many of them show that it was done.",
          has_default, unit::count));
template <>
inline constexpr auto described<campaign_plan::PlannedCampaign> = record(
    "planned_campaign", "A campaign as both sides want it in the plan's days.",
    field(&campaign_plan::PlannedCampaign::name, "name", "What both sides call it.", up_to(200)),
    field(&campaign_plan::PlannedCampaign::campaign, "campaign", "Which campaign it is."),
    field(&campaign_plan::PlannedCampaign::planned, "planned", "What it costs in these days, without pay."),
    field(&campaign_plan::PlannedCampaign::starts_on, "starts_on", "Its first day; nothing for the plan's."),
    field(&campaign_plan::PlannedCampaign::ends_on, "ends_on", "Its last day; nothing for the plan's."),
    field(&campaign_plan::PlannedCampaign::months, "months",
          "The same month by month, adding up to it; none where that is left open.", has_default, up_to(12)),
    field(&campaign_plan::PlannedCampaign::products, "products", "What it is for; none for all.", has_default,
          up_to(100)),
    field(&campaign_plan::PlannedCampaign::tasks, "tasks", "What sales will do, who and by when.",
          has_default, up_to(50)),
    field(&campaign_plan::PlannedCampaign::expected_leads, "expected_leads",
          "How many leads both sides expect of it.", unit::count));
template <>
inline constexpr auto described<campaign_plan::CampaignPlan> =
    record("campaign_plan", "The campaigns of a period, with what each costs and what sales does for it.",
           field(&campaign_plan::CampaignPlan::starts_on, "starts_on", "The plan's first day."),
           field(&campaign_plan::CampaignPlan::ends_on, "ends_on", "The plan's last day."),
           field(&campaign_plan::CampaignPlan::budget, "budget",
                 "What all of it costs; its campaigns add up to it."),
           field(&campaign_plan::CampaignPlan::tolerance_percent, "tolerance_percent",
                 "By how much a campaign may cost more before it is a gap.", has_default, unit::percent),
           field(&campaign_plan::CampaignPlan::campaigns, "campaigns", "The campaigns.", up_to(200)));
}  // namespace accord
