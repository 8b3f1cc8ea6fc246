// SPDX-License-Identifier: Apache-2.0
#include "importing/problem.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace accord::importing {

std::string_view name_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::empty_file:
      return "empty_file";
    case ProblemKind::binary_file:
      return "binary_file";
    case ProblemKind::file_too_large:
      return "file_too_large";
    case ProblemKind::not_decodable:
      return "not_decodable";
    case ProblemKind::header_missing:
      return "header_missing";
    case ProblemKind::duplicate_header:
      return "duplicate_header";
    case ProblemKind::too_many_columns:
      return "too_many_columns";
    case ProblemKind::line_too_long:
      return "line_too_long";
    case ProblemKind::unclosed_quote:
      return "unclosed_quote";
    case ProblemKind::truncated_file:
      return "truncated_file";
    case ProblemKind::too_few_cells:
      return "too_few_cells";
    case ProblemKind::too_many_cells:
      return "too_many_cells";
    case ProblemKind::cell_too_long:
      return "cell_too_long";
    case ProblemKind::misplaced_quote:
      return "misplaced_quote";
    case ProblemKind::not_text:
      return "not_text";
    case ProblemKind::bad_value:
      return "bad_value";
  }
  return "bad_value";
}

std::vector<std::string> first_of(const std::vector<std::string>& names) {
  constexpr std::size_t named_max = 5;
  std::vector<std::string> first(names.begin(),
                                 names.begin() + static_cast<long>(std::min(names.size(), named_max)));
  if (names.size() > named_max)
    first.push_back(counted(static_cast<std::int64_t>(names.size() - named_max), "other", "others"));
  return first;
}

bool is_about_whole_file(ProblemKind kind) { return kind <= ProblemKind::unclosed_quote; }

}  // namespace accord::importing
