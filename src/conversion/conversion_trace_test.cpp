// SPDX-License-Identifier: Apache-2.0
// One journey after the other, against what their definitions say when they are followed word by word.
#include "conversion/conversion_trace.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "conversion/conversion_cohort.hpp"
#include "kernels/risk_table.hpp"

namespace accord::conversion {
namespace {

using fact::Precision;
using funnel::Outcome;

/// Steps A to D as agreed, Won and Lost as agreed endings, "Odd" of nobody: names by place.
enum Name : std::uint16_t { a = 1, b, c, d, won, lost, odd };

Columns empty_columns() {
  Columns columns;
  for (const auto* name : {"", "A", "B", "C", "D", "Won", "Lost", "Odd"}) columns.names.push_back({name});
  columns.sources.emplace_back();
  columns.currencies.emplace_back();
  return columns;
}

funnel::FunnelStage stage(const char* name, Outcome outcome = Outcome::open) {
  funnel::FunnelStage stage;
  stage.name = name;
  stage.outcome = outcome;
  return stage;
}

void add(Columns& columns, Record record, const std::vector<Change>& changes) {
  if (columns.begins.empty()) columns.begins.push_back(0);
  record.id = static_cast<std::uint32_t>(columns.size() + 1);
  columns.records.push_back(record);
  columns.changes.insert(columns.changes.end(), changes.begin(), changes.end());
  columns.begins.push_back(static_cast<std::uint32_t>(columns.changes.size()));
}

Stages agreed(const Columns& columns) {
  const std::vector<Version> versions{{"Funnel",
                                       "/agreements/funnel/versions/1",
                                       true,
                                       Day{0},
                                       {stage("A"), stage("B"), stage("C"), stage("D"),
                                        stage("Won", Outcome::won), stage("Lost", Outcome::lost)}}};
  return {versions, {{0, {{no_day, Basis::in_force, 0}}}}, 0, columns.names};
}

Record begun(std::int32_t day, Outcome outcome = Outcome::open, std::int32_t closed = no_day) {
  Record record;
  record.created_on = day;
  record.outcome = outcome;
  record.close_on = closed;
  return record;
}

const Visit* visit_of(const Trace& trace, const Stages& stages, const char* step) {
  const auto place = stages.place_of(step);
  const auto found = std::ranges::find(trace.visits, static_cast<Code>(*place), &Visit::step);
  return found == trace.visits.end() ? nullptr : &*found;
}

class TraceTest : public testing::Test {
 protected:
  /// Of one journey, looked at at the end of day 100.
  const Trace& trace(Record record, const std::vector<Change>& changes, std::int32_t as_of = 100) {
    columns = empty_columns();
    add(columns, record, changes);
    note_names(columns);
    stages = std::make_unique<Stages>(agreed(columns));
    tracer = std::make_unique<Tracer>(columns, *stages, Day{as_of});
    return tracer->of(0);
  }
  const Visit* at(const char* step) { return visit_of(tracer->of(0), *stages, step); }

