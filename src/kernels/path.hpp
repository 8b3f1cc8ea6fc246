// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/journey.hpp"

/// Journeys grouped by the way they took: what methods over whole populations (Markov, Shapley) work on. A
/// log of touches makes them, and so does a file of paths written "a > b > c".
namespace accord::kernels {

/// What became of the journeys of one path.
struct PathOutcome {
  std::uint64_t conversions = 0;
  std::int64_t minor = 0;  ///< what these conversions brought together, in minor units of one currency
  std::uint64_t not_converted = 0;  ///< journeys that no conversion closed

  friend bool operator==(const PathOutcome&, const PathOutcome&) = default;
};

/// Paths and what became of their journeys, a column each, so that millions of them lie side by side. A path
/// is a list of one key or more, in the order of time, repeated where a journey came by it again. The same
/// path may stand more than once: what counts is the sum. Whoever groups them keeps the columns alive.
struct Paths {
  std::size_t keys = 0;  ///< keys are 0 up to this
  std::span<const std::uint64_t>
      touches_from;  ///< path p has the touches [p] up to [p + 1]: paths + 1 of these
  std::span<const std::uint32_t> touch_key;
  std::span<const PathOutcome> outcome;  ///< of each path

  std::size_t size() const { return outcome.size(); }
  std::span<const std::uint32_t> keys_of(std::size_t path) const {
    return touch_key.subspan(touches_from[path], touches_from[path + 1] - touches_from[path]);
  }
};

/// So many journeys there may be together: up to here a `double` counts without a gap.
constexpr std::uint64_t most_journeys = std::uint64_t{1} << 53;

/// The first thing that keeps these columns from being paths, in a sentence; nothing when they are. Every
/// method relies on it: each path has a key, each key is below `keys`, no value without a conversion, at most
/// `most_journeys` of them, and the values, each without its sign, sum to below 2^63. Ask once for columns
/// that come from outside, such as a file.
std::optional<std::string> problem_of(const Paths&);

/// Paths that own their columns.
struct PathList {
  std::size_t keys = 0;
  std::vector<std::uint64_t> touches_from{0};
  std::vector<std::uint32_t> touch_key;
  std::vector<PathOutcome> outcome;
  PathOutcome unattributed;            ///< conversions that no touch explains: on no path
  std::optional<std::string> problem;  ///< why there are no paths: journeys or amounts too large to add up

  Paths paths() const { return {keys, touches_from, touch_key, outcome}; }
  friend bool operator==(const PathList&, const PathList&) = default;
};

/// How much there is on all paths together, and whether that is too much. Sums stop at the largest number.
struct PathExtent {
  std::uint64_t journeys = 0;
  std::uint64_t minor = 0;  ///< amounts without their sign

  void add(const PathOutcome&);
  PathExtent& operator+=(const PathExtent&);
  std::optional<std::string> problem() const;
};

/// Finds equal paths and adds up what became of them. What comes out depends on what was added, not on its
/// order.
class PathGroups {
 public:
  /// One journey or many. Without keys they are on no path: `PathList::unattributed`.
  void add(std::span<const std::uint32_t> keys, const PathOutcome&);
  PathGroups& operator+=(const PathGroups&);
  /// Sorts what was added so far. Whoever groups in several threads lets each sort its own: then they are put
  /// together in one walk. It changes nothing else.
  void put_in_order();

  /// Each path once, sorted by its keys from the first on. `keys`: how many there are, see `Paths`.
  PathList sorted(std::size_t keys) const;

 private:
  /// A path of few touches and small keys, as nearly all are, in the place of a list: a byte for each key,
  /// counted from 1, and 0 after the last. They are sorted as the paths are.
  struct Short {
    std::uint64_t first = 0, rest = 0;
    friend auto operator<=>(const Short&, const Short&) = default;
  };
  struct Entry {
    Short path;
    PathOutcome outcome;
  };
  static std::optional<Short> short_of(std::span<const std::uint32_t> keys);
  static std::size_t spread(const Short&, std::uint32_t (&keys)[16]);
  static std::vector<Entry> merged(const std::vector<Entry>&, const std::vector<Entry>&);
  PathOutcome& outcome_of(const Short&);
  std::vector<Entry> short_paths() const;
  std::vector<std::size_t> long_paths() const;
  void grow_shorts();

  std::size_t place_of(std::span<const std::uint32_t> keys, std::uint64_t hash);
  std::size_t slot_of(std::span<const std::uint32_t> keys, std::uint64_t hash) const;
  void grow();

  std::vector<Entry> ordered_;         ///< short paths, sorted
  std::vector<Entry> table_;           ///< short paths since, by hash; without a key where there is none
  std::size_t in_table_ = 0;           ///< of them
  PathList longs_;                     ///< the others, in the order of their first journey
  std::vector<std::uint64_t> hashes_;  ///< of each of these
  std::vector<std::uint64_t> slots_;   ///< by hash: 1 + the place of one, 0 where there is none
  PathOutcome unattributed_;
  PathExtent extent_;
};

/// The journeys of all accounts by `rule`, grouped. Touches of no known key (`keys` and above) all get the
/// key `keys`, as in `CreditTotals::no_key`, so that the list has one key more. The number of threads changes
/// nothing but the time it takes.
PathList group_journeys(const Timelines&, PathRule rule, std::size_t keys, std::size_t threads = 1);

}  // namespace accord::kernels
