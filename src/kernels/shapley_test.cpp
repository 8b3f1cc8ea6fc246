// SPDX-License-Identifier: Apache-2.0
#include "kernels/shapley.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <set>

#include "tests/arbitrary_paths.hpp"
#include "tests/closed_loop_log.hpp"

namespace accord::kernels {
namespace {

using tests::add_path;
using tests::arbitrary_path_keys;
using tests::arbitrary_paths;
using tests::paths_of;
using Precise = long double;
using Coalition = std::set<std::uint32_t>;
using Game = std::function<Precise(const Coalition&)>;

constexpr std::uint32_t a = 0, b = 1, c = 2;

Coalition set_of(const Paths& paths, std::size_t path) {
  const auto keys = paths.keys_of(path);
  return {keys.begin(), keys.end()};
}

std::int64_t minor_of(std::span<const Credit> credits) {
  std::int64_t sum = 0;
  for (const auto& credit : credits) sum += credit.minor.value();
  return sum;
}

PathOutcome total_of(const PathList& list) {
  PathOutcome sum;
  for (const auto& outcome : list.outcome) {
    sum.conversions += outcome.conversions;
    sum.minor += outcome.minor;
    sum.not_converted += outcome.not_converted;
  }
  return sum;
}

/// The definition: what each adds, on average over all orders of joining.
std::vector<Precise> by_permutations(const Coalition& players, const Game& worth) {
  std::vector<Precise> values(arbitrary_path_keys);
  std::vector<std::uint32_t> order(players.begin(), players.end());
  Precise orders = 0;
  do {
    Coalition joined;
    for (const auto player : order) {
      const Precise before = worth(joined);
      joined.insert(player);
      values[player] += worth(joined) - before;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (auto& value : values) value /= orders;
  return values;
}

bool is_within(const Coalition& part, const Coalition& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// A game whose worths are worked out once for each coalition.
Game remembered(const Game& worth) {
  auto known = std::make_shared<std::map<Coalition, Precise>>();
  return [known, worth](const Coalition& coalition) {
    const auto at = known->find(coalition);
    return at != known->end() ? at->second : known->emplace(coalition, worth(coalition)).first->second;
  };
}

bool equal_in_bits(std::span<const Credit> left, std::span<const Credit> right) {
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(), [](const Credit& x, const Credit& y) {
        return x.conversions == y.conversions && x.minor == y.minor && x.unrounded_minor == y.unrounded_minor;
      });
}

/// As close as numbers of 53 bits that were worked out apart come to each other.
bool is_near(Precise found, Precise expected) {
  return std::abs(found - expected) <= 1e-12L * (1 + std::abs(expected));
}

// ---- The game over journeys

TEST(ShapleyOverJourneys, ShareEachPathAmongItsChannels) {
  const auto list = paths_of(4, {{{a, b, a}, {3, 101, 7}}, {{b}, {1, 50, 0}}, {{c}, {0, 0, 9}}});
  const auto credits = shapley_over_journeys(list.paths());
  ASSERT_EQ(credits.size(), 4U);
  EXPECT_EQ(credits[a].conversions, 1.5);
  EXPECT_EQ(credits[b].conversions, 2.5);
  EXPECT_EQ(credits[a].unrounded_minor, 50.5);
  EXPECT_EQ(credits[b].unrounded_minor, 100.5);
  EXPECT_EQ(credits[a].minor, 51) << "the odd unit goes to the lower key of equals";
  EXPECT_EQ(credits[b].minor, 100);
  for (const auto key : {2, 3}) {
    EXPECT_EQ(credits[key].conversions, 0);
    EXPECT_EQ(credits[key].minor, 0);
  }
}

TEST(ShapleyOverJourneys, OfNothingIsNothing) {
  EXPECT_TRUE(shapley_over_journeys({}).empty());
  const auto credits = shapley_over_journeys(paths_of(2, {}).paths());
  EXPECT_EQ(credits.size(), 2U);
  EXPECT_EQ(minor_of(credits), 0);
}

TEST(ShapleyOverJourneys, TakeAJourneyOfTenThousandTouchesAndAThousandChannels) {
  std::vector<std::uint32_t> touches(10'000);
  for (std::uint32_t i = 0; i < touches.size(); ++i) touches[i] = i % 1'000;
  const auto credits = shapley_over_journeys(paths_of(1'000, {{touches, {1, 1'500, 0}}}).paths());
  EXPECT_DOUBLE_EQ(credits[999].conversions, 0.001);
  EXPECT_EQ(credits[499].minor, 2);
  EXPECT_EQ(credits[500].minor, 1);
  EXPECT_EQ(minor_of(credits), 1'500);
}

/// The largest amounts there may be still sum exactly.
TEST(ShapleyOverJourneys, HoldAllMoneyOf64Bits) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  for (const auto minor : {most, -most}) {
    const auto list = paths_of(3, {{{a, b, c}, {most_journeys, minor, 0}}});
    ASSERT_EQ(problem_of(list.paths()), std::nullopt);
    EXPECT_EQ(minor_of(shapley_over_journeys(list.paths())), minor);
    EXPECT_EQ(minor_of(shapley_by_rate(list.paths()).credits), minor);
  }
}

RC_GTEST_PROP(ShapleyOverJourneys, AreTheAverageOverAllOrdersOfJoining, ()) {
  const auto list = arbitrary_paths();
  const auto paths = list.paths();
  const auto game = [&](bool of_money) {
    return remembered([&paths, of_money](const Coalition& coalition) {
      Precise worth = 0;
      for (std::size_t path = 0; path < paths.size(); ++path) {
        const auto& outcome = paths.outcome[path];
        if (!is_within(set_of(paths, path), coalition)) continue;
        worth += of_money ? static_cast<Precise>(outcome.minor) : static_cast<Precise>(outcome.conversions);
      }
      return worth;
    });
  };
  const auto credits = shapley_over_journeys(paths);
  const auto conversions = by_permutations({0, 1, 2, 3, 4, 5}, game(false));
  const auto minor = by_permutations({0, 1, 2, 3, 4, 5}, game(true));
  for (std::size_t key = 0; key < paths.keys; ++key) {
    RC_ASSERT(is_near(credits[key].conversions, conversions[key]));
    RC_ASSERT(is_near(credits[key].unrounded_minor, minor[key]));
  }
}

RC_GTEST_PROP(ShapleyOverJourneys, AddUpOverJourneys, ()) {
  const auto some = arbitrary_paths(), others = arbitrary_paths();
  const auto left = shapley_over_journeys(some.paths()), right = shapley_over_journeys(others.paths());
  const auto both = shapley_over_journeys(tests::joined(some, others).paths());
  for (std::size_t key = 0; key < arbitrary_path_keys; ++key) {
    RC_ASSERT(is_near(both[key].conversions, left[key].conversions + right[key].conversions));
    RC_ASSERT(is_near(both[key].unrounded_minor, left[key].unrounded_minor + right[key].unrounded_minor));
  }
}

// ---- The shares of one journey

TEST(ShapleyShares, AreEqualByChannelAndThenByTouch) {
  const std::vector<std::uint32_t> keys{7, 900, 7, 3, 7, 3};
  std::vector<double> shares(keys.size());
  shapley_shares(keys, shares);
  EXPECT_EQ(shares, (std::vector<double>{1 / 9.0, 1 / 3.0, 1 / 9.0, 1 / 6.0, 1 / 9.0, 1 / 6.0}));
  EXPECT_NO_THROW(shapley_shares({}, {}));
}

RC_GTEST_PROP(ShapleyShares, SumToWhatTheJourneyEarnsInTheWhole, ()) {
  const auto list = arbitrary_paths();
  const auto paths = list.paths();
  std::vector<Precise> expected(paths.keys);
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto keys = paths.keys_of(path);
    std::vector<double> shares(keys.size());
    shapley_shares(keys, shares);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      expected[keys[i]] += shares[i] * static_cast<Precise>(paths.outcome[path].conversions);
    }
  }
  const auto credits = shapley_over_journeys(paths);
  for (std::size_t key = 0; key < paths.keys; ++key) {
    RC_ASSERT(is_near(credits[key].conversions, expected[key]));
  }
}

