// SPDX-License-Identifier: Apache-2.0
#include "base/phone.hpp"
#include "base/text.hpp"
#include "lead_form/form_typed.hpp"

namespace accord::lead_form {
namespace {

#define ACCORD_ERASE_TYPED "UPDATE form_typed SET name = '', email = '', company = '', phone = '' WHERE "
const Sql erase_of_contact{ACCORD_ERASE_TYPED "contact = :contact"};
const Sql erase_of_address{ACCORD_ERASE_TYPED "email = :address"};

bool is_same(std::string_view typed, std::string_view kept) { return lower(typed) == lower(trimmed(kept)); }

bool is_same_number(std::string_view typed, std::string_view kept) {
  const auto digits = plain_phone(typed);
  return digits.empty() ? is_same(typed, kept) : is_same_phone(digits, plain_phone(kept));
}

}  // namespace

Table typed_table() { return plain_table<TypedEntry>({{"entry"}, {"contact"}, {"email"}}); }

void keep_typed(Write& write, const FormEntry& entry, const Submission& given,
                const account::Contact& contact, const std::optional<account::Account>& account) {
  TypedEntry typed;
  typed.entry = entry.id;
  typed.contact = contact.id;
  if (!is_same(given.name, contact.name)) typed.name = given.name;
  if (!given.email.empty() && !is_same(given.email, contact.email)) typed.email = lower(given.email);
  if (!given.company.empty() && !(account && is_same(given.company, account->name)))
    typed.company = given.company;
  if (!given.phone.empty() && !is_same_number(given.phone, contact.phone)) typed.phone = given.phone;
  if (!typed.name.empty() || !typed.email.empty() || !typed.company.empty() || !typed.phone.empty())
    write.insert_plain(typed);
}

void forget_typed(Write& write, const Erasure& erasure) {
  if (erasure.record == info_of<account::Contact>().name)
    write.run(erase_of_contact, {{"contact", erasure.number}});
  for (const auto& address : erasure.addresses)
    write.run(erase_of_address, {{"address", lower(trimmed(address))}});
}

}  // namespace accord::lead_form
