// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "roi/roi.hpp"
#include "roi/sums.hpp"
#include "web/route.hpp"

namespace accord::roi {

/// The question in an address; what it leaves out takes the usual.
Question asked(const Read&, const web::Input&);
/// The line that is asked for, else the usual one.
Key line_in(const web::Input&, Key usual);
/// What is left of a list's query once the question is taken out of it.
ListRequest rest_of(const web::Input&);

}  // namespace accord::roi
