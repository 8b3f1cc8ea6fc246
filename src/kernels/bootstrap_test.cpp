// SPDX-License-Identifier: Apache-2.0
#include "kernels/bootstrap.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "kernels/shapley.hpp"
#include "tests/arbitrary_paths.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_path_keys;
using tests::arbitrary_paths;
using tests::paths_of;

constexpr std::uint32_t a = 0, b = 1;

/// Of each key the conversions that it earns.
std::vector<double> conversions(const Paths& paths) {
  std::vector<double> values;
  for (const auto& credit : shapley_over_journeys(paths)) values.push_back(credit.conversions);
  return values;
}

std::vector<double> money(const Paths& paths) {
  std::vector<double> values;
  for (const auto& credit : shapley_over_journeys(paths)) values.push_back(credit.unrounded_minor);
  return values;
}

std::uint64_t journeys_of(std::span<const PathOutcome> outcomes) {
  std::uint64_t sum = 0;
  for (const auto& outcome : outcomes) sum += outcome.conversions + outcome.not_converted;
  return sum;
}

/// The probability that of n at most k hit.
double binomial_at_most(std::uint64_t k, std::uint64_t n, double p) {
  double sum = 0;
  for (std::uint64_t i = 0; i <= k; ++i) {
    const auto of = static_cast<double>(n), hits = static_cast<double>(i);
    sum += std::exp(std::lgamma(of + 1) - std::lgamma(hits + 1) - std::lgamma(of - hits + 1) +
                    hits * std::log(p) + (of - hits) * std::log1p(-p));
  }
  return sum;
}

// ---- Draws

struct Trials {
  std::uint64_t hits, all;
};
class PathResamplerDraws : public testing::TestWithParam<Trials> {};

/// By Kolmogorov and Smirnov no draw in a hundred thousand would be further off than 2.5 ÷ √draws.
TEST_P(PathResamplerDraws, AreBinomialForOnePath) {
  constexpr std::size_t draws = 20'000;
  const auto [hits, all] = GetParam();
  const auto list = paths_of(1, {{{a}, {hits, 0, all - hits}}});
  const PathResampler resampler(list.paths(), 7);
  ASSERT_EQ(resampler.problem(), std::nullopt);
  std::vector<std::size_t> found(all + 1);
  std::vector<PathOutcome> outcomes(1);
  for (std::size_t i = 0; i < draws; ++i) {
    resampler.draw(i, outcomes);
    ASSERT_EQ(journeys_of(outcomes), all);
    ++found[outcomes[0].conversions];
  }
  const double p = static_cast<double>(hits) / static_cast<double>(all);
  std::size_t at_most = 0;
  for (std::uint64_t k = 0; k < all; ++k) {
    at_most += found[k];
    EXPECT_NEAR(static_cast<double>(at_most) / draws, binomial_at_most(k, all, p), 2.5 / std::sqrt(draws))
        << k;
  }
}

