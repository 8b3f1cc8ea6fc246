// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// How money that comes in late is foretold from older money: the chain-ladder method, with the standard
/// errors of T. Mack, "Distribution-free calculation of the standard error of chain ladder reserve
/// estimates", ASTIN Bulletin 23 (1993). Made for claims of insurers; a return matures in the same way.
namespace accord::kernels {

/// What had come in of each cohort by each age: a row for each cohort, the oldest first, `ages` columns, each
/// holding all that came in up to then. Of each row the first `known` columns are known, of an older row at
/// least as many as of a younger one; what the others hold does not matter.
struct MaturingTriangle {
  std::size_t ages = 0;
  std::span<const double> cumulative;
  std::span<const std::size_t> known;

  std::size_t cohorts() const { return known.size(); }
  double at(std::size_t cohort, std::size_t age) const { return cumulative[cohort * ages + age]; }
};

/// What keeps these numbers from being such a triangle, in a sentence; nothing when they are one.
std::optional<std::string> problem_of(const MaturingTriangle&);

/// From one age to the next.
struct MaturingStep {
  double before = 0, after = 0;            ///< what the cohorts that know both had in, together
  std::size_t cohorts = 0;                 ///< of these, those that had anything in before
  double factor = 1;                       ///< after ÷ before
  double variance = 0;                     ///< Mack's σ²: of what follows on one unit that is in
  std::optional<std::string> reason = {};  ///< why it foretells nothing
};

/// What is to be expected of a cohort in the end.
struct Expected {
  double final_amount = 0;
  double standard_error = 0;  ///< of it, as of what is yet to come: both of chance and of the factors
  double from = 0, to = 0;    ///< the middle 95%
  std::optional<std::string> reason = {};  ///< why nothing is to be said; the numbers are then 0
};

struct Maturing {
  std::vector<MaturingStep> steps;           ///< one less than ages
  std::vector<std::optional<double>> share;  ///< of the final amount that is usually in by an age
  std::vector<Expected> cohorts;
  double outstanding = 0, standard_error = 0;  ///< of all cohorts that can be told of, together
  std::optional<std::string> reason = {};      ///< why nothing at all can be said
};

/// Fewer cohorts than this for a step, and it foretells nothing.
struct MaturingRule {
  std::size_t cohorts_min = 1;
};

/// 1. From an age to the next the money grows by f = Σ after ÷ Σ before, over the cohorts that know both.
/// 2. A cohort is expected to end at what is in, times the factors of the steps that it has yet to go; the
///    share that is usually in by an age is 1 ÷ the product of the factors from there on.
/// 3. σ² of a step is Σ before·(after ÷ before − f)² ÷ (cohorts − 1); of one that a single cohort tells, the
///    smallest of σ⁴ of the step before ÷ σ² of the one before that, and these two σ² (Mack, page 217).
/// 4. The squared standard error of a cohort is C²·Σ σ²÷f²·(1 ÷ what is in at the step + 1 ÷ Σ before) over
///    the steps to go (Mack, theorem 3), C being the final amount; all cohorts share the factors, so theirs
///    together is more than the sum of squares (corollary).
/// 5. What is yet to come is taken as log-normal with that mean and error (Mack, page 220), so that it is
///    never below zero; as normal where it is expected to be below zero, or its error is larger than it is.
///
/// A cohort that is through is what it is. Where a cohort had nothing in by an age, or less than nothing, and
/// something came later, a step from there foretells nothing: money that is in is what all rests on. Neither
/// does a step that nothing, or too few cohorts, tell of.
Maturing mature(const MaturingTriangle&, MaturingRule = {});

/// What is to be expected of a cohort that has so much in by an age, by rules 2, 4 and 5 and these steps.
Expected expected_from(std::span<const MaturingStep>, std::size_t age, double is_in);

}  // namespace accord::kernels
