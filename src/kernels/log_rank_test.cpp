// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "kernels/curve_comparison.hpp"
#include "tests/durations.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_durations;
using tests::DurationList;

constexpr CurveTestRule any_number{.expected_min = 0};

std::vector<RiskTable> tables_of(const std::vector<DurationList>& groups, std::size_t causes) {
  std::vector<RiskTable> tables;
  for (const auto& group : groups) tables.push_back(risk_table(group.durations(), {.causes = causes}));
  return tables;
}

// ---- Published

/// D. G. Kleinbaum & M. Klein, "Survival Analysis", 2012, section 2.IV: 16.79, and 9 and 21 where 19.25
/// and 10.75 were expected; more places by R's survival 3.5-3.
TEST(LogRankOracle, ComparesTheRemissionsOfFreireich) {
  const auto found = log_rank(tables_of({tests::freireich_6mp(), tests::freireich_placebo()}, 1));
  EXPECT_EQ(found.reason, std::nullopt);
  EXPECT_NEAR(found.chi_square, 16.7929409892, 5e-10);
  EXPECT_EQ(found.degrees, 1U);
  EXPECT_NEAR(found.p, 4.16881e-05, 5e-11);
  EXPECT_EQ(found.groups[0].left, 9U);
  EXPECT_EQ(found.groups[1].left, 21U);
  EXPECT_EQ(found.groups[0].subjects, 21U);
  EXPECT_NEAR(found.groups[0].expected, 19.250501, 5e-7);
  EXPECT_NEAR(found.groups[1].expected, 10.749499, 5e-7);
}

/// The same R over these two groups and a third.
TEST(LogRankOracle, ComparesThreeGroups) {
  const auto groups =
      tables_of({tests::freireich_6mp(), tests::freireich_placebo(), tests::scrucca_lymphoblastic()}, 2);
  const auto any = log_rank(groups), one = log_rank(groups, 1);
  EXPECT_NEAR(any.chi_square, 15.6534703418, 5e-10);
  EXPECT_EQ(any.degrees, 2U);
  EXPECT_NEAR(any.groups[2].expected, 11.74654794, 5e-9);
  EXPECT_NEAR(one.chi_square, 23.7936456728, 5e-10);
  EXPECT_NEAR(one.groups[2].expected, 8.447679589, 5e-9);
  EXPECT_EQ(one.groups[2].left, 3U);
}

// ---- Against the definition, each tick counted anew

struct Written {
  long double expected = 0, variance = 0, left = 0;
};

/// Of two groups, the first: E and the hypergeometric variance.
Written written_down(const DurationList& a, const DurationList& b, std::uint8_t cause) {
  Written written;
  auto ticks = std::set(a.ticks.begin(), a.ticks.end());
  ticks.insert(b.ticks.begin(), b.ticks.end());
  for (const auto when : ticks) {
    long double at_risk[2] = {0, 0}, left[2] = {0, 0};
    for (const int which : {0, 1}) {
      const auto& list = which == 0 ? a : b;
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.ticks[i] < when || (list.first_seen[i] > 0 && list.first_seen[i] >= when)) continue;
        ++at_risk[which];
        left[which] += list.ticks[i] == when && list.cause[i] == cause ? 1 : 0;
      }
    }
    const auto n = at_risk[0] + at_risk[1], d = left[0] + left[1];
    if (d == 0) continue;
    written.left += left[0];
    written.expected += d * at_risk[0] / n;
    if (n > 1) written.variance += d * at_risk[0] / n * at_risk[1] / n * (n - d) / (n - 1);
  }
  return written;
}

RC_GTEST_PROP(LogRankProperty, IsTheDefinition, ()) {
  const auto a = arbitrary_durations(2), b = arbitrary_durations(2);
  const auto found = log_rank(tables_of({a, b}, 2), 1, any_number);
  const auto written = written_down(a, b, 1);
  if (a.size() == 0 || b.size() == 0) {
    RC_ASSERT(found.reason == "Of one of those compared: There is nobody.");
    return;
  }
  RC_ASSERT(static_cast<double>(written.left) == static_cast<double>(found.groups[0].left));
  RC_ASSERT(std::abs(found.groups[0].expected - static_cast<double>(written.expected)) < 1e-9);
  RC_ASSERT(found.degrees == (written.variance > 0 ? 1U : 0U));
  if (written.variance == 0) return;
  const auto off = written.left - written.expected;
  const auto chi_square = static_cast<double>(off * off / written.variance);
  RC_ASSERT(std::abs(found.chi_square - chi_square) < 1e-9 * (1 + chi_square));
  RC_ASSERT(found.p == p_of_chi_square(found.chi_square, 1));
}

RC_GTEST_PROP(LogRankProperty, GroupsThatAreAlikeDoNotDiffer, ()) {
  const auto a = arbitrary_durations(1, true, true);
  const auto found = log_rank(tables_of({a, a, a}, 1), 1, any_number);
  if (found.reason) return;
  RC_ASSERT(found.degrees == 2U);
  RC_ASSERT(found.chi_square < 1e-12);
  RC_ASSERT(found.p > 1 - 1e-9);
}

