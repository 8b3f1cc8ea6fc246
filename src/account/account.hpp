// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "people/people.hpp"
#include "product/product.hpp"

namespace accord::account {

/// A firm that buys, or may.
struct Account {
  Id<Account> id;
  std::string name;
  std::string sector;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> owner;
  std::optional<std::int64_t> employees;
  std::optional<Money> annual_revenue;
  std::optional<std::int64_t> founded_year;
  std::string country;
  std::string parent_name;  ///< the firm it belongs to, as the CRM names it
  std::string website;
  std::string key, system, link;
};

/// A person at an account. Personal data lives here, and only here and in `person`.
struct Contact {
  Id<Contact> id;
  std::optional<Id<Account>> account;
  std::optional<Id<territory::Territory>> territory;
  std::string name, title, email, phone;
  std::string key, system, link;
  std::optional<Day> erased_on;  ///< an import leaves such a contact as it is
};

/// An account as lists and pages show it. The counts and the revenue hold what the reader may see.
struct AccountRow {
  Id<Account> id;
  std::string name, sector, country, parent_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<std::int64_t> employees;
  std::optional<Money> annual_revenue;
  std::optional<std::int64_t> founded_year;
  std::string website;
  std::int64_t open_count = 0, won_count = 0;
  std::optional<Money> won_value;  ///< nothing where none was won, without a value, or in several currencies
  std::string key, system, link;
};

/// A contact as lists and pages show it.
struct ContactRow {
  Id<Contact> id;
  std::string name, title, email, phone;
  std::optional<Id<Account>> account;
  std::string account_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::string key, system, link;
  std::optional<Day> erased_on;
};

/// What a person gives to add an account or to change one that Accord keeps.
struct AccountDraft {
  std::string name, sector;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> owner;
  std::optional<std::int64_t> employees;
  std::optional<Money> annual_revenue;
  std::optional<std::int64_t> founded_year;
  std::string country, parent_name, website;
};

/// What a person gives to add a contact or to change one that Accord keeps.
struct ContactDraft {
  std::string name, title, email, phone;
  std::optional<Id<Account>> account;
};

inline constexpr Right see_accounts{"see_accounts", "See accounts and contacts of one's territories.",
                                    every_role};
inline constexpr Right edit_accounts{"edit_accounts",
                                     "Add accounts and contacts, and change those that Accord keeps.",
                                     roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                           Role::marketing_manager, Role::liaison, Role::administrator)};
inline constexpr Right erase_contacts{"erase_contacts", "Erase a contact's personal data for good.",
                                      roles(Role::administrator)};

using product::crm_owns_this;
inline constexpr Rule account_unknown{"account_unknown", "There is no such account.",
                                      "Choose one of the accounts listed under Accounts.", 422};
inline constexpr Rule contact_unknown{"contact_unknown", "There is no such contact.",
                                      "Choose one of the contacts of the account.", 422};
inline constexpr Rule account_name_taken{"account_name_taken", "Another account has this name.",
                                         "Open that account, or tell the two apart by their names."};
inline constexpr Rule contact_is_erased{"contact_is_erased", "This contact was erased for good.",
                                        "Add the person as a new contact, if the law allows it."};

/// The exact name; the lowest id where several systems have one of that name.
std::optional<Account> find_by_name(const Read&, std::string_view name);
std::optional<Account> find_by_key(const Read&, std::string_view system, std::string_view key);
std::optional<Contact> find_contact_by_key(const Read&, std::string_view system, std::string_view key);
/// Only what the actor may see.
std::optional<Account> find_visible(const Read&, Id<Account>);
std::optional<Contact> find_visible(const Read&, Id<Contact>);
/// Whom of those on record somebody is who gives this of themselves, whoever asks: the one with the e-mail
/// address (of several the one with the name too, else the first), else the only one with both the telephone
/// number, in any notation, and the name. Nobody who was erased.
std::optional<Id<Contact>> find_contact_like(const Read&, std::string_view name, std::string_view email,
                                             std::string_view phone);
