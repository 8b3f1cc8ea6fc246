// SPDX-License-Identifier: Apache-2.0
#include "kernels/removal_by_elimination.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "kernels/removal_effect.hpp"

namespace accord::kernels {
namespace {

using Precise = long double;

/// Journeys of so many channels, each of which follows each other somewhere.
PathList dense_journeys(std::uint32_t channels, unsigned seed, int journeys_of_a_channel = 6) {
  std::mt19937 chance(seed);
  PathList list;
  list.keys = channels;
  for (std::uint32_t i = 0; i < channels * static_cast<std::uint32_t>(journeys_of_a_channel); ++i) {
    for (auto left = 2 + chance() % (channels / 2); left > 0; --left)
      list.touch_key.push_back(static_cast<std::uint32_t>(chance() % channels));
    list.touches_from.push_back(list.touch_key.size());
    const std::uint64_t conversions = chance() % 3 == 0 ? 1 + chance() % 4 : 0;
    list.outcome.push_back(
        {conversions, static_cast<std::int64_t>(conversions * (chance() % 100'000)), chance() % 9 + 1});
  }
  return list;
}

/// What is kept without a state: x = s + Qᵀx over the others, by Gauss's elimination with pivots.
Yield kept_without(const MarkovChain& chain, std::size_t closed) {
  const auto& graph = chain.graph;
  const auto size = graph.states();
  std::vector<std::vector<Precise>> rows(size, std::vector<Precise>(size + 1));
  for (std::size_t to = 0; to < size; ++to) {
    rows[to][to] = 1;
    if (to == closed) continue;
    rows[to][size] = chain.start[to];
    for (auto edge = graph.edges_from[to]; edge < graph.edges_from[to + 1]; ++edge)
      rows[to][graph.edge_source[edge]] -= graph.edge_share[edge];
  }
  for (std::size_t at = 0; at < size; ++at) {
    const auto largest = std::max_element(
        rows.begin() + static_cast<std::ptrdiff_t>(at), rows.end(),
        [&](const auto& one, const auto& other) { return std::abs(one[at]) < std::abs(other[at]); });
    std::iter_swap(rows.begin() + static_cast<std::ptrdiff_t>(at), largest);
    for (std::size_t i = 0; i < size; ++i) {
      if (i == at) continue;
      const auto times = rows[i][at] / rows[at][at];
      for (std::size_t j = at; j <= size; ++j) rows[i][j] -= times * rows[at][j];
    }
  }
  Precise conversions = 0, minor = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto through = rows[i][size] / rows[i][i];
    conversions += through * chain.conversion[i];
    minor += through * chain.minor[i];
  }
  return {static_cast<double>(conversions), static_cast<double>(minor)};
}

TEST(RemovalByElimination, KeepsWhatGaussKeepsWithoutTheState) {
  for (const std::uint32_t channels : {4U, 5U, 9U, 24U, 67U}) {
    const auto list = dense_journeys(channels, channels);
    const auto chain = markov_chain(list.paths(), 1, 1'000'000);
    ASSERT_EQ(chain.graph.component_from.size(), 2U);
    const auto found = removals_by_elimination(chain, 1);
    Yield all;
    for (std::size_t i = 0; i < chain.graph.states(); ++i)
      all.add(chain.passing[i], {chain.conversion[i], chain.minor[i]});
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto expected = kept_without(chain, i);
      EXPECT_NEAR(found[i].kept.conversion, expected.conversion, 1e-13 * all.conversion) << channels;
      EXPECT_NEAR(found[i].kept.minor, expected.minor, 1e-13 * all.minor);
      EXPECT_NEAR(found[i].kept.conversion + found[i].lost.conversion, all.conversion,
                  1e-13 * all.conversion);
      EXPECT_NEAR(found[i].kept.minor + found[i].lost.minor, all.minor, 1e-13 * all.minor);
    }
  }
}

TEST(RemovalByElimination, SaysWhatSweepsSay) {
  for (const std::uint32_t channels : {64U, 101U, 150U}) {
    const auto list = dense_journeys(channels, channels);
    const auto swept = removal_effects(list.paths(), {.most_eliminated = 0});
    const auto found = removal_effects(list.paths(), {});
    ASSERT_EQ(found.reason, std::nullopt);
    ASSERT_EQ(swept.reason, std::nullopt);
    EXPECT_EQ(found.sweeps, 0U);
    EXPECT_GT(swept.sweeps, 1U);
    EXPECT_LT(found.residual, 1e-13);
    for (std::uint32_t key = 0; key < channels; ++key) {
      EXPECT_NEAR(found.channels[key].effect / swept.channels[key].effect, 1, 1e-12);
      EXPECT_NEAR(found.channels[key].value_effect / swept.channels[key].value_effect, 1, 1e-12);
      EXPECT_NEAR(found.channels[key].credit.conversions / swept.channels[key].credit.conversions, 1, 1e-12);
    }
  }
}

TEST(RemovalByElimination, IsTheSameBitForBitWhateverTheThreads) {
  const auto list = dense_journeys(90, 7);
  const auto one = removal_effects(list.paths(), {});
  EXPECT_EQ(one.sweeps, 0U);
  for (const std::size_t threads : {2U, 3U, 8U}) {
    const auto many = removal_effects(list.paths(), {.threads = threads});
    EXPECT_EQ(many.residual, one.residual);
    for (std::uint32_t key = 0; key < 90; ++key) {
      EXPECT_EQ(many.channels[key].effect, one.channels[key].effect);
      EXPECT_EQ(many.channels[key].value_effect, one.channels[key].value_effect);
    }
  }
}

/// What nothing converts without is lost whole, and the smallest effect as exactly as the largest.
TEST(RemovalByElimination, SubtractsNothing) {
  auto list = dense_journeys(80, 3);
  for (auto& outcome : list.outcome) outcome = {0, 0, 1'000};
  const auto add = [&](std::initializer_list<std::uint32_t> keys, PathOutcome outcome) {
    list.touch_key.insert(list.touch_key.end(), keys);
    list.touches_from.push_back(list.touch_key.size());
    list.outcome.push_back(outcome);
  };
  list.keys = 82;  // every order comes by 80; by 81 one journey of a thousand million goes back to the others
  add({80}, {1'000'000'000, 1'000'000'000, 0});
  add({5, 80}, {3, 3, 0});
  add({80, 5}, {0, 0, 1});
  add({81, 7}, {0, 0, 1});
  add({7, 81}, {0, 0, 1});
  const auto found = removal_effects(list.paths(), {});
  const auto swept = removal_effects(list.paths(), {.most_eliminated = 0});
  ASSERT_EQ(found.reason, std::nullopt);
  EXPECT_EQ(found.sweeps, 0U);
  EXPECT_EQ(found.channels[80].effect, 1);
  EXPECT_LT(found.channels[81].effect, 1e-9);
  EXPECT_GT(found.channels[81].effect, 0);
  EXPECT_NEAR(found.channels[81].effect / swept.channels[81].effect, 1, 1e-6)
      << "sweeps leave a part in 10^15 of all that flows";
  EXPECT_EQ(found.channels[81].credit.conversions, 0) << "no order came by it";
}

/// Of channels that come in a ring a sweep is as good as an elimination; few of all ways are gone.
TEST(RemovalByElimination, IsNotTakenForSparseChains) {
  PathList list;
  list.keys = 400;
  for (std::uint32_t i = 0; i < 800; ++i) list.touch_key.push_back(i % 400);
  list.touches_from.push_back(list.touch_key.size());
  list.outcome.push_back({1, 1, 1});
  const auto found = removal_effects(list.paths(), {});
  EXPECT_EQ(found.reason, std::nullopt);
  EXPECT_GT(found.sweeps, 0U);
}

}  // namespace
}  // namespace accord::kernels
