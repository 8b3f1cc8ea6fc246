// SPDX-License-Identifier: Apache-2.0
// Leads that name their campaign are touchpoints of it, on the day on which they began; and the accounts of
// leads that are converted later.
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql leads{
    "SELECT o.name || '|' || COALESCE(a.name, '') || '|' || COALESCE(k.name, '') || '|' || o.stage || '|' || "
    "o.source || '|' || COALESCE(o.created_on - 20522, -1) FROM opportunity o LEFT JOIN account a ON a.id = "
    "o.account LEFT JOIN contact k ON k.id = o.contact ORDER BY o.id"};
/// Minutes are counted from the beginning of 10 March 2026.
const Sql touches{
    "SELECT ((t.at / 1000 - 20522 * 86400) / 60) || '|' || t.precision || '|' || COALESCE(a.name, '') || '|' "
    "|| COALESCE(k.name, '') || '|' || c.name || '|' || COALESCE(h.name, '') || '|' || t.kind || '|' || "
    "t.side "
    "FROM touchpoint_standing t JOIN campaign c ON c.id = t.campaign LEFT JOIN account a ON a.id = t.account "
    "LEFT JOIN contact k ON k.id = t.contact LEFT JOIN channel h ON h.id = t.channel ORDER BY t.id"};
const Sql problems{"SELECT line || '|' || reason FROM import_problem ORDER BY id"};
const Sql accounts{"SELECT name || '|' || key || '|' || system FROM account ORDER BY id"};
const Sql deals{
    "SELECT o.key || '|' || COALESCE(a.name, '') || '|' || COALESCE(k.name, '') FROM opportunity o LEFT JOIN "
    "account a ON a.id = o.account LEFT JOIN contact k ON k.id = o.contact WHERE o.phase = 'opportunity'"};
const Sql contacts{"SELECT name || '|' || email || '|' || phone FROM contact ORDER BY id"};
const Sql last_import{"SELECT MAX(id) FROM import"};

