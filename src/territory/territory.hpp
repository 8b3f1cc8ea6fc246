// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "web/subject.hpp"

namespace accord::territory {

/// A part of the market that people are responsible for; territories form a tree.
struct Territory {
  Id<Territory> id;
  std::string name;
  std::optional<Id<Territory>> parent;
  std::string time_zone;  ///< IANA name; empty: that of the territory above, at the top the company's
  std::optional<std::int64_t> work_start_minute;  ///< of the local day; nothing: as above, at the top 9:00
  std::optional<std::int64_t> work_end_minute;    ///< nothing: as above, at the top 17:00
  std::string system;                             ///< of record; empty: Accord
};

/// A territory as lists show it.
struct TerritoryRow {
  Id<Territory> id;
  std::string name;
  std::optional<Id<Territory>> territory;  ///< itself: what the reader may see is judged by this field
  std::optional<Id<Territory>> parent;
  std::optional<std::string> parent_name;
  std::string time_zone;
  std::optional<std::int64_t> work_start_minute, work_end_minute;
  std::string system;
};

/// A day on which a territory (or, without one, the whole company) does not work.
struct Holiday {
  Id<Holiday> id;
  std::optional<Id<Territory>> territory;
  Day on;
  std::string name;
};

inline constexpr Right see_territories{"see_territories",
                                       "See the territories one works in, with their calendars.", every_role};
inline constexpr Right manage_territories{"manage_territories",
                                          "Add and move territories, change working hours and holidays.",
                                          roles(Role::administrator)};

inline constexpr Rule territory_unknown{"territory_unknown", "There is no such territory.",
                                        "Choose one of the territories listed under Territories.", 422};
inline constexpr Rule territory_circle{"territory_circle", "A territory cannot lie below itself.",
                                       "Choose a parent that is not one of its own parts.", 422};
inline constexpr Rule territory_name_taken{"territory_name_taken", "Another territory has this name.",
                                           "Choose a different name."};
inline constexpr Rule holiday_known{"holiday_known", "This day is a holiday there already.",
                                    "Choose another day, or take the other holiday back first."};
inline constexpr Rule name_kept_elsewhere{"name_kept_elsewhere",
                                          "Another system keeps this name, so it is read-only here.",
                                          "Change it there; the next export brings the change."};

/// When people of a territory work, Monday to Friday: what business time is counted in.
struct WorkCalendar {
  std::string time_zone = "UTC";
  int start_minute = 540, end_minute = 1020;  ///< of the local day, by its clock
  std::vector<Day> holidays{};                ///< sorted, each once
  int hours_per_day() const { return (end_minute - start_minute) / 60; }
};

/// Business hours between two moments; 0 where the second is not later. Exact across changes of the clocks,
/// and as quick for ten years as for a day.
double business_hours(const WorkCalendar&, Instant from, Instant to);
/// The first moment from which at most so many business hours lie before `to`: what began earlier has taken
/// longer. To compare with it is quicker than to count the hours of each of many.
Instant first_within(const WorkCalendar&, double hours, Instant to);
/// Working days after `from` up to and including `to`, by the calendar's days.
int business_days(const WorkCalendar&, Day from, Day to);

/// The calendar of a territory, with what it inherits; of the company where there is none.
WorkCalendar calendar_of(const Read&, std::optional<Id<Territory>>);
/// Calendars by territory id, 0 for the company's; one query for bulk work.
std::map<std::int64_t, WorkCalendar> all_calendars(const Read&);
/// Each territory by id with itself and everything above it, nearest first; one query for bulk work.
using Lineages = std::map<std::int64_t, std::vector<Id<Territory>>>;
Lineages all_lineages(const Read&);
std::optional<Territory> find_by_name(const Read&, std::string_view name);
/// Stores it and keeps `territory_reach` true; refuses a name that is taken and a parent that is not there.
Id<Territory> add(Write&, Territory&);
/// Changes it; refuses besides that a territory lies below itself.
void change(Write&, const Territory&);
/// Works `territory_reach` out anew; for what puts territories back without `add` and `change`: undoing.
void rebuild_reach(Write&);
/// Refuses a territory that is not there or that the actor may not see.
void refuse_unknown(const Read&, std::optional<Id<Territory>>);

extern const Subject subject;

}  // namespace accord::territory

namespace accord {
template <>
inline constexpr auto described<territory::Territory> =
    record("territory", "A part of the market that people are responsible for.",
           field(&territory::Territory::id, "id", "The territory's number."),
           field(&territory::Territory::name, "name", "What both sides call it.", searched, up_to(100),
                 alias("territory", "regional_office", "region", "office", "sales territory")),
           field(&territory::Territory::parent, "parent", "The territory it is part of."),
           field(&territory::Territory::time_zone, "time_zone",
                 "Its IANA time zone; empty for that of the territory above, or the company's.", has_default,
                 up_to(60)),
           field(&territory::Territory::work_start_minute, "work_start_minute",
                 "When work begins, in minutes of the local day; nothing for as above."),
           field(&territory::Territory::work_end_minute, "work_end_minute",
                 "When work ends, in minutes of the local day; nothing for as above."),
           field(&territory::Territory::system, "system", "The system of record; empty for Accord.",
                 has_default, up_to(60)));
template <>
inline constexpr auto described<territory::TerritoryRow> = record(
    "territory_row", "A territory as lists show it.",
    field(&territory::TerritoryRow::id, "id", "The territory's number."),
    field(&territory::TerritoryRow::name, "name", "What both sides call it.", searched),
    field(&territory::TerritoryRow::territory, "territory", "The territory itself."),
    field(&territory::TerritoryRow::parent, "parent", "The territory it is part of."),
    field(&territory::TerritoryRow::parent_name, "parent_name", "The name of the territory it is part of."),
    field(&territory::TerritoryRow::time_zone, "time_zone",
          "Its own IANA time zone; empty where it follows the territory above."),
    field(&territory::TerritoryRow::work_start_minute, "work_start_minute",
          "When work begins, in minutes of the local day; nothing where it follows the territory above."),
    field(&territory::TerritoryRow::work_end_minute, "work_end_minute",
          "When work ends, in minutes of the local day; nothing where it follows the territory above."),
    field(&territory::TerritoryRow::system, "system", "The system of record; empty for Accord."));
template <>
inline constexpr auto described<territory::Holiday> =
    record("holiday", "A day without work.", field(&territory::Holiday::id, "id", "The holiday's number."),
           field(&territory::Holiday::territory, "territory", "Where; nothing for the whole company."),
           field(&territory::Holiday::on, "on_day", "The day."),
           field(&territory::Holiday::name, "name", "What it is called.", up_to(100)));
}  // namespace accord
