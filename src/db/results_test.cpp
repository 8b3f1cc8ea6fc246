// SPDX-License-Identifier: Apache-2.0
#include "db/results.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace accord {
namespace {

Results::Value value(int number) { return std::make_shared<const int>(number); }
int number_in(const Results::Value& value) { return *static_cast<const int*>(value.get()); }

TEST(ResultsTest, AResultIsWorkedOutOnceForEachCommit) {
  Results results;
  int made = 0;
  const auto make = [&] { return value(++made); };
  EXPECT_EQ(number_in(results.get(7, "gaps", make)), 1);
  EXPECT_EQ(number_in(results.get(7, "gaps", make)), 1);
  EXPECT_EQ(number_in(results.get(7, "other", make)), 2);
  EXPECT_EQ(number_in(results.get(8, "gaps", make)), 3) << "a commit makes everything new";
}

TEST(ResultsTest, AnOlderSnapshotNeitherSeesNorLeavesAnything) {
  Results results;
  results.get(8, "gaps", [] { return value(8); });
  EXPECT_EQ(number_in(results.get(7, "gaps", [] { return value(7); })), 7);
  EXPECT_EQ(number_in(results.get(8, "gaps", [] { return value(0); })), 8);
}

TEST(ResultsTest, WhatFailedIsTriedAgain) {
  Results results;
  const auto fail = []() -> Results::Value { throw std::runtime_error("no disk"); };
  EXPECT_THROW(results.get(1, "gaps", fail), std::runtime_error);
  EXPECT_EQ(number_in(results.get(1, "gaps", [] { return value(4); })), 4);
}

TEST(ResultsTest, ManyWhoAskAtOnceWaitForTheOneWhoWorksItOut) {
  Results results;
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  std::atomic<int> sum = 0;
  threads.reserve(8);
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] { sum += number_in(results.get(1, "gaps", [&] { return value(++made); })); });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
  EXPECT_EQ(sum, 8);
}

TEST(ResultsTest, MoreKeysThanItHoldsStillGiveTheRightValues) {
  Results results;
  for (int i = 0; i < 2'000; ++i) {
    EXPECT_EQ(number_in(results.get(1, std::to_string(i % 700), [&] { return value(i % 700); })), i % 700);
  }
}

}  // namespace
}  // namespace accord
