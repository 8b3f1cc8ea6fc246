// SPDX-License-Identifier: Apache-2.0
#include "kernels/path.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <limits>
#include <numeric>
#include <utility>

#include "base/check.hpp"

namespace accord::kernels {
namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

std::uint64_t add_up_to_largest(std::uint64_t a, std::uint64_t b) {
  return a > largest - b ? largest : a + b;
}

/// Wraps around where the sum has more than 64 bits, which `PathExtent::problem` has then said.
std::int64_t add_wrapping(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

void add_to(PathOutcome& sum, const PathOutcome& outcome) {
  sum.conversions += outcome.conversions;
  sum.minor = add_wrapping(sum.minor, outcome.minor);
  sum.not_converted += outcome.not_converted;
}

/// The finalizer of MurmurHash3 (Austin Appleby, public domain).
std::uint64_t mixed(std::uint64_t number) {
  number *= 0xff51afd7ed558ccdULL;
  number = (number ^ (number >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return number ^ (number >> 33);
}

std::uint64_t hash_of(std::span<const std::uint32_t> keys) {
  std::uint64_t hash = keys.size();
  for (const auto key : keys) hash = mixed(hash ^ key);
  return hash;
}

std::optional<std::string> problem_of_ends(const Paths& paths) {
  if (paths.touches_from.empty()) {
    if (paths.size() == 0 && paths.touch_key.empty()) return std::nullopt;
    return "it is not said where the touches of the paths begin";
  }
  if (paths.touches_from.size() != paths.size() + 1) return "the columns of paths differ in length";
  if (paths.touches_from.front() != 0) return "the touches of the first path do not begin at 0";
  if (paths.touches_from.back() != paths.touch_key.size()) {
    return "the touches of the last path end at " + std::to_string(paths.touches_from.back()) +
           ", and there are " + std::to_string(paths.touch_key.size());
  }
  const auto bad = std::adjacent_find(paths.touches_from.begin(), paths.touches_from.end(),
                                      [](std::uint64_t from, std::uint64_t to) { return from >= to; });
  if (bad == paths.touches_from.end()) return std::nullopt;
  const std::string path = "path " + std::to_string(bad - paths.touches_from.begin());
  return bad[0] == bad[1] ? path + " has no keys" : "the touches of " + path + " end before they begin";
}

std::optional<std::string> problem_of_path(const Paths& paths, std::size_t path) {
  for (const auto key : paths.keys_of(path)) {
    if (key >= paths.keys) {
      return "path " + std::to_string(path) + " has the key " + std::to_string(key) + ", and there are " +
             std::to_string(paths.keys);
    }
  }
  const auto& outcome = paths.outcome[path];
  if (outcome.minor == 0 || outcome.conversions != 0) return std::nullopt;
  return "path " + std::to_string(path) + " has a value and no conversion that brought it";
}

}  // namespace

std::optional<std::string> problem_of(const Paths& paths) {
  if (auto problem = problem_of_ends(paths)) return problem;
  PathExtent extent;
  for (std::size_t path = 0; path < paths.size(); ++path) {
    if (auto problem = problem_of_path(paths, path)) return problem;
    extent.add(paths.outcome[path]);
  }
  return extent.problem();
}

void PathExtent::add(const PathOutcome& outcome) {
  const auto amount = static_cast<std::uint64_t>(outcome.minor);
  *this += {add_up_to_largest(outcome.conversions, outcome.not_converted),
            outcome.minor < 0 ? std::uint64_t{0} - amount : amount};
}

PathExtent& PathExtent::operator+=(const PathExtent& other) {
  journeys = add_up_to_largest(journeys, other.journeys);
  minor = add_up_to_largest(minor, other.minor);
  return *this;
}

std::optional<std::string> PathExtent::problem() const {
  if (journeys > most_journeys) return "there are more than 2^53 journeys";
  if (minor > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return "the values of the paths together do not fit into 64 bits";
  }
  return std::nullopt;
}

void PathGroups::add(std::span<const std::uint32_t> keys, const PathOutcome& outcome) {
  extent_.add(outcome);
  if (keys.empty()) return add_to(unattributed_, outcome);
  const auto path = short_of(keys);
  add_to(path ? outcome_of(*path) : longs_.outcome[place_of(keys, hash_of(keys))], outcome);
}

PathGroups& PathGroups::operator+=(const PathGroups& other) {
  extent_ += other.extent_;
  put_in_order();
  ordered_ = merged(ordered_, other.table_.empty() ? other.ordered_ : other.short_paths());
  const auto paths = other.longs_.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    add_to(longs_.outcome[place_of(paths.keys_of(path), other.hashes_[path])], paths.outcome[path]);
  }
  add_to(unattributed_, other.unattributed_);
  return *this;
}

void PathGroups::put_in_order() {
  ordered_ = short_paths();
  table_.clear();
  in_table_ = 0;
}

PathList PathGroups::sorted(std::size_t keys) const {
  PathList sorted;
  sorted.keys = keys;
  sorted.problem = extent_.problem();
  if (sorted.problem) return sorted;
  sorted.unattributed = unattributed_;
  const auto shorts = short_paths();
  const auto longs = long_paths();
  sorted.touches_from.reserve(shorts.size() + longs.size() + 1);
  sorted.outcome.reserve(shorts.size() + longs.size());
  const auto add = [&](std::span<const std::uint32_t> path, const PathOutcome& outcome) {
    CHECK(*std::max_element(path.begin(), path.end()) < keys);
    sorted.touch_key.insert(sorted.touch_key.end(), path.begin(), path.end());
    sorted.touches_from.push_back(sorted.touch_key.size());
    sorted.outcome.push_back(outcome);
  };
  const auto paths = longs_.paths();
  auto next = longs.begin();
  for (const auto& one : shorts) {
    std::uint32_t spread_keys[16];
    const std::span<const std::uint32_t> path(spread_keys, spread(one.path, spread_keys));
    while (next != longs.end() && std::ranges::lexicographical_compare(paths.keys_of(*next), path)) {
      add(paths.keys_of(*next), paths.outcome[*next]);
      ++next;
    }
    add(path, one.outcome);
  }
  for (; next != longs.end(); ++next) add(paths.keys_of(*next), paths.outcome[*next]);
  return sorted;
}

std::optional<PathGroups::Short> PathGroups::short_of(std::span<const std::uint32_t> keys) {
  if (keys.size() > 16) return std::nullopt;
  Short path;
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    all = std::max(all, keys[i]);
    auto& half = i < 8 ? path.first : path.rest;
    half |= (std::uint64_t{keys[i]} + 1) << (56 - 8 * (i % 8));
  }
  return all < 255 ? std::optional(path) : std::nullopt;
}

/// The keys, and how many they are.
std::size_t PathGroups::spread(const Short& path, std::uint32_t (&keys)[16]) {
  for (std::size_t i = 0; i < 16; ++i) {
    const auto key = (i < 8 ? path.first : path.rest) >> (56 - 8 * (i % 8)) & 255;
    if (key == 0) return i;
    keys[i] = static_cast<std::uint32_t>(key - 1);
  }
  return 16;
}

PathOutcome& PathGroups::outcome_of(const Short& path) {
  if (4 * in_table_ >= 3 * table_.size()) grow_shorts();
  const std::size_t mask = table_.size() - 1;
  for (std::size_t place = mixed(path.first ^ mixed(path.rest)) & mask;; place = (place + 1) & mask) {
    auto& entry = table_[place];
    if (entry.path == path) return entry.outcome;
    if (entry.path.first != 0) continue;
    entry.path = path;
    ++in_table_;
    return entry.outcome;
  }
}

/// Twice the places, so that at most three quarters of them are taken.
void PathGroups::grow_shorts() {
  const std::vector<Entry> before(std::max<std::size_t>(64, 2 * table_.size()));
  auto taken = std::exchange(table_, before);
  in_table_ = 0;
  for (const auto& entry : taken) {
    if (entry.path.first != 0) outcome_of(entry.path) = entry.outcome;
  }
}

/// Sorted, each once.
std::vector<PathGroups::Entry> PathGroups::short_paths() const {
  std::vector<Entry> since;
  since.reserve(in_table_);
  for (const auto& entry : table_) {
    if (entry.path.first != 0) since.push_back(entry);
  }
  std::ranges::sort(since, {}, &Entry::path);
  return ordered_.empty() ? since : merged(ordered_, since);
}

std::vector<PathGroups::Entry> PathGroups::merged(const std::vector<Entry>& one,
                                                  const std::vector<Entry>& other) {
  std::vector<Entry> both;
  both.reserve(one.size() + other.size());
  std::ranges::merge(one, other, std::back_inserter(both), {}, &Entry::path, &Entry::path);
  std::size_t last = 0;
  for (std::size_t i = 1; i < both.size(); ++i) {
    if (both[i].path == both[last].path)
      add_to(both[last].outcome, both[i].outcome);
    else
      both[++last] = both[i];
  }
  if (!both.empty()) both.resize(last + 1);
  return both;
}

/// The places of the others, sorted by their keys.
std::vector<std::size_t> PathGroups::long_paths() const {
  const auto paths = longs_.paths();
  std::vector<std::size_t> places(paths.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
    return std::ranges::lexicographical_compare(paths.keys_of(a), paths.keys_of(b));
  });
  return places;
}

