// SPDX-License-Identifier: Apache-2.0
#include "roi/without_order.hpp"

namespace accord::roi {

WithoutOrder::WithoutOrder(const Ledger::Part& part, Participation& participation, std::int64_t from_ms,
                           std::int64_t end_ms, const Use& use)
    : part_(part), participation_(participation), from_ms_(from_ms), end_ms_(end_ms), use_(use) {}

void WithoutOrder::follow(const kernels::Journey& journey, std::optional<ClosedAt> order) {
  if (part_.accounts->is_nobody(journey.account) || part_.accounts->is_hidden(journey.account)) return;
  if (journey.account != account_) next_ = part_.accounts->touches_of(journey.account).from;
  account_ = journey.account;
  const auto marks = part_.accounts->marks();
  for (const auto end = journey.first_touch + journey.touches; next_ < end; ++next_) {
    const auto over_ms = participation_.over_ms(part_.touches, next_, marks[next_]);
    if (!over_ms || (order && next_ >= journey.first_touch &&
                     participation_.is_let_in(part_.touches, next_, marks[next_], order)))
      continue;
    if (*over_ms < end_ms_) {
      fail(next_, *over_ms);
    } else if (!order && part_.touches.clock_ms[next_] < end_ms_) {
      open_.push_back(next_);
    }
  }
  tell_failed();
  tell(open_, true);
  open_.clear();
}

void WithoutOrder::fail(std::size_t touch, std::int64_t over_ms) {
  if (!failed_.empty() && part_.touches.clock_ms[touch] > over_ms_) tell_failed();
  if (failed_.empty()) over_ms_ = over_ms;
  failed_.push_back(touch);
}

void WithoutOrder::tell_failed() {
  if (over_ms_ >= from_ms_) tell(failed_, false);
  failed_.clear();
}

void WithoutOrder::tell(const std::vector<std::size_t>& touches, bool is_open) {
  if (touches.empty()) return;
  const auto picked = participation_.pick(part_.touches, part_.accounts->marks(), touches);
  AskedJourney asked;
  asked.is_open = is_open;
  asked.touches = picked.touches;
  asked.marks = picked.marks;
  use_(asked);
}

}  // namespace accord::roi
