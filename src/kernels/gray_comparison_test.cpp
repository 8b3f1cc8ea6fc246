// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "kernels/curve_comparison.hpp"
#include "tests/durations.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_some_durations;
using tests::DurationList;

constexpr CurveTestRule any_number{.expected_min = 0};

std::vector<RiskTable> tables_of(const std::vector<DurationList>& groups, std::int64_t from = 0) {
  std::vector<RiskTable> tables;
  for (const auto& group : groups)
    tables.push_back(risk_table(group.durations(), {.causes = 2, .from = from}));
  return tables;
}

// ---- As R has it

/// cmprsk 2.2-11, by the author of the test, over the data of Scrucca, Santucci & Aversa (2007).
TEST(GrayOracle, ComparesRelapsesAndDeathsOfScrucca) {
  const auto groups = tables_of({tests::scrucca_lymphoblastic(), tests::scrucca_myeloid()});
  const auto relapse = gray_test(groups, 1, any_number), death = gray_test(groups, 2);
  EXPECT_NEAR(relapse.chi_square, 1.30163454362, 5e-11);
  EXPECT_NEAR(relapse.p, 0.25391487115769, 1e-11);
  EXPECT_NEAR(death.chi_square, 7.08227802511, 5e-11);
  EXPECT_NEAR(death.p, 0.00778499801497, 1e-12);
  EXPECT_EQ(death.degrees, 1U);
  EXPECT_EQ(death.groups[0].left, 12U);
  EXPECT_EQ(death.groups[1].left, 3U);
  EXPECT_EQ(gray_test(groups, 1).reason, "Of one group only 4.3 were expected to leave, and it needs 5.0.");
}

/// The same over three groups, of which one is without censoring and two have one cause only.
TEST(GrayOracle, ComparesThreeGroups) {
  const auto groups =
      tables_of({tests::freireich_6mp(), tests::freireich_placebo(), tests::scrucca_lymphoblastic()});
  const auto one = gray_test(groups, 1, any_number), other = gray_test(groups, 2, any_number);
  EXPECT_NEAR(one.chi_square, 31.5206289372, 5e-10);
  EXPECT_EQ(one.degrees, 2U);
  EXPECT_NEAR(other.chi_square, 34.4274114752, 5e-10);
  EXPECT_EQ(other.degrees, 2U);
}

// ---- Against Gray's integrals, of two groups, each written as a sum over all later ticks

struct State {
  long double at_risk = 0, own = 0, other = 0;
  long double survival = 1, survival_after = 1, incidence = 0;
};

struct Moment {
  State group[2];
  long double incidence = 0, incidence_after = 0, weight = 0, left = 0;

  long double weight_of(int r) const {
    return group[r].at_risk > 0 ? group[r].at_risk / group[r].survival : 0;
  }
  /// c's part of this tick, of group r, for the score of the first.
  long double pull(int r) const { return weight_of(0) * ((r == 0 ? 1 : 0) - weight_of(r) / weight); }
  long double rate() const { return left / (weight * (1 - incidence)); }
};

std::vector<Moment> moments_of(const DurationList (&lists)[2]) {
  std::vector<Moment> moments;
  auto ticks = std::set(lists[0].ticks.begin(), lists[0].ticks.end());
  ticks.insert(lists[1].ticks.begin(), lists[1].ticks.end());
  State state[2];
  long double incidence = 0;
  for (const auto when : ticks) {
    Moment moment;
    for (const int r : {0, 1}) {
      auto& one = state[r];
      one.at_risk = one.own = one.other = 0;
      for (std::size_t i = 0; i < lists[r].size(); ++i) {
        if (lists[r].ticks[i] < when) continue;
        ++one.at_risk;
        if (lists[r].ticks[i] != when) continue;
        one.own += lists[r].cause[i] == 1 ? 1 : 0;
        one.other += lists[r].cause[i] == 2 ? 1 : 0;
      }
      if (one.at_risk > 0) one.survival_after = one.survival * (1 - (one.own + one.other) / one.at_risk);
      moment.group[r] = one;
      moment.weight += moment.weight_of(r);
      moment.left += one.own;
      if (one.at_risk > 0) one.incidence += one.survival * one.own / one.at_risk;
      one.survival = one.survival_after;
    }
    if (moment.left + moment.group[0].other + moment.group[1].other == 0) continue;
    moment.incidence = incidence;
    incidence += moment.left / moment.weight;
    moment.incidence_after = incidence;
    moments.push_back(moment);
  }
  return moments;
}