RC_GTEST_PROP(LogRankProperty, TheOrderOfGroupsDoesNotMatter, ()) {
  const std::vector<DurationList> groups{arbitrary_durations(1, true, true),
                                         arbitrary_durations(1, true, true),
                                         arbitrary_durations(1, true, true)};
  const auto one = log_rank(tables_of(groups, 1), 1, any_number);
  const auto other = log_rank(tables_of({groups[2], groups[0], groups[1]}, 1), 1, any_number);
  RC_ASSERT(one.reason.has_value() == other.reason.has_value());
  RC_ASSERT(one.degrees == other.degrees);
  RC_ASSERT(std::abs(one.chi_square - other.chi_square) < 1e-9 * (1 + one.chi_square));
  double left = 0, expected = 0;
  for (const auto& group : one.groups) {
    left += static_cast<double>(group.left);
    expected += group.expected;
  }
  RC_ASSERT(std::abs(left - expected) < 1e-9);
}

/// What counts is who leaves before whom, not by how much.
RC_GTEST_PROP(LogRankProperty, OnlyTheOrderInTimeCounts, ()) {
  const std::vector<DurationList> groups{arbitrary_durations(1), arbitrary_durations(1)};
  auto stretched = groups;
  for (auto& group : stretched) {
    for (auto& ticks : group.ticks) ticks = 17 * ticks + ticks / 2;
  }
  const auto a = log_rank(tables_of(groups, 1), 1, any_number),
             b = log_rank(tables_of(stretched, 1), 1, any_number);
  RC_ASSERT(a.chi_square == b.chi_square);
  RC_ASSERT(a.reason == b.reason);
}

// ---- Corners

TEST(LogRankTest, SaysWhyItCannotTell) {
  DurationList early, late, still;
  for (const int ticks : {1, 2, 3}) early.add(ticks, 1);
  for (const int ticks : {8, 9}) late.add(ticks, 1, 5);
  still.add(4, still_there);
  EXPECT_EQ(log_rank(tables_of({early}, 1)).reason, "There are no two groups.");
  EXPECT_EQ(log_rank(tables_of({early, {}}, 1)).reason, "Of one of those compared: There is nobody.");
  EXPECT_EQ(log_rank(tables_of({early, late}, 1), 2).reason, "There is no such cause.");
  EXPECT_EQ(log_rank(tables_of({still, still}, 1)).reason, "Nobody left.");
  EXPECT_EQ(log_rank(tables_of({early, late}, 1)).reason,
            "The groups were never at risk together when somebody left.");
  EXPECT_EQ(log_rank(tables_of({early, early}, 1)).reason,
            "Of one group only 3.0 were expected to leave, and it needs 5.0.");
  EXPECT_EQ(log_rank(tables_of({early, early}, 1)).p, 1);
  EXPECT_EQ(log_rank(tables_of({early, early}, 1), 1, any_number).reason, std::nullopt);
  auto other = tables_of({early, early}, 1);
  other.back() = risk_table(early.durations(), {.causes = 2});
  EXPECT_EQ(log_rank(other).reason, "The groups have different causes.");
}

/// A third group that is never at risk with the others neither helps nor harms.
TEST(LogRankTest, LeavesOutWhoIsNeverComparable) {
  DurationList apart;
  for (const int ticks : {100, 101, 102}) apart.add(ticks, 1, 50);
  const auto two =
      log_rank(tables_of({tests::freireich_6mp(), tests::freireich_placebo()}, 1), 1, any_number);
  const auto three =
      log_rank(tables_of({tests::freireich_6mp(), apart, tests::freireich_placebo()}, 1), 1, any_number);
  EXPECT_EQ(three.degrees, 1U);
  EXPECT_NEAR(three.chi_square, two.chi_square, 1e-9);
}

/// Groups that are alike are called different once in twenty times; some were seen late.
TEST(LogRankTest, CallsChanceADifferenceOnceInTwentyTimes) {
  std::mt19937_64 random(11);
  for (const double late_mean : {0.0, 400.0}) {
    int called = 0;
    for (int run = 0; run < 2'000; ++run) {
      const auto groups = tables_of({tests::drawn_durations(random, 60, 1'000, 0.5, 2'000, late_mean),
                                     tests::drawn_durations(random, 90, 1'000, 0.5, 1'000, late_mean / 2),
                                     tests::drawn_durations(random, 40, 1'000, 0.5, 3'000)},
                                    2);
      const auto found = log_rank(groups, 1);
      ASSERT_EQ(found.degrees, 2U);
      called += found.p < 0.05 ? 1 : 0;
    }
    EXPECT_GT(called, 70) << late_mean;
    EXPECT_LT(called, 130) << late_mean;
  }
}

}  // namespace
}  // namespace accord::kernels
