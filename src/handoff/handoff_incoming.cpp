// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "db/history.hpp"
#include "handoff/handoff_incoming_store.hpp"
#include "handoff/handoff_placing.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"

/// Demand that comes in: whose it is from the first moment.
namespace accord::handoff {
namespace {

using funnel::Opportunity;

/// A journey of old that asks again: sales works on it where its step is theirs, or it is an opportunity.
bool is_at_work(const Read& read, const Opportunity& lead) {
  return lead.phase == funnel::Phase::opportunity ||
         funnel::stage_agreed(read, lead).responsible == Side::sales;
}

bool is_to_come_in(const Read& read, const Opportunity& lead, const CameIn& came) {
  if (!lead.system.empty()) return false;
  return !is_somebodys(read, lead.id) && (came.is_new || !is_at_work(read, lead));
}

/// The side of whoever is named to get it; else sales, where that is agreed, or its first step is theirs.
Side side_wanted(const Read& read, const Opportunity& lead, const ServiceLevel& terms,
                 const std::optional<people::Person>& named) {
  if (named && named->side != Side::none) return named->side;
  const bool is_of_sales =
      terms.incoming == Incoming::hand_over || funnel::stage_agreed(read, lead).responsible == Side::sales;
  return is_of_sales ? Side::sales : Side::marketing;
}

/// "It lacks Product, which sales is to have: marketing adds that first. "; empty where it lacks nothing.
std::string lack_in_words(const Read& read, const Opportunity& lead, const Basis& basis) {
  if (!basis.is_agreed) return "";
  std::vector<std::string> names;
  for (const auto one : missing_demands(lead, basis.terms, funnel::has_activity(read, lead.id)))
    names.push_back(label_of(name_of(one)));
  if (names.empty()) return "";
  return "It lacks " + listed(names) + ", which sales is to have: marketing adds that first. ";
}

}  // namespace

/// Whoever took it on last, else the record's owner; nobody where neither is of a side.
std::optional<people::Person> whoever_has_it(const Read& read, const Opportunity& lead) {
  for (const auto& id : {holder_of(read, lead.id), lead.owner}) {
    const auto person = id ? read.find(*id) : std::nullopt;
    const bool has_side = person && person->side != Side::none;
    if (has_side && !people::has_left(person->left_on, people::today(read))) return person;
  }
  return std::nullopt;
}

/// Who had it and is here no more: their side goes on with it.
std::optional<people::Person> whoever_had_it(const Read& read, const Opportunity& lead) {
  for (const auto& id : {lead.owner, holder_of(read, lead.id)}) {
    const auto person = id ? read.find(*id) : std::nullopt;
    if (person && person->side != Side::none) return person;
  }
  return std::nullopt;
}

/// 1. Whoever has it. 2. Whom the form names. 3. By the rules of the side whose it was or would be; else the
/// manager of whoever had it.
void give_to_whoever_has_it(Write& write, const Agreed& agreed, const Opportunity& lead, const CameIn& came,
                            Side side_if_nobodys, Handoff& handoff) {
  const auto holder = whoever_has_it(write, lead), before = whoever_had_it(write, lead);
  const auto named = came.named ? write.find(*came.named) : std::nullopt;
  handoff.to = holder ? holder->side : before ? before->side : side_if_nobodys;
  if (holder && is_fit(write, agreed, *holder, handoff))
    return give_to(write, agreed, handoff, holder->id, holder->name + " has the lead.");
  if (named && is_fit(write, agreed, *named, handoff))
    return give_to(write, agreed, handoff, named->id, came.what + " gives its leads to " + named->name + ".");
  give_by_rules(write, agreed, lead, handoff);
  const auto manager = before && before->manager ? write.find(*before->manager) : std::nullopt;
  if (!handoff.assigned_to && manager && is_fit(write, agreed, *manager, handoff))
    give_to(write, agreed, handoff, manager->id,
            before->name + ", who had the lead, is not here, and " + manager->name + " is their manager.");
}

/// A lead that somebody has, or that another system keeps: whoever has it says what came of it, or speaks
/// with them. Where it waits already, or is to be spoken with, what they write stands there.
void ask_again(Write& write, const Opportunity& lead, const CameIn& came, Handoff handoff,
               Side side_if_nobodys) {
  if (came.is_new || is_in_a_queue(write, lead.id)) return;
  handoff.ask = Ask::information;
  give_to_whoever_has_it(write, *agreed(write), lead, came, side_if_nobodys, handoff);
  write.insert(handoff);
  count_anew(write, handoff.assigned_to);
  tell_funnel(write, handoff.opportunity);
  note_nobodys_step(write, handoff, StepKind::submitted, handoff.note, write.now());
}

/// 1. What Accord keeps, is open, and nobody has; of the rest whoever has it is told. 2. To sales, where it
/// is wanted there and has what is demanded; else marketing qualifies it. 3. To whoever is named, where they
/// can have it; else by the rules.
void come_in(Write& write, const CameIn& came) {
  const auto lead = write.find(came.lead);
  if (!lead || lead->outcome != funnel::Outcome::open) return;
  const auto holder = came.is_new ? std::nullopt : whoever_has_it(write, *lead);
  if (holder && came.said_to == holder->id) return;
  const auto known = agreed(write);
  const auto named = came.named ? write.find(*came.named) : std::nullopt;
  Handoff handoff;
  handoff.opportunity = lead->id;
  handoff.territory = lead->territory;
  handoff.submitted_at = write.now();
  handoff.note = came.how;
  handoff.campaign = came.campaign ? came.campaign : campaign_of(write, *lead);
  const auto& basis = basis_of(*known, handoff, write);
  const Side wanted = side_wanted(write, *lead, basis.terms, named);
  if (!is_to_come_in(write, *lead, came))
    return ask_again(write, *lead, came, std::move(handoff), is_at_work(write, *lead) ? Side::sales : wanted);
  const bool is_for_sales = wanted == Side::sales;
  const auto lack = is_for_sales ? lack_in_words(write, *lead, basis) : "";
  handoff.to = is_for_sales && lack.empty() ? Side::sales : Side::marketing;
  handoff.ask = handoff.to == Side::sales ? Ask::take_over : Ask::qualify;
  if (named && is_fit(write, *known, *named, handoff)) {
    give_to(write, *known, handoff, named->id, came.what + " gives its leads to " + named->name + ".");
  } else {
    give_by_rules(write, *known, *lead, handoff);
  }
  handoff.rule = lack + handoff.rule;
  write.insert(handoff);
  count_anew(write, handoff.assigned_to);
  tell_funnel(write, handoff.opportunity);
  note_nobodys_step(write, handoff, StepKind::submitted, handoff.note, write.now());
}

void come_in_listed(Write& write, const CameIn& came) {
  const auto lead = write.find(came.lead);
  if (!lead || lead->stage != funnel::first_step(write, lead->territory)) return;
  const auto territory = lead->territory ? lead->territory->number : 0;
  const Day day = lead->created_on.value_or(people::today(write));
  if (agreed(write)->levels->on(day, territory).is_agreed) come_in(write, came);
}

void take_back_incoming(Write& write, std::int64_t commit) {
  std::vector<Handoff> gone;
  for (const auto id : changed_by(write, commit)) {
    const auto handoff = write.find(id);
    if (handoff && handoff->submitted_by.number == 0) gone.push_back(*handoff);
  }
  if (gone.empty()) return;
  revert(write, info_of<Handoff>(), commit);
  for (const auto& handoff : gone) {
    tell_funnel(write, handoff.opportunity);
    count_anew(write, handoff.assigned_to);
  }
}

}  // namespace accord::handoff