/// Of an effective number at risk that is smaller than how many left, nothing varies.
long double of_ties(long double left, long double of) {
  return left > 1 && of > 1 ? std::max(0.0L, (of - left) / (of - 1)) : 1;
}

struct Written {
  long double score = 0, variance = 0;
  bool beyond_one = false;  ///< groups so unlike that the common curve exceeds one while both are at risk
};

Written written_down(const DurationList& a, const DurationList& b) {
  const DurationList lists[2] = {a, b};
  const auto moments = moments_of(lists);
  Written written;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const auto& now = moments[i];
    const bool both = now.group[0].at_risk > 0 && now.group[1].at_risk > 0;
    written.beyond_one = written.beyond_one || (both && now.incidence_after > 1 + 1e-12);
    const auto not_left = [&](int r) { return now.weight_of(r) * (1 - now.group[r].incidence); };
    if (now.left > 0 && not_left(0) + not_left(1) > 1e-12)
      written.score += now.group[0].own - now.left * not_left(0) / (not_left(0) + not_left(1));
    for (const int r : {0, 1}) {
      const auto& group = now.group[r];
      if (group.at_risk == 0) continue;
      long double to_come = 0;
      for (std::size_t later = i + 1; later < moments.size(); ++later) {
        if (moments[later].left > 0 && moments[later].group[0].at_risk > 0 &&
            moments[later].group[1].at_risk > 0)
          to_come += moments[later].pull(r) * moments[later].rate();
      }
      const long double takes = to_come == 0 ? 0 : (1 - now.incidence_after) / group.survival_after;
      const auto own = now.pull(r) + (1 - takes) * to_come, other = takes * to_come;
      written.variance += own * own * of_ties(now.left, now.weight * group.survival) * now.left /
                          (now.weight * now.weight_of(r));
      written.variance += other * other * of_ties(group.other, group.at_risk) * group.other /
                          (now.weight_of(r) * now.weight_of(r));
    }
  }
  return written;
}

RC_GTEST_PROP(GrayProperty, IsTheDefinition, ()) {
  const auto a = arbitrary_some_durations(2), b = arbitrary_some_durations(2);
  const auto found = gray_test(tables_of({a, b}), 1, any_number);
  const auto written = written_down(a, b);
  if (found.reason) return;
  RC_PRE(!written.beyond_one);
  const auto chi_square = static_cast<double>(written.score * written.score / written.variance);
  RC_ASSERT(std::abs(found.chi_square - chi_square) < 1e-7 * (1 + chi_square));
  RC_ASSERT(found.degrees == 1U);
}

RC_GTEST_PROP(GrayProperty, TheOrderOfGroupsDoesNotMatter, ()) {
  const std::vector<DurationList> groups{arbitrary_some_durations(2), arbitrary_some_durations(2),
                                         arbitrary_some_durations(2)};
  const auto one = gray_test(tables_of(groups), 1, any_number);
  const auto other = gray_test(tables_of({groups[1], groups[2], groups[0]}), 1, any_number);
  RC_ASSERT(one.reason.has_value() == other.reason.has_value());
  RC_ASSERT(one.degrees == other.degrees);
  RC_ASSERT(std::abs(one.chi_square - other.chi_square) < 1e-6 * (1 + one.chi_square));
}

