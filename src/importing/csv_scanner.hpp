// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "importing/encoding.hpp"
#include "importing/problem.hpp"

namespace accord::importing {

/// What one record may hold, so that no file can make the reader's memory grow.
struct CsvLimits {
  std::size_t record_bytes = 1024 * 1024;
  std::size_t cell_bytes = 64 * 1024;
  std::size_t columns = 1000;
};

/// One record of a CSV file. Its cells are views that the next call to the scanner ends.
struct CsvRecord {
  std::int64_t line = 0;                // its first physical line, counted from 1
  std::vector<std::string_view> cells;  // unquoted; at most one more than the limit on columns
  bool is_terminated = true;            // false for a last record without a line ending
  bool has_misplaced_quote = false;     // text stood between a closing quote and the next delimiter
  bool is_text = true;                  // false where it holds a NUL or what is not UTF-8
};

/// Reads records as RFC 4180 writes them, with any delimiter and LF, CRLF or CR, in flat memory.
/// An empty line is a record of one empty cell. A quote inside an unquoted cell is an ordinary character.
class CsvScanner {
 public:
  /// `utf8` yields text in UTF-8 without a byte order mark.
  CsvScanner(ByteSource utf8, char delimiter, CsvLimits limits = {});

  /// Reads the next record; false at the end of the file and at a failure.
  bool next(CsvRecord& record);

  /// Why reading stopped before the end of the file: a line too long or a quote never closed.
  const std::optional<Problem>& failure() const { return failure_; }

 private:
  char* scan(CsvRecord& record);
  char* quoted_cell(char* p, CsvRecord& record);
  char* end_of_unquoted(char* p) const;
  void add_cell(CsvRecord& record, const char* begin, const char* end) const;
  void unescape(CsvRecord& record) const;
  bool refill();
  void fail(ProblemKind kind);

  ByteSource source_;
  char delimiter_;
  CsvLimits limits_;
  std::array<bool, 256> ends_unquoted_{};
  std::vector<char>
      buffer_;  // always one byte longer than it may be filled: a line feed stands there as sentinel
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool is_final_ = false;
  bool is_in_quotes_ = false;  // where the last scan ran out of bytes
  std::int64_t line_ = 1;
  std::int64_t quoted_lines_ = 0;
  std::vector<std::size_t> escaped_cells_;
  std::optional<Problem> failure_;
};

}  // namespace accord::importing
