// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/demo_company_history.hpp"
#include "claim/claim.hpp"
#include "roi/roi.hpp"

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

/// What a territory closed in the quarter or expects to, and what it expects in the weeks after.
struct Closing {
  std::vector<funnel::OpportunityValue> in_quarter, soon_after;
};

Closing closing_in(const Read& read, Id<territory::Territory> territory, Day today) {
  constexpr int weeks_after = 21;
  const Day from = first_of_quarter(today), next = add_months(from, 3);
  const auto values = [&](Day first, Day last, funnel::Outcome outcome) {
    auto found = funnel::values_closing(read, today, first, last, outcome);
    std::erase_if(found, [&](const auto& one) { return one.territory != territory.number; });
    return found;
  };
  Closing closing{values(from, next - 1, funnel::Outcome::won),
                  values(next, next + weeks_after, funnel::Outcome::open)};
  const auto open = values(from, next - 1, funnel::Outcome::open);
  closing.in_quarter.insert(closing.in_quarter.end(), open.begin(), open.end());
  return closing;
}

/// What one side expects of a territory, row by row.
struct Forecast {
  json::array items;
  std::int64_t minor = 0;

  void add(const funnel::OpportunityValue& one, const std::string& key, std::int64_t amount) {
    items.push_back(json::object{
        {"key", key}, {"on_day", to_string(one.on)}, {"amount", {{"minor", amount}, {"currency", "USD"}}}});
    minor += amount;
  }
};

std::string stage_name(Step step) { return std::string(crm_stages[static_cast<std::size_t>(step)]); }

/// Sales' manager counts what is offered at least, a proposal at half: she has seen the other half slip.
Forecast forecast_of_sales(const Read& read, const Closing& closing) {
  Forecast forecast;
  for (const auto& one : closing.in_quarter) {
    const auto opportunity = read.find(Id<funnel::Opportunity>{one.opportunity});
    const bool is_sure =
        opportunity->outcome == funnel::Outcome::won || opportunity->stage == stage_name(Step::negotiation);
    const bool is_offered = is_sure || opportunity->stage == stage_name(Step::proposal);
    if (is_offered) forecast.add(one, opportunity->key, is_sure ? one.value.minor : one.value.minor / 2);
  }
  return forecast;
}

/// Marketing counts everything that has a date at its full value, and what is to close soon after.
Forecast forecast_of_marketing(const Read& read, const Closing& closing) {
  Forecast forecast;
  for (const auto* part : {&closing.in_quarter, &closing.soon_after}) {
    for (const auto& one : *part)
      forecast.add(one, read.find(Id<funnel::Opportunity>{one.opportunity})->key, one.value.minor);
  }
  return forecast;
}

json::object claim_of(const char* metric, Day from, Day until, std::int64_t count, const char* definition,
                      const char* file) {
  return {{"metric", metric}, {"from_day", to_string(from)}, {"until_day", to_string(until)},
          {"count", count},   {"definition", definition},    {"source_file", file}};
}

/// To whole thousands, as people say it.
std::int64_t said(std::int64_t minor) {
  constexpr std::int64_t thousand = 1'000'00;
  return (minor + thousand / 2) / thousand * thousand;
}

void state_forecast(Acts& acts, const char* person, Id<territory::Territory> territory, Day today,
                    const Forecast& forecast, const char* definition, const char* file) {
  const Day from = first_of_quarter(today);
  const auto made = acts.act(person, "POST /claims",
                             {{"metric", "forecast"},
                              {"from_day", to_string(from)},
                              {"until_day", to_string(add_months(from, 3) - 1)},
                              {"territory", territory.number},
                              {"amount", {{"minor", said(forecast.minor)}, {"currency", "USD"}}},
                              {"definition", definition},
                              {"source_file", file}});
  acts.act(person, "POST /claims/" + std::to_string(made.at("id").as_int64()) + "/items",
           {{"items", forecast.items}});
}

/// The South, where nobody knows what comes of the expo's leads while Karl is away.
void plan_forecasts(Timeline& timeline, Acts& acts, Database& database, const Staff& staff, Day today) {
  const auto south = staff.patches.at(1).id;
  const Day day = workday_before(today - 6);
  timeline.at(instant_of({day, 11 * 60}, time_zone), [&acts, &database, south, day] {
    const auto forecast = database.read(
        Actor{}, [&](const Read& read) { return forecast_of_sales(read, closing_in(read, south, day)); });
    state_forecast(acts, "rosa.delgado-whitfield", south, day, forecast,
                   "Won so far, what we negotiate in full, and half of what we have offered.",
                   "call-of-the-south.xlsx");
  });
  timeline.at(instant_of({day, 15 * 60}, time_zone), [&acts, &database, south, day] {
    const auto forecast = database.read(
        Actor{}, [&](const Read& read) { return forecast_of_marketing(read, closing_in(read, south, day)); });
    state_forecast(acts, "nadia.haddad", south, day, forecast,
                   "Everything in the pipeline of the South that can close by the end of the quarter or soon "
                   "after, at its full value.",
                   "pipeline-dashboard-south.csv");
  });
}

/// What marketing's tool reports of a quarter: all credit to the first touchpoint, whatever was signed.
std::int64_t report_of_the_tool(const Read& read, Day from, Day until) {
  roi::Question question;
  static_cast<roi::CreditRules&>(question) = roi::basis_on(read, until).rules;
  question.model = roi::CreditModel::first_touch;
  question.from = from;
  question.until = until;
  const auto credited = roi::credited_to(read, Side::marketing, question);
  CHECK(credited.has_value());
  return credited->revenue.minor;
}

void plan_credit(Timeline& timeline, Acts& acts, Database& database, Day today) {
  const Day day = workday_before(today - 5);
  // A quarter that was over on the day it is reported.
  const auto [from, until] = quarter_before(day);
  timeline.at(instant_of({day, 14 * 60}, time_zone), [&acts, &database, from = from, until = until] {
    const auto minor =
        database.read(Actor{}, [&](const Read& read) { return report_of_the_tool(read, from, until); });
    acts.act("sam", "POST /claims",
             {{"metric", "revenue_credited"},
              {"from_day", to_string(from)},
              {"until_day", to_string(until)},
              {"amount", {{"minor", said(minor)}, {"currency", "USD"}}},
              {"definition", "Revenue of the orders that our campaigns found, as our tool attributes it."},
              {"source_file", "attributed-revenue.csv"}});
  });
}

}  // namespace

void plan_claims(Timeline& timeline, Acts& acts, Database& database, const Staff& staff, Day today) {
  plan_forecasts(timeline, acts, database, staff, today);
  plan_credit(timeline, acts, database, today);
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
