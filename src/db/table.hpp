// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/described.hpp"

namespace accord {

enum class TableKind : std::uint8_t {
  record,  ///< changeable; `db` keeps `<name>_was` with what each row held before
  fact,    ///< appended only, guarded by triggers; `<name>_standing` leaves out what was retracted
  plain    ///< changeable without history: sessions, derived tables
};

struct Index {
  std::string columns;  ///< `email` or `opportunity, at`
  bool is_unique = false;
};

/// A table that `db` makes from a description, for SQLite or PostgreSQL.
struct Table {
  const RecordInfo& (*info)();
  TableKind kind;
  std::vector<Index> indexes{};
  bool is_told = true;  ///< whether screens are told when it changes
  /// Whether one fact of it can be superseded without the others of its commit; `<name>_superseded` says
  /// which.
  bool is_supersedable = false;
};

template <Described T>
Table record_table(std::vector<Index> indexes = {}) {
  return {&info_of<T>, TableKind::record, std::move(indexes)};
}
template <Described T>
Table fact_table(std::vector<Index> indexes = {}) {
  return {&info_of<T>, TableKind::fact, std::move(indexes)};
}
template <Described T>
Table plain_table(std::vector<Index> indexes = {}) {
  return {&info_of<T>, TableKind::plain, std::move(indexes)};
}

/// What the program keeps for itself and no screen shows, such as who signed in when.
inline Table untold(Table table) {
  table.is_told = false;
  return table;
}

/// Facts of which a newer report may replace single ones: a day's spend that is imported again.
inline Table supersedable(Table table) {
  table.is_supersedable = true;
  return table;
}

enum class Dialect : std::uint8_t { sqlite, postgresql };

/// Statements that make a table, its history or guards, and its indexes, in order.
std::vector<std::string> create_statements(const Table&, Dialect);
/// Statements that add one described field to an existing table and its history.
std::vector<std::string> add_field_statements(const Table&, std::string_view field, Dialect);

/// The statements that `db` runs for every table, generated once each; also prepared on PostgreSQL by a test.
std::string insert_statement(const RecordInfo&, TableKind);
std::string update_statement(const RecordInfo&, TableKind);
std::string delete_statement(const RecordInfo&);
/// Blanks the personal fields, of the table or of its history (`_was`): texts become empty, the rest nothing.
std::string erase_statement(const RecordInfo&, std::string_view table);
std::string find_statement(const RecordInfo&);
std::string supersede_statement(const RecordInfo&);
/// Copies the present row into the history before it changes; once per commit, so that a commit is one
/// change.
std::string keep_statement(const RecordInfo&);

}  // namespace accord
