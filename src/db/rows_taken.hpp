// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/read.hpp"

namespace accord {

/// How far the rows of a fact table went into a column file. It stands in the file itself, so that the rows
/// can be found again in the database that the file is read for.
struct RowsTaken {
  std::int64_t as_of = 0, as_of_ms = 0;      ///< the commit, and its moment
  std::int64_t last_id = 0, last_at_ms = 0;  ///< the last row, and its moment
};

/// The statements that ask a table for its last row, and for the moment (`at`) of the row `:id`.
struct RowsAsked {
  const Sql& last_row;
  const Sql& moment_of_row;
};

RowsTaken rows_taken(const Read&, const RowsAsked&);
/// Whether they are rows of this database, and the reader sees them all.
bool are_there(const Read&, const RowsTaken&, const RowsAsked&);

}  // namespace accord
