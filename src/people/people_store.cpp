// SPDX-License-Identifier: Apache-2.0
#include "people/people_store.hpp"

#include "base/text.hpp"
#include "people/people_rules.hpp"

namespace accord::people {
namespace {

#define PERSON_COLUMNS "id, name, email, role, side, territory, manager, left_on, system"
#define PERSON_ROW_COLUMNS                                                                   \
  "id, name, email, role, side, territory, territory_name, manager, manager_name, left_on, " \
  "has_password, is_erased, system"

const Sql the_company{"SELECT id, name, currency, time_zone, is_demo FROM company ORDER BY id LIMIT 1"};
const Sql by_email{"SELECT " PERSON_COLUMNS " FROM person WHERE email = :email ORDER BY id LIMIT 1"};
// Somebody who works here comes before a namesake who left.
const Sql by_name{"SELECT " PERSON_COLUMNS
                  " FROM person WHERE LOWER(name) = LOWER(:name) "
                  "ORDER BY CASE WHEN left_on IS NULL THEN 0 ELSE 1 END, id LIMIT 1"};
const Sql all_people{"SELECT " PERSON_COLUMNS " FROM person ORDER BY id"};
const Sql all_names{"SELECT id, name FROM person"};
const Sql row_by_id{"SELECT " PERSON_ROW_COLUMNS
                    " FROM person_row WHERE id = :id AND " ACCORD_IN_SCOPE("territory")};
const Sql other_administrators{
    "SELECT COUNT(*) FROM person p JOIN credential c ON c.person = p.id "
    "WHERE p.role = 'administrator' AND p.left_on IS NULL AND p.email <> '' AND p.id <> :id"};

const Sql hash_of_person{"SELECT hash FROM credential WHERE person = :person"};
const Sql delete_hash{"DELETE FROM credential WHERE person = :person"};

const Sql login_by_token{
    "SELECT id, token_hash, person, started_at, seen_at FROM login WHERE token_hash = :token_hash"};
const Sql see_login{"UPDATE login SET seen_at = :now WHERE token_hash = :token_hash"};
const Sql delete_login{"DELETE FROM login WHERE token_hash = :token_hash"};
const Sql delete_idle_logins{"DELETE FROM login WHERE seen_at < :idle_since"};
const Sql delete_logins_of{"DELETE FROM login WHERE person = :person AND token_hash <> :except_token_hash"};

#define TOKEN_COLUMNS "id, token_hash, person, name, made_at, last_day, used_at"
const Sql token_by_hash{"SELECT " TOKEN_COLUMNS " FROM api_token WHERE token_hash = :token_hash"};
const Sql tokens_of_person{"SELECT " TOKEN_COLUMNS " FROM api_token WHERE person = :person ORDER BY id DESC"};
const Sql see_token{"UPDATE api_token SET used_at = :now WHERE token_hash = :token_hash"};
const Sql token_of_person{"SELECT id FROM api_token WHERE id = :id AND person = :person"};
const Sql delete_token{"DELETE FROM api_token WHERE id = :id"};
const Sql delete_tokens_of{"DELETE FROM api_token WHERE person = :person"};

const Sql failure_by_key{
    "SELECT id, attempt_key, failures, since FROM login_failure WHERE attempt_key = :key"};
const Sql count_failure{"UPDATE login_failure SET failures = failures + 1 WHERE attempt_key = :key"};
const Sql delete_failure{"DELETE FROM login_failure WHERE attempt_key = :key"};
const Sql delete_old_failures{"DELETE FROM login_failure WHERE since < :window_start"};

const Sql doubled_emails{
    "SELECT email, COUNT(*) FROM person WHERE email <> '' GROUP BY email HAVING COUNT(*) > 1"};

void refuse_what_does_not_fit(const Read& read, const Person& person) {
  check_shape(person);
  if (!person.email.empty()) {
    const auto other = find_by_email(read, person.email);
    refuse_if(other && other->id != person.id, email_taken, person.email);
  }
  refuse_if(person.territory && !read.find(*person.territory), territory::territory_unknown);
  refuse_if(person.manager && !read.find(*person.manager), person_unknown);
}

std::map<std::int64_t, std::int64_t> managers(const Read& read) {
  std::map<std::int64_t, std::int64_t> managers;
  for (const auto& person : every_person(read)) {
    if (person.manager) managers[person.id.number] = person.manager->number;
  }
  return managers;
}

}  // namespace

const std::string_view person_row_view =
    "CREATE VIEW person_row AS SELECT p.id, CASE WHEN p.name = '' THEN 'Erased person' ELSE p.name END AS "
    "name, "
    "p.email, p.role, p.side, p.territory, t.name AS territory_name, p.manager, m.name AS manager_name, "
    "p.left_on, CASE WHEN c.id IS NULL THEN 0 ELSE 1 END AS has_password, "
    "CASE WHEN p.name = '' THEN 1 ELSE 0 END AS is_erased, p.system "
    "FROM person p LEFT JOIN territory t ON t.id = p.territory LEFT JOIN person m ON m.id = p.manager "
    "LEFT JOIN credential c ON c.person = p.id";

const std::string_view actor_name_view =
    "CREATE VIEW actor_name AS SELECT id AS person, CASE WHEN name = '' THEN 'Erased person' ELSE name END "
    "AS name FROM person";

const std::string_view territory_people_view =
    "CREATE VIEW territory_people AS SELECT t.id, t.id AS territory, t.name AS territory_name, "
    "(SELECT COUNT(*) FROM person p WHERE p.territory = t.id AND p.left_on IS NULL) AS people, "
    "(SELECT COUNT(*) FROM person p JOIN territory_reach r ON r.below = p.territory "
    "WHERE r.above = t.id AND p.left_on IS NULL) AS people_with_below FROM territory t";

std::optional<Company> find_company(const Read& read) { return read.one<Company>(the_company); }

Company company(const Read& read) {
  auto found = find_company(read);
  if (!found) throw Fault("This file holds no company yet. Open Accord in a browser and set it up.");
  return std::move(*found);
}

Currency currency_of(const Read& read) { return parse_currency(company(read).currency).value_or(Currency{}); }

std::string company_time_zone(const Read& read) {
  const auto company = find_company(read);
  return company ? company->time_zone : "UTC";
}

ListRequest by_company_days(const Read& read, ListRequest request) {
  request.time_zone = company_time_zone(read);
  return request;
}

Day today(const Read& read) { return day_in(read.now(), company_time_zone(read)); }

void found(Write& write, Company& company) {
  check_shape(company);
  refuse_if(find_company(write).has_value(), already_set_up);
  write.insert(company);
}

void change(Write& write, const Company& company) {
  check_shape(company);
  write.update(company);
}

std::optional<Person> find_by_email(const Read& read, std::string_view email) {
  if (email.empty()) return std::nullopt;
  return read.one<Person>(by_email, {{"email", lower(trimmed(email))}});
}

std::optional<Person> find_by_name(const Read& read, std::string_view name) {
  if (trimmed(name).empty()) return std::nullopt;
  return read.one<Person>(by_name, {{"name", trimmed(name)}});
}

std::vector<Person> every_person(const Read& read) { return read.all<Person>(all_people); }

std::map<std::int64_t, std::string> names(const Read& read) {
  std::map<std::int64_t, std::string> names;
  read.each(all_names, {}, [&](const Row& row) {
    const auto name = row.text(1);
    names.emplace(row.integer(0), name.empty() ? "Erased person" : std::string(name));
  });
  return names;
}

std::optional<PersonRow> find_row(const Read& read, Id<Person> id) {
  return read.one<PersonRow>(row_by_id, {{"id", id}, read.scope()});
}

bool is_last_administrator(const Read& read, Id<Person> id) {
  const auto person = read.find(id);
  if (!person || person->role != Role::administrator || person->left_on) return false;
  return read.integer(other_administrators, {{"id", id}}) == 0;
}

Id<Person> add(Write& write, Person& person) {
  tidy(person);
  refuse_what_does_not_fit(write, person);
  return write.insert(person);
}

void change(Write& write, Person& person) {
  tidy(person);
  refuse_what_does_not_fit(write, person);
  auto line = managers(write);
  if (person.manager) line[person.id.number] = person.manager->number;
  refuse_if(person.manager && is_own_manager(line, person.id.number), manager_circle, person.name);
  const bool still_rules = person.role == Role::administrator && !person.left_on && !person.email.empty();
  refuse_if(!still_rules && is_last_administrator(write, person.id), last_administrator, person.name);
  write.update(person);
  if (may_sign_in(person, today(write))) return;
  end_logins_of(write, person.id);
  end_tokens_of(write, person.id);
}

std::optional<std::string> password_hash_of(const Read& read, Id<Person> id) {
  return read.text(hash_of_person, {{"person", id}});
}

void forget_password_hash(Write& write, Id<Person> id) { write.run(delete_hash, {{"person", id}}); }

void store_password_hash(Write& write, Id<Person> id, const std::string& hash) {
  forget_password_hash(write, id);
  Credential credential{{}, id, hash};
  write.insert_plain(credential);
}

std::optional<Login> find_login(const Read& read, const std::string& token_hash) {
  return read.one<Login>(login_by_token, {{"token_hash", token_hash}});
}

void store_login(Write& write, Login& login, Instant idle_since) {
  write.run(delete_idle_logins, {{"idle_since", idle_since}});
  write.insert_plain(login);
}

void touch_login(Write& write, const std::string& token_hash) {
  write.run(see_login, {{"token_hash", token_hash}, {"now", write.now()}});
}

void end_login(Write& write, const std::string& token_hash) {
  write.run(delete_login, {{"token_hash", token_hash}});
}

void end_logins_of(Write& write, Id<Person> id, const std::string& except_token_hash) {
  write.run(delete_logins_of, {{"person", id}, {"except_token_hash", except_token_hash}});
}

std::optional<ApiToken> find_token(const Read& read, const std::string& token_hash) {
  return read.one<ApiToken>(token_by_hash, {{"token_hash", token_hash}});
}

std::vector<ApiToken> tokens_of(const Read& read, Id<Person> id) {
  return read.all<ApiToken>(tokens_of_person, {{"person", id}});
}

void touch_token(Write& write, const std::string& token_hash) {
  write.run(see_token, {{"token_hash", token_hash}, {"now", write.now()}});
}

bool end_token(Write& write, Id<Person> person, Id<ApiToken> id) {
  if (!write.integer(token_of_person, {{"id", id}, {"person", person}})) return false;
  write.run(delete_token, {{"id", id}});
  return true;
}

void end_tokens_of(Write& write, Id<Person> id) { write.run(delete_tokens_of, {{"person", id}}); }

std::optional<LoginFailure> find_failure(const Read& read, const std::string& key) {
  return read.one<LoginFailure>(failure_by_key, {{"key", key}});
}

void store_failure(Write& write, const std::string& key, Instant window_start) {
  write.run(delete_old_failures, {{"window_start", window_start}});
  if (find_failure(write, key)) return write.run(count_failure, {{"key", key}});
  LoginFailure failure{{}, key, 1, write.now()};
  write.insert_plain(failure);
}

void forget_failures(Write& write, const std::string& key) { write.run(delete_failure, {{"key", key}}); }

std::vector<std::string> side_violations(const Read& read) {
  std::vector<std::string> violations;
  for (const auto& person : every_person(read)) {
    if (person.side == side_of(person.role)) continue;
    violations.push_back("Person " + std::to_string(person.id.number) + " is a " +
                         std::string(name_of(person.role)) + " but on the side " +
                         std::string(name_of(person.side)) + ".");
  }
  return violations;
}

std::vector<std::string> email_violations(const Read& read) {
  std::vector<std::string> violations;
  read.each(doubled_emails, {}, [&](const Row& row) {
    violations.push_back(counted(row.integer(1), "person has", "people have") + " the address " +
                         std::string(row.text(0)) + ".");
  });
  return violations;
}

}  // namespace accord::people
