// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"
#include "handoff/handoff_figures.hpp"

namespace accord::handoff {

extern const gap::Finder handoff_overdue;
extern const gap::Finder handoff_wrong_side;
extern const gap::Finder rejection_without_reason;
extern const gap::Finder rejection_reason_grows;
extern const gap::Finder service_level_missed;

/// The handoffs that a gap counts.
std::vector<web::Route> gap_routes();

}  // namespace accord::handoff
