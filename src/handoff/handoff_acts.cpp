// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_acts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "db/history.hpp"
#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"
#include "spend/spend.hpp"

namespace accord::handoff {
namespace {

using funnel::Opportunity;

constexpr std::int64_t undo_ms = ms_per_day;

std::int64_t number_of(const std::optional<Id<territory::Territory>>& id) { return id ? id->number : 0; }

const Basis& basis_of(const Agreed& agreed, const Handoff& handoff, const Read& read) {
  const auto zone = agreed.calendar(handoff.territory).time_zone;
  const Instant at = handoff.submitted_at.ms == 0 ? read.now() : handoff.submitted_at;
  return agreed.levels->on(day_in(at, zone), number_of(handoff.territory));
}

Lead lead_of(const Agreed& agreed, const Opportunity& journey) {
  const auto line = agreed.lineages.find(number_of(journey.territory));
  return {line == agreed.lineages.end() ? std::vector<Id<territory::Territory>>{} : line->second,
          journey.product, journey.source};
}

/// Whoever is limited to another territory would never see it.
bool may_see(const people::Person& person, const std::vector<Id<territory::Territory>>& territories) {
  return !person.territory || territories.empty() ||
         std::ranges::find(territories, *person.territory) != territories.end();
}

std::string why_not(const people::Person& person, Side side, const Lead& lead,
                    const std::map<std::int64_t, Absence>& away, Day today) {
  if (people::has_left(person.left_on, today)) return "no longer here";
  if (person.side != side) return "not on that side";
  if (!may_see(person, lead.territories)) return "limited to another territory";
  const auto absent = away.find(person.id.number);
  return absent == away.end() ? "" : "away until " + in_words(absent->second.until);
}

/// Everybody whom some rules name, as they are today.
Staff staff_of(const Read& read, const Agreed& agreed, const std::vector<RoutingRule>& rules, Side side,
               const Lead& lead) {
  Staff staff;
  const Day today = people::today(read);
  const auto away = away_on(read, today);
  const auto waiting = loads(read);
  for (const auto& rule : rules) {
    for (const auto id : rule.people) {
      const auto person = agreed.people.find(id.number);
      if (person == agreed.people.end() || staff.contains(id.number)) continue;
      auto& one = staff[id.number];
      one.name = person->second.name;
      one.why_not = why_not(person->second, side, lead, away, today);
      const auto load = waiting.find(id.number);
      if (load == waiting.end()) continue;
      one.waiting = load->second.waiting;
      one.last_assigned = load->second.last_assigned.value_or(Instant{});
    }
  }
  return staff;
}

void refuse_unfit(const Read& read, const Agreed& agreed, Id<people::Person> id, const Handoff& handoff) {
  const auto person = read.find(id);
  refuse_if(!person, people::person_unknown);
  const bool has_left = people::has_left(person->left_on, people::today(read));
  const auto line = agreed.lineages.find(number_of(handoff.territory));
  const bool is_blind = line != agreed.lineages.end() && !may_see(*person, line->second);
  refuse_if(has_left || person->side != handoff.to || is_blind, handoff_person_unfit, person->name + ".");
}

/// Somebody by name, else whom the rules choose; asks of marketing go to whoever handed the lead over, or
/// developed it, while they are here.
void give_to_somebody(Write& write, const Agreed& agreed, const Opportunity& journey,
                      const std::optional<Id<people::Person>>& chosen, Handoff& handoff) {
  const auto& terms = basis_of(agreed, handoff, write).terms;
  const Day today = people::today(write);
  if (chosen) {
    refuse_unfit(write, agreed, *chosen, handoff);
    assign(handoff, *chosen, write.now(), "Chosen by " + write.actor().name + ".");
  } else if (handoff.to == Side::sales) {
    const auto lead = lead_of(agreed, journey);
    const auto routed = route(terms.routing, lead, staff_of(write, agreed, terms.routing, Side::sales, lead));
    handoff.rule = routed.why;
    if (routed.person != 0) assign(handoff, {routed.person}, write.now(), routed.why);
  } else if (journey.developed_by) {
    const auto person = write.find(*journey.developed_by);
    const bool is_here = person && person->side == handoff.to && !people::has_left(person->left_on, today);
    if (is_here) assign(handoff, person->id, write.now(), person->name + " developed it.");
  }
  if (handoff.rule.empty()) handoff.rule = "It waits for whoever takes it.";
  set_due(handoff, std::nullopt, terms, agreed.calendar(handoff.territory));
}

std::int64_t note_step(Write& write, const Handoff& handoff, StepKind kind, std::string text) {
  HandoffStep step;
  step.handoff = handoff.id;
  step.kind = kind;
  step.at = write.now();
  step.person = {write.actor().person};
  step.assigned_to = handoff.assigned_to;
  step.text = std::move(text);
  return write.append(step).number;
}

Side receiving_side(const Actor& actor) { return actor.side == Side::sales ? Side::marketing : Side::sales; }

/// 1. A journey that the actor may see. 2. To the other side. 3. That is not over. 4. Nothing of it waits
/// there. 5. A question has its words. 6. A lead has what was agreed.
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
  const bool is_own = write.actor().side == Side::none ||
                      (draft.ask == Ask::take_over && handoff.to != Side::sales) ||
                      (draft.ask == Ask::nurture && handoff.to != Side::marketing);
  refuse_if(is_own, handoff_own_side);
  const bool is_over = journey.outcome == funnel::Outcome::won ||
                       (journey.outcome == funnel::Outcome::lost && draft.ask == Ask::take_over);
  refuse_if(is_over, handoff_journey_ended);
  refuse_if(find_waiting(write, journey.id, handoff.to).has_value(), handoff_waits_already);
  refuse_if(draft.ask == Ask::information && handoff.note.empty(), handoff_text_missing);
  const auto& basis = basis_of(agreed, handoff, write);
  if (draft.ask != Ask::take_over || !basis.is_agreed) return handoff;
  const auto missing = missing_demands(journey, basis.terms, funnel::has_activity(write, journey.id));
  std::vector<std::string> names;
  for (const auto one : missing) names.push_back(label_of(name_of(one)));
  refuse_if(!missing.empty(), handoff_demands_missing, listed(names) + ".");
  return handoff;
}

Stepped stepped(const Handoff& handoff, std::int64_t step) {
  return {handoff.id, step, handoff.state, handoff.assigned_to};
}

/// The second of two who act on it at the same moment is told what the first did.
void refuse_overtaken(const Read& read, const Handoff& handoff, std::int64_t after) {
  const auto last = last_step(read, handoff.id);
  if (!last || last->step == after) return;
  const auto person = read.find(Id<people::Person>{last->person});
  const std::string name = person ? person->name : "Somebody";
  refuse_if(handoff.state != State::waiting, handoff_settled_meanwhile, settled_in_words(handoff, name));
  throw Refusal(handoff_settled_meanwhile,
                name + (handoff.assigned_to ? " gave it to somebody." : " returned it to the queue."));
}

void give(Write& write, const Agreed& agreed, Handoff& handoff, const StepDraft& draft) {
  refuse_if(handoff.state != State::waiting, handoff_is_settled);
  const auto& actor = write.actor();
  const Id<people::Person> to = draft.assigned_to.value_or(Id<people::Person>{actor.person});
  const auto standing = standing_of(write, handoff);
  const bool is_taking = to.number == actor.person && !handoff.assigned_to && actor.side == handoff.to;
  const bool may = is_taking || actor.may(route_handoffs) ||
                   may_decide(handoff, {actor, standing.is_deputy, standing.is_manager});
  refuse_if(!may, handoff_not_yours);
  refuse_unfit(write, agreed, to, handoff);
  assign(handoff, to, write.now(), is_taking ? actor.name + " took it." : "Given by " + actor.name + ".");
  // Passed on, or put back and taken again: the side's time runs on.
  set_due(handoff, first_had(parts_of(write, handoff.id)), basis_of(agreed, handoff, write).terms,
          agreed.calendar(handoff.territory));
}

/// Whoever accepts a lead has it.
void accept(Write& write, Handoff& handoff) {
  const Id<people::Person> actor{write.actor().person};
  if (handoff.assigned_to != actor) handoff.assigned_at = write.now();
  handoff.assigned_to = actor;
  if (handoff.ask != Ask::take_over) return;
  if (const auto journey = write.find(handoff.opportunity))
    funnel::take_over(write, *journey, *handoff.assigned_to);
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
  refuse_if(absence.person.number != write.actor().person && !write.actor().may(route_handoffs),
            absence_not_yours);
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
  refuse_if(absence->person.number != write.actor().person && !write.actor().may(route_handoffs),
            absence_not_yours);
  write.remove(absence->id);
  return {};
}

}  // namespace

