// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
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

/// A reply that goes on after its head, for as long as both sides want it. Whoever serves the connection asks
/// it on the thread that moves all bytes, several times a second: no answer may wait for anything.
class Stream {
 public:
  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  virtual ~Stream() = default;

  /// Whether there is something to take, or it is over.
  virtual bool has_news() = 0;
  /// What to send now; empty where there is nothing.
  virtual std::string take() = 0;
  virtual bool is_over() const = 0;
};

struct HttpReply {
  int status = 200;
  std::vector<Header> headers{};
  std::string body{};
  std::string_view asset{};          ///< sent instead of `body` where not empty; lives as long as the program
  std::shared_ptr<Stream> stream{};  ///< goes on after the head instead of either
};

}  // namespace accord::web
