// SPDX-License-Identifier: Apache-2.0
// Lists of trade shows, mailings, calls and visits, as badge scanners, mailing houses and dialers write them:
// the headers are theirs, the rows made up. What the file does not say is said once.
#include "account/account.hpp"
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

/// Minutes are counted from the beginning of 10 March 2026.
const Sql touchpoints{
    "SELECT ((t.at / 1000 - 20522 * 86400) / 60) || '|' || t.precision || '|' || COALESCE(a.name, '') || '|' "
    "|| COALESCE(k.name, '') || '|' || COALESCE(c.name, '') || '|' || COALESCE(h.name, '') || '|' || t.kind "
    "|| '|' || t.side || '|' || COALESCE(p.name, '') FROM touchpoint_standing t "
    "LEFT JOIN account a ON a.id = t.account LEFT JOIN contact k ON k.id = t.contact "
    "LEFT JOIN campaign c ON c.id = t.campaign LEFT JOIN channel h ON h.id = t.channel "
    "LEFT JOIN person p ON p.id = t.person ORDER BY t.at, k.name, a.name, t.id"};
const Sql contacts{
    "SELECT c.name || '|' || COALESCE(a.name, '') || '|' || c.title || '|' || c.email || '|' || c.phone "
    "FROM contact c LEFT JOIN account a ON a.id = c.account ORDER BY c.id"};
const Sql campaigns_made{
    "SELECT c.name || '|' || COALESCE(h.name, '') || '|' || c.side FROM campaign c "
    "LEFT JOIN channel h ON h.id = c.channel WHERE c.name LIKE 'New %' ORDER BY c.id"};
const Sql problems{
    "SELECT line || '|' || column_name || '|' || reason || '|' || remedy FROM import_problem ORDER BY id"};
const Sql everything_of_notes{"SELECT COUNT(*) FROM contact WHERE name LIKE '%boss%' OR title LIKE '%boss%'"};
const Sql last_import{"SELECT MAX(id) FROM import"};
const Sql remembered{"SELECT answers FROM import_source WHERE mapping LIKE '%touchpoint%' ORDER BY id"};

class TouchListsTest : public ImportFixture {
 protected:
  void SetUp() override {
    ImportFixture::SetUp();
    EXPECT_EQ(run({write_file("contacts.csv",
                              "Contact ID,First Name,Last Name,Email,Account Name,Contact Owner\n"
                              "C-1,Petra,Holm,p.holm@acme.example,Acme Works,\n"),
                   write_file("campaigns.csv",
                              "campaign,channel,start,end\n"
                              "Spring show,Trade show,2026-03-10,2026-03-12\n"
                              "Spring letter,Direct mail,2026-03-02,2026-03-31\n"
                              "Calls to millers,Telemarketing,2026-03-02,2026-03-31\n")}),
              0)
        << said;
  }

