// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_figures.hpp"

/// Where spend and what came back are known, and their quotient would still say nothing.
namespace accord::roi {

/// What of the spend of these days names none of a dimension's lines, or is for several together.
struct Unnamed {
  std::int64_t minor = 0, spent = 0;

  /// Of all that was spent, in percent; nothing where nothing was.
  double percent() const;
};
/// Whatever is asked for alone. Kept for each commit and days.
std::shared_ptr<const Unnamed> unnamed_spend(const Read&, const Question&, Dimension);

/// Why neither return nor costs of a line are told; empty where they are.
/// 1. Of days in which no month that is over lies whole.
/// 2. Of a month or quarter that is not over, or of which only some days are asked for.
/// 3. Of a channel, campaign or side of which no touchpoint is on record in these days, and none has earned.
/// 4. Of a campaign where more than nine tenths of what was spent on its channel name none, as a line or
///    asked for alone.
/// 5. Of what names no product, territory, segment or salesperson; and of each of these where more than half
///    of the spend names none. That holds of what is asked for alone, too.
/// 6. Of a campaign that nothing has come of yet, while something still may (`why_nothing_yet`).
/// Of `everything` the first, and what holds of what is asked for alone.
std::string why_untold(const Read&, const Question&, Key, const Sums&);
/// What a reader has to know of a return that is told: spend that names no product is in none of a product.
std::vector<std::string> notes_on_spend(const Read&, const Question&);
/// The same of a return by channel, campaign or side: that spend is young, or names no campaign.
std::vector<std::string> notes_on_return(const Read&, const Question&);
/// What it has to do with these days that spend is booked by month: why no return is told, or which of the
/// days are of months in part; empty where there is nothing to say.
std::string note_on_days(const Read&, const Question&);
/// Whether a month that is over lies whole in the days asked.
bool hold_a_month(const Read&, const Question&);
/// Takes the number away and says why.
void withhold(Figure&, const std::string& why);

}  // namespace accord::roi
