// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "call_list/call_list.hpp"
#include "db/list.hpp"

namespace accord::call_list {

Schema schema();

/// One page of lists; their counts hold only the members that the actor may see.
Listed<CallListRow> list_call_lists(const Read&, const ListRequest&);
std::optional<CallListRow> find_row(const Read&, Id<CallList>);
/// Only what the actor may see.
std::optional<CallList> find_visible(const Read&, Id<CallList>);
std::optional<CallMemberRow> find_visible(const Read&, Id<CallMember>);
/// One page of members, each with why they are not to be called.
Listed<CallMemberRow> list_members(const Read&, const ListRequest&);

/// Who is on a list, whoever asks.
std::set<std::int64_t> contacts_on(const Read&, Id<CallList>);

/// How many members stand where, as far as the actor may see them.
struct MemberCounts {
  std::int64_t members = 0, called = 0, reached = 0, interested = 0, overdue = 0, opted_out = 0;
};
MemberCounts count_states(const Read&, Id<CallList>, Instant now);

/// How many wait, of those that the actor may see and nobody is calling.
struct Queue {
  std::int64_t due = 0, not_called = 0, again = 0;
  std::optional<Instant> next_call_back_at;
};
/// Who is to be called next.
std::optional<Id<CallMember>> next_of(const Read&, Id<CallList>);
Queue queue_of(const Read&, Id<CallList>);

/// The turn in which a contact is being called, unless it has run out.
std::optional<CallTurn> turn_on(const Read&, Id<account::Contact>);
/// A person's turn on a list, however old, as long as nobody else has taken the contact since.
std::optional<CallTurn> turn_of(const Read&, Id<people::Person>, Id<CallList>);
/// Gives a contact to a caller, and back whom that caller or anybody else had before.
void take_turn(Write&, Id<CallMember>, Id<account::Contact>);
void give_back(Write&, Id<people::Person>);

/// A standing call that might be taken back.
struct CallMade {
  Id<Call> id;
  Id<CallMember> member;
  Id<account::Contact> contact;
  std::int64_t commit = 0, person = 0;
  Instant at;
  CallOutcome outcome = CallOutcome::reached;
  bool is_last = false;       ///< of its member
  bool has_followed = false;  ///< somebody has gone on from what came of it
};
std::optional<CallMade> find_made(const Read&, Id<CallList>, Id<Call>);
/// A person's newest standing call of a list.
std::optional<CallMade> last_made(const Read&, Id<CallList>, Id<people::Person>);

/// Puts a member where the standing calls leave it.
void stand_as_called(Write&, Id<CallMember>);

/// Violations of the checks, as sentences.
std::vector<std::string> stray_calls(const Read&);
std::vector<std::string> members_astray(const Read&);
std::vector<std::string> calls_unwanted(const Read&);
std::vector<std::string> touchpoints_of_calls_astray(const Read&);
std::vector<std::string> people_called_twice(const Read&);

}  // namespace accord::call_list
