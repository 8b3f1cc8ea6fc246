// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "db/history.hpp"
#include "db/list.hpp"
#include "tests/temporary_folder.hpp"

namespace accord {
namespace {

/// A record, a fact: enough to hold the floor to its promises.
struct Part {
  Id<Part> id;
  std::string name;
  std::optional<Money> price;
};
/// A record with what can be erased.
struct Owner {
  Id<Owner> id;
  std::string name, town;
  std::optional<Day> born;
};
struct Sighting {
  Id<Sighting> id;
  std::int64_t part = 0;
};

/// A fact of which a newer report may replace single ones.
struct Reading {
  Id<Reading> id;
  std::int64_t level = 0;
};

}  // namespace
template <>
inline constexpr auto described<Reading> = record("reading", "A gauge was read.",
                                                  field(&Reading::id, "id", "Its number."),
                                                  field(&Reading::level, "level", "What it showed."));
template <>
inline constexpr auto described<Part> = record("part", "A part.", field(&Part::id, "id", "Its number."),
                                               field(&Part::name, "name", "Its name.", searched),
                                               field(&Part::price, "price", "Its price."));
template <>
inline constexpr auto described<Owner> = record(
    "owner", "Somebody.", field(&Owner::id, "id", "Their number."),
    field(&Owner::name, "name", "Their name.", personal), field(&Owner::town, "town", "Where they live."),
    field(&Owner::born, "born", "When they were born.", personal));
template <>
inline constexpr auto described<Sighting> = record("sighting", "A part was seen.",
                                                   field(&Sighting::id, "id", "Its number."),
                                                   field(&Sighting::part, "part", "Which part."));

namespace {

const Currency usd = *parse_currency("USD");
const Sql count_standing{"SELECT COUNT(*) FROM sighting_standing"};
const Sql sum_standing{"SELECT COALESCE(CAST(SUM(level) AS BIGINT), 0) FROM reading_standing"};
const Sql count_read{"SELECT COUNT(*) FROM reading"};
const Sql unsupersede{"DELETE FROM reading_superseded"};
const Sql edit_fact{"UPDATE sighting SET part = 2"};
const Sql delete_fact{"DELETE FROM sighting"};

class DatabaseTest : public testing::Test {
 protected:
  static std::vector<Schema> schemas(std::vector<Migration> migrations = {}) {
    return {{.subject = "parts",
             .tables = {record_table<Part>({{"name", true}}), record_table<Owner>(), fact_table<Sighting>(),
                        supersedable(fact_table<Reading>())},
             .migrations = std::move(migrations)}};
  }
  void open(std::vector<Migration> migrations = {}) {
    database.reset();
    database = std::make_unique<Database>(folder.file("t.db"), schemas(std::move(migrations)), clock);
  }
  std::vector<Part> parts() {
    return database->read(actor, [](const Read& read) { return list<Part>(read, {}).items; });
  }
  std::int64_t add(const std::string& name, std::int64_t price) {
    Part part{{}, name, Money{price, usd}};
    database->write(actor, "Add a part.", [&](Write& write) { write.insert(part); });
    return part.id.number;
  }
  void reprice(std::int64_t id, std::int64_t price) {
    database->write(actor, "Reprice.", [&](Write& write) {
      auto part = *write.find(Id<Part>{id});
      part.price = Money{price, usd};
      write.update(part);
    });
  }

