// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_many.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/revert_one.hpp"
#include "handoff/handoff_store.hpp"

namespace accord::handoff {
namespace {

HandoffLeft left(Id<funnel::Opportunity> lead, const Rule& rule, std::string detail) {
  return {lead, std::string(rule.code), std::string(rule.message), std::move(detail)};
}

/// Ends an act that was only looked at: whatever is thrown leaves no trace of it.
struct OnlyForeseen {};

HandoffForeseen foreseen(const Read& read, const Stepped& one) {
  const auto handoff = read.find(one.id);
  CHECK(handoff);
  return {handoff->opportunity, handoff->assigned_to, handoff->rule, handoff->due_at};
}

/// What an act did about one lead: what it handed over, and what it settled by that.
using OfLeads = std::map<std::int64_t, std::vector<StepOfAct>>;

OfLeads by_lead(const std::vector<StepOfAct>& steps) {
  OfLeads leads;
  for (const auto& step : steps) leads[step.opportunity.number].push_back(step);
  std::erase_if(
      leads, [](const auto& lead) { return std::ranges::none_of(lead.second, &StepOfAct::is_submission); });
  return leads;
}

/// Why what an act did about a lead stays; empty where nobody has done anything since.
std::string why_it_stays(const Read& read, const std::vector<StepOfAct>& steps, std::int64_t commit) {
  for (const auto& step : steps) {
    const auto handoff = find_visible(read, step.handoff);
    if (!handoff) return "It is not in your territories any more.";
    const auto last = last_step(read, step.handoff);
    if (last && last->commit == commit && is_unchanged_since(read, step.handoff, commit)) continue;
    if (handoff->state == State::waiting) return "Somebody gave it on, or put it back.";
    return "It is " + std::string(name_of(handoff->state)) + " by now.";
  }
  return "";
}

/// Facts of one lead stand no more, those of the others of the act do.
void take_back_of_lead(Write& write, const std::vector<StepOfAct>& steps, std::int64_t commit) {
  std::set<std::int64_t> people;
  const auto note_who_has = [&] {
    for (const auto& step : steps) {
      const auto handoff = write.find(step.handoff);
      if (handoff && handoff->assigned_to) people.insert(handoff->assigned_to->number);
    }
  };
  note_who_has();
  for (const auto& step : steps) {
    write.supersede(step.step);
    CHECK(revert_one(write, info_of<Handoff>(), step.handoff.number, commit));
  }
  note_who_has();
  tell_funnel(write, steps.front().opportunity);
  for (const auto person : people) count_anew(write, Id<people::Person>{person});
}

}  // namespace

HandedOver submit_many(Write& write, const Agreed& agreed, const HandoffsDraft& draft) {
  refuse_if(draft.opportunities.empty(), handoff_nothing_chosen);
  HandedOver done;
  std::set<std::int64_t> seen;
  for (const auto lead : draft.opportunities) {
    if (!seen.insert(lead.number).second) continue;
    // A rule refuses before anything of that lead is written, so the others need not be taken back with it.
    try {
      HandoffDraft one;
      one.opportunity = lead;
      one.ask = draft.ask;
      one.note = draft.note;
      one.assigned_to = draft.assigned_to;
      done.handed_over.push_back(submit(write, agreed, one));
      done.step = done.handed_over.back().step;
    } catch (const Refusal& refusal) {
      done.refused.push_back(left(lead, refusal.rule(), refusal.detail()));
    }
  }
  return done;
}

HandoffsForeseen foresee_many(Database& database, const Actor& actor, const HandoffsDraft& draft) {
  HandoffsForeseen found;
  // Whom the rules choose depends on what the leads before it did to everybody's load: so the act is done,
  // and undone before anybody sees it.
  try {
    database.write(actor, "Looked at what handing over would do.", [&](Write& write) {
      found = {};
      auto done = submit_many(write, *agreed(write), draft);
      for (const auto& one : done.handed_over) found.going.push_back(foreseen(write, one));
      found.refused = std::move(done.refused);
      throw OnlyForeseen();
    });
  } catch (const OnlyForeseen&) {
    return found;
  }
  return found;
}

bool take_back_from_many(Write& write, Id<Handoff> id, const LastStep& step) {
  const auto leads = by_lead(steps_of_act(write, step.step, step.commit));
  if (leads.size() < 2) return false;
  for (const auto& [lead, steps] : leads) {
    if (std::ranges::none_of(steps, [&](const StepOfAct& one) { return one.handoff == id; })) continue;
    refuse_if(!why_it_stays(write, steps, step.commit).empty(), handoff_step_settled);
    take_back_of_lead(write, steps, step.commit);
  }
  return true;
}

HandoffsTakenBack take_back_many(Write& write, Id<HandoffStep> id) {
  const auto step = find_step(write, id);
  refuse_if(!step, web::not_found);
  const bool is_own = step->person == write.actor().person;
  refuse_if(!is_own || !is_recent(write, *step), handoff_step_settled);
  const auto leads = by_lead(steps_of_act(write, step->step, step->commit));
  refuse_if(leads.empty(), web::not_found);
  HandoffsTakenBack done;
  for (const auto& [lead, steps] : leads) {
    const auto why = why_it_stays(write, steps, step->commit);
    if (!why.empty()) {
      done.stayed.push_back(left({lead}, handoff_step_settled, why));
      continue;
    }
    const auto handed_over = std::ranges::find_if(steps, &StepOfAct::is_submission);
    done.taken_back.push_back(handed_over->handoff);
    take_back_of_lead(write, steps, step->commit);
  }
  return done;
}

namespace {

HandedOver submit_route(Write& write, const web::Input&, const HandoffsDraft& draft) {
  return submit_many(write, *agreed(write), draft);
}

HandoffsForeseen foresee_route(web::Work& work) {
  return foresee_many(work.database, work.actor, from_json<HandoffsDraft>(work.input.body));
}

HandoffsTakenBack undo_route(Write& write, const web::Input& input) {
  return take_back_many(write, {input.id("step")});
}

}  // namespace

std::vector<web::Route> many_routes() {
  return {
      web::act(web::Method::post, "/handoffs/together", hand_over,
               "Hand many leads over at once; those that a rule refuses are named and left.", submit_route),
      web::work(web::Method::post, "/handoffs/together/foreseen", hand_over,
                "Show what handing many leads over at once would do; nothing is done.", foresee_route,
                &info_of<HandoffsDraft>),
      web::act(web::Method::remove, "/handoffs/together/{step}", hand_over,
               "Take back what was handed over at once, but for what somebody has acted on since.",
               undo_route)};
}

}  // namespace accord::handoff
