// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "funnel/funnel_agreement.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

TEST(TreatmentTest, WhatIsMovedOnIsWorkedWithOrWithoutACall) {
  Handover handover;
  EXPECT_EQ(treatment_of(handover), Treatment::never_contacted);
  handover.first_contact = Instant{1};
  EXPECT_EQ(treatment_of(handover), Treatment::worked);
  handover.first_contact.reset();
  handover.has_moved_on = true;
  EXPECT_EQ(treatment_of(handover), Treatment::worked);
  handover.outcome = Outcome::lost;
  EXPECT_EQ(treatment_of(handover), Treatment::worked) << "it was lost later";
  handover = {};
  handover.outcome = Outcome::won;
  EXPECT_EQ(treatment_of(handover), Treatment::worked);
}

TEST(TreatmentTest, WhatIsLostOrSentBackBeforeThatIsRejected) {
  Handover handover;
  handover.first_contact = Instant{1};
  handover.outcome = Outcome::lost;
  EXPECT_EQ(treatment_of(handover), Treatment::rejected_without_reason);
  handover.has_lost_reason = true;
  EXPECT_EQ(treatment_of(handover), Treatment::rejected_with_reason);
  handover = {};
  handover.is_sent_back = true;
  EXPECT_EQ(treatment_of(handover), Treatment::rejected_without_reason);
}

/// A company whose draft of the funnel says which stages are sales'.
class HandoverTest : public testing::Test {
 protected:
  HandoverTest() {
    write([&](Write& write) {
      const auto all = templates(write);
      const auto chosen = std::ranges::find(all, "marketing-and-sales", &agreement::Template::name);
      agreement::Agreement agreement{{}, "funnel", "Funnel", std::nullopt};
      write.insert(agreement);
      agreement::Version version;
      version.agreement = agreement.id;
      version.body = chosen->body;
      version.proposed_by = {1};
      version.proposed_at = write.now();
      write.append(version);
    });
  }

  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Try.", act); }

  /// A journey that stood in these stages, a day each.
  Opportunity journey(const std::string& name, const std::vector<std::string>& stages,
                      const std::function<void(Opportunity&)>& fill = {}) {
    Opportunity opportunity;
    opportunity.name = name;
    opportunity.created_on = day;
    if (!stages.empty()) opportunity.stage = stages.back();
    if (fill) fill(opportunity);
    write([&](Write& write) {
      write.insert(opportunity);
      auto there = opportunity;
      for (std::size_t i = 0; i < stages.size(); ++i) {
        there.stage = stages[i];
        record_stage(write, there, start_of(day + static_cast<int>(i)), fact::Precision::day);
      }
    });
    return opportunity;
  }

  void act(const Opportunity& opportunity, Side side, Instant at,
           fact::ActivityKind kind = fact::ActivityKind::call) {
    fact::Activity activity;
    activity.opportunity = opportunity.id;
    activity.side = side;
    activity.kind = kind;
    activity.at = at;
    activity.precision = fact::Precision::day;
    write([&](Write& write) { write.append(activity); });
  }

  /// As whoever keeps handoffs says it.
  void hand_over(const Opportunity& opportunity, std::optional<Instant> at,
                 std::optional<Instant> turned_down_at = std::nullopt, const std::string& reason = "") {
    PassedOn passed;
    passed.opportunity = opportunity.id;
    passed.at = at;
    passed.turned_down_at = turned_down_at;
    passed.reason = reason;
    write([&](Write& write) { keep_passed_on(write, passed); });
  }

  Handovers all(Day as_of) {
    return world.database().read(Actor{}, [&](const Read& read) { return *handovers(read, as_of); });
  }

  tests::World world{tests::Start::small};
  const Day day = day_of(tests::beginning()) - 40;
};

