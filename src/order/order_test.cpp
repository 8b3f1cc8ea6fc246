// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"
#include "order/order_store.hpp"
#include "tests/facts.hpp"

namespace accord::order {
namespace {

constexpr Currency usd{{'U', 'S', 'D'}}, eur{{'E', 'U', 'R'}};
Money dollars(std::int64_t minor) { return {minor, usd}; }

const Pricing sells_at_100{dollars(4000), dollars(10000)};

TEST(CostOf, IsWhatTheLineStates) {
  EXPECT_EQ(cost_of(dollars(7), sells_at_100, 3, dollars(30000), dollars(27000)), dollars(7));
  EXPECT_EQ(cost_of(dollars(0), sells_at_100, 3, {}, dollars(27000)), dollars(0));
}

TEST(CostOf, IsElseTheQuantityTimesTheUnitCost) {
  EXPECT_EQ(cost_of({}, sells_at_100, 3, dollars(1), dollars(27000)), dollars(12000));
  EXPECT_EQ(cost_of({}, sells_at_100, 2.5, {}, dollars(27000)), dollars(10000));
  EXPECT_EQ(cost_of({}, sells_at_100, -1, {}, dollars(-9000)), dollars(-4000)) << "what came back";
  EXPECT_EQ(cost_of({}, {dollars(4000), {}}, 1, {}, dollars(9000)), dollars(4000)) << "without a list price";
}

TEST(CostOf, IsElseTheProductsShareOfTheListPrice) {
  EXPECT_EQ(cost_of({}, sells_at_100, {}, dollars(30000), dollars(27000)), dollars(12000));
  EXPECT_EQ(cost_of({}, sells_at_100, {}, {}, dollars(27000)), dollars(10800)) << "revenue in its place";
}

TEST(CostOf, IsNotKnownRatherThanGuessed) {
  EXPECT_EQ(cost_of({}, {}, 3, dollars(30000), dollars(27000)), std::nullopt);
  EXPECT_EQ(cost_of({}, {dollars(4000), {}}, {}, {}, dollars(27000)), std::nullopt);
  EXPECT_EQ(cost_of({}, {dollars(4000), dollars(0)}, {}, {}, dollars(27000)), std::nullopt);
  EXPECT_EQ(cost_of({}, {Money{4000, eur}, Money{10000, eur}}, {}, {}, dollars(27000)), std::nullopt);
  EXPECT_EQ(cost_of({}, {dollars(4000), Money{10000, eur}}, {}, {}, dollars(27000)), std::nullopt);
}

TEST(CostOf, IsInTheProductsCurrency) {
  EXPECT_EQ(cost_of({}, {Money{4000, eur}, Money{10000, eur}}, 3, {}, dollars(27000)), (Money{12000, eur}));
}

account::Account called(const char* name) {
  account::Account account;
  account.name = name;
  return account;
}

product::Product sold_at_100() {
  product::Product product;
  product.name = "Meter";
  product.list_price = dollars(10000);
  product.unit_cost = dollars(4000);
  return product;
}

/// Two firms, Acme of the North and Bolt of the South, and a product that sells at 100 and costs 40.
class BookedTest : public testing::Test {
 protected:
  void SetUp() override {
    facts.database().write(Actor{}, "Begin.", [&](Write& write) {
      acme.territory = Id<territory::Territory>{1};
      bolt.territory = Id<territory::Territory>{2};
      write.insert(acme);
      write.insert(bolt);
      write.insert(meter);
    });
  }
  OrderLine line(const char* day, const std::string& number, const account::Account& account, Money revenue) {
    OrderLine line;
    line.at = start_of(*parse_day(day));
    line.number = number;
    line.account = account.id;
    line.revenue = revenue;
    line.system = "ERP";
    return line;
  }
  void add(std::vector<OrderLine> lines) {
    facts.database().write(Actor{}, "Import.", [&](Write& write) {
      for (auto& each : lines) write.append(each);
    });
  }
  void win(const char* name, std::optional<Day> closed, std::optional<Money> value) {
    facts.database().write(Actor{}, "Win.", [&](Write& write) {
      funnel::Opportunity opportunity;
      opportunity.name = name;
      opportunity.stage = "Closed Won";
      opportunity.phase = funnel::Phase::opportunity;
      opportunity.outcome = funnel::Outcome::won;
      opportunity.account = acme.id;
      opportunity.product = meter.id;
      opportunity.territory = Id<territory::Territory>{1};
      opportunity.close_on = closed;
      opportunity.value = value;
      write.insert(opportunity);
    });
  }
  void rate(const char* day, const char* number) {
    facts.database().write(Actor{}, "Enter.", [&](Write& write) {
      exchange_rate::ExchangeRate rate;
      rate.day = *parse_day(day);
      rate.base = "EUR";
      rate.quote = "USD";
      rate.trillionths = *exchange_rate::parse_rate(number);
      write.append(rate);
    });
  }
  std::vector<Order> orders(const Actor& actor = {}) {
    return facts.database().read(actor, [](const Read& read) { return *booked(read); });
  }

