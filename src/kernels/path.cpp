// SPDX-License-Identifier: Apache-2.0
#include "kernels/path.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <limits>
#include <numeric>

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

/// The finalizer of MurmurHash3 (Austin Appleby, public domain) after each key.
std::uint64_t hash_of(std::span<const std::uint32_t> keys) {
  std::uint64_t hash = keys.size();
  for (const auto key : keys) {
    hash = (hash ^ key) * 0xff51afd7ed558ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    hash ^= hash >> 33;
  }
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
  add_to(keys.empty() ? list_.unattributed : list_.outcome[place_of(keys)], outcome);
}

PathGroups& PathGroups::operator+=(const PathGroups& other) {
  extent_ += other.extent_;
  const auto paths = other.list_.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    add_to(list_.outcome[place_of(paths.keys_of(path))], paths.outcome[path]);
  }
  add_to(list_.unattributed, other.list_.unattributed);
  return *this;
}

PathList PathGroups::sorted(std::size_t keys) const {
  PathList sorted;
  sorted.keys = keys;
  sorted.problem = extent_.problem();
  if (sorted.problem) return sorted;
  sorted.unattributed = list_.unattributed;
  const auto paths = list_.paths();
  std::vector<std::size_t> places(size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return std::ranges::lexicographical_compare(paths.keys_of(a), paths.keys_of(b));
  });
  sorted.touch_key.reserve(list_.touch_key.size());
  for (const auto place : places) {
    const auto path = paths.keys_of(place);
    CHECK(*std::max_element(path.begin(), path.end()) < keys);
    sorted.touch_key.insert(sorted.touch_key.end(), path.begin(), path.end());
    sorted.touches_from.push_back(sorted.touch_key.size());
    sorted.outcome.push_back(list_.outcome[place]);
  }
  return sorted;
}

/// Where the path stands, after it was put there if it is new.
std::size_t PathGroups::place_of(std::span<const std::uint32_t> keys) {
  if (2 * size() >= slots_.size()) grow();
  const auto hash = hash_of(keys);
  auto& slot = slots_[slot_of(keys, hash)];
  if (slot == 0) {
    list_.touch_key.insert(list_.touch_key.end(), keys.begin(), keys.end());
    list_.touches_from.push_back(list_.touch_key.size());
    list_.outcome.emplace_back();
    hashes_.push_back(hash);
    slot = size();
  }
  return slot - 1;
}

/// The slot of this path, or the free one that is to be its own.
std::size_t PathGroups::slot_of(std::span<const std::uint32_t> keys, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) return slot;
    const std::size_t place = slots_[slot] - 1;
    if (hashes_[place] == hash && std::ranges::equal(list_.paths().keys_of(place), keys)) return slot;
  }
}

/// Twice the slots, so that at most half of them are taken.
void PathGroups::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t place = 0; place < size(); ++place) {
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
