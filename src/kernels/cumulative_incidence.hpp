// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "kernels/survival.hpp"

/// What becomes of subjects that may leave in several ways, such as won and lost, where some were still there
/// when they were last seen: the estimator of O. O. Aalen & S. Johansen, "An Empirical Transition Matrix for
/// Non-Homogeneous Markov Chains Based on Censored Observations", Scandinavian Journal of Statistics 5
/// (1978).
namespace accord::kernels {

struct CumulativeIncidence {
  std::size_t causes = 0;
  /// Those that have not left in any way; its steps are the rows of the two below, which hold `causes`
  /// numbers each, of cause 1 first. They and the part that remains sum to one.
  Survival remaining;
  std::vector<double> incidence;  ///< the part that has left by this cause up to with the tick
  std::vector<double> variance;   ///< of it

  double incidence_of(std::size_t step, std::size_t cause) const {
    return incidence[step * causes + cause - 1];
  }
  double variance_of(std::size_t step, std::size_t cause) const {
    return variance[step * causes + cause - 1];
  }
};

/// F(t) of a cause = Σ S(before the tick) · left by it ÷ at risk, over the ticks up to t. One that leaves in
/// another way is not out of sight: it will never leave in this one. (One minus the product limit that takes
/// it so is greater, and what they tell of several causes sums to more than one.)
///
/// The variance follows how those of S and of F, and what they vary together, grow from tick to tick, each
/// tick being a multinomial draw from those at risk (P. K. Andersen, Ø. Borgan, R. D. Gill & N. Keiding,
/// "Statistical Models Based on Counting Processes", 1993, section IV.4, of Greenwood's type). For one
/// cause it is Greenwood's; without censoring it is F · (1 − F) ÷ n.
CumulativeIncidence cumulative_incidence(const RiskTable&);

/// Which part has left by the cause up to with a tick; of `any_cause` what does not remain. Its interval is
/// log_log_interval's of what it leaves: 1 − (1 − F)^exp(±z · σ ÷ ((1 − F) · log (1 − F))) (J. Beyersmann, A.
/// Allignol & M. Schumacher, "Competing Risks and Multistate Models with R", 2012), so that for
/// one cause it is that of the product limit.
Estimate incidence_at(const CumulativeIncidence&, const RiskTable&, std::size_t cause, std::int64_t tick);

}  // namespace accord::kernels
