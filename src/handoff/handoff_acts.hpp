// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff.hpp"
#include "web/route.hpp"

namespace accord::handoff {

/// What an act of handing over needs, read beforehand so that the one writer has little to do.
struct Agreed {
  std::shared_ptr<const ServiceLevels> levels;
  std::map<std::int64_t, territory::WorkCalendar> calendars;
  territory::Lineages lineages;
  std::map<std::int64_t, people::Person> people;  ///< whom the rules of any version name
  const territory::WorkCalendar& calendar(const std::optional<Id<territory::Territory>>&) const;
};
/// Kept until an agreement, a territory or a holiday changes.
std::shared_ptr<const Agreed> agreed(const Read&);

/// What somebody did last about a handoff.
struct LastStep {
  std::int64_t step = 0, commit = 0, person = 0;
  Instant at;
};

/// Hands a lead over, or asks the other side for something about it: rules in the order of the README.
Stepped submit(Write&, const Agreed&, const HandoffDraft&);
Stepped take_step(Write&, const Agreed&, Id<Handoff>, const StepDraft&);
void take_back(Write&, Id<Handoff>, Id<HandoffStep>);
/// Whether a step is young enough to be taken back.
bool is_recent(const Read&, const LastStep&);

/// Sales accepted it, nobody of it has spoken with them, and it is neither over nor handed back: such a one
/// can still be given to somebody else.
bool is_owed_a_contact(const Read&, const Handoff&);

/// Who acts, and what they are to the person who has a handoff.
struct Standing {
  bool is_deputy = false, is_manager = false;
};
Standing standing_of(const Read&, const Handoff&);

/// For what it may be rejected: as the service level says, or of what is to be qualified as the funnel says
/// of what is lost; none: any.
std::vector<std::string> reasons_of(const Read&, const Handoff&, const Basis&);

std::vector<web::Route> act_routes();

}  // namespace accord::handoff
