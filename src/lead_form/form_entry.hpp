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
};
Recognised recognise(const Read&, const Submission&);

/// Does all of it, once for each press of the button: the second time nothing happens.
void take_entry(Write&, const LeadForm&, const Submission&, const Recognised&, const std::string& once);

}  // namespace accord::lead_form
