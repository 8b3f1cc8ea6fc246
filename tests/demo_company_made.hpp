// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/demo_company.hpp"
#include "app/subjects.hpp"
#include "db/list.hpp"
#include "tests/world.hpp"

namespace accord::app {

constexpr const char* a_monday = "2026-11-23T15:00:00Z";

/// A demo company of a seed, as of a moment.
struct Made {
  explicit Made(std::uint64_t seed = 1, const char* at = a_monday)
      : clock(demo_founded(*parse_instant(at))), database(folder.file("demo.db"), schemas(), clock) {
    make_demo(database, {clock, *parse_instant(at), seed});
  }
  template <class F>
  auto read(F&& use) {
    return database.read(Actor{}, use);
  }

  tests::TemporaryFolder folder;
  SetClock clock;
  Database database;
};

inline Made& made() {
  static Made company;
  return company;
}

template <class T>
std::vector<T> all(const Read& read, std::vector<std::pair<std::string, std::string>> filters = {}) {
  filters.emplace_back("limit", "50000");
  return list<T>(read, {filters, 50'000}).items;
}

}  // namespace accord::app
