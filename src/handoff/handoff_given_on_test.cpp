// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_store.hpp"
#include "tests/world.hpp"

namespace accord::handoff {
namespace {

/// A lead that Karl has to answer, or accepted and has not called, and whose record somebody changes.
class GivenOnTest : public testing::Test {
 protected:
  void SetUp() override {
    world.clock().set(*parse_instant("2026-05-04T09:00Z"));
    write([&](Write& write) {
      ines = people::find_by_name(write, "Ines Duarte")->id;
      maria = people::find_by_name(write, "Maria Keller")->id;
      karl = people::find_by_name(write, "Karl Brandt")->id;
    });
  }

  /// Kept by a system, or by Accord.
  void accept_a_lead(const std::string& system) {
    hand_over_a_lead(system, true);
    write(
        [&](Write& write) {
          StepDraft draft;
          draft.after = last_step(write, id)->step;
          take_step(write, *agreed(write), id, draft);
        },
        karl);
    follow();
  }
  void hand_over_a_lead(const std::string& system, bool has_karl) {
    write([&](Write& write) {
      funnel::Opportunity lead;
      lead.name = "Ten gauges";
      lead.phase = funnel::Phase::lead;
      lead.stage = "Inquiry";
      lead.owner = ines;
      lead.system = system;
      lead.created_on = people::today(write);
      write.insert(lead);
      journey = lead.id;
    });
    write(
        [&](Write& write) {
          HandoffDraft draft;
          draft.opportunity = journey;
          if (has_karl) draft.assigned_to = karl;
          id = submit(write, *agreed(write), draft).id;
        },
        ines);
    follow();
  }

  void write(const std::function<void(Write&)>& act, Id<people::Person> by = {}) {
    const auto actor = world.database().read(Actor{}, [&](const Read& read) {
      const auto found = read.find(by);
      return found ? Actor{by.number, found->name, found->role, side_of(found->role), std::nullopt} : Actor{};
    });
    world.database().write(actor, "Act.", act);
  }
  void change(const std::function<void(funnel::Opportunity&)>& edit) {
    world.clock().set({world.clock().now().ms + 3'600'000});
    write(
        [&](Write& write) {
          auto lead = *write.find(journey);
          edit(lead);
          write.update(lead);
        },
        maria);
    follow();
  }
  void own(Id<people::Person> owner) {
    change([&](auto& lead) { lead.owner = owner; });
  }
  void follow() { followed = follow_records(world.database(), followed); }
  Handoff now() {
    return world.database().read(Actor{}, [&](const Read& read) { return *read.find(id); });
  }
  std::vector<HandoffStepRow> steps() {
    return world.database().read(Actor{}, [&](const Read& read) { return steps_of(read, id); });
  }
  std::vector<std::string> violations() {
    return world.database().read(Actor{}, [](const Read& read) {
      auto all = steps_astray(read);
      for (auto& one : loads_astray(read)) all.push_back(std::move(one));
      return all;
    });
  }

