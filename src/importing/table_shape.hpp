// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "importing/problem.hpp"

namespace accord::importing {

/// What the caller knows of a file before it is read.
struct TableHints {
  std::optional<char> delimiter;                          // where the user chose one
  std::optional<std::int64_t> header_line;                // where the user pointed at it
  std::function<bool(std::string_view)> is_known_header;  // whether a name is one of the aliases we import
};

/// How a file's text lays out its table.
struct TableLayout {
  char delimiter = ',';
  std::int64_t header_line = 1;
};

/// Finds the delimiter and the header line from the first part of a file's text.
/// `is_whole` says that the text is the whole file, so that its last line can be trusted.
std::variant<TableLayout, Problem> detect_layout(std::string_view text, bool is_whole,
                                                 const TableHints& hints);

/// Where a record stands among the rows of its table.
enum class Place { above_rows, below_rows };

/// Why the record is a total or a footer that reports write around their table; nothing where it is data.
std::optional<std::string_view> why_left_out(const std::vector<std::string_view>& cells,
                                             const std::vector<std::string>& columns, Place place);

/// Whether all cells are empty or white space.
bool is_blank(const std::vector<std::string_view>& cells);

}  // namespace accord::importing
