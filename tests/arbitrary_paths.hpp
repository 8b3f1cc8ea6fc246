// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <rapidcheck.h>

#include "kernels/path.hpp"

namespace accord::tests {

constexpr std::uint32_t arbitrary_path_keys = 6;

inline void add_path(kernels::PathList& list, const std::vector<std::uint32_t>& keys,
                     const kernels::PathOutcome& outcome) {
  list.touch_key.insert(list.touch_key.end(), keys.begin(), keys.end());
  list.touches_from.push_back(list.touch_key.size());
  list.outcome.push_back(outcome);
}

using WrittenPath = std::pair<std::vector<std::uint32_t>, kernels::PathOutcome>;
inline kernels::PathList paths_of(std::size_t keys, const std::vector<WrittenPath>& paths) {
  kernels::PathList list;
  list.keys = keys;
  for (const auto& [path, outcome] : paths) add_path(list, path, outcome);
  return list;
}

/// Some paths, of which some are equal, some never converted, and some brought less than was paid back.
inline kernels::PathList arbitrary_paths() {
  kernels::PathList list;
  list.keys = arbitrary_path_keys;
  const int paths = *rc::gen::inRange(0, 12);
  for (int path = 0; path < paths; ++path) {
    const auto length = *rc::gen::inRange<std::size_t>(1, 8);
    const auto conversions = *rc::gen::inRange<std::uint64_t>(0, 5);
    const auto minor = conversions == 0 ? 0 : *rc::gen::inRange<std::int64_t>(-200, 5'000);
    add_path(
        list,
        *rc::gen::container<std::vector<std::uint32_t>>(length, rc::gen::inRange(0U, arbitrary_path_keys)),
        {conversions, minor, *rc::gen::inRange<std::uint64_t>(0, 20)});
  }
  return list;
}

/// The same with each path's keys changed by `change`.
template <typename Change>
kernels::PathList with_keys(kernels::PathList list, Change change) {
  for (auto& key : list.touch_key) key = change(key);
  return list;
}

/// One list after the other.
inline kernels::PathList joined(kernels::PathList list, const kernels::PathList& other) {
  const auto paths = other.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto keys = paths.keys_of(path);
    add_path(list, {keys.begin(), keys.end()}, paths.outcome[path]);
  }
  return list;
}

}  // namespace accord::tests
