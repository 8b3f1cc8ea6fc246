// SPDX-License-Identifier: Apache-2.0
#include "importing/table_shape.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "importing/cell_text.hpp"
#include "importing/csv_scanner.hpp"

namespace accord::importing {

namespace {

constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
constexpr std::size_t sampled_records = 100;

struct SampledRecord {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  bool is_cut = false;  // the sample ended before the record did
};

/// One reading of the sample: by this delimiter, with the header at this record.
struct Reading {
  char delimiter = ',';
  std::vector<SampledRecord> records;
  std::size_t header = 0;
  bool has_header = false;
  double score = 0;
};

bool starts_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equals_ignoring_case(text.substr(0, start.size()), start);
}

/// Numbers, money, dates, times and mail addresses: what a header does not consist of.
bool looks_like_value(std::string_view cell) {
  cell = trimmed_cell(cell);
  std::size_t at = cell.find('@');
  if (at != std::string_view::npos && cell.find('.', at) != std::string_view::npos) return true;
  bool has_digit = false;
  for (char c : cell) {
    if (c >= '0' && c <= '9')
      has_digit = true;
    else if (std::string_view(" .,:/-+%()$'TZ").find(c) == std::string_view::npos)
      return false;
  }
  return has_digit;
}

bool is_plausible_header(const std::vector<std::string>& cells) {
  std::size_t named = 0, values = 0;
  for (const auto& cell : cells) {
    if (trimmed_cell(cell).empty()) continue;
    if (cell.size() > 300) return false;
    ++named;
    values += looks_like_value(cell);
  }
  return named > 0 && named * 2 >= cells.size() && values * 5 <= named;
}

std::size_t known_headers(const std::vector<std::string>& cells, const TableHints& hints) {
  if (!hints.is_known_header) return 0;
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
    return hints.is_known_header(trimmed_cell(cell));
  }));
}

/// The first records of the text that are not blank; a last one that the sample may have cut is left off.
std::vector<SampledRecord> sample(std::string_view text, bool is_whole, char delimiter) {
  std::vector<SampledRecord> records;
  CsvScanner scanner(bytes_of(text), delimiter);
  CsvRecord record;
  while (records.size() < sampled_records && scanner.next(record)) {
    bool is_cut = !record.is_terminated && !is_whole;
    if (is_blank(record.cells) || (is_cut && !records.empty())) continue;
    records.push_back({record.line, {record.cells.begin(), record.cells.end()}, is_cut});
  }
  return records;
}

/// The width that most of the table has. Wide records weigh more, so that a few lines of preamble do not
/// outvote them.
std::size_t usual_width(const std::vector<SampledRecord>& records) {
  std::map<std::size_t, std::size_t> weights;
  for (const auto& record : records) weights[record.cells.size()] += record.cells.size() - 1;
  return std::max_element(weights.begin(), weights.end(),
                          [](auto& a, auto& b) { return a.second < b.second; })
      ->first;
}

/// The record that names the columns.
/// 1. The first as wide as the table usually is, if it reads like names.
/// 2. Else the last before it that is no single cell and reads like names: the rows are then ragged.
/// 3. Another record wins where it holds more of the names that we import.
/// 4. The line that the user pointed at wins over all.
void find_header(Reading& reading, const TableHints& hints) {
  const auto& records = reading.records;
  std::size_t width = usual_width(records);
  auto is_usual = [&](const SampledRecord& record) { return record.cells.size() == width; };
  reading.header =
      static_cast<std::size_t>(std::find_if(records.begin(), records.end(), is_usual) - records.begin());
  reading.has_header = is_plausible_header(records[reading.header].cells);
  for (std::size_t i = reading.header; !reading.has_header && i-- > 0;) {
    if (records[i].cells.size() < 2 || !is_plausible_header(records[i].cells)) continue;
    reading.header = i;
    reading.has_header = true;
  }
  for (std::size_t i = 0; hints.header_line && i < records.size(); ++i) {
    if (records[i].line != *hints.header_line) continue;
    reading.header = i;
    reading.has_header = true;
  }
  std::size_t known = reading.has_header ? known_headers(records[reading.header].cells, hints) : 0;
  for (std::size_t i = 0; !hints.header_line && i < records.size(); ++i) {
    std::size_t here = known_headers(records[i].cells, hints);
    if (here < known + 2 || !is_plausible_header(records[i].cells)) continue;
    reading.header = i;
    reading.has_header = true;
    known = here;
  }
  auto usual = static_cast<double>(std::count_if(records.begin(), records.end(), is_usual));
  double regularity = usual / static_cast<double>(records.size()) * (1 - 1 / static_cast<double>(width));
  reading.score = regularity * (reading.has_header ? 1 : 0.5) + static_cast<double>(known);
}

/// The first line that spreadsheets write to tell each other the delimiter.
std::optional<char> declared_delimiter(std::string_view text) {
  bool is_declared =
      text.size() > 5 && starts_ignoring_case(text, "sep=") && (text[5] == '\r' || text[5] == '\n');
  return is_declared ? std::optional(text[4]) : std::nullopt;
}

