// SPDX-License-Identifier: Apache-2.0
// Whatever changes, figures from the column file and what came in since are those from the rows alone.
#include "roi/ledger.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/json.hpp"
#include "roi/roi_lines.hpp"
#include "roi/roi_words.hpp"
#include "tests/random_facts.hpp"

namespace accord::roi {
namespace {

using tests::RandomFacts;
using touchpoint::Touch;

constexpr int accounts_count = 400;

class LedgerTest : public testing::TestWithParam<unsigned>, protected RandomFacts {
 protected:
  LedgerTest() : RandomFacts(GetParam(), accounts_count) {
    move_to(std::array{"UTC", "Asia/Tokyo", "America/Chicago"}[GetParam() % 3]);
  }

  static std::vector<Touch> touches_of(const Read& read) {
    std::vector<Touch> seen;
    touchpoint::touches(read)->each([&](const auto& columns, std::size_t i) { seen.push_back(columns[i]); });
    std::ranges::sort(seen, {}, [](const Touch& touch) { return touch.row; });
    return seen;
  }
  static std::string text_of(const Touch& touch) {
    return std::to_string(touch.row) + " at " + std::to_string(touch.at.ms) + " of " +
           std::to_string(touch.account) + " by " + std::to_string(touch.campaign) + " on " +
           std::to_string(touch.channel) + " " + std::string(name_of(touch.side));
  }

