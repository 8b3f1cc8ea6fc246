// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "handoff/handoff_asked_again.hpp"
#include "handoff/handoff_follow.hpp"
#include "handoff/handoff_placing.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"

/// What waits, and what the record of its lead says meanwhile.
namespace accord::handoff {
namespace {

using funnel::Became;
using funnel::BecameOf;

/// A handoff, and where it would stand by the record.
struct Turn {
  Handoff handoff;
  State state = State::waiting;
  BecameOf became;
  bool was_lost = false;   ///< when it was handed over, or asked about, already
  bool is_erased = false;  ///< whoever the lead is, or was, about
  funnel::Outcome outcome = funnel::Outcome::open;
};

/// Of what one side asks the other about a lead only the end counts: then nobody owes it any more. Sales
/// hands back, and asks about, what is lost already: that waits on.
State state_of_asked(const Turn& turn) {
  if (turn.outcome == funnel::Outcome::won) return State::withdrawn;
  if (turn.outcome != funnel::Outcome::lost || turn.was_lost) return State::waiting;
  return turn.handoff.ask == Ask::nurture ? State::rejected : State::withdrawn;
}

/// To take on what is to be qualified is to have it handed over.
State state_by(const Turn& turn, std::optional<Side> mover) {
  const auto& handoff = turn.handoff;
  const auto& became = turn.became;
  // What was settled stays so, whatever becomes of the lead later, unless the move itself was taken back.
  const bool is_settled = handoff.state != State::waiting;
  if (is_settled && (became.what == Became::lost || became.at || turn.is_erased)) return handoff.state;
  if (turn.is_erased) return State::withdrawn;
  if (handoff.ask == Ask::nurture || handoff.ask == Ask::information) return state_of_asked(turn);
  if (became.what == Became::nothing) return State::waiting;
  if (became.what == Became::lost)
    return handoff.to == Side::sales && mover == Side::marketing ? State::withdrawn : State::rejected;
  return handoff.ask == Ask::qualify ? State::answered : State::accepted;
}

std::vector<Turn> turns(const Read& read, std::int64_t since_commit) {
  const auto followed = to_be_followed(read, since_commit);
  std::vector<Turn> all;
  std::vector<funnel::HandedOn> leads;
  for (const auto& one : followed) {
    const auto handoff = read.find(one.id);
    CHECK(handoff);
    const auto lead = read.find(handoff->opportunity);
    all.push_back({*handoff,
                   State::waiting,
                   {},
                   one.was_lost,
                   one.is_erased,
                   lead ? lead->outcome : funnel::Outcome::open});
    leads.push_back({handoff->opportunity, one.commit});
  }
  if (all.empty()) return all;
  auto became = funnel::what_became_of(read, leads);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto mover = became[i].by ? read.find(*became[i].by) : std::nullopt;
    all[i].became = std::move(became[i]);
    all[i].state = state_by(all[i], mover ? std::optional(mover->side) : std::nullopt);
  }
  std::erase_if(all, [](const Turn& turn) { return turn.state == turn.handoff.state; });
  return all;
}

/// Of what is known by its day only: the end of that day, for it was no later. Never before it was handed
/// over, nor ahead.
Instant moment_of(const Write& write, const Turn& turn, const territory::WorkCalendar& calendar) {
  if (!turn.became.at || turn.is_erased) return write.now();
  Instant at = *turn.became.at;
  if (turn.became.precision != fact::Precision::moment)
    at = {instant_of({day_of(at) + 1, 0}, calendar.time_zone).ms - 1};
  return std::clamp(at, turn.handoff.submitted_at, std::max(write.now(), turn.handoff.submitted_at));
}

StepKind kind_of(State state) {
  switch (state) {
    case State::accepted:
      return StepKind::accepted;
    case State::rejected:
      return StepKind::rejected;
    case State::withdrawn:
      return StepKind::withdrawn;
    default:
      return StepKind::answered;
  }
}

std::string words_of(const Turn& turn) {
  if (turn.is_erased) return "Whoever it was about is erased: nobody is to speak with them.";
  if (turn.outcome == funnel::Outcome::lost)
    return turn.became.lost_reason.empty() ? "It is lost." : "It is lost: " + turn.became.lost_reason;
  return "It stands in " + turn.became.stage + ".";
}

void settle(Write& write, const Agreed& agreed, Turn turn) {
  auto& handoff = turn.handoff;
  handoff.state = turn.state;
  handoff.decided_at = moment_of(write, turn, agreed.calendar(handoff.territory));
  if (turn.state == State::rejected) handoff.reason = turn.became.lost_reason;
  if (turn.state == State::answered) handoff.answer = words_of(turn);
  // Whoever has the lead by its record has had it by then.
  const auto lead = write.find(handoff.opportunity);
  const auto owner = lead && lead->owner ? write.find(*lead->owner) : std::nullopt;
  if (!handoff.assigned_to && owner && owner->side == handoff.to)
    assign(handoff, owner->id, *handoff.decided_at, "Its record names " + owner->name + ".");
  write.update(handoff);
  note_nobodys_step(write, handoff, kind_of(turn.state), words_of(turn), *handoff.decided_at);
}

void open_again(Write& write, Handoff handoff) {
  handoff.state = State::waiting;
  handoff.decided_at.reset();
  handoff.reason.clear();
  handoff.answer.clear();
  write.update(handoff);
  note_nobodys_step(write, handoff, handoff.assigned_to ? StepKind::assigned : StepKind::returned,
                    "Its record does not say so any more.", write.now());
}

/// A change of the owner within the side passes on what they owe, as whoever gives a handoff would: the
/// side's time runs on, and of what nobody had begins.
void give_on(Write& write, const Agreed& agreed, const GivenOn& one) {
  auto handoff = write.find(one.handoff);
  const auto owner = write.find(one.owner);
  if (!handoff || !owner || people::has_left(owner->left_on, people::today(write))) return;
  const auto had = handoff->assigned_to;
  const auto why = "Its record names " + owner->name + ".";
  const auto before = rule_until_record_named_another(write, handoff->id, owner->id);
  assign(*handoff, owner->id, write.now(), before.value_or(why));
  if (handoff->state == State::waiting)
    set_due(*handoff, first_had(parts_of(write, handoff->id)), basis_of(agreed, *handoff, write).terms,
            agreed.calendar(handoff->territory));
  write.update(*handoff);
  count_anew(write, had);
  count_anew(write, handoff->assigned_to);
  note_nobodys_step(write, *handoff, StepKind::assigned, why, write.now());
}

/// That change was taken back: whoever had it before has it again, by the rule that chose them.
void give_back(Write& write, const GivenBack& one) {
  auto handoff = write.find(one.handoff);
  if (!handoff) return;
  const auto had = handoff->assigned_to;
  handoff->assigned_to = one.had;
  handoff->assigned_at = one.had ? std::optional(write.now()) : std::nullopt;
  handoff->rule = one.rule;
  handoff->due_at = one.due_at;
  handoff->contact_due_at = one.contact_due_at;
  write.update(*handoff);
  count_anew(write, had);
  count_anew(write, one.had);
  note_nobodys_step(write, *handoff, one.had ? StepKind::assigned : StepKind::returned,
                    "Its record does not say so any more.", write.now());
}

/// 1. Moved back, with nothing done about it meanwhile, it stands as it did there.
/// 2. Whoever took it, or got it since it came, keeps it, unless they may not see it there.
/// 3. Else the rules choose, as they would have had it come there; where they choose nobody, whoever may see
///    it keeps it. The side's time runs on in any case, on the clock of the new territory.
void move(Write& write, const Agreed& agreed, Id<Handoff> id) {
  auto handoff = *write.find(id);
  const auto lead = write.find(handoff.opportunity);
  const auto had = handoff.assigned_to;
  const auto due_before = handoff.due_at, contact_due_before = handoff.contact_due_at;
  const auto before = had_there_before(write, handoff);
  handoff.territory = lead->territory;
  const auto fits = [&](const std::optional<Id<people::Person>>& whoever) {
    const auto person = whoever ? write.find(*whoever) : std::nullopt;
    return person && is_fit(write, agreed, *person, handoff);
  };
  const bool may_keep = fits(had);
  const bool is_back = before && (!before->had || fits(before->had));
  if (is_back) {
    handoff.assigned_to = before->had;
    handoff.assigned_at = before->since;
    handoff.rule = before->rule;
    handoff.due_at = before->due_at;
    handoff.contact_due_at = before->contact_due_at;
  } else {
    if (!may_keep || is_as_rules_left_it(write, id)) {
      const auto kept = handoff;
      handoff.assigned_to.reset();
      handoff.assigned_at.reset();
      handoff.rule.clear();
      give_by_rules(write, agreed, *lead, handoff);
      if (may_keep && (!handoff.assigned_to || handoff.assigned_to == kept.assigned_to)) handoff = kept;
    }
    set_due(handoff, first_had(parts_of(write, id)), basis_of(agreed, handoff, write).terms,
            agreed.calendar(handoff.territory));
  }
  write.update(handoff);
  const bool is_due_as_before = handoff.due_at == due_before && handoff.contact_due_at == contact_due_before;
  if (handoff.assigned_to == had && (is_due_as_before || !had)) return;
  count_anew(write, had);
  count_anew(write, handoff.assigned_to);
  note_nobodys_step(write, handoff, handoff.assigned_to ? StepKind::assigned : StepKind::returned,
                    is_back ? "Its record does not say so any more."
                            : "Its lead belongs to another territory. " + handoff.rule,
                    write.now());
}

}  // namespace

