// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accord {

/// An ISO 4217 code of three capital letters.
struct Currency {
  std::array<char, 3> code{'X', 'X', 'X'};
  friend auto operator<=>(const Currency&, const Currency&) = default;
  std::string_view text() const { return {code.data(), code.size()}; }
};

std::optional<Currency> parse_currency(std::string_view);
/// How many digits follow the decimal point: 2 for USD, 0 for JPY, 3 for KWD.
int minor_digits(Currency);

/// An amount in integer minor units of one currency: {1234, USD} is $12.34.
struct Money {
  std::int64_t minor = 0;
  Currency currency;
  friend bool operator==(const Money&, const Money&) = default;
};

/// Both must have the same currency; a sum beyond 64 bits is a bug, not a wrong figure.
Money operator+(Money, Money);
Money operator-(Money, Money);
Money& operator+=(Money&, Money);

/// `amount` × numerator ÷ denominator in 128 bits, rounded half away from zero. The denominator is not zero.
Money scaled(Money amount, std::int64_t numerator, std::int64_t denominator);

/// `$12.34`, `€1,234`, `CHF 1,234.50`: whole units without decimals where there are none.
std::string in_words(Money);

}  // namespace accord