  tests::World world{tests::Start::small};
  Id<people::Person> ines, maria, karl;
  Id<funnel::Opportunity> journey;
  Id<Handoff> id;
  std::int64_t followed = 0;
};

TEST_F(GivenOnTest, WhoeverIsMadeTheOwnerOwesTheContact) {
  accept_a_lead("");
  ASSERT_EQ(now().assigned_to, karl);
  const auto due = now().contact_due_at;
  own(maria);
  EXPECT_EQ(now().state, State::accepted);
  EXPECT_EQ(now().assigned_to, maria);
  EXPECT_EQ(now().contact_due_at, due) << "the side's time runs on";
  EXPECT_EQ(now().rule, "Its record names Maria Keller.");
  EXPECT_EQ(violations(), std::vector<std::string>{});
  own(karl);
  EXPECT_EQ(now().assigned_to, karl) << "and back";
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(GivenOnTest, WhatWaitsIsWhoeverIsMadeTheOwners) {
  for (const auto* system : {"", "Salesforce"}) {
    hand_over_a_lead(system, true);
    const auto before = now();
    own(maria);
    EXPECT_EQ(now().state, State::waiting);
    EXPECT_EQ(now().assigned_to, maria);
    EXPECT_EQ(now().due_at, before.due_at) << "the side's time runs on";
    EXPECT_EQ(now().contact_due_at, before.contact_due_at);
    EXPECT_EQ(now().rule, "Its record names Maria Keller.");
    EXPECT_EQ(steps().back().kind, StepKind::assigned);
    EXPECT_FALSE(steps().back().person);
    EXPECT_EQ(steps().back().assigned_to, maria);
    EXPECT_EQ(violations(), std::vector<std::string>{});
    own(karl);
    EXPECT_EQ(now().assigned_to, karl) << "and back";
    EXPECT_EQ(now().rule, before.rule);
    EXPECT_EQ(now().due_at, before.due_at);
  }
}

TEST_F(GivenOnTest, WhatWaitsGoesBackWhereThatIsTakenBack) {
  hand_over_a_lead("", true);
  const auto before = now();
  own(maria);
  ASSERT_EQ(now().assigned_to, maria);
  own(ines);
  EXPECT_EQ(now().assigned_to, karl) << "the record names nobody of sales any more";
  EXPECT_EQ(now().rule, before.rule);
  EXPECT_EQ(now().due_at, before.due_at);
  EXPECT_EQ(steps().back().text, "Its record does not say so any more.");
  EXPECT_EQ(violations(), std::vector<std::string>{});
  own(maria);
  EXPECT_EQ(now().assigned_to, maria) << "as often as it is said";
}

TEST_F(GivenOnTest, WhatNobodyHasIsTheOwnersFromThenOn) {
  hand_over_a_lead("", false);
  const auto before = now();
  ASSERT_FALSE(before.assigned_to);
  own(maria);
  EXPECT_EQ(now().assigned_to, maria);
  EXPECT_EQ(now().due_at, *parse_instant("2026-05-05T10:00Z")) << "her time begins when she gets it";
  own(ines);
  EXPECT_FALSE(now().assigned_to);
  EXPECT_EQ(now().due_at, before.due_at);
  EXPECT_EQ(steps().back().kind, StepKind::returned);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(GivenOnTest, WhatWaitsStaysWithWhomSomebodyGaveItSince) {
  hand_over_a_lead("", true);
  own(maria);
  write(
      [&](Write& write) {
        StepDraft draft;
        draft.kind = StepKind::assigned;
        draft.assigned_to = karl;
        draft.after = last_step(write, id)->step;
        take_step(write, *agreed(write), id, draft);
      },
      maria);
  change([&](auto& lead) { lead.source = "Telephone"; });
  EXPECT_EQ(now().assigned_to, karl) << "whom the record named before does not matter";
  own(ines);
  EXPECT_EQ(now().assigned_to, karl);
}

TEST_F(GivenOnTest, OfASystemsLeadOnlyAChangeOfTheOwnerCounts) {
  accept_a_lead("Salesforce");
  change([&](auto& lead) { lead.source = "Telephone"; });
  EXPECT_EQ(now().assigned_to, karl) << "whom it named all along does not matter";
  own(maria);
  EXPECT_EQ(now().assigned_to, maria);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(GivenOnTest, NotToTheOtherSideNorOnceTheyWereSpokenWith) {
  accept_a_lead("");
  own(ines);
  EXPECT_EQ(now().assigned_to, karl);
  write([&](Write& write) {
    fact::Activity call;
    call.opportunity = journey;
    call.person = karl;
    call.side = Side::sales;
    call.kind = fact::ActivityKind::call;
    call.at = write.now();
    write.append(call);
  });
  own(maria);
  EXPECT_EQ(now().assigned_to, karl);
}

TEST_F(GivenOnTest, NotOnceItHasEnded) {
  accept_a_lead("");
  change([&](auto& lead) {
    lead.outcome = funnel::Outcome::won;
    lead.owner = maria;
  });
  EXPECT_EQ(now().assigned_to, karl);
}

}  // namespace
}  // namespace accord::handoff
