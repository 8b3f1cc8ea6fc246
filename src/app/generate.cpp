// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/command.hpp"
#include "app/generated.hpp"
#include "app/subjects.hpp"
#include "web/openapi.hpp"

namespace accord::app {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Exit generate(const std::string& root) {
  for (const auto& file : generated_files(subjects())) {
    const auto path = std::filesystem::path(root) / file.path;
    if (text_of(path) == file.text) continue;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.text;
    std::cout << "Wrote " << file.path << "\n";
  }
  return Exit::done;
}

Exit print_openapi() {
  std::cout << json::serialize(to_json(web::openapi(subjects()))) << "\n";
  return Exit::done;
}

}  // namespace accord::app
