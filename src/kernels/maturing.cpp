// SPDX-License-Identifier: Apache-2.0
#include "kernels/maturing.hpp"

#include <algorithm>
#include <cmath>

#include "kernels/chance.hpp"

namespace accord::kernels {
namespace {

std::string of_cohorts(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " older cohort tells" : " older cohorts tell");
}

/// The factor of a step, and how many tell it.
MaturingStep factor_of(const MaturingTriangle& triangle, std::size_t age) {
  MaturingStep step;
  std::size_t without = 0;
  for (std::size_t i = 0; i < triangle.cohorts() && triangle.known[i] > age + 1; ++i) {
    const double before = triangle.at(i, age), after = triangle.at(i, age + 1);
    step.before += before;
    step.after += after;
    if (before > 0)
      ++step.cohorts;
    else if (before < 0 || after != 0)
      ++without;
  }
  if (without > 0) {
    step.reason = std::to_string(without) + (without == 1 ? " older cohort had" : " older cohorts had") +
                  " nothing in by then that had something later";
  } else if (step.after <= 0 && step.cohorts > 0) {
    step.reason = "nothing was left of what was in by then";
  }
  if (step.before > 0 && step.after > 0) step.factor = step.after / step.before;
  return step;
}

double variance_of(const MaturingTriangle& triangle, std::size_t age, const MaturingStep& step) {
  double sum = 0;
  for (std::size_t i = 0; i < triangle.cohorts() && triangle.known[i] > age + 1; ++i) {
    const double before = triangle.at(i, age);
    if (before <= 0) continue;
    const double off = triangle.at(i, age + 1) / before - step.factor;
    sum += before * off * off;
  }
  return sum / static_cast<double>(step.cohorts - 1);
}

/// Of a step that one cohort tells: as the two before it went on.
std::optional<double> extrapolated(const std::vector<MaturingStep>& before) {
  if (before.size() < 2) return std::nullopt;
  const auto& last = before.back();
  const auto& last_but_one = before[before.size() - 2];
  if (last.reason || last_but_one.reason) return std::nullopt;
  const double smaller = std::min(last.variance, last_but_one.variance);
  if (last_but_one.variance <= 0) return smaller;
  return std::min(smaller, last.variance * last.variance / last_but_one.variance);
}

std::vector<MaturingStep> steps_of(const MaturingTriangle& triangle, MaturingRule rule) {
  std::vector<MaturingStep> steps;
  for (std::size_t age = 0; age + 1 < triangle.ages; ++age) {
    auto step = factor_of(triangle, age);
    if (!step.reason && step.cohorts < std::max<std::size_t>(1, rule.cohorts_min))
      step.reason = of_cohorts(step.cohorts) + ", and it needs " + std::to_string(rule.cohorts_min);
    if (!step.reason && step.cohorts > 1) step.variance = variance_of(triangle, age, step);
    if (!step.reason && step.cohorts == 1) {
      const auto variance = extrapolated(steps);
      if (variance)
        step.variance = *variance;
      else
        step.reason = of_cohorts(1) + ", which says nothing of chance";
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

/// The interval around what is in and what is to come.
void put_interval(Expected& expected, double is_in) {
  const double to_come = expected.final_amount - is_in, error = expected.standard_error;
  if (to_come > 0 && error <= to_come) {
    const double spread = std::sqrt(std::log1p(error / to_come * (error / to_come)));
    const double middle = std::log(to_come) - spread * spread / 2;
    expected.from = is_in + std::exp(middle - z_of_95_percent * spread);
    expected.to = is_in + std::exp(middle + z_of_95_percent * spread);
    return;
  }
  expected.from = expected.final_amount - z_of_95_percent * error;
  expected.to = expected.final_amount + z_of_95_percent * error;
}

std::optional<std::string> why_nothing_to_expect(std::span<const MaturingStep> steps, std::size_t age,
                                                 double is_in) {
  if (age >= steps.size()) return std::nullopt;
  for (; age < steps.size(); ++age) {
    if (steps[age].reason)
      return "from age " + std::to_string(age) + " to " + std::to_string(age + 1) + ", " + *steps[age].reason;
  }
  if (is_in <= 0) return "nothing is in yet that could be compared with older cohorts";
  return std::nullopt;
}

Expected expected_of(const MaturingTriangle& triangle, const std::vector<MaturingStep>& steps,
                     std::size_t cohort) {
  const auto known = std::min(triangle.known[cohort], triangle.ages);
  if (known > 0) return expected_from(steps, known - 1, triangle.at(cohort, known - 1));
  Expected nothing;
  nothing.reason = "no whole age of it is over yet";
  return nothing;
}

/// What all cohorts have in common is that their steps have the same factors.
void put_total(const MaturingTriangle& triangle, Maturing& found) {
  double squared = 0;
  for (std::size_t i = 0; i < triangle.cohorts(); ++i) {
    const auto& one = found.cohorts[i];
    if (one.reason) continue;
    const auto known = std::min(triangle.known[i], triangle.ages);
    double younger = 0, shared = 0;
    for (std::size_t j = i + 1; j < triangle.cohorts(); ++j) younger += found.cohorts[j].final_amount;
    for (std::size_t age = known - 1; age < found.steps.size(); ++age) {
      const auto& step = found.steps[age];
      shared += 2 * step.variance / (step.factor * step.factor) / step.before;
    }
    found.outstanding += one.final_amount - triangle.at(i, known - 1);
    squared += one.standard_error * one.standard_error + one.final_amount * younger * shared;
  }
  found.standard_error = std::sqrt(std::max(0.0, squared));
}

}  // namespace

std::optional<std::string> problem_of(const MaturingTriangle& triangle) {
  if (triangle.ages == 0) return "There are no ages.";
  if (triangle.cumulative.size() != triangle.cohorts() * triangle.ages)
    return "There are not as many numbers as cohorts times ages.";
  for (std::size_t i = 0; i < triangle.cohorts(); ++i) {
    if (triangle.known[i] > triangle.ages) return "A cohort knows more ages than there are.";
    if (i > 0 && triangle.known[i] > triangle.known[i - 1])
      return "A younger cohort knows more than an older one.";
    for (std::size_t age = 0; age < triangle.known[i]; ++age) {
      if (!std::isfinite(triangle.at(i, age))) return "A number is not finite.";
    }
  }
  return std::nullopt;
}

Maturing mature(const MaturingTriangle& triangle, MaturingRule rule) {
  Maturing found;
  found.reason = problem_of(triangle);
  if (found.reason) return found;
  found.steps = steps_of(triangle, rule);
  found.share.resize(triangle.ages);
  found.share.back() = 1;
  for (std::size_t age = found.steps.size(); age-- > 0;) {
    if (found.steps[age].reason || !found.share[age + 1]) break;
    found.share[age] = *found.share[age + 1] / found.steps[age].factor;
  }
  for (std::size_t i = 0; i < triangle.cohorts(); ++i)
    found.cohorts.push_back(expected_of(triangle, found.steps, i));
  put_total(triangle, found);
  return found;
}

Expected expected_from(std::span<const MaturingStep> steps, std::size_t age, double is_in) {
  Expected expected;
  expected.reason = why_nothing_to_expect(steps, age, is_in);
  if (expected.reason) return expected;
  double amount = is_in, relative = 0;
  for (; age < steps.size(); ++age) {
    const auto& step = steps[age];
    relative += step.variance / (step.factor * step.factor) * (1 / amount + 1 / step.before);
    amount *= step.factor;
  }
  expected.final_amount = amount;
  expected.standard_error = amount * std::sqrt(relative);
  put_interval(expected, is_in);
  return expected;
}

}  // namespace accord::kernels
