// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/day.hpp"

namespace accord {

/// The quarter that figures, gaps and drafts speak of where nobody chooses the days: thirteen weeks, so that
/// it holds each weekday equally often whenever it ends.
inline constexpr int quarter_days = 91;
/// Its first day, by its last.
inline Day quarter_until(Day last) { return last - (quarter_days - 1); }

}  // namespace accord
