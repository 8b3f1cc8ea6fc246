// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace accord::web {

/// The first cookie of that name in a `Cookie` header; nothing where it is absent or has forbidden
/// characters.
std::optional<std::string> cookie_named(std::string_view header, std::string_view name);

/// A cookie that scripts cannot read and that other sites' requests do not carry.
struct Cookie {
  std::string_view name;
  std::string_view value;           ///< empty, with `max_age` 0, removes it
  std::chrono::seconds max_age{0};  ///< how long the browser keeps it
  bool is_secure = true;            ///< sent over TLS only; false for plain HTTP on loopback
};

/// The value of the `Set-Cookie` header; a name or value with forbidden characters is a bug of the caller.
std::string set_cookie(const Cookie&);

}  // namespace accord::web