  tests::TemporaryFolder folder;
  SetClock clock{*parse_instant("2026-03-02T09:00:00Z")};
  Actor actor;
  std::unique_ptr<Database> database;
};

TEST_F(DatabaseTest, SnapshotsShareWhatWasWorkedOutUntilItsTablesChange) {
  open();
  int made = 0;
  const auto count_in = [&](const Read& read) {
    return *read.kept<int>("count", [&] { return ++made, static_cast<int>(list<Part>(read, {}).total); });
  };
  const auto count = [&](const Actor& who) { return database->read(who, count_in); };
  Actor of_west;
  of_west.territory = 3;
  EXPECT_EQ(count(actor), 0);
  EXPECT_EQ(count(actor), 0);
  EXPECT_EQ(made, 1);
  count(of_west);
  EXPECT_EQ(made, 2) << "who sees other rows gets another result";
  add("bolt", 100);
  EXPECT_EQ(count(actor), 1);
  EXPECT_EQ(made, 3);
  Sighting sighting{{}, 1};
  database->write(actor, "See.", [&](Write& write) { write.append(sighting); });
  EXPECT_EQ(count(actor), 1);
  EXPECT_EQ(made, 3) << "no part has changed";
}

TEST_F(DatabaseTest, AnActSeesItsOwnChangesAndUsesWhatItHasNotChanged) {
  open();
  int made = 0;
  const auto count_in = [&](const Read& read) {
    return *read.kept<int>("count", [&] { return ++made, static_cast<int>(list<Part>(read, {}).total); });
  };
  database->read(actor, count_in);
  database->write(actor, "Add.", [&](Write& write) {
    EXPECT_EQ(count_in(write), 0);
    EXPECT_EQ(made, 1) << "it is at hand";
    Part part{{}, "nut", {}};
    write.insert(part);
    EXPECT_EQ(count_in(write), 1);
  });
  EXPECT_THROW(database->write(actor, "Fail.",
                               [&](Write& write) {
                                 Part part{{}, "screw", {}};
                                 write.insert(part);
                                 EXPECT_EQ(count_in(write), 2);
                                 throw Fault("on purpose");
                               }),
               Fault);
  EXPECT_EQ(database->read(actor, count_in), 1) << "what failed left nothing";
}

TEST_F(DatabaseTest, HistoryShowsEachChangeAndItsAct) {
  open();
  const auto id = add("bolt", 100);
  reprice(id, 250);
  const auto changes =
      database->read(actor, [&](const Read& read) { return history(read, info_of<Part>(), id); });
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].what, "Reprice.");
  ASSERT_EQ(changes[0].changes.size(), 1U);
  EXPECT_EQ(changes[0].changes[0].before, "$1");
  EXPECT_EQ(changes[0].changes[0].after, "$2.50");
  EXPECT_EQ(changes[1].changes.size(), 2U);
}

TEST_F(DatabaseTest, AnActThatThrowsLeavesNoTraceAndTakesNoNumber) {
  open();
  add("bolt", 100);
  EXPECT_THROW(database->write(actor, "Fail.",
                               [&](Write& write) {
                                 Part part{{}, "nut", {}};
                                 write.insert(part);
                                 throw Fault("on purpose");
                               }),
               Fault);
  EXPECT_EQ(parts().size(), 1U);
  EXPECT_EQ(database->read(actor, [](const Read& read) { return read.as_of(); }), 1);
}

TEST_F(DatabaseTest, FactsAreNeverEditedOnlyRetracted) {
  open();
  Sighting sighting{{}, 1};
  const auto commit = database->write(actor, "See.", [&](Write& write) { write.append(sighting); });
  EXPECT_THROW(database->write(actor, "Edit.", [](Write& write) { write.run(edit_fact); }), std::exception);
  EXPECT_THROW(database->write(actor, "Delete.", [](Write& write) { write.run(delete_fact); }),
               std::exception);
  const auto standing = [&] {
    return database->read(actor, [](const Read& read) { return read.integer(count_standing); });
  };
  EXPECT_EQ(standing(), 1);
  database->write(actor, "Retract.", [&](Write& write) { write.retract_facts(commit); });
  EXPECT_EQ(standing(), 0);
}

TEST_F(DatabaseTest, AFactIsSupersededUntilWhatSupersededItIsRetracted) {
  open();
  Reading first{{}, 10}, other{{}, 100}, second{{}, 11}, third{{}, 12};
  const auto sum = [&] {
    return database->read(actor, [](const Read& read) { return read.integer(sum_standing); });
  };
  const auto replace = [&](const Reading& old, Reading& by) {
    return database->write(actor, "Read again.", [&](Write& write) {
      write.supersede(old.id);
      write.append(by);
    });
  };
  database->write(actor, "Read.", [&](Write& write) {
    write.append(first);
    write.append(other);
  });
  const auto again = replace(first, second);
  EXPECT_EQ(sum(), 111) << "the other fact of its commit stands";
  const auto once_more = replace(second, third);
  EXPECT_EQ(sum(), 112);
  database->write(actor, "Undo.", [&](Write& write) { write.retract_facts(once_more); });
  EXPECT_EQ(sum(), 111);
  database->write(actor, "Undo.", [&](Write& write) { write.retract_facts(again); });
  EXPECT_EQ(sum(), 110);
  EXPECT_EQ(database->read(actor, [](const Read& read) { return read.integer(count_read); }), 4);
  EXPECT_THROW(database->write(actor, "Edit.", [](Write& write) { write.run(unsupersede); }), std::exception);
}

