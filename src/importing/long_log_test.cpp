// SPDX-License-Identifier: Apache-2.0
// A log of more rows than a plan holds in memory: it goes in whole, once, or not at all.
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql count_touchpoints{"SELECT COUNT(*) FROM touchpoint_standing"};
const Sql ever_counted{"SELECT COUNT(*) FROM touchpoint"};
const Sql count_accounts{"SELECT COUNT(*) FROM account"};
const Sql count_pairs{
    "SELECT COUNT(*) FROM (SELECT a.name, t.at FROM touchpoint_standing t JOIN account a ON a.id = t.account "
    "GROUP BY a.name, t.at) pairs"};
const Sql of_the_last{
    "SELECT COUNT(*) FROM touchpoint_standing t JOIN account a ON a.id = t.account WHERE a.name = 'Late "
    "comer'"};

class LongLogTest : public ImportFixture {
 protected:
  static std::string rows(int from, int until) {
    std::string text = "timestamp,account,channel,side\n";
    for (int i = from; i < until; ++i)
      text += "2026-03-" + std::to_string(10 + i % 20) + "T10:" + std::to_string(10 + i / 20 % 50) + ":" +
              std::to_string(10 + i / 1000) + "Z,Account " + std::to_string(i % 300) + ",Web,marketing\n";
    return text;
  }
  int take(const std::string& text, bool is_all_or_nothing = false) {
    ImportOptions options;
    options.target = "touchpoint";
    options.answers.makes_near_names_new = true;
    options.answers.is_all_or_nothing = is_all_or_nothing;
    return run({write_file("log.csv", text)}, options);
  }
};

TEST_F(LongLogTest, GoesInWhole) {
  EXPECT_EQ(take(rows(0, 4'000) + "2026-04-01T10:00:00Z,Late comer,Web,marketing\n"), 0) << said;
  EXPECT_EQ(integer(count_touchpoints), 4'001);
  EXPECT_EQ(integer(count_pairs), 4'001) << "each has its own account and moment";
  EXPECT_EQ(integer(count_accounts), 301);
  EXPECT_EQ(integer(of_the_last), 1) << "a record that a late row makes is there before the row is stored";
  EXPECT_NE(said.find("301 accounts and 4,001 touchpoints"), std::string::npos) << said;
  EXPECT_TRUE(violations().empty());
}

TEST_F(LongLogTest, TheSameAgainAddsOnlyWhatIsNew) {
  EXPECT_EQ(take(rows(0, 3'000)), 0);
  EXPECT_EQ(take(rows(0, 3'000)), 0);
  EXPECT_NE(said.find("changes nothing"), std::string::npos) << said;
  EXPECT_EQ(take(rows(1'000, 5'000) + rows(4'000, 4'500).substr(rows(0, 0).size())), 0);
  EXPECT_EQ(integer(ever_counted), 5'000);
}

TEST_F(LongLogTest, AllOrNothingStoresNothing) {
  EXPECT_EQ(take(rows(0, 3'000) + "yesterday,Acme,Web,marketing\n", true), 2) << said;
  EXPECT_EQ(integer(ever_counted), 0);
  EXPECT_EQ(integer(count_accounts), 0);
}

TEST_F(LongLogTest, IsUndoneWhole) {
  EXPECT_EQ(take(rows(0, 3'000)), 0);
  database->write(actor, "Undo.", [](Write& write) { undo_import(write, {1}); });
  EXPECT_EQ(integer(count_touchpoints), 0);
  EXPECT_EQ(integer(count_accounts), 0);
  EXPECT_EQ(take(rows(0, 3'000)), 0) << said;
  EXPECT_EQ(integer(count_touchpoints), 3'000);
}

}  // namespace
}  // namespace accord::importing
