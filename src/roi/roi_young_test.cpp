// SPDX-License-Identifier: Apache-2.0
// What young spend, spend without a campaign, parts of customers and rates of other days let a return say.
#include "roi/roi_young.hpp"

#include <gtest/gtest.h>

#include "roi/roi_report.hpp"
#include "tests/roi_fixture.hpp"

namespace accord::roi {
namespace {

class RoiYoungTest : public tests::RoiTest {
 protected:
  void SetUp() override {
    RoiTest::SetUp();
    make_company();
    acme_ = account("Acme");
    web_ = channel("Web");
    show_ = channel("Trade show");
  }
  Id<campaign::Campaign> campaign(const char* name, Id<campaign::Channel> on, const char* ends_on = nullptr) {
    campaign::Campaign campaign;
    campaign.name = name;
    campaign.channel = on;
    campaign.side = Side::marketing;
    if (ends_on != nullptr) campaign.ends_on = day(ends_on);
    write([&](Write& write) { write.insert(campaign); });
    return campaign.id;
  }
  void paid(std::int64_t minor, const char* on, Id<campaign::Channel> channel,
            std::optional<Id<campaign::Campaign>> campaign = {}) {
    spend::Spend spend;
    spend.day = day(on);
    spend.campaign = campaign;
    spend.channel = channel;
    spend.side = Side::marketing;
    spend.amount = {minor, tests::usd};
    write([&](Write& write) { write.append(spend); });
  }
  void met(const char* at, Id<campaign::Channel> channel, Id<campaign::Campaign> campaign) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = acme_;
    touchpoint.at = *parse_instant(at);
    touchpoint.channel = channel;
    touchpoint.campaign = campaign;
    touchpoint.side = Side::marketing;
    write([&](Write& write) { write.append(touchpoint); });
  }
  Line line(const Question& question, Key key) {
    return reading([&](const Read& read) { return line_in_words(read, question, key); });
  }
  Report report(const Question& question) {
    return reading([&](const Read& read) { return report_of(read, question); });
  }
  static bool says(const Report& report, const std::string& note) {
    return std::ranges::find(report.notes, note) != report.notes.end();
  }