const territory::WorkCalendar& Agreed::calendar(const std::optional<Id<territory::Territory>>& id) const {
  const auto found = calendars.find(number_of(id));
  return found == calendars.end() ? calendars.at(0) : found->second;
}

std::shared_ptr<const Agreed> agreed(const Read& read) {
  return read.kept<Agreed>("what handing over needs", [&] {
    Agreed all{service_levels(read), territory::all_calendars(read), territory::all_lineages(read), {}};
    for (const auto& basis : all.levels->all()) {
      for (const auto& rule : basis.terms.routing) {
        for (const auto id : rule.people) {
          if (const auto person = read.find(id)) all.people.emplace(id.number, *person);
        }
      }
    }
    return all;
  });
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

Stepped submit(Write& write, const Agreed& agreed, const HandoffDraft& draft) {
  const auto journey = funnel::find_visible(write, draft.opportunity);
  refuse_if(!journey, fact::opportunity_unknown);
  refuse_if(draft.campaign && !campaign::find_visible(write, *draft.campaign), spend::campaign_unknown);
  auto handoff = checked(write, agreed, draft, *journey);
  handoff.campaign = draft.campaign ? draft.campaign : campaign_of(write, *journey);
  give_to_somebody(write, agreed, *journey, draft.assigned_to, handoff);
  write.insert(handoff);
  count_anew(write, handoff.assigned_to);
  tell_funnel(write, handoff.opportunity);
  return stepped(handoff, note_step(write, handoff, StepKind::submitted, handoff.note));
}

Stepped take_step(Write& write, const Agreed& agreed, Id<Handoff> id, const StepDraft& draft) {
  auto handoff = find_visible(write, id);
  refuse_if(!handoff, web::not_found);
  refuse_overtaken(write, *handoff, draft.after);
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
  }
  write.update(*handoff);
  tell_funnel(write, handoff->opportunity);
  count_anew(write, had);
  if (handoff->assigned_to != had) count_anew(write, handoff->assigned_to);
  return stepped(*handoff, note_step(write, *handoff, draft.kind, std::move(text)));
}

