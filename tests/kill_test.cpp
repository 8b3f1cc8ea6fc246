// SPDX-License-Identifier: Apache-2.0
// Kill -9 at fifty seeded moments: what was not committed is not there, what was acknowledged is.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "tests/child.hpp"
#include "tests/world.hpp"
#include "web/site.hpp"

namespace accord::tests {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kills = 50, rows = 1'500;
constexpr unsigned seed = 20261123;

const Sql count_opportunities{"SELECT COUNT(*) FROM opportunity"};
const Sql count_imports{"SELECT COUNT(*) FROM import WHERE state = 'done'"};
const Sql count_written{"SELECT COUNT(*) FROM territory WHERE name LIKE 'written %'"};

fs::path accord_program() { return fs::read_symlink("/proc/self/exe").parent_path() / "accord"; }

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
    return Child([&](int output) {
      dup2(output, STDOUT_FILENO);
      const auto program = accord_program();
      execl(program.c_str(), program.c_str(), "import", "--db", db.c_str(), "--currency", "USD", "--system",
            "CRM", "--new-names", file_.c_str(), nullptr);
    });
  }
  /// Whoever asks is the program, which may do everything.
  static std::optional<web::Identity::Caller> anybody(const Read&, const std::string&) {
    return web::Identity::Caller{{}, "token"};
  }
  /// The act of that number, under an id of its own: what the server answers, done or repeated.
  static web::HttpReply act(const web::Site& site, std::int64_t i) {
    const auto number = std::to_string(i);
    return site.handle({"POST",
                        "/territories",
                        {{"host", "127.0.0.1:7700"},
                         {"cookie", "accord_session=any"},
                         {"x-csrf-token", "token"},
                         {"content-type", "application/json"},
                         {"act-id", "act-" + number}},
                        R"({"name": "written )" + number + R"("})"});
  }
  /// Says a line for each act that was acknowledged, and never ends by itself.
  static Child writer(const std::string& db) {
    return Child([&](int output) {
      const SystemClock clock;
      Database database(db, app::schemas(), clock);
      const web::Site site(database, app::subjects(), {anybody});
      for (int i = 0;; ++i) {
        CHECK(act(site, i).status == 201);
        CHECK(write(output, "\n", 1) == 1);
      }
    });
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

  /// All of the import or nothing of it; all of it where it said so, and when it is done again.
  void expect_all_or_nothing(const std::string& db, bool has_ended) const {
    const SystemClock clock;
    std::int64_t count = 0;
    {
      Database database(db, app::schemas(), clock);
      count = integer(database, count_opportunities);
      EXPECT_TRUE(count == 0 || count == rows) << count;
      EXPECT_EQ(integer(database, count_imports), count == 0 ? 0 : 1);
      EXPECT_TRUE(!has_ended || count == rows) << "it said that it was done";
      expect_whole(database);
    }
    if (count == rows) return;
    EXPECT_EQ(import(db).wait(), 0) << "what was cut off can be done again";
    Database database(db, app::schemas(), clock);
    EXPECT_EQ(integer(database, count_opportunities), rows);
    expect_whole(database);
  }

  /// Every act that was acknowledged, and at most the one after it; repeated under their ids, none is done
  /// twice.
  static void expect_acknowledged(const std::string& db, std::int64_t acknowledged) {
    const SystemClock clock;
    Database database(db, app::schemas(), clock);
    const auto count = integer(database, count_written);
    EXPECT_GE(count, acknowledged);
    EXPECT_LE(count, acknowledged + 1);
    const web::Site site(database, app::subjects(), {anybody});
    for (auto i = std::max<std::int64_t>(acknowledged - 1, 0); i <= acknowledged; ++i) {
      const auto reply = act(site, i);
      EXPECT_EQ(reply.status, 201) << "act " << i << " repeated: " << reply.body;
    }
    EXPECT_EQ(integer(database, count_written), acknowledged + 1) << "a repeated act is done once";
    expect_whole(database);
  }

  TemporaryFolder folder_;
  std::string file_, empty_;
};

TEST_F(KillTest, NothingHalfDoneAndNothingAcknowledgedIsLost) {
  const auto begun = Clock::now();
  ASSERT_EQ(import(fresh("measured.db")).wait(), 0);
  const auto whole = Clock::now() - begun;
  std::mt19937 random(seed);
  int killed = 0, imports_cut_off = 0, writers_heard = 0;
  for (int round = 0; killed < kills && !HasFailure(); ++round) {
    ASSERT_LT(round, 2 * kills) << "most had ended before they were killed";
    SCOPED_TRACE("round " + std::to_string(round) + " of seed " + std::to_string(seed));
    const auto moment = whole * static_cast<int>(random() % 110) / 100;
    const std::string db = fresh("killed.db");
    const bool is_import = round % 2 == 0;
    Child child = is_import ? import(db) : writer(db);
    std::this_thread::sleep_for(moment);
    const bool is_killed = child.kill_now();
    killed += is_killed ? 1 : 0;
    const std::string said = child.said();
    if (is_import) {
      imports_cut_off += is_killed ? 1 : 0;
      expect_all_or_nothing(db, said.find("adds") != std::string::npos);
    } else {
      writers_heard += said.empty() ? 0 : 1;
      expect_acknowledged(db, std::count(said.begin(), said.end(), '\n'));
    }
  }
  EXPECT_GT(imports_cut_off, kills / 5);
  EXPECT_GT(writers_heard, kills / 5) << "writers must have written something before they are killed";
}

}  // namespace
}  // namespace accord::tests
