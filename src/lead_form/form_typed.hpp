// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "lead_form/form_entry.hpp"

/// What somebody typed, where the records that it led to say something else.
namespace accord::lead_form {

/// Kept beside the entry and never in it: it is erased with the contact, and an entry stays.
struct TypedEntry {
  Id<TypedEntry> id;
  Id<FormEntry> entry;
  Id<account::Contact> contact;
  std::string name, email, company, phone;  ///< each empty where the record says the same
};

/// Keeps what a contact or its account does not say; nothing where they say all of it.
void keep_typed(Write&, const FormEntry&, const Submission&, const account::Contact&,
                const std::optional<account::Account>&);
/// Erases what was typed in entries of somebody who is erased, and wherever one of their addresses was typed.
void forget_typed(Write&, const Erasure&);
Table typed_table();

}  // namespace accord::lead_form

namespace accord {
template <>
inline constexpr auto described<lead_form::TypedEntry> = record(
    "form_typed", "What somebody typed into a form, where the contact and the account say something else.",
    field(&lead_form::TypedEntry::id, "id", "Its number."),
    field(&lead_form::TypedEntry::entry, "entry", "In which entry."),
    field(&lead_form::TypedEntry::contact, "contact", "Whose."),
    field(&lead_form::TypedEntry::name, "name", "The name.", personal),
    field(&lead_form::TypedEntry::email, "email", "The e-mail address.", personal),
    field(&lead_form::TypedEntry::company, "company", "The firm.", personal),
    field(&lead_form::TypedEntry::phone, "phone", "The telephone number.", personal));
}  // namespace accord
