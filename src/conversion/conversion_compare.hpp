// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "conversion/conversion_curve.hpp"
#include "kernels/curve_comparison.hpp"

/// Whether two groups of journeys differ, or whether that can be chance.
namespace accord::conversion {

/// Fewer journeys in either group say nothing of a difference.
constexpr std::uint64_t least_compared = 30;
/// A difference as large as that is chance once in twenty times; for several, Holm keeps it so for all.
constexpr double chance_max = 0.05;

struct CurvePair {
  const Curve *now, *before;
};

/// In parts, not in percent; `p` is of one comparison alone.
kernels::Difference difference_by(const CurvePair&, std::int64_t horizon_days);
/// Gray's test of the part that cause 1 took, and the log-rank test of how soon any took it.
kernels::CurveTest test_of_part(const CurvePair&);
kernels::CurveTest test_of_time(const CurvePair&);
/// Why two groups are not compared; empty where they are.
std::string why_not_compared(const CurvePair&);

/// Makes each p greater by how many were asked; those that are not known stay so.
void holm_in_place(std::vector<std::optional<double>>& p);

}  // namespace accord::conversion
