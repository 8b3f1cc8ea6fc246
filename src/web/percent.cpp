// SPDX-License-Identifier: Apache-2.0
#include "web/percent.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace accord::web {
namespace {

enum class Plus { stays, is_space };

/// The value of a hexadecimal digit, or -1.
int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decode(std::string_view text, Plus plus) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? digit_value(text[i + 1]) : -1;
      const int low = high >= 0 ? digit_value(text[i + 2]) : -1;
      if (low < 0) return std::nullopt;
      result += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      result += plus == Plus::is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!is_clean_text(result)) return std::nullopt;
  return result;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text) { return decode(text, Plus::stays); }

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += '%';
      result += digits[byte >> 4U];
      result += digits[byte & 0xFU];
    }
  }
  return result;
}

const std::string* Query::find(std::string_view name) const {
  const auto found = std::ranges::find(pairs, name, &std::pair<std::string, std::string>::first);
  return found == pairs.end() ? nullptr : &found->second;
}

std::optional<Query> parse_query(std::string_view text) {
  Query query;
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    if (pair.empty()) continue;
    if (pair.size() > query_pair_bytes_max || query.pairs.size() == query_pairs_max) return std::nullopt;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals), Plus::is_space);
    auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
    if (!name || !value) return std::nullopt;
    query.pairs.emplace_back(std::move(*name), std::move(*value));
  }
  return query;
}

}  // namespace accord::web
