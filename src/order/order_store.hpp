// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "order/order.hpp"

namespace accord::order {

Schema schema();

Listed<OrderRow> list_orders(const Read&, const ListRequest&);
/// Their revenue and number, by kind and currency.
std::vector<Tally> tally_orders(const Read&, const ListRequest&);
std::optional<OrderRow> find_row(const Read&, std::int64_t id);
/// Whether orders have come in, so that won opportunities are no orders of their own.
bool has_orders(const Read&);

/// What a product costs and sells for, where that is known.
struct Pricing {
  std::optional<Money> unit_cost, list_price;
};
/// The cost of goods of a line: its own, else the product's for its quantity, else the product's share of the
/// list price. Nothing where none of them is known, or the currencies differ.
std::optional<Money> cost_of(const std::optional<Money>& own, const Pricing&, std::optional<double> quantity,
                             const std::optional<Money>& list_price, Money revenue);

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> of_two_currencies(const Read&);

}  // namespace accord::order
