// SPDX-License-Identifier: Apache-2.0
#include "importing/cell_text.hpp"

#include <algorithm>

#include "importing/csv_writer.hpp"

namespace accord::importing {

std::string_view trimmed_cell(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (;;) {
    if (!text.empty() && is_space(text.front()))
      text.remove_prefix(1);
    else if (!text.empty() && is_space(text.back()))
      text.remove_suffix(1);
    else if (text.starts_with(no_break_space))
      text.remove_prefix(no_break_space.size());
    else if (text.ends_with(no_break_space))
      text.remove_suffix(no_break_space.size());
    else
      return text;
  }
}

std::string_view cell_text(std::string_view cell) {
  return trimmed_cell(without_formula_guard(trimmed_cell(cell)));
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
           return lower(x) == lower(y);
         });
}

}  // namespace accord::importing
