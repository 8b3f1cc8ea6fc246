// SPDX-License-Identifier: Apache-2.0
#include "web/server.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <future>
#include <latch>
#include <thread>

#include "base/check.hpp"
#include "tests/peer.hpp"

namespace accord::web {
namespace {

using namespace std::chrono_literals;
using tests::Peer, tests::Running;

HttpReply echo(const HttpRequest& request) {
  return {200, {{"X-Method", request.method}}, request.target + " " + request.body};
}

std::string get(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string body_of(const std::string& reply) { return reply.substr(reply.find("\r\n\r\n") + 4); }

/// Every refusal has its status, its code, a remedy, and says that it closes.
void expect_problem(const std::string& reply, int status, std::string_view code) {
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 " + std::to_string(status))) << reply;
  ASSERT_TRUE(contains(reply, "application/problem+json")) << reply;
  const auto problem = boost::json::parse(body_of(reply)).as_object();
  EXPECT_EQ(problem.at("status").as_int64(), status);
  EXPECT_EQ(std::string_view(problem.at("code").as_string()), code);
  EXPECT_FALSE(problem.at("remedy").as_string().empty());
}

void expect_refused(Peer& peer, int status, std::string_view code) {
  const std::string reply = peer.reply();
  expect_problem(reply, status, code);
  EXPECT_TRUE(contains(reply, "Connection: close"));
  EXPECT_TRUE(peer.is_closed());
}

TEST(Server, KeepsTheConnection) {
  Running server({}, echo);
  Peer peer(server.port());
  for (const auto* target : {"/one", "/two?a=b", "/three"}) {
    const std::string reply = peer.send(get(target)).reply();
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << reply;
    EXPECT_EQ(body_of(reply), std::string(target) + " ");
    EXPECT_FALSE(contains(reply, "Connection:"));
  }
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  Running server({}, echo);
  Peer peer(server.port());
  std::string all;
  for (int i = 0; i < 200; ++i) {
    all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
  }
  peer.send(all);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(body_of(peer.reply()), "/" + std::to_string(i) + " abc");
}

TEST(Server, ReadsARequestInWhateverPiecesItArrives) {
  Running server({}, echo);
  Peer peer(server.port());
  for (const char c : std::string("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"))
    peer.send({&c, 1});
  EXPECT_EQ(body_of(peer.reply()), "/a hi");
}

TEST(Server, ReadsChunkedBodies) {
  Running server({}, echo);
  Peer peer(server.port());
  peer.send(
      "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
  EXPECT_EQ(body_of(peer.reply()), "/a abcdefg");
  EXPECT_EQ(body_of(peer.send(get("/next")).reply()), "/next ");
}

TEST(Server, ReadsLargeBodiesWhole) {
  Running server({}, [](const HttpRequest& request) { return HttpReply{200, {}, request.body}; });
  Peer peer(server.port());
  std::string body(3'000'017, 'x');
  for (std::size_t i = 0; i < body.size(); i += 1009) body[i] = static_cast<char>('a' + i % 26);
  std::thread sender([&] {
    peer.send("PUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
    peer.send(body);
  });
  const std::string reply = peer.reply();
  sender.join();
  EXPECT_TRUE(body_of(reply) == body);
}

TEST(Server, HandlersSeeLowerCaseHeadersAndThePeer) {
  HttpRequest seen;
  Running server({}, [&](const HttpRequest& request) {
    seen = request;
    return HttpReply{204};
  });
  Peer peer(server.port());
  peer.send(
      "DELETE http://host:1/a/b?c HTTP/1.1\r\nHost: host\r\nX-CSRF-Token: T\r\nX-csrf-token: U\r\n\r\n");
  const std::string reply = peer.reply();
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 204 No Content\r\n"));
  EXPECT_FALSE(contains(reply, "Content-Length"));
  EXPECT_EQ(seen.method, "DELETE");
  EXPECT_EQ(seen.target, "/a/b?c");
  EXPECT_EQ(seen.header("x-csrf-token"), "T");
  EXPECT_EQ(seen.remote, "127.0.0.1");
}

TEST(Server, AnswersHeadWithoutBody) {
  Running server({}, echo);
  Peer peer(server.port());
  const std::string reply = peer.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n").reply(false);
  EXPECT_TRUE(contains(reply, "Content-Length: 5\r\n")) << reply;
  EXPECT_TRUE(contains(reply, "X-Method: HEAD"));
  EXPECT_EQ(body_of(peer.send(get("/next")).reply()), "/next ");
}

TEST(Server, SendsAssetsWholeToASlowReader) {
  static const std::string asset(8U << 20U, 'A');
  Running server({}, [](const HttpRequest&) { return HttpReply{200, {}, "not this", asset}; });
  Peer peer(server.port());
  EXPECT_TRUE(body_of(peer.send(get("/")).reply()) == asset);
  EXPECT_TRUE(body_of(peer.send(get("/")).reply()) == asset);
}

TEST(Server, ClosesWhereTheClientAsksForIt) {
  Running server({}, echo);
  Peer peer(server.port());
  peer.send("GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(contains(peer.reply(), "Connection: close"));
  EXPECT_TRUE(peer.is_closed());
}

TEST(Server, SpeaksToOldClients) {
  Running server({}, echo);
  Peer once(server.port());
  EXPECT_TRUE(contains(once.send("GET /a HTTP/1.0\r\n\r\n").reply(), "Connection: close"));
  EXPECT_TRUE(once.is_closed());
  Peer again(server.port());
  for (int i = 0; i < 2; ++i) {
    again.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_TRUE(contains(again.reply(), "Connection: keep-alive"));
  }
}

TEST(Server, AnswersAClientThatSentAllItHas) {
  Running server({}, echo);
  Peer peer(server.port());
  EXPECT_EQ(body_of(peer.send(get("/a")).send_all_there_is().reply()), "/a ");
  EXPECT_TRUE(peer.is_closed());
}

TEST(Server, SaysContinueWhereTheClientWaitsForIt) {
  Running server({.body_bytes_max = 10}, echo);
  Peer peer(server.port());
  const std::string head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
  EXPECT_TRUE(peer.send(head + "2\r\n\r\n").reply().starts_with("HTTP/1.1 100 "));
  EXPECT_EQ(body_of(peer.send("hi").reply()), "/a hi");
  EXPECT_EQ(body_of(peer.send(head + "2\r\n\r\nyo").reply()), "/a yo") << "it has the body already";
  peer.send(head + "11\r\n\r\n");
  expect_refused(peer, 413, "body_is_too_large");
}

TEST(Server, RefusesLargeBodies) {
  Running server({.body_bytes_max = 1000}, echo);
  Peer claimed(server.port());
  claimed.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n" + std::string(1001, 'x'));
  expect_problem(claimed.reply(), 413, "body_is_too_large");
  Peer chunked(server.port());
  chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  chunked.send("3e9\r\n" + std::string(1001, 'x') + "\r\n0\r\n\r\n");
  expect_problem(chunked.reply(), 413, "body_is_too_large");
  Peer exact(server.port());
  exact.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x'));
  EXPECT_TRUE(exact.reply().starts_with("HTTP/1.1 200"));
}

TEST(Server, TheRefusalReachesAClientThatIsStillSending) {
  Running server({.body_bytes_max = 1000}, echo);
  Peer peer(server.port());
  peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\n\r\n")
      .send(std::string(20'000'000, 'x'));
  expect_problem(peer.reply(), 413, "body_is_too_large");
}

TEST(Server, BoundsWhatAllBodiesTakeTogether) {
  std::latch taken(1), let_go(1);
  Running server({.all_bodies_bytes_max = 100'000}, [&](const HttpRequest& request) {
    if (request.target == "/held") {
      taken.count_down();
      let_go.wait();
    }
    return HttpReply{200, {}, std::to_string(request.body.size())};
  });
  const std::string rest = " HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n" + std::string(60'000, 'x');
  Peer held(server.port());
  held.send("POST /held" + rest);
  taken.wait();
  Peer refused(server.port());
  refused.send("POST /second" + rest);
  expect_problem(refused.reply(), 503, "server_is_full");
  let_go.count_down();
  EXPECT_EQ(body_of(held.reply()), "60000");
  EXPECT_EQ(body_of(held.send("POST /third" + rest).reply()), "60000") << "what was held is free again";
}

TEST(Server, RefusesLargeHeaders) {
  Running server({.header_bytes_max = 1024}, echo);
  const std::string part(600, 'x');
  Peer fields(server.port());
  fields.send("GET / HTTP/1.1\r\nHost: a\r\nA: " + part + "\r\nB: " + part + "\r\n\r\n");
  expect_problem(fields.reply(), 431, "header_is_too_large");
  Peer line(server.port());
  line.send("GET /" + std::string(5000, 'x'));
  expect_problem(line.reply(), 431, "header_is_too_large");
  Peer small(server.port());
  EXPECT_TRUE(small.send(get("/" + part)).reply().starts_with("HTTP/1.1 200"));
}

TEST(Server, RefusesWhatIsNotARequest) {
  struct Case {
    std::string text;
    int status;
    std::string_view code;
  };
  const std::string host = "Host: a\r\n";
  const std::vector<Case> cases{
      {"hello\r\n\r\n", 400, "request_is_not_http"},
      {"GET / HTTP/2.0\r\n\r\n", 400, "request_is_not_http"},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "request_is_not_http"},
      {"\x16\x03\x01\x02\x01\x01\xfc\x03\x03 tls", 400, "request_is_not_http"},
      {"GET /\x01 HTTP/1.1\r\n" + host + "\r\n", 400, "request_is_not_http"},
      {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400, "request_is_not_http"},
      {"GET / HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400, "request_is_not_http"},
      {"GET / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400,
       "request_is_not_http"},
      {"GET / HTTP/1.1\r\n" + host + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n", 400,
       "request_is_not_http"},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "request_is_not_http"},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n", 501, "coding_is_unknown"},
      {"POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, "coding_is_unknown"},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 501, "coding_is_unknown"},
      {"GET / HTTP/1.1\r\n\r\n", 400, "host_is_missing"},
      {"GET / HTTP/1.1\r\n" + host + host + "\r\n", 400, "host_is_missing"},
      {"CONNECT a:1 HTTP/1.1\r\n" + host + "\r\n", 400, "target_is_not_a_path"},
      {"GET a HTTP/1.1\r\n" + host + "\r\n", 400, "target_is_not_a_path"},
      {"POST / HTTP/1.1\r\n" + host + "Expect: miracles\r\nContent-Length: 1\r\n\r\n", 417,
       "expectation_is_unknown"},
  };
  Running server({}, echo);
  for (const auto& [text, status, code] : cases) {
    SCOPED_TRACE(text);
    Peer peer(server.port());
    peer.send(text);
    expect_refused(peer, status, code);
  }
}

TEST(Server, RefusesSlowHeadersAndBodies) {
  Running server({.header_timeout = 40ms, .body_timeout = 40ms}, echo);
  Peer header(server.port());
  Peer body(server.port());
  header.send("GET / HTTP/1.1\r\nHost");
  body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell");
  expect_refused(header, 408, "request_is_too_slow");
  expect_refused(body, 408, "request_is_too_slow");
}

TEST(Server, ADripDoesNotProlongTheHeader) {
  Running server({.header_timeout = 60ms}, echo);
  Peer peer(server.port());
  peer.send("GET / HTTP/1.1\r\n");
  std::atomic<bool> is_over = false;
  std::thread drip([&] {
    while (!is_over) {
      peer.send("a: b\r\n");
      std::this_thread::sleep_for(5ms);
    }
  });
  expect_problem(peer.reply(), 408, "request_is_too_slow");
  is_over = true;
  drip.join();
}

TEST(Server, ClosesIdleConnectionsWithoutAWord) {
  Running server({.header_timeout = 40ms, .idle_timeout = 40ms}, echo);
  Peer silent(server.port());
  Peer idle(server.port());
  idle.send(get("/a")).reply();
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(idle.is_closed());
}

TEST(Server, GivesUpOnAPeerThatStopsReading) {
  static const std::string asset(64U << 20U, 'A');
  Running server({.write_timeout = 40ms}, [](const HttpRequest&) { return HttpReply{200, {}, {}, asset}; });
  Peer peer(server.port());
  peer.send(get("/"));
  std::this_thread::sleep_for(120ms);
  EXPECT_LT(peer.reply().size(), asset.size());
}

TEST(Server, OutlivesPeersThatVanish) {
  static const std::string asset(16U << 20U, 'A');
  Running server({}, [](const HttpRequest& request) {
    return request.target == "/large" ? HttpReply{200, {}, {}, asset} : echo(request);
  });
  for (int i = 0; i < 20; ++i) {
    Peer(server.port()).send(get("/large")).reset();
    Peer(server.port()).send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc").reset();
  }
  Peer peer(server.port());
  EXPECT_EQ(body_of(peer.send(get("/a")).reply()), "/a ");
}

TEST(Server, IdleConnectionsDoNotHoldUpOthers) {
  Running server({}, echo);
  std::vector<std::unique_ptr<Peer>> idle;
  for (int i = 0; i < 500; ++i) idle.push_back(std::make_unique<Peer>(server.port()));
  for (const auto& peer : idle) peer->send("GET /half HTTP/1.1\r\nHost");
  Peer busy(server.port());
  for (int i = 0; i < 100; ++i) EXPECT_EQ(body_of(busy.send(get("/busy")).reply()), "/busy ");
  for (const auto& peer : idle) EXPECT_EQ(body_of(peer->send(": a\r\n\r\n").reply()), "/half ");
}

TEST(Server, TurnsAwayConnectionsPastItsBound) {
  Running server({.connections_max = 2}, echo);
  Peer last(server.port());
  last.send(get("/a")).reply();
  {
    Peer first(server.port());
    first.send(get("/a")).reply();
    Peer third(server.port());
    expect_refused(third, 503, "server_is_full");
  }
  // The place is free once the server has seen the first connection go.
  std::string reply;
  for (int i = 0; i < 200 && !reply.starts_with("HTTP/1.1 200"); ++i) {
    reply = Peer(server.port()).send(get("/a")).reply();
    std::this_thread::sleep_for(1ms);
  }
  EXPECT_TRUE(reply.starts_with("HTTP/1.1 200")) << reply;
}

TEST(Server, SlowHandlersDoNotHoldUpTheBytes) {
  std::latch let_go(1);
  Running server({.handler_threads = 2}, [&](const HttpRequest& request) {
    if (request.target == "/slow") let_go.wait();
    return echo(request);
  });
  Peer slow(server.port());
  slow.send(get("/slow"));
  Peer quick(server.port());
  EXPECT_EQ(body_of(quick.send(get("/quick")).reply()), "/quick ");
  let_go.count_down();
  EXPECT_EQ(body_of(slow.reply()), "/slow ");
}

TEST(Server, WhatWaitsToChangeSomethingDoesNotHoldUpWhatReads) {
  std::latch let_go(1);
  Running server({.handler_threads = 1, .change_threads = 2}, [&](const HttpRequest& request) {
    if (request.method == "POST") let_go.wait();
    return echo(request);
  });
  std::vector<std::unique_ptr<Peer>> waiting;
  for (int i = 0; i < 5; ++i) {
    waiting.push_back(std::make_unique<Peer>(server.port()));
    waiting.back()->send("POST /act HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
  }
  Peer reader(server.port());
  EXPECT_EQ(body_of(reader.send(get("/quick")).reply()), "/quick ");
  let_go.count_down();
  for (auto& peer : waiting) EXPECT_EQ(body_of(peer->reply()), "/act ");
}

TEST(Server, ServesFromSeveralIoThreads) {
  Running server({.io_threads = 3}, echo);
  std::vector<std::thread> threads;
  for (int i = 0; i < 12; ++i) {
    threads.emplace_back([&] {
      Peer peer(server.port());
      for (int n = 0; n < 50; ++n) EXPECT_EQ(body_of(peer.send(get("/a")).reply()), "/a ");
    });
  }
  for (auto& thread : threads) thread.join();
}

TEST(Server, WhatEscapesAHandlerIsLoggedAndNotTold) {
  testing::internal::CaptureStderr();
  Running server({}, [](const HttpRequest& request) -> HttpReply {
    if (request.target == "/standard?name=Maria") throw std::runtime_error("the secret");
    if (request.target == "/odd") throw 7;
    if (request.target == "/split") return {200, {{"X-Name", "a\r\nSet-Cookie: b"}}, "body"};
    return {200, {}, "well"};
  });
  Peer peer(server.port());
  for (const auto* target : {"/standard?name=Maria", "/odd", "/split"}) {
    const std::string reply = peer.send(get(target)).reply();
    expect_problem(reply, 500, "bug");
    EXPECT_FALSE(contains(reply, "secret") || contains(reply, "Set-Cookie")) << reply;
  }
  EXPECT_EQ(body_of(peer.send(get("/")).reply()), "well") << "the connection stays";
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_TRUE(contains(log, "GET /standard failed: the secret")) << log;
  EXPECT_TRUE(contains(log, "GET /odd failed")) << log;
  EXPECT_FALSE(contains(log, "Maria")) << "the log holds nothing that people wrote";
}

TEST(Server, StopsAfterRunningRequestsWereAnswered) {
  std::latch let_go(1);
  Running server({.handler_threads = 1}, [&](const HttpRequest& request) {
    if (request.target == "/running") let_go.wait();
    return echo(request);
  });
  Peer idle(server.port());
  idle.send(get("/a")).reply();
  Peer running(server.port());
  Peer queued(server.port());
  running.send(get("/running"));
  queued.send(get("/queued"));
  // An answer to a later peer proves that the server has read both: it reads in the order of arrival.
  Peer half(server.port());
  half.send("GET / HTTP/2.0\r\n\r\n").reply();
  server.stop();
  EXPECT_TRUE(idle.is_closed());
  let_go.count_down();
  const std::string reply = running.reply();
  EXPECT_EQ(body_of(reply), "/running ");
  EXPECT_TRUE(contains(reply, "Connection: close"));
  EXPECT_EQ(body_of(queued.reply()), "/queued ");
  server.wait();
}

TEST(Server, ReturnsWhenTheTimeToStopHasPassed) {
  std::latch started(1), let_go(1);
  Running server({.stop_timeout = 40ms}, [&](const HttpRequest& request) {
    started.count_down();
    let_go.wait();
    return echo(request);
  });
  Peer peer(server.port());
  peer.send(get("/"));
  started.wait();
  server.stop();
  server.wait();
  let_go.count_down();
}

TEST(Server, StopsBeforeItRuns) {
  Server server({.port = 0}, echo);
  server.stop();
  server.stop();
  server.run();
}

TEST(Server, SaysWhatToDoWhereItCannotListen) {
  const auto message_of = [](const ServerOptions& options) -> std::string {
    try {
      Server server(options, echo);
    } catch (const Fault& fault) {
      return fault.what();
    }
    return "it listens";
  };
  Server first({.port = 0}, echo);
  const std::string port = std::to_string(first.port());
  EXPECT_EQ(message_of({.port = first.port()}),
            "Port " + port + " is taken by another program. Stop that one, or choose another with --port.");
  EXPECT_TRUE(contains(message_of({.address = "nowhere", .port = 0}), "Cannot listen on nowhere, port 0"));
  EXPECT_TRUE(contains(message_of({.address = "192.0.2.1", .port = 0}), "Choose an address of this machine"));
}

}  // namespace
}  // namespace accord::web
