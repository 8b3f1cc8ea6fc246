// SPDX-License-Identifier: Apache-2.0
#include "roi/sums.hpp"

namespace accord::roi {
namespace {

Sums negative(const Sums& sums) {
  Sums none;
  none -= sums;
  return none;
}

}  // namespace

Sums& Sums::operator+=(const Sums& other) {
  spent += other.spent;
  entries += other.entries;
  touchpoints += other.touchpoints;
  revenue += other.revenue;
  margin += other.margin;
  credited += other.credited;
  without_cost += other.without_cost;
  order_parts += other.order_parts;
  unrounded_parts += other.unrounded_parts;
  return *this;
}

Sums& Sums::operator-=(const Sums& other) {
  spent -= other.spent;
  entries -= other.entries;
  touchpoints -= other.touchpoints;
  revenue -= other.revenue;
  margin -= other.margin;
  credited -= other.credited;
  without_cost -= other.without_cost;
  order_parts -= other.order_parts;
  unrounded_parts -= other.unrounded_parts;
  return *this;
}

Lines& Lines::operator+=(const Lines& other) {
  for (const auto& [key, sums] : other.by_key) by_key[key] += sums;
  booked += other.booked;
  attributed += other.attributed;
  unattributed += other.unattributed;
  orders_left_out += other.orders_left_out;
  entries_left_out += other.entries_left_out;
  return *this;
}

Lines& Lines::operator-=(const Lines& other) {
  Lines negated;
  for (const auto& [key, sums] : other.by_key) negated.by_key[key] = negative(sums);
  negated.booked = negative(other.booked);
  negated.attributed = negative(other.attributed);
  negated.unattributed = negative(other.unattributed);
  negated.orders_left_out = -other.orders_left_out;
  negated.entries_left_out = -other.entries_left_out;
  *this += negated;
  std::erase_if(by_key, [](const auto& line) { return line.second == Sums{}; });
  return *this;
}

}  // namespace accord::roi