  Id<account::Account> acme_;
  Id<campaign::Channel> web_, show_;
};

TEST_F(RoiYoungTest, TheReturnOfMoneyThatIsMostlyYoungIsOneSoFar) {
  const auto expo = campaign("Expo", show_, "2026-10-23");
  paid(10'000, "2026-10-20", show_, expo);
  met("2026-10-21T09:00:00Z", show_, expo);
  order(acme_, "2026-11-10", 3'000, 1'000);
  const std::string so_far =
      "So far: 100% of what was spent on it in these days is younger than the 90 days within which "
      "touchpoints share in orders, and what comes of it is not known before 19 January 2027.";
  for (const auto by : {Dimension::campaign, Dimension::channel}) {
    const auto young = line(of_2026(by), by == Dimension::campaign ? expo.number : show_.number);
    EXPECT_EQ(young.note, so_far);
    EXPECT_EQ(young.roi_on_revenue.number, -70);
  }
  EXPECT_TRUE(report(of_2026()).roi_on_revenue.number) << "all that was booked, by all that was spent";
  auto until_the_order = of_2026(Dimension::campaign);
  until_the_order.until = day("2026-11-10");
  EXPECT_EQ(
      line(until_the_order, expo.number).note,
      "So far: 100% of what was spent on it in these days was younger on 10 November 2026, after which "
      "no order is on record, than the 90 days within which touchpoints share in orders, and what comes "
      "of it is not known before 19 January 2027.");
  until_the_order.lookback_days = 30;
  EXPECT_EQ(line(until_the_order, expo.number).note,
            "So far: 100% of what was spent on it in these days was younger on 10 November 2026, after which "
            "no order is on record, than the 30 days within which touchpoints share in orders, and what came "
            "of it since is not on record.");
  auto shorter = of_2026(Dimension::campaign);
  shorter.lookback_days = 33;
  EXPECT_EQ(line(shorter, expo.number).note, "") << "over on the 23rd";
  shorter.lookbacks = {{web_, 34}};
  EXPECT_NE(line(shorter, expo.number).note.find("younger than the 34 days"), std::string::npos)
      << "the longest look-back counts";
  paid(40'000, "2026-03-02", show_, expo);
  EXPECT_EQ(line(of_2026(Dimension::campaign), expo.number).note, "");
  const std::string note =
      "20% of what was spent in these days is younger than the 90 days within which touchpoints share in "
      "orders: returns are those so far. Months of spend show what is to be expected.";
  EXPECT_TRUE(says(report(of_2026(Dimension::campaign)), note));
  EXPECT_TRUE(says(report(of_2026(Dimension::side)), note));
  EXPECT_FALSE(says(report(of_2026(Dimension::month)), note));
  paid(60'000, "2026-08-24", show_, expo);
  EXPECT_FALSE(says(report(of_2026()), note)) << "no order from the 23rd of November on counts for these";
}

TEST_F(RoiYoungTest, OfDaysThatAreOverOrdersAfterThemAreNoPart) {
  const auto expo = campaign("Expo", show_, "2026-03-20");
  paid(10'000, "2026-03-18", show_, expo);
  met("2026-03-19T09:00:00Z", show_, expo);
  order(acme_, "2026-04-20", 3'000, 1'000);
  auto march = of_2026(Dimension::campaign);
  march.from = day("2026-03-01");
  march.until = day("2026-03-31");
  EXPECT_EQ(
      line(march, expo.number).roi_on_revenue.why,
      "No order of these days came of it, and its touchpoints share in orders until 18 June 2026, after "
      "these days.");
  const auto best = account("Best");
  touch(best, "2026-03-19T09:00:00Z", show_);
  order(best, "2026-03-25", 1'000, 400);
  march.by = Dimension::channel;
  EXPECT_EQ(
      line(march, show_.number).note,
      "Orders after 31 March 2026 are not in these days: 100% of what was spent on it in them was younger on "
      "that day than the 90 days within which touchpoints share in orders. Months of spend show what has "
      "come "
      "of it since.");
  EXPECT_TRUE(
      says(report(march),
           "Orders after 31 March 2026 are not in these days: 100% of what was spent in them was younger on "
           "that day than the 90 days within which touchpoints share in orders. Months of spend show what "
           "has come of it since."));
  auto until_july = march;
  until_july.until = day("2026-07-31");
  EXPECT_EQ(line(until_july, show_.number).note, "") << "all that could come of it is in these days";
}

TEST_F(RoiYoungTest, WhatNothingHasComeOfYetIsNoLossUntilItsLookBackIsOver) {
  const auto box = campaign("Sample box", web_, "2026-09-30"), van = campaign("Van", web_, "2026-06-30"),
             letter = campaign("Letter", web_);
  for (const auto one : {box, van, letter}) {
    paid(5'000, "2026-03-02", web_, one);
    met("2026-03-03T09:00:00Z", web_, one);
  }
  EXPECT_EQ(line(of_2026(Dimension::campaign), box.number).roi_on_revenue.why,
            "Nothing has come of it yet, and its touchpoints share in orders until 29 December 2026.");
  EXPECT_EQ(line(of_2026(Dimension::campaign), van.number).roi_on_revenue.number, -100);
  EXPECT_EQ(line(of_2026(Dimension::campaign), letter.number).roi_on_revenue.number, -100)
      << "its last expense was in March";
  met("2026-10-03T09:00:00Z", web_, box);
  order(acme_, "2026-10-10", 1'000, 400);
  EXPECT_EQ(line(of_2026(Dimension::campaign), box.number).roi_on_revenue.number, -80);
}

/// 950 of 1,000 on the web name no campaign; all of the show's do.
TEST_F(RoiYoungTest, ACampaignIsNoMeasureWhereMostOfItsChannelNamesNone) {
  const auto letter = campaign("Letter", web_), expo = campaign("Expo", show_);
  paid(95'000, "2026-03-02", web_);
  paid(5'000, "2026-03-02", web_, letter);
  paid(20'000, "2026-03-02", show_, expo);
  met("2026-03-03T09:00:00Z", web_, letter);
  met("2026-03-04T09:00:00Z", show_, expo);
  order(acme_, "2026-03-10", 500'000, 200'000);
  const auto question = of_2026(Dimension::campaign);
  const std::string why =
      "95% of what was spent on Web in these days names no campaign: what names this one is too small a part "
      "of what its orders cost.";
  EXPECT_EQ(line(question, letter.number).roi_on_revenue.why, why);
  EXPECT_EQ(line(question, letter.number).agreed_roi_on_margin.why, why);
  EXPECT_EQ(line(question, letter.number).revenue.money->minor, 250'000);
  EXPECT_NEAR(*line(question, expo.number).roi_on_revenue.number, 1'150, 1e-9) << "a show is paid by itself";
  auto alone = of_2026();
  alone.only[static_cast<std::size_t>(Dimension::campaign)] = letter.number;
  EXPECT_EQ(report(alone).roi_on_revenue.why, why) << "asked for alone it is as small";
  EXPECT_TRUE(
      says(report(question),
           "79% of what was spent in these days names no campaign, and is in the return of none. "
           "Where that is more than nine tenths of what was spent on a campaign’s channel, its return and "
           "costs are not told."));
  EXPECT_TRUE(line(of_2026(), web_.number).roi_on_revenue.number) << "by channel all of it is in";
}

TEST_F(RoiYoungTest, OfLessThanOneCustomerNoCostIsTold) {
  paid(5'000, "2026-03-02", web_);
  touch(acme_, "2026-03-03T09:00:00Z", web_);
  touch(acme_, "2026-03-04T09:00:00Z", show_);
  order(acme_, "2026-03-10", 20'000, 5'000);
  const auto half = line(of_2026(), web_.number);
  EXPECT_NEAR(*half.new_accounts.number, 0.5, 1e-12);
  EXPECT_EQ(half.cac.why,
            "Its parts of new accounts come to less than one: what one cost is told from one on.");
  EXPECT_EQ(half.payback_months.why, half.cac.why);
  EXPECT_TRUE(half.roi_on_revenue.number);
  EXPECT_EQ(report(of_2026()).cac.money->minor, 5'000) << "of all it is one";
  const auto best = account("Best");
  touch(best, "2026-03-03T09:00:00Z", web_);
  touch(best, "2026-03-04T09:00:00Z", show_);
  order(best, "2026-03-10", 20'000, 5'000);
  EXPECT_EQ(line(of_2026(), web_.number).cac.money->minor, 5'000) << "two halves are one";
}

TEST_F(RoiYoungTest, RatesOfDaysBeforeAreSaid) {
  rate("2026-03-06", "EUR", "1.1");
  rate("2026-03-09", "EUR", "1.2");
  spend(web_, "2026-03-06", 1'000, "EUR");
  spend(web_, "2026-03-08", 1'000, "EUR");
  spend(show_, "2026-03-09", 1'000, "EUR");
  const std::string usual =
      ": none of the day is on record. Weekends and holidays, for which none is "
      "published, are the usual case; another day’s rate is to be imported.";
  EXPECT_TRUE(says(report(of_2026()),
                   "1 entry of spend is converted at the last rate before the day, 2 days "
                   "old" +
                       usual));
  order(acme_, "2026-03-14", 1'000, {}, "EUR");
  order(acme_, "2026-03-20", 1'000, {}, "EUR");
  EXPECT_TRUE(says(report(of_2026()),
                   "1 entry of spend and 1 order are converted at the last rate before the "
                   "day, up to 5 days old" +
                       usual))
      << "the order of the 20th has no rate at all";
  const auto web = line(of_2026(), web_.number);
  EXPECT_EQ(web.spend.money->minor, 2'200);
  EXPECT_EQ(web.spend.inputs.back().name, "of them converted at the last rate before their day, 2 days old");
  EXPECT_EQ(web.spend.inputs.back().number, 1);
  EXPECT_EQ(web.spend.inputs.back().link, "/spend?id=2") << "the entry of the 8th";
  const auto all = report(of_2026());
  EXPECT_EQ(all.spend.inputs.back().link, "/spend?id=2");
  auto by_side = of_2026();
  by_side.by = Dimension::side;
  EXPECT_EQ(report(by_side).spend.inputs.back().link, "/spend?id=2") << "all sides together are no side";
  EXPECT_EQ(all.booked.inputs.back().name,
            "of them converted at the last rate before their day, up to 5 days old");
  const auto orders = reading([&](const Read& read) { return order::booked(read); });
  const auto found = std::ranges::find_if(
      *orders, [](const order::Order& one) { return day_of(one.at) == day("2026-03-14"); });
  ASSERT_NE(found, orders->end());
  EXPECT_TRUE(all.booked.inputs.back().link.ends_with("&line=all&id=" + std::to_string(found->row)))
      << all.booked.inputs.back().link;
  EXPECT_EQ(line(of_2026(), show_.number).spend.inputs.size(), 1U) << "at the rate of its day";
}

/// A refund that no order came before is explained by nothing: 40 of it, where 1,150 are explained.
TEST_F(RoiYoungTest, WhatIsTakenBackUnexplainedIsNoPartOfWhatTouchpointsExplain) {
  touch(acme_, "2026-03-03T09:00:00Z", web_);
  order(acme_, "2026-03-10", 115'000);
  order(account("Never bought"), "2026-03-12", -4'000);
  const auto found = report(of_2026());
  EXPECT_NE(
      found.sentence.find("$1,110 booked; touchpoints explain $1,150, and what none explains takes $40 back"),
      std::string::npos)
      << found.sentence;
  order(account("Bought by itself"), "2026-03-14", 5'000);
  EXPECT_NE(report(of_2026()).sentence.find("$1,160 booked; touchpoints explain $1,150 of it"),
            std::string::npos);
}

}  // namespace
}  // namespace accord::roi
