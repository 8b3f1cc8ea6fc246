// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"

namespace accord::funnel {

std::vector<web::Route> opportunity_routes();
/// What the opportunities that a list with these filters holds come to.
Totals totals(const Read&, const web::Input&);
/// What the open ones of them come to, stage by stage, as `totals` says it too: from what is kept of all that
/// is open, where the request asks about nothing else.
std::vector<StageTotals> open_by_stage(const Read&, const web::Input&);

}  // namespace accord::funnel
