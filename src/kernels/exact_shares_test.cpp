// SPDX-License-Identifier: Apache-2.0
#include "kernels/exact_shares.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace accord::kernels {
namespace {

using Minors = std::vector<std::int64_t>;

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

TEST(ExactSharesTest, GivesWhatIsLeftOverToTheLargestRemaindersTheEarlierFirst) {
  const double third = 1.0 / 3;
  EXPECT_EQ(share_exactly(100, std::vector{third, third, third}), (Minors{34, 33, 33}));
  EXPECT_EQ(share_exactly(101, std::vector{third, third, third}), (Minors{34, 34, 33}));
  EXPECT_EQ(share_exactly(3, std::vector{third, third, third}), (Minors{1, 1, 1}));
  EXPECT_EQ(share_exactly(1, std::vector{0.4, 0.2, 0.4}), (Minors{1, 0, 0}));
  EXPECT_EQ(share_exactly(2, std::vector{0.4, 0.2, 0.4}), (Minors{1, 0, 1}));
  // Quotas 13.2, 19.8, 66.0.
  EXPECT_EQ(share_exactly(99, std::vector{2.0 / 15, 0.2, 2.0 / 3}), (Minors{13, 20, 66}));
}

TEST(ExactSharesTest, TakesBackExactlyWhatItGave) {
  const double third = 1.0 / 3;
  EXPECT_EQ(share_exactly(-100, std::vector{third, third, third}), (Minors{-34, -33, -33}));
  EXPECT_EQ(share_exactly(0, std::vector{third, third, third}), (Minors{0, 0, 0}));
}

/// An order and its refunds, in pieces: each by itself leaves a cent behind, what each moves does not.
TEST(ExactSharesTest, AmountsThatFollowEachOtherSumToThePartsOfAllOfThem) {
  ExactShares exact;
  exact.take(std::vector{0.5, 0.3, 0.2});
  std::vector<std::int64_t> sums(3), alone(3);
  std::int64_t before = 0;
  for (const std::int64_t minor : {10'001, -3'334, -1, -1'111, -1, -5'554}) {
    std::int64_t whole = 0;
    const auto parts = exact.split_after(before, minor);
    for (std::size_t i = 0; i < 3; ++i) {
      sums[i] += parts[i];
      whole += parts[i];
    }
    EXPECT_EQ(whole, minor);
    const auto each = exact.split(minor);
    for (std::size_t i = 0; i < 3; ++i) alone[i] += each[i];
    before += minor;
    const auto left = exact.split(before);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(sums[i], left[i]) << before;
  }
  EXPECT_EQ(sums, (std::vector<std::int64_t>{0, 0, 0}));
  EXPECT_NE(alone, sums) << "a cent is lost where each is rounded for itself";
}

TEST(ExactSharesTest, SharesTheLargestAmounts) {
  EXPECT_EQ(share_exactly(most, std::vector{1.0 / 3, 1.0 / 3, 1.0 / 3}),
            (Minors{3074457345618258603, 3074457345618258602, 3074457345618258602}));
  EXPECT_EQ(share_exactly(least, std::vector{0.5, 0.5}), (Minors{least / 2, least / 2}));
  EXPECT_EQ(share_exactly(least, std::vector{1.0}), Minors{least});
  EXPECT_EQ(share_exactly(least, std::vector{0.0, 1.0}), (Minors{0, least}));
}

TEST(ExactSharesTest, SharesByWhateverItIsGiven) {
  const double none = std::nan("");
  const double much = std::numeric_limits<double>::infinity();
  EXPECT_EQ(share_exactly(7, {}), Minors{});
  EXPECT_EQ(share_exactly(7, std::vector{0.0, 0.0}), (Minors{4, 3}));
  EXPECT_EQ(share_exactly(7, std::vector{none, -1.0, 0.5}), (Minors{0, 0, 7}));
  EXPECT_EQ(share_exactly(8, std::vector{much, 1.0}), (Minors{4, 4}));
  EXPECT_EQ(share_exactly(9, std::vector{0.25, 0.125}), (Minors{6, 3}));
  EXPECT_EQ(share_exactly(10, std::vector<double>(5, 1.0)), Minors(5, 2));
  EXPECT_EQ(share_exactly(most, std::vector<double>(3, 1.0)),
            share_exactly(most, std::vector<double>(3, 0.1)));
}

TEST(ExactSharesTest, KeepsNothingOfWhatItSharedBefore) {
  ExactShares exact;
  exact.take(std::vector<double>(40, 1.0 / 40));
  EXPECT_EQ(exact.split(41).size(), 40U);
  exact.take(std::vector{0.5, 0.5});
  const auto parts = exact.split(3);
  EXPECT_EQ(Minors(parts.begin(), parts.end()), (Minors{2, 1}));
  EXPECT_EQ(exact.parts().size(), 2U);
  exact.take({});
  EXPECT_TRUE(exact.split(3).empty());
  EXPECT_TRUE(exact.parts().empty());
}

TEST(ExactSharesTest, SharesAmongTenThousand) {
  const auto parts = share_exactly(25'001, std::vector<double>(10'000, 1e-4));
  EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), 25'001);
  EXPECT_EQ(std::count(parts.begin(), parts.begin() + 5'001, 3), 5'001);
  EXPECT_EQ(std::count(parts.begin() + 5'001, parts.end(), 2), 4'999);
}

/// Shares that sum to one but for rounding, a good part of them equal to others; sometimes more than `few`.
std::vector<double> arbitrary_shares() {
  const auto weights = *rc::gen::suchThat(
      rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 60), rc::gen::inRange(0, 12)),
      [](const std::vector<int>& all) { return std::accumulate(all.begin(), all.end(), 0) > 0; });
  const auto sum = static_cast<double>(std::accumulate(weights.begin(), weights.end(), 0));
  std::vector<double> shares;
  for (const int weight : weights) shares.push_back(weight / sum);
  return shares;
}

