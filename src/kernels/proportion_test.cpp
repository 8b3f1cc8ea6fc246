// SPDX-License-Identifier: Apache-2.0
#include "kernels/proportion.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace accord::kernels {
namespace {

/// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
/// (1998), table I, method 3.
TEST(WilsonInterval, IsThePublishedOne) {
  struct Case {
    std::uint64_t successes, trials;
    double from, to;
  };
  for (const auto& [successes, trials, from, to] : {Case{81, 263, 0.2553, 0.3662},
                                                    {15, 148, 0.0624, 0.1605},
                                                    {0, 20, 0, 0.1611},
                                                    {1, 29, 0.0061, 0.1718}}) {
    const auto found = wilson_interval(successes, trials);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->from, from, 0.00005) << successes << " of " << trials;
    EXPECT_NEAR(found->to, to, 0.00005) << successes << " of " << trials;
  }
}

/// Its ends are the rates p for which the observed one lies exactly z standard errors of p away.
TEST(WilsonInterval, SolvesItsEquation) {
  constexpr double z = 1.959963984540054;
  for (std::uint64_t trials = 1; trials <= 60; ++trials) {
    for (std::uint64_t successes = 0; successes <= trials; ++successes) {
      const auto found = *wilson_interval(successes, trials);
      const auto n = static_cast<double>(trials), rate = static_cast<double>(successes) / n;
      for (const double p : {found.from, found.to})
        EXPECT_NEAR((rate - p) * (rate - p), z * z * p * (1 - p) / n, 1e-12) << successes << " of " << trials;
      EXPECT_LE(found.from, rate);
      EXPECT_GE(found.to, rate);
    }
  }
}

TEST(WilsonInterval, IsNoneWithoutTrials) {
  EXPECT_FALSE(wilson_interval(0, 0));
  EXPECT_FALSE(wilson_interval(3, 2));
}

/// Newcombe (1998), table II, method 10.
TEST(ProportionDifferenceOracle, FindsThePublishedIntervals) {
  struct Case {
    Proportion a, b;
    double from, to;
  };
  for (const auto& [a, b, from, to] : {Case{{56, 70}, {48, 80}, 0.0524, 0.3339},
                                       {{9, 10}, {3, 10}, 0.1705, 0.8090},
                                       {{6, 7}, {2, 7}, 0.0582, 0.8062},
                                       {{5, 56}, {0, 29}, -0.0381, 0.1926},
                                       {{0, 10}, {0, 20}, -0.1611, 0.2775},
                                       {{0, 10}, {0, 10}, -0.2775, 0.2775},
                                       {{10, 10}, {0, 20}, 0.6791, 1.0000},
                                       {{10, 10}, {0, 10}, 0.6075, 1.0000}}) {
    const auto found = proportion_difference(a, b);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->interval.from, from, 0.00005) << a.successes << " of " << a.trials;
    EXPECT_NEAR(found->interval.to, to, 0.00005) << a.successes << " of " << a.trials;
  }
}

/// fisher.test, and chisq.test(correct = FALSE) with its statistic times (N − 1) ÷ N, of R 4.2.2.
TEST(ProportionDifferenceOracle, FindsTheProbabilitiesThatRDoes) {
  struct Case {
    Proportion a, b;
    bool exact;
    double p;
  };
  for (const auto& [a, b, exact, p] : {Case{{3, 10}, {0, 2}, true, 1},
                                       {{1, 12}, {2, 3}, true, 0.0813186813187},
                                       {{4, 500}, {0, 3}, true, 1},
                                       {{0, 30}, {1, 4}, true, 0.117647058824},
                                       {{56, 70}, {48, 80}, false, 0.00825828792938},
                                       {{9, 10}, {3, 10}, false, 0.00760164147522},
                                       {{6, 7}, {2, 7}, false, 0.0373729883407},
                                       {{5, 56}, {0, 29}, false, 0.0991756545706},
                                       {{20, 1000}, {5, 900}, false, 0.00581339691117}}) {
    const auto found = *proportion_difference(a, b);
    EXPECT_EQ(found.exact, exact) << a.successes << " of " << a.trials;
    EXPECT_NEAR(found.p, p, 1e-10) << a.successes << " of " << a.trials;
  }
}

double choose(double n, double k) {
  return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1));
}

