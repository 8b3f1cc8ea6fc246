// SPDX-License-Identifier: Apache-2.0
// A marketplace's real funnel, whose headers nobody knows: columns are told once and remembered. The counts
// were worked out from the files with Python's csv module.
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql count_leads{"SELECT COUNT(*) FROM opportunity WHERE lead_key <> ''"};
const Sql count_won{"SELECT COUNT(*) FROM opportunity WHERE outcome = 'won'"};
const Sql count_valued{"SELECT COUNT(*) FROM opportunity WHERE value_minor IS NOT NULL"};
const Sql count_blank{"SELECT COUNT(*) FROM opportunity WHERE source = ''"};
const Sql count_unknown{"SELECT COUNT(*) FROM opportunity WHERE source = 'unknown'"};
const Sql count_people{"SELECT COUNT(*) FROM person"};
const Sql count_accounts{"SELECT COUNT(*) FROM account"};
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
    options.columns = {
        {"mql_id", "lead_key"}, {"seller_id", "account"}, {"sr_id", "owner"}, {"won_date", "won_at"}};
    options.answers.constants = {{"stage", "Won"}};
    return run({file(deals)}, options);
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
  EXPECT_EQ(integer(count_people), 22);
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
