// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/subjects.hpp"
#include "funnel/funnel.hpp"
#include "importing/importing.hpp"
#include "importing/intake.hpp"
#include "tests/world.hpp"

namespace accord::importing {

/// A company's file in a folder of its own, and the sample of a real export where it is there.
class ImportFixture : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_GE(sodium_init(), 0);
    database = std::make_unique<Database>(folder.file("t.db"), app::schemas(), clock);
  }
  void TearDown() override { database.reset(); }

  static std::filesystem::path sample(const std::string& file) {
    const char* data = std::getenv("ACCORD_DATA");
    return std::filesystem::path(data == nullptr ? "../shared/data" : data) / "crm_sales_opportunities" /
           file;
  }
  static bool has_sample() { return std::filesystem::exists(sample("sales_pipeline.csv")); }

  std::string write_file(const std::string& name, const std::string& text) {
    std::ofstream(folder.file(name), std::ios::binary) << text;
    return folder.file(name);
  }
  int run(const std::vector<std::string>& files, const ImportOptions& options = {}) {
    std::ostringstream out;
    const int code = import_files(*database, actor, files, options, out);
    said = out.str();
    return code;
  }
  std::int64_t integer(const Sql& sql) {
    return database->read(actor, [&](const Read& read) { return read.integer(sql).value_or(0); });
  }
  std::string text(const Sql& sql) {
    return database->read(actor, [&](const Read& read) { return read.text(sql).value_or(""); });
  }
  using Lines = std::vector<std::string>;
  /// The first column of a query.
  Lines lines(const Sql& sql) {
    Lines found;
    database->read(actor, [&](const Read& read) {
      read.each(sql, {}, [&](const accord::Row& row) { found.emplace_back(row.text(0)); });
    });
    return found;
  }
  void undo(std::int64_t import) {
    database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {import}); });
  }
  bool says(std::string_view part) const { return said.find(part) != std::string::npos; }
  /// Every violation of every subject's checks.
  std::vector<std::string> violations() {
    std::vector<std::string> found;
    database->read(actor, [&](const Read& read) {
      for (const auto* each : app::subjects()) {
        for (const auto& check : each->checks) {
          for (auto& violation : check.violations(read))
            found.push_back(std::string(check.name) + ": " + violation);
        }
      }
    });
    return found;
  }

  tests::TemporaryFolder folder;
  SetClock clock{*parse_instant("2026-11-23T09:00:00Z")};
  Actor actor;
  std::unique_ptr<Database> database;
  std::string said;
};

inline ImportOptions in_dollars() {
  ImportOptions options;
  options.answers.currency = "USD";
  return options;
}

}  // namespace accord::importing
