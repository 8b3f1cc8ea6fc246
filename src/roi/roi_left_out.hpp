// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"

namespace accord::roi {

/// The orders and the spend of the days asked for that are in another currency and have no exchange rate, by
/// currency: no return holds them.
std::vector<LeftOut> left_out(const Read&, const Question&);
/// The same of orders only.
std::vector<LeftOut> orders_left_out(const Read&, const Question&);

}  // namespace accord::roi
