// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_steps.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace accord::handoff {
namespace {

constexpr int again_days_max = 730;

bool is_fit(Ask ask, StepKind kind) {
  if (kind == StepKind::returned || kind == StepKind::withdrawn) return true;
  if (ask == Ask::information) return kind == StepKind::answered;
  return kind == StepKind::accepted || kind == StepKind::rejected || kind == StepKind::recycled;
}

State state_after(StepKind kind) {
  switch (kind) {
    case StepKind::accepted:
      return State::accepted;
    case StepKind::rejected:
      return State::rejected;
    case StepKind::recycled:
      return State::recycled;
    case StepKind::answered:
      return State::answered;
    case StepKind::withdrawn:
      return State::withdrawn;
    default:
      return State::waiting;
  }
}

Day day_again(const StepDraft& draft, const Basis& basis, Day today) {
  const Day on = draft.again_on.value_or(today + static_cast<int>(basis.terms.again_after_days));
  refuse_if(on <= today || on > today + again_days_max, again_not_ahead);
  return on;
}

void return_to_queue(Handoff& handoff) {
  handoff.assigned_to.reset();
  handoff.assigned_at.reset();
  handoff.due_at.reset();
  handoff.contact_due_at.reset();
  handoff.rule = "It was returned, and waits for whoever takes it.";
}

}  // namespace

std::vector<std::string> reasons_for(const Handoff& handoff, const Basis& basis) {
  return handoff.to == Side::sales ? reasons_agreed(basis) : std::vector<std::string>{};
}

std::vector<std::string> reasons_agreed(const Basis& basis) {
  return basis.is_agreed ? basis.terms.reasons : std::vector<std::string>{};
}

std::string one_of(const std::vector<std::string>& agreed, std::string_view given) {
  const std::string reason(trimmed(given));
  refuse_if(reason.empty(), handoff_reason_missing);
  if (agreed.empty()) return reason;
  const auto found =
      std::ranges::find_if(agreed, [&](const auto& one) { return lower(one) == lower(reason); });
  refuse_if(found == agreed.end(), handoff_reason_not_agreed, listed(agreed) + ".");
  return *found;
}

bool may_decide(const Handoff& handoff, const Acting& acting) {
  const auto& actor = acting.actor;
  if (actor.side != handoff.to && !acting.is_deputy) return false;
  if (actor.may(route_handoffs) || !handoff.assigned_to) return actor.may(hand_over);
  return handoff.assigned_to->number == actor.person || acting.is_deputy || acting.is_manager;
}

bool may_route(const Actor& actor, Side side) {
  return actor.may(route_handoffs) && (actor.side == side || actor.role == Role::liaison);
}

bool may_withdraw(const Handoff& handoff, const Actor& actor) {
  return handoff.submitted_by.number == actor.person ||
         (actor.may(route_handoffs) && actor.side != handoff.to && actor.side != Side::none);
}

std::vector<funnel::Evidence> missing_demands(const funnel::Opportunity& lead, const ServiceLevel& terms,
                                              bool has_activity) {
  std::vector<funnel::Evidence> missing;
  for (const auto evidence : terms.demands) {
    if (!funnel::has_evidence(lead, has_activity, evidence)) missing.push_back(evidence);
  }
  return missing;
}

void assign(Handoff& handoff, Id<people::Person> person, Instant now, std::string rule) {
  handoff.assigned_to = person;
  handoff.assigned_at = now;
  handoff.rule = std::move(rule);
}

std::string take_step(Handoff& handoff, const StepDraft& draft, const Acting& acting, const Basis& basis,
                      Instant now, Day today) {
  refuse_if(handoff.state != State::waiting, handoff_is_settled);
  refuse_if(!is_fit(handoff.ask, draft.kind), handoff_step_unfit);
  const bool may =
      draft.kind == StepKind::withdrawn ? may_withdraw(handoff, acting.actor) : may_decide(handoff, acting);
  refuse_if(!may, handoff_not_yours);
  std::string text(trimmed(draft.text));
  if (draft.kind == StepKind::rejected)
    text = handoff.reason = one_of(reasons_for(handoff, basis), draft.text);
  if (draft.kind == StepKind::answered) {
    refuse_if(text.empty(), handoff_text_missing);
    handoff.answer = text;
  }
  if (draft.kind == StepKind::recycled) {
    handoff.again_on = day_again(draft, basis, today);
    handoff.answer = text;
  }
  if (draft.kind == StepKind::returned) {
    refuse_if(!handoff.assigned_to, handoff_step_unfit);
    return_to_queue(handoff);
    return text;
  }
  // Whoever answers what nobody has, had it from then on.
  if (!handoff.assigned_to && draft.kind != StepKind::withdrawn)
    assign(handoff, {acting.actor.person}, now, acting.actor.name + " answered it.");
  handoff.state = state_after(draft.kind);
  handoff.decided_by = Id<people::Person>{acting.actor.person};
  handoff.decided_at = now;
  return text;
}

std::string settled_in_words(const Handoff& handoff, const std::string& name) {
  const std::string did =
      handoff.state == State::withdrawn ? "withdrew" : std::string(name_of(handoff.state));
  return name + " " + did + " it" + (handoff.state == State::rejected ? ": " + handoff.reason : "") + ".";
}

}  // namespace accord::handoff
