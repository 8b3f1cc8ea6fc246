// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <span>
#include <vector>

/// How far chance alone may reach.
namespace accord::kernels {

struct Interval {
  double from = 0, to = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// So many standard errors to either side hold 95% of a normal distribution.
constexpr double z_of_95_percent = 1.959963984540054;

/// How probable it is that a standard normal number lies at least so far from 0, to either side.
double p_of_normal(double z);

/// How probable it is that a chi-square of so many degrees of freedom is at least so large: by its finite sum
/// (M. Abramowitz & I. A. Stegun, "Handbook of Mathematical Functions", 1964, 26.4.4 and 26.4.5), whose terms
/// are all positive. 1 of no degrees.
double p_of_chi_square(double chi_square, std::size_t degrees);

/// Who asks often finds something by chance. These make p greater by how many were asked, in their order; one
/// may be called by chance or not as if it were alone. Those that are not numbers were not asked: they stay
/// so, and do not count.
///
/// The probability that any of them is wrongly called different stays below what is asked (S. Holm, "A Simple
/// Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979).
std::vector<double> holm(std::span<const double> p);

/// Of those called different, the part that is wrongly so stays below what is asked, on average (Y. Benjamini
/// & Y. Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57,
/// 1995): for independent tests, and for those that rise together.
std::vector<double> benjamini_hochberg(std::span<const double> p);

}  // namespace accord::kernels
