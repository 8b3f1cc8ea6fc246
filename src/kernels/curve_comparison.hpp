// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/cumulative_incidence.hpp"

/// Whether groups of subjects, such as two periods, leave differently, or whether it can be chance.
namespace accord::kernels {

struct CurveTestRule {
  /// What is to be expected of a group at least: with fewer departures the chi-square is a poor guide to
  /// chance, and there is no p (W. G. Cochran, "Some Methods for Strengthening the Common χ² Tests",
  /// Biometrics 10, 1954).
  double expected_min = 5;
};

struct CurveTestGroup {
  std::uint64_t subjects = 0, left = 0;  ///< by the cause that was asked of
  double expected = 0;                   ///< if all groups were alike
};

struct CurveTest {
  double chi_square = 0;
  std::size_t degrees = 0;  ///< of freedom: one less than the groups that can be told apart
  double p = 1;             ///< how probable so large a difference is by chance alone
  std::vector<CurveTestGroup> groups = {};
  std::optional<std::string> reason = {};  ///< why there is no p; it is then 1
};

/// Do groups leave at the same rate? At each tick, of those at risk, each group is expected to lose its part;
/// what it lost more, summed, is compared with its hypergeometric variance (N. Mantel, "Evaluation of
/// Survival Data and Two New Rank Order Statistics", Cancer Chemotherapy Reports 50, 1966; of several groups
/// J. P. Klein & M. L. Moeschberger, "Survival Analysis", 2003, section 7.3). Of one cause it compares the
/// rate at which those leave by it that are still there; whom another took is out of sight.
///
/// Each group's table has as many causes. The cost grows with their rows, times the square of the number of
/// groups.
CurveTest log_rank(std::span<const RiskTable> groups, std::size_t cause = any_cause, CurveTestRule = {});

/// Do as many of each group leave by the cause in the end, and as soon? It compares the cumulative incidences
/// themselves, which a cause-specific rate does not: a group of which fewer are won may have the same rate,
/// and lose sooner (R. J. Gray, "A Class of K-Sample Tests for Comparing the Cumulative Incidence of a
/// Competing Risk", Annals of Statistics 16, 1988, with ρ = 0). Equal ticks take (n − left) ÷ (n − 1) off the
/// variance, as in the log-rank test.
///
/// The cost grows with the rows, times the cube of the number of groups.
CurveTest gray_test(std::span<const RiskTable> groups, std::size_t cause, CurveTestRule = {});

/// How much more of one than of the other, with how sure that is.
struct Difference {
  double value = 0, standard_error = 0;
  Interval interval = {};                  ///< its 95%
  double p = 1;                            ///< how probable so large a difference is by chance alone
  std::optional<std::string> reason = {};  ///< why there is none; the numbers are then 0, and p 1
};

/// Of what has left by a tick (`incidence_at`), of two groups of which nobody is in both. The interval is
/// made of the two's own, so that it stays within −1 and 1 (G. Y. Zou & A. Donner, "Construction of
/// Confidence Limits about Effect Measures", Statistics in Medicine 27, 2008); p compares log(−log) of what
/// has not left (J. P. Klein, B. Logan, M. Harhoff & P. K. Andersen, "Analyzing Survival Curves at a Fixed
/// Point in Time", Statistics in Medicine 26, 2007). They are not the inverse of each other: at the edge one
/// may speak of chance where the other does not.
///
/// The tick is agreed before anybody looks: whoever seeks the one at which curves lie farthest apart finds
/// chance.
Difference difference(const Estimate& incidence, const Estimate& of_other);

/// Of how long subjects of two groups stay of the first `until` ticks on average, by the normal distribution.
Difference difference(const RestrictedMean&, const RestrictedMean& of_other);

}  // namespace accord::kernels
