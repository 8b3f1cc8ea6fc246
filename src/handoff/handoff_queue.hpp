// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff.hpp"

namespace accord::handoff {

inline constexpr std::int64_t queue_shown = 200;

/// What waits for who asks, soonest due first: theirs, their absent colleagues', what their people are late
/// with, what nobody of their side has taken, leads that were accepted and nobody has spoken with, and
/// recycled ones that are back.
Queue queue_of(const Read&);
HandoffView view_of(const Read&, Id<Handoff>);

}  // namespace accord::handoff
