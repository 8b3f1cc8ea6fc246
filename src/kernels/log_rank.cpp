// SPDX-License-Identifier: Apache-2.0
#include "kernels/curve_scores.hpp"
#include "kernels/pooled_ticks.hpp"

namespace accord::kernels {

CurveTest log_rank(std::span<const RiskTable> groups, std::size_t cause, CurveTestRule rule) {
  CurveTest none;
  none.reason = why_not_compare(groups, cause);
  if (none.reason) return none;
  CurveScores scores(groups.size());
  PooledTicks ticks(groups, cause);
  while (ticks.next()) {
    const double all = ticks.all_at_risk(), left = ticks.all_left();
    if (left == 0) continue;
    const double spread = all > 1 ? left * (all - left) / (all - 1) / (all * all) : 0;
    for (std::size_t a = 0; a < groups.size(); ++a) {
      const double at_risk = ticks.at_risk(a);
      scores.left[a] += ticks.left(a);
      scores.expected[a] += left * at_risk / all;
      if (at_risk == 0 || spread == 0) continue;
      for (std::size_t b = 0; b < groups.size(); ++b)
        scores.between(a, b) += spread * at_risk * ((a == b ? all : 0) - ticks.at_risk(b));
    }
  }
  return conclude(groups, std::move(scores), rule);
}

}  // namespace accord::kernels
