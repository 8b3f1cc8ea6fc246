// SPDX-License-Identifier: Apache-2.0
// Exchange rates: as central banks publish them, in either form; a day's rate is replaced and never added.
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql standing{
    "SELECT r.base || '/' || r.quote || ' ' || (r.day - 20514) || ' ' || r.trillionths || ' ' || r.system "
    "FROM exchange_rate_standing r ORDER BY r.day, r.base, r.quote, r.id"};

class ExchangeRateImportTest : public ImportFixture {
 protected:
  Lines rates() {
    Lines found;
    database->read(actor, [&](const Read& read) {
      read.each(standing, {}, [&](const accord::Row& row) { found.emplace_back(row.text(0)); });
    });
    return found;
  }
  int take(const std::string& name, const std::string& text, const ImportOptions& options = {}) {
    const int exit = run({write_file(name, text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit;
  }
  static ImportOptions based_on(const std::string& currency) {
    ImportOptions options;
    options.answers.constants = {{"base", currency}};
    return options;
  }
};

const std::string header = "date,base,quote,rate\n";

TEST_F(ExchangeRateImportTest, ADaysRateIsReplacedAndUndoBringsItBack) {
  EXPECT_EQ(take("first.csv", header + "2026-03-02,EUR,USD,1.0956\n2026-03-03,EUR,USD,1.1\n"), 0) << said;
  const Lines first{"EUR/USD 0 1095600000000 Rates", "EUR/USD 1 1100000000000 Rates"};
  EXPECT_EQ(rates(), first);
  EXPECT_EQ(take("again.csv", header + "2026-03-02,EUR,USD,1.09560\n"), 0);
  EXPECT_TRUE(says("changes nothing")) << said;
  EXPECT_EQ(take("newer.csv", header + "2026-03-02,EUR,USD,1.12\n"), 0);
  EXPECT_TRUE(says("adds 1 exchange rate; takes the place of 1 older entry")) << said;
  EXPECT_EQ(rates(), (Lines{"EUR/USD 0 1120000000000 Rates", "EUR/USD 1 1100000000000 Rates"}));
  database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {2}); });
  EXPECT_EQ(rates(), first);
}

/// The layout of the bank's statistical data: the denominator is the base.
TEST_F(ExchangeRateImportTest, ReadsASeriesOfTheCentralBankAsItIs) {
  EXPECT_EQ(take("series.csv",
                 "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE\n"
                 "EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2026-03-02,1.0956\n"),
            0)
      << said;
  EXPECT_EQ(rates(), Lines{"EUR/USD 0 1095600000000 ECB"});
}

/// The layout of its daily and historical files: a column for each currency, and a comma at the end.
TEST_F(ExchangeRateImportTest, ReadsAColumnForEachCurrencyOnceTheBaseIsSaid) {
  const std::string wide =
      "Date,USD,JPY,HRK,GBP,\n2026-03-03,1.1,160.5,N/A,0.85,\n2026-03-02,1.0956,161,7.5345,,\n";
  EXPECT_EQ(take("hist.csv", wide), 2);
  EXPECT_TRUE(says("Exchange rates need a column for Base, or one value for every row.")) << said;
  EXPECT_EQ(take("hist.csv", wide, based_on("EUR")), 0) << said;
  EXPECT_EQ(rates(),
            (Lines{"EUR/HRK 0 7534500000000 Reference rates", "EUR/JPY 0 161000000000000 Reference rates",
                   "EUR/USD 0 1095600000000 Reference rates", "EUR/GBP 1 850000000000 Reference rates",
                   "EUR/JPY 1 160500000000000 Reference rates", "EUR/USD 1 1100000000000 Reference rates"}));
  EXPECT_EQ(take("newer.csv", "Date, USD, JPY, HRK, GBP, \n04 March 2026, 1.2, 161, N/A, 0.86, \n"), 0)
      << said << "the base is remembered";
  EXPECT_EQ(rates().size(), 9U);
}

