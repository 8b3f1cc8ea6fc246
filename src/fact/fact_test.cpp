// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fact/fact.hpp"

namespace accord::fact {
namespace {

TEST(EndOfDay, HoldsMomentsByTheCompanysClockAndDaysByTheirOwn) {
  const Day day{20'000};
  const auto end = end_of(day, "Asia/Tokyo");
  const Instant midnight_in_tokyo = instant_of({day + 1, 0}, "Asia/Tokyo");
  EXPECT_FALSE(end.holds(midnight_in_tokyo, Precision::moment));
  EXPECT_TRUE(end.holds({midnight_in_tokyo.ms - 1}, Precision::moment));
  EXPECT_TRUE(end.holds(start_of(day), Precision::day));
  EXPECT_FALSE(end.holds(start_of(day + 1), Precision::day));
  EXPECT_FALSE(end.holds(start_of(day + 1), Precision::at_least_since));
}

}  // namespace
}  // namespace accord::fact
