// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "campaign/campaign.hpp"
#include "fact/fact.hpp"
#include "touchpoint/touches.hpp"

namespace accord::touchpoint {

/// A customer met the firm: an advertisement, a mail piece, a scan at a trade show, a visit by a salesperson.
struct Touchpoint {
  Id<Touchpoint> id;
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  std::optional<Id<account::Account>> account;
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<campaign::Campaign>> campaign;
  std::optional<Id<campaign::Channel>> channel;  ///< the campaign's, where it has one
  TouchKind kind = TouchKind::other;
  Side side = Side::none;
  std::optional<Id<people::Person>> person;  ///< of the firm
  std::string key, system;
};

/// A touchpoint as lists show it. What sales logged as a call, a visit, a demo is one too.
struct TouchpointRow {
  Id<TouchpointRow> id;  ///< of this list alone
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  TouchKind kind = TouchKind::other;
  Side side = Side::none;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<account::Contact>> contact;
  std::string contact_name;
  std::optional<Id<campaign::Campaign>> campaign;
  std::string campaign_name;
  std::optional<Id<campaign::Channel>> channel;
  std::string channel_name;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<fact::Activity>> activity;
  std::string key, system;
};

/// What a touch on a channel usually is: a scan at a trade show, a mail piece of direct mail.
TouchKind kind_on(const campaign::Channel&);

/// A page of the touchpoints that the actor may see, see `list`. What is ordered by moment and asks for
/// anything but a territory or a system of record is answered from the columns, so that millions are not
/// joined with names.
Listed<TouchpointRow> list_touchpoints(const Read&, const ListRequest&);

inline constexpr Right see_touchpoints{"see_touchpoints",
                                       "See how the accounts of one's territories were reached.", every_role};

extern const Subject subject;

/// Somebody was scanned at a show.
struct ScanOfDay {
  Id<Touchpoint> touch;
  Id<account::Contact> contact;
};

/// Scans that stand for a campaign on a day of the company's, of people of some accounts (0: of none), that
/// the reader may see.
std::vector<ScanOfDay> scans_of_day(const Read&, Id<campaign::Campaign>, Day,
                                    const std::vector<std::int64_t>& accounts);

}  // namespace accord::touchpoint

namespace accord {
template <>
inline constexpr std::array<std::string_view, 11> choices_of<touchpoint::TouchKind>{
    "advertisement", "promotion", "mail",  "call", "scan", "email",
    "web_visit",     "meeting",   "visit", "demo", "other"};
template <>
inline constexpr auto described<touchpoint::Touchpoint> = record(
    "touchpoint", "A customer met the firm, through either side.",
    field(&touchpoint::Touchpoint::id, "id", "The touchpoint's number."),
    field(&touchpoint::Touchpoint::at, "at", "When it happened.",
          alias("timestamp", "date", "touchpoint date", "event time", "event date", "occurred at",
                "first associated date", "created date", "member first associated date")),
    field(&touchpoint::Touchpoint::precision, "precision", "How finely the source knows the moment.",
          has_default),
    field(&touchpoint::Touchpoint::account, "account", "Which account was reached."),
    field(&touchpoint::Touchpoint::contact, "contact", "Whom of the account."),
    field(&touchpoint::Touchpoint::campaign, "campaign", "Through which campaign."),
    field(&touchpoint::Touchpoint::channel, "channel", "On which channel; the campaign's where it has one."),
    field(&touchpoint::Touchpoint::kind, "kind", "What it was.", has_default,
          alias("touchpoint type", "event type", "interaction type")),
    field(&touchpoint::Touchpoint::side, "side", "Whose touchpoint it is."),
    field(&touchpoint::Touchpoint::person, "person", "Who of the firm met them."),
    field(&touchpoint::Touchpoint::key, "key", "Its identifier in the system of record.", has_default,
          up_to(100), alias("touchpoint id", "event id", "campaign member id")),
    field(&touchpoint::Touchpoint::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)));
template <>
inline constexpr auto described<touchpoint::TouchpointRow> = record(
    "touchpoint_row", "A touchpoint with the names it refers to.",
    field(&touchpoint::TouchpointRow::id, "id", "The row's number in this list."),
    field(&touchpoint::TouchpointRow::at, "at", "When it happened."),
    field(&touchpoint::TouchpointRow::precision, "precision", "How finely the source knows the moment."),
    field(&touchpoint::TouchpointRow::kind, "kind", "What it was."),
    field(&touchpoint::TouchpointRow::side, "side", "Whose touchpoint it is."),
    field(&touchpoint::TouchpointRow::account, "account", "Which account was reached."),
    field(&touchpoint::TouchpointRow::account_name, "account_name", "The account's name.", searched),
    field(&touchpoint::TouchpointRow::contact, "contact", "Whom of the account."),
    field(&touchpoint::TouchpointRow::contact_name, "contact_name", "The contact's name.", searched),
    field(&touchpoint::TouchpointRow::campaign, "campaign", "Through which campaign."),
    field(&touchpoint::TouchpointRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&touchpoint::TouchpointRow::channel, "channel", "On which channel."),
    field(&touchpoint::TouchpointRow::channel_name, "channel_name", "The channel's name.", searched),
    field(&touchpoint::TouchpointRow::person, "person", "Who of the firm met them."),
    field(&touchpoint::TouchpointRow::person_name, "person_name", "Their name.", searched),
    field(&touchpoint::TouchpointRow::territory, "territory", "The territory of the account."),
    field(&touchpoint::TouchpointRow::activity, "activity",
          "The activity that it is, where somebody logged it."),
    field(&touchpoint::TouchpointRow::key, "key", "Its identifier in the system of record."),
    field(&touchpoint::TouchpointRow::system, "system", "The system of record; empty for Accord."));
}  // namespace accord
