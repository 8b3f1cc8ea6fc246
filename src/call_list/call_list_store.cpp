// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_list_store.hpp"

#include "call_list/call_outcome.hpp"
#include "db/counts_as.hpp"
#include "db/row_picker.hpp"
#include "web/worked_out.hpp"

namespace accord::call_list {
namespace {

/// What a list's members come to depends on who asks, and is added to each page.
constexpr std::string_view call_list_row =
    "CREATE VIEW call_list_row AS SELECT l.id, l.name, l.campaign, COALESCE(c.name, '') AS campaign_name, "
    "l.script, l.side, l.caller, COALESCE(q.name, '') AS caller_name, l.product, COALESCE(p.name, '') AS "
    "product_name, l.territory, COALESCE(t.name, '') AS territory_name, l.owner, COALESCE(w.name, '') AS "
    "owner_name, l.closed_on, CAST(0 AS BIGINT) AS member_count, CAST(0 AS BIGINT) AS called_count, "
    "CAST(0 AS BIGINT) AS interested_count FROM call_list l "
    "LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "l.campaign") " "
    "LEFT JOIN person q ON q.id = l.caller LEFT JOIN product p ON p.id = l.product "
    "LEFT JOIN territory t ON t.id = l.territory LEFT JOIN person w ON w.id = l.owner";
/// A member belongs where the contact does. Who was erased is no member any more.
constexpr std::string_view call_member_row =
    "CREATE VIEW call_member_row AS SELECT m.id, m.list, l.name AS list_name, m.contact, k.name AS "
    "contact_name, k.title, k.phone, k.account, k.account_name, k.territory, k.territory_name, "
    "CASE WHEN w.says = 'refuses' THEN 'opted_out' ELSE m.state END AS state, "
    "CASE WHEN w.says = 'refuses' THEN NULL ELSE m.call_back_at END AS call_back_at, m.call_count, "
    "m.last_called_at, m.last_caller, COALESCE(p.name, '') AS last_caller_name, m.was_reached, "
    "m.was_interested, '' AS why_not FROM call_member m JOIN call_list l ON l.id = m.list JOIN contact_row k "
    "ON "
    "k.id = m.contact LEFT JOIN wish w ON w.contact = m.contact AND w.medium = 'call' LEFT JOIN person p ON "
    "p.id = "
    "m.last_caller WHERE k.erased_on IS NULL";
constexpr std::string_view call_row =
    "CREATE VIEW call_row AS SELECT c.id, c.list, l.name AS list_name, c.member, c.contact, k.name AS "
    "contact_name, c.account, COALESCE(a.name, '') AS account_name, k.territory, c.person, "
    "COALESCE(p.name, '') AS person_name, c.side, c.at, c.outcome, c.call_back_at, " ACCORD_COUNTS_AS("'opportunity'", "c.opportunity") "AS opportunity, "
    "COALESCE(o.name, '') AS opportunity_name, c.is_new_lead FROM call_standing c JOIN call_list l ON "
    "l.id = c.list JOIN contact_row k ON k.id = c.contact "
    "LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "c.account") " "
    "LEFT JOIN person p ON p.id = c.person LEFT JOIN opportunity o ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "c.opportunity") ""
    "WHERE k.erased_on IS NULL";

const Sql row_by_id{
    "SELECT l.id, l.name, l.campaign, l.campaign_name, l.script, l.side, l.caller, l.caller_name, l.product, "
    "l.product_name, l.territory, l.territory_name, l.owner, l.owner_name, l.closed_on, l.member_count, "
    "l.called_count, l.interested_count FROM call_list_row l "
    "WHERE l.id = :id AND " ACCORD_IN_SCOPE("l.territory")};
const Sql visible{
    "SELECT l.id, l.name, l.campaign, l.script, l.side, l.caller, l.product, l.territory, l.owner, "
    "l.closed_on FROM call_list l WHERE l.id = :id AND " ACCORD_IN_SCOPE("l.territory")};
const Sql visible_member{
    "SELECT m.id, m.list, m.list_name, m.contact, m.contact_name, m.title, m.phone, m.account, "
    "m.account_name, m.territory, m.territory_name, m.state, m.call_back_at, m.call_count, "
    "m.last_called_at, m.last_caller, m.last_caller_name, m.was_reached, m.was_interested, m.why_not "
    "FROM call_member_row m WHERE m.id = :id AND " ACCORD_IN_SCOPE("m.territory")};
#define ACCORD_BOUND_MEMBERS                                                                         \
  "SELECT m.id, m.list, m.list_name, m.contact, m.contact_name, m.title, m.phone, m.account, "       \
  "m.account_name, m.territory, m.territory_name, m.state, m.call_back_at, m.call_count, "           \
  "m.last_called_at, m.last_caller, m.last_caller_name, m.was_reached, m.was_interested, m.why_not " \
  "FROM call_member_row m WHERE " ACCORD_IN_SCOPE("m.territory") " "
const Sql members_of_list{ACCORD_BOUND_MEMBERS "AND m.list = :list"};
const Sql members_of_all{ACCORD_BOUND_MEMBERS};
const Sql member_state{
    "SELECT m.state, m.call_back_at FROM call_member_row m WHERE m.list = :list AND m.contact = :contact "
    "AND " ACCORD_IN_SCOPE("m.territory")};
const Sql counts_of{
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN m.call_count > 0 THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN m.was_reached = 1 THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN m.was_interested = 1 THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN m.state = 'call_back' AND m.call_back_at <= :now THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN m.state = 'opted_out' THEN 1 ELSE 0 END), 0) "
    "FROM call_member_row m WHERE m.list = :list AND " ACCORD_IN_SCOPE("m.territory")};
