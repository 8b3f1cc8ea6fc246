// SPDX-License-Identifier: Apache-2.0
#include "db/history.hpp"
#include "people/people_erasure.hpp"
#include "people/people_session.hpp"
#include "people/people_token.hpp"

namespace accord::people {
namespace {

/// What an administrator says about a person.
struct PersonChange {
  std::string name, email;
  Role role = Role::salesperson;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<Person>> manager;
  std::optional<Day> left_on;
};

/// What an administrator says about the company.
struct CompanyChange {
  std::string name, currency, time_zone;
};

/// The number of what was made; who it is stays in one place, so that it can be erased.
struct PersonMade {
  Id<Person> id;
};

/// How many people work in a territory.
struct TerritoryPeople {
  Id<territory::Territory> id, territory;
  std::string territory_name;
  std::int64_t people = 0, people_with_below = 0;
};

/// A right, and which roles hold it.
struct RightRow {
  std::string right, sentence;
  bool salesperson = false, sales_manager = false, marketer = false, marketing_manager = false;
  bool liaison = false, arbiter = false, finance = false, administrator = false;
};

/// A right, and whether one person holds it.
struct PersonRight {
  std::string right, sentence;
  bool is_held = false;
  std::optional<std::string> territory;
};

}  // namespace
}  // namespace accord::people

namespace accord {
template <>
inline constexpr auto described<people::PersonChange> = record(
    "person_change", "What an administrator says about a person.",
    field(&people::PersonChange::name, "name", "Full name.", up_to(200)),
    field(&people::PersonChange::email, "email",
          "Signs in with it; empty for people who only appear in records.", has_default, up_to(200)),
    field(&people::PersonChange::role, "role", "What the person does; side and rights follow from it."),
    field(&people::PersonChange::territory, "territory",
          "Sees this territory and those below; nothing means all."),
    field(&people::PersonChange::manager, "manager", "Whom the person reports to."),
    field(&people::PersonChange::left_on, "left_on",
          "The day the person left; they cannot sign in from then on."));
template <>
inline constexpr auto described<people::CompanyChange> =
    record("company_change", "What an administrator says about the company.",
           field(&people::CompanyChange::name, "name", "The firm's name.", up_to(200)),
           field(&people::CompanyChange::currency, "currency",
                 "The currency that figures are shown in (ISO 4217).", up_to(3)),
           field(&people::CompanyChange::time_zone, "time_zone",
                 "The IANA time zone that days are counted in.", up_to(60)));
template <>
inline constexpr auto described<people::PersonMade> = record("person_made", "The number of a person.",
                                                             field(&people::PersonMade::id, "id",
                                                                   "The person's number."));
template <>
inline constexpr auto described<people::TerritoryPeople> = record(
    "territory_people", "How many people work in a territory.",
    field(&people::TerritoryPeople::id, "id", "The territory's number."),
    field(&people::TerritoryPeople::territory, "territory", "The territory."),
    field(&people::TerritoryPeople::territory_name, "territory_name", "The territory's name.", searched),
    field(&people::TerritoryPeople::people, "people", "How many people work in it itself.", unit::count),
    field(&people::TerritoryPeople::people_with_below, "people_with_below",
          "How many people work in it or below it.", unit::count));
template <>
inline constexpr auto described<people::RightRow> = record(
    "right_row", "A right, and which roles hold it.",
    field(&people::RightRow::right, "right", "The right's code."),
    field(&people::RightRow::sentence, "sentence", "What it allows."),
    field(&people::RightRow::salesperson, "salesperson", "Whether salespeople hold it."),
    field(&people::RightRow::sales_manager, "sales_manager", "Whether sales managers hold it."),
    field(&people::RightRow::marketer, "marketer", "Whether marketers hold it."),
    field(&people::RightRow::marketing_manager, "marketing_manager", "Whether marketing managers hold it."),
    field(&people::RightRow::liaison, "liaison", "Whether the liaison holds it."),
    field(&people::RightRow::arbiter, "arbiter", "Whether the arbiter holds it."),
    field(&people::RightRow::finance, "finance", "Whether finance holds it."),
    field(&people::RightRow::administrator, "administrator", "Whether administrators hold it."));
template <>
inline constexpr auto described<people::PersonRight> =
    record("person_right", "A right, and whether one person holds it.",
           field(&people::PersonRight::right, "right", "The right's code."),
           field(&people::PersonRight::sentence, "sentence", "What it allows."),
           field(&people::PersonRight::is_held, "is_held", "Whether this person holds it."),
           field(&people::PersonRight::territory, "territory",
                 "The territory it is limited to, with those below; nothing means all."));
}  // namespace accord

