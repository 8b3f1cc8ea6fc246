// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "kernels/curve_comparison.hpp"

namespace accord::kernels {

/// What each group lost more than was to be expected, and how these vary together: a square, row after row.
struct CurveScores {
  explicit CurveScores(std::size_t groups) : left(groups), expected(groups), covariance(groups * groups) {}
  double& between(std::size_t a, std::size_t b) { return covariance[a * left.size() + b]; }

  std::vector<double> left, expected, covariance;
};

/// Why these groups cannot be compared, whatever they hold.
std::optional<std::string> why_not_compare(std::span<const RiskTable> groups, std::size_t cause);

/// The differences, by the inverse of their covariance as far as it has one: they sum to 0, so that one group
/// follows from the others, and a group that is never at risk together with another tells nothing.
CurveTest conclude(std::span<const RiskTable> groups, CurveScores, CurveTestRule);

}  // namespace accord::kernels
