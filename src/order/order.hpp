// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "base/figure.hpp"
#include "base/local_clock.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "fact/fact.hpp"
#include "product/product.hpp"

namespace accord::order {

/// What was ordered is not yet what was invoiced; the two are never added.
enum class OrderKind : std::uint8_t { booked, invoiced };

/// One line of an order, or of an invoice. A negative revenue is a refund.
struct OrderLine {
  Id<OrderLine> id;
  Instant at;
  fact::Precision precision = fact::Precision::day;
  OrderKind kind = OrderKind::booked;
  std::string number;  ///< of the order: its lines share it; empty: a line is an order of its own
  std::optional<Id<account::Account>> account;
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> person;  ///< the salesperson
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::optional<double> quantity;
  std::optional<Money> list_price;  ///< of all of the line, before the discount
  std::optional<Money> discount;
  Money revenue;
  std::optional<Money> cost;  ///< of goods, of all of the line; nothing: worked out from the product
  std::string key, system;
};

/// An order line as lists show it. Where no order has come in, every won opportunity is one.
struct OrderRow {
  Id<OrderRow> id;  ///< of this list alone
  Instant at;
  fact::Precision precision = fact::Precision::day;
  OrderKind kind = OrderKind::booked;
  std::string number;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::string opportunity_name;
  std::optional<double> quantity;
  std::optional<Money> list_price, discount;
  Money revenue;
  std::optional<Money> cost;
  std::optional<Money> gross_margin;  ///< nothing where the cost of goods is not known
  std::string currency;
  std::optional<Money> value;  ///< the revenue in the company's currency; nothing where no rate is known
  std::string rate;            ///< "1 EUR = 1.0956 USD"
  std::optional<Day> rate_day;
  std::string key, system;
  bool stands = true;  ///< what stands no more is found by its number alone
};

/// What was booked or invoiced in one currency, of the lines that a list shows.
struct OrderTotal {
  OrderKind kind = OrderKind::booked;
  std::string currency;
  Figure revenue;
  std::int64_t lines = 0;
  std::optional<Money> value;     ///< of those that have a rate, in the company's currency
  std::int64_t without_rate = 0;  ///< lines
};

inline constexpr Right see_orders{"see_orders", "See the orders of one's territories.", every_role};

/// One order: its lines together. Ids are 0 where there is none.
struct Order {
  std::int64_t row = 0;  ///< the first of its rows of `/orders`
  Instant at;  ///< as the company's clock showed it; of which only the day is known: the end of that
  std::int16_t east_minutes = 0;  ///< how far that clock was ahead of UTC
  bool is_of_a_day = false;       ///< only the day is known
  /// As lists show it.
  Instant moment() const { return {at.ms - LocalClock::east_ms(east_minutes)}; }
  std::int64_t account = 0, product = 0, territory = 0;  ///< the product of its largest line
  std::int64_t person = 0;                               ///< the salesperson: its first line's, else
                                                         ///< whoever owns its opportunity
  std::int64_t opportunity = 0;                          ///< that its first line came from
  std::string number, name;  ///< the name of its opportunity, where it has no number
  Money revenue;  ///< in the company's currency, each line at its day's rate; as booked where one has none
  std::optional<Money> cost;  ///< in the same; nothing where that of one line is not known
  Money told;                 ///< the revenue as it was booked
  std::int64_t lines = 0;
  bool is_refund = false;  ///< all of its lines are below zero, or they take off an order of an earlier day
  /// Its own lines below zero, or refunds, take back all that it brought.
  bool is_taken_back = false;
  static constexpr std::uint32_t nothing = UINT32_MAX;
  std::uint32_t takes_back = nothing;  ///< of a refund: the place of the order that it is of, among all
  /// Of a refund: what the refunds before it left of that order, revenue and gross margin, in the refund's
  /// currency. Shares of a refund are those of what is left after it, less those of this: so an order and its
  /// refunds give each touchpoint exactly its part of what remains.
  std::int64_t left_minor = 0, left_margin_minor = 0;

  /// A refund is none, and what was wholly taken back is none any more.
  bool is_order() const { return !is_refund && !is_taken_back; }
  /// What is left of the revenue once the cost is paid; 0 where that is not known.
  std::int64_t margin_minor() const { return cost ? revenue.minor - cost->minor : 0; }
};

/// What was booked, by account and then by time: everything that the actor may see. Read once for each
/// commit.
std::shared_ptr<const std::vector<Order>> booked(const Read&,
                                                 exchange_rate::RateDay = exchange_rate::RateDay::own_day);

/// What was invoiced of one order on one day, by a line of an invoice. Its order is the one of the same
/// number, system, account and currency; without a number it is of none.
struct Invoiced {
  std::int64_t order = 0;  ///< the row that `booked` has it under
  Day booked_on, day;
  Money revenue;  ///< in the company's currency, at the rate of its day; as invoiced where there is none
  Money told;     ///< as it was invoiced
};
struct AllInvoiced {
  std::vector<Invoiced> of_orders;  ///< by the order, then by the day
  std::int64_t of_none = 0;         ///< lines of which no order is on record
};
/// Everything that the actor may see. Read once for each commit.
std::shared_ptr<const AllInvoiced> invoiced(const Read&,
                                            exchange_rate::RateDay = exchange_rate::RateDay::own_day);

/// What a product costs and sells for, where that is known.
struct Pricing {
  std::optional<Money> unit_cost, list_price;
};
/// The cost of goods of a line: its own, else the product's for its quantity, in the product's currency, else
/// the product's share of the list price. Nothing where none of them is known, or a share is one of a price
/// in another currency.
std::optional<Money> cost_of(const std::optional<Money>& own, const Pricing&, std::optional<double> quantity,
                             const std::optional<Money>& list_price, Money revenue);

extern const Subject subject;

}  // namespace accord::order