TEST_F(DatabaseTest, WhoReadsFactsIsToldWhenOneIsSuperseded) {
  open();
  Reading reading{{}, 10};
  database->write(actor, "Read.", [&](Write& write) { write.append(reading); });
  const auto read_topics = database->read(actor, [&](const Read& read) {
    read.integer(sum_standing);
    return database->topics_among(read.touched().read);
  });
  database->write(actor, "Take back.", [&](Write& write) { write.supersede(reading.id); });
  EXPECT_TRUE(read_topics.contains("reading_superseded"));
}

TEST_F(DatabaseTest, ErasureBlanksWhatIsPersonalNowAndInHistory) {
  open();
  Owner owner{{}, "Ann Able", "Ulm", parse_day("1980-05-04")};
  database->write(actor, "Add.", [&](Write& write) { write.insert(owner); });
  owner.name = "Ann Baker";
  database->write(actor, "Marry.", [&](Write& write) { write.update(owner); });
  database->write(actor, "Erase.", [&](Write& write) { write.erase(owner.id); });
  database->read(actor, [&](const Read& read) {
    const auto now = *read.find(owner.id);
    EXPECT_EQ(now.name, "");
    EXPECT_EQ(now.town, "Ulm");
    EXPECT_FALSE(now.born);
    const auto changes = history(read, info_of<Owner>(), owner.id.number);
    EXPECT_EQ(changes.front().what, "Erase.");
    for (const auto& change : changes) {
      for (const auto& one : change.changes) EXPECT_EQ(one.field, "town") << change.what;
    }
    return 0;
  });
}

TEST_F(DatabaseTest, RevertRestoresRemovesAndNamesWhatChangedSince) {
  open();
  const auto kept = add("bolt", 100), later = add("nut", 200);
  const auto commit = database->write(actor, "Import.", [&](Write& write) {
    for (const auto id : {kept, later}) {
      auto part = *write.find(Id<Part>{id});
      part.price = Money{999, usd};
      write.update(part);
    }
    Part fresh{{}, "washer", {}};
    write.insert(fresh);
  });
  reprice(later, 300);
  Reverted reverted;
  database->write(actor, "Undo.", [&](Write& write) { reverted = revert(write, info_of<Part>(), commit); });
  EXPECT_EQ(reverted.restored, std::vector<std::int64_t>{kept});
  EXPECT_EQ(reverted.removed.size(), 1U);
  EXPECT_EQ(reverted.changed_since, std::vector<std::int64_t>{later});
  const auto now = parts();
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].price->minor, 300);
  EXPECT_EQ(now[1].price->minor, 100);
}

TEST_F(DatabaseTest, WritersOnManyThreadsEachGetTheirOwnNumber) {
  open();
  std::vector<std::thread> threads;
  std::atomic<int> failures = 0;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        const auto id = add("p" + std::to_string(t) + "-" + std::to_string(i), i);
        if (id < 1) ++failures;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(database->read(actor, [](const Read& read) { return read.as_of(); }), 200);
}

