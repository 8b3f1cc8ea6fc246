// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "funnel/funnel_agreement.hpp"
#include "funnel/funnel_board.hpp"
#include "funnel/funnel_closed.hpp"
#include "funnel/funnel_expected.hpp"
#include "funnel/funnel_forgotten.hpp"
#include "funnel/funnel_gap_rows.hpp"
#include "funnel/funnel_gaps.hpp"
#include "funnel/funnel_handoff.hpp"
#include "funnel/funnel_move.hpp"
#include "funnel/funnel_moves.hpp"
#include "funnel/funnel_routes.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {

namespace {

Glossary show_glossary(const Read& read, const web::Input&) { return glossary(read); }

std::vector<web::Route> routes() {
  auto routes = opportunity_routes();
  std::ranges::move(board_routes(), std::back_inserter(routes));
  std::ranges::move(move_routes(), std::back_inserter(routes));
  std::ranges::move(gap_row_routes(), std::back_inserter(routes));
  std::ranges::move(handoff_routes(), std::back_inserter(routes));
  std::ranges::move(closed_journey_routes(), std::back_inserter(routes));
  std::ranges::move(expected_routes(), std::back_inserter(routes));
  routes.push_back(web::get("/glossary", agreement::see_agreements,
                            "The common language: each stage's name and what it means.", show_glossary));
  return routes;
}

}  // namespace

const Subject subject{
    .name = "funnel",
    .schema = opportunity_schema(),
    .routes = routes(),
    .pages = {{"/opportunities", "Opportunities", "Pipeline", see_opportunities, "OpportunitiesPage"},
              {"/opportunities/board", "Board", "Pipeline", see_opportunities, "BoardPage"},
              {"/opportunities/{id}", "Opportunity", "", see_opportunities, "OpportunityPage"},
              {"/opportunities/{id}/expected", "What it is expected to bring", "", see_opportunities,
               "ExpectedPage"},
              {"/gaps/{code}/opportunities", "The opportunities of a gap", "", see_opportunities,
               "GapOpportunitiesPage"},
              {"/gaps/{code}/opportunities/{id}", "An opportunity of a gap", "", see_opportunities,
               "GapOpportunityPage"},
              {"/handoff", "Handoff", "Pipeline", see_opportunities, "HandoffPage"},
              {"/handoff/opportunities", "The leads of a handoff", "", see_opportunities,
               "HandoffOpportunitiesPage"},
              {"/handoff/opportunities/{id}", "A lead of a handoff", "", see_opportunities,
               "HandoffOpportunityPage"},
              {"/closed-journeys", "Closed journeys", "", see_opportunities, "ClosedJourneysPage"}},
    .rules = {&stage_is_missing, &contact_elsewhere, &closed_before_created, &lost_reason_missing,
              &stage_not_agreed, &moved_meanwhile, &evidence_missing, &lost_reason_not_agreed,
              &move_is_settled, &outcome_of_another_step, &owner_has_left, &begins_ahead,
              &moves_nothing_chosen},
    .checks = {{"opportunities_stand_where_their_last_change_says",
                "Each opportunity with stage changes stands in the stage of the last one.",
                misplaced_opportunities}},
    .gaps = {&stage_overdue, &stage_without_evidence, &opportunity_unworked, &stage_unworked,
             &step_wrong_side},
    .agreements = {&funnel_kind},
    .forget = end_leads_of,
    .jumps = {{"Opportunity",
               see_opportunities,
               "/opportunities",
               &info_of<OpportunityRow>,
               {"account_name", "stage"}}}};

}  // namespace accord::funnel
