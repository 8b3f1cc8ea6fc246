// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "audience/audience.hpp"
#include "funnel/funnel.hpp"
#include "touchpoint/touchpoint.hpp"
#include "wish/wish.hpp"

namespace accord::mailing_list {

/// By what a mailing reaches people: a letter or a print by post, or an e-mail.
enum class Medium : std::uint8_t { mail, email };

/// People to whom a campaign sends something on one day.
struct MailingList {
  Id<MailingList> id;
  std::string name;
  Id<campaign::Campaign> campaign;
  Medium medium = Medium::mail;
  Day drops_on;
  std::string note;
  std::optional<Id<territory::Territory>> territory;  ///< whose it is; nothing: everybody's
};

struct MailingMember {
  Id<MailingMember> id;
  Id<MailingList> list;
  Id<account::Contact> contact;
};

/// The list went out, on a day that somebody says.
struct MailingDrop {
  Id<MailingDrop> id;
  Id<MailingList> list;
  Day day;
  Id<people::Person> person;
  Instant at;
};

/// What the drop came to for a member.
enum class PieceOutcome : std::uint8_t { sent, opted_out, without_address };

struct MailingPiece {
  Id<MailingPiece> id;
  Id<MailingList> list;
  Id<MailingMember> member;
  Id<account::Contact> contact;
  PieceOutcome outcome = PieceOutcome::sent;
  std::optional<Id<touchpoint::Touchpoint>> touchpoint;  ///< of what was sent
};

/// A piece reached nobody: it was returned to the sender, or bounced. Its touchpoint is superseded by nothing
/// in the same commit.
struct MailingReturn {
  Id<MailingReturn> id;
  Id<MailingList> list;
  Id<MailingMember> member;
  Id<people::Person> person;
  Instant at;
};

/// Somebody took the names and addresses of a list, for whoever prints or sends it.
struct MailingHandout {
  Id<MailingHandout> id;
  Id<MailingList> list;
  Id<people::Person> person;
  Instant at;
  std::int64_t piece_count = 0;
};

/// Where a member stands: in exactly one of these.
enum class MemberState : std::uint8_t { planned, opted_out, without_address, sent, returned };

/// A list as lists and pages show it.
struct MailingListRow {
  Id<MailingList> id;
  std::string name;
  Id<campaign::Campaign> campaign;
  std::string campaign_name;
  Medium medium = Medium::mail;
  Side side = Side::marketing;
  Day drops_on;
  std::string note;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  bool has_gone_out = false;
  std::optional<Day> went_out_on;
  std::string dropped_by_name;
  std::optional<Instant> handed_out_at;
  std::string handed_out_by_name;
  std::int64_t member_count = 0, sent_count = 0, changed_count = 0;
};

/// A member with the names it refers to.
struct MailingMemberRow {
  Id<MailingMember> id;
  Id<MailingList> list;
  std::string list_name;
  std::string code;  ///< `M7-123`, by which an answer finds its way back
  Medium medium = Medium::mail;
  Id<account::Contact> contact;
  std::string contact_name, title;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  MemberState state = MemberState::planned;
  std::string why_not;  ///< why they are not to be written to; empty where they may be
  bool was_sent = false, has_lead = false;
  std::optional<Id<funnel::Opportunity>> lead;
  std::string lead_name;
};

/// A hand-out with the names it refers to.
struct MailingHandoutRow {
  Id<MailingHandout> id;
  Id<MailingList> list;
  std::string list_name;
  std::optional<Id<territory::Territory>> territory;
  Id<people::Person> person;
  std::string person_name;
  Instant at;
  std::int64_t piece_count = 0;
};

/// What whoever prints or sends needs of one piece.
struct MailingAddress {
  std::string code, name, title, account_name, country, email, list_name, campaign_name;
};

/// What a person gives to plan a list or to change one.
struct MailingListDraft {
  std::string name;
  Id<campaign::Campaign> campaign;
  Medium medium = Medium::mail;
  Day drops_on;
  std::string note;
  std::optional<Id<territory::Territory>> territory;
};

struct MailingDropDraft {
  Day day;
};

struct MailingReturnDraft {
  Id<MailingMember> member;
};

/// What a member answered about being written to.
struct MailingAnswer {
  Id<MailingMember> member;
  wish::Saying says = wish::Saying::refuses;
  std::string words;
};

/// What a list comes to, as far as the reader may see its members.
struct MailingListFigures {
  Figure members, opted_out, without_address, sent, returned, leads;
};

inline constexpr Right see_mailing_lists{
    "see_mailing_lists", "See mailing lists, their members of one's territories and what became of them.",
    every_role};
inline constexpr Right edit_mailing_lists{
    "edit_mailing_lists",
    "Plan and change mailing lists, put people on them, and say which pieces came back.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::administrator)};
inline constexpr Right send_mailing_lists{
    "send_mailing_lists",
    "Take the addresses of a mailing list to whoever sends it, and say that it went out.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::administrator),
    true};

inline constexpr Rule mailing_went_out{"mailing_went_out", "This mailing has gone out.",
                                       "Take back that it did, or plan another list."};
inline constexpr Rule drop_day_unfit{
    "drop_day_unfit", "This is no day on which it can have gone out.",
    "Give a day from the drop date up to today; move the drop date if it went out before.", 422};
inline constexpr Rule mailing_to_nobody{"mailing_to_nobody",
                                        "There is nobody on this list who may be written to.",
                                        "Put people on it who have an address and did not opt out."};
inline constexpr Rule piece_not_sent{"piece_not_sent", "No piece of this member is out.",
                                     "Only what was sent, and has not come back, can come back."};
inline constexpr Rule pieces_came_back{"pieces_came_back", "Pieces came back, so the mailing did go out.",
                                       "Take back that they did, if that was the mistake."};
inline constexpr Rule handout_is_over{"handout_is_over",
                                      "Addresses are taken within an hour, and by whoever asked for them.",
                                      "Ask for them again: each time stands on record."};

extern const Subject subject;

}  // namespace accord::mailing_list

namespace accord {
template <>
inline constexpr std::array<std::string_view, 2> choices_of<mailing_list::Medium>{"mail", "email"};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<mailing_list::PieceOutcome>{"sent", "opted_out",
                                                                                        "without_address"};
template <>
inline constexpr std::array<std::string_view, 5> choices_of<mailing_list::MemberState>{
    "planned", "opted_out", "without_address", "sent", "returned"};
}  // namespace accord

#include "mailing_list/mailing_list_described.hpp"
