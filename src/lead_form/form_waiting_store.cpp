// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_waiting_store.hpp"

#include "base/text.hpp"
#include "lead_form/form_token.hpp"

namespace accord::lead_form {
namespace {

const Sql by_secret{
    "SELECT w.id, w.form, w.asked_at, w.name, w.email, w.company, w.phone, w.message, w.consent, w.kind, "
    "w.met_at, w.once, w.secret_hash, w.confirmed_at, w.entry FROM form_waiting w WHERE w.secret_hash = "
    ":hash"};
const Sql by_once{"SELECT w.id FROM form_waiting w WHERE w.once = :once LIMIT 1"};
const Sql counts{
    "SELECT COALESCE(SUM(CASE WHEN w.confirmed_at IS NULL AND w.email <> '' AND w.asked_at > CAST(:since AS "
    "BIGINT) THEN 1 ELSE 0 END), 0), COUNT(*), COUNT(w.confirmed_at) FROM form_waiting w WHERE w.form = "
    ":form"};
const Sql any_unconfirmed{
    "SELECT 1 FROM form_waiting w WHERE w.confirmed_at IS NULL AND w.email <> '' AND w.asked_at < :before "
    "LIMIT "
    "1"};
#define ACCORD_ERASE_WAITING                                                                           \
  "UPDATE form_waiting SET name = '', email = '', company = '', phone = '', message = '', once = '', " \
  "secret_hash = '' WHERE confirmed_at IS NULL AND "
const Sql erase_old{ACCORD_ERASE_WAITING "email <> '' AND asked_at < :before"};
const Sql erase_of{ACCORD_ERASE_WAITING "email = :email"};
const Sql astray{
    "SELECT w.id FROM form_waiting w WHERE w.confirmed_at IS NOT NULL AND (w.email <> '' OR w.name <> '' OR "
    "w.message <> '' OR w.entry IS NULL OR w.entry NOT IN (SELECT id FROM form_entry)) ORDER BY w.id"};

}  // namespace

Table waiting_table() {
  return plain_table<WaitingEntry>(
      {{"secret_hash"}, {"once"}, {"form"}, {"email"}, {"confirmed_at, asked_at"}});
}

std::optional<WaitingEntry> find_by_secret(const Read& read, std::string_view secret) {
  if (secret.empty()) return std::nullopt;
  return read.one<WaitingEntry>(by_secret, {{"hash", hash_of_secret(secret)}});
}

bool is_waiting(const Read& read, std::string_view once) {
  return !once.empty() && read.integer(by_once, {{"once", once}}).has_value();
}

AskedCounts count_asked(const Read& read, Id<LeadForm> form) {
  AskedCounts found;
  read.each(counts, {{"form", form}, {"since", Instant{read.now().ms - link_life_ms}}}, [&](const Row& row) {
    found = {row.integer(0), row.integer(1), row.integer(2)};
  });
  return found;
}

bool has_unconfirmed(const Read& read, Instant before) {
  return read.integer(any_unconfirmed, {{"before", before}}).has_value();
}

void erase_unconfirmed(Write& write, Instant before) { write.run(erase_old, {{"before", before}}); }

void forget_waiting(Write& write, const Erasure& erasure) {
  for (const auto& address : erasure.addresses) write.run(erase_of, {{"email", lower(trimmed(address))}});
}

std::vector<std::string> confirmed_astray(const Read& read) {
  std::vector<std::string> found;
  read.each(astray, {}, [&](const Row& row) {
    found.push_back("Confirmation " + std::to_string(row.integer(0)) +
                    " has no entry, or still holds what was typed.");
  });
  return found;
}

}  // namespace accord::lead_form