// ---- The game by rate

/// Rates 0.1, 0.2 and of both 0.5: a adds 0.1 or 0.3, 0.2 on average, and b 0.3.
TEST(ShapleyByRateTest, ShareASetByWhatEachAddsToTheRate) {
  const auto list =
      paths_of(2, {{{a}, {1, 10, 9}}, {{b}, {2, 20, 8}}, {{b, a}, {2, 60, 3}}, {{a, b, a}, {3, 40, 2}}});
  const auto found = shapley_by_rate(list.paths());
  EXPECT_EQ(found.reason, std::nullopt);
  EXPECT_DOUBLE_EQ(found.credits[a].conversions, 1 + 2);
  EXPECT_DOUBLE_EQ(found.credits[b].conversions, 2 + 3);
  EXPECT_EQ(found.credits[a].minor, 10 + 40);
  EXPECT_EQ(found.credits[b].minor, 20 + 60);
  EXPECT_EQ(found.coalitions_seen, 3U);
  EXPECT_EQ(found.coalitions_unseen, 0U);
}

/// b alone is not seen: it is worth 0, so it adds 0 or 0.4, and a 0.1 or 0.5.
TEST(ShapleyByRateTest, TakeAnUnseenCoalitionForTheBestOfItsParts) {
  const auto found = shapley_by_rate(paths_of(2, {{{a}, {1, 0, 9}}, {{a, b}, {5, 0, 5}}}).paths());
  EXPECT_DOUBLE_EQ(found.credits[a].conversions, 1 + 3);
  EXPECT_DOUBLE_EQ(found.credits[b].conversions, 2);
  EXPECT_EQ(found.coalitions_seen, 2U);
  EXPECT_EQ(found.coalitions_unseen, 1U);
}

