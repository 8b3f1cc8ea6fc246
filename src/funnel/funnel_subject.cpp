// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_routes.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {

const Subject subject{
    .name = "funnel",
    .schema = opportunity_schema(),
    .routes = opportunity_routes(),
    .pages = {{"/opportunities", "Opportunities", "Pipeline", see_opportunities, "OpportunitiesPage"},
              {"/opportunities/{id}", "Opportunity", "", see_opportunities, "OpportunityPage"}},
    .rules = {&stage_is_missing, &contact_elsewhere, &closed_before_created, &lost_reason_missing},
    .checks = {{"opportunities_stand_where_their_last_change_says",
                "Each opportunity with stage changes stands in the stage of the last one.",
                misplaced_opportunities}}};

}  // namespace accord::funnel
