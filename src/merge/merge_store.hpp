// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "merge/merge.hpp"

namespace accord::merge {

Schema schema();
/// In the order in which they were said.
std::vector<Merge> every_merge(const Read&);
/// What each merged record counts as in the end, as `CountsAs` reads it.
void keep_counts_as(Write&);
/// In the order in which they were said.
std::vector<TwoFirms> every_two_firms(const Read&);
/// Open leads and opportunities of an account that belong where it does, or everywhere, and whose owner is
/// not limited to a territory.
std::vector<Id<funnel::Opportunity>> open_journeys_of(const Read&, Id<account::Account>,
                                                      std::optional<Id<territory::Territory>>);
/// What of an account was moved by a merge and by those after it, the last first.
std::vector<MovedJourney> moved_since(const Read&, Id<account::Account>, Id<Merge>);
/// `merged_records_count_as_what_stays`, as sentences.
std::vector<std::string> wrong_counts(const Read&);

}  // namespace accord::merge