TEST_F(HandoverTest, IsTheFirstStageOfSales) {
  journey("Marketing's still", {"Inquiry", "Marketing qualified"});
  const auto passed = journey("Passed on", {"Inquiry", "SAL"});
  const auto further = journey("Further", {"Sales accepted", "Qualified"});
  journey("In nobody's stage", {"Somewhere"});
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 2U);
  EXPECT_EQ(found.all[0].opportunity, passed.id.number);
  EXPECT_EQ(found.all[0].name, "Passed on");
  EXPECT_EQ(found.all[0].stage, "Sales accepted");
  EXPECT_EQ(day_of(found.all[0].at), day + 1);
  EXPECT_FALSE(found.all[0].has_moved_on);
  EXPECT_EQ(found.all[1].opportunity, further.id.number);
  EXPECT_TRUE(found.all[1].has_moved_on);
  EXPECT_FALSE(found.is_contact_recorded);
}

TEST_F(HandoverTest, IsNotWhatSalesBegan) {
  journey("Begun by sales", {"Qualified", "Proposal"});
  journey("Begun by sales, sent to marketing and back", {"Qualified", "Marketing qualified", "Proposal"});
  journey("Skipped a step", {"Marketing qualified", "Proposal"});
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 2U);
  EXPECT_EQ(found.all[0].name, "Begun by sales, sent to marketing and back");
  EXPECT_EQ(day_of(found.all[0].at), day + 2);
  EXPECT_EQ(found.all[1].name, "Skipped a step");
  EXPECT_EQ(found.all[1].stage, "Proposal");
}

TEST_F(HandoverTest, ThatComesPastTheStepWhereSalesTakesOverIsTakenOn) {
  journey("At that step", {"Marketing qualified", "Sales accepted"});
  journey("Past it", {"Marketing qualified", "Proposal"});
  journey("Past it, and lost there", {"Marketing qualified", "Proposal", "Lost"},
          [&](Opportunity& opportunity) { opportunity.outcome = Outcome::lost; });
  journey("Converted, as its CRM says", {"Marketing qualified", " Closed - Converted"});
  journey("Converted, and nobody knows from what", {"Converted"});
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 4U);
  EXPECT_EQ(treatment_of(found.all[0]), Treatment::never_contacted);
  EXPECT_EQ(treatment_of(found.all[1]), Treatment::worked);
  EXPECT_EQ(treatment_of(found.all[2]), Treatment::worked) << "it was lost later";
  EXPECT_EQ(treatment_of(found.all[3]), Treatment::worked);
  EXPECT_EQ(day_of(found.all[3].at), day + 1);
}

TEST_F(HandoverTest, MayBeWhatWasFirstSeenWithSales) {
  const auto seen = journey("Imported", {}, [](Opportunity& opportunity) { opportunity.stage = "Proposal"; });
  write([&](Write& write) { record_stage(write, seen, start_of(day + 3), fact::Precision::at_least_since); });
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 1U);
  EXPECT_EQ(found.all[0].precision, fact::Precision::at_least_since);
}

TEST_F(HandoverTest, IsAsItWasOnTheDay) {
  journey("Further", {"Inquiry", "Sales accepted", "Qualified"});
  EXPECT_TRUE(all(day).all.empty());
  EXPECT_FALSE(all(day + 1).all.at(0).has_moved_on);
  EXPECT_TRUE(all(day + 2).all.at(0).has_moved_on);
}

TEST_F(HandoverTest, OnlySalesMakesTheFirstContact) {
  const auto one = journey("Passed on", {"Inquiry", "Sales accepted"});
  act(one, Side::sales, start_of(day));  // before it was passed on
  act(one, Side::marketing, start_of(day + 2));
  act(one, Side::sales, start_of(day + 3));
  act(one, Side::sales, start_of(day + 4));
  EXPECT_FALSE(all(day + 2).all.at(0).first_contact);
  const auto found = all(day + 30);
  EXPECT_TRUE(found.is_contact_recorded);
  EXPECT_EQ(found.all.at(0).first_contact, start_of(day + 3));
}

