// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff.hpp"
#include "web/route.hpp"

/// Why a lead that a CRM keeps was lost or turned down: only what the CRM does not say is asked.
namespace accord::handoff {

/// A lead that was lost or sent back.
struct TurnedDown {
  Id<funnel::Opportunity> id;
  std::string name, system;
  std::string reason;  ///< empty where nobody has said
  bool is_said_here = false;
  std::string given_by_name;
  std::optional<Day> given_on;
  std::vector<std::string> reasons;  ///< those both sides agreed on; where there are none, any will do
  bool may_say = false;
};

/// What somebody says of it.
struct ReasonDraft {
  std::string reason;
};

std::vector<web::Route> unexplained_routes();

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr auto described<handoff::TurnedDown> =
    record("turned_down", "A lead that was lost or sent back, and why.",
           field(&handoff::TurnedDown::id, "id", "The lead's number."),
           field(&handoff::TurnedDown::name, "name", "What it is called."),
           field(&handoff::TurnedDown::system, "system", "The system that keeps it; empty for Accord."),
           field(&handoff::TurnedDown::reason, "reason", "Why; empty where nobody has said."),
           field(&handoff::TurnedDown::is_said_here, "is_said_here",
                 "Whether that was said here, and not by the system that keeps it."),
           field(&handoff::TurnedDown::given_by_name, "given_by_name", "Who said it here."),
           field(&handoff::TurnedDown::given_on, "given_on", "When they did."),
           field(&handoff::TurnedDown::reasons, "reasons",
                 "The reasons that both sides agreed on; where there are none, any will do."),
           field(&handoff::TurnedDown::may_say, "may_say", "Whether the reader may say why."));
template <>
inline constexpr auto described<handoff::ReasonDraft> =
    record("reason_draft", "Why a lead was lost or turned down.",
           field(&handoff::ReasonDraft::reason, "reason", "One of the agreed reasons.", up_to(300)));
}  // namespace accord
