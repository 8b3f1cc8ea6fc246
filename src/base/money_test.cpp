// SPDX-License-Identifier: Apache-2.0
#include "base/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.hpp"

namespace accord {
namespace {

const Currency usd = *parse_currency("USD");
const Currency jpy = *parse_currency("jpy");

TEST(MoneyTest, IsWrittenAsPeopleReadIt) {
  EXPECT_EQ(in_words(Money{123'456, usd}), "$1,234.56");
  EXPECT_EQ(in_words(Money{-5, usd}), "−$0.05");
  EXPECT_EQ(in_words(Money{100'000'000, usd}), "$1,000,000");
  EXPECT_EQ(in_words(Money{1'500, jpy}), "¥1,500");
  EXPECT_EQ(in_words(Money{1'500, *parse_currency("KWD")}), "KWD 1.500");
  EXPECT_EQ(in_words(Money{std::numeric_limits<std::int64_t>::min(), usd}), "−$92,233,720,368,547,758.08");
}

TEST(MoneyTest, RefusesToAddCurrenciesOrOverflow) {
  EXPECT_THROW(Money({1, usd}) + Money({1, jpy}), Bug);
  EXPECT_THROW(Money({std::numeric_limits<std::int64_t>::max(), usd}) + Money({1, usd}), Bug);
}

TEST(MoneyTest, ParsesThreeLettersOnly) {
  EXPECT_FALSE(parse_currency("US"));
  EXPECT_FALSE(parse_currency("U5D"));
  EXPECT_FALSE(parse_currency("USDX"));
}

RC_GTEST_PROP(MoneyProperty, ScalingRoundsHalfAwayFromZero, (std::int32_t minor, std::int32_t numerator)) {
  const auto denominator = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
  const auto scaled_minor = scaled(Money{minor, usd}, numerator, denominator).minor;
  const auto exact = static_cast<long double>(minor) * numerator / static_cast<long double>(denominator);
  RC_ASSERT(std::abs(static_cast<long double>(scaled_minor) - exact) <= 0.5L);
  RC_ASSERT(scaled(Money{-std::int64_t{minor}, usd}, numerator, denominator).minor == -scaled_minor);
}

}  // namespace
}  // namespace accord
