// SPDX-License-Identifier: Apache-2.0
#include "kernels/path.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "base/check.hpp"
#include "tests/arbitrary_touch_log.hpp"

namespace accord::kernels {
namespace {

using Keys = std::vector<std::uint32_t>;
using tests::arbitrary_keys;
using tests::arbitrary_touch_log;
using tests::TouchLog;

TEST(PathGroups, AddUpEqualPathsAndSortThem) {
  PathGroups groups;
  groups.add(Keys{1, 0}, {2, 500, 1});
  groups.add(Keys{1}, {0, 0, 7});
  groups.add(Keys{0, 1, 1}, {1, 30, 0});
  groups.add(Keys{1, 0}, {1, -20, 4});
  groups.add(Keys{}, {1, 9, 0});
  const auto list = groups.sorted(2);
  EXPECT_EQ(list.problem, std::nullopt);
  EXPECT_EQ(list.touch_key, (Keys{0, 1, 1, 1, 1, 0}));
  EXPECT_EQ(list.touches_from, (std::vector<std::uint64_t>{0, 3, 4, 6}));
  EXPECT_EQ(list.outcome, (std::vector<PathOutcome>{{1, 30, 0}, {0, 0, 7}, {3, 480, 5}}));
  EXPECT_EQ(list.unattributed, (PathOutcome{1, 9, 0}));
  EXPECT_EQ(problem_of(list.paths()), std::nullopt);
}

TEST(PathGroups, KnowNoKeyBeyondThoseThereAre) {
  PathGroups groups;
  groups.add(Keys{2}, {1, 1, 0});
  EXPECT_NO_THROW(groups.sorted(3));
  EXPECT_THROW(groups.sorted(2), Bug);
}

TEST(PathGroups, SayThatSumsAreTooLarge) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  PathGroups money, journeys;
  money.add(Keys{0}, {1, most, 0});
  EXPECT_EQ(money.sorted(1).problem, std::nullopt);
  money.add(Keys{1}, {1, -1, 0});
  EXPECT_EQ(money.sorted(2).problem, "the values of the paths together do not fit into 64 bits");
  EXPECT_EQ(money.sorted(2).paths().size(), 0U);
  journeys.add(Keys{0}, {most_journeys, 0, 0});
  EXPECT_EQ(journeys.sorted(1).problem, std::nullopt);
  journeys.add(Keys{0}, {0, 0, std::numeric_limits<std::uint64_t>::max()});
  EXPECT_EQ(journeys.sorted(1).problem, "there are more than 2^53 journeys");
}

struct ColumnsOfPaths {
  std::size_t keys;
  std::vector<std::uint64_t> from;
  Keys touches;
  std::vector<PathOutcome> outcome;
  std::optional<std::string> problem() const { return problem_of(Paths{keys, from, touches, outcome}); }
};

TEST(PathsTest, SayWhatIsWrongWithColumns) {
  EXPECT_EQ((ColumnsOfPaths{0, {}, {}, {}}).problem(), std::nullopt);
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1, 3}, {1, 0, 1}, {{}, {1, -5, 2}}}).problem(), std::nullopt);
  EXPECT_EQ((ColumnsOfPaths{2, {}, {1}, {{}}}).problem(),
            "it is not said where the touches of the paths begin");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1}, {1}, {}}).problem(), "the columns of paths differ in length");
  EXPECT_EQ((ColumnsOfPaths{2, {1, 2}, {1, 1}, {{}}}).problem(),
            "the touches of the first path do not begin at 0");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1}, {1, 1}, {{}}}).problem(),
            "the touches of the last path end at 1, and there are 2");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1, 1}, {1}, {{}, {}}}).problem(), "path 1 has no keys");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 2, 1}, {1}, {{}, {}}}).problem(),
            "the touches of path 1 end before they begin");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1}, {2}, {{}}}).problem(), "path 0 has the key 2, and there are 2");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1}, {1}, {{0, 8, 3}}}).problem(),
            "path 0 has a value and no conversion that brought it");
  EXPECT_EQ((ColumnsOfPaths{2, {0, 1}, {1}, {{most_journeys, 8, 1}}}).problem(),
            "there are more than 2^53 journeys");
}

