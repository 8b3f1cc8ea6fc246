// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kernels/curve_scores.hpp"
#include "kernels/pooled_ticks.hpp"

namespace accord::kernels {
namespace {

struct GroupState {
  double survival = 1, survival_after = 1;  ///< not left in any way, before the tick and after it
  double incidence = 0, incidence_after = 0;
  double weight = 0;  ///< at risk ÷ survival: how many would be at risk if nobody had left
};

/// The groups' curves, and that of all if they were alike, from tick to tick.
class GrayWalk {
 public:
  GrayWalk(std::span<const RiskTable> groups, std::size_t cause)
      : ticks_(groups, cause), state_(groups.size()) {}

  bool next() {
    incidence_ = incidence_after_;
    if (!ticks_.next()) return false;
    all_weight_ = 0;
    for (std::size_t r = 0; r < state_.size(); ++r) {
      auto& state = state_[r];
      state.survival = state.survival_after;
      state.incidence = state.incidence_after;
      const double at_risk = ticks_.at_risk(r);
      state.weight = at_risk > 0 ? at_risk / state.survival : 0;
      all_weight_ += state.weight;
      if (at_risk == 0) continue;
      const double left = ticks_.left(r);
      state.survival_after = state.survival * (at_risk - left - ticks_.otherwise(r)) / at_risk;
      state.incidence_after = state.incidence + state.survival * left / at_risk;
    }
    incidence_after_ = incidence_ + ticks_.all_left() / all_weight_;
    return true;
  }

  const PooledTicks& ticks() const { return ticks_; }
  const GroupState& group(std::size_t r) const { return state_[r]; }
  std::size_t groups() const { return state_.size(); }
  double all_weight() const { return all_weight_; }
  /// The part that has not left by the cause yet, after the tick. Where groups run out, or differ as chance
  /// would not have it, the common curve may come to one and beyond.
  double not_left_after() const { return std::max(0.0, 1 - incidence_after_); }

  /// How what is drawn of group r at this tick moves the score of group k (Gray's d, as long as groups are
  /// alike).
  double pull(std::size_t k, std::size_t r) const {
    return state_[k].weight * ((k == r ? 1 : 0) - state_[r].weight / all_weight_);
  }
  /// The common rate at which those leave by the cause that have not left by it.
  double rate() const {
    const double not_left = 1 - incidence_;
    return not_left > 1e-9 ? ticks_.all_left() / (all_weight_ * not_left) : 0;
  }

 private:
  PooledTicks ticks_;
  std::vector<GroupState> state_;
  double incidence_ = 0, incidence_after_ = 0, all_weight_ = 0;
};

/// Of equal ticks: drawing without laying back varies less.
double of_ties(double left, double of) {
  return left > 1 && of > 1 ? std::max(0.0, (of - left) / (of - 1)) : 1;
}

/// What was expected, and the integral of all pulls by the rate (Gray's c at the end).
std::vector<double> put_expected(CurveScores& scores, GrayWalk walk) {
  const auto groups = walk.groups();
  std::vector<double> pulls(groups * groups), not_left(groups);
  while (walk.next()) {
    const double left = walk.ticks().all_left();
    if (left == 0) continue;
    double all_not_left = 0;
    for (std::size_t k = 0; k < groups; ++k) {
      not_left[k] = walk.group(k).weight * (1 - walk.group(k).incidence);
      all_not_left += not_left[k];
    }
    for (std::size_t k = 0; k < groups; ++k) {
      scores.left[k] += walk.ticks().left(k);
      scores.expected[k] += all_not_left > 0 ? left * not_left[k] / all_not_left : walk.ticks().left(k);
      for (std::size_t r = 0; r < groups; ++r) pulls[k * groups + r] += walk.pull(k, r) * walk.rate();
    }
  }
  return pulls;
}

void add(CurveScores& scores, std::span<const double> moves, double variance) {
  for (std::size_t k = 0; k < moves.size(); ++k) {
    for (std::size_t l = 0; l < moves.size(); ++l) scores.between(k, l) += moves[k] * moves[l] * variance;
  }
}

/// `to_come`: the pulls' integral from each tick on.
void put_covariance(CurveScores& scores, GrayWalk walk, std::vector<double> to_come) {
  const auto groups = walk.groups();
  std::vector<double> moves(groups);
  while (walk.next()) {
    const double left = walk.ticks().all_left();
    if (left > 0) {
      for (std::size_t k = 0; k < groups; ++k) {
        for (std::size_t r = 0; r < groups; ++r) to_come[k * groups + r] -= walk.pull(k, r) * walk.rate();
      }
    }
    for (std::size_t r = 0; r < groups; ++r) {
      const auto& state = walk.group(r);
      if (state.weight == 0) continue;
      // Who leaves in any way takes all later departures by the cause away with it. Nothing is to come where
      // all have left.
      const double takes = state.survival_after > 0 ? walk.not_left_after() / state.survival_after : 0;
      if (left > 0) {
        for (std::size_t k = 0; k < groups; ++k)
          moves[k] = walk.pull(k, r) + (1 - takes) * to_come[k * groups + r];
        add(scores, moves,
            of_ties(left, walk.all_weight() * state.survival) * left / (walk.all_weight() * state.weight));
      }
      const double otherwise = walk.ticks().otherwise(r);
      if (otherwise > 0) {
        for (std::size_t k = 0; k < groups; ++k) moves[k] = takes * to_come[k * groups + r];
        add(scores, moves,
            of_ties(otherwise, walk.ticks().at_risk(r)) * otherwise / (state.weight * state.weight));
      }
    }
  }
}

}  // namespace

CurveTest gray_test(std::span<const RiskTable> groups, std::size_t cause, CurveTestRule rule) {
  CurveTest none;
  none.reason = why_not_compare(groups, cause);
  if (!none.reason && cause == any_cause)
    none.reason = "It compares one cause; of any the log-rank test does.";
  for (std::size_t i = 1; !none.reason && i < groups.size(); ++i) {
    if (groups[i].known_from != groups.front().known_from)
      none.reason = "The groups are known from different moments: ask of all from the latest of these.";
  }
  if (none.reason) return none;
  CurveScores scores(groups.size());
  const GrayWalk walk(groups, cause);
  auto pulls = put_expected(scores, walk);
  put_covariance(scores, walk, std::move(pulls));
  return conclude(groups, std::move(scores), rule);
}

}  // namespace accord::kernels
