// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "funnel/funnel_judgement.hpp"
#include "funnel/funnel_spoken.hpp"

namespace accord::funnel {

// The clauses by which opportunities are judged, as paths in the body.
std::string time_clause(const FunnelStage&);
std::string evidence_clause(const FunnelStage&);
std::string unworked_clause(const FunnelStage&);

/// One opportunity that a clause of its territory's version finds on the day.
struct Breach {
  std::string_view code;  ///< of the gap it belongs to
  const FunnelStage& stage;
  const Judgement::Basis& basis;
  std::optional<Evidence> lacks;              ///< of `stage_without_evidence`
  Instant from;                               ///< since when the clause has been counting
  double allowed_hours = 0;                   ///< how long it lets pass before it finds anything
  const agreement::Relief* relief = nullptr;  ///< the exception that leaves it out, or nullptr
  const OpportunityAsOf& one;

  /// What its gap is about: "Proposal", "Proposal in West", "Proposal/contact".
  std::string about() const;
};

/// One pass over all opportunities on a day, judged by every clause at once. The list of a gap's
/// opportunities is what this finds of it, so a gap's count and its list cannot differ.
class Survey {
 public:
  Survey(const Read&, Day as_of);
  void run(const std::function<void(const Breach&)>& on_breach);

  const Judgement& judgement() const { return judgement_; }
  /// How often journeys are won. Known once the survey has run, and so is what follows.
  const WinRates& win_rates() const { return win_rates_; }
  /// Whether gaps of a code can be found at all.
  bool can_see(std::string_view code, std::optional<Evidence> lacks) const;
  /// A system that never records contacts (or activities) cannot be blamed for each one it lacks.
  bool records(Evidence evidence) const { return recorded_[static_cast<std::size_t>(evidence)]; }
  /// How many open ones stand in a stage, by the version that judges them.
  std::int64_t standing_in(const FunnelStage& stage) const {
    const auto found = standing_.find(&stage);
    return found == standing_.end() ? 0 : found->second;
  }
  /// How many stand in a stage of their system's that no agreed step takes in.
  const std::map<std::string, std::int64_t>& unmapped() const { return unmapped_; }
  /// How many open ones that are judged have a value in a currency of which no rate is known.
  const std::map<Currency, std::int64_t>& without_rate() const { return without_rate_; }

 private:
  using OnBreach = std::function<void(const Breach&)>;
  void judge(const OpportunityAsOf&, const Judgement::Basis&, const FunnelStage&, const OnBreach&) const;
  bool waits_for_sales(const OpportunityAsOf&, const FunnelStage&) const;
  bool is_worked_by_other_side(const OpportunityAsOf&, const FunnelStage&, Instant idle_from,
                               double untouched_hours) const;

  const Read& read_;
  Day as_of_;
  Judgement judgement_;
  Spoken spoken_;
  WinRates win_rates_;
  std::array<bool, choices_of<Evidence>.size()> recorded_{};
  std::map<const FunnelStage*, std::int64_t> standing_;
  std::map<std::string, std::int64_t> unmapped_;
  std::map<Currency, std::int64_t> without_rate_;
};

}  // namespace accord::funnel
