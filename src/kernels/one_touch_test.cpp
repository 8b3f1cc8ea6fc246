// SPDX-License-Identifier: Apache-2.0
// A million journeys of one touch: there is nothing to share, so that every method says what counting says.
#include <gtest/gtest.h>

#include <array>

#include "kernels/credit_totals.hpp"
#include "kernels/path.hpp"
#include "kernels/removal_effect.hpp"
#include "kernels/shapley.hpp"

namespace accord::kernels {
namespace {

constexpr std::size_t accounts = 1'000'000, keys = 7;

/// Account i is touched once, on day i mod 50, by channel i mod 7; of the accounts of channel k every (k +
/// 2)th orders for k + 1, two days later.
struct OneTouchEach {
  std::vector<std::uint64_t> touches_from{0}, conversions_from{0};
  std::vector<std::int64_t> touch_ms, conversion_ms, conversion_minor;
  std::vector<std::uint32_t> touch_key;
  std::vector<std::uint8_t> marks = std::vector<std::uint8_t>(accounts);
  std::array<PathOutcome, keys> counted{};

  OneTouchEach() {
    for (std::size_t i = 0; i < accounts; ++i) {
      const auto key = i % keys;
      const auto at = static_cast<std::int64_t>(i % 50) * ms_of_a_day;
      touch_ms.push_back(at);
      touch_key.push_back(static_cast<std::uint32_t>(key));
      touches_from.push_back(touch_ms.size());
      if (i / keys % (key + 2) == 0) {
        const auto minor = static_cast<std::int64_t>(key) + 1;
        conversion_ms.push_back(at + 2 * ms_of_a_day);
        conversion_minor.push_back(minor);
        ++counted[key].conversions;
        counted[key].minor += minor;
      } else {
        ++counted[key].not_converted;
      }
      conversions_from.push_back(conversion_ms.size());
    }
  }
  Timelines timelines() const {
    return {touches_from, touch_ms, touch_key, marks, conversions_from, conversion_ms, conversion_minor};
  }
};

void expect_counted(const Credit& credit, const PathOutcome& counted, const std::string& what) {
  const auto conversions = static_cast<double>(counted.conversions);
  EXPECT_NEAR(credit.conversions, conversions, 1e-9 * conversions) << what;
  EXPECT_EQ(credit.minor, counted.minor) << what;
}

TEST(OneTouchEach, AMillionJourneysAreAsManyWaysAsChannels) {
  const OneTouchEach log;
  const auto list = group_journeys(log.timelines(), {}, keys, 2);
  ASSERT_EQ(list.problem, std::nullopt);
  ASSERT_GE(list.outcome.size(), keys);
  EXPECT_EQ(list.paths().size(), keys);
  for (std::size_t key = 0; key < keys; ++key) {
    EXPECT_EQ(list.touch_key[key], key);
    EXPECT_EQ(list.outcome[key], log.counted[key]) << key;
  }
  EXPECT_EQ(list.unattributed, PathOutcome{});
}

TEST(OneTouchEach, EveryMethodSaysWhatCountingSays) {
  const OneTouchEach log;
  constexpr std::array models{Model{Heuristic::first_touch},     Model{Heuristic::last_touch},
                              Model{Heuristic::last_non_direct}, Model{Heuristic::linear},
                              Model{Heuristic::position_based},  Model{Heuristic::w_shaped},
                              Model{Heuristic::time_decay}};
  const auto totals = credit_totals(log.timelines(), {models, {}, keys}, 2);
  const auto list = group_journeys(log.timelines(), {}, keys, 2);
  const auto shapley = shapley_over_journeys(list.paths());
  for (std::size_t key = 0; key < keys; ++key) {
    const auto of_key = " of channel " + std::to_string(key);
    for (std::size_t model = 0; model < models.size(); ++model)
      expect_counted(totals.of(model, key), log.counted[key], "rule " + std::to_string(model) + of_key);
    expect_counted(shapley[key], log.counted[key], "Shapley" + of_key);
  }
  for (std::size_t order = 1; order <= highest_order; ++order) {
    const auto effects = removal_effects(list.paths(), {.order = order, .threads = 2});
    ASSERT_EQ(effects.reason, std::nullopt);
    for (std::size_t key = 0; key < keys; ++key)
      expect_counted(effects.channels[key].credit, log.counted[key],
                     "Markov " + std::to_string(order) + " of channel " + std::to_string(key));
  }
}

}  // namespace
}  // namespace accord::kernels
