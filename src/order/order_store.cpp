// SPDX-License-Identifier: Apache-2.0
#include "order/order_store.hpp"

#include <algorithm>
#include <map>

namespace accord::order {

/// What lists read: a line with its names, and what its product costs, from which its own cost follows.
struct NamedOrder {
  Id<OrderRow> id;
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
  std::optional<Money> cost, product_cost, product_price;
  std::string key, system;
};

}  // namespace accord::order

namespace accord {
template <>
inline constexpr auto described<order::NamedOrder> = record(
    "order_row", "An order line with the names it refers to.",
    field(&order::NamedOrder::id, "id", "The row's number in this list."),
    field(&order::NamedOrder::at, "at", "When it was booked, or invoiced."),
    field(&order::NamedOrder::precision, "precision", "How finely the source knows the moment."),
    field(&order::NamedOrder::kind, "kind", "Whether it was booked or invoiced."),
    field(&order::NamedOrder::number, "number", "The order's number.", searched),
    field(&order::NamedOrder::account, "account", "Who ordered."),
    field(&order::NamedOrder::account_name, "account_name", "The account's name.", searched),
    field(&order::NamedOrder::product, "product", "What was ordered."),
    field(&order::NamedOrder::product_name, "product_name", "The product's name.", searched),
    field(&order::NamedOrder::territory, "territory", "Where."),
    field(&order::NamedOrder::territory_name, "territory_name", "The territory's name."),
    field(&order::NamedOrder::person, "person", "The salesperson."),
    field(&order::NamedOrder::person_name, "person_name", "Their name.", searched),
    field(&order::NamedOrder::opportunity, "opportunity", "The opportunity that it came from."),
    field(&order::NamedOrder::opportunity_name, "opportunity_name", "The opportunity's name.", searched),
    field(&order::NamedOrder::quantity, "quantity", "How many."),
    field(&order::NamedOrder::list_price, "list_price", "What the line costs before the discount."),
    field(&order::NamedOrder::discount, "discount", "What was taken off the list price."),
    field(&order::NamedOrder::revenue, "revenue", "What the customer pays."),
    field(&order::NamedOrder::cost, "cost", "The cost of goods."),
    field(&order::NamedOrder::product_cost, "product_cost", "The cost of one of its product."),
    field(&order::NamedOrder::product_price, "product_price", "The list price of one of its product."),
    field(&order::NamedOrder::key, "key", "Its identifier in the system of record.", searched),
    field(&order::NamedOrder::system, "system", "The system of record; empty for Accord."));
}  // namespace accord

