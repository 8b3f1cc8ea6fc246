// SPDX-License-Identifier: Apache-2.0
// Who reads facts while somebody else writes them sees those of one commit, whole. The thread sanitizer runs
// this: the column file is merged and mapped, what was worked out is kept and shared, and the accounts are
// summed by several threads, all while facts come in.
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "base/json.hpp"
#include "roi/roi_lines.hpp"
#include "tests/random_facts.hpp"

namespace accord::roi {
namespace {

using touchpoint::TouchpointRow;

const Sql rows_in_scope{
    "SELECT r.id FROM touchpoint_row r WHERE " ACCORD_IN_SCOPE("r.territory") " ORDER BY r.id"};

/// As many as are summed by several threads.
constexpr int accounts_count = 20'500;

class ReadersTest : public testing::Test, protected tests::RandomFacts {
 protected:
  ReadersTest() : RandomFacts(1, accounts_count) {}

  static Question question_of(std::int64_t turn) {
    Question question;
    question.by = static_cast<Dimension>(turn % 6);
    question.model = static_cast<CreditModel>(turn % 7);
    if (turn % 3 == 1) question.only[static_cast<std::size_t>(turn % 7)] = 1 + turn % 2;
    question.from = day_of(now) - 300;
    question.until = day_of(now);
    return question;
  }
  static Actor actor_of(std::int64_t territory) {
    Actor actor;
    if (territory != 0) actor.territory = territory;
    return actor;
  }

  /// The columns are the rows of the same commit.
  static void expect_the_columns(const Read& read) {
    std::vector<std::int64_t> expected, found;
    read.each(rows_in_scope, {read.scope()}, [&](const Row& row) { expected.push_back(row.integer(0)); });
    touchpoint::touches(read)->each(
        [&](const auto& columns, std::size_t i) { found.push_back(columns.row[i]); });
    std::ranges::sort(found);
    EXPECT_EQ(found, expected);
  }
  /// So is a page of the list.
  static void expect_the_list(const Read& read, std::int64_t turn) {
    const ListRequest request{{{"order", turn % 2 == 0 ? "-at" : "id"}, {"side", "sales"}}, {}};
    const auto found = touchpoint::list_touchpoints(read, request);
    const auto expected = list<TouchpointRow>(read, request);
    EXPECT_EQ(found.total, expected.total);
    ASSERT_EQ(found.items.size(), expected.items.size());
    for (std::size_t i = 0; i < found.items.size(); ++i)
      EXPECT_EQ(json::serialize(to_json(found.items[i])), json::serialize(to_json(expected.items[i])));
  }
  /// Returns sum up, and are the same to all who ask as of one commit.
  void expect_the_return(const Read& read, std::int64_t turn) {
    const auto lines = lines_of(read, question_of(turn));
    EXPECT_EQ(lines->attributed.revenue + lines->unattributed.revenue, lines->booked.revenue);
    EXPECT_EQ(lines->attributed.margin + lines->unattributed.margin, lines->booked.margin);
    const std::lock_guard lock(mutex);
    const auto [told, is_first] =
        told_of.try_emplace({read.as_of(), read.actor().territory.value_or(0), turn % 42}, *lines);
    EXPECT_TRUE(is_first || told->second == *lines) << "as of commit " << read.as_of();
  }
  /// Looks until the writer is done.
  void look(std::int64_t reader) {
    for (std::int64_t turn = 0; !is_over; ++turn) {
      database().read(actor_of(reader % 2), [&](const Read& read) {
        expect_the_columns(read);
        expect_the_list(read, turn);
        expect_the_return(read, turn);
        return 0;
      });
      ++looks;
      looks.notify_all();
    }
  }

  std::atomic<bool> is_over = false;
  std::atomic<int> looks = 0;
  std::mutex mutex;
  std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, Lines> told_of;
};

TEST_F(ReadersTest, SeeOneCommitWhileFactsAreAddedSupersededAndUndone) {
  std::vector<std::jthread> readers;
  for (std::int64_t reader = 0; reader < 3; ++reader) readers.emplace_back([this, reader] { look(reader); });
  // Whatever the writer throws, the readers are let go before they are waited for.
  const std::unique_ptr<std::atomic<bool>, void (*)(std::atomic<bool>*)> let_go(
      &is_over, [](std::atomic<bool>* over) { *over = true; });
  for (int step = 0; step < 30; ++step) {
    const auto before = looks.load();
    if (step == 15) write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
    for (int i = 0; i < 3; ++i) act();
    looks.wait(before);
  }
  is_over = true;
  readers.clear();
  Connection rows(path(), Access::read_only);
  for (const std::int64_t territory : {0, 1}) {
    const auto actor = actor_of(territory);
    const auto at_last =
        database().read(actor, [](const Read& read) { return lines_of(read, question_of(0)); });
    EXPECT_EQ(*at_last, *lines_of(Read(rows, actor, now), question_of(0)));
  }
  EXPECT_TRUE(notices().empty());
}

}  // namespace
}  // namespace accord::roi