/// By exactly this address: what an act asks that may have been overtaken by another one.
std::optional<Contact> find_contact_by_email(const Read&, std::string_view email);
/// The only account that goes by a firm's name, but for capitals and legal form, else the only one with the
/// domain of an e-mail address, whoever asks. Several that count as one are one.
std::optional<Id<Account>> find_account_like(const Read&, std::string_view firm, std::string_view email);
/// Refuses a territory outside the actor's and a person who does not exist.
void check_place(const Read&, std::optional<Id<territory::Territory>>, std::optional<Id<people::Person>>);

extern const Subject subject;

}  // namespace accord::account

namespace accord {
template <>
inline constexpr auto described<account::Account> = record(
    "account", "A firm that buys, or may.", field(&account::Account::id, "id", "The account's number."),
    field(&account::Account::name, "name", "Its name.", searched, up_to(300),
          alias("account", "account name", "company", "company name", "accountname", "organization",
                "organisation", "associated company")),
    field(&account::Account::sector, "sector", "Its industry.", searched, has_default, up_to(100),
          alias("industry")),
    field(&account::Account::territory, "territory", "Where it belongs."),
    field(&account::Account::owner, "owner", "Who of the firm looks after it."),
    field(&account::Account::employees, "employees", "How many people work there.", unit::count,
          alias("number of employees", "numberofemployees", "employee count")),
    field(&account::Account::annual_revenue, "annual_revenue", "What it turns over in a year.",
          alias("annualrevenue", "annual revenue")),
    field(&account::Account::founded_year, "founded_year", "The year it was founded.",
          alias("year_established", "year founded")),
    field(&account::Account::country, "country", "Where its head office is.", has_default, up_to(100),
          alias("office_location", "billing country", "country/region")),
    field(&account::Account::parent_name, "parent_name", "The firm it belongs to.", has_default, up_to(300),
          alias("subsidiary_of", "parent account", "parent company")),
    field(&account::Account::website, "website", "Its site.", has_default, up_to(300),
          alias("domain", "company domain name", "website url")),
    field(&account::Account::key, "key", "Its identifier in the system of record.", has_default, up_to(100),
          alias("account id", "accountid", "company id", "record id - company")),
    field(&account::Account::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)),
    field(&account::Account::link, "link", "Where it stands in the system of record.", has_default,
          up_to(500)));
template <>
inline constexpr auto described<account::Contact> =
    record("contact", "A person at an account.", field(&account::Contact::id, "id", "The contact's number."),
           field(&account::Contact::account, "account", "Where the person works."),
           field(&account::Contact::territory, "territory", "The account's territory."),
           field(&account::Contact::name, "name", "Full name.", searched, personal, up_to(200),
                 alias("contact", "contact name", "full name")),
           field(&account::Contact::title, "title", "Position.", personal, has_default, up_to(200),
                 alias("job title", "jobtitle")),
           field(&account::Contact::email, "email", "E-mail address.", searched, personal, has_default,
                 up_to(200), alias("e-mail", "email address", "emailaddress")),
           field(&account::Contact::phone, "phone", "Telephone number.", personal, has_default, up_to(60),
                 alias("phone number", "phonenumber", "office phone", "mobile")),
           field(&account::Contact::key, "key", "Its identifier in the system of record.", has_default,
                 up_to(100), alias("contact id", "contactid", "record id - contact")),
           field(&account::Contact::system, "system", "The system of record; empty for Accord.", has_default,
                 up_to(60)),
           field(&account::Contact::link, "link", "Where it stands in the system of record.", has_default,
                 up_to(500)),
           field(&account::Contact::erased_on, "erased_on",
                 "When the personal data was erased for good; imports leave such a contact alone."));
