// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "lead_form/form_submission.hpp"

/// What becomes of what a visitor sent: a contact, an account, a lead, a touchpoint and an entry.
namespace accord::lead_form {

/// Who of those on record a visitor is. Looked up before the act, so that the one writer is not held up by
/// it.
struct Recognised {
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<account::Account>> account;
  std::vector<Id<touchpoint::Touchpoint>> scans{};  ///< of them, of the same show and day
};
Recognised recognise(const Read&, const Submission&);

/// How somebody came to the form.
struct Arrival {
  std::string once;     ///< of one press of the button
  std::string consent;  ///< what they agreed to, word by word
  touchpoint::TouchKind kind = touchpoint::TouchKind::web_visit;
  std::optional<Instant> met_at{};    ///< nothing: now
  std::optional<Instant> asked_at{};  ///< when it was filled in, where it was confirmed later
};

/// Who was met at a stand may stand on a list of that show already: the same person of the same day is looked
/// for in all territories, also by the name at the firm, for such a list may hold no address.
void find_scans(Database&, const LeadForm&, const Submission&, const Arrival&, Recognised&);

/// Does all of it, once for each press of the button: the second time nothing happens, and the entry is the
/// first one.
FormEntry take_entry(Write&, const LeadForm&, const Submission&, const Recognised&, const Arrival&);

}  // namespace accord::lead_form
