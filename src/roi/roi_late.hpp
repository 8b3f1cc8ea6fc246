// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>

#include "roi/roi_cohorts.hpp"
#include "roi/roi_cohorts_store.hpp"
#include "spend/spend.hpp"

namespace accord::roi {

/// By how much a late entry changes what was told before: by all of it, or by what a correction adds; in the
/// company's currency, in which the entry has to be.
std::int64_t changed_by(const exchange_rate::Rates&, const spend::Spent&, const LateEntry&,
                        exchange_rate::RateDay);

/// Spend of some days that restates them: it was recorded after the month's books were to be complete.
struct Late {
  std::int64_t minor = 0, entries = 0;
  Day first, last;  ///< on which any of it was recorded
};
/// By the line that it belongs to, and under `everything` of all; what has no exchange rate is in none.
using LateByLine = std::map<Key, Late>;
std::shared_ptr<const LateByLine> late_by_line(const Read&, const Question&);

/// Beside the spend of one line, or of everything.
struct LateInWords {
  Figure figure;
  std::string sentence, link;  ///< empty where nothing was recorded late
};
LateInWords late_in_words(const Read&, const Question&, const LateByLine&, Key);

/// The entries of one line, or of everything, in the days asked for.
std::vector<LateSpend> late_spend(const Read&, const Question&, Key);

}  // namespace accord::roi
