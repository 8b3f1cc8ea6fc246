// SPDX-License-Identifier: Apache-2.0
// The return on a log whose answers another program worked out: closed_loop_touchlog, by the rule that its
// script states (look-back of 90 days, an order closes the journey, equal times in the order of the file).
#include "roi/roi_report.hpp"

#include <cmath>

#include "tests/roi_fixture.hpp"

namespace accord::roi {
namespace {

using tests::RoiTest;
using tests::usd;

TEST_F(RoiTest, SharesAnOrderAmongWhatLedToIt) {
  make_company();
  const auto web = channel("Web"), show = channel("Trade show");
  const auto acme = account("Acme");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-05T09:00:00Z", show);
  touch(acme, "2026-03-09T09:00:00Z", show);
  order(acme, "2026-03-10", 10'000, 4'000);
  spend(show, "2026-03-05", 5'000);
  reading([&](const Read& read) {
    const auto lines = lines_of(read, of_2026());
    EXPECT_EQ(lines->by_key.at(web.number).revenue, 3'334) << "the odd cent goes to the earlier of equals";
    EXPECT_EQ(lines->by_key.at(show.number).revenue, 6'666);
    EXPECT_EQ(lines->by_key.at(show.number).margin, 4'000);
    EXPECT_EQ(lines->by_key.at(show.number).touchpoints, 2);
    const auto line = line_in_words(read, of_2026(), show.number);
    EXPECT_NEAR(*line.roi_on_revenue.number, 33.32, 1e-9);
    EXPECT_NEAR(*line.roi_on_margin.number, -20.0, 1e-9);
    EXPECT_FALSE(line_in_words(read, of_2026(), web.number).roi_on_margin.number)
        << "nothing was spent on it";
    return 0;
  });
}

TEST_F(RoiTest, CountsWhatMetTheCustomerOnTheDayOfTheOrder) {
  make_company();
  const auto acme = account("Acme");
  touch(acme, "2026-03-10T15:00:00Z", channel("Web"));
  order(acme, "2026-03-10", 10'000);
  reading([&](const Read& read) {
    EXPECT_EQ(lines_of(read, of_2026())->attributed.revenue, 10'000);
    return 0;
  });
}

TEST_F(RoiTest, LeavesUnattributedWhatNothingExplains) {
  make_company();
  const auto acme = account("Acme"), other = account("Other");
  touch(acme, "2025-11-01T09:00:00Z", channel("Web"));
  order(acme, "2026-03-10", 10'000);
  order(other, "2026-03-10", 500);
  order(std::nullopt, "2026-03-11", 70);
  touch(other, "2026-03-12T09:00:00Z", channel("Web"));
  reading([&](const Read& read) {
    auto question = of_2026();
    EXPECT_EQ(lines_of(read, question)->unattributed.revenue, 10'570) << "too old, none, after it";
    EXPECT_EQ(orders_of(read, question, unexplained).size(), 3U);
    question.lookback_days = 365;
    EXPECT_EQ(lines_of(read, question)->unattributed.revenue, 570);
    EXPECT_EQ(lines_of(read, question)->booked.revenue, 10'570);
    return 0;
  });
}

TEST_F(RoiTest, DoesNotKnowAMarginWithoutTheCostOfGoods) {
  make_company();
  const auto acme = account("Acme");
  touch(acme, "2026-03-01T09:00:00Z", channel("Web"));
  order(acme, "2026-03-10", 10'000);
  reading([&](const Read& read) {
    const auto line = line_in_words(read, of_2026(), channel("Web").number);
    EXPECT_FALSE(line.gross_margin.money);
    EXPECT_NE(line.gross_margin.why.find("The cost of goods of 1 order of 1"), std::string::npos)
        << line.gross_margin.why;
    return 0;
  });
}

TEST_F(RoiTest, SaysWhatHasNoExchangeRateByCurrencyAndDays) {
  make_company();
  const auto acme = account("Acme");
  touch(acme, "2026-03-01T09:00:00Z", channel("Web"));
  order(acme, "2026-03-10", 10'000, {}, "EUR");
  order(acme, "2026-03-12", 10'000, {}, "EUR");
  order(acme, "2026-03-11", 300);
  spend(channel("Web"), "2026-03-01", 100, "GBP");
  reading([&](const Read& read) {
    const auto report = report_of(read, of_2026());
    EXPECT_EQ(report.booked.money, (Money{300, usd}));
    EXPECT_EQ(report.spend.money, (Money{0, usd}));
    EXPECT_EQ(report.left_out.size(), 2U);
    EXPECT_EQ(
        report.left_out.at(0).sentence,
        "2 orders in EUR of 10 March 2026 to 12 March 2026 are left out: no exchange rate of their days or "
        "the week before is on record. Whoever ordered first by one counts among the new accounts all the "
        "same.");
    EXPECT_EQ(report.left_out.at(0).link,
              "/orders?kind=booked&currency=EUR&at_from=2026-03-10&at_to=2026-03-12");
    EXPECT_EQ(
        report.left_out.at(1).sentence,
        "1 entry of spend in GBP of 1 March 2026 is left out: no exchange rate of its day or the week before "
        "is on record.");
    return 0;
  });
}

/// 1,000,005 × 1.1 = 1,100,005.5; 400,000 × 1.1 = 440,000; 100,000 × 1.0956 = 109,560.
TEST_F(RoiTest, CountsAmountsInTwoCurrenciesAtTheRatesOfTheirDays) {
  make_company();
  const auto web = channel("Web"), show = channel("Trade show");
  const auto acme = account("Acme");
  rate("2026-03-02", "EUR", "1.0956");
  rate("2026-03-10", "EUR", "1.1");
  touch(acme, "2026-03-01T09:00:00Z", web);
  touch(acme, "2026-03-05T09:00:00Z", show);
  order(acme, "2026-03-10", 1'000'005, 400'000, "EUR");
  order(acme, "2026-03-11", 30'000, 10'000);
  order(acme, "2026-03-16", 50'000, 20'000, "GBP");
  spend(show, "2026-03-04", 100'000, "EUR");
  spend(show, "2026-03-04", 5'000);
  reading([&](const Read& read) {
    const auto report = report_of(read, of_2026());
    EXPECT_EQ(report.booked.money, (Money{1'130'006, usd})) << "half a cent is rounded away from zero";
    EXPECT_EQ(report.attributed.money, (Money{1'100'006, usd}));
    EXPECT_EQ(report.spend.money, (Money{114'560, usd}));
    EXPECT_NEAR(*report.roi_on_margin.number, 100.0 * (680'006 - 114'560) / 114'560, 1e-9);
    const auto lines = lines_of(read, of_2026());
    EXPECT_EQ(lines->by_key.at(web.number).revenue, 550'003);
    EXPECT_EQ(lines->by_key.at(show.number).margin, 330'003);
    EXPECT_EQ(report.left_out.size(), 1U);
    EXPECT_EQ(lost_credits(read), std::vector<std::string>{});
    const auto row = orders_of(read, of_2026(), show.number).at(0).id.number;
    const auto journey = journey_of(read, of_2026(), row);
    EXPECT_EQ(journey.revenue.inputs.at(1).money, (Money{1'000'005, *parse_currency("EUR")}));
    EXPECT_EQ(journey.revenue.inputs.at(2).name, "1 EUR = 1.1 USD, of 10 March 2026");
    return 0;
  });
  rate("2026-03-13", "GBP", "1.3");
  reading([&](const Read& read) {
    const auto report = report_of(read, of_2026());
    EXPECT_EQ(report.booked.money, (Money{1'195'006, usd})) << "a Monday takes Friday's rate";
    EXPECT_TRUE(report.left_out.empty());
    return 0;
  });
}

TEST_F(RoiTest, TakesARefundBackFromWhatEarnedIt) {
  make_company();
  const auto acme = account("Acme");
  touch(acme, "2026-03-01T09:00:00Z", channel("Web"));
  order(acme, "2026-03-10", 10'000);
  order(acme, "2026-03-20", -4'000);
  reading([&](const Read& read) {
    const auto lines = lines_of(read, of_2026());
    EXPECT_EQ(lines->booked.revenue, 6'000);
    EXPECT_EQ(lines->attributed.revenue, 6'000) << "it closes no journey, so nothing of it is unexplained";
    EXPECT_EQ(lines->by_key.at(channel("Web").number).revenue, 6'000);
    return 0;
  });
}

TEST_F(RoiTest, ARefundIsMoneyAndNoOrder) {
  make_company();
  const auto acme = account("Acme");
  const auto web = channel("Web");
  touch(acme, "2026-03-01T09:00:00Z", web);
  order(acme, "2026-03-10", 10'000);
  order(acme, "2026-03-20", -4'000);
  reading([&](const Read& read) {
    const auto line = line_in_words(read, of_2026(), web.number);
    EXPECT_EQ(line.orders.number, 1);
    EXPECT_EQ(line.orders.inputs.at(0).number, 1);
    EXPECT_TRUE(line.orders.inputs.at(0).link.ends_with("&is_refund=false&is_taken_back=false"))
        << line.orders.inputs.at(0).link;
    EXPECT_EQ(line.revenue.money, (Money{6'000, usd}));
    EXPECT_EQ(line.revenue.inputs.at(0).number, 2) << "it is of both";
    EXPECT_EQ(report_of(read, of_2026()).orders.inputs.at(0).number, 1);
    const auto orders = orders_of(read, of_2026(), web.number);
    EXPECT_EQ(std::ranges::count(orders, true, &CreditedOrder::is_refund), 1);
    EXPECT_EQ(orders.size(), 2U);
    return 0;
  });
}

TEST_F(RoiTest, GivesEachProductItsOrders) {
  make_company();
  const auto acme = account("Acme");
  order(acme, "2026-03-10", 10'000);
  order(acme, "2026-04-10", 500);
  reading([&](const Read& read) {
    EXPECT_EQ(lines_of(read, of_2026(Dimension::product))->by_key.at(0).revenue, 10'500);
    const auto by_month = lines_of(read, of_2026(Dimension::month));
    EXPECT_EQ(by_month->by_key.size(), 2U);
    const auto rows = lines_in_words(read, of_2026(Dimension::month));
    EXPECT_EQ(rows.front().name, "March 2026");
    return 0;
  });
}

/// What another program says of one channel: its conversions and value under a model.
struct Expected {
  std::string channel;
  std::map<std::string, double> numbers;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ',') {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

std::vector<Expected> read_expected(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string text;
  std::getline(file, text);
  const auto header = cells_of(text);
  std::vector<Expected> found;
  while (std::getline(file, text)) {
    const auto cells = cells_of(text);
    Expected one{cells[0], {}};
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (!cells[i].empty()) one.numbers[header[i]] = std::stod(cells[i]);
    }
    found.push_back(std::move(one));
  }
  return found;
}

void expect_near(double actual, double expected, const std::string& what) {
  EXPECT_NEAR(actual, expected, 1e-9 * std::max(1.0, std::abs(expected))) << what;
}

class RoiTouchLogTest : public RoiTest {
 protected:
  static std::filesystem::path log(const std::string& file) {
    return sample("").parent_path().parent_path() / "closed_loop_touchlog" / file;
  }
  void SetUp() override {
    if (!std::filesystem::exists(log("events.csv"))) GTEST_SKIP() << "no test data at " << log("");
    RoiTest::SetUp();
    make_company();
    importing::ImportOptions options = importing::in_dollars();
    options.answers.makes_unknown_keys_new = true;
    options.answers.system = "Touch log";
    ASSERT_EQ(run({log("events.csv"), log("conversions.csv")}, options), 0) << said;
    options.answers.constants = {{"day", "2025-06-30"}};
    ASSERT_EQ(run({log("spend.csv")}, options), 0) << said;
  }
  Question question(CreditModel model) {
    Question question;
    question.model = model;
    question.from = day("2024-12-01");
    question.until = day("2026-06-30");
    return question;
  }
};

TEST_F(RoiTouchLogTest, AgreesWithAnotherProgramUnderEveryRuleOfThumb) {
  const std::vector<std::pair<CreditModel, std::string>> models{
      {CreditModel::first_touch, "first"},
      {CreditModel::last_touch, "last"},
      {CreditModel::linear, "linear"},
      {CreditModel::position_based, "position_40_20_40"},
      {CreditModel::time_decay, "time_decay_half_life_7d"},
      {CreditModel::w_shaped, "w_shaped_30_30_30_10"}};
  const auto expected = read_expected(log("expected/attribution.csv"));
  ASSERT_EQ(expected.size(), 11U);
  reading([&](const Read& read) {
    for (const auto& [model, name] : models) {
      const auto lines = lines_of(read, question(model));
      EXPECT_EQ(lines->booked.revenue, 807'358'739);
      EXPECT_EQ(lines->booked.credited, 2'995);
      EXPECT_EQ(lines->unattributed.credited, 0);
      std::int64_t sum = 0;
      for (const auto& one : expected) {
        const auto& sums = lines->by_key.at(campaign::find_channel(read, one.channel)->id.number);
        const auto what = name + " " + one.channel;
        sum += sums.revenue;
        EXPECT_EQ(sums.touchpoints, std::llround(one.numbers.at("touches"))) << what;
        EXPECT_EQ(sums.spent, std::llround(one.numbers.at("spend") * 100)) << what;
        expect_near(sums.orders(), one.numbers.at(name + "_conversions"), what);
        expect_near(sums.unrounded() / 100, one.numbers.at(name + "_value"), what);
      }
      EXPECT_EQ(sum, 807'358'739) << name;
    }
    return 0;
  });
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(RoiTouchLogTest, OpensEveryNumberDownToItsOrders) {
  reading([&](const Read& read) {
    const auto asked = question(CreditModel::time_decay);
    const auto lines = lines_of(read, asked);
    for (const auto& [key, sums] : lines->by_key) {
      std::int64_t sum = 0;
      const auto orders = orders_of(read, asked, key);
      for (const auto& order : orders) sum += order.credit.minor;
      EXPECT_EQ(sum, sums.revenue);
      EXPECT_EQ(static_cast<std::int64_t>(orders.size()), sums.credited);
    }
    const auto first = orders_of(read, asked, 5).front();
    const auto journey = journey_of(read, asked, first.id.number);
    std::int64_t sum = 0;
    for (const auto& touch : journey.items) sum += touch.credit.minor;
    EXPECT_EQ(sum, journey.revenue.money->minor);
    return 0;
  });
}

}  // namespace
}  // namespace accord::roi
