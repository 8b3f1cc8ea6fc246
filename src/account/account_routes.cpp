// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "account/account_alike.hpp"
#include "account/account_store.hpp"
#include "base/text.hpp"
#include "db/history.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::account {
namespace {

using product::amount_is_negative;
using product::name_is_missing;

template <class T>
auto found_row(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<T>());
  refuse_if(!row, web::not_found);
  return *row;
}

AccountRow account(const Read& read, const web::Input& input) { return found_row<Account>(read, input); }
ContactRow contact(const Read& read, const web::Input& input) { return found_row<Contact>(read, input); }

Listed<AccountRow> accounts(const Read& read, const web::Input& input) {
  return list_accounts(read, input.list());
}
Listed<ContactRow> contacts(const Read& read, const web::Input& input) {
  return list<ContactRow>(read, input.list());
}

Listed<Alike> whole(std::vector<Alike> rows) {
  const auto total = static_cast<std::int64_t>(rows.size());
  return {std::move(rows), std::nullopt, total};
}

Listed<Alike> alike_accounts(const Read& read, const web::Input& input) {
  return whole(accounts_like(read, {input.query("name").value_or(""), input.query("website").value_or("")}));
}

Listed<Alike> perhaps_accounts(const Read& read, const web::Input& input) {
  return whole(perhaps_one_with(read, found_row<Account>(read, input).id));
}

Listed<Alike> alike_contacts(const Read& read, const web::Input& input) {
  ContactAsked asked{input.query("name").value_or(""), input.query("email").value_or(""),
                     input.query("phone").value_or(""), std::nullopt};
  const auto account = input.query("account").value_or("");
  std::int64_t number = 0;
  std::from_chars(account.data(), account.data() + account.size(), number);
  if (number > 0) asked.account = Id<Account>{number};
  return whole(contacts_like(read, asked));
}

template <class T>
Listed<Change> changes(const Read& read, const web::Input& input) {
  auto all = history(read, info_of<T>(), found_row<T>(read, input).id.number);
  const auto total = static_cast<std::int64_t>(all.size());
  return {std::move(all), std::nullopt, total};
}

template <class T>
T changeable(const Read& read, const web::Input& input) {
  auto record = find_visible(read, input.id_of<T>());
  refuse_if(!record, web::not_found);
  refuse_if(!record->system.empty(), crm_owns_this, "Kept by " + record->system + ".");
  return *record;
}

void take(const Read& read, const AccountDraft& draft, Account& account) {
  account.name = trimmed(draft.name);
  refuse_if(account.name.empty(), name_is_missing);
  refuse_if(is_name_taken(read, account.name, account.id.number), account_name_taken, account.name);
  refuse_if(draft.annual_revenue && draft.annual_revenue->minor < 0, amount_is_negative);
  exchange_rate::refuse_unknown_currency(draft.annual_revenue);
  check_place(read, draft.territory, draft.owner);
  account.sector = trimmed(draft.sector);
  account.territory = draft.territory;
  account.owner = draft.owner;
  account.employees = draft.employees;
  account.annual_revenue = draft.annual_revenue;
  account.founded_year = draft.founded_year;
  account.country = trimmed(draft.country);
  account.parent_name = trimmed(draft.parent_name);
  account.website = trimmed(draft.website);
}

web::Made add_account(Write& write, const web::Input&, const AccountDraft& draft) {
  Account account;
  take(write, draft, account);
  return {write.insert(account).number};
}

web::Made change_account(Write& write, const web::Input& input, const AccountDraft& draft) {
  auto account = changeable<Account>(write, input);
  take(write, draft, account);
  write.update(account);
  return {account.id.number};
}

/// A contact without an account belongs where the person who adds it does.
void take(const Read& read, const ContactDraft& draft, Contact& contact) {
  contact.name = trimmed(draft.name);
  refuse_if(contact.name.empty(), name_is_missing);
  const auto account = draft.account ? find_visible(read, *draft.account) : std::nullopt;
  refuse_if(draft.account && !account, account_unknown);
  contact.account = draft.account;
  if (account) {
    contact.territory = account->territory;
  } else if (read.actor().territory) {
    contact.territory = Id<territory::Territory>{*read.actor().territory};
  }
  contact.title = trimmed(draft.title);
  contact.email = trimmed(draft.email);
  contact.phone = trimmed(draft.phone);
}

