// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/day.hpp"
#include "base/instant.hpp"

/// What is read as a day or an instant reads the same again from how it is written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  if (auto day = accord::parse_day(text); day && accord::to_string(*day) != text) std::abort();
  if (auto at = accord::parse_instant(text); at && accord::parse_instant(accord::to_string(*at)) != at)
    std::abort();
  return 0;
}
