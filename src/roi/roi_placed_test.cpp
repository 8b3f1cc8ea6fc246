// SPDX-License-Identifier: Apache-2.0
// Journeys that are placed once and shared under each model come to what the lists of single orders and
// leads, which look everything up anew, say of each line.
#include "roi/roi_placed.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "roi/roi_lines.hpp"
#include "roi/roi_words.hpp"
#include "tests/random_facts.hpp"

namespace accord::roi {
namespace {

class PlacedTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  PlacedTest() : RandomFacts(GetParam(), 200) {}

  Question any_question() {
    Question question;
    question.by = std::array{Dimension::channel, Dimension::campaign,
                             Dimension::side}[static_cast<std::size_t>(pick(3))];
    question.model = static_cast<CreditModel>(pick(9));
    question.half_life_days = 1 + pick(20);
    question.markov_order = 1 + pick(4);
    question.lookback_days = 10 + pick(100);
    if (pick(2) == 0) question.lookbacks = {{{1 + pick(channels_count)}, 1 + pick(200)}};
    question.journeys_end_at = static_cast<JourneyEnd>(pick(2));
    question.sales_touchpoints_share = pick(2) == 0;
    question.direct = static_cast<DirectTouchpoints>(pick(2));
    question.existing_customers = static_cast<ExistingCustomers>(pick(2));
    question.from = day_of(now) - static_cast<int>(pick(300));
    question.until = day_of(now);
    return question;
  }

  static void expect_the_lists(const Read& read, const Question& question) {
    const auto lines = lines_of(read, question);
    for (const auto& [key, sums] : lines->by_key) {
      const auto orders = orders_of(read, question, key);
      EXPECT_EQ(sums.credited, std::ssize(orders)) << kept_key(question) << " line " << key;
      const auto revenue = std::accumulate(
          orders.begin(), orders.end(), std::int64_t{0},
          [](std::int64_t sum, const CreditedOrder& order) { return sum + order.credit.minor; });
      EXPECT_EQ(sums.revenue, revenue) << kept_key(question) << " line " << key;
      EXPECT_EQ(sums.leads, std::ssize(leads_of(read, question, key))) << kept_key(question);
      EXPECT_EQ(sums.new_accounts, std::ssize(new_accounts_of(read, question, key))) << kept_key(question);
    }
  }
};

TEST_P(PlacedTest, LinesAreWhatTheListsBehindThemComeTo) {
  for (int i = 0; i < 12; ++i) {
    const auto question = any_question();
    database().read(Actor{}, [&](const Read& read) {
      expect_the_lists(read, question);
      auto other = question;  // which finds the same journeys placed
      other.model = static_cast<CreditModel>((static_cast<int>(question.model) + 3) % 9);
      expect_the_lists(read, other);
      return 0;
    });
    if (HasFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PlacedTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
