// SPDX-License-Identifier: Apache-2.0
#include "base/local_clock.hpp"

#include <limits>

namespace accord {
namespace {

/// Room for days beside one that is asked for; each is looked up when it is asked for itself.
constexpr std::int32_t days_at_once = 400;
/// Beyond these nobody's facts lie, and a table of days would be as long as the mistake.
constexpr std::int32_t days_kept = 200'000;
/// Of a day that was not looked up yet: no clock is so far from UTC.
constexpr std::int16_t unknown = std::numeric_limits<std::int16_t>::min();

}  // namespace

LocalClock::LocalClock(std::string_view time_zone) : time_zone_(time_zone), is_utc_(time_zone == "UTC") {}

std::int16_t LocalClock::east_minutes(Instant at) {
  if (is_utc_) return 0;
  const auto day = day_of(at).number;
  if (day < -days_kept || day > days_kept) return looked_up(at);
  const auto before = at_midnight(day);
  return before == at_midnight(day + 1) ? before : looked_up(at);
}

std::vector<Instant> LocalClock::turns_at(std::int64_t shown_ms) {
  if (is_utc_) return {{shown_ms}};
  constexpr std::int64_t minute_ms = 60'000, reach_ms = 16 * 60 * minute_ms;
  std::vector<Instant> turns;
  const auto add_if_turned = [&](std::int64_t at_ms, bool is_shown) {
    const bool was_shown = turns.size() % 2 == 1;
    if (is_shown != was_shown) turns.push_back({at_ms});
  };
  const auto first = start_of(day_of({shown_ms - reach_ms})).ms;
  for (auto at = first; at < shown_ms + reach_ms; at += minute_ms) {
    const auto reached = shown_ms - east_ms(east_minutes({at}));
    add_if_turned(at, at >= reached);
    if (reached > at && reached < at + minute_ms) add_if_turned(reached, true);
  }
  return turns;
}

std::int16_t LocalClock::at_midnight(std::int32_t utc_day) {
  if (at_midnights_.empty()) first_ = utc_day;
  if (utc_day < first_) {
    const auto more = first_ - utc_day + days_at_once;
    at_midnights_.insert(at_midnights_.begin(), static_cast<std::size_t>(more), unknown);
    first_ -= more;
  }
  const auto place = static_cast<std::size_t>(utc_day - first_);
  if (place >= at_midnights_.size()) at_midnights_.resize(place + days_at_once, unknown);
  if (at_midnights_[place] == unknown) at_midnights_[place] = looked_up(start_of(Day{utc_day}));
  return at_midnights_[place];
}

/// Of a whole minute, since a local time has no seconds.
std::int16_t LocalClock::looked_up(Instant at) const {
  const auto day = day_of(at);
  const auto minute = (at.ms - start_of(day).ms) / 60'000;
  const auto local = local_time({start_of(day).ms + minute * 60'000}, time_zone_);
  return static_cast<std::int16_t>((local.day - day) * 1'440 + local.minute - minute);
}

}  // namespace accord
