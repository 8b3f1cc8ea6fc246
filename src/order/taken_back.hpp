// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "order/order.hpp"

namespace accord::order {

/// Finds for each refund under a number of its own the order that it takes back, and which orders are wholly
/// taken back by these. They are sorted by account and then by time.
/// 1. A refund is of its account's newest order by then that is of the same opportunity, else of the same
///    product, else of the newest at all.
/// 2. An order is wholly taken back where nothing is left of it, by all refunds on record: in the currency
/// that
///    it was booked in, where its refunds are in that as well, else in the company's.
void match_refunds(std::vector<Order>&);

}  // namespace accord::order
