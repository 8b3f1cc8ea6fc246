// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

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

/// One for all tests that only read it, as of each moment.
inline Made& made(const char* at = a_monday) {
  static std::map<std::string, std::unique_ptr<Made>> companies;
  auto& company = companies[at];
  if (!company) company = std::make_unique<Made>(1, at);
  return *company;
}

/// The first of some moments alone under sanitizers: these look for faults that the day makes no difference
/// to, and a company takes a minute there.
inline std::vector<const char*> as_tried(std::vector<const char*> moments) {
#if defined(__SANITIZE_ADDRESS__)
  moments.resize(1);
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  moments.resize(1);
#endif
#endif
  return moments;
}

template <class T>
std::vector<T> all(const Read& read, std::vector<std::pair<std::string, std::string>> filters = {}) {
  filters.emplace_back("limit", "50000");
  return list<T>(read, {filters, 50'000}).items;
}

}  // namespace accord::app
