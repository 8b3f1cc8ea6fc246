// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "audience/audience.hpp"
#include "base/text.hpp"
#include "call_list/call_list_store.hpp"
#include "call_list/call_outcome.hpp"
#include "call_list/call_turn_routes.hpp"
#include "db/history.hpp"

namespace accord::call_list {
namespace {

Listed<CallListRow> lists(const Read& read, const web::Input& input) {
  return list_call_lists(read, input.list());
}

CallListRow call_list(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<CallList>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

Listed<Change> whole(std::vector<Change> all) {
  const auto total = static_cast<std::int64_t>(all.size());
  return {std::move(all), std::nullopt, total};
}

Listed<Change> list_history(const Read& read, const web::Input& input) {
  return whole(history(read, info_of<CallList>(), call_list(read, input).id.number));
}

Listed<CallMemberRow> members(const Read& read, const web::Input& input) {
  return list_members(read, input.list());
}

Listed<CallRow> calls(const Read& read, const web::Input& input) { return list<CallRow>(read, input.list()); }

void check_caller(const Read& read, const CallListDraft& draft) {
  refuse_if(draft.side == Side::none, list_of_no_side);
  if (!draft.caller) return;
  const auto caller = read.find(*draft.caller);
  refuse_if(!caller, people::person_unknown);
  const bool calls = caller->side == draft.side && make_calls.held_by.has(caller->role) &&
                     !people::has_left(caller->left_on, people::today(read));
  refuse_if(!calls, caller_cannot_call, caller->name);
}

void take(const Read& read, const CallListDraft& draft, CallList& list) {
  list.name = trimmed(draft.name);
  refuse_if(list.name.empty(), product::name_is_missing);
  const bool is_another = list.campaign != draft.campaign;
  refuse_if(is_another && !campaign::find_visible(read, draft.campaign), spend::campaign_unknown);
  refuse_if(draft.product && !read.find(*draft.product), product::product_unknown);
  account::check_place(read, draft.territory, draft.owner);
  check_caller(read, draft);
  list.campaign = draft.campaign;
  list.script = trimmed(draft.script);
  list.side = draft.side;
  list.caller = draft.caller;
  list.product = draft.product;
  list.territory = draft.territory;
  list.owner = draft.owner;
  list.closed_on = draft.closed_on;
}

web::Made add_list(Write& write, const web::Input&, const CallListDraft& draft) {
  CallList list;
  take(write, draft, list);
  return {write.insert(list).number};
}

CallList changeable(const Read& read, const web::Input& input) {
  auto list = find_visible(read, input.id_of<CallList>());
  refuse_if(!list, web::not_found);
  return std::move(*list);
}

web::Made change_list(Write& write, const web::Input& input, const CallListDraft& draft) {
  auto list = changeable(write, input);
  take(write, draft, list);
  write.update(list);
  return {list.id.number};
}

audience::Chosen add_members(Write& write, const web::Input& input, const audience::Choice& choice) {
  const auto list = changeable(write, input);
  refuse_if(is_closed(list, people::today(write)), call_list_is_closed);
  const auto there = contacts_on(write, list.id);
  const auto held = wish::opt_outs(write, wish::Medium::call);
  audience::Door door;
  door.member_count = static_cast<std::int64_t>(there.size());
  door.is_there = [&](Id<account::Contact> contact) { return there.contains(contact.number); };
  door.has_opted_out = [&](Id<account::Contact> contact) { return held->binds(contact.number); };
  door.why_not = [&](Id<account::Contact> contact) {
    return wish::why_not(write, wish::Medium::call, contact);
  };
  door.has_address = [](const audience::Candidate& one) { return !one.phone.empty(); };
  door.add = [&](Id<account::Contact> contact) {
    CallMember member;
    member.list = list.id;
    member.contact = contact;
    write.insert(member);
  };
  return audience::put_on(write, choice, door);
}

CallListFigures figures(const Read& read, const web::Input& input) {
  const auto list = changeable(read, input);
  const auto now = read.now();
  const auto counts = count_states(read, list.id, now);
  const std::string base = "/call-members?list=" + std::to_string(list.id.number);
  return {audience::counted(read, "Members", counts.members, "the people on this list", base),
          audience::counted(read, "Called", counts.called, "those of this list who were called at least once",
                            base + "&call_count_from=1"),
          audience::counted(read, "Reached", counts.reached, "those of this list whom a call has reached",
                            base + "&was_reached=true"),
          audience::counted(read, "Interested", counts.interested,
                            "those of this list who said they are interested", base + "&was_interested=true"),
          audience::counted(read, "Call-backs overdue", counts.overdue,
                            "those of this list who were to be called again by now",
                            base + "&state=call_back&call_back_at_to=" + to_string(now)),
          audience::counted(read, "Opted out", counts.opted_out,
                            "those of this list who do not want to be called", base + "&state=opted_out")};
}

std::vector<web::Route> routes() {
  std::vector<web::Route> all{
      web::get_list<CallListRow>("/call-lists", see_call_lists, "List call lists.", lists),
      web::get("/call-lists/{id}", see_call_lists, "Show a call list.", call_list),
      web::get_list<Change>("/call-lists/{id}/history", see_call_lists, "Show how a call list changed.",
                            list_history),
      web::get("/call-lists/{id}/figures", see_call_lists, "Show what a call list comes to.", figures),
      web::act(web::Method::post, "/call-lists", edit_call_lists, "Add a call list.", add_list),
      web::act(web::Method::put, "/call-lists/{id}", edit_call_lists, "Change or close a call list.",
               change_list),
      web::act(web::Method::post, "/call-lists/{id}/members", edit_call_lists, "Put people on a call list.",
               add_members),
      web::get_list<CallMemberRow>("/call-members", see_call_lists,
                                   "List who is on call lists, and where they stand.", members),
      web::get_list<CallRow>("/calls", see_call_lists, "List the calls of call lists.", calls)};
  std::ranges::move(turn_routes(), std::back_inserter(all));
  return all;
}

}  // namespace

const Subject subject{
    .name = "call_list",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/call-lists", "Call lists", "Demand", see_call_lists, "CallListsPage"},
              {"/call-lists/{id}", "Call list", "", see_call_lists, "CallListPage"},
              {"/call-lists/{id}/call", "Calling", "", make_calls, "CallDeskPage"},
              {"/calls", "Calls of lists", "", see_call_lists, "CallsPage"},
              {"/call-members", "On call lists", "", see_call_lists, "CallMembersPage"}},
    .rules = {&list_of_no_side, &caller_cannot_call, &call_list_is_closed, &not_your_call_list,
              &call_is_taken, &call_not_taken, &opted_out_of_calls, &call_back_unfit, &call_is_settled},
    .checks = {{"calls_refer_to_what_is_there",
                "Each call's list, member, contact and lead are there, and belong together.", stray_calls},
               {"call_members_stand_as_their_calls",
                "Each member of a call list stands where its last standing call left it.", members_astray},
               {"nobody_is_called_after_an_opt_out",
                "No call is of somebody who had asked before not to be called.", calls_unwanted},
               {"each_reached_person_is_one_touchpoint",
                "Each call that reached somebody is one touchpoint of theirs, and no other call is any.",
                touchpoints_of_calls_astray},
               {"nobody_is_before_two_callers", "A contact is before one caller at most, as one member.",
                people_called_twice}},
    .jumps = {{"Call list", see_call_lists, "/call-lists", &info_of<CallListRow>, {"campaign_name"}}}};

}  // namespace accord::call_list
