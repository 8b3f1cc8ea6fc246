// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "db/history.hpp"
#include "db/list_rows.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_discretion.hpp"
#include "handoff/handoff_figures.hpp"
#include "handoff/handoff_follow.hpp"
#include "handoff/handoff_gaps.hpp"
#include "handoff/handoff_many.hpp"
#include "handoff/handoff_queue.hpp"
#include "handoff/handoff_store.hpp"
#include "handoff/handoff_unexplained.hpp"

namespace accord::handoff {
namespace {

Listed<HandoffRow> handoffs(const Read& read, const web::Input& input) {
  return list_discreetly(read, input.list());
}

Queue queue(const Read& read, const web::Input&) { return queue_of(read); }

HandoffView handoff(const Read& read, const web::Input& input) {
  auto view = view_of(read, input.id_of<Handoff>());
  Discretion(read).apply(view);
  return view;
}

Listed<HandoffStepRow> steps(const Read& read, const web::Input& input) {
  const auto id = input.id_of<Handoff>();
  auto rows = steps_of(read, id);
  // Of one that was taken back altogether only its steps are left.
  if (const auto handoff = find_row(read, id))
    put_held_hours(rows, *handoff, agreed(read)->calendar(handoff->territory), read.now());
  const Discretion discretion(read);
  for (auto& row : rows) discretion.apply(row);
  return list_rows(rows, input.list());
}

Listed<AbsenceRow> absences(const Read& read, const web::Input& input) {
  return list<AbsenceRow>(read, input.list());
}

std::vector<web::Route> routes() {
  std::vector<web::Route> all{
      web::get_list<HandoffRow>("/handoffs", see_handoffs, "List what was handed over.", handoffs),
      web::get("/handoffs/queue", hand_over, "What waits for oneself, soonest due first.", queue),
      web::get("/handoffs/{id}", see_handoffs, "Show a handoff with its clock.", handoff),
      web::get_list<HandoffStepRow>("/handoffs/{id}/steps", see_handoffs,
                                    "List what was done about a handoff.", steps),
      web::get_list<AbsenceRow>("/absences", hand_over, "List who is away, and who stands in.", absences)};
  std::ranges::move(act_routes(), std::back_inserter(all));
  std::ranges::move(many_routes(), std::back_inserter(all));
  std::ranges::move(figure_routes(), std::back_inserter(all));
  std::ranges::move(gap_routes(), std::back_inserter(all));
  std::ranges::move(unexplained_routes(), std::back_inserter(all));
  return all;
}

}  // namespace

const Subject subject{
    .name = "handoff",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/handoffs/queue", "My queue", "Demand", hand_over, "QueuePage"},
              {"/handoffs", "Handoffs", "Demand", see_handoffs, "HandoffsPage"},
              {"/handoffs/new", "Hand over", "", hand_over, "HandOverPage"},
              {"/handoffs/figures", "Handoff figures", "Demand", see_handoffs, "HandoffFiguresPage"},
              {"/handoffs/figures/line", "Line of handoffs", "", see_handoffs, "HandoffLinePage"},
              {"/handoffs/passed", "Handoffs behind figures", "", see_handoffs, "PassedPage"},
              {"/handoffs/in-gap", "Handoffs of a gap", "", see_handoffs, "InGapPage"},
              {"/handoffs/reasons", "Reasons for rejection", "", see_handoffs, "ReasonsPage"},
              {"/handoffs/{id}", "Handoff", "", see_handoffs, "HandoffRecordPage"},
              {"/absences", "Absences", "", hand_over, "AbsencesPage"}},
    .rules = {&handoff_waits_already, &handoff_sales_has_it,      &handoff_own_side,
              &handoff_not_had,       &handoff_journey_ended,     &handoff_demands_missing,
              &handoff_person_unfit,  &handoff_settled_meanwhile, &handoff_is_settled,
              &handoff_not_yours,     &handoff_reason_missing,    &handoff_reason_not_agreed,
              &handoff_text_missing,  &handoff_step_unfit,        &again_not_ahead,
              &handoff_step_settled,  &absence_ends_early,        &absence_not_yours,
              &absence_deputy_unfit,  &lead_not_turned_down,      &reason_is_known,
              &reason_is_of_sales,    &handoff_nothing_chosen},
    .checks = {{"handoffs_stand_where_their_last_step_says",
                "Each handoff is in the state that its last step left.", steps_astray},
               {"handoff_loads_are_counted", "What is kept of how much waits for somebody is how much waits.",
                loads_astray},
               {"leads_passed_on_match_their_handoffs",
                "The funnel knows of each lead when it was handed over to sales, and whether sales turned it "
                "down.",
                passings_astray}},
    .gaps = {&handoff_overdue, &handoff_wrong_side, &rejection_without_reason, &rejection_reason_grows,
             &service_level_missed},
    .agreements = {&service_level_kind},
    .forget = forget_contact};

}  // namespace accord::handoff
