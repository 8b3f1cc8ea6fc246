// SPDX-License-Identifier: Apache-2.0
// Whatever comes in, goes, is corrected or moves, the lines are those of the rows, from the column file or
// not.
#include "order/lines.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/json.hpp"
#include "order/order_store.hpp"
#include "tests/random_facts.hpp"

namespace accord::order {
namespace {

const Sql rows_of_the_list{
    "SELECT r.id, r.at, r.account, r.territory, r.product, r.quantity, r.list_price_minor, r.revenue_minor, "
    "r.revenue_currency, r.cost_minor, r.number, r.system, r.precision, COALESCE(r.opportunity, 0) FROM "
    "order_row r WHERE r.kind = 'booked' AND "
    "" ACCORD_IN_SCOPE("r.territory") " ORDER BY r.id"};
const Sql any_standing{"SELECT l.id FROM order_line_standing l WHERE l.id >= :from ORDER BY l.id LIMIT 1"};
const Sql commit_of{
    "SELECT l.commit_number FROM order_line l WHERE l.id > 28300 AND l.id <= :id ORDER BY l.id DESC LIMIT 1"};

std::string text_of(std::int64_t minor, std::string_view currency) {
  return std::to_string(minor) + std::string(currency) + " ";
}
std::string text_of(const std::optional<Money>& money) {
  return money ? text_of(money->minor, money->currency.text()) : "- ";
}
std::string text_of(const Line& line) {
  return std::to_string(line.row) + " " + std::to_string(line.at.ms) + " " + std::to_string(line.account) +
         " " + std::to_string(line.territory) + " " + std::to_string(line.product) + " " +
         std::to_string(line.quantity.value_or(-1)) + " " + text_of(line.list_price) + text_of(line.revenue) +
         text_of(line.cost) + std::string(line.number) + "/" + std::string(line.system) + " " +
         std::string(name_of(line.precision)) + " " + std::to_string(line.opportunity);
}
std::string text_of(const Row& row) {
  const auto money = [&](int column) {
    return row.is_null(column) ? std::string("- ") : text_of(row.integer(column), row.text(8));
  };
  const auto id = [&](int column) { return std::to_string(row.integer(column)) + " "; };
  return id(0) + id(1) + id(2) + id(3) + id(4) + std::to_string(row.is_null(5) ? -1 : row.number(5)) + " " +
         money(6) + money(7) + money(9) + std::string(row.text(10)) + "/" + std::string(row.text(11)) + " " +
         std::string(row.text(12)) + " " + std::to_string(row.integer(13));
}

class LinesTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  LinesTest() : RandomFacts(GetParam(), 300) {
    move_to(GetParam() % 2 == 0 ? "America/Chicago" : "Asia/Tokyo");
    write([this](Write& write) { add_lines(write, 28'000); });
  }

  void add_lines(Write& write, int count) {
    const Currency usd = *parse_currency("USD"), eur = *parse_currency("EUR");
    for (int i = 0; i < count; ++i) {
      OrderLine line;
      line.at = moment();
      if (pick(9) != 0) line.account = Id<account::Account>{1 + pick(300)};
      if (pick(3) == 0) line.territory = Id<territory::Territory>{1 + pick(territories_count)};
      if (pick(4) == 0) line.kind = OrderKind::invoiced;
      if (pick(2) == 0) line.precision = fact::Precision::moment;
      if (pick(2) == 0) line.number = "SO-" + std::to_string(pick(1'000'000));
      if (pick(2) == 0) line.system = pick(2) == 0 ? "ERP" : "Wärme & Co";
      if (pick(2) == 0) line.quantity = 0.25 * static_cast<double>(pick(40));
      line.revenue = {pick(1'000'000) - 100'000, pick(5) == 0 ? eur : usd};
      if (pick(3) == 0) line.opportunity = Id<funnel::Opportunity>{1 + pick(opportunities_count)};
      if (pick(2) == 0) line.person = Id<people::Person>{1 + pick(people_count)};
      if (pick(4) == 0) line.discount = Money{pick(9'000), line.revenue.currency};
      if (pick(4) == 0) line.key = "L" + std::to_string(pick(9'000));
      if (pick(2) == 0) line.list_price = Money{pick(1'000'000), line.revenue.currency};
      if (pick(2) == 0) line.cost = Money{pick(500'000), line.revenue.currency};
      write.append(line);
    }
  }
  void supersede_one() {
    write([this](Write& write) {
      const auto one = write.integer(any_standing, {{"from", 1 + pick(28'000)}});
      if (one) write.supersede(Id<OrderLine>{*one});
      add_lines(write, 1);
    });
  }
  /// Takes back what the commit of some line did.
  void undo_one() {
    write([this](Write& write) {
      const auto commit = write.integer(commit_of, {{"id", 28'301 + pick(100)}});
      if (commit && undone.insert(*commit).second) write.retract_facts(*commit);
    });
  }
  void move_an_account() {
    write([this](Write& write) {
      auto account = *write.find(Id<account::Account>{1 + pick(300)});
      account.territory = Id<territory::Territory>{1 + pick(territories_count)};
      write.update(account);
    });
  }
  void change() {
    switch (pick(4)) {
      case 0:
        return write([this](Write& write) { add_lines(write, 5); });
      case 1:
        return supersede_one();
      case 2:
        return undo_one();
      default:
        return move_an_account();
    }
  }
  void expect_the_rows() {
    for (const std::int64_t territory : {0, 2}) {
      Actor actor;
      if (territory != 0) actor.territory = territory;
      database().read(actor, [&](const Read& read) {
        std::vector<std::string> expected, found;
        read.each(rows_of_the_list, {read.scope()},
                  [&](const Row& row) { expected.push_back(text_of(row)); });
        each_booked_line(read, [&](const Line& line) { found.push_back(text_of(line)); });
        EXPECT_EQ(found.size(), expected.size());
        const auto [at, other] = std::ranges::mismatch(found, expected);
        if (at != found.end() && other != expected.end()) {
          EXPECT_EQ(*at, *other);
        }
        return 0;
      });
    }
  }
  ListRequest any_request() {
    static const std::vector<std::pair<std::string, std::vector<std::string>>> asked{
        {"kind", {"booked", "invoiced", "returned", ""}},
        {"account", {"17", ""}},
        {"territory", {"1", "2", ""}},
        {"person", {"3", ""}},
        {"opportunity", {"", "9"}},
        {"currency", {"USD", "CHF"}},
        {"discount", {""}},
        {"number", {"", "SO-17"}},
        {"at_from", {"2026-03-02"}},
        {"at_to", {"2026-09-09"}},
        {"revenue_from", {"250000"}},
        {"discount_to", {"4500"}},
        {"q", {"account 1", "so-9", "L7", "account so- 1", "_"}},
        {"account_name", {"account 5"}}};
    ListRequest request{{{"limit", std::to_string(1 + pick(9))}}, {}};
    for (const auto& [name, texts] : asked) {
      if (pick(6) == 0)
        request.filters.emplace_back(
            name, texts[static_cast<std::size_t>(pick(static_cast<std::int64_t>(texts.size())))]);
    }
    static const std::vector<std::string> orders{"-at",   "at",        "id",         "-revenue",
                                                 "-cost", "-discount", "-territory", "account_name"};
    if (pick(5) != 0) request.filters.emplace_back("order", orders[static_cast<std::size_t>(pick(8))]);
    return request;
  }
  static std::string in_words(const auto& rows) {
    std::string text;
    for (const auto& row : rows) text += json::serialize(to_json(row)) + "\n";
    return text;
  }
  /// The list and its totals, from the columns, are those of the rows.
  void expect_the_list() {
    auto request = any_request();
    Actor actor;
    if (pick(2) == 0) actor.territory = 2;
    database().read(actor, [&](const Read& read) {
      EXPECT_EQ(in_words(totals_of(read, request)), in_words(totals_by_rows(read, request)));
      for (int page = 0; page < 3; ++page) {
        const auto found = list_orders(read, request), expected = list_by_rows(read, request);
        EXPECT_EQ(found.total, expected.total);
        EXPECT_EQ(found.next, expected.next);
        EXPECT_EQ(in_words(found.items), in_words(expected.items));
        lines_listed += found.items.size();
        if (!found.next) break;
        request.filters.emplace_back("after", *found.next);
      }
      return 0;
    });
  }
  std::string file() const { return segments_folder_of(path()) + "/order_lines"; }

  std::set<std::int64_t> undone;
  std::size_t lines_listed = 0;
};

TEST_P(LinesTest, AreThoseOfTheRowsWhateverChanges) {
  expect_the_rows();
  EXPECT_TRUE(std::filesystem::exists(file()));
  for (int step = 0; step < 24; ++step) {
    change();
    expect_the_rows();
    if (step % 8 == 7) open();
  }
  undo_one();
  expect_the_rows();
  EXPECT_FALSE(undone.empty());
  EXPECT_TRUE(notices().empty());
}

TEST_P(LinesTest, AListFromTheColumnsIsThatOfTheRows) {
  for (int step = 0; step < 6; ++step) {
    change();
    for (int i = 0; i < 4; ++i) expect_the_list();
    if (HasFailure()) return;
  }
  EXPECT_GT(lines_listed, 50U);
}

/// A restored backup has other rows than the ones that the file was made of.
TEST_P(LinesTest, AreReadAnewWhereTheFileIsOfOtherRows) {
  const auto earlier = beside("earlier.db");
  expect_the_rows();
  stop();
  std::filesystem::copy_file(path(), earlier);
  open();
  write([this](Write& write) { add_lines(write, 28'000); });
  expect_the_rows();
  stop();
  for (const auto* end : {"-wal", "-shm"}) std::filesystem::remove(path() + end);
  std::filesystem::copy_file(earlier, path(), std::filesystem::copy_options::overwrite_existing);
  open();
  write([this](Write& write) { add_lines(write, 3); });
  expect_the_rows();
}

TEST_P(LinesTest, ADamagedFileIsMadeAgainAndSaidSo) {
  expect_the_rows();
  stop();
  std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(5'000);
  bytes.put('?').put('!');
  bytes.close();
  open();
  expect_the_rows();
  ASSERT_EQ(notices().size(), 1U);
  EXPECT_NE(notices().front().find("is made again from the facts"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LinesTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::order
