// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "importing/cell.hpp"

namespace accord::importing {

/// Which character divides whole from fraction. The other one, spaces and apostrophes group thousands.
enum class NumberFormat {
  decimal_point,  // 1,234.56
  decimal_comma,  // 1.234,56
};

/// An exact decimal number: digits ÷ 10^scale.
struct Decimal {
  std::int64_t digits = 0;
  int scale = 0;
  bool operator==(const Decimal&) const = default;
};

/// What a column's cells say about the format of its numbers.
struct NumberFormatFinding {
  std::optional<NumberFormat> format;  // empty: it has to be asked
  std::string question;                // what to ask, with an example; empty where the format is clear
};

/// Collects evidence over a column (or over all number columns of a file, which one locale wrote).
class NumberFormatDetector {
 public:
  void add(std::string_view cell);
  NumberFormatFinding finding() const;

 private:
  std::string only_point_, only_comma_, either_;  // the first example of each
};

NumberFormatFinding detect_number_format(const std::vector<std::string_view>& cells);

/// Numbers finer than the currency's smallest unit: refused, or rounded half away from zero.
enum class FinerThanMinor { refused, rounded };

/// A decimal number. `--`, `-` and blank are absent; `(1,234)` and `1,234-` are negative.
CellValue<Decimal> read_decimal(std::string_view cell, NumberFormat format);

/// A whole number; `12.0` is one too.
CellValue<std::int64_t> read_integer(std::string_view cell, NumberFormat format);

/// A percentage in percent, with or without its sign: `12.5%` and `12.5` are both 12.5.
CellValue<Decimal> read_percent(std::string_view cell, NumberFormat format);

/// An amount. A currency in the cell (code or symbol, before or after) wins; a bare number and a symbol that
/// several currencies share take the column's currency; without one they are refused.
CellValue<Money> read_money(std::string_view cell, NumberFormat format,
                            std::optional<Currency> column_currency,
                            FinerThanMinor finer = FinerThanMinor::refused);

/// The currency that a header names, as in `Amount spent (USD)` or `Amount EUR`.
std::optional<Currency> currency_in_header(std::string_view header);
/// The header without the currency that it names: `Amount spent`.
std::string_view without_currency(std::string_view header);

/// The currency a cell of a currency column names: an ISO 4217 code in use.
CellValue<Currency> read_currency(std::string_view cell);

}  // namespace accord::importing
