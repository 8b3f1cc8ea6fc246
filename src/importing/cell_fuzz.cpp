// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "importing/csv_writer.hpp"
#include "importing/day_cell.hpp"
#include "importing/number_cell.hpp"

using namespace accord::importing;

template <class T>
static void must_say_why(const CellValue<T>& read) {
  if (read.value.has_value() == read.is_refused() && !read.is_absent()) std::abort();
  if (read.is_refused() && read.remedy.empty()) std::abort();
}

/// Any text is read as any kind of value without a crash, and a refusal always says what to do.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view cell(reinterpret_cast<const char*>(data), size);
  must_say_why(read_text(cell));
  must_say_why(read_boolean(cell));
  must_say_why(read_currency(cell));
  for (auto format : {NumberFormat::decimal_point, NumberFormat::decimal_comma}) {
    must_say_why(read_decimal(cell, format));
    must_say_why(read_integer(cell, format));
    must_say_why(read_percent(cell, format));
    must_say_why(read_money(cell, format, std::nullopt));
    must_say_why(read_money(cell, format, accord::parse_currency("KWD"), FinerThanMinor::rounded));
  }
  for (auto format :
       {DayFormat::unambiguous, DayFormat::day_first, DayFormat::month_first, DayFormat::excel_serial}) {
    must_say_why(read_day(cell, format));
    must_say_why(read_moment(cell, format, "UTC"));
  }
  detect_number_format({cell, cell});
  detect_day_format({cell, cell});
  currency_in_header(cell);
  if (without_formula_guard(csv_cell(cell, '\0')) != cell && csv_cell(cell, '\0').front() != '"')
    std::abort();
  return 0;
}