/// a converts at 0.5, b at 0.1, both at 0.2: worth 0.5, to which b adds 0.1 or nothing.
TEST(ShapleyByRateTest, TakeNothingFromAChannelBesideWhichLessConvert) {
  const auto list = paths_of(2, {{{a}, {5, 0, 5}}, {{b}, {1, 0, 9}}, {{a, b}, {2, 0, 8}}});
  const auto found = shapley_by_rate(list.paths());
  EXPECT_DOUBLE_EQ(found.credits[a].conversions, 5 + 1.8);
  EXPECT_DOUBLE_EQ(found.credits[b].conversions, 1 + 0.2);
}

TEST(ShapleyByRateTest, GiveNothingToWhoAddsToNoRateAndToWhoNeverConverts) {
  const auto list =
      paths_of(4, {{{a}, {1, 30, 2}}, {{b, a}, {2, 70, 4}}, {{b}, {0, 0, 5}}, {{c}, {0, 0, 5}}});
  const auto found = shapley_by_rate(list.paths());
  for (const auto key : {b, c}) {
    EXPECT_EQ(found.credits[key].conversions, 0);
    EXPECT_EQ(found.credits[key].unrounded_minor, 0);
    EXPECT_EQ(found.credits[key].minor, 0);
  }
  EXPECT_EQ(found.credits[a].minor, 100);
  EXPECT_EQ(found.coalitions_seen, 3U) << "c plays with nobody who converts";
}

