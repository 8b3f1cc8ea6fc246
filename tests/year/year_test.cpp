// SPDX-License-Identifier: Apache-2.0
// People of the demo company act for four quarters. After each step everything acknowledged is there, nothing
// twice, and every check of every subject holds.
#include "tests/year/year.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace accord::tests::year {
namespace {

constexpr std::int64_t ms_per_year = 365 * ms_per_day;
constexpr std::uint64_t usual_seed = 1999;
constexpr int usual_steps = 300;

std::optional<std::uint64_t> asked_for(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::stoull(value);
}

int steps() { return static_cast<int>(asked_for("ACCORD_YEAR_STEPS").value_or(usual_steps)); }

std::string report_of(const Year& year, std::uint64_t seed, int step, const std::string& wrong) {
  std::string report = wrong + "\nin step " + std::to_string(step) + " of " + std::to_string(steps()) +
                       ", seed " + std::to_string(seed) + ": " + year.act() + "\n";
  for (const auto& asked : year.asked()) report += "  " + asked + "\n";
  return report + "Repeat it with: ./do year " + std::to_string(seed) + " " + std::to_string(steps());
}

void act_for_a_year(std::uint64_t seed) {
  Year year(seed);
  for (int step = 1; step <= steps(); ++step) {
    try {
      year.step({beginning().ms + ms_per_year / steps() * step});
    } catch (const std::exception& wrong) {
      FAIL() << report_of(year, seed, step, wrong.what());
    }
  }
  if (asked_for("ACCORD_YEAR_SEED")) {
    for (const auto& [act, count] : year.done()) std::cout << count << " × " << act << "\n";
  }
}

TEST(Year, HoldsForASeedThatStays) { act_for_a_year(asked_for("ACCORD_YEAR_SEED").value_or(usual_seed)); }

/// Another one each day, so that years that nobody thought of are tried.
TEST(Year, HoldsForTheSeedOfTheDay) {
  if (asked_for("ACCORD_YEAR_SEED")) GTEST_SKIP() << "another seed is asked for";
  act_for_a_year(static_cast<std::uint64_t>(day_of(SystemClock{}.now()).number));
}

}  // namespace
}  // namespace accord::tests::year
