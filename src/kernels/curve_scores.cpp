// SPDX-License-Identifier: Apache-2.0
#include "kernels/curve_scores.hpp"

#include <algorithm>
#include <cmath>

namespace accord::kernels {
namespace {

/// Of a variance so small a part is left by rounding alone.
constexpr double nothing_left = 1e-9;

/// Takes out of all others what the pivot tells of them; the squared part of the difference that is its own.
double take_out(CurveScores& scores, std::vector<double>& difference, std::size_t pivot) {
  const auto groups = difference.size();
  const double variance = scores.between(pivot, pivot), own = difference[pivot];
  const std::vector<double> row(
      scores.covariance.begin() + static_cast<std::ptrdiff_t>(pivot * groups),
      scores.covariance.begin() + static_cast<std::ptrdiff_t>((pivot + 1) * groups));
  for (std::size_t a = 0; a < groups; ++a) {
    difference[a] -= own * row[a] / variance;
    for (std::size_t b = 0; b < groups; ++b) scores.between(a, b) -= row[a] * row[b] / variance;
  }
  return own * own / variance;
}

/// Gauss elimination, each time by the group of whose variance the largest part is left.
void put_chi_square(CurveTest& test, CurveScores scores) {
  const auto groups = scores.left.size();
  std::vector<double> difference(groups), variance(groups);
  std::vector<bool> taken(groups);
  for (std::size_t a = 0; a < groups; ++a) {
    difference[a] = scores.left[a] - scores.expected[a];
    variance[a] = scores.between(a, a);
  }
  while (true) {
    std::size_t pivot = groups;
    double most = nothing_left;
    for (std::size_t a = 0; a < groups; ++a) {
      if (taken[a] || variance[a] <= 0 || scores.between(a, a) <= most * variance[a]) continue;
      most = scores.between(a, a) / variance[a];
      pivot = a;
    }
    if (pivot == groups) return;
    taken[pivot] = true;
    ++test.degrees;
    test.chi_square += take_out(scores, difference, pivot);
  }
}

std::string number(double value) {
  const auto tenths = std::llround(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

std::optional<std::string> why_not_compare(std::span<const RiskTable> groups, std::size_t cause) {
  if (groups.size() < 2) return "There are no two groups.";
  for (const auto& group : groups) {
    if (group.reason) return "Of one of those compared: " + *group.reason;
    if (group.causes != groups.front().causes) return "The groups have different causes.";
    if (cause > group.causes) return "There is no such cause.";
  }
  return std::nullopt;
}

CurveTest conclude(std::span<const RiskTable> groups, CurveScores scores, CurveTestRule rule) {
  CurveTest test;
  for (std::size_t a = 0; a < groups.size(); ++a)
    test.groups.push_back(
        {groups[a].subjects, static_cast<std::uint64_t>(scores.left[a]), scores.expected[a]});
  const double least = *std::min_element(scores.expected.begin(), scores.expected.end());
  const bool nobody_left =
      std::all_of(scores.left.begin(), scores.left.end(), [](double n) { return n == 0; });
  put_chi_square(test, std::move(scores));
  if (nobody_left)
    test.reason = "Nobody left.";
  else if (test.degrees == 0)
    test.reason = "The groups were never at risk together when somebody left.";
  else if (least < rule.expected_min)
    test.reason = "Of one group only " + number(least) + " were expected to leave, and it needs " +
                  number(rule.expected_min) + ".";
  if (!test.reason) test.p = p_of_chi_square(test.chi_square, test.degrees);
  return test;
}

}  // namespace accord::kernels
