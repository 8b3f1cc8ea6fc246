// SPDX-License-Identifier: Apache-2.0
// Removal effects against answers that were worked out without Accord.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "kernels/exact_shares.hpp"
#include "kernels/markov_order.hpp"
#include "kernels/removal_effect.hpp"
#include "tests/closed_loop_log.hpp"

namespace accord::kernels {
namespace {

constexpr auto& channels = tests::closed_loop_channels;
using tests::data_file, tests::data_rows, tests::data_rows_by, tests::key_of, tests::minor_of;
using Keys = std::vector<std::uint32_t>;

void expect_relative(double found, double expected, const std::string& of) {
  EXPECT_NEAR(found, expected, 1e-9 * std::abs(expected)) << of;
}

/// The touchpoint log of all customers, by the path rule of its expected answers.
PathList closed_loop_paths() {
  const auto log = tests::closed_loop_log();
  return group_journeys(log.timelines(), {90 * ms_of_a_day}, channels.size());
}

/// Order 1. The file has ten digits of credits and twelve of effects.
TEST(RemovalEffectOracle, EarnsWhatTheIndependentProgramFound) {
  const auto list = closed_loop_paths();
  if (list.outcome.empty())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  const auto effects = removal_effects(list.paths(), {});
  EXPECT_EQ(effects.reason, std::nullopt);
  for (const auto& [name, row] : data_rows_by("channel", "closed_loop_touchlog/expected/attribution.csv")) {
    const auto number = [&](const char* column) { return std::stod(row.at(column)); };
    const auto& channel = effects.channels[key_of(name)];
    expect_relative(channel.effect, number("markov1_removal_effect"), name);
    expect_relative(channel.value_effect, number("markov1_removal_effect_value"), name);
    expect_relative(channel.credit.conversions, number("markov1_conversions"), name);
    expect_relative(channel.credit.unrounded_minor / 100, number("markov1_value"), name);
  }
  for (const auto& row : data_rows("closed_loop_touchlog/expected/totals.csv")) {
    if (row.at("quantity") != "markov_p_conversion") continue;
    expect_relative(effects.conversion_probability, std::stod(row.at("value")), "probability of conversion");
  }
  EXPECT_LT(effects.residual, 1e-13);
}

TEST(RemovalEffectOracle, EarnsTheWholeValueToTheCentUnderEveryOrder) {
  const auto list = closed_loop_paths();
  if (list.outcome.empty())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  for (std::size_t order = 1; order <= highest_order; ++order) {
    const auto effects = removal_effects(list.paths(), {.order = order, .threads = 2});
    EXPECT_EQ(effects.reason, std::nullopt);
    EXPECT_LT(effects.residual, 1e-13);
    double conversions = 0;
    std::int64_t minor = 0;
    for (const auto& channel : effects.channels) {
      conversions += channel.credit.conversions;
      minor += *channel.credit.minor;
    }
    EXPECT_NEAR(conversions, 2'995, 1e-9);
    EXPECT_EQ(minor, 807'358'739);
  }
}

TEST(MarkovOrderOracle, OfALogDrawnFromAChainOfOrderOneIsOne) {
  const auto list = closed_loop_paths();
  if (list.outcome.empty())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  const auto found = markov_order(list.paths());
  EXPECT_EQ(found.order, 1U) << found.why;
  EXPECT_EQ(found.journeys_fitted + found.journeys_held_out, 20'166U);
  for (std::size_t order = 2; order <= highest_order; ++order) {
    EXPECT_GT(found.fits[order - 1].behind_best, found.fits[order - 2].behind_best) << order;
  }
}

// ---- The chain that the log was drawn from --------------------------------------------------------------

/// In percent: from the start and from each channel, to each channel, to conversion, to the end without one.
constexpr std::size_t ways = channels.size() + 2;
constexpr std::array<std::array<double, ways>, channels.size() + 1> generating{{
    {18, 14, 10, 6, 6, 7, 4, 22, 9, 3, 1, 0, 0},
    {8, 5, 3, 6, 3, 1, 1, 10, 5, 1, 4, 4, 49},
    {7, 8, 5, 5, 4, 1, 1, 9, 3, 1, 2, 2, 52},
    {6, 6, 7, 4, 2, 1, 1, 8, 2, 1, 1, 1, 60},
    {4, 3, 2, 12, 6, 2, 1, 8, 7, 2, 6, 5, 42},
    {3, 2, 1, 9, 5, 3, 1, 6, 14, 4, 13, 6, 33},
    {2, 2, 1, 7, 4, 2, 1, 4, 18, 10, 9, 5, 35},
    {4, 2, 1, 5, 2, 3, 3, 7, 6, 2, 2, 2, 61},
    {7, 4, 2, 6, 4, 1, 1, 12, 5, 1, 5, 6, 46},
    {2, 1, 1, 6, 3, 2, 1, 4, 13, 11, 13, 9, 34},
    {1, 1, 0, 5, 2, 2, 1, 3, 12, 9, 18, 17, 29},
    {1, 1, 0, 5, 2, 1, 0, 3, 10, 12, 7, 28, 30},
}};

/// Journeys that have come the same way so far.
struct Bundle {
  Keys keys;
  std::int64_t journeys;
};

/// As many of these bundles as `room` has journeys for, which it then has no more.
std::vector<Bundle> take(std::vector<Bundle>& bundles, std::int64_t room) {
  std::vector<Bundle> taken;
  while (room > 0) {
    auto& last = bundles.back();
    taken.push_back({last.keys, std::min(room, last.journeys)});
    room -= taken.back().journeys;
    last.journeys -= taken.back().journeys;
    if (last.journeys == 0) bundles.pop_back();
  }
  return taken;
}

std::int64_t journeys_of(const std::vector<Bundle>& bundles) {
  std::int64_t sum = 0;
  for (const auto& bundle : bundles) sum += bundle.journeys;
  return sum;
}

void end_journeys(PathList& list, const std::vector<Bundle>& bundles, bool convert) {
  for (const auto& [keys, journeys] : bundles) {
    const auto count = static_cast<std::uint64_t>(journeys);
    list.touch_key.insert(list.touch_key.end(), keys.begin(), keys.end());
    list.touches_from.push_back(list.touch_key.size());
    list.outcome.push_back(convert ? PathOutcome{count, journeys, 0} : PathOutcome{0, 0, count});
  }
}

/// So many journeys, divided by the chain at each step to the last whole one. Which of those at a channel go
/// where makes no difference: only steps count at order 1.
PathList population(std::int64_t journeys) {
  PathList list;
  list.keys = channels.size();
  std::vector<std::vector<Bundle>> now(channels.size() + 1);
  now[0].push_back({{}, journeys});
  while (std::ranges::any_of(now, [](const auto& bundles) { return !bundles.empty(); })) {
    std::vector<std::vector<Bundle>> next(channels.size() + 1);
    for (std::size_t from = 0; from < now.size(); ++from) {
      auto parts = generating[from];
      for (auto& part : parts) part /= 100;
      const auto room = share_exactly(journeys_of(now[from]), parts);
      for (std::size_t to = 0; to < channels.size(); ++to) {
        for (auto& bundle : take(now[from], room[to])) {
          bundle.keys.push_back(static_cast<std::uint32_t>(to));
          next[to + 1].push_back(std::move(bundle));
        }
      }
      end_journeys(list, take(now[from], room[channels.size()]), true);
      end_journeys(list, take(now[from], room[channels.size() + 1]), false);
    }
    now = std::move(next);
  }
  return list;
}

TEST(RemovalEffectOracle, OfThePopulationAreThoseOfTheChainThatItWasDrawnFrom) {
  const auto expected =
      data_rows_by("channel", "closed_loop_touchlog/expected/population_removal_effects.csv");
  if (expected.empty())
    GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
  const auto list = population(1'000'000'000'000'000);
  EXPECT_EQ(problem_of(list.paths()), std::nullopt);
  const auto effects = removal_effects(list.paths(), {});
  for (const auto& [name, row] : expected) {
    const auto& channel = effects.channels[key_of(name)];
    expect_relative(channel.effect, std::stod(row.at("removal_effect")), name);
    EXPECT_DOUBLE_EQ(channel.value_effect, channel.effect) << "each conversion is worth the same";
  }
  expect_relative(effects.conversion_probability, 0.144762610685, "probability of conversion");
}

TEST(RemovalEffectOracle, OfTheTextbook) {
  const auto expected = data_rows_by("channel", "formula_golden/expected/markov_textbook.csv");
  if (expected.empty()) GTEST_SKIP() << "there is no " << data_file("formula_golden") << " (ACCORD_DATA)";
  PathList list;
  list.keys = 3;
  list.touch_key = {0, 1, 2, 0, 1, 2};
  list.touches_from = {0, 3, 4, 6};
  list.outcome = {{1, 1, 0}, {0, 0, 1}, {0, 0, 1}};
  const auto effects = removal_effects(list.paths(), {});
  const std::array<std::string, 3> names{"C1", "C2", "C3"};
  for (std::size_t key = 0; key < names.size(); ++key) {
    const auto& row = expected.at(names[key]);
    expect_relative(effects.channels[key].effect, std::stod(row.at("removal_effect")), names[key]);
    expect_relative(effects.channels[key].credit.conversions, std::stod(row.at("weight")), names[key]);
  }
  expect_relative(effects.conversion_probability,
                  std::stod(expected.at("(p_conversion)").at("removal_effect")), "probability of conversion");
}

}  // namespace
}  // namespace accord::kernels
