// SPDX-License-Identifier: Apache-2.0
// Whatever is added, changed or undone, the inquiries are those of the rows, from the column file or not.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "db/counts_as.hpp"
#include "db/history.hpp"
#include "roi/roi_facts.hpp"
#include "tests/random_facts.hpp"

namespace accord::roi {
namespace {

using account::Account;
using account::Contact;
using funnel::Opportunity;

/// Asked of the rows, with the first stage change of each beside it.
const Sql rows_in_scope{
    "SELECT o.id, COALESCE(o.account, c.account, 0), COALESCE(o.product, 0), COALESCE(o.territory, 0), "
    "COALESCE(o.owner, 0), o.created_on, o.phase FROM opportunity o LEFT JOIN contact c ON c.id = o.contact "
    "WHERE " ACCORD_IN_SCOPE("o.territory") " ORDER BY o.id"};
const Sql first_change{
    "SELECT s.at, s.precision FROM stage_change_standing s WHERE s.opportunity = :opportunity "
    "ORDER BY s.at, s.id LIMIT 1"};
const Sql some_change{"SELECT s.id FROM stage_change_standing s WHERE s.id >= :from ORDER BY s.id LIMIT 1"};
const Sql some_opportunity{"SELECT o.id FROM opportunity o WHERE o.id >= :from ORDER BY o.id LIMIT 1"};

constexpr std::int64_t opportunities_at_first = 24'000, contacts_count = 200, accounts_count = 300;

using Told = std::tuple<std::int64_t, int, std::int64_t, std::int64_t, std::int64_t, std::int64_t, bool>;

class InquiriesTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  InquiriesTest() : RandomFacts(GetParam(), accounts_count) {
    write([this](Write& write) {
      for (int i = 0; i < contacts_count; ++i) {
        Contact contact;
        contact.name = "Contact " + std::to_string(i);
        if (pick(5) != 0) contact.account = any_account();
        write.insert(contact);
      }
    });
    write([this](Write& write) { add(write, opportunities_at_first); });
  }

  Id<Account> any_account() { return {1 + pick(accounts_count)}; }
  std::optional<Id<territory::Territory>> any_territory() {
    return pick(3) == 0 ? std::nullopt : std::optional(Id<territory::Territory>{1 + pick(territories_count)});
  }
  void fill(Opportunity& one) {
    one.name = "Inquiry " + std::to_string(pick(1'000'000));
    one.stage = "Open";
    one.phase = pick(3) == 0 ? funnel::Phase::lead : funnel::Phase::opportunity;
    one.account = pick(2) == 0 ? std::nullopt : std::optional(any_account());
    if (pick(3) != 0) one.contact = Id<Contact>{1 + pick(contacts_count)};
    if (pick(3) != 0) one.owner = Id<people::Person>{1 + pick(people_count)};
    one.territory = any_territory();
    one.created_on = pick(9) == 0 ? std::nullopt : std::optional(day_of(moment()));
  }
  void add(Write& write, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
      Opportunity one;
      fill(one);
      write.insert(one);
      if (pick(6) == 0) add_stage_change(write, one.id);
    }
  }
  void add_stage_change(Write& write, Id<Opportunity> opportunity) {
    fact::StageChange change;
    change.opportunity = opportunity;
    change.stage = "Open";
    change.at = moment();
    if (pick(4) == 0) change.precision = fact::Precision::at_least_since;
    write.append(change);
  }
  std::optional<std::int64_t> any(Write& write, const Sql& sql) {
    return write.integer(sql, {{"from", 1 + pick(opportunities_at_first)}});
  }
  void change_some(Write& write) {
    for (int i = 0; i < 4; ++i) {
      const auto id = any(write, some_opportunity);
      if (!id) continue;
      auto one = *write.find(Id<Opportunity>{*id});
      fill(one);
      write.update(one);
    }
  }
  void move_a_contact(Write& write) {
    auto contact = *write.find(Id<Contact>{1 + pick(contacts_count)});
    contact.account = pick(4) == 0 ? std::nullopt : std::optional(any_account());
    write.update(contact);
  }
  /// As an import does, which adds some and tells others anew.
  void import_some() {
    write([&](Write& write) {
      add(write, 3);
      change_some(write);
      imports.push_back(write.number());
    });
  }
  /// Those that it added go; the others are again as they were.
  void undo_an_import() {
    if (imports.empty()) return;
    const auto commit = imports.back();
    imports.pop_back();
    write([&](Write& write) {
      write.retract_facts(commit);
      removed += revert(write, info_of<Opportunity>(), commit).removed.size();
    });
  }
  void change() {
    switch (pick(6)) {
      case 0:
        return import_some();
      case 1:
        return undo_an_import();
      case 2:
        return write([this](Write& write) { change_some(write); });
      case 3:
        return write([this](Write& write) { move_a_contact(write); });
      case 4:
        return write([this](Write& write) {
          if (const auto id = any(write, some_opportunity)) add_stage_change(write, {*id});
        });
      default:
        return write([this](Write& write) {
          if (const auto id = any(write, some_change)) write.supersede(Id<fact::StageChange>{*id});
        });
    }
  }

