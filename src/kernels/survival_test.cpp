// SPDX-License-Identifier: Apache-2.0
#include "kernels/survival.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/durations.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_durations;
using tests::arbitrary_some_durations;
using tests::DurationList;

Survival survival_of(const DurationList& list) { return survival(risk_table(list.durations())); }

Estimate at(const DurationList& list, std::int64_t tick) {
  const auto table = risk_table(list.durations());
  return survival_at(survival(table), table, tick);
}

// ---- Published

/// J. P. Klein & M. L. Moeschberger, "Survival Analysis", 2003, table 4.1A (to three and four places) and, to
/// more, R's survival 3.5-3 (conf.type = "log-log").
TEST(SurvivalOracle, FindsTheRemissionsOfFreireich) {
  struct Case {
    std::int64_t tick;
    std::uint32_t at_risk, left;
    double survival, error, from, to;
  };
  const auto list = tests::freireich_6mp();
  const auto found = survival_of(list);
  const std::vector<Case> published{{6, 21, 3, 0.8571429, 0.07636035, 0.6197180, 0.9515517},
                                    {7, 17, 1, 0.8067227, 0.08693529, 0.5631466, 0.9228090},
                                    {10, 15, 1, 0.7529412, 0.09634965, 0.5031995, 0.8893618},
                                    {13, 12, 1, 0.6901961, 0.10681471, 0.4316102, 0.8490660},
                                    {16, 11, 1, 0.6274510, 0.11405387, 0.3675109, 0.8049122},
                                    {22, 7, 1, 0.5378151, 0.12823375, 0.2677789, 0.7467907},
                                    {23, 6, 1, 0.4481793, 0.13459146, 0.1880520, 0.6801426}};
  ASSERT_EQ(found.steps.size(), published.size());
  for (std::size_t i = 0; i < published.size(); ++i) {
    const auto& [tick, at_risk, left, part, error, from, to] = published[i];
    EXPECT_EQ(found.steps[i].tick, tick);
    EXPECT_EQ(found.steps[i].at_risk, at_risk);
    EXPECT_EQ(found.steps[i].left, left);
    const auto estimate = at(list, tick);
    EXPECT_NEAR(estimate.value, part, 5e-8);
    EXPECT_NEAR(estimate.standard_error, error, 5e-9);
    ASSERT_TRUE(estimate.interval);
    EXPECT_NEAR(estimate.interval->from, from, 5e-8);
    EXPECT_NEAR(estimate.interval->to, to, 5e-8);
  }
}

/// The same R.
TEST(SurvivalOracle, FindsTheQuantilesAndMeansOfFreireich) {
  struct Case {
    DurationList list;
    double part;
    std::optional<std::int64_t> tick, from, to;
  };
  const auto drug = tests::freireich_6mp(), placebo = tests::freireich_placebo();
  for (const auto& [list, part, tick, from, to] : {Case{drug, 0.25, 13, 6, 22},
                                                   {drug, 0.5, 23, 13, std::nullopt},
                                                   {drug, 0.75, std::nullopt, 23, std::nullopt},
                                                   {placebo, 0.25, 4, 1, 5},
                                                   {placebo, 0.5, 8, 4, 11},
                                                   {placebo, 0.75, 12, 8, 22}}) {
    const auto found = quantile(survival_of(list), part);
    EXPECT_EQ(found.tick, tick);
    EXPECT_EQ(found.from, from);
    EXPECT_EQ(found.to, to);
  }
  const auto of_drug = restricted_mean(survival_of(drug), 20),
             of_placebo = restricted_mean(survival_of(placebo), 20);
  EXPECT_NEAR(of_drug.value, 16.11652661, 5e-9);
  EXPECT_NEAR(of_drug.standard_error, 1.25156020, 5e-9);
  EXPECT_NEAR(of_placebo.value, 8.42857143, 5e-9);
  EXPECT_NEAR(of_placebo.standard_error, 1.26808268, 5e-9);
}

// ---- Against the definitions, each tick counted anew

struct Written {
  long double survival = 1, greenwood = 0;
};

/// S and Greenwood's sum after a tick, from the subjects themselves.
Written written_down(const DurationList& list, std::int64_t tick) {
  Written written;
  for (const auto when : std::set(list.ticks.begin(), list.ticks.end())) {
    if (when > tick) break;
    long double at_risk = 0, left = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list.ticks[i] < when || (list.first_seen[i] > 0 && list.first_seen[i] >= when)) continue;
      ++at_risk;
      left += list.ticks[i] == when && list.cause[i] != still_there ? 1 : 0;
    }
    if (left == 0) continue;
    written.survival *= 1 - left / at_risk;
    written.greenwood += left / (at_risk * (at_risk - left));
  }
  return written;
}

