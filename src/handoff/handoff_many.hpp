// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff_acts.hpp"

/// Many leads at once.
namespace accord::handoff {

/// The writer is held for as long as all take.
constexpr std::int64_t handed_over_at_once_max = 200;

struct HandoffsDraft {
  std::vector<Id<funnel::Opportunity>> opportunities;
  Ask ask = Ask::take_over;
  std::string note;
  std::optional<Id<people::Person>> assigned_to;
};

/// A lead of which that was not done, and the rule that says why.
struct HandoffLeft {
  Id<funnel::Opportunity> opportunity;
  std::string code, message, detail;
};

/// What became of them. Names of leads are not among it, for replies are kept.
struct HandedOver {
  std::int64_t step = 0;
  std::vector<Stepped> handed_over;
  std::vector<HandoffLeft> refused;
};

struct HandoffsTakenBack {
  std::vector<Id<Handoff>> taken_back;
  std::vector<HandoffLeft> stayed;
};

/// What would become of one that is handed over with others.
struct HandoffForeseen {
  Id<funnel::Opportunity> opportunity;
  std::optional<Id<people::Person>> assigned_to;
  std::string rule;
  std::optional<Instant> due_at;
};
struct HandoffsForeseen {
  std::vector<HandoffForeseen> going;
  std::vector<HandoffLeft> refused;
};

inline constexpr Rule handoff_nothing_chosen{"handoff_nothing_chosen", "No lead is chosen.",
                                             "Choose the leads that are to be handed over.", 422};

/// Hands many over in one act: each as if alone. Those that a rule refuses are named and left.
HandedOver submit_many(Write&, const Agreed&, const HandoffsDraft&);
/// What that would do, and nothing is kept of it.
HandoffsForeseen foresee_many(Database&, const Actor&, const HandoffsDraft&);
/// Takes the act back that made a step: each lead is as before, unless somebody has done something about it
/// since; those are named and stay.
HandoffsTakenBack take_back_many(Write&, Id<HandoffStep>);
/// Takes one of several back that an act handed over; false where it was alone.
bool take_back_from_many(Write&, Id<Handoff>, const LastStep&);

std::vector<web::Route> many_routes();

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr auto described<handoff::HandoffsDraft> =
    record("handoffs_draft", "What a person gives to hand many leads over at once.",
           field(&handoff::HandoffsDraft::opportunities, "opportunities", "Which leads.", up_to(200)),
           field(&handoff::HandoffsDraft::ask, "ask", "What the other side is asked for.", has_default),
           field(&handoff::HandoffsDraft::note, "note", "What one should know of all of them.", has_default,
                 up_to(2000)),
           field(&handoff::HandoffsDraft::assigned_to, "assigned_to",
                 "Who gets them all, instead of whom the rules choose for each."));
template <>
inline constexpr auto described<handoff::HandoffLeft> =
    record("handoff_left", "A lead of which something was not done, and why.",
           field(&handoff::HandoffLeft::opportunity, "opportunity", "Which lead."),
           field(&handoff::HandoffLeft::code, "code", "The rule that says why."),
           field(&handoff::HandoffLeft::message, "message", "What the rule forbids."),
           field(&handoff::HandoffLeft::detail, "detail", "What the lead lacks, or who did something."));
template <>
inline constexpr auto described<handoff::HandedOver> =
    record("handed_over", "What became of many leads that were handed over at once.",
           field(&handoff::HandedOver::step, "step",
                 "By which all of them are taken back; 0 where none was handed over."),
           field(&handoff::HandedOver::handed_over, "handed_over", "Those that were handed over."),
           field(&handoff::HandedOver::refused, "refused", "Those that were not, and why."));
template <>
inline constexpr auto described<handoff::HandoffForeseen> =
    record("handoff_foreseen", "What would become of a lead that is handed over with others.",
           field(&handoff::HandoffForeseen::opportunity, "opportunity", "Which lead."),
           field(&handoff::HandoffForeseen::assigned_to, "assigned_to",
                 "Who would get it; nobody where it would wait for whoever takes it."),
           field(&handoff::HandoffForeseen::rule, "rule", "Which rule would choose them, and why."),
           field(&handoff::HandoffForeseen::due_at, "due_at", "By when it would be due to be answered."));
template <>
inline constexpr auto described<handoff::HandoffsForeseen> =
    record("handoffs_foreseen", "What would become of many leads if they were handed over at once now.",
           field(&handoff::HandoffsForeseen::going, "going", "Those that would be handed over."),
           field(&handoff::HandoffsForeseen::refused, "refused", "Those that would not be, and why."));
template <>
inline constexpr auto described<handoff::HandoffsTakenBack> =
    record("handoffs_taken_back", "What became of handoffs that were taken back at once.",
           field(&handoff::HandoffsTakenBack::taken_back, "taken_back", "Those that are no more."),
           field(&handoff::HandoffsTakenBack::stayed, "stayed", "Those that stay, and why."));
}  // namespace accord
