// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>

#include "db/list.hpp"
#include "lead_form/lead_form.hpp"

namespace accord::lead_form {

Schema schema();
/// One page of forms; their counts hold only the entries that the actor may see.
Listed<LeadFormRow> list_forms(const Read&, const ListRequest&);
std::optional<LeadFormRow> find_row(const Read&, Id<LeadForm>);
/// Only what the actor may see.
std::optional<LeadForm> find_visible(const Read&, Id<LeadForm>);
/// For whoever comes from the web.
std::optional<LeadForm> find_at(const Read&, std::string_view address);
/// Whose messages go to this address.
std::optional<LeadForm> find_at_mail(const Read&, std::string_view address);
/// The entry that came of a press of the button; nothing where none has.
std::optional<FormEntry> find_once(const Read&, std::string_view once);
/// What the leads of a form's newest entries are called, those since a moment.
std::set<std::string> names_of_leads_since(const Read&, Id<LeadForm>, Instant since);
/// By what a form's words, as it has or last had them, let somebody be reached; nothing: they are about
/// something else.
std::optional<wish::Medium> permitted_by(const Read&, Id<LeadForm>, std::string_view consent);
/// Whether the form asks, or ever asked, people to agree to these words.
bool has_asked(const Read&, Id<LeadForm>, std::string_view consent);
/// `form_entries_refer_to_what_is_there`, as sentences.
std::vector<std::string> stray_entries(const Read&);

}  // namespace accord::lead_form
