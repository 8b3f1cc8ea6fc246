// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "app/demo_company_history.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"

namespace accord::app::demo {
namespace {

using spend::Spend, spend::SpendKind;

constexpr std::string_view ledger = "Ledger";
/// Books are complete on the fifth weekday at the latest, a holiday among the first five included.
constexpr int closing_workday = 4, closing_hour = 8;

/// What somebody costs a month, and spends on the road, in dollars.
constexpr double seller_pay = 8'600, seller_travel = 1'150, marketer_pay = 6'900;

/// What sales' time goes into, and marketing's, as their time sheets say.
struct Time {
  const char* channel;
  double share;
};
constexpr Time time_of_sellers[] = {{"Sales visit", 0.38},
                                    {"Sales call", 0.24},
                                    {"Sales meeting", 0.18},
                                    {"Sales e-mail", 0.14},
                                    {"Sales demo", 0.06}};
constexpr Time time_of_marketers[] = {{"Web", 0.2},         {"Advertising", 0.14},  {"Newsletter", 0.14},
                                      {"Trade show", 0.18}, {"Webinar", 0.1},       {"Direct mail", 0.08},
                                      {"Promotion", 0.09},  {"Telemarketing", 0.07}};

/// Spend that nobody put down to a campaign; every month has some.
struct Stray {
  SpendKind kind;
  double least, most;
  const char* note;
};
constexpr Stray strays[] = {{SpendKind::media, 900, 4'200, "Banner on a trade portal"},
                            {SpendKind::agency, 1'500, 6'500, "Retainer of the agency"},
                            {SpendKind::print, 300, 1'900, "Reprint of data sheets"},
                            {SpendKind::event, 600, 2'400, "Table at a regional evening"}};

/// The days of a month; nothing lies in it where `from` is after `until`.
struct Span {
  Day from, until;
  int days() const { return std::max(0, until - from + 1); }
};

Span overlap(const Span& a, const Span& b) { return {std::max(a.from, b.from), std::min(a.until, b.until)}; }

Money rounded(double in_dollars) { return {std::llround(in_dollars) * 100, dollars}; }

/// The ledger's books of one month.
class Month {
 public:
  Month(Write& write, Span span, const Market& market, Dice& dice, int& voucher)
      : write_(write), span_(span), market_(market), dice_(dice), voucher_(voucher) {}

  void of_campaigns(Day begin) {
    const auto campaigns = list<campaign::Campaign>(write_, {{{"limit", "1000"}}, 1'000}).items;
    for (const auto& one : campaigns) {
      if (one.budget && one.starts_on && one.channel) of_campaign(one, begin);
    }
  }

  /// Pay, travel and what serves all campaigns together.
  void of_people() {
    for (const auto& patch : market_.staff.patches) {
      auto sellers = patch.sellers;
      std::ranges::sort(sellers);
      const auto twice = std::ranges::unique(sellers);
      sellers.erase(twice.begin(), twice.end());
      for (const auto place : sellers) of_seller(patch, market_.staff.people[place].id);
    }
    const auto marketers = static_cast<double>(market_.staff.marketers.size());
    for (const auto& time : time_of_marketers) {
      add(Side::marketing, SpendKind::pay, marketers * marketer_pay * time.share, "Salaries, by time sheet")
          .channel = channel_called(time.channel);
      keep();
    }
    add(Side::marketing, SpendKind::software, dice_.between(2'100, 2'600), "E-mail and web analysis");
    keep();
    add(Side::sales, SpendKind::software, dice_.between(3'900, 4'300), "Seats of the CRM");
    keep();
  }

  void of_nobody() {
    const auto count = dice_.whole(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
      const auto& stray = dice_.pick(strays);
      auto& entry = add(Side::marketing, stray.kind, dice_.between(stray.least, stray.most), stray.note);
      const Day day = workday_before(span_.from + static_cast<int>(dice_.whole(0, span_.days() - 1)));
      // The workday before a month's first days may lie in the month before, whose books are complete.
      entry.day = day < span_.from ? workdays_after(span_.from - 1, 1) : day;
      keep();
    }
  }

 private:
  /// Hours at the rate that is the same for everybody: what somebody earns, no entry says.
  void of_seller(const Patch& patch, Id<people::Person> person) {
    for (const auto& time : time_of_sellers) {
      add(Side::sales, SpendKind::pay, seller_pay * time.share, "Time with customers, at the standard rate")
          .channel = channel_called(time.channel);
      keep_for(patch, person);
    }
    add(Side::sales, SpendKind::travel, seller_travel * dice_.between(0.6, 1.4), "Visits").channel =
        channel_called("Sales visit");
    keep_for(patch, person);
  }

  void keep_for(const Patch& patch, Id<people::Person> person) {
    entry_.territory = patch.id;
    entry_.person = person;
    keep();
  }

  std::optional<Id<campaign::Channel>> channel_called(std::string_view name) {
    if (channels_.empty()) channels_ = campaign::every_channel(write_);
    const auto found = std::ranges::find(channels_, name, &campaign::Channel::name);
    return found == channels_.end() ? std::nullopt : std::optional(found->id);
  }

  /// Its budget, spread over its days; one without an end costs it in the two years that the company has.
  void of_campaign(const campaign::Campaign& one, Day begin) {
    constexpr int days_of_open_end = 730;
    const Span runs{std::max(begin, *one.starts_on), one.ends_on.value_or(*one.starts_on + days_of_open_end)};
    const Span part = overlap(runs, span_);
    if (part.days() == 0) return;
    const auto channel = write_.find(*one.channel);
    CHECK(channel.has_value());
    const double share = static_cast<double>(part.days()) / runs.days();
    const double amount = static_cast<double>(one.budget->minor) / 100 * share * dice_.between(0.88, 1.13);
    const bool is_show = channel->kind == campaign::ChannelKind::trade_show;
    const bool is_of_sales = one.side == Side::sales;
    const auto kind = is_of_sales ? SpendKind::travel : spend::kind_on(*channel);
    add_for(one, part, kind, amount * (is_show ? 0.8 : 0.9), is_show ? "Booth and staff" : "");
    if (is_of_sales)
      add_for(one, part, SpendKind::samples, amount * 0.1, "Samples");
    else
      add_for(one, part, is_show ? SpendKind::print : SpendKind::agency, amount * (is_show ? 0.2 : 0.1),
              is_show ? "Brochures and invitations" : "Design and texts");
  }

  void add_for(const campaign::Campaign& one, const Span& part, SpendKind kind, double amount,
               const char* note) {
    auto& entry = add(one.side, kind, amount, note);
    entry.day = part.from + static_cast<int>(dice_.whole(0, part.days() - 1));
    entry.campaign = one.id;
    entry.channel = one.channel;
    if (one.territories.size() == 1) entry.territory = one.territories.front();
    if (one.products.size() == 1) entry.product = one.products.front();
    keep();
  }

  Spend& add(Side side, SpendKind kind, double amount, const char* note) {
    entry_ = {};
    entry_.day = workday_before(span_.until);
    entry_.side = side;
    entry_.kind = kind;
    entry_.amount = rounded(amount);
    entry_.note = note;
    entry_.key = "V-" + std::to_string(voucher_++);
    entry_.system = ledger;
    return entry_;
  }

  void keep() {
    if (entry_.amount.minor != 0) write_.append(entry_);
  }

  Write& write_;
  Span span_;
  const Market& market_;
  Dice& dice_;
  int& voucher_;
  std::vector<campaign::Channel> channels_;
  Spend entry_;
};

/// Closes one month after the other; lives as long as the timeline that calls it.
struct Books {
  Database& database;
  const Market& market;
  Dice dice;
  Day begin;
  int voucher = 70'001;

  void close(Span span) {
    Actor exporter;
    exporter.name = ledger;
    database.write(exporter, "Take over the export of " + std::string(ledger) + ".", [&](Write& write) {
      Month month(write, span, market, dice, voucher);
      month.of_campaigns(begin);
      month.of_people();
      month.of_nobody();
    });
  }
};

/// What one enters oneself: the day counts back from today.
struct Entry {
  const char* by;
  int days_ago;
  const char *kind, *campaign;
  std::int64_t amount;  ///< in whole units
  const char* note;
  const char* currency = "USD";
};
constexpr Entry entries[] = {
    {"ines", 31, "event", "Gulf Coast Process Expo", 3'850, "Carpet and power, paid at the booth"},
    {"ines", 13, "event", "Gulf Coast Process Expo", -2'400, "Credit note: two panels arrived broken"},
    {"ines", 27, "print", "Gulf Coast Process Expo", 1'640, "Panels from a printer in Bologna", "EUR"},
    {"sam", 9, "media", "", 5'200, "Sponsored article; whose it is gets settled with sales"},
    {"maria", 20, "agency", "", 4'600,
     "Market research on food plants, bought by sales: marketing was busy with the expo"},
    {"maria", 6, "event", "", 1'900, "Dinner for the largest customers of the South"}};

void enter(Acts& acts, Database& database, const Entry& entry, Day day) {
  json::object body{{"day", to_string(day)},
                    {"kind", entry.kind},
                    {"amount", json::object{{"minor", entry.amount * 100}, {"currency", entry.currency}}},
                    {"note", entry.note}};
  const auto found =
      database.read(Actor{}, [&](const Read& read) { return campaign::find_by_name(read, entry.campaign); });
  if (found) body["campaign"] = found->id.number;
  acts.act(entry.by, "POST /spend", body);
}

/// What finance enters of an evening once a week, the newest last.
constexpr const char *euro_in_dollars[] = {"1.0812", "1.0846", "1.0829", "1.0871", "1.0904", "1.0887"},
                     *franc_in_dollars[] = {"1.1163", "1.1180", "1.1174", "1.1201", "1.1219",
                                            "1.1194", "1.1207", "1.1232", "1.1228", "1.1245"};

void plan_rates(Timeline& timeline, Acts& acts, Day today, const char* base,
                std::span<const char* const> in_dollars) {
  int weeks_ago = static_cast<int>(in_dollars.size());
  for (const auto* rate : in_dollars) {
    const Day day = monday_of(today - 7 * weeks_ago--) + 4;
    const json::object body{{"day", to_string(day)}, {"base", base}, {"quote", "USD"}, {"rate", rate}};
    timeline.at(instant_of({day, 17 * 60}, time_zone),
                [&acts, body] { acts.act("fiona", "POST /exchange-rates", body); });
  }
}

std::int64_t spent_by(const Read& read, Side side, const Span& month) {
  std::int64_t sum = 0;
  const auto all = spend::spent(read);
  for (const auto& one : *all) {
    const bool is_in = one.side == side && one.day >= month.from && one.day <= month.until;
    if (is_in && one.amount.currency == dollars) sum += one.amount.minor;
  }
  return sum;
}

std::int64_t booked_in(const Read& read, const Span& month) {
  std::int64_t sum = 0;
  const auto all = order::booked(read);
  for (const auto& one : *all) {
    const Day day = day_of(one.at);
    if (day >= month.from && day <= month.until) sum += one.revenue.minor;
  }
  return sum;
}

/// What was invoiced, and what the goods cost that were.
std::array<std::int64_t, 2> invoiced_in(const Read& read, const Span& month) {
  constexpr int lines_max = 10'000;
  std::array<std::int64_t, 2> sums{};
  const auto rates = exchange_rate::rates(read);
  const ListRequest request{{{"kind", "invoiced"}, {"limit", std::to_string(lines_max)}}, lines_max};
  const auto lines = list<order::OrderLine>(read, request).items;
  for (const auto& line : lines) {
    const Day day = day_of(line.at);
    if (day < month.from || day > month.until) continue;
    const auto product = read.find(*line.product);
    const auto cost = order::cost_of(line.cost, {product->unit_cost, product->list_price}, line.quantity,
                                     line.list_price, line.revenue);
    sums[0] += rates->converted(line.revenue, day).value_or(Money{}).minor;
    sums[1] += cost.value_or(Money{}).minor;
  }
  return sums;
}

/// What finance's books say: what was told here, and in the last month an invoice that nobody told.
void state_totals(Acts& acts, Database& database, const Span& month, bool is_last) {
  constexpr std::int64_t untold_minor = 3'180'00;
  const auto state = [&](const char* measure, std::int64_t minor, const char* note) {
    acts.act("fiona", "POST /ledger-totals",
             {{"month", to_string(month.from)},
              {"measure", measure},
              {"amount", {{"minor", minor}, {"currency", "USD"}}},
              {"note", note}});
  };
  const auto read = [&](auto use) { return database.read(Actor{}, use); };
  const auto sales = read([&](const Read& one) { return spent_by(one, Side::sales, month); });
  const auto marketing = read([&](const Read& one) { return spent_by(one, Side::marketing, month); });
  const auto booked = read([&](const Read& one) { return booked_in(one, month); });
  state("spend_of_sales", sales, "Accounts 6500 to 6590");
  state("spend_of_marketing", marketing + (is_last ? untold_minor : 0), "Accounts 6600 to 6690");
  const auto [revenue, cost] = read([&](const Read& one) { return invoiced_in(one, month); });
  state("revenue_booked", booked, "Order book");
  state("revenue_invoiced", revenue, "Accounts 4000 to 4090");
  state("cost_of_goods", cost, "Accounts 5000 to 5090");
}

/// Finance states the last months and closes them; an invoice then comes late.
void plan_closings(Timeline& timeline, Acts& acts, Database& database, Day today) {
  constexpr int months_stated = 4;
  const Day late_on = workday_before(today - 1);
  std::vector<Span> months;
  for (int back = months_stated; back >= 1; --back) {
    const Day month = add_months(first_of_month(today), -back), next = add_months(month, 1);
    if (workdays_after(next - 1, closing_workday + 2) <= late_on) months.push_back({month, next - 1});
  }
  for (const auto& month : months) {
    const bool is_last = month.from == months.back().from;
    timeline.at(instant_of({workdays_after(month.until, closing_workday + 1), 10 * 60}, time_zone),
                [&acts, &database, month, is_last] { state_totals(acts, database, month, is_last); });
    timeline.at(instant_of({workdays_after(month.until, closing_workday + 2), 9 * 60}, time_zone),
                [&acts, month] {
                  acts.act("fiona", "POST /general-ledger/" + to_string(month.from).substr(0, 7) + "/closing",
                           {{"note", "Complete as far as anybody told us"}});
                });
  }
  timeline.at(instant_of({late_on, 15 * 60}, time_zone), [&acts, day = months.back().until] {
    acts.act("sam", "POST /spend",
             {{"day", to_string(day)},
              {"kind", "print"},
              {"amount", {{"minor", 1'460'00}, {"currency", "USD"}}},
              {"note", "Printer’s invoice that lay about"},
              {"is_late", true}});
  });
}

}  // namespace

void plan_spend(Timeline& timeline, Acts& acts, Database& database, const Market& market, Day today,
                Dice dice) {
  const Day begin = day_in(market.calendar.begin, time_zone);
  const auto books = std::make_shared<Books>(Books{database, market, dice, begin});
  for (Day month = first_of_month(begin); month < today; month = add_months(month, 1)) {
    const Day next = add_months(month, 1);
    const Day closes = workdays_after(next - 1, closing_workday);
    if (closes >= today) break;
    timeline.at(instant_of({closes, closing_hour * 60}, time_zone),
                [books, span = Span{std::max(month, begin), next - 1}] { books->close(span); });
  }
  plan_rates(timeline, acts, today, "EUR", euro_in_dollars);
  plan_rates(timeline, acts, today, "CHF", franc_in_dollars);
  plan_closings(timeline, acts, database, today);
  for (const auto& entry : entries) {
    const Day day = workday_before(today - entry.days_ago);
    timeline.at(instant_of({day, 16 * 60}, time_zone),
                [&acts, &database, entry, day] { enter(acts, database, entry, day); });
  }
}

}  // namespace accord::app::demo
