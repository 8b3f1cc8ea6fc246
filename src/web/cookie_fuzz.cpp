// SPDX-License-Identifier: Apache-2.0
#include "web/cookie.hpp"

#include <cstdint>
#include <cstdlib>

using namespace accord::web;

/// Whatever is read from a header can be written again and reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view header(reinterpret_cast<const char*>(data), size);
  const auto value = cookie_named(header, "session");
  if (!value) return 0;
  const std::string written = set_cookie({.name = "session", .value = *value});
  if (cookie_named(written, "session") != value) std::abort();
  return 0;
}
