// SPDX-License-Identifier: Apache-2.0
// Whom the rows of leads are about, and which users own what.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

/// HubSpot's people who are no leads: those who only read, and those who bought.
constexpr std::array<std::string_view, 5> no_leads{"", "subscriber", "customer", "evangelist", "other"};

}  // namespace

/// Whom a lead is about is a contact like any other: the one of the identifier beside it, else found by
/// address or by name at the firm.
void Planner::name_inquirer(Line& line, std::vector<Wanted>& references) {
  auto name = name_in(line);
  if (name.empty() && setting_.system == "HubSpot") name = lower(line.text(line.use("email")));
  if (name.empty() || line.use("contact") != nullptr) return;
  auto found = std::ranges::find(references, What::contact, &Wanted::what);
  if (found == references.end())
    found = references.insert(
        std::ranges::find_if(references, [](const Wanted& one) { return one.what > What::contact; }),
        Wanted{type_.info().field("contact"), What::contact, line.use("name")});
  if (found->key_use == nullptr) found->key_use = own_key_of_contact(*this, line);
  found->name = std::move(name);
}

/// One to whom their system gave another identifier only happens to share address or name.
void Planner::look_up_inquirer(Line& line, std::vector<Wanted>& references) {
  const auto wanted = std::ranges::find(references, What::contact, &Wanted::what);
  if (wanted == references.end() || wanted->id || wanted->name.empty() || line.use("contact") != nullptr)
    return;
  wanted->id = find_contact(line, Keyed::also);
  if (wanted->id && !wanted->key.empty() && book(What::contact).has_key(*wanted->id)) wanted->id.reset();
  if (!wanted->id) wanted->id = find_erased_contact(line);
}

/// Whom a list names in parts is a contact like any other: found by address, else by name at the firm. Of
/// whom only the address is known, that is the name.
void Planner::look_up_reached(Line& line, std::vector<Wanted>& references) {
  const auto name = name_in(line), email = lower(line.text(line.use("email")));
  if (name.empty() && email.empty()) return;
  auto found = std::ranges::find(references, What::contact, &Wanted::what);
  if (found == references.end()) {
    const auto* use = line.use(name.empty() ? "email" : line.use("name") != nullptr ? "name" : "last_name");
    found = references.insert(found, Wanted{type_.info().field("contact"), What::contact, use});
  }
  found->email = email;
  found->name = line.text(line.use("contact"));
  if (found->name.empty()) found->name = name.empty() ? email : name;
}

/// Users are known by their identifiers as by other names, since a file of users said so.
void Planner::look_up_user(Wanted& wanted) {
  wanted.id = book(What::person).by_name(wanted.key);
  if (!wanted.id) plan_.unknown_owners.insert(wanted.key);
}

/// Of HubSpot's people those are leads who have a lead's status or stage, or were leads before.
bool Planner::is_contact_alone(Line& line) {
  if (!is_lead() || setting_.system != "HubSpot") return false;
  const auto stage = squeezed(line.text(line.use("stage")));
  if (!line.text(line.use("status")).empty() || std::ranges::find(no_leads, stage) == no_leads.end())
    return false;
  const auto lead = key_in(line, line.use("lead_key"));
  return lead.empty() || !book(What::opportunity).by_second_key(lead_of(setting_.system, lead));
}

void Planner::keep_contact(Line& line) {
  auto references = look_up(line);
  std::erase_if(references,
                [](const Wanted& one) { return one.what != What::account && one.what != What::contact; });
  contact_in(line);
  if (!line.problems().empty()) return refuse(line.row(), line.problems(), line.asked());
  Draft draft;
  draft.record = type_.make();
  const auto records = plan_.records.size();
  for (const auto& wanted : references) point(line, draft, wanted);
  const auto& row = *static_cast<const funnel::Opportunity*>(draft.record.get());
  if (row.contact) complete_contact(*this, line, *row.contact, row.account);
  const bool is_unchanged = plan_.records.size() == records;
  if (is_unchanged) ++plan_.unchanged;
  if (row.contact) hear_wishes(line, row.contact->number, is_unchanged);
  if (names_erased_) ++plan_.erased;
}

/// Who is named by an identifier in other files is known by it as by another name.
void Planner::learn_user(const Line& line, std::int64_t person) {
  const auto key = key_in(line, line.use(Reading::user_key));
  const auto* known =
      key.empty() ? nullptr : static_cast<const people::Person*>(record(What::person, person));
  if (known == nullptr || known->name.empty() || book(What::person).by_name(key) == person) return;
  take_for(What::person, key, person);
}

}  // namespace accord::importing
