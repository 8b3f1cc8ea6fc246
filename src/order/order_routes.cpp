// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "order/order_store.hpp"
#include "people/people.hpp"
#include "web/list_address.hpp"

namespace accord::order {
namespace {

Listed<OrderRow> orders(const Read& read, const web::Input& input) { return list_orders(read, input.list()); }

/// What was booked and what was invoiced are never added, nor is money of different currencies.
void add_working(const Read& read, const web::Input& input, OrderTotal& total) {
  const std::string kind(name_of(total.kind)), lines = "lines " + kind + " in " + total.currency;
  auto& figure = total.revenue;
  figure.name = label_of(kind);
  figure.unit = FigureUnit::money;
  figure.formula = "the revenue of the " + lines + " that this list holds, refunds taken off";
  figure.inputs = {{lines,
                    static_cast<double>(total.lines),
                    {},
                    FigureUnit::count,
                    web::list_address("/orders", input, {{"kind", kind}, {"currency", total.currency}})}};
  figure.as_of = read.as_of();
}

Listed<OrderTotal> totals(const Read& read, const web::Input& input) {
  Listed<OrderTotal> found{totals_of(read, input.list()), {}, 0};
  for (auto& total : found.items) add_working(read, input, total);
  found.total = static_cast<std::int64_t>(found.items.size());
  return found;
}

OrderRow order_line(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

/// A won opportunity has its own.
Listed<Change> order_history(const Read& read, const web::Input& input) {
  const auto row = order_line(read, input).id.number;
  refuse_if(row % 2 != 0, web::not_found);
  auto changes = line_history(read, row / 2);
  const auto count = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, count};
}

std::optional<Day> newest_fact(const Read& read) {
  const Day today = people::today(read);
  return *read.kept<std::optional<Day>>("order newest until " + to_string(today),
                                        [&] { return newest_day(read, today); });
}

}  // namespace

const Subject subject{
    .name = "order",
    .schema = schema(),
    .routes = {web::get_list<OrderRow>(
                   "/orders", see_orders,
                   "List the lines of orders; where none has come in, won opportunities are the orders.",
                   orders),
               web::get_list<OrderTotal>("/orders/totals", see_orders, "Add up the order lines of a list.",
                                         totals),
               web::get("/orders/{id}", see_orders, "Show a line of an order.", order_line),
               web::get_list<Change>("/orders/{id}/history", see_orders,
                                     "Show what became of a line of an order.", order_history)},
    .pages = {{"/orders", "Orders", "Pipeline", see_orders, "OrdersPage"},
              {"/orders/{id}", "Order", "", see_orders, "OrderPage"}},
    .checks = {{"orders_refer_to_what_is_there", "Each line's account, product and opportunity are there.",
                strays},
               {"orders_have_one_currency", "The amounts of each line are in one currency.",
                of_two_currencies}},
    .newest_fact = newest_fact};

}  // namespace accord::order
