// SPDX-License-Identifier: Apache-2.0
#include "kernels/cumulative_incidence.hpp"

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

struct Found {
  Found(const DurationList& list, std::size_t causes, std::int64_t from = 0)
      : table(risk_table(list.durations(), {.causes = causes, .from = from})),
        curves(cumulative_incidence(table)) {}
  Estimate at(std::size_t cause, std::int64_t tick) const { return incidence_at(curves, table, cause, tick); }
  const std::vector<SurvivalStep>& steps() const { return curves.remaining.steps; }

  RiskTable table;
  CumulativeIncidence curves;
};

// ---- Published

/// The data of Scrucca, Santucci & Aversa (2007); the parts as cmprsk 2.2-11 and survival 3.5-3 of R give
/// them for it.
TEST(CumulativeIncidenceOracle, FindsRelapsesAndDeathsOfScrucca) {
  struct Case {
    DurationList list;
    std::int64_t month;
    double relapsed, died;
  };
  const auto lymphoblastic = tests::scrucca_lymphoblastic(), myeloid = tests::scrucca_myeloid();
  for (const auto& [list, month, relapsed, died] : {Case{lymphoblastic, 0, 0.0588235294, 0.0588235294},
                                                    {lymphoblastic, 5, 0.1176470588, 0.2941176471},
                                                    {lymphoblastic, 20, 0.1764705882, 0.5882352941},
                                                    {lymphoblastic, 60, 0.1764705882, 0.7058823529},
                                                    {myeloid, 0, 0, 0},
                                                    {myeloid, 5, 0.295138889, 0.0555555556},
                                                    {myeloid, 20, 0.368185764, 0.2057074653},
                                                    {myeloid, 60, 0.368185764, 0.2057074653}}) {
    const Found found(list, 2);
    EXPECT_NEAR(found.at(1, month).value, relapsed, 1e-9) << month;
    EXPECT_NEAR(found.at(2, month).value, died, 1e-9) << month;
    EXPECT_NEAR(found.at(any_cause, month).value, relapsed + died, 1e-9) << month;
  }
}

// ---- Against the definitions, each tick counted anew

struct Tick {
  std::int64_t tick = 0;
  long double at_risk = 0, left = 0, by_cause = 0, survival = 1,
              incidence = 0;  ///< survival before it, incidence after
};

std::vector<Tick> ticks_of(const DurationList& list, std::uint8_t cause) {
  std::vector<Tick> ticks;
  long double survival = 1, incidence = 0;
  for (const auto when : std::set(list.ticks.begin(), list.ticks.end())) {
    Tick tick{.tick = when, .survival = survival};
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list.ticks[i] < when || (list.first_seen[i] > 0 && list.first_seen[i] >= when)) continue;
      ++tick.at_risk;
      if (list.ticks[i] != when || list.cause[i] == still_there) continue;
      ++tick.left;
      tick.by_cause += list.cause[i] == cause ? 1 : 0;
    }
    if (tick.left == 0) continue;
    incidence += survival * tick.by_cause / tick.at_risk;
    survival *= 1 - tick.left / tick.at_risk;
    tick.incidence = incidence;
    ticks.push_back(tick);
  }
  return ticks;
}

/// E. Marubini & M. G. Valsecchi, "Analysing Survival Data from Clinical Trials and Observational Studies",
/// 1995, page 341: three sums, where the kernel follows a recursion.
long double marubini_valsecchi(const std::vector<Tick>& ticks, std::size_t last) {
  long double variance = 0;
  for (std::size_t i = 0; i <= last; ++i) {
    const auto& [tick, n, d, own, survival, incidence] = ticks[i];
    const long double later = ticks[last].incidence - incidence;
    if (d < n) variance += later * later * d / (n * (n - d));
    variance += survival * survival * own * (n - own) / (n * n * n);
    variance -= 2 * later * survival * own / (n * n);
  }
  return variance;
}

RC_GTEST_PROP(CumulativeIncidenceProperty, IsTheSumWithThePublishedVariance, ()) {
  const auto list = arbitrary_durations(3, true, true);
  const Found found(list, 3);
  for (std::uint8_t cause = 1; cause <= 3; ++cause) {
    const auto ticks = ticks_of(list, cause);
    for (std::size_t i = 0; i < found.steps().size(); ++i) {
      RC_ASSERT(found.steps()[i].tick == ticks[i].tick);
      RC_ASSERT(std::abs(found.curves.incidence_of(i, cause) - static_cast<double>(ticks[i].incidence)) <
                1e-12);
      RC_ASSERT(std::abs(found.curves.variance_of(i, cause) -
                         static_cast<double>(marubini_valsecchi(ticks, i))) < 1e-12);
    }
  }
}

