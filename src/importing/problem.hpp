// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accord::importing {

/// What sort of thing is wrong, for callers that count, group or test problems.
enum class ProblemKind {
  // The file as a whole; nothing after it can be read.
  empty_file,
  binary_file,
  file_too_large,
  not_decodable,
  header_missing,
  duplicate_header,
  too_many_columns,
  line_too_long,
  unclosed_quote,
  // One line; the lines after it are still good.
  truncated_file,
  too_few_cells,
  too_many_cells,
  cell_too_long,
  misplaced_quote,
  not_text,
  // One cell; found when its text is read as a value.
  bad_value,
};

/// Something wrong in an imported file: where it is, what it is, and what to do about it.
struct Problem {
  std::int64_t line = 0;  // 1-based, the first physical line of the record; 0 means the whole file
  std::string column;     // the header of the column, empty where the whole line is meant
  std::string reason;
  std::string remedy;
  ProblemKind kind = ProblemKind::bad_value;

  bool operator==(const Problem&) const = default;
};

/// The kind's stable name, as replies and tests spell it.
std::string_view name_of(ProblemKind kind);

/// A sentence names a few, and says that there are more.
std::vector<std::string> first_of(const std::vector<std::string>& names);

/// Whether nothing after the problem can be read, so that the import as a whole has to be refused.
bool is_about_whole_file(ProblemKind kind);

}  // namespace accord::importing
