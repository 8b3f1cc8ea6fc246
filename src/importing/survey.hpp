// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "importing/day_cell.hpp"
#include "importing/mapping.hpp"
#include "importing/number_cell.hpp"
#include "importing/repeats.hpp"
#include "importing/source_file.hpp"
#include "importing/table_file.hpp"

namespace accord::importing {

/// One column of a file with the slot it is read as, if any.
struct Use {
  std::size_t column = 0;
  std::string header;
  const Slot* slot = nullptr;
  std::string argument{};              ///< the stage of `entered:Proposal`
  std::optional<Currency> currency{};  ///< that the header names
};

/// The columns that are taken, in the order of the file; then what is the same in every row, as if it stood
/// in columns of its own.
std::vector<Use> uses_of(const Mapping&, const Answers&, const std::vector<std::string>& columns);
/// The cells of those columns.
void add_constants(Row&, const Answers&);

/// What reading a file once shows about how it is written.
struct Survey {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> samples;  ///< of each column, the first values that differ
  std::vector<std::int64_t> blanks;               ///< of each column
  std::int64_t rows = 0;
  DayFormatFinding days;
  NumberFormatFinding numbers;
  std::string encoding;
  char delimiter = ',';
  std::vector<Repeat> repeats;  ///< rows whose record an earlier one means already
};

/// Opens the table of a file as every pass reads it. Throws Refusal `import_unreadable` where it cannot be
/// read: between two passes somebody may have taken it away.
TableFile table_of(const SourceFile&);

/// A file's columns, and what stands above them.
struct Head {
  std::vector<std::string> columns;
  std::vector<LeftOutLine> above;
};
/// Or why it cannot be read at all.
std::variant<Head, Problem> head_of(const SourceFile&);

/// Reads the whole file once; throws as `table_of` does.
Survey survey(const SourceFile&, const Mapping&, const Answers&);

}  // namespace accord::importing
