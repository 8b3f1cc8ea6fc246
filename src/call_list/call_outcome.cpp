// SPDX-License-Identifier: Apache-2.0
#include "call_list/call_outcome.hpp"

#include "audience/audience.hpp"
#include "base/text.hpp"
#include "call_list/call_list_store.hpp"
#include "db/counts_as.hpp"
#include "handoff/handoff.hpp"

namespace accord::call_list {
namespace {

using funnel::Opportunity;

constexpr std::size_t name_max = 300;
constexpr int call_back_days_max = 366;

/// No longer than a name may be, and no letter cut in two.
std::string shortened(std::string text) {
  if (text.size() <= name_max) return text;
  std::size_t end = name_max;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

std::optional<account::Account> account_of(const Read& read, const account::Contact& contact) {
  if (!contact.account) return std::nullopt;
  return read.find(Id<account::Account>{counts_as(read, "account")->of(contact.account->number)});
}

/// Who it is stands in the contact alone, so that erasing the contact is enough. It belongs where the contact
/// does, for callers of several territories share a list.
Opportunity new_lead(Write& write, const CallList& list, const account::Contact& contact,
                     const std::optional<account::Account>& account) {
  Opportunity lead;
  lead.name = shortened(account ? account->name + ": " + list.name : list.name);
  lead.phase = funnel::Phase::lead;
  if (account) lead.account = account->id;
  lead.contact = contact.id;
  lead.product = list.product;
  lead.owner = list.owner;
  lead.territory = account ? account->territory : contact.territory;
  if (!lead.territory) lead.territory = list.territory;
  lead.source = list.name;
  lead.stage = funnel::first_step(write, lead.territory);
  lead.created_on = people::today(write);
  write.insert(lead);
  funnel::record_stage(write, lead, write.now(), fact::Precision::moment);
  return lead;
}

/// Whose touchpoint it is follows from who calls: salespeople call for marketing's campaigns too.
void note_touch(Write& write, const CallList& list, const account::Contact& contact) {
  touchpoint::Touchpoint touch;
  touch.at = write.now();
  touch.account = contact.account;
  touch.contact = contact.id;
  touch.campaign = list.campaign;
  touch.channel = audience::channel_to_name(write, list.campaign, campaign::ChannelKind::telemarketing);
  touch.kind = touchpoint::TouchKind::call;
  touch.side = write.actor().side;
  touch.person = Id<people::Person>{write.actor().person};
  write.append(touch);
}

void note_wish(Write& write, const CallList& list, Id<account::Contact> contact, wish::Saying says,
               std::string_view words) {
  wish::record_wish(write, {contact, wish::Medium::call, says, std::string(trimmed(words))},
                    {list.name, "/call-lists/" + std::to_string(list.id.number)});
}

/// The lead was worked. A logged call would be a touchpoint of its own, and this one is the campaign's
/// already.
void note_work(Write& write, const CallList& list, const Opportunity& lead, CallOutcome outcome) {
  fact::Activity work;
  work.opportunity = lead.id;
  work.account = lead.account;
  work.person = Id<people::Person>{write.actor().person};
  work.side = write.actor().side;
  work.kind = fact::ActivityKind::other;
  work.at = write.now();
  work.subject_line = "Called for " + list.name + ": " + lower(label_of(name_of(outcome)));
  write.append(work);
}

/// Whose a new lead is; whoever has one already is told, unless they made the call themselves.
void come_in(Write& write, const CallList& list, const Opportunity& lead, bool is_new) {
  handoff::come_in(
      write,
      {lead.id, is_new, "They said in a call that they are interested: “" + list.name + "”.",
       "The list “" + list.name + "”", list.owner, list.campaign, Id<people::Person>{write.actor().person}});
}

}  // namespace

MemberState state_after(CallOutcome outcome) {
  switch (outcome) {
    case CallOutcome::interested:
      return MemberState::interested;
    case CallOutcome::call_back:
      return MemberState::call_back;
    case CallOutcome::no_answer:
      return MemberState::no_answer;
    case CallOutcome::wrong_number:
      return MemberState::wrong_number;
    default:
      return MemberState::reached;
  }
}

void leave(CallMember& member, const Call& call) {
  member.state = state_after(call.outcome);
  member.call_back_at = call.call_back_at;
  ++member.call_count;
  member.last_called_at = call.at;
  member.last_caller = call.person;
  member.was_reached = member.was_reached || reaches(call.outcome);
  member.was_interested = member.was_interested || call.outcome == CallOutcome::interested;
}

bool is_closed(const CallList& list, Day today) { return list.closed_on && *list.closed_on <= today; }

const Rule* why_not_call(const CallList& list, const Actor& actor, Day today) {
  if (is_closed(list, today)) return &call_list_is_closed;
  const bool is_caller = list.caller ? list.caller->number == actor.person : list.side == actor.side;
  return is_caller && actor.may(make_calls) ? nullptr : &not_your_call_list;
}

std::optional<wish::Saying> wish_in(const CallDraft& draft) {
  using wish::Saying;
  if (draft.outcome == CallOutcome::asked_not_to_be_called) return Saying::refuses;
  const bool may_consent = reaches(draft.outcome) && !trimmed(draft.words).empty();
  return draft.outcome == CallOutcome::consented || may_consent ? std::optional(Saying::agrees)
                                                                : std::nullopt;
}

void check_draft(const CallList& list, const CallDraft& draft, Instant now, std::string_view time_zone) {
  if (draft.outcome == CallOutcome::call_back) {
    refuse_if(!draft.call_back_at || *draft.call_back_at <= now, call_back_unfit);
    const Day day = day_in(*draft.call_back_at, time_zone);
    refuse_if(day - day_in(now, time_zone) > call_back_days_max || is_closed(list, day), call_back_unfit);
  }
  refuse_if(wish_in(draft) && trimmed(draft.words).empty(), wish::words_missing);
}

Id<Call> record_call(Write& write, const CallList& list, const CallDraft& draft,
                     const account::Contact& contact) {
  auto lead = reaches(draft.outcome) ? funnel::find_open_of(write, contact.id) : std::nullopt;
  const bool is_new = draft.outcome == CallOutcome::interested && !lead;
  if (is_new) lead = new_lead(write, list, contact, account_of(write, contact));
  if (reaches(draft.outcome)) note_touch(write, list, contact);
  if (lead) note_work(write, list, *lead, draft.outcome);
  if (const auto says = wish_in(draft)) note_wish(write, list, contact.id, *says, draft.words);
  Call call;
  call.list = list.id;
  call.member = draft.member;
  call.contact = contact.id;
  call.account = contact.account;
  call.person = Id<people::Person>{write.actor().person};
  call.side = write.actor().side;
  call.at = write.now();
  call.outcome = draft.outcome;
  if (draft.outcome == CallOutcome::call_back) call.call_back_at = draft.call_back_at;
  if (lead) call.opportunity = lead->id;
  call.is_new_lead = is_new;
  write.append(call);
  if (draft.outcome == CallOutcome::interested) come_in(write, list, *lead, is_new);
  auto member = *write.find(call.member);
  leave(member, call);
  write.update(member);
  return call.id;
}

}  // namespace accord::call_list
