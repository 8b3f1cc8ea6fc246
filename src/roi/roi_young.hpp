// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>

#include "roi/roi_keys.hpp"
#include "roi/sums.hpp"

/// Spend of which nobody can know yet what comes of it: its look-back is not over.
namespace accord::roi {

/// What of a line's spend is young at the end of the days asked, or today where they are not over.
struct Young {
  std::int64_t minor = 0, spent = 0;
  Day last;  ///< the last day with spend

  /// Of all that was spent on it, in percent.
  double percent() const;
};
/// Of each line, and of `everything`; kept for each commit and days.
std::shared_ptr<const std::map<Key, Young>> young_by_line(const Read&, const Question&);

/// Why no return of a campaign is told yet: nothing has come of it, and the look-back of its last day is not
/// over, or was not at the end of days that are over. Empty where it is no reason.
std::string why_nothing_yet(const Read&, const Question&, Key, const Sums&);
/// That the return of a channel, campaign or side is the one so far, and until when: more than half of what
/// was spent on it is young. Of days that are over, that orders after them are no part of it. Empty where it
/// is not.
std::string so_far(const Read&, const Question&, Key);
/// That returns are those so far, where more than a tenth of the spend is young; empty where it is not.
std::string note_on_youth(const Read&, const Question&);

}  // namespace accord::roi
