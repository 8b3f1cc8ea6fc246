// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "funnel/funnel.hpp"

namespace accord::funnel {

Schema opportunity_schema();
/// What values in other currencies are worth is worked out for those of the page.
Listed<OpportunityRow> list_opportunities(const Read&, const ListRequest&);
/// So that no list can be asked or ordered by it.
void refuse_worked_out(const ListRequest&);
std::optional<OpportunityRow> find_row(const Read&, Id<Opportunity>);
std::vector<Id<Opportunity>> open_leads_about(const Read&, Id<account::Contact>);
/// What happened to an opportunity, newest first; at most the newest 500.
std::vector<Event> events_of(const Read&, Id<Opportunity>);
/// The products whose margin can be known.
std::vector<product::Product> products_with_cost(const Read&);
/// `opportunities_stand_where_their_last_change_says`, as sentences.
std::vector<std::string> misplaced_opportunities(const Read&);

}  // namespace accord::funnel
