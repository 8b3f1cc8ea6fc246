// SPDX-License-Identifier: Apache-2.0
// What a real CRM export makes of an empty company. The figures were worked out from the files themselves,
// without this program: with Python's csv module, summing close_value of the rows whose deal_stage is Won by
// product (GTXPro counted as GTX Pro), by the agent's manager of sales_teams.csv, and by quarter of
// close_date; awk -F, '$5=="Won"{p[$3]+=$8} END{for(k in p) print k, p[k]}' sales_pipeline.csv gives the
// products again.
#include "importing/importing_gaps.hpp"
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

using Sums = std::vector<std::pair<std::string, std::int64_t>>;

const Sql count_opportunities{"SELECT COUNT(*) FROM opportunity"};
const Sql count_won{"SELECT COUNT(*) FROM opportunity WHERE outcome = 'won'"};
const Sql won_value{"SELECT CAST(SUM(value_minor) AS BIGINT) FROM opportunity WHERE outcome = 'won'"};
const Sql count_without_account{"SELECT COUNT(*) FROM opportunity WHERE account IS NULL"};
const Sql won_by_product{
    "SELECT p.name, CAST(SUM(o.value_minor) / 100 AS BIGINT) FROM opportunity o JOIN product p ON p.id = "
    "o.product WHERE o.outcome = 'won' GROUP BY p.name ORDER BY p.name"};
const Sql won_by_manager{
    "SELECT m.name, CAST(SUM(o.value_minor) / 100 AS BIGINT) FROM opportunity o JOIN person p ON p.id = "
    "o.owner "
    "JOIN person m ON m.id = p.manager WHERE o.outcome = 'won' GROUP BY m.name ORDER BY m.name"};
const Sql won_by_quarter{
    "SELECT CASE WHEN close_on < 17257 THEN 'Q1' WHEN close_on < 17348 THEN 'Q2' WHEN close_on < 17440 THEN "
    "'Q3' "
    "ELSE 'Q4' END, CAST(SUM(value_minor) / 100 AS BIGINT) FROM opportunity WHERE outcome = 'won' "
    "GROUP BY 1 ORDER BY 1"};
const Sql last_commit{"SELECT MAX(number) FROM commit_log"};
const Sql count_misspelt{"SELECT COUNT(*) FROM account WHERE sector = 'technolgy'"};
const Sql count_at_least_since{
    "SELECT COUNT(*) FROM stage_change_standing WHERE precision = 'at_least_since'"};
const Sql count_managers{"SELECT COUNT(*) FROM person WHERE role = 'sales_manager'"};
const Sql count_products{"SELECT COUNT(*) FROM product"};
const Sql last_landed{"SELECT id FROM import WHERE state = 'done' ORDER BY id DESC LIMIT 1"};
const Sql count_records{
    "SELECT (SELECT COUNT(*) FROM territory) + (SELECT COUNT(*) FROM person) + (SELECT COUNT(*) FROM "
    "product) + "
    "(SELECT COUNT(*) FROM account) + (SELECT COUNT(*) FROM contact) + (SELECT COUNT(*) FROM opportunity) + "
    "(SELECT COUNT(*) FROM stage_change_standing) + (SELECT COUNT(*) FROM activity_standing) + "
    "(SELECT COUNT(*) FROM territory_reach) + (SELECT COUNT(*) FROM imported_name)"};

class SampleTest : public ImportFixture {
 protected:
  void SetUp() override {
    if (!has_sample()) GTEST_SKIP() << "no test data at " << sample("");
    ImportFixture::SetUp();
  }
  /// In the wrong order on purpose: the import finds the right one.
  static std::vector<std::string> files() {
    return {sample("sales_pipeline.csv"), sample("accounts.csv"), sample("sales_teams.csv"),
            sample("products.csv")};
  }
  static ImportOptions merging() {
    auto options = in_dollars();
    options.answers.merges = {{"GTXPro", "GTX Pro"}};
    return options;
  }
  Sums sums(const Sql& sql) {
    Sums found;
    database->read(actor, [&](const Read& read) {
      read.each(sql, {}, [&](const accord::Row& row) { found.emplace_back(row.text(0), row.integer(1)); });
    });
    return found;
  }
};

