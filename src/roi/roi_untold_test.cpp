// SPDX-License-Identifier: Apache-2.0
// Where a quotient of known numbers would say nothing, no return is told, and the reason is.
#include "roi/roi_untold.hpp"

#include "roi/roi_cohort_view.hpp"
#include "roi/roi_report.hpp"
#include "tests/roi_fixture.hpp"

namespace accord::roi {
namespace {

class RoiUntoldTest : public tests::RoiTest {
 protected:
  void SetUp() override {
    RoiTest::SetUp();
    make_company();
    acme_ = account("Acme");
    web_ = channel("Web");
  }
  /// The note that opens like this; empty if there is none.
  std::string note(const Question& question, std::string_view opening) {
    for (const auto& note : report(question).notes)
      if (note.starts_with(opening)) return note;
    return {};
  }
  void paid(std::int64_t minor, const char* on, std::optional<Id<campaign::Campaign>> campaign = {},
            std::optional<Id<product::Product>> product = {}, bool has_channel = true) {
    spend::Spend spend;
    spend.day = day(on);
    spend.campaign = campaign;
    spend.product = product;
    if (has_channel) spend.channel = web_;
    spend.side = Side::marketing;
    spend.amount = {minor, tests::usd};
    write([&](Write& write) { write.append(spend); });
  }
  Id<product::Product> product(const char* name) {
    product::Product product;
    product.name = name;
    write([&](Write& write) { write.insert(product); });
    return product.id;
  }
  Line line(const Question& question, Key key) {
    return reading([&](const Read& read) { return line_in_words(read, question, key); });
  }
  Report report(const Question& question) {
    return reading([&](const Read& read) { return report_of(read, question); });
  }

