// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accord::web {

/// The text behind `%C3%A9`; nothing where an escape is broken, or the result is not clean UTF-8 text.
std::optional<std::string> percent_decode(std::string_view);
/// Everything but letters, digits and `-._~` as escapes: safe in a path's segment and in a query.
std::string percent_encode(std::string_view);

/// The decoded pairs of a query, in the order in which they came.
struct Query {
  std::vector<std::pair<std::string, std::string>> pairs{};

  /// The first value of that name, or null.
  const std::string* find(std::string_view name) const;
};

constexpr std::size_t query_pairs_max = 100;
constexpr std::size_t query_pair_bytes_max = 4'096;

/// Reads `stage=Won&text=a+b`, without the question mark; nothing where a pair is broken, too long or one
/// too many.
std::optional<Query> parse_query(std::string_view);

}  // namespace accord::web
