// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "app/demo_company_history.hpp"
#include "order/order.hpp"

namespace accord::app::demo {
namespace {

constexpr std::string_view order_book = "Order book";

/// All of it in one line, at the price that was agreed on in the end; the cost of goods is the product's.
order::OrderLine line_of(const Journey& journey, const Item& item, const funnel::Opportunity& record,
                         Instant at) {
  order::OrderLine line;
  line.at = start_of(day_in(at, time_zone));
  line.account = record.account;
  line.product = item.product.id;
  line.territory = record.territory;
  line.person = record.owner;
  line.opportunity = record.id;
  line.quantity = static_cast<double>(journey.quantity);
  line.list_price = journey.list;
  line.discount = journey.list - journey.price;
  line.revenue = journey.price;
  line.system = order_book;
  return line;
}

/// One piece of it, at the price that it was sold at.
order::OrderLine taken_back(order::OrderLine line) {
  const auto pieces = std::llround(*line.quantity);
  line.quantity = -1;
  line.list_price = scaled(*line.list_price, -1, pieces);
  line.revenue = scaled(line.revenue, -1, pieces);
  line.discount = *line.list_price - line.revenue;
  return line;
}

}  // namespace

void Exports::store_orders(const std::vector<Event>& batch) {
  std::vector<order::OrderLine> lines;
  for (const auto& event : batch) {
    const auto& journey = journeys_[event.journey];
    const bool is_invoice = event.kind == Kind::invoice;
    const bool is_order = event.kind == Kind::move && journey.moves[event.place].step == Step::won;
    const bool is_sent_back = event.kind == Kind::sent_back;
    if (!is_order && !is_invoice && !is_sent_back) continue;
    auto& known = known_[event.journey];
    if (is_order) known.order = "SO" + std::to_string(next_order_++);
    auto line = line_of(journey, market_.items[journey.item], known.record, event.at);
    if (is_sent_back) {
      auto refund = taken_back(std::move(line));
      refund.number = "RMA" + std::to_string(next_return_++);
      refund.key = refund.number + "-1";
      lines.push_back(refund);
      refund.kind = order::OrderKind::invoiced;
      refund.key = "CN" + refund.number;
      lines.push_back(std::move(refund));
      continue;
    }
    line.kind = is_invoice ? order::OrderKind::invoiced : order::OrderKind::booked;
    line.number = known.order;
    line.key = is_invoice ? "INV" + std::to_string(next_invoice_++) : line.number + "-1";
    lines.push_back(std::move(line));
  }
  if (lines.empty()) return;
  Actor exporter;
  exporter.name = order_book;
  database_.write(exporter, "Take over the export of " + std::string(order_book) + ".", [&](Write& write) {
    for (auto& line : lines) write.append(line);
  });
}

}  // namespace accord::app::demo
