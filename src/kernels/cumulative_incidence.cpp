// SPDX-License-Identifier: Apache-2.0
#include "kernels/cumulative_incidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace accord::kernels {
namespace {

/// What has left by one cause, as far as the ticks went.
struct Cause {
  double base = 0;         ///< the incidence when who is at risk last changed otherwise than by leaving
  std::uint64_t left = 0;  ///< since
  double incidence = 0;
  double variance = 0;
  double covariance = 0;  ///< with the part that has not left
};

/// A tick: what was there before it.
struct Before {
  double survival = 1, variance = 0;
  double base = 1,
         base_at_risk =
             0;  ///< survival when who is at risk last changed otherwise than by leaving, and how many
};

void take(Cause& cause, const Before& before, const SurvivalStep& step, std::uint32_t left) {
  const auto at_risk = static_cast<double>(step.at_risk);
  const double hazard = static_cast<double>(left) / at_risk;
  const double stays = static_cast<double>(step.at_risk - step.left) / at_risk;
  const double drawn = before.survival * before.survival * hazard / at_risk;
  cause.variance += hazard * (2 * cause.covariance + hazard * before.variance) + drawn * (1 - hazard);
  cause.covariance = stays * (cause.covariance + hazard * before.variance - drawn);
  cause.left += left;
  cause.incidence = cause.base + before.base * (static_cast<double>(cause.left) / before.base_at_risk);
}

}  // namespace

CumulativeIncidence cumulative_incidence(const RiskTable& table) {
  CumulativeIncidence found{
      .causes = table.causes, .remaining = survival(table), .incidence = {}, .variance = {}};
  const auto& steps = found.remaining.steps;
  found.incidence.resize(steps.size() * table.causes);
  found.variance.resize(steps.size() * table.causes);
  std::array<Cause, most_causes> causes;
  Before before;
  std::uint32_t stayed = 0;
  std::size_t row = 0;
  for (std::size_t i = 0; i < steps.size(); ++i, ++row) {
    while (table.left[row] == 0) ++row;
    const auto& step = steps[i];
    if (i == 0 || step.at_risk != stayed) {
      before.base = before.survival;
      before.base_at_risk = step.at_risk;
      for (auto& cause : causes) {
        cause.base = cause.incidence;
        cause.left = 0;
      }
    }
    for (std::size_t k = 0; k < table.causes; ++k) {
      take(causes[k], before, step, table.left_by[row * table.causes + k]);
      found.incidence[i * table.causes + k] = causes[k].incidence;
      found.variance[i * table.causes + k] = causes[k].variance;
    }
    before.survival = step.survival;
    before.variance = step.variance;
    stayed = step.at_risk - step.left;
  }
  return found;
}

Estimate incidence_at(const CumulativeIncidence& found, const RiskTable& table, std::size_t cause,
                      std::int64_t tick) {
  auto estimate = survival_at(found.remaining, table, tick);
  if (!estimate.reason && cause > found.causes) {
    estimate = {};
    estimate.reason = "There is no such cause.";
  }
  if (estimate.reason) return estimate;
  const auto step = steps_until(found.remaining, tick);
  if (cause == any_cause) {
    estimate.value = 1 - estimate.value;
  } else {
    estimate.value = step == 0 ? 0 : found.incidence_of(step - 1, cause);
    // Where all have left by the cause, only rounding keeps it from one: no part of four thousand million is
    // so near.
    if (estimate.value > 1 - 1e-12) estimate.value = 1;
    const double variance =
        step == 0 || estimate.value == 1 ? 0 : std::max(0.0, found.variance_of(step - 1, cause));
    estimate.standard_error = std::sqrt(variance);
    estimate.interval = log_log_interval(1 - estimate.value, variance);
  }
  if (estimate.interval) estimate.interval = Interval{1 - estimate.interval->to, 1 - estimate.interval->from};
  return estimate;
}

}  // namespace accord::kernels
