// SPDX-License-Identifier: Apache-2.0
#include "db/id_list.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "db/database.hpp"
#include "db/history.hpp"
#include "db/list.hpp"
#include "tests/temporary_folder.hpp"

namespace accord {
namespace {

struct Stop {
  Id<Stop> id;
};
/// A record with lists: one of anything, and the one that scopes look at.
struct Line {
  Id<Line> id;
  std::string name;
  std::vector<Id<Stop>> stops;
  std::vector<Id<Stop>> territories;
};

}  // namespace
template <>
inline constexpr auto described<Line> = record("line", "A line.", field(&Line::id, "id", "Its number."),
                                               field(&Line::name, "name", "Its name."),
                                               field(&Line::stops, "stops", "Where it stops."),
                                               field(&Line::territories, "territories", "Where it runs."));

namespace {

const Sql reach{"INSERT INTO territory_reach (above, below) VALUES (:above, :below)"};

std::vector<Id<Stop>> ids(std::initializer_list<std::int64_t> numbers) {
  std::vector<Id<Stop>> list;
  for (const auto number : numbers) list.push_back({number});
  return list;
}

class IdListTest : public testing::Test {
 protected:
  void SetUp() override { open({}); }

  void open(std::optional<Beginning> beginning) {
    database.reset();
    database = std::make_unique<Database>(
        folder.file("t.db"),
        std::vector<Schema>{
            {.subject = "lines", .tables = {record_table<Line>()}, .beginning = std::move(beginning)}},
        clock);
  }
  std::int64_t write(const std::string& what, const std::function<void(Write&)>& act) {
    return database->write(actor, what, act);
  }
  Id<Line> add(const std::string& name, std::vector<Id<Stop>> stops, std::vector<Id<Stop>> territories = {}) {
    Line line{{}, name, std::move(stops), std::move(territories)};
    write("Add.", [&](Write& write) { write.insert(line); });
    return line.id;
  }
  std::int64_t set_stops(Id<Line> id, std::vector<Id<Stop>> stops) {
    return write("Change.", [&](Write& write) {
      auto line = *write.find(id);
      line.stops = std::move(stops);
      write.update(line);
    });
  }
  std::vector<Id<Stop>> stops(Id<Line> id) {
    return database->read(actor, [&](const Read& read) { return read.find(id)->stops; });
  }
  std::vector<Change> changes(Id<Line> id) {
    return database->read(actor, [&](const Read& read) { return history(read, info_of<Line>(), id.number); });
  }
  std::vector<std::string> found(std::vector<std::pair<std::string, std::string>> filters,
                                 std::optional<std::int64_t> territory = {}) {
    Actor reader;
    reader.territory = territory;
    return database->read(reader, [&](const Read& read) {
      filters.emplace_back("order", "name");
      std::vector<std::string> names;
      for (const auto& line : list<Line>(read, {filters, {}}).items) names.push_back(line.name);
      return names;
    });
  }

