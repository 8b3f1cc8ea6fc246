// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_survey.hpp"

#include "funnel/funnel_gaps.hpp"

namespace accord::funnel {

std::string time_clause(const FunnelStage& stage) { return "stages[" + stage.name + "].time_allowed_hours"; }
std::string evidence_clause(const FunnelStage& stage) { return "stages[" + stage.name + "].entry_evidence"; }
std::string unworked_clause(const FunnelStage&) { return "untouched_after_hours"; }

std::string Breach::about() const {
  return basis.about(stage) + (lacks ? "/" + std::string(name_of(*lacks)) : "");
}

Survey::Survey(const Read& read, Day as_of)
    : read_(read),
      as_of_(as_of),
      judgement_(read, as_of),
      spoken_(read, fact::end_of(as_of, judgement_.calendar(0).time_zone)) {}

void Survey::run(const OnBreach& on_breach) {
  each_as_of(read_, as_of_, [&](const OpportunityAsOf& one) {
    for (std::size_t i = 0; i < recorded_.size(); ++i) {
      recorded_[i] = recorded_[i] || has_evidence(one, static_cast<Evidence>(i));
    }
    const auto& basis = judgement_.basis(one.territory);
    win_rates_.add(one, basis.judge);
    if (basis.judge == nullptr || one.outcome != Outcome::open) return;
    if (const auto* stage = basis.judge->stage(one.stage)) {
      ++standing_[stage];
      judge(one, basis, *stage, on_breach);
      if (one.value && !one.worth) ++without_rate_[one.value->currency];
    } else {
      ++unmapped_[one.stage];
    }
  });
  win_rates_.name_pages(as_of_);
}

void Survey::judge(const OpportunityAsOf& one, const Judgement::Basis& basis, const FunnelStage& stage,
                   const OnBreach& on_breach) const {
  const auto relief = [&](std::string (*clause)(const FunnelStage&)) {
    return basis.reliefs->empty() ? nullptr : judgement_.relief(basis, clause(stage), one);
  };
  for (const auto evidence : stage.entry_evidence) {
    if (has_evidence(one, evidence)) continue;
    on_breach(
        {stage_without_evidence.code, stage, basis, evidence, one.since, 0, relief(evidence_clause), one});
  }
  if (stage.outcome != Outcome::open || waits_for_sales(one, stage)) return;
  const double allowed = stage.time_allowed_hours;
  if (allowed > 0 && judgement_.has_passed(one.territory, one.since, allowed)) {
    on_breach({stage_overdue.code, stage, basis, std::nullopt, one.since, allowed, relief(time_clause), one});
  }
  const double untouched = basis.judge->funnel().untouched_after_hours;
  const Instant from = idle_since(one, stage.responsible);
  if (untouched > 0 && judgement_.has_passed(one.territory, from, untouched)) {
    const auto* excepted = relief(unworked_clause);
    on_breach({opportunity_unworked.code, stage, basis, std::nullopt, from, untouched, excepted, one});
    if (is_worked_by_other_side(one, stage, from, untouched))
      on_breach({step_wrong_side.code, stage, basis, std::nullopt, from, untouched, excepted, one});
  }
  // Where either side may do it, whoever lacks one lacks both, and the gap above says so.
  if (stage.responsible == Side::none) return;
  const Instant both_from = idle_since(one, Side::none);
  if (untouched > 0 && judgement_.has_passed(one.territory, both_from, untouched)) {
    on_breach({stage_unworked.code, stage, basis, std::nullopt, both_from, untouched, relief(unworked_clause),
               one});
  }
}

/// What was handed over stands in marketing's step until sales accepts it. Whether that takes too long is
/// told by the service level, and sales is to speak with them.
bool Survey::waits_for_sales(const OpportunityAsOf& one, const FunnelStage& stage) const {
  return stage.responsible == Side::marketing && spoken_.is_handed_over_since(one.id, one.since);
}

/// What the other side did longer ago than agreed is no work any more: then neither side works it. Of what
/// marketing has as a handoff the service level tells whose it is.
bool Survey::is_worked_by_other_side(const OpportunityAsOf& one, const FunnelStage& stage, Instant idle_from,
                                     double untouched_hours) const {
  if (stage.responsible == Side::none) return false;
  if (stage.responsible == Side::marketing && spoken_.is_owed_by_marketing(one.id)) return false;
  const Side other = stage.responsible == Side::sales ? Side::marketing : Side::sales;
  return spoken_.has_spoken_since(one.id, other, idle_from) &&
         !judgement_.has_passed(one.territory, spoken_.last(one.id, other), untouched_hours);
}

bool Survey::can_see(std::string_view code, std::optional<Evidence> lacks) const {
  if (code == opportunity_unworked.code || code == stage_unworked.code) return records(Evidence::activity);
  return !lacks || records(*lacks);
}

}  // namespace accord::funnel
