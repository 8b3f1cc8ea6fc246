// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "db/counts_as.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "order/lines.hpp"
#include "order/order_store.hpp"
#include "order/taken_back.hpp"

namespace accord::order {
namespace {

const Sql priced_products{
    "SELECT p.id, p.unit_cost_minor, p.unit_cost_currency, p.list_price_minor, p.list_price_currency FROM "
    "product p"};
const Sql won_opportunities{
    "SELECT o.id, o.close_on, COALESCE(o.account, 0), COALESCE(o.product, 0), COALESCE(o.territory, 0), "
    "o.value_minor, o.value_currency, COALESCE(o.owner, 0) FROM opportunity o WHERE o.outcome = 'won' AND "
    "o.close_on IS NOT NULL "
    "AND o.value_minor IS NOT NULL AND " ACCORD_IN_SCOPE("o.territory") " ORDER BY o.id"};
const Sql won_names{
    "SELECT o.id, o.name FROM opportunity o WHERE o.outcome = 'won' AND o.close_on IS NOT NULL"};
const Sql names_of_lines{
    "SELECT o.id, o.name FROM opportunity o WHERE o.id IN (SELECT l.opportunity FROM order_line l WHERE "
    "l.number = '' AND l.opportunity IS NOT NULL)"};
const Sql owners_of_lines{
    "SELECT o.id, o.owner FROM opportunity o WHERE o.owner IS NOT NULL AND o.id IN (SELECT l.opportunity "
    "FROM order_line l WHERE l.person IS NULL AND l.opportunity IS NOT NULL)"};

std::optional<Money> amount_in(const Row& row, int column) {
  const auto currency = parse_currency(row.text(column + 1));
  if (row.is_null(column) || !currency) return std::nullopt;
  return Money{row.integer(column), *currency};
}

/// What each product costs and sells for.
class Prices {
 public:
  explicit Prices(const Read& read) {
    read.each(priced_products, {}, [&](const Row& row) {
      by_product_[row.integer(0)] = {amount_in(row, 1), amount_in(row, 3)};
    });
  }
  const Pricing& of(std::int64_t product) const {
    static const Pricing unknown;
    const auto found = by_product_.find(product);
    return found == by_product_.end() ? unknown : found->second;
  }

 private:
  boost::unordered_flat_map<std::int64_t, Pricing> by_product_;
};

/// When a line was booked, as the company's clock showed it. An order of which only the day is known came at
/// its end: what met the customer that day may have led to it.
struct Booked {
  Instant at;
  std::int16_t east_minutes = 0;
  bool is_of_a_day = false;
  Day day() const { return day_of(at); }
};
Booked booked(const Line& line, LocalClock& clock) {
  if (line.precision != fact::Precision::moment) return {{start_of(day_of(line.at) + 1).ms - 1}, 0, true};
  const auto east = clock.east_minutes(line.at);
  return {{line.at.ms + LocalClock::east_ms(east)}, east, false};
}

/// What lines come to in one currency: the one they were booked in, or the company's. A cost that is not
/// known, or in another currency, makes that of all of them unknown.
struct Amounts {
  std::optional<Money> revenue, cost;
  void add(const Amounts& more) {
    revenue = revenue && more.revenue ? std::optional(*revenue + *more.revenue) : std::nullopt;
    cost = revenue && cost && more.cost ? std::optional(*cost + *more.cost) : std::nullopt;
  }
};

/// Lines with one number, of one system and account, in one currency, are one order; it is booked with its
/// first line. Each line is converted at the rate of its day; where one has none, the order is as it was
/// booked. What the lines of a later day take off it is a refund of that day: money stands on its days.
class Orders {
 public:
  Orders(const exchange_rate::Rates& rates, exchange_rate::RateDay when, const Prices& prices,
         const CountsAs& accounts, LocalClock clock)
      : rates_(rates), when_(when), prices_(prices), accounts_(accounts), clock_(std::move(clock)) {}

  /// There are at most so many; then none is moved as they grow.
  void reserve(std::size_t lines) { orders_.reserve(lines); }

  /// Of the account that the line's counts as today. A line without a number is an order.
  void add(Line line) {
    line.account = accounts_.of(line.account);
    const auto cost =
        cost_of(line.cost, prices_.of(line.product), line.quantity, line.list_price, line.revenue);
    const auto when = booked(line, clock_);
    const Gathered more{orders_.size(), told_by(line, cost), value_of(line, when.day(), cost),
                        line.revenue.minor, line.revenue.minor};
    if (line.number.empty()) {
      orders_.push_back(begun(line, when));
      return close(more);
    }
    const auto [found, is_new] = places_.try_emplace(key_of(line), none);
    for (auto day = found->second; day != none; day = gathered_[day].other_day) {
      if (day_of(orders_[gathered_[day].place].at) == when.day()) return join(more, begun(line, when), day);
    }
    orders_.push_back(begun(line, when));
    gathered_.push_back(more);
    gathered_.back().other_day = std::exchange(found->second, gathered_.size() - 1);
  }