  tests::TemporaryFolder folder;
  SetClock clock{*parse_instant("2026-03-02T09:00:00Z")};
  Actor actor;
  std::unique_ptr<Database> database;
};

using Names = std::vector<std::string>;

TEST_F(IdListTest, HoldsEachIdOnceInTheOrderOfTheNumbers) {
  const auto line = add("red", ids({7, 3, 7}));
  EXPECT_EQ(stops(line), ids({3, 7}));
  set_stops(line, ids({9, 3}));
  EXPECT_EQ(stops(line), ids({3, 9}));
  write("Remove.", [&](Write& write) { write.remove(line); });
  EXPECT_EQ(add("blue", {}).number, 2);
  EXPECT_EQ(found({{"stops", "3"}}), Names{});
}

TEST_F(IdListTest, HistorySaysWhatCameAndWhatWent) {
  const auto line = add("red", ids({3, 7}));
  set_stops(line, ids({3}));
  set_stops(line, ids({3}));
  set_stops(line, ids({3, 7, 9}));
  const auto all = changes(line);
  ASSERT_EQ(all.size(), 4U);
  ASSERT_EQ(all[0].changes.size(), 1U);
  EXPECT_EQ(all[0].changes[0].field, "stops");
  EXPECT_EQ(all[0].changes[0].before, "3");
  EXPECT_EQ(all[0].changes[0].after, "3, 7, 9");
  EXPECT_TRUE(all[1].changes.empty());
  EXPECT_EQ(all[2].changes[0].before, "3, 7");
  EXPECT_EQ(all[2].changes[0].after, "3");
  EXPECT_EQ(all[3].changes.size(), 2U) << "the name and the stops";
}

TEST_F(IdListTest, WhatComesAndGoesInOneCommitWasNeverThere) {
  const auto line = add("red", ids({3}));
  write("Change twice.", [&](Write& write) {
    auto changed = *write.find(line);
    changed.stops = ids({3, 5});
    write.update(changed);
    changed.stops = ids({3});
    write.update(changed);
  });
  ASSERT_EQ(changes(line).size(), 2U);
  EXPECT_TRUE(changes(line)[0].changes.empty());
}

TEST_F(IdListTest, RevertPutsBackWhatTheCommitTookAndTakesWhatItGave) {
  const auto line = add("red", ids({3, 7}));
  Id<Line> fresh;
  const auto commit = write("Import.", [&](Write& write) {
    auto changed = *write.find(line);
    changed.stops = ids({7, 9});
    write.update(changed);
    Line made{{}, "green", ids({9}), {}};
    fresh = write.insert(made);
  });
  write("Undo.", [&](Write& write) { revert(write, info_of<Line>(), commit); });
  EXPECT_EQ(stops(line), ids({3, 7}));
  EXPECT_EQ(found({{"stops", "9"}}), Names{});
  EXPECT_EQ(changes(line).front().changes.front().after, "3, 7");
}

TEST_F(IdListTest, ListsAreFilteredByWhatTheyHold) {
  add("red", ids({3, 7}));
  add("green", ids({7}));
  add("blue", {});
  EXPECT_EQ(found({{"stops", "7"}}), (Names{"green", "red"}));
  EXPECT_EQ(found({{"stops", "3"}, {"stops", ""}}), (Names{"blue", "red"}));
  EXPECT_THROW(found({{"stops", "all"}}), Refusal);
  EXPECT_THROW(found({{"stops_from", "3"}}), Refusal);
  EXPECT_THROW(database->read(actor,
                              [](const Read& read) {
                                return list<Line>(read, {{{"order", "stops"}}, {}}).total;
                              }),
               Refusal);
}

TEST_F(IdListTest, ReadersSeeWhatLiesInOrAroundTheirTerritoryAndWhatIsNobodys) {
  // 1 holds 2, which holds 3; 4 stands alone.
  write("Reach.", [](Write& write) {
    const std::pair<int, int> pairs[] = {{1, 1}, {1, 2}, {1, 3}, {2, 2}, {2, 3}, {3, 3}, {4, 4}};
    for (const auto& [above, below] : pairs) write.run(reach, {{"above", above}, {"below", below}});
  });
  add("everybody's", {});
  add("of all", {}, ids({1}));
  add("of the part", {}, ids({3}));
  add("of two", {}, ids({3, 4}));
  EXPECT_EQ(found({}).size(), 4U);
  EXPECT_EQ(found({}, 2), (Names{"everybody's", "of all", "of the part", "of two"}));
  EXPECT_EQ(found({}, 3), (Names{"everybody's", "of all", "of the part", "of two"}));
  EXPECT_EQ(found({}, 4), (Names{"everybody's", "of two"}));
}

TEST_F(IdListTest, ASubjectBeginsOnceWhenAFileGetsItsTables) {
  const auto begin = [](Write& write) {
    Line line{{}, "first", ids({1}), {}};
    write.insert(line);
  };
  open(Beginning{"Begin.", begin});
  EXPECT_EQ(found({}), Names{}) << "the file had its tables already";
  database.reset();
  std::filesystem::remove(folder.file("t.db"));
  open(Beginning{"Begin.", begin});
  open(Beginning{"Begin.", begin});
  EXPECT_EQ(found({}), Names{"first"});
  const auto all = changes({1});
  EXPECT_EQ(all.front().what, "Begin.");
  EXPECT_EQ(all.front().actor, "Accord");
  EXPECT_EQ(to_string(all.front().at), to_string(clock.now()));
}

}  // namespace
}  // namespace accord
