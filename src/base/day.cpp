// SPDX-License-Identifier: Apache-2.0
#include "base/day.hpp"

#include <array>
#include <charconv>
#include <chrono>

namespace accord {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(Day day) { return sys_days{std::chrono::days{day.number}}; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text[0] == '-') return std::nullopt;
  return value;
}

}  // namespace

std::optional<Day> day_from(YearMonthDay parts) {
  const year_month_day date{std::chrono::year{parts.year}, std::chrono::month{parts.month},
                            std::chrono::day{parts.day}};
  if (!date.ok() || parts.year < 1900 || parts.year > 2199) return std::nullopt;
  return Day{static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count())};
}

YearMonthDay parts_of(Day day) {
  const auto date = calendar(day);
  return {int{date.year()}, unsigned{date.month()}, unsigned{date.day()}};
}

int weekday(Day day) {
  return static_cast<int>(std::chrono::weekday{sys_days{std::chrono::days{day.number}}}.iso_encoding()) - 1;
}

Day monday_of(Day day) { return day - weekday(day); }
Day first_of_month(Day day) { return day - static_cast<int>(parts_of(day).day - 1); }

Day first_of_quarter(Day day) {
  auto parts = parts_of(day);
  parts.month = (parts.month - 1) / 3 * 3 + 1;
  parts.day = 1;
  return *day_from(parts);
}

Day add_months(Day day, int months) {
  auto date = calendar(day) + std::chrono::months{months};
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return Day{static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
             day = digits(text.substr(8));
  if (!year || !month || !day) return std::nullopt;
  return day_from({*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
}

std::string to_string(Day day) {
  const auto [year, month, number] = parts_of(day);
  std::array<char, 16> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year % 10000, month, number);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string in_words(Day day) {
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  const auto [year, month, number] = parts_of(day);
  return std::to_string(number) + " " + months.at(month - 1) + " " + std::to_string(year);
}

}  // namespace accord
