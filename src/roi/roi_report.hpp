// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_lines.hpp"

namespace accord::roi {

Report report_of(const Read&, const Question&);
/// Every line, those that cost most first; as lists have them, with links instead of inputs.
std::vector<Line> lines_in_words(const Read&, const Question&);
/// One line with its working.
Line line_in_words(const Read&, const Question&, Key);
OrderJourney journey_of(const Read&, const Question&, std::int64_t order_row);

/// What to know before one judges by what is told of these days: how far back touchpoints are on record, how
/// short the days are, what counts as another record.
std::vector<std::string> notes_of(const Read&, const Question&, const Lines&);

/// `credits_sum_to_revenue`, as sentences: attributed and unattributed together are what was booked, and all
/// lines sum to it, under every model.
std::vector<std::string> lost_credits(const Read&);

}  // namespace accord::roi
