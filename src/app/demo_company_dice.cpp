// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_dice.hpp"

namespace accord::app::demo {
namespace {

constexpr int start_minute = 9 * 60, end_minute = 17 * 60;

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::int64_t Dice::whole(std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(fraction() * static_cast<double>(high - low + 1));
}

Instant WorkHours::after(Instant from, double hours) const {
  auto [day, minute] = local_time(from, time_zone_);
  double rest = hours * 60;
  while (true) {
    minute = std::max(minute, start_minute);
    const double left = is_workday(day) ? end_minute - minute : 0;
    if (left > 0 && rest < left) return instant_of({day, minute + static_cast<int>(rest)}, time_zone_);
    rest -= std::max(left, 0.0);
    day = day + 1;
    minute = start_minute;
  }
}

Instant WorkHours::into(Day day, double hours) const {
  return after(instant_of({day, start_minute}, time_zone_), hours);
}

std::string_view holiday_name(Day day) {
  const auto [year, month, number] = parts_of(day);
  if (month == 1 && number == 1) return "New Year's Day";
  if (month == 7 && number == 4) return "Independence Day";
  if (month == 12 && number == 25) return "Christmas Day";
  if (month == 11 && weekday(day) == 3 && number > 21 && number < 29) return "Thanksgiving";
  return "";
}

bool is_workday(Day day) { return weekday(day) < 5 && holiday_name(day).empty(); }

Day workday_before(Day day) {
  while (!is_workday(day)) day = day - 1;
  return day;
}

Day workdays_after(Day day, int workdays) {
  while (workdays > 0) {
    day = day + 1;
    if (is_workday(day)) --workdays;
  }
  return day;
}

}  // namespace accord::app::demo
