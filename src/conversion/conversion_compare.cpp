// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_compare.hpp"

#include <array>
#include <cmath>

#include "base/text.hpp"
#include "kernels/chance.hpp"

namespace accord::conversion {

kernels::Difference difference_by(const CurvePair& pair, std::int64_t horizon_days) {
  const auto estimate = [&](const Curve& curve) {
    const auto table = curve.table(2);
    return kernels::incidence_at(kernels::cumulative_incidence(table), table, 1, horizon_days);
  };
  return kernels::difference(estimate(*pair.now), estimate(*pair.before));
}

kernels::CurveTest test_of_part(const CurvePair& pair) {
  const std::array groups{pair.now->table(2), pair.before->table(2)};
  return kernels::gray_test(groups, 1);
}

kernels::CurveTest test_of_time(const CurvePair& pair) {
  const std::array groups{pair.now->table(1), pair.before->table(1)};
  return kernels::log_rank(groups);
}

std::string why_not_compared(const CurvePair& pair) {
  if (pair.now->count() >= least_compared && pair.before->count() >= least_compared) return "";
  return "Not enough data: the days of " +
         counted(static_cast<std::int64_t>(pair.now->count()), "journey", "journeys") + " and of " +
         counted(static_cast<std::int64_t>(pair.before->count()), "journey", "journeys") +
         " are known, and each takes " + std::to_string(least_compared) + ".";
}

void holm_in_place(std::vector<std::optional<double>>& p) {
  std::vector<double> asked;
  for (const auto& one : p) asked.push_back(one.value_or(std::nan("")));
  const auto adjusted = kernels::holm(asked);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i]) p[i] = adjusted[i];
  }
}

}  // namespace accord::conversion
