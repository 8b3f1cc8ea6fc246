// SPDX-License-Identifier: Apache-2.0
#include "base/instant.hpp"

#include <date/tz.h>

#include <array>
#include <charconv>
#include <chrono>

namespace accord {
namespace {

using Milliseconds = std::chrono::milliseconds;
using SystemTime = std::chrono::sys_time<Milliseconds>;

const date::time_zone* zone_named(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

/// Takes `count` digits off the front, or nothing.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text[0] != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> take_milliseconds(std::string_view& text) {
  if (!take(text, '.')) return 0;
  int value = 0, digits = 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
    if (++digits <= 3) value = value * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  if (digits == 0 || digits > 9) return std::nullopt;
  for (; digits < 3; ++digits) value *= 10;
  return value;
}

/// Minutes east of UTC.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return 0;
  const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
  if (sign == 0) return std::nullopt;
  const auto hours = take_digits(text, 2);
  take(text, ':');
  const auto minutes = take_digits(text, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

}  // namespace

Day day_of(Instant at) {
  return {static_cast<std::int32_t>((at.ms >= 0 ? at.ms : at.ms - ms_per_day + 1) / ms_per_day)};
}

LocalTime local_time(Instant at, std::string_view time_zone) {
  const auto* zone = zone_named(time_zone);
  Instant local = at;
  if (zone != nullptr) {
    local.ms = zone->to_local(SystemTime{Milliseconds{at.ms}}).time_since_epoch().count();
  }
  const Day day = day_of(local);
  return {day, static_cast<int>((local.ms - start_of(day).ms) / 60'000)};
}

Day day_in(Instant at, std::string_view time_zone) { return local_time(at, time_zone).day; }

Instant instant_of(LocalTime local, std::string_view time_zone) {
  const std::int64_t ms = start_of(local.day).ms + std::int64_t{local.minute} * 60'000;
  const auto* zone = zone_named(time_zone);
  if (zone == nullptr) return {ms};
  const date::local_time<Milliseconds> time{Milliseconds{ms}};
  return {zone->to_sys(time, date::choose::earliest).time_since_epoch().count()};
}

bool is_time_zone(std::string_view name) { return zone_named(name) != nullptr; }

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 17) return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  text.remove_prefix(10);
  if (!day || !(take(text, 'T') || take(text, ' '))) return std::nullopt;
  const auto hours = take_digits(text, 2);
  if (!take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  const auto seconds = take(text, ':') ? take_digits(text, 2) : std::optional<int>{0};
  const auto milliseconds = take_milliseconds(text);
  const auto offset = take_offset(text);
  if (!hours || !minutes || !seconds || !milliseconds || !offset || !text.empty()) return std::nullopt;
  if (*hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
  const std::int64_t minute = *hours * 60 + *minutes - *offset;
  const Instant at{start_of(*day).ms + (minute * 60 + *seconds) * 1000 + *milliseconds};
  // An offset can lead out of the calendar: the moment would be written as a day that nothing reads again.
  if (!day_from(parts_of(day_of(at)))) return std::nullopt;
  return at;
}

std::string to_string(Instant at) {
  const Day day = day_of(at);
  const auto ms = static_cast<int>(at.ms - start_of(day).ms);
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", ms / 3'600'000,
                                 ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
  return to_string(day) + std::string(text.data(), static_cast<std::size_t>(size));
}

Instant SystemClock::now() const {
  return {
      std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

}  // namespace accord
