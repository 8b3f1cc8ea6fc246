// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accord::web {

struct Header {
  std::string name, value;
};

/// One request as it came in; sizes are bounded before it gets here.
struct HttpRequest {
  std::string method;             ///< `GET`, in capitals
  std::string target;             ///< path and query, still percent-encoded
  std::vector<Header> headers{};  ///< names in lower case
  std::string body{};
  std::string remote{};  ///< the peer's address, for rate limits and logs

  /// The first header of that (lower-case) name, or empty.
  std::string_view header(std::string_view name) const;
};

struct HttpReply {
  int status = 200;
  std::vector<Header> headers{};
  std::string body{};
  std::string_view asset{};  ///< sent instead of `body` where not empty; lives as long as the program
};

}  // namespace accord::web