TEST(ShapleyByRateTest, CountOnlyChannelsThatJourneysShow) {
  std::vector<std::uint32_t> twelve(12), thirteen(13);
  std::iota(twelve.begin(), twelve.end(), 20U);
  std::iota(thirteen.begin(), thirteen.end(), 20U);
  const auto found = shapley_by_rate(paths_of(1'000, {{twelve, {6, 120, 0}}}).paths());
  ASSERT_EQ(found.credits.size(), 1'000U);
  EXPECT_DOUBLE_EQ(found.credits[31].conversions, 0.5);
  EXPECT_EQ(found.credits[31].minor, 10);
  EXPECT_EQ(found.credits[19].minor, 0);
  EXPECT_EQ(found.coalitions_seen, 1U);
  EXPECT_EQ(found.coalitions_unseen, 4'094U);
  const auto refused = shapley_by_rate(paths_of(1'000, {{thirteen, {6, 120, 0}}}).paths());
  EXPECT_TRUE(refused.credits.empty());
  EXPECT_EQ(
      refused.reason,
      "the conversion rate of every set of channels is asked for up to 12 channels, and there are 13; put "
      "channels together, or take the game over journeys");
}

/// Every one of the 4,095 sets, each channel adding the same: as many for each.
TEST(ShapleyByRateTest, PlayAllCoalitionsOfTwelve) {
  PathList list;
  list.keys = 12;
  std::uint64_t conversions = 0;
  for (std::uint32_t coalition = 1; coalition < 4'096; ++coalition) {
    std::vector<std::uint32_t> keys;
    for (std::uint32_t key = 0; key < 12; ++key) {
      if ((coalition >> key & 1U) != 0) keys.push_back(key);
    }
    add_path(list, keys, {keys.size(), 7, 12 - keys.size()});
    conversions += keys.size();
  }
  const auto found = shapley_by_rate(list.paths());
  EXPECT_EQ(found.coalitions_seen, 4'095U);
  EXPECT_EQ(minor_of(found.credits), 7 * 4'095);
  for (const auto& credit : found.credits) {
    EXPECT_EQ(credit.conversions, found.credits[0].conversions);
    EXPECT_DOUBLE_EQ(credit.conversions, static_cast<double>(conversions) / 12);
  }
}

RC_GTEST_PROP(ShapleyByRateTest, AreTheAverageOverAllOrdersOfJoining, ()) {
  const auto list = arbitrary_paths();
  const auto paths = list.paths();
  std::map<Coalition, PathOutcome> sets;
  for (std::size_t path = 0; path < paths.size(); ++path) {
    auto& outcome = sets[set_of(paths, path)];
    outcome.conversions += paths.outcome[path].conversions;
    outcome.minor += paths.outcome[path].minor;
    outcome.not_converted += paths.outcome[path].not_converted;
  }
  const auto worth = remembered([&](const Coalition& coalition) {
    Precise greatest = 0;
    for (const auto& [set, outcome] : sets) {
      const auto journeys = static_cast<Precise>(outcome.conversions + outcome.not_converted);
      if (journeys == 0 || !is_within(set, coalition)) continue;
      greatest = std::max(greatest, static_cast<Precise>(outcome.conversions) / journeys);
    }
    return greatest;
  });
  std::vector<Precise> conversions(paths.keys), minor(paths.keys);
  for (const auto& [set, outcome] : sets) {
    if (outcome.conversions == 0) continue;
    const auto values = by_permutations(set, worth);
    const Precise sum = std::accumulate(values.begin(), values.end(), Precise{0});
    for (std::size_t key = 0; key < paths.keys; ++key) {
      conversions[key] += values[key] / sum * static_cast<Precise>(outcome.conversions);
      minor[key] += values[key] / sum * static_cast<Precise>(outcome.minor);
    }
  }
  const auto found = shapley_by_rate(paths);
  for (std::size_t key = 0; key < paths.keys; ++key) {
    RC_ASSERT(is_near(found.credits[key].conversions, conversions[key]));
    RC_ASSERT(is_near(found.credits[key].unrounded_minor, minor[key]));
  }
}

// ---- Any game

/// The game of the textbooks: by themselves 7, 4 and 6, in twos 7 (a, b), 15 (a, c) and 9 (b, c),
/// together 19. Which channel is which player is told by the file alone.
constexpr std::array<double, 8> textbook{0, 7, 4, 7, 6, 15, 9, 19};

TEST(ShapleyValues, AreThoseOfTheTextbook) {
  const auto expected = tests::data_rows_by("channel", "formula_golden/expected/shapley_textbook.csv");
  if (expected.empty())
    GTEST_SKIP() << "there is no " << tests::data_file("formula_golden") << " (ACCORD_DATA)";
  const auto values = shapley_values(textbook);
  const std::array<std::string, 3> names{"Organic Search", "Direct", "Facebook"};
  ASSERT_EQ(values.size(), names.size());
  ASSERT_EQ(expected.size(), names.size());
  for (std::size_t player = 0; player < names.size(); ++player) {
    const double value = std::stod(expected.at(names[player]).at("shapley"));
    EXPECT_NEAR(values[player], value, 1e-9 * value) << names[player];
  }
}

TEST(ShapleyValues, OfNobodyOrOfHalfAGameAreNone) {
  EXPECT_TRUE(shapley_values({}).empty());
  EXPECT_TRUE(shapley_values(std::array<double, 1>{0}).empty());
  EXPECT_TRUE(shapley_values(std::array<double, 3>{0, 1, 2}).empty());
  EXPECT_TRUE(shapley_values(std::vector<double>(std::size_t{1} << 21)).empty());
  EXPECT_EQ(shapley_values(std::array<double, 2>{0, 5}), std::vector<double>{5});
}

using Worths = std::vector<double>;

/// Of five players; worths may be negative and need not grow.
Worths arbitrary_game() {
  Worths worths(32);
  for (std::size_t coalition = 1; coalition < worths.size(); ++coalition)
    worths[coalition] = static_cast<double>(*rc::gen::inRange(-1'000'000, 1'000'000)) / 1'000;
  return worths;
}

bool is_beside(double found, double expected) { return std::abs(found - expected) < 1e-9; }

RC_GTEST_PROP(ShapleyValues, AreTheAverageOverAllOrdersOfJoining, ()) {
  const auto worths = arbitrary_game();
  const auto expected = by_permutations({0, 1, 2, 3, 4}, [&](const Coalition& coalition) {
    std::size_t bits = 0;
    for (const auto player : coalition) bits |= std::size_t{1} << player;
    return static_cast<Precise>(worths[bits]);
  });
  const auto values = shapley_values(worths);
  for (std::uint32_t player = 0; player < 5; ++player)
    RC_ASSERT(is_beside(values[player], static_cast<double>(expected[player])));
}

/// Efficiency, symmetry, the null player, additivity: the four that no other division has.
RC_GTEST_PROP(ShapleyValues, KeepTheAxioms, ()) {
  auto worths = arbitrary_game();
  const auto others = arbitrary_game();
  auto both = worths, swapped = worths, without = worths;
  for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
    both[coalition] += others[coalition];
    const auto first = coalition & 1U, second = coalition >> 1 & 1U;
    swapped[coalition] = worths[(coalition & ~std::size_t{3}) | first << 1 | second];
    without[coalition] = worths[coalition & ~std::size_t{4}];
  }
  const auto values = shapley_values(worths), more = shapley_values(others), sum = shapley_values(both),
             changed = shapley_values(swapped);
  RC_ASSERT(is_beside(std::accumulate(values.begin(), values.end(), 0.0), worths.back()));
  for (std::size_t player = 0; player < values.size(); ++player)
    RC_ASSERT(is_beside(sum[player], values[player] + more[player]));
  RC_ASSERT(is_beside(changed[0], values[1]));
  RC_ASSERT(is_beside(changed[1], values[0]));
  RC_ASSERT(shapley_values(without)[2] == 0);
}

/// The rate game of one set of channels, of which every part is seen and grows, is such a game.
TEST(ShapleyValues, AreWhatTheRateGameShares) {
  PathList list;
  list.keys = 2;
  add_path(list, {0}, {1, 0, 9});
  add_path(list, {1}, {2, 0, 8});
  add_path(list, {0, 1}, {5, 0, 5});
  const auto values = shapley_values(std::array<double, 4>{0, 0.1, 0.2, 0.5});
  const auto credits = shapley_by_rate(list.paths()).credits;
  EXPECT_NEAR(credits[0].conversions, 1 + 5 * values[0] / 0.5, 1e-12);
  EXPECT_NEAR(credits[1].conversions, 2 + 5 * values[1] / 0.5, 1e-12);
}

// ---- What both keep

using Method = std::vector<Credit> (*)(const Paths&);
constexpr std::array<Method, 2> methods{shapley_over_journeys,
                                        [](const Paths& paths) { return shapley_by_rate(paths).credits; }};

RC_GTEST_PROP(ShapleyAxioms, AreEfficient, ()) {
  const auto list = arbitrary_paths();
  const auto total = total_of(list);
  for (const auto method : methods) {
    const auto credits = method(list.paths());
    Precise conversions = 0;
    for (const auto& credit : credits) {
      conversions += credit.conversions;
      RC_ASSERT(credit.conversions >= 0);
      RC_ASSERT(std::abs(static_cast<double>(*credit.minor) - credit.unrounded_minor) < 1 + 1e-9);
    }
    RC_ASSERT(is_near(conversions, static_cast<Precise>(total.conversions)));
    RC_ASSERT(minor_of(credits) == total.minor);
  }
}

/// Where all journeys stand once more with two channels changed for each other, the two are alike.
RC_GTEST_PROP(ShapleyAxioms, AreSymmetric, ()) {
  const auto list = arbitrary_paths();
  const auto swapped = tests::with_keys(list, [](std::uint32_t key) { return key < 2 ? 1 - key : key; });
  const auto both = tests::joined(list, swapped);
  for (const auto method : methods) {
    const auto credits = method(both.paths());
    RC_ASSERT(credits[0].conversions == credits[1].conversions);
    RC_ASSERT(credits[0].unrounded_minor == credits[1].unrounded_minor);
    const auto more = *credits[0].minor - *credits[1].minor;
    RC_ASSERT(more == 0 || more == 1);
  }
}

/// A channel that only journeys without a conversion show.
RC_GTEST_PROP(ShapleyAxioms, GiveTheNullPlayerExactlyNothing, ()) {
  auto list = tests::with_keys(arbitrary_paths(), [](std::uint32_t key) { return key == 0 ? 1 : key; });
  const auto credits_before = shapley_over_journeys(list.paths());
  add_path(list, {0, 1, 2}, {0, 0, 4});
  add_path(list, {0}, {0, 0, 1});
  for (const auto method : methods) {
    const auto credits = method(list.paths());
    RC_ASSERT(credits[0].conversions == 0);
    RC_ASSERT(credits[0].unrounded_minor == 0);
    RC_ASSERT(*credits[0].minor == 0);
  }
  RC_ASSERT(equal_in_bits(shapley_over_journeys(list.paths()), credits_before));
}

RC_GTEST_PROP(ShapleyAxioms, DependOnJourneysNotOnHowTheyAreWritten, ()) {
  const auto list = arbitrary_paths();
  const auto paths = list.paths();
  PathList other;
  other.keys = list.keys;
  for (std::size_t path = paths.size(); path-- > 0;) {
    std::vector<std::uint32_t> keys(paths.keys_of(path).rbegin(), paths.keys_of(path).rend());
    const auto& outcome = paths.outcome[path];
    const std::uint64_t one = outcome.conversions > 1 ? 1 : 0;
    add_path(other, keys, {outcome.conversions - one, outcome.minor - 7 * static_cast<int>(one), 0});
    keys.push_back(keys.front());
    add_path(other, keys, {one, 7 * static_cast<int>(one), outcome.not_converted});
  }
  for (const auto method : methods) RC_ASSERT(equal_in_bits(method(paths), method(other.paths())));
}

}  // namespace
}  // namespace accord::kernels