namespace accord::people {
namespace {

/// The person of the path; `me` is whoever asks.
PersonRow person_of(const Read& read, const web::Input& input) {
  const bool is_me = input.path("id") == "me";
  auto row = find_row(read, is_me ? Id<Person>{read.actor().person} : input.id_of<Person>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

template <class T>
Listed<T> whole(std::vector<T> items) {
  const auto total = static_cast<std::int64_t>(items.size());
  return {std::move(items), std::nullopt, total};
}

Listed<PersonRow> list_people(const Read& read, const web::Input& input) {
  return list<PersonRow>(read, input.list());
}

Listed<TerritoryPeople> count_people(const Read& read, const web::Input& input) {
  return list<TerritoryPeople>(read, input.list());
}

Listed<Change> person_history(const Read& read, const web::Input& input) {
  return whole(history(read, info_of<Person>(), person_of(read, input).id.number));
}

Listed<PersonRight> rights_of_person(const Read& read, const web::Input& input) {
  const auto person = person_of(read, input);
  const bool is_here = !has_left(person.left_on, today(read));
  std::vector<PersonRight> rights;
  for (const auto& right : known_rights()) {
    const bool is_held = is_here && holds(right, person.role, person.territory.has_value());
    rights.push_back({std::string(right.code), std::string(right.sentence), is_held, person.territory_name});
  }
  return whole(std::move(rights));
}

RightRow row_of(const Right& right) {
  const auto has = [&](Role role) { return right.held_by.has(role); };
  return {.right = std::string(right.code),
          .sentence = std::string(right.sentence),
          .salesperson = has(Role::salesperson),
          .sales_manager = has(Role::sales_manager),
          .marketer = has(Role::marketer),
          .marketing_manager = has(Role::marketing_manager),
          .liaison = has(Role::liaison),
          .arbiter = has(Role::arbiter),
          .finance = has(Role::finance),
          .administrator = has(Role::administrator)};
}

Listed<RightRow> list_rights(const Read&, const web::Input&) {
  std::vector<RightRow> rows;
  for (const auto& right : known_rights()) rows.push_back(row_of(right));
  return whole(std::move(rows));
}

void take(Person& person, const PersonChange& body) {
  person.name = body.name;
  person.email = body.email;
  person.role = body.role;
  person.territory = body.territory;
  person.manager = body.manager;
  person.left_on = body.left_on;
}

PersonMade add_person(Write& write, const web::Input&, const PersonChange& body) {
  Person person;
  take(person, body);
  territory::refuse_unknown(write, person.territory);
  return {add(write, person)};
}

PersonMade change_person(Write& write, const web::Input& input, const PersonChange& body) {
  Person person = *write.find(person_of(write, input).id);
  refuse_if(!person.system.empty() && person.name != body.name, territory::name_kept_elsewhere,
            person.system);
  take(person, body);
  change(write, person);
  return {person.id};
}

PersonMade erase_person(Write& write, const web::Input& input) {
  const auto person = person_of(write, input);
  refuse_if(!has_left(person.left_on, today(write)), still_works_here, person.name);
  erase(write, person.id);
  return {person.id};
}

Company show_company(const Read& read, const web::Input&) { return company(read); }

Company change_company(Write& write, const web::Input&, const CompanyChange& body) {
  Company changed = company(write);
  changed.name = body.name;
  changed.currency = body.currency;
  changed.time_zone = body.time_zone;
  change(write, changed);
  return changed;
}

std::vector<std::string> recognise_erased(Dialect dialect) {
  auto statements = create_statements(plain_table<ErasedIdentity>({{"record"}}), dialect);
  statements.push_back(names_are_looked_up());
  return statements;
}

std::vector<std::string> let_programs_in(Dialect dialect) {
  return create_statements(plain_table<ApiToken>({{"token_hash", true}, {"person"}}), dialect);
}

std::vector<web::Route> session_routes() {
  using web::Method;
  return {web::work(Method::get, "/session", web::anyone, "Show who is signed in, and what they may do.",
                    show_session),
          web::work(Method::post, "/session", web::anyone, "Sign in.", sign_in, &info_of<SignIn>),
          web::act(Method::remove, "/session", web::signed_in, "Sign out.", sign_out),
          web::work(Method::post, "/setup", web::anyone, "Set the company up, with its first administrator.",
                    set_up, &info_of<SetUp>),
          web::work(Method::put, "/people/me/password", web::signed_in, "Change one's own password.",
                    change_own_password, &info_of<OwnPassword>),
          web::work(Method::put, "/people/{id}/password", manage_people, "Set somebody's password.",
                    set_password_of, &info_of<NewPassword>)};
}

std::vector<web::Route> all_routes() {
  using web::Method;
  std::vector<web::Route> routes{
      web::get_list("/people", see_people, "List the people who work here.", list_people),
      web::get_list("/people/territories", see_people, "Count the people of each territory.", count_people),
      web::get("/people/{id}", see_people, "Show a person.", person_of),
      web::get_list("/people/{id}/history", see_people, "Show what was ever changed about a person.",
                    person_history),
      web::get_list("/people/{id}/rights", see_people, "Show what a person may do.", rights_of_person),
      web::get_list("/rights", see_people, "Show which roles hold which rights.", list_rights),
      web::act(Method::post, "/people", manage_people, "Add a person.", add_person),
      web::act(Method::put, "/people/{id}", manage_people, "Change a person.", change_person),
      web::act(Method::post, "/people/{id}/erasure", manage_people,
               "Erase a person's personal data for good.", erase_person),
      web::get("/company", see_people, "Show the company.", show_company),
      web::act(Method::put, "/company", manage_company, "Change the company.", change_company)};
  for (auto& route : session_routes()) routes.push_back(std::move(route));
  for (auto& route : token_routes()) routes.push_back(std::move(route));
  return routes;
}

}  // namespace

const Subject subject{
    .name = "people",
    .schema = {.subject = "people",
               .tables = {record_table<Company>(), record_table<Person>({{"email"}, {"name"}, {"territory"}}),
                          plain_table<Credential>({{"person", true}}),
                          untold(plain_table<Login>({{"token_hash", true}, {"person"}})),
                          untold(plain_table<LoginFailure>({{"attempt_key", true}})),
                          plain_table<ErasedIdentity>({{"record"}}),
                          plain_table<ApiToken>({{"token_hash", true}, {"person"}})},
               .views = {person_row_view, actor_name_view, territory_people_view},
               .migrations = {{"Those who were erased are recognised; names of people are looked up.",
                               recognise_erased},
                              {"Programs act as people, by tokens.", let_programs_in}}},
    .routes = all_routes(),
    .pages = {{"/people", "People", "Company", see_people, "PeoplePage"},
              {"/people/{id}", "Person", "", see_people, "PersonPage"},
              {"/people/{id}/rights", "What may they do?", "", see_people, "PersonRightsPage"},
              {"/people/me/account", "My account", "", web::signed_in, "AccountPage"},
              {"/company", "Company", "Company", manage_company, "CompanyPage"},
              {"/rights", "Rights", "Company", see_people, "RightsPage"}},
    .rules = {&wrong_password, &too_many_logins, &already_set_up, &token_not_valid, &not_by_token,
              &too_many_tokens, &weak_password, &wrong_old_password, &no_email_no_password, &person_unknown,
              &manager_circle, &still_works_here, &email_taken, &last_administrator},
    .checks = {{"people_have_the_side_of_their_role", "Each person's side is that of their role.",
                side_violations},
               {"email_addresses_are_unique", "No two people sign in with the same address.",
                email_violations}},
    .jumps = {{"Person", see_people, "/people", &info_of<PersonRow>, {"role", "territory_name"}}}};

}  // namespace accord::people
