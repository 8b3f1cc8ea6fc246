// SPDX-License-Identifier: Apache-2.0
#include "base/local_clock.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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

/// Around every midnight of a year, and those at which clocks skip a day, change at midnight, or are put back
/// over it, as St. John's were at one minute past.
TEST(LocalClock, TurnsWhereWhatItShowsComesToADayAndNowhereElse) {
  std::size_t most = 0;
  for (const auto* zone : {"America/Chicago", "Asia/Tokyo", "America/St_Johns", "Australia/Lord_Howe",
                           "America/Sao_Paulo", "Pacific/Apia", "UTC"}) {
    LocalClock clock(zone);
    for (const auto* day : {"2010-03-14", "2010-10-17", "2010-11-07", "2010-11-08", "2011-12-30",
                            "2011-12-31", "2026-03-08", "2026-11-01"}) {
      const auto midnight = start_of(*parse_day(day)).ms;
      for (const auto shown : {midnight, midnight + 1, midnight + 30 * 60'000 + 7}) {
        const auto turns = clock.turns_at(shown);
        most = std::max(most, turns.size());
        ASSERT_EQ(turns.size() % 2, 1U) << zone << " " << day;
        for (std::int64_t at = midnight - 40 * 3'600'000; at < midnight + 40 * 3'600'000; at += 60'000) {
          for (const std::int64_t ms : {at, at + 1, at + 7, at + 59'999}) {
            const auto passed = std::ranges::count_if(turns, [&](Instant turn) { return turn.ms <= ms; });
            ASSERT_EQ(passed % 2 == 1, clock.shown_ms({ms}) >= shown)
                << zone << " " << to_string(Instant{ms});
          }
        }
      }
    }
  }
  EXPECT_EQ(most, 3U) << "a clock was put back over midnight";
}

}  // namespace
}  // namespace accord
