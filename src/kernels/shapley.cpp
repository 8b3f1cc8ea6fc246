// SPDX-License-Identifier: Apache-2.0
#include "kernels/shapley.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

#include "base/check.hpp"
#include "kernels/key_sums.hpp"

namespace accord::kernels {
namespace {

__extension__ using Wide = __int128;

/// The distinct keys of one path after the other, in time that grows with its touches only.
class DistinctKeys {
 public:
  explicit DistinctKeys(std::size_t keys) : last_path_(keys) {}

  std::span<const std::uint32_t> of(std::span<const std::uint32_t> path) {
    distinct_.clear();
    ++path_;
    for (const auto key : path) {
      if (last_path_[key] == path_) continue;
      last_path_[key] = path_;
      distinct_.push_back(key);
    }
    return distinct_;
  }

 private:
  std::uint64_t path_ = 0;
  std::vector<std::uint64_t> last_path_;  ///< on which each key was seen
  std::vector<std::uint32_t> distinct_;
};

void add_to(PathOutcome& sum, const PathOutcome& outcome) {
  sum.conversions += outcome.conversions;
  sum.minor += outcome.minor;
  sum.not_converted += outcome.not_converted;
}

}  // namespace

/// Paths with as many distinct channels are added up before they are divided.
std::vector<Credit> shapley_over_journeys(const Paths& paths) {
  KeySums sums(paths.keys);
  DistinctKeys distinct(paths.keys);
  std::map<std::size_t, std::vector<std::size_t>> paths_by_size;
  for (std::size_t path = 0; path < paths.size(); ++path) {
    if (paths.outcome[path].conversions == 0) continue;
    paths_by_size[distinct.of(paths.keys_of(path)).size()].push_back(path);
  }
  for (const auto& [size, places] : paths_by_size) {
    std::vector<PathOutcome> together(paths.keys);
    for (const auto path : places) {
      for (const auto key : distinct.of(paths.keys_of(path))) add_to(together[key], paths.outcome[path]);
    }
    for (std::size_t key = 0; key < paths.keys; ++key) {
      sums.add(key, together[key], 1, static_cast<Wide>(size));
    }
  }
  return sums.credits(total_minor(paths));
}

void shapley_shares(std::span<const std::uint32_t> keys, std::span<double> shares) {
  CHECK(keys.size() == shares.size());
  std::vector<std::uint32_t> sorted(keys.begin(), keys.end());
  std::sort(sorted.begin(), sorted.end());
  std::size_t distinct = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) distinct += i == 0 || sorted[i] != sorted[i - 1];
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto same = std::equal_range(sorted.begin(), sorted.end(), keys[i]);
    shares[i] = 1 / (static_cast<double>(distinct) * static_cast<double>(same.second - same.first));
  }
}

// ---- Any game

namespace {

constexpr std::size_t most_players = 20;

/// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974.
class ExactSum {
 public:
  void add(double term) {
    const double sum = sum_ + term;
    lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - sum) + term : (term - sum) + sum_;
    sum_ = sum;
  }
  double total() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

/// |S|! (n − |S| − 1)! ÷ n!, by |S|: 1 ÷ (n × the number of coalitions of that size without the player).
std::vector<double> weights_of(std::size_t players) {
  std::vector<double> weights;
  double choices = 1;
  for (std::size_t size = 0; size < players; ++size) {
    weights.push_back(1 / (static_cast<double>(players) * choices));
    choices = choices * static_cast<double>(players - 1 - size) / static_cast<double>(size + 1);
  }
  return weights;
}

}  // namespace

std::vector<double> shapley_values(std::span<const double> worths) {
  if (!std::has_single_bit(worths.size())) return {};
  const auto players = static_cast<std::size_t>(std::countr_zero(worths.size()));
  if (players > most_players) return {};
  const auto weights = weights_of(players);
  std::vector<double> values;
  for (std::size_t player = 0; player < players; ++player) {
    const std::size_t own = std::size_t{1} << player;
    ExactSum sum;
    for (std::size_t coalition = 0; coalition < worths.size(); ++coalition) {
      if ((coalition & own) != 0) continue;
      const auto size = static_cast<std::size_t>(std::popcount(coalition));
      sum.add(weights[size] * (worths[coalition | own] - worths[coalition]));
    }
    values.push_back(sum.total());
  }
  return values;
}

// ---- The game by rate

