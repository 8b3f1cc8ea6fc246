// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "web/http.hpp"

namespace accord::web {

/// Every bound has a name, a default and a sentence in the manual.
struct ServerOptions {
  using ms = std::chrono::milliseconds;
  std::string address = "127.0.0.1";
  std::uint16_t port = 7700;                ///< 0 lets the system choose
  std::size_t io_threads = 1;               ///< threads that only move bytes
  std::size_t handler_threads = 4;          ///< threads that run what only reads
  std::size_t change_threads = 16;          ///< threads that run what changes; it may wait for the writer
  std::size_t body_bytes_max = 64U << 20U;  ///< larger bodies are answered 413
  std::size_t all_bodies_bytes_max = 1U << 30U;  ///< all bodies held at one time; past it, 503
  std::size_t header_bytes_max = 32U << 10U;     ///< larger headers are answered 431
  std::size_t connections_max = 4'096;           ///< further ones are answered 503 and closed
  ms header_timeout = std::chrono::seconds{15};  ///< to send the whole header
  ms body_timeout = std::chrono::seconds{120};   ///< to send the whole body
  ms idle_timeout = std::chrono::seconds{75};    ///< between two requests of one connection
  ms write_timeout = std::chrono::seconds{30};   ///< for the peer to take the next part of a reply
  ms stop_timeout = std::chrono::seconds{10};    ///< what running requests get when the server stops
};

/// An HTTP/1.1 server: keeps connections, bounds what they may send, and runs `handle` on its own pools.
class Server {
 public:
  using Handle = std::function<HttpReply(const HttpRequest&)>;

  /// Binds at once; throws Fault with a sentence that says what to do where the port is taken.
  Server(ServerOptions, Handle);
  /// Waits for handlers that outlived `run`, for they may use what the caller owns.
  ~Server();
  std::uint16_t port() const;
  /// Serves until `stop`; returns after running requests were answered or `stop_timeout` passed.
  void run();
  /// From any thread or a signal handler's thread.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace accord::web
