// SPDX-License-Identifier: Apache-2.0
#include "importing/repeats.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <map>
#include <string>

namespace accord::importing {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;  // identity and content, line by line
using Found = std::vector<std::tuple<std::int64_t, std::int64_t, bool>>;

Found found_in(const Rows& rows) {
  Repeats repeats;
  for (std::size_t i = 0; i < rows.size(); ++i)
    repeats.add(rows[i].first, static_cast<std::int64_t>(i) + 2, digest_of(rows[i].second));
  Found found;
  for (const auto& one : repeats.take()) found.emplace_back(one.line, one.first_line, one.is_same);
  return found;
}

/// With a map of all of them.
Found expected_of(const Rows& rows) {
  std::map<std::string, std::size_t> first;
  Found found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto [place, is_first] = first.try_emplace(rows[i].first, i);
    if (!is_first) found.emplace_back(i + 2, place->second + 2, rows[place->second].second == rows[i].second);
  }
  return found;
}

RC_GTEST_PROP(RepeatsTest, FindsWhatAMapFinds, ()) {
  const auto identity = rc::gen::map(rc::gen::inRange(0, 30), [](int i) { return "k" + std::to_string(i); });
  const auto content = rc::gen::map(rc::gen::inRange(0, 3), [](int i) { return std::to_string(i); });
  const auto rows = *rc::gen::container<Rows>(rc::gen::pair(identity, content));
  RC_ASSERT(found_in(rows) == expected_of(rows));
}

/// So many that each bucket waits in the file in part.
TEST(RepeatsTest, FindsThemAmongMoreThanWaitInMemory) {
  constexpr int count = 400'000;
  Rows rows;
  for (int i = 0; i < count; ++i) rows.emplace_back("k" + std::to_string(i), "x");
  for (int i = 0; i < count; i += 1'000)
    rows.emplace_back("k" + std::to_string(i), i % 2'000 == 0 ? "x" : "y");
  const auto found = found_in(rows);
  EXPECT_EQ(found.size(), 400U);
  EXPECT_EQ(found, expected_of(rows));
}

}  // namespace
}  // namespace accord::importing