TEST_F(ExchangeRateImportTest, TheDirectionIsAskedForAndCanBeTheOther) {
  const std::string text = "date,currency,rate\n2026-03-02,GBP,1.27\n";
  EXPECT_EQ(take("direction.csv", text), 2);
  EXPECT_TRUE(says("Exchange rates need a column for Base")) << said;
  ImportOptions into_dollars;
  into_dollars.columns = {{"currency", "base"}};
  into_dollars.answers.constants = {{"quote", "USD"}};
  EXPECT_EQ(take("direction.csv", text, into_dollars), 0) << said;
  EXPECT_EQ(rates(), Lines{"GBP/USD 0 1270000000000 Rates"});
}

TEST_F(ExchangeRateImportTest, WhatIsNoRateStaysOutWithItsReason) {
  EXPECT_EQ(
      take("bad.csv", header + "2026-03-02,EUR,USD,0\n2026-03-02,EUR,GBP,-0.85\n2026-03-02,EUR,IDR,9000000\n"
                               "2026-03-02,USD,USD,1\n2026-11-24,EUR,USD,1.1\n2026-03-02,EUR,XQZ,1.1\n"
                               "2026-03-02,EUR,CHF,about one\n2026-03-02,EUR,SEK,\n2026-03-03,EUR,USD,1.1\n"
                               "2026-03-03,EUR,USD,1.2\n"),
      1);
  for (const auto* part :
       {"\"0\" is no exchange rate", "\"-0.85\" is no exchange rate", "\"9000000\" is no exchange rate",
        "the rate of USD into itself", "It lies in the future, on 24 November 2026",
        "\"XQZ\" is not a currency code", "\"about one\"", "There is nothing in it",
        "\"EUR/USD of 2026-03-03\" stands on line 10 already, with different content"})
    EXPECT_TRUE(says(part)) << part << "\n" << said;
  EXPECT_EQ(rates(), Lines{"EUR/USD 1 1100000000000 Rates"});
}

TEST_F(ExchangeRateImportTest, AJumpGoesInAndIsToldWhateverTheOrderOfDays) {
  EXPECT_EQ(
      take("jump.csv", header + "2026-03-04,EUR,USD,1.1\n2026-03-03,EUR,USD,11.02\n2026-03-02,EUR,USD,1.1\n"
                                "2026-01-02,EUR,USD,0.5\n"),
      0);
  EXPECT_EQ(rates().size(), 4U);
  EXPECT_TRUE(says("1 EUR is 11.02 USD on 3 March 2026, and was 1.1 on 2 March 2026")) << said;
  EXPECT_TRUE(says("1 EUR is 1.1 USD on 4 March 2026, and was 11.02 on 3 March 2026")) << said;
  EXPECT_FALSE(says("was 0.5")) << "two months before says nothing\n" << said;
  EXPECT_EQ(take("next.csv", header + "2026-03-05,EUR,USD,0.91\n"), 0);
  EXPECT_FALSE(says("doubt") && says("0.91 USD")) << "within a fifth of what stands\n" << said;
  EXPECT_EQ(take("far.csv", header + "2026-03-06,EUR,USD,1.2\n"), 0);
  EXPECT_TRUE(says("1 EUR is 1.2 USD on 6 March 2026, and was 0.91 on 5 March 2026")) << said;
}

TEST_F(ExchangeRateImportTest, ATenthOfACommaIsAsked) {
  const std::string text = "date,base,quote,rate\n2026-03-02,EUR,USD,\"1,095\"\n";
  EXPECT_EQ(take("comma.csv", text), 2);
  ImportOptions comma;
  comma.answers.decimals = DecimalMark::comma;
  EXPECT_EQ(take("comma.csv", text, comma), 0) << said;
  EXPECT_EQ(rates(), Lines{"EUR/USD 0 1095000000000 Rates"});
}

}  // namespace
}  // namespace accord::importing
