// SPDX-License-Identifier: Apache-2.0
#include "kernels/markov_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace accord::kernels {
namespace {

using Keys = std::vector<std::uint32_t>;

constexpr std::size_t keys = 3;

/// The journeys of a source that says, knowing the past, how likely each key and then conversion is next; the
/// rest ends without.
using Source = std::function<std::array<double, keys + 1>(const Keys&)>;

PathGroups draw_from(const Source& source, int journeys) {
  PathGroups groups;
  std::mt19937_64 random(20260801);
  for (int journey = 0; journey < journeys; ++journey) {
    Keys past;
    for (bool has_ended = false; !has_ended;) {
      double at = static_cast<double>(random() >> 11) * 0x1p-53;
      const auto likely = source(past);
      std::uint32_t next = 0;
      while (next <= keys && at >= likely[next]) at -= likely[next++];
      has_ended = next >= keys && !past.empty();
      if (has_ended) groups.add(past, next == keys ? PathOutcome{1, 1, 0} : PathOutcome{0, 0, 1});
      if (next < keys) past.push_back(next);
    }
  }
  return groups;
}

/// Remembers the last key: 0.8 for the key after it, 0.1 for conversion.
std::array<double, keys + 1> after_the_last(const Keys& past) {
  std::array<double, keys + 1> likely{};
  if (past.empty()) return {0.5, 0.25, 0.25, 0};
  likely[(past.back() + 1) % keys] = 0.8;
  likely[keys] = 0.1;
  return likely;
}

/// Remembers only the key before the last.
std::array<double, keys + 1> after_the_one_before(const Keys& past) {
  if (past.size() < 2) return {0.4, 0.3, 0.3, 0};
  std::array<double, keys + 1> likely{};
  likely[(past[past.size() - 2] + 1) % keys] = 0.8;
  likely[keys] = 0.1;
  return likely;
}

MarkovOrder order_of(const PathGroups& groups) { return markov_order(groups.sorted(keys).paths()); }

TEST(MarkovOrderTest, IsThatOfTheSource) {
  const auto first = order_of(draw_from(after_the_last, 8'000));
  EXPECT_EQ(first.order, 1U) << first.why;
  const auto second = order_of(draw_from(after_the_one_before, 8'000));
  EXPECT_EQ(second.order, 2U) << second.why;
  EXPECT_GT(second.fits[0].behind_best, 10 * second.fits[0].standard_error);
  EXPECT_NE(second.why.find("foretells the " + std::to_string(second.journeys_held_out) +
                            " journeys held out best"),
            std::string::npos)
      << second.why;
}

/// What the source itself does not know cannot be foretold: 0.8, 0.1 and 0.1 after each touch.
TEST(MarkovOrderTest, LikelihoodIsNearTheEntropyOfTheSource) {
  const auto found = order_of(draw_from(after_the_last, 40'000));
  const double each = 0.8 * std::log(0.8) + 0.2 * std::log(0.1);
  const double beginning = 0.5 * std::log(0.5) + 0.5 * std::log(0.25);
  const auto begins = static_cast<double>(found.journeys_held_out);
  const auto steps = static_cast<double>(found.steps_held_out);
  const double expected = (begins * beginning + (steps - begins) * each) / steps;
  EXPECT_NEAR(found.fits[0].log_likelihood_per_step, expected, 0.01);
  EXPECT_NEAR(static_cast<double>(found.journeys_held_out), 10'000, 300);
  EXPECT_EQ(found.journeys_fitted + found.journeys_held_out, 40'000U);
}

/// By hand: all journeys are alike but for their end, so each order has seen the same before each step.
TEST(MarkovOrderTest, OfJourneysOfOneTouchIsOne) {
  PathGroups groups;
  groups.add(Keys{0}, {400, 1, 1'200});
  const auto found = order_of(groups);
  EXPECT_EQ(found.order, 1U);
  EXPECT_EQ(found.fits[0].behind_best, found.fits[1].behind_best);
  const double conversions = static_cast<double>(found.conversions_held_out);
  const double journeys = static_cast<double>(found.journeys_held_out);
  const double learned = static_cast<double>(found.journeys_fitted), learned_conversions = 400 - conversions;
  const auto order_0 = [&](double count) { return (count + 3 * 0.2) / (2 * learned + 3); };
  const auto after = [&](double count, double kinds) {
    return (count + kinds * order_0(count)) / (learned + kinds);
  };
  const double expected = journeys * std::log(after(learned, 1)) +
                          conversions * std::log(after(learned_conversions, 2)) +
                          (journeys - conversions) * std::log(after(learned - learned_conversions, 2));
  EXPECT_NEAR(found.fits[0].log_likelihood_per_step, expected / (2 * journeys), 1e-12);
}

TEST(MarkovOrderTest, WithoutEnoughDataNoneIsPicked) {
  PathGroups groups;
  groups.add(Keys{0, 1}, {3, 1, 20});
  const auto found = order_of(groups);
  EXPECT_EQ(found.order, std::nullopt);
  EXPECT_EQ(found.why.substr(0, 16), "not enough data:") << found.why;
  EXPECT_EQ(found.journeys_fitted + found.journeys_held_out, 23U);
  EXPECT_EQ(order_of({}).order, std::nullopt);
  EXPECT_EQ(markov_order(Paths{.keys = 70'000, .touches_from = {}, .touch_key = {}, .outcome = {}}).why,
            "there are 70000 channels, and a chain takes at most 65535: put small ones together");
}

TEST(MarkovOrderTest, TheOrderOfPathsTheirGroupingAndThreadsChangeNothing) {
  const auto list = draw_from(after_the_one_before, 3'000).sorted(keys);
  PathList parted;
  parted.keys = keys;
  for (std::size_t path = list.outcome.size(); path-- > 0;) {
    const auto path_keys = list.paths().keys_of(path);
    const auto& [conversions, minor, not_converted] = list.outcome[path];
    for (const auto& part : {PathOutcome{conversions, minor, 0}, PathOutcome{0, 0, not_converted}}) {
      parted.touch_key.insert(parted.touch_key.end(), path_keys.begin(), path_keys.end());
      parted.touches_from.push_back(parted.touch_key.size());
      parted.outcome.push_back(part);
    }
  }
  const auto one = markov_order(list.paths()), other = markov_order(parted.paths(), 3);
  EXPECT_EQ(one.why, other.why);
  for (std::size_t i = 0; i < highest_order; ++i) {
    EXPECT_EQ(one.fits[i].log_likelihood_per_step, other.fits[i].log_likelihood_per_step);
    EXPECT_EQ(one.fits[i].standard_error, other.fits[i].standard_error);
  }
}

}  // namespace
}  // namespace accord::kernels