RC_GTEST_PROP(CumulativeIncidenceProperty, AllCausesAndWhatRemainsAreOne, ()) {
  const Found found(arbitrary_durations(3, true, true), 3);
  for (std::size_t i = 0; i < found.steps().size(); ++i) {
    double sum = found.steps()[i].survival;
    for (std::size_t cause = 1; cause <= 3; ++cause) {
      sum += found.curves.incidence_of(i, cause);
      RC_ASSERT(found.curves.variance_of(i, cause) > -1e-15);
      if (i == 0) continue;
      RC_ASSERT(found.curves.incidence_of(i, cause) >= found.curves.incidence_of(i - 1, cause) - 1e-15);
    }
    RC_ASSERT(std::abs(sum - 1) < 1e-12);
  }
}

RC_GTEST_PROP(CumulativeIncidenceProperty, OfOneCauseItIsWhatSurvivalLeaves, ()) {
  const Found found(arbitrary_durations(1, true, true), 1);
  for (const auto& step : found.steps()) {
    const auto one = found.at(1, step.tick), any = found.at(any_cause, step.tick);
    const auto stays = survival_at(found.curves.remaining, found.table, step.tick);
    RC_ASSERT(std::abs(one.value - (1 - stays.value)) < 1e-12);
    RC_ASSERT(std::abs(one.standard_error - stays.standard_error) < 1e-7);
    RC_ASSERT(std::abs(any.value - one.value) < 1e-12);
    RC_ASSERT(any.interval.has_value() == stays.interval.has_value());
    if (!any.interval) continue;
    RC_ASSERT(std::abs(one.interval->from - (1 - stays.interval->to)) < 1e-7);
    RC_ASSERT(any.interval->to == 1 - stays.interval->from);
  }
}

RC_GTEST_PROP(CumulativeIncidenceProperty, WithoutCensoringItIsAProportion, ()) {
  const auto list = arbitrary_some_durations(2, false);
  const Found found(list, 2);
  const auto n = static_cast<double>(list.size());
  for (std::size_t i = 0; i < found.steps().size(); ++i) {
    for (std::uint8_t cause = 1; cause <= 2; ++cause) {
      double left = 0;
      for (std::size_t s = 0; s < list.size(); ++s)
        left += list.cause[s] == cause && list.ticks[s] <= found.steps()[i].tick ? 1 : 0;
      RC_ASSERT(found.curves.incidence_of(i, cause) == left / n);
      RC_ASSERT(std::abs(found.curves.variance_of(i, cause) - left / n * (1 - left / n) / n) < 1e-12);
    }
  }
}

RC_GTEST_PROP(CumulativeIncidenceProperty, NamesOfCausesDoNotMatter, ()) {
  auto list = arbitrary_durations(3, true, true);
  const Found before(list, 3);
  for (auto& cause : list.cause)
    cause = cause == still_there ? still_there : static_cast<std::uint8_t>(cause % 3 + 1);
  const Found after(list, 3);
  RC_ASSERT(before.steps().size() == after.steps().size());
  for (std::size_t i = 0; i < before.steps().size(); ++i) {
    for (std::size_t cause = 1; cause <= 3; ++cause) {
      RC_ASSERT(before.curves.incidence_of(i, cause) == after.curves.incidence_of(i, cause % 3 + 1));
      RC_ASSERT(before.curves.variance_of(i, cause) == after.curves.variance_of(i, cause % 3 + 1));
    }
  }
}

/// Two causes under one name: their incidences together.
RC_GTEST_PROP(CumulativeIncidenceProperty, CausesTakenTogetherAreTheirSum, ()) {
  auto list = arbitrary_durations(3, true, true);
  const Found apart(list, 3);
  for (auto& cause : list.cause) cause = std::min<std::uint8_t>(cause, 2);
  const Found together(list, 2);
  for (std::size_t i = 0; i < apart.steps().size(); ++i) {
    RC_ASSERT(apart.curves.incidence_of(i, 1) == together.curves.incidence_of(i, 1));
    RC_ASSERT(std::abs(apart.curves.incidence_of(i, 2) + apart.curves.incidence_of(i, 3) -
                       together.curves.incidence_of(i, 2)) < 1e-12);
  }
}

