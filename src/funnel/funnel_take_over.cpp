// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel_forgotten.hpp"
#include "funnel/funnel_handover.hpp"
#include "funnel/funnel_judgement.hpp"
#include "funnel/funnel_move.hpp"
#include "funnel/funnel_move_store.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
namespace {

/// Where an accepted lead stands: in the step that both sides, or the systems that they use, call by one of
/// the usual names of it. Where sales has a step before that one, leads wait there to be accepted. A funnel
/// without such a step: where sales takes over.
const FunnelStage* step_of_acceptance(const Judge& judge) {
  const auto* takeover = takeover_of(judge.funnel());
  if (takeover == nullptr) return nullptr;
  for (const std::string_view name : {"Sales accepted", "Sales accepted lead", "SAL"}) {
    const auto* step = judge.stage(name);
    // Steps of one funnel stand in its order, so what comes before has the lower address.
    const bool is_one = step != nullptr && step >= takeover && step->outcome == Outcome::open &&
                        step->responsible == Side::sales;
    if (is_one) return step;
  }
  return takeover;
}

/// That step, if the journey stands before it; nullptr where it does not, or nobody agreed.
const FunnelStage* step_ahead(const Judgement::Basis& basis, const Opportunity& journey) {
  const bool is_binding = basis.judge != nullptr && basis.why_provisional.empty();
  if (!is_binding || journey.outcome != Outcome::open) return nullptr;
  const auto* step = step_of_acceptance(*basis.judge);
  const auto* stands_in = basis.judge->stage(journey.stage);
  return step != nullptr && stands_in != nullptr && stands_in < step ? step : nullptr;
}

/// It stands in that step or further, or in a CRM's own word for it.
bool is_taken_on(const Judgement::Basis& basis, const Opportunity& journey) {
  if (basis.judge == nullptr || !basis.why_provisional.empty()) return false;
  const auto* stands_in = basis.judge->stage(journey.stage);
  if (stands_in == nullptr) return is_converted(journey.stage);
  const auto* step = step_of_acceptance(*basis.judge);
  return step != nullptr && stands_in >= step && stands_in->outcome == Outcome::open;
}

/// Marketing's last step before sales takes over; nullptr where none is agreed, or it stands there already.
const FunnelStage* step_to_go_back_to(const Judgement::Basis& basis, const Opportunity& journey) {
  const bool is_binding = basis.judge != nullptr && basis.why_provisional.empty();
  const auto* takeover = is_binding ? takeover_of(basis.judge->funnel()) : nullptr;
  const auto* stands_in = takeover != nullptr ? basis.judge->stage(journey.stage) : nullptr;
  if (stands_in == nullptr || stands_in < takeover || journey.outcome != Outcome::open) return nullptr;
  const auto& stages = basis.judge->funnel().stages;
  const FunnelStage* last = nullptr;
  for (const auto& stage : stages) {
    if (&stage >= takeover) break;
    if (stage.responsible == Side::marketing && stage.outcome == Outcome::open) last = &stage;
  }
  return last;
}

/// Nothing where nobody agreed on one.
const FunnelStage* step_of_loss(const Funnel& funnel) {
  const auto found = std::ranges::find(funnel.stages, Outcome::lost, &FunnelStage::outcome);
  return found == funnel.stages.end() ? nullptr : &*found;
}

}  // namespace

void take_over(Write& write, Opportunity journey, Id<people::Person> owner) {
  if (!journey.system.empty()) return;
  const Judgement judgement(write, people::today(write));
  const auto& basis = judgement.basis(journey.territory.value_or(Id<territory::Territory>{}).number);
  const auto* step = step_ahead(basis, journey);
  if (!journey.developed_by && journey.owner != owner) journey.developed_by = journey.owner;
  journey.owner = owner;
  if (step != nullptr) {
    MoveDraft draft;
    draft.from = journey.stage;
    draft.stage = step->name;
    move(journey, draft, &basis.judge->funnel(), has_activity(write, journey.id), people::today(write));
  }
  write.update(journey);
  if (step != nullptr) record_stage(write, journey, write.now(), fact::Precision::moment);
}

