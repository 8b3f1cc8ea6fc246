// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "importing/mapping.hpp"
#include "importing/month_cell.hpp"
#include "importing/table_file.hpp"

namespace accord::importing {

/// The days that a report says above its table it is of: `March 2, 2026 - March 8, 2026`, or `Report Start:
/// 3/2/2026` and `Report End: 3/8/2026` on lines of their own. Nothing where it says none, or none that can
/// be told for sure.
std::optional<Days> period_of_report(const std::vector<LeftOutLine>& above, DayFormat);

/// Spend whose rows say of no days is of those that stand above the table; said as what is the same in every
/// row, so that whoever looks at it sees and corrects it.
void take_period(const Mapping&, const std::optional<Days>&, Answers&);

}  // namespace accord::importing
