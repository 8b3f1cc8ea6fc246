// SPDX-License-Identifier: Apache-2.0
#include "people/people_erasure.hpp"

#include <set>

#include "base/text.hpp"
#include "people/people_store.hpp"
#include "people/secret.hpp"

namespace accord::people {
namespace {

const Sql ever_called{
    "SELECT name, email FROM person WHERE id = :id UNION SELECT name, email FROM person_was WHERE id = :id"};
const Sql identities_of{
    "SELECT id, record, number, salt, hash FROM erased_identity WHERE record = :record ORDER BY id"};
const Sql any_salt{"SELECT salt FROM erased_identity ORDER BY id LIMIT 1"};

/// Case and the width of spaces do not tell two names apart.
std::string folded(std::string_view name) {
  const std::string small = lower(name);
  std::string text;
  for (const auto word : split(small, ' ')) {
    if (!trimmed(word).empty()) text.append(text.empty() ? "" : " ").append(trimmed(word));
  }
  return text;
}

std::string hash_of_name(const std::string& salt, std::string_view name, std::int64_t scope) {
  return token_hash(salt + "\x1fname\x1f" + folded(name) + "\x1f" + std::to_string(scope));
}

std::string hash_of_address(const std::string& salt, std::string_view address) {
  return token_hash(salt +
                    "\x1f"
                    "address\x1f" +
                    lower(trimmed(address)));
}

}  // namespace

Erased::Erased(const Read& read, std::string_view record) {
  for (auto& identity : read.all<ErasedIdentity>(identities_of, {{"record", record}})) {
    salt_ = identity.salt;
    numbers_.emplace(std::move(identity.hash), identity.number);
  }
}

std::optional<std::int64_t> Erased::find(const std::string& hash) const {
  const auto found = numbers_.find(hash);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> Erased::by_name(std::string_view name, std::int64_t scope) const {
  if (numbers_.empty() || trimmed(name).empty()) return std::nullopt;
  return find(hash_of_name(salt_, name, scope));
}

std::optional<std::int64_t> Erased::by_address(std::string_view address) const {
  if (numbers_.empty() || trimmed(address).empty()) return std::nullopt;
  return find(hash_of_address(salt_, address));
}

void forget_for_good(Write& write, const Erasure& erasure, const std::vector<std::int64_t>& scopes) {
  const auto salt = write.text(any_salt).value_or(random_token());
  const auto keep = [&](std::string hash) {
    ErasedIdentity identity{{}, std::string(erasure.record), erasure.number, salt, std::move(hash)};
    write.insert_plain(identity);
  };
  for (const auto& name : erasure.names) {
    for (const auto scope : scopes) keep(hash_of_name(salt, name, scope));
  }
  for (const auto& address : erasure.addresses) keep(hash_of_address(salt, address));
  forget_everywhere(write, erasure);
}

std::string names_are_looked_up() { return "UPDATE commit_log SET person_name = '' WHERE person <> 0"; }

Erasure erasure_of(const Read& read, Id<Person> id) {
  std::set<std::string> names, addresses;
  read.each(ever_called, {{"id", id}}, [&](const Row& row) {
    names.emplace(row.text(0));
    addresses.emplace(row.text(1));
  });
  names.erase("");
  addresses.erase("");
  return {"person", id.number, {names.begin(), names.end()}, {addresses.begin(), addresses.end()}};
}

void erase(Write& write, Id<Person> id) {
  forget_for_good(write, erasure_of(write, id), {0});
  write.erase(id);
  forget_password_hash(write, id);
  end_logins_of(write, id);
  end_tokens_of(write, id);
}

}  // namespace accord::people
