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
/// `merged_records_count_as_what_stays`, as sentences.
std::vector<std::string> wrong_counts(const Read&);

}  // namespace accord::merge
