// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace accord::exchange_rate {

/// The codes of ISO 4217 in use, three letters each with a space between them.
std::string_view codes_in_use();
/// Whether the three capital letters are a currency: one in use, or one that published rates still name.
bool is_currency(std::string_view code);

}  // namespace accord::exchange_rate
