// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>
#include <utility>

#include "web/server.hpp"

namespace accord::tests {

/// A peer that is no HTTP client: it sends exactly what it is told to and keeps what comes back.
class Peer {
 public:
  explicit Peer(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    // A reply that does not come fails its test instead of hanging it.
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer() { ::close(socket_); }

  Peer& send(std::string_view text) {
    while (!text.empty()) {
      const auto sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return *this;
  }

  Peer& send_all_there_is() {
    ::shutdown(socket_, SHUT_WR);
    return *this;
  }

  /// The next reply, whole; a reply to HEAD has a length and no body.
  std::string reply(bool has_body = true) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!receive()) return std::exchange(received_, {});
    }
    const auto length_at = received_.find("Content-Length: ");
    std::size_t size = end + 4;
    if (has_body && length_at < end) size += std::stoul(received_.substr(length_at + 16));
    while (received_.size() < size && receive()) {
    }
    std::string whole = received_.substr(0, size);
    received_.erase(0, size);
    return whole;
  }

  /// What came until these words did, and they; all that came where the connection ended first.
  std::string until(std::string_view words) {
    std::size_t at = 0;
    while ((at = received_.find(words)) == std::string::npos && receive()) {
    }
    const std::size_t size = at == std::string::npos ? received_.size() : at + words.size();
    std::string whole = received_.substr(0, size);
    received_.erase(0, size);
    return whole;
  }

  /// Keeps next to nothing of what comes while nobody reads.
  Peer& with_small_buffer() {
    const int bytes = 2'048;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    return *this;
  }

  /// Whether the server closed in good order, with nothing more to say.
  bool is_closed() { return received_.empty() && ::recv(socket_, buffer_.data(), 1, 0) == 0; }

  /// Drops the connection as a crashed peer does.
  void reset() {
    const linger now{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(std::exchange(socket_, -1));
  }

 private:
  bool receive() {
    const auto got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return false;
    received_.append(buffer_.data(), static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  std::string received_{};
  std::array<char, 65536> buffer_{};
};

/// A server on a free port that runs for the length of a test.
class Running {
 public:
  Running(web::ServerOptions options, web::Server::Handle handle)
      : server_(at_any_port(std::move(options)), std::move(handle)), thread_([this] { server_.run(); }) {}
  ~Running() {
    stop();
    if (thread_.joinable()) thread_.join();
  }

  std::uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }
  void wait() { thread_.join(); }

 private:
  static web::ServerOptions at_any_port(web::ServerOptions options) {
    options.port = 0;
    return options;
  }

  web::Server server_;
  std::thread thread_;
};

}  // namespace accord::tests
