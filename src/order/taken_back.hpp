// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "order/order.hpp"

namespace accord::order {

/// By the row of a refund, the row of the order under whose number it came.
using RefundsOfOrders = boost::unordered_flat_map<std::int64_t, std::int64_t>;

/// Finds for each refund the order that it takes back, and which orders are wholly taken back by these. They
/// are sorted by account and then by time. A refund under an order's number is of that one. Of all others:
/// 1. A refund is of an order that its account had placed by then: of the same opportunity, where there is
///    one, else of the same product, else of any.
/// 2. Of these it is the newest of which exactly as much is left, for whole orders are sent back more often
///    than parts that happen to come to another order's amount; else the newest of which more is left; else
///    the newest of which anything is left; else the newest. So two equal refunds take back two equal orders,
///    and not one of them twice.
/// 3. An order is wholly taken back where nothing is left of it, by all refunds on record: in the currency
///    that it was booked in, where its refunds are in that as well, else in the company's.
/// 4. A refund in the currency of its order counts in the company's at the rate at which the order does.
void match_refunds(std::vector<Order>&, const RefundsOfOrders&);

}  // namespace accord::order
