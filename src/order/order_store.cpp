// SPDX-License-Identifier: Apache-2.0
#include "order/order_store.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "db/counts_as.hpp"
#include "db/page_rows.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "order/lines.hpp"
#include "people/people.hpp"

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
  std::string currency, key, system;
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
    field(&order::NamedOrder::currency, "currency", "The currency that it was booked in."),
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
  "currency, key, system"

#define ACCORD_ORDER_LINES(table) \
  "SELECT 2 * l.id AS id, l.at, l.precision, l.kind, l.number, l.account, "                             \
  "COALESCE(a.name, '') AS account_name, l.product, COALESCE(p.name, '') AS product_name, "             \
  "COALESCE(l.territory, a.territory) AS territory, COALESCE(t.name, '') AS territory_name, l.person, " \
  "COALESCE(w.name, '') AS person_name, l.opportunity, COALESCE(o.name, '') AS opportunity_name, "      \
  "l.quantity, "                                                                                        \
  "l.list_price_minor, l.list_price_currency, l.discount_minor, l.discount_currency, l.revenue_minor, " \
  "l.revenue_currency, l.cost_minor, l.cost_currency, p.unit_cost_minor AS product_cost_minor, "        \
  "p.unit_cost_currency AS product_cost_currency, p.list_price_minor AS product_price_minor, "          \
  "p.list_price_currency AS product_price_currency, l.revenue_currency AS currency, l.key, l.system "   \
  "FROM " table " l LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "l.account") " LEFT JOIN product p ON p.id = "   \
  "l.product "                                                                                          \
  "LEFT JOIN territory t ON t.id = COALESCE(l.territory, a.territory) LEFT JOIN person w ON w.id = "    \
  "l.person "                                                                                           \
  "LEFT JOIN opportunity o ON o.id = l.opportunity "

/// Lines of imports that were not undone, also where all of them were cancelled since: what was cancelled is
/// not to be counted by the opportunity that it came of.
#define ACCORD_CAME_IN(alias) alias ".commit_number NOT IN (SELECT retracted_commit FROM retraction)"

/// Even rows are lines of orders, odd ones won opportunities. 86400000 ms are a day.
constexpr std::string_view order_row =
    "CREATE VIEW order_row AS " ACCORD_ORDER_LINES("order_line_standing")
    "UNION ALL SELECT 2 * o.id + 1, o.close_on * CAST(86400000 AS BIGINT), 'day', 'booked', '', o.account, "
    "COALESCE(a.name, ''), o.product, COALESCE(p.name, ''), o.territory, COALESCE(t.name, ''), o.owner, "
    "COALESCE(w.name, ''), o.id, o.name, NULL, NULL, NULL, NULL, NULL, o.value_minor, o.value_currency, "
    "NULL, NULL, p.unit_cost_minor, p.unit_cost_currency, p.list_price_minor, p.list_price_currency, "
    "o.value_currency, o.key, o.system FROM opportunity o LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "o.account") " "
    "LEFT JOIN product p ON p.id = o.product LEFT JOIN territory t ON t.id = o.territory "
    "LEFT JOIN person w ON w.id = o.owner WHERE o.outcome = 'won' AND o.close_on IS NOT NULL "
    "AND o.value_minor IS NOT NULL AND NOT EXISTS (SELECT 1 FROM order_line n WHERE " ACCORD_CAME_IN("n") ")";

