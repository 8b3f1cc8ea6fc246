// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "app/command.hpp"
#include "app/sqlite_file.hpp"
#include "app/subjects.hpp"
#include "people/people.hpp"
#include "tests/world.hpp"

namespace accord::app {
namespace {

class Backup : public testing::Test {
 protected:
  std::int64_t people_in(const std::string& path) {
    Database database(path, schemas(), clock);
    return database.read(
        Actor{}, [](const Read& read) { return static_cast<std::int64_t>(people::names(read).size()); });
  }
  static void add_person(Database& database, const std::string& name) {
    database.write(Actor{}, "Add somebody.", [&](Write& write) {
      people::Person person;
      person.name = name;
      people::add(write, person);
    });
  }

  tests::TemporaryFolder folder;
  SetClock clock{tests::beginning()};
  Setting setting{.db = folder.file("accord.db")};
  std::string file = folder.file("backup.db");
};

TEST_F(Backup, HoldsOneCommitWhileOthersAreWritten) {
  Database database(setting.db, schemas(), clock);
  add_person(database, "First");
  std::atomic<bool> is_done = false;
  std::thread writer([&] {
    for (int i = 0; i < 200 && !is_done; ++i) add_person(database, "Person " + std::to_string(i));
  });
  EXPECT_EQ(backup(setting, file), Exit::done);
  is_done = true;
  writer.join();
  EXPECT_FALSE(damage_of(file));
  EXPECT_GE(people_in(file), 1);
}

TEST_F(Backup, RestoresWhatItHeldAndOnlyWithForce) {
  {
    Database database(setting.db, schemas(), clock);
    add_person(database, "First");
  }
  EXPECT_EQ(backup(setting, file), Exit::done);
  EXPECT_EQ(backup(setting, file), Exit::nothing_done) << "a backup is never overwritten";
  {
    Database database(setting.db, schemas(), clock);
    add_person(database, "Second");
    EXPECT_THROW(restore(setting, file, true), Fault) << "a running server has it open";
  }
  EXPECT_EQ(restore(setting, file, false), Exit::nothing_done);
  EXPECT_EQ(people_in(setting.db), 2);
  EXPECT_EQ(restore(setting, file, true), Exit::done);
  EXPECT_EQ(people_in(setting.db), 1);
}

TEST_F(Backup, TakesTheLogOfWhatWasThereBeforeAway) {
  {
    Database database(setting.db, schemas(), clock);
    add_person(database, "First");
  }
  EXPECT_EQ(backup(setting, file), Exit::done);
  remove_database(setting.db);
  std::ofstream(setting.db + "-wal") << std::string(5'000, 'x');
  EXPECT_EQ(restore(setting, file, false), Exit::done);
  EXPECT_EQ(people_in(setting.db), 1);
  for (const auto* left : {".restored", ".restored-wal", ".restored.unfinished"})
    EXPECT_FALSE(std::filesystem::exists(setting.db + left)) << left;
}

TEST_F(Backup, RefusesADamagedFileAndKeepsWhatIsThere) {
  {
    Database database(setting.db, schemas(), clock);
    add_person(database, "First");
  }
  std::ofstream(file) << "This is no database, and long enough to be looked at as one: "
                      << std::string(5'000, 'x');
  EXPECT_THROW(restore(setting, file, true), Fault);
  EXPECT_EQ(people_in(setting.db), 1);
}

}  // namespace
}  // namespace accord::app
