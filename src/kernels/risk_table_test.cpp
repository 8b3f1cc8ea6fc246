// SPDX-License-Identifier: Apache-2.0
#include "kernels/risk_table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/durations.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_durations;
using tests::DurationList;

bool was_at_risk(const DurationList& list, std::size_t i, std::int64_t tick, std::int64_t from = 0) {
  const auto seen = std::max(from, list.first_seen[i]);
  return list.ticks[i] >= tick && (seen == 0 || seen < tick);
}

bool is_unseen(const DurationList& list, std::size_t i, std::int64_t from = 0) {
  const auto seen = std::max(from, list.first_seen[i]);
  return seen > 0 && list.ticks[i] <= seen;
}

RC_GTEST_PROP(RiskTableProperty, CountsAsEachSubjectSays, ()) {
  const auto list = arbitrary_durations(3, true, true);
  const std::int64_t from = *rc::gen::element(0, 0, 2, 5);
  const auto table = risk_table(list.durations(), {.causes = 3, .from = from});
  std::uint64_t subjects = 0, unseen = 0, beyond = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (is_unseen(list, i, from))
      ++unseen;
    else if (list.ticks[i] <= table.known_to)
      ++subjects;
    else
      ++beyond;
  }
  RC_ASSERT(table.unseen == unseen);
  RC_ASSERT(table.reason.has_value() == (unseen == list.size()));
  if (table.reason) return;
  RC_ASSERT(table.subjects == subjects);
  RC_ASSERT(table.beyond == beyond);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto tick = table.tick[row];
    RC_ASSERT((row == 0 || table.tick[row - 1] < tick));
    std::uint32_t at_risk = 0, last_seen = 0, left = 0;
    std::array<std::uint32_t, 4> by{};
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!was_at_risk(list, i, tick, from)) continue;
      ++at_risk;
      if (list.ticks[i] != tick) continue;
      ++by[list.cause[i]];
      ++(list.cause[i] == still_there ? last_seen : left);
    }
    RC_ASSERT(table.at_risk[row] == at_risk);
    RC_ASSERT(table.last_seen[row] == last_seen);
    RC_ASSERT(table.left_for(row, any_cause) == left);
    for (std::size_t cause = 1; cause <= 3; ++cause) RC_ASSERT(table.left_for(row, cause) == by[cause]);
  }
}

RC_GTEST_PROP(RiskTableProperty, TellsTheNumberAtRiskBetweenRowsToo, ()) {
  const auto list = arbitrary_durations(1, true, true);
  const auto table = risk_table(list.durations());
  if (table.reason) return;
  for (std::int64_t tick = 0; tick <= std::min<std::int64_t>(table.known_to, 15); ++tick) {
    std::uint32_t expected = 0;
    for (std::size_t i = 0; i < list.size(); ++i) expected += was_at_risk(list, i, tick) ? 1 : 0;
    RC_ASSERT(at_risk(table, tick) == expected);
  }
  RC_ASSERT(at_risk(table, table.known_to + 1) == 0U);
}

RC_GTEST_PROP(RiskTableProperty, IsTheSameInAnyOrder, ()) {
  const auto list = arbitrary_durations(2, true, true);
  std::vector<std::size_t> order(list.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
  std::shuffle(order.begin(), order.end(), random);
  DurationList shuffled;
  for (const auto i : order) shuffled.add(list.ticks[i], list.cause[i], list.first_seen[i]);
  const auto a = risk_table(list.durations(), {.causes = 2}),
             b = risk_table(shuffled.durations(), {.causes = 2});
  RC_ASSERT(a.tick == b.tick);
  RC_ASSERT(a.at_risk == b.at_risk);
  RC_ASSERT(a.left_by == b.left_by);
  RC_ASSERT(a.last_seen == b.last_seen);
}

/// So many that they are sorted digit by digit, some of them as long as can be.
TEST(RiskTableTest, SortsMany) {
  std::mt19937_64 random(7);
  DurationList list;
  for (int i = 0; i < 20'000; ++i) {
    const auto longest = i % 100 == 0 ? most_ticks : i % 3 == 0 ? 1'000 : 100'000'000'000;
    list.add(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(longest)),
             static_cast<std::uint8_t>(random() % 16));
  }
  const auto table = risk_table(list.durations(), {.causes = most_causes});
  ASSERT_EQ(table.reason, std::nullopt);
  auto ticks = list.ticks;
  std::sort(ticks.begin(), ticks.end());
  std::size_t before = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    ASSERT_EQ(table.tick[row], ticks[before]);
    ASSERT_EQ(table.at_risk[row], ticks.size() - before);
    before += table.left[row] + table.last_seen[row];
  }
  EXPECT_EQ(before, ticks.size());
  for (std::size_t cause = 1; cause <= most_causes; ++cause) {
    std::int64_t found = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) found += table.left_for(row, cause);
    EXPECT_EQ(found, std::count(list.cause.begin(), list.cause.end(), cause));
  }
}

