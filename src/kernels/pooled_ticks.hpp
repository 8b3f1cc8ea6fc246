// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "kernels/risk_table.hpp"

namespace accord::kernels {

/// Walks several groups through time together: each tick at which somebody of any group left.
class PooledTicks {
 public:
  /// The tables must stay alive.
  PooledTicks(std::span<const RiskTable> groups, std::size_t cause);

  /// The numbers below are those of this tick; false after the last.
  bool next();

  std::size_t groups() const { return groups_.size(); }
  double at_risk(std::size_t group) const { return at_risk_[group]; }
  double left(std::size_t group) const { return left_[group]; }            ///< by the cause
  double otherwise(std::size_t group) const { return otherwise_[group]; }  ///< by any other
  double all_at_risk() const { return all_at_risk_; }
  double all_left() const { return all_left_; }

 private:
  void skip_to_departure(std::size_t group);

  std::span<const RiskTable> groups_;
  std::size_t cause_;
  std::vector<std::size_t> row_,
      departure_;  ///< of each group the row at the tick or after it, and the next with a departure
  std::vector<double> at_risk_, left_, otherwise_;
  double all_at_risk_ = 0, all_left_ = 0;
};

}  // namespace accord::kernels
