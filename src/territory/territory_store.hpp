// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "territory/territory.hpp"

namespace accord::territory {

extern const std::string_view territory_row_view;

/// One territory, if the actor may see it.
std::optional<TerritoryRow> find_row(const Read&, Id<Territory>);
std::vector<Territory> every_territory(const Read&);
std::vector<Holiday> every_holiday(const Read&);
std::optional<Holiday> find_holiday(const Read&, std::optional<Id<Territory>>, Day);
std::string company_time_zone(const Read&);
/// Violations of `territory_reach_is_the_tree`.
std::vector<std::string> reach_violations(const Read&);

}  // namespace accord::territory
