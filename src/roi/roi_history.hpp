// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"

/// Everything that happened with one account, on one line of time.
namespace accord::roi {

enum class HistoryKind : std::uint8_t {
  touchpoint,
  activity,
  opportunity_made,
  opportunity_won,
  opportunity_lost,
  order
};

/// A touchpoint of either side, an order, an opportunity made, won or lost, or what somebody logged that is
/// no touchpoint.
struct HistoryItem {
  Id<HistoryItem> id;
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  HistoryKind kind = HistoryKind::touchpoint;
  Side side = Side::none;
  std::string name, detail, person_name;
  std::optional<Money> amount;
  std::optional<Id<CreditedOrder>> order;  ///< that a touchpoint led to
  std::string order_name;
  std::optional<double> share_percent;
  std::optional<Money> credit;
  std::optional<double> agreed_share_percent;  ///< by the rules that bind, where it is asked by others
  std::optional<Money> agreed_credit;
  std::string link;
};

/// Items of one kind and side that lie too near to each other to be drawn apart.
struct HistoryMark {
  HistoryKind kind = HistoryKind::touchpoint;
  Side side = Side::none;
  Instant at;  ///< of the first
  std::int64_t count = 0;
};

/// An order, from the first touchpoint that led to it.
struct HistoryJourney {
  Id<CreditedOrder> id;
  std::string name;
  Instant from, until;
  std::int64_t touchpoints = 0;
  Money revenue;
};

struct AccountHistory {
  Id<account::Account> id;
  std::string name;
  CreditModel model = CreditModel::linear;
  std::int64_t lookback_days = 0, half_life_days = 0;
  std::string sentence;
  std::string why;                   ///< why there is nothing to show; empty where there is
  std::string drawn_sentence;        ///< what the drawing leaves to the list; empty where it shows each item
  std::optional<std::int64_t> year;  ///< the only one that is shown
  std::vector<std::int64_t> years;   ///< in which anything happened
  std::optional<Instant> from, until;
  std::vector<HistoryMark> marks;
  std::vector<HistoryJourney> journeys;
  RulesTold rules;
  std::vector<std::string> notes;  ///< what counts as this account, and since when touchpoints are known
};

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr std::array<std::string_view, 6> choices_of<roi::HistoryKind>{
    "touchpoint", "activity", "opportunity_made", "opportunity_won", "opportunity_lost", "order"};
template <>
inline constexpr auto described<roi::HistoryItem> = record(
    "history_item", "What happened with an account: a touchpoint, an order, an opportunity, an activity.",
    field(&roi::HistoryItem::id, "id", "The item's number in this list."),
    field(&roi::HistoryItem::at, "at", "When it happened."),
    field(&roi::HistoryItem::precision, "precision", "How finely the source knows the moment."),
    field(&roi::HistoryItem::kind, "kind", "What it is."),
    field(&roi::HistoryItem::side, "side", "Whose touchpoint or activity it is."),
    field(&roi::HistoryItem::name, "name", "On which channel, which order, which opportunity.", searched),
    field(&roi::HistoryItem::detail, "detail", "The campaign, the kind of touchpoint, what was noted.",
          searched),
    field(&roi::HistoryItem::person_name, "person_name", "Who of the firm met them.", searched),
    field(&roi::HistoryItem::amount, "amount", "What was ordered, won or lost."),
    field(&roi::HistoryItem::order, "order", "The order that it led to: its row under Orders."),
    field(&roi::HistoryItem::order_name, "order_name", "What that order is called.", searched),
    field(&roi::HistoryItem::share_percent, "share_percent", "Its share of that order.", unit::percent),
    field(&roi::HistoryItem::credit, "credit", "The same in money: the shares sum to the order exactly."),
    field(&roi::HistoryItem::agreed_share_percent, "agreed_share_percent",
          "Its share of the order that it led to by the rules of credit that both sides signed, where other "
          "rules are asked for.",
          unit::percent),
    field(&roi::HistoryItem::agreed_credit, "agreed_credit", "That share in money."),
    field(&roi::HistoryItem::link, "link", "Where it is shown."));
template <>
inline constexpr auto described<roi::HistoryMark> =
    record("history_mark", "Items of one kind and side that are drawn as one.",
           field(&roi::HistoryMark::kind, "kind", "What they are."),
           field(&roi::HistoryMark::side, "side", "Whose they are."),
           field(&roi::HistoryMark::at, "at", "When the first of them happened."),
           field(&roi::HistoryMark::count, "count", "How many they are.", unit::count));
template <>
inline constexpr auto described<roi::HistoryJourney> = record(
    "history_journey", "An order, from the first touchpoint that led to it.",
    field(&roi::HistoryJourney::id, "id", "The row of its first line under Orders."),
    field(&roi::HistoryJourney::name, "name", "Its number, or the opportunity it came from."),
    field(&roi::HistoryJourney::from, "from", "The first touchpoint that led to it."),
    field(&roi::HistoryJourney::until, "until", "When it was booked."),
    field(&roi::HistoryJourney::touchpoints, "touchpoints", "How many touchpoints led to it.", unit::count),
    field(&roi::HistoryJourney::revenue, "revenue", "What the customer pays."));
template <>
inline constexpr auto described<roi::AccountHistory> = record(
    "account_history", "Everything that happened with one account, on one line of time.",
    field(&roi::AccountHistory::id, "id", "The account's number."),
    field(&roi::AccountHistory::name, "name", "The account's name."),
    field(&roi::AccountHistory::model, "model", "How an order's credit is shared among its touchpoints."),
    field(&roi::AccountHistory::lookback_days, "lookback_days",
          "How old a touchpoint may be to have led to an order.", unit::days),
    field(&roi::AccountHistory::half_life_days, "half_life_days",
          "After how long a touchpoint counts half, under time decay.", unit::days),
    field(&roi::AccountHistory::sentence, "sentence", "What happened, in words."),
    field(&roi::AccountHistory::why, "why", "Why there is nothing to show; empty where there is."),
    field(&roi::AccountHistory::drawn_sentence, "drawn_sentence",
          "What the drawing leaves to the list; empty where it shows each item."),
    field(&roi::AccountHistory::year, "year", "The only year that is shown; nothing for all of them."),
    field(&roi::AccountHistory::years, "years", "The years in which anything happened."),
    field(&roi::AccountHistory::from, "from", "When the first of it happened."),
    field(&roi::AccountHistory::until, "until", "When the last of it happened."),
    field(&roi::AccountHistory::marks, "marks", "What is drawn."),
    field(&roi::AccountHistory::journeys, "journeys",
          "Its orders that touchpoints led to, the newest first."),
    field(&roi::AccountHistory::rules, "rules", "By which rules of credit it is told."),
    field(&roi::AccountHistory::notes, "notes",
          "What counts as this account, and whether the look-back reaches further than what is on record."));
}  // namespace accord
