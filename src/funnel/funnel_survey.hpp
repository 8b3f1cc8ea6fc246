// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <map>
#include <memory>
#include <string>

#include "funnel/funnel_judgement.hpp"

namespace accord::funnel {

/// The opportunities of one stage (and clause) that one version judges: they make one gap.
struct Group {
  const FunnelStage* stage = nullptr;
  Judgement::Basis basis;
  StakeSum stake;
  std::int64_t count = 0, at_least = 0;
  std::optional<Instant> oldest{}, newest{};
};

/// Groups by what their gaps are about: "Proposal", "Proposal in West", "Proposal/contact".
class Groups {
 public:
  void add(const Judgement&, const std::string& about, const FunnelStage&, const Judgement::Basis&,
           const OpportunityAsOf&);
  void leave_out(const std::string& about, const agreement::Relief& relief) { ++left_out_[about][&relief]; }

  const std::map<std::string, Group>& all() const { return groups_; }
  /// How many an exception keeps out of a group.
  std::int64_t left_out(const std::string& about, const agreement::Relief&) const;

 private:
  std::map<std::string, Group> groups_;
  std::map<std::string, std::map<const agreement::Relief*, std::int64_t>> left_out_;
};

// The clauses by which opportunities are judged, as paths in the body.
std::string time_clause(const FunnelStage&);
std::string evidence_clause(const FunnelStage&);
std::string unworked_clause(const FunnelStage&);

/// One pass over all opportunities on a day, judged by every clause at once.
class Survey {
 public:
  Survey(const Read&, Day as_of);
  /// A system that never records contacts (or activities) cannot be blamed for each one it lacks.
  bool records(Evidence evidence) const { return recorded_[static_cast<std::size_t>(evidence)]; }

  Judgement judgement;
  Groups overdue, bare, unworked;
  std::map<std::string, Evidence> evidence_by_about;
  /// How many stand in a stage of their system's that no agreed step takes in.
  std::map<std::string, std::int64_t> unmapped;

 private:
  void judge(const OpportunityAsOf&, const Judgement::Basis&, const FunnelStage&);
  void note(Groups&, const std::string& about, std::string (*clause)(const FunnelStage&),
            const OpportunityAsOf&, const Judgement::Basis&, const FunnelStage&) const;

  std::array<bool, choices_of<Evidence>.size()> recorded_{};
};

/// Made once for each snapshot.
const Survey& survey(const Read&, Day as_of);

}  // namespace accord::funnel
