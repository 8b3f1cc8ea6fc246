// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <vector>

#include "tests/world.hpp"

namespace accord::web {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) lines.push_back(line);
  return lines;
}

bool has_line(const std::string& text, const std::string& line) {
  const auto lines = lines_of(text);
  return std::ranges::find(lines, line) != lines.end();
}

/// As the text format of Prometheus (0.0.4) has it: each family is announced once, before its samples.
void expect_well_formed(const std::string& text) {
  static const std::regex sample{
      R"re(([a-zA-Z_:][a-zA-Z0-9_:]*)(\{([a-z_]+="[^"\\\n]*",?)+\})? (-?[0-9.e+-]+|NaN|[+-]Inf))re"};
  std::string family;
  std::vector<std::string> families;
  for (const auto& line : lines_of(text)) {
    if (line.starts_with("# HELP ")) {
      family = line.substr(7, line.find(' ', 7) - 7);
      EXPECT_EQ(std::ranges::find(families, family), families.end()) << family << " is there twice";
      families.push_back(family);
    } else if (line.starts_with("# TYPE ")) {
      EXPECT_TRUE(line.starts_with("# TYPE " + family + " ")) << line;
    } else {
      std::smatch found;
      ASSERT_TRUE(std::regex_match(line, found, sample)) << line;
      EXPECT_TRUE(found[1].str().starts_with(family)) << line << " stands under " << family;
    }
  }
  EXPECT_TRUE(text.ends_with("\n"));
}

TEST(ServerMetrics, TellHowTheServerDoes) {
  tests::World world(tests::Start::small);
  const auto ask = [&](const std::string& target) {
    return world.site().handle({"GET", target, {{"host", "127.0.0.1"}}, {}, "127.0.0.1"});
  };
  EXPECT_EQ(ask("/people.json").status, 401);
  EXPECT_EQ(ask("/").status, 200);
  EXPECT_EQ(ask("/nothing.json").status, 404);
  const auto stream = world.site().events().open(1, std::nullopt);
  world.database().write(Actor{}, "Change nothing.", [](Write&) {});
  const auto reply = ask("/metrics");
  ASSERT_EQ(reply.status, 200);
  expect_well_formed(reply.body);
  for (const auto& line : std::vector<std::string>{
           R"(accord_http_requests_total{method="GET",route="/people",status="401"} 1)",
           R"(accord_http_requests_total{method="GET",route="page",status="200"} 1)",
           R"(accord_http_requests_total{method="GET",route="none",status="404"} 1)",
           "accord_event_streams 1",
           "accord_commits_total 1",
           "accord_writer_groups_total 1",
           "accord_writer_waiting 0",
       }) {
    EXPECT_TRUE(has_line(reply.body, line)) << line << "\n" << reply.body;
  }
  std::smatch found;
  ASSERT_TRUE(std::regex_search(reply.body, found, std::regex("process_resident_memory_bytes ([0-9.e+]+)")));
  EXPECT_GT(std::stod(found[1]), 1e6);
  ASSERT_TRUE(std::regex_search(reply.body, found,
                                std::regex(R"(accord_database_bytes\{file="database"\} ([0-9.e+]+))")));
  EXPECT_GT(std::stod(found[1]), 1e4);
}

TEST(ServerMetrics, HoldOnlyRoutesThatThereAre) {
  tests::World world(tests::Start::small);
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    world.site().handle({"GET", "/people/" + number + ".json", {{"host", "127.0.0.1"}}, {}, "127.0.0.1"});
    world.site().handle({"TRY" + number, "/try" + number, {{"host", "127.0.0.1"}}, {}, "127.0.0.1"});
  }
  const std::string text = world.site().metrics();
  EXPECT_TRUE(
      has_line(text, R"(accord_http_requests_total{method="GET",route="/people/{id}",status="401"} 50)"));
  EXPECT_TRUE(has_line(text, R"(accord_http_requests_total{method="other",route="none",status="404"} 50)"))
      << text;
}

}  // namespace
}  // namespace accord::web
