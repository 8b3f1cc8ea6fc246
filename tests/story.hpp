// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"

/// Stories: behaviour in the user's words, as requests by named people and what they are answered.
/// README.md beside this file has the format.
namespace accord::tests {

/// What a request is expected to be answered.
struct Expected {
  int status = 200;
  std::string name{};  ///< of a reply: what it is called from now on; of a problem: its code
  bool is_golden = false;
  std::string subset{};  ///< JSON that the reply must hold; empty: anything
};

enum class StepKind : std::uint8_t { clock, world, writer, header, file, request };

/// One statement of a story.
struct Step {
  StepKind kind = StepKind::request;
  int line = 0;
  std::string text{};  ///< the statement as it stands, for errors
  std::string who{};   ///< of a request: who makes it; empty: nobody is signed in
  std::string method{}, target{}, body{}, file{};
  std::string name{}, value{};  ///< of the other kinds: header, file, world or clock
  Expected expected{};
};

struct Story {
  std::string path;
  std::vector<Step> steps;
};

/// Throws std::runtime_error with `path:line: what is wrong`.
Story read_story(const std::string& path);

/// Runs it on a world of its own and reports through the test framework.
void run_story(const Story&);

/// Where and how `actual` lacks something of `expected`; nothing where it holds all of it. Lists hold what is
/// expected in its order, with others in between; an expected empty list is empty.
std::optional<std::string> difference(const json::value& expected, const json::value& actual,
                                      const std::string& path = "");

/// Indented, for files that people compare; what differs from run to run is blanked.
std::string golden_text(const json::value& reply);

}  // namespace accord::tests
