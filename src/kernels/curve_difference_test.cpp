// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "kernels/curve_comparison.hpp"
#include "tests/durations.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_some_durations;
using tests::DurationList;

Estimate incidence_of(const DurationList& list, std::size_t cause, std::int64_t tick, std::int64_t from = 0) {
  const auto table = risk_table(list.durations(), {.causes = 2, .from = from});
  return incidence_at(cumulative_incidence(table), table, cause, tick);
}

RestrictedMean mean_of(const DurationList& list, std::int64_t until, std::int64_t from = 0) {
  return restricted_mean(survival(risk_table(list.durations(), {.causes = 2, .from = from})), until);
}

/// Survival, errors and intervals by R's survival 3.5-3, and from these by hand the limits of Zou & Donner
/// and the test of Klein and others.
TEST(CurveDifferenceOracle, ComparesTheRemissionsOfFreireichAtTenWeeks) {
  const auto found = difference(incidence_of(tests::freireich_placebo(), 1, 10),
                                incidence_of(tests::freireich_6mp(), 1, 10));
  EXPECT_EQ(found.reason, std::nullopt);
  EXPECT_NEAR(found.value, 0.752941176471 - 0.380952380952, 1e-11);
  EXPECT_NEAR(found.standard_error,
              std::sqrt(0.0963496529943 * 0.0963496529943 + 0.1059711695741 * 0.1059711695741), 1e-11);
  const double below = std::hypot(0.752941176471 - 0.50319951080, 0.577788677746 - 0.380952380952);
  const double above = std::hypot(0.889361835169 - 0.752941176471, 0.380952380952 - 0.18306654882);
  EXPECT_NEAR(found.interval.from, found.value - below, 1e-10);
  EXPECT_NEAR(found.interval.to, found.value + above, 1e-10);
  EXPECT_NEAR(found.p, 0.0221892353669, 1e-11);
}

TEST(CurveDifferenceOracle, ComparesTheMeansOfTwentyWeeks) {
  const auto found = difference(mean_of(tests::freireich_6mp(), 20), mean_of(tests::freireich_placebo(), 20));
  EXPECT_NEAR(found.value, 16.11652661 - 8.42857143, 1e-8);
  EXPECT_NEAR(found.standard_error, std::hypot(1.25156020, 1.26808268), 1e-8);
  EXPECT_NEAR(found.interval.from, found.value - 1.959963984540054 * found.standard_error, 1e-12);
  EXPECT_NEAR(found.p, std::erfc(found.value / found.standard_error / std::sqrt(2.0)), 1e-15);
}

RC_GTEST_PROP(CurveDifferenceProperty, TheOtherWayRoundItIsTheNegative, ()) {
  const auto a = arbitrary_some_durations(2), b = arbitrary_some_durations(2);
  const std::int64_t tick = *rc::gen::inRange(0, 12);
  const auto one = difference(incidence_of(a, 1, tick), incidence_of(b, 1, tick));
  const auto other = difference(incidence_of(b, 1, tick), incidence_of(a, 1, tick));
  RC_ASSERT(one.reason.has_value() == other.reason.has_value());
  RC_ASSERT(one.value == -other.value);
  RC_ASSERT(std::abs(one.interval.from + other.interval.to) < 1e-15);
  RC_ASSERT(one.p == other.p);
  if (one.reason) return;
  RC_ASSERT((one.interval.from <= one.value && one.value <= one.interval.to));
  RC_ASSERT((one.interval.from >= -1 - 1e-12 && one.interval.to <= 1 + 1e-12));
  RC_ASSERT((one.p >= 0 && one.p <= 1));
  RC_ASSERT(difference(incidence_of(a, 1, tick), incidence_of(a, 1, tick)).p == 1.0);
}

TEST(CurveDifferenceTest, SaysWhyThereIsNone) {
  const auto drug = tests::freireich_6mp(), placebo = tests::freireich_placebo();
  EXPECT_EQ(difference(incidence_of(drug, 1, 5), incidence_of(placebo, 1, 5)).reason,
            "Of one of those compared nobody had left by then, or everybody had, so that chance cannot be "
            "reckoned.");
  EXPECT_EQ(difference(incidence_of(drug, 1, 36), incidence_of(placebo, 1, 36)).reason,
            "Of one of those compared: Nobody was followed for so long.");
  EXPECT_EQ(difference(incidence_of(drug, 1, 20, 5), incidence_of(placebo, 1, 20)).reason,
            "The groups are known from different moments: ask of both from the later one.");
  EXPECT_EQ(difference(mean_of(drug, 36), mean_of(placebo, 36)).reason,
            "Of one of those compared: Nobody was followed for so long.");
  EXPECT_EQ(difference(mean_of(drug, 20), mean_of(placebo, 19)).reason,
            "The means are of different lengths of time.");
  EXPECT_EQ(difference(mean_of(drug, 20, 5), mean_of(placebo, 20)).reason,
            "The groups are known from different moments: ask of both from the later one.");
  EXPECT_EQ(difference(mean_of(drug, 1), mean_of(drug, 1)).reason,
            "Nobody left, or all at once, which says nothing of chance.");
}

/// Of 80 and 120 opportunities 63% × 0.6 and 63% × 0.4 are won after the mean duration; of the same, 5% are
/// called different.
TEST(CurveDifferenceTest, HoldsTheTruthInAboutNineteenOfTwentyIntervals) {
  std::mt19937_64 random(17);
  int held = 0, called = 0, mean_called = 0;
  const double truth = 0.2 * (1 - std::exp(-1.0));
  for (int run = 0; run < 1'000; ++run) {
    const auto a = tests::drawn_durations(random, 80, 1'000, 0.6, 2'000);
    const auto b = tests::drawn_durations(random, 120, 1'000, 0.4, 2'000);
    const auto same = tests::drawn_durations(random, 120, 1'000, 0.6, 1'500);
    const auto found = difference(incidence_of(a, 1, 1'000), incidence_of(b, 1, 1'000));
    held += found.interval.from <= truth && truth <= found.interval.to ? 1 : 0;
    called += difference(incidence_of(a, 1, 1'000), incidence_of(same, 1, 1'000)).p < 0.05 ? 1 : 0;
    mean_called += difference(mean_of(a, 1'000), mean_of(same, 1'000)).p < 0.05 ? 1 : 0;
  }
  EXPECT_GT(held, 925);
  EXPECT_LT(held, 975);
  for (const int wrongly : {called, mean_called}) {
    EXPECT_GT(wrongly, 30);
    EXPECT_LT(wrongly, 75);
  }
}

}  // namespace
}  // namespace accord::kernels
