// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/figure.hpp"
#include "campaign_plan/follow_up.hpp"

namespace accord::campaign_plan {

/// Which days the calendar shows: a quarter or a year.
struct Span {
  Day from, until;
};
/// `2026-Q4` or `2026`; throws ShapeError for anything else.
Span span_in(const std::string&);
/// `2026-Q4` of a day.
std::string quarter_of(Day);

/// Where a campaign stands with those who sign: in a plan that is in force in its days, in a draft, in none.
enum class Signing : std::uint8_t { signed_plan, draft, none };

/// A campaign as both sides see it.
struct CalendarRow {
  Id<campaign::Campaign> id;
  std::string name;
  std::optional<Id<campaign::Channel>> channel;
  std::string channel_name;
  Side side = Side::marketing;
  std::optional<Day> starts_on, ends_on;
  std::string status;  ///< "Running until 12 December 2026"
  std::vector<Id<product::Product>> products;
  std::vector<std::string> product_names;
  std::vector<Id<territory::Territory>> territories;
  std::vector<std::string> territory_names;
  std::string owner_name;
  Figure planned, actual, difference;
  std::string basis;  ///< what planned and actual are of
  Signing signing = Signing::none;
  std::string signing_words;  ///< "Signed by Maria Keller and Sam Ortiz on 28 September 2026"
  std::string plan;           ///< the version's page; empty where it stands in none
  std::vector<TaskRow> tasks;
};
/// The campaigns that run on some day of these, by their first day; what the actor may see.
std::vector<CalendarRow> calendar_of(const Read&, const Span&, Day today);

/// A month of a campaign.
struct MonthAgainst {
  Day month;
  Figure planned, actual, difference;
};
/// A plan that names a campaign.
struct PlanOfCampaign {
  std::string name, link, signing_words;
  bool is_signed = false;
  Day starts_on, ends_on;
  Money planned;
  std::optional<std::int64_t> expected_leads;
};
/// One campaign, planned against actual.
struct PlanAgainstActual {
  Id<campaign::Campaign> id;
  std::string name, status, signing_words, basis;
  Figure planned, actual, difference;
  std::vector<MonthAgainst> months;
  std::vector<PlanOfCampaign> plans;
  std::vector<TaskRow> tasks;
};
/// Nothing where the actor may not see the campaign.
std::optional<PlanAgainstActual> against_actual(const Read&, Id<campaign::Campaign>, const Span&, Day today);

/// "Running until 12 December 2026", "Starts on 3 January 2027", "Over since 3 October 2026"
std::string status_of(const std::optional<Day>& starts_on, const std::optional<Day>& ends_on, Day today);

}  // namespace accord::campaign_plan

