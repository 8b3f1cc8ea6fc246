// SPDX-License-Identifier: Apache-2.0
#include "kernels/credit_totals.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/check.hpp"
#include "kernels/exact_shares.hpp"
#include "tests/arbitrary_touch_log.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_keys;
using tests::arbitrary_touch_log;
using tests::TouchLog;

constexpr std::array every_model{
    Model{Heuristic::first_touch},    Model{Heuristic::last_touch}, Model{Heuristic::last_non_direct},
    Model{Heuristic::linear},         Model{Heuristic::w_shaped},   Model{Heuristic::time_decay, 9},
    Model{Heuristic::position_based},
};
constexpr std::size_t linear = 3;

CreditTotals totals_of(const TouchLog& log, std::size_t keys = arbitrary_keys,
                       std::int64_t lookback_ms = 20) {
  return credit_totals(log.timelines(), {every_model, {lookback_ms}, keys});
}

std::int64_t minor_of(const CreditTotals& totals, std::size_t model) {
  std::int64_t sum = 0;
  for (std::size_t key = 0; key <= totals.keys(); ++key) sum += *totals.of(model, key).minor;
  return sum;
}

double conversions_of(const CreditTotals& totals, std::size_t model) {
  double sum = 0;
  for (std::size_t key = 0; key <= totals.keys(); ++key) sum += totals.of(model, key).conversions;
  return sum;
}

TEST(CreditTotalsTest, AddUpJourneysByKeyAndModel) {
  TouchLog log;
  log.touch(0, 0);
  log.touch(1, 1);
  log.touch(2, 0);
  log.convert(2, 100);
  log.touch(3, 1);
  log.convert(4, 50);
  log.end_account();
  log.convert(1, 7);
  log.end_account();
  log.touch(1, 1);
  log.end_account();
  const auto totals = totals_of(log);
  // Linear: 100 by thirds is 34, 33, 33; the second journey is key 1's alone.
  EXPECT_EQ(totals.of(linear, 0).minor, 67);
  EXPECT_EQ(totals.of(linear, 1).minor, 83);
  EXPECT_DOUBLE_EQ(totals.of(linear, 0).conversions, 2.0 / 3);
  EXPECT_DOUBLE_EQ(totals.of(linear, 1).conversions, 4.0 / 3);
  EXPECT_NEAR(totals.of(linear, 0).unrounded_minor, 200.0 / 3, 1e-8);
  EXPECT_EQ(totals.of(0, 0).minor, 100);
  EXPECT_EQ(totals.of(0, 1).conversions, 1);
  EXPECT_EQ(totals.attributed().minor, 150);
  EXPECT_EQ(totals.attributed().conversions, 2);
  EXPECT_EQ(totals.unattributed().minor, 7);
  EXPECT_EQ(totals.unattributed().conversions, 1);
}

