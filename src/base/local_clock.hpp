// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace accord {

/// What the clock of a place shows, for many moments that are asked for one after the other: millions are
/// converted at once, and nearly all lie on days on which it was not put forward or back. Its time is counted
/// as UTC's is, so that `day_of` and `start_of` of it are the place's days. An unknown zone is read as UTC.
class LocalClock {
 public:
  explicit LocalClock(std::string_view time_zone);
  /// How far ahead of UTC the clock is, in whole minutes.
  std::int16_t east_minutes(Instant);
  std::int64_t shown_ms(Instant at) { return at.ms + east_ms(east_minutes(at)); }
  Day day(Instant at) { return day_of(Instant{shown_ms(at)}); }
  /// The moments from which on it shows this or later, goes back before it and comes to it again: one, but
  /// where the clock is put back over it.
  std::vector<Instant> turns_at(std::int64_t shown_ms);

  static constexpr std::int64_t east_ms(std::int16_t minutes) { return std::int64_t{minutes} * 60'000; }

 private:
  std::int16_t at_midnight(std::int32_t utc_day);
  std::int16_t looked_up(Instant) const;

  std::string time_zone_;
  bool is_utc_;
  std::int32_t first_ = 0;
  std::vector<std::int16_t> at_midnights_;  ///< of each day of UTC from `first_` on
};

}  // namespace accord
