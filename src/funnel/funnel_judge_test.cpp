// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judge.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "app/subjects.hpp"
#include "funnel/funnel_agreement.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

const Currency usd = *parse_currency("USD");

OpportunityAsOf worth(std::int64_t id, std::optional<std::int64_t> minor) {
  OpportunityAsOf one;
  one.id = id;
  if (minor) one.value = one.worth = Money{*minor, usd};
  return one;
}

/// 9,999.99 francs, of which a rate is known or not.
OpportunityAsOf in_francs(std::int64_t id, std::optional<std::int64_t> minor) {
  auto one = worth(id, minor);
  one.value = Money{999'999, *parse_currency("CHF")};
  one.rate_day = *parse_day("2026-03-02");
  return one;
}

TEST(JudgeTest, KnowsAStageByItsOwnNameAndByTheSystemsNames) {
  Funnel funnel;
  funnel.stages = {
      {"Engaging", "Talks.", Side::sales, Outcome::open, 8, {}, "", {"Needs Analysis", "Proposal"}}};
  const Judge judge(funnel);
  EXPECT_EQ(judge.stage("engaging"), judge.stage("PROPOSAL"));
  EXPECT_EQ(judge.stage("Won"), nullptr);
}

OpportunityAsOf closed(Outcome outcome, std::vector<std::string_view> stages) {
  OpportunityAsOf one;
  one.outcome = outcome;
  for (const auto stage : stages) one.stays.push_back({stage, {}, std::nullopt});
  return one;
}

TEST(WinRatesTest, FewClosedJourneysSayNothing) {
  WinRates rates;
  const auto add = [&](const OpportunityAsOf& one) { rates.add(one, nullptr); };
  for (int i = 0; i < 29; ++i) add(closed(Outcome::won, {"Inquiry"}));
  EXPECT_FALSE(rates.of("Proposal"));
  add(closed(Outcome::lost, {"Proposal"}));
  ASSERT_TRUE(rates.of("Proposal"));
  EXPECT_EQ(rates.of("Proposal")->won, 29) << "of all, since one alone stood there";
  EXPECT_EQ(rates.of("Proposal")->closed, 30);
  for (int i = 0; i < 29; ++i) add(closed(i < 6 ? Outcome::won : Outcome::lost, {"Proposal"}));
  EXPECT_EQ(rates.of("Proposal")->won, 6);
  EXPECT_EQ(rates.of("Proposal")->closed, 30);
}

TEST(WinRatesTest, AJourneyCountsOnceInEachAgreedStageItStoodIn) {
  Funnel funnel;
  funnel.stages = {
      {"Engaging", "Talks.", Side::sales, Outcome::open, 8, {}, "", {"Needs Analysis", "Proposal"}}};
  const Judge judge(funnel);
  WinRates rates;
  for (int i = 0; i < 30; ++i)
    rates.add(closed(Outcome::won, {"Proposal", "needs analysis", "Proposal", "Won"}), &judge);
  for (int i = 0; i < 9; ++i) rates.add(closed(Outcome::open, {"Proposal"}), &judge);
  for (int i = 0; i < 9; ++i) rates.add(closed(Outcome::lost, {}), &judge);
  EXPECT_FALSE(rates.of("Engaging")) << "none was lost: what is closed is what was won";
  rates.add(closed(Outcome::lost, {"Proposal"}), &judge);
  ASSERT_TRUE(rates.of("Engaging"));
  EXPECT_EQ(rates.of("Engaging")->closed, 31);
  EXPECT_EQ(rates.of("Engaging")->won, 30);
  EXPECT_EQ(rates.of("Won")->closed, 30);
  EXPECT_EQ(rates.of("Proposal")->basis, "of all journeys");
  EXPECT_EQ(rates.of("Proposal")->closed, 31) << "neither open ones nor those without history";
}

TEST(WinRatesTest, EachVersionHasItsOwnWords) {
  Funnel here, there;
  here.stages = {{"Talks", "Talks.", Side::sales, Outcome::open, 8, {}, "", {"Proposal"}}};
  there.stages = {{"Offer", "Offers.", Side::sales, Outcome::open, 8, {}, "", {"Proposal"}}};
  const Judge north(here), south(there);
  WinRates rates;
  for (int i = 0; i < 30; ++i) rates.add(closed(Outcome::won, {"Proposal"}), &north);
  for (int i = 0; i < 30; ++i) rates.add(closed(Outcome::lost, {"Proposal"}), &south);
  EXPECT_EQ(rates.of("Talks")->won, 30);
  EXPECT_EQ(rates.of("Offer")->won, 0);
}

TEST(MarginTest, NeedsPriceAndCostInOneCurrency) {
  product::Product product;
  EXPECT_FALSE(margin_ppm(product));
  product.list_price = Money{1'000, usd};
  product.unit_cost = Money{400, usd};
  EXPECT_EQ(margin_ppm(product), 600'000);
  product.unit_cost = Money{1'200, usd};
  EXPECT_EQ(margin_ppm(product), -200'000) << "sold below cost";
  product.unit_cost = Money{400, *parse_currency("EUR")};
  EXPECT_FALSE(margin_ppm(product));
}

class StakeTest : public testing::Test {
 protected:
  gap::Found put(const StakeSum& sum, const WinRates& rates) {
    gap::Found found;
    world.database().read(Actor{}, [&](const Read& read) {
      sum.put_into(found, read, rates);
      return 0;
    });
    return found;
  }
  static void close(WinRates& rates, const char* stage, int won, int lost) {
    for (int i = 0; i < won; ++i) rates.add(closed(Outcome::won, {stage}), nullptr);
    for (int i = 0; i < lost; ++i) rates.add(closed(Outcome::lost, {stage}), nullptr);
  }
  StakeTest() { close(quarter, "Proposal", 25, 75); }

  tests::World world{tests::Start::small};
  WinRates quarter, unknown;
};

TEST_F(StakeTest, IsMarginWhereEveryMarginIsKnownOrAgreed) {
  StakeSum sum(usd, 40.0);
  sum.add(priced(worth(1, 10'000)), "Proposal", 600'000);
  sum.add(priced(worth(2, 10'001)), "Proposal", std::nullopt);
  const auto found = put(sum, quarter);
  EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::expected_margin);
  EXPECT_EQ(found.gap.stake.money->minor, 1'500 + 1'000);  // 2500 × 60 %; 2500 (of 2500.25) × 40 %
}

TEST_F(StakeTest, IsRevenueWhereOneMarginIsNotKnown) {
  StakeSum sum(usd, std::nullopt);
  sum.add(priced(worth(1, 10'000)), "Proposal", 600'000);
  sum.add(priced(worth(2, 10'000)), "Proposal", std::nullopt);
  const auto found = put(sum, quarter);
  EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::expected_revenue);
  EXPECT_EQ(found.gap.stake.money->minor, 5'000);
}

TEST_F(StakeTest, IsNotZeroButUnknownWhereDataLacks) {
  StakeSum without_rate(usd, std::nullopt), without_value(usd, std::nullopt);
  without_rate.add(priced(worth(1, 10'000)), "Proposal", std::nullopt);
  without_value.add(priced(worth(1, std::nullopt)), "Proposal", std::nullopt);
  for (const auto& found : {put(without_rate, unknown), put(without_value, quarter)}) {
    EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::unknown);
    EXPECT_FALSE(found.gap.stake.money);
    EXPECT_FALSE(found.gap.stake.why.empty());
    EXPECT_EQ(found.gap.count, 1);
  }
}

TEST_F(StakeTest, HoldsWhatOtherCurrenciesAreWorthAndSaysWhatIsNotInIt) {
  StakeSum sum(usd, 40.0), francs(usd, 40.0);
  sum.add(priced(worth(1, 10'000)), "Proposal", std::nullopt);
  sum.add(priced(in_francs(2, 20'000)), "Proposal", std::nullopt);
  sum.add(priced(in_francs(3, std::nullopt)), "Proposal", std::nullopt);
  const auto found = put(sum, quarter);
  EXPECT_EQ(found.gap.stake.money->minor, 1'000 + 2'000);
  EXPECT_EQ(found.gap.count, 3);
  const auto input = [&](const std::string& name) {
    const auto place = std::ranges::find(found.gap.stake.inputs, name, &FigureInput::name);
    return place == found.gap.stake.inputs.end() ? std::nullopt : place->number;
  };
  EXPECT_EQ(input("of them in CHF, at exchange rates of 2 March 2026"), 1);
  EXPECT_EQ(input("left out: in CHF, without an exchange rate of 2 March 2026 or the week before"), 1);
  francs.add(priced(in_francs(3, std::nullopt)), "Proposal", std::nullopt);
  EXPECT_EQ(put(francs, quarter).gap.stake.why,
            "Their values are in other currencies, and no exchange rate is on record: 1 in CHF has none of 2 "
            "March 2026 or the week before.");
}

TEST_F(StakeTest, EachStageHasItsOwnRate) {
  StakeSum sum(usd, 50.0);
  close(quarter, "Negotiation", 30, 30);
  sum.add(priced(worth(1, 10'000)), "Proposal", std::nullopt);
  sum.add(priced(worth(2, 10'000)), "Negotiation", std::nullopt);
  const auto found = put(sum, quarter);
  EXPECT_EQ(found.gap.stake.money->minor, 1'250 + 2'500);
}

RC_GTEST_FIXTURE_PROP(StakeTest, PartsAddUpToTheStake, ()) {
  StakeSum sum(usd, 37.5);
  const auto count = *rc::gen::inRange(1, 20);
  for (int i = 0; i < count; ++i) {
    const char* stage = *rc::gen::element("Proposal", "Negotiation");
    sum.add(priced(worth(i + 1, *rc::gen::inRange<std::int64_t>(0, 100'000'000))), stage, std::nullopt);
  }
  WinRates rates;
  close(rates, "Proposal", *rc::gen::inRange(0, 60), 40);
  const auto found = put(sum, rates);
  std::int64_t parts = 0;
  for (const auto& part : found.parts) parts += part.minor;
  RC_ASSERT(found.gap.stake.money->minor == parts);
}

TEST(FunnelTemplatesTest, AllThreeCanBeSigned) {
  tests::World world{tests::Start::small};
  world.database().read(Actor{}, [](const Read& read) {
    EXPECT_EQ(templates(read).size(), 3U);
    for (const auto& one : templates(read))
      EXPECT_TRUE(funnel_kind.check(read, one.body).empty()) << one.name;
    return 0;
  });
}

}  // namespace
}  // namespace accord::funnel
