// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "web/route.hpp"

namespace accord::web {

/// Whether a route's reply holds a table: it is a list, or has a list of records named `items`.
bool has_csv(const Route&);
/// `/opportunities/{id}/history` → `opportunities-history.csv`
std::string csv_name(std::string_view path);

/// Writes replies as RFC 4180; text that a spreadsheet would run as a formula gets a leading apostrophe.
class CsvWriter {
 public:
  explicit CsvWriter(const Route&);
  void add(const json::value& reply);
  const std::string& text() const { return text_; }

 private:
  const RecordInfo& row_;
  std::string text_;
};

}  // namespace accord::web
