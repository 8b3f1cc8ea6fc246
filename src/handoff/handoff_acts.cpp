// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_acts.hpp"

#include <algorithm>
#include <set>

#include "base/field_refusal.hpp"
#include "base/text.hpp"
#include "db/history.hpp"
#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_many.hpp"
#include "handoff/handoff_placing.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"
#include "spend/spend.hpp"

namespace accord::handoff {
namespace {

using funnel::Opportunity;

constexpr std::int64_t undo_ms = ms_per_day;

Side receiving_side(const Actor& actor) { return actor.side == Side::sales ? Side::marketing : Side::sales; }

/// Sales accepted it, has it waiting, owns it, or its step is sales'; of what a CRM keeps, that says who has
/// it.
bool is_of_sales(const Read& read, const Opportunity& journey) {
  if (!journey.system.empty() || funnel::stage_agreed(read, journey).responsible == Side::sales) return true;
  const auto owner = journey.owner ? read.find(*journey.owner) : std::nullopt;
  return (owner && owner->side == Side::sales) || find_accepted(read, journey.id) ||
         find_waiting(read, journey.id, Side::sales).has_value();
}

/// A lead is never in two places. What stands in a step of marketing's again was sent back; of what a CRM
/// keeps, if that has moved it since, for its record may be behind.
void refuse_had_by_sales(const Read& read, const Agreed& agreed, const Opportunity& journey) {
  const auto id = find_accepted(read, journey.id);
  const auto handoff = id ? read.find(*id) : std::nullopt;
  if (!handoff) return;
  const auto last = last_step(read, *id);
  const bool is_marketings = funnel::stage_agreed(read, journey).responsible == Side::marketing;
  const bool has_moved = journey.system.empty() ||
                         (last && funnel::what_became_of(read, {{journey.id, last->commit}}).front().at);
  if (is_marketings && has_moved) return;
  const auto person = handoff->assigned_to ? read.find(*handoff->assigned_to) : std::nullopt;
  throw Refusal(handoff_sales_has_it, (person ? person->name + " has it" : "It has it by its record") +
                                          " since " +
                                          in_words(day_in(handoff->decided_at.value_or(handoff->submitted_at),
                                                          agreed.calendar(handoff->territory).time_zone)) +
                                          ".");
}

/// 1. A journey that the actor may see. 2. To the other side, and what one has. 3. That is not over. 4.
/// Nothing of it waits there, and sales does not have it. 5. A question has its words. 6. A lead has what was
/// agreed.
Handoff checked(Write& write, const Agreed& agreed, const HandoffDraft& draft, const Opportunity& journey) {
  Handoff handoff;
  handoff.opportunity = journey.id;
  handoff.territory = journey.territory;
  handoff.to = receiving_side(write.actor());
  handoff.ask = draft.ask;
  handoff.note = trimmed(draft.note);
  handoff.submitted_by = {write.actor().person};
  handoff.submitted_at = write.now();
  // Sales has the lead already: what it hands back is to be nurtured, or asked about.
  const bool is_own =
      write.actor().side == Side::none || (draft.ask == Ask::take_over && handoff.to != Side::sales) ||
      ((draft.ask == Ask::nurture || draft.ask == Ask::qualify) && handoff.to != Side::marketing);
  refuse_if(is_own, handoff_own_side);
  refuse_if(draft.ask == Ask::nurture && !is_of_sales(write, journey), handoff_not_had);
  const bool is_over = journey.outcome == funnel::Outcome::won ||
                       (journey.outcome == funnel::Outcome::lost && draft.ask == Ask::take_over);
  refuse_if(is_over, handoff_journey_ended);
  refuse_if(find_waiting(write, journey.id, handoff.to).has_value(), handoff_waits_already);
  if (draft.ask == Ask::take_over) refuse_had_by_sales(write, agreed, journey);
  refuse_if(draft.ask == Ask::information && handoff.note.empty(), handoff_text_missing);
  const auto& basis = basis_of(agreed, handoff, write);
  if (draft.ask != Ask::take_over || !basis.is_agreed) return handoff;
  const auto missing = missing_demands(journey, basis.terms, funnel::has_activity(write, journey.id));
  if (missing.empty()) return handoff;
  std::vector<std::string> names;
  for (const auto one : missing) names.push_back(label_of(name_of(one)));
  throw FieldRefusal(handoff_demands_missing, listed(names) + ".",
                     funnel::asked_for(journey, basis.name, missing));
}

/// What the act demands and the lead lacks is given with it, and taken back with it.
void complete_lead(Write& write, Opportunity& journey, const std::optional<funnel::EvidenceGiven>& given) {
  if (!given) return;
  funnel::complete(write, *given, journey);
  write.update(journey);
}

Stepped stepped(const Handoff& handoff, std::int64_t step) {
  return {handoff.id, step, handoff.state, handoff.assigned_to};
}

/// The second of two who act on it at the same moment is told what the first did.
void refuse_overtaken(const Read& read, const Handoff& handoff, std::int64_t after) {
  const auto last = last_step(read, handoff.id);
  if (!last || last->step == after) return;
  const bool is_waiting = handoff.state == State::waiting;
  const auto person = is_waiting || !handoff.decided_by ? read.find(Id<people::Person>{last->person})
                                                        : read.find(*handoff.decided_by);
  const std::string name = person ? person->name : "Somebody";
  refuse_if(!is_waiting, handoff_settled_meanwhile, settled_in_words(handoff, name));
  const bool has_taken = handoff.assigned_to && *handoff.assigned_to == Id<people::Person>{last->person};
  throw Refusal(handoff_settled_meanwhile, name + (has_taken             ? " took it."
                                                   : handoff.assigned_to ? " gave it to somebody."
                                                                         : " returned it to the queue."));
}

/// Where Accord keeps the lead, its owner is whoever has the handoff.
void own(Write& write, const Handoff& handoff) {
  auto journey = write.find(handoff.opportunity);
  if (!journey || !journey->system.empty()) return;
  journey->owner = handoff.assigned_to;
  write.update(*journey);
}

void give(Write& write, const Agreed& agreed, Handoff& handoff, const StepDraft& draft) {
  const bool is_waiting = handoff.state == State::waiting;
  refuse_if(!is_waiting && !is_owed_a_contact(write, handoff), handoff_is_settled);
  const auto& actor = write.actor();
  const Id<people::Person> to = draft.assigned_to.value_or(Id<people::Person>{actor.person});
  const auto standing = standing_of(write, handoff);
  const bool is_taking = to.number == actor.person && !handoff.assigned_to && actor.side == handoff.to;
  const bool may = is_taking || may_route(actor, handoff.to) ||
                   may_decide(handoff, {actor, standing.is_deputy, standing.is_manager});
  refuse_if(!may, handoff_not_yours);
  refuse_unfit(write, agreed, to, handoff);
  assign(handoff, to, write.now(), is_taking ? actor.name + " took it." : "Given by " + actor.name + ".");
  // What was accepted keeps its times, and the lead goes with it.
  if (!is_waiting) return own(write, handoff);
  // Passed on, or put back and taken again: the side's time runs on.
  set_due(handoff, first_had(parts_of(write, handoff.id)), basis_of(agreed, handoff, write).terms,
          agreed.calendar(handoff.territory));
}

/// Whoever accepts a lead has it.
void accept(Write& write, Handoff& handoff) {
  const Id<people::Person> actor{write.actor().person};
  if (handoff.assigned_to != actor) handoff.assigned_at = write.now();
  handoff.assigned_to = actor;
  auto journey = write.find(handoff.opportunity);
  if (!journey) return;
  if (handoff.ask == Ask::take_over) funnel::take_over(write, *journey, actor);
  if (handoff.ask == Ask::nurture) funnel::hand_back(write, *journey, actor);
  if (handoff.ask != Ask::qualify) return;
  // To keep it is not to hand it over: its time runs on.
  handoff.contact_due_at = handoff.due_at;
  if (!journey->system.empty()) return;
  journey->owner = actor;
  write.update(*journey);
}

/// What came in and marketing turns down is lost, for one of the reasons for which journeys are. Returns it.
std::string lose_unqualified(Write& write, const Basis& basis, Handoff& handoff) {
  if (handoff.ask != Ask::qualify) return handoff.reason;
  handoff.reason = one_of(reasons_of(write, handoff, basis), handoff.reason);
  const auto journey = write.find(handoff.opportunity);
  if (journey && journey->outcome == funnel::Outcome::open) funnel::lose(write, *journey, handoff.reason);
  return handoff.reason;
}

/// What came in and is handed over has been qualified by that.
void settle_qualified(Write& write, const Handoff& handed_over) {
  if (handed_over.ask != Ask::take_over) return;
  const auto id = find_to_qualify(write, handed_over.opportunity);
  auto handoff = id ? write.find(*id) : std::nullopt;
  if (!handoff) return;
  const Id<people::Person> actor{write.actor().person};
  const auto had = handoff->assigned_to;
  if (!had) assign(*handoff, actor, write.now(), write.actor().name + " handed it over.");
  handoff->state = State::answered;
  handoff->decided_by = actor;
  handoff->decided_at = write.now();
  handoff->answer = "Handed over to sales.";
  write.update(*handoff);
  count_anew(write, had);
  note_step(write, *handoff, StepKind::answered, handoff->answer);
}

Stepped submit_route(Write& write, const web::Input&, const HandoffDraft& draft) {
  return submit(write, *agreed(write), draft);
}

Stepped step_route(Write& write, const web::Input& input, const StepDraft& draft) {
  return take_step(write, *agreed(write), input.id_of<Handoff>(), draft);
}

web::Done undo_route(Write& write, const web::Input& input) {
  take_back(write, input.id_of<Handoff>(), {input.id("step")});
  return {};
}

/// One's own, and those of one's side where one routes for it: no rule chooses who is away.
bool may_say_absent(const Read& read, Id<people::Person> id) {
  const auto& actor = read.actor();
  const auto person = read.find(id);
  return id.number == actor.person || (person && may_route(actor, person->side));
}

void check_deputy(const Read& read, const Absence& absence) {
  if (!absence.deputy) return;
  const auto person = read.find(absence.person), deputy = read.find(*absence.deputy);
  const bool is_fit = person && deputy && deputy->id != person->id && deputy->side == person->side &&
                      !people::has_left(deputy->left_on, people::today(read));
  refuse_if(!is_fit, absence_deputy_unfit);
}

web::Made add_absence(Write& write, const web::Input&, const AbsenceDraft& draft) {
  Absence absence;
  absence.person = draft.person.value_or(Id<people::Person>{write.actor().person});
  refuse_if(!write.find(absence.person), people::person_unknown);
  refuse_if(!may_say_absent(write, absence.person), absence_not_yours);
  refuse_if(draft.until < draft.from, absence_ends_early);
  absence.from = draft.from;
  absence.until = draft.until;
  absence.deputy = draft.deputy;
  check_deputy(write, absence);
  return {write.insert(absence).number};
}

/// Whoever routes handoffs says it of others; the right has a route of its own, so that sessions and the
/// matrix know it.
web::Made add_absence_of(Write& write, const web::Input& input, const AbsenceDraft& draft) {
  const auto person = input.id_of<people::Person>();
  refuse_if(!write.find(person), web::not_found);
  auto theirs = draft;
  theirs.person = person;
  return add_absence(write, input, theirs);
}

web::Done remove_absence(Write& write, const web::Input& input) {
  const auto absence = write.find(input.id_of<Absence>());
  refuse_if(!absence, web::not_found);
  refuse_if(!may_say_absent(write, absence->person), absence_not_yours);
  write.remove(absence->id);
  return {};
}

}  // namespace

bool is_owed_a_contact(const Read& read, const Handoff& handoff) {
  if (handoff.state != State::accepted || handoff.ask != Ask::take_over) return false;
  const auto lead = read.find(handoff.opportunity);
  const auto row = find_row(read, handoff.id);
  return lead && lead->outcome == funnel::Outcome::open && row && !row->first_contact_at &&
         !row->handed_back_at;
}

Standing standing_of(const Read& read, const Handoff& handoff) {
  Standing standing;
  if (!handoff.assigned_to) return standing;
  const auto person = read.find(*handoff.assigned_to);
  standing.is_manager = person && person->manager && person->manager->number == read.actor().person;
  const auto away = away_on(read, people::today(read));
  const auto absence = away.find(handoff.assigned_to->number);
  standing.is_deputy = absence != away.end() && absence->second.deputy &&
                       absence->second.deputy->number == read.actor().person;
  return standing;
}

std::vector<std::string> reasons_of(const Read& read, const Handoff& handoff, const Basis& basis) {
  if (handoff.ask != Ask::qualify) return reasons_for(handoff, basis);
  const auto journey = read.find(handoff.opportunity);
  return journey ? funnel::stage_agreed(read, *journey).lost_reasons : std::vector<std::string>{};
}

Stepped submit(Write& write, const Agreed& agreed, const HandoffDraft& draft) {
  auto journey = funnel::find_visible(write, draft.opportunity);
  refuse_if(!journey, fact::opportunity_unknown);
  refuse_if(draft.campaign && !campaign::find_visible(write, *draft.campaign), spend::campaign_unknown);
  complete_lead(write, *journey, draft.given);
  auto handoff = checked(write, agreed, draft, *journey);
  handoff.campaign = draft.campaign ? draft.campaign : campaign_of(write, *journey);
  if (draft.assigned_to) {
    refuse_unfit(write, agreed, *draft.assigned_to, handoff);
    give_to(write, agreed, handoff, *draft.assigned_to, "Chosen by " + write.actor().name + ".");
  } else {
    give_by_rules(write, agreed, *journey, handoff);
  }
  settle_qualified(write, handoff);
  write.insert(handoff);
  count_anew(write, handoff.assigned_to);
  tell_funnel(write, handoff.opportunity);
  return stepped(handoff, note_step(write, handoff, StepKind::submitted, handoff.note));
}

Stepped take_step(Write& write, const Agreed& agreed, Id<Handoff> id, const StepDraft& draft) {
  auto handoff = find_visible(write, id);
  refuse_if(!handoff, web::not_found);
  refuse_overtaken(write, *handoff, draft.after);
  if (auto journey = draft.given ? funnel::find_visible(write, handoff->opportunity) : std::nullopt)
    complete_lead(write, *journey, draft.given);
  const auto had = handoff->assigned_to;
  std::string text;
  if (draft.kind == StepKind::assigned) {
    give(write, agreed, *handoff, draft);
    text = handoff->rule;
  } else {
    const auto standing = standing_of(write, *handoff);
    const auto& basis = basis_of(agreed, *handoff, write);
    text = take_step(*handoff, draft, Acting{write.actor(), standing.is_deputy, standing.is_manager}, basis,
                     write.now(), people::today(write));
    // What was put back is due as it was when it came; what somebody answers at once, they had from then on,
    // and the side's time from when anybody first had it.
    if (had.has_value() != handoff->assigned_to.has_value())
      set_due(*handoff, first_had(parts_of(write, id)), basis.terms, agreed.calendar(handoff->territory));
    if (draft.kind == StepKind::accepted) accept(write, *handoff);
    if (draft.kind == StepKind::rejected) text = lose_unqualified(write, basis, *handoff);
  }
  write.update(*handoff);
  tell_funnel(write, handoff->opportunity);
  count_anew(write, had);
  if (handoff->assigned_to != had) count_anew(write, handoff->assigned_to);
  return stepped(*handoff, note_step(write, *handoff, draft.kind, std::move(text)));
}

/// Whether the step changed the lead as well, and somebody has changed that since.
bool is_lead_changed_since(const Read& read, const Handoff& handoff, std::int64_t commit) {
  const bool was_taken = handoff.state == State::accepted && handoff.ask != Ask::information;
  const bool was_lost = handoff.state == State::rejected && handoff.ask == Ask::qualify;
  if (!was_taken && !was_lost) return false;
  const auto lead = read.find(handoff.opportunity);
  return lead && lead->system.empty() && !is_unchanged_since(read, lead->id, commit);
}

bool is_recent(const Read& read, const LastStep& step) { return read.now().ms - step.at.ms <= undo_ms; }

/// The facts stand no more, and the records are as they were, for nobody has changed them since.
void take_back(Write& write, Id<Handoff> id, Id<HandoffStep> step) {
  const auto handoff = find_visible(write, id);
  const auto last = handoff ? last_step(write, id) : std::nullopt;
  refuse_if(!last || last->step < step.number, web::not_found);
  const bool is_own_last = last->step == step.number && last->person == write.actor().person;
  const bool is_changed =
      !is_unchanged_since(write, id, last->commit) || is_lead_changed_since(write, *handoff, last->commit);
  refuse_if(!is_own_last || !is_recent(write, *last) || is_changed, handoff_step_settled);
  // Of what was handed over with many others at once only this is taken back.
  if (take_back_from_many(write, id, *last)) return;
  // To hand over what came in settled that as well.
  const auto changed = changed_by(write, last->commit);
  const auto having = [&] {
    std::set<std::int64_t> people;
    for (const auto one : changed) {
      const auto found = write.find(one);
      if (found && found->assigned_to) people.insert(found->assigned_to->number);
    }
    return people;
  };
  auto people = having();
  write.retract_facts(last->commit);
  revert(write, info_of<Opportunity>(), last->commit);
  revert(write, info_of<Handoff>(), last->commit);
  tell_funnel(write, handoff->opportunity);
  people.merge(having());
  for (const auto person : people) count_anew(write, Id<people::Person>{person});
}

std::vector<web::Route> act_routes() {
  return {
      web::act(web::Method::post, "/handoffs", hand_over,
               "Hand a lead over to sales, or ask the other side for something about it.", submit_route),
      web::act(web::Method::post, "/handoffs/{id}/steps", hand_over,
               "Accept, reject, recycle, answer, return, withdraw a handoff, or give it to somebody.",
               step_route),
      web::act(web::Method::remove, "/handoffs/{id}/steps/{step}", hand_over,
               "Take one's own last step back.", undo_route),
      web::act(web::Method::post, "/absences", hand_over, "Say who is away, and who stands in.", add_absence),
      web::act(web::Method::post, "/people/{id}/absences", route_handoffs,
               "Say that somebody is away, and who stands in.", add_absence_of),
      web::act(web::Method::remove, "/absences/{id}", hand_over, "Take an absence back.", remove_absence)};
}

}  // namespace accord::handoff
