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
  Handoff now(Id<Handoff> which) {
    return world.database().read(Actor{}, [&](const Read& read) { return *read.find(which); });
  }
  /// What Maria asks marketing about the lead.
  Id<Handoff> ask(Ask what) {
    Id<Handoff> asked;
    world.clock().set({world.clock().now().ms + 60'000});
    write(
        [&](Write& write) {
          HandoffDraft draft;
          draft.opportunity = journey;
          draft.ask = what;
          draft.note = "Who decides there?";
          asked = submit(write, *agreed(write), draft).id;
        },
        actor_of(maria));
    return asked;
  }
  std::string said_last(Id<Handoff> which) {
    return world.database().read(Actor{},
                                 [&](const Read& read) { return steps_of(read, which).back().text; });
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

TEST_F(FollowTest, AQuestionAboutWhatIsLostIsOwedNoMoreAndComesBackWithTheLead) {
  const auto asked = ask(Ask::information);
  end(funnel::Outcome::lost, "No budget", maria);
  const auto moved = commit();
  follow();
  EXPECT_EQ(now(asked).state, State::withdrawn);
  EXPECT_FALSE(now(asked).decided_by);
  EXPECT_EQ(said_last(asked), "It is lost: No budget");
  write([&](Write& write) {
    write.retract_facts(moved);
    auto lead = *write.find(journey);
    lead.outcome = funnel::Outcome::open;
    lead.stage = "Inquiry";
    lead.lost_reason.clear();
    write.update(lead);
  });
  follow();
  EXPECT_EQ(now(asked).state, State::waiting);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(FollowTest, NobodyIsAskedAboutWhatIsWonAnyMore) {
  const auto asked = ask(Ask::information);
  end(funnel::Outcome::won, "", maria);
  follow();
  EXPECT_EQ(now(asked).state, State::withdrawn);
  EXPECT_EQ(said_last(asked), "It stands in won.");
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

/// Sales may ask about what was lost before: also a server that starts anew looks at it.
TEST_F(FollowTest, WhatIsAskedAboutALostLeadWaitsOn) {
  end(funnel::Outcome::lost, "No budget", maria);
  follow();
  const auto asked = ask(Ask::information);
  write([&](Write& write) {
    auto lead = *write.find(journey);
    lead.source = "Telephone";
    write.update(lead);
  });
  followed = 0;
  follow();
  EXPECT_EQ(now(asked).state, State::waiting);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(FollowTest, WhatWaitsAboutSomebodyWhoIsErasedWaitsNoMore) {
  Id<account::Contact> person;
  write([&](Write& write) {
    account::Contact contact;
    contact.name = "Nora West";
    person = write.insert(contact);
    auto lead = *write.find(journey);
    lead.contact = person;
    write.update(lead);
  });
  const auto asked = ask(Ask::information);
  follow();
  ASSERT_EQ(now().state, State::waiting);
  write([&](Write& write) {
    write.erase(person);
    auto contact = *write.find(person);
    contact.erased_on = people::today(write);
    write.update(contact);
  });
  follow();
  EXPECT_EQ(now().state, State::withdrawn);
  EXPECT_EQ(now(asked).state, State::withdrawn);
  EXPECT_EQ(said_last(asked), "Whoever it was about is erased: nobody is to speak with them.");
  const auto settled = commit();
  follow();
  EXPECT_EQ(commit(), settled);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

/// A question goes with its lead, to the record that the lead is joined to.
TEST_F(FollowTest, AQuestionOfALeadThatIsJoinedToOneThatEndedWaitsNoMore) {
  Id<funnel::Opportunity> ended;
  write([&](Write& write) {
    funnel::Opportunity other;
    other.name = "Ten gauges, again";
    other.phase = funnel::Phase::lead;
    other.stage = "Lost";
    other.outcome = funnel::Outcome::lost;
    other.lost_reason = "A student";
    other.created_on = people::today(write);
    ended = write.insert(other);
  });
  const auto asked = ask(Ask::information);
  write([&](Write& write) {
    auto question = *write.find(asked);
    question.opportunity = ended;
    write.update(question);
    auto other = *write.find(ended);
    other.source = "Both";
    write.update(other);
  });
  follow();
  EXPECT_EQ(now(asked).state, State::withdrawn);
  EXPECT_EQ(said_last(asked), "It is lost: A student");
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