std::int64_t arbitrary_amount() {
  return *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-200, 200),
                         rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000),
                         rc::gen::arbitrary<std::int64_t>(), rc::gen::element(least, most));
}

/// The method as it is described, with a division for each share and all remainders sorted. Both weights and
/// sum are the shares in fractions of 2^61.
Minors plainly_shared(std::int64_t minor, const std::vector<double>& shares) {
  __extension__ using Wide = __int128;
  std::vector<Wide> weights;
  for (const double share : shares) weights.push_back(static_cast<Wide>(std::ldexp(share, 61)));
  const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
  const Wide amount = minor < 0 ? -Wide{minor} : Wide{minor};
  std::vector<Wide> parts, remainders;
  Wide left = amount;
  for (const Wide weight : weights) {
    parts.push_back(amount * weight / sum);
    remainders.push_back(amount * weight % sum);
    left -= parts.back();
  }
  std::vector<std::size_t> ranked(shares.size());
  std::iota(ranked.begin(), ranked.end(), std::size_t{0});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++parts[ranked[i]];
  Minors result;
  for (const Wide part : parts) result.push_back(static_cast<std::int64_t>(minor < 0 ? -part : part));
  return result;
}

RC_GTEST_PROP(ExactSharesProperty, AreThoseOfTheLargestRemainder, ()) {
  const auto shares = arbitrary_shares();
  const auto minor = arbitrary_amount();
  RC_ASSERT(share_exactly(minor, shares) == plainly_shared(minor, shares));
}

RC_GTEST_PROP(ExactSharesProperty, SumToTheAmountAndARefundIsTheExactNegative, ()) {
  const auto shares = arbitrary_shares();
  const auto minor = arbitrary_amount();
  const auto parts = share_exactly(minor, shares);
  std::uint64_t sum = 0;  // a sum of parts of one sign cannot overflow, but unsigned need not prove it
  for (const auto part : parts) sum += static_cast<std::uint64_t>(part);
  RC_ASSERT(static_cast<std::int64_t>(sum) == minor);
  for (const auto part : parts) {
    RC_ASSERT(part >= std::min<std::int64_t>(minor, 0));
    RC_ASSERT(part <= std::max<std::int64_t>(minor, 0));
  }
  RC_PRE(minor != least);
  auto refund = share_exactly(-minor, shares);
  for (auto& part : refund) part = -part;
  RC_ASSERT(refund == parts);
}

RC_GTEST_PROP(ExactSharesProperty, AreLessThanAUnitFromTheirQuotas, ()) {
  const auto shares = arbitrary_shares();
  const auto minor = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
  const auto parts = share_exactly(minor, shares);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    RC_ASSERT(std::abs(static_cast<double>(parts[i]) - static_cast<double>(minor) * shares[i]) < 1.000001);
  }
}

RC_GTEST_PROP(ExactSharesProperty, GiveNoLessToTheGreaterShareNorToTheEarlierOfEquals, ()) {
  const auto shares = arbitrary_shares();
  const auto minor = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
  const auto parts = share_exactly(minor, shares);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (shares[i] > shares[j]) RC_ASSERT(parts[i] >= parts[j]);
      if (shares[i] == shares[j]) RC_ASSERT(parts[j] - parts[i] == 0 || parts[j] - parts[i] == 1);
    }
  }
}

RC_GTEST_PROP(ExactSharesProperty, HavePartsOfOneThatSumToOne, ()) {
  const auto shares = arbitrary_shares();
  ExactShares exact;
  exact.take(shares);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    sum += exact.parts()[i];
    RC_ASSERT(std::abs(std::ldexp(static_cast<double>(exact.parts()[i]), -61) - shares[i]) < 1e-14);
  }
  RC_ASSERT(sum == ExactShares::one);
}

}  // namespace
}  // namespace accord::kernels
