// SPDX-License-Identifier: Apache-2.0
// What a task of several parts sees and leaves when two threads work it through.
#include "db/readers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "db/database.hpp"
#include "tests/temporary_folder.hpp"

namespace accord {
namespace {

struct Coin {
  Id<Coin> id;
  std::int64_t worth = 0;
};

}  // namespace
template <>
inline constexpr auto described<Coin> = record("coin", "A coin was found.",
                                               field(&Coin::id, "id", "Its number."),
                                               field(&Coin::worth, "worth", "What it is worth."));

namespace {

const Sql sum_of_coins{"SELECT COALESCE(CAST(SUM(worth) AS BIGINT), 0) FROM coin_standing"};
constexpr std::size_t parts = 8;

class TwoThreadsTest : public testing::Test {
 protected:
  void find_coin(std::int64_t worth) {
    Coin coin{{}, worth};
    database.write(actor, "Find a coin.", [&](Write& write) { write.append(coin); });
  }

  tests::TemporaryFolder folder;
  SetClock clock{*parse_instant("2026-03-02T09:00:00Z")};
  Actor actor;
  Database database{folder.file("t.db"), {{.subject = "coins", .tables = {fact_table<Coin>()}}}, clock};
};

/// Whoever comes first waits until another thread has come too, so that two are at work where two can be.
class Meeting {
 public:
  void arrive() {
    std::unique_lock lock(mutex_);
    threads_.insert(std::this_thread::get_id());
    arrived_.notify_all();
    arrived_.wait_for(lock, std::chrono::seconds(30), [&] { return threads_.size() > 1; });
  }
  std::size_t threads() const { return threads_.size(); }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::set<std::thread::id> threads_;
};

TEST_F(TwoThreadsTest, TwoThreadsDoEachPartOnceAndSeeTheSameCommit) {
  find_coin(5);
  Meeting meeting;
  std::array<std::atomic<int>, parts> done{};
  std::array<std::int64_t, parts> seen{};
  database.read(actor, [&](const Read& read) {
    read.in_two_threads(parts, [&](const Read& view, std::size_t part) {
      meeting.arrive();
      if (part == 0) find_coin(100);
      ++done[part];
      seen[part] = view.integer(sum_of_coins).value_or(-1);
      EXPECT_EQ(view.as_of(), read.as_of());
    });
  });
  EXPECT_EQ(meeting.threads(), 2U);
  for (std::size_t part = 0; part < parts; ++part) {
    EXPECT_EQ(done[part], 1) << part;
    EXPECT_EQ(seen[part], 5) << "a coin that is found meanwhile is another commit's, in part " << part;
  }
}

TEST_F(TwoThreadsTest, WhatTheOtherThreadReadIsKeptUntilThatChanges) {
  int made = 0;
  const auto sum = [&] {
    return database.read(actor, [&](const Read& read) {
      return *read.kept<std::int64_t>("sum", [&] {
        ++made;
        Meeting meeting;
        std::int64_t found = 0;
        read.in_two_threads(2, [&](const Read& view, std::size_t part) {
          meeting.arrive();
          if (part == 1) found = view.integer(sum_of_coins).value_or(-1);
        });
        return found;
      });
    });
  };
  EXPECT_EQ(sum(), 0);
  EXPECT_EQ(sum(), 0);
  EXPECT_EQ(made, 1);
  find_coin(7);
  EXPECT_EQ(sum(), 7) << "only the second thread has read the coins";
}

TEST_F(TwoThreadsTest, WhereAnyThreadFailsTheCallerHearsOfIt) {
  for (const std::size_t failing : {std::size_t{0}, parts - 1}) {
    EXPECT_THROW(database.read(actor,
                               [&](const Read& read) {
                                 read.in_two_threads(parts, [&](const Read&, std::size_t part) {
                                   if (part == failing) throw Fault("The disk is gone.");
                                 });
                               }),
                 Fault);
  }
  find_coin(1);
  EXPECT_EQ(database.read(actor, [](const Read& read) { return read.integer(sum_of_coins); }), 1);
}

TEST_F(TwoThreadsTest, AnActDoesAllItselfSinceNobodyElseSeesWhatItChanged) {
  std::int64_t worth = 0;
  std::set<std::thread::id> threads;
  database.write(actor, "Find and count.", [&](Write& write) {
    Coin coin{{}, 3};
    write.append(coin);
    write.in_two_threads(parts, [&](const Read& view, std::size_t) {
      threads.insert(std::this_thread::get_id());
      worth += view.integer(sum_of_coins).value_or(-1);
    });
  });
  EXPECT_EQ(worth, static_cast<std::int64_t>(3 * parts));
  EXPECT_EQ(threads.size(), 1U);
}

}  // namespace
}  // namespace accord
