// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

/// What the house test reads: the source as text.
namespace accord::tests {

struct SourceFile {
  std::string path;  ///< from the root of the repository
  std::string text;
  bool is(std::string_view extension) const { return path.ends_with(extension); }
  bool is_cpp() const { return is(".cpp") || is(".hpp"); }
  bool is_screen() const { return is(".ts") || is(".tsx"); }
  bool is_generated() const { return path.find(".gen.") != std::string::npos; }
  bool is_test() const { return path.starts_with("tests/") || path.find("_test.") != std::string::npos; }
};

/// What is written by hand or generated, not what is built or installed.
const std::vector<SourceFile>& source_files();
std::string text_of_file(const std::string& path);

/// One function with its place and length.
struct FunctionLength {
  int line;
  int lines;
};

/// The outermost functions of a C++ file that clang-format has formatted.
std::vector<FunctionLength> function_lengths(std::string_view cpp);

/// Where a match begins, as `path:line`.
std::string place_of(const SourceFile&, std::size_t position);

}  // namespace accord::tests
