// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "agreement/agreement_store.hpp"
#include "agreement/agreement_view.hpp"

/// What pages say of a version in sentences.
namespace accord::agreement {

using Names = std::map<std::int64_t, std::string>;
std::string name_in(const Names&, Id<people::Person>);
/// The territory's name; empty for the company.
std::string territory_name(const Read&, const std::optional<Id<territory::Territory>>&);

/// "Locked by Maria Keller and Sam Ortiz on 28 September 2026, in force since …", "Signed by … so far; due by
/// …"
std::string sentence_of(const Read&, const Dossier&, const Names&, Day today);
/// "Signed by Maria Keller and Sam Ortiz on 28 September 2026", of one that all have signed.
std::string signed_sentence(const Read&, const Dossier&, const Names&);
/// "Binds the whole company, but not West, which has its own."; empty where it binds nobody and never will.
std::string reach_of(const Read&, const Dossier&, Day today);

/// "A sales manager of West or the whole company"
std::string signing_rule(const Read&, Side, const Agreement&);
/// Why nobody may sign for a side, and what would help.
std::string why_nobody_signs(const Read&, Side, const Agreement&);

/// "West, Acme Works and PX-100": what is not counted; empty where an exception stands in words only.
std::string reach_of(const Read&, const Exception&);
Standing standing_of(const Exception&, const std::optional<Relief>&, bool is_binding, Day today);
/// "In force until 20 April 2026", "Until 20 April 2026, once marketing accepts it"
std::string sentence_of(const Exception&, const std::optional<Relief>&, Standing,
                        const std::vector<std::string>& sides_missing, Day today);

}  // namespace accord::agreement
