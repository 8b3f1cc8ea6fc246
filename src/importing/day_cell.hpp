// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/instant.hpp"
#include "importing/cell.hpp"

namespace accord::importing {

/// How a column writes its days. Forms that leave no doubt (2026-11-23, 23.11.2026, 23 Nov 2026) are read in
/// each.
enum class DayFormat {
  unambiguous,   // nothing but forms that leave no doubt
  day_first,     // 23/11/2026
  month_first,   // 11/23/2026
  excel_serial,  // 46349, a spreadsheet's count of days
};

/// What a column's cells say about the format of its days.
struct DayFormatFinding {
  std::optional<DayFormat> format;  // empty: it has to be asked, never guessed
  std::vector<DayFormat> choices;   // what fits, to choose from or to confirm
  std::string question;             // what to ask or to confirm, with an example; empty where all is clear
};

/// Collects evidence over a column (or over all day columns of a file, which one locale wrote).
class DayFormatDetector {
 public:
  void add(std::string_view cell);
  DayFormatFinding finding() const;

 private:
  std::string only_day_first_, only_month_first_, either_, serial_;  // the first example of each
  bool has_other_days_ = false;
};

DayFormatFinding detect_day_format(const std::vector<std::string_view>& cells);

/// The day as written; a time beside it is allowed and left off.
CellValue<Day> read_day(std::string_view cell, DayFormat format);

/// Where summer time begins, clocks skip an hour; where it ends, they show one twice.
enum class LocalHour : std::uint8_t { usual, skipped, doubled };

/// A moment, and whether the cell said a time of day (without one it is the day's start, in UTC).
struct Moment {
  Instant at;
  bool has_time = false;
  LocalHour hour = LocalHour::usual;
};

/// A day with a time, in the zone that the cell names (Z, +02:00, UTC), else in the given one. There an hour
/// that clocks skip is read as if they had not; of one that they show twice the first is taken.
CellValue<Moment> read_moment(std::string_view cell, DayFormat format, std::string_view time_zone);

}  // namespace accord::importing
