// SPDX-License-Identifier: Apache-2.0
#include "territory/territory.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>

#include "territory/territory_rules.hpp"

namespace accord::territory {
namespace {

const std::vector<std::string> zones{
    "UTC",         "America/New_York",  "Europe/London",       "Asia/Kolkata",
    "Asia/Amman",  "Africa/Cairo",      "America/Sao_Paulo",   "Pacific/Apia",
    "Asia/Tehran", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Gaza"};

Instant at(const char* text) { return *parse_instant(text); }
Day day(const char* text) { return *parse_day(text); }

bool is_working_day(const WorkCalendar& calendar, Day on) {
  return weekday(on) < 5 && std::ranges::find(calendar.holidays, on) == calendar.holidays.end();
}

/// The definition, minute by minute, by another path to the local clock.
double counted_by_minutes(const WorkCalendar& calendar, Instant from, Instant to) {
  std::int64_t minutes = 0;
  for (Instant now = from; now < to; now.ms += 60'000) {
    const auto local = local_time(now, calendar.time_zone);
    if (local.minute < calendar.start_minute || local.minute >= calendar.end_minute) continue;
    if (is_working_day(calendar, local.day)) ++minutes;
  }
  return static_cast<double>(minutes) / 60;
}

Instant any_minute(Day first, int days) {
  const int minute = *rc::gen::inRange(0, days * 1440);
  return {start_of(first).ms + std::int64_t{minute} * 60'000};
}

WorkCalendar any_calendar(Day first, int days) {
  WorkCalendar calendar{.time_zone = *rc::gen::elementOf(zones)};
  calendar.start_minute = *rc::gen::inRange(4 * 60, 14 * 60);
  calendar.end_minute = calendar.start_minute + *rc::gen::inRange(1, 10 * 60);
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
    calendar.holidays.push_back(first + *rc::gen::inRange(0, days));
  }
  std::ranges::sort(calendar.holidays);
  calendar.holidays.erase(std::unique(calendar.holidays.begin(), calendar.holidays.end()),
                          calendar.holidays.end());
  return calendar;
}

RC_GTEST_PROP(Calendar, BusinessHoursAreWhatCountingMinutesGives, ()) {
  const Day first = day("2005-01-01") + *rc::gen::inRange(0, 9000);
  const auto calendar = any_calendar(first, 24);
  const Instant from = any_minute(first, 24), to = any_minute(first, 24);
  RC_ASSERT(std::abs(business_hours(calendar, from, to) - counted_by_minutes(calendar, from, to)) < 1e-9);
}

RC_GTEST_PROP(Calendar, BusinessHoursAddUp, ()) {
  const Day first = day("1995-01-01");
  auto calendar = any_calendar(first, 9000);
  std::vector<Instant> moments{any_minute(first, 9000), any_minute(first, 9000), any_minute(first, 9000)};
  std::ranges::sort(moments);
  const double whole = business_hours(calendar, moments[0], moments[2]);
  const double parts =
      business_hours(calendar, moments[0], moments[1]) + business_hours(calendar, moments[1], moments[2]);
  RC_ASSERT(std::abs(whole - parts) < 1e-6);
}

RC_GTEST_PROP(Calendar, WhatBeganBeforeTheFirstMomentWithinTookLonger, ()) {
  const Day first = day("2005-01-01") + *rc::gen::inRange(0, 9000);
  const auto calendar = any_calendar(first, 400);
  const Instant from = any_minute(first, 400), to = any_minute(first, 400);
  const double hours = *rc::gen::inRange(0, 2000) / 4.0;
  const Instant limit = first_within(calendar, hours, to);
  RC_ASSERT((from < limit) == (business_hours(calendar, from, to) > hours));
  RC_ASSERT(business_hours(calendar, limit, to) <= hours);
  RC_ASSERT(business_hours(calendar, {limit.ms - 1}, to) > hours);
}

RC_GTEST_PROP(Calendar, BusinessDaysAreWhatCountingDaysGives, ()) {
  const Day first = day("2020-01-01");
  const auto calendar = any_calendar(first, 400);
  const Day from = first + *rc::gen::inRange(0, 400), to = first + *rc::gen::inRange(0, 400);
  int days = 0;
  for (Day on = from + 1; on <= to; on = on + 1) days += is_working_day(calendar, on) ? 1 : 0;
  RC_ASSERT(business_days(calendar, from, to) == days);
}

TEST(Calendar, AWeekHasFortyHoursAndAHolidayTakesEight) {
  WorkCalendar calendar{.time_zone = "Europe/Berlin"};
  EXPECT_DOUBLE_EQ(business_hours(calendar, at("2026-03-02T00:00Z"), at("2026-03-09T00:00Z")), 40);
  calendar.holidays = {day("2026-03-04")};
  EXPECT_DOUBLE_EQ(business_hours(calendar, at("2026-03-02T00:00Z"), at("2026-03-09T00:00Z")), 32);
}

TEST(Calendar, FridayEveningToMondayMorningIsNoTime) {
  const WorkCalendar calendar{.time_zone = "America/New_York"};
  EXPECT_DOUBLE_EQ(business_hours(calendar, at("2026-03-06T22:00Z"), at("2026-03-09T13:00Z")), 0);
  EXPECT_DOUBLE_EQ(business_hours(calendar, at("2026-03-06T21:30Z"), at("2026-03-09T13:30Z")), 1);
}

TEST(Calendar, ADayOnWhichTheClocksChangeIsAnHourShorterOrLonger) {
  const WorkCalendar amman{.time_zone = "Asia/Amman", .start_minute = 0, .end_minute = 1440};
  EXPECT_DOUBLE_EQ(business_hours(amman, at("2021-03-24T22:00Z"), at("2021-03-26T21:00Z")), 47);
  const WorkCalendar cairo{.time_zone = "Africa/Cairo", .start_minute = 0, .end_minute = 1440};
  EXPECT_DOUBLE_EQ(business_hours(cairo, at("2023-04-01T00:00Z"), at("2024-04-01T00:00Z")),
                   business_hours(cairo, at("2023-04-01T00:00Z"), at("2023-10-01T00:00Z")) +
                       business_hours(cairo, at("2023-10-01T00:00Z"), at("2024-04-01T00:00Z")));
}

TEST(Calendar, TheDayThatSamoaSkippedHadNoWork) {
  const WorkCalendar apia{.time_zone = "Pacific/Apia"};
  EXPECT_DOUBLE_EQ(business_hours(apia, at("2011-12-26T10:00Z"), at("2012-01-02T10:00Z")),
                   counted_by_minutes(apia, at("2011-12-26T10:00Z"), at("2012-01-02T10:00Z")));
}

TEST(Calendar, AMillionLongIntervalsAreCountedQuickly) {
  const WorkCalendar calendar{.time_zone = "Europe/Berlin",
                              .holidays = {day("2025-12-25"), day("2026-01-01")}};
  double hours = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 100'000; ++i) {
    const Instant from{at("2016-01-01T00:00Z").ms + i * 60'000LL};
    hours += business_hours(calendar, from, {from.ms + 3'650LL * ms_per_day});
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  RecordProperty("nanoseconds_each", std::to_string(took.count() * 1e4));
  EXPECT_GT(hours, 0);
  EXPECT_LT(took.count(), 10) << "unoptimised and on a busy machine; ten years must not cost ten years";
}

TEST(Tree, ACalendarInheritsFromTheNearestAbove) {
  const std::vector<Territory> territories{{.id = {1},
                                            .name = "World",
                                            .parent = {},
                                            .time_zone = "",
                                            .work_start_minute = 480,
                                            .work_end_minute = 960,
                                            .system = ""},
                                           {.id = {2},
                                            .name = "Europe",
                                            .parent = Id<Territory>{1},
                                            .time_zone = "Europe/Berlin",
                                            .work_start_minute = {},
                                            .work_end_minute = {},
                                            .system = ""},
                                           {.id = {3},
                                            .name = "Spain",
                                            .parent = Id<Territory>{2},
                                            .time_zone = "",
                                            .work_start_minute = 600,
                                            .work_end_minute = 1200,
                                            .system = ""}};
  const std::vector<Holiday> holidays{{{1}, std::nullopt, day("2026-01-01"), "New Year"},
                                      {{2}, Id<Territory>{2}, day("2026-05-01"), "Labour Day"},
                                      {{3}, Id<Territory>{3}, day("2026-10-12"), "National Day"}};
  const auto calendars = calendars_of(territories, holidays, "America/Chicago");
  EXPECT_EQ(calendars.at(0).time_zone, "America/Chicago");
  EXPECT_EQ(calendars.at(0).start_minute, 540);
  EXPECT_EQ(calendars.at(1).time_zone, "America/Chicago");
  EXPECT_EQ(calendars.at(2).start_minute, 480);
  EXPECT_EQ(calendars.at(2).holidays.size(), 2U);
  EXPECT_EQ(calendars.at(3).time_zone, "Europe/Berlin");
  EXPECT_EQ(calendars.at(3).start_minute, 600);
  EXPECT_EQ(calendars.at(3).holidays.size(), 3U);
}

}  // namespace
}  // namespace accord::territory
