// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_store.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace accord::agreement {
namespace {

const Sql company_wide{
    "SELECT id, kind, title, territory FROM agreement WHERE kind = :kind AND territory IS NULL"};
const Sql of_territory{
    "SELECT id, kind, title, territory FROM agreement WHERE kind = :kind AND territory = :territory "
    "AND " ACCORD_IN_SCOPE("territory")};
const Sql all_of_them{"SELECT id, kind, title, territory FROM agreement WHERE " ACCORD_IN_SCOPE(
    "territory") " ORDER BY kind, territory, id"};
const Sql all_versions{
    "SELECT id, agreement, number, body, body_hash, proposed_by, side, proposed_at, note, due_on, "
    "in_force_from, "
    "trial_until, trial_measure FROM agreement_version_standing WHERE agreement = :agreement ORDER BY "
    "number"};
const Sql signatures{
    "SELECT id, version, person, side, for_person, at FROM agreement_signature_standing WHERE version = "
    ":version "
    "ORDER BY id"};
const Sql lock{"SELECT id, version, in_force_from, at FROM agreement_lock_standing WHERE version = :version"};
const Sql statements{
    "SELECT id, version, stand, person, side, reason, at FROM agreement_statement_standing WHERE version = "
    ":version "
    "ORDER BY id"};
const Sql impositions{
    "SELECT id, version, person, from_day, until, reason, at FROM agreement_imposition_standing "
    "WHERE version = :version ORDER BY id"};
const Sql comments{
    "SELECT id, version, clause, person, side, text, at FROM agreement_comment_standing WHERE version = "
    ":version "
    "ORDER BY id"};
const Sql exceptions{
    "SELECT id, version, clause, what, reason, until, proposed_by, at FROM agreement_exception_standing "
    "WHERE version = :version ORDER BY id"};
const Sql exception_signatures{
    "SELECT id, exception, person, side, at FROM agreement_exception_signature_standing "
    "WHERE exception = :exception ORDER BY id"};
const Sql all_deputies{"SELECT id, person, deputy, from_day, until FROM agreement_deputy ORDER BY id"};
const Sql with_role{
    "SELECT id, name, email, role, side, territory, manager, left_on, system FROM person WHERE role = :role "
    "AND left_on IS NULL AND (territory IS NULL OR territory IN (SELECT above FROM territory_reach WHERE "
    "below = "
    "CAST(:territory AS BIGINT))) ORDER BY name, id"};

std::string_view signing_role(Side side) {
  switch (side) {
    case Side::sales:
      return name_of(Role::sales_manager);
    case Side::marketing:
      return name_of(Role::marketing_manager);
    case Side::none:
      return name_of(Role::finance);
  }
  return {};
}

Dossier dossier_of(const Read& read, const Agreement& agreement, const Version& version) {
  const auto id = version.id;
  Dossier dossier{agreement, version, true, false, {}, {}, {}, {}};
  dossier.signatures = read.all<Signature>(signatures, {{"version", id}});
  dossier.lock = read.one<Lock>(lock, {{"version", id}});
  dossier.statements = read.all<Statement>(statements, {{"version", id}});
  auto imposed = read.all<Imposition>(impositions, {{"version", id}});
  if (!imposed.empty()) dossier.imposition = std::move(imposed.back());
  return dossier;
}

std::string link_to(const Agreement& agreement, const Version& version) {
  return "/agreements/" + slug_of(agreement) + "/versions/" + std::to_string(version.number);
}

/// A version binds from its lock, or for the days of its imposition; a trial ends on its last day.
void add_terms(const Read& read, const Agreement& agreement, const Version& version,
               std::vector<Term>& terms) {
  const std::string link = link_to(agreement, version);
  const auto locked = read.one<Lock>(lock, {{"version", version.id}});
  if (locked)
    terms.push_back({version, agreement.territory, locked->in_force_from, version.trial_until, false, link});
  for (const auto& imposed : read.all<Imposition>(impositions, {{"version", version.id}})) {
    const auto end = locked ? std::min(imposed.until, locked->in_force_from - 1) : imposed.until;
    terms.push_back({version, agreement.territory, imposed.from, end, true, link});
  }
}

}  // namespace

