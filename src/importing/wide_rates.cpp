// SPDX-License-Identifier: Apache-2.0
#include "importing/wide_rates.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "importing/cell.hpp"
#include "importing/cell_text.hpp"

namespace accord::importing {
namespace {

/// A table of two currencies may as well be of something else.
constexpr std::size_t currencies_needed = 3;

/// Names of lines that end with a delimiter have one more column, which the file leaves blank.
bool is_unnamed(const std::string& column) { return column.starts_with("Column "); }

}  // namespace

bool WideRates::are(const std::vector<std::string>& columns) {
  const auto is_currency = [](const std::string& column) { return exchange_rate::is_currency(column); };
  const auto currencies = static_cast<std::size_t>(std::ranges::count_if(columns, is_currency));
  return !columns.empty() && equals_ignoring_case(columns.front(), "date") &&
         currencies >= currencies_needed &&
         std::all_of(columns.begin() + 1, columns.end(),
                     [&](const auto& each) { return is_currency(each) || is_unnamed(each); });
}

const std::vector<std::string>& WideRates::columns() {
  static const std::vector<std::string> names{"Date", "Currency of the column", "Rate of the column"};
  return names;
}

bool WideRates::next(Row& row, const std::function<bool(Row&)>& next_line) {
  while (!take_cell(row)) {
    if (!next_line(line_)) return false;
    at_ = 1;
    if (!line_.problem) continue;
    row = line_;
    at_ = line_.cells.size();
    return true;
  }
  return true;
}

bool WideRates::take_cell(Row& row) {
  for (; at_ < line_.cells.size(); ++at_) {
    const auto cell = trimmed_cell(line_.cells[at_]);
    if (cell.empty() || says_unknown(cell)) continue;
    row.line = line_.line;
    row.cells = {line_.cells.front(), currencies_[at_], cell};
    row.problem.reset();
    ++at_;
    return true;
  }
  return false;
}

}  // namespace accord::importing