  /// Once all lines are there: which days of a number are its order, and which are refunds of it.
  void settle() {
    std::vector<std::size_t> days;
    for (auto& [key, newest] : places_) {
      if (gathered_[newest].other_day == none) continue;
      days.clear();
      for (auto day = newest; day != none; day = gathered_[day].other_day) days.push_back(day);
      newest = settle(days);
    }
  }
  /// Of which order each refund is that came under its number.
  const RefundsOfOrders& refunds_of() const { return refunds_of_; }

  /// Of a line of an invoice; nothing where its order is not among these.
  std::optional<Invoiced> invoiced_by(Line line) {
    line.account = accounts_.of(line.account);
    const auto found = line.number.empty() ? places_.end() : places_.find(key_of(line));
    if (found == places_.end()) return std::nullopt;
    const auto& order = orders_[gathered_[found->second].place];
    const auto day = booked(line, clock_).day();
    const auto value = value_of(line, day, {}).revenue;
    return Invoiced{order.row, day_of(order.at), day, value.value_or(line.revenue), line.revenue};
  }

  std::vector<Order> result() {
    for (const auto& gathered : gathered_) close(gathered);
    auto found = std::move(orders_);
    std::erase_if(found, [](const Order& order) { return order.lines == 0; });
    const auto by_account = [](const Order& order) {
      return std::tuple(order.account, order.at.ms, order.row % 2, order.row);
    };
    if (!std::ranges::is_sorted(found, {}, by_account)) std::ranges::sort(found, {}, by_account);
    return found;
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  /// What the lines of one number and one day come to so far.
  struct Gathered {
    std::size_t place;  ///< of the order
    Amounts told, value;
    std::int64_t largest = 0, smallest = 0;  ///< of a line
    std::size_t other_day = none;            ///< of the same number
    bool is_below_zero() const { return told.revenue->minor < 0; }
  };

  void join(const Gathered& more, const Order& begun, std::size_t day) {
    auto& [place, told, value, largest, smallest, other] = gathered_[day];
    smallest = std::min(smallest, more.smallest);
    auto& order = orders_[place];
    if (more.largest > largest) {
      largest = more.largest;
      order.product = begun.product;
    }
    if (begun.at < order.at) {
      order.at = begun.at;
      order.east_minutes = begun.east_minutes;
      order.is_of_a_day = begun.is_of_a_day;
    }
    told.add(more.told);
    value.add(more.value);
    order.lines += begun.lines;
  }

  /// 1. The order is what stands up to the first day that sells anything; where none does, each day is a
  ///    refund by itself.
  /// 2. A later day that takes off more than it adds is a refund of the order; what a day adds is a part of
  ///    it.
  /// Says which one stands for the number.
  std::size_t settle(std::vector<std::size_t>& days) {
    std::ranges::sort(days, {}, [&](std::size_t day) {
      const auto& order = orders_[gathered_[day].place];
      return std::pair(order.at.ms, order.row);
    });
    const auto sells = [&](std::size_t day) { return gathered_[day].largest >= 0; };
    const auto first = std::ranges::find_if(days, sells);
    if (first == days.end()) return days.front();
    const auto put_into_order = [&](std::size_t day) {
      join(gathered_[day], orders_[gathered_[day].place], *first);
      orders_[gathered_[day].place].lines = 0;
    };
    std::for_each(days.begin(), first, put_into_order);
    for (auto day = std::next(first); day != days.end(); ++day) {
      if (gathered_[*day].is_below_zero())
        refunds_of_[orders_[gathered_[*day].place].row] = orders_[gathered_[*first].place].row;
      else
        put_into_order(*day);
    }
    return *first;
  }

  void close(const Gathered& gathered) {
    auto& order = orders_[gathered.place];
    const auto& amounts = gathered.value.revenue ? gathered.value : gathered.told;
    order.revenue = *amounts.revenue;
    order.cost = amounts.cost;
    order.told = *gathered.told.revenue;
    order.is_refund = gathered.largest < 0 || refunds_of_.contains(order.row);
    order.is_taken_back = !order.is_refund && gathered.smallest < 0 && order.told.minor <= 0;
  }

  static std::string key_of(const Line& line) {
    constexpr char end = '\x1f';
    std::string key;
    for (const auto part : {line.system, line.number, line.revenue.currency.text()})
      key.append(part).append(1, end);
    return key + std::to_string(line.account);
  }

  static void put(const Booked& when, Order& order) {
    order.at = when.at;
    order.east_minutes = when.east_minutes;
    order.is_of_a_day = when.is_of_a_day;
  }

  static Order begun(const Line& line, const Booked& when) {
    Order order;
    order.row = line.row;
    put(when, order);
    order.account = line.account;
    order.product = line.product;
    order.territory = line.territory;
    order.number = line.number;
    order.person = line.person;
    order.opportunity = line.opportunity;
    order.lines = 1;
    return order;
  }

  static Amounts told_by(const Line& line, const std::optional<Money>& cost) {
    return {line.revenue, cost && cost->currency == line.revenue.currency ? cost : std::nullopt};
  }

  Amounts value_of(const Line& line, Day booked_on, const std::optional<Money>& cost) const {
    const Day day = exchange_rate::rate_day(booked_on, when_);
    return {rates_.converted(line.revenue, day), cost ? rates_.converted(*cost, day) : std::nullopt};
  }

  const exchange_rate::Rates& rates_;
  exchange_rate::RateDay when_;
  const Prices& prices_;
  const CountsAs& accounts_;
  LocalClock clock_;
  std::vector<Order> orders_;
  boost::unordered_flat_map<std::string, std::size_t> places_;  ///< among those gathered
  std::vector<Gathered> gathered_;                              ///< those with a number, by its days
  RefundsOfOrders refunds_of_;
};

/// Until orders come in, each won opportunity is one.
void each_won_opportunity(const Read& read, const std::function<void(const Line&)>& use) {
  read.each(won_opportunities, {read.scope()}, [&](const Row& row) {
    Line line;
    line.row = 2 * row.integer(0) + 1;
    line.at = start_of(Day{static_cast<std::int32_t>(row.integer(1))});
    line.opportunity = row.integer(0);
    line.account = row.integer(2);
    line.product = row.integer(3);
    line.territory = row.integer(4);
    line.person = row.integer(7);
    const auto value = amount_in(row, 5);
    if (!value) return;
    line.revenue = *value;
    use(line);
  });
}

/// An order without a number is called as its opportunity is.
void name(const Read& read, const Sql& names, std::vector<Order>& orders) {
  const auto is_nameless = [](const Order& order) { return order.number.empty() && order.opportunity != 0; };
  if (std::ranges::none_of(orders, is_nameless)) return;
  boost::unordered_flat_map<std::int64_t, std::string> known;
  read.each(names, {}, [&](const Row& row) { known.emplace(row.integer(0), row.text(1)); });
  for (auto& order : orders) {
    const auto found = is_nameless(order) ? known.find(order.opportunity) : known.end();
    if (found != known.end()) order.name = found->second;
  }
}

/// An order that names no salesperson is its opportunity's owner's.
void give_to_owners(const Read& read, std::vector<Order>& orders) {
  const auto is_nobodys = [](const Order& order) { return order.person == 0 && order.opportunity != 0; };
  if (std::ranges::none_of(orders, is_nobodys)) return;
  boost::unordered_flat_map<std::int64_t, std::int64_t> owners;
  read.each(owners_of_lines, {}, [&](const Row& row) { owners.emplace(row.integer(0), row.integer(1)); });
  for (auto& order : orders) {
    const auto found = is_nobodys(order) ? owners.find(order.opportunity) : owners.end();
    if (found != owners.end()) order.person = found->second;
  }
}

std::vector<Order> read_booked(const Read& read, exchange_rate::RateDay when) {
  const auto rates = exchange_rate::rates(read);
  const Prices prices(read);
  const auto accounts = counts_as(read, "account");
  Orders orders(*rates, when, prices, *accounts, company_clock(read));
  const bool has_lines = has_orders(read);
  orders.reserve(has_lines ? lines_held(read) : 0);
  (has_lines ? each_booked_line : each_won_opportunity)(read, [&](const Line& line) { orders.add(line); });
  orders.settle();
  auto found = orders.result();
  name(read, has_lines ? names_of_lines : won_names, found);
  give_to_owners(read, found);
  match_refunds(found, orders.refunds_of());
  return found;
}

AllInvoiced read_invoiced(const Read& read, exchange_rate::RateDay when) {
  const auto rates = exchange_rate::rates(read);
  const Prices prices(read);
  const auto accounts = counts_as(read, "account");
  Orders orders(*rates, when, prices, *accounts, company_clock(read));
  each_booked_line(read, [&](const Line& line) { orders.add(line); });
  orders.settle();
  AllInvoiced all;
  each_line(read, [&](const Line& line) {
    if (line.kind != OrderKind::invoiced) return;
    if (const auto invoiced = orders.invoiced_by(line))
      all.of_orders.push_back(*invoiced);
    else
      ++all.of_none;
  });
  std::ranges::stable_sort(all.of_orders, {},
                           [](const Invoiced& one) { return std::pair(one.order, one.day); });
  return all;
}

}  // namespace

std::shared_ptr<const AllInvoiced> invoiced(const Read& read, exchange_rate::RateDay when) {
  return read.kept<AllInvoiced>("order invoiced by " + std::string(name_of(when)),
                                [&] { return read_invoiced(read, when); });
}

std::shared_ptr<const std::vector<Order>> booked(const Read& read, exchange_rate::RateDay when) {
  return read.kept<std::vector<Order>>("order booked by " + std::string(name_of(when)),
                                       [&] { return read_booked(read, when); });
}

}  // namespace accord::order
