// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "lead_form/form_waiting.hpp"

namespace accord::lead_form {

Table waiting_table();
std::optional<WaitingEntry> find_by_secret(const Read&, std::string_view secret);

/// How a form's confirmations stand.
struct AskedCounts {
  std::int64_t waiting = 0, asked = 0, confirmed = 0;
};
AskedCounts count_asked(const Read&, Id<LeadForm>);

/// What nobody confirmed and is still known.
bool has_unconfirmed(const Read&, Instant before);
void erase_unconfirmed(Write&, Instant before);
/// `confirmed_entries_are_kept`, as sentences.
std::vector<std::string> confirmed_astray(const Read&);

}  // namespace accord::lead_form
