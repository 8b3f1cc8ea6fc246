// SPDX-License-Identifier: Apache-2.0
#include "base/instant.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace accord {
namespace {

RC_GTEST_PROP(DayProperty, TextAndPartsRoundTrip, ()) {
  const Day day{*rc::gen::inRange(-25'567, 84'006)};  // 1900-01-01 to 2199-12-31
  RC_ASSERT(parse_day(to_string(day)) == day);
  RC_ASSERT(day_from(parts_of(day)) == day);
  RC_ASSERT(weekday(monday_of(day)) == 0 && day - monday_of(day) < 7);
  RC_ASSERT(parts_of(first_of_quarter(day)).month % 3 == 1);
}

RC_GTEST_PROP(InstantProperty, TextRoundTrips, ()) {
  const Instant at{*rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 7'000'000'000'000)};
  RC_ASSERT(parse_instant(to_string(at)) == at);
}

RC_GTEST_PROP(InstantProperty, LocalTimeRoundTripsOutsideTheHourOfChange, ()) {
  const auto zone = *rc::gen::element<std::string>("Europe/Berlin", "America/Chicago", "Asia/Kolkata", "UTC");
  const Instant at{*rc::gen::inRange<std::int64_t>(0, 30'000'000) * 60'000};
  const auto local = local_time(at, zone);
  const auto back = instant_of(local, zone).ms;
  RC_ASSERT(back == at.ms || back == at.ms - 3'600'000);
}

TEST(DayTest, RefusesDatesThatDoNotExist) {
  for (const auto* text : {"2026-02-30", "2026-13-01", "2026-00-10", "1899-12-31", "2200-01-01",
                           "20226-01-01", "2026-1-1", "2026/01/01", "", "2026-01-0x", "-026-01-01"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
  EXPECT_TRUE(parse_day("2024-02-29"));
}

TEST(DayTest, AddsMonthsToTheLastDayThatExists) {
  EXPECT_EQ(to_string(add_months(*parse_day("2026-01-31"), 1)), "2026-02-28");
  EXPECT_EQ(to_string(add_months(*parse_day("2026-03-31"), -13)), "2025-02-28");
}

TEST(InstantTest, ReadsOffsetsAndRefusesNonsense) {
  EXPECT_EQ(to_string(*parse_instant("2026-03-02T09:00+02:00")), "2026-03-02T07:00:00.000Z");
  EXPECT_EQ(to_string(*parse_instant("2026-03-02 09:00:01.5Z")), "2026-03-02T09:00:01.500Z");
  for (const auto* text : {"2026-03-02T24:00Z", "2026-03-02T09:61Z", "2026-03-02T09:00", "2026-03-02T09:00Zx",
                           "2026-03-02T09:00+15:00", "2026-03-02T09:00:00.Z",
                           // What an offset leads out of the calendar, at either end.
                           "1900-01-01T00:00+01:00", "2199-12-31T23:59-01:00"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(InstantTest, AnUnknownZoneIsNotAZone) {
  EXPECT_TRUE(is_time_zone("Europe/Berlin"));
  EXPECT_FALSE(is_time_zone("Europe/Atlantis"));
  EXPECT_FALSE(is_time_zone("../../etc/passwd"));
}

TEST(InstantTest, DaysBeforeTheEpochAreFloored) { EXPECT_EQ(day_of(Instant{-1}).number, -1); }

}  // namespace
}  // namespace accord
