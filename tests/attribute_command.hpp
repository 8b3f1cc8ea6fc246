// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/attribute.hpp"
#include "base/json.hpp"
#include "tests/temporary_folder.hpp"

namespace accord::tests {

/// `accord attribute` on files of its own.
class AttributeCommand : public testing::Test {
 protected:
  std::string write_file(const std::string& name, const std::string& text) {
    std::ofstream(folder.file(name), std::ios::binary) << text;
    return folder.file(name);
  }

  /// Says what the shell would see.
  int run(const app::AttributeOptions& options, std::size_t width = 100) {
    std::ostringstream out, err;
    const auto exit = app::attribute(options, out, err, width);
    said = out.str();
    complained = err.str();
    return static_cast<int>(exit);
  }

  json::object run_to_json(app::AttributeOptions options) {
    options.format = app::AttributeFormat::json;
    code = run(options);
    return said.empty() ? json::object() : parse_json(said).as_object();
  }

  /// Grouped journeys in this text.
  json::object run_on(const std::string& text, app::AttributeOptions options = {}) {
    options.file = write_file("journeys.csv", text);
    return run_to_json(options);
  }

  static const json::object& model_in(const json::object& all, std::string_view key, std::string_view name) {
    for (const auto& model : all.at("models").as_array()) {
      if (model.at(key).as_string() == name) return model.as_object();
    }
    throw std::runtime_error("there is no model " + std::string(name));
  }
  static const json::object& credit_in(const json::object& model, std::string_view channel) {
    for (const auto& credit : model.at("credits").as_array()) {
      if (credit.at("channel").as_string() == channel) return credit.as_object();
    }
    throw std::runtime_error("there is no channel " + std::string(channel));
  }

  bool says(std::string_view part) const { return said.find(part) != std::string::npos; }
  bool complains(std::string_view part) const { return complained.find(part) != std::string::npos; }

  TemporaryFolder folder;
  std::string said, complained;
  int code = 0;
};

}  // namespace accord::tests
