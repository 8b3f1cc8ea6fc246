// SPDX-License-Identifier: Apache-2.0
#include "roi/sums.hpp"

#include <tuple>

namespace accord::roi {
namespace {

/// Every number of a line, so that none is forgotten in one of the two ways.
constexpr std::tuple every_sum{&Sums::spent,
                               &Sums::entries,
                               &Sums::touchpoints,
                               &Sums::planned,
                               &Sums::plans,
                               &Sums::planned_by_plans,
                               &Sums::plans_left_out,
                               &Sums::plans_undivided,
                               &Sums::revenue,
                               &Sums::margin,
                               &Sums::credited,
                               &Sums::refunds,
                               &Sums::taken_back,
                               &Sums::without_cost,
                               &Sums::order_parts,
                               &Sums::unrounded_parts,
                               &Sums::leads,
                               &Sums::opportunities,
                               &Sums::new_accounts,
                               &Sums::lead_parts,
                               &Sums::opportunity_parts,
                               &Sums::new_account_parts,
                               &Sums::new_without_cost,
                               &Sums::new_margin_parts,
                               &Sums::new_day_parts};

Sums negative(const Sums& sums) {
  Sums none;
  none -= sums;
  return none;
}

}  // namespace

Sums& Sums::operator+=(const Sums& other) {
  std::apply([&](auto... sum) { ((this->*sum += other.*sum), ...); }, every_sum);
  return *this;
}

Sums& Sums::operator-=(const Sums& other) {
  std::apply([&](auto... sum) { ((this->*sum -= other.*sum), ...); }, every_sum);
  return *this;
}

Lines& Lines::operator+=(const Lines& other) {
  for (const auto& [key, sums] : other.by_key) by_key[key] += sums;
  booked += other.booked;
  attributed += other.attributed;
  unattributed += other.unattributed;
  orders_left_out += other.orders_left_out;
  entries_left_out += other.entries_left_out;
  of_several += other.of_several;
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
  negated.of_several = -other.of_several;
  *this += negated;
  std::erase_if(by_key, [](const auto& line) { return line.second == Sums{}; });
  return *this;
}

}  // namespace accord::roi
