// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "campaign/campaign.hpp"
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
