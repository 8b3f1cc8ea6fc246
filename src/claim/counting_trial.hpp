// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/counting.hpp"

namespace accord::claim {

/// What each clause of a body would have found between two days, of what an agreement of that territory
/// binds.
std::vector<agreement::Finding> would_have_found(const Read&, const Json& body,
                                                 std::optional<Id<territory::Territory>>, Day from,
                                                 Day until);

}  // namespace accord::claim
