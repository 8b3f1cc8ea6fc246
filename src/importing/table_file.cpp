// SPDX-License-Identifier: Apache-2.0
#include "importing/table_file.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "importing/cell_text.hpp"
#include "importing/wide_rates.hpp"

namespace accord::importing {

namespace {

constexpr std::size_t sample_bytes = 256 * 1024;
constexpr std::size_t held_rows = 32;
constexpr std::size_t left_out_text_bytes = 500;

/// Reads until the buffer is full or the source ends, however small the source's pieces are.
std::size_t read_fully(const ByteSource& source, std::span<char> out) {
  std::size_t count = 0;
  while (count < out.size()) {
    std::size_t got = source(out.subspan(count));
    if (got == 0) break;
    count += got;
  }
  return count;
}

std::string decoded(std::string_view bytes, DetectedEncoding detected) {
  Decoder decoder(bytes_of(bytes), detected);
  std::string text, piece(64 * 1024, '\0');
  while (std::size_t count = decoder.read(piece)) text.append(piece, 0, count);
  return text;
}

std::string text_of(const std::vector<std::string_view>& cells, char delimiter) {
  std::string text;
  for (std::size_t i = 0; i < cells.size() && text.size() < left_out_text_bytes; ++i) {
    if (i > 0) text += delimiter;
    text += cells[i].substr(0, left_out_text_bytes);
  }
  while (!text.empty() && text.back() == delimiter) text.pop_back();
  return text;
}

Problem too_large(std::int64_t limit) {
  return {0, "", "The file is larger than " + std::to_string(limit) + " bytes.",
          "Split it and import the parts.", ProblemKind::file_too_large};
}

/// A row kept back until it is known whether the table goes on after it.
struct HeldRow {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  std::optional<Problem> problem;
  std::string why_left_out;
};

}  // namespace

/// What a table needs while it is read. It stands behind a pointer because its sources refer to it.
struct TableFile::Reader {
  ByteSource source;
  TableOptions options;
  std::string sample;
  std::size_t sample_at = 0;
  std::int64_t bytes_read = 0;
  std::unique_ptr<Decoder> decoder;
  std::unique_ptr<CsvScanner> scanner;
  TableLayout layout;
  CsvRecord record;
  std::vector<std::string> columns;
  std::size_t needed_cells = 0;  // a row may leave off trailing columns that have no name
  std::vector<LeftOutLine> left_out;
  std::deque<HeldRow> held;
  std::optional<HeldRow> shown;  // the held row whose views the caller has
  bool is_releasing = false;
  bool has_rows = false;
  std::optional<Problem> failure;
  std::optional<WideRates> wide;  ///< where the table has a column for each currency