Slug parse_slug(const std::string& text) {
  const auto dash = text.rfind('-');
  std::int64_t number = 0;
  if (dash != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + dash + 1, end, number);
    if (error == std::errc{} && at == end && number > 0)
      return {text.substr(0, dash), Id<territory::Territory>{number}};
  }
  return {text, std::nullopt};
}

std::string slug_of(const Agreement& agreement) {
  return agreement.kind + (agreement.territory ? "-" + std::to_string(agreement.territory->number) : "");
}

std::optional<Agreement> find_agreement(const Read& read, const Slug& slug) {
  if (!slug.territory) return read.one<Agreement>(company_wide, {{"kind", slug.kind}});
  return read.one<Agreement>(of_territory,
                             {{"kind", slug.kind}, {"territory", *slug.territory}, read.scope()});
}

std::vector<Agreement> all_agreements(const Read& read) {
  return read.all<Agreement>(all_of_them, {read.scope()});
}

std::vector<Version> versions_of(const Read& read, Id<Agreement> agreement) {
  return read.all<Version>(all_versions, {{"agreement", agreement}});
}

std::optional<Dossier> find_dossier(const Read& read, const Slug& slug, std::optional<std::int64_t> number) {
  const auto agreement = find_agreement(read, slug);
  if (!agreement) return std::nullopt;
  const auto versions = versions_of(read, agreement->id);
  if (versions.empty()) return std::nullopt;
  const auto wanted = std::ranges::find(versions, number.value_or(versions.back().number), &Version::number);
  if (wanted == versions.end()) return std::nullopt;
  Dossier dossier = dossier_of(read, *agreement, *wanted);
  dossier.is_newest = wanted + 1 == versions.end();
  for (auto later = wanted + 1; later != versions.end(); ++later) {
    dossier.is_replaced = dossier.is_replaced || read.one<Lock>(lock, {{"version", later->id}});
  }
  return dossier;
}

std::vector<Comment> comments_of(const Read& read, Id<Version> version) {
  return read.all<Comment>(comments, {{"version", version}});
}
std::vector<Exception> exceptions_of(const Read& read, Id<Version> version) {
  return read.all<Exception>(exceptions, {{"version", version}});
}
std::vector<ExceptionSignature> signatures_of(const Read& read, Id<Exception> exception) {
  return read.all<ExceptionSignature>(exception_signatures, {{"exception", exception}});
}
std::vector<Deputy> deputies(const Read& read) { return read.all<Deputy>(all_deputies); }

std::vector<people::Person> entitled(const Read& read, Side side, const Agreement& agreement) {
  return read.all<people::Person>(with_role,
                                  {{"role", signing_role(side)}, {"territory", agreement.territory}});
}

std::optional<Entitlement> entitlement_of(const Read& read, const Agreement& agreement, bool needs_finance,
                                          Day today) {
  const auto standing = deputies(read);
  std::optional<Entitlement> as_deputy;
  for (const auto side : sides_needed(needs_finance)) {
    for (const auto& person : entitled(read, side, agreement)) {
      if (person.id.number == read.actor().person) return Entitlement{side, ""};
      for (const auto& deputy : standing) {
        const bool is_now = deputy.from <= today && today <= deputy.until;
        if (is_now && deputy.person == person.id && deputy.deputy.number == read.actor().person) {
          as_deputy = Entitlement{side, person.name};
        }
      }
    }
  }
  return as_deputy;
}

std::string hash_of(const Json& body) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(body.text.data()),
                     body.text.size());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

std::vector<Term> terms_of(const Read& read, std::string_view kind) {
  std::vector<Term> terms;
  for (const auto& agreement : all_agreements(read)) {
    if (agreement.kind != kind) continue;
    for (const auto& version : versions_of(read, agreement.id)) add_terms(read, agreement, version, terms);
  }
  return terms;
}

std::optional<Term> newest_of(const Read& read, std::string_view kind) {
  const auto agreement = find_agreement(read, {std::string(kind), std::nullopt});
  if (!agreement) return std::nullopt;
  const auto versions = versions_of(read, agreement->id);
  if (versions.empty()) return std::nullopt;
  return Term{versions.back(), std::nullopt, Day{},
              std::nullopt,    false,        link_to(*agreement, versions.back())};
}

}  // namespace accord::agreement
