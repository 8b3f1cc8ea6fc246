// SPDX-License-Identifier: Apache-2.0
// What is kept where lines are asked for alone: on random facts the parts of all lines are the whole, lists
// hold what the figures say, and a walk over the journeys that knows no sums comes to the same.
#include <gtest/gtest.h>

#include <cmath>

#include "roi/roi_credit.hpp"
#include "roi/roi_lines.hpp"
#include "roi/roi_met.hpp"
#include "roi/roi_planned.hpp"
#include "roi/roi_words.hpp"
#include "tests/random_facts.hpp"

namespace accord::roi {
namespace {

std::size_t place(Dimension by) { return static_cast<std::size_t>(by); }

class RoiOnlyTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  RoiOnlyTest() : RandomFacts(GetParam(), 400) {
    for (int i = 0; i < 40; ++i) act();
  }

  Question any_question(Dimension by) {
    Question question;
    question.by = by;
    question.model = static_cast<CreditModel>(pick(9));
    question.lookback_days = 20 + pick(60);
    question.from = day_of(now) - 250;
    question.until = day_of(now);
    return question;
  }
  /// One line alone; there are three sides, counted from 1.
  void keep_any_line(Question& question) {
    const auto by = static_cast<Dimension>(pick(dimensions_of_filters));
    question.only[place(by)] = by == Dimension::side ? 1 + pick(3) : pick(4);
  }
  template <class F>
  auto reading(F use) {
    return database().read(Actor{}, use);
  }
};

Sums of_line(const Lines& lines, Key key) {
  const auto found = lines.by_key.find(key);
  return found == lines.by_key.end() ? Sums{} : found->second;
}

/// What adds up when an order is cut into parts: numbers of orders do not, for each part counts its order.
void expect_parts(const Sums& sum, const Sums& whole) {
  EXPECT_EQ(sum.spent, whole.spent);
  EXPECT_EQ(sum.entries, whole.entries);
  EXPECT_EQ(sum.touchpoints, whole.touchpoints);
  EXPECT_EQ(sum.revenue, whole.revenue);
  EXPECT_EQ(sum.margin, whole.margin);
  EXPECT_TRUE(sum.order_parts == whole.order_parts);
  EXPECT_TRUE(sum.lead_parts == whole.lead_parts);
  EXPECT_TRUE(sum.opportunity_parts == whole.opportunity_parts);
  EXPECT_TRUE(sum.new_account_parts == whole.new_account_parts);
  EXPECT_TRUE(sum.new_margin_parts == whole.new_margin_parts);
}

/// Each line of one dimension is the sum of what it is of each line of another one alone; but for what
/// nothing explains, which is of no channel, no campaign and no side.
TEST_P(RoiOnlyTest, TheLinesOfAnotherDimensionEachAloneAreAllOfIt) {
  for (std::size_t of = 0; of < dimensions_of_filters; ++of) {
    for (std::size_t by = 0; by < choices_of<Dimension>.size(); ++by) {
      const auto question = any_question(static_cast<Dimension>(by));
      SCOPED_TRACE("each " + std::string(choices_of<Dimension>.at(of)) + " alone, asked " +
                   query_of(question));
      auto other = question;
      other.by = static_cast<Dimension>(of);
      const auto [whole, keys] = reading(
          [&](const Read& read) { return std::pair(lines_of(read, question), lines_of(read, other)); });
      std::map<Key, Sums> sums;
      Sums booked, attributed, unattributed;
      std::int64_t planned = 0;
      for (const auto& [key, line] : keys->by_key) {
        auto alone = question;
        alone.only[of] = key;
        const auto kept = reading([&](const Read& read) { return lines_of(read, alone); });
        for (const auto& [own, part] : kept->by_key) sums[own] += part;
        booked += kept->booked;
        planned += kept->booked.planned;
        attributed += kept->attributed;
        unattributed += kept->unattributed;
        EXPECT_EQ(kept->booked.revenue, kept->attributed.revenue + kept->unattributed.revenue);
        EXPECT_EQ(kept->booked.spent, line.spent) << "spend of " << key;
        EXPECT_EQ(kept->booked.touchpoints, line.touchpoints) << "touchpoints of " << key;
        EXPECT_EQ(kept->booked.revenue, line.revenue) << "revenue of " << key;
        EXPECT_TRUE(kept->booked.lead_parts == line.lead_parts) << "leads of " << key;
      }
      const bool earns = earns_by_touchpoints(static_cast<Dimension>(of));
      if (!earns || earns_by_touchpoints(question.by)) {
        for (const auto& [key, line] : whole->by_key) expect_parts(sums[key], line);
      }
      EXPECT_EQ(attributed.revenue, whole->attributed.revenue);
      EXPECT_EQ(unattributed.revenue, earns ? 0 : whole->unattributed.revenue);
      EXPECT_EQ(booked.spent, whole->booked.spent);
      EXPECT_EQ(booked.touchpoints, whole->booked.touchpoints);
      const bool is_of_one = earns || static_cast<Dimension>(of) == Dimension::segment;
      if (is_of_one) {
        EXPECT_EQ(planned, whole->booked.planned) << "a campaign is for one of these";
      }
      if (HasFailure()) return;
    }
  }
}

/// Orders, leads and new accounts behind a line's figures, under one filter or two.
TEST_P(RoiOnlyTest, TheListsHoldWhatTheFiguresSay) {
  for (int turn = 0; turn < 40; ++turn) {
    auto question = any_question(static_cast<Dimension>(pick(9)));
    keep_any_line(question);
    if (pick(2) == 0) keep_any_line(question);
    SCOPED_TRACE(query_of(question));
    reading([&](const Read& read) {
      const auto lines = lines_of(read, question);
      const auto expect_list = [&](Key key, const Sums& sums) {
        std::int64_t revenue = 0, refunds = 0, taken_back = 0;
        const auto orders = orders_of(read, question, key);
        for (const auto& order : orders) {
          revenue += order.credit.minor;
          refunds += order.is_refund ? 1 : 0;
          taken_back += order.is_taken_back ? 1 : 0;
        }
        EXPECT_EQ(revenue, sums.revenue);
        EXPECT_EQ(std::ssize(orders), sums.credited);
        EXPECT_EQ(refunds, sums.refunds);
        EXPECT_EQ(taken_back, sums.taken_back);
        std::int64_t planned = 0;
        for (const auto& part : planned_parts(read, question, key))
          planned += part.planned.value_or(Money{}).minor;
        EXPECT_EQ(planned, sums.planned);
        double share = 0;
        const auto leads = leads_of(read, question, key);
        for (const auto& lead : leads) share += lead.share_percent / 100;
        EXPECT_EQ(std::ssize(leads), sums.leads);
        EXPECT_NEAR(share, Sums::in_ones(sums.lead_parts), 1e-9);
        EXPECT_EQ(std::ssize(new_accounts_of(read, question, key)), sums.new_accounts);
        EXPECT_EQ(touchpoints_of(read, question, key, {}).total, sums.touchpoints);
      };
      for (const auto& [key, sums] : lines->by_key) expect_list(key, sums);
      expect_list(everything, lines->booked);
      EXPECT_EQ(std::ssize(orders_of(read, question, unexplained)), lines->unattributed.credited);
      return 0;
    });
    if (HasFailure()) return;
  }
}

/// The orders of one product, and of these what the touchpoints on one channel earned, by shares alone.
TEST_P(RoiOnlyTest, AWalkOverTheJourneysComesToTheSame) {
  for (int turn = 0; turn < 10; ++turn) {
    auto question = any_question(Dimension::campaign);
    const Key product = pick(1 + products_count), channel = pick(1 + channels_count);
    question.only[place(Dimension::product)] = product;
    question.only[place(Dimension::channel)] = channel;
    SCOPED_TRACE(query_of(question));
    reading([&](const Read& read) {
      std::map<Key, double> by_campaign;
      ledger(read)->each(question, [&](const Journey& journey) {
        if (journey.order->product != product) return;
        for (std::size_t i = 0; i < journey.touches.size(); ++i) {
          if (journey.touches.channel(i) != channel) continue;
          by_campaign[journey.touches.campaign(i)] +=
              journey.shares[i] * static_cast<double>(journey.order->revenue.minor);
        }
      });
      const auto lines = lines_of(read, question);
      double sum = 0;
      for (const auto& [campaign, revenue] : by_campaign) {
        EXPECT_NEAR(of_line(*lines, campaign).unrounded(), revenue, 1e-6 * (1 + std::abs(revenue)));
        sum += revenue;
      }
      EXPECT_NEAR(lines->booked.unrounded(), sum, 1e-6 * (1 + std::abs(sum)));
      std::int64_t spent = 0;
      const auto all = spend::spent(read);
      for (const auto& entry : *all) {
        if (is_asked(question, entry.day) && entry.product == product && entry.channel == channel)
          spent += entry.amount.minor;
      }
      EXPECT_EQ(lines->booked.spent, spent);
      return 0;
    });
    if (HasFailure()) return;
  }
}

/// Of a territory all that lies below it is kept too.
TEST_P(RoiOnlyTest, ATerritoryHasThoseBelowIt) {
  std::int64_t above = 0;
  write([&](Write& write) {
    territory::Territory territory;
    territory.name = "All of it";
    above = territory::add(write, territory).number;
  });
  const auto question = any_question(Dimension::side);
  const auto alone = [&](std::int64_t territory) {
    auto asked = question;
    asked.only[place(Dimension::territory)] = territory;
    const auto lines = reading([&](const Read& read) { return lines_of(read, asked); });
    return std::pair(lines->booked.revenue, lines->booked.spent);
  };
  const auto own = alone(above), first = alone(1), second = alone(2);
  EXPECT_GT(first.first, 0);
  write([&](Write& write) {
    for (const std::int64_t id : {1, 2}) {
      auto below = *write.find(Id<territory::Territory>{id});
      below.parent = Id<territory::Territory>{above};
      territory::change(write, below);
    }
  });
  const auto whole = alone(above);
  EXPECT_EQ(whole.first, own.first + first.first + second.first);
  EXPECT_EQ(whole.second, own.second + first.second + second.second);
  EXPECT_EQ(alone(1), first);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoiOnlyTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
