// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
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
  bool is_demo = false;   ///< made from a seed, to be looked at and removed
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

/// A person as lists and pages show them.
struct PersonRow {
  Id<Person> id;
  std::string name, email;
  Role role = Role::salesperson;
  Side side = Side::sales;
  std::optional<Id<territory::Territory>> territory;
  std::optional<std::string> territory_name;
  std::optional<Id<Person>> manager;
  std::optional<std::string> manager_name;
  std::optional<Day> left_on;
  bool has_password = false, is_erased = false;
  std::string system;
};

/// How much work it takes to try a password: `ordinary` for firms, `minimal` for tests and the demo company.
enum class PasswordCost : std::uint8_t { ordinary, minimal };

inline constexpr Right see_people{"see_people", "See who works here, on which side and where.", every_role};
inline constexpr Right manage_people{
    "manage_people", "Add people, change roles and territories, set passwords.", roles(Role::administrator)};
inline constexpr Right manage_company{"manage_company", "Change the company's name, currency and time zone.",
                                      roles(Role::administrator)};

inline constexpr Rule wrong_password{"wrong_password",
                                     "The e-mail address and the password do not belong together.",
                                     "Check both; an administrator can set a new password.", 401};
inline constexpr Rule too_many_logins{"too_many_logins", "Too many failed attempts to sign in.",
                                      "Wait a few minutes and try again.", 429};
inline constexpr Rule already_set_up{"already_set_up", "This company has been set up already.",
                                     "Sign in instead."};
inline constexpr Rule token_not_valid{
    "token_not_valid", "This token opens nothing.",
    "Make a new one under My account, and send it as Authorization: Bearer.", 401};
inline constexpr Rule not_by_token{"not_by_token",
                                   "A token does not sign out, set passwords, or make or revoke tokens.",
                                   "Sign in with your password, and do it yourself.", 403};
inline constexpr Rule too_many_tokens{"too_many_tokens", "One person has at most 20 tokens.",
                                      "Revoke one that nothing uses any more."};
inline constexpr Rule weak_password{"weak_password", "The password is shorter than 12 characters.",
                                    "Choose a longer one; a sentence is good.", 422};
inline constexpr Rule wrong_old_password{"wrong_old_password", "That is not your present password.",
                                         "Type the one you signed in with.", 422};
inline constexpr Rule no_email_no_password{"no_email_no_password",
                                           "A person without an e-mail address cannot have a password.",
                                           "Enter the address they will sign in with first."};
inline constexpr Rule person_unknown{"person_unknown", "There is no such person.",
                                     "Choose one of those listed under People.", 422};
inline constexpr Rule manager_circle{"manager_circle",
                                     "Nobody can be their own manager, directly or through others.",
                                     "Choose a manager who does not report to this person.", 422};
inline constexpr Rule still_works_here{"still_works_here", "Somebody who works here cannot be erased.",
                                       "Enter the day they left first."};
inline constexpr Rule email_taken{"email_taken", "Another person has this e-mail address.",
                                  "Choose a different address."};
inline constexpr Rule last_administrator{"last_administrator",
                                         "The last administrator cannot leave or change role.",
                                         "Make somebody else administrator first."};

/// The company; throws Fault before set-up.
Company company(const Read&);
std::optional<Company> find_company(const Read&);
Currency currency_of(const Read&);
/// By whose clock the company's days begin and end; UTC before set-up.
std::string company_time_zone(const Read&);
/// The same list, with days that are asked of moments meant as the company's, as figures count them.
ListRequest by_company_days(const Read&, ListRequest);
/// The day it is on the company's clock.
Day today(const Read&);
/// Whether somebody's last day is over; a day of leaving can be entered before it comes.
bool has_left(const std::optional<Day>& left_on, Day today);
std::optional<Person> find_by_email(const Read&, std::string_view email);
std::optional<Person> find_by_name(const Read&, std::string_view name);
/// Names by id, for sentences.
std::map<std::int64_t, std::string> names(const Read&);
/// Who may see whose figures: a person's are that person's and the manager's, everybody else sees the team.
/// A team of fewer than three would say what one of them did; such stand together.
class Salespeople {
 public:
  explicit Salespeople(const Read&);
  /// The number under which a person's figures stand for who asks: the person's own, or the team's; 0 of
  /// nobody.
  std::int64_t shown(std::int64_t person) const;

 private:
  bool may_see(const Read&, const Person&) const;

  std::map<std::int64_t, std::int64_t> shown_;
};
/// What such a number is called.
std::string name_of_salesperson(const Read&, std::int64_t shown);
/// The person of such a number; 0 where it is a team's.
std::int64_t person_behind(std::int64_t shown);
/// Makes the company; there must be none yet.
void found(Write&, Company&);
void change(Write&, const Company&);
/// Stores a person with the side of their role; refuses a taken address, an unknown territory or manager.
Id<Person> add(Write&, Person&);
/// Changes a person, and ends their sessions where they have left.
void change(Write&, Person&);
/// Ends the person's sessions too. It takes as long as the cost says, so bulk work sets `minimal` first.
/// Whether a password is weak is for who lets people choose one: the demo company's is fixed.
void set_password(Write&, Id<Person>, const std::string& password);
void set_password_cost(PasswordCost);
/// Those of one sort of record who were erased, recognised by what an import calls them.
class Erased {
 public:
  Erased(const Read&, std::string_view record);
  /// The scope is a contact's account: names of contacts are only distinct within it.
  std::optional<std::int64_t> by_name(std::string_view name, std::int64_t scope = 0) const;
  std::optional<std::int64_t> by_address(std::string_view address) const;

 private:
  std::optional<std::int64_t> find(const std::string& hash) const;

  std::string salt_;
  std::unordered_map<std::string, std::int64_t> numbers_;
};
/// Keeps of somebody only what imports recognise them by, and has every subject forget them; the caller
/// blanks the record. The scopes are the accounts that a contact worked at.
void forget_for_good(Write&, const Erasure&, const std::vector<std::int64_t>& scopes);
/// Every right that a route or a page of the installed subjects names, each once, by code.
std::vector<Right> known_rights();
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
                 up_to(60)),
           field(&people::Company::is_demo, "is_demo", "Whether this is the demo company.", has_default));
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
template <>
inline constexpr auto described<people::PersonRow> = record(
    "person_row", "A person as lists and pages show them.",
    field(&people::PersonRow::id, "id", "The person's number."),
    field(&people::PersonRow::name, "name", "Full name.", searched),
    field(&people::PersonRow::email, "email",
          "Signs in with it; empty for people who only appear in records.", searched),
    field(&people::PersonRow::role, "role", "What the person does; rights follow from it."),
    field(&people::PersonRow::side, "side", "Sales, marketing or none; it follows from the role."),
    field(&people::PersonRow::territory, "territory",
          "Sees this territory and those below; nothing means all."),
    field(&people::PersonRow::territory_name, "territory_name", "The name of that territory."),
    field(&people::PersonRow::manager, "manager", "Whom the person reports to."),
    field(&people::PersonRow::manager_name, "manager_name", "The name of whom the person reports to."),
    field(&people::PersonRow::left_on, "left_on",
          "The day the person left; they cannot sign in from then on."),
    field(&people::PersonRow::has_password, "has_password", "Whether a password was set, to sign in with."),
    field(&people::PersonRow::is_erased, "is_erased", "Whether the personal data was erased for good."),
    field(&people::PersonRow::system, "system", "The system of record; empty for Accord."));
}  // namespace accord