/// On either side of a mean of 10, below and above one half.
INSTANTIATE_TEST_SUITE_P(ByInversionAndByRejection, PathResamplerDraws,
                         testing::Values(Trials{1, 2}, Trials{2, 6}, Trials{5, 6}, Trials{9, 500},
                                         Trials{10, 20}, Trials{11, 500}, Trials{400, 1'000},
                                         Trials{700, 1'000}));

/// Of n journeys dealt to kinds of p and q each, hits vary together by −npq.
TEST(PathResamplerTest, DrawsAreMultinomialOverPaths) {
  constexpr std::size_t draws = 20'000;
  const auto list = paths_of(2, {{{a}, {30, 0, 0}}, {{b}, {50, 0, 20}}});
  const PathResampler resampler(list.paths(), 3);
  std::vector<PathOutcome> outcomes(2);
  double together = 0, of_a = 0, of_b = 0;
  for (std::size_t i = 0; i < draws; ++i) {
    resampler.draw(i, outcomes);
    const auto x = static_cast<double>(outcomes[0].conversions),
               y = static_cast<double>(outcomes[1].conversions);
    together += x * y / draws;
    of_a += x / draws;
    of_b += y / draws;
  }
  EXPECT_NEAR(of_a, 30, 0.15);
  EXPECT_NEAR(of_b, 50, 0.15);
  EXPECT_NEAR(together - of_a * of_b, -15, 1);
}

RC_GTEST_PROP(PathResamplerTest, DrawsAreWhatTheSeedSays, (std::uint64_t seed)) {
  const auto list = arbitrary_paths();
  const PathResampler resampler(list.paths(), seed), again(list.paths(), seed);
  RC_PRE(!resampler.problem());
  std::vector<PathOutcome> first(list.outcome.size()), second(list.outcome.size());
  for (std::uint64_t draw = 0; draw < 5; ++draw) {
    resampler.draw(draw, first);
    again.draw(draw, second);
    RC_ASSERT(first == second);
    RC_ASSERT(journeys_of(first) == journeys_of(list.outcome));
    for (std::size_t path = 0; path < first.size(); ++path) {
      const auto& seen = list.outcome[path];
      RC_ASSERT(seen.conversions != 0 || first[path].conversions == 0);
      RC_ASSERT(seen.not_converted != 0 || first[path].not_converted == 0);
      const double minor = seen.conversions == 0
                               ? 0
                               : static_cast<double>(seen.minor) / static_cast<double>(seen.conversions) *
                                     static_cast<double>(first[path].conversions);
      RC_ASSERT(std::abs(static_cast<double>(first[path].minor) - minor) <= 0.5 + 1e-9);
    }
  }
}

TEST(PathResamplerTest, SaysWhatItCannotDraw) {
  const auto problem = [](const PathOutcome& outcome) {
    const auto list = paths_of(1, {{{a}, outcome}});
    return PathResampler(list.paths(), 1).problem();
  };
  EXPECT_EQ(problem({0, 0, 0}), "there are no journeys to draw from");
  EXPECT_EQ(problem({1, 1, most_journeys_to_resample - 1}), std::nullopt);
  EXPECT_EQ(problem({1, 1, most_journeys_to_resample}),
            "there are more than 1,000,000,000 journeys to draw from");
  EXPECT_EQ(problem({1, std::numeric_limits<std::int64_t>::min(), 1}),
            "the values are so large that those of a draw may not fit into 64 bits");
}

// ---- Intervals

/// 400 of 1,000 convert: 95% of a binomial of these lie from 370 to 430.
TEST(BootstrapIntervalsTest, OfAProportionAreThoseOfTheBinomial) {
  const auto list = paths_of(2, {{{a}, {400, 40'000, 600}}});
  const auto found = bootstrap_intervals(list.paths(), conversions, {.seed = 5, .resamples = 40'000});
  ASSERT_EQ(found.intervals.size(), 2U);
  EXPECT_EQ(found.resamples, 40'000U);
  EXPECT_NEAR(found.intervals[a].from, 370, 1);
  EXPECT_NEAR(found.intervals[a].to, 430, 1);
  EXPECT_EQ(found.intervals[b], (Interval{0, 0})) << "what never converts is nothing in every draw";
  const auto of_money = bootstrap_intervals(list.paths(), money, {.seed = 5, .resamples = 40'000});
  EXPECT_EQ(of_money.intervals[a], (Interval{100 * found.intervals[a].from, 100 * found.intervals[a].to}));
}

/// A sum of multinomial counts with weights w varies by n (Σ w²p − (Σ wp)²), and is nearly normal.
TEST(BootstrapIntervalsTest, OfSharesAreThoseOfTheNormal) {
  const auto list = paths_of(2, {{{a}, {300, 0, 1'000}}, {{a, b}, {600, 0, 2'000}}, {{b}, {100, 0, 6'000}}});
  const double n = 10'000, mean = 300 + 600 * 0.5;
  const double deviation = std::sqrt(300 + 600 * 0.25 - mean * mean / n);
  for (const auto& [confidence, z] : {std::pair{0.95, 1.95996}, std::pair{0.5, 0.67449}}) {
    const auto found = bootstrap_intervals(
        list.paths(), conversions, {.seed = 11, .resamples = 4'000, .confidence = confidence, .threads = 2});
    EXPECT_NEAR(found.intervals[a].from, mean - z * deviation, 0.1 * deviation) << confidence;
    EXPECT_NEAR(found.intervals[a].to, mean + z * deviation, 0.1 * deviation) << confidence;
  }
}

TEST(BootstrapIntervalsTest, HaveNoWidthWhereEveryDrawIsTheSame) {
  const auto list = paths_of(1, {{{a}, {9, 1'001, 0}}});
  const auto found = bootstrap_intervals(list.paths(), money, {});
  EXPECT_EQ(found.intervals, (std::vector<Interval>{{1'001, 1'001}}));
}

/// Of the draws 0, 1, 2, 3 and 4 in any order the quarter lies at 1, and 10% between 0 and 1.
TEST(BootstrapIntervalsTest, AreInterpolatedBetweenDraws) {
  const auto list = paths_of(1, {{{a}, {1, 0, 0}}});
  const auto with = [&](double confidence) {
    double next = 5;
    const PathMeasure falling = [&next](const Paths&) { return std::vector{next -= 1}; };
    return bootstrap_intervals(list.paths(), falling, {.resamples = 5, .confidence = confidence})
        .intervals[0];
  };
  EXPECT_EQ(with(0.5), (Interval{1, 3}));
  EXPECT_NEAR(with(0.8).from, 0.4, 1e-12);
  EXPECT_NEAR(with(0.8).to, 3.6, 1e-12);
}

TEST(BootstrapIntervalsTest, LeaveOutDrawsWithoutAnAnswerAndSaySo) {
  const auto list = paths_of(1, {{{a}, {1, 0, 1}}});
  const PathMeasure of_conversions = [](const Paths& paths) {
    const auto count = static_cast<double>(paths.outcome[0].conversions);
    return count == 0 ? std::vector<double>{} : std::vector{count};
  };
  const auto found = bootstrap_intervals(list.paths(), of_conversions, {.resamples = 1'000});
  EXPECT_NEAR(static_cast<double>(found.resamples), 750, 50);
  EXPECT_EQ(found.intervals, (std::vector<Interval>{{1, 2}}));
  const auto none = bootstrap_intervals(list.paths(), [](const Paths&) { return std::vector<double>{}; }, {});
  EXPECT_EQ(none.reason, "the method has no answer for any of the resamples");
  EXPECT_TRUE(none.intervals.empty());
}

TEST(BootstrapIntervalsTest, SayWhyThereAreNone) {
  const auto list = paths_of(1, {{{a}, {1, 0, 1}}});
  const auto reason = [&](const Paths& paths, const BootstrapRequest& request) {
    return bootstrap_intervals(paths, conversions, request).reason;
  };
  EXPECT_EQ(reason({}, {}), "there are no journeys to draw from");
  EXPECT_EQ(reason(list.paths(), {.resamples = 0}), "no resamples are asked for");
  for (const double confidence : {0.0, 1.0, -3.0, std::nan("")}) {
    EXPECT_EQ(reason(list.paths(), {.confidence = confidence}), "the confidence has to lie between 0 and 1");
  }
}

RC_GTEST_PROP(BootstrapIntervalsTest, DependOnTheSeedAndNotOnThreads, (std::uint64_t seed)) {
  const auto list = arbitrary_paths();
  RC_PRE(journeys_of(list.outcome) != 0);
  const auto one = bootstrap_intervals(list.paths(), money, {.seed = seed, .resamples = 20});
  const auto three = bootstrap_intervals(list.paths(), money, {.seed = seed, .resamples = 20, .threads = 3});
  RC_ASSERT(one.reason == std::nullopt);
  RC_ASSERT(one.intervals == three.intervals);
  RC_ASSERT(one.intervals.size() == arbitrary_path_keys);
  for (const auto& interval : one.intervals) RC_ASSERT(interval.from <= interval.to);
}

TEST(BootstrapIntervalsTest, DifferByTheSeed) {
  const auto list = paths_of(1, {{{a}, {400, 0, 600}}});
  const auto with = [&](std::uint64_t seed) {
    return bootstrap_intervals(list.paths(), conversions, {.seed = seed, .resamples = 50}).intervals;
  };
  EXPECT_EQ(with(1), with(1));
  EXPECT_NE(with(1), with(2));
}

}  // namespace
}  // namespace accord::kernels
