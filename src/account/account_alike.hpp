// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "account/account.hpp"

/// Whether an account or a contact is on record already under other words.
namespace accord::account {

/// A firm's name without what firms add to it: `ACME Works, Inc.` and `acme works gmbh` are both `acme
/// works`. A name of nothing else stays as it is.
std::string plain_firm(std::string_view name);
/// `https://www.acme.example/de` is `acme.example`, and so is `sales@acme.example`; empty where there is
/// none, or where anybody may have an address there.
std::string plain_domain(std::string_view site_or_address);
/// The same without what parts its words: `north wind` and `northwind` are one.
std::string run_together(std::string_view plain_firm);
/// Whether two names that are run together differ by one letter that is missing, added or another, or by two
/// that changed places. Short names tell nothing by that: so many firms differ by one letter there.
bool is_slip(std::string_view, std::string_view);
/// A record that is much like what is being entered.
struct Alike {
  Id<Alike> id;
  std::string name, where, why;
};

struct AccountAsked {
  std::string name, website;
};
struct ContactAsked {
  std::string name, email, phone;
  std::optional<Id<Account>> account;
};
/// Only what the actor may see, the surest first; at most ten.
std::vector<Alike> accounts_like(const Read&, const AccountAsked&);
std::vector<Alike> contacts_like(const Read&, const ContactAsked&);
/// Which other account a firm perhaps is that somebody named in a form, in a mail, at a stand, by a program
/// or by hand: those that were there before, or that another system keeps. Nothing of an account that a
/// system keeps, or that counts as another one already.
std::vector<Alike> perhaps_one_with(const Read&, Id<Account>);

}  // namespace accord::account

namespace accord {
template <>
inline constexpr auto described<account::Alike> =
    record("alike", "A record that is much like what is being entered.",
           field(&account::Alike::id, "id", "Its number."),
           field(&account::Alike::name, "name", "What it is called."),
           field(&account::Alike::where, "where", "Where it belongs."),
           field(&account::Alike::why, "why", "What both have in common."));
}  // namespace accord
