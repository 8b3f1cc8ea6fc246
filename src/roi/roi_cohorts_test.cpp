// SPDX-License-Identifier: Apache-2.0
// Months of spend: what came back of each is placed by the months since, and all of it is what was booked.
#include <gtest/gtest.h>

#include "roi/roi_cohort_view.hpp"
#include "roi/roi_history_view.hpp"
#include "roi/roi_late.hpp"
#include "roi/roi_lines.hpp"
#include "roi/roi_report.hpp"
#include "tests/import_fixture.hpp"
#include "tests/random_facts.hpp"

namespace accord::roi {
namespace {

const Currency usd = *parse_currency("USD");
Day day(const char* text) { return *parse_day(text); }
Key month(const char* text) { return month_key(day(text)); }

CohortQuestion months(const char* from, const char* until) {
  CohortQuestion asked;
  asked.question.from = day(from);
  asked.question.until = day(until);
  return asked;
}

class CohortsTest : public importing::ImportFixture {
 protected:
  void SetUp() override {
    ImportFixture::SetUp();
    write([](Write& write) {
      people::Company company;
      company.name = "Test";
      company.currency = "USD";
      company.time_zone = "UTC";
      people::found(write, company);
    });
  }
  void write(const std::function<void(Write&)>& act) { database->write(actor, "Test.", act); }
  template <class F>
  void reading(F use) {
    database->read(actor, [&](const Read& read) {
      use(read);
      return 0;
    });
  }
  Id<account::Account> account(const std::string& name) {
    account::Account account;
    account.name = name;
    write([&](Write& write) { write.insert(account); });
    return account.id;
  }
  std::int64_t channel(const std::string& name) {
    return database->read(actor,
                          [&](const Read& read) { return campaign::find_channel(read, name)->id.number; });
  }
  static void touch(Write& write, Id<account::Account> account, Instant at, std::int64_t channel) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = account;
    touchpoint.at = at;
    touchpoint.channel = Id<campaign::Channel>{channel};
    touchpoint.side = Side::marketing;
    write.append(touchpoint);
  }
  void touch(Id<account::Account> account, const char* on, std::int64_t channel) {
    write([&](Write& write) { touch(write, account, start_of(day(on)), channel); });
  }
  static void order(Write& write, Id<account::Account> account, Day on, std::int64_t minor) {
    order::OrderLine line;
    line.account = account;
    line.at = start_of(on);
    line.revenue = {minor, usd};
    line.cost = Money{minor / 2, usd};
    write.append(line);
  }
  void order(Id<account::Account> account, const char* on, std::int64_t minor) {
    write([&](Write& write) { order(write, account, day(on), minor); });
  }
  void spend(std::int64_t channel, const char* on, std::int64_t minor) {
    spend::Spend spend;
    spend.day = day(on);
    spend.channel = Id<campaign::Channel>{channel};
    spend.side = Side::marketing;
    spend.amount = {minor, usd};
    write([&](Write& write) { write.append(spend); });
  }
  /// 24 months in each of which two accounts are met; one orders at once, one a month later.
  void make_two_years() {
    const auto web = channel("Web");
    for (int i = 0; i < 24; ++i) {
      const Day first = add_months(day("2024-12-05"), i);
      const auto soon = account("Soon " + std::to_string(i)), late = account("Late " + std::to_string(i));
      write([&](Write& write) {
        for (const auto one : {soon, late}) touch(write, one, start_of(first), web);
        order(write, soon, first + 3, 100'000 + 1'000 * (i % 5));
        if (add_months(first, 1) <= day("2026-11-23")) order(write, late, add_months(first, 1), 150'000);
      });
      spend(web, to_string(first).c_str(), 100'000);
    }
  }
};

TEST_F(CohortsTest, PlacesWhatCameBackByTheMonthsSinceTheTouchpoint) {
  const auto web = channel("Web"), show = channel("Trade show");
  const auto acme = account("Acme");
  touch(acme, "2026-07-20", web);
  touch(acme, "2026-09-02", show);
  order(acme, "2026-09-10", 10'001);
  order(acme, "2026-09-20", -4'000);
  touch(acme, "2026-11-01", web);
  order(acme, "2026-11-02", 500);
  spend(web, "2026-07-01", 2'000);
  reading([&](const Read& read) {
    const auto asked = months("2026-08-01", "2026-11-23");
    const CohortGrid grid(read, asked);
    EXPECT_EQ(grid.earned_by(month("2026-07-01"), 1).revenue, 0);
    EXPECT_EQ(grid.earned_by(month("2026-07-01"), 2).revenue, 5'001 - 2'000)
        << "the odd cent goes to the earlier, and the refund takes back from both";
    EXPECT_EQ(grid.earned_by(month("2026-09-01"), 0).revenue, 5'000 - 2'000);
    const auto cohorts = cohorts_of(read, asked);
    EXPECT_EQ(cohorts.booked.money->minor, 6'501);
    EXPECT_EQ(cohorts.earlier.money->minor, 3'001) << "a touchpoint of July earned of an order of September";
    EXPECT_EQ(cohorts.returned.money->minor, 3'500);
    EXPECT_EQ(cohorts.unattributed.money->minor, 0) << "the refund is explained as its order is";
    ASSERT_EQ(cohorts.items.size(), 4U);
    EXPECT_EQ(cohorts.items[1].cells.size(), 3U) << "what lies ahead is not there";
    EXPECT_EQ(cohorts.items[1].cells[1].is_incomplete, false);
    EXPECT_EQ(cohorts.items[1].cells[2].is_incomplete, true) << "November is not over";
    auto of_web = asked;
    of_web.line = web;
    const auto alone = cohorts_of(read, of_web);
    EXPECT_EQ(alone.returned.money->minor, 500);
    EXPECT_EQ(alone.others.money->minor, 3'000);
    const auto earlier = orders_of(read, of_web, {CohortOrders::Of::earlier, {}, {}});
    EXPECT_EQ(earlier.at(0).credit.minor, -2'000) << "newest first";
    EXPECT_EQ(earlier.at(1).credit.minor, 5'001);
  });
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CohortsTest, SaysWhatAYoungMonthLetsExpect) {
  make_two_years();
  reading([&](const Read& read) {
    const auto cohorts = cohorts_of(read, months("2025-12-01", "2026-11-23"));
    ASSERT_EQ(cohorts.items.size(), 12U);
    EXPECT_EQ(cohorts.lag.number, 31);
    const auto& october = cohorts.items[10];
    EXPECT_EQ(october.months_over, 1);
    ASSERT_TRUE(october.share_percent);
    EXPECT_NEAR(*october.share_percent, 40.5, 0.2);
    EXPECT_NEAR(static_cast<double>(october.expected.money->minor), 252'000, 3'000);
    EXPECT_LT(october.expected_from->minor, october.expected.money->minor);
    EXPECT_GT(october.expected_to->minor, october.expected.money->minor);
    EXPECT_TRUE(october.sentence.starts_with("October 2026: $1,000 was spent, $1,0")) << october.sentence;
    EXPECT_NE(october.sentence.find("usually 40% is in after the month itself; expected in the end $2,5"),
              std::string::npos)
        << october.sentence;
    EXPECT_FALSE(cohorts.items[11].expected.money) << "November is not over";
    EXPECT_TRUE(cohorts.items[2].is_final);
    EXPECT_EQ(cohorts.items[2].expected.money, cohorts.items[2].returned.money);
    const auto whole = cohort_of(read, months("2025-12-01", "2026-11-23"), month("2026-10-01"), {});
    double expected = static_cast<double>(whole.expected.inputs[0].money->minor);
    for (std::size_t i = 1; i + 1 < whole.expected.inputs.size(); i += 2)
      expected *= static_cast<double>(whole.expected.inputs[i + 1].money->minor) /
                  static_cast<double>(whole.expected.inputs[i].money->minor);
    EXPECT_EQ(std::llround(expected), whole.expected.money->minor);
    std::int64_t before = 0;
    for (const auto& one : older_cohorts(read, months("2025-12-01", "2026-11-23"), 0))
      before += one.before.minor;
    EXPECT_EQ(before, whole.expected.inputs[1].money->minor);
  });
}

/// A fifth of what older months brought at once is paid back a month later; what is back of October is
/// expected all the same, and its interval holds it.
TEST_F(CohortsTest, ExpectsNoLessThanIsBackWhereOlderMonthsWerePaidBackLater) {
  const auto web = channel("Web");
  for (int i = 0; i < 24; ++i) {
    const Day first = add_months(day("2024-12-05"), i);
    const auto one = account("One " + std::to_string(i)), other = account("Other " + std::to_string(i));
    write([&](Write& write) {
      for (const auto account : {one, other}) {
        touch(write, account, start_of(first), web);
        order(write, account, first + 3, 100'000 + 1'000 * (i % 5));
      }
      if (i < 22) order(write, other, add_months(first, 1), -(40'000 + 3'000 * (i % 3)));
    });
    spend(web, to_string(first).c_str(), 50'000);
  }
  reading([&](const Read& read) {
    const auto asked = months("2025-12-01", "2026-10-31");
    const auto cohorts = cohorts_of(read, asked);
    const auto october = cohort_of(read, asked, month("2026-10-01"), {});
    const auto back = october.returned.money->minor;
    EXPECT_EQ(back, 2 * (100'000 + 1'000 * (22 % 5)));
    EXPECT_EQ(october.expected.money->minor, back);
    EXPECT_EQ(
        october.expected.formula,
        "what is back by now, for what was back by 31 October 2026, times how older months grew from there "
        "on, is less");
    EXPECT_EQ(october.expected_from->minor, back);
    EXPECT_EQ(october.expected_to->minor, back);
    double grown = static_cast<double>(october.expected.inputs.at(0).money->minor);
    for (std::size_t i = 2; i + 1 < october.expected.inputs.size(); i += 2)
      grown *= static_cast<double>(october.expected.inputs[i + 1].money->minor) /
               static_cast<double>(october.expected.inputs[i].money->minor);
    EXPECT_NEAR(grown, 0.785 * static_cast<double>(back), 0.01 * static_cast<double>(back))
        << "what the steps alone let expect";
    EXPECT_EQ(october.share_percent, 100);
    for (const auto& share : cohorts.shares) EXPECT_LE(share.share_percent.value_or(0), 100);
    for (const auto& cohort : cohorts.items) {
      if (!cohort.expected.money || cohort.is_final) continue;
      EXPECT_GE(cohort.expected.money->minor, cohort.returned.money->minor) << cohort.name;
      EXPECT_LE(cohort.expected_from->minor, cohort.expected.money->minor) << cohort.name;
      EXPECT_GE(cohort.expected_to->minor, cohort.expected.money->minor) << cohort.name;
      EXPECT_GE(cohort.expected_from->minor, cohort.returned.money->minor) << cohort.name;
    }
    return 0;
  });
}

/// By the end of November $2,522 was to be expected of October; $11,520 is back on the 23rd already, and
/// nothing came later than that of older months.
TEST_F(CohortsTest, NoMonthIsExpectedToEndWithLessThanIsBackByNow) {
  make_two_years();
  const auto big = account("Big");
  touch(big, "2026-10-20", channel("Web"));
  order(big, "2026-11-10", 900'000);
  reading([&](const Read& read) {
    const auto asked = months("2025-12-01", "2026-11-23");
    const auto october = cohorts_of(read, asked).items[10];
    EXPECT_EQ(october.returned.money->minor, 1'152'000);
    EXPECT_EQ(october.expected.money->minor, 1'152'000);
    EXPECT_EQ(october.expected_from->minor, 1'152'000);
    EXPECT_EQ(october.expected.formula,
              "what is back by now, more than was expected by 30 November 2026, times how older months grew "
              "from there on");
    EXPECT_NE(october.sentence.find("was back by 31 October 2026 and $11,520 by now, more than was expected "
                                    "by the end of this month"),
              std::string::npos)
        << october.sentence;
    const auto whole = cohort_of(read, asked, month("2026-10-01"), {});
    EXPECT_EQ(whole.expected.inputs.at(0).name, "back by now");
    EXPECT_EQ(whole.expected.inputs.at(0).money->minor, 1'152'000);
    const auto sooner = cohorts_of(read, months("2025-12-01", "2026-10-31")).items[10];
    EXPECT_NEAR(static_cast<double>(sooner.expected.money->minor), 252'200, 100) << "as it was then known";
  });
}

/// Once November's order is in, the interval begins there.
TEST_F(CohortsTest, NoIntervalBeginsBelowWhatIsBackByNow) {
  make_two_years();
  reading([&](const Read& read) {
    const auto october = cohorts_of(read, months("2025-12-01", "2026-11-23")).items[10];
    EXPECT_EQ(october.returned.money->minor, 252'000);
    EXPECT_EQ(october.expected_from->minor, 252'000);
    EXPECT_GT(october.expected.money->minor, 252'000);
    EXPECT_TRUE(october.expected.formula.starts_with("what was back by 31 October 2026, times"))
        << october.expected.formula;
  });
}

TEST_F(CohortsTest, SaysThatItHasNotEnoughDataAndWhy) {
  const auto acme = account("Acme");
  touch(acme, "2026-09-02", channel("Web"));
  order(acme, "2026-09-10", 10'000);
  reading([&](const Read& read) {
    const auto cohorts = cohorts_of(read, months("2026-09-01", "2026-11-23"));
    EXPECT_EQ(cohorts.items[0].expected.why,
              "Not enough data: touchpoints explain 1 order, too few to say; it needs 30.");
    EXPECT_FALSE(cohorts.lag.number);
    EXPECT_EQ(cohorts.items[0].multiple.why, "Nothing was spent on it in the month.");
    EXPECT_TRUE(cohorts.shares.empty());
    EXPECT_EQ(cohorts_of(read, months("2020-09-01", "2020-11-23")).why,
              "Neither orders nor spend are on record in these months.");
  });
}

TEST_F(CohortsTest, SaysWhatWasEnteredLate) {
  const auto web = channel("Web");
  spend(web, "2026-03-02", 1'000);
  spend(web, "2026-06-02", 7'000);
  spend(web, "2026-03-30", 400'000);
  spend(web, "2026-10-01", 500);
  reading([&](const Read& read) {
    const auto asked = months("2026-03-01", "2026-11-23");
    const auto march = cohorts_of(read, asked).items[0];
    EXPECT_EQ(march.spend.money->minor, 401'000);
    EXPECT_EQ(march.late_sentence, "$4,000 of it was booked after 7 April 2026");
    const auto late = late_spend(read, asked, month("2026-03-01"));
    ASSERT_EQ(late.size(), 1U) << "the first of March came before anything later was on record";
    EXPECT_EQ(late[0].recorded_on, day("2026-11-23"));
    EXPECT_EQ(late[0].value->minor, 400'000);
    EXPECT_EQ(cohorts_of(read, asked).items[3].late_sentence, "");
  });
}

/// A return of any days says what of its spend was not in it when it could first be told; whoever asks for a
/// single line is told of that alone.
TEST_F(CohortsTest, EveryReturnSaysWhatOfItsSpendWasBookedLate) {
  const auto web = channel("Web"), show = channel("Trade show");
  spend(web, "2026-03-02", 1'000);
  spend(web, "2026-06-02", 7'000);
  spend(web, "2026-03-30", 400'000);
  spend(show, "2026-04-01", 50'000);
  reading([&](const Read& read) {
    Question question;
    question.from = day("2026-03-01");
    question.until = day("2026-11-23");
    const auto report = report_of(read, question);
    EXPECT_EQ(
        report.late_sentence,
        "$4,500 of this spend was booked on 23 November 2026, later than five weekdays after its month was "
        "over: a return told before does not hold it");
    EXPECT_EQ(report.late.money, (Money{450'000, usd}));
    EXPECT_EQ(report.late.inputs.at(0).number, 2);
    EXPECT_EQ(report.late_link, report.late.inputs.at(0).link);
    EXPECT_EQ(report.spend.money, (Money{458'000, usd}));
    const auto of_web = line_in_words(read, question, web);
    EXPECT_EQ(of_web.late.money, (Money{400'000, usd}));
    EXPECT_TRUE(of_web.late_link.ends_with("&line=" + std::to_string(web))) << of_web.late_link;
    EXPECT_EQ(late_spend(read, question, web).size(), 1U);
    EXPECT_EQ(late_spend(read, question, everything).size(), 2U);
    question.by = Dimension::month;
    EXPECT_EQ(line_in_words(read, question, month("2026-04-01")).late.money, (Money{50'000, usd}));
    EXPECT_EQ(line_in_words(read, question, month("2026-06-01")).late_sentence, "");
    EXPECT_EQ(line_in_words(read, question, month("2026-06-01")).late.money, (Money{0, usd}));
    question.by = Dimension::quarter;
    EXPECT_EQ(line_in_words(read, question, month("2026-03-01") / 3).late.money, (Money{400'000, usd}));
    question.from = day("2026-03-31");
    question.until = day("2026-04-30");
    EXPECT_EQ(report_of(read, question).late.money, (Money{50'000, usd}))
        << "the day before was not asked for";
  });
}

TEST_F(CohortsTest, DrawsTenThousandTouchpointsOfAnAccountAsWhatCanBeToldApart) {
  const auto acme = account("Acme");
  const auto web = channel("Web");
  write([&](Write& write) {
    for (int i = 0; i < 10'000; ++i)
      touch(write, acme, Instant{start_of(day("2025-01-01")).ms + i * 3'600'000L}, web);
    order(write, acme, day("2025-07-01"), 90'000);
  });
  reading([&](const Read& read) {
    Question question;
    const auto history = history_of(read, question, acme, {});
    std::int64_t drawn = 0;
    for (const auto& mark : history.marks) drawn += mark.count;
    EXPECT_EQ(drawn, 10'001);
    EXPECT_LT(history.marks.size(), 300U);
    EXPECT_TRUE(history.drawn_sentence.starts_with("10,001 items are drawn as 2")) << history.drawn_sentence;
    ASSERT_EQ(history.journeys.size(), 1U);
    const auto items = history_items(read, question, acme, {});
    std::int64_t credit = 0, touchpoints = 0;
    for (const auto& item : items) {
      credit += item.credit ? item.credit->minor : 0;
      touchpoints += item.order ? 1 : 0;
    }
    EXPECT_EQ(credit, 90'000) << "the shares sum to the order exactly";
    EXPECT_EQ(touchpoints, history.journeys[0].touchpoints);
    EXPECT_EQ(history_items(read, question, acme, 2026).size(), 10'000U - 365 * 24);
    EXPECT_EQ(history.years, (std::vector<std::int64_t>{2025, 2026}));
  });
}

/// Whatever comes in, is undone or moved: the months are those of the rows alone.
class CohortsOfRandomFacts : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  CohortsOfRandomFacts() : RandomFacts(GetParam(), 300) {}
};

TEST_P(CohortsOfRandomFacts, AreThoseOfTheRowsAlone) {
  for (int step = 0; step < 16; ++step) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    if (step > 0) act();
    CohortQuestion asked;
    asked.question.by = static_cast<Dimension>(pick(5));
    asked.question.model = static_cast<CreditModel>(pick(7));
    asked.question.lookback_days = 10 + pick(100);
    asked.question.until = day_of(now);
    asked.question.from = first_of_month(add_months(asked.question.until, -static_cast<int>(pick(12))));
    if (pick(3) > 0) asked.line = pick(4);
    Actor actor;
    if (step % 3 > 0) actor.territory = step % 3;
    const auto [kept, lines] = database().read(actor, [&](const Read& read) {
      return std::pair(cohort_sums(read, asked), lines_of(read, asked.question));
    });
    Connection rows(path(), Access::read_only);
    EXPECT_EQ(*kept, *cohort_sums(Read(rows, actor, now), asked));
    Earned sum, booked;
    for (const auto& [key, earned] : kept->booked) booked += earned;
    for (const auto& [key, earned] : kept->cells) sum += earned;
    for (const auto& [key, earned] : kept->others) sum += earned;
    for (const auto& [key, earned] : kept->unattributed) sum += earned;
    EXPECT_EQ(sum.revenue, booked.revenue);
    EXPECT_EQ(sum.margin, booked.margin);
    if (!asked.line || !earns_by_touchpoints(asked.question.by)) continue;
    std::int64_t of_line = 0;
    for (const auto& [key, earned] : kept->cells)
      of_line += key.second >= month_key(asked.question.from) ? earned.revenue : 0;
    const auto line = lines->by_key.find(*asked.line);
    EXPECT_EQ(of_line, line == lines->by_key.end() ? 0 : line->second.revenue);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, CohortsOfRandomFacts, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace accord::roi
