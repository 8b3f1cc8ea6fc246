// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_map>

#include "conversion/conversion.hpp"

namespace accord::conversion {

/// Puts what records hold into the rows of some journeys; whatever the actor may not see stays without a
/// name.
void put_records(const Read&, std::unordered_map<std::int64_t, CohortJourney>& by_id);

}  // namespace accord::conversion
