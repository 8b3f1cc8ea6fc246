// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "territory/territory.hpp"
#include "web/site.hpp"
#include "web/subject.hpp"

namespace accord::people {

/// The firm; there is one.
struct Company {
  Id<Company> id;
  std::string name;
  std::string currency;   ///< ISO 4217; what figures are shown in
  std::string time_zone;  ///< IANA name
};

/// Somebody of the firm. Their side follows from their role.
struct Person {
  Id<Person> id;
  std::string name;
  std::string email;  ///< signs in with it; empty for people who only appear in the CRM's records
  Role role = Role::salesperson;
  Side side = Side::sales;
  std::optional<Id<territory::Territory>> territory;  ///< sees this one and those below; nothing: all
  std::optional<Id<Person>> manager;
  std::optional<Day> left_on;
  std::string system;  ///< of record; empty: Accord
};

inline constexpr Right see_people{"see_people", "See who works here, on which side and where.", every_role};
inline constexpr Right manage_people{
    "manage_people", "Add people, change roles and territories, set passwords.", roles(Role::administrator)};
inline constexpr Right manage_company{"manage_company",
                                      "Change the company's name, currency, time zone and calendar.",
                                      roles(Role::administrator)};

inline constexpr Rule wrong_password{"wrong_password",
                                     "The e-mail address and the password do not belong together.",
                                     "Check both; an administrator can set a new password.", 401};
inline constexpr Rule too_many_logins{"too_many_logins", "Too many failed attempts to sign in.",
                                      "Wait a few minutes and try again.", 429};
inline constexpr Rule already_set_up{"already_set_up", "This company has been set up already.",
                                     "Sign in instead."};
inline constexpr Rule weak_password{"weak_password", "The password is shorter than 12 characters.",
                                    "Choose a longer one; a sentence is good.", 422};
inline constexpr Rule email_taken{"email_taken", "Another person has this e-mail address.",
                                  "Choose a different address."};
inline constexpr Rule last_administrator{"last_administrator",
                                         "The last administrator cannot leave or change role.",
                                         "Make somebody else administrator first."};

/// The company; throws Fault before set-up.
Company company(const Read&);
std::optional<Company> find_company(const Read&);
Currency currency_of(const Read&);
std::optional<Person> find_by_email(const Read&, std::string_view email);
std::optional<Person> find_by_name(const Read&, std::string_view name);
/// Names by id, for sentences.
std::map<std::int64_t, std::string> names(const Read&);
/// Stores a person with the side of their role; refuses a taken address.
Id<Person> add(Write&, Person&);
void set_password(Write&, Id<Person>, const std::string& password);
/// What the site asks for each request.
web::Identity identity();

extern const Subject subject;

}  // namespace accord::people

namespace accord {
template <>
inline constexpr auto described<people::Company> =
    record("company", "The firm.", field(&people::Company::id, "id", "Always 1."),
           field(&people::Company::name, "name", "The firm's name.", up_to(200)),
           field(&people::Company::currency, "currency", "The currency that figures are shown in (ISO 4217).",
                 up_to(3)),
           field(&people::Company::time_zone, "time_zone", "The IANA time zone that days are counted in.",
                 up_to(60)));
template <>
inline constexpr auto described<people::Person> = record(
    "person", "Somebody of the firm.", field(&people::Person::id, "id", "The person's number."),
    field(&people::Person::name, "name", "Full name.", searched, personal, up_to(200),
          alias("sales_agent", "sales agent", "owner", "opportunity owner", "deal owner", "assigned user",
                "full name")),
    field(&people::Person::email, "email", "Signs in with it; empty for people who only appear in records.",
          searched, personal, has_default, up_to(200), alias("e-mail", "email address", "user email")),
    field(&people::Person::role, "role", "What the person does; rights follow from it."),
    field(&people::Person::side, "side", "Sales, marketing or none; it follows from the role.", has_default),
    field(&people::Person::territory, "territory", "Sees this territory and those below; nothing means all."),
    field(&people::Person::manager, "manager", "Whom the person reports to."),
    field(&people::Person::left_on, "left_on", "The day the person left; they cannot sign in from then on."),
    field(&people::Person::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)));
}  // namespace accord
