// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "db/list.hpp"
#include "mailing_list/mailing_list.hpp"

namespace accord::mailing_list {

Schema schema();

/// The medium that people refuse or agree to.
constexpr wish::Medium wish_about(Medium medium) {
  return medium == Medium::mail ? wish::Medium::mail : wish::Medium::email;
}

/// One page of lists; their counts hold only the members that the actor may see.
Listed<MailingListRow> list_mailing_lists(const Read&, const ListRequest&);
std::optional<MailingListRow> find_row(const Read&, Id<MailingList>);
/// Only what the actor may see.
std::optional<MailingList> find_visible(const Read&, Id<MailingList>);
std::optional<MailingMemberRow> find_visible(const Read&, Id<MailingMember>);
/// One page of members, each with why they are not to be written to.
Listed<MailingMemberRow> list_members(const Read&, const ListRequest&);
/// Who is on a list, whoever asks.
std::set<std::int64_t> contacts_on(const Read&, Id<MailingList>);

/// How many members stand where, as far as the actor may see them.
struct MemberCounts {
  std::int64_t members = 0, opted_out = 0, without_address = 0, sent = 0, returned = 0, leads = 0;
};
MemberCounts count_states(const Read&, Id<MailingList>);

/// Somebody for whom a list has a piece, unless they opted out or have no address.
struct Recipient {
  Id<MailingMember> member;
  Id<account::Contact> contact;
  std::optional<Id<account::Account>> account;
  bool has_address = false;
};
/// All members of a list who were not erased, whoever asks.
std::vector<Recipient> recipients(const Read&, Id<MailingList>);
/// What stands on the pieces of those who may be written to now.
std::vector<MailingAddress> addresses(const Read&, const MailingList&);

/// A fact that stands, with the commit by which it can be taken back.
struct Standing {
  std::int64_t id = 0, commit = 0;
};
std::optional<Standing> drop_of(const Read&, Id<MailingList>);
std::optional<Standing> return_of(const Read&, Id<MailingMember>);
/// Whether a piece of somebody who is a member still came back.
bool has_returns(const Read&, Id<MailingList>);
std::vector<std::int64_t> commits_of_returns_of_erased(const Read&, Id<MailingList>);
/// The touchpoint that a member's piece is; nothing where none was sent.
std::optional<Id<touchpoint::Touchpoint>> touchpoint_of(const Read&, Id<MailingMember>);

/// Violations of the checks, as sentences.
std::vector<std::string> stray_mailings(const Read&);
std::vector<std::string> pieces_astray(const Read&);
std::vector<std::string> drops_astray(const Read&);
std::vector<std::string> pieces_unwanted(const Read&);

}  // namespace accord::mailing_list
