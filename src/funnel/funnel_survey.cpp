// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_survey.hpp"

#include <algorithm>

#include "funnel/funnel_gaps.hpp"

namespace accord::funnel {
namespace {

using OnBreach = std::function<void(const Breach&)>;

void judge_evidence(const OpportunityAsOf& one, const Judgement::Basis& basis, const FunnelStage& stage,
                    const OnBreach& on_breach) {
  for (const auto evidence : stage.entry_evidence) {
    if (has_evidence(one, evidence)) continue;
    const std::string about = stage.name + "/" + std::string(name_of(evidence));
    on_breach({stage_without_evidence.code, about, stage, basis, evidence, one.since, 0, one});
  }
}

void judge_times(const Judgement& judgement, const OpportunityAsOf& one, const Judgement::Basis& basis,
                 const FunnelStage& stage, const OnBreach& on_breach) {
  const double allowed = stage.time_allowed_hours;
  if (allowed > 0 && judgement.hours_since(one.since, one.territory) > allowed) {
    on_breach({stage_overdue.code, stage.name, stage, basis, std::nullopt, one.since, allowed, one});
  }
  const double untouched = basis.judge->funnel().untouched_after_hours;
  const Instant from = idle_since(one, stage.responsible);
  if (untouched > 0 && judgement.hours_since(from, one.territory) > untouched) {
    on_breach({opportunity_unworked.code, stage.name, stage, basis, std::nullopt, from, untouched, one});
  }
}

}  // namespace

Survey::Survey(const Read& read, Day as_of) : read_(read), as_of_(as_of), judgement_(read, as_of) {}

void Survey::run(const OnBreach& on_breach) {
  each_as_of(read_, as_of_, [&](const OpportunityAsOf& one) {
    for (std::size_t i = 0; i < recorded_.size(); ++i) {
      recorded_[i] = recorded_[i] || has_evidence(one, static_cast<Evidence>(i));
    }
    const auto& basis = judgement_.basis(one.territory);
    const auto* stage = basis.judge == nullptr ? nullptr : basis.judge->stage(one.stage);
    if (stage == nullptr || one.outcome != Outcome::open) return;
    judge_evidence(one, basis, *stage, on_breach);
    if (stage->outcome == Outcome::open) judge_times(judgement_, one, basis, *stage, on_breach);
  });
}

bool Survey::can_see(std::string_view code, std::optional<Evidence> lacks) const {
  if (code == opportunity_unworked.code) return records(Evidence::activity);
  return !lacks || records(*lacks);
}

std::optional<Instant> last_work(const OpportunityAsOf& one, Side side) {
  if (side == Side::sales) return one.last_sales_activity;
  if (side == Side::marketing) return one.last_marketing_activity;
  return std::max(one.last_sales_activity, one.last_marketing_activity);
}

Instant idle_since(const OpportunityAsOf& one, Side side) {
  return std::max(last_work(one, side).value_or(one.since), one.since);
}

}  // namespace accord::funnel
