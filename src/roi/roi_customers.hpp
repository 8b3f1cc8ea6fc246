// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"
#include "roi/roi.hpp"

namespace accord::roi {

/// A lead, and the part of it that one line earned.
struct CreditedLead {
  Id<CreditedLead> id;  ///< of the opportunity
  std::string name;
  funnel::Phase phase = funnel::Phase::lead;
  Day created_on;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::int64_t touchpoints = 0;  ///< in the look-back before it
  double share_percent = 0;
  std::optional<double> agreed_share_percent;  ///< by the rules that bind, where it is asked by others
};

/// An account whose first order ever was booked in the days asked for, and the part of it that one line
/// earned: the same as of that order.
struct NewAccount {
  Id<NewAccount> id;
  std::string name;
  std::int64_t order = 0;  ///< the first: a row of `/orders`
  std::string order_name;
  Day first_order_on;
  std::int64_t days = 0;        ///< from that day to the last one asked for, both included
  std::optional<Money> margin;  ///< of all its orders in these days
  std::int64_t touchpoints = 0;
  double share_percent = 0;
  std::optional<double> agreed_share_percent;  ///< by the rules that bind, where it is asked by others
};

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr auto described<roi::CreditedLead> = record(
    "credited_lead", "A lead, and the part of it that one line earned.",
    field(&roi::CreditedLead::id, "id", "The opportunity's number."),
    field(&roi::CreditedLead::name, "name", "What it is called.", searched),
    field(&roi::CreditedLead::phase, "phase", "A lead still, or an opportunity already."),
    field(&roi::CreditedLead::created_on, "created_on",
          "When the inquiry came; else when it first came to a stage."),
    field(&roi::CreditedLead::account, "account", "Who would buy."),
    field(&roi::CreditedLead::account_name, "account_name", "The account's name.", searched),
    field(&roi::CreditedLead::touchpoints, "touchpoints",
          "How many touchpoints its account had in the look-back before it.", unit::count),
    field(&roi::CreditedLead::share_percent, "share_percent", "Which part of it was earned.", unit::percent),
    field(&roi::CreditedLead::agreed_share_percent, "agreed_share_percent",
          "Which part was earned by the rules of credit that both sides signed, where other rules are asked "
          "for.",
          unit::percent));
template <>
inline constexpr auto described<roi::NewAccount> = record(
    "new_account", "An account whose first order ever was booked in the days asked for.",
    field(&roi::NewAccount::id, "id", "The account's number."),
    field(&roi::NewAccount::name, "name", "Its name.", searched),
    field(&roi::NewAccount::order, "order", "The row of its first order under Orders."),
    field(&roi::NewAccount::order_name, "order_name", "What its first order is called."),
    field(&roi::NewAccount::first_order_on, "first_order_on", "When it first ordered."),
    field(&roi::NewAccount::days, "days", "How long it has been a customer by the last day asked for.",
          unit::days),
    field(&roi::NewAccount::margin, "margin",
          "The gross margin of its orders in these days; nothing where that of one is not known."),
    field(&roi::NewAccount::touchpoints, "touchpoints", "How many touchpoints led to its first order.",
          unit::count),
    field(&roi::NewAccount::share_percent, "share_percent", "Which part of it was earned.", unit::percent),
    field(&roi::NewAccount::agreed_share_percent, "agreed_share_percent",
          "Which part was earned by the rules of credit that both sides signed, where other rules are asked "
          "for.",
          unit::percent));
}  // namespace accord
