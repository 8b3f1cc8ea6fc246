// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "importing/day_cell.hpp"

namespace accord::importing {

/// The first day of the month as written (2026-02, 02/2026, 202602, Feb 2026, February 2026, Feb-26), or of
/// the month that a day lies in.
CellValue<Day> read_month(std::string_view cell, DayFormat format);

struct Days {
  Day first, last;
};
/// A month as above, or a quarter of the calendar (2026-Q1, Q1 2026): its days.
CellValue<Days> read_period(std::string_view cell, DayFormat format);

}  // namespace accord::importing