TEST_F(DatabaseTest, PagesByKeyCoverEveryRowOnce) {
  open();
  for (int i = 0; i < 23; ++i) add("part " + std::to_string(i), i % 5);
  std::vector<std::string> seen;
  std::optional<std::string> after = "";
  while (after) {
    ListRequest request{{{"order", "-price"}, {"limit", "4"}}, {}};
    if (!after->empty()) request.filters.emplace_back("after", *after);
    const auto page = database->read(actor, [&](const Read& read) { return list<Part>(read, request); });
    EXPECT_EQ(page.total, 23);
    for (const auto& part : page.items) seen.push_back(part.name);
    after = page.next;
  }
  EXPECT_EQ(seen.size(), 23U);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

TEST_F(DatabaseTest, PagesOfASearchSayHowManyWereFoundInAll) {
  open();
  for (int i = 0; i < 23; ++i) add((i % 2 == 0 ? "bolt " : "nut ") + std::to_string(i), i % 5);
  const auto page = [&](const std::string& words, const std::string& after) {
    ListRequest request{{{"q", words}, {"order", "price"}, {"limit", "5"}}, {}};
    if (!after.empty()) request.filters.emplace_back("after", after);
    return database->read(actor, [&](const Read& read) { return list<Part>(read, request); });
  };
  std::set<std::int64_t> seen;
  std::int64_t price = 0;
  std::optional<std::string> after = "";
  while (after) {
    const auto found = page("bolt", *after);
    EXPECT_EQ(found.total, 12);
    for (const auto& part : found.items) {
      EXPECT_TRUE(seen.insert(part.id.number).second) << part.name << " came twice";
      EXPECT_GE(part.price->minor, std::exchange(price, part.price->minor));
    }
    after = found.next;
  }
  EXPECT_EQ(seen.size(), 12U);
  const auto past_the_end = page("bolt", "99~99");
  EXPECT_TRUE(past_the_end.items.empty());
  EXPECT_EQ(past_the_end.total, 12);
  EXPECT_EQ(page("screw", "").total, 0);
}

TEST_F(DatabaseTest, FiltersAreDescribedNamesOnly) {
  open();
  add("100% bolt", 100);
  add("nut", 200);
  const auto found = [&](std::vector<std::pair<std::string, std::string>> filters) {
    return database->read(actor, [&](const Read& read) {
      return list<Part>(read, {std::move(filters), {}}).total;
    });
  };
  EXPECT_EQ(found({{"q", "100%"}}), 1);
  EXPECT_EQ(found({{"price_from", "150"}}), 1);
  EXPECT_EQ(found({{"name", "nut"}, {"name", "100% bolt"}}), 2);
  EXPECT_THROW(found({{"name; DROP TABLE part", "x"}}), Refusal);
  EXPECT_THROW(found({{"price", "cheap"}}), Refusal);
}

/// What an observer heard; it hears on the writer's thread.
class Heard {
 public:
  void listen_to(Database& database) {
    began = database.observe([this](const Committed& committed) {
      const std::lock_guard lock(mutex_);
      all_.push_back(committed);
    });
  }
  std::vector<Committed> all() const {
    const std::lock_guard lock(mutex_);
    return all_;
  }

  std::int64_t began = 0;

 private:
  mutable std::mutex mutex_;
  std::vector<Committed> all_;
};

TEST_F(DatabaseTest, WhatAViewWasReadFromIsNoted) {
  open();
  add("bolt", 100);
  const auto read_from = [&](const std::function<void(const Read&)>& use) {
    return database->read(actor, [&](const Read& read) {
      use(read);
      return database->topics_among(read.touched().read);
    });
  };
  EXPECT_EQ(read_from([](const Read&) {}), TableNames{});
  EXPECT_EQ(read_from([](const Read& read) { list<Part>(read, {}); }), TableNames{"part"});
  EXPECT_EQ(read_from([](const Read& read) { read.integer(count_standing); }),
            (TableNames{"retraction", "sighting"}))
      << "tables behind a view, and what decides which of their rows stand";
  for (const auto* whose : {"whoever works it out", "whoever finds it"}) {
    EXPECT_EQ(read_from([](const Read& read) {
                read.kept<int>("parts", [&] {
                  return *std::make_unique<int>(
                      read.once<int>("within", [&] { return static_cast<int>(list<Part>(read, {}).total); }));
                });
                read.once<int>("within", [] { return 0; });
              }),
              TableNames{"part"})
        << whose << " depends on what it was worked out from";
  }
}

TEST_F(DatabaseTest, WhatWasWorkedOutBeforeBelongsToWhateverUsesIt) {
  open();
  add("bolt", 100);
  const auto count = [](const Read& read) {
    return read.once<int>("count", [&] { return static_cast<int>(list<Part>(read, {}).total); });
  };
  const auto twice = [&](const Read& read) {
    return *read.kept<int>("twice", [&] { return 2 * count(read); });
  };
  database->read(actor, [&](const Read& read) { return count(read) + twice(read); });
  database->read(actor, [&](const Read& read) {
    EXPECT_EQ(twice(read), 2);
    EXPECT_EQ(database->topics_among(read.touched().read), TableNames{"part"});
    return 0;
  });
}

TEST_F(DatabaseTest, ObserversHearWhichTablesADurableActChanged) {
  open();
  add("bolt", 100);
  Heard heard;
  heard.listen_to(*database);
  EXPECT_EQ(heard.began, 1);
  reprice(1, 200);
  Sighting sighting{{}, 1};
  const auto seen = database->write(actor, "See.", [&](Write& write) { write.append(sighting); });
  database->write(actor, "Retract.", [&](Write& write) { write.retract_facts(seen); });
  EXPECT_ANY_THROW(database->write(actor, "Fail.", [](Write& write) {
    Part part{{}, "nut", {}};
    write.insert(part);
    throw Fault("on purpose");
  }));
  database->write(actor, "Look.", [](Write& write) { list<Part>(write, {}); });
  const auto all = heard.all();
  ASSERT_EQ(all.size(), 4U) << "what left no trace is not told";
  EXPECT_EQ(all[0].number, 2);
  EXPECT_EQ(all[0].topics, TableNames{"part"});
  EXPECT_EQ(all[1].topics, TableNames{"sighting"});
  EXPECT_EQ(all[2].topics, TableNames{"retraction"});
  EXPECT_EQ(all[3].topics, TableNames{});
  EXPECT_EQ(all[3].number, 5);
  for (const auto& one : all) EXPECT_FALSE(one.is_foreign);
}

TEST_F(DatabaseTest, ObserversHearEachNumberOnceFromManyWriters) {
  open();
  Heard heard;
  heard.listen_to(*database);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) add("p" + std::to_string(t) + "-" + std::to_string(i), i);
    });
  }
  for (auto& thread : threads) thread.join();
  std::int64_t last = 0;
  for (const auto& one : heard.all()) {
    EXPECT_GT(one.number, last);
    EXPECT_EQ(one.topics, TableNames{"part"});
    last = one.number;
  }
  EXPECT_EQ(last, 100);
  const auto writing = database->writing();
  EXPECT_EQ(writing.acts, 100U);
  EXPECT_EQ(writing.groups, heard.all().size());
  EXPECT_EQ(writing.waiting, 0U);
}

