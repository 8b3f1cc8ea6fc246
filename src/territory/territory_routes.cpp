// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "db/history.hpp"
#include "territory/territory_rules.hpp"
#include "territory/territory_store.hpp"

namespace accord::territory {
namespace {

/// What an administrator says about a territory.
struct TerritoryChange {
  std::string name;
  std::optional<Id<Territory>> parent;
  std::string time_zone;
  std::optional<std::int64_t> work_start_minute, work_end_minute;
};

/// What an administrator says about a day without work.
struct HolidayChange {
  std::optional<Id<Territory>> territory;
  Day on;
  std::string name;
};

/// A holiday that holds in a territory, and where it was entered.
struct HolidayHere {
  Id<Holiday> id;
  Day on;
  std::string name;
  std::optional<Id<Territory>> territory;
  std::string from;
};

/// A territory on its page: what it says itself, and the calendar that comes of it.
struct TerritoryDetail {
  Id<Territory> id;
  std::string name;
  std::optional<Id<Territory>> parent;
  std::optional<std::string> parent_name;
  std::string time_zone;
  std::optional<std::int64_t> work_start_minute, work_end_minute;
  std::string system;
  std::string calendar_time_zone;
  std::int64_t calendar_start_minute = 0, calendar_end_minute = 0;
  std::vector<HolidayHere> holidays;
};

}  // namespace
}  // namespace accord::territory

namespace accord {
template <>
inline constexpr auto described<territory::TerritoryChange> =
    record("territory_change", "What an administrator says about a territory.",
           field(&territory::TerritoryChange::name, "name", "What both sides call it.", up_to(100)),
           field(&territory::TerritoryChange::parent, "parent", "The territory it is part of."),
           field(&territory::TerritoryChange::time_zone, "time_zone",
                 "Its IANA time zone; empty for that of the territory above.", has_default, up_to(60)),
           field(&territory::TerritoryChange::work_start_minute, "work_start_minute",
                 "When work begins, in minutes of the local day; nothing for as above."),
           field(&territory::TerritoryChange::work_end_minute, "work_end_minute",
                 "When work ends, in minutes of the local day; nothing for as above."));
template <>
inline constexpr auto described<territory::HolidayChange> =
    record("holiday_change", "What an administrator says about a day without work.",
           field(&territory::HolidayChange::territory, "territory", "Where; nothing for the whole company."),
           field(&territory::HolidayChange::on, "on_day", "The day."),
           field(&territory::HolidayChange::name, "name", "What it is called.", up_to(100)));
template <>
inline constexpr auto described<territory::HolidayHere> = record(
    "holiday_here", "A holiday that holds in a territory, and where it was entered.",
    field(&territory::HolidayHere::id, "id", "The holiday's number."),
    field(&territory::HolidayHere::on, "on_day", "The day."),
    field(&territory::HolidayHere::name, "name", "What it is called."),
    field(&territory::HolidayHere::territory, "territory", "Where it was entered; nothing for the company."),
    field(&territory::HolidayHere::from, "from", "The name of where it was entered."));
template <>
inline constexpr auto described<territory::TerritoryDetail> = record(
    "territory_detail", "A territory on its page: what it says itself, and the calendar that comes of it.",
    field(&territory::TerritoryDetail::id, "id", "The territory's number."),
    field(&territory::TerritoryDetail::name, "name", "What both sides call it."),
    field(&territory::TerritoryDetail::parent, "parent", "The territory it is part of."),
    field(&territory::TerritoryDetail::parent_name, "parent_name",
          "The name of the territory it is part of."),
    field(&territory::TerritoryDetail::time_zone, "time_zone",
          "Its own IANA time zone; empty where it follows the territory above."),
    field(&territory::TerritoryDetail::work_start_minute, "work_start_minute",
          "When work begins, in minutes of the local day; nothing where it follows the territory above."),
    field(&territory::TerritoryDetail::work_end_minute, "work_end_minute",
          "When work ends, in minutes of the local day; nothing where it follows the territory above."),
    field(&territory::TerritoryDetail::system, "system", "The system of record; empty for Accord."),
    field(&territory::TerritoryDetail::calendar_time_zone, "calendar_time_zone",
          "The time zone its business time is counted in."),
    field(&territory::TerritoryDetail::calendar_start_minute, "calendar_start_minute",
          "When its business day begins, in minutes of the local day."),
    field(&territory::TerritoryDetail::calendar_end_minute, "calendar_end_minute",
          "When its business day ends, in minutes of the local day."),
    field(&territory::TerritoryDetail::holidays, "holidays",
          "The days it does not work: its own, those above and the company's."));
}  // namespace accord

