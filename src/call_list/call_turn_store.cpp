// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_list_store.hpp"

#include <set>

#include "call_list/call_outcome.hpp"
#include "db/counts_as.hpp"
#include "db/page_rows.hpp"

/// Who is next, who has whom before them, and which call can be taken back.
namespace accord::call_list {
namespace {

/// Of a list, whom the actor may see and call, and nobody has before them.
#define ACCORD_WAITING \
  "FROM call_member m JOIN contact_row k ON k.id = m.contact WHERE m.list = :list AND k.erased_on IS "     \
  "NULL AND k.phone <> '' AND " ACCORD_IN_SCOPE("k.territory") " AND NOT EXISTS (SELECT 1 FROM wish w "      \
  "WHERE w.contact = m.contact AND w.medium = 'call' AND w.says = 'refuses') AND NOT EXISTS (SELECT 1 FROM call_turn t "      \
  "WHERE t.contact = m.contact AND t.since > :alive) "

const Sql first_due{"SELECT m.id, m.contact " ACCORD_WAITING
                    "AND m.state = 'call_back' AND m.call_back_at <= :now ORDER BY m.call_back_at, m.id "
                    "LIMIT CAST(:limit AS BIGINT)"};
const Sql first_not_called{"SELECT m.id, m.contact " ACCORD_WAITING
                           "AND m.state = 'not_called' ORDER BY m.id LIMIT CAST(:limit AS BIGINT)"};
const Sql first_again{"SELECT m.id, m.contact " ACCORD_WAITING
                      "AND m.state = 'no_answer' AND m.last_called_at <= :before "
                      "ORDER BY m.last_called_at, m.id LIMIT CAST(:limit AS BIGINT)"};

#define ACCORD_STANDING "SELECT m.contact, m.state, m.call_back_at, m.last_called_at FROM call_member m "
#define ACCORD_TO_CALL "m.list = :list AND m.state IN ('call_back', 'not_called', 'no_answer') "
const Sql standing_in_all{ACCORD_STANDING "WHERE " ACCORD_TO_CALL};
const Sql standing_in_scope{ACCORD_STANDING "JOIN contact_row k ON k.id = m.contact WHERE " ACCORD_TO_CALL
                                            "AND " ACCORD_IN_SCOPE("k.territory")};
const Sql contacts_taken{"SELECT t.contact FROM call_turn t WHERE t.since > :alive"};
const Sql numbers_since{
    "SELECT k.id, CASE WHEN k.phone = '' OR k.erased_on IS NOT NULL THEN 0 ELSE 1 END FROM contact k "
    "WHERE k.commit_number > :as_of"};

#define ACCORD_TURN "SELECT t.id, t.contact, t.member, t.person, t.since FROM call_turn t "
const Sql turn_by_contact{ACCORD_TURN "WHERE t.contact = :contact AND t.since > :alive"};
const Sql turn_by_person{ACCORD_TURN
                         "JOIN call_member m ON m.id = t.member WHERE t.person = :person AND m.list = :list"};
const Sql end_turns{"DELETE FROM call_turn WHERE person = :person OR contact = :contact"};

/// Somebody has gone on from the lead that came of it, or done something about what whoever has the lead was
/// told.
#define ACCORD_HAS_FOLLOWED \
  "CASE WHEN c.is_new_lead = 1 AND (EXISTS (SELECT 1 FROM opportunity o WHERE o.id = "                     \
  ACCORD_COUNTS_AS("'opportunity'", "c.opportunity") " AND o.commit_number <> c.commit_number) OR EXISTS " \
  "(SELECT 1 FROM activity_standing v WHERE v.opportunity = c.opportunity AND v.commit_number <> "         \
  "c.commit_number) OR EXISTS (SELECT 1 FROM call_standing d WHERE d.opportunity = c.opportunity AND "     \
  "d.id <> c.id) OR EXISTS (SELECT 1 FROM form_entry_standing f WHERE f.opportunity = c.opportunity) OR "  \
  "EXISTS (SELECT 1 FROM handoff h WHERE h.opportunity = c.opportunity AND h.commit_number <> "            \
  "c.commit_number)) THEN 1 WHEN EXISTS (SELECT 1 FROM handoff_step_standing s JOIN handoff h ON h.id = "  \
  "s.handoff WHERE s.commit_number = c.commit_number AND h.commit_number <> c.commit_number) THEN 1 "      \
  "ELSE 0 END "
#define ACCORD_MADE                                                                                    \
  "SELECT c.id, c.member, c.contact, c.commit_number, c.person, c.at, c.outcome, "                     \
  "CASE WHEN EXISTS (SELECT 1 FROM call_standing d WHERE d.member = c.member AND d.id > c.id) THEN 0 " \
  "ELSE 1 END, " ACCORD_HAS_FOLLOWED "FROM call_standing c "
const Sql made_by_id{ACCORD_MADE "WHERE c.id = :id AND c.list = :list"};
const Sql last_made_by{ACCORD_MADE "WHERE c.list = :list AND c.person = :person ORDER BY c.id DESC LIMIT 1"};

const Sql standing_of{
    "SELECT c.id, c.list, c.member, c.contact, c.account, c.person, c.side, c.at, c.outcome, c.call_back_at, "
    "c.opportunity, c.is_new_lead FROM call_standing c WHERE c.member = :member ORDER BY c.id"};

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

/// Which contacts have a number to call, by their own.
struct Numbers {
  std::int64_t as_of = 0;
  std::vector<bool> has_one;
};

std::shared_ptr<const Numbers> numbers(const Read& read) {
  return read.kept_from<Numbers>(
      "call list: numbers",
      [&](const Numbers* before) {
        auto all = before != nullptr ? *before : Numbers{};
        read.each(numbers_since, {{"as_of", all.as_of}}, [&](const Row& row) {
          const auto place = static_cast<std::size_t>(row.integer(0));
          if (all.has_one.size() <= place) all.has_one.resize(place + 1);
          all.has_one[place] = row.integer(1) == 1;
        });
        all.as_of = read.as_of();
        return all;
      },
      Read::Sees::all);
}

using OnRow = std::function<void(const Row&)>;
using EachUpTo = std::function<void(const Bind& limit, const OnRow&)>;

/// The first of those that a statement puts in order whom nobody's opt-out binds. Few are bound, so that few
/// rows are asked for at first.
std::optional<Id<CallMember>> first_free(const wish::OptOuts& held, const EachUpTo& each_up_to) {
  std::optional<Id<CallMember>> found;
  bool is_all = false;
  for (std::int64_t limit = 4; !found && !is_all; limit *= 16) {
    std::int64_t seen = 0;
    each_up_to({"limit", limit}, [&](const Row& row) {
      ++seen;
      if (!found && !held.binds(row.integer(1))) found = Id<CallMember>{row.integer(0)};
    });
    is_all = seen < limit;
  }
  return found;
}

}  // namespace

/// 1. Whose call-back is due, the longest due first. 2. Who was never called, in the order of the list.
/// 3. Who did not answer, the longest ago first.
std::optional<Id<CallMember>> next_of(const Read& read, Id<CallList> list) {
  const auto held = wish::opt_outs(read, wish::Medium::call);
  const Bind of{"list", list}, alive{"alive", alive_since(read)}, scope = read.scope();
  const auto due = first_free(*held, [&](const Bind& limit, const OnRow& use) {
    read.each(first_due, {of, alive, {"now", read.now()}, limit, scope}, use);
  });
  if (due) return due;
  const auto new_one = first_free(*held, [&](const Bind& limit, const OnRow& use) {
    read.each(first_not_called, {of, alive, limit, scope}, use);
  });
  if (new_one) return new_one;
  return first_free(*held, [&](const Bind& limit, const OnRow& use) {
    read.each(first_again, {of, alive, {"before", again_before(read)}, limit, scope}, use);
  });
}

/// Whoever sees all is answered from the members alone: whom one can call at all is known by number.
Queue queue_of(const Read& read, Id<CallList> list) {
  Queue queue;
  const auto held = wish::opt_outs(read, wish::Medium::call);
  const auto callable = numbers(read);
  std::set<std::int64_t> taken;
  read.each(contacts_taken, {{"alive", alive_since(read)}},
            [&](const Row& row) { taken.insert(row.integer(0)); });
  const auto waits = [&](std::int64_t contact) {
    return has(callable->has_one, contact) && !held->binds(contact) && !taken.contains(contact);
  };
  const auto now = read.now(), before = again_before(read);
  const auto count = [&](const Row& row) {
    if (!waits(row.integer(0))) return;
    const auto state = row.text(1);
    if (state == name_of(MemberState::not_called)) ++queue.not_called;
    if (state == name_of(MemberState::no_answer) && row.integer(3) <= before.ms) ++queue.again;
    if (state != name_of(MemberState::call_back)) return;
    const Instant at{row.integer(2)};
    if (at <= now)
      ++queue.due;
    else if (!queue.next_call_back_at || at < *queue.next_call_back_at)
      queue.next_call_back_at = at;
  };
  if (read.actor().territory)
    read.each(standing_in_scope, {{"list", list}, read.scope()}, count);
  else
    read.each(standing_in_all, {{"list", list}}, count);
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
