// SPDX-License-Identifier: Apache-2.0
#include "claim/counting.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "claim/counting_trial.hpp"
#include "tests/world.hpp"

namespace accord::claim {
namespace {

const Day monday = *parse_day("2026-03-02");

funnel::Handover passed_on(Instant at, fact::Precision precision) {
  funnel::Handover handover;
  handover.at = at;
  handover.precision = precision;
  return handover;
}

TEST(CountingTest, HoursAreSaidAsFinelyAsTheyAreAgreed) {
  EXPECT_EQ(hours_in_words(8), "8 business hours");
  EXPECT_EQ(hours_in_words(1), "1 business hour");
  EXPECT_EQ(hours_in_words(0.5), "0.5 business hours");
}

TEST(CountingTest, TheTemplateCanBeSignedAndAnEmptyDefinitionCannot) {
  tests::World world{tests::Start::small};
  world.database().read(Actor{}, [](const Read& read) {
    EXPECT_TRUE(counting_kind.check(read, counting_kind.templates(read).at(0).body).empty());
    Counting counting = usual_counting();
    counting.lead_definition = " ";
    counting.first_contact_hours = -1;
    EXPECT_EQ(counting_kind.check(read, {json::serialize(to_json(counting))}).size(), 2U);
    return 0;
  });
}

TEST(CountingTest, TheClockOfWhatIsKnownByTheDayStartsWithTheNext) {
  tests::World world{tests::Start::small};
  world.database().read(Actor{}, [](const Read& read) {
    const CountingBook book(read, monday + 1);
    const auto by_day = passed_on(start_of(monday), fact::Precision::day);
    EXPECT_LE(book.hours_waited(by_day), 8);
    const CountingBook later(read, monday + 4);
    EXPECT_GT(later.hours_waited(by_day), 16);
    EXPECT_GT(later.late_since(by_day, 8), monday + 1);
    auto contacted = by_day;
    contacted.first_contact = start_of(monday);
    EXPECT_EQ(later.hours_waited(contacted), 0);
    return 0;
  });
}

TEST(CountingTest, NothingBindsWhereNobodyHasProposed) {
  tests::World world{tests::Start::small};
  world.database().read(Actor{}, [](const Read& read) {
    EXPECT_FALSE(CountingBook(read, monday).of(0).counting);
    return 0;
  });
}

TEST(CountingTest, WhatNoRecordHoldsIsNotJudged) {
  tests::World world{tests::Start::small};
  world.database().read(Actor{}, [](const Read& read) {
    const auto body = counting_kind.templates(read).at(0).body;
    const auto findings = would_have_found(read, body, std::nullopt, monday - 90, monday);
    EXPECT_EQ(findings.size(), 3U);
    for (const auto& one : findings) {
      EXPECT_EQ(one.count, 0) << one.clause;
      EXPECT_EQ(one.is_judged, one.clause != "first_contact_hours") << one.clause;
    }
    return 0;
  });
}

}  // namespace
}  // namespace accord::claim