/// Every table with the same margins, written out.
double written_out(Proportion a, Proportion b) {
  const auto n = static_cast<double>(a.trials), m = static_cast<double>(b.trials);
  const auto successes = static_cast<double>(a.successes + b.successes);
  const auto of = [&](double k) {
    return choose(n, k) * choose(m, successes - k) / choose(n + m, successes);
  };
  double sum = 0;
  for (double k = std::max(0.0, successes - m); k <= std::min(n, successes); ++k) {
    if (of(k) <= of(static_cast<double>(a.successes)) * (1 + 1e-9)) sum += of(k);
  }
  return sum;
}

RC_GTEST_PROP(ProportionDifferenceProperty, OfFewItCountsEveryTable, ()) {
  const auto trials = *rc::gen::inRange<std::uint64_t>(1, 60), few = *rc::gen::inRange<std::uint64_t>(1, 4);
  const Proportion a{*rc::gen::inRange<std::uint64_t>(0, trials + 1), trials};
  const Proportion b{*rc::gen::inRange<std::uint64_t>(0, few + 1), few};
  const auto found = *proportion_difference(a, b);
  RC_ASSERT(found.exact == (found.expected < 1));
  if (found.exact) RC_ASSERT(std::abs(found.p - written_out(a, b)) < 1e-9);
}

RC_GTEST_PROP(ProportionDifferenceProperty, TheOtherWayRoundItIsTheNegative, ()) {
  const auto n = *rc::gen::inRange<std::uint64_t>(1, 2'000), m = *rc::gen::inRange<std::uint64_t>(1, 2'000);
  const Proportion a{*rc::gen::inRange<std::uint64_t>(0, n + 1), n};
  const Proportion b{*rc::gen::inRange<std::uint64_t>(0, m + 1), m};
  const auto one = *proportion_difference(a, b), other = *proportion_difference(b, a);
  const auto failures = *proportion_difference({n - a.successes, n}, {m - b.successes, m});
  RC_ASSERT(one.value == -other.value);
  RC_ASSERT(std::abs(one.interval.from + other.interval.to) < 1e-12);
  RC_ASSERT(std::abs(one.p - other.p) < 1e-9);
  RC_ASSERT(std::abs(one.interval.from + failures.interval.to) < 1e-12);
  RC_ASSERT(std::abs(one.p - failures.p) < 1e-9);
  RC_ASSERT((one.interval.from <= one.value && one.value <= one.interval.to));
  RC_ASSERT((one.p >= 0 && one.p <= 1));
}