namespace accord {
template <>
inline constexpr std::array<std::string_view, 3> choices_of<campaign_plan::Signing>{"signed_plan", "draft",
                                                                                    "none"};
template <>
inline constexpr auto described<campaign_plan::CalendarRow> = record(
    "calendar_row", "A campaign as the calendar of both sides shows it.",
    field(&campaign_plan::CalendarRow::id, "id", "The campaign's number."),
    field(&campaign_plan::CalendarRow::name, "name", "Its name.", searched),
    field(&campaign_plan::CalendarRow::channel, "channel", "On which channel it reaches customers."),
    field(&campaign_plan::CalendarRow::channel_name, "channel_name", "The channel's name.", searched),
    field(&campaign_plan::CalendarRow::side, "side", "Whose campaign it is."),
    field(&campaign_plan::CalendarRow::starts_on, "starts_on", "Its first day."),
    field(&campaign_plan::CalendarRow::ends_on, "ends_on", "Its last day; nothing where it runs on."),
    field(&campaign_plan::CalendarRow::status, "status", "Where it stands today, in words."),
    field(&campaign_plan::CalendarRow::products, "products", "What it is for; none for all."),
    field(&campaign_plan::CalendarRow::product_names, "product_names", "The names of those products."),
    field(&campaign_plan::CalendarRow::territories, "territories",
          "Where you work of where it runs; none anywhere for everywhere."),
    field(&campaign_plan::CalendarRow::territory_names, "territory_names", "The territories' names."),
    field(&campaign_plan::CalendarRow::owner_name, "owner_name", "Who answers for it.", searched),
    field(&campaign_plan::CalendarRow::planned, "planned",
          "What signed plans say it costs in their days; its budget where none names it."),
    field(&campaign_plan::CalendarRow::actual, "actual", "What was spent of that, as invoiced, without pay."),
    field(&campaign_plan::CalendarRow::difference, "difference", "Actual less planned."),
    field(&campaign_plan::CalendarRow::basis, "basis", "What planned and actual are of, in words."),
    field(&campaign_plan::CalendarRow::signing, "signing",
          "Whether it stands in a plan that its territory's people signed, in a draft, or in none."),
    field(&campaign_plan::CalendarRow::signing_words, "signing_words", "The same in words."),
    field(&campaign_plan::CalendarRow::plan, "plan", "The page of that plan; empty for none."),
    field(&campaign_plan::CalendarRow::tasks, "tasks", "What sales does for it, and by when."));
template <>
inline constexpr auto described<campaign_plan::MonthAgainst> =
    record("month_against", "A month of a campaign, planned against actual.",
           field(&campaign_plan::MonthAgainst::month, "month", "The month, by its first day."),
           field(&campaign_plan::MonthAgainst::planned, "planned", "What plans say of the month."),
           field(&campaign_plan::MonthAgainst::actual, "actual", "What was spent in it, without pay."),
           field(&campaign_plan::MonthAgainst::difference, "difference", "Actual less planned."));
template <>
inline constexpr auto described<campaign_plan::PlanOfCampaign> = record(
    "plan_of_campaign", "A plan that names a campaign.",
    field(&campaign_plan::PlanOfCampaign::name, "name", "Which version of which territory's plan."),
    field(&campaign_plan::PlanOfCampaign::link, "link", "Its page."),
    field(&campaign_plan::PlanOfCampaign::signing_words, "signing_words", "Who signed it, in words."),
    field(&campaign_plan::PlanOfCampaign::is_signed, "is_signed", "Whether it is signed by all."),
    field(&campaign_plan::PlanOfCampaign::starts_on, "starts_on", "The plan's first day."),
    field(&campaign_plan::PlanOfCampaign::ends_on, "ends_on", "The plan's last day."),
    field(&campaign_plan::PlanOfCampaign::planned, "planned", "What the campaign costs in these days."),
    field(&campaign_plan::PlanOfCampaign::expected_leads, "expected_leads", "How many leads are expected.",
          unit::count));
template <>
inline constexpr auto described<campaign_plan::PlanAgainstActual> = record(
    "plan_against_actual", "A campaign, planned against actual.",
    field(&campaign_plan::PlanAgainstActual::id, "id", "The campaign's number."),
    field(&campaign_plan::PlanAgainstActual::name, "name", "Its name."),
    field(&campaign_plan::PlanAgainstActual::status, "status", "Where it stands today, in words."),
    field(&campaign_plan::PlanAgainstActual::signing_words, "signing_words",
          "Who signed its plan, in words."),
    field(&campaign_plan::PlanAgainstActual::basis, "basis", "What planned and actual are of, in words."),
    field(&campaign_plan::PlanAgainstActual::planned, "planned", "What it costs as planned."),
    field(&campaign_plan::PlanAgainstActual::actual, "actual", "What was spent, as invoiced, without pay."),
    field(&campaign_plan::PlanAgainstActual::difference, "difference", "Actual less planned."),
    field(&campaign_plan::PlanAgainstActual::months, "months", "The same month by month."),
    field(&campaign_plan::PlanAgainstActual::plans, "plans", "The plans that name it, drafts as well."),
    field(&campaign_plan::PlanAgainstActual::tasks, "tasks", "What sales does for it, and by when."));
}  // namespace accord
