// SPDX-License-Identifier: Apache-2.0
#include "db/results.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace accord {
namespace {

Results::Shared value(int number, TableNames read = {"part"}) {
  return std::make_shared<const Results::Worked>(
      Results::Worked{std::make_shared<const int>(number), std::move(read)});
}
int number_in(const Results::Shared& worked) { return *static_cast<const int*>(worked->value.get()); }

TEST(ResultsTest, AResultIsKeptUntilATableItWasReadFromChanges) {
  Results results;
  results.begin(7);
  int made = 0;
  const auto make = [&](const auto&) { return value(++made, {"part", "owner"}); };
  EXPECT_EQ(number_in(results.get(7, "gaps", make)), 1);
  EXPECT_EQ(number_in(results.get(7, "gaps", make)), 1);
  EXPECT_EQ(number_in(results.get(7, "other", make)), 2);
  results.committed(8, {"sighting"});
  EXPECT_EQ(number_in(results.get(8, "gaps", make)), 1) << "nothing that it was read from has changed";
  results.committed(9, {"sighting", "owner"});
  EXPECT_EQ(number_in(results.get(9, "gaps", make)), 3);
}

TEST(ResultsTest, WhatAnotherProcessCommittedMayHaveChangedEverything) {
  Results results;
  results.begin(7);
  results.get(7, "gaps", [](const auto&) { return value(7); });
  EXPECT_EQ(number_in(results.get(8, "gaps", [](const auto&) { return value(8); })), 8)
      << "nobody has told of it";
  results.committed(9, {"sighting"});
  EXPECT_EQ(number_in(results.get(9, "gaps", [](const auto&) { return value(9); })), 8)
      << "that it was read after it";
  results.committed(11, {"sighting"});
  EXPECT_EQ(number_in(results.get(11, "gaps", [](const auto&) { return value(11); })), 11)
      << "10 was another process's";
}

TEST(ResultsTest, AnOlderSnapshotSeesOnlyWhatHeldThenAndLeavesNothing) {
  Results results;
  results.begin(7);
  results.committed(8, {"part"});
  results.get(8, "gaps", [](const auto&) { return value(8); });
  EXPECT_EQ(number_in(results.get(7, "gaps", [](const auto&) { return value(7); })), 7);
  EXPECT_EQ(number_in(results.get(8, "gaps", [](const auto&) { return value(0); })), 8);
  results.committed(9, {"sighting"});
  results.get(9, "other", [](const auto&) { return value(9); });
  EXPECT_EQ(number_in(results.get(8, "other", [](const auto&) { return value(0); })), 9)
      << "no part has changed in 9";
}

TEST(ResultsTest, AnActFindsWhatIsAtHandAndWorksNothingOut) {
  Results results;
  results.begin(7);
  EXPECT_EQ(results.find(7, "gaps"), nullptr);
  results.get(7, "gaps", [](const auto&) { return value(7); });
  EXPECT_EQ(number_in(results.find(7, "gaps")), 7);
  EXPECT_EQ(results.find(8, "gaps"), nullptr) << "8 is not durable yet";
}

TEST(ResultsTest, WhatIsOutdatedIsHandedToWhoeverGoesOnFromThere) {
  Results results;
  results.begin(7);
  const auto one_more = [](const Results::Shared& before) {
    return value(before ? number_in(before) + 1 : 100);
  };
  EXPECT_EQ(number_in(results.get(7, "log", one_more)), 100);
  results.committed(8, {"part"});
  EXPECT_EQ(number_in(results.get(8, "log", one_more)), 101);
  EXPECT_EQ(number_in(results.get(7, "log", one_more)), 100)
      << "an older snapshot goes on from nothing later";
  EXPECT_EQ(number_in(results.get(8, "log", one_more)), 101);
}

TEST(ResultsTest, WhatFailedIsTriedAgain) {
  Results results;
  const auto fail = [](const Results::Shared&) -> Results::Shared { throw std::runtime_error("no disk"); };
  EXPECT_THROW(results.get(1, "gaps", fail), std::runtime_error);
  EXPECT_EQ(number_in(results.get(1, "gaps", [](const auto&) { return value(4); })), 4);
}

TEST(ResultsTest, ManyWhoAskAtOnceWaitForTheOneWhoWorksItOut) {
  Results results;
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  std::atomic<int> sum = 0;
  threads.reserve(8);
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back(
        [&] { sum += number_in(results.get(1, "gaps", [&](const auto&) { return value(++made); })); });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
  EXPECT_EQ(sum, 8);
}

TEST(ResultsTest, MoreKeysThanItHoldsStillGiveTheRightValues) {
  Results results;
  for (int i = 0; i < 2'000; ++i) {
    EXPECT_EQ(number_in(results.get(1, std::to_string(i % 700), [&](const auto&) { return value(i % 700); })),
              i % 700);
  }
}

}  // namespace
}  // namespace accord