void hand_back(Write& write, Opportunity journey, Id<people::Person> owner) {
  if (!journey.system.empty()) return;
  const Judgement judgement(write, people::today(write));
  const auto& basis = judgement.basis(journey.territory.value_or(Id<territory::Territory>{}).number);
  const auto* step = step_to_go_back_to(basis, journey);
  journey.owner = owner;
  if (!journey.developed_by) journey.developed_by = owner;
  if (step != nullptr) journey.stage = step->name;
  write.update(journey);
  if (step != nullptr) record_stage(write, journey, write.now(), fact::Precision::moment);
}

void lose(Write& write, Opportunity journey, std::string reason) {
  if (!journey.system.empty()) return;
  const Day today = people::today(write);
  const Judgement judgement(write, today);
  const auto* funnel = binding_funnel(judgement, journey.territory);
  journey.lost_reason = std::move(reason);
  const auto* step = funnel == nullptr ? nullptr : step_of_loss(*funnel);
  if (step != nullptr) {
    MoveDraft draft;
    draft.from = journey.stage;
    draft.stage = step->name;
    move(journey, draft, funnel, has_activity(write, journey.id), today);
  } else {
    journey.outcome = Outcome::lost;
    journey.close_on = today;
  }
  write.update(journey);
  if (step != nullptr) record_stage(write, journey, write.now(), fact::Precision::moment);
}

void end_leads_of(Write& write, const Erasure& erasure) {
  if (erasure.record != info_of<account::Contact>().name) return;
  const Day today = people::today(write);
  const Judgement judgement(write, today);
  for (const auto id : open_leads_about(write, {erasure.number})) {
    auto lead = *write.find(id);
    const auto* funnel = binding_funnel(judgement, lead.territory);
    const auto* step = funnel == nullptr ? nullptr : step_of_loss(*funnel);
    // Where another system keeps it, it stands in the stage that this says.
    const bool is_moved = step != nullptr && lead.system.empty();
    if (is_moved) lead.stage = step->name;
    lead.outcome = Outcome::lost;
    lead.close_on = today;
    lead.lost_reason = asked_to_be_forgotten;
    write.update(lead);
    if (is_moved) record_stage(write, lead, write.now(), fact::Precision::moment);
  }
}

StageAgreed stage_agreed(const Read& read, const Opportunity& journey) {
  const Judgement judgement(read, people::today(read));
  const auto& basis = judgement.basis(journey.territory.value_or(Id<territory::Territory>{}).number);
  if (basis.judge == nullptr || !basis.why_provisional.empty()) return {};
  const auto* stage = basis.judge->stage(journey.stage);
  return {stage == nullptr ? std::nullopt : std::optional(stage->responsible),
          basis.judge->funnel().lost_reasons};
}

std::vector<BecameOf> what_became_of(const Read& read, const std::vector<HandedOn>& all) {
  std::vector<BecameOf> found;
  const Judgement judgement(read, people::today(read));
  for (const auto& one : all) {
    auto& became = found.emplace_back();
    const auto journey = read.find(one.journey);
    if (!journey) continue;
    became.stage = journey->stage;
    became.lost_reason = journey->lost_reason;
    const auto change = last_change_since(read, journey->id, one.commit);
    if (change) {
      became.at = change->at;
      became.precision = change->precision;
      if (change->person != 0) became.by = Id<people::Person>{change->person};
    }
    const auto& basis = judgement.basis(journey->territory.value_or(Id<territory::Territory>{}).number);
    if (journey->outcome == Outcome::lost)
      became.what = Became::lost;
    else if (journey->outcome == Outcome::won || (change && is_taken_on(basis, *journey)))
      became.what = Became::taken_on;
  }
  return found;
}

void give_reason(Write& write, Id<Opportunity> id, std::string reason, Day today) {
  auto given = given_reason_of(write, id).value_or(GivenReason{});
  given.opportunity = id;
  given.reason = std::move(reason);
  given.given_by = {write.actor().person};
  given.given_on = today;
  if (given.id.number == 0)
    write.insert(given);
  else
    write.update(given);
}

}  // namespace accord::funnel