TEST(RiskTableTest, EndsWhereNobodyIsLeft) {
  DurationList list;
  list.add(3, 1);
  list.add(9, 1, 5);
  const auto gap = risk_table(list.durations());
  EXPECT_EQ(gap.known_to, 3);
  EXPECT_EQ(gap.beyond, 1U);
  // Somebody is first seen at the very tick at which all others leave: at that tick nobody stayed either.
  list.first_seen.back() = 3;
  EXPECT_EQ(risk_table(list.durations()).beyond, 1U);
  // Where the other was still there, so is the curve.
  list.cause.front() = still_there;
  EXPECT_EQ(risk_table(list.durations()).beyond, 0U);
  EXPECT_EQ(risk_table(list.durations()).known_to, 9);
}

TEST(RiskTableTest, BeginsWhereSomebodyWasSeen) {
  DurationList list;
  list.add(8, 1, 4);
  list.add(9, still_there, 6);
  list.add(5, 1, 5);  // left at the moment at which it was first seen: nothing was seen of it
  const auto table = risk_table(list.durations());
  EXPECT_EQ(table.known_from, 4);
  EXPECT_EQ(table.unseen, 1U);
  EXPECT_EQ(at_risk(table, 4), 0U);
  EXPECT_EQ(at_risk(table, 5), 1U);
  EXPECT_EQ(at_risk(table, 8), 2U);
}

TEST(RiskTableTest, SaysWhyThereIsNone) {
  DurationList list;
  EXPECT_EQ(risk_table(list.durations()).reason, "There is nobody.");
  list.add(5, 1, 5);
  EXPECT_EQ(risk_table(list.durations()).reason, "Nobody was seen for long enough.");
  const std::vector<std::int64_t> ticks{1, 2}, negative{1, -1}, endless{1, most_ticks + 1};
  const std::vector<std::uint8_t> cause{1, 2}, one{1};
  EXPECT_EQ(problem_of({ticks, cause}, {.causes = 2}), std::nullopt);
  EXPECT_EQ(problem_of({ticks, cause}, {.causes = 1}), "A cause is greater than the number of causes.");
  EXPECT_EQ(problem_of({ticks, cause}, {.causes = 0}), "There are 1 to 15 causes.");
  EXPECT_EQ(problem_of({ticks, cause}, {.causes = 16}), "There are 1 to 15 causes.");
  EXPECT_EQ(problem_of({ticks, one}, {}), "There are not as many causes as durations.");
  EXPECT_EQ(problem_of({negative, cause}, {.causes = 2}), "A duration is negative.");
  EXPECT_EQ(problem_of({endless, cause}, {.causes = 2}), "A duration is longer than 2^58 ticks.");
  EXPECT_EQ(problem_of({ticks, cause, negative}, {.causes = 2}),
            "Something was first seen before its beginning.");
  EXPECT_EQ(problem_of({ticks, cause, std::span(ticks).first(1)}, {.causes = 2}),
            "There are not as many first moments as durations.");
  EXPECT_EQ(problem_of({ticks, cause}, {.causes = 2, .from = -1}),
            "What is asked from lies before the beginning.");
  EXPECT_EQ(risk_table({negative, cause}, {.causes = 2}).reason, "A duration is negative.");
}

}  // namespace
}  // namespace accord::kernels
