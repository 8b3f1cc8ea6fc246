// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "review/review.hpp"

namespace accord::review {

Schema schema();
std::vector<Attendance> attendance_of(const Read&, Id<Review>);
std::vector<Decision> decisions_of(const Read&, Id<Review>);
/// In the order of the agenda.
std::vector<FrozenGap> frozen_of(const Read&, Id<Review>);
/// The one that is being held now.
std::optional<Review> find_open(const Read&);
/// What was frozen besides the gaps; nothing of reviews that were closed before it was kept.
std::optional<FrozenAgenda> frozen_agenda_of(const Read&, Id<Review>);
/// Nothing where nobody had stated a number, and of reviews that were closed before it was kept.
std::optional<FrozenBridge> frozen_bridge_of(const Read&, Id<Review>);
/// The last one closed before another was opened, and before now where `before` is nothing; not one of a day
/// after `until`.
std::optional<Review> last_closed(const Read&, std::optional<Id<Review>> before, Day until);

}  // namespace accord::review