TEST_F(HandoverTest, NotesAndTasksAreNoContact) {
  using enum fact::ActivityKind;
  const auto one = journey("Passed on", {"Inquiry", "Sales accepted"});
  for (const auto kind : {task, note, other}) act(one, Side::sales, start_of(day + 2), kind);
  EXPECT_FALSE(all(day + 30).is_contact_recorded);
  EXPECT_FALSE(all(day + 30).all.at(0).first_contact);
  EXPECT_EQ(treatment_of(all(day + 30).all.at(0)), Treatment::never_contacted);
  int after = 9;
  for (const auto kind : {call, email, meeting, visit, demo}) {
    // Those that came in later and were earlier are the first ones.
    act(one, Side::sales, start_of(day + after), kind);
    EXPECT_EQ(all(day + 30).all.at(0).first_contact, start_of(day + after));
    --after;
  }
  EXPECT_TRUE(all(day + 30).is_contact_recorded);
}

TEST_F(HandoverTest, ThatIsSentBackOrLostHasNotMovedOn) {
  journey("Sent back", {"Sales accepted", "Marketing qualified"});
  journey("Lost", {"Sales accepted", "Lost"}, [&](Opportunity& opportunity) {
    opportunity.outcome = Outcome::lost;
    opportunity.lost_reason = "No need";
    opportunity.close_on = day + 1;
  });
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 2U);
  EXPECT_EQ(treatment_of(found.all[0]), Treatment::rejected_without_reason);
  EXPECT_EQ(treatment_of(found.all[1]), Treatment::rejected_with_reason);
}

/// In each system's own word, whether or not an agreed step takes it in.
TEST_F(HandoverTest, ThatItsSystemCallsRecycledWasNotRejected) {
  const auto with_reason = [](Opportunity& opportunity) { opportunity.lost_reason = "Call in June"; };
  journey("Of SuiteCRM or EspoCRM", {"New", "In Process", "Recycled"}, with_reason);
  journey("Of Salesforce", {"New", "Sales accepted", " nurturing"});
  journey("Of HubSpot", {"Marketing Qualified Lead", "SAL", "Bad timing"});
  journey("Taken on before", {"New", "In Process", "Qualified", "Recycled"});
  journey("Taken up again", {"New", "In Process", "Recycled", "In Process"});
  journey("Lost since", {"New", "In Process", "Recycled", "Lost"},
          [](Opportunity& opportunity) { opportunity.outcome = Outcome::lost; });
  journey("Never with sales", {"New", "Recycled"});
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 6U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(treatment_of(found.all[i]), Treatment::recycled) << found.all[i].name;
    EXPECT_TRUE(found.all[i].is_sent_back) << "as on the bridge";
    EXPECT_EQ(found.all[i].reason, "") << "it was not rejected for any";
  }
  EXPECT_EQ(treatment_of(found.all[3]), Treatment::worked);
  EXPECT_EQ(treatment_of(found.all[4]), Treatment::never_contacted);
  EXPECT_EQ(treatment_of(found.all[5]), Treatment::rejected_without_reason);
  EXPECT_EQ(treatment_of(all(day + 1).all.at(0)), Treatment::never_contacted) << "not yet";
}

TEST_F(HandoverTest, IsWhatWasHandedOverWhateverItsStageSays) {
  const auto one = journey("Handed over", {"Inquiry", "Marketing qualified"});
  hand_over(one, start_of(day + 5));
  EXPECT_TRUE(all(day + 4).all.empty());
  const auto found = all(day + 5);
  ASSERT_EQ(found.all.size(), 1U);
  EXPECT_EQ(found.all[0].stage, "Marketing qualified");
  EXPECT_EQ(found.all[0].at, start_of(day + 5));
  EXPECT_EQ(found.all[0].precision, fact::Precision::moment);
  EXPECT_FALSE(found.all[0].is_sent_back) << "it stands with marketing, and never left";
  EXPECT_EQ(treatment_of(found.all[0]), Treatment::never_contacted);
}

