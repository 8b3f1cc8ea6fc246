// SPDX-License-Identifier: Apache-2.0
// Whatever changes, figures from the column file and what came in since are those from the rows alone.
#include "roi/ledger.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "app/subjects.hpp"
#include "base/json.hpp"
#include "people/people.hpp"
#include "roi/roi_lines.hpp"
#include "tests/temporary_folder.hpp"

namespace accord::roi {
namespace {

using touchpoint::Touch;
using touchpoint::Touchpoint;

const Instant now = *parse_instant("2026-11-23T12:00:00Z");
constexpr int accounts_count = 400, campaigns_count = 5, channels_count = 7, enough_for_a_file = 21'000;

class LedgerTest : public testing::TestWithParam<unsigned> {
 protected:
  void SetUp() override {
    open();
    write([](Write& write) {
      people::Company company{{}, "Thousandfold", "USD", "UTC"};
      people::found(write, company);
      for (int i = 0; i < 2; ++i) {
        territory::Territory territory;
        territory.name = "Territory " + std::to_string(i);
        territory::add(write, territory);
      }
    });
    write([this](Write& write) {
      for (int i = 0; i < accounts_count; ++i) {
        account::Account account;
        account.name = "Account " + std::to_string(i);
        if (pick(5) != 0) account.territory = Id<territory::Territory>{1 + pick(3)};
        write.insert(account);
      }
      for (int i = 0; i < campaigns_count; ++i) {
        campaign::Campaign campaign;
        campaign.name = "Campaign " + std::to_string(i);
        write.insert(campaign);
      }
    });
    write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
    write([this](Write& write) { add_orders(write, 300); });
  }

  void open() {
    database.reset();
    database = std::make_unique<Database>(path, app::schemas(), clock);
    database->segments().on_notice([this](const std::string& line) { notices.push_back(line); });
  }
  void write(const std::function<void(Write&)>& act) { database->write(Actor{}, "Test.", act); }
  std::int64_t pick(std::int64_t below) {
    return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(below));
  }
  Instant moment() { return {now.ms - pick(400 * ms_per_day)}; }

