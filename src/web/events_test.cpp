// SPDX-License-Identifier: Apache-2.0
#include "web/events.hpp"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "tests/peer.hpp"
#include "web/wire.hpp"

namespace accord::web {
namespace {

using namespace std::chrono_literals;
using tests::Peer, tests::Running;

std::shared_ptr<Events> events_from(std::int64_t began, EventOptions options = {}) {
  auto events = std::make_shared<Events>(options);
  events->begin(began);
  return events;
}

Committed changed(std::int64_t number, TableNames topics) { return {number, std::move(topics), false}; }

/// What one part of a stream says: its number to resume from, its commit and its topics.
std::string said(Stream& stream) {
  const std::string part = stream.take();
  if (part.empty() || part.starts_with(':')) return part.empty() ? "" : "comment";
  const auto line = [&](std::string_view name) {
    const auto at = part.find(name) + name.size();
    return part.substr(at, part.find('\n', at) - at);
  };
  EXPECT_TRUE(part.ends_with("\n\n")) << part;
  const auto notice = from_json<ChangeNotice>(parse_json(line("data: ")));
  std::string text = line("id: ") + "/" + std::to_string(notice.commit);
  for (const auto& topic : notice.topics) text += " " + topic;
  return text;
}

TEST(ServerEvents, TellWhichTopicsChangedAndNothingElse) {
  const auto events = events_from(7);
  const auto stream = events->open(1, std::nullopt);
  EXPECT_TRUE(stream->has_news());
  EXPECT_EQ(stream->take(), "retry: 2000\nid: 7\ndata: {\"commit\":7,\"topics\":[]}\n\n");
  EXPECT_FALSE(stream->has_news());
  EXPECT_EQ(stream->take(), "");
  events->note(changed(8, {"opportunity", "activity"}));
  EXPECT_TRUE(stream->has_news());
  EXPECT_EQ(said(*stream), "8/8 activity opportunity");
  EXPECT_FALSE(stream->has_news());
  events->note(changed(9, {}));
  EXPECT_FALSE(stream->has_news()) << "nobody is told of what no screen shows";
}

TEST(ServerEvents, TellATopicAtMostOnceInAPause) {
  const auto events = events_from(0, {.topic_pause = 60ms});
  const auto stream = events->open(1, std::nullopt);
  said(*stream);
  events->note(changed(1, {"review"}));
  EXPECT_EQ(said(*stream), "1/1 review");
  for (std::int64_t number = 2; number <= 50; ++number) events->note(changed(number, {"review"}));
  EXPECT_EQ(said(*stream), "");
  events->note(changed(51, {"action"}));
  EXPECT_EQ(said(*stream), "1/51 action") << "who comes back after this one still hears of the review";
  std::this_thread::sleep_for(80ms);
  EXPECT_TRUE(stream->has_news());
  EXPECT_EQ(said(*stream), "51/51 review");
}

TEST(ServerEvents, ResumeWithoutMissingAnything) {
  const auto events = events_from(100, {.topic_pause = 0ms});
  events->note(changed(101, {"account"}));
  events->note(changed(103, {"review"}));
  const auto after = [&](std::int64_t number) { return said(*events->open(1, number)); };
  EXPECT_EQ(after(103), "103/103");
  EXPECT_EQ(after(102), "103/103 review");
  EXPECT_EQ(after(101), "103/103 review");
  EXPECT_EQ(after(100), "103/103 account review");
  EXPECT_EQ(after(99), "103/103 *") << "what changed before this server began is not known";
  EXPECT_EQ(after(104), "103/103 *") << "a number of another file";
  EXPECT_EQ(after(-1), "103/103 *");
}

TEST(ServerEvents, AnotherProgramsCommitMayHaveChangedAnything) {
  const auto events = events_from(1);
  const auto stream = events->open(1, 1);
  said(*stream);
  events->note({5, {"review"}, true});
  EXPECT_EQ(said(*stream), "5/5 * review");
}

TEST(ServerEvents, KeepASilentStreamAlive) {
  const auto events = events_from(1, {.heartbeat = 20ms});
  const auto stream = events->open(1, std::nullopt);
  said(*stream);
  EXPECT_FALSE(stream->has_news());
  std::this_thread::sleep_for(30ms);
  EXPECT_TRUE(stream->has_news());
  EXPECT_EQ(said(*stream), "comment");
  EXPECT_FALSE(stream->has_news());
}

TEST(ServerEvents, EndAfterTheirTimeAndWhenTheSiteGoes) {
  const auto events = events_from(1, {.lifetime = 20ms});
  const auto stream = events->open(1, std::nullopt);
  said(*stream);
  EXPECT_FALSE(stream->is_over());
  std::this_thread::sleep_for(30ms);
  EXPECT_TRUE(stream->has_news() && stream->is_over());
  const auto others = events_from(1);
  const auto other = others->open(1, std::nullopt);
  others->close();
  EXPECT_TRUE(other->has_news() && other->is_over());
}

std::string_view refusal_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Refusal& refusal) {
    return refusal.rule().code;
  }
  return "none";
}

