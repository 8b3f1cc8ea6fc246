// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>

#include "roi/roi.hpp"
#include "roi/sums.hpp"

namespace accord::roi {

/// The orders and the spend of the days asked for that are in another currency and have no exchange rate, by
/// currency: no return holds them.
std::vector<LeftOut> left_out(const Read&, const Question&);
/// Of one line: the orders, of which nobody knows whose they would be, and its own spend.
std::vector<LeftOut> left_out_of_line(const Read&, const Question&, Key);
/// The spend of each line that is left out, by currency; kept for each commit and question.
using LeftOutByLine = std::map<Key, std::vector<LeftOut>>;
std::shared_ptr<const LeftOutByLine> left_out_by_line(const Read&, const Question&);
/// The same of orders only.
std::vector<LeftOut> orders_left_out(const Read&, const Question&);

}  // namespace accord::roi
