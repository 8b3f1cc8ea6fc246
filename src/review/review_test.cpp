// SPDX-License-Identifier: Apache-2.0
#include "review/review.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/subjects.hpp"
#include "review/review_store.hpp"
#include "tests/world.hpp"

namespace accord::review {
namespace {

const Currency usd = *parse_currency("USD");

/// The tables as they were before the totals of closed reviews were kept.
std::vector<Schema> schemas_before_totals() {
  auto schemas = app::schemas();
  auto& review = *std::ranges::find(schemas, "review", &Schema::subject);
  std::erase_if(review.tables, [](const Table& table) {
    return table.info().name == "review_agenda" || table.info().name == "review_bridge";
  });
  review.migrations.clear();
  return schemas;
}

/// A review as such a file holds it: closed, with one frozen gap.
void hold_one(Write& write) {
  people::Company company;
  company.name = "Kestrel Instruments";
  company.currency = "USD";
  company.time_zone = "UTC";
  people::found(write, company);
  people::Person maria;
  maria.name = "Maria Keller";
  maria.role = Role::sales_manager;
  const auto id = people::add(write, maria);
  Review review{{}, *parse_day("2026-03-02"), id, write.now(), write.now(), 1};
  write.insert(review);
  gap::Gap gap;
  gap.code = "stage_overdue";
  gap.about = "Proposal";
  gap.sentence = "3 opportunities stand in “Proposal” past the agreed 15 business days";
  gap.stake_kind = gap::StakeKind::expected_margin;
  gap.stake.name = "Expected margin";
  gap.stake.money = Money{123'456, usd};
  gap.stake.inputs.push_back({"opportunities", 3, {}, FigureUnit::count, "/opportunities?outcome=open"});
  FrozenGap frozen{{}, review.id, 1, gap.code, gap.about, {json::serialize(to_json(gap))}};
  write.append(frozen);
}

TEST(ReviewTest, OneThatWasClosedBeforeTotalsWereKeptStillOpens) {
  const tests::TemporaryFolder folder;
  const SetClock clock(tests::beginning());
  {
    Database before(folder.file("t.db"), schemas_before_totals(), clock);
    before.write(Actor{}, "Hold a review.", hold_one);
  }
  Database after(folder.file("t.db"), app::schemas(), clock);
  after.read(Actor{}, [](const Read& read) {
    const auto review = *read.find(Id<Review>{1});
    const auto view = minutes(read, review);
    EXPECT_TRUE(view.is_closed);
    EXPECT_TRUE(view.totals.empty());
    ASSERT_EQ(view.items.size(), 1U);
    EXPECT_EQ(view.items[0].stake.link, "/reviews/1/gaps/stage_overdue?about=Proposal");
    EXPECT_TRUE(view.items[0].stake.inputs.empty());
    const auto gap = gap_of(read, review, "stage_overdue", "Proposal");
    ASSERT_TRUE(gap.has_value());
    EXPECT_EQ(gap->stake.inputs.size(), 1U);
    EXPECT_FALSE(gap_of(read, review, "stage_overdue", "Engaging"));
  });
  after.write(Actor{}, "Keep totals.", [](Write& write) {
    auto agenda = frozen_agenda(write, *write.find(Id<Review>{1}));
    write.append(agenda);
  });
}

}  // namespace
}  // namespace accord::review
