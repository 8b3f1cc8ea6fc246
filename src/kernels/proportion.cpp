// SPDX-License-Identifier: Apache-2.0
#include "kernels/proportion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace accord::kernels {
namespace {

/// A two-by-two table with these margins: how probable one with `k` successes of the first is, as a multiple
/// of the one before it.
double step_to(double k, double first, double second, double successes) {
  return (first - k + 1) * (successes - k + 1) / (k * (second - successes + k));
}

/// All tables with the same margins that are no more probable than this one. They are counted from the most
/// probable one to both sides, so that no number grows too large; what rounds to nothing there is nothing.
double fisher(Proportion a, Proportion b) {
  const auto first = static_cast<double>(a.trials), second = static_cast<double>(b.trials);
  const auto successes = static_cast<double>(a.successes + b.successes),
             seen = static_cast<double>(a.successes);
  const double least = std::max(0.0, successes - second), most = std::min(first, successes);
  const double mode =
      std::clamp(std::floor((first + 1) * (successes + 1) / (first + second + 2)), least, most);
  const auto sum = [&](double no_more_than) {
    double total = 1 <= no_more_than ? 1 : 0;
    double probability = 1;
    for (double k = mode + 1; k <= most && probability > 0; ++k) {
      probability *= step_to(k, first, second, successes);
      if (probability <= no_more_than) total += probability;
    }
    probability = 1;
    for (double k = mode; k > least && probability > 0; --k) {
      probability /= step_to(k, first, second, successes);
      if (probability <= no_more_than) total += probability;
    }
    return total;
  };
  double own = 1;
  for (double k = mode + 1; k <= seen; ++k) own *= step_to(k, first, second, successes);
  for (double k = mode; k > seen; --k) own /= step_to(k, first, second, successes);
  constexpr double equal = 1 + 1e-7;  // as far as rounding may part tables that are equally probable
  return std::min(1.0, sum(own * equal) / sum(equal));
}

double least_expected(double first, double second, double successes) {
  const double all = first + second;
  return std::min(first, second) * std::min(successes, all - successes) / all;
}

}  // namespace

std::optional<Interval> wilson_interval(std::uint64_t successes, std::uint64_t trials) {
  if (trials == 0 || successes > trials) return std::nullopt;
  constexpr double z = z_of_95_percent;
  const auto n = static_cast<double>(trials), rate = static_cast<double>(successes) / n;
  const double middle = rate + z * z / (2 * n);
  const double reach = z * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
  const double whole = 1 + z * z / n;
  // At the ends the two cancel, and only rounding would keep them from being 0 and 1.
  const double from = successes == 0 ? 0 : (middle - reach) / whole;
  const double to = successes == trials ? 1 : (middle + reach) / whole;
  return Interval{std::max(from, 0.0), std::min(to, 1.0)};
}

std::optional<ProportionDifference> proportion_difference(Proportion a, Proportion b) {
  const auto of_a = wilson_interval(a.successes, a.trials), of_b = wilson_interval(b.successes, b.trials);
  if (!of_a || !of_b) return std::nullopt;
  const auto first = static_cast<double>(a.trials), second = static_cast<double>(b.trials);
  const double rate_a = static_cast<double>(a.successes) / first,
               rate_b = static_cast<double>(b.successes) / second;
  ProportionDifference found;
  found.value = rate_a - rate_b;
  found.interval = {found.value - std::hypot(rate_a - of_a->from, of_b->to - rate_b),
                    found.value + std::hypot(of_a->to - rate_a, rate_b - of_b->from)};
  const double all = first + second,
               successes = static_cast<double>(a.successes) + static_cast<double>(b.successes);
  found.expected = least_expected(first, second, successes);
  found.exact = found.expected < 1;
  if (found.exact) {
    found.p = fisher(a, b);
  } else {
    const double rate = successes / all;
    found.p = p_of_chi_square(
        (all - 1) / all * found.value * found.value / (rate * (1 - rate) * (1 / first + 1 / second)), 1);
  }
  return found;
}

std::optional<RiseDifference> rise_difference(Rise first, Rise second) {
  constexpr double added = 0.5;  // two successes and two failures, shared among four rates
  RiseDifference found;
  double middle = 0, variance = 0;
  for (const auto& [sign, one] : {std::pair(1.0, first.now), std::pair(-1.0, first.before),
                                  std::pair(-1.0, second.now), std::pair(1.0, second.before)}) {
    if (one.trials == 0 || one.successes > one.trials) return std::nullopt;
    const auto successes = static_cast<double>(one.successes), trials = static_cast<double>(one.trials);
    found.value += sign * successes / trials;
    const double rate = (successes + added) / (trials + 2 * added);
    middle += sign * rate;
    variance += rate * (1 - rate) / (trials + 2 * added);
  }
  const double reach = z_of_95_percent * std::sqrt(variance);
  found.interval = {middle - reach, middle + reach};
  found.p = p_of_chi_square(middle * middle / variance, 1);
  return found;
}

ProportionsTest proportions_test(std::span<const Proportion> all) {
  ProportionsTest test;
  double trials = 0, successes = 0;
  std::size_t groups = 0, few = 0;
  for (const auto& one : all) {
    trials += static_cast<double>(one.trials);
    successes += static_cast<double>(one.successes);
    groups += one.trials > 0 ? 1 : 0;
  }
  if (groups < 2) {
    test.reason = "There are no two that have any cases.";
    return test;
  }
  const double rate = successes / trials;
  test.degrees = groups - 1;
  test.expected = trials;
  for (const auto& one : all) {
    if (one.trials == 0) continue;
    const auto of = static_cast<double>(one.trials), off = static_cast<double>(one.successes) - of * rate;
    for (const double expected : {of * rate, of * (1 - rate)}) {
      test.expected = std::min(test.expected, expected);
      few += expected < 5 ? 1 : 0;
      if (expected > 0) test.chi_square += off * off / expected;
    }
  }
  if (test.expected == 0)
    test.reason = "All cases ended alike.";
  else if (test.expected < 1 || few * 5 > groups * 2)
    test.reason = "There are too few cases: of " + std::to_string(few) + " of " + std::to_string(groups * 2) +
                  " counts less than 5 were to be expected.";
  else
    test.p = p_of_chi_square(test.chi_square, test.degrees);
  return test;
}

}  // namespace accord::kernels