web::Made add_contact(Write& write, const web::Input&, const ContactDraft& draft) {
  Contact contact;
  take(write, draft, contact);
  return {write.insert(contact).number};
}

web::Made change_contact(Write& write, const web::Input& input, const ContactDraft& draft) {
  auto contact = changeable<Contact>(write, input);
  refuse_if(contact.erased_on.has_value(), contact_is_erased);
  take(write, draft, contact);
  write.update(contact);
  return {contact.id.number};
}

/// The row stays, so that facts about it still stand and no import brings the data back.
web::Done erase_contact(Write& write, const web::Input& input) {
  auto contact = find_visible(write, input.id_of<Contact>());
  refuse_if(!contact, web::not_found);
  refuse_if(contact->erased_on.has_value(), contact_is_erased);
  const auto known = known_of(write, contact->id);
  people::forget_for_good(write, known.erasure, known.accounts);
  write.erase(contact->id);
  contact = write.find(contact->id);
  contact->erased_on = day_in(write.now(), people::company(write).time_zone);
  write.update(*contact);
  return {};
}

}  // namespace

const Subject subject{
    .name = "account",
    .schema = schema(),
    .routes = {web::get_list<AccountRow>("/accounts", see_accounts, "List accounts.", accounts),
               web::taking(web::get_list<Alike>("/accounts/alike", see_accounts,
                                                "List accounts that are much like one that is being entered.",
                                                alike_accounts),
                           {{"name", "What it is called."}, {"website", "Its site."}}),
               web::get("/accounts/{id}", see_accounts, "Show an account.", account),
               web::get_list<Alike>("/accounts/{id}/alike", see_accounts,
                                    "List which accounts that were there before this one perhaps is.",
                                    perhaps_accounts),
               web::get_list<Change>("/accounts/{id}/history", see_accounts, "Show how an account changed.",
                                     changes<Account>),
               web::act(web::Method::post, "/accounts", edit_accounts, "Add an account.", add_account),
               web::act(web::Method::put, "/accounts/{id}", edit_accounts, "Change an account.",
                        change_account),
               web::get_list<ContactRow>("/contacts", see_accounts, "List contacts.", contacts),
               web::taking(web::get_list<Alike>("/contacts/alike", see_accounts,
                                                "List contacts that are much like one that is being entered.",
                                                alike_contacts),
                           {{"name", "Full name."},
                            {"email", "E-mail address."},
                            {"phone", "Telephone number."},
                            {"account", "The number of the account where they work."}}),
               web::get("/contacts/{id}", see_accounts, "Show a contact.", contact),
               web::get_list<Change>("/contacts/{id}/history", see_accounts, "Show how a contact changed.",
                                     changes<Contact>),
               web::act(web::Method::post, "/contacts", edit_accounts, "Add a contact.", add_contact),
               web::act(web::Method::put, "/contacts/{id}", edit_accounts, "Change a contact.",
                        change_contact),
               web::act(web::Method::post, "/contacts/{id}/erasure", erase_contacts,
                        "Erase a contact's personal data for good.", erase_contact)},
    .pages = {{"/accounts", "Accounts", "Pipeline", see_accounts, "AccountsPage"},
              {"/accounts/{id}", "Account", "", see_accounts, "AccountPage"},
              {"/contacts", "Contacts", "Pipeline", see_accounts, "ContactsPage"},
              {"/contacts/{id}", "Contact", "", see_accounts, "ContactPage"}},
    .rules = {&account_unknown, &contact_unknown, &account_name_taken, &contact_is_erased},
    .checks = {{"each_contact_has_its_account", "Each contact's account is there.",
                contacts_without_account}},
    .jumps = {{"Account", see_accounts, "/accounts", &info_of<Account>, {"sector", "country"}},
              {"Contact", see_accounts, "/contacts", &info_of<ContactRow>, {"title", "account_name"}}}};

}  // namespace accord::account
