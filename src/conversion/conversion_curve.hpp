// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "conversion/conversion_trace.hpp"
#include "kernels/cumulative_incidence.hpp"
#include "kernels/survival.hpp"

/// Durations of many journeys as counts by day, so that they can be added up and cost nothing each.
namespace accord::conversion {

class Curve {
 public:
  void add(Duration duration, std::uint32_t times = 1) {
    const auto day = static_cast<std::size_t>(duration.days);
    if (day >= by_day_.size()) by_day_.resize(day + 1);
    by_day_[day][duration.cause] += times;
    count_ += times;
  }
  Curve& operator+=(const Curve&);
  Curve& operator-=(const Curve&);  ///< of what is in it
  std::uint64_t count() const { return count_; }
  friend bool operator==(const Curve&, const Curve&) = default;

  /// What `kernels::risk_table` makes of the single durations.
  kernels::RiskTable table(std::size_t causes) const;

 private:
  std::vector<std::array<std::uint32_t, 3>> by_day_;  ///< still there, cause 1, cause 2
  std::uint64_t count_ = 0;
};

/// A part in percent with its 95% interval; `why` where it is not known.
struct Part {
  std::optional<double> percent;
  std::optional<kernels::Interval> interval;  ///< in percent
  std::uint32_t at_risk = 0;
  std::string why;
};

/// Aalen–Johansen of cause 1 by a day, or as far as anybody was seen.
Part part_by(const Curve&, std::int64_t day);
Part part_so_far(const Curve&);
/// The last day of which the curve tells.
std::int64_t known_until(const Curve&);

}  // namespace accord::conversion
