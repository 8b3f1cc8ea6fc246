// SPDX-License-Identifier: Apache-2.0
#include "tests/year/firm.hpp"

#include <unistd.h>

#include <iostream>
#include <sstream>
#include <thread>

#include "app/checks.hpp"
#include "app/command.hpp"
#include "app/subjects.hpp"
#include "tests/child.hpp"

namespace accord::tests::year {
namespace {

/// What a command says to its user is no news here.
class Silence {
 public:
  Silence() : before_(std::cout.rdbuf(said_.rdbuf())) {}
  ~Silence() { std::cout.rdbuf(before_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  std::ostringstream said_;
  std::streambuf* before_;
};

void say(int output, const std::string& line) {
  for (std::size_t from = 0; from < line.size();) {
    const auto count = write(output, line.data() + from, line.size() - from);
    CHECK(count > 0);
    from += static_cast<std::size_t>(count);
  }
}

/// Lines that came whole; what a kill cut off was not answered.
std::vector<Answer> answers_in(const std::string& said) {
  std::vector<Answer> answers;
  std::istringstream lines(said.substr(0, said.rfind('\n') + 1));
  for (std::string line; std::getline(lines, line);) {
    const auto space = line.find(' ');
    answers.push_back({std::stoi(line.substr(0, space)), line.substr(space + 1)});
  }
  return answers;
}

}  // namespace

std::string in_words(const Request& request) {
  constexpr std::size_t longest = 600;
  return request.who + " " + request.method + " " + request.path +
         (request.act_id.empty() ? "" : " under " + request.act_id) + " " + request.body.substr(0, longest) +
         (request.body.size() > longest ? "…" : "");
}

json::value Answer::body() const {
  json::error_code error;
  auto value = json::parse(text, error);
  if (error) throw Unexpected("the answer is not JSON: " + text);
  return value;
}

std::string Answer::code() const {
  if (is_done()) return "";
  const auto value = body();
  const auto* code = value.as_object().if_contains("code");
  return code == nullptr ? "" : std::string(code->as_string());
}

std::int64_t Answer::id() const { return body().at("id").to_number<std::int64_t>(); }

Firm::Firm() = default;

Answer Firm::ask(const Request& request) {
  auto answered = answer(request);
  if (answered.status == 401) {
    // The session ended by itself, or with what a restore took back.
    sessions_.erase(request.who);
    answered = answer(request);
  }
  if (answered.status >= 500) throw Unexpected(in_words(request) + " is answered " + answered.text);
  return answered;
}

json::value Firm::see(const std::string& who, const std::string& path) {
  const auto seen = ask({who, "GET", path});
  if (seen.status != 200) throw Unexpected(who + " cannot see " + path + ": " + seen.text);
  return seen.body();
}

std::array<Answer, 2> Firm::ask_at_once(const Request& one, const Request& other) {
  // Both are signed in before they begin.
  for (const auto& who : {one.who, other.who}) ask({who, "GET", "/people/me/rights.json"});
  std::array<Answer, 2> answers;
  std::thread beside([&] { answers[1] = answer(other); });
  answers[0] = answer(one);
  beside.join();
  for (const auto& answered : answers) {
    if (answered.status >= 500 || answered.status == 401)
      throw Unexpected("at once with another: " + in_words(one) + " is answered " + answered.text);
  }
  return answers;
}

std::vector<Answer> Firm::ask_and_kill(const std::vector<Request>& requests, std::size_t answered,
                                       std::chrono::microseconds later) {
  for (const auto& request : requests) ask({request.who, "GET", "/people/me/rights.json"});
  world_.stop();
  Child child([&](int output) {
    world_.serve();
    for (const auto& request : requests) {
      const auto done = answer(request);
      say(output, std::to_string(done.status) + " " + done.text + "\n");
    }
    pause();
  });
  child.hear(answered);
  std::this_thread::sleep_for(later);
  child.kill_now();
  const auto answers = answers_in(child.said());
  world_.serve();
  return answers;
}

void Firm::restart() {
  world_.stop();
  world_.serve();
}

void Firm::back_up(const std::string& name) {
  const Silence silence;
  if (app::backup({.db = world_.file()}, world_.beside(name)) != app::Exit::done)
    throw Unexpected("the backup " + name + " is not made");
}

void Firm::restore(const std::string& name) {
  world_.stop();
  {
    const Silence silence;
    const app::Setting setting{.db = world_.file(), .clock = to_string(clock().now())};
    if (app::restore(setting, world_.beside(name), true) != app::Exit::done)
      throw Unexpected("the backup " + name + " is not restored");
  }
  world_.serve();
}

std::vector<std::string> Firm::violations() {
  const auto all = world_.database().read(
      Actor{}, [](const Read& read) { return app::run_checks(read, app::subjects()); });
  std::vector<std::string> found;
  for (const auto& checked : all) {
    for (const auto& violation : checked.violations)
      found.push_back(std::string(checked.check->name) + ": " + violation);
  }
  return found;
}

Answer Firm::answer(const Request& request) {
  auto& session = sessions_[request.who];
  if (session.cookie.empty()) session = sign_in(world_.site(), request.who);
  web::HttpRequest sent{request.method, request.path};
  sent.remote = "127.0.0.1";
  sent.headers = {
      {"host", "127.0.0.1:7700"}, {"cookie", session.cookie}, {"x-csrf-token", session.csrf_token}};
  if (!request.act_id.empty()) sent.headers.push_back({"act-id", request.act_id});
  if (!request.body.empty()) {
    sent.body = request.body;
    sent.headers.push_back(
        {"content-type", request.is_file ? "application/octet-stream" : "application/json"});
  }
  const auto reply = world_.site().handle(sent);
  return {reply.status, reply.body};
}

}  // namespace accord::tests::year
