// SPDX-License-Identifier: Apache-2.0
#include "territory/territory_rules.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/text.hpp"

namespace accord::territory {
namespace {

constexpr std::int64_t minutes_per_day = 1440;

std::map<std::int64_t, std::vector<Day>> holidays_by_territory(const std::vector<Holiday>& holidays) {
  std::map<std::int64_t, std::vector<Day>> days;
  for (const auto& holiday : holidays)
    days[holiday.territory.value_or(Id<Territory>{}).number].push_back(holiday.on);
  return days;
}

/// Takes what this territory says itself, over what stands there from above.
void override_with(WorkCalendar& calendar, const Territory& territory) {
  if (!territory.time_zone.empty()) calendar.time_zone = territory.time_zone;
  if (territory.work_start_minute) calendar.start_minute = static_cast<int>(*territory.work_start_minute);
  if (territory.work_end_minute) calendar.end_minute = static_cast<int>(*territory.work_end_minute);
}

void sort_each_once(std::vector<Day>& days) {
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

void check_minute(std::vector<ShapeProblem>& problems, const char* field,
                  const std::optional<std::int64_t>& minute) {
  if (minute && (*minute < 0 || *minute > minutes_per_day)) {
    problems.push_back({field, "Give the minutes since midnight, from 0 to 1440; 9:00 is 540."});
  }
}

}  // namespace

Parents parents_of(const std::vector<Territory>& territories) {
  Parents parents;
  for (const auto& territory : territories) {
    parents[territory.id.number] = territory.parent.value_or(Id<Territory>{}).number;
  }
  return parents;
}

std::vector<std::int64_t> lineage(const Parents& parents, std::int64_t id) {
  std::vector<std::int64_t> line;
  while (id != 0 && std::ranges::find(line, id) == line.end()) {
    line.push_back(id);
    const auto parent = parents.find(id);
    id = parent == parents.end() ? 0 : parent->second;
  }
  return line;
}

bool is_below_itself(const Parents& parents, std::int64_t id) {
  const auto line = lineage(parents, id);
  const auto top = parents.find(line.back());
  return top != parents.end() && top->second != 0;
}

void check_shape(const Territory& territory) {
  std::vector<ShapeProblem> problems;
  if (trimmed(territory.name).empty()) problems.push_back({"name", "Give the territory a name."});
  if (!territory.time_zone.empty() && !is_time_zone(territory.time_zone)) {
    problems.push_back({"time_zone", "Give an IANA time zone such as Europe/Berlin, or leave it empty."});
  }
  check_minute(problems, "work_start_minute", territory.work_start_minute);
  check_minute(problems, "work_end_minute", territory.work_end_minute);
  if (territory.work_start_minute.has_value() != territory.work_end_minute.has_value()) {
    problems.push_back({"work_end_minute", "Give both ends of the working day, or neither."});
  } else if (territory.work_start_minute && *territory.work_start_minute >= *territory.work_end_minute) {
    problems.push_back({"work_end_minute", "Work must end after it begins."});
  }
  if (!problems.empty()) throw ShapeError(std::move(problems));
}

std::map<std::int64_t, WorkCalendar> calendars_of(const std::vector<Territory>& territories,
                                                  const std::vector<Holiday>& holidays,
                                                  const std::string& company_time_zone) {
  const auto parents = parents_of(territories);
  const auto days = holidays_by_territory(holidays);
  std::map<std::int64_t, const Territory*> by_id;
  for (const auto& territory : territories) by_id[territory.id.number] = &territory;
  const auto calendar_of_line = [&](std::vector<std::int64_t> line) {
    WorkCalendar calendar{.time_zone = company_time_zone};
    line.push_back(0);
    for (auto id = line.rbegin(); id != line.rend(); ++id) {
      if (const auto found = by_id.find(*id); found != by_id.end()) override_with(calendar, *found->second);
      if (const auto own = days.find(*id); own != days.end()) {
        calendar.holidays.insert(calendar.holidays.end(), own->second.begin(), own->second.end());
      }
    }
    sort_each_once(calendar.holidays);
    return calendar;
  };
  std::map<std::int64_t, WorkCalendar> calendars{{0, calendar_of_line({})}};
  for (const auto& territory : territories) {
    calendars[territory.id.number] = calendar_of_line(lineage(parents, territory.id.number));
  }
  return calendars;
}

}  // namespace accord::territory