RC_GTEST_PROP(SurvivalProperty, IsTheProductLimitWithGreenwoodsVariance, ()) {
  const auto list = arbitrary_durations(1, true, true);
  const auto found = survival_of(list);
  for (const auto& step : found.steps) {
    const auto written = written_down(list, step.tick);
    RC_ASSERT(std::abs(step.survival - static_cast<double>(written.survival)) < 1e-12);
    if (step.survival == 0)
      RC_ASSERT(step.variance == 0.0);
    else
      RC_ASSERT(std::abs(step.variance - static_cast<double>(written.survival * written.survival *
                                                             written.greenwood)) < 1e-12);
  }
}

RC_GTEST_PROP(SurvivalProperty, WithoutCensoringItIsThePartThatIsStillThere, ()) {
  const auto list = arbitrary_some_durations(1, false);
  const auto n = static_cast<double>(list.size());
  for (const auto& step : survival_of(list).steps) {
    const auto stay = static_cast<double>(
        std::count_if(list.ticks.begin(), list.ticks.end(), [&](auto ticks) { return ticks > step.tick; }));
    RC_ASSERT(step.survival == stay / n);
    RC_ASSERT(std::abs(step.variance - step.survival * (1 - step.survival) / n) < 1e-12);
  }
}

RC_GTEST_PROP(SurvivalProperty, NeverRisesAndLiesInItsInterval, ()) {
  const auto list = arbitrary_durations(1, true, true);
  const auto table = risk_table(list.durations());
  const auto found = survival(table);
  double before = 1;
  for (const auto& step : found.steps) {
    RC_ASSERT(step.survival < before);
    RC_ASSERT(step.survival >= 0.0);
    before = step.survival;
    const auto estimate = survival_at(found, table, step.tick);
    RC_ASSERT(estimate.at_risk == step.at_risk);
    RC_ASSERT(estimate.interval.has_value() == (step.survival > 0));
    if (!estimate.interval) continue;
    RC_ASSERT((0 <= estimate.interval->from && estimate.interval->from <= step.survival));
    RC_ASSERT((step.survival <= estimate.interval->to && estimate.interval->to <= 1));
  }
}

/// Each subject twice: the same curve, with half the variance.
RC_GTEST_PROP(SurvivalProperty, TwiceAsManyAreTwiceAsSure, ()) {
  const auto list = arbitrary_durations(1, true, true);
  const auto once = survival_of(list), twice = survival_of(list + list);
  RC_ASSERT(once.reason.has_value() == twice.reason.has_value());
  RC_ASSERT(once.steps.size() == twice.steps.size());
  for (std::size_t i = 0; i < once.steps.size(); ++i) {
    RC_ASSERT(std::abs(once.steps[i].survival - twice.steps[i].survival) < 1e-12);
    RC_ASSERT(std::abs(once.steps[i].variance / 2 - twice.steps[i].variance) < 1e-12);
  }
}

/// What came before a moment does not count for those that were there after it: S(t) ÷ S(from).
RC_GTEST_PROP(SurvivalProperty, FromALaterMomentItIsConditional, ()) {
  const auto list = arbitrary_some_durations(1);
  const std::int64_t from = *rc::gen::inRange(1, 6);
  const auto table = risk_table(list.durations()), later_table = risk_table(list.durations(), {.from = from});
  const auto whole = survival(table), later = survival(later_table);
  const auto at_from = survival_at(whole, table, from);
  if (later.reason) return;
  RC_ASSERT(!at_from.reason);
  RC_ASSERT(later.known_from == from);
  for (const auto& step : later.steps) {
    const auto of_whole = survival_at(whole, table, step.tick);
    RC_ASSERT(std::abs(step.survival - of_whole.value / at_from.value) < 1e-12);
  }
}

/// ∫ S dt, tick by tick.
RC_GTEST_PROP(SurvivalProperty, TheMeanIsTheAreaUnderTheCurve, ()) {
  DurationList list;
  for (const int ticks : *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30))))
    list.add(ticks, *rc::gen::element<std::uint8_t>(0, 1, 1));
  const auto table = risk_table(list.durations());
  const auto found = survival(table);
  const auto until = *rc::gen::inRange<std::int64_t>(0, table.known_to + 1);
  double area = 0;
  for (std::int64_t tick = 0; tick < until; ++tick) area += survival_at(found, table, tick).value;
  RC_ASSERT(std::abs(restricted_mean(found, until).value - area) < 1e-9);
}

