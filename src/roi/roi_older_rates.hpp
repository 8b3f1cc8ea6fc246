// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>

#include "roi/roi_keys.hpp"

namespace accord::roi {

/// What is converted at a rate of an earlier day, for none of its own is on record.
struct OlderRates {
  std::int64_t entries = 0, orders = 0;  ///< of spend, and orders with refunds
  int days_most = 0;                     ///< so old is the oldest rate of them
};
/// The spend of each line in the days asked; under `everything` all of it, and the orders. Kept for each
/// commit and days.
std::shared_ptr<const std::map<Key, OlderRates>> older_rates_by_line(const Read&, const Question&);

/// How much of the report that is; empty where it is nothing.
std::string older_rates_in_words(const Read&, const Question&);
/// Adds to the working of a line's spend how many entries that are.
void add_older_rates(const Read&, const Question&, Key, Figure& spend);

}  // namespace accord::roi
