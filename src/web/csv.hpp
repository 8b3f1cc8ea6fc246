// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "web/route.hpp"

namespace accord::web {

/// Whether a route's reply is also a file: every one that is data and changes nothing.
bool has_csv(const Route&);
/// `/opportunities/{id}/history` → `opportunities-history.csv`
std::string csv_name(std::string_view path);

/// What is said of all rows stands in each of them, behind the row's own columns: `,rules_version,…`; and its
/// cells.
std::string columns_said(const RecordInfo&, std::string_view as);
std::string cells_said(const RecordInfo&, const json::object& said);

/// Writes replies as RFC 4180. A list, or a reply with a list of records named `items`, is a table of these;
/// any other has a line for each of its values: `path,value,currency`. What a list's reply says of all its
/// rows stands in each of them, behind its own columns: `rules_version`, since a file has nothing beside its
/// rows, and a line of its own would be one more row to whoever reads it. Text that a spreadsheet would run
/// as a formula gets a leading apostrophe.
class CsvWriter {
 public:
  explicit CsvWriter(const Route&);
  void add(const json::value& reply);
  const std::string& text() const { return text_; }

 private:
  const RecordInfo& reply_;
  const RecordInfo* row_;   ///< nothing where the reply is no table
  const RecordInfo* said_;  ///< of all rows; nothing where the reply says nothing of them
  std::string said_as_;
  std::string text_;
};

}  // namespace accord::web
