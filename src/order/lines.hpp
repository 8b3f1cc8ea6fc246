// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "order/order.hpp"

namespace accord::order {

/// A line as sums and lists read it. Ids are 0 where there is none; texts live as long as it is looked at.
struct Line {
  std::int64_t row = 0;  ///< of `/orders`
  Instant at;
  fact::Precision precision = fact::Precision::day;
  OrderKind kind = OrderKind::booked;
  std::int64_t account = 0, product = 0, opportunity = 0, person = 0;
  std::int64_t territory = 0;  ///< its own, else its account's
  std::optional<double> quantity;
  std::optional<Money> list_price, discount;
  Money revenue;
  std::optional<Money> cost;  ///< its own
  std::string_view number, system, key;
};

/// By whose clock the company's days begin and end.
LocalClock company_clock(const Read&);
/// The day of the company on which a line stands, as figures and lists count it.
inline Day day_on(LocalClock& clock, Instant at, fact::Precision precision) {
  return precision == fact::Precision::moment ? clock.day(at) : day_of(at);
}

/// Goes through the lines that stand and that the actor may see, in the order in which they came in. Most are
/// read from a column file, which is made again once many have come in since. Won opportunities are not among
/// them.
void each_line(const Read&, const std::function<void(const Line&)>&);
/// How many lines there are at most, those that stand no more among them.
std::size_t lines_held(const Read&);
/// What was booked alone.
void each_booked_line(const Read&, const std::function<void(const Line&)>&);

}  // namespace accord::order