namespace accord::territory {
namespace {

Listed<TerritoryRow> list_territories(const Read& read, const web::Input& input) {
  return list<TerritoryRow>(read, input.list());
}

std::vector<HolidayHere> holidays_in(const Read& read, Id<Territory> id) {
  const auto territories = every_territory(read);
  const auto line = lineage(parents_of(territories), id.number);
  std::map<std::int64_t, std::string> names{{0, "the company"}};
  for (const auto& territory : territories) names[territory.id.number] = territory.name;
  std::vector<HolidayHere> here;
  for (const auto& holiday : every_holiday(read)) {
    const std::int64_t where = holiday.territory.value_or(Id<Territory>{}).number;
    if (where != 0 && std::ranges::find(line, where) == line.end()) continue;
    here.push_back({holiday.id, holiday.on, holiday.name, holiday.territory, names[where]});
  }
  return here;
}

TerritoryDetail show_territory(const Read& read, const web::Input& input) {
  const auto row = find_row(read, input.id_of<Territory>());
  refuse_if(!row, web::not_found);
  const auto calendar = calendar_of(read, row->id);
  return {.id = row->id,
          .name = row->name,
          .parent = row->parent,
          .parent_name = row->parent_name,
          .time_zone = row->time_zone,
          .work_start_minute = row->work_start_minute,
          .work_end_minute = row->work_end_minute,
          .system = row->system,
          .calendar_time_zone = calendar.time_zone,
          .calendar_start_minute = calendar.start_minute,
          .calendar_end_minute = calendar.end_minute,
          .holidays = holidays_in(read, row->id)};
}

Listed<Change> territory_history(const Read& read, const web::Input& input) {
  const auto row = find_row(read, input.id_of<Territory>());
  refuse_if(!row, web::not_found);
  auto changes = history(read, info_of<Territory>(), row->id.number);
  const auto total = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, total};
}

void take(Territory& territory, const TerritoryChange& body) {
  territory.name = body.name;
  territory.parent = body.parent;
  territory.time_zone = body.time_zone;
  territory.work_start_minute = body.work_start_minute;
  territory.work_end_minute = body.work_end_minute;
}

Territory add_territory(Write& write, const web::Input&, const TerritoryChange& body) {
  Territory territory;
  take(territory, body);
  refuse_unknown(write, territory.parent);
  add(write, territory);
  return territory;
}

Territory change_territory(Write& write, const web::Input& input, const TerritoryChange& body) {
  const auto id = input.id_of<Territory>();
  refuse_if(!find_row(write, id), web::not_found);
  Territory territory = *write.find(id);
  refuse_if(!territory.system.empty() && territory.name != body.name, name_kept_elsewhere, territory.system);
  if (territory.parent != body.parent) refuse_unknown(write, body.parent);
  take(territory, body);
  change(write, territory);
  return territory;
}

Listed<Holiday> list_holidays(const Read& read, const web::Input& input) {
  return list<Holiday>(read, input.list());
}

Holiday add_holiday(Write& write, const web::Input&, const HolidayChange& body) {
  if (trimmed(body.name).empty()) throw ShapeError("name", "Say which holiday it is.");
  Holiday holiday{{}, body.territory, body.on, body.name};
  refuse_unknown(write, holiday.territory);
  refuse_if(find_holiday(write, holiday.territory, holiday.on).has_value(), holiday_known,
            to_string(holiday.on));
  write.insert(holiday);
  return holiday;
}

web::Done remove_holiday(Write& write, const web::Input& input) {
  const auto holiday = write.find(input.id_of<Holiday>());
  refuse_if(!holiday || (holiday->territory && !find_row(write, *holiday->territory)), web::not_found);
  write.remove(holiday->id);
  return {};
}

}  // namespace

const Subject subject{
    .name = "territory",
    .schema = {.subject = "territory",
               .tables = {record_table<Territory>({{"name"}, {"parent"}}),
                          record_table<Holiday>({{"on_day"}})},
               .views = {territory_row_view}},
    .routes = {web::get_list("/territories", see_territories, "List the territories.", list_territories),
               web::get("/territories/{id}", see_territories, "Show a territory with its calendar.",
                        show_territory),
               web::get_list("/territories/{id}/history", see_territories,
                             "Show what was ever changed in a territory.", territory_history),
               web::act(web::Method::post, "/territories", manage_territories, "Add a territory.",
                        add_territory),
               web::act(web::Method::put, "/territories/{id}", manage_territories,
                        "Change a territory, or move it to another place in the tree.", change_territory),
               web::get_list("/holidays", see_territories, "List the days without work.", list_holidays),
               web::act(web::Method::post, "/holidays", manage_territories, "Add a day without work.",
                        add_holiday),
               web::act(web::Method::remove, "/holidays/{id}", manage_territories,
                        "Take back a day without work.", remove_holiday)},
    .pages = {{"/territories", "Territories", "Company", see_territories, "TerritoriesPage"},
              {"/territories/{id}", "Territory", "", see_territories, "TerritoryPage"}},
    .rules = {&territory_unknown, &territory_circle, &territory_name_taken, &holiday_known,
              &name_kept_elsewhere},
    .checks = {{"territory_reach_is_the_tree",
                "What lies below each territory is what the tree of territories says.", reach_violations}},
    .jumps = {{"Territory", see_territories, "/territories", &info_of<TerritoryRow>, {"parent_name"}}}};

}  // namespace accord::territory
