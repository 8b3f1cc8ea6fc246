// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/demo_company_history.hpp"
#include "claim/claim.hpp"

namespace accord::app::demo {
namespace {

constexpr int every_repeated = 5, every_strange = 14, strays = 9;
/// What sales' own sheet has less than the facts: calls that nobody wrote down in it.
constexpr std::int64_t not_in_the_sheet = 6;

/// Visitors of the stand who never came into the CRM.
constexpr std::array strangers{"Harbor City Utilities", "Blue Mesa Brewing", "Ostrander Paper",
                               "Lindqvist Marine",      "Tallgrass Ethanol", "Corvina Foods"};

/// The last whole quarter before a day.
std::pair<Day, Day> quarter_before(Day day) {
  const Day start = first_of_quarter(day);
  return {add_months(start, -3), start - 1};
}

json::object item_of(const Read& read, const funnel::Handover& handover) {
  const auto opportunity = read.find(Id<funnel::Opportunity>{handover.opportunity});
  const auto account = read.find(Id<account::Account>{handover.account});
  return {{"key", opportunity->lead_key.empty() ? opportunity->key : opportunity->lead_key},
          {"company", account ? account->name : ""},
          {"on_day", to_string(day_of(handover.at))}};
}

/// Marketing's sheet: every form and every scan is a line, so that people stand in it twice, some of them
/// were handed over after the quarter, and some never arrived.
json::array sheet_of_marketing(const Read& read, Day from, Day until, Day today) {
  json::array items;
  int number = 0, late = 0;
  const auto handovers = funnel::handovers(read, today);
  for (const auto& handover : handovers->all) {
    if (handover.precision == fact::Precision::at_least_since) continue;
    const Day on = day_of(handover.at);
    const bool is_late = on > until && on <= until + 20 && late < strays;
    if (!is_late && (on < from || on > until)) continue;
    if (is_late) ++late;
    items.push_back(item_of(read, handover));
    ++number;
    if (number % every_repeated == 0) items.push_back(item_of(read, handover));
    if (number % every_strange == 0) {
      const auto* stranger =
          strangers.at(static_cast<std::size_t>(number / every_strange) % strangers.size());
      items.push_back(json::object{{"company", stranger},
                                   {"name", "Stand visitor " + std::to_string(number)},
                                   {"on_day", to_string(on)}});
    }
  }
  return items;
}

std::int64_t worked_in(const Read& read, Day from, Day until, Day today) {
  const auto handovers = funnel::handovers(read, today);
  return std::ranges::count_if(handovers->all, [&](const funnel::Handover& handover) {
    const Day on = day_of(handover.at);
    return handover.precision != fact::Precision::at_least_since && on >= from && on <= until &&
           funnel::treatment_of(handover) == funnel::Treatment::worked;
  });
}

json::object claim_of(const char* metric, Day from, Day until, std::int64_t count, const char* definition,
                      const char* file) {
  return {{"metric", metric}, {"from_day", to_string(from)}, {"until_day", to_string(until)},
          {"count", count},   {"definition", definition},    {"source_file", file}};
}

}  // namespace

void plan_claims(Timeline& timeline, Acts& acts, Database& database, Day today) {
  const Day day = workday_before(today - 8);
  const auto [from, until] = quarter_before(today);
  timeline.at(instant_of({day, 10 * 60}, time_zone), [&acts, &database, from = from, until = until, day] {
    const auto items =
        database.read(Actor{}, [&](const Read& read) { return sheet_of_marketing(read, from, until, day); });
    const auto made =
        acts.act("sam", "POST /claims",
                 claim_of("leads_passed_on", from, until, static_cast<std::int64_t>(items.size()),
                          "Every form, scan and call of the quarter, as our tool counts them.",
                          "leads-of-the-quarter.csv"));
    acts.act("sam", "POST /claims/" + std::to_string(made.at("id").as_int64()) + "/items",
             {{"items", items}});
  });
  timeline.at(instant_of({day, 16 * 60}, time_zone), [&acts, &database, from = from, until = until, day] {
    const auto count =
        database.read(Actor{}, [&](const Read& read) { return worked_in(read, from, until, day); });
    acts.act("maria", "POST /claims",
             claim_of("leads_worked", from, until, count - not_in_the_sheet,
                      "Leads that one of my people has spoken with and kept.", ""));
  });
  timeline.at(instant_of({workday_before(today - 4), 11 * 60}, time_zone), [&acts, today] {
    acts.act("lena", "POST /agreements/counting/versions",
             {{"template", "first-contact"},
              {"note",
               "Two numbers for the same leads, again. One way to count them, and a time for the first "
               "call."},
              {"due_on", to_string(workdays_after(today, 5))}});
    acts.act("sam", "POST /agreements/counting/versions/1/signatures");
  });
}

}  // namespace accord::app::demo
