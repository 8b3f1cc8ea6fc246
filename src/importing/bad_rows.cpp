// SPDX-License-Identifier: Apache-2.0
#include "importing/bad_rows.hpp"

#include "importing/csv_writer.hpp"

namespace accord::importing {
namespace {

std::string record_of(const std::vector<std::string>& cells) {
  return csv_record(std::vector<std::string_view>(cells.begin(), cells.end()));
}

}  // namespace

BadRows::BadRows(const Mapping& mapping) : columns_(mapping.columns.size()) {
  std::vector<std::string> header;
  for (const auto& use : mapping.columns) header.push_back(use.column);
  for (const char* added : {"accord_line", "accord_column", "accord_reason", "accord_remedy"})
    header.emplace_back(added);
  csv_ = record_of(header);
}

void BadRows::add(std::vector<std::string> cells, const Problem& problem) {
  cells.resize(columns_);
  cells.insert(cells.end(), {std::to_string(problem.line), problem.column, problem.reason, problem.remedy});
  csv_ += record_of(cells);
}

}  // namespace accord::importing
