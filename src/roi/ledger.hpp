// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "kernels/exact_shares.hpp"
#include "kernels/journey.hpp"
#include "roi/roi.hpp"

namespace accord::roi {

/// An order that was booked, the touchpoints that led to it by time, and the share that each has earned.
/// Without touchpoints nothing explains it. Spans are valid while it is used.
struct Journey {
  const order::Order* order = nullptr;
  std::span<const touchpoint::Touch> touches;
  std::span<const double> shares;
};

/// Every touchpoint and every booked order, as columns that the kernels take.
class Ledger {
 public:
  explicit Ledger(const Read&);
  const std::vector<touchpoint::Touch>& touches() const { return *touches_; }
  const std::vector<order::Order>& orders() const { return *orders_; }
  /// Goes through the orders that were booked in the days asked for, by account and time. Orders of other
  /// days close journeys like any other.
  void each(const Question&, const std::function<void(const Journey&)>&) const;

 private:
  void mark(const Read&);
  void group();
  kernels::Timelines timelines() const;

  std::shared_ptr<const std::vector<touchpoint::Touch>> touches_;
  std::shared_ptr<const std::vector<order::Order>> orders_;
  std::size_t of_nobody_ = 0;  ///< touches of no account, which stand first
  std::vector<std::uint64_t> touches_from_, orders_from_;
  std::vector<std::int64_t> touch_ms_, order_ms_, order_minor_;
  std::vector<std::uint32_t> touch_key_;
  std::vector<std::uint8_t> touch_marks_;
};

/// Read once for each commit.
std::shared_ptr<const Ledger> ledger(const Read&);

}  // namespace accord::roi
