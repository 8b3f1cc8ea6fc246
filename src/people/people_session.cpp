// SPDX-License-Identifier: Apache-2.0
#include "people/people_session.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/people_rules.hpp"
#include "people/people_token.hpp"
#include "people/secret.hpp"
#include "web/cookie.hpp"
#include "web/sources.hpp"

namespace accord::people {
namespace {

constexpr std::int64_t idle_days = 14;
constexpr std::int64_t window_ms = 15 * 60'000;
constexpr std::int64_t failures_per_account = 5, failures_per_address = 20;

Instant idle_since(Instant now) { return {now.ms - idle_days * ms_per_day}; }
Instant window_start(Instant now) { return {now.ms - window_ms}; }

/// Who holds a session's token, if it is still in use and they still work here.
std::optional<Person> person_of(const Read& read, const std::string& token) {
  const auto login = find_login(read, token_hash(token));
  if (!login || login->seen_at < idle_since(read.now())) return std::nullopt;
  auto person = read.find(login->person);
  if (!person || !may_sign_in(*person, today(read))) return std::nullopt;
  return person;
}

std::optional<web::Identity::Caller> caller_of(const Read& read, const std::string& token) {
  const auto person = person_of(read, token);
  if (!person) return std::nullopt;
  return web::Identity::Caller{actor_of(*person), csrf_token_of(token)};
}

std::vector<std::string> rights_of(const Actor& actor) {
  std::vector<std::string> codes;
  for (const auto& right : known_rights()) {
    if (actor.may(right)) codes.emplace_back(right.code);
  }
  return codes;
}

/// The reply about a session; `token` is empty where nobody is signed in in a browser. A program is told as
/// whom its own token acts.
Session session_of(const Read& read, const std::string& token) {
  const auto company = find_company(read);
  Session session;
  session.needs_setup = !company;
  session.is_demo = company && company->is_demo;
  session.today = today(read);
  const auto person = token.empty() ? read.find(Id<Person>{read.actor().person}) : person_of(read, token);
  if (!company || !person) return session;
  session.person =
      SessionPerson{person->id, person->name, person->email, person->role, person->side, person->territory};
  session.company = SessionCompany{company->name, company->currency, company->time_zone};
  session.rights = rights_of(actor_of(*person));
  if (!token.empty()) session.csrf_token = csrf_token_of(token);
  return session;
}

/// A browser says over which scheme it came; behind a server that ends TLS only it knows.
bool came_over_tls(const web::Input& input) {
  return input.request->header("origin").starts_with("https://");
}

void give_cookie(const web::Input& input, const std::string& token) {
  const auto age = std::chrono::hours(token.empty() ? 0 : 24 * idle_days);
  input.reply_header(
      "Set-Cookie",
      web::set_cookie(
          {.name = "accord_session", .value = token, .max_age = age, .is_secure = came_over_tls(input)}));
}

/// Starts a session in place of the browser's earlier one: a token known before signing in is worth nothing
/// after.
std::string start_session(Write& write, const web::Input& input, Id<Person> person) {
  if (!input.session_token.empty()) end_login(write, token_hash(input.session_token));
  const std::string token = random_token();
  Login login{{}, token_hash(token), person, write.now(), write.now()};
  store_login(write, login, idle_since(write.now()));
  return token;
}

Session reply_with_session(web::Work& work, const std::string& token) {
  give_cookie(work.input, token);
  return work.database.read(work.actor, [&](const Read& read) { return session_of(read, token); });
}

struct Attempt {
  std::string account_key, address_key;
};

Attempt attempt_of(const SignIn& body, const web::Input& input) {
  return {token_hash("account " + lower(trimmed(body.email))),
          token_hash("address " + input.request->remote)};
}

/// Tells a caller who failed too often how long to wait; it says the same of addresses that nobody has.
void refuse_too_many(const Read& read, const std::string& key, std::int64_t allowed) {
  const auto failure = find_failure(read, key);
  if (!failure || failure->count < allowed || failure->since < window_start(read.now())) return;
  const std::int64_t wait_ms = failure->since.ms + window_ms - read.now().ms;
  throw Refusal(too_many_logins, {}, wait_ms / 1'000 + 1);
}

void refuse_attempt(web::Work& work, const Attempt& attempt) {
  work.database.write(work.actor, "Fail to sign in.", [&](Write& write) {
    store_failure(write, attempt.account_key, window_start(write.now()));
    store_failure(write, attempt.address_key, window_start(write.now()));
  });
  throw Refusal(wrong_password);
}

/// An open route is called by nobody in particular; what it changes is done by the one who proved who they
/// are.
template <class F>
void write_as(web::Work& work, const Person& person, const std::string& what, F&& act) {
  work.database.write(actor_of(person), what, act);
}

}  // namespace

Actor actor_of(const Person& person) {
  Actor actor{person.id.number, person.name, person.role, person.side, std::nullopt};
  if (person.territory) actor.territory = person.territory->number;
  return actor;
}

web::Identity identity() { return {caller_of, program_of, note_use_of_token}; }

void set_password(Write& write, Id<Person> id, const std::string& password) {
  store_password_hash(write, id, password_hash(password));
  end_logins_of(write, id);
  end_tokens_of(write, id);
}

Session show_session(web::Work& work) {
  const std::string& token = work.input.session_token;
  const bool is_stale = !token.empty() && work.database.read(work.actor, [&](const Read& read) {
    const auto login = find_login(read, token_hash(token));
    return login && login->seen_at.ms < read.now().ms - ms_per_day;
  });
  if (is_stale) {
    work.database.write(work.actor, "Open Accord.",
                        [&](Write& write) { touch_login(write, token_hash(token)); });
    give_cookie(work.input, token);
  }
  return work.database.read(work.actor, [&](const Read& read) {
    auto session = session_of(read, token);
    web::note_sources(work.input, work.database, read);
    return session;
  });
}

Session sign_in(web::Work& work) {
  const auto body = from_json<SignIn>(work.input.body);
  const auto attempt = attempt_of(body, work.input);
  std::optional<Person> person;
  const std::string hash = work.database.read(work.actor, [&](const Read& read) {
    refuse_too_many(read, attempt.account_key, failures_per_account);
    refuse_too_many(read, attempt.address_key, failures_per_address);
    person = find_by_email(read, body.email);
    if (person && !may_sign_in(*person, today(read))) person.reset();
    return person ? password_hash_of(read, person->id).value_or("") : "";
  });
  if (!is_password(hash, body.password)) refuse_attempt(work, attempt);
  std::string token;
  write_as(work, *person, "Sign in.", [&](Write& write) {
    forget_failures(write, attempt.account_key);
    token = start_session(write, work.input, person->id);
  });
  return reply_with_session(work, token);
}

Session set_up(web::Work& work) {
  const auto body = from_json<SetUp>(work.input.body);
  if (trimmed(body.company).empty()) throw ShapeError("company", "Give the company's name.");
  if (trimmed(body.email).empty()) throw ShapeError("email", "Give the address to sign in with.");
  work.database.read(work.actor, [&](const Read& read) {
    refuse_if(find_company(read).has_value(), already_set_up);
    return 0;
  });
  refuse_weak_password(body.password);
  const std::string hash = password_hash(body.password);
  std::string token;
  Actor founder = work.actor;
  founder.name = "First-run set-up";
  work.database.write(founder, "Set the company up.", [&](Write& write) {
    Company company{{}, body.company, body.currency, body.time_zone};
    found(write, company);
    Person administrator;
    administrator.name = body.name;
    administrator.email = body.email;
    administrator.role = Role::administrator;
    const auto id = add(write, administrator);
    store_password_hash(write, id, hash);
    token = start_session(write, work.input, id);
  });
  return reply_with_session(work, token);
}

web::Done sign_out(Write& write, const web::Input& input) {
  refuse_programs(input);
  end_login(write, token_hash(input.session_token));
  give_cookie(input, {});
  return {};
}

web::Done change_own_password(web::Work& work) {
  refuse_programs(work.input);
  const auto body = from_json<OwnPassword>(work.input.body);
  const Id<Person> me{work.actor.person};
  const std::string present = work.database.read(
      work.actor, [&](const Read& read) { return password_hash_of(read, me).value_or(""); });
  refuse_if(!is_password(present, body.current), wrong_old_password);
  refuse_weak_password(body.password);
  const std::string hash = password_hash(body.password);
  work.database.write(work.actor, "Change one's own password.", [&](Write& write) {
    store_password_hash(write, me, hash);
    end_logins_of(write, me, token_hash(work.input.session_token));
  });
  return {};
}

web::Done set_password_of(web::Work& work) {
  refuse_programs(work.input);
  const auto body = from_json<NewPassword>(work.input.body);
  const auto id = work.input.id_of<Person>();
  work.database.read(work.actor, [&](const Read& read) {
    const auto person = find_row(read, id);
    refuse_if(!person, web::not_found);
    refuse_if(person->email.empty(), no_email_no_password, person->name);
    return 0;
  });
  refuse_weak_password(body.password);
  const std::string hash = password_hash(body.password);
  work.database.write(work.actor, "Set somebody's password.", [&](Write& write) {
    store_password_hash(write, id, hash);
    end_logins_of(write, id);
    end_tokens_of(write, id);
  });
  return {};
}

}  // namespace accord::people