TEST_F(HandoverTest, IsAtWhicheverCameFirst) {
  const auto late = journey("Handed over after its stage said so", {"Inquiry", "Sales accepted"});
  hand_over(late, start_of(day + 5));
  const auto early = journey("Handed over before", {"Inquiry", "Inquiry", "Inquiry", "Sales accepted"});
  hand_over(early, start_of(day + 1));
  const auto found = all(day + 30);
  ASSERT_EQ(found.all.size(), 2U);
  EXPECT_EQ(found.all[0].at, start_of(day + 1));
  EXPECT_EQ(found.all[0].precision, fact::Precision::day);
  EXPECT_EQ(found.all[1].at, start_of(day + 1));
  EXPECT_EQ(found.all[1].precision, fact::Precision::moment);
  EXPECT_EQ(found.all[1].stage, "Sales accepted");
}

TEST_F(HandoverTest, IsTurnedDownUntilItsStageChanges) {
  const auto one = journey("Turned down", {"Inquiry", "Marketing qualified"});
  hand_over(one, start_of(day + 5), start_of(day + 7), "No need");
  EXPECT_EQ(treatment_of(all(day + 6).all.at(0)), Treatment::never_contacted) << "not yet";
  const auto found = all(day + 7);
  EXPECT_EQ(treatment_of(found.all.at(0)), Treatment::rejected_with_reason);
  EXPECT_EQ(found.all.at(0).reason, "No need");
  auto there = one;
  there.stage = "Sales accepted";
  write([&](Write& write) { record_stage(write, there, start_of(day + 9), fact::Precision::day); });
  EXPECT_EQ(treatment_of(all(day + 9).all.at(0)), Treatment::never_contacted) << "sales has it after all";
  act(one, Side::sales, start_of(day + 10));
  EXPECT_EQ(treatment_of(all(day + 10).all.at(0)), Treatment::worked);
}

TEST_F(HandoverTest, IsNoMoreOnceItsHandoffIsTakenBack) {
  const auto one = journey("Withdrawn", {"Inquiry"});
  hand_over(one, start_of(day + 5));
  ASSERT_EQ(all(day + 5).all.size(), 1U);
  hand_over(one, std::nullopt);
  EXPECT_TRUE(all(day + 5).all.empty());
}

TEST_F(HandoverTest, ValuesAreThoseOfThePeriodAndTheOutcome) {
  const auto close_on = [&](Day on, Outcome outcome) {
    return [=](Opportunity& opportunity) {
      opportunity.outcome = outcome;
      opportunity.close_on = on;
      opportunity.value = Money{50'000, *parse_currency("USD")};
    };
  };
  journey("Won", {"Won"}, close_on(day + 5, Outcome::won));
  journey("Won later", {"Won"}, close_on(day + 15, Outcome::won));
  journey("Expected", {"Proposal"}, close_on(day + 5, Outcome::open));
  const auto named = [&](Outcome outcome) {
    return world.database().read(Actor{}, [&](const Read& read) {
      std::vector<std::string> names;
      for (const auto& one : values_closing(read, day + 30, day, day + 10, outcome))
        names.push_back(one.name);
      return names;
    });
  };
  EXPECT_EQ(named(Outcome::won), std::vector<std::string>{"Won"});
  EXPECT_EQ(named(Outcome::open), std::vector<std::string>{"Expected"});
}

TEST_F(HandoverTest, NoStakeIsPutWhereNothingIsWaiting) {
  gap::Found found;
  world.database().read(Actor{}, [&](const Read& read) {
    put_stake(found, read, day + 30, {});
    return 0;
  });
  EXPECT_EQ(found.gap.stake_kind, gap::StakeKind::unknown);
  EXPECT_FALSE(found.gap.stake.why.empty());
}

}  // namespace
}  // namespace accord::funnel
