// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_list_store.hpp"
#include "call_list/call_outcome.hpp"

/// Who is next, who has whom before them, and which call can be taken back.
namespace accord::call_list {
namespace {

/// Of a list, whom the actor may see and call, and nobody has before them.
#define ACCORD_WAITING \
  "FROM call_member m JOIN contact_row k ON k.id = m.contact WHERE m.list = :list AND k.erased_on IS "     \
  "NULL AND k.phone <> '' AND " ACCORD_IN_SCOPE("k.territory") " AND NOT EXISTS (SELECT 1 FROM call_wish " \
  "w WHERE w.contact = m.contact AND w.wish = 'no_calls') AND NOT EXISTS (SELECT 1 FROM call_turn t "      \
  "WHERE t.contact = m.contact AND t.since > :alive) "

const Sql first_due{"SELECT m.id " ACCORD_WAITING
                    "AND m.state = 'call_back' AND m.call_back_at <= :now ORDER BY m.call_back_at, m.id "
                    "LIMIT 1"};
const Sql first_not_called{"SELECT m.id " ACCORD_WAITING "AND m.state = 'not_called' ORDER BY m.id LIMIT 1"};
const Sql first_again{"SELECT m.id " ACCORD_WAITING
                      "AND m.state = 'no_answer' AND m.last_called_at <= :before "
                      "ORDER BY m.last_called_at, m.id LIMIT 1"};
const Sql waiting{
    "SELECT COALESCE(SUM(CASE WHEN m.state = 'call_back' AND m.call_back_at <= :now THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN m.state = 'not_called' THEN 1 ELSE 0 END), 0), "
    "COALESCE(SUM(CASE WHEN m.state = 'no_answer' AND m.last_called_at <= :before THEN 1 ELSE 0 END), 0), "
    "MIN(CASE WHEN m.state = 'call_back' AND m.call_back_at > :now THEN m.call_back_at END) " ACCORD_WAITING};

#define ACCORD_TURN "SELECT t.id, t.contact, t.member, t.person, t.since FROM call_turn t "
const Sql turn_by_contact{ACCORD_TURN "WHERE t.contact = :contact AND t.since > :alive"};
const Sql turn_by_person{ACCORD_TURN
                         "JOIN call_member m ON m.id = t.member WHERE t.person = :person AND m.list = :list"};
const Sql end_turns{"DELETE FROM call_turn WHERE person = :person OR contact = :contact"};

#define ACCORD_MADE                                                                                       \
  "SELECT c.id, c.member, c.contact, c.commit_number, c.person, c.at, c.outcome, "                        \
  "CASE WHEN EXISTS (SELECT 1 FROM call_standing d WHERE d.member = c.member AND d.id > c.id) THEN 0 "    \
  "ELSE 1 END, CASE WHEN c.is_new_lead = 1 AND (EXISTS (SELECT 1 FROM opportunity o WHERE o.id = "        \
  "c.opportunity AND o.commit_number <> c.commit_number) OR EXISTS (SELECT 1 FROM activity_standing v "   \
  "WHERE v.opportunity = c.opportunity AND v.commit_number <> c.commit_number) OR EXISTS (SELECT 1 FROM " \
  "call_standing d WHERE d.opportunity = c.opportunity AND d.id <> c.id) OR EXISTS (SELECT 1 FROM "       \
  "form_entry_standing f WHERE f.opportunity = c.opportunity)) THEN 1 ELSE 0 END "                        \
  "FROM call_standing c "
const Sql made_by_id{ACCORD_MADE "WHERE c.id = :id AND c.list = :list"};
const Sql last_made_by{ACCORD_MADE "WHERE c.list = :list AND c.person = :person ORDER BY c.id DESC LIMIT 1"};

const Sql standing_of{
    "SELECT c.id, c.list, c.member, c.contact, c.account, c.person, c.side, c.at, c.outcome, c.call_back_at, "
    "c.opportunity, c.is_new_lead FROM call_standing c WHERE c.member = :member ORDER BY c.id"};
const Sql wish_was{
    "SELECT w.id, w.contact, w.wish, w.words, w.at, w.person, w.list FROM call_wish_was w "
    "WHERE w.id = :id AND w.until_commit = :commit"};

Instant alive_since(const Read& read) { return {read.now().ms - turn_ms}; }
Instant again_before(const Read& read) { return {read.now().ms - again_after_ms}; }

CallMade made_in(const Row& row) {
  return {{row.integer(0)},
          {row.integer(1)},
          {row.integer(2)},
          row.integer(3),
          row.integer(4),
          {row.integer(5)},
          choice_named<CallOutcome>(row.text(6)).value_or(CallOutcome::reached),
          row.integer(7) == 1,
          row.integer(8) == 1};
}

std::optional<Id<CallMember>> member(std::optional<std::int64_t> number) {
  return number ? std::optional(Id<CallMember>{*number}) : std::nullopt;
}

}  // namespace

/// 1. Whose call-back is due, the longest due first. 2. Who was never called, in the order of the list.
/// 3. Who did not answer, the longest ago first.
std::optional<Id<CallMember>> next_of(const Read& read, Id<CallList> list) {
  const Bind of{"list", list}, alive{"alive", alive_since(read)};
  if (const auto due = read.integer(first_due, {of, alive, {"now", read.now()}, read.scope()}))
    return member(due);
  if (const auto new_one = read.integer(first_not_called, {of, alive, read.scope()})) return member(new_one);
  return member(read.integer(first_again, {of, alive, {"before", again_before(read)}, read.scope()}));
}

Queue queue_of(const Read& read, Id<CallList> list) {
  Queue queue;
  read.each(waiting,
            {{"list", list},
             {"alive", alive_since(read)},
             {"now", read.now()},
             {"before", again_before(read)},
             read.scope()},
            [&](const Row& row) {
              queue.due = row.integer(0);
              queue.not_called = row.integer(1);
              queue.again = row.integer(2);
              if (!row.is_null(3)) queue.next_call_back_at = Instant{row.integer(3)};
            });
  queue.next = next_of(read, list);
  return queue;
}

std::optional<CallTurn> turn_on(const Read& read, Id<account::Contact> contact) {
  return read.one<CallTurn>(turn_by_contact, {{"contact", contact}, {"alive", alive_since(read)}});
}

std::optional<CallTurn> turn_of(const Read& read, Id<people::Person> person, Id<CallList> list) {
  return read.one<CallTurn>(turn_by_person, {{"person", person}, {"list", list}});
}

void take_turn(Write& write, Id<CallMember> member, Id<account::Contact> contact) {
  const Id<people::Person> person{write.actor().person};
  write.run(end_turns, {{"person", person}, {"contact", contact}});
  CallTurn turn{{}, contact, member, person, write.now()};
  write.insert_plain(turn);
}

void give_back(Write& write, Id<people::Person> person) {
  write.run(end_turns, {{"person", person}, {"contact", Id<account::Contact>{}}});
}

std::optional<CallMade> find_made(const Read& read, Id<CallList> list, Id<Call> id) {
  std::optional<CallMade> found;
  read.each(made_by_id, {{"id", id}, {"list", list}}, [&](const Row& row) { found = made_in(row); });
  return found;
}

std::optional<CallMade> last_made(const Read& read, Id<CallList> list, Id<people::Person> person) {
  std::optional<CallMade> found;
  read.each(last_made_by, {{"list", list}, {"person", person}},
            [&](const Row& row) { found = made_in(row); });
  return found;
}

std::optional<CallWish> wish_before(const Read& read, const CallWish& wish, std::int64_t commit) {
  return read.one<CallWish>(wish_was, {{"id", wish.id}, {"commit", commit}});
}

void stand_as_called(Write& write, Id<CallMember> id) {
  const auto before = *write.find(id);
  CallMember member;
  member.id = id;
  member.list = before.list;
  member.contact = before.contact;
  for (const auto& call : write.all<Call>(standing_of, {{"member", id}})) leave(member, call);
  write.update(member);
}

}  // namespace accord::call_list
