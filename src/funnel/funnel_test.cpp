// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>

#include "app/subjects.hpp"
#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel_routes.hpp"
#include "funnel/funnel_store.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

const Currency usd = *parse_currency("USD");
const Day day{20'000};

class FunnelTest : public testing::Test {
 protected:
  FunnelTest() {
    write([&](Write& write) {
      people::Company company{
          .id = {}, .name = "Kestrel", .currency = "USD", .time_zone = "America/New_York"};
      people::found(write, company);
      for (const auto* name : {"North", "South"}) {
        territory::Territory territory;
        territory.name = name;
        territory::add(write, territory);
      }
    });
  }

  std::int64_t write(const std::function<void(Write&)>& act, const std::string& what = "Try.") {
    return database->write(actor, what, act);
  }
  /// An opportunity that the CRM keeps, as an import makes it: without a fact of its own.
  Opportunity add(const std::function<void(Opportunity&)>& fill) {
    Opportunity opportunity;
    opportunity.stage = "Proposal";
    fill(opportunity);
    write([&](Write& write) { write.insert(opportunity); });
    return opportunity;
  }
  std::int64_t stand(const Opportunity& opportunity, const std::string& stage, Instant at,
                     fact::Precision precision = fact::Precision::day) {
    auto there = opportunity;
    there.stage = stage;
    return write([&](Write& write) { record_stage(write, there, at, precision); });
  }
  void act(const Opportunity& opportunity, Side side, Instant at) {
    fact::Activity activity;
    activity.opportunity = opportunity.id;
    activity.side = side;
    activity.at = at;
    activity.precision = fact::Precision::day;
    write([&](Write& write) { write.append(activity); });
  }
  void rate(Day on, const char* base, const char* number) {
    write([&](Write& write) {
      exchange_rate::ExchangeRate rate;
      rate.day = on;
      rate.base = base;
      rate.quote = "USD";
      rate.trillionths = *exchange_rate::parse_rate(number);
      write.append(rate);
    });
  }
  std::map<std::int64_t, OpportunityAsOf> all(Day on) {
    std::map<std::int64_t, OpportunityAsOf> found;
    database->read(actor, [&](const Read& read) {
      each_as_of(read, on, [&](const OpportunityAsOf& one) { found[one.id] = one; });
      return 0;
    });
    return found;
  }
  std::map<std::int64_t, OpportunityAsOf> open(Day on) {
    auto found = all(on);
    std::erase_if(found, [](const auto& one) { return one.second.outcome != Outcome::open; });
    return found;
  }
  Totals totals_of(std::vector<std::pair<std::string, std::string>> filters) {
    web::Input input;
    input.queries = std::move(filters);
    return database->read(actor, [&](const Read& read) { return totals(read, input); });
  }

  /// How many opportunities the list at that address has.
  std::int64_t listed_at(const std::string& link) {
    ListRequest request;
    for (const auto filter : split(std::string_view(link).substr(link.find('?') + 1), '&')) {
      const auto cut = filter.find('=');
      request.filters.emplace_back(filter.substr(0, cut), filter.substr(cut + 1));
    }
    return database->read(actor, [&](const Read& read) { return list_opportunities(read, request).total; });
  }

  tests::TemporaryFolder folder;
  SetClock clock{*parse_instant("2026-03-02T09:00:00Z")};
  Actor actor;
  std::unique_ptr<Database> database = std::make_unique<Database>(folder.file("t.db"), app::schemas(), clock);
};

TEST_F(FunnelTest, TheLastStageChangeOfTheDayCounts) {
  const auto one = add([&](Opportunity& o) {
    o.created_on = day;
    o.close_on = day + 40;
  });
  stand(one, "Inquiry", start_of(day));
  stand(one, "Meeting", start_of(day + 10));
  stand(one, "Proposal", start_of(day + 10));
  stand(one, "Won", start_of(day + 30));
  EXPECT_TRUE(all(day - 1).empty()) << "not created yet";
  EXPECT_EQ(all(day + 9)[one.id.number].stage, "Inquiry");
  const auto later = all(day + 10)[one.id.number];
  EXPECT_EQ(later.stage, "Proposal");
  EXPECT_EQ(later.since, start_of(day + 10));
  EXPECT_EQ(later.since_precision, fact::Precision::day);
  EXPECT_EQ(all(day + 30)[one.id.number].stage, "Won");
}

TEST_F(FunnelTest, ARetractedStageChangeIsNoMore) {
  const auto one = add([&](Opportunity& o) { o.created_on = day; });
  stand(one, "Inquiry", start_of(day));
  const auto commit = stand(one, "Meeting", start_of(day + 1));
  write([&](Write& write) { write.retract_facts(commit); });
  EXPECT_EQ(all(day + 5)[one.id.number].stage, "Inquiry");
}

TEST_F(FunnelTest, MomentsEndTheDayByTheCompanysClockAndDaysByTheirOwn) {
  const auto one = add([&](Opportunity& o) { o.created_on = day; });
  stand(one, "Inquiry", start_of(day));
  stand(one, "Meeting", Instant{start_of(day + 2).ms + 3 * 3'600'000}, fact::Precision::moment);
  EXPECT_EQ(all(day + 1)[one.id.number].stage, "Meeting") << "22:00 in New York on the day before";
  const auto two = add([&](Opportunity& o) { o.created_on = day; });
  stand(two, "Inquiry", start_of(day));
  stand(two, "Meeting", start_of(day + 2));
  EXPECT_EQ(all(day + 1)[two.id.number].stage, "Inquiry") << "a day begins at its own midnight";
}

TEST_F(FunnelTest, WithoutHistoryItStandsAtLeastSinceItWasSeen) {
  const auto no_facts = add([&](Opportunity& o) { o.stage = "Prospecting"; });
  const auto seen_later = add([&](Opportunity& o) { o.created_on = day - 5; });
  stand(seen_later, "Meeting", start_of(day + 30), fact::Precision::at_least_since);
  const auto moved_later = add([&](Opportunity& o) { o.created_on = day - 5; });
  stand(moved_later, "Meeting", start_of(day + 30));
  const auto won_later = add([&](Opportunity& o) {
    o.stage = "Won";
    o.outcome = Outcome::won;
    o.close_on = day + 3;
  });
  auto found = all(day);
  EXPECT_EQ(found[no_facts.id.number].stage, "Prospecting");
  EXPECT_EQ(found[no_facts.id.number].since_precision, fact::Precision::at_least_since);
  EXPECT_EQ(found[seen_later.id.number].stage, "Meeting");
  EXPECT_FALSE(found.contains(moved_later.id.number)) << "nobody recorded where it stood before";
  EXPECT_FALSE(found.contains(won_later.id.number)) << "it is won only later, and stood nobody knows where";
}

TEST_F(FunnelTest, WhatClosesLaterIsOpenAndWithoutAValueTakesTheListPrice) {
  product::Product meter;
  meter.name = "Meter";
  meter.list_price = Money{5'000, usd};
  write([&](Write& write) { write.insert(meter); });
  const auto won = add([&](Opportunity& o) {
    o.product = meter.id;
    o.outcome = Outcome::won;
    o.created_on = day;
    o.close_on = day + 9;
  });
  stand(won, "Meeting", start_of(day));
  stand(won, "Won", start_of(day + 9));
  const auto before = open(day + 8);
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before.at(won.id.number).stage, "Meeting");
  EXPECT_EQ(before.at(won.id.number).value, (Money{5'000, usd}));
  EXPECT_TRUE(before.at(won.id.number).is_list_price);
  EXPECT_TRUE(open(day + 9).empty());
  const auto after = all(day + 9).at(won.id.number);
  EXPECT_EQ(after.outcome, Outcome::won);
  EXPECT_FALSE(after.value) << "a closed one is worth what it brought, and that is not known";
}

TEST_F(FunnelTest, EachSidesLastActivityUpToTheDay) {
  const auto one = add([&](Opportunity& o) { o.created_on = day; });
  act(one, Side::sales, start_of(day + 1));
  act(one, Side::sales, start_of(day + 3));
  act(one, Side::marketing, start_of(day + 2));
  act(one, Side::none, start_of(day + 2));
  act(one, Side::sales, start_of(day + 20));
  const auto found = all(day + 5)[one.id.number];
  EXPECT_EQ(found.last_sales_activity, start_of(day + 3));
  EXPECT_EQ(found.last_marketing_activity, start_of(day + 2));
  EXPECT_FALSE(all(day)[one.id.number].last_sales_activity);
}

TEST_F(FunnelTest, TheStaysUpToTheDay) {
  const auto one = add([&](Opportunity& o) { o.created_on = day; });
  stand(one, "Proposal", start_of(day + 9));
  stand(one, "Inquiry", start_of(day));
  stand(one, "Meeting", start_of(day + 4));
  const auto until = [&](Day on) {
    std::string said;
    const auto say = [&](const OpportunityAsOf& found) {
      for (const auto& stay : found.stays) {
        said += std::string(stay.stage) + " " + std::to_string(day_of(stay.from) - day) + "–" +
                (stay.until ? std::to_string(day_of(*stay.until) - day) : "") + " ";
      }
    };
    database->read(actor, [&](const Read& read) {
      each_as_of(read, on, say);
      return 0;
    });
    return said;
  };
  EXPECT_EQ(until(day + 8), "Inquiry 0–4 Meeting 4– ");
  EXPECT_EQ(until(day + 9), "Inquiry 0–4 Meeting 4–9 Proposal 9– ");
}

TEST_F(FunnelTest, OnlyWhatTheActorMaySee) {
  add([&](Opportunity& o) { o.territory = Id<territory::Territory>{1}; });
  add([&](Opportunity& o) { o.territory = Id<territory::Territory>{2}; });
  add([](Opportunity&) {});
  EXPECT_EQ(open(day).size(), 3U);
  actor.territory = 1;
  EXPECT_EQ(open(day).size(), 2U);
  EXPECT_EQ(totals_of({}).count.number, 2);
}

TEST_F(FunnelTest, TotalsAreTheSumsOfTheListByAnyFilter) {
  const Currency eur = *parse_currency("EUR");
  for (int i = 0; i < 60; ++i) {
    add([&](Opportunity& o) {
      o.stage = i % 3 == 0 ? "Meeting" : "Closed";
      o.outcome = i % 3 == 0 ? Outcome::open : i % 3 == 1 ? Outcome::won : Outcome::lost;
      if (i % 5 != 0) o.value = Money{i * 100, i % 2 == 0 ? usd : eur};
      o.source = i % 4 == 0 ? "Web" : "Fair";
    });
  }
  for (const std::vector<std::pair<std::string, std::string>>& filters :
       {std::vector<std::pair<std::string, std::string>>{},
        {{"source", "Web"}},
        {{"outcome", "won"}},
        {{"value_from", "2000"}, {"source", "Fair"}}}) {
    std::map<Currency, std::int64_t> won;
    std::int64_t count = 0;
    database->read(actor, [&](const Read& read) {
      for (const auto& row : list<OpportunityRow>(read, {filters, {}}).items) {
        ++count;
        if (row.outcome == Outcome::won && row.value) won[row.value->currency] += row.value->minor;
      }
      return 0;
    });
    const auto totals = totals_of(filters);
    EXPECT_EQ(totals.count.number, static_cast<double>(count));
    std::map<Currency, std::int64_t> figures;
    for (const auto& figure : totals.won_values) {
      std::int64_t inputs = 0;
      for (const auto& input : figure.inputs) inputs += input.money ? input.money->minor : 0;
      if (!figure.money) continue;
      EXPECT_EQ(inputs, figure.money->minor) << "the working adds up: " << figure.name;
      if (figure.name.ends_with(", all in USD")) continue;
      figures[figure.money->currency] = figure.money->minor;
    }
    EXPECT_EQ(figures, won);
  }
}

/// 1,000.05 of the one that was won on `day` + 2, and as much of one that is open.
TEST_F(FunnelTest, AClosedValueCountsAtTheRateOfClosingAndAnOpenOneAtThatOfTheDay) {
  rate(day, "EUR", "1.1");
  rate(day + 20, "EUR", "1.2");
  const auto make = [&](Outcome outcome, const char* currency) {
    return add([&](Opportunity& o) {
             o.created_on = day;
             o.outcome = outcome;
             if (outcome == Outcome::won) o.close_on = day + 2;
             o.value = Money{100'005, *parse_currency(currency)};
           })
        .id.number;
  };
  const auto won = make(Outcome::won, "EUR"), open_one = make(Outcome::open, "EUR"),
             unknown = make(Outcome::open, "CHF"), own = make(Outcome::open, "USD");
  auto now = all(day + 20);
  EXPECT_EQ(now[won].worth, (Money{110'006, usd})) << "1100.055, a half away from zero";
  EXPECT_EQ(now[open_one].worth, (Money{120'006, usd}));
  EXPECT_EQ(now[own].worth, (Money{100'005, usd}));
  EXPECT_FALSE(now[unknown].worth) << "no rate is ever assumed";
  EXPECT_EQ(now[unknown].value->minor, 100'005);
  EXPECT_FALSE(all(day + 28)[open_one].worth) << "a rate of eight days before is none";
  rate(day + 28, "CHF", "1.25");
  EXPECT_EQ(all(day + 28)[unknown].worth, (Money{125'006, usd}));
  EXPECT_FALSE(all(day + 27)[unknown].worth) << "none of a later day is taken";
}

TEST_F(FunnelTest, TotalsSayWhatAllCurrenciesComeToAndWhatIsNotInIt) {
  rate(day, "EUR", "1.1");
  for (const auto* currency : {"EUR", "EUR", "USD", "CHF"})
    add([&](Opportunity& o) {
      o.outcome = Outcome::won;
      o.close_on = day + 2;
      o.value = Money{100'005, *parse_currency(currency)};
    });
  const auto figures = totals_of({}).won_values;
  ASSERT_EQ(figures.size(), 4U);
  const auto& in_all = figures.back();
  EXPECT_EQ(in_all.name, "Won, all in USD");
  EXPECT_EQ(in_all.money, (Money{110'006 + 110'006 + 100'005, usd})) << "each rounded once";
  ASSERT_EQ(in_all.inputs.size(), 3U);
  EXPECT_EQ(in_all.inputs[0].name, "left out: in CHF, without an exchange rate");
  EXPECT_EQ(in_all.inputs[0].number, 1);
  EXPECT_EQ(in_all.inputs[1].money, (Money{220'012, usd}));
  EXPECT_EQ(in_all.inputs[1].link, "/opportunities?outcome=won&currency=EUR");
  EXPECT_EQ(in_all.inputs[0].link, "/opportunities?outcome=won&currency=CHF") << "none in CHF has a rate";
  const auto francs = totals_of({{"currency", "CHF"}}).won_values;
  EXPECT_FALSE(francs.back().money);
  EXPECT_FALSE(francs.back().why.empty());
}

TEST_F(FunnelTest, WhatIsLeftOutOfATotalIsAListOfItsOwn) {
  rate(day, "EUR", "1.1");
  const auto win = [&](std::optional<Day> on) {
    add([&](Opportunity& o) {
      o.outcome = Outcome::won;
      o.close_on = on;
      o.value = Money{100'000, *parse_currency("EUR")};
    });
  };
  win(day + 2);
  for (int days = 30; days < 130; ++days) win(day + days);
  const auto left_out = [&] { return totals_of({}).won_values.back().inputs.at(1); };
  const auto in_all = totals_of({}).won_values.back();
  const std::string list = "/opportunities?outcome=won&currency=EUR";
  ASSERT_EQ(in_all.inputs.size(), 2U);
  EXPECT_EQ(in_all.inputs[0].link,
            list + "&close_on_from=" + to_string(day + 2) + "&close_on_to=" + to_string(day + 2));
  EXPECT_EQ(in_all.inputs[1].name, "left out: in EUR, without an exchange rate");
  EXPECT_EQ(in_all.inputs[1].number, 100);
  EXPECT_EQ(in_all.inputs[1].link,
            list + "&close_on_from=" + to_string(day + 30) + "&close_on_to=" + to_string(day + 129))
      << "however many they are";
  EXPECT_EQ(listed_at(in_all.inputs[0].link), 1);
  EXPECT_EQ(listed_at(in_all.inputs[1].link), 100);
  rate(day + 60, "EUR", "1.2");
  EXPECT_EQ(left_out().number, 92);
  EXPECT_EQ(left_out().link, "") << "ninety-two days on both sides of others are too many for an address";
}

TEST_F(FunnelTest, WhatIsLeftOutOnDaysBetweenOthersIsListedDayByDay) {
  rate(day, "EUR", "1.1");
  rate(day + 40, "EUR", "1.2");
  for (const int days : {2, 30, 41, 60, 60})
    add([&](Opportunity& o) {
      o.outcome = Outcome::won;
      o.close_on = day + days;
      o.value = Money{100'000, *parse_currency("EUR")};
    });
  const auto in_all = totals_of({}).won_values.back();
  ASSERT_EQ(in_all.inputs.size(), 2U);
  EXPECT_EQ(in_all.inputs[1].number, 3);
  EXPECT_EQ(in_all.inputs[1].link, "/opportunities?outcome=won&currency=EUR&close_on=" + to_string(day + 30) +
                                       "&close_on=" + to_string(day + 60));
  EXPECT_EQ(listed_at(in_all.inputs[1].link), 3);
  EXPECT_EQ(listed_at(in_all.inputs[0].link), 2);
}

TEST_F(FunnelTest, NoListIsAskedByWhatIsWorkedOutForItsRows) {
  using Asked = std::pair<std::string, std::string>;
  for (const auto& asked : {Asked{"worth_from", "1"}, Asked{"order", "-worth"}, Asked{"rate", "x"},
                            Asked{"rate_day_to", "2026-03-02"}, Asked{"order", "rate_day"}}) {
    try {
      database->read(actor, [&](const Read& read) { return list_opportunities(read, {{asked}, {}}); });
      FAIL() << asked.first << " was answered";
    } catch (const Refusal& refusal) {
      EXPECT_EQ(refusal.rule().code, "unknown_filter");
      EXPECT_NE(refusal.detail().find("use value and currency"), std::string::npos) << refusal.detail();
    }
  }
}

TEST_F(FunnelTest, WhatTheCrmKeepsIsReadOnly) {
  const auto one = add([&](Opportunity& o) {
    o.name = "Theirs";
    o.key = "42";
    o.system = "Salesforce";
  });
  web::Input input;
  input.paths["id"] = std::to_string(one.id.number);
  input.body = json::object{{"name", "Mine"}, {"stage", "Won"}};
  for (const auto& route : subject.routes) {
    if (route.method != web::Method::put) continue;
    try {
      write([&](Write& write) { route.write(write, input); });
      FAIL() << "changed what Salesforce keeps";
    } catch (const Refusal& refusal) {
      EXPECT_EQ(refusal.rule().code, "crm_owns_this");
    }
  }
}

TEST_F(FunnelTest, TheCheckFindsAnOpportunityThatStandsElsewhere) {
  const auto one = add([&](Opportunity& o) { o.stage = "Meeting"; });
  stand(one, "Meeting", start_of(day));
  const auto violations = [&] {
    return database->read(actor, [](const Read& read) { return misplaced_opportunities(read).size(); });
  };
  EXPECT_EQ(violations(), 0U);
  stand(one, "Won", start_of(day + 1));
  EXPECT_EQ(violations(), 1U);
}

}  // namespace
}  // namespace accord::funnel
