// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_keys.hpp"

namespace accord::roi {

/// Adds the campaigns' budgets: each spread evenly over the days that the campaign runs, and of that the part
/// which falls into the days asked for.
void add_planned(const Read&, const Question&, Currency own, Lines&);

/// Whether a budget can say which line of the dimension it is for.
bool is_planned_by(Dimension);

}  // namespace accord::roi
