// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"
#include "order/order.hpp"

namespace accord::app::demo {
namespace {

constexpr std::string_view order_book = "Order book";

/// What was won is booked the same day, at the price that was agreed on in the end; the cost of goods is the
/// product's.
order::OrderLine line_of(const Journey& journey, const Move& won, const Item& item,
                         const funnel::Opportunity& record, int number) {
  order::OrderLine line;
  line.at = start_of(day_in(won.at, time_zone));
  line.number = "SO" + std::to_string(number);
  line.account = record.account;
  line.product = item.product.id;
  line.territory = record.territory;
  line.person = record.owner;
  line.opportunity = record.id;
  line.quantity = static_cast<double>(journey.quantity);
  line.list_price = journey.list;
  line.discount = journey.list - journey.price;
  line.revenue = journey.price;
  line.key = line.number + "-1";
  line.system = order_book;
  return line;
}

}  // namespace

void Exports::book_orders(const std::vector<Event>& batch) {
  std::vector<order::OrderLine> lines;
  for (const auto& event : batch) {
    const auto& journey = journeys_[event.journey];
    if (event.kind != Kind::move || journey.moves[event.place].step != Step::won) continue;
    lines.push_back(line_of(journey, journey.moves[event.place], market_.items[journey.item],
                            known_[event.journey].record, next_order_++));
  }
  if (lines.empty()) return;
  Actor exporter;
  exporter.name = order_book;
  database_.write(exporter, "Take over the export of " + std::string(order_book) + ".", [&](Write& write) {
    for (auto& line : lines) write.append(line);
  });
}

}  // namespace accord::app::demo
