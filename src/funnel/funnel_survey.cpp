// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_survey.hpp"

namespace accord::funnel {

void Groups::add(const Judgement& judgement, const std::string& about, const FunnelStage& stage,
                 const Judgement::Basis& basis, const OpportunityAsOf& one) {
  auto found = groups_.find(about);
  if (found == groups_.end()) {
    StakeSum sum(judgement.currency(), basis.judge->funnel().assumed_margin_percent);
    found = groups_.emplace(about, Group{&stage, basis, std::move(sum)}).first;
  }
  Group& group = found->second;
  ++group.count;
  if (one.since_precision == fact::Precision::at_least_since) ++group.at_least;
  if (!group.oldest || one.since < *group.oldest) group.oldest = one.since;
  if (!group.newest || one.since > *group.newest) group.newest = one.since;
  group.stake.add(one, judgement.win_rates().of(stage.name), judgement.margin_ppm(one.product));
}

std::int64_t Groups::left_out(const std::string& about, const agreement::Relief& relief) const {
  const auto found = left_out_.find(about);
  if (found == left_out_.end()) return 0;
  const auto count = found->second.find(&relief);
  return count == found->second.end() ? 0 : count->second;
}

std::string time_clause(const FunnelStage& stage) { return "stages[" + stage.name + "].time_allowed_hours"; }
std::string evidence_clause(const FunnelStage& stage) { return "stages[" + stage.name + "].entry_evidence"; }
std::string unworked_clause(const FunnelStage&) { return "untouched_after_hours"; }

Survey::Survey(const Read& read, Day as_of) : judgement(read, as_of) {
  each_as_of(read, as_of, [&](const OpportunityAsOf& one) {
    for (std::size_t i = 0; i < recorded_.size(); ++i) {
      recorded_[i] = recorded_[i] || has_evidence(one, static_cast<Evidence>(i));
    }
    const auto& basis = judgement.basis(one.territory);
    if (basis.judge == nullptr || one.outcome != Outcome::open) return;
    if (const auto* stage = basis.judge->stage(one.stage)) {
      judge(one, basis, *stage);
    } else {
      ++unmapped[one.stage];
    }
  });
}

void Survey::judge(const OpportunityAsOf& one, const Judgement::Basis& basis, const FunnelStage& stage) {
  for (const auto evidence : stage.entry_evidence) {
    if (has_evidence(one, evidence)) continue;
    const std::string about = basis.about(stage) + "/" + std::string(name_of(evidence));
    evidence_by_about.emplace(about, evidence);
    note(bare, about, evidence_clause, one, basis, stage);
  }
  if (stage.outcome != Outcome::open) return;
  if (stage.time_allowed_hours > 0 && judgement.hours_in_stage(one) > stage.time_allowed_hours) {
    note(overdue, basis.about(stage), time_clause, one, basis, stage);
  }
  const double allowed = basis.judge->funnel().untouched_after_hours;
  if (allowed > 0 && idle_hours(judgement, one, stage.responsible) > allowed) {
    note(unworked, basis.about(stage), unworked_clause, one, basis, stage);
  }
}

/// Counts it, unless an exception that both sides accepted leaves it out.
void Survey::note(Groups& groups, const std::string& about, std::string (*clause)(const FunnelStage&),
                  const OpportunityAsOf& one, const Judgement::Basis& basis, const FunnelStage& stage) const {
  const auto* relief = basis.reliefs->empty() ? nullptr : judgement.relief(basis, clause(stage), one);
  if (relief != nullptr) return groups.leave_out(about, *relief);
  groups.add(judgement, about, stage, basis, one);
}

const Survey& survey(const Read& read, Day as_of) {
  return read.once<Survey>("funnel survey " + to_string(as_of), [&] { return Survey(read, as_of); });
}

}  // namespace accord::funnel
