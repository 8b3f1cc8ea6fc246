// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::call_list {

/// People to be called for a campaign, with what the caller says.
struct CallList {
  Id<CallList> id;
  std::string name;
  Id<campaign::Campaign> campaign;
  std::string script;
  Side side = Side::marketing;               ///< whose people call
  std::optional<Id<people::Person>> caller;  ///< who alone calls; nothing: anybody of the side
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;  ///< whose it is; nothing: everybody's
  std::optional<Id<people::Person>> owner;            ///< who gets the leads; nothing: nobody yet
  std::optional<Day> closed_on;
};

/// Where a member of a list stands: in exactly one of these.
enum class MemberState : std::uint8_t {
  not_called,
  reached,
  interested,
  call_back,
  no_answer,
  wrong_number,
  opted_out
};

/// Somebody on a list, as the last call left them. That they opted out stands in the wish alone.
struct CallMember {
  Id<CallMember> id;
  Id<CallList> list;
  Id<account::Contact> contact;
  MemberState state = MemberState::not_called;
  std::optional<Instant> call_back_at;
  std::int64_t call_count = 0;
  std::optional<Instant> last_called_at;
  std::optional<Id<people::Person>> last_caller;
  bool was_reached = false, was_interested = false;
};

/// What came of a call.
enum class CallOutcome : std::uint8_t {
  reached,
  interested,
  call_back,
  no_answer,
  wrong_number,
  asked_not_to_be_called,
  consented
};

/// Somebody was called. Who that is stands in the contact alone.
struct Call {
  Id<Call> id;
  Id<CallList> list;
  Id<CallMember> member;
  Id<account::Contact> contact;
  std::optional<Id<account::Account>> account;
  Id<people::Person> person;
  Side side = Side::none;
  Instant at;
  CallOutcome outcome = CallOutcome::reached;
  std::optional<Instant> call_back_at;
  std::optional<Id<funnel::Opportunity>> opportunity;
  bool is_new_lead = false;
};

enum class Wish : std::uint8_t { no_calls, may_call };

/// What a contact has last said about being called, in their own words. A record, so that erasing the
/// contact takes the words out; what was said before stands in its history.
struct CallWish {
  Id<CallWish> id;
  Id<account::Contact> contact;
  Wish wish = Wish::no_calls;
  std::string words;
  Instant at;
  std::optional<Id<people::Person>> person;  ///< who of the firm recorded it
  std::optional<Id<CallList>> list;          ///< in a call of which list; nothing: elsewhere
};

/// A caller has somebody's number before them. Nobody else gets that person meanwhile.
struct CallTurn {
  Id<CallTurn> id;
  Id<account::Contact> contact;
  Id<CallMember> member;
  Id<people::Person> person;
  Instant since;
};

/// A list as lists and pages show it.
struct CallListRow {
  Id<CallList> id;
  std::string name;
  Id<campaign::Campaign> campaign;
  std::string campaign_name, script;
  Side side = Side::marketing;
  std::optional<Id<people::Person>> caller;
  std::string caller_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<Day> closed_on;
  std::int64_t member_count = 0, called_count = 0, interested_count = 0;
};

/// A member with the names it refers to.
struct CallMemberRow {
  Id<CallMember> id;
  Id<CallList> list;
  std::string list_name;
  Id<account::Contact> contact;
  std::string contact_name, title, phone;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  MemberState state = MemberState::not_called;
  std::optional<Instant> call_back_at;
  std::int64_t call_count = 0;
  std::optional<Instant> last_called_at;
  std::optional<Id<people::Person>> last_caller;
  std::string last_caller_name;
  bool was_reached = false, was_interested = false;
  std::string why_not;  ///< why they are not to be called; empty where they may be
};

/// A call with the names it refers to.
struct CallRow {
  Id<Call> id;
  Id<CallList> list;
  std::string list_name;
  Id<CallMember> member;
  Id<account::Contact> contact;
  std::string contact_name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  Side side = Side::none;
  Instant at;
  CallOutcome outcome = CallOutcome::reached;
  std::optional<Instant> call_back_at;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::string opportunity_name;
  bool is_new_lead = false;
};

/// A wish with the names it refers to.
struct CallWishRow {
  Id<CallWish> id;
  Id<account::Contact> contact;
  std::string contact_name, account_name;
  std::optional<Id<territory::Territory>> territory;
  Wish wish = Wish::no_calls;
  std::string words;
  Instant at;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  std::optional<Id<CallList>> list;
  std::string list_name;
};

/// What a person gives to add a list or to change one.
struct CallListDraft {
  std::string name;
  Id<campaign::Campaign> campaign;
  std::string script;
  Side side = Side::marketing;
  std::optional<Id<people::Person>> caller;
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> owner;
  std::optional<Day> closed_on;
};

/// Whom a person puts on a list: these contacts, and those to whom everything else applies that is given.
struct CallChoice {
  std::vector<Id<account::Contact>> contacts;
  std::optional<Id<campaign::Campaign>> campaign;
  std::optional<Id<account::Account>> account;
  std::optional<Id<territory::Territory>> territory;
  std::string title;
};

/// What became of a choice. Names are told of the first few.
struct CallChosen {
  std::int64_t added = 0, already_there = 0, opted_out = 0, without_number = 0, without_room = 0;
  std::vector<std::string> opted_out_names, opted_out_reasons, without_number_names;
};

