// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"

namespace accord::roi {

/// The routes of months of spend; they take what those of the return take, and more.
std::vector<web::Route> cohort_routes(const std::vector<web::Parameter>& of_the_question);
std::vector<Page> cohort_pages();
/// `cohorts_sum_to_revenue`
Check cohorts_check();

}  // namespace accord::roi
