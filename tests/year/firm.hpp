// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "tests/world.hpp"

/// The simulated year: people of the demo company act for four quarters, with retries, crashes and restores.
namespace accord::tests::year {

/// What somebody asks of the server.
struct Request {
  std::string who, method, path;
  std::string body{};    ///< JSON, or the bytes of a file
  std::string act_id{};  ///< empty: this cannot be repeated
  bool is_file = false;
};
/// "maria POST /spend {…}", cut to what one can read.
std::string in_words(const Request&);

struct Answer {
  int status = 0;
  std::string text{};

  bool is_done() const { return status < 300; }
  json::value body() const;
  /// By what rule it was refused; empty where it was not.
  std::string code() const;
  std::int64_t id() const;
};

/// Something is not as it has to be.
struct Unexpected : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The company's file and the program that serves it: in this process, but for what is to be killed, which is
/// a process of its own. What it is asked is answered by the whole server below its sockets.
class Firm {
 public:
  Firm();

  SetClock& clock() { return world_.clock(); }
  Day today() { return day_of(clock().now()); }
  /// Throws Unexpected where the server is at fault.
  Answer ask(const Request&);
  /// What it answers to somebody who reads.
  json::value see(const std::string& who, const std::string& path);
  /// Two people at the same moment.
  std::array<Answer, 2> ask_at_once(const Request&, const Request&);
  /// Asked in another process one after the other, which is killed some time after it has answered so many.
  /// Returns all that it answered. Afterwards the firm is served again.
  std::vector<Answer> ask_and_kill(const std::vector<Request>&, std::size_t answered,
                                   std::chrono::microseconds later);
  void restart();
  void back_up(const std::string& name);
  void restore(const std::string& name);
  /// What the checks of all subjects find.
  std::vector<std::string> violations();

 private:
  Answer answer(const Request&);

  World world_{Start::small};
  std::map<std::string, Session> sessions_;
};

}  // namespace accord::tests::year