std::string quoted_start(const SampledRecord& record) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(record.cells.size(), 3); ++i)
    text += (i > 0 ? ", \"" : "\"") + record.cells[i].substr(0, 40) + '"';
  return text;
}

Problem header_missing(const SampledRecord& record) {
  return {record.line, "", "The first row looks like data, not like a header: " + quoted_start(record) + ".",
          "Add a line above it that names each column, such as Opportunity Name, Stage, Amount, Close Date, "
          "or say "
          "which line is the header.",
          ProblemKind::header_missing};
}

bool is_figure_or_blank(std::string_view cell) {
  cell = trimmed_cell(cell);
  bool is_currency =
      cell.size() == 3 && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return cell.empty() || cell == "--" || is_currency || looks_like_value(cell);
}

/// Sums stand below what they sum. A lone "Total" may be a customer's name too, so everything beside it has
/// to be a figure, and it has to be short of them.
bool is_total_row(const std::vector<std::string_view>& cells) {
  std::string_view first = trimmed_cell(cells[0]);
  bool says_total = equals_ignoring_case(first, "total") || equals_ignoring_case(first, "totals");
  return says_total && std::all_of(cells.begin() + 1, cells.end(), is_figure_or_blank);
}

/// The cell of the first column that is called one of these; nothing where there is none.
std::optional<std::string_view> cell_of(const std::vector<std::string_view>& cells,
                                        const std::vector<std::string>& columns,
                                        std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
    const bool is_it = std::any_of(names.begin(), names.end(),
                                   [&](auto name) { return equals_ignoring_case(columns[i], name); });
    if (is_it) return trimmed_cell(cells[i]);
  }
  return std::nullopt;
}

/// Advertising reports add a sum over all campaigns, whose campaign is blank or "Total". What has a day of
/// its own is no sum: it is money that was spent without a campaign.
bool is_sum_over_campaigns(const std::vector<std::string_view>& cells,
                           const std::vector<std::string>& columns) {
  const auto campaign = cell_of(cells, columns, {"campaign", "campaign name"});
  const auto day = cell_of(cells, columns, {"day", "date"});
  if (!campaign || !day.value_or("").empty()) return false;
  const bool says_total = equals_ignoring_case(*campaign, "total") && day;
  if (!campaign->empty() && !says_total) return false;
  return std::all_of(cells.begin(), cells.end(), [&](std::string_view cell) {
    return is_figure_or_blank(cell) || (says_total && equals_ignoring_case(trimmed_cell(cell), "total"));
  });
}

}  // namespace

std::variant<TableLayout, Problem> detect_layout(std::string_view text, bool is_whole,
                                                 const TableHints& hints) {
  std::vector<char> candidates(delimiters.begin(), delimiters.end());
  if (auto declared = declared_delimiter(text)) candidates = {*declared};
  if (hints.delimiter) candidates = {*hints.delimiter};
  std::optional<Reading> best;
  for (char delimiter : candidates) {
    Reading reading{delimiter, sample(text, is_whole, delimiter)};
    if (declared_delimiter(text) && !reading.records.empty()) reading.records.erase(reading.records.begin());
    if (reading.records.empty()) continue;
    find_header(reading, hints);
    if (!best || reading.score > best->score) best = std::move(reading);
  }
  if (!best)
    return Problem{0, "", "The file is empty.", "Export it again, and check that the report has rows.",
                   ProblemKind::empty_file};
  if (best->records[0].is_cut)
    return Problem{best->records[0].line, "",
                   "The first line is longer than " + std::to_string(text.size()) + " bytes.",
                   "Check that the file is a table with one record per line.", ProblemKind::line_too_long};
  if (!best->has_header) return header_missing(best->records[best->header]);
  return TableLayout{best->delimiter, best->records[best->header].line};
}

std::optional<std::string_view> why_left_out(const std::vector<std::string_view>& cells,
                                             const std::vector<std::string>& columns, Place place) {
  std::string_view first = trimmed_cell(cells[0]);
  if (starts_ignoring_case(first, "total:") || starts_ignoring_case(first, "grand total") ||
      (place == Place::below_rows && is_total_row(cells)))
    return "a row of totals";
  auto is_alone = [&] { return is_blank({cells.begin() + 1, cells.end()}); };
  if (starts_ignoring_case(first, "confidential information") && is_alone()) return "the report's footer";
  bool is_copyright =
      starts_ignoring_case(first, "copyright (c)") || starts_ignoring_case(first, "copyright \u00a9");
  if (is_copyright && (cells.size() < columns.size() || is_alone())) return "the report's footer";
  if (is_sum_over_campaigns(cells, columns)) return "a row of totals";
  return std::nullopt;
}

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](auto cell) { return trimmed_cell(cell).empty(); });
}

}  // namespace accord::importing