  Columns columns;
  std::unique_ptr<Stages> stages;
  std::unique_ptr<Tracer> tracer;
};

TEST_F(TraceTest, AReturnIsShownAndNotDoubled) {
  const auto& told = trace(begun(0), {{1, a}, {5, b}, {9, a}, {12, c}});
  ASSERT_EQ(told.visits.size(), 3U);
  EXPECT_EQ(at("A")->times, 2U);
  EXPECT_EQ(at("A")->came, 1);
  EXPECT_EQ(at("A")->next, 5) << "it went on when it came to B first";
  EXPECT_EQ(at("A")->left, 5) << "only the first stay has a length";
  EXPECT_EQ(at("B")->next, 12) << "to go back is not to go on";
  EXPECT_EQ(at("B")->left, 9);
  EXPECT_EQ(fate_of(told, *at("C")), Fate::here);
}

TEST_F(TraceTest, ItsEndAloneIsNoBeginning) {
  const auto begins = [&](Record record, const std::vector<Change>& changes) {
    trace(record, changes);
    return begun_on(columns, 0);
  };
  EXPECT_EQ(begins(begun(no_day, Outcome::won, 30), {{30, won}}), no_day);
  EXPECT_EQ(begins(begun(no_day, Outcome::lost), {{30, lost}}), no_day) << "closed without a day";
  EXPECT_EQ(begins(begun(no_day, Outcome::won, 30), {{3, a}, {30, won}}), 3);
  EXPECT_EQ(begins(begun(no_day, Outcome::won, 30), {{12, b}}), 12) << "it stood there before it was won";
  EXPECT_EQ(begins(begun(no_day, Outcome::won, 30), {{30, a}, {30, won}}), 30) << "won on its first day";
  EXPECT_EQ(begins(begun(no_day), {{30, won}}), 30) << "open by its record";
  EXPECT_EQ(begins(begun(2, Outcome::won, 30), {{30, won}}), 2);
}

/// In territory 1 "Odd" means B from the beginning, in territory 2 it means C.
TEST(TraceOfAMove, ReadsEachChangeByWhereItBelongedThen) {
  auto columns = empty_columns();
  Record record = begun(0);
  record.territory = 2;
  add(columns, record, {{1, odd}, {40, odd}});
  columns.elsewhere = {{1, 1, Day{no_day}, Day{20}}};
  note_names(columns);
  note_moved(columns);
  const auto version = [](const char* taken_for) {
    Version made{
        "Funnel", "", true, Day{0}, {stage("A"), stage("B"), stage("C"), stage("Won", Outcome::won)}};
    std::ranges::find(made.stages, taken_for, &funnel::FunnelStage::name)->crm_stages = {"Odd"};
    return made;
  };
  const std::vector<Version> versions{version("B"), version("C")};
  const Stages stages(versions,
                      {{0, {{no_day, Basis::nothing, -1}}},
                       {1, {{no_day, Basis::in_force, 0}}},
                       {2, {{no_day, Basis::in_force, 1}}}},
                      0, columns.names);
  Tracer late(columns, stages, Day{100});
  const auto& told = late.of(0);
  ASSERT_EQ(told.visits.size(), 2U);
  EXPECT_EQ(visit_of(told, stages, "B")->came, 1);
  EXPECT_EQ(visit_of(told, stages, "C")->came, 40);
  EXPECT_EQ(told.territory, 2U);
  EXPECT_EQ(told.began_in, 1U);
  Tracer early(columns, stages, Day{19});
  EXPECT_EQ(early.of(0).territory, 1U) << "up to the end of the day before it was moved";
}

TEST_F(TraceTest, TheSameStageToldTwiceIsOneStay) {
  trace(begun(0), {{1, a}, {4, a}, {9, b}});
  EXPECT_EQ(at("A")->times, 1U);
  EXPECT_EQ(at("A")->left, 9);
}

TEST_F(TraceTest, WhatIsLostIsLostInItsFurthestStep) {
  const auto& told = trace(begun(0, Outcome::lost, 30), {{1, a}, {5, c}, {9, b}, {30, lost}});
  EXPECT_EQ(fate_of(told, *at("A")), Fate::went_on);
  EXPECT_EQ(fate_of(told, *at("B")), Fate::went_on) << "it had been further";
  EXPECT_EQ(fate_of(told, *at("C")), Fate::lost);
  EXPECT_EQ(until_next(told, *at("B"), 100), std::nullopt) << "and of that nobody knows a time";
  EXPECT_EQ(until_next(told, *at("C"), 100)->days, 25);
  EXPECT_EQ(until_next(told, *at("C"), 100)->cause, 2);
}

TEST_F(TraceTest, WhoHasGoneBackStandsThereNoMore) {
  const auto& told = trace(begun(0), {{1, a}, {5, b}, {9, a}});
  EXPECT_EQ(fate_of(told, *at("B")), Fate::back);
  EXPECT_EQ(fate_of(told, *at("A")), Fate::went_on);
  EXPECT_EQ(until_next(told, *at("B"), 100)->cause, 0) << "it may yet go on";
  EXPECT_EQ(until_next(told, *at("B"), 100)->days, 95);
}

TEST_F(TraceTest, AWinIsToGoOnFromEveryStep) {
  const auto& told = trace(begun(0, Outcome::won, 40), {{1, a}, {5, b}, {40, won}});
  EXPECT_EQ(until_next(told, *at("B"), 100)->days, 35);
  EXPECT_EQ(until_next(told, *at("B"), 100)->cause, 1);
  EXPECT_EQ(until_end(told, *at("A"), 100)->days, 39);
  EXPECT_EQ(until_left(told, *at("B"), 100)->days, 35);
  EXPECT_EQ(until_end(told, 100)->days, 40);
}

TEST_F(TraceTest, WhatIsLaterThanTheDayHasNotHappened) {
  const auto& told = trace(begun(0, Outcome::won, 40), {{1, a}, {5, b}, {40, won}}, 20);
  EXPECT_EQ(told.outcome, Outcome::open);
  EXPECT_EQ(fate_of(told, *at("B")), Fate::here);
  EXPECT_EQ(until_left(told, *at("B"), 20)->days, 15);
  EXPECT_EQ(until_left(told, *at("B"), 20)->cause, 0);
}

TEST_F(TraceTest, AtLeastSinceIsNoTime) {
  const auto& told = trace(begun(0, Outcome::won, 40), {{10, a, Precision::at_least_since}, {40, won}});
  EXPECT_FALSE(at("A")->is_came_known);
  EXPECT_EQ(until_next(told, *at("A"), 100), std::nullopt);
  EXPECT_EQ(until_left(told, *at("A"), 100), std::nullopt);
  EXPECT_EQ(fate_of(told, *at("A")), Fate::went_on) << "but it counts";
  trace(begun(0), {{1, a}, {50, b, Precision::at_least_since}});
  EXPECT_EQ(until_next(tracer->of(0), *at("A"), 100), std::nullopt) << "nor is it known when it left";
  EXPECT_EQ(until_left(tracer->of(0), *at("A"), 100), std::nullopt);
}

TEST_F(TraceTest, AChangeBeforeTheInquiryIsFoundAndBreaksNothing) {
  const auto& told = trace(begun(20, Outcome::won, 10), {{5, a}, {10, won}});
  EXPECT_TRUE(told.has_change_before_creation);
  EXPECT_TRUE(told.is_closed_before_creation);
  EXPECT_EQ(until_end(told, 100)->days, 0);
  EXPECT_EQ(until_end(told, *at("A"), 100)->days, 5);
}

TEST_F(TraceTest, AStageNobodyAgreedOnRanksBelowAllThatWas) {
  const auto& told = trace(begun(0, Outcome::lost, 30), {{1, odd}, {5, a}, {9, odd}, {30, lost}});
  EXPECT_TRUE(told.has_unagreed);
  EXPECT_EQ(fate_of(told, *at("Odd")), Fate::went_on);
  EXPECT_EQ(fate_of(told, *at("A")), Fate::lost);
}

TEST_F(TraceTest, AnOpenOneInAnEndingIsFound) {
  EXPECT_TRUE(trace(begun(0), {{1, a}, {5, won}}).stands_in_ending);
  EXPECT_EQ(fate_of(tracer->of(0), *at("A")), Fate::back);
}

TEST_F(TraceTest, AClosedOneWithoutADayCountsInNoTime) {
  const auto& told = trace(begun(0, Outcome::lost), {{1, a}});
  EXPECT_EQ(told.outcome, Outcome::lost);
  EXPECT_EQ(told.closed, no_day);
  EXPECT_EQ(fate_of(told, *at("A")), Fate::lost);
  EXPECT_EQ(until_next(told, *at("A"), 100), std::nullopt);
  EXPECT_EQ(trace(begun(0, Outcome::lost), {{1, a}, {8, lost}}).closed, 8) << "its ending has a day";
}

TEST(Steps, WithoutAnAgreementStandInTheOrderOfTheirFirstChange) {
  auto columns = empty_columns();
  add(columns, begun(0), {{9, b}, {12, a}});
  add(columns, begun(0, Outcome::won, 20), {{5, a}, {20, won}});
  add(columns, begun(0), {{30, c, Precision::at_least_since}});
  note_names(columns);
  const Stages stages({}, {{0, {{no_day, Basis::nothing, -1}}}}, -1, columns.names);
  std::vector<std::string> names;
  for (const auto& step : stages.steps()) names.push_back(step.name);
  names.erase(std::remove_if(names.begin(), names.end(),
                             [](const auto& name) { return name != "A" && name != "B" && name != "C"; }),
              names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"C", "A", "B"})) << "what was only ever seen comes first";
  EXPECT_FALSE(stages.place_of("Won")) << "only closed ones stand in it";
}

