// SPDX-License-Identifier: Apache-2.0
#include "kernels/survival.hpp"

#include <algorithm>
#include <cmath>

namespace accord::kernels {
namespace {

/// What is at most this far from a part, by rounding, is it.
constexpr double rounding = 1e-12;

bool nobody_stayed(const RiskTable& table, std::size_t row) {
  return table.left[row] > 0 && table.left[row] == table.at_risk[row];
}

bool all_left(const Survival& survival) {
  return !survival.steps.empty() && survival.steps.back().survival == 0;
}

/// Why a tick cannot be told of.
std::optional<std::string> why_not_at(const Survival& survival, std::int64_t tick) {
  if (survival.reason) return survival.reason;
  if (tick < survival.known_from) return "Nobody was seen so early.";
  if (tick > survival.known_to && !all_left(survival)) return "Nobody was followed for so long.";
  return std::nullopt;
}

/// How sure the quantile is at which `rest` stay, on the scale of log(−log): there the interval of S reaches
/// as far to either side.
void put_interval(Quantile& found, const std::vector<SurvivalStep>& steps, double rest) {
  const double asked = std::log(-std::log(rest));
  std::size_t over = 0;  // the first step from which on the interval lies below `rest`
  for (std::size_t i = 0; i < steps.size() && steps[i].survival > 0; ++i) {
    const double depth = -std::log(steps[i].survival), at = std::log(depth);
    const double reach = z_of_95_percent * std::sqrt(steps[i].variance) / (steps[i].survival * depth);
    if (!found.from && at + reach >= asked - rounding) found.from = steps[i].tick;
    if (at - reach <= asked + rounding) over = i + 1;
  }
  // Of a step after which nobody stayed nothing is known.
  if (over < steps.size() && steps[over].survival > 0) found.to = steps[over].tick;
}

}  // namespace

Survival survival(const RiskTable& table) {
  Survival found{.steps = {},
                 .known_from = table.known_from,
                 .known_to = table.known_to,
                 .subjects = table.subjects,
                 .departures = table.departures,
                 .unseen = table.unseen,
                 .beyond = table.beyond,
                 .reason = table.reason};
  if (table.reason) return found;
  if (table.beyond > 0 && nobody_stayed(table, table.rows() - 1)) {
    found.reason = "All that were seen so early had left by then, and " + std::to_string(table.beyond) +
                   " that were first seen later stayed longer: ask from a later moment.";
    return found;
  }
  // While who is at risk changes by leaving only, S is `base` · those that stay ÷ those that were at risk at
  // the base.
  found.steps.reserve(table.rows() -
                      static_cast<std::size_t>(std::count(table.left.begin(), table.left.end(), 0U)));
  double base = 1, base_at_risk = 0, value = 1, variance = 0;
  std::uint32_t stayed = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.left[row] == 0) continue;
    const auto at_risk = static_cast<double>(table.at_risk[row]), left = static_cast<double>(table.left[row]);
    if (base_at_risk == 0 || table.at_risk[row] != stayed) {
      base = value;
      base_at_risk = at_risk;
    }
    stayed = table.at_risk[row] - table.left[row];
    const double hazard = left / at_risk, keeps = static_cast<double>(stayed) / at_risk;
    variance = keeps * (keeps * variance + value * value * hazard / at_risk);
    value = base * (static_cast<double>(stayed) / base_at_risk);
    found.steps.push_back({table.tick[row], table.at_risk[row], table.left[row], value, variance});
  }
  return found;
}

std::optional<Interval> log_log_interval(double survival, double variance) {
  if (survival <= 0 || survival >= 1) return std::nullopt;
  const double logarithm = std::log(survival);
  const double reach = std::exp(z_of_95_percent * std::sqrt(variance) / (survival * -logarithm));
  return Interval{std::exp(logarithm * reach), std::exp(logarithm / reach)};
}

std::size_t steps_until(const Survival& survival, std::int64_t tick) {
  const auto after =
      std::upper_bound(survival.steps.begin(), survival.steps.end(), tick,
                       [](std::int64_t value, const SurvivalStep& step) { return value < step.tick; });
  return static_cast<std::size_t>(after - survival.steps.begin());
}

Estimate survival_at(const Survival& survival, const RiskTable& table, std::int64_t tick) {
  Estimate estimate;
  estimate.at_risk = at_risk(table, tick);
  estimate.known_from = survival.known_from;
  estimate.reason = why_not_at(survival, tick);
  if (estimate.reason) return estimate;
  const auto steps = steps_until(survival, tick);
  estimate.value = steps == 0 ? 1 : survival.steps[steps - 1].survival;
  const double variance = steps == 0 ? 0 : survival.steps[steps - 1].variance;
  estimate.standard_error = std::sqrt(variance);
  estimate.interval = log_log_interval(estimate.value, variance);
  return estimate;
}

Quantile quantile(const Survival& survival, double part) {
  Quantile found;
  found.reason = survival.reason;
  if (!found.reason && !(part > 0 && part < 1)) found.reason = "A part lies between 0 and 1.";
  if (found.reason) return found;
  const double rest = 1 - part;
  const auto& steps = survival.steps;
  const auto reached = std::partition_point(
      steps.begin(), steps.end(), [&](const SurvivalStep& step) { return step.survival > rest + rounding; });
  if (reached != steps.end()) found.tick = reached->tick;
  put_interval(found, steps, rest);
  return found;
}

RestrictedMean restricted_mean(const Survival& survival, std::int64_t until) {
  RestrictedMean mean;
  mean.known_from = survival.known_from;
  mean.until = until;
  mean.reason = why_not_at(survival, until);
  if (mean.reason) return mean;
  double area = 0, variance = 0;
  std::int64_t end = until;
  for (auto step = survival.steps.rbegin(); step != survival.steps.rend(); ++step) {
    if (step->tick >= until) continue;
    area += step->survival * static_cast<double>(end - step->tick);
    end = step->tick;
    const auto at_risk = static_cast<double>(step->at_risk), left = static_cast<double>(step->left);
    if (step->left < step->at_risk) variance += area * area * left / (at_risk * (at_risk - left));
  }
  mean.value = area + static_cast<double>(end - survival.known_from);
  mean.standard_error = std::sqrt(variance);
  mean.interval = {mean.value - z_of_95_percent * mean.standard_error,
                   mean.value + z_of_95_percent * mean.standard_error};
  return mean;
}

}  // namespace accord::kernels
