// SPDX-License-Identifier: Apache-2.0
#include "importing/month_cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "importing/cell_text.hpp"

namespace accord::importing {
namespace {

constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                 "may",       "june",     "july",     "august",
                                                 "september", "october",  "november", "december"};
constexpr std::size_t year_digits = 4, shortest_name = 3;

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Its number from 1; 0 where it is none.
int month_called(std::string_view word) {
  if (is_digits(word) && word.size() <= 2) return number_in(word);
  for (std::size_t i = 0; i < names.size() && word.size() >= shortest_name; ++i) {
    if (equals_ignoring_case(names[i].substr(0, word.size()), word)) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<Day> month_from(std::string_view year, std::string_view month) {
  if (!is_digits(year) || year.size() != year_digits) return std::nullopt;
  const int number = month_called(month);
  const int of_year = number_in(year);
  if (number < 1 || number > 12 || of_year < 1900 || of_year > 2199) return std::nullopt;
  return day_from({of_year, static_cast<unsigned>(number), 1});
}

/// Two parts with one mark between them, the year first or last, and last in two digits; or six digits.
std::optional<Day> written_month(std::string_view text) {
  if (is_digits(text) && text.size() == year_digits + 2)
    return month_from(text.substr(0, year_digits), text.substr(year_digits));
  const auto mark = text.find_first_of("-/. ");
  if (mark == std::string_view::npos) return std::nullopt;
  const auto first = text.substr(0, mark), last = text.substr(mark + 1);
  if (last.find_first_of("-/. ") != std::string_view::npos) return std::nullopt;
  if (const auto found = month_from(first, last)) return found;
  // "Feb-26", as spreadsheets write months; of two numbers nobody knows which is the year.
  const bool is_short = is_digits(last) && last.size() == 2 && !is_digits(first);
  return month_from(is_short ? "20" + std::string(last) : std::string(last), first);
}

/// "2026-Q1", "Q1 2026", "2026Q1": the quarter's first day.
std::optional<Day> written_quarter(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (std::string_view("-/. ").find(c) == std::string_view::npos) plain += c == 'q' ? 'Q' : c;
  }
  constexpr std::size_t length = year_digits + 2;
  const auto q = plain.find('Q');
  if (plain.size() != length || (q != 0 && q != year_digits)) return std::nullopt;
  const char quarter = plain[q + 1];
  if (quarter < '1' || quarter > '4') return std::nullopt;
  const auto year = std::string_view(plain).substr(q == 0 ? 2 : 0, year_digits);
  return month_from(year, std::to_string((quarter - '1') * 3 + 1));
}

}  // namespace

CellValue<Days> read_period(std::string_view cell, DayFormat format) {
  const auto text = cell_text(cell);
  if (const auto first = written_quarter(text)) return {Days{*first, add_months(*first, 3) - 1}, "", ""};
  const auto month = read_month(cell, format);
  if (month.value) return {Days{*month.value, add_months(*month.value, 1) - 1}, "", ""};
  if (!month.is_refused()) return {};
  return {std::nullopt, in_quotes(text) + " is neither a month nor a quarter.",
          "Write it as 2026-11 or 2026-Q4."};
}

CellValue<Day> read_month(std::string_view cell, DayFormat format) {
  const auto text = cell_text(cell);
  if (const auto month = written_month(text)) return {month, "", ""};
  auto day = read_day(cell, format);
  if (day.value) return {first_of_month(*day.value), "", ""};
  if (!day.is_refused()) return {};
  return {std::nullopt, in_quotes(text) + " is not a month.", "Write it as 2026-11."};
}

}  // namespace accord::importing