/// Whether the step changed the lead as well, and somebody has changed that since.
bool is_lead_changed_since(const Read& read, const Handoff& handoff, std::int64_t commit) {
  if (handoff.state != State::accepted || handoff.ask != Ask::take_over) return false;
  const auto lead = read.find(handoff.opportunity);
  return lead && lead->system.empty() && !is_unchanged_since(read, lead->id, commit);
}

/// The facts stand no more, and the records are as they were, for nobody has changed them since.
void take_back(Write& write, Id<Handoff> id, Id<HandoffStep> step) {
  const auto handoff = find_visible(write, id);
  const auto last = handoff ? last_step(write, id) : std::nullopt;
  refuse_if(!last || last->step < step.number, web::not_found);
  const bool is_own_last = last->step == step.number && last->person == write.actor().person;
  const bool is_recent = write.now().ms - last->at.ms <= undo_ms;
  const bool is_changed =
      !is_unchanged_since(write, id, last->commit) || is_lead_changed_since(write, *handoff, last->commit);
  refuse_if(!is_own_last || !is_recent || is_changed, handoff_step_settled);
  write.retract_facts(last->commit);
  revert(write, info_of<Opportunity>(), last->commit);
  revert(write, info_of<Handoff>(), last->commit);
  const auto before = write.find(id);
  tell_funnel(write, handoff->opportunity);
  count_anew(write, handoff->assigned_to);
  if (before && before->assigned_to != handoff->assigned_to) count_anew(write, before->assigned_to);
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