void follow_records(Write& write, std::int64_t since_commit) {
  const auto known = agreed(write);
  for (const auto id : moved_by_records(write, since_commit)) move(write, *known, id);
  for (auto& turn : turns(write, since_commit)) {
    const auto lead = turn.handoff.opportunity;
    const auto had = turn.handoff.assigned_to;
    const auto id = turn.handoff.id;
    if (turn.state == State::waiting)
      open_again(write, std::move(turn.handoff));
    else
      settle(write, *known, std::move(turn));
    tell_funnel(write, lead);
    count_anew(write, had);
    const auto now = write.find(id);
    if (now && now->assigned_to != had) count_anew(write, now->assigned_to);
  }
  for (const auto& one : given_on_by_records(write, since_commit)) give_on(write, *known, one);
  for (const auto& one : given_back_by_records(write, since_commit)) give_back(write, one);
  follow_asked_again(write, since_commit);
}

void forget_contact(Write& write, const Erasure& erasure) {
  if (erasure.record != info_of<account::Contact>().name) return;
  const auto known = agreed(write);
  for (const auto id : owed_about(write, {erasure.number})) {
    auto handoff = *write.find(id);
    const auto had = handoff.assigned_to;
    const auto lead = handoff.opportunity;
    if (handoff.state == State::accepted) {
      // Nobody is to speak with them any more, so that nobody comes to be late.
      handoff.contact_due_at.reset();
      write.update(handoff);
      continue;
    }
    Turn turn{std::move(handoff), State::withdrawn, {}};
    turn.is_erased = true;
    settle(write, *known, std::move(turn));
    tell_funnel(write, lead);
    count_anew(write, had);
    const auto now = write.find(id);
    if (now && now->assigned_to != had) count_anew(write, now->assigned_to);
  }
}

std::int64_t follow_records(Database& database, std::int64_t since_commit) {
  Actor actor;
  actor.name = "The record of the lead";
  std::int64_t seen = 0;
  const bool is_any = database.read(actor, [&](const Read& read) {
    seen = read.as_of();
    return seen != since_commit &&
           (!turns(read, since_commit).empty() || !moved_by_records(read, since_commit).empty() ||
            !given_on_by_records(read, since_commit).empty() ||
            !given_back_by_records(read, since_commit).empty() || has_asked_again_news(read, since_commit));
  });
  if (is_any)
    database.write(actor, "Settle handoffs as the records of their leads say.",
                   [&](Write& write) { follow_records(write, since_commit); });
  return seen;
}

}  // namespace accord::handoff