const Sql contacts_in_all{"SELECT m.contact FROM call_member m WHERE m.list = :list"};

const Sql strays{
    "SELECT c.id FROM call_standing c LEFT JOIN call_member m ON m.id = c.member LEFT JOIN contact k ON "
    "k.id = c.contact LEFT JOIN opportunity o ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "c.opportunity") "WHERE m.id IS NULL OR m.list <> c.list "
    "OR m.contact <> c.contact OR k.id IS NULL OR (c.opportunity IS NOT NULL AND o.id IS NULL) ORDER BY "
    "c.id"};
const Sql astray{
    "SELECT m.id FROM call_member m LEFT JOIN (SELECT c.member, COUNT(*) AS calls, MAX(c.id) AS last, "
    "MAX(CASE WHEN c.outcome IN ('no_answer', 'wrong_number') THEN 0 ELSE 1 END) AS reached, "
    "MAX(CASE WHEN c.outcome = 'interested' THEN 1 ELSE 0 END) AS interested FROM call_standing c "
    "GROUP BY c.member) s ON s.member = m.id LEFT JOIN call c ON c.id = s.last "
    "WHERE m.call_count <> COALESCE(s.calls, 0) OR m.state <> CASE WHEN c.id IS NULL THEN 'not_called' WHEN "
    "c.outcome IN ('asked_not_to_be_called', 'consented') THEN 'reached' ELSE c.outcome END "
    "OR COALESCE(m.call_back_at, 0) <> COALESCE(c.call_back_at, 0) "
    "OR (CASE WHEN m.was_reached = 1 THEN 1 ELSE 0 END) <> COALESCE(s.reached, 0) "
    "OR (CASE WHEN m.was_interested = 1 THEN 1 ELSE 0 END) <> COALESCE(s.interested, 0) ORDER BY m.id"};

/// A call may be under way while somebody else records that no more are wanted.
const Sql called_after_opt_out{
    "SELECT c.id FROM call_standing c JOIN wish w ON w.contact = c.contact WHERE w.medium = 'call' AND "
    "w.says = "
    "'refuses' AND c.at > w.at + CAST(:turn AS BIGINT) ORDER BY c.id"};
const Sql touches_astray{
    "SELECT r.commit_number, r.contact, r.reached, COALESCE(t.touches, 0) FROM (SELECT c.commit_number, "
    "c.contact, SUM(CASE WHEN c.outcome IN ('no_answer', 'wrong_number') THEN 0 ELSE 1 END) AS reached FROM "
    "call_standing c GROUP BY c.commit_number, c.contact) r LEFT JOIN (SELECT v.commit_number, v.contact, "
    "COUNT(*) AS touches FROM touchpoint_standing v WHERE v.kind = 'call' AND v.contact IS NOT NULL AND "
    "v.commit_number IN (SELECT d.commit_number FROM call_standing d) GROUP BY v.commit_number, v.contact) t "
    "ON t.commit_number = r.commit_number AND t.contact = r.contact WHERE r.reached <> COALESCE(t.touches, "
    "0) ORDER BY r.commit_number, r.contact"};