  std::optional<Problem> start();
  std::optional<Problem> read_header();
  std::optional<Problem> name_columns();
  std::size_t read_bytes(std::span<char> out);
  bool next(Row& row);
  bool next_from_file(Row& row);
  bool end();
  void judge(Row& row) const;
  Problem row_problem(ProblemKind kind, std::string column, std::string reason, std::string remedy) const;
  void hold(const Row& row, std::string_view why);
  void show_held(Row& row);
  void leave_out_held();
};

std::optional<Problem> TableFile::Reader::start() {
  sample.resize(sample_bytes);
  sample.resize(read_fully(source, sample));
  bool is_whole = sample.size() < sample_bytes;
  if (sample.empty())
    return Problem{0, "", "The file is empty: it has no bytes.",
                   "Export it again, and check that the download ended.", ProblemKind::empty_file};
  if (static_cast<std::int64_t>(sample.size()) > options.file_bytes) return too_large(options.file_bytes);
  auto detected = detect_encoding(sample);
  if (auto* problem = std::get_if<Problem>(&detected)) return *problem;
  auto encoding = std::get<DetectedEncoding>(detected);
  if (options.encoding) encoding = {*options.encoding, true};
  auto found = detect_layout(decoded(sample, encoding), is_whole, options.hints);
  if (auto* problem = std::get_if<Problem>(&found)) return *problem;
  layout = std::get<TableLayout>(found);
  decoder = std::make_unique<Decoder>([this](std::span<char> out) { return read_bytes(out); }, encoding);
  scanner = std::make_unique<CsvScanner>([this](std::span<char> out) { return decoder->read(out); },
                                         layout.delimiter, options.limits);
  return read_header();
}

/// The sample first, then what follows it.
std::size_t TableFile::Reader::read_bytes(std::span<char> out) {
  if (bytes_read > options.file_bytes) return 0;
  std::size_t count = std::string_view(sample).substr(sample_at).copy(out.data(), out.size());
  sample_at += count;
  if (count == 0) {
    sample = {};
    sample_at = 0;
    count = source(out);
  }
  bytes_read += static_cast<std::int64_t>(count);
  return bytes_read > options.file_bytes ? 0 : count;
}

std::optional<Problem> TableFile::Reader::read_header() {
  while (scanner->next(record)) {
    if (record.line >= layout.header_line) return name_columns();
    if (!is_blank(record.cells))
      left_out.push_back(
          {record.line, text_of(record.cells, layout.delimiter), "it stands above the header"});
  }
  if (scanner->failure()) return scanner->failure();
  return row_problem(ProblemKind::header_missing, "", "The file has no header line.",
                     "Add a line that names each column.");
}

std::optional<Problem> TableFile::Reader::name_columns() {
  if (!record.is_text)
    return row_problem(ProblemKind::not_decodable, "", "The header holds bytes that are not text.",
                       "Save the file as UTF-8 and import that file.");
  if (record.cells.size() > options.limits.columns)
    return row_problem(ProblemKind::too_many_columns, "",
                       "The header names more than " + std::to_string(options.limits.columns) + " columns.",
                       "Export fewer columns, or check the delimiter.");
  for (std::string_view cell : record.cells) {
    std::string name(trimmed_cell(cell));
    if (!name.empty()) needed_cells = columns.size() + 1;
    if (name.empty()) name = "Column " + std::to_string(columns.size() + 1);
    std::string unique = name;
    auto is_same = [&](const std::string& column) { return equals_ignoring_case(column, unique); };
    const auto& is_known = options.hints.is_known_header;
    for (int copy = 2; std::any_of(columns.begin(), columns.end(), is_same); ++copy) {
      if (!is_known || is_known(name))
        return row_problem(ProblemKind::duplicate_header, name, "Two columns are called \"" + name + "\".",
                           "Rename or remove one of them, so that it is clear which one counts.");
      unique = name + " (" + std::to_string(copy) + ")";
    }
    columns.push_back(unique);
  }
  return std::nullopt;
}

/// 1. A row that may be a total or a footer is held back.
/// 2. At the end of the file, and before the first other row, held rows are left out of the table.
/// 3. Where the table goes on after them, they were data, and are handed out in order.
bool TableFile::Reader::next(Row& row) {
  for (;;) {
    if (is_releasing && !held.empty()) {
      show_held(row);
      return true;
    }
    is_releasing = false;
    if (!next_from_file(row)) return end();
    auto why = why_left_out(row.cells, columns, has_rows ? Place::below_rows : Place::above_rows);
    if (!why && held.empty()) {
      has_rows = true;
      return true;
    }
    if (why && held.size() < held_rows) {
      hold(row, *why);
      continue;
    }
    if (!has_rows && held.size() < held_rows) leave_out_held();
    hold(row, "");
    has_rows = true;
    is_releasing = true;
  }
}

bool TableFile::Reader::next_from_file(Row& row) {
  if (failure) return false;
  do {
    if (!scanner->next(record)) return false;
  } while (trimmed_cell(record.cells[0]).empty() && is_blank(record.cells));
  row.line = record.line;
  row.cells.swap(record.cells);
  row.problem.reset();
  judge(row);
  return true;
}

bool TableFile::Reader::end() {
  failure = scanner->failure();
  if (bytes_read > options.file_bytes) failure = too_large(options.file_bytes);
  leave_out_held();
  return false;
}

/// Finds what is wrong with a row as a whole, the most telling thing first, and fits its cells to the
/// columns.
void TableFile::Reader::judge(Row& row) const {
  const std::size_t count = row.cells.size();
  std::size_t filled = count;
  while (filled > columns.size() && trimmed_cell(row.cells[filled - 1]).empty()) --filled;
  auto is_long = [&](std::string_view cell) { return cell.size() > options.limits.cell_bytes; };
  auto long_cell = std::find_if(row.cells.begin(), row.cells.end(), is_long);
  if (!record.is_text) {
    row.problem = row_problem(
        ProblemKind::not_text, "",
        "The line holds bytes that are not " + std::string(name_of(decoder->encoding())) + " text.",
        "Save the file as UTF-8, or correct the characters on this line.");
  } else if (record.has_misplaced_quote) {
    row.problem =
        row_problem(ProblemKind::misplaced_quote, "", "Text follows a closing quote.",
                    "Write a quote that belongs to the text twice (\"\"), and put the whole cell in quotes.");
  } else if (long_cell != row.cells.end()) {
    auto index = static_cast<std::size_t>(long_cell - row.cells.begin());
    row.problem = row_problem(
        ProblemKind::cell_too_long, index < columns.size() ? columns[index] : "",
        "The cell is longer than " + std::to_string(options.limits.cell_bytes) + " bytes.", "Shorten it.");
  } else if (count < needed_cells && !record.is_terminated) {
    row.problem = row_problem(ProblemKind::truncated_file, columns[count],
                              "The file breaks off in this line: it has " + std::to_string(count) + " of " +
                                  std::to_string(columns.size()) + " cells and no line ending.",
                              "Export the file again; rows after this one are missing.");
  } else if (count < needed_cells) {
    row.problem = row_problem(ProblemKind::too_few_cells, columns[count],
                              "The line has " + std::to_string(count) + " cells, the header has " +
                                  std::to_string(columns.size()) + ".",
                              "Add the missing cells, or put text with line breaks in quotes.");
  } else if (filled > columns.size()) {
    bool is_capped = count > options.limits.columns;
    row.problem = row_problem(ProblemKind::too_many_cells, "",
                              "The line has " + std::string(is_capped ? "more than " : "") +
                                  std::to_string(is_capped ? options.limits.columns : count) +
                                  " cells, the header has " + std::to_string(columns.size()) + ".",
                              "Put cells that contain the delimiter in quotes.");
  } else {
    row.cells.resize(columns.size());
  }
}

Problem TableFile::Reader::row_problem(ProblemKind kind, std::string column, std::string reason,
                                       std::string remedy) const {
  return {record.line, std::move(column), std::move(reason), std::move(remedy), kind};
}

void TableFile::Reader::hold(const Row& row, std::string_view why) {
  held.push_back({row.line, {row.cells.begin(), row.cells.end()}, row.problem, std::string(why)});
}

void TableFile::Reader::show_held(Row& row) {
  shown = std::move(held.front());
  held.pop_front();
  row.line = shown->line;
  row.cells.assign(shown->cells.begin(), shown->cells.end());
  row.problem = shown->problem;
}

void TableFile::Reader::leave_out_held() {
  for (const auto& row : held)
    left_out.push_back({row.line, text_of({row.cells.begin(), row.cells.end()}, layout.delimiter),
                        "it is " + row.why_left_out});
  held.clear();
}

std::variant<TableFile, Problem> TableFile::open(ByteSource source, TableOptions options) {
  auto reader = std::make_unique<Reader>();
  reader->source = std::move(source);
  reader->options = std::move(options);
  if (auto problem = reader->start()) return *problem;
  if (WideRates::are(reader->columns)) reader->wide.emplace(reader->columns);
  return TableFile(std::move(reader));
}

bool TableFile::next(Row& row) {
  if (!reader_->wide) return reader_->next(row);
  return reader_->wide->next(row, [this](Row& line) { return reader_->next(line); });
}
const std::optional<Problem>& TableFile::failure() const { return reader_->failure; }
const std::vector<std::string>& TableFile::columns() const {
  return reader_->wide ? WideRates::columns() : reader_->columns;
}
std::int64_t TableFile::header_line() const { return reader_->layout.header_line; }
char TableFile::delimiter() const { return reader_->layout.delimiter; }
Encoding TableFile::encoding() const { return reader_->decoder->encoding(); }
const std::vector<LeftOutLine>& TableFile::left_out() const { return reader_->left_out; }

TableFile::TableFile(std::unique_ptr<Reader> reader) : reader_(std::move(reader)) {}
TableFile::TableFile(TableFile&&) noexcept = default;
TableFile& TableFile::operator=(TableFile&&) noexcept = default;
TableFile::~TableFile() = default;

std::variant<Table, Problem> read_table(std::string_view bytes, TableOptions options, std::size_t rows) {
  auto opened = TableFile::open(bytes_of(bytes), std::move(options));
  if (auto* problem = std::get_if<Problem>(&opened)) return *problem;
  auto& file = std::get<TableFile>(opened);
  Table table;
  Row row;
  while (table.rows.size() + table.problems.size() < rows && file.next(row)) {
    if (row.problem) {
      table.problems.push_back(*row.problem);
      continue;
    }
    table.rows.emplace_back(row.cells.begin(), row.cells.end());
    table.lines.push_back(row.line);
  }
  if (file.failure()) table.problems.push_back(*file.failure());
  table.columns = file.columns();
  table.left_out = file.left_out();
  table.encoding = file.encoding();
  table.delimiter = file.delimiter();
  return table;
}

}  // namespace accord::importing