TEST(CreditTotalsTest, CreditWithoutAKnownKeyHasAPlaceOfItsOwn) {
  TouchLog log;
  log.touch(0, 4'000'000'000);
  log.touch(0, 1);
  log.convert(0, 10);
  log.end_account();
  const auto totals = totals_of(log, 1);
  EXPECT_EQ(totals.of(linear, 0).minor, 0);
  EXPECT_EQ(totals.of(linear, totals.no_key()).minor, 10);
}

TEST(CreditTotalsTest, WithoutConversionsNothingIsEarned) {
  TouchLog log;
  for (int i = 0; i < 50; ++i) log.touch(i, 0);
  log.end_account();
  EXPECT_EQ(totals_of(log), CreditTotals(every_model.size(), arbitrary_keys));
  EXPECT_EQ(totals_of(TouchLog{}), CreditTotals(every_model.size(), arbitrary_keys));
  EXPECT_EQ(credit_totals({}, {}, 3), CreditTotals(0, 0));
}

TEST(CreditTotalsTest, SumsThat64BitsDoNotHoldAreNotKnownInsteadOfWrong) {
  TouchLog log;
  const auto most = std::numeric_limits<std::int64_t>::max();
  for (int account = 0; account < 2; ++account) {
    log.touch(0, 0);
    log.touch(0, 1);
    log.convert(0, most);
    log.end_account();
  }
  auto totals = totals_of(log);
  EXPECT_EQ(totals.of(0, 0).minor, std::nullopt);
  EXPECT_EQ(totals.of(0, 0).unrounded_minor, std::ldexp(1.0, 64));
  EXPECT_EQ(totals.of(linear, 0).minor, std::nullopt);
  EXPECT_EQ(totals.of(linear, 1).minor, most - 1);
  add_credits(log.timelines(), {0, 1}, {every_model, {}, arbitrary_keys}, totals);
  totals -= totals_of(log);
  EXPECT_EQ(totals.of(0, 0).minor, most);
}

TEST(CreditTotalsTest, AThousandChannelsShareOneLongJourney) {
  TouchLog log;
  for (std::uint32_t i = 0; i < 10'000; ++i) log.touch(i, i % 1'000);
  log.convert(10'000, 123'457);
  log.end_account();
  const auto totals = totals_of(log, 1'000, 100'000);
  for (std::size_t model = 0; model < every_model.size(); ++model) {
    EXPECT_EQ(minor_of(totals, model), 123'457);
    EXPECT_NEAR(conversions_of(totals, model), 1, 1e-12);
  }
  EXPECT_NEAR(totals.of(linear, 999).conversions, 0.001, 1e-15);
}

TEST(CreditTotalsTest, OnlyTotalsOfTheSameShapeAreAdded) {
  CreditTotals totals(1, 2);
  EXPECT_THROW(totals += CreditTotals(2, 2), Bug);
  EXPECT_THROW(totals -= CreditTotals(1, 3), Bug);
  EXPECT_THROW(totals.of(1, 0), Bug);
  EXPECT_THROW(add_credits({}, {0, 0}, {every_model, {}, 2}, totals), Bug);
}

/// Of one conversion at a time, without totals: what every figure can be followed down to.
RC_GTEST_PROP(CreditTotalsProperty, AreTheSumsOfWhatEachConversionIsShownToBe, ()) {
  const auto log = arbitrary_touch_log();
  const auto timelines = log.timelines();
  const auto model = *rc::gen::inRange<std::size_t>(0, every_model.size());
  std::array<std::int64_t, arbitrary_keys> minor{};
  std::array<long double, arbitrary_keys> conversions{}, unrounded{};
  for (JourneyCursor cursor(timelines, {20}, all_of(timelines)); cursor.next();) {
    const auto& journey = cursor.journey();
    if (!journey.has_converted() || !journey.has_touches()) continue;
    std::vector<double> shares(journey.touches);
    credit_shares(every_model[model], touches_of(timelines, journey), shares);
    const auto amount = timelines.conversion_minor[journey.conversion];
    const auto parts = share_exactly(amount, shares);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const auto key = timelines.touch_key[journey.first_touch + i];
      minor[key] += parts[i];
      conversions[key] += shares[i];
      unrounded[key] += static_cast<long double>(amount) * shares[i];
    }
  }
  const auto totals = totals_of(log);
  for (std::size_t key = 0; key < arbitrary_keys; ++key) {
    RC_ASSERT(totals.of(model, key).minor == minor[key]);
    RC_ASSERT(std::abs(totals.of(model, key).conversions - conversions[key]) < 1e-13L);
    RC_ASSERT(std::abs(totals.of(model, key).unrounded_minor - unrounded[key]) < 1e-7L);
  }
}

RC_GTEST_PROP(CreditTotalsProperty, AttributedAndUnattributedAreAllThereIs, ()) {
  const auto log = arbitrary_touch_log();
  const auto totals = totals_of(log);
  const auto bookings =
      std::accumulate(log.conversion_minor.begin(), log.conversion_minor.end(), std::int64_t{0});
  RC_ASSERT(*totals.attributed().minor + *totals.unattributed().minor == bookings);
  RC_ASSERT(totals.attributed().conversions + totals.unattributed().conversions ==
            static_cast<double>(log.conversion_ms.size()));
  for (std::size_t model = 0; model < every_model.size(); ++model) {
    RC_ASSERT(minor_of(totals, model) == *totals.attributed().minor);
    RC_ASSERT(std::abs(conversions_of(totals, model) - totals.attributed().conversions) < 1e-12);
    for (std::size_t key = 0; key < arbitrary_keys; ++key) RC_ASSERT(totals.of(model, key).conversions >= 0);
  }
}

RC_GTEST_PROP(CreditTotalsProperty, DoNotDependOnThreads, ()) {
  const auto log = arbitrary_touch_log();
  const CreditRequest request{every_model, {20}, arbitrary_keys};
  const auto threads = *rc::gen::inRange<std::size_t>(0, 6);
  RC_ASSERT(credit_totals(log.timelines(), request, threads) == totals_of(log));
}

void append_account(TouchLog& log, const Timelines& from, std::size_t account) {
  for (auto i = from.touches_from[account]; i < from.touches_from[account + 1]; ++i) {
    log.touch(from.touch_ms[i], from.touch_key[i], from.touch_marks[i]);
  }
  for (auto i = from.conversions_from[account]; i < from.conversions_from[account + 1]; ++i) {
    log.convert(from.conversion_ms[i], from.conversion_minor[i]);
  }
  log.end_account();
}

RC_GTEST_PROP(CreditTotalsProperty, DoNotDependOnTheOrderOfAccounts, ()) {
  const auto log = arbitrary_touch_log();
  TouchLog reversed;
  for (auto account = log.timelines().accounts(); account-- > 0;) {
    append_account(reversed, log.timelines(), account);
  }
  RC_ASSERT(totals_of(reversed) == totals_of(log));
}

RC_GTEST_PROP(CreditTotalsProperty, TwiceTheAccountsEarnTwice, ()) {
  const auto log = arbitrary_touch_log();
  TouchLog twice = log;
  for (std::size_t account = 0; account < log.timelines().accounts(); ++account) {
    append_account(twice, log.timelines(), account);
  }
  auto sum = totals_of(log);
  sum += totals_of(log);
  RC_ASSERT(totals_of(twice) == sum);
}

/// What makes it cheap to bring totals up to date: only the accounts that changed are worked out again.
RC_GTEST_PROP(CreditTotalsProperty, OfChangedAccountsAreReplacedWithoutATrace, ()) {
  const auto rest = arbitrary_touch_log(), before = arbitrary_touch_log(), now = arbitrary_touch_log();
  auto totals = totals_of(rest);
  totals += totals_of(before);
  totals -= totals_of(before);
  RC_ASSERT(totals == totals_of(rest));
  totals += totals_of(now);
  TouchLog all = rest;
  for (std::size_t account = 0; account < now.timelines().accounts(); ++account) {
    append_account(all, now.timelines(), account);
  }
  RC_ASSERT(totals == totals_of(all));
}

RC_GTEST_PROP(CreditTotalsProperty, MoneyPaidBackTakesAwayExactlyWhatItGave, ()) {
  const auto log = arbitrary_touch_log();
  TouchLog refunded = log;
  for (auto& minor : refunded.conversion_minor) minor = -minor;
  auto sum = totals_of(log);
  sum += totals_of(refunded);
  for (std::size_t model = 0; model < every_model.size(); ++model) {
    for (std::size_t key = 0; key <= arbitrary_keys; ++key) {
      RC_ASSERT(sum.of(model, key).minor == 0);
      RC_ASSERT(sum.of(model, key).unrounded_minor == 0);
    }
  }
}

/// Linear credit asks only which keys touched, not when: each touch doubled changes nothing.
RC_GTEST_PROP(CreditTotalsProperty, DoubledTouchesLeaveLinearCreditAsItWas, ()) {
  const auto log = arbitrary_touch_log();
  TouchLog doubled = log;
  doubled.touch_ms.clear(), doubled.touch_key.clear(), doubled.touch_marks.clear();
  for (std::size_t i = 0; i < 2 * log.touch_ms.size(); ++i) {
    doubled.touch(log.touch_ms[i / 2], log.touch_key[i / 2], log.touch_marks[i / 2]);
  }
  for (auto& from : doubled.touches_from) from *= 2;
  const auto once = totals_of(log), twice = totals_of(doubled);
  for (std::size_t key = 0; key < arbitrary_keys; ++key) {
    RC_ASSERT(std::abs(once.of(linear, key).conversions - twice.of(linear, key).conversions) < 1e-12);
  }
}

}  // namespace
}  // namespace accord::kernels
