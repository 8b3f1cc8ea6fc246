// SPDX-License-Identifier: Apache-2.0
#include "claim/bridge.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace accord::claim {
namespace {

const Day first{100}, last{199};
const BridgeScope scope{first, last, {}};

Counted lead(const std::string& identity, std::int64_t opportunity = 1) {
  return {.opportunity = opportunity, .identity = identity, .label = {}, .on = first + 5};
}

std::int64_t rows(const Bridge& bridge, Cause cause) {
  for (const auto& step : bridge.steps) {
    if (step.cause == cause) return static_cast<std::int64_t>(step.rows.size());
  }
  return 0;
}

std::int64_t change(const Bridge& bridge, Cause cause) {
  for (const auto& step : bridge.steps) {
    if (step.cause == cause) return step.change;
  }
  return 0;
}

TEST(BridgeTest, EachRowIsPutDownToItsFirstCause) {
  std::vector<Counted> passed{lead("worked"), lead("worked"), lead("late"), lead("other"), lead("lost"),
                              lead("no"),     lead("bare"),   lead("cold"), lead("thin")};
  passed[2].on = last + 1;
  passed[3].territory = 9;
  passed[4].opportunity = 0;
  passed[5].is_contacted = passed[6].is_contacted = passed[7].is_contacted = false;
  passed[5].is_rejected = passed[6].is_rejected = passed[5].has_reason = true;
  const std::vector<Counted> worked{lead("worked"), lead("own")};
  BridgeScope here = scope;
  here.holds_territory = [](std::int64_t territory) { return territory != 9; };
  const auto found = bridge({9, passed}, {2, worked}, here);
  for (const auto cause : {Cause::duplicate, Cause::outside_period, Cause::other_territory,
                           Cause::never_received, Cause::rejected_with_reason, Cause::rejected_without_reason,
                           Cause::never_contacted, Cause::other_definition, Cause::only_there})
    EXPECT_EQ(rows(found, cause), 1) << name_of(cause);
  EXPECT_EQ(found.in_both, 1);
  EXPECT_EQ(rows(found, Cause::not_explained), 0);
}

TEST(BridgeTest, ANumberAndItsListMayDiffer) {
  const std::vector<Counted> rows_of_both{lead("a"), lead("b")};
  const auto found = bridge({10, rows_of_both}, {2, rows_of_both}, scope);
  EXPECT_EQ(change(found, Cause::not_explained), -8);
  EXPECT_EQ(found.steps.size(), 1U);
}

TEST(BridgeTest, WithoutTheFirstListOneStepLeadsFromNumberToNumber) {
  const auto found = bridge_of_numbers(412, 97);
  ASSERT_EQ(found.steps.size(), 1U);
  EXPECT_EQ(found.steps[0].cause, Cause::no_list);
  EXPECT_EQ(found.start + found.steps[0].change, found.end);
  EXPECT_TRUE(bridge_of_numbers(97, 97).steps.empty());
}

TEST(BridgeTest, WhatBothCountForDifferentAmountsIsOneStep) {
  std::vector<Counted> ours{lead("a"), lead("b")}, theirs = ours;
  ours[0].size = 500;
  theirs[0].size = 450;
  const auto found = bridge({501, ours}, {451, theirs}, scope);
  EXPECT_EQ(change(found, Cause::other_amount), -50);
  EXPECT_EQ(found.in_both, 2);
}

TEST(BridgeTest, WhatHasNoRateIsAStepOfItsOwn) {
  std::vector<Counted> ours{lead("a"), lead("b"), lead("c")}, theirs{lead("a"), lead("b"), lead("d")};
  for (auto* row : {&ours[0], &theirs[1], &ours[2], &theirs[2]}) row->has_rate = false;
  for (auto* list : {&ours, &theirs}) {
    for (auto& row : *list) row.size = row.has_rate ? 500 : 0;
  }
  const auto found = bridge({500, ours}, {500, theirs}, scope);
  EXPECT_EQ(rows(found, Cause::without_rate), 3);
  EXPECT_EQ(change(found, Cause::without_rate), 0) << "500 of a come, 500 of b go";
  EXPECT_EQ(rows(found, Cause::without_rate_there), 1);
  EXPECT_EQ(found.steps.size(), 2U);
}

TEST(BridgeTest, WhatRatesOfOtherDaysMakeIsNotUnexplained) {
  std::vector<Counted> ours{lead("a")}, theirs = ours;
  ours[0].size = theirs[0].size = 112'006;
  const auto found = bridge({115'006, ours, 3'000}, {112'000, theirs, -6}, scope);
  EXPECT_EQ(change(found, Cause::other_rates), -3'006);
  EXPECT_EQ(found.steps.size(), 1U);
}

TEST(BridgeTest, EqualListsNeedNoBridge) {
  const std::vector<Counted> same{lead("a"), lead("b")};
  EXPECT_TRUE(bridge({2, same}, {2, same}, scope).steps.empty());
  EXPECT_TRUE(bridge({0, {}}, {0, {}}, scope).steps.empty());
}

std::vector<Counted> arbitrary_list() {
  std::vector<Counted> list(*rc::gen::inRange<std::size_t>(0, 30));
  for (auto& row : list) {
    row.identity = std::to_string(*rc::gen::inRange(0, 12));
    row.opportunity = *rc::gen::inRange(0, 3);
    row.has_rate = *rc::gen::arbitrary<bool>();
    row.size = row.has_rate ? *rc::gen::inRange(-50, 1'000) : 0;
    row.on = *rc::gen::element(first, last, last + 1, first - 1);
    row.territory = *rc::gen::inRange(0, 3);
    row.is_contacted = *rc::gen::arbitrary<bool>();
    row.is_rejected = *rc::gen::arbitrary<bool>();
    row.has_reason = *rc::gen::arbitrary<bool>();
  }
  return list;
}

RC_GTEST_PROP(BridgeProperty, TheStepsLeadFromOneNumberToTheOtherExactly, ()) {
  const auto ours = arbitrary_list(), theirs = arbitrary_list();
  BridgeScope here = scope;
  here.holds_territory = [](std::int64_t territory) { return territory != 2; };
  const std::int64_t from = *rc::gen::inRange(-100, 5'000), to = *rc::gen::inRange(-100, 5'000);
  const std::int64_t ours_by_rates = *rc::gen::inRange(-90, 90), by_rates = *rc::gen::inRange(-90, 90);
  const auto found = bridge({from, ours, ours_by_rates}, {to, theirs, by_rates}, here);
  std::int64_t at = found.start;
  for (const auto& step : found.steps) at += step.change;
  RC_ASSERT(found.start == from);
  RC_ASSERT(found.end == to);
  RC_ASSERT(at == to);
}

RC_GTEST_PROP(BridgeProperty, NoRowStandsBehindTwoSteps, ()) {
  const auto ours = arbitrary_list(), theirs = arbitrary_list();
  const auto found = bridge({0, ours}, {0, theirs}, scope);
  std::set<std::pair<bool, std::size_t>> seen;
  for (const auto& step : found.steps) {
    for (const auto row : step.rows) RC_ASSERT(seen.insert({is_of_second(step.cause), row}).second);
  }
}

}  // namespace
}  // namespace accord::claim
