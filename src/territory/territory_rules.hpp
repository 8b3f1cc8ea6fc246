// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "territory/territory.hpp"

namespace accord::territory {

/// Each territory's parent by number; 0 where it has none.
using Parents = std::map<std::int64_t, std::int64_t>;

Parents parents_of(const std::vector<Territory>&);
/// A territory and everything above it, nearest first.
std::vector<std::int64_t> lineage(const Parents&, std::int64_t id);
bool is_below_itself(const Parents&, std::int64_t id);

/// Throws ShapeError where the name is blank, the time zone unknown or the hours are none of a day.
void check_shape(const Territory&);

/// Every calendar with what it inherits: the nearest time zone and hours above it, the holidays of all above
/// it and of the company. The company's own stands under 0.
std::map<std::int64_t, WorkCalendar> calendars_of(const std::vector<Territory>&, const std::vector<Holiday>&,
                                                  const std::string& company_time_zone);

}  // namespace accord::territory
