// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "importing/mapping.hpp"
#include "importing/problem.hpp"

namespace accord::importing {

/// Rows that stayed out, as CSV: as they stood in the file, each with what is wrong with it, to be corrected
/// and imported again as it is. A row with two problems stands there twice.
class BadRows {
 public:
  explicit BadRows(const Mapping&);
  void add(std::vector<std::string> cells, const Problem&);
  const std::string& csv() const { return csv_; }

 private:
  std::size_t columns_;
  std::string csv_;
};

}  // namespace accord::importing