TEST(GroupJourneys, PutTouchesWithoutAKnownKeyUnderOne) {
  TouchLog log;
  log.touch(1, 0);
  log.touch(2, 900);
  log.convert(2, 40);
  log.touch(3, 0);
  log.touch(4, 2);
  log.convert(5, 2);
  log.convert(6, 5);
  log.touch(7, 1);
  log.end_account();
  const auto list = group_journeys(log.timelines(), {20}, 2);
  EXPECT_EQ(list.keys, 3U);
  EXPECT_EQ(list.touch_key, (Keys{0, 2, 1}));
  EXPECT_EQ(list.outcome, (std::vector<PathOutcome>{{2, 42, 0}, {0, 0, 1}}));
  EXPECT_EQ(list.unattributed, (PathOutcome{1, 5, 0}));
}

RC_GTEST_PROP(GroupJourneys, FindEveryJourneyOnItsPath, ()) {
  const auto log = arbitrary_touch_log();
  const auto timelines = log.timelines();
  const auto list = group_journeys(timelines, {20}, arbitrary_keys);
  std::map<Keys, PathOutcome> expected;
  for (JourneyCursor cursor(timelines, {20}, all_of(timelines)); cursor.next();) {
    const auto& journey = cursor.journey();
    const auto keys = timelines.touch_key.subspan(journey.first_touch, journey.touches);
    auto& outcome = expected[{keys.begin(), keys.end()}];
    outcome.conversions += journey.has_converted();
    outcome.not_converted += !journey.has_converted();
    if (journey.has_converted()) outcome.minor += timelines.conversion_minor[journey.conversion];
  }
  const auto paths = list.paths();
  std::map<Keys, PathOutcome> found;
  if (list.unattributed != PathOutcome{}) found[{}] = list.unattributed;
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto keys = paths.keys_of(path);
    found[{keys.begin(), keys.end()}] = paths.outcome[path];
  }
  RC_ASSERT(found == expected);
  RC_ASSERT(problem_of(paths) == std::nullopt);
}

RC_GTEST_PROP(GroupJourneys, DependNeitherOnThreadsNorOnTheOrderOfAccounts, ()) {
  const auto log = arbitrary_touch_log();
  const auto timelines = log.timelines();
  TouchLog backwards;
  for (std::size_t account = timelines.accounts(); account-- > 0;) {
    for (auto i = log.touches_from[account]; i < log.touches_from[account + 1]; ++i) {
      backwards.touch(log.touch_ms[i], log.touch_key[i], log.touch_marks[i]);
    }
    for (auto i = log.conversions_from[account]; i < log.conversions_from[account + 1]; ++i) {
      backwards.convert(log.conversion_ms[i], log.conversion_minor[i]);
    }
    backwards.end_account();
  }
  const auto list = group_journeys(timelines, {20}, arbitrary_keys);
  RC_ASSERT(group_journeys(timelines, {20}, arbitrary_keys, 3) == list);
  RC_ASSERT(group_journeys(backwards.timelines(), {20}, arbitrary_keys, 2) == list);
}

/// Many paths, so that slots are taken twice and their number grows.
TEST(PathGroups, FindAThousandPathsAgain) {
  PathGroups groups;
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < 1'000; ++i) groups.add(Keys{i % 10, i / 10 % 10, i / 100}, {1, i, 0});
  }
  const auto list = groups.sorted(10);
  ASSERT_EQ(list.outcome.size(), 1'000U);
  EXPECT_TRUE(std::all_of(list.outcome.begin(), list.outcome.end(),
                          [](const PathOutcome& outcome) { return outcome.conversions == 2; }));
}

}  // namespace
}  // namespace accord::kernels
