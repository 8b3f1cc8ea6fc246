// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "period/period.hpp"

namespace accord::period {

Schema schema();

/// Months that two closings hold at once, and reopenings of none, as sentences.
std::vector<std::string> closed_twice(const Read&);

}  // namespace accord::period
