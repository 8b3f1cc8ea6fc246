// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "audience/audience.hpp"

namespace accord::audience {

/// Whom a choice means of those that the actor may see, in the order of contacts and at most `limit` of those
/// that are found.
std::vector<Candidate> candidates(const Read&, const Choice&, std::int64_t limit);

}  // namespace accord::audience
