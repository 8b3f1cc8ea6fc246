// SPDX-License-Identifier: Apache-2.0
// Whatever is added, changed or undone, the columns are those of the rows, from the column files or not.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "conversion/conversion_columns.hpp"
#include "db/history.hpp"
#include "people/people.hpp"
#include "tests/random_facts.hpp"

namespace accord::conversion {
namespace {

using funnel::Opportunity;

const Sql records{
    "SELECT o.id, COALESCE(o.territory, 0), COALESCE(o.product, 0), COALESCE(o.owner, 0), o.source, "
    "o.created_on, o.close_on, o.outcome, o.stage, o.value_minor, o.value_currency, COALESCE(w.side, 'none') "
    "FROM opportunity o LEFT JOIN person w ON w.id = o.owner ORDER BY o.id"};
const Sql changes{
    "SELECT v.opportunity, v.at, v.precision, v.stage FROM stage_change_standing v JOIN opportunity o ON "
    "o.id = "
    "v.opportunity ORDER BY v.opportunity, v.at, v.id"};
const Sql some_opportunity{"SELECT o.id FROM opportunity o WHERE o.id >= :from ORDER BY o.id LIMIT 1"};

constexpr std::int64_t at_first = 21'500;

class ColumnsTest : public testing::TestWithParam<unsigned>, protected tests::RandomFacts {
 protected:
  ColumnsTest() : RandomFacts(GetParam(), 30) {
    write([this](Write& write) { add(write, at_first); });
  }

  void fill(Opportunity& one) {
    one.name = "Journey " + std::to_string(pick(1'000'000));
    one.stage = any_stage();
    one.source = std::array{"", "Web", "Messe", "Mail"}[static_cast<std::size_t>(pick(4))];
    one.outcome = static_cast<funnel::Outcome>(pick(3));
    if (pick(3) != 0) one.owner = Id<people::Person>{1 + pick(people_count)};
    if (pick(3) != 0) one.territory = Id<territory::Territory>{1 + pick(territories_count)};
    one.created_on = pick(9) == 0 ? std::nullopt : std::optional(day_of(moment()));
    one.close_on = pick(3) == 0 ? std::nullopt : std::optional(day_of(moment()));
    one.value = std::nullopt;
    if (pick(3) != 0) one.value = Money{pick(9'000'000), *parse_currency(pick(4) == 0 ? "EUR" : "USD")};
  }
  std::string any_stage() {
    return std::array{"Inquiry", "Demo", "Proposal", "Won", ""}[static_cast<std::size_t>(pick(5))];
  }
  void add(Write& write, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
      Opportunity one;
      fill(one);
      write.insert(one);
      for (auto left = pick(3); left > 0; --left) add_change(write, one.id);
    }
  }
  void add_change(Write& write, Id<Opportunity> opportunity) {
    fact::StageChange change;
    change.opportunity = opportunity;
    change.stage = any_stage();
    change.at = moment();
    change.precision = static_cast<fact::Precision>(pick(3));
    write.append(change);
  }
  void change_some(Write& write) {
    for (int i = 0; i < 4; ++i) {
      const auto id = write.integer(some_opportunity, {{"from", 1 + pick(at_first)}});
      if (!id) continue;
      auto one = *write.find(Id<Opportunity>{*id});
      fill(one);
      write.update(one);
      add_change(write, one.id);
    }
  }
  void change() {
    switch (pick(5)) {
      case 0:
        return write([this](Write& write) {
          add(write, 3);
          change_some(write);
          imports.push_back(write.number());
        });
      case 1:
        if (imports.empty()) return;
        write([this](Write& write) {
          write.retract_facts(imports.back());
          removed += revert(write, info_of<Opportunity>(), imports.back()).removed.size();
        });
        imports.pop_back();
        return;
      case 2:
        return write([this](Write& write) {
          auto person = *write.find(Id<people::Person>{1 + pick(people_count)});
          person.side = person.side == Side::sales ? Side::marketing : Side::sales;
          write.update(person);
        });
      case 3:
        return write([](Write& write) {
          auto company = *people::find_company(write);
          company.time_zone = company.time_zone == "UTC" ? "Asia/Tokyo" : "UTC";
          write.update(company);
        });
      default:
        return write([this](Write& write) { change_some(write); });
    }
  }