/// Where the path stands, after it was put there if it is new.
std::size_t PathGroups::place_of(std::span<const std::uint32_t> keys, std::uint64_t hash) {
  if (2 * longs_.outcome.size() >= slots_.size()) grow();
  auto& slot = slots_[slot_of(keys, hash)];
  if (slot == 0) {
    longs_.touch_key.insert(longs_.touch_key.end(), keys.begin(), keys.end());
    longs_.touches_from.push_back(longs_.touch_key.size());
    longs_.outcome.emplace_back();
    hashes_.push_back(hash);
    slot = longs_.outcome.size();
  }
  return slot - 1;
}

/// The slot of this path, or the free one that is to be its own.
std::size_t PathGroups::slot_of(std::span<const std::uint32_t> keys, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) return slot;
    const std::size_t place = slots_[slot] - 1;
    if (hashes_[place] == hash && std::ranges::equal(longs_.paths().keys_of(place), keys)) return slot;
  }
}

/// Twice the slots, so that at most half of them are taken.
void PathGroups::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = 0; place < longs_.outcome.size(); ++place) {
    std::size_t slot = hashes_[place] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = place + 1;
  }
}

namespace {

PathGroups groups_of(const Timelines& timelines, PathRule rule, std::size_t keys, AccountRange accounts) {
  const auto no_key = static_cast<std::uint32_t>(keys);
  PathGroups groups;
  std::vector<std::uint32_t> path;
  for (JourneyCursor cursor(timelines, rule, accounts); cursor.next();) {
    const Journey& journey = cursor.journey();
    path.clear();
    for (const auto key : timelines.touch_key.subspan(journey.first_touch, journey.touches)) {
      path.push_back(std::min(key, no_key));
    }
    const bool converted = journey.has_converted();
    groups.add(path, {converted, converted ? timelines.conversion_minor[journey.conversion] : 0, !converted});
  }
  groups.put_in_order();
  return groups;
}

}  // namespace

PathList group_journeys(const Timelines& timelines, PathRule rule, std::size_t keys, std::size_t threads) {
  CHECK(keys <= std::numeric_limits<std::uint32_t>::max());
  const std::size_t parts = std::max<std::size_t>(threads, 1), accounts = timelines.accounts();
  std::vector<std::future<PathGroups>> others;
  for (std::size_t i = 1; i < parts; ++i) {
    const AccountRange range{accounts / parts * i, i + 1 == parts ? accounts : accounts / parts * (i + 1)};
    others.push_back(std::async(std::launch::async, groups_of, std::cref(timelines), rule, keys, range));
  }
  auto groups = groups_of(timelines, rule, keys, {0, parts == 1 ? accounts : accounts / parts});
  for (auto& other : others) groups += other.get();
  return groups.sorted(keys + 1);
}

}  // namespace accord::kernels
