// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_book.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "order/order.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {
namespace {

using spend::Spend, touchpoint::Touchpoint;

/// Spend of few days, channels, campaigns and amounts, so that much of it meets; every fourth has an
/// identifier.
rc::Gen<Spend> arbitrary_spend() {
  return rc::gen::map(rc::gen::arbitrary<std::uint32_t>(), [](std::uint32_t bits) {
    Spend spend;
    spend.day = Day{20'000 + static_cast<int>(bits & 1U)};
    if (const auto channel = (bits >> 1U) & 3U) spend.channel = {{channel}};
    if (const auto campaign = (bits >> 3U) & 3U) spend.campaign = {{campaign}};
    spend.amount = {100 * static_cast<std::int64_t>((bits >> 5U) & 3U), *parse_currency("USD")};
    if (((bits >> 7U) & 3U) == 0) spend.key = "S" + std::to_string((bits >> 9U) & 3U);
    return spend;
  });
}

/// In the words of the page on imports, with a list of everything.
class Oracle {
 public:
  explicit Oracle(const std::vector<Spend>& file) : file_(file) {
    for (const auto& one : file) {
      told_.insert(part(one));
      if (one.key.empty() && one.campaign) days_of_campaigns_.emplace(one.day, one.campaign->number);
    }
  }

  FactBook::Settled beside(const std::vector<Spend>& standing, const std::vector<Spend>& replaced) const {
    FactBook::Settled settled;
    std::vector<bool> is_kept(standing.size());
    std::set<std::string> with_news;
    for (const auto& one : file_) {
      std::size_t same = 0;
      while (same < standing.size() && (is_kept[same] || says(standing[same]) != says(one))) ++same;
      settled.is_known.push_back(same < standing.size());
      if (same < standing.size())
        is_kept[same] = true;
      else
        with_news.insert(part(one));
    }
    for (std::size_t i = 0; i < standing.size(); ++i) {
      if (!is_kept[i] && is_told_anew(standing[i]))
        settled.replaced.push_back(static_cast<std::int64_t>(i) + 1);
    }
    for (std::size_t i = 0; i < replaced.size(); ++i) {
      if (with_news.contains(part(replaced[i]))) settled.outdated.push_back(static_cast<std::int64_t>(i) + 1);
    }
    return settled;
  }

 private:
  static std::string part(const Spend& one) {
    if (!one.key.empty()) return one.key;
    return std::to_string(one.day.number) + " " + std::to_string(one.channel ? one.channel->number : 0);
  }
  static std::string says(const Spend& one) {
    return part(one) + " on " + std::to_string(one.day.number) + " by " +
           std::to_string(one.channel ? one.channel->number : 0) + " for " +
           std::to_string(one.campaign ? one.campaign->number : 0) + " " + std::to_string(one.amount.minor);
  }
  bool is_told_anew(const Spend& one) const {
    if (told_.contains(part(one))) return true;
    return one.key.empty() && one.campaign &&
           days_of_campaigns_.contains(std::pair(one.day, one.campaign->number));
  }

  std::vector<Spend> file_;
  std::set<std::string> told_;
  std::set<std::pair<Day, std::int64_t>> days_of_campaigns_;
};

template <class Fact>
FactBook::Each numbered(const std::vector<Fact>& facts) {
  return [&facts](const FactBook::Use& use) {
    for (std::size_t i = 0; i < facts.size(); ++i) use(static_cast<std::int64_t>(i) + 1, &facts[i]);
  };
}

RC_GTEST_PROP(FactBookTest, SettlesAsThePageOnImportsSays, ()) {
  const auto some = rc::gen::container<std::vector<Spend>>(arbitrary_spend());
  const auto file = *some, standing = *some, replaced = *some;
  FactBook book(What::spend, {});
  for (const auto& one : file) book.add(&one);
  const auto settled = book.settle(numbered(standing), numbered(replaced));
  const auto expected = Oracle(file).beside(standing, replaced);
  RC_ASSERT(settled.is_known == expected.is_known);
  RC_ASSERT(settled.replaced == expected.replaced);
  RC_ASSERT(settled.outdated == expected.outdated);
}

/// Touchpoints without an identifier, of which half stand, and each tenth is told twice; more than wait in
/// memory.
TEST(FactBookTest, KnowsAFactThatStandsOrIsToldAgain) {
  constexpr int count = 300'000;
  std::vector<Touchpoint> file, standing;
  for (int i = 0; i < count; ++i) {
    Touchpoint one;
    one.at = {1'000'000'000'000 + i};
    one.account = {{i % 977 + 1}};
    file.push_back(one);
    if (i % 2 == 0) standing.push_back(one);
  }
  for (int i = 0; i < count; i += 10) file.push_back(file[static_cast<std::size_t>(i)]);
  for (auto& one : standing) one.side = Side::sales;  // which the file has no column for
  FactBook book(What::touchpoint, {"side"});
  for (const auto& one : file) book.add(&one);
  const auto settled = book.settle(numbered(standing), numbered(std::vector<Touchpoint>{}));
  ASSERT_EQ(settled.is_known.size(), file.size());
  for (std::size_t i = 0; i < file.size(); ++i) ASSERT_EQ(settled.is_known[i], i >= count || i % 2 == 0) << i;
  EXPECT_TRUE(settled.replaced.empty() && settled.outdated.empty());
}

order::OrderLine line_of(std::int64_t minor, const char* number = "A-1") {
  order::OrderLine line;
  line.number = number;
  line.revenue = {minor, *parse_currency("USD")};
  return line;
}

FactBook::Settled settled_beside(const std::vector<order::OrderLine>& file,
                                 const std::vector<order::OrderLine>& standing,
                                 const std::vector<order::OrderLine>& replaced) {
  FactBook book(What::order_line, {});
  for (const auto& one : file) book.add(&one);
  return book.settle(numbered(standing), numbered(replaced));
}

using Ids = std::vector<std::int64_t>;

TEST(FactBookTest, RefundsAloneLeaveWhatWasOrdered) {
  const auto settled = settled_beside({line_of(-40)}, {line_of(200), line_of(-50), line_of(70, "A-2")},
                                      {line_of(300), line_of(-60)});
  EXPECT_EQ(settled.is_known, std::vector<bool>{false});
  EXPECT_EQ(settled.replaced, Ids{2});
  EXPECT_EQ(settled.outdated, Ids{2});
}

TEST(FactBookTest, RefundsOfAnotherDayStandBesideThoseBefore) {
  auto of_may = line_of(-40);
  of_may.at = start_of(*parse_day("2026-05-02"));
  const auto settled = settled_beside({of_may}, {line_of(200), line_of(-50)}, {line_of(-60)});
  EXPECT_EQ(settled.is_known, std::vector<bool>{false});
  EXPECT_TRUE(settled.replaced.empty() && settled.outdated.empty());
}

TEST(FactBookTest, AnOrderThatIsNewsTellsItsRefundsToo) {
  const auto settled = settled_beside({line_of(210)}, {line_of(200), line_of(-50), line_of(-70, "A-2")},
                                      {line_of(300), line_of(-60)});
  EXPECT_EQ(settled.is_known, std::vector<bool>{false});
  EXPECT_EQ(settled.replaced, (Ids{1, 2}));
  EXPECT_EQ(settled.outdated, (Ids{1, 2}));
  const auto shorter = settled_beside({line_of(200)}, {line_of(200), line_of(5), line_of(-50)}, {});
  EXPECT_EQ(shorter.replaced, (Ids{2, 3}));
}

/// The orders' file again, after another one brought a refund; and one that has refunds of its own.
TEST(FactBookTest, AnOrderToldAsItStandsLeavesRefundsUnlessItsFileKnowsAny) {
  const std::vector<order::OrderLine> standing{line_of(200), line_of(-50), line_of(70, "A-2")};
  const auto again = settled_beside({line_of(200)}, standing, {line_of(-60)});
  EXPECT_EQ(again.is_known, std::vector<bool>{true});
  EXPECT_TRUE(again.replaced.empty() && again.outdated.empty());
  const auto whole = settled_beside({line_of(200), line_of(70, "A-2"), line_of(-7, "A-2")}, standing, {});
  EXPECT_EQ(whole.replaced, Ids{2});
  const auto both = settled_beside({line_of(-50), line_of(200)}, {line_of(200), line_of(-50)}, {});
  EXPECT_EQ(both.is_known, (std::vector<bool>{true, true}));
  EXPECT_EQ(both.replaced, Ids{});
}

using Without = FactBook::Without;
using enum FactBook::Settled::Met;
using Mets = std::vector<FactBook::Settled::Met>;
using Lines = std::vector<order::OrderLine>;

order::OrderLine of_product(std::int64_t minor, std::int64_t product, const char* number = "A-1") {
  auto line = line_of(minor, number);
  line.product = {{product}};
  return line;
}

order::OrderLine with_key(std::int64_t minor, const char* key) {
  auto line = line_of(minor);
  line.key = key;
  return line;
}

FactBook::Settled settled_without(const Lines& file, const Lines& without, const Lines& standing,
                                  const Lines& replaced = {}, Without why = Without::cancelled) {
  FactBook book(What::order_line, {});
  for (const auto& one : without) book.add_without(why, &one);
  for (const auto& one : file) book.add(&one);
  return book.settle(numbered(standing), numbered(replaced));
}

TEST(FactBookTest, ACancelledRowTakesBackWhatHasItsIdentifier) {
  const auto settled = settled_without({}, {with_key(0, "L-1"), with_key(7, "L-9")},
                                       {with_key(100, "L-1"), with_key(200, "L-2"), line_of(100)},
                                       {with_key(90, "L-1"), with_key(80, "L-2")});
  EXPECT_EQ(settled.replaced, Ids{1});
  EXPECT_EQ(settled.outdated, Ids{1}) << "it shall not come back when the import that replaced it is undone";
  EXPECT_EQ(settled.cancelled, 1);
  EXPECT_EQ(settled.met, (Mets{what_stands, nothing}));
}

TEST(FactBookTest, ACancelledRowTakesBackTheLineThatSaysTheSame) {
  const Lines standing{line_of(100), line_of(200), line_of(100), line_of(100, "A-2")};
  EXPECT_EQ(settled_without({}, {line_of(100)}, standing).replaced, Ids{1});
  EXPECT_EQ(settled_without({}, {line_of(100), line_of(100)}, standing).replaced, (Ids{1, 3}));
}

TEST(FactBookTest, ACancelledRowWithoutItsAmountTakesBackTheLinesOfItsProductOrTheWholeOrder) {
  const Lines standing{of_product(100, 1), of_product(200, 2), of_product(300, 2), of_product(9, 1, "A-2")};
  EXPECT_EQ(settled_without({}, {of_product(0, 1)}, standing).replaced, Ids{1});
  EXPECT_EQ(settled_without({}, {of_product(0, 2), of_product(0, 2)}, standing).replaced, (Ids{2, 3}));
  EXPECT_EQ(settled_without({}, {line_of(0)}, standing).replaced, (Ids{1, 2, 3}));
  auto told_otherwise = of_product(300, 2);
  told_otherwise.quantity = 3;
  EXPECT_EQ(settled_without({}, {told_otherwise}, standing).replaced, Ids{3}) << "by its amount";
  for (const auto product : {2, 3}) {
    const auto unclear = settled_without({}, {of_product(0, product)}, standing);
    EXPECT_TRUE(unclear.replaced.empty()) << "which of two lines, or of none, nobody can tell";
    EXPECT_EQ(unclear.met, Mets{others_of_its_order});
  }
}

TEST(FactBookTest, ACancelledOrderTakesItsRefundsAlong) {
  const Lines standing{line_of(200), line_of(-50), line_of(-70, "A-2")};
  const auto settled = settled_without({}, {line_of(200)}, standing, {line_of(300), line_of(-60)});
  EXPECT_EQ(settled.replaced, (Ids{1, 2}));
  EXPECT_EQ(settled.outdated, (Ids{1, 2}));
  EXPECT_EQ(settled.cancelled, 2);
  const auto refund = settled_without({}, {line_of(-50)}, standing);
  EXPECT_EQ(refund.replaced, Ids{2}) << "a refund that is cancelled leaves what was ordered";
}

TEST(FactBookTest, WhatTheFileBooksOfAnOrderStandsBesideWhatItCancels) {
  const Lines standing{line_of(100), line_of(200), line_of(300)};
  const auto settled = settled_without({line_of(100), line_of(310)}, {line_of(200)}, standing);
  EXPECT_EQ(settled.is_known, (std::vector<bool>{true, false}));
  EXPECT_EQ(settled.replaced, (Ids{2, 3}));
  EXPECT_EQ(settled.cancelled, 1) << "the other one gave way to what is told";
  const auto twice = settled_without({line_of(100)}, {line_of(100)}, {line_of(100), line_of(100)});
  EXPECT_EQ(twice.replaced.size(), 1U);
  EXPECT_EQ(twice.cancelled, 1);
}

TEST(FactBookTest, AnOrderThatIsNoneYetLeavesWhatStands) {
  const auto settled =
      settled_without({}, {line_of(100), line_of(5, "A-2")}, {line_of(100)}, {line_of(90)}, Without::not_yet);
  EXPECT_TRUE(settled.replaced.empty() && settled.outdated.empty());
  EXPECT_EQ(settled.met, (Mets{what_stands, nothing}));
}

TEST(FactBookTest, ALineOfNoOrderIsCancelledByARowThatSaysTheSameAndMayComeAgain) {
  const auto gone = settled_without({}, {line_of(100, "")}, {line_of(100, ""), line_of(200, "")});
  EXPECT_EQ(gone.replaced, Ids{1});
  EXPECT_EQ(gone.cancelled, 1);
  const auto again = settled_without({line_of(100, "")}, {}, {}, {line_of(100, "")});
  EXPECT_EQ(again.is_known, std::vector<bool>{false});
  EXPECT_EQ(again.outdated, Ids{1}) << "it shall not stand twice when the cancellation is undone";
  const auto both = settled_without({line_of(100, "")}, {line_of(100, "")}, {line_of(100, "")});
  EXPECT_TRUE(both.replaced.empty());
}

/// Whatever lines of an order stand: cancelling each of them by a row that says the same leaves none, cancels
/// exactly those, and booking some of them beside leaves those.
RC_GTEST_PROP(FactBookTest, CancelsExactlyWhatIsCancelled, ()) {
  const auto amounts = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 6));
  Lines standing, booked, cancelled;
  std::multiset<int> left;
  for (const auto amount : amounts) {
    standing.push_back(line_of(amount));
    const bool stays = *rc::gen::arbitrary<bool>();
    (stays ? booked : cancelled).push_back(line_of(amount));
    if (stays) left.insert(amount);
  }
  const auto settled = settled_without(booked, cancelled, standing);
  for (const auto id : settled.replaced) {
    RC_ASSERT(std::ranges::count(settled.replaced, id) == 1);
    standing[static_cast<std::size_t>(id) - 1].revenue.minor = 0;
  }
  std::multiset<int> stands;
  for (const auto& one : standing) {
    if (one.revenue.minor != 0) stands.insert(static_cast<int>(one.revenue.minor));
  }
  RC_ASSERT(stands == left);
  RC_ASSERT(settled.cancelled == static_cast<std::int64_t>(cancelled.size()));
  RC_ASSERT(std::ranges::find(settled.is_known, false) == settled.is_known.end());
}

}  // namespace
}  // namespace accord::importing
