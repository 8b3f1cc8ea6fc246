// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <unordered_map>

#include "funnel/funnel_conversion.hpp"
#include "funnel/funnel_judge.hpp"

namespace accord::funnel {

/// Everything that judging needs, read once: the versions in force over time, calendars, margins.
class Judgement {
 public:
  Judgement(const Read&, Day as_of);

  /// The version that binds a territory on the day: its own, that of the nearest territory above it or the
  /// company's; where nothing was in force, what was signed for other days or proposed, provisionally.
  struct Basis {
    const Judge* judge = nullptr;  ///< nullptr: nothing was ever proposed
    std::string link;
    std::string why_provisional;  ///< empty where it binds
    /// Whose agreement it is; nothing: the company's.
    std::optional<Id<territory::Territory>> territory{};
    std::string place;  ///< that territory's name; empty for the company
    int hours_per_day = 8;
    const std::vector<agreement::Relief>* reliefs = nullptr;
    /// A stage as gaps name it from week to week: "Proposal", "Proposal in West".
    std::string about(const FunnelStage& stage) const {
      return stage.name + (place.empty() ? "" : " in " + place);
    }
  };
  /// Worked out once for each territory; 0 is what has none.
  const Basis& basis(std::int64_t territory) const;
  /// The territories that a version judges on the day, 0 among them; empty where it judges all of them.
  std::vector<std::int64_t> judged_by(const Basis&) const;
  /// Every version that judges something on the day.
  std::vector<const Judge*> judges() const;
  /// The exception that takes an opportunity out of a clause on the day, or nullptr.
  const agreement::Relief* relief(const Basis&, std::string_view clause, const OpportunityAsOf&) const;
  const territory::WorkCalendar& calendar(std::int64_t territory) const;
  /// The last moment of the day that is judged.
  Instant end() const { return end_; }
  Currency currency() const { return conversion_.currency(); }
  const Conversion& conversion() const { return conversion_; }
  std::optional<std::int64_t> margin_ppm(std::int64_t product) const;
  /// Business hours of a territory from a moment to the end of the day that is judged.
  double hours_since(Instant, std::int64_t territory) const;
  /// Whether more business hours than so many have passed between a moment and the end of the day.
  bool has_passed(std::int64_t territory, Instant from, double hours) const;

 private:
  void read_reliefs(const Read&);
  Basis work_out_basis(std::int64_t territory) const;
  const Judge* judge_of(const agreement::Version&) const;
  const std::vector<Id<territory::Territory>>& lineage(std::int64_t territory) const;

  Day as_of_;
  Instant end_;
  Conversion conversion_;
  std::vector<agreement::Term> terms_, provisional_terms_;
  territory::Lineages lineages_;
  std::map<std::int64_t, std::string> territory_names_;
  std::map<std::int64_t, std::vector<agreement::Relief>> reliefs_;  ///< by version
  mutable std::map<std::int64_t, std::unique_ptr<Judge>> judges_;
  mutable std::map<std::int64_t, Basis> bases_;
  std::map<std::int64_t, territory::WorkCalendar> calendars_;
  std::unordered_map<std::int64_t, std::int64_t> margins_;
  mutable std::map<std::pair<std::int64_t, double>, Instant> limits_;  ///< by territory and hours
};

/// When a side last did something about it; either side's doing counts where neither is named.
std::optional<Instant> last_work(const OpportunityAsOf&, Side);
/// Since when nobody of a side has done anything about it: since it came to its stage, or since the last
/// activity there.
Instant idle_since(const OpportunityAsOf&, Side);

}  // namespace accord::funnel
