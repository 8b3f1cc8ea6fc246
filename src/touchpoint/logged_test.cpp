// SPDX-License-Identifier: Apache-2.0
// Activities in the column file of touchpoints: whatever is logged, taken back, corrected or moved, what is
// read from the file and beside it is what the rows say.
#include "touchpoint/logged.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "db/history.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "tests/random_facts.hpp"

namespace accord::touchpoint {
namespace {

using fact::Activity;
using fact::ActivityKind;
using funnel::Opportunity;

constexpr int accounts_count = 300, activities_at_first = 2'000;

class LoggedTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  LoggedTest() : RandomFacts(GetParam(), accounts_count) {
    write([this](Write& write) { visits = campaign::find_channel(write, "Visit")->id; });
    write([this](Write& write) { log(write, activities_at_first); });
  }

  std::optional<Id<Opportunity>> any_opportunity() {
    return opportunities_.empty() || pick(3) == 0
               ? Id<Opportunity>{1 + pick(opportunities_count)}
               : opportunities_[static_cast<std::size_t>(pick(std::ssize(opportunities_)))];
  }
  void log(Write& write, int count) {
    for (int i = 0; i < count; ++i) {
      Activity activity;
      activity.at = moment();
      if (pick(3) == 0) activity.account = Id<account::Account>{1 + pick(accounts_count)};
      if (pick(4) != 0) activity.opportunity = any_opportunity();
      if (pick(3) != 0) activity.person = Id<people::Person>{1 + pick(people_count)};
      activity.kind = static_cast<ActivityKind>(pick(choices_of<ActivityKind>.size()));
      activity.side = Side::sales;
      write.append(activity);
      activities_.push_back(activity.id);
    }
  }
  /// The opportunities of an import, with what was logged on them beside it.
  void import_some() {
    std::int64_t number = 0;
    write([&](Write& write) {
      for (int i = 0; i < 4; ++i) {
        Opportunity one;
        one.name = "Imported";
        one.stage = "Open";
        if (pick(4) != 0) one.account = Id<account::Account>{1 + pick(accounts_count)};
        write.insert(one);
        opportunities_.push_back(one.id);
      }
      move(write);
      number = write.number();
    });
    imports_.push_back(number);
    write([&](Write& write) { log(write, 5); });
  }
  void undo_an_import() {
    if (imports_.empty()) return;
    const auto number = imports_.back();
    imports_.pop_back();
    write([&](Write& write) {
      for (const auto id : revert(write, info_of<Opportunity>(), number).removed)
        std::erase(opportunities_, Id<Opportunity>{id});
    });
  }
  void move(Write& write) {
    auto one = *write.find(Id<Opportunity>{1 + pick(opportunities_count)});
    one.account = pick(4) == 0 ? std::nullopt : std::optional(Id<account::Account>{1 + pick(accounts_count)});
    write.update(one);
  }
  void name_channel(Write& write) {
    auto channel = *write.find(visits);
    channel.name = channel.name == "Visit" ? "Something else" : "Visit";
    write.update(channel);
  }
  void change() {
    switch (pick(7)) {
      case 0:
        return import_some();
      case 1:
        return undo_an_import();
      case 2:
        return write([this](Write& write) { move(write); });
      case 3:
        return write([this](Write& write) { name_channel(write); });
      case 4:
        return write([this](Write& write) {
          write.supersede(activities_[static_cast<std::size_t>(pick(std::ssize(activities_)))]);
          superseded_.push_back(write.number());
        });
      case 5:
        if (superseded_.empty()) return;
        write([this](Write& write) { write.retract_facts(superseded_.back()); });
        return superseded_.pop_back();
      default:
        return act();
    }
  }

  static std::vector<std::string> told(const Read& read) {
    std::vector<std::string> all;
    touches(read)->each([&](const TouchColumns& columns, std::size_t i) {
      const auto touch = columns[i];
      all.push_back(std::to_string(touch.row) + " at " + std::to_string(touch.at.ms) + " of " +
                    std::to_string(touch.account) + " on " + std::to_string(touch.channel) + " by " +
                    std::to_string(touch.person) + " " + std::string(name_of(touch.kind)));
    });
    std::ranges::sort(all);
    return all;
  }
  /// The same from the file as from the rows without it.
  void expect_the_rows() {
    for (const std::int64_t territory : {0, 2}) {
      Actor actor;
      if (territory != 0) actor.territory = territory;
      const auto found = database().read(actor, [](const Read& read) { return told(read); });
      Connection rows(path(), Access::read_only);
      EXPECT_EQ(found, told(Read(rows, actor, now))) << "territory " << territory;
    }
  }
  struct Size {
    std::int64_t generation;
    std::size_t older_logged, newer;
  };
  Size size() {
    return database().read(Actor{}, [](const Read& read) {
      const auto all = touches(read);
      const auto older = all->older();
      const auto logged = std::ranges::count_if(older.row, [](std::int64_t row) { return row % 2 != 0; });
      return Size{all->generation(), static_cast<std::size_t>(logged), all->newer().size()};
    });
  }

  Id<campaign::Channel> visits;

 private:
  std::vector<Id<Activity>> activities_;
  std::vector<Id<Opportunity>> opportunities_;
  std::vector<std::int64_t> imports_, superseded_;
};

TEST_P(LoggedTest, WhatIsReadFromTheFileAndBesideItIsWhatTheRowsSay) {
  expect_the_rows();
  const auto first = size();
  for (int step = 0; step < 40; ++step) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    change();
    expect_the_rows();
    if (HasFailure()) return;
    if (step % 8 == 7) open();
  }
  EXPECT_GT(first.older_logged, 100U);
  EXPECT_TRUE(notices().empty());
}

/// A firm logs more than it advertises: were all its activities read beside the file, so would most accounts.
TEST_P(LoggedTest, WhatWasLoggedBeforeTheFileWasMadeIsInIt) {
  const auto first = size();
  EXPECT_GT(first.older_logged, 100U);
  EXPECT_EQ(first.newer, 0U);
  write([this](Write& write) { log(write, 1); });
  EXPECT_EQ(size().generation, first.generation);
  EXPECT_EQ(size().older_logged, first.older_logged);
  write([this](Write& write) { log(write, 21'000); });
  const auto later = size();
  EXPECT_GT(later.generation, first.generation) << "so many are worth a new file";
  EXPECT_GT(later.older_logged, 5'000U);
  EXPECT_EQ(later.newer, 0U);
  expect_the_rows();
}

INSTANTIATE_TEST_SUITE_P(Seeds, LoggedTest, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace accord::touchpoint