TEST(Steps, OfSeveralVersionsStandEachBehindTheOneThatItFollows) {
  const auto columns = empty_columns();
  const std::vector<Version> versions{
      {"Company", "", true, Day{0}, {stage("A"), stage("B"), stage("D"), stage("Won", Outcome::won)}},
      {"North", "", true, Day{0}, {stage("A"), stage("C"), stage("D"), stage("Won", Outcome::won)}}};
  const Stages stages(
      versions,
      {{0, {{no_day, Basis::in_force, 0}}}, {1, {{no_day, Basis::in_force, 0}, {50, Basis::in_force, 1}}}}, 0,
      columns.names);
  std::vector<std::string> agreed;
  for (const auto& step : stages.steps()) {
    if (step.is_agreed) agreed.push_back(step.name);
  }
  EXPECT_EQ(agreed, (std::vector<std::string>{"A", "C", "B", "D"}));
  const auto& north = stages.of(1);
  ASSERT_EQ(north.size(), 2U);
  EXPECT_EQ((*north[0].codes)[b], *stages.place_of("B"));
  EXPECT_FALSE(stages.steps()[(*north[1].codes)[odd]].is_agreed);
}

/// What a journey did, as a test draws it.
struct Drawn {
  Record record;
  std::vector<Change> changes;
};

