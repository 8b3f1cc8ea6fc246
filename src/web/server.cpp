// SPDX-License-Identifier: Apache-2.0
#include "web/server.hpp"

#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <thread>

#include "base/check.hpp"
#include "web/connection.hpp"
#include "web/log.hpp"

namespace accord::web {

using asio::ip::tcp;
using boost::system::error_code;

namespace {

/// Where the process has no descriptor left, accepting again at once would only spin.
constexpr auto accept_pause = std::chrono::milliseconds{100};

std::string bind_failure(const ServerOptions& options, const error_code& error) {
  const std::string port = std::to_string(options.port);
  if (error == asio::error::address_in_use)
    return "Port " + port + " is taken by another program. Stop that one, or choose another with --port.";
  if (error == asio::error::access_denied)
    return "This user may not open port " + port + ". Choose one above 1023 with --port.";
  return "Cannot listen on " + options.address + ", port " + port + ": " + error.message() +
         ". Choose an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.";
}

void require(const ServerOptions& options, const error_code& error) {
  if (error) throw Fault(bind_failure(options, error));
}

/// Fine enough for the shortest bound and for what streams tell, and rare enough to cost nothing.
Clock::duration tick_of(const ServerOptions& options) {
  const auto shortest = std::min({options.header_timeout, options.body_timeout, options.idle_timeout,
                                  options.write_timeout, options.stop_timeout});
  return std::clamp<Clock::duration>(shortest / 8, std::chrono::milliseconds{5},
                                     std::chrono::milliseconds{250});
}

}  // namespace

struct Server::State {
  State(ServerOptions options, Handle handle);

  void listen();
  void accept_next();
  void pause_accepting(const error_code& error);
  void tick(Loop& loop);
  void run(Loop& loop);
  void stop(Loop& loop);

  Shared shared;
  tcp::acceptor acceptor;
  asio::steady_timer accept_timer;
  std::uint16_t port = 0;
  std::size_t next_loop = 0;
};

Server::State::State(ServerOptions options, Handle handle)
    : shared(std::move(options), std::move(handle)),
      acceptor(shared.loops.front()->io),
      accept_timer(shared.loops.front()->io) {
  listen();
  accept_next();
  for (const auto& loop : shared.loops) tick(*loop);
}

void Server::State::listen() {
  const auto& options = shared.options;
  error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  require(options, error);
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  require(options, error);
  acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  require(options, error);
  acceptor.bind(endpoint, error);
  require(options, error);
  acceptor.listen(tcp::acceptor::max_listen_connections, error);
  require(options, error);
  port = acceptor.local_endpoint().port();
}

/// Connections go to the loops in turn, and stay there.
void Server::State::accept_next() {
  Loop& loop = *shared.loops[next_loop++ % shared.loops.size()];
  acceptor.async_accept(loop.io, [this, &loop](const error_code& error, tcp::socket socket) {
    if (!acceptor.is_open()) return;
    if (error) return pause_accepting(error);
    asio::dispatch(loop.io, [this, &loop, socket = std::move(socket)]() mutable {
      admit(shared, loop, std::move(socket));
    });
    accept_next();
  });
}

void Server::State::pause_accepting(const error_code& error) {
  log_error("cannot accept a connection: " + error.message());
  accept_timer.expires_after(accept_pause);
  accept_timer.async_wait([this](const error_code&) {
    if (acceptor.is_open()) accept_next();
  });
}

/// Ends by itself once the server stops and the last connection of the loop has gone.
void Server::State::tick(Loop& loop) {
  const auto now = Clock::now();
  if (now >= loop.stop_by) return loop.io.stop();
  sweep(loop, now);
  if (shared.is_stopping && loop.connections.empty()) return;
  loop.ticker.expires_after(tick_of(shared.options));
  loop.ticker.async_wait([this, &loop](const error_code&) { tick(loop); });
}

void Server::State::run(Loop& loop) {
  while (true) {
    try {
      loop.io.run();
      return;
    } catch (const std::exception& error) {
      log_error(std::string("the server goes on after: ") + error.what());
    }
  }
}

void Server::State::stop(Loop& loop) {
  if (&loop == shared.loops.front().get()) {
    error_code ignored;
    acceptor.close(ignored);
    accept_timer.cancel();
  }
  loop.stop_by = Clock::now() + shared.options.stop_timeout;
  loop.ticker.cancel();
}

Server::Server(ServerOptions options, Handle handle)
    : state_(std::make_unique<State>(std::move(options), std::move(handle))) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->port; }

void Server::run() {
  const auto& loops = state_->shared.loops;
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < loops.size(); ++i) {
    threads.emplace_back([this, &loop = *loops[i]] { state_->run(loop); });
  }
  state_->run(*loops.front());
}

void Server::stop() {
  if (state_->shared.is_stopping.exchange(true)) return;
  for (const auto& loop : state_->shared.loops) {
    asio::post(loop->io, [this, &loop = *loop] { state_->stop(loop); });
  }
}

}  // namespace accord::web
