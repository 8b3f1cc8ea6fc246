// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_closed.hpp"

namespace accord::funnel {
namespace {

const Sql closed{
    "SELECT o.id, COALESCE(NULLIF(o.name, ''), o.key) AS name, o.account, COALESCE(a.name, '') AS "
    "account_name, o.owner, COALESCE(w.name, '') AS owner_name, o.territory, COALESCE(t.name, '') AS "
    "territory_name, o.source, o.outcome, o.value_minor, o.value_currency, o.close_on FROM opportunity o "
    "LEFT JOIN account a ON a.id = o.account LEFT JOIN person w ON w.id = o.owner "
    "LEFT JOIN territory t ON t.id = o.territory WHERE o.outcome <> 'open' AND " ACCORD_IN_SCOPE(
        "o.territory") " ORDER BY o.id"};

}  // namespace

std::vector<ClosedJourney> closed_journeys(const Read& read,
                                           const std::unordered_map<std::int64_t, Outcome>& outcomes) {
  auto rows = read.all<ClosedJourney>(closed, {read.scope()});
  std::erase_if(rows, [&](const ClosedJourney& row) { return !outcomes.contains(row.id.number); });
  return rows;
}

}  // namespace accord::funnel
