// SPDX-License-Identifier: Apache-2.0
#include "territory/territory_store.hpp"

#include <set>

#include "territory/territory_rules.hpp"

namespace accord::territory {
namespace {

#define TERRITORY_COLUMNS "id, name, parent, time_zone, work_start_minute, work_end_minute, system"
#define ROW_COLUMNS \
  "id, name, territory, parent, parent_name, time_zone, work_start_minute, work_end_minute, system"

const Sql all_territories{"SELECT " TERRITORY_COLUMNS " FROM territory ORDER BY id"};
const Sql by_name{"SELECT " TERRITORY_COLUMNS
                  " FROM territory WHERE LOWER(name) = LOWER(:name) ORDER BY id LIMIT 1"};
const Sql row_by_id{"SELECT " ROW_COLUMNS
                    " FROM territory_row WHERE id = :id AND " ACCORD_IN_SCOPE("territory")};
const Sql all_holidays{"SELECT id, territory, on_day, name FROM holiday ORDER BY on_day, id"};
const Sql holiday_on{
    "SELECT id, territory, on_day, name FROM holiday "
    "WHERE COALESCE(territory, 0) = CAST(:territory AS BIGINT) AND on_day = :on_day"};
// The company is described among people, who come after territories; its time zone is where calendars begin.
const Sql time_zone_of_company{"SELECT time_zone FROM company ORDER BY id LIMIT 1"};
const Sql all_reach{"SELECT above, below FROM territory_reach"};
const Sql clear_reach{"DELETE FROM territory_reach"};
const Sql reach_itself{"INSERT INTO territory_reach (above, below) VALUES (CAST(:above AS BIGINT), :below)"};
const Sql reach_from_above{
    "INSERT INTO territory_reach (above, below) "
    "SELECT above, CAST(:id AS BIGINT) FROM territory_reach WHERE below = :parent"};

/// Each territory with itself and everything above it; a circle ends where it closes.
std::set<std::pair<std::int64_t, std::int64_t>> reach_of(const std::vector<Territory>& territories) {
  const auto parents = parents_of(territories);
  std::set<std::pair<std::int64_t, std::int64_t>> reach;
  for (const auto& territory : territories) {
    for (const auto above : lineage(parents, territory.id.number)) reach.emplace(above, territory.id.number);
  }
  return reach;
}

void refuse_taken_name(const Read& read, const Territory& territory) {
  const auto other = find_by_name(read, territory.name);
  refuse_if(other && other->id != territory.id, territory_name_taken, territory.name);
}

void refuse_missing_parent(const Read& read, const Territory& territory) {
  refuse_if(territory.parent && !read.find(*territory.parent), territory_unknown);
}

}  // namespace

const std::string_view territory_row_view =
    "CREATE VIEW territory_row AS SELECT t.id, t.name, t.id AS territory, t.parent, above.name AS "
    "parent_name, "
    "t.time_zone, t.work_start_minute, t.work_end_minute, t.system "
    "FROM territory t LEFT JOIN territory above ON above.id = t.parent";

std::optional<Territory> find_by_name(const Read& read, std::string_view name) {
  return read.one<Territory>(by_name, {{"name", name}});
}

std::optional<TerritoryRow> find_row(const Read& read, Id<Territory> id) {
  return read.one<TerritoryRow>(row_by_id, {{"id", id}, read.scope()});
}

std::vector<Territory> every_territory(const Read& read) { return read.all<Territory>(all_territories); }

std::vector<Holiday> every_holiday(const Read& read) { return read.all<Holiday>(all_holidays); }

std::optional<Holiday> find_holiday(const Read& read, std::optional<Id<Territory>> territory, Day on) {
  return read.one<Holiday>(holiday_on,
                           {{"territory", territory.value_or(Id<Territory>{}).number}, {"on_day", on}});
}

std::string company_time_zone(const Read& read) { return read.text(time_zone_of_company).value_or("UTC"); }

Id<Territory> add(Write& write, Territory& territory) {
  check_shape(territory);
  refuse_taken_name(write, territory);
  refuse_missing_parent(write, territory);
  const auto id = write.insert(territory);
  write.run(reach_itself, {{"above", id}, {"below", id}});
  if (territory.parent) write.run(reach_from_above, {{"id", id}, {"parent", *territory.parent}});
  return id;
}

void change(Write& write, const Territory& territory) {
  check_shape(territory);
  refuse_taken_name(write, territory);
  refuse_missing_parent(write, territory);
  auto parents = parents_of(every_territory(write));
  parents[territory.id.number] = territory.parent.value_or(Id<Territory>{}).number;
  refuse_if(is_below_itself(parents, territory.id.number), territory_circle, territory.name);
  write.update(territory);
  rebuild_reach(write);
}

void rebuild_reach(Write& write) {
  write.run(clear_reach);
  for (const auto& [above, below] : reach_of(every_territory(write))) {
    write.run(reach_itself, {{"above", above}, {"below", below}});
  }
}

void refuse_unknown(const Read& read, std::optional<Id<Territory>> id) {
  refuse_if(id && !find_row(read, *id), territory_unknown);
}

std::map<std::int64_t, WorkCalendar> all_calendars(const Read& read) {
  return calendars_of(every_territory(read), every_holiday(read), company_time_zone(read));
}

Lineages all_lineages(const Read& read) {
  Lineages lineages;
  const auto parents = parents_of(every_territory(read));
  for (const auto& [id, parent] : parents) {
    auto& line = lineages[id];
    for (const auto above : lineage(parents, id)) line.push_back({above});
  }
  return lineages;
}

WorkCalendar calendar_of(const Read& read, std::optional<Id<Territory>> id) {
  const auto calendars = all_calendars(read);
  const auto found = calendars.find(id.value_or(Id<Territory>{}).number);
  return found == calendars.end() ? calendars.at(0) : found->second;
}

std::vector<std::string> reach_violations(const Read& read) {
  const auto territories = every_territory(read);
  const auto wanted = reach_of(territories);
  std::set<std::pair<std::int64_t, std::int64_t>> stored;
  read.each(all_reach, {}, [&](const Row& row) { stored.emplace(row.integer(0), row.integer(1)); });
  std::vector<std::string> violations;
  const auto pair = [](const auto& one) {
    return "territory " + std::to_string(one.second) + " under " + std::to_string(one.first);
  };
  for (const auto& one : wanted) {
    if (!stored.contains(one)) violations.push_back("The reach lacks " + pair(one) + ".");
  }
  for (const auto& one : stored) {
    if (!wanted.contains(one)) violations.push_back("The reach has, against the tree, " + pair(one) + ".");
  }
  const auto parents = parents_of(territories);
  for (const auto& territory : territories) {
    if (is_below_itself(parents, territory.id.number)) {
      violations.push_back("Territory " + std::to_string(territory.id.number) + " lies below itself.");
    }
  }
  return violations;
}

}  // namespace accord::territory
