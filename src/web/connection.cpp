// SPDX-License-Identifier: Apache-2.0
#include "web/connection.hpp"

#include "base/instant.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <ctime>

#include "base/text.hpp"
#include "web/log.hpp"
#include "web/wire.hpp"

namespace accord::web {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Parser = http::request_parser<http::buffer_body>;

namespace {

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t body_chunk_bytes = 64U << 10U;
constexpr std::size_t turned_away_max = 256;
/// A peer that is still sending gets this long to read why it was refused, as a close would discard the
/// reply.
constexpr auto linger_quiet = std::chrono::seconds{2};
constexpr auto linger_total = std::chrono::seconds{30};

/// What a peer that does not read may leave in the kernel, for each of thousands of streams.
constexpr int stream_buffer_bytes = 16 << 10;

enum class Next { keep, leave, gone, follow };
enum class Phase { idle, header, body, answering, sending, following, lingering };

/// What one request takes of the memory that all bodies share.
class BodyShare {
 public:
  explicit BodyShare(Shared& shared) : shared_(shared) {}
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;
  ~BodyShare() { shared_.body_bytes -= bytes_; }

  bool take(std::size_t bytes) {
    bytes_ += bytes;
    return shared_.body_bytes.fetch_add(bytes) + bytes <= shared_.options.all_bodies_bytes_max;
  }

 private:
  Shared& shared_;
  std::size_t bytes_ = 0;
};

/// One request on its way in.
struct Incoming {
  explicit Incoming(Shared& shared) : share(shared) {
    parser.header_limit(static_cast<std::uint32_t>(shared.options.header_bytes_max));
    parser.body_limit(shared.options.body_bytes_max);
  }

  Parser parser{};
  HttpRequest request{};
  BodyShare share;
  const Rule* refusal = nullptr;
  bool is_gone = false;
};

/// How the reply to this request tells that the connection stays.
Ending ending_of(const Parser& parser, bool is_stopping) {
  if (is_stopping || !parser.keep_alive()) return Ending::closes;
  return parser.get().version() == 10 ? Ending::keeps_as_old_client_asked : Ending::keeps;
}

bool expects_continue(const Parser& parser) {
  return parser.get().version() == 11 && parser.get().count(http::field::expect) > 0;
}

/// What the parser lets pass and the server does not take. A coding that is not understood would leave
/// unclear where the next request begins.
const Rule* refusal_of(const Parser& parser) {
  const auto& head = parser.get();
  const auto coding = head[http::field::transfer_encoding];
  if (!coding.empty() && (!beast::iequals(coding, "chunked") || head.version() == 10))
    return &refused::coding_is_unknown;
  if (head.version() == 11 && head.count(http::field::host) != 1) return &refused::host_is_missing;
  if (path_and_query_of(head.target()).empty()) return &refused::target_is_not_a_path;
  if (expects_continue(parser) && !beast::iequals(head[http::field::expect], "100-continue"))
    return &refused::expectation_is_unknown;
  return nullptr;
}

/// The rule that a broken read stands for; null where the peer went away.
const Rule* refusal_of(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return &refused::header_is_too_large;
  if (error == http::error::body_limit) return &refused::body_is_too_large;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return nullptr;
  const bool is_syntax = error.category() == http::make_error_code(http::error::bad_method).category();
  return is_syntax ? &refused::request_is_not_http : nullptr;
}

void take_head(const Parser& parser, HttpRequest& request) {
  const auto& head = parser.get();
  request.method = std::string(head.method_string());
  request.target = std::string(path_and_query_of(head.target()));
  for (const auto& field : head) {
    request.headers.push_back({lower(field.name_string()), std::string(field.value())});
  }
}

/// Whatever escapes the handler is a mistake: the log has it whole, the peer learns no details.
HttpReply answer(const Shared& shared, const HttpRequest& request) {
  const auto failed = [&](std::string_view what) {
    log_error(request.method + " " + request.target.substr(0, request.target.find('?')) +
              " failed: " + std::string(what));
    return failure_reply();
  };
  try {
    HttpReply reply = shared.handle(request);
    head_of(reply, Ending::keeps, 0);
    return reply;
  } catch (const std::exception& error) {
    return failed(error.what());
  } catch (...) {
    return failed("something that is not a std::exception");
  }
}

bool is_read(const HttpRequest& request) { return request.method == "GET" || request.method == "HEAD"; }

/// Runs the handler on a pool; the coroutine that waits for it goes on on its own loop. While something large
/// is stored, acts that wait fill only their own pool.
awaitable<HttpReply> answered(Shared& shared, const HttpRequest& request) {
  const auto start = [&shared, &request](auto handler) {
    auto& pool = is_read(request) ? shared.readers : shared.changers;
    asio::post(pool, [&shared, &request, handler = std::move(handler)]() mutable {
      HttpReply reply = answer(shared, request);
      auto executor = asio::get_associated_executor(handler);
      asio::post(executor, [handler = std::move(handler), reply = std::move(reply)]() mutable {
        std::move(handler)(std::move(reply));
      });
    });
  };
  return asio::async_initiate<const asio::use_awaitable_t<>, void(HttpReply)>(start, asio::use_awaitable);
}

}  // namespace

/// Reads requests and writes replies, in order, one at a time, until either side has enough.
/// `co_await` stands alone in its statement: g++ 12 miscompiles it beside `&&`, and beside braces.
class Connection {
 public:
  Connection(Shared& shared, Loop& loop, tcp::socket socket, std::atomic<std::size_t>& place);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  awaitable<void> serve();
  awaitable<void> turn_away();
  void cancel_if_due(Clock::time_point now);

