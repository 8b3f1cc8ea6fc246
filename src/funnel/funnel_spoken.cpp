// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_spoken.hpp"

#include <algorithm>

namespace accord::funnel {
namespace {

std::size_t place_of(Side side) { return side == Side::sales ? 0 : 1; }

/// A day stands at its midnight.
bool is_day(Instant at) { return at.ms % ms_per_day == 0; }

}  // namespace

Spoken::Spoken(const Read& read, const fact::EndOfDay& end)
    : end_(end), passings_(passings(read)), with_marketing_(with_marketing(read, end.of_moments)) {
  const auto log = fact::activity_log(read);
  for (const auto& one : log->activities) {
    if (one.side != Side::none && speaks_with_them(one.kind) && end_.holds(one.at, one.precision))
      take(one.opportunity, one.side, one.at);
  }
  for (const Side side : {Side::sales, Side::marketing}) {
    each_list_call(read, side, [&](std::int64_t opportunity, Instant at) {
      if (end_.holds(at, fact::Precision::moment)) take(opportunity, side, at);
    });
  }
}

void Spoken::take(std::int64_t opportunity, Side side, Instant at) {
  auto& last = last_[place_of(side)];
  const auto number = static_cast<std::size_t>(opportunity);
  if (number >= last.size()) last.resize(std::max(number + 1, 2 * last.size()));
  last[number] = std::max(last[number], at);
}

bool Spoken::has_spoken_since(std::int64_t opportunity, Side side, Instant since) const {
  const Instant at = last(opportunity, side);
  return is_day(at) || is_day(since) ? day_of(at) > day_of(since) : at > since;
}

Instant Spoken::last(std::int64_t opportunity, Side side) const {
  const auto& last = last_[place_of(side)];
  const auto number = static_cast<std::size_t>(opportunity);
  return number < last.size() ? last[number] : Instant{};
}

bool Spoken::is_handed_over_since(std::int64_t opportunity, Instant since) const {
  const auto found = passings_.find(opportunity);
  if (found == passings_.end()) return false;
  const auto& [at, turned_down_at] = found->second;
  const bool is_down = turned_down_at && end_.holds(*turned_down_at, fact::Precision::moment);
  return at >= since && end_.holds(at, fact::Precision::moment) && !is_down;
}

bool Spoken::is_owed_by_marketing(std::int64_t opportunity) const {
  const auto found = with_marketing_.find(opportunity);
  if (found == with_marketing_.end()) return false;
  return !found->second.is_taken || !has_spoken_since(opportunity, Side::marketing, found->second.since);
}

}  // namespace accord::funnel
