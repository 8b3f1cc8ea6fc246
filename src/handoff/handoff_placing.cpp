// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_placing.hpp"

#include <algorithm>

#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_incoming_store.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"

namespace accord::handoff {
namespace {

using funnel::Opportunity;

std::int64_t number_of(const std::optional<Id<territory::Territory>>& id) { return id ? id->number : 0; }

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

/// The rules that are about a side: all people of a rule are of one.
std::vector<RoutingRule> rules_of(const Agreed& agreed, const std::vector<RoutingRule>& rules, Side side) {
  std::vector<RoutingRule> own;
  std::ranges::copy_if(rules, std::back_inserter(own), [&](const RoutingRule& rule) {
    return std::ranges::any_of(rule.people, [&](Id<people::Person> id) {
      const auto person = agreed.people.find(id.number);
      return person != agreed.people.end() && person->second.side == side;
    });
  });
  return own;
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

/// Who of the receiving side knows the lead already, and how.
struct Knows {
  Id<people::Person> person;
  std::string why;
};

/// 1. Of marketing whoever developed it. 2. Of what one side asks the other, or hands back, whoever has the
/// lead; else who handed it over last.
std::optional<Knows> who_knows_it(const Read& read, const Agreed& agreed, const Opportunity& journey,
                                  const Handoff& handoff) {
  const auto fit = [&](const std::optional<Id<people::Person>>& id, const char* how) -> std::optional<Knows> {
    const auto person = id ? read.find(*id) : std::nullopt;
    if (!person || !is_fit(read, agreed, *person, handoff)) return std::nullopt;
    return Knows{person->id, person->name + how};
  };
  if (handoff.to == Side::marketing) {
    if (auto developer = fit(journey.developed_by, " developed it.")) return developer;
  }
  if (handoff.ask != Ask::information && handoff.ask != Ask::nurture) return std::nullopt;
  for (const auto& id : {holder_of(read, journey.id), journey.owner}) {
    if (auto holder = fit(id, " has the lead.")) return holder;
  }
  return fit(handed_over_by(read, journey.id), " handed it over.");
}

std::int64_t append_step(Write& write, const Handoff& handoff, StepKind kind, std::string text,
                         Id<people::Person> person, Instant at) {
  HandoffStep step;
  step.handoff = handoff.id;
  step.kind = kind;
  step.at = at;
  step.person = person;
  step.assigned_to = handoff.assigned_to;
  step.text = std::move(text);
  return write.append(step).number;
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

const Basis& basis_of(const Agreed& agreed, const Handoff& handoff, const Read& read) {
  const auto zone = agreed.calendar(handoff.territory).time_zone;
  const Instant at = handoff.submitted_at.ms == 0 ? read.now() : handoff.submitted_at;
  return agreed.levels->on(day_in(at, zone), number_of(handoff.territory));
}

bool is_fit(const Read& read, const Agreed& agreed, const people::Person& person, const Handoff& handoff) {
  const auto line = agreed.lineages.find(number_of(handoff.territory));
  const bool is_blind = line != agreed.lineages.end() && !may_see(person, line->second);
  return person.side == handoff.to && !is_blind && !people::has_left(person.left_on, people::today(read));
}

void refuse_unfit(const Read& read, const Agreed& agreed, Id<people::Person> id, const Handoff& handoff) {
  const auto person = read.find(id);
  refuse_if(!person, people::person_unknown);
  refuse_if(!is_fit(read, agreed, *person, handoff), handoff_person_unfit, person->name + ".");
}

void give_to(Write& write, const Agreed& agreed, Handoff& handoff, Id<people::Person> person,
             std::string why) {
  assign(handoff, person, write.now(), std::move(why));
  set_due(handoff, std::nullopt, basis_of(agreed, handoff, write).terms, agreed.calendar(handoff.territory));
}

void give_by_rules(Write& write, const Agreed& agreed, const Opportunity& journey, Handoff& handoff) {
  const auto& terms = basis_of(agreed, handoff, write).terms;
  const auto known = who_knows_it(write, agreed, journey, handoff);
  const auto rules = rules_of(agreed, terms.routing, handoff.to);
  if (known) {
    assign(handoff, known->person, write.now(), known->why);
  } else if (handoff.to == Side::sales || !rules.empty()) {
    const auto lead = lead_of(agreed, journey);
    const auto routed = route(rules, lead, staff_of(write, agreed, rules, handoff.to, lead));
    handoff.rule = routed.why;
    if (routed.person != 0) assign(handoff, {routed.person}, write.now(), routed.why);
  }
  if (handoff.rule.empty()) handoff.rule = "It waits for whoever takes it.";
  set_due(handoff, std::nullopt, terms, agreed.calendar(handoff.territory));
}

std::int64_t note_step(Write& write, const Handoff& handoff, StepKind kind, std::string text) {
  return append_step(write, handoff, kind, std::move(text), {write.actor().person}, write.now());
}

std::int64_t note_nobodys_step(Write& write, const Handoff& handoff, StepKind kind, std::string text,
                               Instant at) {
  return append_step(write, handoff, kind, std::move(text), {}, at);
}

}  // namespace accord::handoff
