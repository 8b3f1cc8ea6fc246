// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_store.hpp"
#include "tests/world.hpp"

namespace accord::handoff {
namespace {

/// Karl has a lead of a CRM's, and whoever it is about asks again.
class AskedAgainTest : public testing::Test {
 protected:
  void SetUp() override {
    world.clock().set(*parse_instant("2026-05-04T09:00Z"));
    write([&](Write& write) {
      karl = people::find_by_name(write, "Karl Brandt")->id;
      funnel::Opportunity record;
      record.name = "Ten gauges";
      record.system = "SuiteCRM";
      record.phase = funnel::Phase::lead;
      record.stage = "New";
      record.owner = karl;
      write.insert(record);
      lead = record.id;
    });
    ask();
  }

  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Act.", act); }
  void ask() {
    write([&](Write& write) { come_in(write, {lead, false, "By the form.", "The form", {}, {}}); });
  }
  /// Logged an hour later. Returns its commit.
  std::int64_t log(fact::ActivityKind kind, Side side) {
    world.clock().set({world.clock().now().ms + 3'600'000});
    std::int64_t commit = 0;
    write([&](Write& write) {
      fact::Activity activity;
      activity.opportunity = lead;
      activity.kind = kind;
      activity.side = side;
      if (side == Side::sales) activity.person = karl;
      activity.at = write.now();
      write.append(activity);
      commit = write.number();
    });
    return commit;
  }
  std::vector<Handoff> asked() {
    return world.database().read(Actor{}, [&](const Read& read) {
      std::vector<Handoff> all;
      for (std::int64_t id = 1; id < 9; ++id) {
        if (const auto found = read.find(Id<Handoff>{id})) all.push_back(*found);
      }
      return all;
    });
  }
  void follow() { followed = follow_records(world.database(), followed); }
  std::vector<std::string> violations() {
    return world.database().read(Actor{}, [](const Read& read) {
      auto all = steps_astray(read);
      for (auto* check : {passings_astray, loads_astray}) {
        for (auto& one : check(read)) all.push_back(std::move(one));
      }
      return all;
    });
  }

  tests::World world{tests::Start::small};
  Id<people::Person> karl;
  Id<funnel::Opportunity> lead;
  std::int64_t followed = 0;
};

TEST_F(AskedAgainTest, IsToldToTheOwnerOnce) {
  ask();
  ASSERT_EQ(asked().size(), 1U);
  EXPECT_EQ(asked()[0].ask, Ask::information);
  EXPECT_EQ(asked()[0].assigned_to, karl);
  EXPECT_EQ(asked()[0].due_at, *parse_instant("2026-05-04T17:00Z"));
}

TEST_F(AskedAgainTest, IsAnsweredByAContactOfThatSideAlone) {
  log(fact::ActivityKind::note, Side::sales);
  log(fact::ActivityKind::call, Side::marketing);
  follow();
  EXPECT_EQ(asked()[0].state, State::waiting);
  log(fact::ActivityKind::call, Side::sales);
  follow();
  EXPECT_EQ(asked()[0].state, State::answered);
  EXPECT_EQ(asked()[0].decided_by, karl);
  EXPECT_EQ(asked()[0].decided_at, *parse_instant("2026-05-04T12:00Z"));
  EXPECT_EQ(violations(), std::vector<std::string>{});
  ask();
  EXPECT_EQ(asked().size(), 2U);
}

TEST_F(AskedAgainTest, WaitsAgainWhereThatContactIsTakenBack) {
  const auto commit = log(fact::ActivityKind::call, Side::sales);
  follow();
  ASSERT_EQ(asked()[0].state, State::answered);
  write([&](Write& write) { write.retract_facts(commit); });
  follow();
  EXPECT_EQ(asked()[0].state, State::waiting);
  EXPECT_FALSE(asked()[0].decided_by);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(AskedAgainTest, IsTakenBackAsWhatComesInIs) {
  write([&](Write& write) { take_back_incoming(write, write.number() - 1); });
  EXPECT_TRUE(asked().empty());
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

}  // namespace
}  // namespace accord::handoff
