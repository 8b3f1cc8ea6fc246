// SPDX-License-Identifier: Apache-2.0
#include "kernels/proportion.hpp"

#include <algorithm>
#include <cmath>

namespace accord::kernels {

std::optional<Interval> wilson_interval(std::uint64_t successes, std::uint64_t trials) {
  if (trials == 0 || successes > trials) return std::nullopt;
  constexpr double z = 1.959963984540054;
  const auto n = static_cast<double>(trials), rate = static_cast<double>(successes) / n;
  const double middle = rate + z * z / (2 * n);
  const double reach = z * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
  const double whole = 1 + z * z / n;
  // At the ends the two cancel, and only rounding would keep them from being 0 and 1.
  const double from = successes == 0 ? 0 : (middle - reach) / whole;
  const double to = successes == trials ? 1 : (middle + reach) / whole;
  return Interval{std::max(from, 0.0), std::min(to, 1.0)};
}

}  // namespace accord::kernels