namespace accord::order {
namespace {

#define ACCORD_ORDER_COLUMNS                                                                                \
  "id, at, precision, kind, number, account, account_name, product, product_name, territory, "              \
  "territory_name, person, person_name, opportunity, opportunity_name, quantity, list_price_minor, "        \
  "list_price_currency, discount_minor, discount_currency, revenue_minor, revenue_currency, cost_minor, "   \
  "cost_currency, product_cost_minor, product_cost_currency, product_price_minor, product_price_currency, " \
  "key, system"

/// Even rows are lines of orders, odd ones won opportunities. 86400000 ms are a day.
constexpr std::string_view order_row =
    "CREATE VIEW order_row AS "
    "SELECT 2 * l.id AS id, l.at, l.precision, l.kind, l.number, l.account, "
    "COALESCE(a.name, '') AS account_name, l.product, COALESCE(p.name, '') AS product_name, "
    "COALESCE(l.territory, a.territory) AS territory, COALESCE(t.name, '') AS territory_name, l.person, "
    "COALESCE(w.name, '') AS person_name, l.opportunity, COALESCE(o.name, '') AS opportunity_name, "
    "l.quantity, "
    "l.list_price_minor, l.list_price_currency, l.discount_minor, l.discount_currency, l.revenue_minor, "
    "l.revenue_currency, l.cost_minor, l.cost_currency, p.unit_cost_minor AS product_cost_minor, "
    "p.unit_cost_currency AS product_cost_currency, p.list_price_minor AS product_price_minor, "
    "p.list_price_currency AS product_price_currency, l.key, l.system "
    "FROM order_line_standing l LEFT JOIN account a ON a.id = l.account LEFT JOIN product p ON p.id = "
    "l.product "
    "LEFT JOIN territory t ON t.id = COALESCE(l.territory, a.territory) LEFT JOIN person w ON w.id = "
    "l.person "
    "LEFT JOIN opportunity o ON o.id = l.opportunity "
    "UNION ALL SELECT 2 * o.id + 1, o.close_on * CAST(86400000 AS BIGINT), 'day', 'booked', '', o.account, "
    "COALESCE(a.name, ''), o.product, COALESCE(p.name, ''), o.territory, COALESCE(t.name, ''), o.owner, "
    "COALESCE(w.name, ''), o.id, o.name, NULL, NULL, NULL, NULL, NULL, o.value_minor, o.value_currency, "
    "NULL, NULL, p.unit_cost_minor, p.unit_cost_currency, p.list_price_minor, p.list_price_currency, o.key, "
    "o.system FROM opportunity o LEFT JOIN account a ON a.id = o.account "
    "LEFT JOIN product p ON p.id = o.product LEFT JOIN territory t ON t.id = o.territory "
    "LEFT JOIN person w ON w.id = o.owner WHERE o.outcome = 'won' AND o.close_on IS NOT NULL "
    "AND o.value_minor IS NOT NULL AND NOT EXISTS (SELECT 1 FROM order_line_standing)";

const Sql row_by_id{"SELECT " ACCORD_ORDER_COLUMNS
                    " FROM order_row r WHERE r.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql booked_rows{"SELECT " ACCORD_ORDER_COLUMNS
                      " FROM order_row r WHERE r.kind = 'booked' AND " ACCORD_IN_SCOPE("r.territory")};
const Sql any_order{"SELECT l.id FROM order_line_standing l LIMIT 1"};
const Sql stray{
    "SELECT l.id FROM order_line_standing l WHERE (l.account IS NOT NULL AND l.account NOT IN (SELECT id "
    "FROM "
    "account)) OR (l.product IS NOT NULL AND l.product NOT IN (SELECT id FROM product)) "
    "OR (l.opportunity IS NOT NULL AND l.opportunity NOT IN (SELECT id FROM opportunity)) ORDER BY l.id"};
const Sql mixed_currencies{
    "SELECT l.id FROM order_line_standing l WHERE (l.cost_currency IS NOT NULL AND l.cost_currency <> "
    "l.revenue_currency) OR (l.list_price_currency IS NOT NULL AND l.list_price_currency <> "
    "l.revenue_currency) OR (l.discount_currency IS NOT NULL AND l.discount_currency <> l.revenue_currency) "
    "ORDER BY l.id"};

std::optional<Money> cost_of_line(const NamedOrder& line) {
  return cost_of(line.cost, {line.product_cost, line.product_price}, line.quantity, line.list_price,
                 line.revenue);
}

OrderRow with_margin(const NamedOrder& n) {
  OrderRow row{.id = n.id,
               .at = n.at,
               .precision = n.precision,
               .kind = n.kind,
               .number = n.number,
               .account = n.account,
               .account_name = n.account_name,
               .product = n.product,
               .product_name = n.product_name,
               .territory = n.territory,
               .territory_name = n.territory_name,
               .person = n.person,
               .person_name = n.person_name,
               .opportunity = n.opportunity,
               .opportunity_name = n.opportunity_name,
               .quantity = n.quantity,
               .list_price = n.list_price,
               .discount = n.discount,
               .revenue = n.revenue,
               .cost = cost_of_line(n),
               .gross_margin = {},
               .key = n.key,
               .system = n.system};
  if (row.cost && row.cost->currency == row.revenue.currency) row.gross_margin = row.revenue - *row.cost;
  return row;
}

std::vector<std::string> about(const Read& read, const Sql& sql, const char* what) {
  std::vector<std::string> found;
  read.each(sql, {}, [&](const Row& row) {
    found.push_back("Order line " + std::to_string(row.integer(0)) + " " + what);
  });
  return found;
}

template <class T>
std::int64_t number_of(const std::optional<Id<T>>& id) {
  return id ? id->number : 0;
}

/// An order of which only the day is known came at its end: what met the customer that day may have led to
/// it.
Instant booked_at(const NamedOrder& line) {
  if (line.precision == fact::Precision::moment) return line.at;
  return {start_of(day_of(line.at) + 1).ms - 1};
}

/// Lines with one number, of one system and account, in one currency, are one order; it is booked with its
/// first line.
class Orders {
 public:
  void add(const NamedOrder& line) {
    const auto cost = cost_of_line(line);
    const Key key{line.system, line.number.empty() ? std::to_string(line.id.number) : "n" + line.number,
                  number_of(line.account), std::string(line.revenue.currency.text())};
    const auto [place, is_new] = places_.try_emplace(key, orders_.size());
    if (is_new) {
      orders_.push_back(begun(line, cost));
      largest_.push_back(line.revenue.minor);
      return;
    }
    auto& order = orders_[place->second];
    if (line.revenue.minor > largest_[place->second]) {
      largest_[place->second] = line.revenue.minor;
      order.product = number_of(line.product);
    }
    order.at = std::min(order.at, booked_at(line), [](Instant a, Instant b) { return a.ms < b.ms; });
    order.revenue += line.revenue;
    order.cost = order.cost && cost ? std::optional(*order.cost + *cost) : std::nullopt;
    ++order.lines;
  }