  void add_touchpoints(Write& write, int count) {
    for (int i = 0; i < count; ++i) {
      Touchpoint touch;
      touch.at = moment();
      if (pick(50) != 0) touch.account = Id<account::Account>{1 + pick(accounts_count)};
      if (pick(3) == 0) touch.campaign = Id<campaign::Campaign>{1 + pick(campaigns_count)};
      if (pick(3) != 0) touch.channel = Id<campaign::Channel>{1 + pick(channels_count)};
      touch.side = pick(3) == 0 ? Side::sales : Side::marketing;
      touch.kind = pick(3) == 0 ? touchpoint::TouchKind::call : touchpoint::TouchKind::other;
      write.append(touch);
      ++touchpoints;
    }
  }
  void add_orders(Write& write, int count) {
    for (int i = 0; i < count; ++i) {
      order::OrderLine line;
      line.at = moment();
      if (pick(20) != 0) line.account = Id<account::Account>{1 + pick(accounts_count)};
      if (pick(4) == 0) line.territory = Id<territory::Territory>{1 + pick(3)};
      line.revenue = {pick(1'000'000) - 100'000, *parse_currency("USD")};
      if (pick(3) != 0) line.cost = Money{pick(500'000), *parse_currency("USD")};
      write.append(line);
    }
  }
  void log_activity(Write& write) {
    fact::Activity activity;
    activity.at = moment();
    activity.account = Id<account::Account>{1 + pick(accounts_count)};
    activity.kind = fact::ActivityKind::call;
    activity.side = Side::sales;
    write.append(activity);
  }
  void take_back(Write& write) {
    const auto number = 1 + pick(write.as_of());
    if (!retracted.insert(number).second) return;
    write.retract_facts(number);
  }
  /// What somebody does next.
  void act() {
    switch (pick(9)) {
      case 0:
      case 1:
        return write([&](Write& write) { add_touchpoints(write, static_cast<int>(1 + pick(30))); });
      case 2:
        return write([&](Write& write) { add_orders(write, 3); });
      case 3:
        return write([&](Write& write) { write.supersede(Id<Touchpoint>{1 + pick(touchpoints)}); });
      case 4:
        return write([&](Write& write) { take_back(write); });
      case 5:
        return write([&](Write& write) { log_activity(write); });
      case 6:
        return write([&](Write& write) {
          auto campaign = *write.find(Id<campaign::Campaign>{1 + pick(campaigns_count)});
          campaign.channel = Id<campaign::Channel>{1 + pick(channels_count)};
          write.update(campaign);
        });
      case 7:
        return write([&](Write& write) {
          auto account = *write.find(Id<account::Account>{1 + pick(accounts_count)});
          account.territory = Id<territory::Territory>{1 + pick(3)};
          write.update(account);
        });
      default:
        return open();
    }
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

  /// The same question to the database, and to its rows without anything that was kept or derived.
  void expect_the_same(std::int64_t territory) {
    Actor actor;
    if (territory != 0) actor.territory = territory;
    Question question;
    question.by = static_cast<Dimension>(pick(6));
    question.model = static_cast<CreditModel>(pick(7));
    question.lookback_days = 10 + pick(100);
    question.from = day_of(now) - static_cast<int>(pick(300));
    question.until = day_of(now);
    const auto [lines, touches] = database->read(
        actor, [&](const Read& read) { return std::pair(lines_of(read, question), touches_of(read)); });
    Connection rows(path, Access::read_only);
    const Read plain(rows, actor, now);
    EXPECT_EQ(*lines, *lines_of(plain, question)) << "by " << name_of(question.by);
    const auto expected = touches_of(plain);
    ASSERT_EQ(touches.size(), expected.size());
    for (std::size_t i = 0; i < touches.size(); ++i) ASSERT_EQ(text_of(touches[i]), text_of(expected[i]));
  }
  /// What the list shows, from the rows with their names.
  void expect_the_list(std::int64_t territory) {
    static const Sql listed{
        "SELECT r.id FROM touchpoint_row r WHERE " ACCORD_IN_SCOPE("r.territory") " ORDER BY r.id"};
    Actor actor;
    if (territory != 0) actor.territory = territory;
    database->read(actor, [&](const Read& read) {
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
    if (pick(5) == 0) request.filters.emplace_back("kind", pick(2) == 0 ? "call" : "other");
    if (pick(4) == 0) request.filters.emplace_back("q", pick(2) == 0 ? "account 1" : "campaign");
    if (pick(3) == 0) request.filters.emplace_back("at_from", to_string(day_of(moment())));
    if (pick(3) == 0) request.filters.emplace_back("at_to", to_string(day_of(moment())));
    database->read(actor, [&](const Read& read) {
      for (int page = 0; page < 3; ++page) {
        const auto found = touchpoint::list_touchpoints(read, request);
        const auto expected = list<touchpoint::TouchpointRow>(read, request);
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
    return database->read(Actor{}, [](const Read& read) { return touchpoint::touches(read)->generation(); });
  }
  std::string file() const { return segments_folder_of(path) + "/touchpoints"; }

  tests::TemporaryFolder folder;
  SetClock clock{now};
  std::string path = folder.file("t.db");
  std::unique_ptr<Database> database;
  std::mt19937_64 chance{GetParam()};
  std::int64_t touchpoints = 0;
  std::set<std::int64_t> retracted;
  std::vector<std::string> notices;
};

TEST_P(LedgerTest, TheColumnFileAndWhatCameSinceAreTheRows) {
  const auto first = generation();
  EXPECT_GT(first, 0);
  for (int step = 0; step < 40; ++step) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    act();
    if (step == 20) write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
    expect_the_same(step % 3);
    if (step % 5 == 0) expect_the_list(step % 3);
    if (step % 2 == 0) expect_the_page(step % 4 / 2);
    if (HasFailure()) return;
  }
  EXPECT_GT(generation(), first) << "what came in was merged";
  EXPECT_TRUE(notices.empty());
}

TEST_P(LedgerTest, AFileThatIsDamagedOrGoneIsMadeAgain) {
  generation();
  database.reset();
  const auto size = std::filesystem::file_size(file());
  std::fstream(file(), std::ios::in | std::ios::out | std::ios::binary)
          .seekp(static_cast<std::streamoff>(size / 2))
      << "damage";
  open();
  expect_the_same(0);
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_NE(notices[0].find("is made again from the facts: it is damaged"), std::string::npos);
  std::filesystem::remove_all(segments_folder_of(path));
  open();
  expect_the_same(0);
  EXPECT_TRUE(std::filesystem::exists(file()));
}

/// A restored backup has other rows than the ones that the file was made of.
TEST_P(LedgerTest, AFileOfOtherRowsIsNotUsed) {
  generation();
  const auto kept = folder.file("kept");
  std::filesystem::copy(file(), kept);
  write([](Write& write) { write.retract_facts(3); });
  open();
  generation();
  std::filesystem::copy(kept, file(), std::filesystem::copy_options::overwrite_existing);
  open();
  expect_the_same(0);
}

TEST_P(LedgerTest, WhereTheDiskTakesNoFileTheRowsAreRead) {
  std::ofstream(segments_folder_of(path)) << "no folder";
  expect_the_same(0);
  EXPECT_EQ(generation(), 0);
  ASSERT_FALSE(notices.empty());
  EXPECT_NE(notices[0].find("Without the column file"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LedgerTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
