// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_move.hpp"

#include <algorithm>

#include "base/field_refusal.hpp"
#include "base/text.hpp"

namespace accord::funnel {
namespace {

bool is_called(const FunnelStage& stage, std::string_view name) {
  const auto wanted = lower(name);
  return lower(stage.name) == wanted ||
         std::ranges::any_of(stage.crm_stages, [&](const auto& other) { return lower(other) == wanted; });
}

std::string names_of(const std::vector<Evidence>& evidence) {
  std::vector<std::string> names;
  for (const auto one : evidence) names.emplace_back(in_words(one));
  return listed(names);
}

const FunnelStage& agreed_stage(const Funnel& funnel, const std::string& name) {
  const auto found =
      std::ranges::find_if(funnel.stages, [&](const FunnelStage& stage) { return is_called(stage, name); });
  if (found != funnel.stages.end()) return *found;
  std::vector<std::string> names;
  for (const auto& stage : funnel.stages) names.push_back(stage.name);
  throw Refusal(stage_not_agreed, "“" + name + "” is none of " + listed(names) + ".");
}

void refuse_missing(const FunnelStage& stage, const Opportunity& journey,
                    const std::vector<Evidence>& missing) {
  if (missing.empty()) return;
  throw FieldRefusal(evidence_missing, stage.name + " demands " + names_of(missing) + ".",
                     asked_for(journey, stage.name, missing));
}

void refuse_other_reasons(const Funnel& funnel, const std::string& reason) {
  const bool is_agreed =
      funnel.lost_reasons.empty() ||
      std::ranges::any_of(funnel.lost_reasons, [&](const auto& one) { return lower(one) == lower(reason); });
  if (is_agreed) return;
  const auto agreed = listed(funnel.lost_reasons) + ".";
  throw FieldRefusal(lost_reason_not_agreed, agreed, {{"lost_reason", "Agreed on are " + agreed}});
}

void close_or_open(Opportunity& journey, Outcome outcome, Day today) {
  journey.outcome = outcome;
  if (outcome != Outcome::open) journey.close_on = today;
  if (outcome != Outcome::lost) journey.lost_reason.clear();
}

}  // namespace

const Funnel* binding_funnel(const Judgement& judgement, std::optional<Id<territory::Territory>> territory) {
  const auto& basis = judgement.basis(territory.value_or(Id<territory::Territory>{}).number);
  const bool is_binding = basis.judge != nullptr && basis.why_provisional.empty();
  return is_binding ? &basis.judge->funnel() : nullptr;
}

void refuse_unfit_step(const Funnel& funnel, const Opportunity& journey) {
  const auto& stage = agreed_stage(funnel, journey.stage);
  refuse_if(stage.outcome != journey.outcome, outcome_of_another_step,
            "In " + stage.name + " it is " + std::string(name_of(stage.outcome)) + ".");
}

void follow_step(const Funnel& funnel, Opportunity& journey, Day today) {
  const auto& stage = agreed_stage(funnel, journey.stage);
  if (journey.outcome != Outcome::open || stage.outcome == Outcome::open) return;
  journey.outcome = stage.outcome;
  // A day that lies ahead is when it was expected to end.
  if (journey.close_on && *journey.close_on > today) journey.close_on.reset();
}

bool has_evidence(const Opportunity& journey, bool has_activity, Evidence evidence) {
  switch (evidence) {
    case Evidence::account:
      return journey.account.has_value();
    case Evidence::contact:
      return journey.contact.has_value();
    case Evidence::product:
      return journey.product.has_value();
    case Evidence::value:
      return journey.value.has_value();
    case Evidence::close_date:
      return journey.close_on.has_value();
    case Evidence::source:
      return !trimmed(journey.source).empty();
    case Evidence::activity:
      return has_activity;
    case Evidence::owner:
      return journey.owner.has_value();
  }
  return false;
}

std::vector<Evidence> missing_evidence(const Opportunity& journey, bool has_activity,
                                       const FunnelStage& stage) {
  std::vector<Evidence> missing;
  for (const auto evidence : stage.entry_evidence) {
    if (!has_evidence(journey, has_activity, evidence)) missing.push_back(evidence);
  }
  // What was won was won for some amount, whether or not the step's agreement says so.
  const bool is_told = std::ranges::find(missing, Evidence::value) != missing.end();
  if (stage.outcome == Outcome::won && !journey.value && !is_told) missing.push_back(Evidence::value);
  return missing;
}

std::vector<ShapeProblem> asked_for(const Opportunity& journey, std::string_view who_demands,
                                    const std::vector<Evidence>& missing) {
  std::vector<ShapeProblem> fields;
  for (const auto one : missing) {
    if (!journey.system.empty() && one != Evidence::activity) continue;
    const auto field = one == Evidence::close_date ? std::string_view("close_on") : name_of(one);
    fields.push_back(
        {std::string(field), std::string(who_demands) + " demands " + std::string(in_words(one)) + "."});
  }
  return fields;
}

void refuse_unfit_beginning(const Funnel& funnel, const Opportunity& journey) {
  refuse_unfit_step(funnel, journey);
  const auto& stage = agreed_stage(funnel, journey.stage);
  refuse_missing(stage, journey, missing_evidence(journey, false, stage));
  if (stage.outcome == Outcome::lost) refuse_other_reasons(funnel, journey.lost_reason);
}

void move(Opportunity& journey, const MoveDraft& draft, const Funnel* funnel, bool has_activity, Day today) {
  refuse_if(lower(trimmed(draft.from)) != lower(journey.stage), moved_meanwhile,
            "It stands in " + journey.stage + ".");
  const std::string name(trimmed(draft.stage));
  refuse_if(name.empty(), stage_is_missing);
  if (funnel == nullptr) {
    journey.stage = name;
    return;
  }
  const auto& stage = agreed_stage(*funnel, name);
  refuse_missing(stage, journey, missing_evidence(journey, has_activity, stage));
  if (stage.outcome == Outcome::lost) {
    refuse_if(journey.lost_reason.empty(), lost_reason_missing);
    refuse_other_reasons(*funnel, journey.lost_reason);
  }
  journey.stage = stage.name;
  close_or_open(journey, stage.outcome, today);
}

}  // namespace accord::funnel