RC_GTEST_PROP(GrayProperty, GroupsThatAreAlikeDoNotDiffer, ()) {
  const auto a = arbitrary_some_durations(2);
  const auto found = gray_test(tables_of({a, a}), 1, any_number);
  if (!found.reason) RC_ASSERT(found.chi_square < 1e-9);
}

/// Without another cause the score is that of the log-rank test.
RC_GTEST_PROP(GrayProperty, OfOneCauseItExpectsWhatTheLogRankTestDoes, ()) {
  const auto groups = tables_of({arbitrary_some_durations(1), arbitrary_some_durations(1)});
  const auto gray = gray_test(groups, 1, any_number), log = log_rank(groups, 1, any_number);
  for (std::size_t i = 0; i < gray.groups.size(); ++i)
    RC_ASSERT(std::abs(gray.groups[i].expected - log.groups[i].expected) < 1e-9);
}

// ---- What it promises

struct Called {
  int gray = 0, log_rank = 0;
};

/// Groups of so many of which so many are won in the end, so long after; how many of 1,000 pairs are called
/// different.
Called called_of(int subjects, double won_a, double mean_a, double won_b, double mean_b, double late_mean) {
  std::mt19937_64 random(3);
  Called called;
  for (int run = 0; run < 1'000; ++run) {
    const std::vector<DurationList> groups{
        tests::drawn_durations(random, subjects, mean_a, won_a, 2'000, late_mean),
        tests::drawn_durations(random, subjects, mean_b, won_b, 1'000, late_mean / 2)};
    const auto tables = tables_of(groups);
    called.gray += gray_test(tables, 1).p < 0.05 ? 1 : 0;
    called.log_rank += log_rank(tables, 1).p < 0.05 ? 1 : 0;
  }
  return called;
}

TEST(GrayTest, CallsChanceADifferenceOnceInTwentyTimes) {
  for (const double late_mean : {0.0, 300.0}) {
    const auto called = called_of(100, 0.5, 1'000, 0.5, 1'000, late_mean);
    EXPECT_GT(called.gray, 30) << late_mean;
    EXPECT_LT(called.gray, 70) << late_mean;
  }
}

/// Both leave by the cause at the same rate, 0.5 in a thousand; the second loses at three times the other's,
/// so that fewer are won in the end: Gray's test sees that, the log-rank test of the cause must not.
TEST(GrayTest, SeesWhatARateDoesNotTell) {
  const auto called = called_of(400, 0.5, 1'000, 0.25, 500, 0);
  EXPECT_GT(called.gray, 800);
  EXPECT_LT(called.log_rank, 70);
}

TEST(GrayTest, SeesGroupsThatAreFarApart) {
  std::mt19937_64 random(29);
  const auto early = tests::drawn_durations(random, 300, 100, 0.95, 3'000);
  const auto late = tests::drawn_durations(random, 300, 5'000, 0.95, 3'000);
  EXPECT_LT(gray_test(tables_of({early, late}), 1).p, 1e-9);
}

TEST(GrayTest, SaysWhyItCannotTell) {
  DurationList late;
  for (const int ticks : {8, 9}) late.add(ticks, 1, 5);
  const auto groups = tables_of({tests::freireich_6mp(), late});
  EXPECT_EQ(gray_test(groups, 1).reason,
            "The groups are known from different moments: ask of all from the latest of these.");
  EXPECT_NE(gray_test(tables_of({tests::freireich_6mp(), late}, 5), 1).reason, gray_test(groups, 1).reason);
  EXPECT_EQ(gray_test(groups, any_cause).reason, "It compares one cause; of any the log-rank test does.");
  EXPECT_EQ(gray_test(groups, 3).reason, "There is no such cause.");
  EXPECT_EQ(gray_test({}, 1).reason, "There are no two groups.");
  EXPECT_EQ(gray_test(tables_of({tests::freireich_6mp(), tests::freireich_placebo()}), 2).reason,
            "Nobody left.");
}

}  // namespace
}  // namespace accord::kernels
