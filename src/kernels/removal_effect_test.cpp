// SPDX-License-Identifier: Apache-2.0
#include "kernels/removal_effect.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "base/check.hpp"

namespace accord::kernels {
namespace {

using Keys = std::vector<std::uint32_t>;
using Precise = long double;

constexpr std::uint32_t a = 0, b = 1, c = 2, d = 3;

struct Way {
  Keys keys;
  PathOutcome outcome;
};

PathList list_of(std::size_t keys, const std::vector<Way>& ways) {
  PathList list;
  list.keys = keys;
  for (const auto& way : ways) {
    list.touch_key.insert(list.touch_key.end(), way.keys.begin(), way.keys.end());
    list.touches_from.push_back(list.touch_key.size());
    list.outcome.push_back(way.outcome);
  }
  return list;
}

RemovalEffects effects_of(std::size_t keys, const std::vector<Way>& ways,
                          const RemovalRequest& request = {}) {
  const auto list = list_of(keys, ways);
  EXPECT_EQ(problem_of(list.paths()), std::nullopt);
  return removal_effects(list.paths(), request);
}

/// Every number of an answer: equal where they are, bit for bit.
auto numbers_of(const RemovalEffects& effects) {
  std::vector<std::tuple<double, double, double, double, std::optional<std::int64_t>, std::uint64_t>> numbers;
  for (const auto& [effect, value_effect, credit, journeys, touched] : effects.channels) {
    numbers.emplace_back(effect, value_effect, credit.conversions, credit.unrounded_minor, credit.minor,
                         journeys + touched);
  }
  return numbers;
}

// ---- By hand --------------------------------------------------------------------------------------------

const std::vector<Way> textbook{
    {{a, b, c}, {1, 9'001, 0}},
    {{a}, {0, 0, 1}},
    {{b, c}, {0, 0, 1}},
};

/// Two of three journeys come to c, and one of two converts from there. Without a only b's journey is left.
TEST(RemovalEffect, OfTheTextbooksThreeJourneys) {
  const auto effects = effects_of(3, textbook);
  EXPECT_EQ(effects.reason, std::nullopt);
  EXPECT_DOUBLE_EQ(effects.conversion_probability, 1.0 / 3);
  EXPECT_DOUBLE_EQ(effects.channels[a].effect, 0.5);
  EXPECT_EQ(effects.channels[b].effect, 1);
  EXPECT_EQ(effects.channels[c].effect, 1);
  EXPECT_DOUBLE_EQ(effects.channels[a].credit.conversions, 0.2);
  EXPECT_DOUBLE_EQ(effects.channels[c].credit.conversions, 0.4);
  EXPECT_DOUBLE_EQ(effects.channels[a].value_effect, 0.5);
  EXPECT_EQ(effects.channels[a].credit.minor, 1'800);
  EXPECT_EQ(effects.channels[b].credit.minor, 3'601);
  EXPECT_EQ(effects.channels[c].credit.minor, 3'600);
  EXPECT_EQ(effects.channels[b].journeys, 2U);
  EXPECT_EQ(effects.channels[b].conversions_touched, 1U);
  EXPECT_EQ(effects.states, 3U);
}

/// From order 3 on it is known that only those who came by a convert.
TEST(RemovalEffect, OfAHigherOrderKnowsWhereAJourneyCameFrom) {
  EXPECT_DOUBLE_EQ(effects_of(3, textbook, {.order = 2}).channels[a].effect, 0.5);
  for (std::size_t order = 3; order <= highest_order; ++order) {
    const auto effects = effects_of(3, textbook, {.order = order});
    for (const auto key : {a, b, c}) EXPECT_EQ(effects.channels[key].effect, 1) << order;
    EXPECT_EQ(effects.channels[b].credit.minor, 3'000);
  }
}

/// a, a and a: at order 1 as if it were touched once; at order 2 it is another state than a alone.
TEST(RemovalEffect, TouchesAgainAtOnceAreToldApartUpToTheOrder) {
  const std::vector<Way> again{{{a, a, a, b}, {1, 1, 0}}, {{a, b}, {0, 0, 1}}, {{b}, {1, 1, 2}}};
  const std::vector<Way> once{{{a, b}, {1, 1, 1}}, {{b}, {1, 1, 2}}};
  EXPECT_EQ(effects_of(2, again).channels[a].effect, effects_of(2, once).channels[a].effect);
  EXPECT_EQ(effects_of(2, again, {.order = 2}).states, 3U);  // aa, ab and b: aab comes by ab as well
  EXPECT_EQ(effects_of(2, again, {.order = 3}).states, 4U);  // aaa, aab, ab, b
  const std::vector<Way> longer{{{a, a, a, a, a, b}, {1, 1, 0}}, {{a, b}, {0, 0, 1}}, {{b}, {1, 1, 2}}};
  for (std::size_t order = 1; order <= 3; ++order) {
    EXPECT_EQ(numbers_of(effects_of(2, again, {.order = order})),
              numbers_of(effects_of(2, longer, {.order = order})));
  }
}

TEST(RemovalEffect, OfAChannelWithoutAWayToAConversionIsExactlyZero) {
  const auto effects = effects_of(4, {{{a, b}, {3, 300, 10}}, {{a, c, d, c}, {0, 0, 7}}, {{d}, {0, 0, 5}}});
  EXPECT_EQ(effects.reason, std::nullopt);
  for (const auto key : {c, d}) {
    EXPECT_EQ(effects.channels[key].effect, 0);
    EXPECT_EQ(effects.channels[key].value_effect, 0);
    EXPECT_EQ(effects.channels[key].credit.conversions, 0);
    EXPECT_EQ(effects.channels[key].credit.minor, 0);
  }
  EXPECT_EQ(effects.channels[a].credit.minor, 150);
  EXPECT_EQ(effects.channels[d].journeys, 12U);
}

/// c is on no journey that converted, but leads to a, and who comes to a converts: the chain gives c an
/// effect. None of what was won has come by it, so it earns nothing, and the others share it all.
TEST(RemovalEffect, OfAChannelThatOnlyLeadsToAConvertingOneIsNotZeroButItEarnsNothing) {
  const auto effects = effects_of(3, {{{a}, {1, 1, 0}}, {{c, a}, {0, 0, 1}}});
  EXPECT_DOUBLE_EQ(effects.channels[c].effect, 0.5);
  EXPECT_DOUBLE_EQ(effects.channels[c].value_effect, 0.5);
  EXPECT_EQ(effects.channels[c].conversions_touched, 0U);
  EXPECT_EQ(effects.channels[c].credit.conversions, 0);
  EXPECT_EQ(effects.channels[c].credit.unrounded_minor, 0);
  EXPECT_EQ(effects.channels[c].credit.minor, 0);
  EXPECT_EQ(effects.channels[a].credit.conversions, 1);
  EXPECT_EQ(effects.channels[a].credit.minor, 1);
  EXPECT_EQ(effects_of(3, {{{a}, {1, 1, 0}}, {{c, a}, {0, 0, 1}}}, {.order = 2}).channels[c].effect, 0);
}

TEST(RemovalEffect, OfTheOnlyChannelIsEverything) {
  for (std::size_t order = 1; order <= highest_order; ++order) {
    const auto effects = effects_of(1, {{{a}, {1, 12'345, 99}}}, {.order = order});
    EXPECT_EQ(effects.channels[a].effect, 1);
    EXPECT_EQ(effects.channels[a].credit.conversions, 1);
    EXPECT_EQ(effects.channels[a].credit.minor, 12'345);
    EXPECT_DOUBLE_EQ(effects.conversion_probability, 0.01);
  }
}

TEST(RemovalEffect, WithoutConversionsOrJourneysThereIsAReason) {
  EXPECT_EQ(effects_of(2, {}).reason, "there are no journeys");
  EXPECT_EQ(effects_of(2, {{{a}, {0, 0, 0}}}).reason, "there are no journeys");
  const auto effects = effects_of(2, {{{a, b, a}, {0, 0, 8}}});
  EXPECT_EQ(effects.reason, "no journey converted, so nothing can be lost");
  EXPECT_EQ(effects.channels[a].effect, 0);
  EXPECT_EQ(effects.channels[a].credit.minor, std::nullopt);
  EXPECT_EQ(effects.channels[a].journeys, 8U);
}

TEST(RemovalEffect, OfValueHasAReasonOfItsOwnNotToBe) {
  const auto worthless = effects_of(2, {{{a}, {1, 0, 1}}, {{b}, {1, 0, 1}}});
  EXPECT_EQ(worthless.reason, std::nullopt);
  EXPECT_EQ(worthless.reason_no_value, "the conversions have brought no value");
  EXPECT_EQ(worthless.channels[a].effect, 0.5);
  const auto refunded = effects_of(2, {{{a}, {1, 500, 1}}, {{a, b}, {1, -100, 1}}});
  EXPECT_EQ(refunded.reason_no_value,
            "conversions after the same touches have together brought less than nothing: refunds are not "
            "conversions");
  EXPECT_EQ(refunded.channels[b].value_effect, 0);
  EXPECT_EQ(refunded.channels[b].credit.minor, std::nullopt);
  EXPECT_DOUBLE_EQ(refunded.channels[b].effect, 0.5);
}

TEST(RemovalEffect, TooLargeAChainIsAnsweredWithAReason) {
  EXPECT_EQ(effects_of(3, textbook, {.most_states = 2}).reason,
            "order 1 has more than 2 states: take a lower order, or put small channels together");
  EXPECT_EQ(effects_of(3, textbook, {.most_steps = 5}).reason,
            "order 1 has 2 steps from state to state for each of 3 channels, together more than 5: take a "
            "lower order, or put small channels together");
  EXPECT_EQ(
      effects_of(2, {{{a, b, a, b}, {1, 1, 1}}, {{b, a, b}, {1, 1, 3}}}, {.most_work = 8}).reason,
      "order 1 could not be worked out exactly: after 2 sweeps some of it was still missing; take another "
      "order, or put small channels together");
  EXPECT_EQ(effects_of(65'536, textbook).reason,
            "there are 65536 channels, and a chain takes at most 65535: put small ones together");
  EXPECT_EQ(effects_of(65'535, {{{65'534, a}, {1, 1, 0}}}).channels[65'534].effect, 1);
  EXPECT_EQ(effects_of(2, {{Keys(3'000, a), {most_journeys, 1, 0}}}).reason,
            "the journeys have 2^63 steps or more together, too many to count");
  EXPECT_THROW(effects_of(1, {}, {.order = 0}), Bug);
  EXPECT_THROW(effects_of(1, {}, {.order = 5}), Bug);
}

/// One journey of a thousand million, and a difference would have left seven digits of it.
TEST(RemovalEffect, OfAHardlyUsedChannelIsAsExact) {
  const auto effects = effects_of(2, {{{a}, {500'000'000, 1, 499'999'999}}, {{b, a}, {0, 0, 1}}});
  // P(conversion | a) is 0.5, so b's journey is 0.5 of the 500,000,000 conversions.
  EXPECT_NEAR(effects.channels[b].effect / 1e-9, 1, 1e-14);
}

// ---- Large ----------------------------------------------------------------------------------------------

/// Journeys that hardly ever end, some of them never meeting the others: what is slow to converge.
TEST(RemovalEffect, OfJourneysOfTenThousandTouches) {
  Way even, odd, round;
  std::uint32_t mixed = 1;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    mixed = mixed * 1'664'525 + 1'013'904'223;
    even.keys.push_back((mixed >> 24) % 6 * 2);
    odd.keys.push_back((mixed >> 16) % 6 * 2 + 1);
    round.keys.push_back(12 + i % 1'000);
  }
  even.outcome = {1, 777, 0}, odd.outcome = {1, 778, 3}, round.outcome = {2, 100'003, 1};
  for (std::size_t order = 1; order <= highest_order; ++order) {
    const auto effects = effects_of(1'012, {even, odd, round}, {.order = order});
    ASSERT_EQ(effects.reason, std::nullopt);
    EXPECT_LT(effects.residual, 1e-11) << order;
    EXPECT_LT(effects.sweeps, 5'000U) << order;
    double conversions = 0;
    std::int64_t minor = 0;
    for (const auto& channel : effects.channels) {
      conversions += channel.credit.conversions;
      minor += *channel.credit.minor;
    }
    EXPECT_NEAR(conversions, 4, 1e-10);
    EXPECT_EQ(minor, 101'558);
    // All of round's journeys go through each of its thousand channels, and half of what converts is theirs.
    EXPECT_NEAR(effects.channels[500].effect, 0.5, 1e-10);
  }
}

TEST(RemovalEffect, IsTheSameWhateverTheThreads) {
  std::vector<Way> ways;
  std::uint32_t mixed = 1;
  for (int i = 0; i < 3'000; ++i) {
    Way way;
    for (int touch = 0; touch < 5; ++touch) {
      mixed = mixed * 1'664'525 + 1'013'904'223;
      way.keys.push_back((mixed >> 16) % 30);
    }
    way.outcome = {1 + mixed % 3, mixed % 10'000, mixed % 7};
    ways.push_back(way);
  }
  for (std::size_t order = 1; order <= highest_order; ++order) {
    const auto one = effects_of(30, ways, {.order = order});
    const auto three = effects_of(30, ways, {.order = order, .threads = 3});
    EXPECT_EQ(numbers_of(one), numbers_of(three));
    EXPECT_EQ(one.sweeps, three.sweeps);
    EXPECT_EQ(one.residual, three.residual);
  }
}

// ---- Single conversions -----------------------------------------------------------------------------------

TEST(RemovalShares, AreInProportionToTheEffectsOfDistinctChannels) {
  const auto effects = effects_of(4, textbook);
  const Keys journey{a, c, c, a, c, d};
  std::vector<double> shares(journey.size());
  removal_shares(effects, journey, shares);
  for (const std::size_t at : {0, 3}) EXPECT_DOUBLE_EQ(shares[at], 1.0 / 6);
  for (const std::size_t at : {1, 2, 4}) EXPECT_DOUBLE_EQ(shares[at], 2.0 / 9);
  EXPECT_EQ(shares[5], 0);
  const Keys strange{d, d};
  shares.resize(2);
  removal_shares(effects, strange, shares);
  EXPECT_EQ(shares, (std::vector<double>{0.5, 0.5}));
}

// ---- Once more, by elimination ----------------------------------------------------------------------------

/// The chain as the definition reads, and unlike the kernel's: a journey grows from its first touch on, each
/// of its first touches is a state as well, and a touch that changes nothing is a step back to the same
/// state.
class PlainChain {
 public:
  PlainChain(const PathList& list, std::size_t order) : order_(order) {
    const auto paths = list.paths();
    for (std::size_t path = 0; path < paths.size(); ++path) add(paths.keys_of(path), paths.outcome[path]);
  }

  /// Of all journeys, conversions and minor units; without `removed`, if there is such a key.
  std::pair<Precise, Precise> yield(std::uint32_t removed) const {
    const std::size_t states = number_.size();
    std::vector<std::vector<Precise>> rows(states, std::vector<Precise>(states + 2, 0));
    for (const auto& [keys, state] : number_) {
      auto& row = rows[state];
      row[state] = 1;
      if (std::ranges::find(keys, removed) != keys.end()) continue;
      const Precise left = left_[state];
      for (const auto& [to, count] : steps_[state]) row[to] -= count / left;
      row[states] = conversions_[state] / left;
      row[states + 1] = minor_[state] / left;
    }
    eliminate(rows);
    Precise journeys = 0, conversions = 0, minor = 0;
    for (const auto& [state, count] : starts_) {
      journeys += count;
      conversions += count * rows[state][states] / rows[state][state];
      minor += count * rows[state][states + 1] / rows[state][state];
    }
    return {conversions / journeys, minor / journeys};
  }

 private:
  std::size_t state_of(std::span<const std::uint32_t> keys) {
    const auto [at, is_new] = number_.try_emplace(Keys(keys.begin(), keys.end()), number_.size());
    if (is_new) {
      left_.push_back(0), conversions_.push_back(0), minor_.push_back(0);
      steps_.emplace_back();
    }
    return at->second;
  }

  void add(std::span<const std::uint32_t> keys, const PathOutcome& outcome) {
    const auto journeys = static_cast<Precise>(outcome.conversions + outcome.not_converted);
    if (journeys == 0) return;
    std::size_t state = state_of(keys.first(1));
    starts_[state] += journeys;
    for (std::size_t end = 2; end <= keys.size(); ++end) {
      const auto count = std::min(end, order_);
      const auto next = state_of(keys.subspan(end - count, count));
      steps_[state][next] += journeys;
      left_[state] += journeys;
      state = next;
    }
    left_[state] += journeys;
    conversions_[state] += static_cast<Precise>(outcome.conversions);
    minor_[state] += static_cast<Precise>(outcome.minor);
  }

  /// Gauss and Jordan; rows are diagonally dominant, so no pivot is needed.
  static void eliminate(std::vector<std::vector<Precise>>& rows) {
    for (std::size_t pivot = 0; pivot < rows.size(); ++pivot) {
      for (std::size_t row = 0; row < rows.size(); ++row) {
        const Precise factor = rows[row][pivot] / rows[pivot][pivot];
        if (row == pivot || factor == 0) continue;
        for (std::size_t i = pivot; i < rows[row].size(); ++i) rows[row][i] -= factor * rows[pivot][i];
      }
    }
  }

  std::size_t order_;
  std::map<Keys, std::size_t> number_;
  std::map<std::size_t, Precise> starts_;
  std::vector<std::map<std::size_t, Precise>> steps_;
  std::vector<Precise> left_, conversions_, minor_;
};

constexpr std::uint32_t arbitrary_keys = 4;

/// So few channels and such long journeys that there are cycles and touches again at once.
PathList arbitrary_list() {
  std::vector<Way> ways;
  const int paths = *rc::gen::inRange(1, 9);
  for (int path = 0; path < paths; ++path) {
    const auto length = *rc::gen::inRange<std::size_t>(1, 10);
    const auto conversions = *rc::gen::inRange<std::uint64_t>(0, 4);
    const auto minor = conversions == 0 ? 0 : *rc::gen::inRange<std::int64_t>(0, 5'000);
    ways.push_back({*rc::gen::container<Keys>(length, rc::gen::inRange(0U, arbitrary_keys)),
                    {conversions, minor, *rc::gen::inRange<std::uint64_t>(0, 6)}});
  }
  return list_of(arbitrary_keys, ways);
}

std::size_t arbitrary_order() { return *rc::gen::inRange<std::size_t>(1, highest_order + 1); }

RC_GTEST_PROP(RemovalEffectProperty, IsWhatEliminationFinds, ()) {
  const auto list = arbitrary_list();
  const auto order = arbitrary_order();
  const auto effects = removal_effects(list.paths(), {.order = order});
  if (effects.reason) {
    RC_ASSERT(effects.conversions == 0);
    return;
  }
  const PlainChain plain(list, order);
  const auto [conversions, minor] = plain.yield(arbitrary_keys);
  RC_ASSERT(std::abs(effects.conversion_probability - conversions) < 1e-15L);
  RC_ASSERT(effects.residual < 1e-13);
  for (std::uint32_t key = 0; key < arbitrary_keys; ++key) {
    const auto [kept, kept_minor] = plain.yield(key);
    RC_ASSERT(std::abs(effects.channels[key].effect - (1 - kept / conversions)) < 1e-13L);
    if (effects.reason_no_value) continue;
    RC_ASSERT(std::abs(effects.channels[key].value_effect - (1 - kept_minor / minor)) < 1e-13L);
  }
}

RC_GTEST_PROP(RemovalEffectProperty, CreditsAreAllThereIsAndNoneIsNegative, ()) {
  const auto effects = removal_effects(arbitrary_list().paths(), {.order = arbitrary_order()});
  double conversions = 0;
  std::int64_t minor = 0;
  for (const auto& channel : effects.channels) {
    RC_ASSERT(channel.effect >= 0 && channel.effect <= 1);
    RC_ASSERT(channel.value_effect >= 0 && channel.value_effect <= 1);
    RC_ASSERT(channel.credit.minor.has_value() == !(effects.reason || effects.reason_no_value));
    if (channel.conversions_touched == 0)
      RC_ASSERT(channel.credit.conversions == 0 && channel.credit.minor.value_or(0) == 0);
    conversions += channel.credit.conversions;
    minor += channel.credit.minor.value_or(0);
  }
  RC_ASSERT(std::abs(conversions - static_cast<double>(effects.conversions)) < 1e-13);
  RC_ASSERT(minor == (effects.reason || effects.reason_no_value ? 0 : effects.minor));
}

/// What a channel loses for sure: the conversions that it touched, if no order is remembered too little.
RC_GTEST_PROP(RemovalEffectProperty, JourneysNoLongerThanTheOrderLoseWhatTheChannelTouched, ()) {
  auto list = arbitrary_list();
  std::vector<Way> ways;
  const auto paths = list.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto keys = paths.keys_of(path).first(std::min(paths.keys_of(path).size(), highest_order));
    ways.push_back({{keys.begin(), keys.end()}, paths.outcome[path]});
  }
  const auto effects = effects_of(arbitrary_keys, ways, {.order = highest_order});
  for (const auto& channel : effects.channels) {
    const double lost = channel.effect * static_cast<double>(effects.conversions);
    RC_ASSERT(std::abs(lost - static_cast<double>(channel.conversions_touched)) < 1e-12);
  }
}

RC_GTEST_PROP(RemovalEffectProperty, TheOrderOfJourneysAndTheirGroupingChangeNothing, ()) {
  const auto list = arbitrary_list();
  const auto order = arbitrary_order();
  const auto paths = list.paths();
  std::vector<Way> ways;
  for (std::size_t path = paths.size(); path-- > 0;) {
    const auto keys = paths.keys_of(path);
    auto rest = paths.outcome[path];
    if (rest.not_converted > 1) ways.push_back({{keys.begin(), keys.end()}, {0, 0, 1}}), --rest.not_converted;
    ways.push_back({{keys.begin(), keys.end()}, rest});
  }
  const auto place = *rc::gen::inRange<std::size_t>(0, ways.size());
  std::ranges::rotate(ways, ways.begin() + static_cast<std::ptrdiff_t>(place));
  const auto one = removal_effects(list.paths(), {.order = order});
  const auto other = effects_of(arbitrary_keys, ways, {.order = order});
  RC_ASSERT(numbers_of(one) == numbers_of(other));
  RC_ASSERT(one.residual == other.residual);
}

RC_GTEST_PROP(RemovalEffectProperty, ManyTimesAsManyJourneysHaveTheSameEffects, ()) {
  const auto list = arbitrary_list();
  const auto order = arbitrary_order();
  const auto times = *rc::gen::inRange<std::uint64_t>(2, 1'000'000);
  auto more = list;
  for (auto& outcome : more.outcome) {
    outcome.conversions *= times, outcome.not_converted *= times;
    outcome.minor *= static_cast<std::int64_t>(times);
  }
  const auto one = removal_effects(list.paths(), {.order = order});
  const auto other = removal_effects(more.paths(), {.order = order});
  RC_ASSERT(one.reason == other.reason);
  for (std::size_t key = 0; key < arbitrary_keys; ++key) {
    RC_ASSERT(one.channels[key].effect == other.channels[key].effect);
    RC_ASSERT(one.channels[key].value_effect == other.channels[key].value_effect);
  }
}

}  // namespace
}  // namespace accord::kernels
