// SPDX-License-Identifier: Apache-2.0
// A marketplace's real funnel, whose headers nobody knows: columns are told once and remembered. The counts
// were worked out from the files with Python's csv module.
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql count_leads{"SELECT COUNT(*) FROM opportunity WHERE lead_key <> ''"};
const Sql count_won{"SELECT COUNT(*) FROM opportunity WHERE outcome = 'won'"};
const Sql count_valued{"SELECT COUNT(*) FROM opportunity WHERE value_minor IS NOT NULL"};
const Sql count_blank{"SELECT COUNT(*) FROM opportunity WHERE source = ''"};
const Sql count_unknown{"SELECT COUNT(*) FROM opportunity WHERE source = 'unknown'"};
const Sql count_people{"SELECT COUNT(*) FROM person"};
const Sql count_developed{"SELECT COUNT(*) FROM opportunity WHERE developed_by IS NOT NULL"};
const Sql count_developers{"SELECT COUNT(DISTINCT developed_by) FROM opportunity"};
const Sql count_alone{"SELECT COUNT(*) FROM opportunity WHERE developed_by = owner"};
const Sql count_accounts{"SELECT COUNT(*) FROM account"};
const Sql count_wins{"SELECT COUNT(*) FROM stage_change_standing WHERE stage = 'Won'"};
const Sql count_dated_wins{
    "SELECT COUNT(*) FROM stage_change_standing WHERE stage = 'Won' AND precision = 'moment'"};
const Sql count_seen{
    "SELECT COUNT(*) FROM stage_change_standing WHERE stage = 'Qualified' AND precision = 'at_least_since'"};
const Sql count_seen_in_may{
    "SELECT COUNT(*) FROM stage_change_standing WHERE stage = 'Qualified' AND at = 1527724800000"};
const Sql last_landed{"SELECT id FROM import WHERE landed_in IS NOT NULL ORDER BY id DESC LIMIT 1"};
const Sql closed_before{"SELECT COUNT(*) FROM opportunity WHERE close_on < created_on"};

class OlistTest : public ImportFixture {
 protected:
  static std::filesystem::path file(const std::string& name) {
    return sample("").parent_path().parent_path() / "olist_marketing_funnel" / name;
  }
  void SetUp() override {
    if (!std::filesystem::exists(file(leads))) GTEST_SKIP() << "no test data at " << file("");
    ImportFixture::SetUp();
  }
  int import_leads() {
    ImportOptions options;
    options.target = "lead";
    options.answers.system = "Olist";
    options.columns = {{"mql_id", "lead_key"}, {"first_contact_date", "created_on"}, {"origin", "source"}};
    options.answers.constants = {{"stage", "Qualified"}};
    return run({file(leads)}, options);
  }
  int import_deals() {
    ImportOptions options;
    options.target = "opportunity";
    options.answers.system = "Olist";
    options.columns = {{"mql_id", "lead_key"},
                       {"seller_id", "account"},
                       {"sr_id", "owner"},
                       {"sdr_id", "developed_by"},
                       {"won_date", "won_at"}};
    options.answers.constants = {{"stage", "Won"}};
    return run({file(deals)}, options);
  }
  /// How many stood in a stage at the end of a day.
  std::int64_t standing(const char* day, std::string_view stage) {
    std::int64_t count = 0;
    database->read(actor, [&](const Read& read) {
      funnel::each_as_of(read, *parse_day(day),
                         [&](const funnel::OpportunityAsOf& one) { count += one.stage == stage ? 1 : 0; });
    });
    return count;
  }

  static constexpr const char* leads = "olist_marketing_qualified_leads_dataset.csv";
  static constexpr const char* deals = "olist_closed_deals_dataset.csv";
};

