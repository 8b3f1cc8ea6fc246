// SPDX-License-Identifier: Apache-2.0
// What the records of leads say of their handoffs.
#include "handoff/handoff_follow.hpp"
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
/// Of leads about somebody: what waits, and what was accepted and is not late yet with its contact.
const Sql about_them{
    "SELECT h.id FROM opportunity o JOIN handoff h ON h.opportunity = o.id WHERE o.contact = :contact AND "
    "o.phase = 'lead' AND (h.state = 'waiting' OR (h.state = 'accepted' AND h.contact_due_at > :now)) ORDER "
    "BY h.id"};
/// What somebody has to do: it waits, or sales accepted it and has not spoken with them.
#define ACCORD_OWED                                                                                  \
  "(h.state = 'waiting' OR (h.ask = 'take_over' AND h.state = 'accepted' AND EXISTS (SELECT 1 FROM " \
  "handoff_row r WHERE r.id = h.id AND r.handed_back_at IS NULL AND r.first_contact_at IS NULL)))"
/// The record as it was when somebody last did something about the handoff.
#define ACCORD_RECORD_THEN                                                                     \
  "w.until_commit = (SELECT MIN(x.until_commit) FROM opportunity_was x WHERE x.id = o.id AND " \
  "x.until_commit > h.commit_number)"
/// Of open leads whose record changed after a commit: what somebody has to do, and whose record has another
/// owner of the side than it had then.
const Sql given_on{
    "SELECT h.id, o.owner FROM opportunity o JOIN handoff h ON h.opportunity = o.id JOIN person p ON p.id = "
    "o.owner JOIN opportunity_was w ON w.id = o.id WHERE o.commit_number > :since AND o.outcome = 'open' AND "
    "p.side = h.to_side AND COALESCE(h.assigned_to, 0) <> o.owner AND COALESCE(w.owner, 0) <> o.owner "
    "AND " ACCORD_RECORD_THEN " AND " ACCORD_OWED " ORDER BY h.id"};
/// Likewise those that such an owner got by the record, and whose record has nobody of the side any more.
const Sql given_back{
    "SELECT h.id, g.assigned_to, g.rule, g.due_at, g.contact_due_at FROM opportunity o JOIN handoff h ON "
    "h.opportunity = o.id JOIN handoff_was g ON g.id = h.id AND g.until_commit = h.commit_number JOIN "
    "opportunity_was w ON w.id = o.id LEFT JOIN person p ON p.id = o.owner WHERE o.commit_number > :since "
    "AND o.outcome = 'open' AND (p.side IS NULL OR p.side <> h.to_side) AND w.owner = h.assigned_to AND "
    "g.state = h.state AND (h.state = 'waiting' OR g.assigned_to IS NOT NULL) AND COALESCE(g.assigned_to, 0) "
    "<> h.assigned_to AND EXISTS (SELECT 1 FROM "
    "handoff_step_standing s WHERE s.handoff = h.id AND s.commit_number = h.commit_number AND s.person = 0 "
    "AND s.kind = 'assigned') AND " ACCORD_RECORD_THEN " AND " ACCORD_OWED " ORDER BY h.id"};
/// The step itself may be taken back already, with the import that made it.
const Sql rule_before{
    "SELECT g.rule FROM handoff h JOIN handoff_was g ON g.id = h.id AND g.until_commit = h.commit_number "
    "WHERE h.id = :id AND g.assigned_to = :owner AND EXISTS (SELECT 1 FROM handoff_step s WHERE "
    "s.handoff = h.id AND s.commit_number = h.commit_number AND s.person = 0 AND s.kind = 'assigned')"};
const Sql moved{
    "SELECT h.id FROM opportunity o JOIN handoff h ON h.opportunity = o.id WHERE o.commit_number > :since "
    "AND "
    "h.state = 'waiting' AND COALESCE(o.territory, 0) <> COALESCE(h.territory, 0) ORDER BY h.id"};
const Sql before_it_moved{
    "SELECT g.assigned_to, g.assigned_at, g.due_at, g.contact_due_at, g.rule FROM handoff h JOIN handoff_was "
    "g ON g.id = h.id AND g.until_commit = h.commit_number WHERE h.id = :id AND COALESCE(g.territory, 0) = "
    ":territory AND COALESCE(h.territory, 0) <> :territory AND g.state = h.state"};
/// When a record names another owner, the step says what the handoff's rule says; when a territory took it
/// along, more.
const Sql left_by_rules{
    "SELECT CASE WHEN s.kind = 'submitted' OR (s.kind = 'assigned' AND s.person = 0 AND s.text <> h.rule) "
    "THEN 1 "
    "ELSE 0 END FROM handoff_step_standing s JOIN handoff h ON h.id = s.handoff WHERE s.handoff = :id ORDER "
    "BY s.id DESC LIMIT 1"};
}  // namespace

std::vector<Id<Handoff>> moved_by_records(const Read& read, std::int64_t since_commit) {
  std::vector<Id<Handoff>> found;
  read.each(moved, {{"since", since_commit}}, [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

std::optional<HadThere> had_there_before(const Read& read, const Handoff& handoff) {
  const auto lead = read.find(handoff.opportunity);
  const std::int64_t territory = lead && lead->territory ? lead->territory->number : 0;
  const auto moment = [](const Row& row, int column) {
    const auto ms = row.optional_integer(column);
    return ms ? std::optional(Instant{*ms}) : std::nullopt;
  };
  std::optional<HadThere> found;
  read.each(before_it_moved, {{"id", handoff.id}, {"territory", territory}}, [&](const Row& row) {
    found = HadThere{std::nullopt, moment(row, 1), moment(row, 2), moment(row, 3), std::string(row.text(4))};
    if (!row.is_null(0)) found->had = Id<people::Person>{row.integer(0)};
  });
  return found;
}

bool is_as_rules_left_it(const Read& read, Id<Handoff> id) {
  return read.integer(left_by_rules, {{"id", id}}) == std::optional<std::int64_t>(1);
}

std::optional<std::string> rule_until_record_named_another(const Read& read, Id<Handoff> id,
                                                           Id<people::Person> owner) {
  return read.text(rule_before, {{"id", id}, {"owner", owner}});
}

std::vector<GivenOn> given_on_by_records(const Read& read, std::int64_t since_commit) {
  std::vector<GivenOn> found;
  read.each(given_on, {{"since", since_commit}}, [&](const Row& row) {
    found.push_back({{row.integer(0)}, {row.integer(1)}});
  });
  return found;
}

std::vector<GivenBack> given_back_by_records(const Read& read, std::int64_t since_commit) {
  std::vector<GivenBack> found;
  const auto moment = [](const Row& row, int column) {
    const auto ms = row.optional_integer(column);
    return ms ? std::optional(Instant{*ms}) : std::nullopt;
  };
  read.each(given_back, {{"since", since_commit}}, [&](const Row& row) {
    GivenBack one{{row.integer(0)}, std::nullopt, std::string(row.text(2)), moment(row, 3), moment(row, 4)};
    if (!row.is_null(1)) one.had = Id<people::Person>{row.integer(1)};
    found.push_back(std::move(one));
  });
  return found;
}

std::vector<Id<Handoff>> owed_about(const Read& read, Id<account::Contact> contact) {
  std::vector<Id<Handoff>> found;
  read.each(about_them, {{"contact", contact}, {"now", read.now()}},
            [&](const Row& row) { found.push_back({row.integer(0)}); });
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
