// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_desk.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "call_list/call_list_store.hpp"
#include "call_list/call_outcome.hpp"
#include "db/counts_as.hpp"

namespace accord::call_list {
namespace {

constexpr std::size_t events_max = 12;

ListRequest newest(std::string by, std::int64_t number) {
  return {{{std::move(by), std::to_string(number)}, {"order", "-at"}, {"limit", std::to_string(events_max)}},
          std::nullopt};
}

std::string words_of(auto kind) { return label_of(name_of(kind)); }

CallEvent event_of(const touchpoint::TouchpointRow& row) {
  return {row.at,          row.precision,
          row.side,        words_of(row.kind),
          row.person_name, row.campaign_name.empty() ? row.channel_name : row.campaign_name};
}

CallEvent event_of(const fact::ActivityRow& row) {
  return {row.at, row.precision, row.side, words_of(row.kind), row.person_name, row.subject_line};
}

/// Of the account, else of the contact alone. What an activity tells in its own words is told once.
std::vector<CallEvent> events_of(const Read& read, const CallMemberRow& member) {
  std::vector<CallEvent> events;
  const auto account =
      member.account ? std::optional(counts_as(read, "account")->of(member.account->number)) : std::nullopt;
  if (account) {
    for (const auto& row : list<fact::ActivityRow>(read, newest("account", *account)).items)
      events.push_back(event_of(row));
  }
  const auto is_told = [&](const touchpoint::TouchpointRow& row) {
    return row.activity || std::ranges::any_of(events, [&](const CallEvent& one) {
             return one.at == row.at && one.person_name == row.person_name && one.side == row.side;
           });
  };
  const auto touches = touchpoint::list_touchpoints(
      read, account ? newest("account", *account) : newest("contact", member.contact.number));
  std::vector<CallEvent> untold;
  for (const auto& row : touches.items) {
    if (!is_told(row)) untold.push_back(event_of(row));
  }
  std::ranges::move(untold, std::back_inserter(events));
  std::ranges::stable_sort(events, std::greater{}, &CallEvent::at);
  if (events.size() > events_max) events.resize(events_max);
  return events;
}

void put_lead(const Read& read, Id<account::Contact> contact, CalledPerson& person) {
  const auto open = funnel::find_open_of(read, contact);
  if (!open || !funnel::find_visible(read, open->id)) return;
  person.opportunity = open->id;
  person.opportunity_name = open->name;
}

std::optional<CalledPerson> person_before(const Read& read, const CallList& list) {
  const auto turn = turn_of(read, Id<people::Person>{read.actor().person}, list.id);
  const auto member = turn ? find_visible(read, turn->member) : std::nullopt;
  if (!member) return std::nullopt;
  CalledPerson person;
  person.member = member->id;
  person.contact = member->contact;
  person.name = member->contact_name;
  person.title = member->title;
  person.phone = member->phone;
  if (const auto contact = read.find(member->contact)) person.email = contact->email;
  person.account = member->account;
  person.account_name = member->account_name;
  person.territory_name = member->territory_name;
  person.state = member->state;
  person.call_back_at = member->call_back_at;
  person.call_count = member->call_count;
  if (const auto said = wish::wish_of(read, wish::Medium::call, member->contact)) {
    person.wish = said->says;
    person.wish_words = said->words;
  }
  person.why_not = member->why_not;
  put_lead(read, member->contact, person);
  person.events = events_of(read, *member);
  return person;
}

void put_last(const Read& read, const CallList& list, CallDesk& desk) {
  const auto made = last_made(read, list.id, Id<people::Person>{read.actor().person});
  if (!made || !made->is_last || made->has_followed || read.now().ms - made->at.ms > undo_ms) return;
  const auto member = find_visible(read, made->member);
  if (!member) return;
  desk.last_call = made->id;
  desk.last_name = member->contact_name;
  desk.last_outcome = made->outcome;
}

}  // namespace

CallDesk desk_of(const Read& read, const CallList& list) {
  CallDesk desk;
  desk.id = list.id;
  desk.name = list.name;
  desk.script = list.script;
  const Id<campaign::Campaign> campaign{counts_as(read, "campaign")->of(list.campaign.number)};
  if (const auto found = read.find(campaign)) desk.campaign_name = found->name;
  if (const auto* rule = why_not_call(list, read.actor(), people::today(read)))
    desk.why_not = std::string(rule->message) + " " + std::string(rule->remedy);
  desk.person = person_before(read, list);
  const auto queue = queue_of(read, list.id);
  desk.due_count = queue.due;
  desk.not_called_count = queue.not_called;
  desk.again_count = queue.again;
  desk.next_call_back_at = queue.next_call_back_at;
  put_last(read, list, desk);
  return desk;
}

}  // namespace accord::call_list
