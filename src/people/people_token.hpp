// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "people/people_store.hpp"

/// How a program acts as a person: by a token that the person made for it.
namespace accord::people {

constexpr std::size_t tokens_max = 20;

/// What a person says of a token to be made.
struct NewToken {
  std::string name;
  std::optional<Day> last_day;
};

/// The one reply that holds the token.
struct TokenMade {
  Id<ApiToken> id;
  std::string token;
};

/// A token as its page shows it; what it is, nobody can look up.
struct TokenRow {
  Id<ApiToken> id;
  std::string name;
  Instant made_at;
  std::optional<Day> last_day;
  bool is_over = false;
  std::optional<Instant> used_at;
};

/// Who sends this token; throws where it opens nothing.
web::Identity::Program program_of(const Read&, const std::string& token);
void note_use_of_token(Write&, const std::string& token);

/// What a token must not do, so that it does not outlive whoever finds it out: only a session has a token of
/// its own here.
void refuse_programs(const web::Input&);

std::vector<web::Route> token_routes();

}  // namespace accord::people

namespace accord {
template <>
inline constexpr auto described<people::NewToken> =
    record("new_token", "What a person says of a token for a program.",
           field(&people::NewToken::name, "name", "What it is for, so that it is known again.", up_to(100)),
           field(&people::NewToken::last_day, "last_day",
                 "The last day on which it opens anything; nothing for no end."));
template <>
inline constexpr auto described<people::TokenMade> =
    record("token_made", "A token, shown this once.",
           field(&people::TokenMade::id, "id", "Its number in the list, to revoke it by."),
           field(&people::TokenMade::token, "token",
                 "What the program sends as Authorization: Bearer; only a hash of it is kept."));
template <>
inline constexpr auto described<people::TokenRow> = record(
    "token_row", "A token that a person made for a program.",
    field(&people::TokenRow::id, "id", "Its number."),
    field(&people::TokenRow::name, "name", "What it is for."),
    field(&people::TokenRow::made_at, "made_at", "When it was made."),
    field(&people::TokenRow::last_day, "last_day", "The last day on which it opens anything."),
    field(&people::TokenRow::is_over, "is_over", "Whether that day is over."),
    field(&people::TokenRow::used_at, "used_at", "When it was last used, to the hour; nothing: never."));
}  // namespace accord
