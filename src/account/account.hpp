// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "people/people.hpp"

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
};

inline constexpr Right see_accounts{"see_accounts", "See accounts and contacts of one's territories.",
                                    every_role};
inline constexpr Right edit_accounts{"edit_accounts",
                                     "Add accounts and contacts, and change those that Accord keeps.",
                                     roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                           Role::marketing_manager, Role::liaison, Role::administrator)};
inline constexpr Right erase_contacts{"erase_contacts", "Erase a contact's personal data for good.",
                                      roles(Role::administrator)};

inline constexpr Rule crm_owns_this{"crm_owns_this",
                                    "Another system keeps this record, so it is read-only here.",
                                    "Change it there; the next export brings the change."};

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
                 up_to(500)));
}  // namespace accord
