// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_store.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "db/counts_as.hpp"

namespace accord::agreement {
namespace {

/// What binds a territory from above is for its people to read as well.
#define BINDS_IN_SCOPE \
  "(" ACCORD_IN_SCOPE(                                                                                 \
      "territory") " OR territory IN (SELECT above FROM territory_reach WHERE below = CAST(:scope AS " \
                   "BIGINT)))"

const Sql company_wide{
    "SELECT id, kind, title, territory FROM agreement WHERE kind = :kind AND territory IS NULL"};
const Sql of_territory{
    "SELECT id, kind, title, territory FROM agreement WHERE kind = :kind AND territory = :territory "
    "AND " BINDS_IN_SCOPE};
const Sql all_of_them{"SELECT id, kind, title, territory FROM agreement WHERE " BINDS_IN_SCOPE
                      " ORDER BY kind, territory, id"};
const Sql reached{
    "SELECT COUNT(*) FROM territory_reach WHERE above = CAST(:scope AS BIGINT) AND "
    "below = CAST(:territory AS BIGINT)"};
#define TERRITORIES_IN_SCOPE                                                                       \
  "SELECT id, name, parent, time_zone, work_start_minute, work_end_minute, system FROM territory " \
  "WHERE " ACCORD_IN_SCOPE("id")
const Sql territories{TERRITORIES_IN_SCOPE " ORDER BY name, id"};
const Sql one_territory{TERRITORIES_IN_SCOPE " AND id = :id"};
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
    "SELECT id, version, clause, what, reason, from_day, until, territory, account, product, proposed_by, at "
    "FROM agreement_exception_standing WHERE version = :version ORDER BY id"};
const Sql exception_signatures{
    "SELECT id, exception, person, side, at FROM agreement_exception_signature_standing "
    "WHERE exception = :exception ORDER BY id"};
const Sql all_deputies{"SELECT id, person, deputy, from_day, until FROM agreement_deputy ORDER BY id"};
const Sql with_role{
    "SELECT id, name, email, role, side, territory, manager, left_on, system FROM person WHERE role = :role "
    "AND (left_on IS NULL OR left_on > :today) AND (territory IS NULL OR territory IN (SELECT above FROM "
    "territory_reach WHERE "
    "below = "
    "CAST(:territory AS BIGINT))) ORDER BY name, id"};

Dossier dossier_of(const Read& read, const Agreement& agreement, const Version& version) {
  const auto id = version.id;
  Dossier dossier{.agreement = agreement, .version = version};
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

/// "Funnel, version 2", "Funnel of West, version 1"
std::string name_of_version(const Read& read, const Agreement& agreement, const Version& version) {
  const auto where = agreement.territory ? read.find(*agreement.territory) : std::nullopt;
  return agreement.title + (where ? " of " + where->name : "") + ", version " +
         std::to_string(version.number);
}

Term term_of(const Read& read, const Agreement& agreement, const Version& version, Day from,
             std::optional<Day> until) {
  return {version,
          agreement.territory,
          from,
          until,
          false,
          true,
          name_of_version(read, agreement, version),
          link_to(agreement, version)};
}

bool needs_finance(const Read& read, const Version& version) {
  const auto agreement = read.find(version.agreement);
  const auto* kind = agreement ? find_kind(agreement->kind) : nullptr;
  return kind != nullptr && kind->needs_finance;
}

/// The newest version that both sides signed, else the newest; as if in force for ever.
std::optional<Term> provisional_term(const Read& read, const Agreement& agreement) {
  const auto versions = versions_of(read, agreement.id);
  if (versions.empty()) return std::nullopt;
  const auto is_signed = [&](const Version& version) {
    return read.one<Lock>(lock, {{"version", version.id}}).has_value();
  };
  const auto newest_signed = std::ranges::find_if(versions.rbegin(), versions.rend(), is_signed);
  const bool has_signed = newest_signed != versions.rend();
  auto term = term_of(read, agreement, has_signed ? *newest_signed : versions.back(), Day{}, std::nullopt);
  term.is_signed = has_signed;
  return term;
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

bool is_in_reach(const Read& read, std::optional<Id<territory::Territory>> territory) {
  if (!read.actor().territory) return true;
  return territory && read.integer(reached, {read.scope(), {"territory", *territory}}).value_or(0) > 0;
}

std::vector<territory::Territory> territories_in_reach(const Read& read) {
  return read.all<territory::Territory>(territories, {read.scope()});
}

std::optional<territory::Territory> find_territory(const Read& read, Id<territory::Territory> id) {
  return read.one<territory::Territory>(one_territory, {{"id", id}, read.scope()});
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
    std::ranges::move(terms_of(read, *agreement, *later), std::back_inserter(dossier.later));
  }
  return dossier;
}

std::vector<Comment> comments_of(const Read& read, Id<Version> version) {
  return read.all<Comment>(comments, {{"version", version}});
}
std::vector<Exception> exceptions_of(const Read& read, Id<Version> version) {
  auto found = read.all<Exception>(exceptions, {{"version", version}});
  const auto accounts = counts_as(read, "account");
  for (auto& one : found) {
    if (one.account) one.account->number = accounts->of(one.account->number);
  }
  return found;
}
std::vector<ExceptionSignature> signatures_of(const Read& read, Id<Exception> exception) {
  return read.all<ExceptionSignature>(exception_signatures, {{"exception", exception}});
}
std::vector<Deputy> deputies(const Read& read) { return read.all<Deputy>(all_deputies); }

Role signing_role(Side side) {
  switch (side) {
    case Side::sales:
      return Role::sales_manager;
    case Side::marketing:
      return Role::marketing_manager;
    case Side::none:
      break;
  }
  return Role::finance;
}

std::vector<people::Person> entitled(const Read& read, Side side, const Agreement& agreement) {
  return read.all<people::Person>(with_role, {{"role", name_of(signing_role(side))},
                                              {"today", people::today(read)},
                                              {"territory", agreement.territory}});
}

Asker asker_of(const Read& read, const Agreement& agreement, bool needs_finance, Day today) {
  const auto standing = deputies(read);
  Asker asker{{read.actor().person}, std::nullopt, is_in_reach(read, agreement.territory)};
  for (const auto side : sides_needed(needs_finance)) {
    for (const auto& person : entitled(read, side, agreement)) {
      if (person.id == asker.person) {
        asker.entitlement = Entitlement{side, ""};
        return asker;
      }
      for (const auto& deputy : standing) {
        const bool is_now = deputy.from <= today && today <= deputy.until;
        if (is_now && deputy.person == person.id && deputy.deputy == asker.person) {
          asker.entitlement = Entitlement{side, person.name};
        }
      }
    }
  }
  return asker;
}

std::string hash_of(const Json& body) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(body.text.data()),
                     body.text.size());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

std::vector<Term> terms_of(const Read& read, const Agreement& agreement, const Version& version) {
  std::vector<Term> terms;
  const auto locked = read.one<Lock>(lock, {{"version", version.id}});
  if (locked) terms.push_back(term_of(read, agreement, version, locked->in_force_from, version.trial_until));
  for (const auto& imposed : read.all<Imposition>(impositions, {{"version", version.id}})) {
    terms.push_back(term_of(read, agreement, version, imposed.from, imposed.until));
    terms.back().is_imposed = true;
    terms.back().is_signed = false;
  }
  return terms;
}

std::vector<Term> terms_of(const Read& read, std::string_view kind) {
  std::vector<Term> terms;
  for (const auto& agreement : all_agreements(read)) {
    if (agreement.kind != kind) continue;
    for (const auto& version : versions_of(read, agreement.id)) {
      std::ranges::move(terms_of(read, agreement, version), std::back_inserter(terms));
    }
  }
  return terms;
}

Day bound_since(const Read& read, const Term& term) {
  const auto company = people::find_company(read);
  const auto day = [&](Instant at) { return day_in(at, company ? company->time_zone : "UTC"); };
  if (!term.is_imposed) {
    const auto locked = read.one<Lock>(lock, {{"version", term.version.id}});
    return locked ? day(locked->at) : term.from;
  }
  for (const auto& imposed : read.all<Imposition>(impositions, {{"version", term.version.id}})) {
    if (imposed.from == term.from && imposed.until == term.until) return day(imposed.at);
  }
  return term.from;
}

std::vector<Term> provisional_terms_of(const Read& read, std::string_view kind) {
  std::vector<Term> terms;
  for (const auto& agreement : all_agreements(read)) {
    if (agreement.kind != kind) continue;
    if (auto term = provisional_term(read, agreement)) terms.push_back(std::move(*term));
  }
  return terms;
}

std::vector<Term> drafts_of(const Read& read, std::string_view kind) {
  std::vector<Term> terms;
  for (const auto& agreement : all_agreements(read)) {
    if (agreement.kind != kind) continue;
    const auto versions = versions_of(read, agreement.id);
    if (versions.empty() || read.one<Lock>(lock, {{"version", versions.back().id}})) continue;
    terms.push_back(term_of(read, agreement, versions.back(), Day{}, std::nullopt));
    terms.back().is_signed = false;
  }
  return terms;
}

std::vector<Relief> reliefs_of(const Read& read, const Version& version) {
  std::vector<Relief> reliefs;
  const auto company = people::find_company(read);
  for (const auto& exception : exceptions_of(read, version.id)) {
    const auto relief = relief_of(exception, signatures_of(read, exception.id), needs_finance(read, version),
                                  company ? company->time_zone : "UTC");
    if (relief) reliefs.push_back(*relief);
  }
  return reliefs;
}

}  // namespace accord::agreement
