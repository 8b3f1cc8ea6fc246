// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "campaign_plan/campaign_plan.hpp"

namespace accord::campaign_plan {

/// What is wrong with a plan beyond its shape, by clause; money has to be in the company's currency. Pure.
std::vector<ShapeProblem> problems_of(const CampaignPlan&, Currency);
/// This quarter's campaigns and the next one's, with what is left of their budgets.
std::vector<agreement::Template> templates(const Read&);
/// What each clause would have found between two days, in the territory (nothing: the company) whose people
/// would sign.
std::vector<agreement::Finding> would_have_found(const Read&, const Json& body,
                                                 std::optional<Id<territory::Territory>>, Day from, Day to);
/// A campaign as a plan of these days would hold it: its budget by the share of its days that lie in them.
PlannedCampaign as_planned(const campaign::CampaignRow&, Day from, Day until, Currency);

}  // namespace accord::campaign_plan
