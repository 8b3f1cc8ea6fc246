// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "people/people_store.hpp"

namespace accord::people {

/// An address and the password that belongs to it.
struct SignIn {
  std::string email, password;
};

/// What first-run set-up asks for: the company and its first administrator.
struct SetUp {
  std::string company, currency, time_zone, name, email, password;
};

/// Who is signed in, for the screens.
struct SessionPerson {
  Id<Person> id;
  std::string name, email;
  Role role = Role::salesperson;
  Side side = Side::sales;
  std::optional<Id<territory::Territory>> territory;
};

/// The firm, for the screens.
struct SessionCompany {
  std::string name, currency, time_zone;
};

/// What the screens need to know of a session before they show anything.
struct Session {
  std::optional<SessionPerson> person;
  std::vector<std::string> rights;
  std::string csrf_token;
  std::optional<SessionCompany> company;
  bool is_demo = false, needs_setup = false;
  Day today;
};

/// A person replaces their own password.
struct OwnPassword {
  std::string current, password;
};

/// An administrator sets somebody's password.
struct NewPassword {
  std::string password;
};

/// As whom a person acts.
Actor actor_of(const Person&);
Session show_session(web::Work&);
Session sign_in(web::Work&);
Session set_up(web::Work&);
web::Done sign_out(Write&, const web::Input&);
web::Done change_own_password(web::Work&);
web::Done set_password_of(web::Work&);

}  // namespace accord::people

namespace accord {
template <>
inline constexpr auto described<people::SignIn> =
    record("sign_in", "An address and the password that belongs to it.",
           field(&people::SignIn::email, "email", "The person's e-mail address.", up_to(200)),
           field(&people::SignIn::password, "password", "The password.", up_to(1'000)));
template <>
inline constexpr auto described<people::SetUp> = record(
    "set_up", "What first-run set-up asks for: the company and its first administrator.",
    field(&people::SetUp::company, "company", "The firm's name.", up_to(200)),
    field(&people::SetUp::currency, "currency", "What figures are shown in (ISO 4217).", up_to(3)),
    field(&people::SetUp::time_zone, "time_zone", "The IANA time zone that days are counted in.", up_to(60)),
    field(&people::SetUp::name, "name", "The administrator's full name.", up_to(200)),
    field(&people::SetUp::email, "email", "The address the administrator signs in with.", up_to(200)),
    field(&people::SetUp::password, "password", "At least 12 characters.", up_to(1'000)));
template <>
inline constexpr auto described<people::SessionPerson> = record(
    "session_person", "Who is signed in.", field(&people::SessionPerson::id, "id", "The person's number."),
    field(&people::SessionPerson::name, "name", "Full name."),
    field(&people::SessionPerson::email, "email", "The address they sign in with."),
    field(&people::SessionPerson::role, "role", "What the person does; rights follow from it."),
    field(&people::SessionPerson::side, "side", "Sales, marketing or none."),
    field(&people::SessionPerson::territory, "territory", "What they see is limited to; nothing means all."));
template <>
inline constexpr auto described<people::SessionCompany> =
    record("session_company", "The firm.", field(&people::SessionCompany::name, "name", "Its name."),
           field(&people::SessionCompany::currency, "currency", "What figures are shown in (ISO 4217)."),
           field(&people::SessionCompany::time_zone, "time_zone", "The time zone that days are counted in."));
template <>
inline constexpr auto described<people::Session> =
    record("session", "What the screens need to know of a session before they show anything.",
           field(&people::Session::person, "person", "Who is signed in; nothing where nobody is."),
           field(&people::Session::rights, "rights", "The codes of the rights they hold."),
           field(&people::Session::csrf_token, "csrf_token", "What every change carries as X-CSRF-Token."),
           field(&people::Session::company, "company", "The firm; nothing where nobody is signed in."),
           field(&people::Session::is_demo, "is_demo", "Whether this is the demo company."),
           field(&people::Session::needs_setup, "needs_setup",
                 "Whether company and administrator are still to come."),
           field(&people::Session::today, "today", "The company's day."));
template <>
inline constexpr auto described<people::OwnPassword> = record(
    "own_password", "A person replaces their own password.",
    field(&people::OwnPassword::current, "current", "The present one.", up_to(1'000)),
    field(&people::OwnPassword::password, "password", "The new one, at least 12 characters.", up_to(1'000)));
template <>
inline constexpr auto described<people::NewPassword> =
    record("new_password", "An administrator sets somebody's password.",
           field(&people::NewPassword::password, "password", "At least 12 characters.", up_to(1'000)));
}  // namespace accord
