// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "order/order_store.hpp"
#include "web/list_address.hpp"

namespace accord::order {
namespace {

Listed<OrderRow> orders(const Read& read, const web::Input& input) { return list_orders(read, input.list()); }

/// What was booked and what was invoiced are never added, nor is money of different currencies.
OrderTotal total_of(const Read& read, const web::Input& input, const Tally& part) {
  OrderTotal total;
  const auto* kind = std::get_if<std::string>(&part.by[0]);
  total.kind = choice_named<OrderKind>(kind == nullptr ? "" : *kind).value_or(OrderKind::booked);
  total.currency = part.sum->currency.text();
  total.lines = part.count;
  const std::string named(name_of(total.kind));
  total.revenue.name = label_of(named);
  total.revenue.unit = FigureUnit::money;
  total.revenue.money = part.sum;
  total.revenue.formula = "the revenue of the lines " + named + " in " + total.currency +
                          " that this list holds, refunds taken off";
  total.revenue.inputs = {{"lines " + named + " in " + total.currency,
                           static_cast<double>(part.count),
                           {},
                           FigureUnit::count,
                           web::list_address("/orders", input, {{"kind", named}})}};
  total.revenue.as_of = read.as_of();
  return total;
}

Listed<OrderTotal> totals(const Read& read, const web::Input& input) {
  Listed<OrderTotal> found;
  for (const auto& part : tally_orders(read, input.list())) {
    if (part.sum) found.items.push_back(total_of(read, input, part));
  }
  found.total = static_cast<std::int64_t>(found.items.size());
  return found;
}

OrderRow order_line(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

}  // namespace

const Subject subject{
    .name = "order",
    .schema = schema(),
    .routes = {web::get_list<OrderRow>(
                   "/orders", see_orders,
                   "List the lines of orders; where none has come in, won opportunities are the orders.",
                   orders),
               web::get_list<OrderTotal>("/orders/totals", see_orders,
                                         "Add up what the lines of a list come to.", totals),
               web::get("/orders/{id}", see_orders, "Show a line of an order.", order_line)},
    .pages = {{"/orders", "Orders", "Pipeline", see_orders, "OrdersPage"},
              {"/orders/{id}", "Order", "", see_orders, "OrderPage"}},
    .checks = {
        {"orders_refer_to_what_is_there", "Each line's account, product and opportunity are there.", strays},
        {"orders_have_one_currency", "The amounts of each line are in one currency.", of_two_currencies}}};

}  // namespace accord::order