const Sql row_by_id{"SELECT " ACCORD_ORDER_COLUMNS
                    " FROM order_row r WHERE r.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
/// One line, found by its own number, whether it stands or not: the view would be gone through for it.
const Sql line_by_id{"SELECT " ACCORD_ORDER_COLUMNS " FROM (" ACCORD_ORDER_LINES(
    "order_line") "WHERE l.id = :line) r WHERE " ACCORD_IN_SCOPE("r.territory")};
const Sql standing_line{"SELECT l.id FROM order_line_standing l WHERE l.id = :line"};
/// When it came in, what has taken it back, and what undid either; the second number is that of the act
/// itself.
const Sql acts_on_line{
    "SELECT e.number, e.act_number, e.act, c.at, COALESCE(n.name, c.person_name), c.what FROM ("
    "SELECT v.commit_number AS number, v.commit_number AS act_number, 'came in' AS act FROM order_line v "
    "WHERE v.id = :line UNION ALL "
    "SELECT x.commit_number, x.commit_number, 'taken back' FROM order_line_superseded x WHERE x.fact = :line "
    "UNION ALL SELECT r.commit_number, r.retracted_commit, 'undone' FROM retraction r WHERE "
    "r.retracted_commit IN (SELECT v.commit_number FROM order_line v WHERE v.id = :line UNION ALL "
    "SELECT x.commit_number FROM order_line_superseded x WHERE x.fact = :line)) e "
    "JOIN commit_log c ON c.number = e.number LEFT JOIN actor_name n ON n.person = c.person "
    "ORDER BY e.number, e.act"};
/// What a commit tells in its place: of its identifier, else of its order.
const Sql told_in_its_place{
    "SELECT n.id FROM order_line n JOIN order_line v ON v.id = :line WHERE n.commit_number = :number AND "
    "n.system = v.system AND n.kind = v.kind AND ((v.key <> '' AND n.key = v.key) OR (v.key = '' AND "
    "v.number <> '' AND n.key = '' AND n.number = v.number)) ORDER BY n.id LIMIT 1"};
/// A line shows these names; what is searched for is one of them.
const Sql accounts_named{"SELECT a.id FROM account a WHERE LOWER(a.name) LIKE :word ESCAPE '!'"};
const Sql products_named{"SELECT p.id FROM product p WHERE LOWER(p.name) LIKE :word ESCAPE '!'"};
const Sql people_named{"SELECT w.id FROM person w WHERE LOWER(w.name) LIKE :word ESCAPE '!'"};
const Sql opportunities_named{"SELECT o.id FROM opportunity o WHERE LOWER(o.name) LIKE :word ESCAPE '!'"};
const Sql any_order{"SELECT l.id FROM order_line l WHERE " ACCORD_CAME_IN("l") " LIMIT 1"};
const Sql newest_moment{
    "SELECT MAX(l.at) FROM order_line_standing l WHERE l.precision = 'moment' AND l.at <= :now"};
const Sql newest_own_day{
    "SELECT MAX(l.at) FROM order_line_standing l WHERE l.precision <> 'moment' AND l.at < :end"};
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

/// In the currency of the order, else in the company's: where the cost is in another, both are converted.
std::optional<Money> margin_of(const exchange_rate::Rates& rates, const NamedOrder& line, Day day,
                               const std::optional<Money>& cost) {
  if (!cost) return std::nullopt;
  if (cost->currency == line.revenue.currency) return line.revenue - *cost;
  const auto revenue_value = rates.converted(line.revenue, day), cost_value = rates.converted(*cost, day);
  return revenue_value && cost_value ? std::optional(*revenue_value - *cost_value) : std::nullopt;
}

OrderRow with_margin(const exchange_rate::Rates& rates, LocalClock& clock, const NamedOrder& n) {
  const Day day = day_on(clock, n.at, n.precision);
  const auto* rate = rates.rate(n.revenue.currency, day);
  const auto cost = cost_of_line(n);
  return OrderRow{.id = n.id,
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
                  .cost = cost,
                  .gross_margin = margin_of(rates, n, day, cost),
                  .currency = n.currency,
                  .value = rates.converted(n.revenue, day),
                  .rate = rate == nullptr ? "" : rate->words(),
                  .rate_day = rate == nullptr ? std::nullopt : std::optional(rate->day),
                  .key = n.key,
                  .system = n.system};
}

/// The same list with the lines of one kind and currency only.
ListRequest of_currency(ListRequest request, const OrderTotal& total) {
  std::erase_if(request.filters,
                [](const auto& filter) { return filter.first == "currency" || filter.first == "kind"; });
  request.filters.emplace_back("currency", total.currency);
  request.filters.emplace_back("kind", std::string(name_of(total.kind)));
  return request;
}

/// Line by line, so that the sum is one of amounts that were each rounded once.
void add_converted(const Read& read, const exchange_rate::Rates& rates, const ListRequest& request,
                   OrderTotal& total) {
  auto clock = company_clock(read);
  for (const auto& one : tally(read, info_of<NamedOrder>(), request, {"id", "at", "precision"}, "revenue")) {
    const auto precision = choice_named<fact::Precision>(std::get<std::string>(one.by[2]));
    const Day day =
        day_on(clock, {std::get<std::int64_t>(one.by[1])}, precision.value_or(fact::Precision::day));
    const auto value = one.sum ? rates.converted(*one.sum, day) : std::nullopt;
    if (!value) {
      ++total.without_rate;
      continue;
    }
    total.value = total.value ? *total.value + *value : *value;
  }
}

/// Whether a line stands, while what was done to it goes by.
class Standing {
 public:
  bool stands() const { return came_in_ != 0 && !is_undone_ && taken_back_.empty(); }
  void take(std::string_view act, std::int64_t number) {
    if (act == "came in") came_in_ = number;
    if (act == "taken back") taken_back_.insert(number);
    if (act != "undone") return;
    if (number == came_in_) is_undone_ = true;
    taken_back_.erase(number);
  }

 private:
  std::int64_t came_in_ = 0;
  bool is_undone_ = false;
  std::set<std::int64_t> taken_back_;  ///< by which commits
};

/// "yes", or why not.
std::string in_words(const Read& read, std::int64_t line, const Standing& now, std::string_view act,
                     std::int64_t number) {
  if (now.stands()) return "yes";
  if (act == "undone") return "no, its import was undone";
  const bool is_told = read.integer(told_in_its_place, {{"line", line}, {"number", number}}).has_value();
  return is_told ? "no, it was told anew" : "no, it was cancelled";
}

std::vector<std::string> about(const Read& read, const Sql& sql, const char* what) {
  std::vector<std::string> found;
  read.each(sql, {}, [&](const Row& row) {
    found.push_back("Order line " + std::to_string(row.integer(0)) + " " + what);
  });
  return found;
}

}  // namespace

