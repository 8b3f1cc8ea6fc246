// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"

namespace accord::funnel {

std::vector<web::Route> opportunity_routes();
/// What the opportunities that a list with these filters holds come to.
Totals totals(const Read&, const web::Input&);

}  // namespace accord::funnel
