// SPDX-License-Identifier: Apache-2.0
// How long orders take is measured by no look-back, and what the look-back cuts off is counted as the rows
// alone say.
#include "roi/roi_lag.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "roi/credit_rules.hpp"
#include "roi/roi_cohort_view.hpp"
#include "roi/roi_gaps.hpp"
#include "roi/roi_report.hpp"
#include "tests/random_facts.hpp"
#include "tests/roi_fixture.hpp"
#include "tests/taken_back.hpp"

namespace accord::roi {
namespace {

/// Thirty customers were met 200 days before they ordered, and 20 days before.
class RoiLagTest : public tests::RoiTest {
 protected:
  void SetUp() override {
    RoiTest::SetUp();
    make_company();
    show_ = channel("Trade show");
    for (int i = 10; i < 40; ++i) {
      const auto who = account("Customer " + std::to_string(i));
      touch(who, "2025-08-13T09:00:00Z", show_);
      touch(who, "2026-02-09T09:00:00Z", channel("Web"));
      order(who, "2026-03-01", 1'000, 400);
    }
  }
  Id<campaign::Campaign> campaign(const std::string& name, const char* spent_on,
                                  std::optional<const char*> met_on, const char* who) {
    campaign::Campaign campaign;
    campaign.name = name;
    campaign.channel = show_;
    campaign.side = Side::marketing;
    write([&](Write& write) { write.insert(campaign); });
    spend::Spend spend;
    spend.day = day(spent_on);
    spend.campaign = campaign.id;
    spend.channel = show_;
    spend.side = Side::marketing;
    spend.amount = {10'000, tests::usd};
    write([&](Write& write) { write.append(spend); });
    if (!met_on) return campaign.id;
    touchpoint::Touchpoint met;
    met.account = account(who);
    met.at = *parse_instant(*met_on);
    met.channel = show_;
    met.campaign = campaign.id;
    met.side = Side::marketing;
    write([&](Write& write) { write.append(met); });
    if (std::string_view(who) == "Late buyer") order(*met.account, "2026-06-20", 1'000, 400);
    return campaign.id;
  }

  Id<campaign::Channel> show_;
};

TEST_F(RoiLagTest, IsTheSameByWhateverLookbackAndOnEveryPage) {
  reading([&](const Read& read) {
    for (const std::int64_t days : {7, 90, 365, 3'660}) {
      CohortQuestion asked;
      asked.question = of_2026();
      asked.question.lookback_days = days;
      EXPECT_EQ(cohorts_of(read, asked).lag.number, 200) << "by a look-back of " << days;
      asked.line = channel("Web").number;
      EXPECT_EQ(cohorts_of(read, asked).lag.number, 20) << "from the line's own first touchpoint on";
      EXPECT_EQ(lags_of(read, asked).size(), 30U);
    }
    EXPECT_EQ(lags_until(read, day("2026-11-23"))->usual_days(), 200);
    EXPECT_EQ(lags_until(read, day("2026-02-28"))->usual_days(), std::nullopt) << "no order had come by then";
  });
}

TEST_F(RoiLagTest, TheReturnSaysWhatTheLookbackCutsAndThatOrdersTakeLonger) {
  order(account("Nobody met"), "2026-03-01", 500);
  reading([&](const Read& read) {
    EXPECT_EQ(*cut_by_lookback(read, of_2026()), (Cut{30, 30, 0, 60, 30}));
    EXPECT_EQ(
        report_of(read, of_2026()).notes.at(0),
        "Of 30 orders with a touchpoint since the account's order before, the look-back cuts the journeys "
        "of 30 of them (100%): 30 of 60 touchpoints (50%) are older than the 90 days before and earn "
        "nothing.");
    EXPECT_EQ(
        report_of(read, of_2026()).notes.at(1),
        "The look-back is shorter than orders usually take: nine of ten come within 200 days of the first "
        "touchpoint since their account's order before, and what is older than 90 days earns nothing.");
    auto question = of_2026();
    question.lookback_days = 10;
    EXPECT_EQ(*cut_by_lookback(read, question), (Cut{30, 30, 30, 60, 60})) << "all of each is too old";
    question.lookback_days = 201;
    EXPECT_EQ(cut_in_words(read, question), std::vector<std::string>{})
        << "the order came at the end of its day";
    question.lookback_days = 90;
    question.lookbacks = {{show_, 201}};
    EXPECT_EQ(cut_in_words(read, question), std::vector<std::string>{}) << "the channel looks back further";
    question.lookbacks = {{show_, 201}, {channel("Web"), 5}};
    EXPECT_EQ(*cut_by_lookback(read, question), (Cut{30, 30, 0, 60, 30}));
  });
}

TEST_F(RoiLagTest, AnOrderSaysHowManyTouchpointsAreTooOldForIt) {
  const auto again = account("Again");
  touch(again, "2025-01-01T09:00:00Z", show_);
  order(again, "2025-06-01", 100);
  touch(again, "2025-07-01T09:00:00Z", show_);
  touch(again, "2025-08-01T09:00:00Z", show_);
  touch(again, "2026-04-30T09:00:00Z", show_);
  order(again, "2026-05-01", 200);
  touch(again, "2026-05-02T09:00:00Z", show_);
  reading([&](const Read& read) {
    auto question = of_2026();
    const auto all = ledger(read);
    const auto& order = *std::ranges::find_if(
        all->orders(), [](const order::Order& one) { return one.revenue.minor == 200; });
    const auto shown = journey_of(read, question, order.row);
    EXPECT_EQ(shown.touchpoints_too_old.number, 2) << "what led to the order before it is none of its own";
    EXPECT_EQ(shown.touchpoints_too_old.inputs.at(0).link,
              "/touchpoints?account=" + std::to_string(order.account) +
                  "&at_from=2025-07-01T09%3A00%3A00.000Z&at_to=2025-08-01T09%3A00%3A00.000Z");
    EXPECT_EQ(shown.items.size(), 1U);
    question.journeys_end_at = JourneyEnd::no_order;
    EXPECT_EQ(journey_of(read, question, order.row).touchpoints_too_old.number, 3);
    question.lookback_days = 3'660;
    EXPECT_EQ(journey_of(read, question, order.row).touchpoints_too_old.number, 0);
  });
}

/// A campaign is said to have led to nothing once orders usually would have come, and not because the
/// look-back forgets it.
TEST_F(RoiLagTest, ACampaignIsFruitlessOnceOrdersWouldHaveComeAndNotByTheLookback) {
  campaign("Young", "2026-06-01", "2026-06-01T09:00:00Z", "Young prospect");
  campaign("Old", "2026-05-01", "2026-05-01T09:00:00Z", "Old prospect");
  campaign("Slow", "2026-03-01", "2026-03-01T09:00:00Z", "Late buyer");
  campaign("Unseen", "2026-06-01", std::nullopt, "");
  reading([&](const Read& read) {
    std::map<std::string, std::pair<Day, std::string>> found;
    for (const auto& [gap, parts] : spend_without_return.find(read, day("2026-11-23")))
      found[gap.sentence.substr(3, gap.sentence.find("”") - 3)] = std::pair(gap.since.value(), gap.sentence);
    ASSERT_EQ(found.size(), 3U) << "of the youngest orders may still come";
    EXPECT_EQ(found.at("Old").first, day("2026-05-01") + 200);
    EXPECT_NE(found.at("Old").second.find("has led to no order, though nine in ten come within 200 days"),
              std::string::npos);
    EXPECT_EQ(found.at("Slow").first, day("2026-03-01") + 90);
    EXPECT_NE(found.at("Slow").second.find("what followed its touchpoints came later than the look-back"),
              std::string::npos);
    EXPECT_EQ(found.at("Unseen").first, day("2026-06-01") + 90) << "waiting for orders would tell nothing";
  });
}

/// It can earn nothing more once its look-back is over, which no model can be blamed for; once orders usually
/// would have come it has led to nothing. It is in one of the two gaps at most.
TEST_F(RoiLagTest, ACampaignThatBroughtNothingIsBelowWhatItCostUntilOrdersWouldHaveCome) {
  campaign("Young", "2026-06-01", "2026-06-01T09:00:00Z", "Young prospect");
  campaign("Slow", "2026-03-01", "2026-03-01T09:00:00Z", "Late buyer");
  campaign("Unseen", "2026-06-01", std::nullopt, "");
  const auto named = [&](const Read& read, const gap::Finder& finder, Day as_of) {
    std::map<std::string, gap::Gap> found;
    for (const auto& [gap, parts] : finder.find(read, as_of))
      found.emplace(gap.sentence.substr(3, gap.sentence.find("”") - 3), gap);
    return found;
  };
  reading([&](const Read& read) {
    const Day over = day("2026-06-01") + 90, due = day("2026-06-01") + 200;
    for (Day on = over - 2; on < due + 3; on = on + 1) {
      const auto below = named(read, campaign_below_spend, on);
      const auto without = named(read, spend_without_return, on);
      EXPECT_EQ(below.size(), over < on && on <= due ? 1U : 0U) << to_string(on);
      EXPECT_EQ(below.contains("Young"), over < on && on <= due) << to_string(on);
      EXPECT_EQ(without.contains("Young"), due < on) << to_string(on);
      EXPECT_TRUE(without.contains("Slow")) << to_string(on);
      EXPECT_EQ(without.contains("Unseen"), over < on) << to_string(on);
    }
    const auto young = named(read, campaign_below_spend, day("2026-11-23")).at("Young");
    EXPECT_EQ(young.sentence,
              "“Young” cost $100 and has a part in no order: no model says that it earned its money back, of "
              "orders within 90 days; nine in ten come within 200 days of the first touchpoint");
    EXPECT_EQ(young.stake.money, (Money{10'000, tests::usd}));
    EXPECT_EQ(young.stake.inputs.at(1).money, (Money{0, tests::usd}));
  });
}

/// A show is paid long before it opens its doors: until then, and until its look-back is over, nobody can say
/// that it earned nothing. A click of later years is no reason to wait.
TEST_F(RoiLagTest, ACampaignIsJudgedFromWhenItWasMostlyMetAndNotFromItsLastExpenseAlone) {
  const auto show = campaign("Paid ahead", "2026-01-15", "2026-05-01T03:00:00Z", "First visitor");
  write([&](Write& write) {
    auto changed = *write.find(show);
    changed.starts_on = day("2026-04-30");
    write.update(changed);
  });
  const auto met_again = [&](const std::string& who, const char* at) {
    touchpoint::Touchpoint met;
    met.account = account(who);
    met.at = *parse_instant(at);
    met.channel = show_;
    met.campaign = show;
    met.side = Side::marketing;
    write([&](Write& write) { write.append(met); });
  };
  for (int i = 0; i < 8; ++i) met_again("Visitor " + std::to_string(i), "2026-04-30T09:00:00Z");
  met_again("Late click", "2026-10-30T09:00:00Z");
  const auto since = [&](const gap::Finder& finder, Day as_of) {
    return reading([&](const Read& read) {
      const auto found = finder.find(read, as_of);
      return found.empty() ? std::nullopt : found.at(0).gap.since;
    });
  };
  const Day met = day("2026-05-01"), over = met + 90, due = met + 200;
  for (const auto* finder : {&campaign_below_spend, &spend_without_return})
    EXPECT_EQ(since(*finder, day("2026-01-15") + 91), std::nullopt) << "it has not begun";
  EXPECT_EQ(since(campaign_below_spend, over), std::nullopt);
  EXPECT_EQ(since(campaign_below_spend, over + 1), over);
  EXPECT_EQ(since(campaign_below_spend, due), over) << "the click of October is one in ten";
  EXPECT_EQ(since(spend_without_return, due), std::nullopt);
  EXPECT_EQ(since(spend_without_return, due + 1), due);
  met_again("Another late one", "2026-10-30T09:00:00Z");
  EXPECT_EQ(since(campaign_below_spend, day("2026-11-10")), std::nullopt) << "two in eleven are more";
  EXPECT_EQ(since(spend_without_return, due + 1), std::nullopt);
}

/// What it cost is set against all that it brought, whenever either was booked: an invoice of this year
/// accuses no campaign whose orders came last year.
TEST_F(RoiLagTest, ACampaignWhoseInvoiceComesAfterItsOrdersIsJudgedByAllOfThem) {
  const auto spent = [&](Id<campaign::Campaign> on, const char* when, std::int64_t minor) {
    spend::Spend spend;
    spend.day = day(when);
    spend.campaign = on;
    spend.channel = show_;
    spend.side = Side::marketing;
    spend.amount = {minor, tests::usd};
    write([&](Write& write) { write.append(spend); });
  };
  const auto earned = campaign("Winter show", "2025-01-10", std::nullopt, "");
  touchpoint::Touchpoint met;
  met.account = account("Visitor");
  met.at = *parse_instant("2025-01-10T09:00:00Z");
  met.channel = show_;
  met.campaign = earned;
  met.side = Side::marketing;
  write([&](Write& write) { write.append(met); });
  order(*met.account, "2025-02-10", 200'000, 80'000);
  spent(earned, "2026-06-15", 80'000);
  const auto below = [&](Day as_of) {
    return reading([&](const Read& read) { return campaign_below_spend.find(read, as_of); });
  };
  EXPECT_EQ(below(day("2026-11-23")).size(), 0U) << "1,200 of margin for 900";
  spent(earned, "2026-06-16", 50'000);
  const auto found = below(day("2026-11-23"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].gap.stake.money, (Money{20'000, tests::usd})) << found[0].gap.sentence;
  EXPECT_EQ(found[0].gap.stake.inputs.at(0).money, (Money{140'000, tests::usd}));
  EXPECT_EQ(found[0].gap.stake.inputs.at(0).link.find("day_from=2023-11-24"),
            found[0].gap.stake.inputs.at(0).link.find("day_from="));
  EXPECT_EQ(below(day("2027-06-17")).size(), 0U) << "nothing was spent on it for a year";
}

TEST_F(RoiLagTest, ADraftSaysWhatItsLookbackWouldCut) {
  reading([&](const Read& read) {
    CreditRules draft;
    draft.lookback_days = 30;
    const auto findings = would_have_moved(read, Json{json::serialize(to_json(draft))}, {}, day("2026-01-01"),
                                           day("2026-03-31"));
    const auto found = std::ranges::find(findings, "lookback_days", &agreement::Finding::clause);
    ASSERT_NE(found, findings.end());
    EXPECT_NE(found->sentence.find("30 of 60 touchpoints (50%) are older than the 30 days before"),
              std::string::npos)
        << found->sentence;
    EXPECT_NE(found->sentence.find("nine of ten come within 200 days"), std::string::npos) << found->sentence;
    EXPECT_EQ(found->count, 30) << "the orders that it cuts, though nothing moves by it";
    draft.lookback_days = 201;
    for (const auto& one : would_have_moved(read, Json{json::serialize(to_json(draft))}, {},
                                            day("2026-01-01"), day("2026-03-31")))
      EXPECT_EQ(one.sentence.find("cuts"), std::string::npos) << one.sentence;
  });
}

class RoiLagOfRowsTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  RoiLagOfRowsTest() : RandomFacts(GetParam(), 200) {}

  struct Walked {
    std::vector<std::int64_t> lags;
    Cut cut;
  };
  /// Looks through all touchpoints for each order, and knows neither journeys nor columns by account.
  static Walked walked(const Read& read, const Question& asked) {
    std::map<std::uint32_t, std::vector<std::int64_t>> met;
    const auto frame = touchpoint::frame(read);
    touchpoint::touches(read)->each([&](const touchpoint::TouchColumns& touches, std::size_t i) {
      if (touches.account[i] != 0 && !frame->is_hidden(touches.account[i]))
        met[touches.account[i]].push_back(touches.clock_ms[i]);
    });
    Walked found;
    const auto orders = order::booked(read);
    const auto taken_back = tests::wholly_taken_back(read, *orders);
    std::map<std::int64_t, std::int64_t> before;
    for (const auto& order : *orders) {
      if (order.told.minor < 0 || order.account == 0 || taken_back.contains(order.row)) continue;
      const auto [last, is_first] =
          before.try_emplace(order.account, std::numeric_limits<std::int64_t>::min());
      std::int64_t count = 0, too_old = 0, first = order.at.ms;
      for (const auto at : met[static_cast<std::uint32_t>(order.account)]) {
        if (at <= last->second || at > order.at.ms) continue;
        ++count;
        first = std::min(first, at);
        const bool is_too_old = order.is_of_a_day
                                    ? day_of(order.at) - day_of(Instant{at}) > asked.lookback_days
                                    : order.at.ms - at > asked.lookback_days * ms_per_day;
        if (is_too_old) ++too_old;
      }
      last->second = order.at.ms;
      if (count == 0) continue;
      const Day day = day_of(order.at);
      if (lags_from(asked.until) <= day && day <= asked.until)
        found.lags.push_back((order.at.ms - first) / ms_per_day);
      if (!is_asked(asked, day) || order.revenue.currency != *parse_currency("USD")) continue;
      found.cut += Cut{1, too_old > 0, too_old == count, count, too_old};
    }
    std::ranges::sort(found.lags);
    return found;
  }
};

TEST_P(RoiLagOfRowsTest, IsWhatAWalkOverAllRowsFinds) {
  for (int step = 0; step < 12; ++step) {
    act();
    if (step == 6) write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
    Question asked;
    asked.lookback_days = 5 + pick(60);
    asked.from = day_of(now) - static_cast<int>(pick(300)) - 30;
    asked.until = day_of(now) - static_cast<int>(pick(30));
    Actor actor;
    if (step % 3 != 0) actor.territory = step % 3;
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    database().read(actor, [&](const Read& read) {
      const auto expected = walked(read, asked);
      EXPECT_EQ(lags_until(read, asked, std::nullopt)->days, expected.lags);
      EXPECT_EQ(*cut_by_lookback(read, asked), expected.cut);
      return 0;
    });
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoiLagOfRowsTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
