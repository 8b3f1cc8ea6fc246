// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "base/check.hpp"
#include "base/instant.hpp"

namespace accord::app::demo {

/// Numbers that look random and follow from a seed alone, on every machine (SplitMix64, Steele and others
/// 2014). No two draws stand among the arguments or operands of one expression: each compiler orders those
/// in its own way.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// From 0 up to, not including, 1.
  double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  double between(double low, double high) { return low + (high - low) * fraction(); }
  /// Both ends included.
  std::int64_t whole(std::int64_t low, std::int64_t high);
  bool chance(double probability) { return fraction() < probability; }
  template <class C>
  const auto& pick(const C& choices) {
    CHECK(std::size(choices) > 0);
    return choices[static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(std::size(choices)) - 1))];
  }
  /// An index, in proportion to its weight.
  template <class C>
  std::size_t weighted(const C& weights) {
    double rest = fraction() * std::accumulate(std::begin(weights), std::end(weights), 0.0);
    std::size_t index = 0;
    for (; index + 1 < std::size(weights) && rest >= weights[index]; ++index) rest -= weights[index];
    return index;
  }

 private:
  std::uint64_t state_;
};

/// Walks through the working hours, Monday to Friday from nine to five, of a place.
class WorkHours {
 public:
  explicit WorkHours(std::string time_zone) : time_zone_(std::move(time_zone)) {}

  /// The moment after so many working hours.
  Instant after(Instant from, double hours) const;
  /// That many working hours into a day, or into the first working day after it.
  Instant into(Day day, double hours) const;
  Day day(Instant at) const { return day_in(at, time_zone_); }

 private:
  std::string time_zone_;
};

/// Neither a weekend nor a holiday of the company.
bool is_workday(Day);
/// New Year's Day, Independence Day, Thanksgiving and Christmas; empty for other days.
std::string_view holiday_name(Day);
/// The day itself or the last working day before it.
Day workday_before(Day);
/// So many working days later.
Day workdays_after(Day, int workdays);

}  // namespace accord::app::demo