TEST(ProportionDifferenceTest, WhereAllAreAlikeNothingDiffers) {
  for (const std::uint64_t successes : {0, 500'000}) {
    const auto found = *proportion_difference({successes, 500'000}, {successes, 500'000});
    EXPECT_EQ(found.value, 0);
    EXPECT_EQ(found.p, 1);
    EXPECT_LT(found.interval.to, 1e-4);
  }
  EXPECT_EQ(proportion_difference({0, 0}, {1, 2}), std::nullopt);
  EXPECT_EQ(proportion_difference({1, 2}, {3, 2}), std::nullopt);
}

/// Rates that are alike are called different once in twenty times, and the interval holds what is.
TEST(ProportionDifferenceTest, HoldsTheTruthInAboutNineteenOfTwentyIntervals) {
  std::mt19937_64 random(23);
  for (const double rate : {0.08, 0.3}) {
    int held = 0, called = 0;
    for (int run = 0; run < 2'000; ++run) {
      const auto drawn = [&](std::uint64_t of) {
        return Proportion{std::binomial_distribution<std::uint64_t>(of, rate)(random), of};
      };
      const auto found = *proportion_difference(drawn(40), drawn(90));
      held += found.interval.from <= 0 && 0 <= found.interval.to ? 1 : 0;
      called += found.p < 0.05 ? 1 : 0;
    }
    EXPECT_GT(held, 1'870) << rate;
    EXPECT_LT(held, 1'960) << rate;
    EXPECT_GT(called, 60) << rate;
    EXPECT_LT(called, 130) << rate;
  }
}

// ---- Several

/// Counts of a table with margins, written out: (seen − expected)² ÷ expected.
/// Python's math.erfc over the formula of Price & Bonett (2004) with four rates: x + ½ of n + 1.
TEST(RiseDifferenceOracle, FindsWhatTheFormulaSays) {
  struct Case {
    Rise first, second;
    double value, from, to, p;
  };
  for (const auto& [first, second, value, from, to, p] :
       {Case{{{10, 50}, {30, 40}},
             {{10, 50}, {10, 40}},
             0.5,
             0.242184478379,
             0.733425277719,
             9.92121913717e-05},
        {{{10, 60}, {12, 60}},
         {{11, 70}, {14, 70}},
         -0.00952380952381,
         -0.19753937142,
         0.178606099659,
         0.921412411831},
        {{{0, 30}, {0, 30}}, {{0, 40}, {0, 40}}, 0, -0.0786780530271, 0.0786780530271, 1},
        {{{20, 100}, {45, 60}},
         {{20, 100}, {24, 80}},
         0.45,
         0.258371715730,
         0.628493291353,
         2.64841022689e-06}}) {
    const auto found = rise_difference(first, second);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->value, value, 1e-11);
    EXPECT_NEAR(found->interval.from, from, 1e-10);
    EXPECT_NEAR(found->interval.to, to, 1e-10);
    EXPECT_NEAR(found->p, p, 1e-10);
  }
}

TEST(RiseDifferenceTest, IsNoneWithoutTrials) {
  EXPECT_FALSE(rise_difference({{0, 0}, {1, 2}}, {{1, 2}, {1, 2}}));
  EXPECT_FALSE(rise_difference({{1, 2}, {1, 2}}, {{3, 2}, {1, 2}}));
}

/// Rates that are usual where few leave: it must not speak where both rose alike.
TEST(RiseDifferenceTest, CallsChanceEvidenceInAboutOneOfTwenty) {
  std::mt19937 dice(20261127);
  int wrong = 0;
  constexpr int times = 4000;
  for (int i = 0; i < times; ++i) {
    const auto seen = [&](unsigned trials, double rate) {
      return Proportion{std::binomial_distribution<std::uint64_t>(trials, rate)(dice), trials};
    };
    const auto found = rise_difference({seen(120, 0.1), seen(30, 0.25)}, {seen(300, 0.2), seen(80, 0.35)});
    if (found->p < 0.05) ++wrong;
  }
  EXPECT_NEAR(static_cast<double>(wrong) / times, 0.05, 0.012);
}

RC_GTEST_PROP(ProportionsProperty, IsPearsonsChiSquare, ()) {
  std::vector<Proportion> all;
  double trials = 0, successes = 0;
  for (const auto of :
       *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, 200))) {
    all.push_back({*rc::gen::inRange<std::uint64_t>(0, of + 1), of});
    trials += static_cast<double>(of);
    successes += static_cast<double>(all.back().successes);
  }
  const auto found = proportions_test(all);
  double sum = 0, least = trials;
  std::size_t few = 0, cells = 0;
  for (const auto& one : all) {
    if (one.trials == 0) continue;
    for (const bool success : {true, false}) {
      const double seen = static_cast<double>(success ? one.successes : one.trials - one.successes);
      const double expected =
          static_cast<double>(one.trials) * (success ? successes : trials - successes) / trials;
      if (expected > 0) sum += (seen - expected) * (seen - expected) / expected;
      least = std::min(least, expected);
      few += expected < 5 ? 1 : 0;
      ++cells;
    }
  }
  RC_ASSERT((found.reason.has_value() == (cells < 4 || least < 1 || few * 5 > cells)));
  if (cells < 4) return;
  RC_ASSERT(found.degrees == cells / 2 - 1);
  RC_ASSERT(std::abs(found.chi_square - sum) < 1e-9 * (1 + sum));
  if (!found.reason) RC_ASSERT(found.p == p_of_chi_square(found.chi_square, found.degrees));
}

TEST(ProportionsTest, OfTwoItIsTheSquareOfTheirDifference) {
  const std::vector<Proportion> two{{56, 70}, {48, 80}};
  EXPECT_NEAR(p_of_chi_square(proportions_test(two).chi_square * 149 / 150, 1),
              proportion_difference(two[0], two[1])->p, 1e-12);
}

TEST(ProportionsTest, SaysWhyItCannotTell) {
  EXPECT_EQ(proportions_test({}).reason, "There are no two that have any cases.");
  EXPECT_EQ(proportions_test(std::vector<Proportion>{{3, 9}, {0, 0}}).reason,
            "There are no two that have any cases.");
  EXPECT_EQ(proportions_test(std::vector<Proportion>{{9, 9}, {70, 70}}).reason, "All cases ended alike.");
  EXPECT_EQ(proportions_test(std::vector<Proportion>{{3, 9}, {2, 7}}).reason,
            "There are too few cases: of 3 of 4 counts less than 5 were to be expected.");
  EXPECT_EQ(proportions_test(std::vector<Proportion>{{3, 9}, {2, 7}}).p, 1);
}

}  // namespace
}  // namespace accord::kernels
