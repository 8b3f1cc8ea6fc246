// SPDX-License-Identifier: Apache-2.0
#include "tests/house.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "base/text.hpp"

namespace accord::tests {
namespace {

bool is_source(const std::filesystem::path& path) {
  constexpr std::string_view extensions[]{".cpp",  ".hpp", ".ts",  ".tsx",   ".css", ".mjs",
                                          ".html", ".md",  ".txt", ".story", ".json"};
  return std::find(std::begin(extensions), std::end(extensions), path.extension().string()) !=
         std::end(extensions);
}

std::vector<SourceFile> read_all() {
  std::vector<SourceFile> files;
  const auto add = [&](const std::filesystem::path& path) {
    files.push_back({path.string(), text_of_file(path.string())});
  };
  for (const auto* folder : {"src", "tests", "bench", "docs"}) {
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && is_source(entry.path())) add(entry.path());
    }
  }
  for (const auto* name :
       {"README.md", "ARCHITECTURE.md", "DECISIONS.md", "CHANGELOG.md", "CMakeLists.txt", "do"}) {
    if (std::filesystem::exists(name)) add(name);
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

/// The same text with comments, strings and characters blanked, so that braces are only the program's.
std::string code_only(std::string_view text) {
  static const std::regex noise{
      R"rx(//[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|R"([a-z]*)\((?:[^)]|\)(?!\1"))*\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+')rx"};
  std::string code(text);
  for (std::cregex_iterator at(text.data(), text.data() + text.size(), noise), end; at != end; ++at) {
    for (auto i = at->position(); i < at->position() + at->length(); ++i) {
      auto& c = code[static_cast<std::size_t>(i)];
      if (c != '\n') c = ' ';
    }
  }
  return code;
}

/// Whether the brace after this text begins a function's body: a declarator with parentheses, no type,
/// namespace, initialiser or call.
bool begins_function(std::string_view before) {
  static const std::regex scope{R"(\b(namespace|class|struct|union|enum|extern|concept)\b)"};
  const std::string head(trimmed(before));
  const auto paren = head.find('(');
  if (paren == std::string::npos || before.empty() || before.back() != ' ') return false;
  if (std::regex_search(head.substr(0, paren), scope)) return false;
  const auto equals = head.substr(0, paren).find('=');
  return equals == std::string::npos || head.find("operator") != std::string::npos;
}

}  // namespace

std::string text_of_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

const std::vector<SourceFile>& source_files() {
  static const std::vector<SourceFile> files = read_all();
  return files;
}

std::vector<FunctionLength> function_lengths(std::string_view cpp) {
  const std::string code = code_only(cpp);
  std::vector<FunctionLength> found;
  std::vector<bool> is_function;
  std::size_t statement = 0;
  int line = 1, start = 0, inside = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\n') ++line;
    if (c == '{') {
      const bool begins =
          inside == 0 && begins_function(std::string_view(code).substr(statement, i - statement));
      if (begins) start = line;
      inside += begins || inside > 0 ? 1 : 0;
      is_function.push_back(begins);
    } else if (c == '}' && !is_function.empty()) {
      if (is_function.back()) found.push_back({start, line - start + 1});
      inside -= inside > 0 ? 1 : 0;
      is_function.pop_back();
    }
    if (c == ';' || c == '{' || c == '}') statement = i + 1;
  }
  return found;
}

std::string place_of(const SourceFile& file, std::size_t position) {
  const auto end = file.text.begin() + static_cast<std::ptrdiff_t>(position);
  return file.path + ":" + std::to_string(1 + std::count(file.text.begin(), end, '\n'));
}

}  // namespace accord::tests