const Sql two_turns{
    "SELECT t.contact FROM call_turn t GROUP BY t.contact HAVING COUNT(*) > 1 UNION ALL "
    "SELECT t.contact FROM call_turn t JOIN call_member m ON m.id = t.member WHERE m.contact <> t.contact"};

void count(const Read& read, CallListRow& row) {
  const auto counts = count_states(read, row.id, read.now());
  row.member_count = counts.members;
  row.called_count = counts.called;
  row.interested_count = counts.interested;
}

/// Who is bound by another's opt-out is no caller's any more, whatever the last call came to.
void tell_why_not(const Read& read, CallMemberRow& row) {
  row.why_not = wish::why_not(read, wish::Medium::call, row.contact);
  if (row.why_not.empty()) return;
  row.state = MemberState::opted_out;
  row.call_back_at.reset();
}

/// The list of whose members is asked for, where it is only one.
std::optional<std::int64_t> list_asked(const ListRequest& request) {
  std::optional<std::int64_t> asked;
  for (const auto& choice : read_question(info_of<CallMemberRow>(), request).choices) {
    if (choice.field->name == "list" && choice.values.size() == 1 && choice.values.front())
      asked = std::get<std::int64_t>(*choice.values.front());
  }
  return asked;
}

/// As this subject kept them, before people said what they want of every medium.
std::vector<std::string> erased_opt_outs(Dialect) {
  return {
      "CREATE TABLE erased_opt_out (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, is_whole INTEGER NOT NULL, "
      "place INTEGER NOT NULL, mark INTEGER NOT NULL, salt TEXT NOT NULL)"};
}

#define ACCORD_HANDED_OVER                                                                                   \
  "w.id, w.contact, 'call', CASE WHEN w.wish = 'no_calls' THEN 'refuses' ELSE 'agrees' END, w.words, w.at, " \
  "w.person, COALESCE((SELECT l.name FROM call_list l WHERE l.id = w.list), ''), CASE WHEN w.list IS NULL "  \
  "THEN '' ELSE '/call-lists/' || w.list END, w.commit_number"
#define ACCORD_OF_WISH "(id, contact, medium, says, words, at, person, source, link, commit_number"

/// With their numbers and their history. A number that only the history has shall be given to no other wish:
/// it is taken for a moment.
std::vector<std::string> hand_over_wishes(Dialect) {
  return {"INSERT INTO wish " ACCORD_OF_WISH
          ") SELECT w.id, -w.id, 'call', 'refuses', '', 0, NULL, '', '', 0 FROM "
          "call_wish_was w GROUP BY w.id",
          "DELETE FROM wish WHERE contact < 0",
          "INSERT INTO wish " ACCORD_OF_WISH ") SELECT " ACCORD_HANDED_OVER " FROM call_wish w",
          "INSERT INTO wish_was " ACCORD_OF_WISH ", until_commit) SELECT " ACCORD_HANDED_OVER
          ", w.until_commit FROM call_wish_was w",
          "INSERT INTO erased_wish (id, medium, at, is_whole, place, mark, salt) SELECT o.id, 'call', o.at, "
          "o.is_whole, o.place, o.mark, o.salt FROM erased_opt_out o",
          "DROP TABLE call_wish",
          "DROP TABLE call_wish_was",
          "DROP TABLE erased_opt_out"};
}

}  // namespace

Schema schema() {
  return {
      .subject = "call_list",
      .tables = {record_table<CallList>({{"campaign"}}),
                 record_table<CallMember>(
                     {{"list, contact", true}, {"list, state"}, {"list, state, call_back_at"}, {"contact"}}),
                 fact_table<Call>({{"member"}, {"list, person"}, {"opportunity"}}),
                 plain_table<CallTurn>({{"contact", true}, {"person"}})},
      .views = {call_list_row, call_member_row, call_row},
      .migrations = {{"An opt-out outlives the erasure of who said so.", erased_opt_outs},
                     {"What people want is kept of every medium.", hand_over_wishes}}};
}

Listed<CallListRow> list_call_lists(const Read& read, const ListRequest& request) {
  web::refuse_worked_out(request, {"member_count", "called_count", "interested_count"},
                         "the list of members");
  auto rows = list<CallListRow>(read, request);
  for (auto& row : rows.items) count(read, row);
  return rows;
}

std::optional<CallListRow> find_row(const Read& read, Id<CallList> id) {
  auto row = read.one<CallListRow>(row_by_id, {{"id", id}, read.scope()});
  if (row) count(read, *row);
  return row;
}