TEST_F(SampleTest, GoesInAsItsFilesAre) {
  EXPECT_EQ(run(files(), merging()), 0) << said;
  EXPECT_EQ(integer(count_opportunities), 8800);
  EXPECT_EQ(integer(count_won), 4238);
  EXPECT_EQ(integer(won_value), 1'000'553'400);
  EXPECT_EQ(integer(count_without_account), 1425);
  EXPECT_EQ(integer(count_misspelt), 12) << "a sector stays as the file says it";
  EXPECT_EQ(integer(count_managers), 6);
  EXPECT_EQ(integer(count_products), 7);
  EXPECT_EQ(integer(count_at_least_since), 500) << "those Prospecting, of which no day is known";
  EXPECT_EQ(sums(won_by_product), (Sums{{"GTK 500", 400612},
                                        {"GTX Basic", 499263},
                                        {"GTX Plus Basic", 705275},
                                        {"GTX Plus Pro", 2629651},
                                        {"GTX Pro", 3510578},
                                        {"MG Advanced", 2216387},
                                        {"MG Special", 43768}}));
  EXPECT_EQ(sums(won_by_manager), (Sums{{"Cara Losch", 1130049},
                                        {"Celia Rouche", 1603897},
                                        {"Dustin Brinkmann", 1094363},
                                        {"Melvin Marxen", 2251930},
                                        {"Rocco Neubert", 1960545},
                                        {"Summer Sewald", 1964750}}));
  EXPECT_EQ(sums(won_by_quarter), (Sums{{"Q1", 1134672}, {"Q2", 3086111}, {"Q3", 2982255}, {"Q4", 2802496}}));
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(SampleTest, ANameThatNearlyMatchesIsAskedAndItsRowsWait) {
  EXPECT_EQ(run(files(), in_dollars()), 1);
  EXPECT_EQ(integer(count_opportunities), 8800 - 1480);
  EXPECT_EQ(integer(count_products), 7);
  EXPECT_NE(said.find("? \"GTXPro\" (1,480 rows) looks like the product \"GTX Pro\""), std::string::npos)
      << said;
  const auto gaps = [&](const char* day) {
    return database->read(actor,
                          [&](const Read& read) { return imports_refused.find(read, *parse_day(day)); });
  };
  ASSERT_EQ(gaps("2017-12-31").size(), 1U) << "the review of the export's last day misses them too";
  EXPECT_EQ(gaps("2017-12-31")[0].gap.count, 1480);
  EXPECT_EQ(gaps("2017-12-30").size(), 0U);
  EXPECT_EQ(run(files(), merging()), 0) << said;
  EXPECT_EQ(integer(count_opportunities), 8800);
  EXPECT_EQ(integer(won_value), 1'000'553'400);
  EXPECT_EQ(gaps("2017-12-31").size(), 0U);
}

TEST_F(SampleTest, TheSameFilesAgainChangeNothing) {
  run(files(), merging());
  const auto commits = integer(last_commit);
  EXPECT_EQ(run(files()), 0) << said;
  EXPECT_EQ(integer(last_commit), commits) << said;
  EXPECT_NE(said.find("changes nothing; 8,800 rows say what is known already"), std::string::npos) << said;
}

TEST_F(SampleTest, UndoneFromTheLastToTheFirstTheCompanyIsEmptyAgain) {
  const auto before = integer(count_records);
  run(files(), merging());
  EXPECT_GT(integer(count_records), 8800);
  for (int i = 0; i < 4; ++i) {
    const auto id = integer(last_landed);
    Undone undone;
    database->write(actor, "Undo.", [&](Write& write) { undone = undo_import(write, {id}); });
    EXPECT_TRUE(undone.changed_since.empty());
    EXPECT_TRUE(undone.referred_to.empty());
  }
  EXPECT_EQ(integer(count_records), before);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(SampleTest, UndoLeavesWhatLaterImportsReferTo) {
  run(files(), merging());
  const Sql products{"SELECT id FROM import WHERE target = 'product'"};
  const auto id = integer(products);
  Undone undone;
  database->write(actor, "Undo.", [&](Write& write) { undone = undo_import(write, {id}); });
  EXPECT_EQ(undone.removed, 0);
  EXPECT_EQ(undone.referred_to.size(), 7U);
  EXPECT_EQ(integer(count_products), 7);
  try {
    database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {id}); });
    FAIL() << "undone twice";
  } catch (const Refusal& refusal) {
    EXPECT_EQ(refusal.rule().code, import_already_undone.code);
  }
}

}  // namespace
}  // namespace accord::importing
