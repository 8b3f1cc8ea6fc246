// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_store.hpp"
#include "tests/world.hpp"

namespace accord::handoff {
namespace {

/// A lead of Accord's own that Ines handed over, and what is done to its record elsewhere than in the queue.
class FollowTest : public testing::Test {
 protected:
  void SetUp() override {
    world.clock().set(*parse_instant("2026-05-04T09:00Z"));
    write([&](Write& write) {
      ines = people::find_by_name(write, "Ines Duarte")->id;
      maria = people::find_by_name(write, "Maria Keller")->id;
      funnel::Opportunity lead;
      lead.name = "Ten gauges";
      lead.phase = funnel::Phase::lead;
      lead.stage = "Inquiry";
      lead.owner = ines;
      lead.created_on = people::today(write);
      write.insert(lead);
      journey = lead.id;
    });
    write(
        [&](Write& write) {
          HandoffDraft draft;
          draft.opportunity = journey;
          id = submit(write, *agreed(write), draft).id;
        },
        actor_of(ines));
  }

  void write(const std::function<void(Write&)>& act, const Actor& actor = {}) {
    world.database().write(actor, "Act.", act);
  }
  Actor actor_of(Id<people::Person> person) {
    return world.database().read(Actor{}, [&](const Read& read) {
      const auto found = *read.find(person);
      return Actor{person.number, found.name, found.role, side_of(found.role), std::nullopt};
    });
  }
  void end(funnel::Outcome outcome, const std::string& reason, Id<people::Person> by) {
    world.clock().set({world.clock().now().ms + 3'600'000});
    write(
        [&](Write& write) {
          auto lead = *write.find(journey);
          lead.outcome = outcome;
          lead.lost_reason = reason;
          lead.stage = outcome == funnel::Outcome::open ? "Inquiry" : std::string(name_of(outcome));
          write.update(lead);
          funnel::record_stage(write, lead, write.now(), fact::Precision::moment);
        },
        actor_of(by));
  }
  Handoff now() {
    return world.database().read(Actor{}, [&](const Read& read) { return *read.find(id); });
  }
  std::int64_t follow() { return followed = follow_records(world.database(), followed); }
  std::int64_t commit() {
    return world.database().read(Actor{}, [](const Read& read) { return read.as_of(); });
  }
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
  Id<people::Person> ines, maria;
  Id<funnel::Opportunity> journey;
  Id<Handoff> id;
  std::int64_t followed = 0;
};

TEST_F(FollowTest, WhatIsWonWasTakenOnWhenItWasMoved) {
  end(funnel::Outcome::won, "", maria);
  follow();
  const auto handoff = now();
  EXPECT_EQ(handoff.state, State::accepted);
  EXPECT_EQ(handoff.decided_at, *parse_instant("2026-05-04T10:00Z"));
  EXPECT_FALSE(handoff.decided_by);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(FollowTest, WhatSalesLosesIsRejectedAndWhatMarketingLosesIsWithdrawn) {
  end(funnel::Outcome::lost, "No budget", maria);
  follow();
  EXPECT_EQ(now().state, State::rejected);
  EXPECT_EQ(now().reason, "No budget");
  end(funnel::Outcome::open, "", maria);
  end(funnel::Outcome::lost, "A student", ines);
  // What the record settled once stays so: the lead goes on, not the handoff.
  follow();
  EXPECT_EQ(now().state, State::rejected);
  EXPECT_EQ(now().reason, "No budget");
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(FollowTest, WhatMarketingLosesWhileItWaitsIsWithdrawn) {
  end(funnel::Outcome::lost, "A student", ines);
  follow();
  EXPECT_EQ(now().state, State::withdrawn);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(FollowTest, AMoveTakenBackLetsItWaitAgain) {
  end(funnel::Outcome::lost, "No budget", maria);
  const auto moved = commit();
  follow();
  ASSERT_EQ(now().state, State::rejected);
  write([&](Write& write) {
    write.retract_facts(moved);
    auto lead = *write.find(journey);
    lead.outcome = funnel::Outcome::open;
    lead.stage = "Inquiry";
    lead.lost_reason.clear();
    write.update(lead);
  });
  follow();
  EXPECT_EQ(now().state, State::waiting);
  EXPECT_EQ(now().reason, "");
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(FollowTest, NothingIsWrittenWhereNothingIsToFollow) {
  follow();
  const auto before = commit();
  write([&](Write& write) {
    auto lead = *write.find(journey);
    lead.source = "Telephone";
    write.update(lead);
  });
  follow();
  EXPECT_EQ(commit(), before + 1);
  EXPECT_EQ(follow(), before + 1);
  EXPECT_EQ(now().state, State::waiting);
}

/// Without an agreement a stage alone says nothing of who has the lead.
TEST_F(FollowTest, AStageThatNobodyAgreedOnSettlesNothing) {
  write([&](Write& write) {
    auto lead = *write.find(journey);
    lead.stage = "In Process";
    write.update(lead);
    funnel::record_stage(write, lead, write.now(), fact::Precision::moment);
  });
  follow();
  EXPECT_EQ(now().state, State::waiting);
}

}  // namespace
}  // namespace accord::handoff