/// One that leaves in another way is not censored: one minus the product limit that takes it so is never
/// less.
RC_GTEST_PROP(CumulativeIncidenceProperty, IsNeverMoreThanTheProductLimitThatCensorsOtherCauses, ()) {
  auto list = arbitrary_durations(2);
  const Found found(list, 2);
  for (auto& cause : list.cause) cause = cause == 1 ? 1 : still_there;
  const Found censored(list, 1);
  for (const auto& step : found.steps()) {
    const auto naive = censored.at(1, step.tick);
    if (!naive.reason) RC_ASSERT(found.at(1, step.tick).value <= naive.value + 1e-12);
  }
}

/// What becomes of those that have been there for so long: (F(t) − F(from)) ÷ S(from).
RC_GTEST_PROP(CumulativeIncidenceProperty, FromALaterMomentItIsConditional, ()) {
  const auto list = arbitrary_some_durations(2);
  const std::int64_t from = *rc::gen::inRange(1, 6);
  const Found whole(list, 2), later(list, 2, from);
  if (later.curves.remaining.reason) return;
  const double stays = 1 - whole.at(any_cause, from).value;
  for (const auto& step : later.steps()) {
    const double expected = (whole.at(1, step.tick).value - whole.at(1, from).value) / stays;
    RC_ASSERT(std::abs(later.at(1, step.tick).value - expected) < 1e-12);
    RC_ASSERT(later.at(1, step.tick).known_from == from);
  }
}

// ---- Corners

TEST(CumulativeIncidenceTest, SaysWhyThereIsNone) {
  const Found nobody({}, 2);
  EXPECT_EQ(nobody.at(1, 0).reason, "There is nobody.");
  DurationList list;
  list.add(4, still_there);
  const Found nobody_left(list, 2);
  EXPECT_EQ(nobody_left.at(2, 4).reason, std::nullopt);
  EXPECT_EQ(nobody_left.at(2, 4).value, 0);
  EXPECT_EQ(nobody_left.at(2, 4).interval, std::nullopt);
  EXPECT_EQ(nobody_left.at(2, 5).reason, "Nobody was followed for so long.");
  EXPECT_EQ(nobody_left.at(3, 4).reason, "There is no such cause.");
}

TEST(CumulativeIncidenceTest, BothCausesAtOneTickWithCensoring) {
  DurationList list;
  list.add(5, 1);
  list.add(5, 2);
  list.add(5, still_there);
  list.add(5, still_there);
  list.add(0, 2);
  const Found found(list, 2);
  EXPECT_DOUBLE_EQ(found.at(1, 5).value, 0.2);
  EXPECT_DOUBLE_EQ(found.at(2, 0).value, 0.2);
  EXPECT_DOUBLE_EQ(found.at(2, 5).value, 0.4);
}

TEST(CumulativeIncidenceTest, WhereAllLeftByOneCauseNothingIsUnsure) {
  const Found found(tests::freireich_placebo(), 1);
  EXPECT_EQ(found.at(1, 23).value, 1);
  EXPECT_EQ(found.at(1, 23).standard_error, 0);
  EXPECT_EQ(found.at(1, 23).interval, std::nullopt);
}

/// Three of five are won in the end; by the mean of all durations 1 − 1 ÷ e of them.
TEST(CumulativeIncidenceTest, HoldsTheTruthInAboutNineteenOfTwentyIntervals) {
  std::mt19937_64 random(5);
  const double truth = 0.6 * (1 - std::exp(-1.0));
  for (const double late_mean : {0.0, 300.0}) {
    int held = 0, above = 0;
    for (int run = 0; run < 1'000; ++run) {
      const Found found(tests::drawn_durations(random, 150, 1'000, 0.6, 1'500, late_mean), 2);
      const auto won = found.at(1, 1'000);
      held += won.interval && won.interval->from <= truth && truth <= won.interval->to ? 1 : 0;
      above += won.value > truth ? 1 : 0;
    }
    EXPECT_GT(held, 925) << late_mean;
    EXPECT_LT(held, 975) << late_mean;
    EXPECT_NEAR(above, 500, 60) << late_mean;
  }
}

}  // namespace
}  // namespace accord::kernels