  CreditRules any_rules() {
    CreditRules rules;
    rules.model = static_cast<CreditModel>(pick(9));
    rules.markov_order = 1 + pick(4);
    rules.lookback_days = 10 + pick(100);
    if (pick(2) == 0) rules.lookbacks = {{{1 + pick(channels_count)}, 1 + pick(200)}};
    rules.journeys_end_at = static_cast<JourneyEnd>(pick(2));
    rules.sales_touchpoints_share = pick(2) == 0;
    rules.direct = static_cast<DirectTouchpoints>(pick(2));
    rules.existing_customers = static_cast<ExistingCustomers>(pick(2));
    return rules;
  }
  /// One or two lines alone, now and then.
  Only any_only() {
    Only only;
    for (auto i = pick(3); i > 0; --i) {
      const auto by = static_cast<Dimension>(pick(dimensions_of_filters));
      // There are three sides, counted from 1.
      only[static_cast<std::size_t>(by)] = by == Dimension::side ? 1 + pick(3) : pick(1 + people_count);
    }
    return only;
  }
  /// The same question to the database, and to its rows without anything that was kept or derived.
  void expect_the_same(std::int64_t territory) {
    Actor actor;
    if (territory != 0) actor.territory = territory;
    Question question;
    question.by = static_cast<Dimension>(pick(9));
    static_cast<CreditRules&>(question) = any_rules();
    question.only = any_only();
    question.from = day_of(now) - static_cast<int>(pick(300));
    question.until = day_of(now);
    const auto [lines, touches] = database().read(
        actor, [&](const Read& read) { return std::pair(lines_of(read, question), touches_of(read)); });
    Connection rows(path(), Access::read_only);
    const Read plain(rows, actor, now);
    EXPECT_EQ(*lines, *lines_of(plain, question)) << kept_key(question);
    const auto expected = touches_of(plain);
    ASSERT_EQ(touches.size(), expected.size());
    for (std::size_t i = 0; i < touches.size(); ++i) ASSERT_EQ(text_of(touches[i]), text_of(expected[i]));
    if (pick(4) != 0) return;
    auto under_another = question;  // which takes from the first what does not depend on the model
    under_another.model = static_cast<CreditModel>(pick(9));
    if (pick(2) == 0) under_another.only = any_only();  // or on what is kept
    EXPECT_EQ(*database().read(actor, [&](const Read& read) { return lines_of(read, under_another); }),
              *lines_of(plain, under_another))
        << kept_key(under_another);
  }
  /// What the list shows, from the rows with their names.
  void expect_the_list(std::int64_t territory) {
    static const Sql listed{
        "SELECT r.id FROM touchpoint_row r WHERE " ACCORD_IN_SCOPE("r.territory") " ORDER BY r.id"};
    Actor actor;
    if (territory != 0) actor.territory = territory;
    database().read(actor, [&](const Read& read) {
      std::vector<std::int64_t> expected, found;
      read.each(listed, {read.scope()}, [&](const Row& row) { expected.push_back(row.integer(0)); });
      for (const auto& touch : touches_of(read)) found.push_back(touch.row);
      EXPECT_EQ(found, expected);
      return 0;
    });
  }
  static std::string in_words(const Listed<touchpoint::TouchpointRow>& page) {
    std::string text;
    for (const auto& row : page.items) text += json::serialize(to_json(row)) + "\n";
    return text;
  }
  /// A page of the list is the same, whichever way it is found.
  void expect_the_page(std::int64_t territory) {
    Actor actor;
    if (territory != 0) actor.territory = territory;
    ListRequest request{{{"order", std::array{"at", "-at", "id", "-id"}[static_cast<std::size_t>(pick(4))]},
                         {"limit", std::to_string(1 + pick(60))}},
                        {}};
    if (pick(2) == 0) request.filters.emplace_back("side", pick(2) == 0 ? "sales" : "marketing");
    if (pick(3) == 0)
      request.filters.emplace_back("channel", pick(3) == 0 ? "" : std::to_string(1 + pick(channels_count)));
    if (pick(4) == 0)
      request.filters.emplace_back("campaign", pick(3) == 0 ? "" : std::to_string(1 + pick(campaigns_count)));
    if (pick(4) == 0)
      request.filters.emplace_back("account", pick(3) == 0 ? "" : std::to_string(1 + pick(accounts_count)));
    if (pick(3) == 0)
      request.filters.emplace_back("territory",
                                   pick(3) == 0 ? "" : std::to_string(1 + pick(territories_count)));
    if (pick(5) == 0) request.filters.emplace_back("kind", pick(2) == 0 ? "call" : "other");
    if (pick(4) == 0) request.filters.emplace_back("q", pick(2) == 0 ? "account 1" : "campaign");
    if (pick(3) == 0) request.filters.emplace_back("at_from", to_string(day_of(moment())));
    if (pick(3) == 0) request.filters.emplace_back("at_to", to_string(day_of(moment())));
    database().read(actor, [&](const Read& read) {
      for (int page = 0; page < 3; ++page) {
        const auto found = touchpoint::list_touchpoints(read, request);
        const auto expected = list<touchpoint::TouchpointRow>(read, people::by_company_days(read, request));
        EXPECT_EQ(found.total, expected.total);
        EXPECT_EQ(found.next, expected.next);
        EXPECT_EQ(in_words(found), in_words(expected));
        if (!found.next) break;
        std::erase_if(request.filters, [](const auto& filter) { return filter.first == "after"; });
        request.filters.emplace_back("after", *found.next);
      }
      return 0;
    });
  }
  std::int64_t generation() {
    return database().read(Actor{}, [](const Read& read) { return touchpoint::touches(read)->generation(); });
  }
  std::string file() const { return segments_folder_of(path()) + "/touchpoints"; }
};

TEST_P(LedgerTest, TheColumnFileAndWhatCameSinceAreTheRows) {
  const auto first = generation();
  EXPECT_GT(first, 0);
  for (int step = 0; step < 40; ++step) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    pick(9) == 0 ? open() : act();
    if (step == 20) write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
    expect_the_same(step % 3);
    if (step % 5 == 0) expect_the_list(step % 3);
    if (step % 2 == 0) expect_the_page(step % 4 / 2);
    if (HasFailure()) return;
  }
  EXPECT_GT(generation(), first) << "what came in was merged";
  EXPECT_TRUE(notices().empty());
}

TEST_P(LedgerTest, AFileThatIsDamagedOrGoneIsMadeAgain) {
  generation();
  stop();
  const auto size = std::filesystem::file_size(file());
  std::fstream(file(), std::ios::in | std::ios::out | std::ios::binary)
          .seekp(static_cast<std::streamoff>(size / 2))
      << "damage";
  open();
  expect_the_same(0);
  ASSERT_EQ(notices().size(), 1U);
  EXPECT_NE(notices()[0].find("is made again from the facts: it is damaged"), std::string::npos);
  std::filesystem::remove_all(segments_folder_of(path()));
  open();
  expect_the_same(0);
  EXPECT_TRUE(std::filesystem::exists(file()));
}

/// A restored backup has other rows than the ones that the file was made of.
TEST_P(LedgerTest, AFileOfOtherRowsIsNotUsed) {
  generation();
  const auto kept = beside("kept");
  std::filesystem::copy(file(), kept);
  write([](Write& write) { write.retract_facts(3); });
  open();
  generation();
  std::filesystem::copy(kept, file(), std::filesystem::copy_options::overwrite_existing);
  open();
  expect_the_same(0);
}

TEST_P(LedgerTest, WhereTheDiskTakesNoFileTheRowsAreRead) {
  std::ofstream(segments_folder_of(path())) << "no folder";
  expect_the_same(0);
  EXPECT_EQ(generation(), 0);
  ASSERT_FALSE(notices().empty());
  EXPECT_NE(notices()[0].find("Without the column file"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LedgerTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
