// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_set>

#include "conversion/conversion.hpp"

namespace accord::conversion {

/// What records hold of some journeys that the actor may see, in the order of ids.
std::vector<CohortJourney> journeys_named(const Read&, const std::unordered_set<std::int64_t>& journeys);

}  // namespace accord::conversion
