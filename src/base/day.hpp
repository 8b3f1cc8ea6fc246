// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord {

/// A calendar day without a time zone, as days since 1970-01-01.
struct Day {
  std::int32_t number = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};

/// Year, month 1..12 and day of month 1..31 of the proleptic Gregorian calendar.
struct YearMonthDay {
  int year;
  unsigned month, day;
};

constexpr Day operator+(Day day, int days) { return {day.number + days}; }
constexpr Day operator-(Day day, int days) { return {day.number - days}; }
constexpr int operator-(Day a, Day b) { return a.number - b.number; }

/// Nothing where that date does not exist (31 April) or its year is outside 1900..2199.
std::optional<Day> day_from(YearMonthDay);
YearMonthDay parts_of(Day);

/// 0 is Monday, 6 is Sunday.
int weekday(Day);
Day monday_of(Day);
Day first_of_month(Day);
Day first_of_quarter(Day);
Day add_months(Day, int months);

/// Reads exactly `2026-11-23`.
std::optional<Day> parse_day(std::string_view);
/// `2026-11-23`
std::string to_string(Day);
/// `23 November 2026`, for sentences.
std::string in_words(Day);

}  // namespace accord
