// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "campaign/campaign.hpp"
#include "db/database.hpp"
#include "order/order.hpp"
#include "tests/temporary_folder.hpp"

namespace accord::tests {

/// A firm whose touchpoints, orders and spend come and go at random, from a seed. Its file is its own, and
/// nobody signs in.
class RandomFacts {
 public:
  static constexpr int enough_for_a_file = 21'000;  ///< touchpoints that are kept as a column file
  static constexpr int campaigns_count = 5, channels_count = 7, territories_count = 3;
  static constexpr int opportunities_count = 40, people_count = 6, products_count = 4;

  RandomFacts(unsigned seed, int accounts);

  /// As when the server is stopped, and started again.
  void stop() { database_.reset(); }
  void open();
  Database& database() { return *database_; }
  /// What the column files had to say of themselves.
  const std::vector<std::string>& notices() const { return notices_; }
  const std::string& path() const { return path_; }
  std::string beside(const std::string& name) const { return folder_.file(name); }

  void write(const std::function<void(Write&)>& act) { database_->write(Actor{}, "Test.", act); }
  /// The company's days are those of that clock from then on.
  void move_to(const std::string& time_zone);
  void add_touchpoints(Write&, int count);
  void add_orders(Write&, int count);
  /// What somebody does next: adds facts, supersedes one, undoes a commit, moves a record.
  void act();

  std::int64_t pick(std::int64_t below) {
    return static_cast<std::int64_t>(chance_() % static_cast<std::uint64_t>(below));
  }
  /// One of the last 400 days.
  Instant moment();

  static constexpr Instant now{1'795'435'200'000};  ///< 2026-11-23 12:00

 private:
  void begin();
  void add_spend(Write&, int count);
  void send_back(Write&, order::OrderLine);
  std::optional<Id<territory::Territory>> any_territory();
  std::string any_industry();
  /// One of so many; nothing now and then.
  template <class T>
  std::optional<Id<T>> any(int count) {
    return pick(4) == 0 ? std::nullopt : std::optional(Id<T>{1 + pick(count)});
  }
  void direct(campaign::Campaign&);
  void log_activity(Write&);
  void take_back(Write&);
  void supersede(Write&);
  void move_a_record(Write&);
  void merge_records(Write&);

  TemporaryFolder folder_;
  SetClock clock_{now};
  std::string path_ = folder_.file("t.db");
  std::mt19937_64 chance_;
  int accounts_count_;
  std::int64_t touchpoints_ = 0, spent_ = 0;
  std::set<std::int64_t> retracted_;
  std::vector<std::string> notices_;
  std::unique_ptr<Database> database_;
};

}  // namespace accord::tests
