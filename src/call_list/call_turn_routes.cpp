// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_turn_routes.hpp"

#include "call_list/call_desk.hpp"
#include "call_list/call_list_store.hpp"
#include "call_list/call_outcome.hpp"
#include "db/history.hpp"
#include "handoff/handoff.hpp"

namespace accord::call_list {
namespace {

CallList visible_list(const Read& read, const web::Input& input) {
  auto list = find_visible(read, input.id_of<CallList>());
  refuse_if(!list, web::not_found);
  return std::move(*list);
}

/// The list, if the actor calls its people.
CallList list_to_call(const Read& read, const web::Input& input) {
  auto list = visible_list(read, input);
  if (const auto* rule = why_not_call(list, read.actor(), people::today(read))) throw Refusal(*rule);
  return list;
}

Id<people::Person> me(const Read& read) { return {read.actor().person}; }

void refuse_others(const Read& read, Id<account::Contact> contact) {
  const auto turn = turn_on(read, contact);
  if (!turn || turn->person == me(read)) return;
  const auto person = read.find(turn->person);
  throw Refusal(call_is_taken, (person ? person->name : "Somebody") + " is calling them.");
}

CallMemberRow member_of(const Read& read, const CallList& list, Id<CallMember> id) {
  auto member = find_visible(read, id);
  refuse_if(!member || member->list != list.id, web::not_found);
  return std::move(*member);
}

CallDesk desk(const Read& read, const web::Input& input) { return desk_of(read, visible_list(read, input)); }

/// Acts wait for each other, so that of two who ask for the next person at once the second gets the one
/// after.
CallTurnTaken take(Write& write, const web::Input& input, const CallTurnDraft& draft) {
  const auto list = list_to_call(write, input);
  if (draft.member) {
    const auto member = member_of(write, list, *draft.member);
    refuse_if(member.state == MemberState::opted_out, opted_out_of_calls, member.why_not);
    refuse_others(write, member.contact);
    take_turn(write, member.id, member.contact);
    return {member.id};
  }
  give_back(write, me(write));
  const auto next = next_of(write, list.id);
  if (next) take_turn(write, *next, write.find(*next)->contact);
  return {next};
}

web::Done stop(Write& write, const web::Input& input) {
  visible_list(write, input);
  give_back(write, me(write));
  return {};
}

/// Whose turn ran out may still say what came of the call, unless somebody else has the person by now.
web::Made call(Write& write, const web::Input& input, const CallDraft& draft) {
  const auto list = list_to_call(write, input);
  const auto member = member_of(write, list, draft.member);
  refuse_others(write, member.contact);
  const auto turn = turn_of(write, me(write), list.id);
  refuse_if(!turn || turn->member != draft.member, call_not_taken);
  // A call may be under way while somebody else records that no more are wanted.
  const bool is_over = write.now().ms - turn->since.ms > turn_ms;
  refuse_if(member.state == MemberState::opted_out && is_over, opted_out_of_calls, member.why_not);
  check_draft(list, draft, write.now(), people::company(write).time_zone);
  const auto id = record_call(write, list, draft, *write.find(member.contact));
  give_back(write, me(write));
  return {id.number};
}

/// What the contact said in a call is taken back with it, unless they have said something since.
void take_wish_back(Write& write, const CallMade& made) {
  const auto wish = wish::wish_of(write, wish::Medium::call, made.contact);
  if (!wish || wish->at != made.at || !wish->person || wish->person->number != made.person) return;
  wish::take_back(write, *wish, made.commit);
}

/// Facts are retracted by commit, and a call is one: its touchpoint, its activity and its lead go with it.
/// The person is before the caller again, as if nothing had been said.
web::Done take_back(Write& write, const web::Input& input) {
  const auto list = visible_list(write, input);
  const auto made = find_made(write, list.id, input.id_of<Call>("call"));
  refuse_if(!made || !find_visible(write, made->member), web::not_found);
  const bool is_own_last = made->person == write.actor().person && made->is_last && !made->has_followed;
  refuse_if(!is_own_last || write.now().ms - made->at.ms > undo_ms, call_is_settled);
  write.retract_facts(made->commit);
  handoff::take_back_incoming(write, made->commit);
  revert(write, info_of<funnel::Opportunity>(), made->commit);
  take_wish_back(write, *made);
  stand_as_called(write, made->member);
  const auto turn = turn_on(write, made->contact);
  if (!turn && !is_closed(list, people::today(write))) take_turn(write, made->member, made->contact);
  return {};
}

}  // namespace

std::vector<web::Route> turn_routes() {
  return {web::get("/call-lists/{id}/call", see_call_lists,
                   "Show whom one is calling, with what one needs for it.", desk),
          web::act(web::Method::post, "/call-lists/{id}/turns", make_calls,
                   "Take the next person of a call list, or one of its members.", take),
          web::act(web::Method::remove, "/call-lists/{id}/turns", make_calls,
                   "Give the person back whom one has taken.", stop),
          web::act(web::Method::post, "/call-lists/{id}/calls", make_calls, "Say what came of a call.", call),
          web::act(web::Method::remove, "/call-lists/{id}/calls/{call}", make_calls,
                   "Take one's own last call of a person back.", take_back)};
}

}  // namespace accord::call_list
