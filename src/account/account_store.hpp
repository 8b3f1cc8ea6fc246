// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "account/account.hpp"

namespace accord::account {

Schema schema();
std::optional<AccountRow> find_row(const Read&, Id<Account>);
std::optional<ContactRow> find_row(const Read&, Id<Contact>);
/// One page of accounts; their counts hold only what the actor may see.
Listed<AccountRow> list_accounts(const Read&, const ListRequest&);
/// Another account of this name that the actor may see; 0 leaves none out.
bool is_name_taken(const Read&, std::string_view name, std::int64_t except);
/// Every name, address and account that a contact ever had.
struct EverKnown {
  Erasure erasure;
  std::vector<std::int64_t> accounts;
};
EverKnown known_of(const Read&, Id<Contact>);
/// `each_contact_has_its_account`, as sentences.
std::vector<std::string> contacts_without_account(const Read&);

}  // namespace accord::account
