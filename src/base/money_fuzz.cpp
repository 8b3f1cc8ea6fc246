// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "base/money.hpp"

/// Any three letters are a currency that reads back, and any amount in it can be put into words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  auto currency = accord::parse_currency(text.substr(0, 3));
  if (!currency) return 0;
  if (accord::parse_currency(currency->text()) != currency) std::abort();
  accord::Money amount{0, *currency};
  std::memcpy(&amount.minor, data + 3, size - 3 < 8 ? size - 3 : 8);
  if (accord::in_words(amount).empty()) std::abort();
  return 0;
}
