// SPDX-License-Identifier: Apache-2.0
// What the records of leads say of their handoffs.
#include "handoff/handoff_store.hpp"

namespace accord::handoff {
namespace {

/// What a handoff was about first, for a lead that is joined to another one takes its handoffs there.
#define ACCORD_FIRST_ABOUT                                                                             \
  "COALESCE((SELECT w.opportunity FROM handoff_was w WHERE w.id = h.id ORDER BY w.until_commit LIMIT " \
  "1), h.opportunity)"
#define ACCORD_MADE_IN "(SELECT MIN(s.commit_number) FROM handoff_step s WHERE s.handoff = h.id)"
/// Of leads whose record changed after a commit: what waits, and what their record settled. With the commit
/// that made it. A lead is about a person, an opportunity about the firm.
const Sql to_follow{
    "SELECT h.id, " ACCORD_MADE_IN
    ", CASE WHEN h.ask IN ('nurture', 'information') AND (EXISTS (SELECT 1 FROM opportunity_was l WHERE l.id "
    "= " ACCORD_FIRST_ABOUT " AND l.outcome = 'lost' AND l.commit_number <= " ACCORD_MADE_IN
    " AND l.until_commit > " ACCORD_MADE_IN
    ") OR EXISTS (SELECT 1 FROM opportunity n WHERE n.id = " ACCORD_FIRST_ABOUT
    " AND n.outcome = 'lost' AND n.commit_number <= " ACCORD_MADE_IN
    ")) THEN 1 ELSE 0 END, CASE WHEN o.phase = 'lead' AND k.erased_on IS NOT NULL THEN 1 ELSE 0 END FROM "
    "handoff h JOIN opportunity o ON o.id = h.opportunity LEFT JOIN contact k ON k.id = o.contact WHERE "
    "h.opportunity IN (SELECT u.id FROM opportunity u WHERE u.commit_number > :since UNION SELECT b.id FROM "
    "contact e JOIN opportunity b ON b.contact = e.id WHERE e.commit_number > :since AND e.erased_on IS NOT "
    "NULL) AND (h.state = 'waiting' OR h.decided_by IS NULL) ORDER BY h.id"};
/// Of leads whose record changed after a commit: those that sales accepted and has not spoken with, and whose
/// record has another owner of the side than it had when somebody last did something about the handoff.
const Sql given_on{
    "SELECT h.id, o.owner FROM opportunity o JOIN handoff h ON h.opportunity = o.id JOIN handoff_row r ON "
    "r.id = h.id JOIN person p ON p.id = "
    "o.owner JOIN opportunity_was w ON w.id = o.id WHERE o.commit_number > :since AND o.outcome = 'open' AND "
    "h.ask = 'take_over' AND h.state = 'accepted' AND p.side = h.to_side AND COALESCE(h.assigned_to, 0) <> "
    "o.owner AND COALESCE(w.owner, 0) <> o.owner AND w.until_commit = (SELECT MIN(x.until_commit) FROM "
    "opportunity_was x WHERE x.id = o.id AND x.until_commit > h.commit_number) AND r.handed_back_at IS NULL "
    "AND r.first_contact_at IS NULL ORDER BY h.id"};
}  // namespace

std::vector<GivenOn> given_on_by_records(const Read& read, std::int64_t since_commit) {
  std::vector<GivenOn> found;
  read.each(given_on, {{"since", since_commit}}, [&](const Row& row) {
    found.push_back({{row.integer(0)}, {row.integer(1)}});
  });
  return found;
}

std::vector<Followed> to_be_followed(const Read& read, std::int64_t since_commit) {
  std::vector<Followed> found;
  read.each(to_follow, {{"since", since_commit}}, [&](const Row& row) {
    found.push_back(
        {{row.integer(0)}, row.is_null(1) ? 0 : row.integer(1), row.integer(2) == 1, row.integer(3) == 1});
  });
  return found;
}

}  // namespace accord::handoff