namespace {

/// A set of players, a bit each.
using Coalition = std::uint32_t;

constexpr int rate_bits = 73;

std::size_t size_of(Coalition coalition) { return static_cast<std::size_t>(std::popcount(coalition)); }

/// The keys that play: those of any path, in their order.
std::vector<std::uint32_t> players_of(const Paths& paths) {
  std::vector<bool> plays(paths.keys);
  for (const auto key : paths.touch_key) plays[key] = true;
  std::vector<std::uint32_t> players;
  for (std::uint32_t key = 0; key < paths.keys; ++key) {
    if (plays[key]) players.push_back(key);
  }
  return players;
}

/// What became of the journeys of each coalition, whatever their order and repetitions.
std::vector<PathOutcome> outcomes_of(const Paths& paths, std::span<const std::uint32_t> players) {
  std::vector<Coalition> player_of(paths.keys);
  for (std::size_t i = 0; i < players.size(); ++i) player_of[players[i]] = Coalition{1} << i;
  std::vector<PathOutcome> outcomes(std::size_t{1} << players.size());
  for (std::size_t path = 0; path < paths.size(); ++path) {
    Coalition coalition = 0;
    for (const auto key : paths.keys_of(path)) coalition |= player_of[key];
    add_to(outcomes[coalition], paths.outcome[path]);
  }
  return outcomes;
}

std::uint64_t journeys_of(const PathOutcome& outcome) { return outcome.conversions + outcome.not_converted; }

/// v of each coalition in 2^-73: the greatest rate of those within it.
std::vector<Wide> worths_of(std::span<const PathOutcome> outcomes) {
  std::vector<Wide> worths(outcomes.size());
  for (Coalition coalition = 1; coalition < outcomes.size(); ++coalition) {
    const auto& outcome = outcomes[coalition];
    Wide worth = 0;
    if (journeys_of(outcome) != 0) worth = (Wide{outcome.conversions} << rate_bits) / journeys_of(outcome);
    for (Coalition rest = coalition; rest != 0; rest &= rest - 1) {
      worth = std::max(worth, worths[coalition & ~(rest & -rest)]);
    }
    worths[coalition] = worth;
  }
  return worths;
}

/// The Shapley value of the game among `players` in whole numbers: times the least common multiple of 1 to n,
/// by which every |S|! (n − |S| − 1)! ÷ n! is one.
struct ExactGame {
  explicit ExactGame(std::size_t count) {
    std::uint64_t multiple = 1;
    for (std::uint64_t i = 2; i <= count; ++i) multiple = std::lcm(multiple, i);
    std::uint64_t choices = 1;
    for (std::size_t size = 0; size < count; ++size) {
      weights[size] = static_cast<std::int64_t>(multiple / (count * choices));
      choices = choices * (count - 1 - size) / (size + 1);
    }
  }

  /// By bit of the players; 0 for who does not play.
  std::array<Wide, most_players_by_rate> values(Coalition players, std::span<const Wide> worths) const {
    std::array<Wide, most_players_by_rate> values{};
    for (Coalition part = players; part != 0; part = (part - 1) & players) {
      const std::size_t size = size_of(part);
      for (Coalition rest = players; rest != 0; rest &= rest - 1) {
        const auto player = static_cast<std::size_t>(std::countr_zero(rest));
        const bool is_in = (part >> player & 1U) != 0;
        values[player] += is_in ? worths[part] * weights[size - 1] : -worths[part] * weights[size];
      }
    }
    return values;
  }

  /// By how many joined before: |S|.
  std::array<std::int64_t, most_players_by_rate + 1> weights{};
};

/// Halves the values until they sum to below 2^62, and gives their sum.
Wide cut_to_62_bits(std::span<Wide> values) {
  const Wide sum = std::accumulate(values.begin(), values.end(), Wide{0});
  int excess = 0;
  while (sum >> excess >= Wide{1} << 62) ++excess;
  for (auto& value : values) value >>= excess;
  return std::accumulate(values.begin(), values.end(), Wide{0});
}

/// Which coalitions are part of a set that has conversions.
std::vector<bool> playing(std::span<const PathOutcome> outcomes) {
  std::vector<bool> plays(outcomes.size());
  for (std::size_t i = outcomes.size(); i-- > 1;) {
    const auto coalition = static_cast<Coalition>(i);
    plays[i] = plays[i] || outcomes[i].conversions != 0;
    for (Coalition rest = coalition; plays[i] && rest != 0; rest &= rest - 1) {
      plays[coalition & ~(rest & -rest)] = true;
    }
  }
  return plays;
}

KeySums sums_by_rate(const Paths& paths, std::span<const std::uint32_t> players,
                     std::span<const PathOutcome> outcomes) {
  KeySums sums(paths.keys);
  const auto worths = worths_of(outcomes);
  std::vector<ExactGame> games;
  for (std::size_t count = 0; count <= players.size(); ++count) games.emplace_back(count);
  for (Coalition coalition = 1; coalition < outcomes.size(); ++coalition) {
    if (outcomes[coalition].conversions == 0) continue;
    auto values = games[size_of(coalition)].values(coalition, worths);
    const Wide sum = cut_to_62_bits(values);
    for (std::size_t i = 0; i < players.size(); ++i) {
      sums.add(players[i], outcomes[coalition], values[i], sum);
    }
  }
  return sums;
}

}  // namespace

ShapleyByRate shapley_by_rate(const Paths& paths) {
  const auto players = players_of(paths);
  if (players.size() > most_players_by_rate) {
    return {.reason = "the conversion rate of every set of channels is asked for up to " +
                      std::to_string(most_players_by_rate) + " channels, and there are " +
                      std::to_string(players.size()) +
                      "; put channels together, or take the game over journeys"};
  }
  const auto outcomes = outcomes_of(paths, players);
  ShapleyByRate result{.credits = sums_by_rate(paths, players, outcomes).credits(total_minor(paths))};
  const auto plays = playing(outcomes);
  for (std::size_t coalition = 1; coalition < outcomes.size(); ++coalition) {
    if (!plays[coalition]) continue;
    ++(journeys_of(outcomes[coalition]) != 0 ? result.coalitions_seen : result.coalitions_unseen);
  }
  return result;
}

}  // namespace accord::kernels
