// SPDX-License-Identifier: Apache-2.0
#include "web/cookie.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/text.hpp"

namespace accord::web {
namespace {

/// RFC 6265's cookie-octet: visible ASCII without quotes, comma, semicolon and backslash.
bool is_cookie_octet(char c) {
  return c > 0x20 && c < 0x7F && std::string_view("\",;\\").find(c) == std::string_view::npos;
}

bool is_cookie_value(std::string_view text) { return std::ranges::all_of(text, is_cookie_octet); }

bool is_cookie_name(std::string_view text) {
  return !text.empty() && is_cookie_value(text) &&
         text.find_first_of("()<>@:/[]?={}") == std::string_view::npos;
}

std::string_view without_quotes(std::string_view value) {
  const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

std::optional<std::string> cookie_named(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(header.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name) continue;
    const auto value = without_quotes(trimmed(pair.substr(equals + 1)));
    if (!is_cookie_value(value)) return std::nullopt;
    return std::string(value);
  }
  return std::nullopt;
}

std::string set_cookie(const Cookie& cookie) {
  CHECK(is_cookie_name(cookie.name));
  CHECK(is_cookie_value(cookie.value));
  std::string text(cookie.name);
  text.append("=").append(cookie.value);
  text += "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(cookie.max_age.count());
  if (cookie.is_secure) text += "; Secure";
  return text;
}

}  // namespace accord::web
