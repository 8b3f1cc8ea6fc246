// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_store.hpp"
#include "tests/world.hpp"

namespace accord::handoff {
namespace {

/// A team of sales under Maria, and what waits for one of them.
class QueueTest : public testing::Test {
 protected:
  void SetUp() override {
    world.clock().set(*parse_instant("2026-05-04T09:00Z"));
    write(Actor{}, [&](Write& write) {
      maria = people::find_by_name(write, "Maria Keller")->id;
      ines = people::find_by_name(write, "Ines Duarte")->id;
      north = territory::find_by_name(write, "North")->id;
      abel = add_seller(write, "Abel Oduya", Role::salesperson, maria);
      karl = add_seller(write, "Karl Weber", Role::salesperson, maria);
      travis = add_seller(write, "Travis Cole", Role::salesperson, maria);
      rosa = add_seller(write, "Rosa Lund", Role::sales_manager, std::nullopt);
    });
  }

  static Id<people::Person> add_seller(Write& write, std::string name, Role role,
                                       std::optional<Id<people::Person>> manager) {
    people::Person person;
    person.email = name.substr(0, name.find(' ')) + "@queue.example";
    person.name = std::move(name);
    person.role = role;
    person.manager = manager;
    return people::add(write, person);
  }

  void write(const Actor& actor, const std::function<void(Write&)>& act) {
    world.database().write(actor, "Act.", act);
  }
  Actor actor_of(Id<people::Person> id) {
    return world.database().read(Actor{}, [&](const Read& read) {
      const auto person = *read.find(id);
      return Actor{id.number, person.name, person.role, side_of(person.role), std::nullopt};
    });
  }
  void go_on_to(std::string_view moment) { world.clock().set(*parse_instant(moment)); }

  /// A lead that marketing gave to somebody, who has answered or accepted it.
  Stepped give(const std::string& name, Id<people::Person> person) {
    Stepped made;
    write(actor_of(ines), [&](Write& write) {
      funnel::Opportunity lead;
      lead.name = name;
      lead.phase = funnel::Phase::lead;
      lead.stage = "Inquiry";
      lead.territory = north;
      lead.owner = ines;
      lead.created_on = people::today(write);
      write.insert(lead);
      HandoffDraft draft;
      draft.opportunity = lead.id;
      draft.assigned_to = person;
      made = submit(write, *agreed(write), draft);
    });
    return made;
  }
  void accept(const Stepped& handoff, Id<people::Person> person) {
    write(actor_of(person), [&](Write& write) {
      StepDraft draft;
      draft.kind = StepKind::accepted;
      draft.after = handoff.step;
      take_step(write, *agreed(write), handoff.id, draft);
    });
  }
  void call(const Stepped& handoff, Id<people::Person> person) {
    write(actor_of(person), [&](Write& write) {
      fact::Activity call;
      call.opportunity = write.find(handoff.id)->opportunity;
      call.person = person;
      call.side = Side::sales;
      call.kind = fact::ActivityKind::call;
      call.at = write.now();
      write.append(call);
    });
  }
  void leave_until(Id<people::Person> person, std::string_view until,
                   std::optional<Id<people::Person>> deputy) {
    write(Actor{}, [&](Write& write) {
      Absence absence;
      absence.person = person;
      absence.from = people::today(write);
      absence.until = *parse_day(until);
      absence.deputy = deputy;
      write.insert(absence);
    });
  }

  /// "gone: Accepted lead", in the order of the queue.
  std::vector<std::string> queue(Id<people::Person> person) {
    const auto actor = actor_of(person);
    return world.database().read(actor, [](const Read& read) {
      std::vector<std::string> lines;
      for (const auto& item : queue_of(read).items)
        lines.push_back(std::string(name_of(item.why)) + ": " + item.handoff.opportunity_name);
      return lines;
    });
  }
  QueueItem first_of(Id<people::Person> person) {
    const auto actor = actor_of(person);
    return world.database().read(actor, [](const Read& read) { return queue_of(read).items.at(0); });
  }

