// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <regex>

#include "base/text.hpp"
#include "tests/story.hpp"

namespace accord::tests {
namespace {

bool starts_request(std::string_view line) {
  for (const std::string_view method : {"GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HEAD "}) {
    if (line.starts_with(method)) return true;
  }
  return false;
}

bool starts_statement(std::string_view line) {
  for (const std::string_view word : {"as ", "clock ", "world ", "writer ", "file ", "header ", "#"}) {
    if (line.starts_with(word)) return true;
  }
  return line.empty() || starts_request(line);
}

/// The first word, cut off the text.
std::string take_word(std::string_view& text) {
  text = trimmed(text);
  const auto end = std::min(text.find_first_of(" \t"), text.size());
  std::string word(text.substr(0, end));
  text = trimmed(text.substr(end));
  return word;
}

/// Reads one file, line by line.
class Reader {
 public:
  explicit Reader(const std::string& path) : story_{path, {}} {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) lines_.push_back(line);
  }

  Story all() {
    while (at_ < lines_.size()) statement();
    return std::move(story_);
  }

 private:
  void statement() {
    Step step;
    step.line = static_cast<int>(at_) + 1;
    std::string_view line = trimmed(lines_[at_]);
    if (line.empty() || line.starts_with("#")) return static_cast<void>(++at_);
    if (line.starts_with("as ")) {
      line.remove_prefix(3);
      who_ = take_word(line);
      if (who_ == "nobody") who_.clear();
      if (line.empty()) return static_cast<void>(++at_);
    }
    if (starts_request(line)) return request(std::move(step), std::string(line));
    step.text = line;
    ++at_;
    setting(step, line);
    story_.steps.push_back(std::move(step));
  }

  void setting(Step& step, std::string_view line) {
    const std::string word = take_word(line);
    if (word == "clock") {
      step.kind = StepKind::clock;
      step.value = line;
    } else if (word == "world") {
      step.kind = StepKind::world;
      step.value = line;
    } else if (word == "writer") {
      step.kind = StepKind::writer;
      step.value = line;
    } else if (word == "header") {
      step.kind = StepKind::header;
      const auto colon = line.find(':');
      if (colon == std::string_view::npos) fail(step, "write it as: header NAME: VALUE");
      step.name = lower(trimmed(line.substr(0, colon)));
      step.value = trimmed(line.substr(colon + 1));
    } else if (word == "file") {
      step.kind = StepKind::file;
      step.name = take_word(line);
      file(step, line);
    } else {
      fail(step, "\"" + word + "\" begins no statement; see tests/README.md");
    }
  }

  void file(Step& step, std::string_view line) {
    if (line.starts_with("from ")) {
      step.file = trimmed(line.substr(5));
      return;
    }
    if (!line.starts_with("<<")) fail(step, "write it as: file NAME <<END, or file NAME from PATH");
    const std::string end(line.substr(2));
    while (at_ < lines_.size() && trimmed(lines_[at_]) != end) step.body += lines_[at_++] + "\n";
    if (at_ == lines_.size()) fail(step, "the file does not end with " + end);
    ++at_;
  }

  void request(Step step, std::string text) {
    static const std::regex arrow{R"(\s->\s*([0-9]{3})(?![0-9]))"};
    while (++at_ < lines_.size() && !starts_statement(trimmed(lines_[at_]))) {
      text += " " + std::string(trimmed(lines_[at_]));
    }
    step.text = text;
    step.who = who_;
    std::smatch found;
    if (!std::regex_search(text, found, arrow)) fail(step, "a request needs what it expects: -> 200");
    step.expected = expected(
        std::stoi(found[1]),
        trimmed(std::string_view(text).substr(static_cast<std::size_t>(found.position() + found.length()))));
    const std::string asked = text.substr(0, static_cast<std::size_t>(found.position()));
    std::string_view rest = asked;
    step.method = take_word(rest);
    step.target = take_word(rest);
    if (rest.starts_with("file ")) {
      rest.remove_prefix(5);
      step.file = take_word(rest);
    }
    step.body = rest;
    story_.steps.push_back(std::move(step));
  }

  static Expected expected(int status, std::string_view text) {
    Expected expected{.status = status};
    while (!text.empty() && text[0] != '{' && text[0] != '[') {
      const std::string word = take_word(text);
      if (word == "golden")
        expected.is_golden = true;
      else
        expected.name = word;
    }
    expected.subset = text;
    return expected;
  }

  [[noreturn]] void fail(const Step& step, const std::string& why) const {
    throw std::runtime_error(story_.path + ":" + std::to_string(step.line) + ": " + why);
  }

  Story story_;
  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  std::string who_ = "maria";
};

}  // namespace

Story read_story(const std::string& path) { return Reader(path).all(); }

}  // namespace accord::tests
