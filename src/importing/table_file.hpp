// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "importing/csv_scanner.hpp"
#include "importing/encoding.hpp"
#include "importing/problem.hpp"
#include "importing/table_shape.hpp"

namespace accord::importing {

/// How to read a table; everything left out is detected.
struct TableOptions {
  TableHints hints;
  std::optional<Encoding> encoding;  // where the user chose one
  CsvLimits limits;
  std::int64_t file_bytes = std::int64_t{4} << 30;
};

/// A line of the file that is not part of the table: a preamble, a total, a footer. Shown, never silently
/// dropped.
struct LeftOutLine {
  std::int64_t line = 0;
  std::string text;
  std::string why;
};

/// One row of a table. Its cells are views that the next call to the table ends.
struct Row {
  std::int64_t line = 0;  // its first physical line, counted from 1
  std::vector<std::string_view>
      cells;  // one for each column, as written; where there is a problem, as many as stood there
  std::optional<Problem> problem;  // why this row cannot go in; the rows after it still can
};

/// A table in a text file: header found, preamble and footers set aside, rows pulled one by one in flat
/// memory.
///
///     auto opened = TableFile::open(bytes_of(text));
///     if (auto* problem = std::get_if<Problem>(&opened)) return *problem;
///     auto& table = std::get<TableFile>(opened);
///     for (Row row; table.next(row);) { ... }
///     if (table.failure()) ...   // the file broke off; what was read before it is good
class TableFile {
 public:
  /// Detects how the file is written and reads up to its header.
  static std::variant<TableFile, Problem> open(ByteSource source, TableOptions options = {});

  /// Reads the next row; false at the end of the table and at a failure. Blank lines are skipped.
  bool next(Row& row);

  /// Why reading stopped before the end of the file.
  const std::optional<Problem>& failure() const;

  /// The names of the columns, in order; of a table with a column for each currency those that it is read as;
  /// one that the file leaves blank is called "Column 4".
  const std::vector<std::string>& columns() const;

  std::int64_t header_line() const;
  char delimiter() const;

  /// The encoding as known so far: a file that begins in ASCII shows its encoding at the first other
  /// character.
  Encoding encoding() const;

  /// The lines before the header, and after the last row those after the table.
  const std::vector<LeftOutLine>& left_out() const;

  TableFile(TableFile&&) noexcept;
  TableFile& operator=(TableFile&&) noexcept;
  ~TableFile();

 private:
  struct Reader;
  explicit TableFile(std::unique_ptr<Reader> reader);

  std::unique_ptr<Reader> reader_;
};

/// A table read whole, for previews and small files.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // those without a problem
  std::vector<std::int64_t> lines;             // the line of each row
  std::vector<Problem> problems;               // one for each other row, and the failure if there was one
  std::vector<LeftOutLine> left_out;
  Encoding encoding = Encoding::utf8;
  char delimiter = ',';
};

/// Reads at most `rows` rows of a file.
std::variant<Table, Problem> read_table(std::string_view bytes, TableOptions options = {},
                                        std::size_t rows = SIZE_MAX);

}  // namespace accord::importing
