// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <vector>

#include "roi/roi_keys.hpp"

namespace accord::roi {

/// What is converted at a rate of an earlier day, for none of its own is on record.
struct OlderRates {
  std::int64_t entries = 0, orders = 0;             ///< of spend, and orders with refunds
  int days_most = 0;                                ///< so old is the oldest rate of them
  std::vector<std::int64_t> spend_ids, order_rows;  ///< the first of them, as many as an address lists
};
/// The spend of each line in the days asked; under `everything` all of it, and the orders. Kept for each
/// commit and days.
std::shared_ptr<const std::map<Key, OlderRates>> older_rates_by_line(const Read&, const Question&);

/// How much of the report that is; empty where it is nothing.
std::string older_rates_in_words(const Read&, const Question&);
/// Adds to the working of a line's spend how many entries that are, with their list.
void add_older_rates(const Read&, const Question&, Key, Figure& spend);
/// Adds to that of what was booked how many orders that are.
void add_older_rates_of_orders(const Read&, const Question&, Figure& booked);

}  // namespace accord::roi
