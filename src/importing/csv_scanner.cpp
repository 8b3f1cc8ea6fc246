// SPDX-License-Identifier: Apache-2.0
#include "importing/csv_scanner.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace accord::importing {

namespace {

constexpr std::size_t first_buffer_bytes = 64 * 1024;

/// Line endings within a quoted cell: LF, CRLF and CR count one each.
std::int64_t lines_in(const char* p, const char* end) {
  std::int64_t lines = 0;
  for (; p < end; ++p) lines += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
  return lines;
}

}  // namespace

CsvScanner::CsvScanner(ByteSource utf8, char delimiter, CsvLimits limits)
    : source_(std::move(utf8)),
      delimiter_(delimiter),
      limits_(limits),
      buffer_(std::min(first_buffer_bytes, limits.record_bytes + 2) + 1) {
  for (char c : {delimiter, '\r', '\n'}) ends_unquoted_[static_cast<unsigned char>(c)] = true;
}

bool CsvScanner::next(CsvRecord& record) {
  if (failure_) return false;
  char* after = nullptr;
  while (begin_ == end_ || (after = scan(record)) == nullptr) {
    if (is_final_ && begin_ == end_) return false;
    if (is_final_ || !refill()) {
      fail(is_in_quotes_ ? ProblemKind::unclosed_quote : ProblemKind::line_too_long);
      return false;
    }
  }
  std::string_view raw(&buffer_[begin_], static_cast<std::size_t>(after - &buffer_[begin_]));
  if (raw.size() > limits_.record_bytes + 2) {
    fail(ProblemKind::line_too_long);
    return false;
  }
  record.is_text = is_text(raw);
  unescape(record);
  begin_ += raw.size();
  line_ += 1 + quoted_lines_;
  return true;
}

/// Scans the record at the start of the window and returns where the next begins; null where the window ends
/// first.
char* CsvScanner::scan(CsvRecord& record) {
  char* p = &buffer_[begin_];
  char* const end = &buffer_[end_];
  record.cells.clear();
  record.line = line_;
  record.is_terminated = true;
  record.has_misplaced_quote = false;
  quoted_lines_ = 0;
  escaped_cells_.clear();
  for (;;) {
    is_in_quotes_ = false;
    if (*p == '"' && p < end) {
      if ((p = quoted_cell(p, record)) == nullptr) return nullptr;
    } else {
      char* start = p;
      p = end_of_unquoted(p);
      add_cell(record, start, p);
    }
    if (p == end) {
      record.is_terminated = false;
      return is_final_ ? p : nullptr;
    }
    char c = *p++;
    if (c == delimiter_) continue;
    if (c == '\n') return p;
    // A carriage return at the window's end may be half of CRLF.
    if (p == end && !is_final_) return nullptr;
    return p < end && *p == '\n' ? p + 1 : p;
  }
}

/// Adds the cell whose opening quote is at `p` and returns where it ends; null where the window ends first.
char* CsvScanner::quoted_cell(char* p, CsvRecord& record) {
  char* const end = &buffer_[end_];
  char* const opening = p++;
  bool has_escape = false;
  is_in_quotes_ = true;
  for (;;) {
    p = static_cast<char*>(std::memchr(p, '"', static_cast<std::size_t>(end - p)));
    if (p == nullptr) return nullptr;
    if (p + 1 == end || p[1] != '"') break;
    has_escape = true;
    p += 2;
  }
  if (p + 1 == end && !is_final_) return nullptr;
  is_in_quotes_ = false;
  quoted_lines_ += lines_in(opening, p);
  char* const closing = p++;
  while (p < end && *p == ' ' && delimiter_ != ' ') ++p;
  if (p < end && !ends_unquoted_[static_cast<unsigned char>(*p)]) {
    // What was meant cannot be known, so the cell keeps its text, quotes and all, and the record says so.
    record.has_misplaced_quote = true;
    p = end_of_unquoted(p);
    add_cell(record, opening, p);
    return p;
  }
  if (has_escape && record.cells.size() <= limits_.columns) escaped_cells_.push_back(record.cells.size());
  add_cell(record, opening + 1, closing);
  return p;
}

/// The sentinel stops the loop at the end of the window.
char* CsvScanner::end_of_unquoted(char* p) const {
  while (!ends_unquoted_[static_cast<unsigned char>(*p)]) ++p;
  return p;
}

void CsvScanner::add_cell(CsvRecord& record, const char* begin, const char* end) const {
  if (record.cells.size() <= limits_.columns)
    record.cells.emplace_back(begin, static_cast<std::size_t>(end - begin));
}

/// Doubled quotes become one, in place: a cell only ever gets shorter.
void CsvScanner::unescape(CsvRecord& record) const {
  for (std::size_t index : escaped_cells_) {
    std::string_view& cell = record.cells[index];
    char* out = const_cast<char*>(cell.data());
    const char* const start = out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      *out++ = cell[i];
      if (cell[i] == '"') ++i;
    }
    cell = {start, static_cast<std::size_t>(out - start)};
  }
}

/// Moves what is left to the front and reads until the window is full; false where a record is longer than
/// allowed.
bool CsvScanner::refill() {
  std::memmove(buffer_.data(), &buffer_[begin_], end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  const std::size_t longest = limits_.record_bytes + 2;  // and its line ending
  if (end_ + 1 == buffer_.size()) {
    if (end_ > longest) return false;
    buffer_.resize(std::min(buffer_.size() * 4, longest + 1) + 1);
  }
  while (end_ + 1 < buffer_.size()) {
    std::size_t count = source_(std::span<char>(buffer_).subspan(end_, buffer_.size() - 1 - end_));
    if (count == 0) {
      is_final_ = true;
      break;
    }
    end_ += count;
  }
  buffer_[end_] = '\n';
  return true;
}

void CsvScanner::fail(ProblemKind kind) {
  if (kind == ProblemKind::unclosed_quote)
    failure_ =
        Problem{line_, "", "A quote that opens on this line is never closed.",
                "Close it, or write a quote that belongs to the text twice (\"\"). If the file was cut off, "
                "export it again.",
                kind};
  else
    failure_ =
        Problem{line_, "", "The line is longer than " + std::to_string(limits_.record_bytes) + " bytes.",
                "Check that the file is a table with one record per line, and shorten this one.", kind};
}

}  // namespace accord::importing
