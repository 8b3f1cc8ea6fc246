// SPDX-License-Identifier: Apache-2.0
#include "importing/day_cell.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace accord::importing {
namespace {

std::string day(std::string_view cell, DayFormat format = DayFormat::unambiguous) {
  auto read = read_day(cell, format);
  return read.value ? to_string(*read.value) : read.reason.empty() ? "absent" : read.reason;
}

std::string moment(std::string_view cell, std::string_view zone = "UTC") {
  auto read = read_moment(cell, DayFormat::month_first, zone);
  return read.value ? to_string(read.value->at) + (read.value->has_time ? "" : " day") : read.reason;
}

TEST(DayCell, SaysWhereClocksWereChanged) {
  const auto in = [](std::string_view cell, std::string_view zone) {
    const auto read = read_moment(cell, DayFormat::unambiguous, zone);
    return to_string(read.value->at).substr(11, 5) +
           std::array{"", " skipped", " doubled"}[static_cast<std::size_t>(read.value->hour)];
  };
  EXPECT_EQ(in("2026-03-29 01:59", "Europe/Berlin"), "00:59");
  EXPECT_EQ(in("2026-03-29 02:00", "Europe/Berlin"), "01:00 skipped");
  EXPECT_EQ(in("2026-03-29 02:59", "Europe/Berlin"), "01:59 skipped");
  EXPECT_EQ(in("2026-03-29 03:00", "Europe/Berlin"), "01:00");
  EXPECT_EQ(in("2026-10-25 01:59", "Europe/Berlin"), "23:59");
  EXPECT_EQ(in("2026-10-25 02:00", "Europe/Berlin"), "00:00 doubled");
  EXPECT_EQ(in("2026-10-25 02:59", "Europe/Berlin"), "00:59 doubled");
  EXPECT_EQ(in("2026-10-25 03:00", "Europe/Berlin"), "02:00");
  EXPECT_EQ(in("2026-03-08 02:30", "America/New_York"), "07:30 skipped");
  EXPECT_EQ(in("2026-04-05 01:45", "Australia/Lord_Howe"), "14:45 doubled") << "by half an hour";
  EXPECT_EQ(in("2026-03-29 02:30", "UTC"), "02:30");
}

TEST(DayCell, ReadsEveryUsualWayOfWritingADay) {
  for (const char* cell : {"2026-11-23", "2026/11/23", "20261123", "23.11.2026", "23.11.26", "23 Nov 2026",
                           "23-Nov-2026", "23 November 2026", "Nov 23, 2026", "November 23 2026",
                           "Mon, 23 Nov 2026", " 2026-11-23 ", "2026-11-23T10:00:00Z", "2026-11-23 10:00",
                           "23.11.2026 10:00:05", "Nov 23, 2026, 12:00 AM", "23/11/2026"})
    EXPECT_EQ(day(cell), "2026-11-23") << cell;
  EXPECT_EQ(day("11/23/2026", DayFormat::month_first), "2026-11-23");
  EXPECT_EQ(day("3/4/26", DayFormat::month_first), "2026-03-04");
  EXPECT_EQ(day("3/4/2026", DayFormat::day_first), "2026-04-03");
  EXPECT_EQ(day("3-4-99", DayFormat::day_first), "1999-04-03");
  EXPECT_EQ(day("46349", DayFormat::excel_serial), "2026-11-23");
  EXPECT_EQ(day("46349.75", DayFormat::excel_serial), "2026-11-23");
  for (const char* blank : {"", "  ", "--", "-"}) EXPECT_EQ(day(blank), "absent");
}

TEST(DayCell, NeverGuessesWhichNumberIsTheMonth) {
  EXPECT_EQ(day("3/4/2026"), "\"3/4/2026\" does not say which number is the month.");
  EXPECT_EQ(day("4/4/2026"), "2026-04-04");
}

TEST(DayCell, RefusesImplausibleYearsAndImpossibleDays) {
  for (const char* cell : {"20226-01-05", "0216-03-01", "1/2/20226", "1/2/216", "1899-12-31", "2200-01-01"})
    EXPECT_EQ(day(cell, DayFormat::day_first), "The year in \"" + std::string(cell) + "\" is not plausible.");
  EXPECT_EQ(day("2026-02-29"), "\"2026-02-29\" is a day that does not exist.");
  EXPECT_EQ(day("31/04/2026", DayFormat::day_first), "\"31/04/2026\" is a day that does not exist.");
  EXPECT_EQ(day("04/31/2026", DayFormat::day_first),
            "\"04/31/2026\" is a day that does not exist: there is no month 31.");
  EXPECT_EQ(day("2026-00-10"), "\"2026-00-10\" is a day that does not exist.");
  for (const char* cell : {"tomorrow", "n/a", "2026-11", "2026-11-23x", "2026-11-23 25:00", "1/2", "=TODAY()",
                           "Q1 2026", "2026-11-23 10:00 Mars"})
    EXPECT_EQ(day(cell), "\"" + std::string(cell) + "\" is not a day.");
  EXPECT_EQ(day("46349"), "\"46349\" is not a day; it may be a spreadsheet's day number.");
}

TEST(DayCell, FindsTheFormatOfAColumnOrAsks) {
  EXPECT_EQ(detect_day_format({"03/04/2026", "23/04/2026"}).format, DayFormat::day_first);
  EXPECT_EQ(detect_day_format({"03/04/2026", "04/23/2026"}).format, DayFormat::month_first);
  EXPECT_EQ(detect_day_format({"2026-03-04", "4 Mar 2026", ""}).format, DayFormat::unambiguous);
  EXPECT_EQ(detect_day_format({"04/04/2026"}).format, DayFormat::unambiguous);
  auto either = detect_day_format({"", "03/04/2026", "05/06/2026"});
  EXPECT_FALSE(either.format);
  EXPECT_EQ(either.choices, (std::vector{DayFormat::day_first, DayFormat::month_first}));
  EXPECT_EQ(either.question, "\"03/04/2026\" may be 3 April 2026 or 4 March 2026. Which is it?");
  auto mixed = detect_day_format({"23/04/2026", "04/23/2026"});
  EXPECT_FALSE(mixed.format);
  EXPECT_FALSE(mixed.question.empty());
}

TEST(DayCell, FlagsTheDayNumbersOfASpreadsheet) {
  auto serial = detect_day_format({"46349", "46350"});
  EXPECT_EQ(serial.format, DayFormat::excel_serial);
  EXPECT_EQ(serial.question, "\"46349\" may be a spreadsheet's day number, 23 November 2026. Is that right?");
  EXPECT_EQ(detect_day_format({"46349", "2026-11-23"}).format, DayFormat::unambiguous);
}

TEST(MomentCell, ReadsTimesAndZones) {
  EXPECT_EQ(moment("2026-11-23T10:20:30.250Z"), "2026-11-23T10:20:30.250Z");
  EXPECT_EQ(moment("2026-11-23T10:20:30+02:00"), "2026-11-23T08:20:30.000Z");
  EXPECT_EQ(moment("2026-11-23 10:20:30 -0530"), "2026-11-23T15:50:30.000Z");
  EXPECT_EQ(moment("2026-11-23 10:20 UTC", "Europe/Berlin"), "2026-11-23T10:20:00.000Z");
  EXPECT_EQ(moment("2026-11-23 10:20:05", "Europe/Berlin"), "2026-11-23T09:20:05.000Z");
  EXPECT_EQ(moment("11/23/2026 2:05 PM"), "2026-11-23T14:05:00.000Z");
  EXPECT_EQ(moment("11/23/2026, 12:05:06 AM"), "2026-11-23T00:05:06.000Z");
  EXPECT_EQ(moment("2026-11-23", "Europe/Berlin"), "2026-11-23T00:00:00.000Z day");
  EXPECT_EQ(moment("11/23/2026 13:05 PM"), "\"11/23/2026 13:05 PM\" is not a day.");
}

RC_GTEST_PROP(DayCellProperty, ReadsBackAnyDayInEveryForm, ()) {
  const Day any = *parse_day("1900-01-01") + *rc::gen::inRange(0, 109'000);
  auto [year, month, number] = parts_of(any);
  const auto y = std::to_string(year), m = std::to_string(month), d = std::to_string(number);
  auto is_any = [&](const std::string& cell, DayFormat format) {
    return read_day(cell, format).value == any;
  };
  RC_ASSERT(is_any(to_string(any), DayFormat::unambiguous));
  RC_ASSERT(is_any(in_words(any), DayFormat::month_first));
  RC_ASSERT(is_any(d + "." + m + "." + y, DayFormat::month_first));
  RC_ASSERT(is_any(d + "/" + m + "/" + y, DayFormat::day_first));
  RC_ASSERT(is_any(m + "/" + d + "/" + y, DayFormat::month_first));
}

RC_GTEST_PROP(DayCellProperty, NeverFindsTheWrongFormat, ()) {
  const auto offsets = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20'000));
  DayFormatDetector detector;
  for (int offset : offsets) {
    auto [year, month, number] = parts_of(*parse_day("1990-01-01") + offset);
    detector.add(std::to_string(number) + "/" + std::to_string(month) + "/" + std::to_string(year));
  }
  RC_ASSERT(detector.finding().format != DayFormat::month_first);
}

}  // namespace
}  // namespace accord::importing
