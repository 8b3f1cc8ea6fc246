// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "funnel/funnel.hpp"

namespace accord::funnel {

/// The stage change by which it came to where it stands; 0 where none is on record.
std::int64_t newest_change(const Read&, Id<Opportunity>);

/// How a stage change came about.
struct HowMoved {
  std::int64_t commit = 0, person = 0;
  Instant at;
  bool is_last = false;              ///< no change of this opportunity came after it
  bool is_record_unchanged = false;  ///< since that commit
};
/// Nothing where no such change of this opportunity stands.
std::optional<HowMoved> how_moved(const Read&, Id<Opportunity>, std::int64_t change);

/// The act that made a stage change, whether or not the change stands still.
struct ActOfMove {
  std::int64_t commit = 0, person = 0;
  Instant at;
};
std::optional<ActOfMove> act_of_move(const Read&, std::int64_t change);
/// What an act moved and nobody took back: each journey with its change.
struct MoveOfAct {
  std::int64_t change = 0;
  Id<Opportunity> journey;
};
std::vector<MoveOfAct> moves_of_act(const Read&, std::int64_t change, std::int64_t commit);

/// The last change of an opportunity's stage that came after a commit.
struct ChangeSince {
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  std::int64_t person = 0;
};
std::optional<ChangeSince> last_change_since(const Read&, Id<Opportunity>, std::int64_t commit);

}  // namespace accord::funnel