TEST(ServerEvents, AreBoundedForEachPersonAndInAll) {
  const auto events = events_from(1, {.streams_max = 3, .streams_of_person_max = 2});
  std::vector<std::shared_ptr<Stream>> open;
  const auto open_for = [&](std::int64_t person) { open.push_back(events->open(person, {})); };
  open_for(1);
  open_for(1);
  EXPECT_EQ(refusal_of([&] { open_for(1); }), too_many_streams.code);
  open_for(2);
  EXPECT_EQ(refusal_of([&] { open_for(3); }), refused::server_is_full.code);
  EXPECT_EQ(events->streams(), 3U);
  open.erase(open.begin());
  EXPECT_EQ(refusal_of([&] { open_for(1); }), "none") << "a place that was left is free";
  open.clear();
  EXPECT_EQ(events->streams(), 0U);
}

/// A server whose every reply is a stream of these events.
Server::Handle streaming(const std::shared_ptr<Events>& events) {
  return [events](const HttpRequest& request) {
    HttpReply reply{200, {{"Content-Type", "text/event-stream"}}};
    if (request.target == "/plain") return HttpReply{200, {}, "plain"};
    reply.stream = events->open(1, std::nullopt);
    return reply;
  };
}

constexpr std::string_view ask = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";

void wait_for_streams(const Events& events, std::size_t count) {
  for (int i = 0; i < 500 && events.streams() != count; ++i) std::this_thread::sleep_for(10ms);
  EXPECT_EQ(events.streams(), count);
}

TEST(ServerStreams, GoOnAfterTheirHead) {
  const auto events = events_from(7);
  Running server({}, streaming(events));
  Peer peer(server.port());
  peer.send(ask);
  const std::string head = peer.until("\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK")) << head;
  EXPECT_EQ(head.find("Content-Length"), std::string::npos) << head;
  EXPECT_EQ(peer.until("\n\n"), "retry: 2000\nid: 7\ndata: {\"commit\":7,\"topics\":[]}\n\n");
  events->note(changed(8, {"review"}));
  EXPECT_EQ(peer.until("\n\n"), "id: 8\ndata: {\"commit\":8,\"topics\":[\"review\"]}\n\n");
}

TEST(ServerStreams, OfManyPeersHearTheSameAndHoldUpNobody) {
  const auto events = events_from(1, {.streams_of_person_max = 1'000});
  Running server({.io_threads = 2}, streaming(events));
  std::vector<std::unique_ptr<Peer>> peers;
  for (int i = 0; i < 300; ++i) {
    peers.push_back(std::make_unique<Peer>(server.port()));
    peers.back()->send(ask).until("\n\n");
  }
  EXPECT_EQ(events->streams(), 300U);
  Peer other(server.port());
  EXPECT_NE(other.send("GET /plain HTTP/1.1\r\nHost: a\r\n\r\n").reply().find("plain"), std::string::npos);
  std::thread writer([&] {
    for (std::int64_t number = 2; number <= 40; ++number) events->note(changed(number, {"review"}));
  });
  for (const auto& peer : peers) EXPECT_NE(peer->until("\n\n").find("review"), std::string::npos);
  writer.join();
  peers.clear();
  wait_for_streams(*events, 0);
}

TEST(ServerStreams, EndWithThePeerThatLeavesOrSpeaks) {
  const auto events = events_from(1);
  Running server({}, streaming(events));
  {
    Peer leaving(server.port());
    leaving.send(ask).until("\n\n");
    Peer(server.port()).send(ask).reset();
  }
  Peer speaking(server.port());
  speaking.send(ask).until("\n\n");
  speaking.send(ask);
  EXPECT_TRUE(speaking.is_closed());
  wait_for_streams(*events, 0);
}

TEST(ServerStreams, DropAPeerThatStopsReading) {
  const auto events = events_from(1, {.topic_pause = 0ms});
  Running server({.write_timeout = 60ms}, streaming(events));
  Peer slow(server.port());
  slow.with_small_buffer().send(ask).until("\n\n");
  TableNames many;
  for (int i = 0; i < 2'000; ++i) many.insert("a_table_of_a_long_name_" + std::to_string(i));
  std::int64_t number = 1;
  for (int i = 0; i < 400 && events->streams() > 0; ++i) {
    events->note(changed(++number, many));
    std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(events->streams(), 0U);
}

TEST(ServerStreams, AreClosedWhenTheServerStops) {
  const auto events = events_from(1);
  Running server({}, streaming(events));
  Peer peer(server.port());
  peer.send(ask).until("\n\n");
  server.stop();
  server.wait();
  EXPECT_TRUE(peer.is_closed());
  EXPECT_EQ(events->streams(), 0U);
}

TEST(ServerStreams, AnswerHeadWithoutGoingOn) {
  const auto events = events_from(1);
  Running server({}, streaming(events));
  Peer peer(server.port());
  peer.send("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n").reply(false);
  EXPECT_NE(peer.send("GET /plain HTTP/1.1\r\nHost: a\r\n\r\n").reply().find("plain"), std::string::npos);
  EXPECT_EQ(events->streams(), 0U);
}

}  // namespace
}  // namespace accord::web
