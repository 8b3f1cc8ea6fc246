// SPDX-License-Identifier: Apache-2.0
#include "kernels/maturing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace accord::kernels {
namespace {

/// Rows of what came in at each age, as long as they are known.
struct Rows {
  std::size_t ages = 0;
  std::vector<double> cumulative{};
  std::vector<std::size_t> known{};

  static Rows of_increments(const std::vector<std::vector<double>>& increments) {
    Rows rows{increments.front().size()};
    for (const auto& row : increments) {
      double sum = 0;
      for (std::size_t age = 0; age < rows.ages; ++age) {
        sum += age < row.size() ? row[age] : 0;
        rows.cumulative.push_back(sum);
      }
      rows.known.push_back(row.size());
    }
    return rows;
  }
  MaturingTriangle triangle() const { return {ages, cumulative, known}; }
};

/// G. C. Taylor & F. R. Ashe, "Second moments of estimates of outstanding claims", Journal of Econometrics 23
/// (1983): what was paid in each year of development, for ten years of accident.
const std::vector<std::vector<double>> taylor_ashe{
    {357848, 766940, 610542, 482940, 527326, 574398, 146342, 139950, 227229, 67948},
    {352118, 884021, 933894, 1183289, 445745, 320996, 527804, 266172, 425046},
    {290507, 1001799, 926219, 1016654, 750816, 146923, 495992, 280405},
    {310608, 1108250, 776189, 1562400, 272482, 352053, 206286},
    {443160, 693190, 991983, 769488, 504851, 470639},
    {396132, 937085, 847498, 805037, 705960},
    {440832, 847631, 1131398, 1063269},
    {359480, 1061648, 1443370},
    {376686, 986608},
    {344014}};

/// Mack (1993), tables 3 and 4: reserves and their standard errors, in whole units.
TEST(MaturingOracle, FindsTheReservesAndErrorsThatMackPublished) {
  const auto rows = Rows::of_increments(taylor_ashe);
  const auto found = mature(rows.triangle());
  ASSERT_EQ(found.reason, std::nullopt);
  const std::vector<double> reserves{0,       94634,   469511,  709638,  984889,
                                     1419459, 2177641, 3920301, 4278972, 4625811};
  const std::vector<double> errors{0, 75535, 121699, 133549, 261406, 411010, 558317, 875328, 971258, 1363155};
  for (std::size_t i = 0; i < reserves.size(); ++i) {
    const double is_in = rows.triangle().at(i, rows.known[i] - 1);
    EXPECT_NEAR(found.cohorts[i].final_amount - is_in, reserves[i], 0.5) << i;
    EXPECT_NEAR(found.cohorts[i].standard_error, errors[i], 0.5) << i;
  }
  EXPECT_NEAR(found.outstanding, 18680856, 0.5);
  EXPECT_NEAR(found.standard_error, 2447095, 0.5);
}

TEST(MaturingTest, SaysWhyItCannotTell) {
  const auto too_few = mature(Rows::of_increments(taylor_ashe).triangle(), {3});
  EXPECT_EQ(too_few.cohorts[0].reason, std::nullopt) << "what is through is what it is";
  EXPECT_EQ(too_few.cohorts[9].reason, "from age 7 to 8, 2 older cohorts tell, and it needs 3");
  EXPECT_EQ(too_few.share[7], std::nullopt);
  EXPECT_EQ(too_few.share[9], 1);
  const auto late = mature(Rows::of_increments({{0, 5, 1}, {3, 4, 1}, {2, 4}, {2}}).triangle());
  EXPECT_EQ(late.cohorts[3].reason,
            "from age 0 to 1, 1 older cohort had nothing in by then that had something later");
  EXPECT_EQ(late.cohorts[2].reason, std::nullopt);
  const auto none = mature(Rows::of_increments({{2, 2}, {1, 1}, {0}}).triangle());
  EXPECT_EQ(none.cohorts[2].reason, "nothing is in yet that could be compared with older cohorts");
  const auto alone = mature(Rows::of_increments({{2, 2}, {1}}).triangle());
  EXPECT_EQ(alone.cohorts[1].reason, "from age 0 to 1, 1 older cohort tells, which says nothing of chance");
  const auto unborn = mature(Rows::of_increments({{2, 2}, {1, 1}, {}}).triangle());
  EXPECT_EQ(unborn.cohorts[2].reason, "no whole age of it is over yet");
  const auto refunded = mature(Rows::of_increments({{2, -2}, {1, -1}, {5}}).triangle());
  EXPECT_EQ(refunded.cohorts[2].reason, "from age 0 to 1, nothing was left of what was in by then");
}

TEST(MaturingTest, RefusesWhatIsNoTriangle) {
  const std::vector<double> numbers{1, 2, 3, 4};
  const std::vector<std::size_t> growing{1, 2}, too_many{3, 1}, one{2};
  EXPECT_EQ(mature({2, numbers, growing}).reason, "A younger cohort knows more than an older one.");
  EXPECT_EQ(mature({2, numbers, too_many}).reason, "A cohort knows more ages than there are.");
  EXPECT_EQ(mature({2, numbers, one}).reason, "There are not as many numbers as cohorts times ages.");
  EXPECT_EQ(mature({}).reason, "There are no ages.");
  const std::vector<double> endless{1, INFINITY};
  EXPECT_EQ(mature({2, endless, one}).reason, "A number is not finite.");
}

/// A triangle with something in at every age.
Rows arbitrary_rows() {
  const auto ages = *rc::gen::inRange<std::size_t>(3, 8);
  std::vector<std::vector<double>> increments;
  for (std::size_t i = 0; i < ages + 2; ++i) {
    std::vector<double> row;
    for (std::size_t age = 0; age < std::min(ages, ages + 2 - i); ++age)
      row.push_back(*rc::gen::inRange(1, 100'000));
    increments.push_back(row);
  }
  return Rows::of_increments(increments);
}

void expect_same(const Maturing& a, const Maturing& b, double times) {
  const auto same = [&](double left, double right) {
    RC_ASSERT(std::abs(left * times - right) <= 1e-9 * (1 + std::abs(right)));
  };
  for (std::size_t i = 0; i < a.cohorts.size(); ++i) {
    RC_ASSERT(a.cohorts[i].reason == b.cohorts[i].reason);
    same(a.cohorts[i].final_amount, b.cohorts[i].final_amount);
    same(a.cohorts[i].standard_error, b.cohorts[i].standard_error);
    same(a.cohorts[i].from, b.cohorts[i].from);
    same(a.cohorts[i].to, b.cohorts[i].to);
  }
  same(a.standard_error, b.standard_error);
}

RC_GTEST_PROP(MaturingProperty, AnotherCurrencyChangesNothingButTheUnit, ()) {
  auto rows = arbitrary_rows();
  const auto before = mature(rows.triangle());
  for (auto& number : rows.cumulative) number *= 8;
  expect_same(before, mature(rows.triangle()), 8);
}

RC_GTEST_PROP(MaturingProperty, WhatIsNotKnownIsNotLookedAt, ()) {
  auto rows = arbitrary_rows();
  const auto before = mature(rows.triangle());
  for (std::size_t i = 0; i < rows.known.size(); ++i) {
    for (auto age = rows.known[i]; age < rows.ages; ++age) rows.cumulative[i * rows.ages + age] = NAN;
  }
  expect_same(before, mature(rows.triangle()), 1);
}

RC_GTEST_PROP(MaturingProperty, ACohortOfNothingTeachesNothing, ()) {
  auto rows = arbitrary_rows();
  const auto before = mature(rows.triangle());
  rows.cumulative.insert(rows.cumulative.begin(), rows.ages, 0.0);
  rows.known.insert(rows.known.begin(), rows.ages);
  auto after = mature(rows.triangle());
  RC_ASSERT(after.cohorts.front().final_amount == 0);
  after.cohorts.erase(after.cohorts.begin());
  expect_same(before, after, 1);
}

RC_GTEST_PROP(MaturingProperty, MoneyThatMaturesAlikeIsForetoldExactly, ()) {
  auto rows = arbitrary_rows();
  for (std::size_t i = 0; i < rows.known.size(); ++i) {
    for (std::size_t age = 0; age < rows.ages; ++age)
      rows.cumulative[i * rows.ages + age] =
          static_cast<double>(i + 1) * static_cast<double>(std::size_t{1} << age);
  }
  const auto found = mature(rows.triangle());
  for (std::size_t i = 0; i < rows.known.size(); ++i) {
    RC_ASSERT(found.cohorts[i].final_amount == rows.triangle().at(i, rows.ages - 1));
    RC_ASSERT(found.cohorts[i].standard_error == 0);
    RC_ASSERT(std::abs(found.cohorts[i].from - found.cohorts[i].final_amount) < 1e-6);
  }
  RC_ASSERT(found.share.front() == 1 / static_cast<double>(std::size_t{1} << (rows.ages - 1)));
}

RC_GTEST_PROP(MaturingProperty, WhatIsExpectedLiesInItsInterval, ()) {
  const auto rows = arbitrary_rows();
  const auto found = mature(rows.triangle());
  for (std::size_t i = 0; i < rows.known.size(); ++i) {
    const auto& one = found.cohorts[i];
    const double is_in = rows.triangle().at(i, rows.known[i] - 1);
    RC_ASSERT(one.from <= one.final_amount + 1e-6);
    RC_ASSERT(one.to >= one.final_amount - 1e-6);
    RC_ASSERT(one.final_amount >= is_in - 1e-6);
    RC_ASSERT(std::abs(one.final_amount * *found.share[rows.known[i] - 1] - is_in) < 1e-6 * (1 + is_in));
    const auto more = expected_from(found.steps, rows.known[i] - 1, 2 * is_in);
    RC_ASSERT(std::abs(more.final_amount - 2 * one.final_amount) <= 1e-9 * one.final_amount);
    RC_ASSERT(more.from >= 2 * is_in - 1e-6 || more.standard_error > more.final_amount - 2 * is_in);
  }
}

/// Cohorts that mature as the method supposes: what follows is in proportion to what is in, and so is its
/// variance.
TEST(MaturingTest, HoldsTheEndInAboutNineteenOfTwentyIntervals) {
  std::mt19937_64 random(20'261'126);
  const std::vector<double> factors{2.5, 1.4, 1.15}, variances{40, 10, 4};
  int held = 0, all = 0;
  for (int run = 0; run < 400; ++run) {
    Rows rows{4};
    std::vector<double> ends;
    for (std::size_t i = 0; i < 24; ++i) {
      double amount = 1'000 + static_cast<double>(random() % 1'000);
      rows.cumulative.push_back(amount);
      for (std::size_t age = 0; age < factors.size(); ++age) {
        const double mean = (factors[age] - 1) * amount, variance = variances[age] * amount;
        amount += std::gamma_distribution<double>(mean * mean / variance, variance / mean)(random);
        rows.cumulative.push_back(amount);
      }
      rows.known.push_back(std::min<std::size_t>(4, 24 - i));
      ends.push_back(amount);
    }
    const auto found = mature(rows.triangle(), {6});
    for (std::size_t i = 21; i < 24; ++i, ++all)
      held += found.cohorts[i].from <= ends[i] && ends[i] <= found.cohorts[i].to ? 1 : 0;
  }
  EXPECT_GT(held, all * 92 / 100);
  EXPECT_LT(held, all * 98 / 100);
}

}  // namespace
}  // namespace accord::kernels
