// SPDX-License-Identifier: Apache-2.0
// Kill -9 at fifty seeded moments: what was not committed is not there, what was acknowledged is.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "product/product.hpp"
#include "tests/world.hpp"

namespace accord::tests {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 50, rows = 1'500;
constexpr unsigned seed = 20261123;
/// Set for the child that writes until it is killed: the database it writes to.
constexpr const char* writer_variable = "ACCORD_KILL_TEST_WRITES_TO";

const Sql count_opportunities{"SELECT COUNT(*) FROM opportunity"};
const Sql count_imports{"SELECT COUNT(*) FROM import WHERE state = 'done'"};
const Sql count_products{"SELECT COUNT(*) FROM product WHERE name LIKE 'written %'"};

fs::path own_program() { return fs::read_symlink("/proc/self/exe"); }
fs::path accord_program() { return own_program().parent_path() / "accord"; }

/// A program that runs beside the test, with its output in a pipe.
class Child {
 public:
  Child(const fs::path& program, std::vector<std::string> arguments) {
    int ends[2];
    CHECK(pipe2(ends, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    arguments.insert(arguments.begin(), program.string());
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    CHECK(posix_spawn(&pid_, program.c_str(), &actions, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output_ = ends[0];
  }
  ~Child() {
    if (!is_over_) kill_now();
    close(output_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void kill_now() {
    kill(pid_, SIGKILL);
    wait();
  }
  /// Its exit code, or nothing where it was killed.
  std::optional<int> wait() {
    int status = 0;
    CHECK(waitpid(pid_, &status, 0) == pid_);
    is_over_ = true;
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
  }
  /// All that it said before it ended.
  std::string said() const {
    std::string text;
    char piece[4096];
    for (ssize_t count = 0; (count = read(output_, piece, sizeof piece)) > 0;)
      text.append(piece, static_cast<std::size_t>(count));
    return text;
  }

 private:
  pid_t pid_ = 0;
  int output_ = -1;
  bool is_over_ = false;
};

class KillTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(accord_program())) GTEST_SKIP() << "build the program first: " << accord_program();
    file_ = folder_.file("deals.csv");
    std::ofstream out(file_);
    out << "opportunity_id,opportunity "
           "name,owner,account,product,deal_stage,engage_date,close_date,close_value\n";
    for (int i = 0; i < rows; ++i) {
      out << "K" << i << ",Deal " << i << ",Owner " << i % 7 << "7,Account " << i % 90 << "x" << i % 90
          << ",Product " << i % 5 << i % 5 << ",Won,2026-01-05,2026-02-11," << i << "\n";
    }
    empty_ = folder_.file("empty.db");
    const SystemClock clock;
    Database(empty_, app::schemas(), clock);
  }

  std::string fresh(const std::string& name) {
    for (const char* more : {"", "-wal", "-shm"}) fs::remove(folder_.file(name) + more);
    fs::copy_file(empty_, folder_.file(name));
    return folder_.file(name);
  }
  Child import(const std::string& db) const {
    return Child(accord_program(),
                 {"import", "--db", db, "--currency", "USD", "--system", "CRM", "--new-names", file_});
  }
  static std::int64_t integer(Database& database, const Sql& sql) {
    return database.read(Actor{}, [&](const Read& read) { return read.integer(sql).value_or(0); });
  }
  static void expect_whole(Database& database) {
    database.read(Actor{}, [](const Read& read) {
      for (const auto& checked : app::run_checks(read, app::subjects()))
        EXPECT_EQ(checked.violations, std::vector<std::string>{}) << checked.check->name;
    });
  }

  /// All of the import or nothing of it; all of it where it said so.
  void expect_all_or_nothing(const std::string& db, bool has_ended) {
    const SystemClock clock;
    Database database(db, app::schemas(), clock);
    const auto count = integer(database, count_opportunities);
    EXPECT_TRUE(count == 0 || count == rows) << count;
    EXPECT_EQ(integer(database, count_imports), count == 0 ? 0 : 1);
    EXPECT_TRUE(!has_ended || count == rows) << "it said that it was done";
    expect_whole(database);
  }

  /// Every write that was acknowledged, and at most the one after it.
  void expect_acknowledged(const std::string& db, const std::string& said) {
    const auto acknowledged = std::count(said.begin(), said.end(), '\n');
    const SystemClock clock;
    Database database(db, app::schemas(), clock);
    const auto count = integer(database, count_products);
    EXPECT_GE(count, acknowledged);
    EXPECT_LE(count, acknowledged + 1);
    expect_whole(database);
  }

  TemporaryFolder folder_;
  std::string file_, empty_;
};

TEST_F(KillTest, NothingHalfDoneAndNothingAcknowledgedIsLost) {
  const auto begun = Clock::now();
  const std::string measured = fresh("measured.db");
  ASSERT_EQ(import(measured).wait(), 0);
  const auto whole = Clock::now() - begun;
  std::mt19937 random(seed);
  int killed = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE("round " + std::to_string(round) + " of seed " + std::to_string(seed));
    const auto moment = whole * static_cast<int>(random() % 110) / 100;
    const std::string db = fresh("killed.db");
    if (round % 2 == 0) {
      Child child = import(db);
      std::this_thread::sleep_for(moment);
      child.kill_now();
      const bool has_ended = child.said().find("adds") != std::string::npos;
      killed += has_ended ? 0 : 1;
      expect_all_or_nothing(db, has_ended);
    } else {
      setenv(writer_variable, db.c_str(), 1);
      Child child(own_program(), {"--gtest_filter=KillWriter.WritesUntilKilled", "--gtest_brief=1"});
      unsetenv(writer_variable);
      std::this_thread::sleep_for(moment);
      child.kill_now();
      std::string said = child.said();
      said.erase(0, said.find("writing\n") == std::string::npos ? said.size() : said.find("writing\n") + 8);
      expect_acknowledged(db, said);
      ++killed;
    }
    if (HasFailure()) break;
  }
  EXPECT_GT(killed, rounds / 2);
}

/// The child: not a test by itself.
TEST(KillWriter, WritesUntilKilled) {
  const char* db = std::getenv(writer_variable);
  if (db == nullptr) GTEST_SKIP() << "the kill test starts this";
  const SystemClock clock;
  Database database(db, app::schemas(), clock);
  constexpr std::string_view begun = "writing\n";
  CHECK(write(STDOUT_FILENO, begun.data(), begun.size()) > 0);
  for (int i = 0;; ++i) {
    database.write(Actor{}, "Write.", [&](Write& write) {
      product::Product product;
      product.name = "written " + std::to_string(i);
      write.insert(product);
    });
    CHECK(write(STDOUT_FILENO, "\n", 1) == 1);
  }
}

}  // namespace
}  // namespace accord::tests
