// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "importing/table_file.hpp"

namespace accord::importing {

/// Reads a table that has a column for each currency, as central banks publish theirs, as one that has a row
/// for each: the day, the currency that the column is called by, the rate.
class WideRates {
 public:
  /// Whether these are the columns of such a table: a day, and else nothing but currencies.
  static bool are(const std::vector<std::string>& columns);
  /// The columns that such a table is read as.
  static const std::vector<std::string>& columns();

  explicit WideRates(std::vector<std::string> currencies) : currencies_(std::move(currencies)) {}
  /// The next of them; blank cells and `N/A` are no rates. `next_line` reads the next line of the file.
  bool next(Row& row, const std::function<bool(Row&)>& next_line);

 private:
  bool take_cell(Row& row);

  std::vector<std::string> currencies_;  ///< by column
  Row line_;
  std::size_t at_ = 0;
};

}  // namespace accord::importing
