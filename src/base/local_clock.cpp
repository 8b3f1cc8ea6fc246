// SPDX-License-Identifier: Apache-2.0
#include "base/local_clock.hpp"

#include <algorithm>

namespace accord {
namespace {

/// Days that are looked up beside one that is not known yet.
constexpr std::int32_t days_at_once = 400;
/// Beyond these nobody's facts lie, and a table of days would be as long as the mistake.
constexpr std::int32_t days_kept = 200'000;

}  // namespace

LocalClock::LocalClock(std::string_view time_zone) : time_zone_(time_zone), is_utc_(time_zone == "UTC") {}

std::int16_t LocalClock::east_minutes(Instant at) {
  if (is_utc_) return 0;
  const auto day = day_of(at).number;
  if (day < -days_kept || day > days_kept) return looked_up(at);
  const auto before = at_midnight(day);
  return before == at_midnight(day + 1) ? before : looked_up(at);
}

std::int16_t LocalClock::at_midnight(std::int32_t utc_day) {
  if (at_midnights_.empty() || utc_day < first_) {
    first_ = (at_midnights_.empty() ? utc_day : std::min(first_, utc_day)) - days_at_once;
    at_midnights_.clear();
  }
  while (first_ + static_cast<std::int32_t>(at_midnights_.size()) <= utc_day)
    at_midnights_.push_back(
        looked_up(start_of(Day{first_ + static_cast<std::int32_t>(at_midnights_.size())})));
  return at_midnights_[static_cast<std::size_t>(utc_day - first_)];
}

/// Of a whole minute, since a local time has no seconds.
std::int16_t LocalClock::looked_up(Instant at) const {
  const auto day = day_of(at);
  const auto minute = (at.ms - start_of(day).ms) / 60'000;
  const auto local = local_time({start_of(day).ms + minute * 60'000}, time_zone_);
  return static_cast<std::int16_t>((local.day - day) * 1'440 + local.minute - minute);
}

}  // namespace accord
