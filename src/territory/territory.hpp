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
  std::string time_zone;                 ///< IANA name; empty: the company's
  std::int64_t work_start_minute = 540;  ///< of the local day
  std::int64_t work_end_minute = 1020;
  std::string system;  ///< of record; empty: Accord
};

/// A day on which a territory (or, without one, the whole company) does not work.
struct Holiday {
  Id<Holiday> id;
  std::optional<Id<Territory>> territory;
  Day on;
  std::string name;
};

inline constexpr Rule territory_unknown{"territory_unknown", "There is no such territory.",
                                        "Choose one of the territories listed under Territories.", 422};
inline constexpr Rule territory_circle{"territory_circle", "A territory cannot lie below itself.",
                                       "Choose a parent that is not one of its own parts.", 422};
inline constexpr Rule territory_name_taken{"territory_name_taken", "Another territory has this name.",
                                           "Choose a different name."};

/// When people of a territory work: what business time is counted in.
struct WorkCalendar {
  std::string time_zone = "UTC";
  int start_minute = 540, end_minute = 1020;
  std::vector<Day> holidays{};  ///< sorted
  int hours_per_day() const { return (end_minute - start_minute) / 60; }
};

/// Business hours between two moments; 0 where the second is not later.
double business_hours(const WorkCalendar&, Instant from, Instant to);
/// Working days after `from` up to and including `to`, by the calendar's days.
int business_days(const WorkCalendar&, Day from, Day to);

/// The calendar of a territory, with what it inherits; of the company where there is none.
WorkCalendar calendar_of(const Read&, std::optional<Id<Territory>>);
/// Calendars by territory id, 0 for the company's; one query for bulk work.
std::map<std::int64_t, WorkCalendar> all_calendars(const Read&);
std::optional<Territory> find_by_name(const Read&, std::string_view name);
/// Stores it and keeps `territory_reach` true.
Id<Territory> add(Write&, Territory&);

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
                 "Its IANA time zone; empty for the company's.", has_default, up_to(60)),
           field(&territory::Territory::work_start_minute, "work_start_minute",
                 "When work begins, in minutes of the local day.", has_default),
           field(&territory::Territory::work_end_minute, "work_end_minute",
                 "When work ends, in minutes of the local day.", has_default),
           field(&territory::Territory::system, "system", "The system of record; empty for Accord.",
                 has_default, up_to(60)));
template <>
inline constexpr auto described<territory::Holiday> =
    record("holiday", "A day without work.", field(&territory::Holiday::id, "id", "The holiday's number."),
           field(&territory::Holiday::territory, "territory", "Where; nothing for the whole company."),
           field(&territory::Holiday::on, "on_day", "The day."),
           field(&territory::Holiday::name, "name", "What it is called.", up_to(100)));
}  // namespace accord
