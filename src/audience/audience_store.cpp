// SPDX-License-Identifier: Apache-2.0
#include "audience/audience_store.hpp"

#include <map>

#include "db/counts_as.hpp"

namespace accord::audience {
namespace {

#define ACCORD_CANDIDATES                                                                      \
  "SELECT k.id, k.name, k.email, k.phone, CASE WHEN k.account IS NULL THEN 0 ELSE 1 END FROM " \
  "contact_row k WHERE k.erased_on IS NULL AND " ACCORD_IN_SCOPE("k.territory") " "
const Sql candidate_by_id{ACCORD_CANDIDATES "AND k.id = :id"};
/// Of two that count as one, either names both.
#define ACCORD_OF_CAMPAIGN \
  ACCORD_SAME_AS("'campaign'", ACCORD_COUNTS_AS("'campaign'", "CAST(:campaign AS BIGINT)"))
#define ACCORD_OF_ACCOUNT \
  ACCORD_SAME_AS("'account'", ACCORD_COUNTS_AS("'account'", "CAST(:account AS BIGINT)"))
const Sql candidates_by_filter{
    ACCORD_CANDIDATES
    "AND (CAST(:campaign AS BIGINT) IS NULL OR k.id IN (SELECT v.contact FROM touchpoint_standing v WHERE "
    "v.contact IS NOT NULL AND v.campaign IN " ACCORD_OF_CAMPAIGN
    ")) "
    "AND (CAST(:account AS BIGINT) IS NULL OR k.account IN " ACCORD_OF_ACCOUNT
    ") "
    "AND (CAST(:territory AS BIGINT) IS NULL OR k.territory IN (SELECT below FROM territory_reach WHERE "
    "above = CAST(:territory AS BIGINT))) "
    "AND (CAST(:title AS TEXT) = '' OR LOWER(k.title) LIKE '%' || LOWER(CAST(:title AS TEXT)) || '%') "
    "ORDER BY k.id LIMIT CAST(:limit AS BIGINT)"};

bool has_filter(const Choice& choice) {
  return choice.campaign || choice.account || choice.territory || !choice.title.empty();
}

std::optional<std::int64_t> number_of(const auto& id) {
  return id ? std::optional(id->number) : std::nullopt;
}

}  // namespace

std::vector<Candidate> candidates(const Read& read, const Choice& choice, std::int64_t limit) {
  std::map<std::int64_t, Candidate> found;
  const auto keep = [&](const Row& row) {
    found.emplace(row.integer(0), Candidate{{row.integer(0)},
                                            std::string(row.text(1)),
                                            std::string(row.text(2)),
                                            std::string(row.text(3)),
                                            row.integer(4) == 1});
  };
  if (has_filter(choice)) {
    read.each(candidates_by_filter,
              {{"campaign", number_of(choice.campaign)},
               {"account", number_of(choice.account)},
               {"territory", number_of(choice.territory)},
               {"title", choice.title},
               {"limit", limit},
               read.scope()},
              keep);
  }
  for (const auto id : choice.contacts) read.each(candidate_by_id, {{"id", id}, read.scope()}, keep);
  std::vector<Candidate> all;
  for (auto& [number, one] : found) all.push_back(std::move(one));
  return all;
}

}  // namespace accord::audience