  Id<account::Account> acme_;
  Id<campaign::Channel> web_;
};

TEST_F(RoiUntoldTest, WithoutATouchpointNobodyKnowsWhatCameOfIt) {
  campaign::Campaign van;
  van.name = "Demo van";
  van.channel = web_;
  van.side = Side::marketing;
  write([&](Write& write) { write.insert(van); });
  paid(5'000, "2026-03-01", van.id);
  paid(700, "2026-03-01", {}, {}, false);
  touch(acme_, "2026-03-02T09:00:00Z", web_);
  order(acme_, "2026-03-10", 10'000, 4'000);
  const auto unseen = line(of_2026(Dimension::campaign), van.id.number);
  EXPECT_FALSE(unseen.roi_on_revenue.number);
  EXPECT_FALSE(unseen.agreed_roi_on_margin.number);
  EXPECT_EQ(
      unseen.roi_on_margin.why,
      "No touchpoint of it is on record in these days, so that nobody can tell what came of the spend.");
  EXPECT_EQ(unseen.note, unseen.roi_on_margin.why);
  EXPECT_EQ(unseen.spend.money->minor, 5'000) << "what is known is said";
  EXPECT_FALSE(line(of_2026(), 0).roi_on_revenue.number) << "spend that names no channel";
  EXPECT_TRUE(line(of_2026(), web_.number).roi_on_revenue.number);
  touchpoint::Touchpoint met;
  met.account = account("Best");
  met.at = *parse_instant("2026-03-05T09:00:00Z");
  met.channel = web_;
  met.campaign = van.id;
  met.side = Side::marketing;
  write([&](Write& write) { write.append(met); });
  EXPECT_EQ(line(of_2026(Dimension::campaign), van.id.number).roi_on_revenue.number, -100)
      << "met, and in vain so far";
}

/// 900 of 1,000 name no product: what names one is no measure of its orders. 400 of 1,500 are said.
TEST_F(RoiUntoldTest, ASmallPartOfTheSpendIsNoMeasureOfItsOrders) {
  const auto pump = product("Pump");
  paid(10'000, "2026-03-01", {}, pump);
  paid(90'000, "2026-03-01");
  order(acme_, "2026-03-10", 500'000, 200'000, "USD", pump);
  auto question = of_2026(Dimension::product);
  const auto small = line(question, pump.number);
  EXPECT_EQ(
      small.roi_on_revenue.why,
      "90% of what was spent in these days names no product, or several: what names this one is too small "
      "a part of what its orders cost.");
  EXPECT_FALSE(small.cac.money);
  EXPECT_EQ(small.revenue.money->minor, 500'000);
  EXPECT_EQ(
      note(question, "90% of"),
      "90% of what was spent in these days names no product, or several: returns and costs of single lines "
      "are not told.");
  EXPECT_TRUE(report(question).roi_on_revenue.number) << "all of the spend is a measure of all orders";
  auto alone = of_2026();
  alone.only[static_cast<std::size_t>(Dimension::product)] = pump.number;
  EXPECT_FALSE(report(alone).roi_on_revenue.number) << "asked for alone it is as small";
  EXPECT_TRUE(report(of_2026()).roi_on_revenue.number);
  paid(140'000, "2026-03-01", {}, pump);
  const auto large = line(question, pump.number);
  EXPECT_NEAR(*large.roi_on_revenue.number, 100.0 * (500'000 - 150'000) / 150'000, 1e-9);
  EXPECT_EQ(
      note(question, "38% of"),
      "38% of what was spent in these days names no product, or several: it is in the return of none of "
      "them, so that these are too high by it.");
}

/// One order without a product made the rest a loss of all that is spent for several.
TEST_F(RoiUntoldTest, WhatNamesNoProductHasNoReturnWhateverIsOrdered) {
  const auto pump = product("Pump");
  paid(60'000, "2026-03-01", {}, pump);
  paid(40'000, "2026-03-01");
  order(acme_, "2026-03-10", 500'000, 200'000, "USD", pump);
  const std::string why =
      "What is spent for several together, or names no product, serves the orders of all: it has no return "
      "of "
      "its own.";
  EXPECT_EQ(line(of_2026(Dimension::product), 0).roi_on_revenue.why, why);
  order(account("Best"), "2026-03-11", 30, 10);
  const auto rest = line(of_2026(Dimension::product), 0);
  EXPECT_EQ(rest.revenue.money->minor, 30);
  EXPECT_EQ(rest.roi_on_revenue.why, why);
  EXPECT_EQ(rest.cac.why, why);
}

TEST_F(RoiUntoldTest, OfAMonthInPartNoReturnIsTold) {
  for (const char* on : {"2026-01-20", "2026-02-20", "2026-11-10"}) {
    paid(1'000, on);
    order(acme_, on, 3'000, 1'000);
  }
  auto question = of_2026(Dimension::month);
  question.from = day("2026-01-15");
  const auto month = [](const char* text) { return month_of(*parse_day(text)); };
  EXPECT_EQ(line(question, month("2026-01-01")).roi_on_revenue.why,
            "Only 17 of the month’s 31 days are asked for: what was spent in the others is not in it.");
  EXPECT_EQ(line(question, month("2026-02-01")).roi_on_revenue.number, 200);
  EXPECT_EQ(
      line(question, month("2026-11-01")).roi_on_revenue.why,
      "The month is not over: its orders are still coming in, and much of what it costs is booked at its "
      "end.");
  EXPECT_EQ(note(question, "Orders stand"),
            "Orders stand in the month in which they were booked, and come of what was spent before as well. "
            "Months "
            "of spend show what came back of a month’s money.");
  question.by = Dimension::quarter;
  EXPECT_NE(line(question, quarter_of(day("2026-01-15"))).note.find("Only 76 of the quarter’s 90 days"),
            std::string::npos);
  question.from = day("2026-02-01");
  question.until = day("2026-02-27");
  question.by = Dimension::month;
  EXPECT_NE(line(question, month("2026-02-01")).note.find("Only 27 of the month’s 28 days"),
            std::string::npos);
}

/// The days asked, of whatever line: only where a month that is over lies whole in them is a return told.
TEST_F(RoiUntoldTest, OfAFewDaysNoReturnIsToldForNothingIsSpreadOverThem) {
  for (const char* on : {"2026-09-30", "2026-10-05", "2026-11-04"}) {
    touch(acme_, (on + std::string("T09:00:00Z")).c_str(), web_);
    paid(1'000, on);
    order(acme_, on, 3'000, 1'000);
  }
  const std::string why =
      "No month that is over lies whole within these days: what a month costs is booked on few of its days, "
      "and is not spread over the others, so that no return of these days is told.";
  const auto of_days = [&](const char* from, const char* until) {
    auto question = of_2026();
    question.from = day(from);
    question.until = day(until);
    return question;
  };
  // The month that is not over, in part and whole; one that is, but for a day; two, neither of them whole.
  for (const auto& [from, until] :
       {std::pair{"2026-11-03", "2026-11-09"}, std::pair{"2026-11-01", "2026-11-30"},
        std::pair{"2026-10-01", "2026-10-30"}, std::pair{"2026-09-02", "2026-10-30"}}) {
    const auto question = of_days(from, until);
    const auto all = report(question);
    for (const auto* figure : {&all.roi_on_revenue, &all.roi_on_margin}) {
      EXPECT_FALSE(figure->number) << from;
      EXPECT_EQ(figure->why, why) << from;
    }
    EXPECT_EQ(all.notes.front(), why) << from;
    EXPECT_GT(all.spend.money->minor, 0) << "what is booked is said";
    EXPECT_EQ(all.spend.formula,
              "what both sides spent in these days, each entry whole on the day on which it was booked");
    EXPECT_NE(all.sentence.find("of orders are booked on these days; touchpoints explain"), std::string::npos)
        << all.sentence;
    const auto web = line(question, web_.number);
    EXPECT_EQ(web.note, why) << from;
    EXPECT_EQ(web.agreed_roi_on_margin.why, why) << from;
    EXPECT_GT(web.spend.money->minor, 0);
  }
  const auto whole = of_days("2026-10-01", "2026-10-31");
  EXPECT_EQ(report(whole).roi_on_revenue.number, 200);
  EXPECT_EQ(report(whole).notes.front().find("lies whole"), std::string::npos);
  EXPECT_EQ(line(whole, web_.number).roi_on_revenue.number, 200);
}

/// 31 of 40 days are a whole month: told, with what stands in the others. Three of 368 are worth no word.
TEST_F(RoiUntoldTest, DaysOfMonthsInPartAreSaidWhereTheyWeigh) {
  for (const char* on : {"2026-10-05", "2026-11-04"}) {
    paid(1'000, on);
    order(acme_, on, 3'000, 1'000);
  }
  auto question = of_2026();
  question.from = day("2026-10-01");
  question.until = day("2026-11-09");
  EXPECT_EQ(report(question).roi_on_revenue.number, 200);
  EXPECT_EQ(
      report(question).notes.front(),
      "9 days of these 40 are of a month that is asked for in part or is not over: what it costs counts by "
      "the days on which it was booked, and is not spread over the others.");
  question.from = day("2026-09-29");
  EXPECT_TRUE(report(question).notes.front().starts_with(
      "11 days of these 42 are of months that are asked for in part or are not over: what these cost"));
  question.from = day("2025-11-01");
  question.until = day("2026-11-03");
  for (const auto& note : report(question).notes)
    EXPECT_EQ(note.find("asked for in part"), std::string::npos);
}

/// The grid says nothing of a month that is not over, neither in its row nor in its cell.
TEST_F(RoiUntoldTest, OfTheMonthThatIsNotOverNothingIsSaidOfItsSpend) {
  paid(1'000, "2026-10-20");
  paid(10, "2026-11-10");
  touch(acme_, "2026-10-20T09:00:00Z", web_);
  touch(acme_, "2026-11-10T09:00:00Z", web_);
  order(acme_, "2026-11-12", 3'000, 1'000);
  reading([&](const Read& read) {
    CohortQuestion asked;
    asked.question = of_2026();
    asked.question.from = day("2026-10-01");
    const auto cohorts = cohorts_of(read, asked);
    EXPECT_EQ(cohorts.items.at(0).multiple.number, 150);
    EXPECT_EQ(cohorts.items.at(1).multiple.why,
              "The month is not over: much of what it costs is booked at its end.");
    EXPECT_FALSE(cohorts.items.at(1).cells.at(0).multiple.number);
    EXPECT_EQ(cohorts.items.at(1).returned.money->minor, 1'500);
  });
}

}  // namespace
}  // namespace accord::roi
