// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_gaps.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "tests/signed_funnel.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

/// A firm that agreed on Inquiry (marketing's) and Demo (sales'), each to be worked every 40 business hours.
class StageUnworkedTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto stage = [](const char* name, Side side, Outcome outcome = Outcome::open) {
      FunnelStage one;
      one.name = one.definition = name;
      one.responsible = side;
      one.outcome = outcome;
      return one;
    };
    Funnel agreed;
    agreed.stages = {stage("Inquiry", Side::marketing), stage("Demo", Side::sales),
                     stage("Won", Side::none, Outcome::won), stage("Lost", Side::none, Outcome::lost)};
    write([&](Write& write) {
      tests::sign_funnel(write, Json{json::serialize(to_json(agreed))}, *parse_day("2025-01-01"));
    });
  }

  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Test.", act); }

  /// So many that came to a step long ago; the last thing that a side did about them is of a day.
  void stand(int count, std::optional<Side> worked_by = std::nullopt, const char* worked_on = "2026-02-26",
             const char* step = "Demo", fact::ActivityKind kind = fact::ActivityKind::call) {
    write([&](Write& write) {
      for (int i = 0; i < count; ++i) {
        Opportunity one;
        one.name = "Journey";
        one.stage = step;
        one.value = Money{100'000, *parse_currency("USD")};
        write.insert(one);
        fact::StageChange change;
        change.opportunity = one.id;
        change.stage = step;
        change.at = start_of(*parse_day("2025-12-01"));
        write.append(change);
        if (!worked_by) continue;
        fact::Activity activity;
        activity.opportunity = one.id;
        activity.side = *worked_by;
        activity.kind = kind;
        activity.at = start_of(*parse_day(worked_on));
        write.append(activity);
      }
    });
  }
  std::vector<gap::Found> found(const gap::Finder& finder = stage_unworked) {
    return world.database().read(
        Actor{}, [&](const Read& read) { return finder.find(read, *parse_day("2026-03-02")); });
  }

  tests::World world{tests::Start::small};
};

TEST_F(StageUnworkedTest, FindsTheStepThatNeitherSideWorks) {
  stand(6);
  stand(2, Side::sales);
  stand(2, Side::marketing);
  const auto gaps = found();
  ASSERT_EQ(gaps.size(), 1U);
  const auto& gap = gaps[0].gap;
  EXPECT_EQ(gap.about, "Demo");
  EXPECT_EQ(gap.count, 6);
  EXPECT_EQ(gap.mover, gap::Mover::both);
  EXPECT_EQ(gap.sentence,
            "Neither side works “Demo”: 6 of the 10 that stand there have had no activity of sales or of "
            "marketing for more than 5 business days");
  // What marketing does about a step of sales' does not make it worked by sales.
  const auto of_sales = found(opportunity_unworked);
  ASSERT_EQ(of_sales.size(), 1U);
  EXPECT_EQ(of_sales[0].gap.count, 8);
  EXPECT_EQ(of_sales[0].gap.mover, gap::Mover::sales);
}

TEST_F(StageUnworkedTest, IsSilentWhereHalfOfThemAreWorkedByEither) {
  stand(5);
  stand(5, Side::marketing);
  EXPECT_TRUE(found().empty());
  stand(1);
  EXPECT_EQ(found().size(), 1U) << "6 of 11 are more than half";
}

TEST_F(StageUnworkedTest, IsSilentWhereFewerThanTenStandThere) {
  stand(8);
  stand(1, Side::sales);
  EXPECT_TRUE(found().empty());
}

TEST_F(StageUnworkedTest, CountsWorkOnlyWhileItIsFresh) {
  stand(4);
  stand(6, Side::sales, "2026-01-05");
  const auto gaps = found();
  ASSERT_EQ(gaps.size(), 1U);
  EXPECT_EQ(gaps[0].gap.count, 10);
}

TEST_F(StageUnworkedTest, FindsWhatTheWrongSideWorks) {
  stand(3);
  stand(2, Side::marketing);
  stand(2, Side::sales);
  const auto gaps = found(step_wrong_side);
  ASSERT_EQ(gaps.size(), 1U);
  const auto& gap = gaps[0].gap;
  EXPECT_EQ(gap.about, "Demo");
  EXPECT_EQ(gap.count, 2);
  EXPECT_EQ(gap.mover, gap::Mover::sales);
  EXPECT_EQ(gap.sentence,
            "Marketing speaks with 2 opportunities in “Demo”, about which sales, whose step it is, has done "
            "nothing for more than 5 business days");
}

/// A step of marketing's that sales works, and no handoff is about it; a note is no contact.
TEST_F(StageUnworkedTest, FindsWhatSalesWorksInAStepOfMarketings) {
  stand(1, Side::sales, "2026-02-27", "Inquiry");
  stand(1, Side::sales, "2026-02-27", "Inquiry", fact::ActivityKind::note);
  const auto gaps = found(step_wrong_side);
  ASSERT_EQ(gaps.size(), 1U);
  EXPECT_EQ(gaps[0].gap.count, 1);
  EXPECT_EQ(gaps[0].gap.mover, gap::Mover::marketing);
  EXPECT_EQ(gaps[0].gap.remedy,
            "Make it official: move them to a step of sales’, or hand them over; else marketing goes on with "
            "them.");
}

/// What the other side did before it came to the step, or before its own side went on, was its business.
TEST_F(StageUnworkedTest, CountsNoContactOfBefore) {
  stand(2, Side::marketing, "2025-11-20");
  stand(2, Side::marketing, "2025-12-01");
  EXPECT_TRUE(found(step_wrong_side).empty());
}

/// Without any activity on record nobody can be said to have done nothing.
TEST_F(StageUnworkedTest, IsBlindWithoutActivities) {
  stand(20);
  EXPECT_TRUE(found().empty());
}

}  // namespace
}  // namespace accord::funnel
