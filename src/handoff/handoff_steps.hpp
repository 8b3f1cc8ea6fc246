// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/actor.hpp"
#include "handoff/handoff.hpp"

/// What may be done about a handoff, and what becomes of it: pure.
namespace accord::handoff {

/// Who acts, and what they are to the person who has it.
struct Acting {
  const Actor& actor;
  bool is_deputy = false;   ///< stands in for them today
  bool is_manager = false;  ///< directly above them
};

/// Theirs, their deputy's or manager's; where nobody has it, the receiving side's; always its managers' and
/// the liaison's.
bool may_decide(const Handoff&, const Acting&);
/// The managers of that side, and the liaison.
bool may_route(const Actor&, Side);
/// Whoever handed it over, or routes for that side.
bool may_withdraw(const Handoff&, const Actor&);

/// What a lead lacks of what was agreed, in the order of the agreement.
std::vector<funnel::Evidence> missing_demands(const funnel::Opportunity&, const ServiceLevel&,
                                              bool has_activity);

/// For what sales may reject; none where nothing is agreed.
std::vector<std::string> reasons_agreed(const Basis&);
/// For what this one may be rejected: of marketing's, reasons are not agreed.
std::vector<std::string> reasons_for(const Handoff&, const Basis&);
/// What both sides call a reason, or as it was given where none are agreed.
std::string one_of(const std::vector<std::string>& agreed, std::string_view given);

/// Somebody gets it; the rule, or who chose them.
void assign(Handoff&, Id<people::Person>, Instant now, std::string rule);

/// Accepts, rejects, recycles, answers, returns or withdraws it (not `submitted`, not `assigned`):
/// 1. it is waiting still;
/// 2. it is such a handoff: leads are accepted, rejected, recycled; what is asked is answered;
/// 3. the actor may;
/// 4. a rejection has a reason, an agreed one where reasons are agreed; an answer its text; a recycled one a
/// day ahead.
/// Says what the step's record holds.
std::string take_step(Handoff&, const StepDraft&, const Acting&, const Basis&, Instant now, Day today);

/// "Karl Weber accepted it on 4 May 2026": why it cannot be done any more.
std::string settled_in_words(const Handoff&, const std::string& name);

}  // namespace accord::handoff