Drawn drawn(std::mt19937& random) {
  const auto below = [&](int end) {
    return static_cast<std::int32_t>(random() % static_cast<unsigned>(end));
  };
  Drawn one;
  one.record.created_on = below(40);
  std::int32_t day = one.record.created_on - (below(10) == 0 ? 3 : 0);
  for (int i = below(6); i > 0; --i) {
    const auto name = static_cast<std::uint16_t>(below(8) == 0 ? odd : a + below(4));
    one.changes.push_back({day, name, below(6) == 0 ? Precision::at_least_since : Precision::day});
    day += below(12);
  }
  const int end = below(3);
  if (end == 0) return one;
  one.record.outcome = end == 1 ? Outcome::won : Outcome::lost;
  one.record.close_on = day;
  if (below(2) == 0)
    one.changes.push_back({day, static_cast<std::uint16_t>(end == 1 ? won : lost), Precision::day});
  return one;
}

/// The rank of a name: what nobody agreed on is below A; endings have none.
int rank_of(const Change& change) {
  if (change.stage == odd) return 0;
  return change.stage <= d ? change.stage : -1;
}
bool is_known(const Change& change) { return change.precision != Precision::at_least_since; }

/// The definitions, each followed by itself.
void expect_as_defined(const Drawn& one, const Trace& told, const Stages& stages, std::int32_t as_of) {
  std::vector<Change> held;
  for (const auto& change : one.changes) {
    if (change.day <= as_of) held.push_back(change);
  }
  const bool is_closed = one.record.outcome != Outcome::open && one.record.close_on <= as_of;
  ASSERT_EQ(told.outcome, is_closed ? one.record.outcome : Outcome::open);
  for (int rank = 0; rank <= 4; ++rank) {
    const auto is_it = [&](const Change& change) { return rank_of(change) == rank; };
    const auto is_later = [&](const Change& change) { return rank_of(change) > rank; };
    const auto first = std::find_if(held.begin(), held.end(), is_it);
    const auto* names = "Odd\0A\0\0\0B\0\0\0C\0\0\0D";
    const auto* visit = visit_of(told, stages, names + 4 * rank);
    ASSERT_EQ(visit != nullptr, first != held.end());
    if (visit == nullptr) continue;
    EXPECT_EQ(visit->came, first->day);
    EXPECT_EQ(visit->is_came_known, is_known(*first));
    unsigned times = 0;
    for (auto at = held.begin(); at != held.end(); ++at) {
      if (is_it(*at) && (at == held.begin() || !is_it(*(at - 1)))) ++times;
    }
    EXPECT_EQ(visit->times, times);
    const bool was_further = std::any_of(held.begin(), first, is_later);
    EXPECT_EQ(visit->was_further, was_further);
    const auto next = std::find_if(first, held.end(), is_later);
    const bool has_gone_on = next != held.end() || told.outcome == Outcome::won;
    EXPECT_EQ(fate_of(told, *visit) == Fate::went_on, has_gone_on || was_further);
    if (!was_further && has_gone_on && is_known(*first)) {
      const bool is_dated = next == held.end() || is_known(*next);
      const auto day = next == held.end() ? one.record.close_on : next->day;
      const auto duration = until_next(told, *visit, as_of);
      ASSERT_EQ(duration.has_value(), is_dated);
      if (is_dated) {
        EXPECT_EQ(duration->days, std::max(0, day - first->day));
      }
    }
    const auto left = std::find_if_not(first, held.end(), is_it);
    if (!is_known(*first)) continue;
    const auto stay = until_left(told, *visit, as_of);
    if (left != held.end()) {
      ASSERT_EQ(stay.has_value(), is_known(*left));
      if (stay) {
        EXPECT_EQ(stay->days, left->day - first->day);
      }
    } else {
      ASSERT_TRUE(stay.has_value());
      EXPECT_EQ(stay->days, (is_closed ? one.record.close_on : as_of) - first->day);
      EXPECT_EQ(stay->cause, is_closed ? 1 : 0);
    }
  }
}