template <>
inline constexpr auto described<account::AccountRow> = record(
    "account_row", "An account with the names it refers to.",
    field(&account::AccountRow::id, "id", "The account's number."),
    field(&account::AccountRow::name, "name", "Its name.", searched),
    field(&account::AccountRow::sector, "sector", "Its industry.", searched),
    field(&account::AccountRow::country, "country", "Where its head office is."),
    field(&account::AccountRow::parent_name, "parent_name", "The firm it belongs to.", searched),
    field(&account::AccountRow::territory, "territory", "Where it belongs."),
    field(&account::AccountRow::territory_name, "territory_name", "The territory's name."),
    field(&account::AccountRow::owner, "owner", "Who of the firm looks after it."),
    field(&account::AccountRow::owner_name, "owner_name", "The owner's name."),
    field(&account::AccountRow::employees, "employees", "How many people work there.", unit::count),
    field(&account::AccountRow::annual_revenue, "annual_revenue", "What it turns over in a year."),
    field(&account::AccountRow::founded_year, "founded_year", "The year it was founded."),
    field(&account::AccountRow::website, "website", "Its site."),
    field(&account::AccountRow::open_count, "open_count", "Open opportunities that you may see.",
          unit::count),
    field(&account::AccountRow::won_count, "won_count", "Won opportunities that you may see.", unit::count),
    field(&account::AccountRow::won_value, "won_value",
          "What the won ones brought; nothing where no value is known or they are in several currencies."),
    field(&account::AccountRow::key, "key", "Its identifier in the system of record.", searched),
    field(&account::AccountRow::system, "system", "The system of record; empty for Accord."),
    field(&account::AccountRow::link, "link", "Where it stands in the system of record."));
template <>
inline constexpr auto described<account::ContactRow> = record(
    "contact_row", "A contact with the names it refers to.",
    field(&account::ContactRow::id, "id", "The contact's number."),
    field(&account::ContactRow::name, "name", "Full name.", searched),
    field(&account::ContactRow::title, "title", "Position."),
    field(&account::ContactRow::email, "email", "E-mail address.", searched),
    field(&account::ContactRow::phone, "phone", "Telephone number."),
    field(&account::ContactRow::account, "account", "Where the person works."),
    field(&account::ContactRow::account_name, "account_name", "The account's name.", searched),
    field(&account::ContactRow::territory, "territory", "The account's territory."),
    field(&account::ContactRow::territory_name, "territory_name", "The territory's name."),
    field(&account::ContactRow::key, "key", "Its identifier in the system of record."),
    field(&account::ContactRow::system, "system", "The system of record; empty for Accord."),
    field(&account::ContactRow::link, "link", "Where it stands in the system of record."),
    field(&account::ContactRow::erased_on, "erased_on", "When the personal data was erased for good."));
template <>
inline constexpr auto described<account::AccountDraft> = record(
    "account_draft", "What a person gives to add or change an account.",
    field(&account::AccountDraft::name, "name", "Its name.", up_to(300)),
    field(&account::AccountDraft::sector, "sector", "Its industry.", has_default, up_to(100)),
    field(&account::AccountDraft::territory, "territory", "Where it belongs."),
    field(&account::AccountDraft::owner, "owner", "Who of the firm looks after it."),
    field(&account::AccountDraft::employees, "employees", "How many people work there.", unit::count),
    field(&account::AccountDraft::annual_revenue, "annual_revenue", "What it turns over in a year."),
    field(&account::AccountDraft::founded_year, "founded_year", "The year it was founded."),
    field(&account::AccountDraft::country, "country", "Where its head office is.", has_default, up_to(100)),
    field(&account::AccountDraft::parent_name, "parent_name", "The firm it belongs to.", has_default,
          up_to(300)),
    field(&account::AccountDraft::website, "website", "Its site.", has_default, up_to(300)));
template <>
inline constexpr auto described<account::ContactDraft> =
    record("contact_draft", "What a person gives to add or change a contact.",
           field(&account::ContactDraft::name, "name", "Full name.", up_to(200)),
           field(&account::ContactDraft::title, "title", "Position.", has_default, up_to(200)),
           field(&account::ContactDraft::email, "email", "E-mail address.", has_default, up_to(200)),
           field(&account::ContactDraft::phone, "phone", "Telephone number.", has_default, up_to(60)),
           field(&account::ContactDraft::account, "account", "Where the person works."));
}  // namespace accord
