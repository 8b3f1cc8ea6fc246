// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/claim.hpp"
#include "web/route.hpp"

/// A bridge as people read it: between two claims, between a claim and the facts, or between what the facts
/// say was passed on and what they say was worked.
namespace accord::claim {

/// A row behind a step, or behind a number.
struct BridgeRow {
  std::int64_t id = 0;  ///< its place in the list
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::string label, key;
  std::optional<Day> on;
  std::string territory_name;
  std::optional<Money> amount;        ///< in the company's currency; nothing where no rate is known
  std::optional<Money> told;          ///< the same as it was told, in another currency
  std::optional<Money> other_amount;  ///< where both count it, for different ones
  std::optional<Money> other_told;
  std::optional<Money> value;  ///< of one that was never contacted
  std::optional<Money> worth;  ///< that in the company's currency
  Figure stake;
};
/// Which rows of a bridge are asked for: those of a step, or all that stand behind a number.
struct RowsAsked {
  std::optional<Cause> cause;
  bool is_second = false;  ///< without a cause: the list where the bridge ends
};

/// The two ends and the period that a bridge is asked for.
struct BridgeQuestion {
  std::optional<Claim> first, second;  ///< nothing: the facts
  Metric first_metric = Metric::leads_passed_on, second_metric = Metric::leads_worked;
  Day from, until, as_of;
  std::optional<Id<territory::Territory>> territory;
};

/// What the facts are asked for beside a claim: of what was passed on, how much was worked.
constexpr Metric beside(Metric metric) {
  return metric == Metric::leads_passed_on ? Metric::leads_worked : metric;
}
/// Whether a claim counts more than the reader may see, so that its bridge would count a part of it only.
bool is_beyond(const Read&, const Claim&);
/// Those that the reader can compare; one that the same side has stated anew for the same thing does not
/// count any more.
std::vector<Claim> newest_claims(const Read&, Day as_of);
/// Every pair of claims of both sides about the same period and territory.
std::vector<BridgeQuestion> disputed(const Read&, Day as_of);
BridgeView view_of(const Read&, const BridgeQuestion&);
std::vector<BridgeRow> rows_of(const Read&, const BridgeQuestion&, const RowsAsked&);
/// The opportunities behind what is at risk: those passed on that nobody has contacted.
std::vector<std::int64_t> never_contacted(const Read&, const BridgeQuestion&);
std::string address_of(const BridgeQuestion&);
/// Where the rows of a step are listed.
std::string rows_address(const BridgeQuestion&, Cause);

}  // namespace accord::claim

namespace accord {
template <>
inline constexpr auto described<claim::BridgeRow> = record(
    "bridge_row", "A row behind a step of a bridge, or behind one of its numbers.",
    field(&claim::BridgeRow::id, "id", "Its place in the list."),
    field(&claim::BridgeRow::opportunity, "opportunity", "The lead or opportunity it means."),
    field(&claim::BridgeRow::label, "label", "What it is called.", searched),
    field(&claim::BridgeRow::key, "key", "Its identifier, as the side's list has it.", searched),
    field(&claim::BridgeRow::on, "on_day", "Its day."),
    field(&claim::BridgeRow::territory_name, "territory_name", "Where it belongs."),
    field(&claim::BridgeRow::amount, "amount",
          "What it is worth in the company's currency, where the numbers are money; nothing without an "
          "exchange rate."),
    field(&claim::BridgeRow::told, "told", "The same as it was told, where that is in another currency."),
    field(&claim::BridgeRow::other_amount, "other_amount",
          "What the other side counts it for, where both count it."),
    field(&claim::BridgeRow::other_told, "other_told",
          "The same as the other side tells it, where that is in another currency."),
    field(&claim::BridgeRow::value, "value", "What the customer would pay, where nobody contacted it."),
    field(&claim::BridgeRow::worth, "worth", "The value in the company's currency."),
    field(&claim::BridgeRow::stake, "stake", "What it is expected to bring, where nobody contacted it."));
}  // namespace accord
