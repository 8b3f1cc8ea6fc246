// SPDX-License-Identifier: Apache-2.0
#include "kernels/proportion.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace accord::kernels
