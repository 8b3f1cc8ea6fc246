// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"
#include "web/route.hpp"

namespace accord::roi {

/// Which models share the orders: the one that is asked, all of them side by side, or none.
enum class SharedBy : std::uint8_t { one_model, every_model, no_model };
/// Of which days: those that are asked, or all that there are.
enum class ToldDays : std::uint8_t { asked, all };

/// By which rules of credit a question is answered, and whether these are the ones that bind on its last day.
RulesTold rules_told(const Read&, const Question&, SharedBy = SharedBy::one_model,
                     ToldDays = ToldDays::asked);
/// Which other rules of credit bound on some of the days asked, each from when until when: all days are told
/// by those that bind on the last.
std::vector<std::string> other_rules_in_words(const Read&, const Question&);
/// Where the rules that bind on the last day were signed later than the first of these days on which they are
/// in force: by which rules those days were told until then.
std::vector<std::string> rules_before_in_words(const Read&, const Question&);

/// A reply that holds its `rules` beside its rows: each row of its file says them too.
web::Route telling_rules_in_rows(web::Route);

}  // namespace accord::roi