namespace accord {
template <>
inline constexpr std::array<std::string_view, 2> choices_of<order::OrderKind>{"booked", "invoiced"};
template <>
inline constexpr auto described<order::OrderLine> = record(
    "order_line", "One line of an order, or of an invoice.",
    field(&order::OrderLine::id, "id", "The line's number."),
    field(&order::OrderLine::at, "at", "When it was booked, or invoiced.",
          alias("timestamp", "order date", "date", "effective date", "booked on", "invoice date",
                "conversion date", "purchase date")),
    field(&order::OrderLine::precision, "precision", "How finely the source knows the moment.", has_default),
    field(&order::OrderLine::kind, "kind", "Whether it was booked or invoiced.", has_default,
          alias("order kind", "document type")),
    field(&order::OrderLine::number, "number", "The order's number; its lines share it.", has_default,
          up_to(100), alias("order number", "order id", "order", "invoice number")),
    field(&order::OrderLine::account, "account", "Who ordered."),
    field(&order::OrderLine::product, "product", "What was ordered."),
    field(&order::OrderLine::territory, "territory", "Where; the account's territory where it is left out."),
    field(&order::OrderLine::person, "person", "The salesperson."),
    field(&order::OrderLine::opportunity, "opportunity", "The opportunity that it came from."),
    field(&order::OrderLine::quantity, "quantity", "How many.", alias("qty", "units")),
    field(&order::OrderLine::list_price, "list_price", "What the line costs before the discount.",
          alias("list amount", "gross amount", "list total")),
    field(&order::OrderLine::discount, "discount", "What was taken off the list price.",
          alias("discount amount", "rebate")),
    field(&order::OrderLine::revenue, "revenue", "What the customer pays; below zero for a refund.",
          alias("value", "amount", "total price", "net amount", "line total", "order amount", "subtotal",
                "conversion value")),
    field(&order::OrderLine::cost, "cost", "The cost of goods; nothing for the product's.",
          alias("cogs", "cost of goods", "unit cost total", "cost of goods sold")),
    field(&order::OrderLine::key, "key", "Its identifier in the system of record.", has_default, up_to(100),
          alias("order line id", "order product id", "order item id", "line id")),
    field(&order::OrderLine::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)));
template <>
inline constexpr auto described<order::OrderRow> = record(
    "order_row", "An order line with the names it refers to, and its gross margin.",
    field(&order::OrderRow::id, "id", "The row's number in this list."),
    field(&order::OrderRow::at, "at", "When it was booked, or invoiced."),
    field(&order::OrderRow::precision, "precision", "How finely the source knows the moment."),
    field(&order::OrderRow::kind, "kind", "Whether it was booked or invoiced."),
    field(&order::OrderRow::number, "number", "The order's number; its lines share it.", searched),
    field(&order::OrderRow::account, "account", "Who ordered."),
    field(&order::OrderRow::account_name, "account_name", "The account's name.", searched),
    field(&order::OrderRow::product, "product", "What was ordered."),
    field(&order::OrderRow::product_name, "product_name", "The product's name.", searched),
    field(&order::OrderRow::territory, "territory", "Where."),
    field(&order::OrderRow::territory_name, "territory_name", "The territory's name."),
    field(&order::OrderRow::person, "person", "The salesperson."),
    field(&order::OrderRow::person_name, "person_name", "Their name.", searched),
    field(&order::OrderRow::opportunity, "opportunity", "The opportunity that it came from."),
    field(&order::OrderRow::opportunity_name, "opportunity_name", "The opportunity's name.", searched),
    field(&order::OrderRow::quantity, "quantity", "How many."),
    field(&order::OrderRow::list_price, "list_price", "What the line costs before the discount."),
    field(&order::OrderRow::discount, "discount", "What was taken off the list price."),
    field(&order::OrderRow::revenue, "revenue", "What the customer pays; below zero for a refund."),
    field(&order::OrderRow::cost, "cost", "The cost of goods."),
    field(&order::OrderRow::gross_margin, "gross_margin",
          "Revenue less the cost of goods; nothing where that is not known."),
    field(&order::OrderRow::currency, "currency", "The currency that it was booked in (ISO 4217)."),
    field(&order::OrderRow::value, "value",
          "The revenue in the company's currency; nothing where no rate of the day or the week before is "
          "known."),
    field(&order::OrderRow::rate, "rate",
          "The exchange rate that this takes; empty in the company's currency."),
    field(&order::OrderRow::rate_day, "rate_day", "The day that the rate was published for."),
    field(&order::OrderRow::key, "key", "Its identifier in the system of record.", searched),
    field(&order::OrderRow::system, "system", "The system of record; empty for Accord."),
    field(&order::OrderRow::stands, "stands",
          "Whether it counts: not once it was cancelled, told anew, or its import undone."));
template <>
inline constexpr auto described<order::OrderTotal> =
    record("order_total", "What was booked or invoiced in one currency, of the lines that the list shows.",
           field(&order::OrderTotal::kind, "kind", "Whether it was booked or invoiced."),
           field(&order::OrderTotal::currency, "currency", "The currency (ISO 4217)."),
           field(&order::OrderTotal::revenue, "revenue", "What the lines come to, refunds taken off."),
           field(&order::OrderTotal::lines, "lines", "Of how many lines.", unit::count),
           field(&order::OrderTotal::value, "value",
                 "The same in the company's currency, each line at the rate of its day."),
           field(&order::OrderTotal::without_rate, "without_rate",
                 "How many lines are not in that, for no exchange rate is known.", unit::count));
}  // namespace accord
