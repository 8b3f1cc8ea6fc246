// SPDX-License-Identifier: Apache-2.0
#include "base/local_clock.hpp"

#include <gtest/gtest.h>

namespace accord {
namespace {

/// Half-hour zones, a half hour of summer time, clocks that change at midnight, and one that skipped a day.
TEST(LocalClock, ShowsWhatLookingUpEachMomentShows) {
  for (const auto* zone : {"America/Chicago", "Asia/Tokyo", "Asia/Kolkata", "Australia/Lord_Howe",
                           "America/Havana", "Pacific/Apia", "UTC", "Nowhere/At all"}) {
    LocalClock clock(zone);
    const auto from = parse_instant("2011-01-01T00:00:00Z")->ms;
    for (std::int64_t i = 0; i < 60'000; ++i) {
      const Instant at{from + i * 29 * 60'000};
      const auto local = local_time(at, zone);
      ASSERT_EQ(clock.day(at).number, local.day.number) << zone << " " << to_string(at);
      ASSERT_EQ((clock.shown_ms(at) - start_of(local.day).ms) / 60'000, local.minute)
          << zone << " " << to_string(at);
    }
    const auto far = start_of(Day{250'000});
    EXPECT_EQ(clock.day(far).number, day_in(far, zone).number) << "beyond the table of days";
    EXPECT_EQ(clock.shown_ms({from - 1}) - clock.shown_ms({from - 2}), 1);
  }
}

}  // namespace
}  // namespace accord