RC_GTEST_PROP(Trace, IsWhatTheDefinitionsSay, (unsigned seed)) {
  std::mt19937 random(seed);
  auto columns = empty_columns();
  std::vector<Drawn> all;
  for (int i = 0; i < 40; ++i) {
    all.push_back(drawn(random));
    add(columns, all.back().record, all.back().changes);
  }
  add(columns, begun(0), {{1, odd}});  // so that it is no name in which only closed ones stand
  note_names(columns);
  const auto stages = agreed(columns);
  const std::int32_t as_of = 30 + static_cast<std::int32_t>(random() % 60);
  Tracer tracer(columns, stages, Day{as_of});
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].record.created_on <= as_of && !all[i].changes.empty() && all[i].changes.front().day <= as_of)
      expect_as_defined(all[i], tracer.of(i), stages, as_of);
  }
  RC_ASSERT(!testing::Test::HasFailure());
}

RC_GTEST_PROP(Curve, HasTheTableOfItsDurations, (std::vector<std::pair<std::uint8_t, std::uint8_t>> drawn)) {
  Curve curve;
  std::vector<std::int64_t> ticks;
  std::vector<std::uint8_t> causes;
  for (const auto& [days, cause] : drawn) {
    curve.add({days, static_cast<std::uint8_t>(cause % 3)});
    ticks.push_back(days);
    causes.push_back(cause % 3);
  }
  const auto ours = curve.table(2);
  const auto theirs = kernels::risk_table({ticks, causes}, {.causes = 2});
  RC_ASSERT(ours.reason == theirs.reason);
  RC_ASSERT(ours.tick == theirs.tick);
  RC_ASSERT(ours.at_risk == theirs.at_risk);
  RC_ASSERT(ours.left == theirs.left);
  RC_ASSERT(ours.left_by == theirs.left_by);
  RC_ASSERT(ours.last_seen == theirs.last_seen);
  RC_ASSERT(ours.subjects == theirs.subjects);
  RC_ASSERT(ours.departures == theirs.departures);
  RC_ASSERT(ours.known_to == theirs.known_to);
}

TEST(Days, AreThoseOfTheCompanysClock) {
  Days days("America/New_York");
  const auto of = [&](const char* at) { return days.of(*parse_instant(at), Precision::moment); };
  EXPECT_EQ(of("2026-03-08T04:30:00Z"), parse_day("2026-03-07")->number);
  EXPECT_EQ(of("2026-03-08T05:00:00Z"), parse_day("2026-03-08")->number);
  EXPECT_EQ(of("2026-03-09T03:59:59Z"), parse_day("2026-03-08")->number) << "the day of the change of clocks";
  EXPECT_EQ(of("2026-03-09T04:00:00Z"), parse_day("2026-03-09")->number);
  EXPECT_EQ(of("2019-07-01T03:00:00Z"), parse_day("2019-06-30")->number) << "years before";
  EXPECT_EQ(days.of(*parse_instant("2026-03-08T00:00:00Z"), Precision::day), parse_day("2026-03-08")->number);
  Days ahead("Pacific/Kiritimati");
  EXPECT_EQ(ahead.of(*parse_instant("2026-03-08T10:00:00Z"), Precision::moment),
            parse_day("2026-03-09")->number);
}

/// formula_golden/expected/velocity.csv.
TEST(Velocity, IsOpportunitiesTimesWinRateTimesValueByDays) {
  EXPECT_NEAR(velocity_a_day(100, 0.25, 20'000, 50), 10'000, 1e-9);
  EXPECT_NEAR(velocity_a_day(37, 0.41, 8'123.5, 63), 1'956.08722222, 1e-8);
  EXPECT_EQ(velocity_a_day(0, 0.3, 1'000, 30), 0);
}

}  // namespace
}  // namespace accord::conversion
