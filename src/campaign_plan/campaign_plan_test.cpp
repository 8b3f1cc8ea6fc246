// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/campaign_plan.hpp"

#include <gtest/gtest.h>

#include <random>

#include "campaign_plan/calendar.hpp"
#include "campaign_plan/plan_agreement.hpp"

namespace accord::campaign_plan {
namespace {

constexpr Currency dollars{{'U', 'S', 'D'}};
const Day january = *parse_day("2026-01-01");

Money in_dollars(std::int64_t amount) { return {amount * 100, dollars}; }

CampaignPlan a_plan() {
  CampaignPlan plan;
  plan.starts_on = january;
  plan.ends_on = add_months(january, 3) - 1;
  plan.budget = in_dollars(10);
  plan.campaigns = {PlannedCampaign{.name = "Show", .campaign = {1}, .planned = in_dollars(10)}};
  return plan;
}

/// The number a campaign's budget is shared into by parts of its days: no part is lost but by rounding.
TEST(CampaignPlanTest, SharesOfABudgetOverItsQuartersComeToIt) {
  std::mt19937 dice(7);  // NOLINT(cert-msc51-cpp): the same runs each time
  for (int round = 0; round < 500; ++round) {
    campaign::CampaignRow row;
    row.starts_on = january + static_cast<int>(dice() % 400);
    row.ends_on = *row.starts_on + static_cast<int>(dice() % 500);
    row.budget = Money{static_cast<std::int64_t>(dice() % 10'000'000), dollars};
    std::int64_t sum = 0, parts = 0;
    for (Day from = first_of_quarter(*row.starts_on); from <= *row.ends_on; from = add_months(from, 3)) {
      const auto planned = as_planned(row, from, add_months(from, 3) - 1, dollars);
      EXPECT_GE(*planned.starts_on, from);
      EXPECT_LE(*planned.ends_on, add_months(from, 3) - 1);
      sum += planned.planned.minor;
      ++parts;
    }
    EXPECT_LE(std::abs(sum - row.budget->minor), parts);
  }
}

/// Whatever the amounts, the plan is whole exactly where they add up to its budget.
TEST(CampaignPlanTest, IsWholeExactlyWhereItsCampaignsAddUp) {
  std::mt19937 dice(11);  // NOLINT(cert-msc51-cpp): the same runs each time
  for (int round = 0; round < 300; ++round) {
    auto plan = a_plan();
    plan.campaigns.clear();
    std::int64_t sum = 0;
    const auto count = 1 + dice() % 6;
    for (std::size_t i = 0; i < count; ++i) {
      const auto amount = static_cast<std::int64_t>(dice() % 100);
      sum += amount;
      plan.campaigns.push_back(PlannedCampaign{.name = "Campaign " + std::to_string(i),
                                               .campaign = {static_cast<std::int64_t>(i) + 1},
                                               .planned = in_dollars(amount)});
    }
    const auto off = static_cast<std::int64_t>(dice() % 3) - 1;
    plan.budget = in_dollars(std::max<std::int64_t>(0, sum + off));
    EXPECT_EQ(problems_of(plan, dollars).empty(), plan.budget == in_dollars(sum));
  }
}

TEST(CampaignPlanTest, ItsDaysAreOfThePlanAndItsMonthsComeToTheWhole) {
  auto plan = a_plan();
  EXPECT_TRUE(problems_of(plan, dollars).empty());
  plan.campaigns[0].starts_on = january - 1;
  EXPECT_EQ(problems_of(plan, dollars).at(0).field, "campaigns[0].starts_on");
  plan = a_plan();
  plan.campaigns[0].months = {{january, in_dollars(4)}, {add_months(january, 1), in_dollars(6)}};
  EXPECT_TRUE(problems_of(plan, dollars).empty());
  plan.campaigns[0].months[1].planned = in_dollars(7);
  EXPECT_EQ(problems_of(plan, dollars).at(0).field, "campaigns[0].months");
  plan = a_plan();
  plan.ends_on = january + 366;
  EXPECT_EQ(problems_of(plan, dollars).at(0).field, "ends_on");
}

/// A promise is kept by as many as were agreed, of the kind agreed, from the first day to the day judged.
TEST(CampaignPlanTest, PromisesAreKeptBySoMany) {
  using touchpoint::TouchKind;
  const SalesTask task{.name = "Call", .due_on = january + 10, .kind = TouchKind::call, .at_least = 2};
  std::vector<FollowUp> done;
  for (int day = 0; day < 30; ++day)
    done.push_back({january + day, day % 5 == 0 ? TouchKind::call : TouchKind::visit});
  const auto early = progress_of(task, done, january + 1, january + 9);
  EXPECT_EQ(early.seen, 1);
  EXPECT_FALSE(early.done_on);
  EXPECT_FALSE(early.is_overdue);
  const auto late = progress_of(task, {}, january, january + 11);
  EXPECT_TRUE(late.is_overdue);
  const auto whole = progress_of(task, done, january + 1, january + 29);
  EXPECT_EQ(whole.done_on, january + 10);
  EXPECT_FALSE(whole.is_overdue);
  EXPECT_FALSE(progress_of(task, {}, january, january + 10).is_overdue) << "the day itself is still in time";
}

TEST(CampaignPlanTest, QuartersAndYearsAreReadAsTheyAreWritten) {
  for (int month = 0; month < 48; ++month) {
    const Day day = add_months(january, month) + 13;
    const auto span = span_in(quarter_of(day));
    EXPECT_LE(span.from, day);
    EXPECT_GE(span.until, day);
    EXPECT_EQ(quarter_of(span.from), quarter_of(span.until));
  }
  EXPECT_EQ(span_in("2026").until, *parse_day("2026-12-31"));
  for (const auto* wrong : {"", "2026-Q5", "2026-Q0", "Q1-2026", "20x6", "2026-q1"})
    EXPECT_THROW(span_in(wrong), ShapeError) << wrong;
}

TEST(CampaignPlanTest, WhereACampaignStandsIsSaidInWords) {
  const Day today = january + 40;
  EXPECT_EQ(status_of(std::nullopt, std::nullopt, today), "Its first day is not known");
  EXPECT_EQ(status_of(today + 1, std::nullopt, today), "Starts on 11 February 2026");
  EXPECT_EQ(status_of(january, std::nullopt, today), "Running since 1 January 2026");
  EXPECT_EQ(status_of(january, today, today), "Running until 10 February 2026");
  EXPECT_EQ(status_of(january, today - 1, today), "Over since 9 February 2026");
}

}  // namespace
}  // namespace accord::campaign_plan