  using Lines = std::vector<std::string>;
  tests::World world{tests::Start::small};
  Id<people::Person> maria, ines, karl, abel, travis, rosa;
  Id<territory::Territory> north;
};

TEST_F(QueueTest, ADeputySpeaksWithThemToo) {
  const auto accepted = give("Accepted", karl);
  accept(accepted, karl);
  give("Waiting", karl);
  leave_until(karl, "2026-05-08", abel);
  EXPECT_EQ(queue(abel), (Lines{"deputy: Accepted", "deputy: Waiting"}));
  EXPECT_EQ(first_of(abel).sentence, "Karl Weber’s, to be spoken with within 8 business hours");
  EXPECT_EQ(first_of(abel).escalation, Escalation::deputy);
  EXPECT_EQ(queue(maria), Lines{}) << "somebody at work does it";
  EXPECT_EQ(queue(travis), Lines{});
  call(accepted, abel);
  EXPECT_EQ(queue(abel), Lines{"deputy: Waiting"});
}

TEST_F(QueueTest, WhereTheDeputyIsAwayOrLeftItIsTheManagers) {
  accept(give("Accepted", karl), karl);
  give("Waiting", karl);
  leave_until(karl, "2026-05-08", abel);
  leave_until(abel, "2026-05-06", travis);
  EXPECT_EQ(queue(maria), (Lines{"gone: Accepted", "gone: Waiting"}));
  EXPECT_EQ(
      first_of(maria).sentence,
      "Karl Weber is away until 8 May 2026, and their deputy is not at work; to be spoken with within 8 "
      "business hours");
  EXPECT_EQ(first_of(karl).escalation, Escalation::manager) << "he is told the same";
  EXPECT_EQ(queue(travis), Lines{}) << "he stands in for Abel, not for whom Abel stands in for";
  EXPECT_EQ(queue(rosa), Lines{}) << "Maria is there";
  go_on_to("2026-05-07T09:00Z");
  EXPECT_EQ(queue(abel), (Lines{"deputy: Accepted", "deputy: Waiting"})) << "back again";
  write(Actor{}, [&](Write& write) {
    auto left = *write.find(abel);
    left.left_on = people::today(write);
    people::change(write, left);
  });
  EXPECT_EQ(queue(maria), (Lines{"gone: Accepted", "gone: Waiting"}));
}

TEST_F(QueueTest, WhereTheManagerIsAwayAsWellItIsEveryManagersOfThatSide) {
  give("Waiting", karl);
  leave_until(karl, "2026-05-08", std::nullopt);
  EXPECT_EQ(queue(rosa), Lines{});
  leave_until(maria, "2026-05-06", std::nullopt);
  EXPECT_EQ(queue(rosa), Lines{"gone: Waiting"});
}

TEST_F(QueueTest, WhatWasAcceptedAndNobodySpokeWithBecomesTheManagersMove) {
  const auto accepted = give("Accepted", karl);
  accept(accepted, karl);
  go_on_to("2026-05-05T12:59Z");  // due at five the day before; four business hours later is one
  EXPECT_EQ(queue(maria), Lines{});
  go_on_to("2026-05-05T13:00Z");
  EXPECT_EQ(queue(maria), Lines{"manager: Accepted"});
  EXPECT_EQ(first_of(maria).sentence, "Karl Weber’s, to be spoken with 4 business hours ago");
  EXPECT_TRUE(first_of(maria).is_late);
  EXPECT_EQ(queue(karl), Lines{"to_contact: Accepted"});
  call(accepted, karl);
  EXPECT_EQ(queue(maria), Lines{});
}

/// Rows that were kept before what nobody has had a time get it when they are read.
TEST_F(QueueTest, WhatNobodyHasIsDueAlsoWhereNoTimeWasKept) {
  const auto made = give("Old", karl);
  write(Actor{}, [&](Write& write) {
    auto old = *write.find(made.id);
    old.assigned_to.reset();
    old.assigned_at.reset();
    old.due_at.reset();
    write.update(old);
    count_anew(write, karl);
  });
  const auto item = first_of(travis);
  EXPECT_EQ(item.why, Why::free);
  EXPECT_EQ(to_string(*item.due_at), "2026-05-04T17:00:00.000Z");
}

}  // namespace
}  // namespace accord::handoff
