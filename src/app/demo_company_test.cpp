// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>

#include "action/action.hpp"
#include "app/checks.hpp"
#include "app/command.hpp"
#include "app/subjects.hpp"
#include "base/json.hpp"
#include "campaign/campaign.hpp"
#include "claim/bridge_view.hpp"
#include "db/history.hpp"
#include "funnel/funnel_handoff.hpp"
#include "gap/gap.hpp"
#include "order/order.hpp"
#include "people/people_store.hpp"
#include "people/secret.hpp"
#include "review/review.hpp"
#include "spend/spend.hpp"
#include "tests/demo_company_made.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::app {
namespace {

template <class T>
std::string text_of(const Read& read) {
  std::string text;
  for (const auto& item : all<T>(read)) text += json::serialize(to_json(item)) + "\n";
  return text;
}

/// Everything that a reader can see of it.
std::string text_of(Made& company) {
  return company.read([](const Read& read) {
    const auto agenda = review::agenda(read, gap::offered_day(read));
    return text_of<people::Person>(read) + text_of<territory::Territory>(read) +
           text_of<product::Product>(read) + text_of<account::Account>(read) +
           text_of<account::Contact>(read) + text_of<campaign::Channel>(read) +
           text_of<campaign::Campaign>(read) + text_of<funnel::OpportunityRow>(read) +
           text_of<fact::ActivityRow>(read) + text_of<spend::SpendRow>(read) +
           text_of<touchpoint::TouchpointRow>(read) + text_of<review::ReviewRow>(read) +
           text_of<action::ActionRow>(read) + json::serialize(to_json(agenda));
  });
}

/// What a route answers in this snapshot.
json::value answer(const Read& read, std::string_view path, web::Input input) {
  input.page_rows_max = 50'000;
  for (const auto* subject : subjects()) {
    for (const auto& route : subject->routes) {
      if (route.read && route.path == path) return route.read(read, input);
    }
  }
  ADD_FAILURE() << "no route answers " << path;
  return {};
}

TEST(DemoCompany, IsTheSameForTheSameSeedAndAnotherForAnother) {
  Made again(1), other(2);
  const auto text = text_of(made());
  EXPECT_TRUE(text == text_of(again)) << "the same seed made another company";
  EXPECT_FALSE(text == text_of(other)) << "another seed made the same company";
}

TEST(DemoCompany, IsAsLargeAsItIsSaidToBe) {
  made().read([](const Read& read) {
    EXPECT_EQ(all<people::Person>(read).size(), 60U);
    EXPECT_EQ(all<territory::Territory>(read).size(), 6U);
    EXPECT_EQ(all<product::Product>(read).size(), 12U);
    EXPECT_EQ(all<account::Account>(read).size(), 400U);
    EXPECT_EQ(all<funnel::Opportunity>(read).size(), 3'008U) << "eight of them the CRM does not have";
    EXPECT_EQ(all<touchpoint::TouchpointRow>(read).size(), 19'746U) << "whoever compiled it";
    return 0;
  });
}

/// Early on too few have closed in each stage, so the rate of all journeys stands in for the stage's own;
/// before that nothing is known.
TEST(DemoCompany, EachWeekOfItsTwoYearsCanBeReviewed) {
  std::set<std::string> rates;
  made().read([&](const Read& read) {
    const Day last = gap::offered_day(read);
    for (Day day = last + -728; day <= last; day = day + 7) {
      const auto found = gap::find_all(read, installed_subjects(), day);
      for (const auto& gap : found->gaps) {
        for (const auto& input : gap.stake.inputs) {
          if (!input.name.starts_with("win rate ") || !input.name.ends_with(": closed")) continue;
          rates.insert(input.name);
          EXPECT_GE(input.number.value_or(0), 30) << to_string(day) << " " << gap.code << " " << gap.about;
        }
      }
    }
    return 0;
  });
  EXPECT_TRUE(rates.contains("win rate of all journeys: closed"));
  EXPECT_TRUE(rates.contains("win rate of those that stood in Proposal: closed"));
}

TEST(DemoCompany, UndertookCampaignsOfEveryKindOnWhicheverDayItIsMade) {
  for (const auto* at :
       as_tried({a_monday, "2026-04-21T15:00:00Z", "2027-01-01T23:00:00Z", "2026-08-12T12:30:00Z"})) {
    auto& company = made(at);
    company.read([&](const Read& read) {
      std::map<campaign::ChannelKind, int> by_kind;
      std::map<std::int64_t, campaign::ChannelKind> kinds;
      for (const auto& channel : campaign::every_channel(read)) kinds[channel.id.number] = channel.kind;
      const auto campaigns = all<campaign::Campaign>(read);
      EXPECT_NEAR(static_cast<double>(campaigns.size()), 27, 2) << at;
      const Day today = people::today(read);
      int running = 0, planned = 0, in_crm = 0, of_sales = 0;
      for (const auto& campaign : campaigns) {
        ++by_kind[kinds.at(campaign.channel->number)];
        running += campaign::runs_on(campaign, today) ? 1 : 0;
        planned += *campaign.starts_on > today ? 1 : 0;
        in_crm += campaign.system.empty() ? 0 : 1;
        of_sales += campaign.side == Side::sales ? 1 : 0;
        EXPECT_TRUE(campaign.owner.has_value()) << campaign.name;
      }
      EXPECT_EQ(by_kind.size(), choices_of<campaign::ChannelKind>.size() - 1)
          << "each kind but “other”, at " << at;
      EXPECT_GE(running, 4) << at;
      EXPECT_GE(planned, 1) << at;
      EXPECT_GE(in_crm, 8) << at;
      EXPECT_GE(of_sales, 3) << at;
      return 0;
    });
  }
}

TEST(DemoCompany, QuarrelsAboutTheSpringShow) {
  made().read([](const Read& read) {
    const auto show = campaign::find_by_name(read, "Spring Instrumentation Show 2026");
    EXPECT_TRUE(show.has_value());
    if (!show) return 0;
    EXPECT_FALSE(show->territories.empty());
    EXPECT_FALSE(show->products.empty());
    std::vector<std::string> actors;
    for (const auto& change : history(read, info_of<campaign::Campaign>(), show->id.number))
      actors.push_back(change.actor);
    EXPECT_EQ(actors, (std::vector<std::string>{"Maria Keller", "Sam Rivera", "Sam Rivera", "Ines Duarte"}));
    for (const auto& channel : campaign::every_channel(read)) {
      const auto changes = history(read, info_of<campaign::Channel>(), channel.id.number);
      EXPECT_LT(day_of(changes.back().at), *parse_day("2025-01-01"))
          << channel.name << " was there from the first";
    }
    return 0;
  });
}

TEST(DemoCompany, WinsAboutEveryFifthAndNotEverywhereAlike) {
  made().read([](const Read& read) {
    const auto rate = [&](std::vector<std::pair<std::string, std::string>> filters) {
      const auto closed = all<funnel::Opportunity>(read, std::move(filters));
      const auto count = [&](auto outcome) {
        return static_cast<double>(std::ranges::count(closed, outcome, &funnel::Opportunity::outcome));
      };
      return 100 * count(funnel::Outcome::won) / (count(funnel::Outcome::won) + count(funnel::Outcome::lost));
    };
    EXPECT_NEAR(rate({}), 22, 4);
    EXPECT_GT(rate({{"source", "Existing customer"}}), 2 * rate({{"source", "Advertisement"}}));
    return 0;
  });
}

TEST(DemoCompany, ShowsEveryKindOfGapOnWhicheverDayItIsMade) {
  for (const auto* at :
       as_tried({a_monday, "2026-11-28T04:00:00Z", "2027-01-01T23:00:00Z", "2026-08-12T12:30:00Z"})) {
    auto& company = made(at);
    company.read([&](const Read& read) {
      std::set<std::string> codes;
      for (const auto& gap : review::agenda(read, gap::offered_day(read)).items) codes.insert(gap.code);
      for (const auto* subject : subjects()) {
        for (const auto* finder : subject->gaps)
          EXPECT_TRUE(codes.contains(std::string(finder->code))) << finder->code << " is missing at " << at;
      }
      return 0;
    });
  }
}

TEST(DemoCompany, LosesLeadsAtTheHandoffMostOfAllInTheSouth) {
  made().read([](const Read& read) {
    const auto agenda = review::agenda(read, gap::offered_day(read));
    const auto gap = std::ranges::find_if(agenda.items, [](const gap::Gap& one) {
      return one.code == "opportunity_unworked" && one.about == "Marketing qualified";
    });
    EXPECT_TRUE(gap != agenda.items.end());
    if (gap == agenda.items.end()) return 0;
    EXPECT_NEAR(static_cast<double>(gap->count), 140, 20);
    EXPECT_EQ(gap->mover, gap::Mover::sales);
    EXPECT_TRUE(gap->stake.money.has_value());
    std::map<std::string, int> by_place;
    for (const auto& lead : all<funnel::OpportunityRow>(read, {{"stage", "MQL"}}))
      ++by_place[lead.territory_name];
    for (const auto& [place, count] : by_place) EXPECT_LE(count, by_place["South"]) << place;
    return 0;
  });
}

TEST(DemoCompany, ShowsTheHandoffWhereLeadsDieOnTheFirstScreen) {
  made().read([](const Read& read) {
    const auto reply = answer(read, "/handoff", {});
    std::map<std::string, std::int64_t> counts;
    for (const auto& bar : reply.at("items").as_array()) {
      const auto count = static_cast<std::int64_t>(bar.at("count").at("number").to_number<double>());
      const std::string step(bar.at("step").as_string());
      counts[step] = count;
      web::Input input;
      input.queries = {{"step", step}, {"limit", "50000"}};
      const auto listed = answer(read, "/handoff/opportunities", input);
      EXPECT_EQ(listed.at("total").as_int64(), count) << step;
    }
    EXPECT_EQ(counts["left"] + counts["waiting"] + counts["untouched"] + counts["taken_on"], counts["came"]);
    EXPECT_NEAR(static_cast<double>(counts["came"]), 300, 60);
    EXPECT_NEAR(static_cast<double>(counts["untouched"]), 110, 30);
    return 0;
  });
}

/// The page of the handoff and the bridge of claims tell one number of what was passed on.
TEST(DemoCompany, CountsTheLeadsPassedOnAlikeInTheHandoffAndInTheBridge) {
  made().read([](const Read& read) {
    for (const Day as_of : {gap::offered_day(read), gap::offered_day(read) + -90}) {
      const auto handoff = funnel::handoff(read, as_of);
      claim::BridgeQuestion question;
      question.from = handoff.from_day;
      question.until = handoff.to_day;
      question.as_of = as_of;
      const auto bridge = claim::view_of(read, question);
      EXPECT_GT(bridge.first.number.number.value_or(0), 100) << to_string(as_of);
      EXPECT_EQ(bridge.first.number.number, handoff.items.front().count.number) << to_string(as_of);
    }
    return 0;
  });
}

/// The South, where both sides expect another quarter; the bridge ends in the clause that would settle it.
TEST(DemoCompany, HoldsTwoForecastsOfOneTerritory) {
  made().read([](const Read& read) {
    const Day as_of = gap::offered_day(read);
    const auto questions = claim::disputed(read, as_of);
    const auto found =
        std::ranges::find(questions, claim::Metric::forecast, &claim::BridgeQuestion::first_metric);
    EXPECT_TRUE(found != questions.end());
    if (found == questions.end()) return 0;
    const auto view = claim::view_of(read, *found);
    EXPECT_TRUE(found->territory.has_value());
    EXPECT_NE(view.first.number.money, view.second.number.money);
    EXPECT_GE(view.lines.size(), 2U);
    EXPECT_TRUE(view.settling && view.settling->clause == "forecast_definition");
    return 0;
  });
}

/// No gap looks for it: it is found by its words, and on the timelines of opportunities and accounts.
TEST(DemoCompany, HasSalespeopleDoMarketResearch) {
  made().read([](const Read& read) {
    const auto found = all<fact::ActivityRow>(read, {{"q", "market research"}});
    EXPECT_NEAR(static_cast<double>(found.size()), 215, 60);
    std::set<std::int64_t> people, opportunities, weeks;
    for (const auto& activity : found) {
      EXPECT_EQ(activity.side, Side::sales);
      people.insert(activity.person->number);
      opportunities.insert(activity.opportunity->number);
      weeks.insert(activity.at.ms / (7 * ms_per_day));
    }
    EXPECT_GE(people.size(), 12U);
    EXPECT_GE(opportunities.size(), 60U);
    EXPECT_GE(weeks.size(), 20U);
    const auto bought = all<spend::SpendRow>(read, {{"q", "market research"}});
    EXPECT_EQ(bought.size(), 1U);
    for (const auto& entry : bought) EXPECT_EQ(entry.side, Side::sales);
    const auto promises = all<action::ActionRow>(read);
    EXPECT_TRUE(std::ranges::any_of(promises, [](const auto& promise) {
      return promise.what.starts_with("Take over the market research");
    }));
    return 0;
  });
}

/// What a list shows of it.
template <class T>
std::vector<T> rows_of(const Read& read, std::string_view path) {
  web::Input input;
  input.queries = {{"limit", "50000"}};
  std::vector<T> rows;
  const auto listed = answer(read, path, input);
  for (const auto& item : listed.at("items").as_array()) rows.push_back(from_json<T>(item));
  return rows;
}

/// The order book tells what the CRM tells of the same day, at which discount, and what was invoiced of it.
TEST(DemoCompany, BooksEachOpportunityThatWasWonOnce) {
  made().read([](const Read& read) {
    std::map<std::int64_t, funnel::Opportunity> won;
    for (const auto& one : all<funnel::Opportunity>(read, {{"outcome", "won"}})) won[one.id.number] = one;
    std::map<std::string, order::OrderRow> booked;
    int invoices = 0;
    const auto rows = rows_of<order::OrderRow>(read, "/orders");
    for (const auto& row : rows) {
      if (row.kind == order::OrderKind::booked && row.revenue.minor > 0) booked[row.number] = row;
    }
    EXPECT_EQ(booked.size(), won.size());
    for (const auto& row : rows) {
      if (row.kind == order::OrderKind::booked || row.revenue.minor < 0) continue;
      ++invoices;
      EXPECT_EQ(row.revenue, booked.at(row.number).revenue) << row.number;
      EXPECT_GT(row.at, booked.at(row.number).at) << row.number;
    }
    EXPECT_GT(invoices, 400);
    EXPECT_LT(invoices, static_cast<int>(won.size()));
    for (const auto& [number, row] : booked) {
      const auto& opportunity = won.at(row.opportunity->number);
      EXPECT_EQ(row.revenue, opportunity.value) << row.number;
      EXPECT_EQ(day_of(row.at), opportunity.close_on) << row.number;
      EXPECT_EQ(*row.list_price - *row.discount, row.revenue) << row.number;
      EXPECT_GE(row.discount->minor, 0) << row.number;
      EXPECT_TRUE(row.gross_margin && row.gross_margin->minor > 0) << row.number;
    }
    return 0;
  });
}

/// One piece each, booked under a number of its own and credited, at the price of the sale.
TEST(DemoCompany, TookThreePiecesBack) {
  made().read([](const Read& read) {
    std::map<std::int64_t, order::OrderRow> sold;
    std::vector<order::OrderRow> refunds;
    for (const auto& row : rows_of<order::OrderRow>(read, "/orders")) {
      if (row.revenue.minor < 0) refunds.push_back(row);
      if (row.kind == order::OrderKind::booked && row.revenue.minor > 0) sold[row.opportunity->number] = row;
    }
    EXPECT_EQ(refunds.size(), 6U) << "three, each with its credit note";
    for (const auto& row : refunds) {
      const auto& of = sold.at(row.opportunity->number);
      EXPECT_TRUE(row.at > of.at && row.account == of.account && row.number != of.number) << row.number;
      EXPECT_EQ(std::llround(static_cast<double>(of.revenue.minor) / *of.quantity), -row.revenue.minor);
    }
    return 0;
  });
}

/// One salesperson, on the last working day of a quarter.
TEST(DemoCompany, IsSoldFarBelowListByOneSalespersonAtTheEndOfAQuarter) {
  for (const auto* at : as_tried({a_monday, "2027-01-01T23:00:00Z", "2026-08-12T12:30:00Z"})) {
    auto& company = made(at);
    company.read([&](const Read& read) {
      std::set<std::string> sellers;
      int far_below = 0;
      for (const auto& row : rows_of<order::OrderRow>(read, "/orders")) {
        const bool is_far_below = row.revenue.minor > 0 && row.discount->minor * 5 >= row.list_price->minor;
        if (!is_far_below || row.kind != order::OrderKind::booked) continue;
        ++far_below;
        sellers.insert(row.person_name);
        const Day day = day_of(row.at), next_quarter = add_months(first_of_quarter(day), 3);
        EXPECT_LE(next_quarter - day, 4) << at << " " << row.number;
      }
      EXPECT_GE(far_below, 5) << at;
      EXPECT_EQ(sellers, std::set<std::string>{"Gunnar Halvorsen"}) << at;
      return 0;
    });
  }
}

/// An open proposal that is worth something in every figure, and an order that counts at the rate of its day.
TEST(DemoCompany, HasTwoCustomersWhoPayInFrancs) {
  for (const auto* at : as_tried({a_monday, "2027-01-01T23:00:00Z", "2026-08-12T12:30:00Z"})) {
    auto& company = made(at);
    company.read([&](const Read& read) {
      auto francs = rows_of<funnel::OpportunityRow>(read, "/opportunities");
      std::erase_if(francs, [](const auto& one) { return one.currency != "CHF"; });
      EXPECT_EQ(francs.size(), 2U) << at;
      for (const auto& one : francs) EXPECT_TRUE(one.worth.has_value()) << at << " " << one.name;
      EXPECT_EQ(std::ranges::count(francs, funnel::Outcome::open, &funnel::OpportunityRow::outcome), 1) << at;
      int orders = 0;
      for (const auto& row : rows_of<order::OrderRow>(read, "/orders")) {
        if (row.currency != "CHF" || row.kind != order::OrderKind::booked) continue;
        ++orders;
        EXPECT_TRUE(row.value && row.gross_margin) << at;
      }
      EXPECT_EQ(orders, 1) << at;
      return 0;
    });
  }
}

TEST(DemoCompany, TellsWhatTheLastReviewPromisedAndWhatMoved) {
  made().read([](const Read& read) {
    const auto agenda = review::agenda(read, gap::offered_day(read));
    EXPECT_EQ(all<review::ReviewRow>(read).size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(agenda.promised,
                                    [](const auto& one) { return one.done_on && one.moved.has_value(); }));
    EXPECT_TRUE(std::ranges::any_of(agenda.promised, [](const auto& one) { return one.is_overdue; }));
    EXPECT_TRUE(std::ranges::any_of(agenda.promised,
                                    [](const auto& one) { return !one.done_on && !one.is_overdue; }));
    EXPECT_FALSE(agenda.is_data_old);
    return 0;
  });
}

/// Worked out again from what its working says.
std::int64_t recomputed(const json::object& stake) {
  const auto& inputs = stake.at("inputs").as_array();
  // A value in another currency is followed by the rate and by what it is worth.
  const auto in_own = std::ranges::find_if(
      inputs, [](const json::value& input) { return input.at("name").as_string() == "in USD"; });
  const auto* from = in_own == inputs.end() ? inputs.begin() : in_own;
  const Money value{from->at("money").at("minor").as_int64(), *parse_currency("USD")};
  const auto number = [&](std::ptrdiff_t i) { return from[i].at("number").to_number<double>(); };
  const auto chance =
      scaled(value, static_cast<std::int64_t>(number(1)), static_cast<std::int64_t>(number(2)));
  if (stake.at("name").as_string() == "Expected revenue") return chance.minor;
  return scaled(chance, std::llround(number(4) * 10'000), 1'000'000).minor;
}

void expect_list_agrees(const Read& read, const gap::Gap& gap, Day as_of) {
  web::Input input;
  input.paths = {{"code", gap.code}};
  input.queries = {{"about", gap.about}, {"as_of", to_string(as_of)}, {"limit", "50000"}};
  const auto list = answer(read, "/gaps/{code}/opportunities", input);
  const auto& rows = list.at("items").as_array();
  EXPECT_EQ(static_cast<std::int64_t>(rows.size()), gap.count) << gap.sentence;
  std::int64_t sum = 0;
  for (const auto& row : rows) {
    if (row.at("stake").at("money").is_null()) continue;
    const auto minor = row.at("stake").at("money").at("minor").as_int64();
    sum += minor;
    input.paths["id"] = std::to_string(row.at("id").as_int64());
    const auto one = answer(read, "/gaps/{code}/opportunities/{id}", input);
    EXPECT_EQ(recomputed(one.at("stake").as_object()), minor) << gap.sentence;
  }
  EXPECT_EQ(sum, gap.stake.money ? gap.stake.money->minor : 0) << gap.sentence;
}

TEST(DemoCompany, ListsExactlyWhatEachGapCountsOnEveryDay) {
  for (const int days_ago : {0, 1, 12, 90, 300}) {
    made().read([&](const Read& read) {
      const Day as_of = gap::offered_day(read) - days_ago;
      std::set<std::string> codes;
      for (const auto& gap : review::agenda(read, as_of).items) {
        if (gap.evidence.find("/opportunities?") == std::string::npos) continue;
        codes.insert(gap.code);
        expect_list_agrees(read, gap, as_of);
      }
      EXPECT_GE(codes.size(), 2U) << to_string(as_of);
      return 0;
    });
  }
}

TEST(DemoCompany, PrintsItsReviewAndTheMinutesOfTheLast) {
  std::ostringstream agenda, minutes;
  print_review(agenda, made().database, Actor{}, std::nullopt, 100);
  print_minutes(minutes, made().database, Actor{}, 2, 100);
  EXPECT_NE(agenda.str().find("in “Marketing qualified” have had no"), std::string::npos) << agenda.str();
  EXPECT_EQ(agenda.str().find("Still to do"), std::string::npos) << agenda.str();
  EXPECT_NE(minutes.str().find("Minutes: Review, week of"), std::string::npos) << minutes.str();
  EXPECT_NE(minutes.str().find("expected margin at stake"), std::string::npos) << minutes.str();
  EXPECT_NE(minutes.str().find("Maria joins the two largest herself."), std::string::npos) << minutes.str();
  EXPECT_THROW(print_minutes(minutes, made().database, Actor{}, 99, 100), ShapeError);
}

TEST(DemoCompany, HoldsItsInvariants) {
  made().read([](const Read& read) {
    for (const auto& checked : run_checks(read, subjects())) {
      for (const auto& violation : checked.violations)
        ADD_FAILURE() << checked.check->name << ": " << violation;
    }
    return 0;
  });
}

TEST(DemoCompany, LetsOneOfEachRoleSignIn) {
  made().read([](const Read& read) {
    std::set<Role> roles;
    for (const auto* name : {"maria", "sam", "karl", "ines", "lena", "arthur", "fiona", "ada"}) {
      const auto person = people::find_by_email(read, std::string(name) + "@demo.example");
      EXPECT_TRUE(person.has_value()) << name;
      if (!person) continue;
      roles.insert(person->role);
      const auto hash = people::password_hash_of(read, person->id);
      EXPECT_TRUE(hash && people::is_password(*hash, std::string(demo_password))) << name;
    }
    EXPECT_EQ(roles.size(), static_cast<std::size_t>(role_count));
    return 0;
  });
}

TEST(DemoCompany, KeepsWhenThingsWereDone) {
  made().read([](const Read& read) {
    for (const auto& activity : all<fact::ActivityRow>(read)) {
      EXPECT_LE(activity.at, read.now());
      const bool is_moment = activity.precision == fact::Precision::moment;
      const Day day = is_moment ? day_in(activity.at, "America/Chicago") : day_of(activity.at);
      EXPECT_LT(weekday(day), 5) << to_string(activity.at);
    }
    return 0;
  });
}

}  // namespace
}  // namespace accord::app
