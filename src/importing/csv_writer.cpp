// SPDX-License-Identifier: Apache-2.0
#include "importing/csv_writer.hpp"

#include <algorithm>
#include <cctype>

namespace accord::importing {

namespace {

bool starts_formula(char c) { return c == '=' || c == '+' || c == '-' || c == '@'; }

/// Spreadsheets skip these before they look for a formula.
bool is_skipped(char c) { return c == '\t' || c == '\r' || c == '\n' || c == ' '; }

bool is_plain_number(std::string_view text) {
  if (text.front() == '-' || text.front() == '+') text.remove_prefix(1);
  bool has_digit = false, has_point = false;
  for (char c : text) {
    if (c == '.' && !has_point)
      has_point = true;
    else if (std::isdigit(static_cast<unsigned char>(c)))
      has_digit = true;
    else
      return false;
  }
  return has_digit;
}

/// An apostrophe that was there already gets a second one, so that taking one off gives the text back.
bool needs_guard(std::string_view text) {
  return is_formula(text) || (text.size() > 1 && text[0] == '\'' && without_formula_guard(text) != text);
}

bool needs_quotes(std::string_view text, char delimiter) {
  bool has_special = std::any_of(
      text.begin(), text.end(), [&](char c) { return c == delimiter || c == '"' || c == '\r' || c == '\n'; });
  return has_special || (!text.empty() && (text.front() == ' ' || text.back() == ' '));
}

}  // namespace

std::string csv_cell(std::string_view text, char delimiter) {
  std::string cell;
  if (needs_guard(text)) cell += '\'';
  cell += text;
  if (!needs_quotes(cell, delimiter)) return cell;
  std::string quoted = "\"";
  for (char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_record(std::span<const std::string_view> cells, char delimiter) {
  std::string record;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) record += delimiter;
    record += csv_cell(cells[i], delimiter);
  }
  // A lone empty cell would read back as an empty line.
  if (cells.size() == 1 && cells[0].empty()) record = "\"\"";
  return record + "\r\n";
}

std::string_view without_formula_guard(std::string_view text) {
  if (text.size() < 2 || text[0] != '\'') return text;
  std::size_t first = text.find_first_not_of('\'');
  if (first == std::string_view::npos) return text;
  std::string_view rest = text.substr(first);
  std::size_t at = 0;
  while (at < rest.size() && is_skipped(rest[at])) ++at;
  return at < rest.size() && starts_formula(rest[at]) ? text.substr(1) : text;
}

bool is_formula(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_skipped(text[at])) ++at;
  return at < text.size() && starts_formula(text[at]) && !is_plain_number(text.substr(at));
}

}  // namespace accord::importing
