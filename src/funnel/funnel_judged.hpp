// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "funnel/funnel_expected.hpp"
#include "funnel/funnel_judgement.hpp"
#include "web/route.hpp"

/// Opportunities as they were judged at the end of a day, each with what it puts into a stake: what a gap, or
/// a step of the handoff, is made of.
namespace accord::funnel {

/// Names, owner and value are those its record holds now; stage, territory, times and activities are those of
/// the day.
struct JudgedRow {
  Id<Opportunity> id;
  std::string name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<Side> side;  ///< the owner's
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name, territory_now, stage;
  Outcome outcome = Outcome::open;
  Day since;
  fact::Precision since_precision = fact::Precision::at_least_since;
  double business_days = 0;
  std::optional<Day> last_worked_on;
  double idle_business_days = 0;
  std::optional<Money> value;
  std::optional<ValueBasis> value_basis;
  std::optional<Money> worth;  ///< the value in the company's currency
  Figure stake;
};

/// In the order of their ids, and what their stakes are worked out from.
struct JudgedRows {
  std::vector<JudgedRow> rows;
  std::vector<Margin> margins;  ///< of the rows, in their order
  std::vector<Day> rate_days;   ///< likewise: at whose exchange rates their values count
  std::optional<WinRate> rate;
  bool has_margin = false;
};

/// Collects opportunities that are judged by one stage, in the order of their ids.
class JudgedCollection {
 public:
  explicit JudgedCollection(const Judgement& judgement) : judgement_(judgement) {}
  void add(const FunnelStage&, const Judgement::Basis&, const OpportunityAsOf&);
  /// With their names, and the stake shared out as its sum counts it.
  JudgedRows take(const Read&, const WinRates&);

 private:
  void share_out(const Read&, const WinRates&);

  const Judgement& judgement_;
  std::string stage_;
  std::optional<StakeSum> sum_;
  JudgedRows found_;
};

/// Where one of them shows the working of its stake.
using PageOfRow = std::function<std::string(Id<Opportunity>)>;

/// A page of them, those with the largest stake first where no other order is asked for. `names` are the
/// parameters of the address that say which rows these are.
Listed<JudgedRow> list_judged(const Read&, const web::Input&, const JudgedRows&, const PageOfRow&,
                              std::initializer_list<std::string_view> names);
/// One of them with the working of its stake; answers 404 where it is not among them.
JudgedRow one_judged(const Read&, const web::Input&, const JudgedRows&, const PageOfRow&);

/// Fills in what their records are called now.
void add_names(const Read&, std::vector<JudgedRow>&);

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::JudgedRow> = record(
    "judged_opportunity", "An opportunity as it was judged at the end of a day.",
    field(&funnel::JudgedRow::id, "id", "The opportunity's number."),
    field(&funnel::JudgedRow::name, "name", "What it is called.", searched),
    field(&funnel::JudgedRow::account, "account", "Who would buy."),
    field(&funnel::JudgedRow::account_name, "account_name", "The account's name.", searched),
    field(&funnel::JudgedRow::product, "product", "What they would buy."),
    field(&funnel::JudgedRow::product_name, "product_name", "The product's name.", searched),
    field(&funnel::JudgedRow::owner, "owner", "Who works on it."),
    field(&funnel::JudgedRow::owner_name, "owner_name", "The owner's name.", searched),
    field(&funnel::JudgedRow::side, "side", "The owner's side."),
    field(&funnel::JudgedRow::territory, "territory", "Where it belonged, by whose agreement it was judged."),
    field(&funnel::JudgedRow::territory_name, "territory_name", "The territory's name."),
    field(&funnel::JudgedRow::territory_now, "territory_now",
          "Where it belongs now, where it has been moved since; else empty."),
    field(&funnel::JudgedRow::stage, "stage", "The stage it stood in, as both sides call it."),
    field(&funnel::JudgedRow::outcome, "outcome", "Open, won or lost by then."),
    field(&funnel::JudgedRow::since, "since", "Since when it stood there."),
    field(&funnel::JudgedRow::since_precision, "since_precision",
          "How finely that is known; at_least_since where the history is missing."),
    field(&funnel::JudgedRow::business_days, "business_days",
          "How long it had stood there, in business days of its territory.", unit::days),
    field(&funnel::JudgedRow::last_worked_on, "last_worked_on",
          "When the responsible side last did something about it."),
    field(&funnel::JudgedRow::idle_business_days, "idle_business_days",
          "How long the responsible side had done nothing about it there, in business days.", unit::days),
    field(&funnel::JudgedRow::value, "value",
          "What the customer would pay; without a value, its product's list price."),
    field(&funnel::JudgedRow::value_basis, "value_basis",
          "Whether the value was given or is the list price."),
    field(
        &funnel::JudgedRow::worth, "worth",
        "The value in the company's currency, at the exchange rate of the day, or for closed ones of the day "
        "of closing; nothing where no rate is known."),
    field(&funnel::JudgedRow::stake, "stake", "What it puts into the stake; all of them add up to it."));
}  // namespace accord
