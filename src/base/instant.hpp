// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace accord {

/// A moment, as milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

constexpr std::int64_t ms_per_day = 86'400'000;

/// Midnight UTC of that day.
constexpr Instant start_of(Day day) { return {day.number * ms_per_day}; }
/// The UTC day; the day in a firm's own time zone is `day_in`.
Day day_of(Instant);
/// The local day and the local minute of the day in an IANA time zone; an unknown zone is read as UTC.
struct LocalTime {
  Day day;
  int minute;
};
LocalTime local_time(Instant, std::string_view time_zone);
Day day_in(Instant, std::string_view time_zone);
/// The instant of a local minute of the day; in a gap or overlap of the clocks the earlier one.
Instant instant_of(LocalTime, std::string_view time_zone);
bool is_time_zone(std::string_view name);

/// Reads `2026-11-23T12:00:00.000Z`, seconds and milliseconds optional, `Z` or an offset; of the days that a
/// Day reads.
std::optional<Instant> parse_instant(std::string_view);
/// `2026-11-23T12:00:00.000Z`
std::string to_string(Instant);

/// Where the time comes from: the machine, or a clock set for stories and demos.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

class SetClock final : public Clock {
 public:
  explicit SetClock(Instant at) : at_(at) {}
  Instant now() const override { return at_; }
  void set(Instant at) { at_ = at; }

 private:
  Instant at_;
};

}  // namespace accord
