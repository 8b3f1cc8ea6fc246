// SPDX-License-Identifier: Apache-2.0
#include "people/people_token.hpp"

#include "base/text.hpp"
#include "people/people_rules.hpp"
#include "people/people_session.hpp"
#include "people/secret.hpp"

namespace accord::people {
namespace {

/// A use is noted once an hour: a program that only reads must not make each reading a commit.
constexpr std::int64_t noted_every_ms = 3'600'000;
/// Scanners for secrets that were published by mistake know a token by its beginning.
constexpr std::string_view prefix = "accord_";

bool is_over(const std::optional<Day>& last_day, Day today) { return last_day && *last_day < today; }

Id<Person> me(const Read& read) { return {read.actor().person}; }

Listed<TokenRow> list_tokens(const Read& read, const web::Input&) {
  const auto day = today(read);
  std::vector<TokenRow> rows;
  for (const auto& token : tokens_of(read, me(read)))
    rows.push_back({{token.id.number},
                    token.name,
                    token.made_at,
                    token.last_day,
                    is_over(token.last_day, day),
                    token.used_at});
  const auto total = static_cast<std::int64_t>(rows.size());
  return {std::move(rows), std::nullopt, total};
}

void check_shape(const NewToken& body, Day today) {
  std::vector<ShapeProblem> problems;
  if (trimmed(body.name).empty()) problems.push_back({"name", "Say what the token is for."});
  if (is_over(body.last_day, today)) problems.push_back({"last_day", "This day is over already."});
  if (!problems.empty()) throw ShapeError(std::move(problems));
}

/// Work and no act: the replies of acts are kept for retries, and this one holds the token.
TokenMade make_token(web::Work& work) {
  refuse_programs(work.input);
  const auto body = from_json<NewToken>(work.input.body);
  const std::string token = std::string(prefix) + random_token();
  TokenMade made{{}, token};
  work.database.write(work.actor, "Make a token for a program.", [&](Write& write) {
    check_shape(body, today(write));
    refuse_if(tokens_of(write, me(write)).size() >= tokens_max, too_many_tokens);
    ApiToken kept{{},          token_hash(token), me(write),   std::string(trimmed(body.name)),
                  write.now(), body.last_day,     std::nullopt};
    made.id = write.insert_plain(kept);
  });
  return made;
}

/// A number of another person's token is answered as one that is nobody's.
web::Done revoke_token(Write& write, const web::Input& input) {
  refuse_programs(input);
  refuse_if(!end_token(write, me(write), input.id_of<ApiToken>()), web::not_found);
  return {};
}

}  // namespace

/// 1. One that is kept. 2. Its last day is not over. 3. Whoever made it works here.
web::Identity::Program program_of(const Read& read, const std::string& token) {
  const auto kept = find_token(read, token_hash(token));
  refuse_if(!kept, token_not_valid, "It was revoked, or never made.");
  const auto day = today(read);
  refuse_if(is_over(kept->last_day, day), token_not_valid,
            kept->last_day ? "Its last day was " + accord::to_string(*kept->last_day) + "." : "");
  const auto person = read.find(kept->person);
  refuse_if(!person || !may_sign_in(*person, day), token_not_valid, "Whoever made it works here no more.");
  const bool is_news = !kept->used_at || kept->used_at->ms + noted_every_ms <= read.now().ms;
  return {actor_of(*person), is_news};
}

void note_use_of_token(Write& write, const std::string& token) { touch_token(write, token_hash(token)); }

void refuse_programs(const web::Input& input) { refuse_if(input.session_token.empty(), not_by_token); }

std::vector<web::Route> token_routes() {
  using web::Method;
  return {
      web::get_list("/people/me/tokens", web::signed_in, "List the tokens one made for programs.",
                    list_tokens),
      web::work(Method::post, "/people/me/tokens", web::signed_in, "Make a token for a program.", make_token,
                &info_of<NewToken>),
      web::act(Method::remove, "/people/me/tokens/{id}", web::signed_in, "Revoke a token.", revoke_token)};
}

}  // namespace accord::people
