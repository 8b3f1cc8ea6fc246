// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <memory>
#include <unordered_set>
#include <vector>

#include "web/server.hpp"

namespace accord::web {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

class Connection;

/// One io thread: what runs on it needs no lock. The connections outlast the context that ends them.
struct Loop {
  std::unordered_set<Connection*> connections{};
  asio::io_context io{1};
  asio::steady_timer ticker{io};  ///< finds late connections, and keeps the thread alive
  Clock::time_point stop_by = Clock::time_point::max();
};

/// What all connections of a server share. The pools end first: what they run answers to the loops.
struct Shared {
  Shared(ServerOptions, Server::Handle);

  ServerOptions options;
  Server::Handle handle;
  std::atomic<std::size_t> served{0};       ///< connections that are served
  std::atomic<std::size_t> turned_away{0};  ///< connections that are told to come back later
  std::atomic<std::size_t> body_bytes{0};   ///< held by all requests now
  std::atomic<bool> is_stopping{false};
  std::vector<std::unique_ptr<Loop>> loops{};
  asio::thread_pool readers;   ///< run what only reads, and so never wait for the writer
  asio::thread_pool changers;  ///< run the rest
};

/// Takes the socket over, on the loop's thread, until either side ends it; past the bounds it is turned away.
void admit(Shared&, Loop&, asio::ip::tcp::socket);

/// Ends the waits of late connections, and of idle ones where the server stops.
void sweep(Loop&, Clock::time_point now);

}  // namespace accord::web
