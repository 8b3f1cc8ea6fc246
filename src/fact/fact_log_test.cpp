// SPDX-License-Identifier: Apache-2.0
// Whatever comes in, is told anew or undone, facts are those of the rows, from the column files or not.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "fact/fact.hpp"
#include "people/people.hpp"
#include "tests/random_facts.hpp"

namespace accord::fact {
namespace {

const Sql rows_by_time{
    "SELECT v.opportunity, v.at, 0 AS kind, v.id, v.stage AS what, v.precision FROM stage_change_standing v "
    "UNION ALL SELECT COALESCE(a.opportunity, 0), a.at, 1, a.id, a.side, a.precision FROM activity_standing "
    "a "
    "ORDER BY 1, 2, 3, 4"};
const Sql activity_rows{
    "SELECT v.id, v.at, COALESCE(v.opportunity, 0), COALESCE(v.account, 0), COALESCE(v.person, 0), v.kind, "
    "v.side, v.precision FROM activity_standing v ORDER BY v.id"};
const Sql some_change{"SELECT s.id FROM stage_change_standing s WHERE s.id >= :from ORDER BY s.id LIMIT 1"};

constexpr std::int64_t opportunities = 3'000;

class FactLogTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  FactLogTest() : RandomFacts(GetParam(), 30) {
    write([this](Write& write) { add(write, 22'000); });
  }

  void add(Write& write, int count) {
    for (int i = 0; i < count; ++i) {
      add_change(write);
      add_activity(write);
    }
  }
  void add_change(Write& write) {
    StageChange change;
    change.opportunity = {1 + pick(opportunities)};
    change.stage = std::array{"Open", "Wärme", "Closed Won", ""}[static_cast<std::size_t>(pick(4))];
    change.at = {moment().ms / ms_per_day * ms_per_day};
    change.precision = static_cast<Precision>(pick(3));
    write.append(change);
  }
  void add_activity(Write& write) {
    Activity one;
    if (pick(3) != 0) one.opportunity = Id<funnel::Opportunity>{1 + pick(opportunities)};
    if (pick(2) == 0) one.account = Id<account::Account>{1 + pick(30)};
    if (pick(2) == 0) one.person = Id<people::Person>{1 + pick(people_count)};
    one.kind = static_cast<ActivityKind>(pick(4));
    one.side = static_cast<Side>(pick(3));
    one.at = {moment().ms / ms_per_day * ms_per_day};
    write.append(one);
  }
  void change() {
    switch (pick(4)) {
      case 0:
        return write([this](Write& write) {
          add(write, 3);
          commits.push_back(write.number());
        });
      case 1:
        if (commits.empty()) return;
        write([this](Write& write) { write.retract_facts(commits.back()); });
        commits.pop_back();
        return;
      case 2:
        return write([this](Write& write) {
          const auto id = write.integer(some_change, {{"from", 1 + pick(20'000)}});
          if (id) write.supersede(Id<StageChange>{*id});
        });
      default:
        return write([this](Write& write) { add_activity(write); });
    }
  }

  void expect_the_rows() {
    database().read(Actor{}, [](const Read& read) {
      using Told = std::tuple<std::int64_t, std::int64_t, std::string, std::string>;
      std::vector<Told> expected, found;
      read.each(rows_by_time, {}, [&](const Row& row) {
        expected.emplace_back(row.integer(0), row.integer(1),
                              (row.integer(2) == 0 ? "stage " : "by ") + std::string(row.text(4)),
                              row.text(5));
      });
      const auto all = segment(read);
      for (std::int64_t id = 0; id <= opportunities; ++id) {
        for (const auto& one : all->of(id))
          found.emplace_back(id, one.at.ms,
                             one.stage == 0 ? "by " + std::string(name_of(one.side))
                                            : "stage " + std::string(all->stage_of(one)),
                             name_of(one.precision));
      }
      EXPECT_EQ(found, expected);

      std::vector<std::string> activities, log;
      read.each(activity_rows, {}, [&](const Row& row) {
        auto& told = activities.emplace_back();
        for (int i = 0; i < 5; ++i) told += std::to_string(row.integer(i)) + " ";
        for (int i = 5; i < 8; ++i) told += std::string(row.text(i)) + " ";
      });
      const auto logged = activity_log(read);
      for (const auto& one : logged->activities)
        log.push_back(std::to_string(one.id) + " " + std::to_string(one.at.ms) + " " +
                      std::to_string(one.opportunity) + " " + std::to_string(one.account) + " " +
                      std::to_string(one.person) + " " + std::string(name_of(one.kind)) + " " +
                      std::string(name_of(one.side)) + " " + std::string(name_of(one.precision)) + " ");
      EXPECT_EQ(log, activities);
      return 0;
    });
  }
  std::string file(const char* name) const { return segments_folder_of(path()) + "/" + name; }
  std::string bytes(const char* name) const {
    std::ifstream in(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::vector<std::int64_t> commits;
};

TEST_P(FactLogTest, IsOfTheRowsWhateverHappens) {
  expect_the_rows();
  EXPECT_TRUE(std::filesystem::exists(file("stage_changes")));
  EXPECT_TRUE(std::filesystem::exists(file("activities")));
  const auto before = bytes("stage_changes");
  open();
  expect_the_rows();
  write([this](Write& write) { add(write, 5); });
  expect_the_rows();
  EXPECT_EQ(bytes("stage_changes"), before) << "a few facts are read beside the file";
  for (int step = 0; step < 16; ++step) {
    change();
    expect_the_rows();
    if (HasFailure()) return;
    if (step % 4 == 3) open();
  }
  EXPECT_TRUE(notices().empty());
}

TEST_P(FactLogTest, TheFilesAreMadeAgainOnceManyCameIn) {
  expect_the_rows();
  const auto changes = bytes("stage_changes"), activities = bytes("activities");
  write([this](Write& write) { add(write, 21'000); });
  expect_the_rows();
  EXPECT_GT(bytes("stage_changes").size(), changes.size());
  EXPECT_GT(bytes("activities").size(), activities.size());
  open();
  expect_the_rows();
}

/// A restored backup has other facts than the ones that the files were made of.
TEST_P(FactLogTest, IsReadAnewWhereTheFilesAreOfOtherRows) {
  const auto earlier = beside("earlier.db");
  expect_the_rows();
  stop();
  std::filesystem::copy_file(path(), earlier);
  open();
  write([this](Write& write) { add(write, 22'000); });
  expect_the_rows();
  stop();
  for (const auto* end : {"-wal", "-shm"}) std::filesystem::remove(path() + end);
  std::filesystem::copy_file(earlier, path(), std::filesystem::copy_options::overwrite_existing);
  open();
  write([this](Write& write) { add(write, 22'000); });
  expect_the_rows();
}

INSTANTIATE_TEST_SUITE_P(Seeds, FactLogTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::fact
