// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "touchpoint/touchpoint.hpp"

namespace accord::touchpoint {

Schema schema();

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> sideless(const Read&);

}  // namespace accord::touchpoint
