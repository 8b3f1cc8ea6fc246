// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_store.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "db/supersession.hpp"
#include "handoff/handoff_many.hpp"

namespace accord::handoff {
namespace {

/// A side speaks with somebody by these; notes and tasks are no contact. What is known by its day only may
/// have been after the handoff on that day.
#define ACCORD_FIRST_CONTACT                                                                                \
  "(SELECT v.id FROM activity_standing v WHERE v.opportunity = h.opportunity AND v.side = h.to_side AND "   \
  "v.kind IN ('call', 'email', 'meeting', 'visit', 'demo') AND (v.at >= h.submitted_at OR (v.precision <> " \
  "'moment' AND v.at >= h.submitted_at / 86400000 * 86400000)) ORDER BY v.at, v.id LIMIT 1)"

/// So does a call of a call list that reached them, but not the one that the lead, or this, came of.
#define ACCORD_FIRST_LIST_CALL                                                                        \
  "(SELECT c.id FROM call_standing c WHERE c.opportunity = h.opportunity AND c.side = h.to_side AND " \
  "c.is_new_lead = 0 AND (c.at > h.submitted_at OR (c.at = h.submitted_at AND h.submitted_by <> 0)) " \
  "ORDER BY c.at, c.id LIMIT 1)"
#define ACCORD_NOT_SPOKEN_WITH ACCORD_FIRST_CONTACT " IS NULL AND " ACCORD_FIRST_LIST_CALL " IS NULL"

/// Of a handoff that sales accepted: since when it is marketing's again, or was handed over anew; of one that
/// marketing kept: since when it is sales'.
#define ACCORD_HANDED_BACK                                                                          \
  "(SELECT MIN(n.submitted_at) FROM handoff n WHERE n.opportunity = h.opportunity AND n.id > h.id " \
  "AND ((h.ask = 'take_over' AND n.ask = 'nurture' AND n.state = 'accepted') OR "                   \
  "(n.ask = 'take_over' AND n.state <> 'withdrawn')))"
/// What somebody took on: whom they owe a contact, or marketing a word. What it kept before that was so owes
/// nothing.
#define ACCORD_TAKEN_ON \
  "h.state = 'accepted' AND (h.ask = 'take_over' OR (h.ask = 'qualify' AND h.contact_due_at IS NOT NULL))"
/// Somebody known asked again.
#define ACCORD_ASKED_AGAIN "h.ask = 'information' AND h.submitted_by = 0"

constexpr std::string_view handoff_row =
    "CREATE VIEW handoff_row AS SELECT h.id, h.opportunity, COALESCE(o.name, '') AS opportunity_name, "
    "o.account, COALESCE(a.name, '') AS account_name, o.contact, COALESCE(k.name, '') AS contact_name, "
    "COALESCE(k.email, '') AS contact_email, COALESCE(k.phone, '') AS contact_phone, o.product, "
    "COALESCE(p.name, '') AS product_name, h.territory, COALESCE(t.name, '') AS territory_name, "
    "COALESCE(o.value_minor, p.list_price_minor) AS value_minor, CASE WHEN o.value_minor IS NOT NULL THEN "
    "o.value_currency ELSE p.list_price_currency END AS value_currency, COALESCE(o.source, '') AS source, "
    "COALESCE(o.stage, '') AS stage, COALESCE(o.system, '') AS system, h.to_side, h.ask, h.note, h.campaign, "
    "COALESCE(c.name, '') AS campaign_name, NULLIF(h.submitted_by, 0) AS submitted_by, COALESCE(s.name, '') AS submitted_by_name, "
    "h.submitted_at, h.assigned_to, COALESCE(w.name, '') AS assigned_to_name, h.assigned_at, h.rule, h.due_at, "
    "h.contact_due_at, h.state, h.decided_by, COALESCE(d.name, '') AS decided_by_name, h.decided_at, h.reason, "
    "h.answer, h.again_on, CASE WHEN " ACCORD_TAKEN_ON " THEN COALESCE(" ACCORD_HANDED_BACK ", CASE WHEN h.ask = 'qualify' AND o.outcome = 'lost' THEN CAST(o.close_on AS BIGINT) * 86400000 END) END AS handed_back_at, CASE WHEN f.at IS NULL OR l.at < f.at THEN l.at ELSE f.at END AS first_contact_at, "
    "CASE WHEN f.at IS NULL OR l.at < f.at THEN CASE WHEN l.at IS NOT NULL THEN 'moment' END ELSE f.precision END AS first_contact_precision, "
    "COALESCE((SELECT MAX(x.id) FROM handoff_step_standing x WHERE x.handoff = h.id), 0) AS last_step "
    "FROM handoff h LEFT JOIN opportunity o ON o.id = h.opportunity "
    "LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "o.account") " "
    "LEFT JOIN contact k ON k.id = o.contact LEFT JOIN product p ON p.id = o.product "
    "LEFT JOIN territory t ON t.id = h.territory "
    "LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "h.campaign") " "
    "LEFT JOIN person s ON s.id = h.submitted_by LEFT JOIN person w ON w.id = h.assigned_to "
    "LEFT JOIN person d ON d.id = h.decided_by LEFT JOIN activity f ON f.id = " ACCORD_FIRST_CONTACT
    " LEFT JOIN call l ON l.id = " ACCORD_FIRST_LIST_CALL;
/// All of them, for what was taken back is told as that; also where the handing over itself was.
constexpr std::string_view handoff_step_row =
    "CREATE VIEW handoff_step_row AS SELECT x.id, x.handoff, x.kind, x.at, NULLIF(x.person, 0) AS person, "
    "COALESCE(p.name, '') AS "
    "person_name, x.assigned_to, COALESCE(w.name, '') AS assigned_to_name, x.text, CASE WHEN h.id IS "
    "NULL THEN (SELECT g.territory FROM handoff_was g WHERE g.id = x.handoff ORDER BY g.until_commit DESC "
    "LIMIT 1) ELSE h.territory END AS territory, CAST(NULL AS DOUBLE PRECISION) AS held_hours, CASE WHEN "
    "u.retracted_commit IS NULL AND z.fact IS NULL THEN 0 ELSE 1 END AS "
    "is_undone, l.at AS undone_at, COALESCE(n.name, l.person_name, '') AS undone_by_name "
    "FROM handoff_step x LEFT JOIN handoff h ON h.id = x.handoff LEFT JOIN person p ON p.id = x.person "
    "LEFT JOIN person w ON w.id = x.assigned_to LEFT JOIN retraction u ON u.retracted_commit = "
    "x.commit_number LEFT JOIN handoff_step_superseded z ON z.fact = x.id LEFT JOIN commit_log l ON l.number "
    "= "
    "COALESCE(u.commit_number, z.commit_number) LEFT JOIN actor_name n ON n.person "
    "= l.person";
constexpr std::string_view absence_row =
    "CREATE VIEW absence_row AS SELECT b.id, b.person, COALESCE(p.name, '') AS person_name, b.from_day, "
    "b.until_day, b.deputy, COALESCE(d.name, '') AS deputy_name FROM absence b "
    "LEFT JOIN person p ON p.id = b.person LEFT JOIN person d ON d.id = b.deputy";

#define ACCORD_ROW_COLUMNS                                                                                  \
  "r.id, r.opportunity, r.opportunity_name, r.account, r.account_name, r.contact, r.contact_name, "         \
  "r.contact_email, r.contact_phone, r.product, r.product_name, r.territory, r.territory_name, "            \
  "r.value_minor, r.value_currency, r.source, r.stage, r.system, r.to_side, r.ask, r.note, r.campaign, "    \
  "r.campaign_name, r.submitted_by, r.submitted_by_name, r.submitted_at, r.assigned_to, "                   \
  "r.assigned_to_name, r.assigned_at, r.rule, r.due_at, r.contact_due_at, r.state, r.decided_by, "          \
  "r.decided_by_name, r.decided_at, r.reason, r.answer, r.again_on, r.handed_back_at, r.first_contact_at, " \
  "r.first_contact_precision, r.last_step"

const Sql visible{
    "SELECT h.id, h.opportunity, h.territory, h.to_side, h.ask, h.note, h.campaign, h.submitted_by, "
    "h.submitted_at, h.assigned_to, h.assigned_at, h.rule, h.due_at, h.contact_due_at, h.state, "
    "h.decided_by, "
    "h.decided_at, h.reason, h.answer, h.again_on FROM handoff h WHERE h.id = :id AND " ACCORD_IN_SCOPE(
        "h.territory")};
const Sql row_by_id{"SELECT " ACCORD_ROW_COLUMNS
                    " FROM handoff_row r WHERE r.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql rows_between{
    "SELECT " ACCORD_ROW_COLUMNS
    " FROM handoff_row r WHERE r.submitted_at >= :from AND r.submitted_at < :until AND " ACCORD_IN_SCOPE(
        "r.territory") " ORDER BY r.id"};
const Sql ever_here{
    "SELECT h.opportunity FROM handoff h WHERE (h.ask = 'take_over' AND h.state <> 'withdrawn') OR (h.ask = "
    "'qualify' AND h.state = 'rejected')"};
const Sql waiting_of{
    "SELECT h.id FROM handoff h WHERE h.opportunity = :opportunity AND h.to_side = :side AND h.state = "
    "'waiting' AND NOT (" ACCORD_ASKED_AGAIN ") ORDER BY h.id LIMIT 1"};
/// Whether a lead waits for anybody, or whoever was last asked to take it took it.
const Sql somebodys{
    "SELECT h.id FROM handoff h WHERE h.opportunity = :opportunity AND (h.state = 'waiting' OR (h.state = "
    "'accepted' AND h.ask IN ('take_over', 'qualify') AND NOT EXISTS (SELECT 1 FROM handoff n WHERE "
    "n.opportunity = h.opportunity AND n.id > h.id AND n.ask <> 'information' AND n.state <> 'withdrawn'))) "
    "LIMIT 1"};
const Sql accepted{
    "SELECT h.id FROM handoff h WHERE h.opportunity = :opportunity AND h.ask = 'take_over' AND h.state = "
    "'accepted' AND NOT EXISTS (SELECT 1 FROM handoff n WHERE n.opportunity = h.opportunity AND n.id > h.id "
    "AND "
    "n.ask = 'nurture' AND n.state = 'accepted') ORDER BY h.id DESC LIMIT 1"};
const Sql to_qualify{
    "SELECT h.id FROM handoff h WHERE h.opportunity = :opportunity AND (h.ask = 'qualify' OR "
    "(" ACCORD_ASKED_AGAIN " AND h.to_side = 'marketing')) AND h.state = 'waiting' ORDER BY h.id LIMIT 1"};
const Sql changed{"SELECT h.id FROM handoff h WHERE h.commit_number = :commit ORDER BY h.id"};
/// The first handoff of a lead to sales that stands, and what became of the last one.
#define ACCORD_PASSED "h.ask = 'take_over' AND h.state <> 'withdrawn'"
#define ACCORD_LAST_PASSED \
  "(SELECT MAX(h.id) FROM handoff h WHERE h.opportunity = passed_on.opportunity AND " ACCORD_PASSED ")"
const Sql passing{
    "SELECT (SELECT MIN(f.submitted_at) FROM handoff f WHERE f.opportunity = h.opportunity AND f.ask = "
    "'take_over' "
    "AND f.state <> 'withdrawn'), h.state, h.decided_at, h.reason FROM handoff h WHERE h.opportunity = "
    ":opportunity AND " ACCORD_PASSED " ORDER BY h.id DESC LIMIT 1"};
/// Of a lead that nobody hands over any more the funnel knows nothing, as before.
const Sql forget_passed{
    "DELETE FROM passed_on WHERE opportunity = :opportunity AND NOT EXISTS (SELECT 1 FROM handoff h WHERE "
    "h.opportunity = :opportunity)"};
const Sql passed_astray{
    "SELECT o.id FROM opportunity o LEFT JOIN passed_on p ON p.opportunity = o.id WHERE (p.id IS NOT NULL OR "
    "EXISTS (SELECT 1 FROM handoff h WHERE h.opportunity = o.id)) AND (p.id IS NULL OR NOT EXISTS (SELECT 1 "
    "FROM handoff h WHERE h.opportunity = o.id) OR COALESCE(p.at, 0) <> COALESCE((SELECT "
    "MIN(h.submitted_at) FROM handoff h WHERE h.opportunity = o.id AND " ACCORD_PASSED
    "), 0) OR COALESCE(p.turned_down_at, 0) <> COALESCE((SELECT CASE WHEN h.state = 'rejected' THEN "
    "h.decided_at END FROM handoff h WHERE h.opportunity = o.id AND " ACCORD_PASSED
    " ORDER BY h.id DESC LIMIT 1), 0)) ORDER BY o.id"};
const Sql last{
    "SELECT x.id, x.commit_number, x.person, x.at FROM handoff_step_standing x WHERE x.handoff = :id "
    "ORDER BY x.id DESC LIMIT 1"};
const Sql step_by_id{"SELECT x.id, x.commit_number, x.person, x.at FROM handoff_step x WHERE x.id = :id"};
/// One writer appends, so the steps of an act have neighbouring numbers.
const Sql of_act{
    "SELECT x.id, x.handoff, h.opportunity, x.kind FROM handoff_step_standing x JOIN handoff h ON h.id = "
    "x.handoff WHERE x.id BETWEEN :first AND :last AND x.commit_number = :commit ORDER BY x.id"};
const Sql hands_of{
    "SELECT x.handoff, x.at, x.assigned_to FROM handoff_step_standing x WHERE x.handoff = :id ORDER BY x.id"};
const Sql hands_between{
    "SELECT x.handoff, x.at, x.assigned_to FROM handoff h JOIN handoff_step_standing x ON x.handoff = h.id "
    "WHERE h.submitted_at >= :from AND h.submitted_at < :until AND x.at < :end AND " ACCORD_IN_SCOPE(
        "h.territory") " ORDER BY x.handoff, x.id"};
const Sql steps_taken{
    "SELECT s.id, s.handoff, s.kind, s.at, s.person, s.person_name, s.assigned_to, s.assigned_to_name, "
    "s.text, s.territory, s.held_hours, s.is_undone, s.undone_at, s.undone_by_name FROM handoff_step_row s "
    "WHERE s.handoff = :id AND " ACCORD_IN_SCOPE("s.territory") " ORDER BY s.id"};
const Sql commit_of{"SELECT h.commit_number FROM handoff h WHERE h.id = :id"};
const Sql commit_of_lead{"SELECT o.commit_number FROM opportunity o WHERE o.id = :id"};
const Sql by_source{"SELECT c.id FROM campaign c WHERE c.name = :source ORDER BY c.id LIMIT 1"};
const Sql by_form{
    "SELECT f.campaign FROM form_entry_standing e JOIN lead_form f ON f.id = e.form "
    "WHERE e.contact = :contact AND " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") "= :opportunity ORDER BY "
    "e.id LIMIT 1"};

const Sql every_source{
    "SELECT o.id, MIN(c.id) FROM opportunity o JOIN campaign c ON c.name = o.source WHERE o.source <> '' "
    "GROUP BY o.id"};
const Sql every_form{
    "SELECT o.id, f.campaign FROM form_entry_standing e JOIN lead_form f ON f.id = e.form JOIN opportunity o "
    "ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") "WHERE o.system = '' AND e.contact = o.contact "
    "ORDER BY e.id DESC"};
const Sql counts_between{
    "SELECT h.campaign, COUNT(*) FROM handoff h WHERE h.campaign IS NOT NULL AND h.ask = 'take_over' AND "
    "h.submitted_at >= :from AND h.submitted_at < :until AND NOT (h.state = 'withdrawn' AND h.decided_at < "
    ":end) AND " ACCORD_IN_SCOPE("h.territory") " GROUP BY h.campaign"};

const Sql of_no_campaign_between{
    "SELECT h.opportunity FROM handoff h WHERE h.campaign IS "
    "NULL AND h.ask = 'take_over' AND h.submitted_at >= :from AND h.submitted_at < :until "
    "AND NOT (h.state = 'withdrawn' AND h.decided_at < :end) AND " ACCORD_IN_SCOPE(
        "h.territory") " ORDER BY h.id"};

/// The rows of some handoffs, whose order is for who asks.
#define ACCORD_ROWS_AMONG "SELECT " ACCORD_ROW_COLUMNS " FROM handoff_row r WHERE r.id IN ("

const Sql waits{ACCORD_ROWS_AMONG "SELECT h.id FROM handoff h WHERE h.assigned_to = :person AND h.state = 'waiting' AND " ACCORD_IN_SCOPE(
        "h.territory") " ORDER BY h.due_at, h.id LIMIT :limit" ")"};
const Sql waits_for_nobody{ACCORD_ROWS_AMONG "SELECT h.id FROM handoff h WHERE h.assigned_to IS NULL AND h.state = 'waiting' AND h.to_side = :side "
    "AND " ACCORD_IN_SCOPE("h.territory") " ORDER BY h.due_at, h.id LIMIT :limit" ")"};
const Sql uncontacted{
    ACCORD_ROWS_AMONG
    "SELECT h.id FROM handoff h JOIN opportunity o ON o.id = h.opportunity WHERE h.assigned_to = :person "
    "AND " ACCORD_TAKEN_ON " AND o.outcome = 'open' AND " ACCORD_HANDED_BACK
    " IS NULL AND " ACCORD_IN_SCOPE("h.territory") " AND " ACCORD_NOT_SPOKEN_WITH
                                                   " ORDER BY h.contact_due_at, h.id LIMIT :limit"
                                                   ")"};
const Sql again{ACCORD_ROWS_AMONG "SELECT h.id FROM handoff h JOIN opportunity o ON o.id = h.opportunity WHERE (h.submitted_by = :person OR (h.submitted_by = 0 AND h.decided_by = :person)) AND "
    "h.state = 'recycled' AND h.again_on <= :today AND o.outcome = 'open' AND "
    ACCORD_IN_SCOPE("h.territory") " AND NOT EXISTS (SELECT 1 FROM handoff n WHERE n.opportunity = "
    "h.opportunity AND n.id > h.id AND n.state <> 'withdrawn') ORDER BY h.again_on, h.id LIMIT :limit" ")"};
/// Whoever has no manager on record, or one who left or is away, is every manager's of their side.
#define ACCORD_REPORT                                                                              \
  "(p.manager = :manager OR (p.side = CAST(:side AS TEXT) AND p.id <> :manager AND (p.manager IS " \
  "NULL OR b.left_on <= :today OR EXISTS (SELECT 1 FROM absence x WHERE x.person = b.id AND "      \
  "x.from_day <= :today AND x.until_day >= :today))))"
const Sql late_below{
    ACCORD_ROWS_AMONG
    "SELECT h.id FROM person p LEFT JOIN person b ON b.id = p.manager JOIN handoff h ON h.assigned_to = p.id "
    "WHERE " ACCORD_REPORT " AND h.state = 'waiting' AND h.due_at < :now AND " ACCORD_IN_SCOPE(
        "h.territory") " ORDER BY h.due_at, h.id LIMIT :limit"
                       ")"};
const Sql unspoken_below{
    ACCORD_ROWS_AMONG
    "SELECT h.id FROM person p LEFT JOIN person b ON b.id = p.manager JOIN handoff h ON h.assigned_to = p.id "
    "JOIN opportunity o ON o.id = h.opportunity WHERE " ACCORD_REPORT " AND " ACCORD_TAKEN_ON
    " AND h.contact_due_at < :now AND o.outcome = 'open' AND " ACCORD_HANDED_BACK
    " IS NULL "
    "AND " ACCORD_IN_SCOPE("h.territory") " AND " ACCORD_NOT_SPOKEN_WITH
                                          " ORDER BY h.contact_due_at, h.id LIMIT :limit"
                                          ")"};
const Sql reports{
    "SELECT p.id, p.left_on FROM person p LEFT JOIN person b ON b.id = p.manager WHERE " ACCORD_REPORT
    " ORDER BY p.id"};
const Sql waiting_count{
    "SELECT COUNT(*) FROM handoff h WHERE h.assigned_to = :person AND h.state = 'waiting'"};
const Sql free_count{
    "SELECT COUNT(*) FROM handoff h WHERE h.assigned_to IS NULL AND h.state = 'waiting' AND h.to_side = "
    ":side "
    "AND " ACCORD_IN_SCOPE("h.territory")};
/// Of the other side's contacts with what a side is to speak with, calls of call lists that reached them
/// among them.
const Sql others_contacts{
    "SELECT (SELECT COUNT(*) FROM activity_standing v WHERE v.opportunity = :opportunity AND v.side <> :side "
    "AND v.side <> 'none' AND v.kind IN ('call', 'email', 'meeting', 'visit', 'demo') AND v.at >= :since AND "
    "v.at < :until) + (SELECT COUNT(*) FROM call_standing c WHERE c.opportunity = :opportunity AND c.side <> "
    ":side AND c.side <> 'none' AND c.is_new_lead = 0 AND c.at >= :since AND c.at < :until)"};
const Sql newest_assignment{
    "SELECT h.assigned_at FROM handoff h WHERE h.assigned_to = :person ORDER BY h.assigned_at DESC LIMIT 1"};
const Sql every_load{
    "SELECT l.id, l.person, l.waiting, l.last_assigned FROM handoff_load l ORDER BY l.person"};
const Sql load_of{
    "SELECT l.id, l.person, l.waiting, l.last_assigned FROM handoff_load l WHERE l.person = :person"};
const Sql miscounted{
    "SELECT l.person FROM handoff_load l WHERE l.waiting <> (SELECT COUNT(*) FROM handoff h WHERE "
    "h.assigned_to = "
    "l.person AND h.state = 'waiting') ORDER BY l.person"};
const Sql every_due{
    "SELECT h.due_at FROM handoff h WHERE h.state = 'waiting' AND h.due_at IS NOT NULL UNION SELECT "
    "h.contact_due_at FROM handoff h WHERE h.state IN ('waiting', 'accepted') AND h.contact_due_at IS NOT "
    "NULL ORDER BY 1"};
const Sql absences_on{
    "SELECT b.id, b.person, b.from_day, b.until_day, b.deputy FROM absence b WHERE b.from_day <= :day AND "
    "b.until_day >= :day ORDER BY b.id"};
/// The state of a handoff is that of its last step but for what only gives it to somebody, as an accepted one
/// may be.
const Sql astray{
    "SELECT h.id, h.state, x.kind FROM handoff h JOIN handoff_step x ON x.id = (SELECT y.id FROM "
    "handoff_step_standing y WHERE y.handoff = h.id ORDER BY y.id DESC LIMIT 1) WHERE h.state <> CASE WHEN "
    "x.kind IN ('submitted', 'assigned', 'returned') THEN 'waiting' ELSE x.kind END AND NOT (x.kind = "
    "'assigned' AND h.state = 'accepted' AND EXISTS (SELECT 1 FROM handoff_step_standing b WHERE b.handoff = "
    "h.id AND b.kind = 'accepted')) ORDER BY h.id"};

Table steps_table() { return supersedable(fact_table<HandoffStep>({{"handoff"}})); }

/// To hand a lead over is one step, and one more where that answers what waited for it to be qualified.
constexpr std::int64_t act_steps_max = 2 * handed_over_at_once_max;

std::optional<Side> side_managed(const Actor& actor) {
  const bool is_manager = actor.role == Role::sales_manager || actor.role == Role::marketing_manager;
  return is_manager ? std::optional(actor.side) : std::nullopt;
}

}  // namespace

