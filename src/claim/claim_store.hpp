// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <vector>

#include "claim/claim.hpp"
#include "db/list.hpp"

namespace accord::claim {

Schema schema();
/// What amounts in other currencies are worth is worked out for those of the page.
Listed<ClaimRow> list_claims(const Read&, const ListRequest&);
/// Those that stand and that the actor may see, stated up to the end of a day or about a period that had
/// begun by then; the newest period first, of one period the company's, and of several the one stated last.
std::vector<Claim> standing_claims(const Read&, Day as_of);
/// The territories at or below one.
std::set<std::int64_t> territories_within(const Read&, Id<territory::Territory>);
std::map<std::int64_t, std::string> territory_names(const Read&);

/// What an opportunity and the records that it refers to are called now.
struct Names {
  std::string own, account, owner, territory;
};
/// Empty ones where the actor may not see it, or it is not there.
Names names_of(const Read&, Id<funnel::Opportunity>);

/// What a row of a list means among what the actor may see: a lead or opportunity by its identifier, by whom
/// it is with, by its name, or by its account where that has only one.
struct Meant {
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::optional<Id<territory::Territory>> territory;
};
/// Of each row; one pass over all records, whatever the length of the list.
std::vector<Meant> find_meant(const Read&, const std::vector<ItemDraft>&);

}  // namespace accord::claim
