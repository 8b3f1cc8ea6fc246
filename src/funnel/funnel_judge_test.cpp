// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_judge.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/subjects.hpp"
#include "funnel/funnel_agreement.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

const Currency usd = *parse_currency("USD");

OpportunityAsOf worth(std::int64_t id, std::optional<std::int64_t> minor) {
  OpportunityAsOf one;
  one.id = id;
  if (minor) one.value = Money{*minor, usd};
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
  for (int i = 0; i < 29; ++i) rates.add(closed(Outcome::won, {"Inquiry"}));
  EXPECT_FALSE(rates.of("Proposal"));
  rates.add(closed(Outcome::lost, {"Proposal"}));
  ASSERT_TRUE(rates.of("Proposal"));
  EXPECT_EQ(rates.of("Proposal")->won, 29) << "of all, since one alone stood there";
  EXPECT_EQ(rates.of("Proposal")->closed, 30);
  for (int i = 0; i < 29; ++i) rates.add(closed(i < 6 ? Outcome::won : Outcome::lost, {"Proposal"}));
  EXPECT_EQ(rates.of("Proposal")->won, 6);
  EXPECT_EQ(rates.of("Proposal")->closed, 30);
}

TEST(WinRatesTest, AJourneyCountsOnceInEachAgreedStageItStoodIn) {
  Funnel funnel;
  funnel.stages = {
      {"Engaging", "Talks.", Side::sales, Outcome::open, 8, {}, "", {"Needs Analysis", "Proposal"}}};
  const Judge judge(funnel);
  WinRates rates(&judge);
  for (int i = 0; i < 30; ++i)
    rates.add(closed(Outcome::won, {"Proposal", "needs analysis", "Proposal", "Won"}));
  for (int i = 0; i < 9; ++i) rates.add(closed(Outcome::open, {"Proposal"}));
  for (int i = 0; i < 9; ++i) rates.add(closed(Outcome::lost, {}));
  EXPECT_EQ(rates.of("Engaging")->closed, 30);
  EXPECT_EQ(rates.of("Won")->closed, 30);
  EXPECT_EQ(rates.of("Proposal")->basis, "of all journeys");
  EXPECT_EQ(rates.of("Proposal")->closed, 30) << "neither open ones nor those without history";
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
  gap::Found put(const StakeSum& sum, const WinRate* rate) {
    gap::Found found;
    world.database().read(Actor{}, [&](const Read& read) {
      sum.put_into(found, read, rate);
      return 0;
    });
    return found;
  }
  tests::World world{tests::Start::small};
  WinRate quarter{25, 100, "of all journeys"};
};

TEST_F(StakeTest, IsMarginWhereEveryMarginIsKnownOrAgreed) {
  StakeSum sum(usd, 40.0);
  sum.add(worth(1, 10'000), 600'000);
  sum.add(worth(2, 10'001), std::nullopt);
  const auto found = put(sum, &quarter);
  EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::expected_margin);
  EXPECT_EQ(found.gap.stake.money->minor, 1'500 + 1'000);  // 2500 × 60 %; 2500 (of 2500.25) × 40 %
}

TEST_F(StakeTest, IsRevenueWhereOneMarginIsNotKnown) {
  StakeSum sum(usd, std::nullopt);
  sum.add(worth(1, 10'000), 600'000);
  sum.add(worth(2, 10'000), std::nullopt);
  const auto found = put(sum, &quarter);
  EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::expected_revenue);
  EXPECT_EQ(found.gap.stake.money->minor, 5'000);
}

TEST_F(StakeTest, IsNotZeroButUnknownWhereDataLacks) {
  StakeSum without_rate(usd, std::nullopt), without_value(usd, std::nullopt);
  without_rate.add(worth(1, 10'000), std::nullopt);
  without_value.add(worth(1, std::nullopt), std::nullopt);
  for (const auto& found : {put(without_rate, nullptr), put(without_value, &quarter)}) {
    EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::unknown);
    EXPECT_FALSE(found.gap.stake.money);
    EXPECT_FALSE(found.gap.stake.why.empty());
    EXPECT_EQ(found.gap.count, 1);
  }
}

RC_GTEST_FIXTURE_PROP(StakeTest, PartsAddUpToTheStake, ()) {
  StakeSum sum(usd, 37.5);
  const auto count = *rc::gen::inRange(1, 20);
  for (int i = 0; i < count; ++i) {
    sum.add(worth(i + 1, *rc::gen::inRange<std::int64_t>(0, 100'000'000)), std::nullopt);
  }
  const WinRate rate{*rc::gen::inRange(0, 100), 100, ""};
  const auto found = put(sum, &rate);
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