std::vector<StepOfAct> steps_of_act(const Read& read, std::int64_t step, std::int64_t commit) {
  std::vector<StepOfAct> found;
  read.each(
      of_act, {{"commit", commit}, {"first", step - act_steps_max}, {"last", step + act_steps_max}},
      [&](const Row& row) {
        found.push_back({{row.integer(0)}, {row.integer(1)}, {row.integer(2)}, row.text(3) == "submitted"});
      });
  return found;
}

std::optional<LastStep> find_step(const Read& read, Id<HandoffStep> id) {
  std::optional<LastStep> found;
  read.each(step_by_id, {{"id", id}}, [&](const Row& row) {
    found = LastStep{row.integer(0), row.integer(1), row.integer(2), {row.integer(3)}};
  });
  return found;
}

Schema schema() {
  return {
      .subject = "handoff",
      .tables = {record_table<Handoff>({{"opportunity, to_side, state"},
                                        {"assigned_to, state, due_at"},
                                        {"assigned_to, assigned_at"},
                                        {"submitted_by, state, again_on"},
                                        {"submitted_at"}}),
                 steps_table(), record_table<Absence>({{"person"}, {"until_day"}}),
                 untold(plain_table<Load>({{"person", true}}))},
      .views = {handoff_row, handoff_step_row, absence_row},
      .migrations = {{"The funnel knows what was handed over.",
                      [](Dialect) {
                        return std::vector<std::string>{
                            "INSERT INTO passed_on (opportunity, at, turned_down_at, reason) SELECT "
                            "h.opportunity, MIN(h.submitted_at), NULL, '' FROM handoff h WHERE " ACCORD_PASSED
                            " GROUP BY h.opportunity",
                            "UPDATE passed_on SET turned_down_at = (SELECT h.decided_at FROM handoff h WHERE "
                            "h.id = " ACCORD_LAST_PASSED
                            "), reason = (SELECT h.reason FROM handoff h WHERE "
                            "h.id = " ACCORD_LAST_PASSED
                            ") WHERE (SELECT h.state FROM handoff h WHERE h.id = " ACCORD_LAST_PASSED
                            ") = 'rejected'"};
                      }},
                     {"The funnel knows of every handoff.",
                      [](Dialect) {
                        return std::vector<std::string>{
                            "INSERT INTO passed_on (opportunity, at, turned_down_at, reason) SELECT DISTINCT "
                            "h.opportunity, NULL, NULL, '' FROM handoff h WHERE h.opportunity NOT IN (SELECT "
                            "p.opportunity FROM passed_on p)",
                            "DELETE FROM passed_on WHERE opportunity NOT IN (SELECT h.opportunity FROM "
                            "handoff h)"};
                      }},
                     {"A step is taken back without the others of its act.",
                      [](Dialect dialect) { return supersession_statements(steps_table(), dialect); }}}};
}

