// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kernels/chance.hpp"
#include "kernels/risk_table.hpp"

/// How long subjects stay, where some were still there when they were last seen: the product limit of E. L.
/// Kaplan & P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American
/// Statistical Association 53 (1958).
namespace accord::kernels {

/// A tick at which somebody left.
struct SurvivalStep {
  std::int64_t tick = 0;
  std::uint32_t at_risk = 0, left = 0;
  double survival = 1;  ///< the part that stays longer than this tick
  double variance = 0;  ///< of it, by Greenwood's formula
};

struct Survival {
  std::vector<SurvivalStep> steps;  ///< before the first of them all are still there
  /// Of those that were still there after `known_from`. After `known_to` nobody was seen.
  std::int64_t known_from = 0, known_to = 0;
  std::uint64_t subjects = 0, departures = 0;
  std::uint64_t unseen = 0, beyond = 0;    ///< as in the table
  std::optional<std::string> reason = {};  ///< why nothing is to be said: no steps then
};

/// A part of one with how sure it is.
struct Estimate {
  double value = 0, standard_error = 0;
  std::optional<Interval> interval = {};  ///< its 95%; none where it is 0 or 1, for then it knows no variance
  std::uint32_t at_risk = 0;              ///< how many were at risk at that tick
  std::int64_t known_from = 0;            ///< it is of those that were still there after this tick
  std::optional<std::string> reason = {};  ///< why there is none; the numbers are then 0
};

/// S(t) = Π (1 − left ÷ at risk) over the ticks up to t; its variance S(t)² · Σ left ÷ (at risk · (at risk −
/// left)), M. Greenwood, "The Natural Duration of Cancer", 1926 (worked out tick by tick, so that it is 0
/// where all have left). While nobody goes out of sight nor comes, S is a quotient of two counts: without
/// censoring it is the part that is still there, exactly.
///
/// Where all that were at risk had left while others, first seen later, stay longer, S would be 0 by chance
/// of who was seen first: there is a reason instead, and `RiskRequest::from` asks of later ticks.
Survival survival(const RiskTable&);

/// How many of its steps lie at a tick or before it.
std::size_t steps_until(const Survival&, std::int64_t tick);

/// Which part stays longer than a tick.
Estimate survival_at(const Survival&, const RiskTable&, std::int64_t tick);

/// S^exp(±z · σ ÷ log S), σ being the standard error of log S: it stays within 0 and 1 (J. D. Kalbfleisch &
/// R. L. Prentice, "The Statistical Analysis of Failure Time Data", 1980). None where S is 0
/// or 1.
std::optional<Interval> log_log_interval(double survival, double variance);

/// A duration that so large a part does not exceed.
struct Quantile {
  std::optional<std::int64_t> tick = {};   ///< none: not reached as far as was seen
  std::optional<std::int64_t> from = {};   ///< where its 95% begins; none: too few tell
  std::optional<std::int64_t> to = {};     ///< where it ends; none: no end is known
  std::optional<std::string> reason = {};  ///< why there is nothing at all
};

/// The first tick at which S is 1 − part or less (of the median, ½). Its interval begins at the first tick at
/// which the interval of S reaches down to 1 − part, and ends at the one from which on it lies below (R.
/// Brookmeyer & J. Crowley, "A Confidence Interval for the Median Survival Time", Biometrics 38, 1982, with
/// log_log_interval). `part` is above 0 and below 1.
Quantile quantile(const Survival&, double part);

struct RestrictedMean {
  double value = 0, standard_error = 0;
  Interval interval = {};  ///< its 95%, as of a normal number
  std::int64_t known_from = 0, until = 0;
  std::optional<std::string> reason = {};  ///< why there is none; the numbers are then 0
};

/// How many ticks of the first `until` a subject stays on average: ∫ S(t) dt from `known_from` to `until`,
/// its variance Σ (∫ S from the tick on)² · left ÷ (at risk · (at risk − left)) (J. P. Klein & M. L.
/// Moeschberger, "Survival Analysis", 2003, section 4.5). A mean without such an end is only known where all
/// have left.
RestrictedMean restricted_mean(const Survival&, std::int64_t until);

}  // namespace accord::kernels
