// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "web/route.hpp"

namespace accord::funnel {

/// The opportunities of one gap: the evidence that its count and its stake are made of.
std::vector<web::Route> gap_row_routes();

}  // namespace accord::funnel
