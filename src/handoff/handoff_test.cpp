// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/routing.hpp"

namespace accord::handoff {
namespace {

using territory::business_hours;
using territory::WorkCalendar;

Instant at(std::string_view text) { return *parse_instant(text); }
WorkCalendar berlin() { return {"Europe/Berlin", 540, 1020, {*parse_day("2026-05-14")}}; }

HandoffRow waiting_row(std::string_view assigned, std::string_view due) {
  HandoffRow row;
  row.submitted_at = row.assigned_at.emplace(at(assigned));
  row.assigned_to = Id<people::Person>{7};
  row.due_at = at(due);
  return row;
}

// ---- Time
// ------------------------------------------------------------------------------------------------------------

TEST(HandoffClockTest, EightBusinessHoursReachOverNightsWeekendsAndHolidays) {
  // A Wednesday at four: one hour, then Thursday is a holiday, then seven hours of Friday.
  EXPECT_EQ(to_string(business_moment_after(berlin(), at("2026-05-13T16:00+02:00"), 8)),
            "2026-05-15T14:00:00.000Z");
  // A Friday evening: Monday at five.
  EXPECT_EQ(to_string(business_moment_after(berlin(), at("2026-05-08T20:00+02:00"), 8)),
            "2026-05-11T15:00:00.000Z");
}

RC_GTEST_PROP(HandoffClockTest, TheMomentAfterHoursIsTheFirstByWhichTheyHavePassed, ()) {
  const auto calendar = berlin();
  const Instant from{at("2026-01-01T00:00Z").ms + *rc::gen::inRange<std::int64_t>(0, 400 * ms_per_day)};
  const double hours = static_cast<double>(*rc::gen::inRange(1, 4 * 200)) / 4;
  const auto due = business_moment_after(calendar, from, hours);
  RC_ASSERT(business_hours(calendar, from, due) >= hours);
  RC_ASSERT(business_hours(calendar, from, {due.ms - 1}) < hours);
}

TEST(HandoffClockTest, RoutingTimeIsKeptApartFromPeoplesTime) {
  HandoffRow row;
  row.submitted_at = at("2026-05-11T09:00+02:00");
  row.decided_at = at("2026-05-12T10:00+02:00");
  Parts parts;
  add_part(parts, row.submitted_at, 0);
  add_part(parts, at("2026-05-11T12:00+02:00"), 7);
  const auto clock = clock_of(row, parts, berlin(), at("2026-06-01T09:00Z"));
  EXPECT_DOUBLE_EQ(clock.routing_hours, 3);
  EXPECT_DOUBLE_EQ(*clock.answer_hours, 6);
  EXPECT_FALSE(clock.contact_least);
}

TEST(HandoffClockTest, HandsThatChangeBeginNothingAnew) {
  // Nobody's for an hour, one's for two, nobody's for three, another's for an hour, then answered.
  Handoff handoff;
  handoff.submitted_at = at("2026-05-11T09:00+02:00");
  Parts parts;
  add_part(parts, handoff.submitted_at, 0);
  add_part(parts, at("2026-05-11T10:00+02:00"), 7);
  add_part(parts, at("2026-05-11T12:00+02:00"), 0);
  add_part(parts, at("2026-05-11T15:00+02:00"), 8);
  add_part(parts, at("2026-05-11T16:00+02:00"), 8);
  EXPECT_EQ(parts.size(), 4U) << "a step that leaves it where it is ends nothing";
  EXPECT_EQ(first_had(parts), at("2026-05-11T10:00+02:00"));
  HandoffRow row;
  row.submitted_at = handoff.submitted_at;
  row.decided_at = at("2026-05-11T16:00+02:00");
  const auto clock = clock_of(row, parts, berlin(), at("2026-06-01T09:00Z"));
  EXPECT_DOUBLE_EQ(clock.routing_hours, 4);
  EXPECT_DOUBLE_EQ(*clock.answer_hours, 6);
  ServiceLevel terms;
  terms.answer_within_hours = 4;
  terms.contact_within_hours = 5;
  const auto due = [&](std::optional<Id<people::Person>> person) {
    handoff.assigned_to = person;
    set_due(handoff, first_had(parts), terms, berlin());
    return std::pair(*handoff.due_at, handoff.contact_due_at);
  };
  using Due = std::pair<Instant, std::optional<Instant>>;
  const Due in_hands{at("2026-05-11T14:00+02:00"), at("2026-05-11T15:00+02:00")};
  EXPECT_EQ(due(Id<people::Person>{7}), in_hands);
  EXPECT_EQ(due(Id<people::Person>{8}), in_hands) << "whoever has it";
  EXPECT_EQ(due(std::nullopt), (Due{at("2026-05-11T13:00+02:00"), std::nullopt}))
      << "put back, it is due as it was when it came";
}

TEST(HandoffClockTest, WhatWasTakenBackEndsNobodysPart) {
  const auto step = [](std::string_view when, bool is_undone) {
    HandoffStepRow made;
    made.at = at(when);
    made.is_undone = is_undone;
    return made;
  };
  // Put back after an hour and taken back, then given to another after three: the first had it for three.
  std::vector<HandoffStepRow> steps{
      step("2026-05-11T09:00+02:00", false), step("2026-05-11T10:00+02:00", true),
      step("2026-05-11T12:00+02:00", false), step("2026-05-11T13:00+02:00", true)};
  put_held_hours(steps, waiting_row("2026-05-11T09:00+02:00", "2026-05-11T17:00+02:00"), berlin(),
                 at("2026-05-11T16:00+02:00"));
  EXPECT_DOUBLE_EQ(*steps[0].held_hours, 3);
  EXPECT_FALSE(steps[1].held_hours);
  EXPECT_DOUBLE_EQ(*steps[2].held_hours, 4) << "up to now, for what came after it was taken back";
  EXPECT_FALSE(steps[3].held_hours);
}

TEST(HandoffClockTest, WhatIsKnownByTheDayIsNoFinerThanThat) {
  auto row = waiting_row("2026-05-11T10:00+02:00", "2026-05-11T14:00+02:00");
  row.state = State::accepted;
  row.contact_due_at = at("2026-05-11T17:00+02:00");
  row.first_contact_at = start_of(*parse_day("2026-05-11"));
  row.first_contact_precision = fact::Precision::day;
  const auto clock = clock_of(row, {{7, *row.assigned_at, std::nullopt}}, berlin(), at("2026-06-01T09:00Z"));
  EXPECT_DOUBLE_EQ(*clock.contact_least, 0);
  EXPECT_DOUBLE_EQ(*clock.contact_most, 7);
  // The call may have been after five, so whether it was in time cannot be told; a day later it was not.
  EXPECT_EQ(is_contacted_in_time(row, berlin(), at("2026-06-01T09:00Z")), std::nullopt);
  row.first_contact_at = start_of(*parse_day("2026-05-12"));
  EXPECT_EQ(is_contacted_in_time(row, berlin(), at("2026-06-01T09:00Z")), false);
  row.contact_due_at = at("2026-05-13T17:00+02:00");
  EXPECT_EQ(is_contacted_in_time(row, berlin(), at("2026-06-01T09:00Z")), true);
}

TEST(HandoffClockTest, ItIsTheDeputysTheManagersAndTheReviewsMoveInTurn) {
  ServiceLevel terms;
  terms.manager_after_hours = 2;
  terms.review_after_hours = 8;
  auto row = waiting_row("2026-05-11T09:00+02:00", "2026-05-11T13:00+02:00");
  const auto level = [&](std::string_view now, bool is_away) {
    return escalation_of(row, terms, berlin(), at(now), is_away);
  };
  EXPECT_EQ(level("2026-05-11T12:00+02:00", false), Escalation::none);
  EXPECT_EQ(level("2026-05-11T12:00+02:00", true), Escalation::deputy);
  EXPECT_EQ(level("2026-05-11T14:59+02:00", false), Escalation::none);
  EXPECT_EQ(level("2026-05-11T15:00+02:00", true), Escalation::manager);
  EXPECT_EQ(level("2026-05-12T13:00+02:00", false), Escalation::review);
  row.state = State::rejected;
  EXPECT_EQ(level("2026-05-12T13:00+02:00", false), Escalation::none);
}

// ---- Routing
// ---------------------------------------------------------------------------------------------------------

RoutingRule rule(std::string name, std::vector<Id<people::Person>> people, RoutedBy by = RoutedBy::load) {
  RoutingRule made;
  made.name = std::move(name);
  made.people = std::move(people);
  made.by = by;
  return made;
}

TEST(RoutingTest, TheFirstRuleThatFitsAndHasSomebodyAtWork) {
  auto north = rule("North", {{1}});
  north.territory = Id<territory::Territory>{5};
  auto gauges = rule("Gauges", {{2}});
  gauges.product = Id<product::Product>{9};
  auto show = rule("Show", {{3}});
  show.source = "Trade show";
  const std::vector<RoutingRule> rules{north, gauges, show};
  Staff staff{{1, {"Ann", "", 0, {}}}, {2, {"Bob", "", 0, {}}}, {3, {"Cat", "", 0, {}}}};
  // A part of the North is the North's: the lead's lineage has it.
  EXPECT_EQ(route(rules, {{{7}, {5}}, std::nullopt, ""}, staff).person, 1);
  EXPECT_EQ(route(rules, {{{8}}, Id<product::Product>{9}, " trade SHOW "}, staff).person, 2);
  EXPECT_EQ(route(rules, {{}, std::nullopt, " trade SHOW "}, staff).person, 3);
  EXPECT_EQ(route(rules, {{}, std::nullopt, ""}, staff).person, 0);
  staff.at(1).why_not = "away until 8 May 2026";
  EXPECT_EQ(route(rules, {{{5}}, std::nullopt, "Trade show"}, staff).why,
            "“North” fits, but Ann is away until 8 May 2026. “Show” chose Cat, the only one it names.");
  EXPECT_EQ(route(rules, {{{5}}, std::nullopt, ""}, staff).why,
            "“North” fits, but Ann is away until 8 May 2026. It waits for whoever takes it.");
}

RC_GTEST_PROP(RoutingTest, ByLoadNobodyGetsMoreThanOneAheadOfTheOthers, ()) {
  const auto count = *rc::gen::inRange<std::int64_t>(1, 9);
  std::vector<Id<people::Person>> people;
  Staff staff;
  for (std::int64_t i = 1; i <= count; ++i) {
    people.push_back({i});
    staff[i] = {"P" + std::to_string(i), "", 0, {}};
  }
  const std::vector<RoutingRule> rules{
      rule("All", people, *rc::gen::element(RoutedBy::load, RoutedBy::turn))};
  const auto leads = *rc::gen::inRange<std::int64_t>(1, 60);
  for (std::int64_t i = 0; i < leads; ++i) {
    auto& chosen = staff.at(route(rules, {}, staff).person);
    ++chosen.waiting;
    chosen.last_assigned = {i + 1};
  }
  const auto [least, most] =
      std::ranges::minmax_element(staff, {}, [](const auto& one) { return one.second.waiting; });
  RC_ASSERT(most->second.waiting - least->second.waiting <= 1);
}

// ---- Steps
// -----------------------------------------------------------------------------------------------------------

Actor actor(std::int64_t person, Role role) {
  return {person, "Somebody", role, side_of(role), std::nullopt};
}

Handoff waiting_handoff(Ask ask, Side to) {
  Handoff handoff;
  handoff.ask = ask;
  handoff.to = to;
  handoff.submitted_by = {1};
  handoff.assigned_to = Id<people::Person>{7};
  return handoff;
}

TEST(HandoffStepsTest, WhoMayAnswer) {
  auto handoff = waiting_handoff(Ask::take_over, Side::sales);
  const auto may = [&](std::int64_t person, Role role, bool is_deputy = false, bool is_manager = false) {
    return may_decide(handoff, {actor(person, role), is_deputy, is_manager});
  };
  EXPECT_TRUE(may(7, Role::salesperson));
  EXPECT_FALSE(may(8, Role::salesperson));
  EXPECT_TRUE(may(8, Role::salesperson, true));
  EXPECT_TRUE(may(8, Role::salesperson, false, true));
  EXPECT_TRUE(may(8, Role::sales_manager));
  // What waits for sales, marketing does not answer, whoever they are.
  EXPECT_FALSE(may(1, Role::marketing_manager));
  EXPECT_FALSE(may(1, Role::liaison));
  EXPECT_FALSE(may(9, Role::administrator));
  handoff.assigned_to.reset();
  EXPECT_TRUE(may(8, Role::salesperson));
  EXPECT_FALSE(may(1, Role::marketer));
}

/// Every kind of step on every kind of handoff either settles it, keeps it waiting, or is refused by name.
TEST(HandoffStepsTest, EachStepLeavesTheStateThatItNames) {
  const Day today = *parse_day("2026-05-04");
  const Instant now = at("2026-05-04T09:00Z");
  for (const auto ask : {Ask::take_over, Ask::nurture, Ask::information}) {
    const Side to = ask == Ask::take_over ? Side::sales : Side::marketing;
    const Role role = to == Side::sales ? Role::salesperson : Role::marketer;
    for (std::size_t kind = 2; kind < choices_of<StepKind>.size(); ++kind) {
      auto handoff = waiting_handoff(ask, to);
      StepDraft draft;
      draft.kind = static_cast<StepKind>(kind);
      draft.text = "No need";
      const auto mine = actor(draft.kind == StepKind::withdrawn ? 1 : 7, role);
      const bool is_question = ask == Ask::information;
      const bool is_fit = draft.kind == StepKind::returned || draft.kind == StepKind::withdrawn ||
                          is_question == (draft.kind == StepKind::answered);
      try {
        take_step(handoff, draft, {mine}, Basis{}, now, today);
        EXPECT_TRUE(is_fit) << name_of(draft.kind) << " " << name_of(ask);
        if (draft.kind == StepKind::returned) {
          EXPECT_EQ(handoff.state, State::waiting);
          EXPECT_FALSE(handoff.assigned_to);
        } else {
          EXPECT_EQ(name_of(handoff.state), name_of(draft.kind));
          EXPECT_EQ(handoff.decided_at, now);
          EXPECT_THROW(take_step(handoff, draft, {mine}, Basis{}, now, today), Refusal);
        }
      } catch (const Refusal& refusal) {
        EXPECT_FALSE(is_fit) << refusal.what();
        EXPECT_EQ(refusal.rule().code, handoff_step_unfit.code);
      }
    }
  }
}

TEST(HandoffStepsTest, WhoeverAnswersWhatNobodyHasHadItFromThenOn) {
  auto handoff = waiting_handoff(Ask::information, Side::marketing);
  handoff.assigned_to.reset();
  StepDraft draft;
  draft.kind = StepKind::answered;
  draft.text = "ISO 5167";
  const Instant now = at("2026-05-04T09:00Z");
  take_step(handoff, draft, {actor(7, Role::marketer)}, Basis{}, now, *parse_day("2026-05-04"));
  EXPECT_EQ(handoff.assigned_to, Id<people::Person>{7});
  EXPECT_EQ(handoff.assigned_at, now);
}

TEST(HandoffStepsTest, RecycledWithoutADayComesBackAsAgreed) {
  auto handoff = waiting_handoff(Ask::take_over, Side::sales);
  StepDraft draft;
  draft.kind = StepKind::recycled;
  Basis basis;
  basis.terms.again_after_days = 30;
  take_step(handoff, draft, {actor(7, Role::salesperson)}, basis, at("2026-05-04T09:00Z"),
            *parse_day("2026-05-04"));
  EXPECT_EQ(to_string(*handoff.again_on), "2026-06-03");
}

TEST(HandoffStepsTest, WhatIsMissingIsNamedInTheOrderOfTheAgreement) {
  ServiceLevel terms;
  terms.demands = {funnel::Evidence::source, funnel::Evidence::contact, funnel::Evidence::activity};
  funnel::Opportunity lead;
  lead.source = "  ";
  EXPECT_EQ(missing_demands(lead, terms, true),
            (std::vector<funnel::Evidence>{funnel::Evidence::source, funnel::Evidence::contact}));
  lead.source = "Trade show";
  lead.contact = Id<account::Contact>{3};
  EXPECT_EQ(missing_demands(lead, terms, false), std::vector<funnel::Evidence>{funnel::Evidence::activity});
}

}  // namespace
}  // namespace accord::handoff