TEST_F(OlistTest, BringsEveryLeadAndWhatBecameOfIt) {
  ASSERT_EQ(import_leads(), 0) << said;
  ASSERT_EQ(import_deals(), 0) << said;
  EXPECT_EQ(integer(count_leads), 8'000);
  EXPECT_EQ(integer(count_won), 842);
  EXPECT_EQ(integer(count_accounts), 842);
  EXPECT_EQ(integer(count_people), 41) << "22 who sell and 32 who develop, 13 of them both";
  EXPECT_EQ(integer(count_developed), 842);
  EXPECT_EQ(integer(count_developers), 32);
  EXPECT_EQ(integer(count_alone), 5) << "one person did both";
  EXPECT_EQ(integer(count_blank), 60) << "a blank origin stays blank";
  EXPECT_EQ(integer(count_unknown), 1'099) << "and is not the origin that is called unknown";
  EXPECT_EQ(integer(count_valued), 0) << "what a seller declares to turn over is no revenue";
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(OlistTest, TellsOfTheWinBeforeItsFirstContact) {
  ASSERT_EQ(import_leads(), 0) << said;
  ASSERT_EQ(import_deals(), 0) << said;
  EXPECT_NE(said.find("line 669, won_date: It was closed on 6 March 2018, before it began on 8 March 2018."),
            std::string::npos)
      << said;
  EXPECT_EQ(integer(closed_before), 1);
}

/// The leads' file says no days of stages; 665 were won by its newest one, 663 of them before it.
TEST_F(OlistTest, WinsOnTheirDayAndNotAgainOnTheExports) {
  ASSERT_EQ(import_leads(), 0) << said;
  ASSERT_EQ(import_deals(), 0) << said;
  EXPECT_NE(said.find("842 stage changes"), std::string::npos) << said;
  EXPECT_NE(said.find("corrects the day of 663 stages that were seen"), std::string::npos) << said;
  EXPECT_EQ(integer(count_wins), 842);
  EXPECT_EQ(integer(count_dated_wins), 842);
  EXPECT_EQ(integer(count_seen), 8'000) << "each stood there before";
  EXPECT_EQ(integer(count_seen_in_may), 8'000 - 663);
}

/// Contacted by then and not won by then, counted from the two files.
TEST_F(OlistTest, StandsAtTheEndOfEachMonthAsTheFilesSay) {
  ASSERT_EQ(import_leads(), 0) << said;
  ASSERT_EQ(standing("2018-08-31", "Qualified"), 8'000) << "nobody is known to have won";
  ASSERT_EQ(import_deals(), 0) << said;
  const std::vector<std::pair<const char*, std::int64_t>> open{
      {"2017-06-30", 4},     {"2017-09-30", 941},   {"2017-12-31", 1'999}, {"2018-01-31", 3'067},
      {"2018-02-28", 3'982}, {"2018-03-31", 5'009}, {"2018-04-30", 6'154}, {"2018-05-31", 7'335},
      {"2018-06-30", 7'278}, {"2018-07-31", 7'241}, {"2018-08-31", 7'208}, {"2018-09-30", 7'185},
      {"2018-10-31", 7'164}, {"2018-11-30", 7'158}};
  for (const auto& [day, count] : open) EXPECT_EQ(standing(day, "Qualified"), count) << day;
  EXPECT_EQ(standing("2018-05-31", "Won"), 665);
  EXPECT_EQ(standing("2018-11-30", "Won"), 842);
  EXPECT_EQ(violations(), std::vector<std::string>{});
  const auto id = integer(last_landed);
  database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {id}); });
  EXPECT_EQ(integer(count_seen_in_may), 8'000) << "what was seen counts again";
  EXPECT_EQ(integer(count_wins), 0);
  EXPECT_EQ(standing("2018-11-30", "Qualified"), 8'000);
  EXPECT_EQ(violations(), std::vector<std::string>{});
}

TEST_F(OlistTest, RemembersHowTheFilesWereRead) {
  ASSERT_EQ(import_leads(), 0) << said;
  ASSERT_EQ(import_deals(), 0) << said;
  EXPECT_EQ(run({file(deals), file(leads)}), 0) << said;
  EXPECT_NE(said.find("(Opportunities, from Olist): changes nothing; 842 rows"), std::string::npos) << said;
  EXPECT_NE(said.find("8,000 rows say what is known already"), std::string::npos) << said;
  EXPECT_EQ(integer(count_won), 842);
}

}  // namespace
}  // namespace accord::importing
