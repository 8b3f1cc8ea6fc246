// SPDX-License-Identifier: Apache-2.0
#include "importing/number_cell.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cstdlib>

namespace accord::importing {
namespace {

constexpr auto point = NumberFormat::decimal_point;
constexpr auto comma = NumberFormat::decimal_comma;
const Currency usd = *parse_currency("USD"), eur = *parse_currency("EUR"), jpy = *parse_currency("JPY");

Decimal number(std::string_view cell, NumberFormat format = point) {
  auto read = read_decimal(cell, format);
  EXPECT_TRUE(read.value) << cell << ": " << read.reason;
  return read.value.value_or(Decimal{-999, 0});
}

Money money(std::string_view cell, NumberFormat format = point, std::optional<Currency> currency = usd) {
  auto read = read_money(cell, format, currency);
  EXPECT_TRUE(read.value) << cell << ": " << read.reason;
  return read.value.value_or(Money{-999, {}});
}

TEST(NumberCell, ReadsEveryUsualWayOfWritingANumber) {
  EXPECT_EQ(number("1234.56"), (Decimal{123456, 2}));
  EXPECT_EQ(number("1,234.56"), (Decimal{123456, 2}));
  EXPECT_EQ(number("1.234,56", comma), (Decimal{123456, 2}));
  EXPECT_EQ(number("1 234,56", comma), (Decimal{123456, 2}));
  EXPECT_EQ(number("1\u202f234,56", comma), (Decimal{123456, 2}));
  EXPECT_EQ(number("1\u00a0234\u00a0567,5", comma), (Decimal{12345675, 1}));
  EXPECT_EQ(number("1'234.50"), (Decimal{123450, 2}));
  EXPECT_EQ(number("12,34,567"), (Decimal{1234567, 0}));
  EXPECT_EQ(number("(1,234)"), (Decimal{-1234, 0}));
  EXPECT_EQ(number("-5"), (Decimal{-5, 0}));
  EXPECT_EQ(number("'-5"), (Decimal{-5, 0}));
  EXPECT_EQ(number("5-"), (Decimal{-5, 0}));
  EXPECT_EQ(number("\u22125"), (Decimal{-5, 0}));
  EXPECT_EQ(number("+.5"), (Decimal{5, 1}));
}

TEST(NumberCell, TakesDashesAndBlankForAbsent) {
  for (const char* cell : {"", " ", "--", " --", "-", "\u2014"})
    EXPECT_TRUE(read_decimal(cell, point).is_absent()) << cell;
}

TEST(NumberCell, RefusesWhatIsNoNumber) {
  for (const char* cell :
       {"abc", "1,23", "12,3456", "1,234,56", "1.2.3", "1.2E+05", "0x10", "n/a", "=1+1", "--5", "((5))",
        "1234567890123456789012", "5%", "$5", "1,2 345", ",", ".", "2026-11-23", "0,123"})
    EXPECT_TRUE(read_decimal(cell, point).is_refused()) << cell;
  EXPECT_NE(read_decimal("1.234,56", point).remedy.find("the rest of the column as 1,234.56"),
            std::string::npos);
  EXPECT_NE(read_decimal("n/a", point).remedy.find("Leave the cell empty"), std::string::npos);
}

TEST(NumberCell, FindsTheFormatOfAColumnOrAsks) {
  EXPECT_EQ(detect_number_format({"12", "7"}).format, point);
  EXPECT_EQ(detect_number_format({"1,234", "5.5"}).format, point);
  EXPECT_EQ(detect_number_format({"1,234", "5,5"}).format, comma);
  EXPECT_EQ(detect_number_format({"1.234.567"}).format, comma);
  EXPECT_EQ(detect_number_format({"$1,234,567"}).format, point);
  EXPECT_EQ(detect_number_format({"0.123"}).format, point);
  EXPECT_EQ(detect_number_format({"", "--", "n/a"}).format, point);
  auto ambiguous = detect_number_format({"7", "1,234", "2,500"});
  EXPECT_FALSE(ambiguous.format);
  EXPECT_EQ(ambiguous.question,
            "\"1,234\" may be thousands or a fraction. Is the decimal sign a point or a comma?");
  auto mixed = detect_number_format({"1,234.56", "1.234,56"});
  EXPECT_FALSE(mixed.format);
  EXPECT_NE(mixed.question.find("\"1.234,56\""), std::string::npos);
}

TEST(NumberCell, ReadsIntegersAndPercentages) {
  EXPECT_EQ(read_integer("2,822", point).value, 2822);
  EXPECT_EQ(read_integer("12.0", point).value, 12);
  EXPECT_TRUE(read_integer("12.5", point).is_refused());
  EXPECT_EQ(read_percent("12.5%", point).value, (Decimal{125, 1}));
  EXPECT_EQ(read_percent("25", point).value, (Decimal{25, 0}));
  EXPECT_EQ(read_percent("-3,5 %", comma).value, (Decimal{-35, 1}));
  EXPECT_TRUE(read_percent("$5", point).is_refused());
}

TEST(MoneyCell, ReadsCodesAndSymbolsBeforeAndAfter) {
  EXPECT_EQ(money("$1,234"), (Money{123400, usd}));
  EXPECT_EQ(money("($1,234.50)"), (Money{-123450, usd}));
  EXPECT_EQ(money("-$5"), (Money{-500, usd}));
  EXPECT_EQ(money("$-5"), (Money{-500, usd}));
  EXPECT_EQ(money("USD 1,234.5"), (Money{123450, usd}));
  EXPECT_EQ(money("1.234,56 EUR", comma), (Money{123456, eur}));
  EXPECT_EQ(money("1.234,56 €", comma), (Money{123456, eur}));
  EXPECT_EQ(money("€5", point, std::nullopt), (Money{500, eur}));
  EXPECT_EQ(money("US$5", point, std::nullopt), (Money{500, usd}));
  EXPECT_EQ(money("\u00a5500", point, jpy), (Money{500, jpy}));
  EXPECT_EQ(money("$7", point, *parse_currency("CAD")), (Money{700, *parse_currency("CAD")}));
  EXPECT_EQ(money("120,5 kr", comma, *parse_currency("SEK")), (Money{12050, *parse_currency("SEK")}));
  EXPECT_EQ(money("1.2300"), (Money{123, usd}));
}

TEST(MoneyCell, NeverGuessesACurrency) {
  EXPECT_EQ(read_money("5", point, std::nullopt).remedy, "Choose the currency of this column.");
  EXPECT_TRUE(read_money("$5", point, std::nullopt).is_refused());
  EXPECT_TRUE(read_money("$5", point, eur).is_refused());
  EXPECT_TRUE(read_money("12 pcs", point, usd).is_refused());
  EXPECT_TRUE(read_money("USD 5 EUR", point, usd).is_refused());
  EXPECT_TRUE(read_money("5%", point, usd).is_refused());
}

TEST(MoneyCell, RefusesOrRoundsWhatIsFinerThanACent) {
  EXPECT_TRUE(read_money("1.005", point, usd).is_refused());
  EXPECT_TRUE(read_money("500.5", point, jpy).is_refused());
  EXPECT_EQ(read_money("1.005", point, usd, FinerThanMinor::rounded).value, (Money{101, usd}));
  EXPECT_EQ(read_money("-1.005", point, usd, FinerThanMinor::rounded).value, (Money{-101, usd}));
  EXPECT_EQ(read_money("1.0049999", point, usd, FinerThanMinor::rounded).value, (Money{100, usd}));
  EXPECT_TRUE(read_money("999999999999999999", point, usd).is_refused());
}

TEST(MoneyCell, FindsTheCurrencyInAHeader) {
  EXPECT_EQ(currency_in_header("Amount spent (USD)"), usd);
  EXPECT_EQ(currency_in_header("Amount EUR"), eur);
  EXPECT_FALSE(currency_in_header("Amount"));
  EXPECT_FALSE(currency_in_header("Probability (%)"));
  EXPECT_FALSE(currency_in_header("Sales CRM"));
  EXPECT_FALSE(currency_in_header("Over the top"));
  EXPECT_EQ(read_currency(" eur ").value, eur);
  EXPECT_TRUE(read_currency("Euro").is_refused());
  EXPECT_TRUE(read_currency("").is_absent());
}

/// The number with groups and two decimals, as a locale writes it.
std::string written(std::int64_t minor, char decimal, std::string_view group) {
  std::string whole = std::to_string(std::abs(minor) / 100),
              fraction = std::to_string(100 + std::abs(minor) % 100).substr(1);
  for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3)
    whole.insert(static_cast<std::size_t>(at), group);
  return (minor < 0 ? "-" : "") + whole + decimal + fraction;
}

RC_GTEST_PROP(NumberCellProperty, ReadsBackAnyAmountInAnyLocale, ()) {
  const auto minor = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  for (std::string_view group : {"", ",", " ", "'", "\u202f", "\u2019"})
    RC_ASSERT(read_money(written(minor, '.', group), point, usd).value == (Money{minor, usd}));
  for (std::string_view group : {"", ".", " ", "\u00a0"}) {
    const auto cell = written(minor, ',', group);
    RC_ASSERT(read_money(cell, comma, usd).value == (Money{minor, usd}));
    RC_ASSERT(detect_number_format({cell}).format == comma);
  }
}

}  // namespace
}  // namespace accord::importing