/// Whom a caller asks for; nothing: whoever is next.
struct CallTurnDraft {
  std::optional<Id<CallMember>> member;
};

/// Whom the caller got; nothing where nobody is to be called now.
struct CallTurnTaken {
  std::optional<Id<CallMember>> member;
};

/// What a caller says of a call.
struct CallDraft {
  Id<CallMember> member;
  CallOutcome outcome = CallOutcome::reached;
  std::optional<Instant> call_back_at;
  std::string words;
};

/// What a person gives to record what somebody said about being called, elsewhere than in a call.
struct CallWishDraft {
  Id<account::Contact> contact;
  Wish wish = Wish::no_calls;
  std::string words;
};

/// Something that either side did about the account before.
struct CallEvent {
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  std::optional<Side> side;
  std::string kind, person_name, words;
};

/// Whom the caller has before them.
struct CalledPerson {
  Id<CallMember> member;
  Id<account::Contact> contact;
  std::string name, title, phone, email;
  std::optional<Id<account::Account>> account;
  std::string account_name, territory_name;
  MemberState state = MemberState::not_called;
  std::optional<Instant> call_back_at;
  std::int64_t call_count = 0;
  std::optional<Wish> wish;
  std::string wish_words;
  std::string why_not;                                 ///< why they are not to be called any more
  std::optional<Id<funnel::Opportunity>> opportunity;  ///< the open lead, where the caller may see it
  std::string opportunity_name;
  std::vector<CallEvent> events;
};

/// The caller's screen.
struct CallDesk {
  Id<CallList> id;
  std::string name, campaign_name, script;
  std::string why_not;  ///< why this person does not call here; empty where they do
  std::optional<CalledPerson> person;
  std::int64_t due_count = 0, not_called_count = 0, again_count = 0;
  std::optional<Instant> next_call_back_at;
  /// The caller's last call, while it can be taken back.
  std::optional<Id<Call>> last_call;
  std::string last_name;
  std::optional<CallOutcome> last_outcome;
};

/// What a list comes to, as far as the reader may see its members.
struct CallListFigures {
  Figure members, called, reached, interested, overdue, opted_out;
};

inline constexpr Right see_call_lists{
    "see_call_lists", "See call lists, their members of one's territories and what came of the calls.",
    every_role};
inline constexpr Right edit_call_lists{
    "edit_call_lists", "Add, change and close call lists, and put people on them.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::administrator)};
inline constexpr Right make_calls{
    "make_calls", "Call the people of a list and say what came of it.",
    roles(Role::salesperson, Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison)};
inline constexpr Right record_call_wishes{"record_call_wishes",
                                          "Record that somebody does not want to be called, or may be.",
                                          roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                                Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule list_of_no_side{"list_of_no_side", "A list is called by one side.",
                                      "Say whether sales or marketing calls.", 422};
inline constexpr Rule caller_cannot_call{"caller_cannot_call", "This person does not call for that side.",
                                         "Choose somebody of the side who works here and makes calls.", 422};
inline constexpr Rule nobody_chosen{"nobody_chosen", "This chooses nobody.",
                                    "Give contacts, a campaign, an account, a territory or a position.", 422};
inline constexpr Rule call_list_is_closed{"call_list_is_closed", "The list is closed.",
                                          "Move its closing day, or add a list."};
inline constexpr Rule not_your_call_list{"not_your_call_list", "Others call the people of this list.",
                                         "Ask whoever keeps the list to let you call.", 403};
inline constexpr Rule call_is_taken{"call_is_taken", "Somebody else is calling this person.",
                                    "Take the next one; this one comes back if nobody reaches them."};
inline constexpr Rule call_not_taken{"call_not_taken", "You have not taken this person.",
                                     "Take them first, so that nobody else calls meanwhile."};
inline constexpr Rule opted_out_of_calls{"opted_out_of_calls", "This person does not want to be called.",
                                         "Leave them in peace; if they said otherwise, record their words."};
inline constexpr Rule call_back_unfit{
    "call_back_unfit", "This is no time at which to call back.",
    "Give a day and a time to come, within a year and before the list closes.", 422};
inline constexpr Rule words_missing{"words_missing", "The words are missing.",
                                    "Write down what the person said.", 422};
inline constexpr Rule call_is_settled{
    "call_is_settled", "Only one's own last call of a person, of the last 24 hours, can be taken back.",
    "Call again and say what holds; both stay readable."};

/// How many people a list has at most.
constexpr std::int64_t members_max = 5'000;

/// Why a contact is not to be called, as a sentence; empty where they may be.
std::string why_not_called(const Read&, Id<account::Contact>);

extern const Subject subject;

}  // namespace accord::call_list

namespace accord {
template <>
inline constexpr std::array<std::string_view, 7> choices_of<call_list::MemberState>{
    "not_called", "reached", "interested", "call_back", "no_answer", "wrong_number", "opted_out"};
template <>
inline constexpr std::array<std::string_view, 7> choices_of<call_list::CallOutcome>{
    "reached", "interested", "call_back", "no_answer", "wrong_number", "asked_not_to_be_called", "consented"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<call_list::Wish>{"no_calls", "may_call"};
}  // namespace accord

#include "call_list/call_list_described.hpp"