  std::vector<Order> result() {
    std::ranges::sort(orders_, {}, [](const Order& order) {
      return std::tuple(order.account, order.at.ms, order.row % 2, order.row);
    });
    return std::move(orders_);
  }

 private:
  struct Key {
    std::string system, number;
    std::int64_t account;
    std::string currency;
    auto operator<=>(const Key&) const = default;
  };

  static Order begun(const NamedOrder& line, const std::optional<Money>& cost) {
    return {.row = line.id.number,
            .at = booked_at(line),
            .account = number_of(line.account),
            .product = number_of(line.product),
            .territory = number_of(line.territory),
            .number = line.number,
            .name = line.opportunity_name,
            .revenue = line.revenue,
            .cost = cost && cost->currency == line.revenue.currency ? cost : std::nullopt,
            .lines = 1};
  }

  std::map<Key, std::size_t> places_;
  std::vector<Order> orders_;
  std::vector<std::int64_t> largest_;
};

std::vector<Order> read_booked(const Read& read) {
  Orders orders;
  for (const auto& line : read.all<NamedOrder>(booked_rows, {read.scope()})) orders.add(line);
  return orders.result();
}

}  // namespace

Schema schema() {
  return {.subject = "order", .tables = {supersedable(fact_table<OrderLine>())}, .views = {order_row}};
}

Listed<OrderRow> list_orders(const Read& read, const ListRequest& request) {
  const auto named = list<NamedOrder>(read, request);
  Listed<OrderRow> rows{{}, named.next, named.total};
  for (const auto& line : named.items) rows.items.push_back(with_margin(line));
  return rows;
}

std::vector<Tally> tally_orders(const Read& read, const ListRequest& request) {
  return tally(read, info_of<NamedOrder>(), request, {"kind"}, "revenue");
}

std::optional<OrderRow> find_row(const Read& read, std::int64_t id) {
  const auto named = read.one<NamedOrder>(row_by_id, {{"id", id}, read.scope()});
  if (!named) return std::nullopt;
  return with_margin(*named);
}

bool has_orders(const Read& read) { return read.integer(any_order).has_value(); }

std::shared_ptr<const std::vector<Order>> booked(const Read& read) {
  return read.kept<std::vector<Order>>("order booked", [&] { return read_booked(read); });
}

std::vector<std::string> strays(const Read& read) {
  return about(read, stray, "refers to an account, product or opportunity that is not there.");
}

std::vector<std::string> of_two_currencies(const Read& read) {
  return about(read, mixed_currencies, "has amounts in two currencies.");
}

}  // namespace accord::order
