// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_map>

#include "funnel/funnel.hpp"

namespace accord::funnel {

/// Where sales takes over: its first open step that one of marketing's comes before; nullptr where none does.
const FunnelStage* takeover_of(const Funnel&);

/// Whether a side speaks with somebody by it; tasks and notes are work, and no contact.
bool speaks_with_them(fact::ActivityKind);
/// Every call of a call list by which a side reached the person of a journey, but not the one that the
/// journey came of: it is logged as "other", for its touchpoint is the campaign's.
void each_list_call(const Read&, Side, const std::function<void(std::int64_t opportunity, Instant)>&);

/// A CRM's own word for a lead that sales made an opportunity of, where no agreed step takes it in.
bool is_converted(std::string_view stage);
/// A CRM's own word for a lead that sales gave back, to be taken up again later.
bool is_recycled(std::string_view stage);

/// What handoffs say of leads, by their numbers.
struct Passing {
  Instant at;
  std::optional<Instant> turned_down_at;
};
std::unordered_map<std::int64_t, Passing> passings(const Read&);

/// What the record of a journey says besides its facts, now.
struct JourneyRecord {
  std::string name;
  std::string reason;  ///< why it was lost or turned down: the record's own, else what was said here, or with
                       ///< the handoff
};
/// Of every journey that the actor may see, in the order of ids.
void each_record(const Read&, const std::function<void(std::int64_t opportunity, JourneyRecord)>&);

}  // namespace accord::funnel
