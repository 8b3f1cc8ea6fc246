// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "kernels/curve_comparison.hpp"

namespace accord::kernels {
namespace {

Difference none_for(std::string reason) {
  Difference none;
  none.reason = std::move(reason);
  return none;
}

constexpr const char* known_from_different =
    "The groups are known from different moments: ask of both from the later one.";

/// log(−log) of what has not left, and its variance (delta method).
struct Depth {
  explicit Depth(const Estimate& incidence) {
    const double stays = 1 - incidence.value, logarithm = std::log1p(-incidence.value);
    value = std::log(-logarithm);
    const double error = incidence.standard_error / (stays * logarithm);
    variance = error * error;
  }
  double value, variance;
};

}  // namespace

Difference difference(const Estimate& incidence, const Estimate& of_other) {
  for (const auto* one : {&incidence, &of_other}) {
    if (one->reason) return none_for("Of one of those compared: " + *one->reason);
    if (!one->interval)
      return none_for(
          "Of one of those compared nobody had left by then, or everybody had, so that chance cannot be "
          "reckoned.");
  }
  if (incidence.known_from != of_other.known_from) return none_for(known_from_different);
  Difference found;
  found.value = incidence.value - of_other.value;
  found.standard_error = std::hypot(incidence.standard_error, of_other.standard_error);
  found.interval = {found.value - std::hypot(incidence.value - incidence.interval->from,
                                             of_other.interval->to - of_other.value),
                    found.value + std::hypot(incidence.interval->to - incidence.value,
                                             of_other.value - of_other.interval->from)};
  const Depth one(incidence), other(of_other);
  found.p = p_of_normal((one.value - other.value) / std::sqrt(one.variance + other.variance));
  return found;
}

Difference difference(const RestrictedMean& mean, const RestrictedMean& of_other) {
  for (const auto* one : {&mean, &of_other}) {
    if (one->reason) return none_for("Of one of those compared: " + *one->reason);
  }
  if (mean.known_from != of_other.known_from) return none_for(known_from_different);
  if (mean.until != of_other.until) return none_for("The means are of different lengths of time.");
  Difference found;
  found.value = mean.value - of_other.value;
  found.standard_error = std::hypot(mean.standard_error, of_other.standard_error);
  if (found.standard_error == 0)
    return none_for("Nobody left, or all at once, which says nothing of chance.");
  found.interval = {found.value - z_of_95_percent * found.standard_error,
                    found.value + z_of_95_percent * found.standard_error};
  found.p = p_of_normal(found.value / found.standard_error);
  return found;
}

}  // namespace accord::kernels