/// Without censoring it is the mean, and its error that of a mean (with n for n − 1).
RC_GTEST_PROP(SurvivalProperty, WithoutCensoringTheMeanIsTheMean, ()) {
  const auto list = arbitrary_some_durations(1, false);
  const auto found = survival_of(list);
  double sum = 0, squares = 0;
  for (const auto ticks : list.ticks) sum += static_cast<double>(ticks);
  const auto n = static_cast<double>(list.size());
  for (const auto ticks : list.ticks) squares += std::pow(static_cast<double>(ticks) - sum / n, 2);
  const auto mean = restricted_mean(found, found.known_to);
  RC_ASSERT(std::abs(mean.value - sum / n) <= 1e-9 * (1 + sum));
  RC_ASSERT(std::abs(mean.standard_error - std::sqrt(squares) / n) <= 1e-6 * (1 + std::sqrt(squares)));
}

RC_GTEST_PROP(SurvivalProperty, AQuantileIsWhereTheCurveIsReached, ()) {
  const auto list = arbitrary_durations(1);
  const auto found = survival_of(list);
  const double part = *rc::gen::inRange(1, 100) / 100.0;
  const auto asked = quantile(found, part);
  RC_ASSERT(asked.reason == found.reason);
  if (asked.reason) return;
  std::optional<std::int64_t> reached;
  for (const auto& step : found.steps) {
    if (!reached && step.survival <= 1 - part + 1e-12) reached = step.tick;
  }
  RC_ASSERT(asked.tick == reached);
  if (asked.from && asked.tick) RC_ASSERT(*asked.from <= *asked.tick);
  if (asked.to) RC_ASSERT((asked.tick && *asked.tick <= *asked.to));
}

// ---- Corners

TEST(SurvivalTest, OfNobodySaysWhy) {
  const auto found = survival_of({});
  EXPECT_EQ(found.reason, "There is nobody.");
  EXPECT_EQ(at({}, 0).reason, "There is nobody.");
  EXPECT_EQ(quantile(found, 0.5).reason, "There is nobody.");
  EXPECT_EQ(restricted_mean(found, 0).reason, "There is nobody.");
}

TEST(SurvivalTest, WhereNobodyLeftAllAreStillThere) {
  DurationList list;
  for (const int ticks : {4, 7, 9}) list.add(ticks, still_there);
  const auto found = survival_of(list);
  EXPECT_EQ(found.reason, std::nullopt);
  EXPECT_TRUE(found.steps.empty());
  EXPECT_EQ(at(list, 9).value, 1);
  EXPECT_EQ(at(list, 8).at_risk, 1U);
  EXPECT_EQ(at(list, 9).interval, std::nullopt);
  EXPECT_EQ(at(list, 10).reason, "Nobody was followed for so long.");
  EXPECT_EQ(at(list, -1).reason, "Nobody was seen so early.");
  const auto median = quantile(found, 0.5);
  EXPECT_EQ(median.reason, std::nullopt) << "not reached is an answer";
  EXPECT_EQ(median.tick, std::nullopt);
  EXPECT_EQ(restricted_mean(found, 9).value, 9);
  EXPECT_EQ(restricted_mean(found, 9).standard_error, 0);
  EXPECT_EQ(restricted_mean(found, 10).reason, "Nobody was followed for so long.");
}

