// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "mailing_list/mailing_list.hpp"

/// What the records of `mailing_list.hpp` are, line by line.
namespace accord {
template <>
inline constexpr auto described<mailing_list::MailingList> = record(
    "mailing_list", "People to whom a campaign sends something on one day.",
    field(&mailing_list::MailingList::id, "id", "The list's number."),
    field(&mailing_list::MailingList::name, "name", "What both sides call it.", searched, up_to(200)),
    field(&mailing_list::MailingList::campaign, "campaign", "Whose touchpoints its pieces are."),
    field(&mailing_list::MailingList::medium, "medium", "By post, or by e-mail."),
    field(&mailing_list::MailingList::drops_on, "drops_on", "The day on which it is to go out."),
    field(&mailing_list::MailingList::note, "note", "What the piece says.", has_default, up_to(2000)),
    field(&mailing_list::MailingList::territory, "territory", "Whose list it is; nothing for everybody's."));
template <>
inline constexpr auto described<mailing_list::MailingMember> =
    record("mailing_member", "Somebody on a mailing list.",
           field(&mailing_list::MailingMember::id, "id", "The member's number."),
           field(&mailing_list::MailingMember::list, "list", "On which list."),
           field(&mailing_list::MailingMember::contact, "contact", "Who."));
template <>
inline constexpr auto described<mailing_list::MailingDrop> =
    record("mailing_drop", "A mailing list went out.",
           field(&mailing_list::MailingDrop::id, "id", "The drop's number."),
           field(&mailing_list::MailingDrop::list, "list", "Which list."),
           field(&mailing_list::MailingDrop::day, "day", "The day on which it did."),
           field(&mailing_list::MailingDrop::person, "person", "Who said so."),
           field(&mailing_list::MailingDrop::at, "at", "When they said so."));
template <>
inline constexpr auto described<mailing_list::MailingPiece> =
    record("mailing_piece", "What the drop of a mailing list came to for a member.",
           field(&mailing_list::MailingPiece::id, "id", "The piece's number."),
           field(&mailing_list::MailingPiece::list, "list", "Of which list."),
           field(&mailing_list::MailingPiece::member, "member", "For which member of it."),
           field(&mailing_list::MailingPiece::contact, "contact", "For whom."),
           field(&mailing_list::MailingPiece::outcome, "outcome", "Whether it was sent, or why not."),
           field(&mailing_list::MailingPiece::touchpoint, "touchpoint",
                 "The touchpoint that it is, where it was sent."));
template <>
inline constexpr auto described<mailing_list::MailingReturn> =
    record("mailing_return", "A piece came back.",
           field(&mailing_list::MailingReturn::id, "id", "The return's number."),
           field(&mailing_list::MailingReturn::list, "list", "Of which list."),
           field(&mailing_list::MailingReturn::member, "member", "Whose piece it was."),
           field(&mailing_list::MailingReturn::person, "person", "Who said so."),
           field(&mailing_list::MailingReturn::at, "at", "When they said so."));
template <>
inline constexpr auto described<mailing_list::MailingHandout> = record(
    "mailing_handout", "Somebody took the addresses of a mailing list.",
    field(&mailing_list::MailingHandout::id, "id", "The hand-out's number."),
    field(&mailing_list::MailingHandout::list, "list", "Of which list."),
    field(&mailing_list::MailingHandout::person, "person", "Who took them."),
    field(&mailing_list::MailingHandout::at, "at", "When."),
    field(&mailing_list::MailingHandout::piece_count, "piece_count", "How many there were.", unit::count));
template <>
inline constexpr auto described<mailing_list::MailingListRow> = record(
    "mailing_list_row", "A mailing list with the names it refers to.",
    field(&mailing_list::MailingListRow::id, "id", "The list's number."),
    field(&mailing_list::MailingListRow::name, "name", "What both sides call it.", searched),
    field(&mailing_list::MailingListRow::campaign, "campaign", "Whose touchpoints its pieces are."),
    field(&mailing_list::MailingListRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&mailing_list::MailingListRow::medium, "medium", "By post, or by e-mail."),
    field(&mailing_list::MailingListRow::side, "side", "Whose campaign it is."),
    field(&mailing_list::MailingListRow::drops_on, "drops_on", "The day on which it is to go out."),
    field(&mailing_list::MailingListRow::note, "note", "What the piece says."),
    field(&mailing_list::MailingListRow::territory, "territory", "Whose list it is."),
    field(&mailing_list::MailingListRow::territory_name, "territory_name", "The territory's name."),
    field(&mailing_list::MailingListRow::has_gone_out, "has_gone_out", "Whether it went out."),
    field(&mailing_list::MailingListRow::went_out_on, "went_out_on", "The day on which it did."),
    field(&mailing_list::MailingListRow::dropped_by_name, "dropped_by_name", "Who said so."),
    field(&mailing_list::MailingListRow::handed_out_at, "handed_out_at",
          "When its addresses were last taken to whoever sends it."),
    field(&mailing_list::MailingListRow::handed_out_by_name, "handed_out_by_name", "Who took them."),
    field(&mailing_list::MailingListRow::member_count, "member_count", "How many people are on it.",
          unit::count),
    field(&mailing_list::MailingListRow::sent_count, "sent_count", "To how many of them a piece went out.",
          unit::count),
    field(&mailing_list::MailingListRow::changed_count, "changed_count",
          "How many came or went since its addresses were taken, or asked since not to be written to.",
          unit::count));
template <>
inline constexpr auto described<mailing_list::MailingMemberRow> = record(
    "mailing_member_row", "Somebody on a mailing list, with the names it refers to.",
    field(&mailing_list::MailingMemberRow::id, "id", "The member's number."),
    field(&mailing_list::MailingMemberRow::list, "list", "On which list."),
    field(&mailing_list::MailingMemberRow::list_name, "list_name", "The list's name.", searched),
    field(&mailing_list::MailingMemberRow::code, "code",
          "What stands on the piece, so that an answer finds its way back.", searched),
    field(&mailing_list::MailingMemberRow::medium, "medium", "By post, or by e-mail."),
    field(&mailing_list::MailingMemberRow::contact, "contact", "Who."),
    field(&mailing_list::MailingMemberRow::contact_name, "contact_name", "Full name.", searched),
    field(&mailing_list::MailingMemberRow::title, "title", "Position.", searched),
    field(&mailing_list::MailingMemberRow::account, "account", "Where the person works."),
    field(&mailing_list::MailingMemberRow::account_name, "account_name", "The account's name.", searched),
    field(&mailing_list::MailingMemberRow::territory, "territory", "The account's territory."),
    field(&mailing_list::MailingMemberRow::territory_name, "territory_name", "The territory's name."),
    field(&mailing_list::MailingMemberRow::state, "state",
          "Where they stand: planned, or what the drop came to for them."),
    field(&mailing_list::MailingMemberRow::why_not, "why_not",
          "Why they are not to be written to: who asked for it, and when. Empty where they may be."),
    field(&mailing_list::MailingMemberRow::was_sent, "was_sent", "Whether a piece went out to them."),
    field(&mailing_list::MailingMemberRow::has_lead, "has_lead", "Whether a lead of theirs has begun since."),
    field(&mailing_list::MailingMemberRow::lead, "lead",
          "The first lead of theirs that began on the day it went out, or later."),
    field(&mailing_list::MailingMemberRow::lead_name, "lead_name", "The lead's name."));
template <>
inline constexpr auto described<mailing_list::MailingHandoutRow> = record(
    "mailing_handout_row", "Who took the addresses of a mailing list.",
    field(&mailing_list::MailingHandoutRow::id, "id", "The hand-out's number."),
    field(&mailing_list::MailingHandoutRow::list, "list", "Of which list."),
    field(&mailing_list::MailingHandoutRow::list_name, "list_name", "The list's name.", searched),
    field(&mailing_list::MailingHandoutRow::territory, "territory", "Whose list it is."),
    field(&mailing_list::MailingHandoutRow::person, "person", "Who took them."),
    field(&mailing_list::MailingHandoutRow::person_name, "person_name", "Their name.", searched),
    field(&mailing_list::MailingHandoutRow::at, "at", "When."),
    field(&mailing_list::MailingHandoutRow::piece_count, "piece_count", "How many there were.", unit::count));
template <>
inline constexpr auto described<mailing_list::MailingAddress> =
    record("mailing_address", "What whoever prints or sends a mailing needs of one piece.",
           field(&mailing_list::MailingAddress::code, "code",
                 "What stands on the piece, so that an answer finds its way back."),
           field(&mailing_list::MailingAddress::name, "name", "Full name."),
           field(&mailing_list::MailingAddress::title, "title", "Position."),
           field(&mailing_list::MailingAddress::account_name, "account_name", "Where the person works."),
           field(&mailing_list::MailingAddress::country, "country", "The account's country."),
           field(&mailing_list::MailingAddress::email, "email", "E-mail address, where it goes by e-mail."),
           field(&mailing_list::MailingAddress::list_name, "list_name", "The list's name."),
           field(&mailing_list::MailingAddress::campaign_name, "campaign_name", "The campaign's name."));
template <>
inline constexpr auto described<mailing_list::MailingListDraft> =
    record("mailing_list_draft", "What a person gives to plan a mailing list or to change one.",
           field(&mailing_list::MailingListDraft::name, "name", "What both sides call it.", up_to(200)),
           field(&mailing_list::MailingListDraft::campaign, "campaign", "Whose touchpoints its pieces are."),
           field(&mailing_list::MailingListDraft::medium, "medium", "By post, or by e-mail.", has_default),
           field(&mailing_list::MailingListDraft::drops_on, "drops_on", "The day on which it is to go out."),
           field(&mailing_list::MailingListDraft::note, "note", "What the piece says, in a few words.",
                 has_default, up_to(2000)),
           field(&mailing_list::MailingListDraft::territory, "territory",
                 "Whose list it is; nothing for everybody's."));
template <>
inline constexpr auto described<mailing_list::MailingDropDraft> =
    record("mailing_drop_draft", "That a mailing list went out.",
           field(&mailing_list::MailingDropDraft::day, "day", "The day on which it did."));
template <>
inline constexpr auto described<mailing_list::MailingReturnDraft> =
    record("mailing_return_draft", "That a piece came back.",
           field(&mailing_list::MailingReturnDraft::member, "member", "Whose piece it was."));
template <>
inline constexpr auto described<mailing_list::MailingAnswer> =
    record("mailing_answer", "What a member of a mailing list answered about being written to.",
           field(&mailing_list::MailingAnswer::member, "member", "Which member of the list."),
           field(&mailing_list::MailingAnswer::says, "says", "That they refuse it, or agree.", has_default),
           field(&mailing_list::MailingAnswer::words, "words", "What they said, word by word.", up_to(500)));
template <>
inline constexpr auto described<mailing_list::MailingListFigures> =
    record("mailing_list_figures", "What a mailing list comes to.",
           field(&mailing_list::MailingListFigures::members, "members", "Who is on it."),
           field(&mailing_list::MailingListFigures::opted_out, "opted_out",
                 "Who is left off, for they do not want to be written to."),
           field(&mailing_list::MailingListFigures::without_address, "without_address",
                 "Who is left off, for no address is known."),
           field(&mailing_list::MailingListFigures::sent, "sent", "To whom a piece went out."),
           field(&mailing_list::MailingListFigures::returned, "returned", "Whose piece came back."),
           field(&mailing_list::MailingListFigures::leads, "leads", "Who has a lead that began since."));
}  // namespace accord
