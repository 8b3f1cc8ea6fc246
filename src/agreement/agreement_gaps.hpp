// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "agreement/agreement.hpp"

namespace accord::agreement {

/// A version that was to be signed by a day and was not.
extern const gap::Finder unsigned_past_due;
/// A trial whose last day has passed without a successor.
extern const gap::Finder trial_ended;

std::vector<std::string> locks_without_signatures(const Read&);
std::vector<std::string> bodies_without_hash(const Read&);
/// A kind has one agreement for the company and at most one for each territory.
std::vector<std::string> doubled_agreements(const Read&);

}  // namespace accord::agreement
