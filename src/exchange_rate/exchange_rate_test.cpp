// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "exchange_rate/exchange_rate_store.hpp"

namespace accord::exchange_rate {
namespace {

const Currency usd = *parse_currency("USD"), eur = *parse_currency("EUR"), gbp = *parse_currency("GBP"),
               jpy = *parse_currency("JPY"), kwd = *parse_currency("KWD");

ExchangeRate rate(std::int64_t id, const char* day, const char* base, const char* quote, const char* number,
                  const char* system = "ECB") {
  return {.id = {id},
          .day = *parse_day(day),
          .base = base,
          .quote = quote,
          .trillionths = parse_rate(number).value(),
          .system = system,
          .corrects = {}};
}

Money euros(std::int64_t minor) { return {minor, eur}; }
Money dollars(std::int64_t minor) { return {minor, usd}; }
Day day(const char* text) { return *parse_day(text); }

TEST(ExchangeRate, IsReadAndWrittenExactly) {
  EXPECT_EQ(parse_rate("1.0956"), 1'095'600'000'000);
  EXPECT_EQ(parse_rate(" 1,0956 "), 1'095'600'000'000);
  EXPECT_EQ(parse_rate("0.0000000000005"), 1) << "half away from zero";
  EXPECT_EQ(parse_rate("0.00000000000049"), 0);
  EXPECT_EQ(parse_rate("-1"), -1'000'000'000'000);
  EXPECT_EQ(parse_rate("8999999.999999999999"), 8'999'999'999'999'999'999);
  for (const auto* bad : {"", ".5", "1.0.9", "1e3", "USD", "9000000", "1 000", "0x10", "--1"})
    EXPECT_EQ(parse_rate(bad), std::nullopt) << bad;
  EXPECT_EQ(rate_in_words(1'095'600'000'000), "1.0956");
  EXPECT_EQ(rate_in_words(150'000'000'000'000), "150");
  EXPECT_EQ(rate_in_words(1), "0.000000000001");
}

RC_GTEST_PROP(ExchangeRate, ComesBackFromItsWords, ()) {
  const auto rate = *rc::gen::inRange<std::int64_t>(1, std::numeric_limits<std::int64_t>::max());
  RC_PRE(is_in_range(rate));
  RC_ASSERT(parse_rate(rate_in_words(rate)) == std::optional(rate));
}

TEST(Exchanged, RoundsHalfAwayFromZeroAndMindsTheMinorUnits) {
  EXPECT_EQ(exchanged(euros(100), usd, 1'095'000'000'000, 1'000'000'000'000), dollars(110)) << "109.5";
  EXPECT_EQ(exchanged(euros(-100), usd, 1'095'000'000'000, 1'000'000'000'000), dollars(-110));
  EXPECT_EQ(exchanged(euros(100), usd, 1'094'900'000'000, 1'000'000'000'000), dollars(109));
  EXPECT_EQ(exchanged({15'000, jpy}, usd, 1'000'000'000'000, 150'000'000'000'000), dollars(10'000))
      << "no cents";
  EXPECT_EQ(exchanged({1'000, kwd}, usd, 3'250'000'000'000, 1'000'000'000'000), dollars(325)) << "1,000 fils";
}

/// The definition in long double, for amounts that it holds exactly enough.
RC_GTEST_PROP(Exchanged, IsTheNearestMinorUnit, ()) {
  const auto minor = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001);
  const auto multiply = *rc::gen::inRange<std::int64_t>(1, 5'000'000'000'000);
  const auto value = exchanged(euros(minor), usd, multiply, 1'000'000'000'000);
  RC_ASSERT(value.has_value());
  const long double exact = static_cast<long double>(minor) * static_cast<long double>(multiply) / 1e12L;
  RC_ASSERT(std::abs(static_cast<long double>(value->minor) - exact) <= 0.5L + 1e-6L);
  RC_ASSERT(exchanged(euros(-minor), usd, multiply, 1'000'000'000'000)->minor == -value->minor);
}

RC_GTEST_PROP(Exchanged, SaysSoWhereNoAmountIsThatLarge, (std::int64_t minor)) {
  const auto multiply = *rc::gen::inRange<std::int64_t>(1, 8'999'999'999'999'999'999);
  const auto value = exchanged(Money{minor, jpy}, kwd, multiply, 1);
  const long double exact = static_cast<long double>(minor) * static_cast<long double>(multiply) * 1000.0L;
  RC_ASSERT(value.has_value() == (std::abs(exact) < 9.2e18L));
}

TEST(Rates, TakeTheDaysRateElseTheLastOfTheWeekBefore) {
  const Rates rates(
      usd, {rate(1, "2026-03-13", "EUR", "USD", "1.09"), rate(2, "2026-03-20", "EUR", "USD", "1.1")});
  EXPECT_EQ(rates.converted(euros(10'000), day("2026-03-20")), dollars(11'000));
  EXPECT_EQ(rates.converted(euros(10'000), day("2026-03-19")), dollars(10'900)) << "six days old";
  EXPECT_EQ(rates.rate(eur, day("2026-03-22"))->day, day("2026-03-20")) << "a Sunday takes Friday's";
  EXPECT_TRUE(rates.converted(euros(1), day("2026-03-27")));
  EXPECT_FALSE(rates.converted(euros(1), day("2026-03-28"))) << "eight days old";
  EXPECT_FALSE(rates.converted(euros(1), day("2026-03-12"))) << "no rate of a later day is taken";
  EXPECT_FALSE(rates.converted({1, gbp}, day("2026-03-20")));
  EXPECT_EQ(rates.converted(dollars(7), day("1999-01-01")), dollars(7)) << "the company's own";
  EXPECT_EQ(rates.rate(usd, day("2026-03-20")), nullptr);
}

TEST(Rates, AreReadInEitherDirection) {
  const Rates told_in_euros(eur, {rate(1, "2026-03-20", "EUR", "USD", "1.25")});
  EXPECT_EQ(told_in_euros.converted(dollars(10'000), day("2026-03-20")), euros(8'000));
  EXPECT_EQ(told_in_euros.rate(usd, day("2026-03-20"))->words(), "1 EUR = 1.25 USD");
  EXPECT_EQ(told_in_euros.converted(dollars(1), day("2026-03-20")), euros(1)) << "0.8";
}

TEST(Rates, CrossWhereTwoOfADayMeet) {
  const Rates rates(usd,
                    {rate(1, "2026-03-20", "EUR", "USD", "1.1"), rate(2, "2026-03-20", "EUR", "GBP", "0.88"),
                     rate(3, "2026-03-19", "EUR", "JPY", "160")});
  EXPECT_EQ(rates.converted({8'800, gbp}, day("2026-03-20")), dollars(11'000));
  EXPECT_EQ(rates.rate(gbp, day("2026-03-20"))->words(), "1 EUR = 0.88 GBP and 1 EUR = 1.1 USD");
  EXPECT_FALSE(rates.converted({160, jpy}, day("2026-03-20"))) << "of two days";
}

TEST(Rates, CrossExactlyWhereTheFractionIsShort) {
  const Rates rates(
      usd, {rate(1, "2026-03-20", "EUR", "USD", "1.09655"), rate(2, "2026-03-20", "EUR", "GBP", "0.85")});
  EXPECT_EQ(rates.converted({8'500, gbp}, day("2026-03-20")), dollars(10'966))
      << "10,965.5, and not a little less";
}

/// 1 GBP is (1 ÷ a) EUR is (b ÷ a) USD; long double holds that to 18 digits.
RC_GTEST_PROP(Rates, CrossToTheNearestCent, ()) {
  const auto a = *rc::gen::inRange<std::int64_t>(100'000, 9'000'000'000'000'000'000),
             b = *rc::gen::inRange<std::int64_t>(100'000, 9'000'000'000'000'000'000);
  const auto told = [](std::int64_t id, const char* quote, std::int64_t trillionths) {
    return ExchangeRate{{id}, Day{20'000}, "EUR", quote, trillionths, "ECB", {}};
  };
  const Rates rates(usd, {told(1, "GBP", a), told(2, "USD", b)});
  const long double exact = 10'000.0L * static_cast<long double>(b) / static_cast<long double>(a);
  const auto value = rates.converted({10'000, gbp}, Day{20'000});
  RC_PRE(exact < 1e9L && exact > 1e-3L);
  RC_ASSERT(value.has_value());
  RC_ASSERT(std::abs(static_cast<long double>(value->minor) - exact) <= 0.5L + 1e-7L * (1 + exact));
}

TEST(Rates, OfOneDayWhatWasEnteredHereCountsElseTheNewest) {
  const Rates rates(usd,
                    {rate(9, "2026-03-20", "EUR", "USD", "1.3"), rate(2, "2026-03-20", "EUR", "USD", "1.2"),
                     rate(1, "2026-03-20", "USD", "EUR", "0.5", "")});
  EXPECT_EQ(rates.converted(euros(100), day("2026-03-20")), dollars(200));
  const Rates imported(
      usd, {rate(9, "2026-03-20", "EUR", "USD", "1.3"), rate(2, "2026-03-20", "EUR", "USD", "1.2", "Bank")});
  EXPECT_EQ(imported.converted(euros(100), day("2026-03-20")), dollars(130));
}

TEST(Rates, ConvertNothingWithoutACompany) {
  const Rates rates({}, {rate(1, "2026-03-20", "EUR", "USD", "1.1")});
  EXPECT_FALSE(rates.converted(euros(1), day("2026-03-20")));
}

TEST(CurrencyCodes, HoldWhatIsPaidInAndWhatHistoriesName) {
  EXPECT_TRUE(is_currency("EUR"));
  EXPECT_TRUE(is_currency("HRK"));
  for (const auto* bad : {"XQZ", "eur", "EURO", "", "R US"}) EXPECT_FALSE(is_currency(bad)) << bad;
}

}  // namespace
}  // namespace accord::exchange_rate