Schema schema() {
  return {.subject = "order", .tables = {supersedable(fact_table<OrderLine>())}, .views = {order_row}};
}

Listed<OrderRow> list_by_rows(const Read& read, const ListRequest& request) {
  const auto named = list<NamedOrder>(read, people::by_company_days(read, request));
  Listed<OrderRow> rows{{}, named.next, named.total};
  const auto rates = exchange_rate::rates(read);
  auto clock = company_clock(read);
  for (const auto& line : named.items) rows.items.push_back(with_margin(*rates, clock, line));
  return rows;
}

std::vector<OrderTotal> totals_by_rows(const Read& read, const ListRequest& request) {
  std::vector<OrderTotal> found;
  const auto rates = exchange_rate::rates(read);
  const auto by_days = people::by_company_days(read, request);
  for (const auto& part : tally(read, info_of<NamedOrder>(), by_days, {"kind"}, "revenue")) {
    if (!part.sum) continue;
    const auto currency = part.sum->currency;
    OrderTotal total;
    total.kind = choice_named<OrderKind>(std::get<std::string>(part.by[0])).value_or(OrderKind::booked);
    total.currency = currency.text();
    total.revenue.money = part.sum;
    total.lines = part.count;
    if (rates->is_own(currency))
      total.value = part.sum;
    else
      add_converted(read, *rates, of_currency(by_days, total), total);
    found.push_back(std::move(total));
  }
  return found;
}

ListQuestion question_of(const Read& read, const ListRequest& request) {
  return read_question(read, info_of<NamedOrder>(), request);
}

std::vector<OrderRow> rows_at(const Read& read, const std::vector<std::int64_t>& numbers) {
  std::vector<OrderRow> rows;
  for (const auto number : numbers) {
    auto row = find_row(read, number);
    CHECK(row.has_value());
    rows.push_back(std::move(*row));
  }
  return rows;
}

NamedWith named_with(const Read& read, const std::string& word) {
  const auto found = [&](const Sql& sql) { return numbers_with(read, sql, word); };
  return {found(accounts_named), found(products_named), found(people_named), found(opportunities_named)};
}

std::optional<OrderRow> find_row(const Read& read, std::int64_t id) {
  const auto named = id % 2 == 0 ? read.one<NamedOrder>(line_by_id, {{"line", id / 2}, read.scope()})
                                 : read.one<NamedOrder>(row_by_id, {{"id", id}, read.scope()});
  if (!named) return std::nullopt;
  auto clock = company_clock(read);
  auto row = with_margin(*exchange_rate::rates(read), clock, *named);
  row.stands = id % 2 != 0 || read.integer(standing_line, {{"line", id / 2}}).has_value();
  return row;
}

std::vector<Change> line_history(const Read& read, std::int64_t line) {
  const std::array ids{line};
  auto changes = history_of_facts(read, info_of<OrderLine>(), ids);
  Standing standing;
  std::string before;
  read.each(acts_on_line, {{"line", line}}, [&](const Row& row) {
    const bool stood = standing.stands();
    standing.take(row.text(2), row.integer(1));
    if (row.text(2) == "came in") before = "yes";
    if (row.text(2) == "came in" || stood == standing.stands()) return;
    auto after = in_words(read, line, standing, row.text(2), row.integer(0));
    changes.insert(changes.begin(), {row.integer(0),
                                     {row.integer(3)},
                                     std::string(row.text(4)),
                                     std::string(row.text(5)),
                                     {{"stands", before, after}}});
    before = std::move(after);
  });
  return changes;
}

bool has_orders(const Read& read) { return read.integer(any_order).has_value(); }

std::optional<Day> newest_day(const Read& read, Day until) {
  const auto at = [](std::optional<std::int64_t> ms) {
    return ms ? std::optional(Instant{*ms}) : std::nullopt;
  };
  const auto moment = at(read.integer(newest_moment, {{"now", read.now()}}));
  const auto day = at(read.integer(newest_own_day, {{"end", start_of(until + 1).ms}}));
  return fact::newest_day_of(read, moment, day);
}

std::vector<std::string> strays(const Read& read) {
  return about(read, stray, "refers to an account, product or opportunity that is not there.");
}

std::vector<std::string> of_two_currencies(const Read& read) {
  return about(read, mixed_currencies, "has amounts in two currencies.");
}

}  // namespace accord::order
