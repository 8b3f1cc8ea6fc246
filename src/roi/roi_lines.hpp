// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/ledger.hpp"
#include "roi/sums.hpp"

namespace accord::roi {

/// Whether the dimension's lines earn by their touchpoints; else they have the orders that are theirs.
bool earns_by_touchpoints(Dimension);
Key key_of(Dimension, const touchpoint::TouchColumns&, std::size_t touch);
Key key_of(Dimension, const order::Order&);
Key key_of(Dimension, const spend::Spent&);

/// For each line: what was spent on it, and the credit of the orders it has a part in. The credits of an
/// order sum to it exactly, and all of it to what was booked.
std::shared_ptr<const Lines> lines_of(const Read&, const Question&);
/// The orders that a line has a part in, with that part, newest first. Of `unexplained`: those without any.
std::vector<CreditedOrder> orders_of(const Read&, const Question&, Key);

}  // namespace accord::roi
