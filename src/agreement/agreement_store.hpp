// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "agreement/agreement_rules.hpp"

namespace accord::agreement {

/// An agreement's place in addresses: its kind, and its territory where it has one: `funnel`, `funnel-3`.
struct Slug {
  std::string kind;
  std::optional<Id<territory::Territory>> territory;
};
Slug parse_slug(const std::string&);
std::string slug_of(const Agreement&);

/// Readable where it binds the reader's territory, one below it or one above it; those of the company are for
/// everybody.
std::optional<Agreement> find_agreement(const Read&, const Slug&);
std::vector<Agreement> all_agreements(const Read&);
/// Whether what binds a territory (nothing: the company) binds no more than the reader's own territories.
bool is_in_reach(const Read&, std::optional<Id<territory::Territory>>);
/// The territories that the reader sees, by name, each with its number.
std::vector<territory::Territory> territories_in_reach(const Read&);
/// The territory where the reader sees it.
std::optional<territory::Territory> find_territory(const Read&, Id<territory::Territory>);
std::vector<Version> versions_of(const Read&, Id<Agreement>);
/// Everything done to one version; `number` nothing means the newest. Nothing where there is none.
std::optional<Dossier> find_dossier(const Read&, const Slug&, std::optional<std::int64_t> number);
/// The days on which a version binds: from its lock, or for those of its imposition; a trial's end is one.
std::vector<Term> terms_of(const Read&, const Agreement&, const Version&);
std::vector<Comment> comments_of(const Read&, Id<Version>);
std::vector<Exception> exceptions_of(const Read&, Id<Version>);
std::vector<ExceptionSignature> signatures_of(const Read&, Id<Exception>);
std::vector<Deputy> deputies(const Read&);

/// Who may sign for a side, by role and territory; deputies are not among them.
std::vector<people::Person> entitled(const Read&, Side, const Agreement&);
/// The role that signs for a side.
Role signing_role(Side);
/// The actor, and for whom they may sign on a day: themselves before anybody they stand in for.
Asker asker_of(const Read&, const Agreement&, bool needs_finance, Day today);

/// SHA-256 of a body's exact text, in hexadecimal.
std::string hash_of(const Json& body);

}  // namespace accord::agreement
