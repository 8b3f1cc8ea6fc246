// SPDX-License-Identifier: Apache-2.0
#include "territory/territory.hpp"

#include <algorithm>

#include "territory/zone.hpp"

namespace accord::territory {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr double ms_per_hour = 3'600'000;
/// Nothing that is judged began earlier.
constexpr std::int64_t thousand_years_ms = 365'250 * ms_per_day;

/// Weekdays up to and including a day, counted from an arbitrary Monday.
std::int64_t weekdays_until(Day day) {
  const std::int64_t since_monday = std::int64_t{day.number} + 3 + 7 * 1'000'000;
  return since_monday / 7 * 5 + std::min<std::int64_t>(since_monday % 7 + 1, 5);
}

bool is_weekday(Day day) { return weekdays_until(day) != weekdays_until(day - 1); }

bool is_working(const WorkCalendar& calendar, Day day) {
  return is_weekday(day) && !std::ranges::binary_search(calendar.holidays, day);
}

/// Working days from `first` to `last`, both included.
std::int64_t working_days(const WorkCalendar& calendar, Day first, Day last) {
  if (last < first) return 0;
  std::int64_t count = weekdays_until(last) - weekdays_until(first - 1);
  auto holiday = std::ranges::lower_bound(calendar.holidays, first);
  for (; holiday != calendar.holidays.end() && *holiday <= last; ++holiday) {
    if (is_weekday(*holiday)) --count;
  }
  return count;
}

/// Counts one calendar's working time between two instants. A day's work lasts from the first instant at
/// which the local clock shows its start to the first at which it shows its end.
class Count {
 public:
  Count(const WorkCalendar& calendar, Instant from, Instant to)
      : calendar_(calendar), zone_(Zone::named(calendar.time_zone)), from_(from), to_(to) {}

  std::int64_t ms() const {
    // Where the clocks go back over midnight, an instant's work can be that of the next local day.
    const Day first = zone_.local_day(from_), last = zone_.local_day(to_) + 1;
    if (last - first <= 6) return ms_of_each(first, last);
    return ms_of_each(first, first + 1) + ms_of_whole(first + 2, last - 3) + ms_of_each(last - 2, last);
  }

 private:
  std::int64_t ms_of_each(Day first, Day last) const {
    std::int64_t ms = 0;
    for (Day day = first; day <= last; day = day + 1) {
      if (!is_working(calendar_, day)) continue;
      const std::int64_t begin = std::max(start(day).ms, from_.ms), end = std::min(stop(day).ms, to_.ms);
      ms += std::max<std::int64_t>(end - begin, 0);
    }
    return ms;
  }

  /// All days at once as if no clock changed, then what the days with a change have more or less.
  std::int64_t ms_of_whole(Day first, Day last) const {
    const std::int64_t usual = (calendar_.end_minute - calendar_.start_minute) * ms_per_minute;
    std::int64_t ms = working_days(calendar_, first, last) * usual;
    Day done = first - 1;
    zone_.each_change(from_, to_, [&](Day before, Day after) {
      for (Day day = std::min(before, after) - 1; day <= std::max(before, after); day = day + 1) {
        if (day <= done || day > last) continue;
        done = day;
        if (is_working(calendar_, day)) ms += stop(day).ms - start(day).ms - usual;
      }
    });
    return ms;
  }

  Instant start(Day day) const { return at(day, calendar_.start_minute); }
  Instant stop(Day day) const { return at(day, calendar_.end_minute); }
  Instant at(Day day, int minute) const {
    return zone_.first_at(start_of(day).ms + std::int64_t{minute} * ms_per_minute);
  }

  const WorkCalendar& calendar_;
  const Zone& zone_;
  Instant from_, to_;
};

}  // namespace

double business_hours(const WorkCalendar& calendar, Instant from, Instant to) {
  if (to <= from || calendar.end_minute <= calendar.start_minute) return 0;
  return static_cast<double>(Count(calendar, from, to).ms()) / ms_per_hour;
}

Instant first_within(const WorkCalendar& calendar, double hours, Instant to) {
  Instant low{to.ms - thousand_years_ms}, high = to;
  while (low < high) {
    const Instant middle{low.ms + (high.ms - low.ms) / 2};
    const bool is_longer = business_hours(calendar, middle, to) > hours;
    (is_longer ? low : high) = is_longer ? Instant{middle.ms + 1} : middle;
  }
  return high;
}

int business_days(const WorkCalendar& calendar, Day from, Day to) {
  return static_cast<int>(working_days(calendar, from + 1, to));
}

}  // namespace accord::territory
