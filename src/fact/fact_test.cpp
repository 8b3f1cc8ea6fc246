// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fact/fact.hpp"
#include "people/people.hpp"
#include "tests/facts.hpp"

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

TEST(NewestDay, IsTheCompanysOfAMomentAndItsOwnOfADay) {
  tests::Facts facts;
  facts.database().write(Actor{}, "Move to Tokyo.", [](Write& write) {
    auto company = *people::find_company(write);
    company.time_zone = "Asia/Tokyo";
    write.update(company);
  });
  facts.database().read(Actor{}, [](const Read& read) {
    const Day day{20'000};
    const Instant evening{start_of(day).ms + 20 * 3'600'000};
    EXPECT_EQ(newest_day_of(read, evening, {}), day + 1) << "the next morning in Tokyo";
    EXPECT_EQ(newest_day_of(read, {}, start_of(day)), day);
    EXPECT_EQ(newest_day_of(read, evening, start_of(day + 2)), day + 2);
    EXPECT_EQ(newest_day_of(read, {}, {}), std::nullopt);
  });
}

TEST(ActivityLog, GoesOnWithWhatComesInAndForgetsWhatIsTakenBack) {
  tests::Facts facts;
  auto& database = facts.database();
  const auto log_one = [&](std::int64_t account) {
    return database.write(Actor{}, "Log.", [&](Write& write) {
      Activity activity;
      activity.account = Id<account::Account>{account};
      activity.kind = ActivityKind::call;
      write.append(activity);
      return write.number();
    });
  };
  const auto accounts = [&] {
    return database.read(Actor{}, [](const Read& read) {
      const auto log = activity_log(read);
      std::vector<std::uint32_t> found{static_cast<std::uint32_t>(log->begun_as_of)};
      for (const auto& activity : log->activities) found.push_back(activity.account);
      return found;
    });
  };
  const auto first = log_one(11);
  const auto begun = accounts();
  ASSERT_EQ(begun.size(), 2U);
  log_one(12);
  EXPECT_EQ(accounts(), (std::vector<std::uint32_t>{begun[0], 11, 12})) << "not read again from the start";
  database.write(Actor{}, "Take back.", [&](Write& write) { write.retract_facts(first); });
  const auto read_anew = accounts();
  EXPECT_GT(read_anew[0], begun[0]);
  EXPECT_EQ(read_anew[1], 12U);
  EXPECT_EQ(read_anew.size(), 2U);
}

}  // namespace
}  // namespace accord::fact
