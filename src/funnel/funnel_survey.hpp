// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "funnel/funnel_judgement.hpp"

namespace accord::funnel {

/// One opportunity that a clause of its territory's version finds on the day.
struct Breach {
  std::string_view code;  ///< of the gap it belongs to
  std::string_view about;
  const FunnelStage& stage;
  const Judgement::Basis& basis;
  std::optional<Evidence> lacks;  ///< of `stage_without_evidence`
  Instant from;                   ///< since when the clause has been counting
  double allowed_hours = 0;       ///< how long it lets pass before it finds anything
  const OpportunityAsOf& one;
};

/// One pass over all opportunities on a day, judged by every clause at once. The list of a gap's
/// opportunities is what this finds of it, so a gap's count and its list cannot differ.
class Survey {
 public:
  Survey(const Read&, Day as_of);
  void run(const std::function<void(const Breach&)>& on_breach);

  const Judgement& judgement() const { return judgement_; }
  /// Whether gaps of a code can be found at all. Known once the survey has run.
  bool can_see(std::string_view code, std::optional<Evidence> lacks) const;
  /// A system that never records contacts (or activities) cannot be blamed for each one it lacks.
  bool records(Evidence evidence) const { return recorded_[static_cast<std::size_t>(evidence)]; }

 private:
  const Read& read_;
  Day as_of_;
  Judgement judgement_;
  std::array<bool, choices_of<Evidence>.size()> recorded_{};
};

/// When a side last did something about it; either side's doing counts where neither is named.
std::optional<Instant> last_work(const OpportunityAsOf&, Side);
/// Since when nobody of a side has done anything about it: since it came to its stage, or since the last
/// activity there.
Instant idle_since(const OpportunityAsOf&, Side);

}  // namespace accord::funnel
