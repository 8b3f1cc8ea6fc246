// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "db/history.hpp"
#include "mailing_list/mailing_drop.hpp"
#include "mailing_list/mailing_list_store.hpp"
#include "spend/spend.hpp"

namespace accord::mailing_list {
namespace {

Listed<MailingListRow> lists(const Read& read, const web::Input& input) {
  return list_mailing_lists(read, input.list());
}

MailingListRow mailing_list(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<MailingList>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

template <class T>
Listed<T> whole(std::vector<T> all) {
  const auto total = static_cast<std::int64_t>(all.size());
  return {std::move(all), std::nullopt, total};
}

Listed<Change> list_history(const Read& read, const web::Input& input) {
  return whole(history(read, info_of<MailingList>(), mailing_list(read, input).id.number));
}

Listed<MailingMemberRow> members(const Read& read, const web::Input& input) {
  return list_members(read, input.list());
}

Listed<MailingHandoutRow> handouts(const Read& read, const web::Input& input) {
  return list<MailingHandoutRow>(read, input.list());
}

MailingList visible_list(const Read& read, const web::Input& input) {
  auto list = find_visible(read, input.id_of<MailingList>());
  refuse_if(!list, web::not_found);
  return std::move(*list);
}

/// A list that has not gone out; afterwards it stays as it went.
MailingList planned_list(const Read& read, const web::Input& input) {
  auto list = visible_list(read, input);
  refuse_if(drop_of(read, list.id).has_value(), mailing_went_out);
  return list;
}

MailingMemberRow member_of(const Read& read, const MailingList& list, Id<MailingMember> id) {
  auto member = find_visible(read, id);
  refuse_if(!member || member->list != list.id, web::not_found);
  return std::move(*member);
}

void take(const Read& read, const MailingListDraft& draft, MailingList& list) {
  list.name = trimmed(draft.name);
  refuse_if(list.name.empty(), product::name_is_missing);
  const bool is_another = list.campaign != draft.campaign;
  refuse_if(is_another && !campaign::find_visible(read, draft.campaign), spend::campaign_unknown);
  account::check_place(read, draft.territory, std::nullopt);
  list.campaign = draft.campaign;
  list.medium = draft.medium;
  list.drops_on = draft.drops_on;
  list.note = trimmed(draft.note);
  list.territory = draft.territory;
}

web::Made add_list(Write& write, const web::Input&, const MailingListDraft& draft) {
  MailingList list;
  take(write, draft, list);
  return {write.insert(list).number};
}

web::Made change_list(Write& write, const web::Input& input, const MailingListDraft& draft) {
  auto list = planned_list(write, input);
  take(write, draft, list);
  write.update(list);
  return {list.id.number};
}

audience::Chosen add_members(Write& write, const web::Input& input, const audience::Choice& choice) {
  const auto list = planned_list(write, input);
  const auto there = contacts_on(write, list.id);
  const auto medium = wish_about(list.medium);
  const auto held = wish::opt_outs(write, medium);
  audience::Door door;
  door.member_count = static_cast<std::int64_t>(there.size());
  door.is_there = [&](Id<account::Contact> contact) { return there.contains(contact.number); };
  door.has_opted_out = [&](Id<account::Contact> contact) { return held->binds(contact.number); };
  door.why_not = [&](Id<account::Contact> contact) { return wish::why_not(write, medium, contact); };
  door.has_address = [&](const audience::Candidate& one) {
    return list.medium == Medium::email ? !one.email.empty() : one.has_account;
  };
  door.add = [&](Id<account::Contact> contact) {
    MailingMember member{{}, list.id, contact};
    write.insert(member);
  };
  return audience::put_on(write, choice, door);
}

web::Done take_off(Write& write, const web::Input& input) {
  const auto list = planned_list(write, input);
  write.remove(member_of(write, list, input.id_of<MailingMember>("member")).id);
  return {};
}

web::Made hand_out(Write& write, const web::Input& input) {
  const auto list = planned_list(write, input);
  const auto count = static_cast<std::int64_t>(addresses(write, list).size());
  refuse_if(count == 0, mailing_to_nobody);
  MailingHandout handout{{}, list.id, {write.actor().person}, write.now(), count};
  return {write.append(handout).number};
}

/// Whoever takes addresses says so first, so that each time stands on record.
Listed<MailingAddress> handed_out(const Read& read, const web::Input& input) {
  const auto handout = read.find(input.id_of<MailingHandout>());
  const auto list = handout ? find_visible(read, handout->list) : std::nullopt;
  refuse_if(!list, web::not_found);
  const bool is_own = handout->person.number == read.actor().person;
  refuse_if(!is_own || read.now().ms - handout->at.ms > handout_ms, handout_is_over);
  refuse_if(drop_of(read, list->id).has_value(), mailing_went_out);
  return whole(addresses(read, *list));
}

web::Made drop(Write& write, const web::Input& input, const MailingDropDraft& draft) {
  return {record_drop(write, planned_list(write, input), draft.day).number};
}

/// What came back of whoever was erased since goes with the drop: nobody can take it back by itself. Each
/// return is an act, and so a commit, of its own.
web::Done take_drop_back(Write& write, const web::Input& input) {
  const auto list = visible_list(write, input);
  const auto made = drop_of(write, list.id);
  refuse_if(!made, web::not_found);
  refuse_if(has_returns(write, list.id), pieces_came_back);
  for (const auto commit : commits_of_returns_of_erased(write, list.id)) write.retract_facts(commit);
  write.retract_facts(made->commit);
  return {};
}

web::Made add_return(Write& write, const web::Input& input, const MailingReturnDraft& draft) {
  const auto list = visible_list(write, input);
  const auto member = member_of(write, list, draft.member);
  refuse_if(member.state != MemberState::sent, piece_not_sent);
  return {record_return(write, list, member.id).number};
}

web::Done take_return_back(Write& write, const web::Input& input) {
  const auto member = member_of(write, visible_list(write, input), input.id_of<MailingMember>("member"));
  const auto made = return_of(write, member.id);
  refuse_if(!made, web::not_found);
  write.retract_facts(made->commit);
  return {};
}

/// What somebody answers is their wish, wherever they say it; it holds for all lists.
web::Made add_answer(Write& write, const web::Input& input, const MailingAnswer& answer) {
  const auto list = visible_list(write, input);
  const auto member = member_of(write, list, answer.member);
  const std::string words(trimmed(answer.words));
  refuse_if(words.empty(), wish::words_missing);
  return {wish::record_wish(write, {member.contact, wish_about(list.medium), answer.says, words},
                            {list.name, "/mailing-lists/" + std::to_string(list.id.number)})
              .number};
}

MailingListFigures figures(const Read& read, const web::Input& input) {
  const auto list = visible_list(read, input);
  const auto counts = count_states(read, list.id);
  const std::string base = "/mailing-members?list=" + std::to_string(list.id.number);
  using audience::counted;
  return {
      counted(read, "Members", counts.members, "the people on this list", base),
      counted(read, "Opted out", counts.opted_out,
              "those of this list who are left off, for they do not want to be written to",
              base + "&state=opted_out"),
      counted(read, "Without address", counts.without_address,
              "those of this list who are left off, for no address is known",
              base + "&state=without_address"),
      counted(read, "Sent", counts.sent, "those of this list to whom a piece went out",
              base + "&was_sent=true"),
      counted(read, "Came back", counts.returned, "those of this list whose piece came back",
              base + "&state=returned"),
      counted(read, "Leads since", counts.leads,
              "those of this list to whom a piece went out, and of whom a lead began on that day or later",
              base + "&has_lead=true")};
}

std::vector<web::Route> routes() {
  using web::Method;
  return {web::get_list<MailingListRow>("/mailing-lists", see_mailing_lists, "List mailing lists.", lists),
          web::get("/mailing-lists/{id}", see_mailing_lists, "Show a mailing list.", mailing_list),
          web::get_list<Change>("/mailing-lists/{id}/history", see_mailing_lists,
                                "Show how a mailing list changed.", list_history),
          web::get("/mailing-lists/{id}/figures", see_mailing_lists, "Show what a mailing list comes to.",
                   figures),
          web::act(Method::post, "/mailing-lists", edit_mailing_lists, "Plan a mailing list.", add_list),
          web::act(Method::put, "/mailing-lists/{id}", edit_mailing_lists,
                   "Change a mailing list that has not gone out.", change_list),
          web::act(Method::post, "/mailing-lists/{id}/members", edit_mailing_lists,
                   "Put people on a mailing list.", add_members),
          web::act(Method::remove, "/mailing-lists/{id}/members/{member}", edit_mailing_lists,
                   "Take somebody off a mailing list that has not gone out.", take_off),
          web::get_list<MailingMemberRow>("/mailing-members", see_mailing_lists,
                                          "List who is on mailing lists, and what became of it.", members),
          web::act(Method::post, "/mailing-lists/{id}/handouts", send_mailing_lists,
                   "Ask for the addresses of a mailing list, which stands on record.", hand_out),
          web::get_list<MailingHandoutRow>("/mailing-handouts", see_mailing_lists,
                                           "List who took the addresses of mailing lists.", handouts),
          web::get_list<MailingAddress>("/mailing-handouts/{id}/addresses", send_mailing_lists,
                                        "Take the addresses that one asked for.", handed_out),
          web::act(Method::post, "/mailing-lists/{id}/drop", send_mailing_lists,
                   "Say that a mailing list went out.", drop),
          web::act(Method::remove, "/mailing-lists/{id}/drop", send_mailing_lists,
                   "Take back that a mailing list went out.", take_drop_back),
          web::act(Method::post, "/mailing-lists/{id}/returns", edit_mailing_lists,
                   "Say that a piece came back.", add_return),
          web::act(Method::remove, "/mailing-lists/{id}/returns/{member}", edit_mailing_lists,
                   "Take back that a member's piece came back.", take_return_back),
          web::act(Method::post, "/mailing-lists/{id}/answers", wish::record_wishes,
                   "Record what a member of a mailing list said about being written to.", add_answer)};
}

}  // namespace

const Subject subject{
    .name = "mailing_list",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/mailing-lists", "Mailing lists", "Demand", see_mailing_lists, "MailingListsPage"},
              {"/mailing-lists/{id}", "Mailing list", "", see_mailing_lists, "MailingListPage"},
              {"/mailing-members", "On mailing lists", "", see_mailing_lists, "MailingMembersPage"}},
    .rules = {&mailing_went_out, &drop_day_unfit, &mailing_to_nobody, &piece_not_sent, &pieces_came_back,
              &handout_is_over},
    .checks = {{"mailings_refer_to_what_is_there",
                "Each member's list and contact are there, and each piece is of its member.", stray_mailings},
               {"each_piece_sent_is_one_touchpoint",
                "Each piece that was sent and did not come back is one touchpoint of its campaign, and no "
                "other is.",
                pieces_astray},
               {"what_went_out_has_a_piece_for_each_member",
                "Each member of a list that went out has one piece, and no other list has any.",
                drops_astray},
               {"nobody_is_written_to_after_an_opt_out",
                "No piece was sent to somebody who had asked before not to be written to.", pieces_unwanted}},
    .jumps = {
        {"Mailing list", see_mailing_lists, "/mailing-lists", &info_of<MailingListRow>, {"campaign_name"}}}};

}  // namespace accord::mailing_list
