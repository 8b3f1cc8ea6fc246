// SPDX-License-Identifier: Apache-2.0
#include "kernels/chance.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace accord::kernels {
namespace {

/// M. Abramowitz & I. A. Stegun, "Handbook of Mathematical Functions", 1964, table 26.8.
TEST(ChanceOracle, FindsTheTabulatedTailsOfTheChiSquare) {
  struct Case {
    std::size_t degrees;
    double chi_square, p;
  };
  for (const auto& [degrees, chi_square, p] : {Case{1, 3.84146, 0.05},
                                               {1, 10.828, 0.001},
                                               {2, 5.99147, 0.05},
                                               {3, 7.81473, 0.05},
                                               {4, 9.48773, 0.05},
                                               {5, 1.14548, 0.95},
                                               {10, 18.3070, 0.05},
                                               {11, 24.7250, 0.01},
                                               {30, 43.7729, 0.05},
                                               {100, 124.342, 0.05}})
    EXPECT_NEAR(p_of_chi_square(chi_square, degrees), p, 2e-5 * (1 + p)) << degrees;
}

/// The density of so many degrees, summed in steps from the value up.
TEST(ChanceOracle, FindsTheAreaUnderTheDensity) {
  for (const std::size_t degrees : {1, 2, 3, 7, 12, 25}) {
    for (const double from : {0.5, 3.0, 20.0}) {
      const double half = static_cast<double>(degrees) / 2;
      const double scale = std::log(2) * half + std::lgamma(half);
      constexpr double step = 1e-3;
      double area = 0;
      for (double x = from + step / 2; x < 200; x += step)
        area += step * std::exp((half - 1) * std::log(x) - x / 2 - scale);
      EXPECT_NEAR(p_of_chi_square(from, degrees), area, 1e-6) << degrees << " from " << from;
    }
  }
}

TEST(ChanceTest, HoldsAtTheEnds) {
  EXPECT_EQ(p_of_chi_square(0, 3), 1);
  EXPECT_EQ(p_of_chi_square(5, 0), 1);
  EXPECT_EQ(p_of_chi_square(1e5, 4), 0);
  EXPECT_NEAR(p_of_chi_square(5'000, 5'000), 0.497, 0.001) << "where e^-2500 is below all numbers";
  EXPECT_NEAR(p_of_normal(z_of_95_percent), 0.05, 1e-15);
  EXPECT_EQ(p_of_normal(0), 1);
  for (const double z : {0.1, -1.0, 2.5, 6.0}) EXPECT_NEAR(p_of_chi_square(z * z, 1), p_of_normal(z), 1e-15);
}

/// Benjamini & Hochberg (1995), section 4.1: of 15 hypotheses about a treatment of infarction, theirs calls
/// four different at 0.05, Bonferroni's (and so Holm's) three.
const std::vector<double> neuhaus{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                  0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};

TEST(ManyTestsOracle, CallsAsManyDifferentAsPublished) {
  const auto below = [](const std::vector<double>& p) {
    return std::count_if(p.begin(), p.end(), [](double one) { return one <= 0.05; });
  };
  EXPECT_EQ(below(neuhaus), 9);
  EXPECT_EQ(below(benjamini_hochberg(neuhaus)), 4);
  EXPECT_EQ(below(holm(neuhaus)), 3);
}

/// Worked out by hand from the definitions.
TEST(ManyTestsTest, AdjustsStepByStep) {
  const std::vector<double> p{0.04, 0.01, 0.03, 0.9};
  const std::vector<double> by_holm{0.09, 0.04, 0.09, 0.9}, by_rate{0.16 / 3, 0.04, 0.16 / 3, 0.9};
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_NEAR(holm(p)[i], by_holm[i], 1e-15) << i;
    EXPECT_NEAR(benjamini_hochberg(p)[i], by_rate[i], 1e-15) << i;
  }
  EXPECT_TRUE(holm({}).empty());
  EXPECT_TRUE(benjamini_hochberg({}).empty());
}

TEST(ManyTestsTest, LeavesOutWhatWasNotAsked) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> with{0.01, nan, 0.02}, without{0.01, 0.02};
  for (const auto& adjust : {holm, benjamini_hochberg}) {
    const auto found = adjust(with), expected = adjust(without);
    EXPECT_TRUE(std::isnan(found[1]));
    EXPECT_EQ(found[0], expected[0]);
    EXPECT_EQ(found[2], expected[1]);
  }
}

std::vector<double> arbitrary_p() {
  std::vector<double> p;
  for (const int thousandths : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'001)))
    p.push_back(thousandths / 1e3);
  return p;
}

RC_GTEST_PROP(ManyTestsProperty, TheOrderOfThoseAskedStays, ()) {
  const auto p = arbitrary_p();
  const auto by_holm = holm(p), by_rate = benjamini_hochberg(p);
  for (std::size_t a = 0; a < p.size(); ++a) {
    RC_ASSERT(p[a] <= by_rate[a] + 1e-15);
    RC_ASSERT(by_rate[a] <= by_holm[a] + 1e-15);
    RC_ASSERT(by_holm[a] <= std::min(1.0, p[a] * static_cast<double>(p.size())) + 1e-15);
    for (std::size_t b = 0; b < p.size(); ++b) {
      if (p[a] > p[b]) continue;
      RC_ASSERT(by_holm[a] <= by_holm[b]);
      RC_ASSERT(by_rate[a] <= by_rate[b]);
    }
  }
}

/// The definition: of m, the k smallest are called different for the greatest k with p(k) ≤ k ÷ m · level.
RC_GTEST_PROP(ManyTestsProperty, CallsDifferentWhatTheStepsDo, (double)) {
  const auto p = arbitrary_p();
  const double level = *rc::gen::inRange(1, 300) / 1e3 + 1e-7;
  auto sorted = p;
  std::sort(sorted.begin(), sorted.end());
  const auto all = static_cast<double>(p.size());
  std::size_t by_rate = 0, by_holm = 0;
  for (std::size_t k = 1; k <= sorted.size(); ++k) {
    if (sorted[k - 1] <= static_cast<double>(k) / all * level) by_rate = k;
  }
  while (by_holm < sorted.size() && sorted[by_holm] <= level / (all - static_cast<double>(by_holm)))
    ++by_holm;
  const auto called = [&](const std::vector<double>& adjusted) {
    return static_cast<std::size_t>(
        std::count_if(adjusted.begin(), adjusted.end(), [&](double one) { return one <= level; }));
  };
  RC_ASSERT(called(benjamini_hochberg(p)) == by_rate);
  RC_ASSERT(called(holm(p)) == by_holm);
}

}  // namespace
}  // namespace accord::kernels