  void expect_the_rows() {
    database().read(Actor{}, [](const Read& read) {
      const auto zone = people::find_company(read)->time_zone;
      std::map<std::int64_t, std::vector<std::string>> by_journey;
      read.each(changes, {}, [&](const Row& row) {
        const Instant at{row.integer(1)};
        const auto day = row.text(2) == "moment" ? day_in(at, zone) : day_of(at);
        by_journey[row.integer(0)].push_back(std::to_string(day.number) + " " + std::string(row.text(2)) +
                                             " " + std::string(row.text(3)));
      });
      const auto all = columns(read);
      std::size_t place = 0;
      read.each(records, {}, [&](const Row& row) {
        ASSERT_LT(place, all->size());
        const auto& one = all->records[place];
        EXPECT_EQ(one.id, row.integer(0));
        EXPECT_EQ(one.territory, row.integer(1));
        EXPECT_EQ(one.product, row.integer(2));
        EXPECT_EQ(one.owner, row.integer(3));
        EXPECT_EQ(all->sources[one.source], row.text(4));
        EXPECT_EQ(one.created_on, row.optional_integer(5).value_or(no_day));
        EXPECT_EQ(one.close_on, row.optional_integer(6).value_or(no_day));
        EXPECT_EQ(name_of(one.outcome), row.text(7));
        EXPECT_EQ(all->names[one.stage].name, row.text(8));
        EXPECT_EQ(one.currency == 0, row.is_null(9));
        if (one.currency != 0) {
          EXPECT_EQ(one.value, row.integer(9));
          EXPECT_EQ(all->currencies[one.currency].text(), row.text(10));
        }
        EXPECT_EQ(name_of(one.side), row.text(11));
        std::vector<std::string> told;
        for (const auto& change : all->changes_of(place))
          told.push_back(std::to_string(change.day) + " " + std::string(name_of(change.precision)) + " " +
                         all->names[change.stage].name);
        EXPECT_EQ(told, by_journey[one.id]);
        ++place;
      });
      EXPECT_EQ(place, all->size());
      return 0;
    });
  }
  std::string file() const { return segments_folder_of(path()) + "/journeys"; }
  std::string bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::vector<std::int64_t> imports;
  std::size_t removed = 0;
};

TEST_P(ColumnsTest, AreThoseOfTheRowsWhateverChanges) {
  expect_the_rows();
  ASSERT_TRUE(std::filesystem::exists(file()));
  const auto before = bytes();
  write([this](Write& write) { change_some(write); });
  expect_the_rows();
  EXPECT_EQ(bytes(), before) << "a few changes are read beside the file";
  for (int step = 0; step < 20; ++step) {
    change();
    expect_the_rows();
    if (HasFailure()) return;
    if (step % 5 == 4) open();
  }
  write([this](Write& write) {
    add(write, 3);
    imports.push_back(write.number());
  });
  open();
  write([this](Write& write) {
    write.retract_facts(imports.back());
    removed += revert(write, info_of<Opportunity>(), imports.back()).removed.size();
  });
  open();
  expect_the_rows();
  EXPECT_GT(removed, 0U);
  EXPECT_TRUE(notices().empty());
}

/// In the same order: nothing that is told depends on where they were read from.
TEST_P(ColumnsTest, AreNumberedAlikeFromTheFileAndFromTheRows) {
  const auto numbered = [this] {
    return database().read(Actor{}, [](const Read& read) {
      const auto all = columns(read);
      std::vector<std::string> told = all->sources;
      for (const auto& name : all->names)
        told.push_back(name.name + " " + std::to_string(name.first_day) + " " +
                       std::to_string(name.stand_open) + " " + std::to_string(name.stand_closed));
      for (const auto& currency : all->currencies) told.push_back(std::string(currency.text()));
      return told;
    });
  };
  write([this](Write& write) { change_some(write); });
  const auto from_rows = numbered();
  write([this](Write& write) { change_some(write); });
  open();
  const auto from_file = numbered();
  stop();
  std::filesystem::remove_all(segments_folder_of(path()));
  open();
  EXPECT_EQ(numbered(), from_file);
  EXPECT_EQ(from_rows.size(), from_file.size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, ColumnsTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::conversion
