// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "people/people.hpp"

namespace accord::people {

/// The hash of somebody's password; not a record, so that old hashes are not kept.
struct Credential {
  Id<Credential> id;
  Id<Person> person;
  std::string hash;
};

/// A browser in which somebody is signed in, by the hash of its token: a stolen file signs nobody in.
struct Login {
  Id<Login> id;
  std::string token_hash;
  Id<Person> person;
  Instant started_at, seen_at;
};

/// A program that acts as a person, by the hash of its token: a stolen file opens nothing.
struct ApiToken {
  Id<ApiToken> id;
  std::string token_hash;
  Id<Person> person;  ///< who made it, and as whom it acts
  std::string name;
  Instant made_at;
  std::optional<Day> last_day;
  std::optional<Instant> used_at;  ///< to the hour
};

/// Failed attempts to sign in for one account or from one address, by a hash of which it is.
struct LoginFailure {
  Id<LoginFailure> id;
  std::string key;
  std::int64_t count = 0;
  Instant since;
};

extern const std::string_view person_row_view, actor_name_view, territory_people_view;

/// One person, if the actor may see them.
std::optional<PersonRow> find_row(const Read&, Id<Person>);
std::vector<Person> every_person(const Read&);
bool is_last_administrator(const Read&, Id<Person>);

std::optional<std::string> password_hash_of(const Read&, Id<Person>);
void store_password_hash(Write&, Id<Person>, const std::string& hash);
void forget_password_hash(Write&, Id<Person>);

std::optional<Login> find_login(const Read&, const std::string& token_hash);
/// Also forgets the logins that nobody used since `idle_since`.
void store_login(Write&, Login&, Instant idle_since);
void touch_login(Write&, const std::string& token_hash);
void end_login(Write&, const std::string& token_hash);
void end_logins_of(Write&, Id<Person>, const std::string& except_token_hash = {});

std::optional<ApiToken> find_token(const Read&, const std::string& token_hash);
/// Those that a person made, the newest first.
std::vector<ApiToken> tokens_of(const Read&, Id<Person>);
void touch_token(Write&, const std::string& token_hash);
/// False where the person has no such token.
bool end_token(Write&, Id<Person>, Id<ApiToken>);
void end_tokens_of(Write&, Id<Person>);

std::optional<LoginFailure> find_failure(const Read&, const std::string& key);
/// Counts one more; failures from before `window_start` count no more.
void store_failure(Write&, const std::string& key, Instant window_start);
void forget_failures(Write&, const std::string& key);

/// Violations of `people_have_the_side_of_their_role` and of `email_addresses_are_unique`.
std::vector<std::string> side_violations(const Read&);
std::vector<std::string> email_violations(const Read&);

}  // namespace accord::people

namespace accord {
template <>
inline constexpr auto described<people::Credential> =
    record("credential", "The hash of somebody's password.",
           field(&people::Credential::id, "id", "The row's number."),
           field(&people::Credential::person, "person", "Whose."),
           field(&people::Credential::hash, "hash", "Argon2id, with its salt and its cost.", secret));
template <>
inline constexpr auto described<people::Login> =
    record("login", "A browser in which somebody is signed in.",
           field(&people::Login::id, "id", "The row's number."),
           field(&people::Login::token_hash, "token_hash", "The hash of the token in its cookie.", secret),
           field(&people::Login::person, "person", "Who."),
           field(&people::Login::started_at, "started_at", "When they signed in."),
           field(&people::Login::seen_at, "seen_at", "When Accord was last opened there, to the day."));
template <>
inline constexpr auto described<people::ApiToken> =
    record("api_token", "A program that acts as a person.",
           field(&people::ApiToken::id, "id", "The token's number."),
           field(&people::ApiToken::token_hash, "token_hash", "The hash of the token.", secret),
           field(&people::ApiToken::person, "person", "Who made it, and as whom it acts."),
           field(&people::ApiToken::name, "name", "What it is for.", up_to(100)),
           field(&people::ApiToken::made_at, "made_at", "When it was made."),
           field(&people::ApiToken::last_day, "last_day", "The last day on which it opens anything."),
           field(&people::ApiToken::used_at, "used_at", "When it was last used, to the hour."));
template <>
inline constexpr auto described<people::LoginFailure> =
    record("login_failure", "Failed attempts to sign in for one account or from one address.",
           field(&people::LoginFailure::id, "id", "The row's number."),
           field(&people::LoginFailure::key, "attempt_key", "The hash of the account or address.", secret),
           field(&people::LoginFailure::count, "failures", "How many."),
           field(&people::LoginFailure::since, "since", "When the first of them was."));
}  // namespace accord
