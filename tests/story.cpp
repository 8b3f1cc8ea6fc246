// SPDX-License-Identifier: Apache-2.0
#include "tests/story.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "people/people.hpp"
#include "tests/world.hpp"

namespace accord::tests {
namespace {

/// A step went wrong: the story cannot go on.
struct Mismatch : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The story needs a file that is not here.
struct Missing : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::filesystem::path data_folder() {
  const char* folder = std::getenv("ACCORD_DATA");
  return folder != nullptr && *folder != '\0' ? folder : "../shared/data";
}

bool is_recording() { return std::getenv("ACCORD_GOLDEN") != nullptr; }

/// One story while it runs.
class Running {
 public:
  explicit Running(const Story& story) : story_(story) {}

  void run() {
    for (const auto& step : story_.steps) {
      try {
        one(step);
      } catch (const Mismatch& mismatch) {
        ADD_FAILURE_AT(story_.path.c_str(), step.line) << step.who << "  " << step.text << "\n"
                                                       << mismatch.what();
        return;
      }
    }
    if (world_) check();
  }

 private:
  void one(const Step& step) {
    switch (step.kind) {
      case StepKind::world:
        return begin(step.value);
      case StepKind::clock:
        return set_clock(step.value);
      case StepKind::writer:
        return step.value == "busy" ? world().hold_writer() : world().let_writer_go();
      case StepKind::header:
        headers_[step.name] = step.value;
        return;
      case StepKind::file:
        files_[step.name] = step.file.empty() ? step.body : file_from(step.file);
        return;
      case StepKind::request:
        return request(step);
    }
  }

  World& world() {
    if (!world_) begin("small");
    return *world_;
  }

  void begin(const std::string& name) {
    if (name != "empty" && name != "small") throw Mismatch("there is no world \"" + name + "\"");
    world_ = std::make_unique<World>(name == "empty" ? Start::empty : Start::small);
    sessions_.clear();
    world_->database().read(Actor{}, [&](const Read& read) {
      for (const auto& [id, full_name] : people::names(read)) {
        const auto first = lower_first_word(full_name);
        bound_[first] = json::object{{"id", id}};
      }
      return 0;
    });
  }

  static std::string lower_first_word(const std::string& name) {
    std::string word = name.substr(0, name.find(' '));
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
    return word;
  }

  void set_clock(std::string text) {
    std::replace(text.begin(), text.end(), ' ', 'T');
    if (text.size() == 10) text += "T00:00";
    const auto at = parse_instant(text.ends_with("Z") ? text : text + "Z");
    if (!at) throw Mismatch("a clock is set as: clock 2026-03-02 09:00");
    world().clock().set(*at);
    // A session may have run out by then.
    sessions_.clear();
  }

  static std::string file_from(const std::string& path) {
    for (const auto& full : {data_folder() / path, std::filesystem::path(path)}) {
      if (std::filesystem::exists(full)) return read_file(full);
    }
    throw Missing("there is no " + path + " in " + data_folder().string() + " (ACCORD_DATA)");
  }

  void request(const Step& step) {
    auto request = http_request(step);
    const auto reply = world().site().handle(request);
    // A stream stays open until the story ends, as if a browser followed it.
    if (reply.stream) streams_.push_back(reply.stream);
    const std::string body = reply.asset.empty() ? reply.body : std::string(reply.asset);
    const auto answered = [&] {
      return "asked    " + request.method + " " + request.target +
             (request.body.empty() ? "" : " " + request.body) + "\nexpected " +
             std::to_string(step.expected.status) + " " + step.expected.name + " " + step.expected.subset +
             "\ngot      " + std::to_string(reply.status) + " " + body.substr(0, 3'000);
    };
    if (reply.status != step.expected.status) throw Mismatch(answered());
    json::error_code error;
    const auto value = json::parse(body, error);
    if (reply.status >= 400) {
      const auto* code = error || !value.is_object() ? nullptr : value.get_object().if_contains("code");
      const bool is_code = code != nullptr && code->is_string() && code->get_string() == step.expected.name;
      if (!step.expected.name.empty() && !is_code) throw Mismatch(answered());
    } else if (!step.expected.name.empty()) {
      bound_[step.expected.name] = value;
    }
    if (!step.expected.subset.empty()) compare(step, value, answered());
    if (step.expected.is_golden) compare_golden(error ? json::value(json::string(body)) : value);
  }

  web::HttpRequest http_request(const Step& step) {
    world();
    web::HttpRequest request{step.method, filled(step.target)};
    request.remote = "127.0.0.1";
    std::map<std::string, std::string> headers{{"host", "127.0.0.1:7700"}};
    if (!step.who.empty()) {
      const auto& session = session_of(step.who);
      headers["cookie"] = session.cookie;
      headers["x-csrf-token"] = session.csrf_token;
    }
    if (!step.file.empty()) {
      if (!files_.contains(step.file)) throw Mismatch("there is no file " + step.file + " in this story");
      request.body = files_.at(step.file);
      headers["content-type"] = "application/octet-stream";
    } else if (!step.body.empty()) {
      request.body = filled(step.body);
      headers["content-type"] = "application/json";
    }
    for (const auto& [name, value] : headers_) headers[name] = filled(value);
    headers_.clear();
    for (const auto& [name, value] : headers) {
      if (!value.empty()) request.headers.push_back({name, value});
    }
    return request;
  }

  /// Signs in as that person, once.
  const Session& session_of(const std::string& who) {
    auto& session = sessions_[who];
    if (!session.cookie.empty()) return session;
    try {
      session = sign_in(world().site(), who);
    } catch (const std::runtime_error& refused) {
      throw Mismatch(refused.what());
    }
    return session;
  }

  /// `{draft}` is the reply's link, or else its id; `{draft.version.id}` is that field of it.
  std::string filled(const std::string& text) const {
    static const std::regex place{R"(\{([a-z_][a-z0-9_]*)((?:\.[a-z0-9_]+)*)\})"};
    std::string result;
    auto from = text.cbegin();
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at) {
      result.append(from, text.cbegin() + at->position());
      result += value_of((*at)[1], (*at)[2]);
      from = text.cbegin() + at->position() + at->length();
    }
    return result.append(from, text.cend());
  }

