// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff_acts.hpp"

/// Who gets a handoff, and by when they are to answer it.
namespace accord::handoff {

/// The service level that binds it: that of its territory, on the day on which it was handed over.
const Basis& basis_of(const Agreed&, const Handoff&, const Read&);

/// Whether somebody can have it: of the receiving side, here, and not limited to another territory.
bool is_fit(const Read&, const Agreed&, const people::Person&, const Handoff&);
void refuse_unfit(const Read&, const Agreed&, Id<people::Person>, const Handoff&);

/// Somebody by name, and why them.
void give_to(Write&, const Agreed&, Handoff&, Id<people::Person>, std::string why);
/// What marketing gets goes to whoever developed the lead, and what one side asks the other, or hands back,
/// to whoever has it there or gave it away, while they are here; all else to whom the side's agreed rules
/// choose, or it waits for whoever takes it.
void give_by_rules(Write&, const Agreed&, const funnel::Opportunity&, Handoff&);

/// Appends what was done by the actor now, or by nobody at some moment. Returns the step's number.
std::int64_t note_step(Write&, const Handoff&, StepKind, std::string text);
std::int64_t note_nobodys_step(Write&, const Handoff&, StepKind, std::string text, Instant at);

}  // namespace accord::handoff
