// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "roi/ledger.hpp"
#include "roi/sharing.hpp"

namespace accord::roi {

/// Tells the journeys of what led to no order. Those of the kernel's path rule are taken in their order:
///
/// 1. A journey begins with an account's first touchpoint after the journey before it, and lasts as long as
///    that touchpoint's look-back: when it is over without an order, it has failed. It is then as long as one
///    with an order can be, and whoever is written to for years without ordering fails time and again.
/// 2. An order takes the touchpoints that it has in their look-back, also those that a failed journey would
///    have had. What is older led to nothing, and fails by itself.
/// 3. What an order after the last day could still have in its look-back is one journey that is open.
/// What was met after these days is not known yet, and what may not share has no part.
class WithoutOrder {
 public:
  using Use = std::function<void(const AskedJourney&)>;
  /// Told are those that failed from the one moment on and before the other, and those open at the latter.
  WithoutOrder(const Ledger::Part&, Participation&, std::int64_t from_ms, std::int64_t end_ms, const Use&);

  /// With the order that closed the journey, if one did.
  void follow(const kernels::Journey&, std::optional<ClosedAt> order);

 private:
  void fail(std::size_t touch, std::int64_t over_ms);
  void tell_failed();
  void tell(const std::vector<std::size_t>& touches, bool is_open);

  const Ledger::Part& part_;
  Participation& participation_;
  std::int64_t from_ms_, end_ms_;
  const Use& use_;
  std::size_t account_ = SIZE_MAX;
  std::size_t next_ = 0;      ///< the first touchpoint that stands in no journey yet
  std::int64_t over_ms_ = 0;  ///< when the look-back of the first that failed is over
  std::vector<std::size_t> failed_, open_;
};

}  // namespace accord::roi