  tests::Facts facts;
  account::Account acme = called("Acme"), bolt = called("Bolt");
  product::Product meter = sold_at_100();
};

TEST_F(BookedTest, TheLinesOfOneNumberAreOneOrder) {
  auto large = line("2026-02-03", "A-1", acme, dollars(20000)),
       small = line("2026-02-02", "A-1", acme, dollars(5000));
  large.product = meter.id;
  large.quantity = 2;
  small.cost = dollars(1000);
  add({small, large, line("2026-02-04", "", acme, dollars(100)), line("2026-02-04", "", acme, dollars(100))});
  const auto found = orders();
  ASSERT_EQ(found.size(), 3U) << "lines without a number are orders of their own";
  EXPECT_EQ(found[0].lines, 2);
  EXPECT_EQ(found[0].revenue, dollars(25000));
  EXPECT_EQ(found[0].cost, dollars(9000));
  EXPECT_EQ(found[0].product, meter.id.number) << "that of its largest line";
  EXPECT_EQ(to_string(day_of(found[0].at)), "2026-02-02") << "booked with its first line";
}

TEST_F(BookedTest, ANumberIsOfOneSystemAccountAndCurrency) {
  auto elsewhere = line("2026-02-02", "A-1", acme, dollars(3));
  elsewhere.system = "Shop";
  add({line("2026-02-02", "A-1", acme, dollars(1)), line("2026-02-02", "A-1", bolt, dollars(2)), elsewhere,
       line("2026-02-02", "A-1", acme, Money{4, eur})});
  EXPECT_EQ(orders().size(), 4U);
}

TEST_F(BookedTest, AnOrdersCostIsNotKnownIfThatOfOneLineIsNot) {
  auto known = line("2026-02-02", "A-1", acme, dollars(100)),
       other = line("2026-02-02", "A-2", acme, dollars(100));
  known.cost = dollars(60);
  other.cost = Money{60, eur};
  add({known, line("2026-02-02", "A-1", acme, dollars(100)), other});
  for (const auto& order : orders()) EXPECT_EQ(order.cost, std::nullopt) << order.number;
}

TEST_F(BookedTest, EachLineIsConvertedAtItsOwnDayAndOnce) {
  rate("2026-02-02", "1.5");
  rate("2026-02-05", "2");
  auto costly = line("2026-02-02", "A-1", acme, Money{101, eur});
  costly.cost = Money{33, eur};
  auto by_product = line("2026-02-06", "A-1", acme, Money{20'000, eur});
  by_product.product = meter.id;
  by_product.quantity = 2;
  add({costly, by_product});
  const auto found = orders();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].told, (Money{20'101, eur}));
  EXPECT_EQ(found[0].revenue, dollars(152 + 40'000)) << "151.5 is rounded away from zero, then added";
  EXPECT_EQ(found[0].cost, dollars(50 + 8'000)) << "49.5, and two meters in dollars";
}

TEST_F(BookedTest, AnOrderOfWhichOneLineHasNoRateStaysAsItWasBooked) {
  rate("2026-02-02", "1.5");
  add({line("2026-02-02", "A-1", acme, Money{100, eur}), line("2026-02-20", "A-1", acme, Money{40, eur}),
       line("2026-02-09", "B-1", acme, Money{100, eur})});
  const auto found = orders();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].revenue, (Money{140, eur}));
  EXPECT_EQ(found[1].revenue, dollars(150)) << "a week later";
  rate("2026-02-20", "3");
  EXPECT_EQ(orders()[0].revenue, dollars(150 + 120)) << "once its rate is there";
}

TEST_F(BookedTest, TotalsAreConvertedLineByLineAndSayWhatHasNoRate) {
  rate("2026-02-02", "1.5");
  auto invoice = line("2026-02-02", "A-1", acme, Money{7, eur});
  invoice.kind = OrderKind::invoiced;
  add({line("2026-02-02", "A-1", acme, Money{1, eur}), line("2026-02-02", "A-2", acme, Money{1, eur}),
       line("2026-03-20", "A-3", acme, Money{1, eur}), line("2026-02-02", "A-4", acme, dollars(10)),
       invoice});
  facts.database().read(Actor{}, [&](const Read& read) {
    const auto totals = totals_of(read, {{{"kind", "booked"}}, {}});
    EXPECT_EQ(totals.size(), 2U);
    for (const auto& total : totals) {
      const bool is_euro = total.currency == "EUR";
      EXPECT_EQ(total.value, dollars(is_euro ? 4 : 10)) << "twice 1.5 is 2 and 2";
      EXPECT_EQ(total.without_rate, is_euro ? 1 : 0);
    }
    EXPECT_EQ(totals_of(read, {}).size(), 3U);
    return 0;
  });
}

TEST_F(BookedTest, WhatIsInvoicedIsNotBooked) {
  auto invoice = line("2026-02-02", "A-1", acme, dollars(100));
  invoice.kind = OrderKind::invoiced;
  add({invoice});
  EXPECT_TRUE(orders().empty());
}

TEST_F(BookedTest, WonOpportunitiesAreTheOrdersUntilOrdersComeIn) {
  win("Ten meters", *parse_day("2026-02-10"), dollars(90000));
  win("Undated", {}, dollars(90000));
  win("Unvalued", *parse_day("2026-02-10"), {});
  const auto won = orders();
  ASSERT_EQ(won.size(), 1U);
  EXPECT_EQ(won[0].name, "Ten meters");
  EXPECT_EQ(won[0].cost, dollars(36000)) << "the product's share of its list price";
  EXPECT_EQ(won[0].row % 2, 1);
  add({line("2026-02-02", "A-1", acme, dollars(100))});
  ASSERT_EQ(orders().size(), 1U);
  EXPECT_EQ(orders()[0].number, "A-1");
  facts.database().write(Actor{}, "Undo.", [&](Write& write) { write.retract_facts(write.number() - 1); });
  ASSERT_EQ(orders().size(), 1U);
  EXPECT_EQ(orders()[0].name, "Ten meters");
}

/// Which orders are wholly taken back, by their numbers, and which order each refund is of.
std::string taken_back_in_words(const std::vector<Order>& all) {
  std::string text;
  for (const auto& one : all) {
    if (one.is_taken_back) text += one.number + " none; ";
    if (one.takes_back != Order::nothing) text += one.number + " of " + all[one.takes_back].number + "; ";
  }
  return text;
}

TEST_F(BookedTest, EachRefundTakesBackAnOrderOfItsOwnWhileThereIsOne) {
  add({line("2026-02-02", "A-1", acme, dollars(100)), line("2026-02-03", "A-2", acme, dollars(100)),
       line("2026-02-04", "R-1", acme, dollars(-100)), line("2026-02-05", "R-2", acme, dollars(-100))});
  EXPECT_EQ(taken_back_in_words(orders()), "A-1 none; A-2 none; R-1 of A-2; R-2 of A-1; ");
  add({line("2026-02-06", "R-3", acme, dollars(-1))});
  EXPECT_EQ(taken_back_in_words(orders()), "A-1 none; A-2 none; R-1 of A-2; R-2 of A-1; R-3 of A-2; ")
      << "of what nothing is left any more, it is of the newest";
}

TEST_F(BookedTest, ARefundIsOfAnOrderOfWhichAsMuchIsLeft) {
  add({line("2026-02-02", "A-1", acme, dollars(100)), line("2026-02-03", "A-2", acme, dollars(60)),
       line("2026-02-03", "Sample", acme, dollars(0)), line("2026-02-04", "R-1", acme, dollars(-40)),
       line("2026-02-05", "R-2", acme, dollars(-40)), line("2026-02-06", "R-3", acme, dollars(-70))});
  EXPECT_EQ(taken_back_in_words(orders()), "A-2 none; R-1 of A-2; R-2 of A-1; R-3 of A-2; ")
      << "of the last nothing has as much left";
}

TEST_F(BookedTest, ARefundTakesBackTheOrderThatItEqualsBeforeANewerAndLargerOne) {
  add({line("2026-02-02", "A-1", acme, dollars(400)), line("2026-02-03", "A-2", acme, dollars(500)),
       line("2026-02-04", "R-1", acme, dollars(-400))});
  EXPECT_EQ(taken_back_in_words(orders()), "A-1 none; R-1 of A-1; ");
  add({line("2026-02-05", "R-2", acme, dollars(-200)), line("2026-02-06", "A-3", acme, dollars(300)),
       line("2026-02-06", "A-4", acme, dollars(900)), line("2026-02-07", "R-3", acme, dollars(-300))});
  EXPECT_EQ(taken_back_in_words(orders()), "A-1 none; R-1 of A-1; R-2 of A-2; A-3 none; R-3 of A-3; ")
      << "of A-2 just as much is left, and A-3 is newer";
}

/// What was booked and what was paid back stay on their days, whichever number the refund has; a line below
/// zero of the order's own day is a part of it.
TEST_F(BookedTest, ARefundUnderTheOrdersNumberStandsOnItsOwnDayAndTakesThatOrderBack) {
  add({line("2026-04-20", "A-1", acme, dollars(-400)), line("2026-03-10", "A-1", acme, dollars(1'000)),
       line("2026-03-10", "A-1", acme, dollars(-50)), line("2026-03-15", "A-2", acme, dollars(400)),
       line("2026-04-20", "A-1", acme, dollars(-150)), line("2026-05-02", "R-1", acme, dollars(-400))});
  const auto told = [&] {
    std::string text;
    for (const auto& one : orders())
      text += one.number + " " + to_string(day_of(one.at)) + " " + std::to_string(one.told.minor) +
              (one.is_refund ? " refund; " : "; ");
    return text;
  };
  EXPECT_EQ(told(),
            "A-1 2026-03-10 950; A-2 2026-03-15 400; A-1 2026-04-20 -550 refund; R-1 2026-05-02 -400 "
            "refund; ");
  EXPECT_EQ(taken_back_in_words(orders()), "A-2 none; A-1 of A-1; R-1 of A-2; ")
      << "of A-1 just as much is left, and A-2 is newer";
  add({line("2026-05-03", "A-1", acme, dollars(-400)), line("2026-05-04", "B-1", acme, dollars(-30))});
  EXPECT_EQ(taken_back_in_words(orders()),
            "A-1 none; A-2 none; A-1 of A-1; R-1 of A-2; A-1 of A-1; B-1 of A-2; ");
}

/// A hundred and fifty orders of one account, each with something left, and as many refunds that fit none.
TEST_F(BookedTest, WhoSendsBackMoreThanAnyOrderTakesBackOneAfterTheOther) {
  std::vector<OrderLine> lines;
  for (int i = 0; i < 150; ++i)
    lines.push_back(line("2026-02-02", "A-" + std::to_string(i), acme, dollars(100)));
  for (int i = 0; i < 150; ++i)
    lines.push_back(line("2026-02-03", "R-" + std::to_string(i), acme, dollars(-101)));
  add(lines);
  std::set<std::uint32_t> taken;
  for (const auto& one : orders()) {
    if (one.is_refund) taken.insert(one.takes_back);
  }
  EXPECT_EQ(taken.size(), 150U);
}

TEST_F(BookedTest, HoldsWhatTheActorMaySee) {
  add({line("2026-02-02", "A-1", acme, dollars(1)), line("2026-02-02", "B-1", bolt, dollars(2))});
  Actor south;
  south.territory = 2;
  const auto found = orders(south);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].number, "B-1");
}

}  // namespace
}  // namespace accord::order
