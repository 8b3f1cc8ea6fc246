// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "roi/roi.hpp"

namespace accord::roi {

/// What took an order back on later days, by time. Both stand among all.
std::vector<const order::Order*> refunds_of(const std::vector<order::Order>& all, const order::Order&);
/// What these leave of it, of all that are in its currency; in minor units.
std::int64_t left_by(const std::vector<const order::Order*>& refunds, const order::Order&);
/// How much was refunded of the orders of these days after them, and how much in them of orders before them:
/// each refund counts on its own day.
std::vector<std::string> refunds_in_words(const Read&, const Question&);

}  // namespace accord::roi