std::optional<Handoff> find_visible(const Read& read, Id<Handoff> id) {
  return read.one<Handoff>(visible, {{"id", id}, read.scope()});
}

std::optional<HandoffRow> find_row(const Read& read, Id<Handoff> id) {
  return read.one<HandoffRow>(row_by_id, {{"id", id}, read.scope()});
}

std::optional<Id<Handoff>> find_waiting(const Read& read, Id<funnel::Opportunity> lead, Side to) {
  const auto found = read.integer(waiting_of, {{"opportunity", lead}, {"side", to}});
  return found ? std::optional(Id<Handoff>{*found}) : std::nullopt;
}

bool is_somebodys(const Read& read, Id<funnel::Opportunity> lead) {
  return read.integer(somebodys, {{"opportunity", lead}}).has_value();
}

std::optional<Id<Handoff>> find_accepted(const Read& read, Id<funnel::Opportunity> lead) {
  const auto found = read.integer(accepted, {{"opportunity", lead}});
  return found ? std::optional(Id<Handoff>{*found}) : std::nullopt;
}

std::vector<Id<Handoff>> changed_by(const Read& read, std::int64_t commit) {
  std::vector<Id<Handoff>> found;
  read.each(changed, {{"commit", commit}}, [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

std::vector<HandoffRow> submitted_between(const Read& read, Instant from, Instant until) {
  return read.all<HandoffRow>(rows_between, {{"from", from}, {"until", until}, read.scope()});
}

Parts parts_of(const Read& read, Id<Handoff> id) {
  Parts parts;
  read.each(hands_of, {{"id", id}},
            [&](const Row& row) { add_part(parts, {row.integer(1)}, row.is_null(2) ? 0 : row.integer(2)); });
  return parts;
}

std::map<std::int64_t, Parts> parts_between(const Read& read, Instant from, Instant until, Instant end) {
  std::map<std::int64_t, Parts> all;
  read.each(hands_between, {{"from", from}, {"until", until}, {"end", end}, read.scope()},
            [&](const Row& row) {
              add_part(all[row.integer(0)], {row.integer(1)}, row.is_null(2) ? 0 : row.integer(2));
            });
  return all;
}

std::vector<HandoffStepRow> steps_of(const Read& read, Id<Handoff> id) {
  return read.all<HandoffStepRow>(steps_taken, {{"id", id}, read.scope()});
}

std::set<std::int64_t> handed_over_here(const Read& read) {
  std::set<std::int64_t> leads;
  read.each(ever_here, {}, [&](const Row& row) { leads.insert(row.integer(0)); });
  return leads;
}

std::optional<LastStep> last_step(const Read& read, Id<Handoff> id) {
  std::optional<LastStep> found;
  read.each(last, {{"id", id}}, [&](const Row& row) {
    found = LastStep{row.integer(0), row.integer(1), row.integer(2), {row.integer(3)}};
  });
  return found;
}

bool is_unchanged_since(const Read& read, Id<Handoff> id, std::int64_t commit) {
  return read.integer(commit_of, {{"id", id}}) == commit;
}

bool is_unchanged_since(const Read& read, Id<funnel::Opportunity> id, std::int64_t commit) {
  return read.integer(commit_of_lead, {{"id", id}}) == commit;
}

std::optional<Id<campaign::Campaign>> campaign_of(const Read& read, const funnel::Opportunity& lead) {
  std::optional<std::int64_t> found;
  if (lead.contact && lead.system.empty())
    found = read.integer(by_form, {{"contact", *lead.contact}, {"opportunity", lead.id}});
  if (!found && !lead.source.empty()) found = read.integer(by_source, {{"source", lead.source}});
  return found ? std::optional(Id<campaign::Campaign>{*found}) : std::nullopt;
}

std::shared_ptr<const CampaignsOfLeads> campaigns_of_leads(const Read& read) {
  return read.kept<CampaignsOfLeads>("campaigns that leads came from", [&] {
    CampaignsOfLeads all;
    read.each(every_source, {}, [&](const Row& row) { all[row.integer(0)] = row.integer(1); });
    // The first entry comes last, and its form says more than a source.
    read.each(every_form, {}, [&](const Row& row) { all[row.integer(0)] = row.integer(1); });
    return all;
  });
}

std::vector<std::pair<std::int64_t, std::int64_t>> handed_over_from(const Read& read, Instant from,
                                                                    Instant until, Instant end) {
  std::vector<std::pair<std::int64_t, std::int64_t>> counts;
  read.each(counts_between, {{"from", from}, {"until", until}, {"end", end}, read.scope()},
            [&](const Row& row) { counts.emplace_back(row.integer(0), row.integer(1)); });
  return counts;
}

std::vector<std::int64_t> handed_over_of_no_campaign(const Read& read, Instant from, Instant until,
                                                     Instant end) {
  std::vector<std::int64_t> leads;
  read.each(of_no_campaign_between, {{"from", from}, {"until", until}, {"end", end}, read.scope()},
            [&](const Row& row) { leads.push_back(row.integer(0)); });
  return leads;
}

std::shared_ptr<const std::vector<Instant>> due_moments(const Read& read) {
  return read.kept<std::vector<Instant>>(
      "moments by which handoffs are due",
      [&] {
        std::vector<Instant> moments;
        read.each(every_due, {}, [&](const Row& row) { moments.push_back({row.integer(0)}); });
        return moments;
      },
      Read::Sees::all);
}

std::map<std::int64_t, Absence> away_on(const Read& read, Day day) {
  std::map<std::int64_t, Absence> away;
  for (auto& one : read.all<Absence>(absences_on, {{"day", day}})) away[one.person.number] = one;
  return away;
}

std::map<std::int64_t, Load> loads(const Read& read) {
  std::map<std::int64_t, Load> all;
  for (auto& one : read.all<Load>(every_load)) all[one.person.number] = one;
  return all;
}

void count_anew(Write& write, std::optional<Id<people::Person>> person) {
  if (!person) return;
  auto found = write.one<Load>(load_of, {{"person", *person}});
  Load load = found.value_or(Load{});
  load.person = *person;
  load.waiting = count_waiting(write, person->number, Side::none);
  const auto newest = write.integer(newest_assignment, {{"person", *person}});
  load.last_assigned = newest ? std::optional(Instant{*newest}) : std::nullopt;
  if (found)
    write.update_plain(load);
  else
    write.insert_plain(load);
}

void tell_funnel(Write& write, Id<funnel::Opportunity> lead) {
  funnel::PassedOn one;
  one.opportunity = lead;
  write.each(passing, {{"opportunity", lead}}, [&](const Row& row) {
    one.at = Instant{row.integer(0)};
    if (row.text(1) != name_of(State::rejected)) return;
    one.turned_down_at = Instant{row.integer(2)};
    one.reason = row.text(3);
  });
  funnel::keep_passed_on(write, std::move(one));
  write.run(forget_passed, {{"opportunity", lead}});
}

std::vector<HandoffRow> waiting_for(const Read& read, std::int64_t person, std::int64_t limit) {
  return read.all<HandoffRow>(waits, {Bind{"person", person}, Bind{"limit", limit}, read.scope()});
}

std::vector<HandoffRow> waiting_for_nobody(const Read& read, Side side, std::int64_t limit) {
  return read.all<HandoffRow>(waits_for_nobody, {Bind{"side", side}, Bind{"limit", limit}, read.scope()});
}

std::vector<HandoffRow> to_contact(const Read& read, std::int64_t person, std::int64_t limit) {
  return read.all<HandoffRow>(uncontacted, {Bind{"person", person}, Bind{"limit", limit}, read.scope()});
}

std::vector<HandoffRow> back_again(const Read& read, std::int64_t person, Day today, std::int64_t limit) {
  return read.all<HandoffRow>(
      again, {Bind{"person", person}, Bind{"today", today}, Bind{"limit", limit}, read.scope()});
}

std::vector<HandoffRow> late_of_reports(const Read& read, Day today, std::int64_t limit) {
  std::vector<HandoffRow> all;
  for (const auto* late : {&late_below, &unspoken_below}) {
    auto rows = read.all<HandoffRow>(
        *late, {Bind{"manager", read.actor().person}, Bind{"side", side_managed(read.actor())},
                Bind{"today", today}, Bind{"now", read.now()}, Bind{"limit", limit}, read.scope()});
    std::ranges::move(rows, std::back_inserter(all));
  }
  return all;
}

std::vector<Report> reports_of_actor(const Read& read, Day today) {
  std::vector<Report> found;
  const auto& actor = read.actor();
  read.each(reports, {{"manager", actor.person}, {"today", today}, {"side", side_managed(actor)}},
            [&](const Row& row) {
              Report report{row.integer(0), std::nullopt};
              if (!row.is_null(1)) report.left_on = Day{static_cast<std::int32_t>(row.integer(1))};
              found.push_back(report);
            });
  return found;
}

std::int64_t contacts_of_other_side(const Read& read, Id<funnel::Opportunity> lead, Side side, Instant since,
                                    Instant until) {
  return read
      .integer(others_contacts, {{"opportunity", lead}, {"side", side}, {"since", since}, {"until", until}})
      .value_or(0);
}

std::int64_t count_waiting(const Read& read, std::int64_t person, Side side) {
  if (person != 0) return read.integer(waiting_count, {{"person", person}}).value_or(0);
  return read.integer(free_count, {{"side", side}, read.scope()}).value_or(0);
}

std::vector<std::string> loads_astray(const Read& read) {
  std::vector<std::string> found;
  read.each(miscounted, {}, [&](const Row& row) {
    found.push_back("For person " + std::to_string(row.integer(0)) + " another number is kept than waits.");
  });
  return found;
}

std::vector<std::string> passings_astray(const Read& read) {
  std::vector<std::string> found;
  read.each(passed_astray, {}, [&](const Row& row) {
    found.push_back("Of lead " + std::to_string(row.integer(0)) +
                    " the funnel knows something else than its handoffs say.");
  });
  return found;
}

std::vector<std::string> steps_astray(const Read& read) {
  std::vector<std::string> found;
  read.each(astray, {}, [&](const Row& row) {
    found.push_back("Handoff " + std::to_string(row.integer(0)) + " is " + std::string(row.text(1)) +
                    ", but its last step is " + std::string(row.text(2)) + ".");
  });
  return found;
}

std::optional<Id<Handoff>> find_to_qualify(const Read& read, Id<funnel::Opportunity> lead) {
  const auto found = read.integer(to_qualify, {{"opportunity", lead}});
  return found ? std::optional(Id<Handoff>{*found}) : std::nullopt;
}

}  // namespace accord::handoff
