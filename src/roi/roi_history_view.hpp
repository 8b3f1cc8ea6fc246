// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_history.hpp"

namespace accord::roi {

/// Everything that happened with an account, by time; of one year only where that is asked.
std::vector<HistoryItem> history_items(const Read&, const Question&, Id<account::Account>,
                                       std::optional<std::int64_t> year);
/// The same as it is drawn: thinned out where there is more than can be told apart.
AccountHistory history_of(const Read&, const Question&, Id<account::Account>,
                          std::optional<std::int64_t> year);

}  // namespace accord::roi