class LeadTouchesTest : public ImportFixture {
 protected:
  void SetUp() override {
    ImportFixture::SetUp();
    EXPECT_EQ(run({write_file("campaigns.csv",
                              "campaign,channel,start,end\nSpring show,Trade show,2026-03-10,2026-03-12\n")}),
              0)
        << said;
  }
  int enter(const std::string& text, std::vector<Constant> constants, const std::string& system = "") {
    ImportOptions options;
    options.target = "lead";
    options.answers.system = system;
    options.answers.constants = std::move(constants);
    const int exit = run({write_file("list.csv", text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit;
  }
};

const std::vector<Constant> of_the_show{{"campaign", "Spring show"}};
const std::string twin =
    "First Name,Last Name,Firm,Email,Created,Booth\n"
    "Ada,Ray,Contoso,ada@contoso.example,2026-03-10,7\n"
    "Bo,Orr,Northwind,bo@northwind.example,2026-03-11,7\n";

TEST_F(LeadTouchesTest, OnePassGivesLeadAndTouchpoint) {
  EXPECT_EQ(enter(twin, of_the_show), 0) << said;
  EXPECT_EQ(lines(leads), (Lines{"Contoso|Contoso|Ada Ray|Inquiry|Spring show|0",
                                 "Northwind|Northwind|Bo Orr|Inquiry|Spring show|1"}));
  const Lines found{"0|day|Contoso|Ada Ray|Spring show|Trade show|scan|marketing",
                    "1440|day|Northwind|Bo Orr|Spring show|Trade show|scan|marketing"};
  EXPECT_EQ(lines(touches), found);
  EXPECT_TRUE(says("2 touchpoints")) << said;
  EXPECT_TRUE(says("Columns not taken: \"Booth\"")) << said;

  EXPECT_EQ(enter(twin, of_the_show), 0) << said;
  EXPECT_TRUE(says("changes nothing; 2 rows say what is known already")) << said;
  EXPECT_EQ(lines(touches), found);
}

TEST_F(LeadTouchesTest, UndoneItIsAsBefore) {
  EXPECT_EQ(enter(twin, of_the_show), 0) << said;
  undo(integer(last_import));
  EXPECT_EQ(lines(leads), Lines{});
  EXPECT_EQ(lines(touches), Lines{});
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(LeadTouchesTest, WhoComesBackKeepsTheLeadAndIsTouchedAgain) {
  EXPECT_EQ(enter(twin, of_the_show), 0) << said;
  EXPECT_EQ(
      enter("Name,Firm,Email,Created,Campaign\nAda Ray,Contoso,ada@contoso.example,2026-05-10,May fair\n",
            {}),
      0)
      << said;
  EXPECT_TRUE(says("1 row is about somebody with an open lead, which is taken")) << said;
  EXPECT_EQ(lines(leads).size(), 2U);
  EXPECT_EQ(lines(touches).back(),
            std::to_string(61 * 1440) + "|day|Contoso|Ada Ray|May fair||other|marketing");
}

TEST_F(LeadTouchesTest, ScansWithoutATimeAreOfTheDayOfTheList) {
  EXPECT_EQ(enter("Badge ID,Name,Company,Email,Scanned At\n"
                  "1,Ada Ray,Contoso,ada@contoso.example,2026-03-10 09:41\n"
                  "2,Bo Orr,Northwind,bo@northwind.example,\n",
                  {{"campaign", "Spring show"}, {"day", "2026-03-12"}}),
            0)
      << said;
  EXPECT_EQ(lines(touches), (Lines{"581|moment|Contoso|Ada Ray|Spring show|Trade show|scan|marketing",
                                   "2880|day|Northwind|Bo Orr|Spring show|Trade show|scan|marketing"}));
  EXPECT_EQ(lines(leads).back(), "Northwind|Northwind|Bo Orr|Inquiry|Spring show|2");
}

TEST_F(LeadTouchesTest, WithoutADayOrWithOneToComeTheRowStaysOut) {
  const std::string list =
      "Name,Firm,Email,Created\nAda Ray,Contoso,ada@contoso.example,\n"
      "Bo Orr,Northwind,bo@northwind.example,2027-01-01\nCy Lin,Fabrikam,cy at fabrikam,2026-03-10\n";
  EXPECT_EQ(enter(list, of_the_show), 2) << said;
  EXPECT_EQ(lines(problems), (Lines{"2|It names a campaign, but not the day on which it came through it.",
                                    "3|It lies in the future, on 1 January 2027.",
                                    "4|\"cy at fabrikam\" is not an e-mail address."}));
  EXPECT_TRUE(says("--set day=2026-03-10")) << said;
}

TEST_F(LeadTouchesTest, TheNextListWithTheseHeadersIsOfAnotherShow) {
  EXPECT_EQ(enter(twin, of_the_show), 0) << said;
  EXPECT_EQ(run({write_file("june.csv",
                            "First Name,Last Name,Firm,Email,Created,Booth\n"
                            "Cy,Lin,Fabrikam,cy@fabrikam.example,2026-06-01,7\n")}),
            0)
      << said;
  EXPECT_EQ(lines(touches).size(), 2U);
  EXPECT_EQ(lines(leads).back(), "Fabrikam|Fabrikam|Cy Lin|Inquiry||83");
}

TEST_F(LeadTouchesTest, TheSameColumnsAsTouchpointsAreOfTheSystemThatTheyWereBefore) {
  ImportOptions scans;
  scans.target = "touchpoint";
  scans.answers.constants = {{"campaign", "Spring show"}, {"kind", "scan"}, {"day", "2026-03-10"}};
  const auto list = write_file("scans.csv", "Name,Company,Email\nAda Ray,Contoso,ada@contoso.example\n");
  EXPECT_EQ(run({list}, scans), 0) << said;
  EXPECT_EQ(enter("Name,Company,Email\nBo Orr,Northwind,bo@northwind.example\n",
                  {{"campaign", "Spring show"}, {"day", "2026-03-11"}}),
            0)
      << said;
  EXPECT_EQ(run({list}, scans), 0) << said;
  EXPECT_TRUE(says("changes nothing")) << said;
  EXPECT_EQ(lines(touches).size(), 2U);
}

const std::string scans_header = "Name,Firm,Email,Phone,Scanned At\n";

TEST_F(LeadTouchesTest, WhoWasMetOnTwoDaysIsOneLeadAndATouchpointOfEach) {
  const std::string first = "Zoe Zed,Zed Mills,zoe@zed.example,,2026-03-10 09:41\n",
                    later = "Zoe Zed,Zed Mills,ZOE@zed.example,,2026-03-10 15:00\n",
                    second = "Zoe Zed,Zed Mills,zoe@zed.example,555 800 0001,2026-03-11 10:00\n";
  for (const auto& rows : {first + later + second, second + later + first}) {
    EXPECT_EQ(enter(scans_header + rows, of_the_show), 0) << said;
    EXPECT_TRUE(says("adds 1 account, 1 contact, 1 opportunity, 1 stage change and 2 touchpoints")) << said;
    // Newest first, the moment of its day that stands first is kept.
    EXPECT_EQ(lines(leads), Lines{"Zed Mills|Zed Mills|Zoe Zed|Inquiry|Spring show|0"});
    EXPECT_EQ(lines(touches).size(), 2U);
    EXPECT_EQ(lines(contacts), Lines{"Zoe Zed|zoe@zed.example|555 800 0001"});
    EXPECT_EQ(enter(scans_header + rows, of_the_show), 0) << said;
    EXPECT_TRUE(says("changes nothing; 3 rows say what is known already")) << said;
    undo(integer(last_import));
  }
}

TEST_F(LeadTouchesTest, ANumberOfAnEarlierLineUnderAnotherNameIsAskedAbout) {
  const std::string list = scans_header +
                           "Zoe Zed,Zed Mills,,+1 555 800 0001,2026-03-10 09:41\n"
                           "Z. Zed,Zed Mills Inc.,,(555) 800-0001,2026-03-11 10:00\n"
                           "zoe zed,,,001 555 800 0001,2026-03-12 10:00\n";
  EXPECT_EQ(enter(list, of_the_show), 1) << said;
  EXPECT_TRUE(says("\"Z. Zed\" (1 row) looks like the contact \"Zoe Zed\"")) << said;
  EXPECT_EQ(lines(leads).size(), 1U);
  EXPECT_EQ(lines(touches).size(), 2U) << "the number and the name are somebody";
  undo(integer(last_import));

  ImportOptions same;
  same.target = "lead";
  same.answers.constants = of_the_show;
  same.answers.merges = {{"Z. Zed", "Zoe Zed"}};
  EXPECT_EQ(run({write_file("list.csv", list)}, same), 0) << said;
  EXPECT_EQ(lines(leads), Lines{"Zed Mills|Zed Mills|Zoe Zed|Inquiry|Spring show|0"});
  EXPECT_EQ(lines(touches).size(), 3U);
  EXPECT_EQ(lines(accounts), Lines{"Zed Mills||"}) << "who is known is at a firm that is known";
  undo(integer(last_import));

  same.answers.merges = {{"Z. Zed", ""}, {"Zed Mills Inc.", ""}};
  EXPECT_EQ(run({write_file("list.csv", list)}, same), 0) << said;
  EXPECT_EQ(lines(leads).size(), 2U);
  EXPECT_EQ(lines(contacts), (Lines{"Zoe Zed||+1 555 800 0001", "Z. Zed||(555) 800-0001"}));
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(LeadTouchesTest, WithoutAFirmTheNameIsOneUnlessTheAddressesDiffer) {
  EXPECT_EQ(enter(scans_header + "Ann Lee,,,,2026-03-10\nAnn Lee,,,,2026-03-11\nAnn Lee,,,,2026-03-11\n",
                  of_the_show),
            0)
      << said;
  EXPECT_EQ(lines(leads), Lines{"Inquiry||Ann Lee|Inquiry|Spring show|0"});
  EXPECT_EQ(lines(touches).size(), 2U);
}

TEST_F(LeadTouchesTest, ASystemsLeadGoesInThoughItsCampaignIsNotKnown) {
  const std::string header = "Lead ID,Name,Company,Email,Status,Created,Campaign ID\n";
  EXPECT_EQ(enter(header + "L1,Ada Ray,Contoso,ada@contoso.example,New,2026-03-10,c-9\n", {}, "Our CRM"), 0)
      << said;
  EXPECT_TRUE(says("Its campaign \"c-9\" is not known, so no touchpoint of it is told.")) << said;
  EXPECT_EQ(lines(leads).size(), 1U);
  EXPECT_EQ(lines(touches), Lines{});
}

const std::string sf_leads =
    "Id,LastName,FirstName,Company,Email,Status,IsConverted,ConvertedDate,ConvertedAccountId,"
    "ConvertedContactId,"
    "ConvertedOpportunityId,CreatedDate,OwnerId\n";
const std::string bob_working =
    "00Q000000000002AAA,Baker,Bob,Bolt "
    "LLC,bob@bolt.example,Working,false,,,,,2026-09-02T10:00:00.000+0000,\n";
const std::string bob_converted =
    "00Q000000000002AAA,Baker,Bob,Bolt LLC,bob@bolt.example,Closed - "
    "Converted,true,2026-10-05,001000000000002AAA,003000000000002AAA,006000000000002AAA,"
    "2026-09-02T10:00:00.000+0000,\n";
const std::string sf_deals =
    "Id,AccountId,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate\n"
    "006000000000002AAA,001000000000002AAA,Bolt deal,Qualification,5000,2026-12-30,false,false,,"
    "2026-10-05T11:00:00.000+0000\n";

TEST_F(LeadTouchesTest, TheAccountOfALeadThatIsConvertedLaterIsKnownByItsIdentifier) {
  EXPECT_EQ(run({write_file("leads1.csv", sf_leads + bob_working)}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(accounts), Lines{"Bolt LLC||Salesforce"});
  EXPECT_EQ(run({write_file("leads2.csv", sf_leads + bob_converted)}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(accounts), Lines{"Bolt LLC|001000000000002|Salesforce"});
  const auto import = integer(last_import);
  EXPECT_EQ(run({write_file("deals.csv", sf_deals)}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(accounts), Lines{"Bolt LLC|001000000000002|Salesforce"});
  EXPECT_EQ(lines(deals), Lines{"006000000000002|Bolt LLC|Bob Baker"});
  EXPECT_EQ(violations(), Lines{});
  undo(integer(last_import));
  undo(import);
  EXPECT_EQ(lines(accounts), Lines{"Bolt LLC||Salesforce"});
}

TEST_F(LeadTouchesTest, LeadsThatTellTheAccountsOfTheirOpportunitiesGoFirst) {
  EXPECT_EQ(run({write_file("deals.csv", sf_deals), write_file("leads.csv", sf_leads + bob_converted)},
                in_dollars()),
            0)
      << said;
  EXPECT_EQ(lines(accounts), Lines{"Bolt LLC|001000000000002|Salesforce"});
  EXPECT_EQ(lines(deals), Lines{"006000000000002|Bolt LLC|Bob Baker"});
  EXPECT_EQ(violations(), Lines{});
}

}  // namespace
}  // namespace accord::importing
