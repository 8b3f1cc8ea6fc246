// SPDX-License-Identifier: Apache-2.0
#include "base/money.hpp"

#include <algorithm>
#include <limits>

#include "base/check.hpp"

namespace accord {
namespace {

bool is_one_of(std::string_view code, std::string_view list) {
  for (std::size_t at = 0; at + 3 <= list.size(); at += 4) {
    if (list.substr(at, 3) == code) return true;
  }
  return false;
}

std::string_view symbol(Currency currency) {
  const auto code = currency.text();
  if (code == "USD") return "$";
  if (code == "EUR") return "€";
  if (code == "GBP") return "£";
  if (code == "JPY") return "¥";
  return {};
}

std::string grouped(std::uint64_t whole) {
  std::string digits = std::to_string(whole);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  }
  return digits;
}

}  // namespace

std::optional<Currency> parse_currency(std::string_view text) {
  Currency currency;
  if (text.size() != 3) return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) {
    char letter = text[i];
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    if (letter < 'A' || letter > 'Z') return std::nullopt;
    currency.code[i] = letter;
  }
  return currency;
}

int minor_digits(Currency currency) {
  if (is_one_of(currency.text(), "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"))
    return 0;
  if (is_one_of(currency.text(), "BHD IQD JOD KWD LYD OMR TND")) return 3;
  return 2;
}

Money operator+(Money a, Money b) {
  CHECK(a.currency == b.currency);
  std::int64_t sum = 0;
  CHECK(!__builtin_add_overflow(a.minor, b.minor, &sum));
  return {sum, a.currency};
}

Money operator-(Money a, Money b) {
  CHECK(a.currency == b.currency);
  std::int64_t difference = 0;
  CHECK(!__builtin_sub_overflow(a.minor, b.minor, &difference));
  return {difference, a.currency};
}

Money& operator+=(Money& a, Money b) { return a = a + b; }

Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator) {
  CHECK(denominator != 0);
  __extension__ using Wide = __int128;
  Wide product = Wide{amount.minor} * numerator;
  Wide divisor = denominator;
  if (divisor < 0) product = -product, divisor = -divisor;
  const Wide half = divisor / 2;
  const Wide result = product >= 0 ? (product + half) / divisor : (product - half) / divisor;
  CHECK(result <= std::numeric_limits<std::int64_t>::max() &&
        result >= std::numeric_limits<std::int64_t>::min());
  return {static_cast<std::int64_t>(result), amount.currency};
}

std::string in_words(Money amount) {
  const int digits = minor_digits(amount.currency);
  const auto magnitude = amount.minor < 0 ? 0 - static_cast<std::uint64_t>(amount.minor)
                                          : static_cast<std::uint64_t>(amount.minor);
  std::uint64_t unit = 1;
  for (int i = 0; i < digits; ++i) unit *= 10;
  std::string text = grouped(magnitude / unit);
  if (magnitude % unit != 0) {
    const std::string cents = std::to_string(magnitude % unit);
    text += "." + std::string(static_cast<std::size_t>(digits) - cents.size(), '0') + cents;
  }
  const auto sign = symbol(amount.currency);
  text = sign.empty() ? std::string(amount.currency.text()) + " " + text : std::string(sign) + text;
  return amount.minor < 0 ? "−" + text : text;
}

}  // namespace accord