std::optional<CallList> find_visible(const Read& read, Id<CallList> id) {
  return read.one<CallList>(visible, {{"id", id}, read.scope()});
}

std::optional<CallMemberRow> find_visible(const Read& read, Id<CallMember> id) {
  auto row = read.one<CallMemberRow>(visible_member, {{"id", id}, read.scope()});
  if (row) tell_why_not(read, *row);
  return row;
}

/// Whom another's opt-out binds does not stand in the database, so who asks where people stand is answered
/// from the rows of the list, and everybody else by the database.
Listed<CallMemberRow> list_members(const Read& read, const ListRequest& request) {
  web::refuse_worked_out(request, {"why_not"}, "state");
  const auto held = wish::opt_outs(read, wish::Medium::call);
  RowPicker picker(info_of<CallMemberRow>(), read_question(read, info_of<CallMemberRow>(), request));
  const bool asks_state = picker.asks_about("state") || picker.asks_about("call_back_at");
  if (!asks_state || held->bound_by_others().empty()) {
    auto page = list<CallMemberRow>(read, request);
    for (auto& row : page.items) tell_why_not(read, row);
    return page;
  }
  const auto of = list_asked(request);
  auto rows = of ? read.all<CallMemberRow>(members_of_list, {{"list", *of}, read.scope()})
                 : read.all<CallMemberRow>(members_of_all, {read.scope()});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (held->binds(rows[i].contact.number)) tell_why_not(read, rows[i]);
    picker.show(&rows[i], i);
  }
  auto picked = picker.picked();
  Listed<CallMemberRow> page{{}, std::move(picked.next), picked.total};
  for (const auto place : picked.places) page.items.push_back(std::move(rows[place]));
  return page;
}

std::set<std::int64_t> contacts_on(const Read& read, Id<CallList> list) {
  std::set<std::int64_t> contacts;
  read.each(contacts_in_all, {{"list", list}}, [&](const Row& row) { contacts.insert(row.integer(0)); });
  return contacts;
}

MemberCounts count_states(const Read& read, Id<CallList> list, Instant now) {
  MemberCounts counts;
  read.each(counts_of, {{"list", list}, {"now", now}, read.scope()}, [&](const Row& row) {
    counts = {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)};
  });
  const auto held = wish::opt_outs(read, wish::Medium::call);
  for (const auto contact : held->bound_by_others()) {
    read.each(member_state, {{"list", list}, {"contact", contact}, read.scope()}, [&](const Row& row) {
      if (row.text(0) != name_of(MemberState::opted_out)) ++counts.opted_out;
      const bool was_due =
          row.text(0) == name_of(MemberState::call_back) && !row.is_null(1) && row.integer(1) <= now.ms;
      if (was_due) --counts.overdue;
    });
  }
  return counts;
}

std::vector<std::string> stray_calls(const Read& read) {
  std::vector<std::string> found;
  read.each(strays, {}, [&](const Row& row) {
    found.push_back("Call " + std::to_string(row.integer(0)) +
                    " refers to a member, a contact or a lead that is not there.");
  });
  return found;
}

std::vector<std::string> calls_unwanted(const Read& read) {
  std::vector<std::string> found;
  read.each(called_after_opt_out, {{"turn", turn_ms}}, [&](const Row& row) {
    found.push_back("Call " + std::to_string(row.integer(0)) +
                    " was made after that person asked not to be called.");
  });
  return found;
}

std::vector<std::string> touchpoints_of_calls_astray(const Read& read) {
  std::vector<std::string> found;
  read.each(touches_astray, {}, [&](const Row& row) {
    found.push_back("Commit " + std::to_string(row.integer(0)) + " has " + std::to_string(row.integer(2)) +
                    " calls that reached contact " + std::to_string(row.integer(1)) + ", and " +
                    std::to_string(row.integer(3)) + " touchpoints of them.");
  });
  return found;
}

std::vector<std::string> people_called_twice(const Read& read) {
  std::vector<std::string> found;
  read.each(two_turns, {}, [&](const Row& row) {
    found.push_back("Contact " + std::to_string(row.integer(0)) + " is before two callers, or as another.");
  });
  return found;
}

std::vector<std::string> members_astray(const Read& read) {
  std::vector<std::string> found;
  read.each(astray, {}, [&](const Row& row) {
    found.push_back("Member " + std::to_string(row.integer(0)) +
                    " of a call list does not stand as its calls left it.");
  });
  return found;
}

}  // namespace accord::call_list
