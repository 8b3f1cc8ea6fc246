// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "kernels/chance.hpp"

/// How sure a rate is that was seen in so many cases, and whether two rates differ by more than chance.
namespace accord::kernels {

/// The 95% interval of `successes` in `trials` as parts of one (E. B. Wilson, "Probable Inference, the Law of
/// Succession, and Statistical Inference", Journal of the American Statistical Association 22, 1927, without
/// a correction for continuity). It stays within 0 and 1 and says something of none in three, where the usual
/// one says nothing. None of no trials, nor where there are more successes than trials.
std::optional<Interval> wilson_interval(std::uint64_t successes, std::uint64_t trials);

struct Proportion {
  std::uint64_t successes = 0, trials = 0;
};

struct ProportionDifference {
  double value = 0;     ///< the first less the second
  Interval interval;    ///< its 95%
  double p = 1;         ///< how probable so large a difference is if there is none
  double expected = 0;  ///< the least of the four counts to be expected if there is none
  bool exact = false;   ///< p counts tables; else it is of a chi-square
  friend bool operator==(const ProportionDifference&, const ProportionDifference&) = default;
};

/// The interval is made of Wilson's of the two (R. G. Newcombe, "Interval Estimation for the Difference
/// between Independent Proportions", Statistics in Medicine 17, 1998, method 10). p is of the chi-square with
/// N − 1 for N where each of the four counts is to be expected at least once, else by Fisher's exact test,
/// all tables that are no more probable than this one together (I. Campbell, "Chi-Squared and Fisher–Irwin
/// Tests of Two-by-Two Tables with Small Sample Recommendations", Statistics in Medicine 26, 2007). They are
/// not the inverse of each other: at the edge one may speak of chance where the other does not.
///
/// None where one has no trials, or more successes than trials.
std::optional<ProportionDifference> proportion_difference(Proportion, Proportion);

/// A rate that was seen before and is seen now.
struct Rise {
  Proportion before, now;
};

struct RiseDifference {
  double value = 0;   ///< by how much more the first rose than the second
  Interval interval;  ///< its 95%
  double p = 1;       ///< how probable so large a difference is if both rose alike
};

/// Did a rate rise more in one place than in another? Two successes and two failures are shared among the
/// four rates (x + ½ of n + 1), and their sum with its signs taken as normal (R. M. Price and D. G. Bonett,
/// "An Improved Confidence Interval for a Linear Function of Binomial Proportions", Computational
/// Statistics & Data Analysis 45, 2004); p is of that distribution too, so that it and the interval agree.
/// `value` is of the rates as they were seen. None where one has no trials, or more successes than trials.
std::optional<RiseDifference> rise_difference(Rise, Rise);

struct ProportionsTest {
  double chi_square = 0;
  std::size_t degrees = 0;                 ///< of freedom: one less than those that have trials
  double p = 1;                            ///< how probable it is that they differ so much by chance alone
  double expected = 0;                     ///< the least of all counts to be expected if they are alike
  std::optional<std::string> reason = {};  ///< why there is no p; it is then 1
};

/// Does any of several rates differ, such as those of all salespeople? Pearson's chi-square; one without
/// trials plays no part. There is no p where less than one is to be expected of any, or less than five of
/// more than a fifth of all counts (W. G. Cochran, "Some Methods for Strengthening the Common χ² Tests",
/// Biometrics 10, 1954). None has more successes than trials.
ProportionsTest proportions_test(std::span<const Proportion>);

}  // namespace accord::kernels
