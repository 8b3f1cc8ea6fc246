// SPDX-License-Identifier: Apache-2.0
#include "importing/cell.hpp"

#include <algorithm>
#include <array>

#include "importing/cell_text.hpp"

namespace accord::importing {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return equals_ignoring_case(text, word); });
}

}  // namespace

CellValue<std::string> read_text(std::string_view cell) {
  std::string_view text = cell_text(cell);
  if (text.empty()) return {};
  return {std::string(text), "", ""};
}

CellValue<bool> read_boolean(std::string_view cell) {
  static constexpr std::array<std::string_view, 7> yes = {"yes", "true", "y", "t", "on", "1", "x"};
  static constexpr std::array<std::string_view, 6> no = {"no", "false", "n", "f", "off", "0"};
  std::string_view text = cell_text(cell);
  if (text.empty()) return {};
  if (is_one_of(text, yes)) return {true, "", ""};
  if (is_one_of(text, no)) return {false, "", ""};
  return {std::nullopt, in_quotes(text) + " is neither yes nor no.",
          "Write yes or no, or leave the cell empty."};
}

bool says_unknown(std::string_view cell) {
  static constexpr std::array<std::string_view, 10> words = {"unknown", "n/a",       "na", "#n/a", "none",
                                                             "null",    "(not set)", "-",  "--",   "?"};
  return is_one_of(cell_text(cell), words);
}

std::string in_quotes(std::string_view cell) {
  constexpr std::size_t longest = 60;
  bool is_cut = cell.size() > longest;
  cell = cell.substr(0, longest);
  // A character cut in two would not be text any more.
  while (is_cut && !cell.empty() && (static_cast<unsigned char>(cell.back()) & 0x80)) cell.remove_suffix(1);
  std::string text = "\"";
  for (char c : cell) text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return text + (is_cut ? "…\"" : "\"");
}

}  // namespace accord::importing
