// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "call_list/call_list.hpp"

/// What the records of `call_list.hpp` are, line by line.
namespace accord {
template <>
inline constexpr auto described<call_list::CallList> =
    record("call_list", "People to be called for a campaign.",
           field(&call_list::CallList::id, "id", "The list's number."),
           field(&call_list::CallList::name, "name", "What both sides call it.", searched, up_to(200)),
           field(&call_list::CallList::campaign, "campaign", "Whose touchpoints its calls are."),
           field(&call_list::CallList::script, "script", "What the caller says.", has_default, up_to(4000)),
           field(&call_list::CallList::side, "side", "Whose people call."),
           field(&call_list::CallList::caller, "caller", "Who alone calls; nothing for anybody of the side."),
           field(&call_list::CallList::product, "product", "What its leads would buy."),
           field(&call_list::CallList::territory, "territory", "Whose list it is; nothing for everybody's."),
           field(&call_list::CallList::owner, "owner", "Who gets its leads; nothing for nobody yet."),
           field(&call_list::CallList::closed_on, "closed_on", "From when on nobody is called."));
template <>
inline constexpr auto described<call_list::CallMember> = record(
    "call_member", "Somebody on a call list, as the last call left them.",
    field(&call_list::CallMember::id, "id", "The member's number."),
    field(&call_list::CallMember::list, "list", "On which list."),
    field(&call_list::CallMember::contact, "contact", "Who."),
    field(&call_list::CallMember::state, "state", "What the last call came to."),
    field(&call_list::CallMember::call_back_at, "call_back_at", "When they are to be called again."),
    field(&call_list::CallMember::call_count, "call_count", "How often they were called.", unit::count),
    field(&call_list::CallMember::last_called_at, "last_called_at", "When they were last called."),
    field(&call_list::CallMember::last_caller, "last_caller", "By whom."),
    field(&call_list::CallMember::was_reached, "was_reached", "Whether any call reached somebody."),
    field(&call_list::CallMember::was_interested, "was_interested", "Whether they ever were interested."));
template <>
inline constexpr auto described<call_list::Call> = record(
    "call", "Somebody on a list was called.", field(&call_list::Call::id, "id", "The call's number."),
    field(&call_list::Call::list, "list", "Of which list."),
    field(&call_list::Call::member, "member", "Which member of it."),
    field(&call_list::Call::contact, "contact", "Who was called."),
    field(&call_list::Call::account, "account", "Of which account, at the time."),
    field(&call_list::Call::person, "person", "Who called."),
    field(&call_list::Call::side, "side", "The caller's side, at the time."),
    field(&call_list::Call::at, "at", "When."),
    field(&call_list::Call::outcome, "outcome", "What came of it."),
    field(&call_list::Call::call_back_at, "call_back_at", "When they are to be called again."),
    field(&call_list::Call::opportunity, "opportunity", "The lead that it was about, or that came of it."),
    field(&call_list::Call::is_new_lead, "is_new_lead", "Whether no lead of theirs was open."));
template <>
inline constexpr auto described<call_list::CallTurn> =
    record("call_turn", "A caller has somebody's number before them.",
           field(&call_list::CallTurn::id, "id", "The turn's number."),
           field(&call_list::CallTurn::contact, "contact", "Who is being called."),
           field(&call_list::CallTurn::member, "member", "As which member of which list."),
           field(&call_list::CallTurn::person, "person", "Who calls."),
           field(&call_list::CallTurn::since, "since", "Since when."));
template <>
inline constexpr auto described<call_list::CallListRow> = record(
    "call_list_row", "A call list with the names it refers to.",
    field(&call_list::CallListRow::id, "id", "The list's number."),
    field(&call_list::CallListRow::name, "name", "What both sides call it.", searched),
    field(&call_list::CallListRow::campaign, "campaign", "Whose touchpoints its calls are."),
    field(&call_list::CallListRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&call_list::CallListRow::script, "script", "What the caller says."),
    field(&call_list::CallListRow::side, "side", "Whose people call."),
    field(&call_list::CallListRow::caller, "caller", "Who alone calls; nothing for anybody of the side."),
    field(&call_list::CallListRow::caller_name, "caller_name", "The caller's name.", searched),
    field(&call_list::CallListRow::product, "product", "What its leads would buy."),
    field(&call_list::CallListRow::product_name, "product_name", "The product's name."),
    field(&call_list::CallListRow::territory, "territory", "Whose list it is."),
    field(&call_list::CallListRow::territory_name, "territory_name", "The territory's name."),
    field(&call_list::CallListRow::owner, "owner", "Who gets its leads."),
    field(&call_list::CallListRow::owner_name, "owner_name", "The owner's name."),
    field(&call_list::CallListRow::closed_on, "closed_on", "From when on nobody is called."),
    field(&call_list::CallListRow::member_count, "member_count", "How many people are on it.", unit::count),
    field(&call_list::CallListRow::called_count, "called_count", "How many of them were called.",
          unit::count),
    field(&call_list::CallListRow::interested_count, "interested_count", "How many of them were interested.",
          unit::count));
template <>
inline constexpr auto described<call_list::CallMemberRow> = record(
    "call_member_row", "Somebody on a call list, with the names it refers to.",
    field(&call_list::CallMemberRow::id, "id", "The member's number."),
    field(&call_list::CallMemberRow::list, "list", "On which list."),
    field(&call_list::CallMemberRow::list_name, "list_name", "The list's name."),
    field(&call_list::CallMemberRow::contact, "contact", "Who."),
    field(&call_list::CallMemberRow::contact_name, "contact_name", "Full name.", searched),
    field(&call_list::CallMemberRow::title, "title", "Position.", searched),
    field(&call_list::CallMemberRow::phone, "phone", "Telephone number."),
    field(&call_list::CallMemberRow::account, "account", "Where the person works."),
    field(&call_list::CallMemberRow::account_name, "account_name", "The account's name.", searched),
    field(&call_list::CallMemberRow::territory, "territory", "The account's territory."),
    field(&call_list::CallMemberRow::territory_name, "territory_name", "The territory's name."),
    field(&call_list::CallMemberRow::state, "state",
          "Where they stand: as the last call left them, or opted out."),
    field(&call_list::CallMemberRow::call_back_at, "call_back_at", "When they are to be called again."),
    field(&call_list::CallMemberRow::call_count, "call_count", "How often they were called.", unit::count),
    field(&call_list::CallMemberRow::last_called_at, "last_called_at", "When they were last called."),
    field(&call_list::CallMemberRow::last_caller, "last_caller", "By whom."),
    field(&call_list::CallMemberRow::last_caller_name, "last_caller_name", "The caller's name."),
    field(&call_list::CallMemberRow::was_reached, "was_reached", "Whether any call reached somebody."),
    field(&call_list::CallMemberRow::was_interested, "was_interested", "Whether they ever were interested."),
    field(&call_list::CallMemberRow::why_not, "why_not",
          "Why they are not to be called: who asked for it, and when. Empty where they may be."));
template <>
inline constexpr auto described<call_list::CallRow> = record(
    "call_row", "A call with the names it refers to.",
    field(&call_list::CallRow::id, "id", "The call's number."),
    field(&call_list::CallRow::list, "list", "Of which list."),
    field(&call_list::CallRow::list_name, "list_name", "The list's name.", searched),
    field(&call_list::CallRow::member, "member", "Which member of it."),
    field(&call_list::CallRow::contact, "contact", "Who was called."),
    field(&call_list::CallRow::contact_name, "contact_name", "Their name.", searched),
    field(&call_list::CallRow::account, "account", "Of which account."),
    field(&call_list::CallRow::account_name, "account_name", "The account's name.", searched),
    field(&call_list::CallRow::territory, "territory", "The contact's territory."),
    field(&call_list::CallRow::person, "person", "Who called."),
    field(&call_list::CallRow::person_name, "person_name", "The caller's name.", searched),
    field(&call_list::CallRow::side, "side", "The caller's side, at the time."),
    field(&call_list::CallRow::at, "at", "When."),
    field(&call_list::CallRow::outcome, "outcome", "What came of it."),
    field(&call_list::CallRow::call_back_at, "call_back_at", "When they were to be called again."),
    field(&call_list::CallRow::opportunity, "opportunity", "The lead that it was about, or that came of it."),
    field(&call_list::CallRow::opportunity_name, "opportunity_name", "The lead's name."),
    field(&call_list::CallRow::is_new_lead, "is_new_lead", "Whether no lead of theirs was open."));
template <>
inline constexpr auto described<call_list::CallListDraft> = record(
    "call_list_draft", "What a person gives to add a call list or to change one.",
    field(&call_list::CallListDraft::name, "name", "What both sides call it.", up_to(200)),
    field(&call_list::CallListDraft::campaign, "campaign", "Whose touchpoints its calls are."),
    field(&call_list::CallListDraft::script, "script", "What the caller says; it stands beside each person.",
          has_default, up_to(4000)),
    field(&call_list::CallListDraft::side, "side", "Whose people call.", has_default),
    field(&call_list::CallListDraft::caller, "caller", "Who alone calls; nothing for anybody of the side."),
    field(&call_list::CallListDraft::product, "product", "What its leads would buy."),
    field(&call_list::CallListDraft::territory, "territory", "Whose list it is; nothing for everybody's."),
    field(&call_list::CallListDraft::owner, "owner", "Who gets its leads; nothing for nobody yet."),
    field(&call_list::CallListDraft::closed_on, "closed_on", "From when on nobody is called."));
template <>
inline constexpr auto described<call_list::CallTurnDraft> =
    record("call_turn_draft", "Whom a caller asks for.",
           field(&call_list::CallTurnDraft::member, "member", "Which member; nothing for whoever is next."));
template <>
inline constexpr auto described<call_list::CallTurnTaken> =
    record("call_turn_taken", "Whom a caller got.",
           field(&call_list::CallTurnTaken::member, "member",
                 "Which member; nothing where nobody is to be called now."));
template <>
inline constexpr auto described<call_list::CallDraft> =
    record("call_draft", "What a caller says of a call.",
           field(&call_list::CallDraft::member, "member", "Which member of the list was called."),
           field(&call_list::CallDraft::outcome, "outcome", "What came of it."),
           field(&call_list::CallDraft::call_back_at, "call_back_at", "When to call again."),
           field(&call_list::CallDraft::words, "words", "What they said about being called, word by word.",
                 has_default, up_to(500)));
template <>
inline constexpr auto described<call_list::CallEvent> =
    record("call_event", "Something that either side did about the account before.",
           field(&call_list::CallEvent::at, "at", "When."),
           field(&call_list::CallEvent::precision, "precision", "How finely the source knows the moment."),
           field(&call_list::CallEvent::side, "side", "Which side's it is."),
           field(&call_list::CallEvent::kind, "kind", "What it was."),
           field(&call_list::CallEvent::person_name, "person_name", "Who of the firm did it."),
           field(&call_list::CallEvent::words, "words", "What it was about, or of which campaign."));
template <>
inline constexpr auto described<call_list::CalledPerson> = record(
    "called_person", "Whom the caller has before them.",
    field(&call_list::CalledPerson::member, "member", "Which member of the list."),
    field(&call_list::CalledPerson::contact, "contact", "Who."),
    field(&call_list::CalledPerson::name, "name", "Full name."),
    field(&call_list::CalledPerson::title, "title", "Position."),
    field(&call_list::CalledPerson::phone, "phone", "Telephone number."),
    field(&call_list::CalledPerson::email, "email", "E-mail address."),
    field(&call_list::CalledPerson::account, "account", "Where the person works."),
    field(&call_list::CalledPerson::account_name, "account_name", "The account's name."),
    field(&call_list::CalledPerson::territory_name, "territory_name", "The territory's name."),
    field(&call_list::CalledPerson::state, "state", "What the last call came to."),
    field(&call_list::CalledPerson::call_back_at, "call_back_at", "When they were to be called again."),
    field(&call_list::CalledPerson::call_count, "call_count", "How often they were called.", unit::count),
    field(&call_list::CalledPerson::wish, "wish", "What they said about being called, if anything."),
    field(&call_list::CalledPerson::wish_words, "wish_words", "In what words."),
    field(&call_list::CalledPerson::why_not, "why_not",
          "Why they are not to be called any more; empty where they may be."),
    field(&call_list::CalledPerson::opportunity, "opportunity", "Their open lead."),
    field(&call_list::CalledPerson::opportunity_name, "opportunity_name", "The lead's name."),
    field(&call_list::CalledPerson::events, "events", "What both sides did before, newest first."));
template <>
inline constexpr auto described<call_list::CallDesk> = record(
    "call_desk", "What a caller has before them.",
    field(&call_list::CallDesk::id, "id", "The list's number."),
    field(&call_list::CallDesk::name, "name", "The list's name."),
    field(&call_list::CallDesk::campaign_name, "campaign_name", "The campaign's name."),
    field(&call_list::CallDesk::script, "script", "What the caller says."),
    field(&call_list::CallDesk::why_not, "why_not",
          "Why this person does not call here; empty where they do."),
    field(&call_list::CallDesk::person, "person", "Whom they are calling; nothing where nobody was taken."),
    field(&call_list::CallDesk::due_count, "due_count", "How many call-backs are due.", unit::count),
    field(&call_list::CallDesk::not_called_count, "not_called_count", "How many were never called.",
          unit::count),
    field(&call_list::CallDesk::again_count, "again_count", "How many did not answer and can be tried again.",
          unit::count),
    field(&call_list::CallDesk::next_call_back_at, "next_call_back_at", "When the next call-back is due."),
    field(&call_list::CallDesk::last_call, "last_call",
          "The caller's last call, while it can be taken back."),
    field(&call_list::CallDesk::last_name, "last_name", "Who was called in it."),
    field(&call_list::CallDesk::last_outcome, "last_outcome", "What came of it."));
template <>
inline constexpr auto described<call_list::CallListFigures> =
    record("call_list_figures", "What a call list comes to.",
           field(&call_list::CallListFigures::members, "members", "Who is on it."),
           field(&call_list::CallListFigures::called, "called", "Who was called."),
           field(&call_list::CallListFigures::reached, "reached", "Who was reached."),
           field(&call_list::CallListFigures::interested, "interested", "Who was interested."),
           field(&call_list::CallListFigures::overdue, "overdue", "Whose call-back is overdue."),
           field(&call_list::CallListFigures::opted_out, "opted_out", "Who does not want to be called."));
}  // namespace accord
