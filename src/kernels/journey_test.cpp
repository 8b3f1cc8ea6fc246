// SPDX-License-Identifier: Apache-2.0
#include "kernels/journey.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "tests/arbitrary_touch_log.hpp"

namespace accord::kernels {
namespace {

using tests::TouchLog;

constexpr auto alone = Journey::no_conversion;

/// account, first touch, touches, conversion
using Row = std::array<std::size_t, 4>;

std::vector<Row> journeys_of(const Timelines& timelines, PathRule rule, AccountRange accounts) {
  std::vector<Row> rows;
  for (JourneyCursor cursor(timelines, rule, accounts); cursor.next();) {
    const Journey& journey = cursor.journey();
    rows.push_back({journey.account, journey.touches == 0 ? 0 : journey.first_touch, journey.touches,
                    journey.conversion});
  }
  return rows;
}

std::vector<Row> journeys_of(const TouchLog& log, std::int64_t lookback_ms) {
  return journeys_of(log.timelines(), {lookback_ms}, all_of(log.timelines()));
}

TEST(JourneyTest, ATouchAtTheMomentOfAConversionCountsForItAndALaterOneDoesNot) {
  TouchLog log;
  for (const int ms : {99, 100, 101}) log.touch(ms, 0);
  log.convert(100, 1);
  log.end_account();
  EXPECT_EQ(journeys_of(log, 1'000), (std::vector<Row>{{0, 0, 2, 0}, {0, 2, 1, alone}}));
}

TEST(JourneyTest, ATouchExactlyAsOldAsTheLookbackStillCounts) {
  TouchLog log;
  for (const int ms : {49, 50, 60}) log.touch(ms, 0);
  log.convert(100, 1);
  log.end_account();
  EXPECT_EQ(journeys_of(log, 50), (std::vector<Row>{{0, 1, 2, 0}}));
  EXPECT_EQ(count_journeys(log.timelines(), {50}, {0, 1}).touches_before_lookback, 1U);
}

TEST(JourneyTest, AConversionClosesAJourneySoThatTheNextBeginsAnew) {
  TouchLog log;
  for (const int ms : {10, 20, 30, 40}) log.touch(ms, 0);
  for (const int ms : {25, 35, 35}) log.convert(ms, 1);
  log.end_account();
  EXPECT_EQ(journeys_of(log, 1'000),
            (std::vector<Row>{{0, 0, 2, 0}, {0, 2, 1, 1}, {0, 0, 0, 2}, {0, 3, 1, alone}}));
}

TEST(JourneyTest, WhatIsTooOldForItsConversionDoesNotCountForTheNextEither) {
  TouchLog log;
  log.touch(0, 0);
  for (const int ms : {100, 101}) log.convert(ms, 1);
  log.end_account();
  EXPECT_EQ(journeys_of(log, 10), (std::vector<Row>{{0, 0, 0, 0}, {0, 0, 0, 1}}));
  const auto counts = count_journeys(log.timelines(), {10}, {0, 1});
  EXPECT_EQ(counts.conversions_alone, 2U);
  EXPECT_EQ(counts.touches_before_lookback, 1U);
  EXPECT_EQ(counts.journeys(), 0U);
  EXPECT_EQ(counts.mean_touches(), 0);
}

TEST(JourneyTest, WhereNothingClosesJourneysATouchLeadsToSeveralConversions) {
  TouchLog log;
  for (const int ms : {10, 20, 30, 40}) log.touch(ms, 0);
  for (const int ms : {25, 35}) log.convert(ms, 1);
  log.end_account();
  const PathRule rule{20, Closing::by_none};
  EXPECT_EQ(journeys_of(log.timelines(), rule, {0, 1}),
            (std::vector<Row>{{0, 0, 2, 0}, {0, 1, 2, 1}, {0, 3, 1, alone}}));
  const auto counts = count_journeys(log.timelines(), rule, {0, 1});
  EXPECT_EQ(counts.touches_before_lookback, 0U);
  EXPECT_EQ(counts.journey_touches, 5U);
}

TEST(JourneyTest, AConversionThatDoesNotStandHasItsJourneyAndClosesNone) {
  TouchLog log;
  for (const int ms : {10, 20, 30, 40}) log.touch(ms, 0);
  for (const int ms : {15, 25, 35}) log.convert(ms, 1);
  log.end_account();
  log.touch(50, 0);
  log.convert(60, 1);
  log.end_account();
  log.conversion_stands = {1, 0, 1, 0};
  EXPECT_EQ(journeys_of(log, 1'000),
            (std::vector<Row>{
                {0, 0, 1, 0}, {0, 1, 1, 1}, {0, 1, 2, 2}, {0, 3, 1, alone}, {1, 4, 1, 3}, {1, 4, 1, alone}}));
  EXPECT_EQ(journeys_of(log.timelines(), {20, Closing::by_none}, {0, 2}),
            (std::vector<Row>{
                {0, 0, 1, 0}, {0, 0, 2, 1}, {0, 1, 2, 2}, {0, 3, 1, alone}, {1, 4, 1, 3}, {1, 4, 1, alone}}));
  log.conversion_stands = {1, 1, 1};
  EXPECT_EQ(problem_of(log.timelines()), "the columns of conversions differ in length");
}

/// But for their own journeys, those that stand are as if the others had never been.
RC_GTEST_PROP(JourneyTest, WhatDoesNotStandChangesNoOtherJourney, ()) {
  auto log = tests::arbitrary_touch_log();
  TouchLog without;
  without.touches_from = log.touches_from;
  without.touch_ms = log.touch_ms;
  without.touch_key = log.touch_key;
  without.touch_marks = log.touch_marks;
  std::vector<std::size_t> places;  // in the whole log of those that stand
  for (std::size_t account = 0; account + 1 < log.conversions_from.size(); ++account) {
    for (auto i = log.conversions_from[account]; i < log.conversions_from[account + 1]; ++i) {
      log.conversion_stands.push_back(*rc::gen::inRange<std::uint8_t>(0, 2));
      if (log.conversion_stands.back() == 0) continue;
      without.convert(log.conversion_ms[i], 1);
      places.push_back(i);
    }
    without.conversions_from.push_back(without.conversion_ms.size());
  }
  const PathRule rule{*rc::gen::inRange<std::int64_t>(0, 30),
                      *rc::gen::arbitrary<bool>() ? Closing::by_none : Closing::by_each_conversion};
  auto found = journeys_of(log.timelines(), rule, all_of(log.timelines()));
  std::erase_if(found, [&](const Row& row) { return row[3] != alone && log.conversion_stands[row[3]] == 0; });
  auto expected = journeys_of(without.timelines(), rule, all_of(without.timelines()));
  for (auto& row : expected) {
    if (row[3] != alone) row[3] = places[row[3]];
  }
  RC_ASSERT(found == expected);
}

/// The touch of day 10 is as old as the look-back of 90 days for what converts on day 100.
TEST(JourneyTest, OfWhatIsKnownByItsDayWholeDaysLieBetween) {
  const auto of_day = [](std::int64_t day) { return day * ms_of_a_day; };
  constexpr std::int64_t lookback = 90 * ms_of_a_day;
  TouchLog log;
  log.touch(of_day(10) - 1, 0);
  log.touch(of_day(10), 0);
  log.convert(of_day(101) - 1, 1);
  log.end_account();
  log.touch(of_day(9), 0, touch_mark::of_a_day);
  log.touch(of_day(10), 0, touch_mark::of_a_day);
  log.convert(of_day(100) + 15, 1);
  log.end_account();
  EXPECT_EQ(journeys_of(log, lookback), (std::vector<Row>{{0, 0, 0, 0}, {1, 3, 1, 1}}))
      << "a moment is exact, and the day of a touch counts whole";
  auto timelines = log.timelines();
  const std::vector<std::uint8_t> first_of_a_day{1, 0};
  timelines.conversion_is_of_a_day = first_of_a_day;
  EXPECT_EQ(problem_of(timelines), std::nullopt);
  EXPECT_EQ(journeys_of(timelines, {lookback}, all_of(timelines)),
            (std::vector<Row>{{0, 1, 1, 0}, {1, 3, 1, 1}}));
  timelines.conversion_is_of_a_day = std::span(first_of_a_day).first(1);
  EXPECT_EQ(problem_of(timelines), "the columns of conversions differ in length");
}

TEST(JourneyTest, AJourneyThatHasNotConvertedHasNoLookback) {
  TouchLog log;
  for (const int ms : {0, 1'000'000}) log.touch(ms, 0);
  log.end_account();
  EXPECT_EQ(journeys_of(log, 1), (std::vector<Row>{{0, 0, 2, alone}}));
}

TEST(JourneyTest, AccountsDoNotMixAndEmptyOnesHaveNoJourneys) {
  TouchLog log;
  log.end_account();
  log.touch(10, 0);
  log.end_account();
  log.convert(11, 1);
  log.end_account();
  log.end_account();
  EXPECT_EQ(journeys_of(log, 1'000), (std::vector<Row>{{1, 0, 1, alone}, {2, 0, 0, 0}}));
  EXPECT_EQ(journeys_of(TouchLog{}, 1'000), std::vector<Row>{});
  EXPECT_EQ(journeys_of(Timelines{}, {}, all_of(Timelines{})), std::vector<Row>{});
  EXPECT_EQ(count_journeys(Timelines{}, {}, all_of(Timelines{})), JourneyCounts{});
}

TEST(JourneyTest, HoldsAtTheEndsOfTime) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  TouchLog log;
  for (const auto ms : {least, most}) log.touch(ms, 0);
  log.convert(most, 1);
  log.end_account();
  EXPECT_EQ(journeys_of(log, most), (std::vector<Row>{{0, 1, 1, 0}}));
  EXPECT_EQ(journeys_of(log, 0), (std::vector<Row>{{0, 1, 1, 0}}));
  EXPECT_EQ(journeys_of(log, -1), (std::vector<Row>{{0, 0, 0, 0}}));
}

TEST(JourneyTest, SaysWhatKeepsColumnsFromBeingTimelines) {
  TouchLog good;
  good.touch(1, 0);
  good.end_account();
  for (const int ms : {5, 6}) good.touch(ms, 0);
  good.convert(7, 1);
  good.end_account();
  EXPECT_EQ(problem_of(good.timelines()), std::nullopt);
  EXPECT_EQ(problem_of(Timelines{}), std::nullopt);
  const auto problem_after = [&](auto change) {
    TouchLog log = good;
    change(log);
    return problem_of(log.timelines()).value_or("none");
  };
  EXPECT_EQ(problem_after([](TouchLog& log) { log.touch_ms[2] = 4; }),
            "the touches of account 1 are not sorted by time: number 2 is earlier than the one before it");
  EXPECT_EQ(problem_after([](TouchLog& log) { log.touches_from[1] = 4; }),
            "the touches of account 1 end before they begin");
  EXPECT_EQ(problem_after([](TouchLog& log) { log.conversions_from[2] = 2; }),
            "the conversions of the last account end at 2, and there are 1");
  EXPECT_EQ(problem_after([](TouchLog& log) { log.touches_from[0] = 1; }),
            "the touches of the first account do not begin at 0");
  EXPECT_EQ(problem_after([](TouchLog& log) { log.touch_key.pop_back(); }),
            "the columns of touches differ in length");
  EXPECT_EQ(problem_after([](TouchLog& log) { log.conversion_minor.clear(); }),
            "the columns of conversions differ in length");
  EXPECT_EQ(problem_after([](TouchLog& log) { log.conversions_from.pop_back(); }),
            "touches and conversions have different numbers of accounts");
  EXPECT_EQ(problem_after([](TouchLog& log) {
              log.touches_from.clear();
              log.conversions_from.clear();
            }),
            "there are touches but no accounts");
}

/// The rule as one would write it down: all that happened in one list by time, and a list of touches that
/// grows.
struct Happening {
  std::int64_t ms;
  bool is_conversion;
  std::size_t index;
};

std::vector<Happening> happenings_of(const Timelines& log, std::size_t account) {
  std::vector<Happening> all;
  for (auto i = log.touches_from[account]; i < log.touches_from[account + 1]; ++i) {
    all.push_back({log.touch_ms[i], false, i});
  }
  for (auto i = log.conversions_from[account]; i < log.conversions_from[account + 1]; ++i) {
    all.push_back({log.conversion_ms[i], true, i});
  }
  std::stable_sort(all.begin(), all.end(), [](const Happening& a, const Happening& b) {
    return std::pair(a.ms, a.is_conversion) < std::pair(b.ms, b.is_conversion);
  });
  return all;
}

std::vector<Row> plain_journeys_of(const Timelines& log, std::int64_t lookback_ms,
                                   Closing closing = Closing::by_each_conversion) {
  std::vector<Row> rows;
  for (std::size_t account = 0; account < log.accounts(); ++account) {
    std::vector<std::size_t> touches, since;
    for (const auto& happening : happenings_of(log, account)) {
      if (!happening.is_conversion) {
        touches.push_back(happening.index);
        since.push_back(happening.index);
        continue;
      }
      std::erase_if(touches, [&](std::size_t i) { return happening.ms - log.touch_ms[i] > lookback_ms; });
      rows.push_back({account, touches.empty() ? 0 : touches[0], touches.size(), happening.index});
      since.clear();
      if (closing == Closing::by_each_conversion) touches.clear();
    }
    if (!since.empty()) rows.push_back({account, since[0], since.size(), alone});
  }
  return rows;
}

RC_GTEST_PROP(JourneyProperty, AreThoseOfThePlainRule, ()) {
  const auto log = tests::arbitrary_touch_log();
  const auto lookback_ms = *rc::gen::inRange(0, 35);
  RC_ASSERT(problem_of(log.timelines()) == std::nullopt);
  RC_ASSERT(journeys_of(log, lookback_ms) == plain_journeys_of(log.timelines(), lookback_ms));
}

RC_GTEST_PROP(JourneyProperty, WhereNothingClosesThemTouchesLeadToEveryConversionInTheirLookback, ()) {
  const auto log = tests::arbitrary_touch_log();
  const PathRule rule{*rc::gen::inRange(0, 35), Closing::by_none};
  const auto timelines = log.timelines();
  RC_ASSERT(journeys_of(timelines, rule, all_of(timelines)) ==
            plain_journeys_of(timelines, rule.lookback_ms, rule.closing));
}

RC_GTEST_PROP(JourneyProperty, CountsOfPartsAddUpToThoseOfAll, ()) {
  const auto log = tests::arbitrary_touch_log();
  const auto timelines = log.timelines();
  const PathRule rule{*rc::gen::inRange(0, 35),
                      *rc::gen::element(Closing::by_each_conversion, Closing::by_none)};
  const auto middle = *rc::gen::inRange<std::size_t>(0, timelines.accounts() + 1);
  auto sum = count_journeys(timelines, rule, {0, middle});
  sum += count_journeys(timelines, rule, {middle, timelines.accounts()});
  const auto counts = count_journeys(timelines, rule, all_of(timelines));
  RC_ASSERT(sum == counts);
  RC_ASSERT(counts.touches == log.touch_ms.size());
  RC_ASSERT(counts.conversions == log.conversion_ms.size());
  RC_ASSERT(counts.conversions == counts.converted + counts.conversions_alone);
  RC_ASSERT(counts.longest <= 9U);
}

}  // namespace
}  // namespace accord::kernels