TEST_F(DatabaseTest, WhatAnotherProgramCommitsIsNoticed) {
  open();
  Heard heard;
  heard.listen_to(*database);
  Database other(folder.file("t.db"), schemas(), clock);
  const auto add_beside = [&](const std::string& name) {
    other.write(actor, "Add beside.", [&](Write& write) {
      Part part{{}, name, {}};
      write.insert(part);
    });
  };
  add_beside("bolt");
  for (int i = 0; i < 300 && heard.all().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  ASSERT_EQ(heard.all().size(), 1U) << "an idle writer looks once a second";
  EXPECT_TRUE(heard.all()[0].is_foreign);
  EXPECT_EQ(heard.all()[0].number, 1);
  add_beside("nut");
  add("washer", 100);
  const auto last = heard.all().back();
  EXPECT_EQ(last.number, 3);
  EXPECT_EQ(heard.all()[1].is_foreign, true) << "and one that is about to write sees it at once";
}

TEST_F(DatabaseTest, ANewerFileIsRefusedWithASentence) {
  open({{"once", [](Dialect) { return std::vector<std::string>{}; }}});
  database.reset();
  try {
    open();
    FAIL() << "opened a newer file";
  } catch (const Fault& fault) {
    EXPECT_NE(std::string(fault.what()).find("newer version of Accord"), std::string::npos);
  }
}

}  // namespace
}  // namespace accord
