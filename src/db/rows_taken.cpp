// SPDX-License-Identifier: Apache-2.0
#include "db/rows_taken.hpp"

namespace accord {

RowsTaken rows_taken(const Read& read, const RowsAsked& asked) {
  RowsTaken taken{.as_of = read.as_of()};
  taken.as_of_ms = read.moment_of(taken.as_of).value_or(Instant{}).ms;
  taken.last_id = read.integer(asked.last_row).value_or(0);
  taken.last_at_ms = read.integer(asked.moment_of_row, {{"id", taken.last_id}}).value_or(0);
  return taken;
}

bool are_there(const Read& read, const RowsTaken& taken, const RowsAsked& asked) {
  return read.moment_of(taken.as_of) == Instant{taken.as_of_ms} &&
         read.integer(asked.moment_of_row, {{"id", taken.last_id}}) == taken.last_at_ms;
}

}  // namespace accord
