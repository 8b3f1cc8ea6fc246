// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "importing/number_cell.hpp"

namespace accord::importing {

/// The sign or code of a currency that stands beside a number; empty: none does.
struct CurrencySign {
  std::string_view text;
  std::string_view codes;  ///< the currencies it may stand for, a blank between them
};
CurrencySign currency_sign(std::string_view cell);

/// As `read_decimal`, of a number beside which this sign may stand.
CellValue<Decimal> read_decimal_beside(std::string_view cell, NumberFormat format, std::string_view sign);

}  // namespace accord::importing
