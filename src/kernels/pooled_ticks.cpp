// SPDX-License-Identifier: Apache-2.0
#include "kernels/pooled_ticks.hpp"

#include <algorithm>
#include <limits>

namespace accord::kernels {

PooledTicks::PooledTicks(std::span<const RiskTable> groups, std::size_t cause)
    : groups_(groups),
      cause_(cause),
      row_(groups.size()),
      departure_(groups.size()),
      at_risk_(groups.size()),
      left_(groups.size()),
      otherwise_(groups.size()) {
  for (std::size_t group = 0; group < groups.size(); ++group) skip_to_departure(group);
}

void PooledTicks::skip_to_departure(std::size_t group) {
  const auto& table = groups_[group];
  while (departure_[group] < table.rows() && table.left[departure_[group]] == 0) ++departure_[group];
}

bool PooledTicks::next() {
  constexpr auto never = std::numeric_limits<std::int64_t>::max();
  auto tick = never;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    const auto& table = groups_[group];
    if (departure_[group] < table.rows()) tick = std::min(tick, table.tick[departure_[group]]);
  }
  if (tick == never) return false;
  all_at_risk_ = all_left_ = 0;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    const auto& table = groups_[group];
    auto& row = row_[group];
    while (row < table.rows() && table.tick[row] < tick) ++row;
    at_risk_[group] = row < table.rows() ? table.at_risk[row] : 0;
    left_[group] = otherwise_[group] = 0;
    if (departure_[group] < table.rows() && table.tick[departure_[group]] == tick) {
      left_[group] = table.left_for(row, cause_);
      otherwise_[group] = table.left[row] - left_[group];
      ++departure_[group];
      skip_to_departure(group);
    }
    all_at_risk_ += at_risk_[group];
    all_left_ += left_[group];
  }
  return true;
}

}  // namespace accord::kernels
