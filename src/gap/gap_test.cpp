// SPDX-License-Identifier: Apache-2.0
#include "gap/gap.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace accord::gap {
namespace {

const Currency usd = *parse_currency("USD");

Found found_with(std::vector<StakePart> parts) {
  Found found;
  found.gap.stake_kind = StakeKind::expected_margin;
  std::int64_t sum = 0;
  for (const auto& part : parts) sum += part.minor;
  found.gap.stake.money = Money{sum, usd};
  found.parts = std::move(parts);
  return found;
}

TEST(GapTest, OneOrderIsNeverCountedInTwoGapsTotal) {
  const std::vector<Found> found{found_with({{"opportunity", 1, 100}, {"opportunity", 2, 50}}),
                                 found_with({{"opportunity", 2, 70}, {"opportunity", 3, 5}})};
  EXPECT_EQ(total(found, StakeKind::expected_margin), (Money{175, usd}));
  EXPECT_FALSE(total(found, StakeKind::cash_spent));
}

TEST(GapTest, AgendasShowWholeUnitsOfMoneyRoundedHalfAway) {
  EXPECT_EQ(in_words(rounded(Money{149, usd})), "$1");
  EXPECT_EQ(in_words(rounded(Money{150, usd})), "$2");
  EXPECT_EQ(in_words(rounded(Money{-150, usd})), "−$2");
  EXPECT_EQ(in_words(rounded(Money{1'500, *parse_currency("JPY")})), "¥1,500");
  EXPECT_EQ(in_words(rounded(Money{1'500, *parse_currency("KWD")})), "KWD 2");
}

TEST(GapTest, AGapHasAnAddressOfItsOwn) {
  const Day day = *parse_day("2026-11-16");
  EXPECT_EQ(page_of("stage_without_evidence", "Proposal/close_date", day),
            "/gaps/stage_without_evidence?about=Proposal%2Fclose_date&as_of=2026-11-16");
  EXPECT_EQ(page_of("stage_overdue", "Sent & gone", day, "/opportunities"),
            "/gaps/stage_overdue/opportunities?about=Sent%20%26%20gone&as_of=2026-11-16");
}

RC_GTEST_PROP(GapProperty, TheTotalLiesBetweenTheLargestGapAndTheSum, ()) {
  std::vector<Found> all;
  std::int64_t largest = 0, sum = 0;
  for (int i = 0; i < 4; ++i) {
    std::vector<StakePart> parts;
    for (int of = 0; of < 6; ++of) {
      if (*rc::gen::arbitrary<bool>()) parts.push_back({"opportunity", of, *rc::gen::inRange(0, 1000)});
    }
    if (parts.empty()) continue;
    all.push_back(found_with(parts));
    largest = std::max(largest, all.back().gap.stake.money->minor);
    sum += all.back().gap.stake.money->minor;
  }
  const auto money = total(all, StakeKind::expected_margin);
  RC_ASSERT(money.has_value() == !all.empty());
  if (money) RC_ASSERT(money->minor >= largest && money->minor <= sum);
}

}  // namespace
}  // namespace accord::gap
