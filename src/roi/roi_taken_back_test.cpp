// SPDX-License-Identifier: Apache-2.0
// An order of which refunds leave nothing is no order: whatever counts orders, new accounts and journeys is
// what it would be had nobody ordered and nobody sent back; money stays on its days.
#include "roi/roi_cohort_sums.hpp"
#include "roi/roi_credit.hpp"
#include "roi/roi_history.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_lines.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_paths.hpp"
#include "roi/roi_report.hpp"
#include "tests/random_facts.hpp"
#include "tests/roi_fixture.hpp"
#include "tests/taken_back.hpp"

namespace accord::roi {
namespace {

using tests::RoiTest;
using tests::usd;

/// Everything that counts, under each model: as text, so that what differs is seen.
using Found = std::map<std::string, std::string>;

template <class T>
std::string told(T number) {
  return std::to_string(number);
}

/// All of a sum but how many facts it is made of, and money before rounding.
std::string told(const Sums& sums) {
  return "revenue " + told(sums.revenue) + ", margin " + told(sums.margin) + ", orders " +
         told(sums.orders()) + " of " + told(sums.orders_credited()) + ", new accounts " +
         told(Sums::in_ones(sums.new_account_parts)) + " of " + told(sums.new_accounts) + ", their margin " +
         told(Sums::in_ones(sums.new_margin_parts)) + ", their days " +
         told(Sums::in_ones(sums.new_day_parts));
}

class RoiTakenBackTest : public RoiTest {
 protected:
  void SetUp() override {
    RoiTest::SetUp();
    make_company();
    acme_ = account("Acme");
    bolt_ = account("Bolt");
    mail_ = channel("Direct mail");
    show_ = channel("Trade show");
    touch(acme_, "2026-02-10T10:00:00Z", mail_);
    touch(acme_, "2026-02-20T10:00:00Z", show_, Side::sales);
    touch(acme_, "2026-03-28T10:00:00Z", mail_);
    touch(bolt_, "2026-03-02T10:00:00Z", show_);
    order(bolt_, "2026-03-05", 7'007, 3'000);
    spend(mail_, "2026-02-01", 10'000);
  }
  /// Lines of one number are one order.
  void line(Id<account::Account> account, const char* number, const char* on, std::int64_t minor) {
    order::OrderLine line;
    line.number = number;
    line.account = account;
    line.at = start_of(day(on));
    line.revenue = {minor, usd};
    line.cost = Money{minor / 4, usd};
    write([&](Write& write) { write.append(line); });
  }

  Found found() {
    Found all;
    reading([&](const Read& read) {
      for (const auto by : {Dimension::channel, Dimension::side, Dimension::product, Dimension::month}) {
        for (std::size_t model = 0; model < choices_of<CreditModel>.size(); ++model)
          put_lines(read, by, static_cast<CreditModel>(model), all);
      }
      put_models(read, all);
      put_journeys(read, all);
      return 0;
    });
    return all;
  }

  /// Money stands in the months of both days, by the touchpoints that led to the order.
  Found found_but_for_days() {
    auto all = found();
    std::erase_if(all, [](const auto& one) {
      return one.first.starts_with("cohort ") || one.first.starts_with("month ");
    });
    return all;
  }

  Id<account::Account> acme_, bolt_;
  Id<campaign::Channel> mail_, show_;

 private:
  static void put_lines(const Read& read, Dimension by, CreditModel model, Found& all) {
    auto question = of_2026(by);
    question.model = model;
    for (const bool whoever : {true, false}) {
      question.existing_customers = whoever ? ExistingCustomers::like_new : ExistingCustomers::unattributed;
      const auto lines = lines_of(read, question);
      const auto name = std::string(accord::name_of(by)) + " " + std::string(accord::name_of(model)) +
                        (whoever ? " " : " new only ");
      for (const auto& [key, sums] : lines->by_key) {
        if (sums.revenue != 0 || sums.order_parts != 0) all[name + told(key)] = told(sums);
      }
      all[name + "booked"] = told(lines->booked);
      all[name + "attributed"] = told(lines->attributed);
      all[name + "unattributed"] = told(lines->unattributed);
    }
  }
  static void put_models(const Read& read, Found& all) {
    ModelsQuestion asked;
    asked.question = of_2026();
    for (const auto of : {Compared::revenue, Compared::new_accounts}) {
      asked.of = of;
      const auto comparison = comparison_of(read, asked);
      const auto name = "models of " + std::string(accord::name_of(of)) + " ";
      all[name + "journeys"] = told(comparison->journeys) + ", " + told(comparison->conversions);
      for (const auto& column : comparison->columns) {
        auto& line = all[name + std::string(accord::name_of(column.model))];
        line = column.why + " " + told(column.orders_unattributed) + " " + told(column.minor_unattributed);
        for (const auto& [key, credit] : column.credits) {
          if (credit.conversions != 0)
            line += "; " + told(key) + ": " + told(credit.conversions) + " " + told(credit.minor.value());
        }
      }
    }
  }
  static void put_journeys(const Read& read, Found& all) {
    AskedJourneys(read, of_2026()).each([&](const AskedJourney& journey) {
      auto& line =
          all["journey of " + told(journey.account()) + " from " + told(journey.touches.row.front())];
      line = (journey.order != nullptr ? "order " + told(journey.order->row)
              : journey.is_open        ? "open"
                                       : "failed") +
             ", touches " + told(journey.touches.size());
    });
    const auto lags = lags_until(read, of_2026().until)->days;
    for (std::size_t i = 0; i < lags.size(); ++i) all["lag " + told(i)] = told(lags[i]);
    CohortQuestion asked;
    asked.question = of_2026();
    const auto sums = cohort_sums(read, asked);
    all["cohorts"] = told(sums->explained);
    for (const auto& [cell, earned] : sums->cells) {
      if (earned.revenue != 0)
        all["cohort " + told(cell.first) + " " + told(cell.second)] = told(earned.revenue);
    }
  }
};

/// A month that was told is told again: what is paid back later, under whichever number, stands on its own
/// day, and is taken from what earned the order.
TEST_F(RoiTakenBackTest, AMonthIsTheSameWhicheverNumberItsRefundsOfLaterMonthsHave) {
  line(acme_, "A-1", "2026-03-10", 100'000);
  const auto month = [&](const char* from, const char* until) {
    auto question = of_2026();
    question.from = day(from);
    question.until = day(until);
    return reading([&](const Read& read) {
      const auto lines = lines_of(read, question);
      std::string text = told(lines->booked.revenue) + ", " + told(lines->attributed.revenue) + " attributed";
      for (const auto& [key, sums] : lines->by_key)
        if (sums.revenue != 0) text += "; " + told(key) + ": " + told(sums.revenue);
      return text;
    });
  };
  const auto march = month("2026-03-01", "2026-03-31");
  line(acme_, "A-1", "2026-04-20", -40'000);
  EXPECT_EQ(month("2026-03-01", "2026-03-31"), march);
  const auto april = month("2026-04-01", "2026-04-30");
  EXPECT_EQ(april, "-40000, -40000 attributed; " + told(mail_.number) + ": -20000; " + told(show_.number) +
                       ": -20000");
  const auto listed = reading([&](const Read& read) {
    auto question = of_2026();
    question.from = day("2026-03-01");
    question.until = day("2026-04-30");
    std::string text;
    for (const auto& one : orders_of(read, question, everything))
      if (one.name == "A-1") text += told(one.revenue.minor) + (one.is_refund ? " refund; " : "; ");
    return text;
  });
  EXPECT_EQ(listed, "-40000 refund; 100000; ");
}

/// A cent for each of three channels in turn: what the refunds of a year leave is shared as if it had been
/// ordered so, and each month has what its own refund moved.
TEST_F(RoiTakenBackTest, EachRefundTakesBackWhatItMovesOfThePartsOfItsOrderToTheCent) {
  const auto cleo = account("Cleo");
  const std::array channels{mail_, show_, channel("E-mail")};
  for (std::size_t i = 0; i < channels.size(); ++i)
    touch(cleo, ("2026-03-0" + std::to_string(i + 1) + "T10:00:00Z").c_str(), channels[i]);
  struct Booked {
    const char* number;
    const char* on;
    std::int64_t minor;
  };
  const std::vector<Booked> all{{"C-1", "2026-03-10", 10'001}, {"C-1", "2026-04-02", -3'334},
                                {"R-1", "2026-05-02", -1},     {"C-1", "2026-06-02", -1'111},
                                {"R-2", "2026-07-02", -1},     {"C-1", "2026-08-02", -5'554}};
  for (const auto& one : all) line(cleo, one.number, one.on, one.minor);
  const auto equal = [](std::int64_t minor, std::size_t place) {
    return minor / 3 + (static_cast<std::int64_t>(place) < minor % 3 ? 1 : 0);
  };
  reading([&](const Read& read) {
    std::int64_t left = 0;
    for (const auto& one : all) {
      SCOPED_TRACE(one.on);
      auto month = of_2026();
      month.from = month.until = day(one.on);
      const auto lines = lines_of(read, month);
      for (std::size_t i = 0; i < channels.size(); ++i) {
        const auto moved = equal(left + one.minor, i) - equal(left, i);
        const auto found = lines->by_key.find(channels[i].number);
        EXPECT_EQ(found == lines->by_key.end() ? 0 : found->second.revenue, moved) << i;
        std::int64_t listed = 0;
        for (const auto& order : orders_of(read, month, channels[i].number)) listed += order.credit.minor;
        EXPECT_EQ(listed, moved) << "as its list says";
      }
      left += one.minor;
    }
    EXPECT_EQ(left, 0);
    auto question = of_2026(Dimension::channel);
    question.from = day("2026-03-10");
    const auto lines = lines_of(read, question);
    for (const auto channel : channels) EXPECT_EQ(lines->by_key.at(channel.number).revenue, 0);
    const auto report = report_of(read, question);
    EXPECT_EQ(report.booked.money->minor, 0);
    auto march = question, rest = question;
    march.until = day("2026-03-31");
    rest.from = day("2026-04-01");
    const auto says = [&](const Question& days, const char* words) {
      const auto notes = report_of(read, days).notes;
      return std::ranges::any_of(
          notes, [&](const std::string& note) { return note.find(words) != std::string::npos; });
    };
    EXPECT_TRUE(says(march, "Of the orders of these days $100.01 was refunded after them."));
    EXPECT_TRUE(says(rest, "Refunds of orders booked before these days take $100.01 off"));
    EXPECT_FALSE(says(question, "refunded after them"));
    return 0;
  });
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(RoiTakenBackTest, RefundedUnderItsNumberItIsAsIfNobodyHadOrderedButForTheDaysOfMoney) {
  const auto without = found_but_for_days();
  line(acme_, "A-1", "2026-03-20", 100'001);
  const auto with = found();
  EXPECT_NE(with, without);
  line(acme_, "A-1", "2026-05-02", -100'000);
  const auto partly = found();
  EXPECT_EQ(partly.at("models of revenue journeys"), with.at("models of revenue journeys"))
      << "a cent is left of it, and so it stays an order";
  line(acme_, "A-1", "2026-06-02", -1);
  EXPECT_EQ(found_but_for_days(), without);
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(RoiTakenBackTest, RefundedUnderANumberOfItsOwnItIsAsIfNobodyHadOrderedButForTheDaysOfMoney) {
  const auto without = found_but_for_days();
  line(acme_, "A-1", "2026-03-20", 100'001);
  line(acme_, "R-1", "2026-05-02", -100'001);
  EXPECT_EQ(found_but_for_days(), without);
  reading([&](const Read& read) {
    auto march = of_2026(), may = of_2026();
    march.from = day("2026-03-01");
    march.until = day("2026-03-31");
    may.from = day("2026-05-01");
    may.until = day("2026-05-31");
    const auto sold = lines_of(read, march), back = lines_of(read, may);
    EXPECT_EQ(sold->booked.revenue, 100'001 + 7'007);
    EXPECT_EQ(sold->booked.orders(), 1) << "Bolt's";
    EXPECT_EQ(sold->booked.new_accounts, 1);
    EXPECT_EQ(sold->booked.taken_back, 1);
    EXPECT_EQ(back->booked.revenue, -100'001);
    EXPECT_EQ(back->booked.orders(), 0);
    for (const auto channel : {mail_, show_}) {
      const auto more = channel.number == show_.number ? 7'007 : 0;
      EXPECT_EQ(sold->by_key.at(channel.number).revenue - more, -back->by_key.at(channel.number).revenue);
      EXPECT_NE(back->by_key.at(channel.number).revenue, 0);
    }
    const auto report = report_of(read, march);
    EXPECT_EQ(report.orders.inputs.at(1).name, "left out: orders wholly taken back since");
    EXPECT_EQ(report.orders.inputs.at(1).number, 1);
    EXPECT_TRUE(std::ranges::any_of(report.notes, [](const std::string& note) {
      return note.starts_with("1 order of these days was wholly taken back by refunds on record today");
    }));
    const auto orders = orders_of(read, march, everything);
    EXPECT_EQ(std::ranges::count(orders, true, &CreditedOrder::is_taken_back), 1);
    return 0;
  });
  EXPECT_EQ(violations(), Lines{});
}

/// What is sold again in the place of what came back has what led to it: the customer was won once.
TEST_F(RoiTakenBackTest, WhatIsSoldInItsPlaceHasTheTouchpointsThatLedThere) {
  line(acme_, "A-1", "2026-03-20", 100'001);
  line(acme_, "A-1", "2026-03-25", -100'001);
  line(acme_, "A-2", "2026-03-30", 90'000);
  reading([&](const Read& read) {
    auto question = of_2026();
    question.existing_customers = ExistingCustomers::unattributed;
    std::int64_t touches = 0;
    AskedJourneys(read, question).each([&](const AskedJourney& journey) {
      if (journey.order != nullptr && journey.order->number == "A-2")
        touches = static_cast<std::int64_t>(journey.touches.size());
    });
    EXPECT_EQ(touches, 3);
    const auto lines = lines_of(read, question);
    EXPECT_EQ(lines->booked.orders(), 2);
    EXPECT_EQ(lines->booked.new_accounts, 2);
    EXPECT_EQ(lines->by_key.at(mail_.number).revenue, 60'000);
    const auto accounts = new_accounts_of(read, question, everything);
    EXPECT_EQ(accounts.at(0).name, "Acme");
    EXPECT_EQ(accounts.at(0).first_order_on, day("2026-03-30"));
    EXPECT_EQ(accounts.at(0).margin->minor, 90'000 - 22'500);
    return 0;
  });
}

TEST_F(RoiTakenBackTest, MoreTakenBackThanOrderedIsStillNoOrderAndTheLossStays) {
  line(acme_, "A-1", "2026-03-20", 100'000);
  line(acme_, "A-1", "2026-03-25", -100'050);
  reading([&](const Read& read) {
    const auto lines = lines_of(read, of_2026());
    EXPECT_EQ(lines->booked.orders(), 1);
    EXPECT_EQ(lines->booked.revenue, 7'007 - 50);
    EXPECT_EQ(lines->attributed.revenue, 7'007 - 50) << "whatever earned it loses that";
    return 0;
  });
  EXPECT_EQ(violations(), Lines{});
}

/// In the currency in which it was sold nothing is left of it, whatever the euro was worth on the two days.
/// Each of two equal orders has its own refund, and each pair is drawn together: intervals are those of a
/// firm that never had them.
TEST_F(RoiTakenBackTest, TwoEqualOrdersWithTwoEqualRefundsChangeNoCountAndNoInterval) {
  for (int i = 0; i < 40; ++i) {
    const auto who = account("Other " + std::to_string(i));
    touch(who, "2026-03-01T10:00:00Z", mail_);
    order(who, "2026-03-05", 1'000 + i, 500);
  }
  const auto before = reading([&](const Read& read) {
    const auto intervals = intervals_of(read, {of_2026()}, mail_.number);
    return std::pair(told(lines_of(read, of_2026())->booked), intervals);
  });
  line(acme_, "A-1", "2026-03-15", 5'000);
  line(acme_, "A-2", "2026-03-16", 5'000);
  line(acme_, "R-1", "2026-03-20", -5'000);
  line(acme_, "R-2", "2026-03-21", -5'000);
  reading([&](const Read& read) {
    EXPECT_EQ(told(lines_of(read, of_2026())->booked), before.first);
    EXPECT_EQ(lines_of(read, of_2026())->booked.taken_back, 2);
    const auto intervals = intervals_of(read, {of_2026()}, mail_.number);
    ASSERT_EQ(intervals.size(), before.second.size());
    for (std::size_t i = 0; i < intervals.size(); ++i) {
      EXPECT_EQ(intervals[i].from, before.second[i].from) << i;
      EXPECT_EQ(intervals[i].to, before.second[i].to) << i;
      EXPECT_EQ(intervals[i].why, before.second[i].why) << i;
    }
    EXPECT_TRUE(intervals[0].from.has_value());
  });
}

TEST_F(RoiTakenBackTest, IsJudgedInTheCurrencyInWhichItWasBooked) {
  rate("2026-03-20", "EUR", "1.10");
  rate("2026-05-02", "EUR", "1.05");
  order(acme_, "2026-03-20", 100'000, {}, "EUR");
  order(acme_, "2026-05-02", -100'000, {}, "EUR");
  reading([&](const Read& read) {
    const auto lines = lines_of(read, of_2026());
    EXPECT_EQ(lines->booked.orders(), 1);
    EXPECT_EQ(lines->booked.revenue, 7'007)
        << "it takes back what the order gave, whatever the rate is by then";
    return 0;
  });
}

/// 999.99 EUR at 1.1 is 1,099.99 USD, and a third of it each time 366.66, 366.67 and 366.66.
TEST_F(RoiTakenBackTest, RefundsOfAnotherCurrencyTakeBackWhatTheOrderGaveInHoweverManyPieces) {
  rate("2026-03-20", "EUR", "1.10");
  rate("2026-04-02", "EUR", "1.20");
  rate("2026-05-02", "EUR", "0.90");
  order(acme_, "2026-03-20", 99'999, {40'000}, "EUR");
  order(acme_, "2026-04-02", -33'333, {-13'334}, "EUR");
  const auto sums = [&] {
    return reading([&](const Read& read) {
      const auto all = order::booked(read);
      std::vector<std::pair<std::int64_t, std::int64_t>> told;
      for (const auto& one : *all) {
        if (one.told.currency.text() == "EUR") told.emplace_back(one.revenue.minor, one.cost->minor);
      }
      return told;
    });
  };
  using Told = std::vector<std::pair<std::int64_t, std::int64_t>>;
  EXPECT_EQ(sums(), (Told{{109'999, 44'000}, {-36'666, -14'667}}));
  order(acme_, "2026-05-02", -66'666, {-26'666}, "EUR");
  const auto all = sums();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].first + all[1].first + all[2].first, 0);
  reading([&](const Read& read) {
    const auto orders = order::booked(read);
    const auto refund = std::ranges::find(*orders, -33'333, [](const auto& one) { return one.told.minor; });
    const auto& sold = (*orders)[refund->takes_back];
    const auto revenue = journey_of(read, of_2026(), refund->row).revenue;
    ASSERT_EQ(revenue.inputs.size(), 4U);
    EXPECT_EQ(revenue.inputs[2].money, sold.told);
    EXPECT_EQ(revenue.inputs[3].money, sold.revenue);
    for (const auto& input : {revenue.inputs[2], revenue.inputs[3]})
      EXPECT_TRUE(input.link.starts_with("/roi/orders/" + std::to_string(sold.row) + "?")) << input.link;
  });
  reading([&](const Read& read) {
    EXPECT_EQ(lines_of(read, of_2026())->booked.revenue, 7'007);
    EXPECT_EQ(lines_of(read, of_2026())->booked.taken_back, 1);
    return 0;
  });
}

/// Orders, new accounts, and what touchpoints explain of both, worked out from the rows by a walk that knows
/// no journeys, no sums and no marks of orders.
class RoiTakenBackOfRowsTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  RoiTakenBackOfRowsTest() : RandomFacts(GetParam(), 150) {}

  struct Walked {
    std::int64_t orders = 0, explained = 0, new_accounts = 0, taken_back = 0;
  };
  static Walked walked(const Read& read, const Question& asked) {
    std::map<std::int64_t, std::vector<std::int64_t>> met;
    touchpoint::touches(read)->each([&](const touchpoint::TouchColumns& touches, std::size_t i) {
      met[touches.account[i]].push_back(touches.clock_ms[i]);
    });
    const auto orders = order::booked(read);
    const auto taken_back = tests::wholly_taken_back(read, *orders);
    std::map<std::int64_t, std::int64_t> last;  // the account's order before
    Walked found;
    for (const auto& order : *orders) {
      if (order.told.minor < 0) continue;
      const bool counts = is_asked(asked, day_of(order.at));
      if (taken_back.contains(order.row)) {
        found.taken_back += counts ? 1 : 0;
        continue;
      }
      const auto [before, is_first] =
          last.try_emplace(order.account, std::numeric_limits<std::int64_t>::min());
      const auto since = order.account == 0 ? std::numeric_limits<std::int64_t>::min() : before->second;
      before->second = order.at.ms;
      if (!counts) continue;
      ++found.orders;
      found.new_accounts += is_first && order.account != 0 ? 1 : 0;
      found.explained += order.account != 0 && std::ranges::any_of(met[order.account], [&](std::int64_t at) {
                           const bool is_young =
                               order.is_of_a_day
                                   ? day_of(order.at) - day_of(Instant{at}) <= asked.lookback_days
                                   : at >= order.at.ms - asked.lookback_days * ms_per_day;
                           return at > since && at <= order.at.ms && is_young;
                         });
    }
    return found;
  }
};

TEST_P(RoiTakenBackOfRowsTest, CountsAreThoseOfAWalkOverTheRows) {
  std::int64_t taken_back = 0;
  for (int step = 0; step < 15; ++step) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    act();
    Question asked;
    asked.by = static_cast<Dimension>(pick(choices_of<Dimension>.size()));
    asked.lookback_days = 1 + pick(40);
    asked.from = day_of(now) - static_cast<int>(pick(390)) - 10;
    asked.until = day_of(now) - static_cast<int>(pick(60));
    database().read(Actor{}, [&](const Read& read) {
      const auto expected = walked(read, asked);
      const auto lines = lines_of(read, asked);
      EXPECT_EQ(lines->booked.orders(), static_cast<double>(expected.orders));
      EXPECT_EQ(lines->booked.taken_back, expected.taken_back);
      EXPECT_EQ(lines->attributed.orders(), static_cast<double>(expected.explained));
      EXPECT_EQ(lines->booked.new_accounts, expected.new_accounts);
      std::int64_t conversions = 0;
      AskedJourneys(read, asked).each([&](const AskedJourney& journey) {
        conversions += journey.order != nullptr && !journey.touches.empty() ? 1 : 0;
      });
      EXPECT_EQ(conversions, expected.explained);
      taken_back += expected.taken_back;
      return 0;
    });
    if (HasFailure()) return;
  }
  EXPECT_GT(taken_back, 20) << "there was something to leave out";
}

/// Of all days together: what an order and its refunds leave is shared as one amount.
TEST_P(RoiTakenBackOfRowsTest, CreditsAreThoseOfWhatIsLeftOfEachOrder) {
  for (int step = 0; step < 90; ++step) act();
  database().read(Actor{}, [&](const Read& read) {
    std::int64_t refunds = 0;
    for (std::size_t model = 0; model < choices_of<CreditModel>.size(); ++model) {
      Question asked;
      asked.model = static_cast<CreditModel>(model);
      asked.from = day_of(now) - 2'000;
      asked.until = day_of(now);
      const Keys keys(read, asked.by);
      const auto all = ledger(read);
      std::map<const order::Order*, std::pair<std::int64_t, std::int64_t>> left;
      all->each(asked, [&](const Journey& journey) {
        auto& [revenue, margin] = left[journey.takes_back != nullptr ? journey.takes_back : journey.order];
        revenue += journey.order->revenue.minor;
        margin += margin_of(*journey.order);
        refunds += journey.takes_back != nullptr ? 1 : 0;
      });
      std::map<Key, std::pair<std::int64_t, std::int64_t>> expected;
      all->each(asked, [&](const Journey& journey) {
        if (journey.takes_back != nullptr) return;
        const auto& [revenue, margin] = left.at(journey.order);
        const auto revenues = kernels::share_exactly(revenue, journey.shares);
        const auto margins = kernels::share_exactly(margin, journey.shares);
        for (std::size_t i = 0; i < journey.touches.size(); ++i) {
          expected[keys.of(journey.touches, i)].first += revenues[i];
          expected[keys.of(journey.touches, i)].second += margins[i];
        }
      });
      const auto lines = lines_of(read, asked);
      for (const auto& [key, sums] : lines->by_key) {
        EXPECT_EQ(std::pair(sums.revenue, sums.margin), expected[key])
            << accord::name_of(asked.model) << " " << key;
      }
    }
    EXPECT_GT(refunds, 0);
    return 0;
  });
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoiTakenBackOfRowsTest, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace accord::roi
