// SPDX-License-Identifier: Apache-2.0
#include "db/records_taken.hpp"

#include <xxhash.h>

namespace accord {
namespace {

std::uint64_t number_of(std::string_view name) { return XXH3_64bits(name.data(), name.size()); }

}  // namespace

RecordsTaken records_taken(const Read& read, const RecordsAsked& asked) {
  RecordsTaken taken{.as_of = read.as_of()};
  taken.as_of_ms = read.moment_of(taken.as_of).value_or(Instant{}).ms;
  read.each(asked.newest_change, {}, [&](const Row& row) {
    taken.newest = row.integer(0);
    taken.newest_commit = row.integer(1);
    taken.newest_name = number_of(row.text(2));
  });
  taken.last = read.integer(asked.last).value_or(0);
  return taken;
}

bool are_there(const Read& read, const RecordsTaken& taken, const RecordsAsked& asked) {
  if (read.moment_of(taken.as_of) != Instant{taken.as_of_ms}) return false;
  bool is_there = false;
  read.each(asked.names_as_of, {{"id", taken.newest}, {"commit", taken.newest_commit}},
            [&](const Row& row) { is_there = is_there || number_of(row.text(0)) == taken.newest_name; });
  return is_there;
}

bool is_none_gone(const Read& read, std::size_t held, std::size_t added, const RecordsAsked& asked) {
  return static_cast<std::int64_t>(held + added) == read.integer(asked.how_many);
}

}  // namespace accord
