// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "campaign_plan/plan_book.hpp"

namespace accord::campaign_plan {

/// Something sales did with a campaign's customers.
struct FollowUp {
  Day day;
  touchpoint::TouchKind kind = touchpoint::TouchKind::other;
};

/// By campaign, each by day: sales' touchpoints that name the campaign, and those on an account that the
/// campaign had reached before. Only of campaigns that some plan promises something for.
using FollowUps = std::map<std::int64_t, std::vector<FollowUp>>;
std::shared_ptr<const FollowUps> follow_ups(const Read&);
/// The same of campaigns that a draft nobody has stored names.
FollowUps follow_ups_of(const Read&, const std::vector<PlannedCampaign>&);

/// How far a promise is kept as of a day.
struct Progress {
  std::int64_t seen = 0;
  std::optional<Day> done_on;
  bool is_overdue = false;
};
/// Pure: of what was done from the clause's first day on, each counts that is of the kind agreed.
Progress progress_of(const SalesTask&, const std::vector<FollowUp>&, Day from, Day as_of);

/// One promise of one plan, as lists show it.
struct TaskRow {
  Id<TaskRow> id;  ///< of this list alone
  std::string name;
  Id<campaign::Campaign> campaign;
  std::string campaign_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  Day due_on;
  std::int64_t seen = 0, at_least = 1;
  std::optional<Day> done_on;
  bool is_overdue = false, is_signed = false;
  std::string sentence;  ///< "Call the scan list by 12 March 2026: Ana Silva; 3 of 20 calls seen"
  std::string plan;      ///< the version's page
};
/// Every promise of the plans that judge as of a day, and of those to come, by the day it is due.
std::vector<TaskRow> tasks_of(const Read&, const PlanBook&, Day as_of);

}  // namespace accord::campaign_plan

namespace accord {
template <>
inline constexpr auto described<campaign_plan::TaskRow> = record(
    "campaign_task", "What sales promised to do for a campaign, and how far that is.",
    field(&campaign_plan::TaskRow::id, "id", "The row's number in this list."),
    field(&campaign_plan::TaskRow::name, "name", "What sales will do.", searched),
    field(&campaign_plan::TaskRow::campaign, "campaign", "For which campaign."),
    field(&campaign_plan::TaskRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&campaign_plan::TaskRow::territory, "territory", "Where; nothing for the whole company."),
    field(&campaign_plan::TaskRow::territory_name, "territory_name", "The territory's name."),
    field(&campaign_plan::TaskRow::person, "person", "Who sees to it; nothing for all of sales there."),
    field(&campaign_plan::TaskRow::person_name, "person_name", "Their name.", searched),
    field(&campaign_plan::TaskRow::due_on, "due_on", "By which day."),
    field(&campaign_plan::TaskRow::seen, "seen",
          "How many touchpoints by sales are on record, with the campaign or with accounts that it had "
          "reached.",
          unit::count),
    field(&campaign_plan::TaskRow::at_least, "at_least", "How many show that it was done.", unit::count),
    field(&campaign_plan::TaskRow::done_on, "done_on", "The day on which so many were on record."),
    field(&campaign_plan::TaskRow::is_overdue, "is_overdue", "Its day has passed and it is not done."),
    field(&campaign_plan::TaskRow::is_signed, "is_signed", "Both sides signed it; else it is a draft's."),
    field(&campaign_plan::TaskRow::sentence, "sentence", "All of that in words."),
    field(&campaign_plan::TaskRow::plan, "plan", "The page of the version that says so."));
}  // namespace accord
