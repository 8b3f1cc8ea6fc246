// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "base/figure.hpp"
#include "campaign/campaign.hpp"
#include "web/subject.hpp"

namespace accord::audience {

/// Whom a person means: these contacts, and those to whom everything else applies that is given.
struct Choice {
  std::vector<Id<account::Contact>> contacts;
  std::optional<Id<campaign::Campaign>> campaign;
  std::optional<Id<account::Account>> account;
  std::optional<Id<territory::Territory>> territory;
  std::string title;
};

/// What became of a choice. Names are told of the first few.
struct Chosen {
  std::int64_t added = 0, already_there = 0, opted_out = 0, without_address = 0, without_room = 0;
  std::vector<std::string> opted_out_names, opted_out_reasons, without_address_names;
};

/// Somebody who was chosen, with what they can be reached by.
struct Candidate {
  Id<account::Contact> contact;
  std::string name, email, phone;
  bool has_account = false;
};

/// A list as those who are chosen meet it.
struct Door {
  std::int64_t member_count = 0;
  std::function<bool(Id<account::Contact>)> is_there, has_opted_out;
  std::function<std::string(Id<account::Contact>)> why_not;
  std::function<bool(const Candidate&)> has_address;
  std::function<void(Id<account::Contact>)> add;
};

inline constexpr Rule nobody_chosen{"nobody_chosen", "This chooses nobody.",
                                    "Give contacts, a campaign, an account, a territory or a position.", 422};

/// How many people a list has at most.
constexpr std::int64_t members_max = 5'000;

/// Puts on a list whom a choice means of those that the actor may see, in the order of contacts. Refuses a
/// choice of nobody, and one of what is not there to see.
Chosen put_on(const Read&, const Choice&, const Door&);

/// The channel that a touchpoint of a campaign's list has to name: none where the campaign names one, which
/// counts then; else the firm's first of that kind, if it has any.
std::optional<Id<campaign::Channel>> channel_to_name(const Read&, Id<campaign::Campaign>,
                                                     campaign::ChannelKind);

/// What a list comes to in one respect, with the way to the rows that it counts.
Figure counted(const Read&, std::string name, std::int64_t number, const std::string& which,
               const std::string& link);

extern const Subject subject;

}  // namespace accord::audience

namespace accord {
template <>
inline constexpr auto described<audience::Choice> = record(
    "people_choice", "Whom a person puts on a list: these contacts, and those to whom all else applies.",
    field(&audience::Choice::contacts, "contacts", "These people.", has_default, up_to(500)),
    field(&audience::Choice::campaign, "campaign", "Whom this campaign has reached."),
    field(&audience::Choice::account, "account", "Who works at this account."),
    field(&audience::Choice::territory, "territory", "Who belongs to this territory or one below it."),
    field(&audience::Choice::title, "title", "Whose position has this word in it.", has_default, up_to(100)));
template <>
inline constexpr auto described<audience::Chosen> = record(
    "people_chosen", "What became of a choice.",
    field(&audience::Chosen::added, "added", "How many were put on the list.", unit::count),
    field(&audience::Chosen::already_there, "already_there", "How many were on it before.", unit::count),
    field(&audience::Chosen::opted_out, "opted_out", "How many do not want to be reached in this way.",
          unit::count),
    field(&audience::Chosen::without_address, "without_address", "Of how many no number or address is known.",
          unit::count),
    field(&audience::Chosen::without_room, "without_room", "How many more than a list holds.", unit::count),
    field(&audience::Chosen::opted_out_names, "opted_out_names",
          "The first of those who do not want to be reached in this way."),
    field(&audience::Chosen::opted_out_reasons, "opted_out_reasons",
          "Of each of these, who asked for it, and when."),
    field(&audience::Chosen::without_address_names, "without_address_names",
          "The first of those without a number or an address."));
}  // namespace accord
