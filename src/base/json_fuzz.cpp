// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "base/figure.hpp"
#include "base/json.hpp"

/// Whatever comes in as a body is either read into a record that writes itself back alike, or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace accord;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const auto figure = from_json<Figure>(parse_json(text));
    const auto once = json::serialize(to_json(figure));
    if (json::serialize(to_json(from_json<Figure>(parse_json(once)))) != once) std::abort();
  } catch (const ShapeError&) {
    // Refused with its place, which is what the caller is told.
  }
  return 0;
}
