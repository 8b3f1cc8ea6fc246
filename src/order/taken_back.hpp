// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "order/order.hpp"

namespace accord::order {

/// Finds for each refund under a number of its own the order that it takes back, and which orders are wholly
/// taken back by these. They are sorted by account and then by time.
/// 1. A refund is of an order that its account had placed by then: of the same opportunity, where there is
///    one, else of the same product, else of any.
/// 2. Of these it is the newest of which exactly as much is left, for whole orders are sent back more often
///    than parts that happen to come to another order's amount; else the newest of which more is left; else
///    the newest of which anything is left; else the newest. So two equal refunds take back two equal orders,
///    and not one of them twice.
/// 3. An order is wholly taken back where nothing is left of it, by all refunds on record: in the currency
///    that it was booked in, where its refunds are in that as well, else in the company's.
void match_refunds(std::vector<Order>&);

}  // namespace accord::order
