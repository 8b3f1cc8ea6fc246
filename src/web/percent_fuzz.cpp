// SPDX-License-Identifier: Apache-2.0
#include "web/percent.hpp"

#include <cstdint>
#include <cstdlib>

using namespace accord::web;

namespace {

void expect(bool condition) {
  if (!condition) std::abort();
}

std::string written(const Query& query) {
  std::string text;
  for (const auto& [name, value] : query.pairs) {
    text += percent_encode(name) + "=" + percent_encode(value) + "&";
  }
  return text;
}

}  // namespace

/// What was decoded encodes to something that decodes to the same, and the bounds hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto decoded = percent_decode(text)) expect(percent_decode(percent_encode(*decoded)) == decoded);
  const auto query = parse_query(text);
  if (!query) return 0;
  expect(query->pairs.size() <= query_pairs_max);
  // Escapes are longer than what they stand for, so only a query that stays within its bounds is read again.
  const std::string again = written(*query);
  if (again.size() <= query_pair_bytes_max) expect(parse_query(again)->pairs == query->pairs);
  return 0;
}