  std::string value_of(const std::string& name, const std::string& fields) const {
    const auto found = bound_.find(name);
    if (found == bound_.end()) throw Mismatch("nothing in this story is called {" + name + "}");
    const json::value* value = &found->second;
    std::istringstream path(fields.empty() ? default_field(*value) : fields.substr(1));
    for (std::string field; std::getline(path, field, '.');) {
      json::error_code error;
      const auto* next = value->find_pointer("/" + field, error);
      if (next == nullptr) throw Mismatch("{" + name + "} has no " + field + ": " + json::serialize(*value));
      value = next;
    }
    return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
  }

  static std::string default_field(const json::value& reply) {
    const auto* object = reply.if_object();
    const auto* link = object == nullptr ? nullptr : object->if_contains("link");
    return link != nullptr && link->is_string() && !link->get_string().empty() ? "link" : "id";
  }

  void compare(const Step& step, const json::value& reply, const std::string& answered) {
    json::error_code error;
    auto expected = json::parse(filled(step.expected.subset), error);
    if (error) throw Mismatch("what is expected is not JSON: " + step.expected.subset);
    const auto* object = expected.if_object();
    if (object != nullptr && object->size() == 1 && object->contains("subset"))
      expected = json::value(object->at("subset"));
    if (const auto wrong = difference(expected, reply))
      throw Mismatch("the reply's " + *wrong + "\n" + answered);
  }

  void compare_golden(const json::value& reply) {
    const auto folder = std::filesystem::path("tests/golden") / std::filesystem::path(story_.path).stem();
    const auto file = folder / (std::to_string(++golden_count_) + ".json");
    const auto text = golden_text(reply);
    if (is_recording()) {
      std::filesystem::create_directories(folder);
      std::ofstream(file, std::ios::binary) << text;
    } else if (const auto known = read_file(file); known != text) {
      throw Mismatch("the reply differs from " + file.string() +
                     "; where that is meant, run ./do golden and review the difference. " +
                     first_difference(known, text));
    }
  }

  static std::string first_difference(const std::string& known, const std::string& text) {
    std::istringstream a(known), b(text);
    std::string wanted, got;
    for (int line = 1; true; ++line) {
      const bool has_wanted = static_cast<bool>(std::getline(a, wanted)),
                 has_got = static_cast<bool>(std::getline(b, got));
      if (has_wanted && has_got && wanted == got) continue;
      return "Line " + std::to_string(line) + " is" + (has_got ? got : " missing") + ", not" +
             (has_wanted ? wanted : " there");
    }
  }

  void check() {
    const auto all = world_->database().read(
        Actor{}, [](const Read& read) { return app::run_checks(read, app::subjects()); });
    for (const auto& checked : all) {
      for (const auto& violation : checked.violations) {
        ADD_FAILURE() << story_.path << ": after the story, " << checked.check->name
                      << " is broken: " << violation;
      }
    }
  }

  const Story& story_;
  std::unique_ptr<World> world_;
  std::map<std::string, Session> sessions_;
  std::map<std::string, std::string> files_, headers_;
  std::map<std::string, json::value> bound_;
  std::vector<std::shared_ptr<web::Stream>> streams_;
  int golden_count_ = 0;
};

}  // namespace

void run_story(const Story& story) {
  try {
    Running(story).run();
  } catch (const Missing& missing) {
    GTEST_SKIP() << missing.what();
  }
}

}  // namespace accord::tests
