// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/read.hpp"

namespace accord {

/// As of when the records of a table went into a column file. Records change, unlike facts (`RowsTaken`):
/// those that have changed since are read from the rows, and only what is gone has to be counted. It stands
/// in the file itself, so that the records can be found again in the database that the file is read for.
struct RecordsTaken {
  std::int64_t as_of = 0, as_of_ms = 0;        ///< the commit, and its moment
  std::int64_t newest = 0, newest_commit = 0;  ///< what had changed last, and when
  std::uint64_t newest_name = 0;               ///< how it was called then, as a number
  std::int64_t last = 0;                       ///< ids are given once
};

/// The statements that ask a table for what changed last (id, commit, name), for the names of the record
/// `:id` as of the change in `:commit`, for its last id, and for the number of its records.
struct RecordsAsked {
  const Sql& newest_change;
  const Sql& names_as_of;
  const Sql& last;
  const Sql& how_many;
};

RecordsTaken records_taken(const Read&, const RecordsAsked&);
/// Whether they are records of this database, as of a commit that the reader sees.
bool are_there(const Read&, const RecordsTaken&, const RecordsAsked&);
/// Whether all that the file holds is on record still, by how many it holds and how many came since. What is
/// taken off, as when an import is undone, leaves no row that could be asked for.
bool is_none_gone(const Read&, std::size_t held, std::size_t added, const RecordsAsked&);

}  // namespace accord