  static std::optional<Day> day_in(const Read& read, const Row& row) {
    if (!row.is_null(5)) return Day{static_cast<std::int32_t>(row.integer(5))};
    std::optional<Day> first;
    read.each(first_change, {{"opportunity", row.integer(0)}}, [&](const Row& change) {
      if (change.text(1) != "at_least_since") first = day_of(Instant{change.integer(0)});
    });
    return first;
  }
  void expect_the_rows() {
    for (const std::int64_t territory : {0, 2}) {
      Actor actor;
      if (territory != 0) actor.territory = territory;
      database().read(actor, [&](const Read& read) {
        std::vector<Told> expected, found;
        std::int64_t without_day = 0;
        const auto accounts = counts_as(read, "account");
        read.each(rows_in_scope, {read.scope()}, [&](const Row& row) {
          const auto on = day_in(read, row);
          if (!on) return static_cast<void>(++without_day);
          expected.emplace_back(accounts->of(row.integer(1)), on->number, row.integer(0), row.integer(2),
                                row.integer(3), row.integer(4), row.text(6) == "lead");
        });
        std::ranges::sort(expected);
        const auto all = inquiries(read);
        for (const auto& one : all->all)
          found.emplace_back(one.account, one.on.number, one.opportunity, one.product, one.territory,
                             one.owner, one.phase == funnel::Phase::lead);
        EXPECT_EQ(all->without_day, without_day);
        EXPECT_EQ(found, expected);
        without_day_seen += without_day;
        return 0;
      });
    }
  }
  std::string file() const { return segments_folder_of(path()) + "/inquiries"; }
  std::string bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::vector<std::int64_t> imports;
  std::size_t removed = 0;
  std::int64_t without_day_seen = 0;
};

TEST_P(InquiriesTest, AreThoseOfTheRowsWhateverChanges) {
  expect_the_rows();
  EXPECT_TRUE(std::filesystem::exists(file()));
  const auto before = bytes();
  write([this](Write& write) { change_some(write); });
  write([this](Write& write) { move_a_contact(write); });
  expect_the_rows();
  EXPECT_EQ(bytes(), before) << "a few changes are read beside the file";
  for (int step = 0; step < 24; ++step) {
    change();
    expect_the_rows();
    if (HasFailure()) return;
    if (step % 8 == 7) open();
  }
  import_some();
  undo_an_import();
  expect_the_rows();
  EXPECT_GT(removed, 0U);
  EXPECT_GT(without_day_seen, 0);
  EXPECT_TRUE(notices().empty());
}

TEST_P(InquiriesTest, TheFileIsMadeAgainOnceManyChanged) {
  expect_the_rows();
  const auto before = bytes();
  write([this](Write& write) { add(write, 21'000); });
  expect_the_rows();
  EXPECT_GT(bytes().size(), before.size());
  open();
  expect_the_rows();
}

/// A restored backup has other records than the ones that the file was made of, at the same moments here.
TEST_P(InquiriesTest, AreReadAnewWhereTheFileIsOfOtherRows) {
  const auto earlier = beside("earlier.db");
  expect_the_rows();
  stop();
  std::filesystem::copy_file(path(), earlier);
  open();
  write([this](Write& write) { add(write, 24'000); });
  expect_the_rows();
  stop();
  for (const auto* end : {"-wal", "-shm"}) std::filesystem::remove(path() + end);
  std::filesystem::copy_file(earlier, path(), std::filesystem::copy_options::overwrite_existing);
  open();
  write([this](Write& write) { add(write, 24'000); });
  expect_the_rows();
}

TEST_P(InquiriesTest, ADamagedFileIsMadeAgainAndSaidSo) {
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

INSTANTIATE_TEST_SUITE_P(Seeds, InquiriesTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
