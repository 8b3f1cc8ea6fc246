// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_curve.hpp"

#include <algorithm>

namespace accord::conversion {
namespace {

Part part_at(const kernels::CumulativeIncidence& incidence, const kernels::RiskTable& table,
             std::int64_t day) {
  const auto estimate = kernels::incidence_at(incidence, table, 1, day);
  Part part;
  part.at_risk = estimate.at_risk;
  if (estimate.reason) {
    part.why = *estimate.reason;
    return part;
  }
  part.percent = 100 * estimate.value;
  if (estimate.interval)
    part.interval = kernels::Interval{100 * estimate.interval->from, 100 * estimate.interval->to};
  return part;
}

}  // namespace

Curve& Curve::operator+=(const Curve& other) {
  if (other.by_day_.size() > by_day_.size()) by_day_.resize(other.by_day_.size());
  for (std::size_t day = 0; day < other.by_day_.size(); ++day) {
    for (std::size_t cause = 0; cause < 3; ++cause) by_day_[day][cause] += other.by_day_[day][cause];
  }
  count_ += other.count_;
  return *this;
}

Curve& Curve::operator-=(const Curve& other) {
  for (std::size_t day = 0; day < other.by_day_.size(); ++day) {
    for (std::size_t cause = 0; cause < 3; ++cause) by_day_[day][cause] -= other.by_day_[day][cause];
  }
  count_ -= other.count_;
  return *this;
}

kernels::RiskTable Curve::table(std::size_t causes) const {
  kernels::RiskTable table;
  table.causes = causes;
  if (count_ == 0) {
    table.reason = "There is nobody.";
    return table;
  }
  auto at_risk = static_cast<std::uint32_t>(count_);
  for (std::size_t day = 0; day < by_day_.size() && at_risk > 0; ++day) {
    const auto& [seen, first, second] = by_day_[day];
    const auto left = first + second;
    if (seen + left == 0) continue;
    table.tick.push_back(static_cast<std::int64_t>(day));
    table.at_risk.push_back(at_risk);
    table.left.push_back(left);
    table.left_by.push_back(first);
    if (causes > 1) table.left_by.push_back(second);
    table.last_seen.push_back(seen);
    table.departures += left;
    at_risk -= seen + left;
  }
  table.subjects = count_;
  table.known_to = table.tick.back();
  return table;
}

Part part_by(const Curve& curve, std::int64_t day) {
  const auto table = curve.table(2);
  const auto incidence = kernels::cumulative_incidence(table);
  if (table.reason) return {{}, {}, 0, *table.reason};
  return part_at(incidence, table, day);
}

Part part_so_far(const Curve& curve) {
  const auto table = curve.table(2);
  const auto incidence = kernels::cumulative_incidence(table);
  if (table.reason) return {{}, {}, 0, *table.reason};
  return part_at(incidence, table, table.known_to);
}

std::int64_t known_until(const Curve& curve) { return curve.count() == 0 ? 0 : curve.table(2).known_to; }

}  // namespace accord::conversion
