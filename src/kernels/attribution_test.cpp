// SPDX-License-Identifier: Apache-2.0
#include "kernels/attribution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace accord::kernels {
namespace {

constexpr std::uint8_t web = 0, direct = touch_mark::is_direct, sales = touch_mark::by_sales;

constexpr std::array every_heuristic{
    Heuristic::first_touch,    Heuristic::last_touch, Heuristic::last_non_direct, Heuristic::linear,
    Heuristic::position_based, Heuristic::w_shaped,   Heuristic::time_decay};

struct Touches {
  std::vector<std::int64_t> ms;
  std::vector<std::uint8_t> marks;
  operator JourneyTouches() const { return {ms, marks}; }
};

/// One touch an hour.
Touches hourly(std::vector<std::uint8_t> marks) {
  Touches touches{{}, std::move(marks)};
  for (std::size_t i = 0; i < touches.marks.size(); ++i) {
    touches.ms.push_back(static_cast<std::int64_t>(i) * 3'600'000);
  }
  return touches;
}

std::vector<double> shares_of(const Model& model, const Touches& touches) {
  std::vector<double> shares(touches.ms.size(), -1.0);
  credit_shares(model, touches, shares);
  return shares;
}

void expect_near(const std::vector<double>& shares, const std::vector<double>& expected) {
  ASSERT_EQ(shares.size(), expected.size());
  for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_NEAR(shares[i], expected[i], 1e-15) << "share " << i;
}

TEST(AttributionTest, OneTouchEarnsEverythingUnderEveryModel) {
  for (const auto heuristic : every_heuristic) {
    for (const auto mark : {web, direct, sales}) expect_near(shares_of({heuristic}, hourly({mark})), {1});
  }
}

TEST(AttributionTest, AJourneyWithoutTouchesHasNoShares) {
  for (const auto heuristic : every_heuristic) {
    expect_near(shares_of({heuristic}, {}), {});
    EXPECT_EQ(touch_that_earns_all({heuristic}, Touches{}), std::nullopt);
  }
}

TEST(AttributionTest, FirstAndLastTouchEarnAll) {
  const auto touches = hourly({web, sales, direct});
  expect_near(shares_of({Heuristic::first_touch}, touches), {1, 0, 0});
  expect_near(shares_of({Heuristic::last_touch}, touches), {0, 0, 1});
}

TEST(AttributionTest, TheLastTouchThatIsNotDirectEarnsAllUnlessAllAreDirect) {
  const Model model{Heuristic::last_non_direct};
  expect_near(shares_of(model, hourly({web, web, direct, direct})), {0, 1, 0, 0});
  expect_near(shares_of(model, hourly({direct, sales})), {0, 1});
  expect_near(shares_of(model, hourly({direct, direct})), {0, 1});
}

TEST(AttributionTest, LinearGivesTheSameToEach) {
  expect_near(shares_of({Heuristic::linear}, hourly({web, direct, sales, web})), {0.25, 0.25, 0.25, 0.25});
}

TEST(AttributionTest, PositionGivesTwoFifthsToEachEnd) {
  const Model model{Heuristic::position_based};
  expect_near(shares_of(model, hourly({web, web})), {0.5, 0.5});
  expect_near(shares_of(model, hourly({web, web, web})), {0.4, 0.2, 0.4});
  expect_near(shares_of(model, hourly({web, web, web, web, web, web})), {0.4, 0.05, 0.05, 0.05, 0.05, 0.4});
}

TEST(AttributionTest, TheHandoffIsTheThirdRoleOfW) {
  const Model model{Heuristic::w_shaped};
  expect_near(shares_of(model, hourly({web, sales, sales, web})), {0.3, 0.3, 0.1, 0.3});
  expect_near(shares_of(model, hourly({web, web, sales, web, web})), {0.3, 0.05, 0.3, 0.05, 0.3});
  // Nothing between the three roles: a third each.
  expect_near(shares_of(model, hourly({web, sales, web})), {1.0 / 3, 1.0 / 3, 1.0 / 3});
  // No handoff, or one that is an end: two roles, and 0.3 + 0.1 + 0.3 made whole.
  for (const auto& marks : {std::vector{web, web, web}, {sales, sales, web}, {web, web, sales}}) {
    expect_near(shares_of(model, hourly(marks)), {3.0 / 7, 1.0 / 7, 3.0 / 7});
  }
  expect_near(shares_of(model, hourly({sales, web})), {0.5, 0.5});
}

TEST(AttributionTest, ATouchLosesHalfItsWeightInEachHalfLife) {
  const Model model{Heuristic::time_decay, 100};
  expect_near(shares_of(model, {{0, 100, 200}, {web, web, web}}), {1.0 / 7, 2.0 / 7, 4.0 / 7});
  expect_near(shares_of(model, {{50, 50, 50}, {web, web, web}}), {1.0 / 3, 1.0 / 3, 1.0 / 3});
  EXPECT_EQ(Model{}.half_life_ms, 604'800'000);
}

TEST(AttributionTest, NoHalfLifeMakesSharesVanish) {
  const Touches touches{{0, 90 * ms_of_a_day, 90 * ms_of_a_day}, {web, web, web}};
  for (const std::int64_t half_life : {-5, 0, 1}) {
    expect_near(shares_of({Heuristic::time_decay, half_life}, touches), {0, 0.5, 0.5});
  }
  const auto longest = std::numeric_limits<std::int64_t>::max();
  const auto shares = shares_of({Heuristic::time_decay, longest}, touches);
  for (const double share : shares) EXPECT_NEAR(share, 1.0 / 3, 1e-9);
  const Touches far{{std::numeric_limits<std::int64_t>::min(), longest}, {web, web}};
  expect_near(shares_of({Heuristic::time_decay, 1}, far), {0, 1});
}

TEST(AttributionTest, TenThousandTouchesEarnOneConversion) {
  for (const auto heuristic : every_heuristic) {
    const auto shares = shares_of({heuristic}, hourly(std::vector<std::uint8_t>(10'000, web)));
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0L), 1.0L, 1e-12L);
    EXPECT_GE(*std::min_element(shares.begin(), shares.end()), 0);
  }
}

Touches arbitrary_touches() {
  const auto count = *rc::gen::inRange<std::size_t>(1, 40);
  Touches touches;
  touches.ms =
      *rc::gen::container<std::vector<std::int64_t>>(count, rc::gen::inRange<std::int64_t>(0, 9'000'000));
  touches.marks = *rc::gen::container<std::vector<std::uint8_t>>(count, rc::gen::element(web, direct, sales));
  std::sort(touches.ms.begin(), touches.ms.end());
  return touches;
}

Model arbitrary_model() {
  return {*rc::gen::elementOf(every_heuristic), *rc::gen::inRange<std::int64_t>(1, 1'000'000)};
}

RC_GTEST_PROP(AttributionProperty, SharesSumToOneAndNoneIsNegative, ()) {
  const auto shares = shares_of(arbitrary_model(), arbitrary_touches());
  for (const double share : shares) RC_ASSERT(share >= 0 && share <= 1);
  RC_ASSERT(std::abs(std::accumulate(shares.begin(), shares.end(), 0.0L) - 1) < 1e-12L);
}

RC_GTEST_PROP(AttributionProperty, TheTouchThatEarnsAllHasAShareOfOne, ()) {
  const auto touches = arbitrary_touches();
  const auto model = arbitrary_model();
  const auto shares = shares_of(model, touches);
  if (const auto only = touch_that_earns_all(model, touches)) RC_ASSERT(shares[*only] == 1);
}

RC_GTEST_PROP(AttributionProperty, NothingDependsOnWhenTimeBegins, ()) {
  auto touches = arbitrary_touches();
  const auto model = arbitrary_model();
  const auto shares = shares_of(model, touches);
  const auto shift = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  for (auto& ms : touches.ms) ms += shift;
  RC_ASSERT(shares_of(model, touches) == shares);
}

RC_GTEST_PROP(AttributionProperty, TouchesOfOneMomentEarnTheSameByTheirAge, ()) {
  auto touches = arbitrary_touches();
  for (auto& ms : touches.ms) ms -= ms % 1'000'000;
  const auto shares =
      shares_of({Heuristic::time_decay, *rc::gen::inRange<std::int64_t>(1, 1'000'000)}, touches);
  for (std::size_t i = 1; i < shares.size(); ++i) {
    if (touches.ms[i] == touches.ms[i - 1]) RC_ASSERT(shares[i] == shares[i - 1]);
    RC_ASSERT(shares[i] >= shares[i - 1]);
  }
}

RC_GTEST_PROP(AttributionProperty, MarksMatterOnlyToTheModelsThatReadThem, ()) {
  auto touches = arbitrary_touches();
  const auto model = arbitrary_model();
  RC_PRE(model.heuristic != Heuristic::w_shaped && model.heuristic != Heuristic::last_non_direct);
  const auto shares = shares_of(model, touches);
  std::fill(touches.marks.begin(), touches.marks.end(), web);
  RC_ASSERT(shares_of(model, touches) == shares);
}

}  // namespace
}  // namespace accord::kernels