TEST(SurvivalTest, OfOneSubject) {
  DurationList list;
  list.add(5, 1);
  EXPECT_EQ(at(list, 4).value, 1);
  EXPECT_EQ(at(list, 5).value, 0);
  EXPECT_EQ(at(list, 1'000).value, 0) << "who has left does not come back";
  EXPECT_EQ(at(list, 5).interval, std::nullopt);
  const auto median = quantile(survival_of(list), 0.5);
  EXPECT_EQ(median.tick, 5);
  EXPECT_EQ(median.from, std::nullopt);
  EXPECT_EQ(median.to, std::nullopt);
  EXPECT_EQ(restricted_mean(survival_of(list), 8).value, 5);
}

/// One that is last seen at the tick at which others leave was there at that tick.
TEST(SurvivalTest, CensoredAtTheTickOfADepartureIsAtRisk) {
  DurationList list;
  list.add(5, 1);
  list.add(5, still_there);
  list.add(7, 1);
  list.add(9, still_there);
  EXPECT_EQ(at(list, 5).value, 3.0 / 4);
  EXPECT_EQ(at(list, 7).value, 3.0 / 8);
}

/// The example of the README.
TEST(SurvivalTest, SixOpportunitiesInAStage) {
  DurationList list, closed, as_if_left;
  for (const int days : {2, 3, 3, 6}) {
    list.add(days, 1);
    closed.add(days, 1);
    as_if_left.add(days, 1);
  }
  for (const int days : {4, 5}) {
    list.add(days, still_there);
    as_if_left.add(days, 1);
  }
  EXPECT_EQ(at(list, 2).value, 5.0 / 6);
  EXPECT_EQ(at(list, 3).value, 3.0 / 6);
  EXPECT_EQ(at(list, 6).value, 0);
  EXPECT_NEAR(restricted_mean(survival_of(list), 6).value, 4 + 1.0 / 3, 1e-12);
  EXPECT_NEAR(restricted_mean(survival_of(closed), 6).value, 3.5, 1e-12);
  EXPECT_NEAR(restricted_mean(survival_of(as_if_left), 6).value, 3 + 5.0 / 6, 1e-12);
}

TEST(SurvivalTest, LeavingAtOnceCounts) {
  DurationList list;
  list.add(0, 1);
  list.add(0, 1);
  list.add(0, still_there);
  list.add(3, 1);
  EXPECT_EQ(at(list, 0).value, 0.5);
  EXPECT_EQ(quantile(survival_of(list), 0.5).tick, 0);
  EXPECT_EQ(restricted_mean(survival_of(list), 3).value, 1.5);
}

TEST(SurvivalTest, AHalfReachedExactlyIsReached) {
  DurationList list;
  for (const int ticks : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) list.add(ticks, 1);
  EXPECT_EQ(quantile(survival_of(list), 0.5).tick, 5);
  EXPECT_EQ(quantile(survival_of(list), 0.9).tick, 9);
  EXPECT_EQ(quantile(survival_of(list), 1).reason, "A part lies between 0 and 1.");
  EXPECT_EQ(quantile(survival_of(list), 0).reason, "A part lies between 0 and 1.");
}

/// The only one that was seen early leaves, and the curve of all others would be 0.
TEST(SurvivalTest, WhereAllThatWereSeenEarlyHadLeftThereIsAReason) {
  DurationList list;
  list.add(3, 1);
  for (const int ticks : {10, 12, 15}) list.add(ticks, 1, 6);
  EXPECT_EQ(survival_of(list).reason,
            "All that were seen so early had left by then, and 3 that were first seen later stayed longer: "
            "ask from a "
            "later moment.");
  const auto later = survival(risk_table(list.durations(), {.from = 6}));
  EXPECT_EQ(later.reason, std::nullopt);
  EXPECT_EQ(later.known_from, 6);
  EXPECT_EQ(later.steps.front().survival, 2.0 / 3);
  EXPECT_EQ(later.unseen, 1U);
  EXPECT_EQ(restricted_mean(later, 12).value, 4 + 2 * 2.0 / 3) << "of those there after 6";
}

TEST(SurvivalTest, AfterAGapNothingIsKnown) {
  DurationList list;
  list.add(3, 1);
  list.add(4, still_there);
  list.add(10, 1, 6);
  const auto found = survival_of(list);
  EXPECT_EQ(found.reason, std::nullopt);
  EXPECT_EQ(found.beyond, 1U);
  EXPECT_EQ(found.known_to, 4);
  EXPECT_EQ(at(list, 4).value, 0.5);
  EXPECT_EQ(at(list, 5).reason, "Nobody was followed for so long.");
}

// ---- What an interval promises

struct Held {
  int part = 0, median = 0, mean = 0, bias = 0;
};

Held held_of(int runs, double late_mean) {
  std::mt19937_64 random(20'261'126);
  Held held;
  const double truth = std::exp(-1.0), true_mean = 1'000 * (1 - truth);
  for (int run = 0; run < runs; ++run) {
    const auto list = tests::drawn_durations(random, 150, 1'000, 1, 1'500, late_mean);
    const auto table = risk_table(list.durations());
    const auto found = survival(table);
    const auto part = survival_at(found, table, 1'000);
    const auto median = quantile(found, 0.5);
    const auto mean = restricted_mean(found, 1'000);
    held.part += part.interval && part.interval->from <= truth && truth <= part.interval->to ? 1 : 0;
    held.bias += part.value > truth ? 1 : 0;
    held.median += median.from && *median.from <= 694 && (!median.to || *median.to >= 692) ? 1 : 0;
    held.mean += mean.interval.from <= true_mean && true_mean <= mean.interval.to ? 1 : 0;
  }
  return held;
}

TEST(SurvivalTest, HoldsTheTruthInAboutNineteenOfTwentyIntervals) {
  for (const double late_mean : {0.0, 300.0}) {
    const auto held = held_of(1'000, late_mean);
    for (const int of : {held.part, held.median, held.mean}) {
      EXPECT_GT(of, 925) << late_mean;
      EXPECT_LT(of, 975) << late_mean;
    }
    EXPECT_NEAR(held.bias, 500, 60) << late_mean;
  }
}

}  // namespace
}  // namespace accord::kernels