 private:
  awaitable<bool> wait_for_request(Clock::duration timeout);
  awaitable<Next> exchange();
  awaitable<void> receive(Incoming&);
  awaitable<void> read_header(Incoming&);
  awaitable<void> read_body(Incoming&);
  awaitable<Next> send(const HttpReply&, Ending, bool is_head);
  awaitable<void> follow();
  awaitable<bool> send_all(std::string_view head, std::string_view body);
  awaitable<void> linger();

  void enter(Phase phase, Clock::time_point deadline);
  void note(const error_code&, Incoming&) const;

  Shared& shared_;
  Loop& loop_;
  tcp::socket socket_;
  std::atomic<std::size_t>& place_;
  beast::flat_buffer buffer_;
  std::shared_ptr<Stream> stream_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::string remote_;
};

Connection::Connection(Shared& shared, Loop& loop, tcp::socket socket, std::atomic<std::size_t>& place)
    : shared_(shared),
      loop_(loop),
      socket_(std::move(socket)),
      place_(place),
      buffer_(shared.options.header_bytes_max) {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  const auto peer = socket_.remote_endpoint(ignored);
  if (!ignored) remote_ = peer.address().to_string();
  loop_.connections.insert(this);
  ++place_;
}

Connection::~Connection() {
  --place_;
  loop_.connections.erase(this);
}

awaitable<void> Connection::serve() {
  bool is_there = co_await wait_for_request(shared_.options.header_timeout);
  while (is_there) {
    const Next next = co_await exchange();
    if (next == Next::follow) co_await follow();
    stream_.reset();
    if (next == Next::leave || next == Next::follow) co_await linger();
    if (next != Next::keep) co_return;
    is_there = co_await wait_for_request(shared_.options.idle_timeout);
  }
}

awaitable<void> Connection::turn_away() {
  const HttpReply reply = refusal_reply(refused::server_is_full);
  const Next next = co_await send(reply, Ending::closes, false);
  if (next == Next::leave) co_await linger();
}

/// While a connection is idle it holds no buffer; thousands may be.
awaitable<bool> Connection::wait_for_request(Clock::duration timeout) {
  if (buffer_.size() > 0) co_return true;
  if (shared_.is_stopping) co_return false;
  buffer_.shrink_to_fit();
  enter(Phase::idle, Clock::now() + timeout);
  const auto [error] = co_await socket_.async_wait(tcp::socket::wait_read, as_result);
  co_return !error;
}

awaitable<Next> Connection::exchange() {
  Incoming incoming(shared_);
  co_await receive(incoming);
  if (incoming.is_gone) co_return Next::gone;
  const bool is_head = incoming.parser.get().method() == http::verb::head;
  if (incoming.refusal != nullptr) {
    const HttpReply refusal = refusal_reply(*incoming.refusal);
    co_return co_await send(refusal, Ending::closes, is_head);
  }
  enter(Phase::answering, Clock::time_point::max());
  const HttpReply reply = co_await answered(shared_, incoming.request);
  if (reply.stream == nullptr || is_head)
    co_return co_await send(reply, ending_of(incoming.parser, shared_.is_stopping), is_head);
  const Next next = co_await send(reply, Ending::closes, is_head);
  stream_ = reply.stream;
  co_return next == Next::leave ? Next::follow : next;
}

awaitable<void> Connection::receive(Incoming& incoming) {
  co_await read_header(incoming);
  if (incoming.is_gone || incoming.refusal != nullptr) co_return;
  incoming.refusal = refusal_of(incoming.parser);
  if (incoming.refusal != nullptr) co_return;
  take_head(incoming.parser, incoming.request);
  incoming.request.remote = remote_;
  const bool is_waiting = !incoming.parser.is_done() && buffer_.size() == 0;
  if (is_waiting && expects_continue(incoming.parser)) {
    const bool is_sent = co_await send_all("HTTP/1.1 100 Continue\r\n\r\n", std::string_view());
    incoming.is_gone = !is_sent;
  }
  if (!incoming.is_gone) co_await read_body(incoming);
}

awaitable<void> Connection::read_header(Incoming& incoming) {
  enter(Phase::header, Clock::now() + shared_.options.header_timeout);
  const auto [error, size] = co_await http::async_read_header(socket_, buffer_, incoming.parser, as_result);
  note(error, incoming);
}

/// The body grows as it arrives, so that a length that is claimed takes no memory.
awaitable<void> Connection::read_body(Incoming& incoming) {
  auto& body = incoming.request.body;
  enter(Phase::body, Clock::now() + shared_.options.body_timeout);
  while (!incoming.parser.is_done() && !incoming.is_gone && incoming.refusal == nullptr) {
    const std::size_t had = body.size();
    const auto left = incoming.parser.content_length_remaining().value_or(body_chunk_bytes);
    const std::size_t chunk = std::max<std::size_t>(1, std::min<std::uint64_t>(left, body_chunk_bytes));
    if (!incoming.share.take(chunk)) {
      incoming.refusal = &refused::server_is_full;
      co_return;
    }
    body.resize(had + chunk);
    auto& target = incoming.parser.get().body();
    target.data = body.data() + had;
    target.size = chunk;
    const auto [error, size] = co_await http::async_read(socket_, buffer_, incoming.parser, as_result);
    body.resize(had + chunk - target.size);
    if (error != http::error::need_buffer) note(error, incoming);
  }
}

awaitable<Next> Connection::send(const HttpReply& reply, Ending ending, bool is_head) {
  const std::string head = head_of(reply, ending, SystemClock{}.now().ms / 1000);
  const std::string_view body = is_head ? std::string_view() : body_of(reply);
  const bool is_sent = co_await send_all(head, body);
  if (!is_sent) co_return Next::gone;
  co_return ending == Ending::closes ? Next::leave : Next::keep;
}

/// Sends what a stream has until either side ends it. Between two parts the connection holds no buffer and no
/// timer: the sweep ends its wait when there is news.
awaitable<void> Connection::follow() {
  error_code error;
  socket_.set_option(asio::socket_base::send_buffer_size(stream_buffer_bytes), error);
  buffer_.shrink_to_fit();
  while (!error && !shared_.is_stopping && !stream_->is_over()) {
    const std::string part = stream_->take();
    const bool is_sent = co_await send_all(part, std::string_view());
    if (!is_sent) co_return;
    enter(Phase::following, Clock::time_point::max());
    if (stream_->has_news()) continue;
    const auto [ended] = co_await socket_.async_wait(tcp::socket::wait_read, as_result);
    // Whoever follows has nothing more to say: the peer went away, or broke the order of HTTP.
    if (ended != asio::error::operation_aborted) co_return;
  }
}

/// A peer may read as slowly as it likes, but not stop.
awaitable<bool> Connection::send_all(std::string_view head, std::string_view body) {
  while (!head.empty() || !body.empty()) {
    enter(Phase::sending, Clock::now() + shared_.options.write_timeout);
    const std::array<asio::const_buffer, 2> parts{asio::buffer(head), asio::buffer(body)};
    const auto [error, size] = co_await socket_.async_write_some(parts, as_result);
    if (error) co_return false;
    const std::size_t of_head = std::min(size, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(size - of_head);
  }
  co_return true;
}

/// Lets the peer read the last reply: closing while it still sends would throw the reply away.
awaitable<void> Connection::linger() {
  error_code error;
  socket_.shutdown(tcp::socket::shutdown_send, error);
  const auto end = Clock::now() + linger_total;
  while (!error && !shared_.is_stopping) {
    buffer_.clear();
    enter(Phase::lingering, std::min(end, Clock::now() + linger_quiet));
    const auto space = buffer_.prepare(buffer_.max_size());
    const auto [failure, size] = co_await socket_.async_read_some(space, as_result);
    error = failure;
  }
}

void Connection::cancel_if_due(Clock::time_point now) {
  const bool is_following = phase_ == Phase::following;
  const bool is_between =
      is_following || phase_ == Phase::idle || phase_ == Phase::header || phase_ == Phase::lingering;
  const bool has_news = is_following && stream_ != nullptr && stream_->has_news();
  if (now < deadline_ && !has_news && !(shared_.is_stopping && is_between)) return;
  error_code ignored;
  socket_.cancel(ignored);
}

void Connection::enter(Phase phase, Clock::time_point deadline) {
  phase_ = phase;
  deadline_ = deadline;
}

void Connection::note(const error_code& error, Incoming& incoming) const {
  if (!error) return;
  const bool is_late = error == asio::error::operation_aborted && Clock::now() >= deadline_;
  incoming.refusal = is_late ? &refused::request_is_too_slow : refusal_of(error);
  incoming.is_gone = incoming.refusal == nullptr;
}

Shared::Shared(ServerOptions given, Server::Handle handler)
    : options(std::move(given)),
      handle(std::move(handler)),
      readers(std::max<std::size_t>(1, options.handler_threads)),
      changers(std::max<std::size_t>(1, options.change_threads)) {
  for (std::size_t i = 0; i < std::max<std::size_t>(1, options.io_threads); ++i) {
    loops.push_back(std::make_unique<Loop>());
  }
}

void admit(Shared& shared, Loop& loop, tcp::socket socket) {
  const bool is_full = shared.served >= shared.options.connections_max;
  if (shared.is_stopping || (is_full && shared.turned_away >= turned_away_max)) return;
  auto connection = std::make_unique<Connection>(shared, loop, std::move(socket),
                                                 is_full ? shared.turned_away : shared.served);
  auto life = is_full ? connection->turn_away() : connection->serve();
  auto ended = [&shared, &loop,
                connection = std::move(connection)](const std::exception_ptr& failure) mutable {
    try {
      if (failure) std::rethrow_exception(failure);
    } catch (const std::exception& error) {
      log_error(std::string("a connection failed: ") + error.what());
    }
    connection.reset();
    if (shared.is_stopping && loop.connections.empty()) loop.ticker.cancel();
  };
  asio::co_spawn(loop.io, std::move(life), std::move(ended));
}

void sweep(Loop& loop, Clock::time_point now) {
  for (Connection* connection : loop.connections) connection->cancel_if_due(now);
}

}  // namespace accord::web