  /// The list goes in with what the page says of all its rows.
  int enter(const std::string& text, std::vector<Constant> constants,
            const std::string& system = "Scan list") {
    ImportOptions options;
    options.target = "touchpoint";
    options.answers.system = system;
    options.answers.constants = std::move(constants);
    const int exit = run({write_file("list.csv", text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit;
  }
  int enter_scans(const std::string& text) {
    return enter(text, {{"campaign", "Spring show"}, {"kind", "scan"}, {"day", "2026-03-10"}});
  }
};

const std::string scans =
    "Badge ID,First Name,Last Name,Job Title,Company,Email,Phone,Scanned At,Scanned By,Notes\n"
    "100341,Petra,Holm,Head buyer,Acme Works,P.Holm@acme.example,,2026-03-10 09:41,,\n"
    "100777,Jon,Reyes,Engineer,Bolt Mills,jon@bolt.example,555-0101,2026-03-11 14:05,,his boss hates us\n"
    "100341,Petra,Holm,Head buyer,Acme Works,P.Holm@acme.example,,2026-03-11 10:00,,\n"
    "100912,Ann,Ode,,Bolt Mills,,,,,\n";

TEST_F(TouchListsTest, AScanListAsTheScannerWritesIt) {
  EXPECT_EQ(enter_scans(scans), 0) << said;
  const Lines found{"0|day|Bolt Mills|Ann Ode|Spring show|Trade show|scan|marketing|",
                    "581|moment|Acme Works|Petra Holm|Spring show|Trade show|scan|marketing|",
                    "2040|moment|Acme Works|Petra Holm|Spring show|Trade show|scan|marketing|",
                    "2285|moment|Bolt Mills|Jon Reyes|Spring show|Trade show|scan|marketing|"};
  EXPECT_EQ(lines(touchpoints), found);
  EXPECT_EQ(lines(contacts),
            (Lines{"Petra Holm|Acme Works|Head buyer|p.holm@acme.example|",
                   "Jon Reyes|Bolt Mills|Engineer|jon@bolt.example|555-0101", "Ann Ode|Bolt Mills|||"}));
  EXPECT_EQ(integer(everything_of_notes), 0) << "a note may say something that has to be forgotten";

  EXPECT_EQ(enter_scans(scans), 0);
  EXPECT_TRUE(says("changes nothing; 4 rows say what is known already")) << said;
  EXPECT_EQ(lines(touchpoints), found);
}

TEST_F(TouchListsTest, PastedFromASpreadsheetWithWholeNames) {
  EXPECT_EQ(enter_scans("Name\tOrganization\tE-mail\tScan Date\n"
                        "Petra Holm\tAcme Works\t\t03/13/2026 9:05 AM\n"
                        "\t\tp.holm@acme.example\t03/14/2026 9:05 AM\n"),
            0)
      << said;
  EXPECT_EQ(lines(touchpoints),
            (Lines{"4865|moment|Acme Works|Petra Holm|Spring show|Trade show|scan|marketing|",
                   "6305|moment|Acme Works|Petra Holm|Spring show|Trade show|scan|marketing|"}));
  EXPECT_EQ(lines(contacts), Lines{"Petra Holm|Acme Works||p.holm@acme.example|"});
}

TEST_F(TouchListsTest, APersonWithoutAFirmGoesInAndIsTold) {
  const std::string list =
      "First Name,Last Name,Company,Email\n,,,lone@nowhere.example\nMax,Brand,,\nmax,brand,,\n";
  EXPECT_EQ(enter_scans(list), 0) << said;
  EXPECT_EQ(lines(touchpoints),
            (Lines{"0|day||Max Brand|Spring show|Trade show|scan|marketing|",
                   "0|day||lone@nowhere.example|Spring show|Trade show|scan|marketing|"}));
  EXPECT_EQ(lines(contacts), (Lines{"Petra Holm|Acme Works||p.holm@acme.example|",
                                    "lone@nowhere.example|||lone@nowhere.example|", "Max Brand||||"}));
  EXPECT_TRUE(says("At which firm they are is not known")) << said;
  EXPECT_EQ(enter_scans(list), 0);
  EXPECT_TRUE(says("changes nothing")) << said;
}

TEST_F(TouchListsTest, BadRowsStayOutWithLineColumnAndRemedy) {
  EXPECT_EQ(enter_scans("Name,Company,Email,Scanned At\n"
                        "Jon Reyes,Bolt Mills,jon at bolt,2026-03-10 09:00\n"
                        ",,,2026-03-10 09:01\n"
                        "Jon Reyes,Bolt Mills,jon@bolt.example,yesterday\n"
                        "Ann Ode,Bolt Mills,,2027-03-10 09:00\n"
                        "Ida Berg,Bolt Mills,,2026-03-10 09:30\n"),
            1);
  EXPECT_EQ(lines(problems),
            (Lines{"2|Email|\"jon at bolt\" is not an e-mail address.|Correct it, or leave the cell empty.",
                   "3||It names nobody: no company, no person, no address.|Fill one of them in, or leave the "
                   "row out.",
                   "4|Scanned At|\"yesterday\" is not a day.|Write it as 2026-11-23.",
                   "5|Scanned At|It lies in the future, on 10 March 2027.|Correct the date, or leave the row "
                   "out until it has happened."}));
  EXPECT_EQ(lines(touchpoints),
            Lines{"570|moment|Bolt Mills|Ida Berg|Spring show|Trade show|scan|marketing|"});
}

TEST_F(TouchListsTest, AMailingListWithItsDropDate) {
  const std::string list =
      "Recipient,Company,Address,City,Opted Out\n"
      "Petra Holm,Acme Works,1 Mill Lane,Leeds,\n"
      ",Hill Farms,2 Hill Road,York,no\n"
      "Jon Reyes,Bolt Mills,3 Bolt Street,Hull,Yes\n";
  const std::vector<Constant> told{{"campaign", "Spring letter"}, {"kind", "mail"}, {"day", "2026-03-16"}};
  EXPECT_EQ(enter(list, told, "Mailing list"), 1);
  EXPECT_EQ(lines(touchpoints),
            (Lines{"8640|day|Hill Farms||Spring letter|Direct mail|mail|marketing|",
                   "8640|day|Acme Works|Petra Holm|Spring letter|Direct mail|mail|marketing|"}));
  EXPECT_EQ(lines(problems),
            Lines{"4|Opted Out|They opted out, so the list should not have reached them.|Take "
                  "the row out; where it did reach them, empty the cell."});
  EXPECT_EQ(enter(list, told, "Mailing list"), 2) << "nothing goes in any more";
  EXPECT_TRUE(says("changes nothing")) << said;
  EXPECT_EQ(enter("Addressee,Company,Drop Date\nPetra Holm,Acme Works,2026-03-20\n", told, "Mailing list"),
            0);
  EXPECT_EQ(lines(touchpoints).size(), 3) << "a row's own drop date comes before the list's";
}

/// An opt-out is of what is sent: somebody who came to the stand was scanned there.
TEST_F(TouchListsTest, WhoeverOptedOutOfMailIsScannedAllTheSame) {
  EXPECT_EQ(enter_scans("Name,Company,Email Opt Out\nPetra Holm,Acme Works,1\n"), 0) << said;
  EXPECT_EQ(lines(touchpoints).size(), 1);
}

TEST_F(TouchListsTest, ACallListWithItsOutcomes) {
  const std::string list =
      "Call Date,Company,Contact Name,Phone,Agent,Disposition\n"
      "2026-03-10 10:00,Acme Works,Petra Holm,555-0100,Tina Tele,Reached\n"
      "2026-03-10 10:05,Bolt Mills,Jon Reyes,555-0101,Tina Tele,No answer\n"
      "2026-03-10 10:09,Bolt Mills,Jon Reyes,555-0101,Tina Tele,Call back\n"
      "2026-03-10 10:20,Hill Farms,,555-0102,Tina Tele,Wrong number\n";
  const std::vector<Constant> told{
      {"campaign", "Calls to millers"}, {"kind", "call"}, {"side", "sales"}, {"day", "2026-03-10"}};
  EXPECT_EQ(enter(list, told, "Call list"), 0) << said;
  EXPECT_TRUE(says("2 calls reached nobody and are no touchpoints")) << said;
  EXPECT_EQ(lines(touchpoints),
            (Lines{"600|moment|Acme Works|Petra Holm|Calls to millers|Telemarketing|call|sales|Tina Tele",
                   "609|moment|Bolt Mills|Jon Reyes|Calls to millers|Telemarketing|call|sales|Tina Tele"}));
  EXPECT_EQ(lines(contacts).at(0), "Petra Holm|Acme Works||p.holm@acme.example|555-0100");
  EXPECT_EQ(enter(list, told, "Call list"), 0);
  EXPECT_TRUE(says("changes nothing; 2 rows say what is known already")) << said;
}

TEST_F(TouchListsTest, CallsOfASalespersonAreSalesWhereNothingElseSaysWhose) {
  EXPECT_EQ(run({write_file("people.csv", "Name,Role,Email\nKarl Sell,salesperson,karl@sell.example\n")}), 0)
      << said;
  const std::string list =
      "Call Date,Company,Contact Name,Phone,Agent,Disposition\n"
      "2026-03-10 10:00,Acme Works,Petra Holm,555-0100,Karl Sell,Reached\n";
  EXPECT_EQ(enter(list, {{"kind", "call"}, {"day", "2026-03-10"}}, "Call list"), 0) << said;
  EXPECT_EQ(lines(touchpoints), Lines{"600|moment|Acme Works|Petra Holm||Sales call|call|sales|Karl Sell"});
  EXPECT_EQ(
      enter(list, {{"campaign", "Calls to millers"}, {"kind", "call"}, {"day", "2026-03-10"}}, "Agency"), 0)
      << said;
  EXPECT_EQ(lines(touchpoints).back(),
            "600|moment|Acme Works|Petra Holm|Calls to millers|Telemarketing|call|marketing|Karl Sell");
}

TEST_F(TouchListsTest, WhatCameOfACallStandsUnderItsUsualHeadings) {
  for (const std::string heading : {"Result", "Call Status", "Ergebnis", "Call Outcome"}) {
    EXPECT_EQ(
        enter("Call Date,Company,Contact Name," + heading + "\n2026-03-10,Acme Works,Petra Holm,No answer\n",
              {{"campaign", "Calls to millers"}, {"kind", "call"}, {"side", "sales"}, {"day", "2026-03-10"}},
              "Call list"),
        0)
        << said;
    EXPECT_EQ(lines(touchpoints).size(), 0U) << heading << ": " << said;
  }
}

TEST_F(TouchListsTest, AListOfVisits) {
  EXPECT_EQ(enter("Visit Date,Customer,Visited By\n2026-03-10,Acme Works,Ann Lee\n",
                  {{"kind", "visit"}, {"side", "sales"}, {"day", "2026-03-10"}}, "Visit list"),
            0)
      << said;
  EXPECT_EQ(lines(touchpoints), Lines{"0|day|Acme Works|||Sales visit|visit|sales|Ann Lee"});
}

/// A campaign that nobody has said anything of is on the channel of what its list is of, and so are its rows;
/// a list whose rows tell kinds of their own says of the campaign nothing.
TEST_F(TouchListsTest, ACampaignThatAListMakesIsOnTheChannelOfItsKind) {
  const std::string somebody = "Name,Company\nPetra Holm,Acme Works\n";
  for (const auto* kind : {"scan", "mail", "call", "visit"})
    EXPECT_EQ(
        enter(somebody, {{"campaign", std::string("New ") + kind}, {"kind", kind}, {"day", "2026-03-10"}}), 0)
        << said;
  EXPECT_EQ(enter(somebody,
                  {{"campaign", "New of sales"}, {"kind", "call"}, {"side", "sales"}, {"day", "2026-03-10"}}),
            0)
      << said;
  EXPECT_EQ(enter("Name,Company,Kind\nPetra Holm,Acme Works,scan\n",
                  {{"campaign", "New of many kinds"}, {"day", "2026-03-10"}}, "Log"),
            0)
      << said;
  EXPECT_EQ(lines(campaigns_made), (Lines{"New scan|Trade show|marketing", "New mail|Direct mail|marketing",
                                          "New call|Telemarketing|marketing", "New visit|Sales visit|sales",
                                          "New of sales|Sales call|sales", "New of many kinds||marketing"}));
}

/// The next show's list has the same columns and is of another day: nothing is taken for what it was.
TEST_F(TouchListsTest, WhatWasSaidOfOneListIsNotTakenForTheNext) {
  EXPECT_EQ(enter_scans(scans), 0) << said;
  EXPECT_EQ(lines(remembered).size(), 1);
  EXPECT_EQ(lines(remembered).at(0).find("Spring show"), std::string::npos);
  EXPECT_EQ(lines(remembered).at(0).find("2026-03-10"), std::string::npos);
}

/// What was corrected of its columns holds for the next list with these headers.
TEST_F(TouchListsTest, HowItsColumnsAreReadIsRemembered) {
  ImportOptions options;
  options.target = "touchpoint";
  options.columns = {{"Betrieb", "account"}};
  options.answers.constants = {{"campaign", "Spring show"}, {"kind", "scan"}, {"day", "2026-03-10"}};
  EXPECT_EQ(run({write_file("first.csv", "Betrieb,Email\nAcme Works,p.holm@acme.example\n")}, options), 0)
      << said;
  EXPECT_EQ(enter_scans("Betrieb,Email\nBolt Mills,jon@bolt.example\n"), 0) << said;
  EXPECT_EQ(lines(touchpoints).at(1),
            "0|day|Bolt Mills|jon@bolt.example|Spring show|Trade show|scan|marketing|");
}

TEST_F(TouchListsTest, UndoTakesBackTouchpointsAndWhoeverTheyBrought) {
  EXPECT_EQ(enter_scans(scans), 0) << said;
  undo(integer(last_import));
  EXPECT_EQ(lines(touchpoints), Lines{});
  EXPECT_EQ(lines(contacts), Lines{"Petra Holm|Acme Works||p.holm@acme.example|"});
}

/// The same show once as leads and once as a touch list, and twice in one list.
TEST_F(TouchListsTest, WhoeverWasThereCountsOnceADay) {
  ImportOptions leads;
  leads.target = "lead";
  leads.answers.constants = {{"campaign", "Spring show"}};
  EXPECT_EQ(run({write_file("leads.csv",
                            "First Name,Last Name,Firm,Email,Created\n"
                            "Petra,Holm,Acme Works,p.holm@acme.example,2026-03-10\n")},
                leads),
            0)
      << said;
  EXPECT_EQ(enter_scans(scans), 0) << said;
  EXPECT_TRUE(says("  = line 2: \"Petra Holm\" was scanned for \"Spring show\" on 10 March 2026 already."))
      << said;
  EXPECT_TRUE(says(
      "adds 1 account, 2 contacts and 3 touchpoints; changes 1 contact; 1 row says what is known already"))
      << said;
  const Lines found{"0|day|Bolt Mills|Ann Ode|Spring show|Trade show|scan|marketing|",
                    "0|day|Acme Works|Petra Holm|Spring show|Trade show|scan|marketing|",
                    "2040|moment|Acme Works|Petra Holm|Spring show|Trade show|scan|marketing|",
                    "2285|moment|Bolt Mills|Jon Reyes|Spring show|Trade show|scan|marketing|"};
  EXPECT_EQ(lines(touchpoints), found);

  EXPECT_EQ(enter_scans(scans), 0);
  EXPECT_TRUE(says("changes nothing; 4 rows say what is known already")) << said;
  EXPECT_EQ(enter_scans("Name,Company,Email,Scanned At\n"
                        "Ida Berg,Bolt Mills,,2026-03-12 09:30\n"
                        "Ida Berg,Bolt Mills,,2026-03-12 16:00\n"
                        "Jon Reyes,Bolt Mills,jon@bolt.example,2026-03-11 09:00\n"),
            0);
  EXPECT_TRUE(
      says("line 3: \"Ida Berg\" was scanned for \"Spring show\" on 12 March 2026 already on line 2."))
      << said;
  EXPECT_TRUE(says("line 4: \"Jon Reyes\"")) << said;
  EXPECT_EQ(lines(touchpoints).size(), found.size() + 1);
}

/// A day is one where the show is: at eight in the evening in Chicago it is tomorrow in UTC.
TEST_F(TouchListsTest, TheDayOfAScanIsThatOfTheShow) {
  const auto list = [&](const char* system, const std::string& text) {
    ImportOptions options;
    options.target = "touchpoint";
    options.answers.system = system;
    options.answers.time_zone = "America/Chicago";
    options.answers.constants = {{"campaign", "Spring show"}, {"kind", "scan"}, {"day", "2026-03-10"}};
    return run({write_file("list.csv", text)}, options);
  };
  EXPECT_EQ(list("Scanner", "Name,Company,Scanned At\nIda Berg,Bolt Mills,2026-03-10 20:00\n"), 0) << said;
  EXPECT_EQ(list("Notes", "Name,Company\nIda Berg,Bolt Mills\n"), 0) << said;
  EXPECT_TRUE(says("already")) << said;
  ImportOptions leads;
  leads.target = "lead";
  leads.answers.time_zone = "America/Chicago";
  leads.answers.constants = {{"campaign", "Spring show"}};
  EXPECT_EQ(run({write_file("leads.csv", "Name,Firm,Created\nIda Berg,Bolt Mills,2026-03-10\n")}, leads), 0)
      << said;
  EXPECT_EQ(lines(touchpoints).size(), 1U);
}

/// Of everything but scans there may be several a day, and other shows are other shows.
TEST_F(TouchListsTest, VisitsAndOtherCampaignsAreCountedEach) {
  const auto two =
      "Visit Date,Company,Contact Name\n2026-03-10 09:00,Acme Works,Petra Holm\n"
      "2026-03-10 15:00,Acme Works,Petra Holm\n";
  EXPECT_EQ(
      enter(two, {{"kind", "visit"}, {"side", "sales"}, {"campaign", "Spring show"}, {"day", "2026-03-10"}}),
      0)
      << said;
  EXPECT_EQ(lines(touchpoints).size(), 2U);
  EXPECT_EQ(enter_scans("Name,Company\nPetra Holm,Acme Works\n"), 0) << said;
  EXPECT_EQ(enter("Name,Company\nPetra Holm,Acme Works\n",
                  {{"campaign", "Evening at the show"}, {"kind", "scan"}, {"day", "2026-03-10"}}),
            0)
      << said;
  EXPECT_EQ(lines(touchpoints).size(), 4U);
}

}  // namespace
}  // namespace accord::importing
