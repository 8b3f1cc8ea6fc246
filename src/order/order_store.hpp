// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "order/order.hpp"

namespace accord::order {

Schema schema();

Listed<OrderRow> list_orders(const Read&, const ListRequest&);
/// What a list comes to, for each kind and currency; money of different currencies is only added once it is
/// converted.
std::vector<OrderTotal> totals_of(const Read&, const ListRequest&);
std::optional<OrderRow> find_row(const Read&, std::int64_t id);
/// Whether orders have come in, so that won opportunities are no orders of their own.
bool has_orders(const Read&);

/// The newest day of a line, up to one.
std::optional<Day> newest_day(const Read&, Day until);

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> of_two_currencies(const Read&);

}  // namespace accord::order
