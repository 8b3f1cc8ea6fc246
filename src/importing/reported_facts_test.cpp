// SPDX-License-Identifier: Apache-2.0
// Spend, touchpoints and orders: a newer report takes the place of the part that it tells.
#include "importing/intake.hpp"
#include "order/order.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

/// Days are counted from 2 March 2026, which is 0.
const Sql spend{
    "SELECT (s.day - 20514) || '|' || COALESCE(c.name, '') || '|' || COALESCE(h.name, '') || '|' || s.side "
    "|| '|' || s.kind || '|' || s.amount_minor || s.amount_currency FROM spend_standing s "
    "LEFT JOIN campaign c ON c.id = s.campaign LEFT JOIN channel h ON h.id = s.channel "
    "ORDER BY s.day, h.name, c.name, s.amount_minor, s.id"};
const Sql touchpoints{
    "SELECT ((t.at / 1000 - 20514 * 86400) / 60) || '|' || t.precision || '|' || COALESCE(a.name, '') || '|' "
    "|| COALESCE(k.name, '') || '|' || COALESCE(c.name, '') || '|' || COALESCE(h.name, '') || '|' || t.kind "
    "|| '|' || t.side FROM touchpoint_standing t LEFT JOIN account a ON a.id = t.account "
    "LEFT JOIN contact k ON k.id = t.contact LEFT JOIN campaign c ON c.id = t.campaign "
    "LEFT JOIN channel h ON h.id = t.channel ORDER BY t.at, t.id"};
const Sql lines_of_orders{
    "SELECT l.number || '|' || l.kind || '|' || COALESCE(a.name, '') || '|' || COALESCE(p.name, '') || '|' "
    "|| "
    "l.revenue_minor || l.revenue_currency FROM order_line_standing l LEFT JOIN account a ON a.id = "
    "l.account "
    "LEFT JOIN product p ON p.id = l.product ORDER BY l.number, l.kind, l.id"};
const Sql made_campaigns{
    "SELECT c.name || '|' || COALESCE(h.name, '') || '|' || c.side FROM campaign c "
    "LEFT JOIN channel h ON h.id = c.channel ORDER BY c.name"};
const Sql made_channels{"SELECT name || '|' || kind || '|' || side FROM channel WHERE id > 12 ORDER BY name"};
const Sql ever_spent{"SELECT COUNT(*) FROM spend"};
const Sql count_touchpoints{"SELECT COUNT(*) FROM touchpoint_standing"};
const Sql count_accounts{"SELECT COUNT(*) FROM account"};
const Sql count_lines{"SELECT COUNT(*) FROM order_line_standing"};
const Sql sum_lines{"SELECT CAST(SUM(revenue_minor) AS BIGINT) FROM order_line_standing"};
const Sql sum_spend{"SELECT CAST(SUM(amount_minor) AS BIGINT) FROM spend_standing"};

const Sql stands{"SELECT name || '|' || stage FROM opportunity ORDER BY id"};

class ReportedFactsTest : public ImportFixture {
 protected:
  /// Every row of the file goes in or is known.
  void take(const std::string& name, const std::string& text, const ImportOptions& options = in_dollars()) {
    EXPECT_EQ(run({write_file(name, text)}, options), 0) << said;
    EXPECT_EQ(violations(), Lines{});
  }
  void expect_nothing_new(const std::string& name, const std::string& text,
                          const ImportOptions& options = in_dollars()) {
    take(name, text, options);
    EXPECT_NE(said.find("changes nothing"), std::string::npos) << said;
  }
};

const std::string spend_header = "day,channel,campaign,amount\n";
const std::string march =
    spend_header +
    "2026-03-02,Paid search,,100.00\n2026-03-02,E-mail,,20.00\n2026-03-03,Paid search,,110.00\n";

TEST_F(ReportedFactsTest, TheSameReportAgainChangesNothing) {
  take("march.csv", march);
  const Lines first{"0||E-mail|marketing|media|2000USD", "0||Paid search|marketing|media|10000USD",
                    "1||Paid search|marketing|media|11000USD"};
  EXPECT_EQ(lines(spend), first);
  EXPECT_EQ(lines(made_channels), Lines{"Paid search|advertising|marketing"});
  expect_nothing_new("march.csv", march);
  expect_nothing_new("renamed.csv", march);
  EXPECT_EQ(lines(spend), first);
  EXPECT_EQ(integer(ever_spent), 3);
}

TEST_F(ReportedFactsTest, ADayOfAChannelReportedAgainIsReplacedAndNothingElse) {
  take("march.csv", march);
  take("later.csv", spend_header + "2026-03-02,Paid search,,105.00\n2026-03-04,Paid search,,90.00\n");
  EXPECT_TRUE(says("adds 2 entries of spend; takes the place of 1 older entry")) << said;
  EXPECT_EQ(lines(spend),
            (Lines{"0||E-mail|marketing|media|2000USD", "0||Paid search|marketing|media|10500USD",
                   "1||Paid search|marketing|media|11000USD", "2||Paid search|marketing|media|9000USD"}));
}

TEST_F(ReportedFactsTest, AnotherSystemSaysNothingOfThisOne) {
  take("march.csv", march);
  auto elsewhere = in_dollars();
  elsewhere.answers.system = "Ledger";
  take("ledger.csv", spend_header + "2026-03-02,Paid search,,7.00\n", elsewhere);
  EXPECT_EQ(lines(spend).size(), 4U);
}

TEST_F(ReportedFactsTest, WhatIsNoMoreInTheReportOfItsDayStandsNoMoreUntilThatIsUndone) {
  const auto two = spend_header + "2026-03-02,Paid search,Spring,60.00\n2026-03-02,Paid search,Brand,40.00\n";
  take("two.csv", two);
  const Lines both{"0|Brand|Paid search|marketing|media|4000USD",
                   "0|Spring|Paid search|marketing|media|6000USD"};
  EXPECT_EQ(lines(spend), both);
  take("one.csv", spend_header + "2026-03-02,Paid search,Spring,60.00\n");
  EXPECT_EQ(lines(spend), Lines{"0|Spring|Paid search|marketing|media|6000USD"});
  EXPECT_TRUE(says("takes the place of 1 older entry; 1 row says what is known already")) << said;
  undo(2);
  EXPECT_EQ(lines(spend), both);
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new("two.csv", two);
}

TEST_F(ReportedFactsTest, UndoingAReplacementBringsBackWhatItReplaced) {
  take("march.csv", march);
  const auto before = lines(spend);
  take("later.csv", spend_header + "2026-03-02,Paid search,,105.00\n2026-03-02,E-mail,,21.00\n");
  EXPECT_NE(lines(spend), before);
  undo(2);
  EXPECT_EQ(lines(spend), before);
  undo(1);
  EXPECT_EQ(lines(spend), Lines{});
  EXPECT_EQ(lines(made_channels), Lines{});
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(ReportedFactsTest, AllOrNothingReplacesNothingEither) {
  take("march.csv", march);
  const auto before = lines(spend);
  auto strict = in_dollars();
  strict.answers.is_all_or_nothing = true;
  const auto file =
      write_file("broken.csv", spend_header + "2026-03-02,Paid search,,1.00\nsoon,E-mail,,2.00\n");
  EXPECT_EQ(run({file}, strict), 2) << said;
  EXPECT_EQ(lines(spend), before);
}

TEST_F(ReportedFactsTest, AnIdentifierIsAPartOfItsOwn) {
  const std::string header = "expense id,day,channel,amount\n";
  take("ledger.csv", header + "E-1,2026-03-02,E-mail,20.00\nE-2,2026-03-02,E-mail,30.00\n");
  take("newer.csv", header + "E-2,2026-03-05,E-mail,35.00\n");
  EXPECT_EQ(lines(spend), (Lines{"0||E-mail|marketing|media|2000USD", "3||E-mail|marketing|media|3500USD"}));
  const auto twice =
      write_file("twice.csv", header + "E-3,2026-03-02,E-mail,1.00\nE-3,2026-03-02,E-mail,2.00\n");
  EXPECT_EQ(run({twice}, in_dollars()), 1);
  EXPECT_TRUE(says("\"E-3\" stands on line 2 already, with different content.")) << said;
}

TEST_F(ReportedFactsTest, TwoEqualInvoicesOfADayAreTwoAndARetryDoesNotDoubleThem) {
  const auto two = spend_header + "2026-03-02,E-mail,,20.00\n2026-03-02,E-mail,,20.00\n";
  take("two.csv", two);
  const Lines both{"0||E-mail|marketing|media|2000USD", "0||E-mail|marketing|media|2000USD"};
  EXPECT_EQ(lines(spend), both);
  expect_nothing_new("two.csv", two);
  EXPECT_EQ(lines(spend), both);
  take("one.csv", spend_header + "2026-03-02,E-mail,,20.00\n");
  EXPECT_EQ(lines(spend), Lines{"0||E-mail|marketing|media|2000USD"});
}

TEST_F(ReportedFactsTest, ACreditNoteIsBelowZero) {
  take("credit.csv", spend_header + "2026-03-02,E-mail,,-20.00\n2026-03-02,E-mail,,(5.00)\n");
  EXPECT_EQ(lines(spend), (Lines{"0||E-mail|marketing|media|-2000USD", "0||E-mail|marketing|media|-500USD"}));
}

TEST_F(ReportedFactsTest, ACampaignThatOnlyAReportNamesGetsTheRowsChannelAndSide) {
  take("spend.csv", spend_header +
                        "2026-03-02,rep_tour,Dairies,480.00\n2026-03-02,Trade show,Spring show,9000.00\n"
                        "2026-03-03,,Spring show,100.00\n");
  EXPECT_EQ(lines(made_campaigns), (Lines{"Dairies|rep_tour|sales", "Spring show|Trade show|marketing"}));
  EXPECT_EQ(lines(spend), (Lines{"0|Spring show|Trade show|marketing|event|900000USD",
                                 "0|Dairies|rep_tour|sales|other|48000USD",
                                 "1|Spring show|Trade show|marketing|event|10000USD"}))
      << "the third row's channel is its campaign's";
  EXPECT_EQ(lines(made_channels), Lines{"rep_tour|sales|sales"});
  undo(1);
  EXPECT_EQ(lines(made_campaigns), Lines{});
}

TEST_F(ReportedFactsTest, ACampaignThatMovedToAnotherChannelDoesNotDoubleItsDays) {
  const std::string report = "day,campaign,amount\n2026-03-02,Brand,60.00\n2026-03-03,Brand,40.00\n";
  take("report.csv", report);
  take("plan.csv", "campaign,channel,start\nBrand,E-mail,2026-03-01\n");
  take("again.csv", report);
  EXPECT_EQ(lines(spend),
            (Lines{"0|Brand|E-mail|marketing|media|6000USD", "1|Brand|E-mail|marketing|media|4000USD"}));
}

TEST_F(ReportedFactsTest, TheSideOfSpendIsTheRowsElseThePersons) {
  take("people.csv", "name,email,role\nAnn Lee,ann@x.example,salesperson\n");
  take("spend.csv",
       "day,employee,side,kind,amount\n2026-03-02,Ann Lee,,travel,48.00\n"
       "2026-03-02,,sales,pay,7000.00\n2026-03-02,,,software,90.00\n");
  EXPECT_EQ(lines(spend),
            (Lines{"0|||sales|travel|4800USD", "0|||marketing|software|9000USD", "0|||sales|pay|700000USD"}));
}

TEST_F(ReportedFactsTest, ANameThatIsNearlyACampaignsIsAsked) {
  take("plan.csv", "campaign,channel,start\nSpring show,Trade show,2026-03-10\n");
  const auto file = write_file("spend.csv", spend_header + "2026-03-02,,Sprng show,1.00\n");
  EXPECT_EQ(run({file}, in_dollars()), 2);
  EXPECT_TRUE(says("looks like the campaign \"Spring show\"")) << said;
  auto merging = in_dollars();
  merging.answers.merges_near_names = true;
  EXPECT_EQ(run({file}, merging), 0) << said;
  EXPECT_EQ(lines(spend), Lines{"0|Spring show|Trade show|marketing|event|100USD"});
}

const std::string touch_header = "timestamp,account,campaign,channel\n";

TEST_F(ReportedFactsTest, ATouchpointTwiceInAFileOrInTwoFilesIsOne) {
  const auto week = touch_header +
                    "2026-03-02T10:00:00Z,Acme,,Trade show\n2026-03-02T10:00:00Z,Acme,,Trade show\n"
                    "2026-03-03,Acme,Spring letter,Direct mail\n";
  take("week.csv", week);
  EXPECT_TRUE(says("1 row says what is known already")) << said;
  const Lines both{"600|moment|Acme|||Trade show|scan|marketing",
                   "1440|day|Acme||Spring letter|Direct mail|mail|marketing"};
  EXPECT_EQ(lines(touchpoints), both);
  expect_nothing_new("week.csv", week);
  take("next.csv", touch_header + "2026-03-03,Acme,Spring letter,Direct mail\n2026-03-09,Acme,,rep_call\n");
  EXPECT_FALSE(says("takes the place")) << said;
  EXPECT_EQ(lines(touchpoints), (Lines{both[0], both[1], "10080|day|Acme|||Sales call|call|sales"}))
      << "a log of one week says nothing of another";
  undo(2);
  EXPECT_EQ(lines(touchpoints), both);
}

TEST_F(ReportedFactsTest, WhatFollowedFromTheCampaignThenIsNoOtherTouchpointNow) {
  const std::string log = "timestamp,account,campaign\n2026-03-02T10:00:00Z,Acme,Brand\n";
  take("log.csv", log);
  take("plan.csv", "campaign,channel,start\nBrand,E-mail,2026-03-01\n");
  expect_nothing_new("log.csv", log);
  EXPECT_EQ(lines(touchpoints), Lines{"600|moment|Acme||Brand||other|marketing"});
}

TEST_F(ReportedFactsTest, ALogThatKnowsLessReplacesNothing) {
  take("full.csv",
       "timestamp,account,campaign,kind\n2026-03-02T10:00:00Z,Acme,Brand,email\n"
       "2026-03-02T10:00:00Z,Acme,Brand,web_visit\n");
  expect_nothing_new("less.csv", "timestamp,account,campaign\n2026-03-02T10:00:00Z,Acme,Brand\n");
  EXPECT_EQ(lines(touchpoints).size(), 2U);
}

TEST_F(ReportedFactsTest, ATouchpointWithAnIdentifierIsReplacedByItsNewerRow) {
  const std::string header = "event id,timestamp,account,channel\n";
  take("log.csv", header + "T-1,2026-03-02T10:00:00Z,Acme,Web\nT-2,2026-03-02T10:00:00Z,Acme,Web\n");
  take("newer.csv", header + "T-1,2026-03-02T11:00:00Z,Acme,Web\n");
  EXPECT_EQ(lines(touchpoints), (Lines{"600|moment|Acme|||Web|web_visit|marketing",
                                       "660|moment|Acme|||Web|web_visit|marketing"}));
}

TEST_F(ReportedFactsTest, AnUnknownAccountKeyIsAskedAndAnUnknownAccountNameIsMade) {
  const auto log = std::string("customer id,timestamp,channel\nK1,2026-03-02T10:00:00Z,Web\n");
  EXPECT_EQ(run({write_file("log.csv", log)}), 2);
  EXPECT_TRUE(says("--new-keys")) << said;
  EXPECT_EQ(integer(count_touchpoints), 0);
  ImportOptions made;
  made.answers.makes_unknown_keys_new = true;
  take("log.csv", log, made);
  take("named.csv", "account,timestamp,channel\nAcme,2026-03-02T10:00:00Z,Web\n");
  EXPECT_EQ(lines(touchpoints),
            (Lines{"600|moment|K1|||Web|web_visit|marketing", "600|moment|Acme|||Web|web_visit|marketing"}));
}

TEST_F(ReportedFactsTest, WhomATouchpointReachedSaysWhichAccountThatIs) {
  take("contacts.csv",
       "Contact ID,First Name,Last Name,Email,Account Name\nC1,Petra,Holm,p@acme.example,Acme\n");
  take("scans.csv", "contact id,timestamp,channel\nC1,2026-03-02T10:00:00Z,Trade show\n");
  EXPECT_EQ(lines(touchpoints), Lines{"600|moment|Acme|Petra Holm||Trade show|scan|marketing"});
}

const std::string order_header = "order number,order date,account,product,quantity,revenue\n";

TEST_F(ReportedFactsTest, AnOrderIsToldWhole) {
  take("orders.csv", order_header +
                         "A-1,2026-03-02,Acme,PX,2,200.00\nA-1,2026-03-02,Acme,FM,1,90.00\n"
                         "A-2,2026-03-02,Bolt,PX,1,100.00\n");
  take("newer.csv", order_header + "A-1,2026-03-02,Acme,PX,3,300.00\n");
  EXPECT_TRUE(says("takes the place of 2 older entries")) << said;
  EXPECT_EQ(lines(lines_of_orders), (Lines{"A-1|booked|Acme|PX|30000USD", "A-2|booked|Bolt|PX|10000USD"}));
  undo(2);
  EXPECT_EQ(lines(lines_of_orders), (Lines{"A-1|booked|Acme|PX|20000USD", "A-1|booked|Acme|FM|9000USD",
                                           "A-2|booked|Bolt|PX|10000USD"}));
}

TEST_F(ReportedFactsTest, OnlyRefundsOfAnOrderLeaveWhatWasOrdered) {
  take("orders.csv", order_header + "A-1,2026-03-02,Acme,PX,2,200.00\nA-1,2026-03-03,Acme,PX,-1,-50.00\n");
  take("credit.csv", order_header + "A-1,2026-04-02,Acme,PX,-1,-40.00\nA-1,2026-04-03,Acme,PX,-1,-10.00\n");
  const Lines refunded{"A-1|booked|Acme|PX|20000USD", "A-1|booked|Acme|PX|-5000USD",
                       "A-1|booked|Acme|PX|-4000USD", "A-1|booked|Acme|PX|-1000USD"};
  EXPECT_EQ(lines(lines_of_orders), refunded);
  expect_nothing_new("credit.csv",
                     order_header + "A-1,2026-04-02,Acme,PX,-1,-40.00\nA-1,2026-04-03,Acme,PX,-1,-10.00\n");
  take("mended.csv", order_header + "A-1,2026-04-02,Acme,PX,-1,-45.00\n");
  EXPECT_TRUE(says("takes the place of 1 older entry")) << said;
  undo(3);
  expect_nothing_new("asis.csv", order_header + "A-1,2026-03-02,Acme,PX,2,200.00\n");
  EXPECT_EQ(lines(lines_of_orders), refunded);
  take("whole.csv", order_header + "A-1,2026-04-04,Acme,PX,3,300.00\n");
  EXPECT_EQ(lines(lines_of_orders), Lines{"A-1|booked|Acme|PX|30000USD"});
  undo(4);
  EXPECT_EQ(lines(lines_of_orders), refunded);
  undo(2);
  EXPECT_EQ(lines(lines_of_orders), (Lines{"A-1|booked|Acme|PX|20000USD", "A-1|booked|Acme|PX|-5000USD"}));
}

TEST_F(ReportedFactsTest, WhatRefundsTookThePlaceOfDoesNotComeBackOnceTheOrderIsToldWhole) {
  take("first.csv", order_header + "A-1,2026-03-02,Acme,PX,2,200.00\nA-1,2026-03-03,Acme,PX,-1,-50.00\n");
  take("credit.csv", order_header + "A-1,2026-04-02,Acme,PX,-1,-40.00\n");
  take("whole.csv", order_header + "A-1,2026-04-04,Acme,PX,3,300.00\n");
  undo(2);
  EXPECT_EQ(lines(lines_of_orders), Lines{"A-1|booked|Acme|PX|30000USD"});
}

TEST_F(ReportedFactsTest, AnOlderReportOfSomethingElseTakesNothingBack) {
  take("april.csv", order_header + "A-2,2026-04-02,Acme,PX,2,200.00\n");
  take("march.csv", order_header + "A-1,2026-03-02,Acme,PX,2,200.00\n");
  EXPECT_FALSE(says("newer export")) << said;
  take("older.csv", order_header + "A-2,2026-03-31,Acme,PX,1,100.00\n");
  EXPECT_TRUE(says("A newer export, of 2 April 2026, is in already")) << said;
}

TEST_F(ReportedFactsTest, WhatIsInvoicedLeavesWhatIsBooked) {
  const std::string header = "order number,date,kind,account,revenue\n";
  take("booked.csv", header + "A-1,2026-03-02,booked,Acme,200.00\n");
  take("invoiced.csv", header + "A-1,2026-04-02,invoiced,Acme,150.00\nA-1,2026-05-02,invoiced,Acme,50.00\n");
  EXPECT_EQ(lines(lines_of_orders), (Lines{"A-1|booked|Acme||20000USD", "A-1|invoiced|Acme||15000USD",
                                           "A-1|invoiced|Acme||5000USD"}));
  database->read(actor, [](const Read& read) {
    const auto booked = order::booked(read);
    ASSERT_EQ(booked->size(), 1U);
    EXPECT_EQ(booked->front().revenue.minor, 20000);
  });
}

TEST_F(ReportedFactsTest, ALineSaysOfItsOpportunityWhatItLeavesOut) {
  take("deals.csv",
       "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Product\n"
       "O-1,Gauges,Acme,Closed Won,200.00,2026-03-01,PX\n");
  take("orders.csv", "order number,order date,opportunity id,amount\nA-1,2026-03-02,O-1,180.00\n");
  EXPECT_EQ(lines(lines_of_orders), Lines{"A-1|booked|Acme|PX|18000USD"});
}

TEST_F(ReportedFactsTest, ATouchpointAfterAnOrderIsATouchpoint) {
  take("orders.csv", order_header + "A-1,2026-03-02,Acme,PX,2,200.00\n");
  take("log.csv", touch_header + "2026-03-09,Acme,,Web\n");
  EXPECT_EQ(lines(touchpoints), Lines{"10080|day|Acme|||Web|web_visit|marketing"});
}

/// Salesforce's own names of columns; the rows are made up.
TEST_F(ReportedFactsTest, MembersOfSalesforcesCampaignsAreTouchpoints) {
  take("contacts.csv",
       "Contact ID,First Name,Last Name,Email,Account Name,Contact Owner,Fiscal Period\n"
       "0031A0000000001,Petra,Holm,p@acme.example,Acme,,\n");
  take("campaigns.csv",
       "Id,IsDeleted,Name,Type,StartDate,BudgetedCost,OwnerId,SystemModstamp\n"
       "701A0000000aaaaIAB,false,Spring show,Trade Show,2026-03-10,45000,005A,2026-04-01T00:00:00.000Z\n");
  const std::string members =
      "Id,IsDeleted,CampaignId,LeadId,ContactId,Status,HasResponded,CreatedDate,FirstRespondedDate,"
      "SystemModstamp\n"
      "00v1A0000000001AAA,false,701A0000000aaaaIAB,,0031A0000000001AAA,Attended,true,"
      "2026-03-02T10:00:00.000Z,2026-03-02,2026-04-01T00:00:00.000Z\n"
      "00v1A0000000002AAA,true,701A0000000aaaaIAB,,0031A0000000001AAA,Sent,false,"
      "2026-03-02T11:00:00.000Z,,2026-04-01T00:00:00.000Z\n";
  take("CampaignMember.csv", members);
  EXPECT_EQ(lines(touchpoints), Lines{"600|moment|Acme|Petra Holm|Spring show|Trade show|scan|marketing"});
  expect_nothing_new("CampaignMember.csv", members);
}

/// The whole header: members who are leads have a status, names and an owner as leads have.
TEST_F(ReportedFactsTest, MembersWhoAreLeadsMoveNoLead) {
  take("leads.csv",
       "Id,IsDeleted,LastName,FirstName,Company,Email,Status,OwnerId,CreatedDate\n"
       "00QA00000000001AAA,false,Holm,Petra,Acme,p@acme.example,In Process,005A,2026-01-05\n");
  take("campaigns.csv",
       "Id,IsDeleted,Name,Type,StartDate,BudgetedCost,OwnerId,SystemModstamp\n"
       "701A0000000aaaaIAB,false,Spring show,Trade Show,2026-03-10,45000,005A,2026-04-01T00:00:00.000Z\n");
  take(
      "CampaignMember.csv",
      "Id,IsDeleted,CampaignId,LeadId,ContactId,Status,HasResponded,CreatedDate,CreatedById,LastModifiedDate,"
      "LastModifiedById,SystemModstamp,FirstRespondedDate,Salutation,Name,FirstName,LastName,Title,Street,"
      "City,"
      "State,PostalCode,Country,Email,Phone,Fax,MobilePhone,Description,DoNotCall,HasOptedOutOfEmail,"
      "HasOptedOutOfFax,LeadSource,CompanyOrAccount,Type,LeadOrContactId,LeadOrContactOwnerId\n"
      "00vA00000000001AAA,false,701A0000000aaaaIAB,00QA00000000001AAA,,Responded,true,2026-03-10T09:00:00."
      "000Z,"
      "005A,2026-03-10T09:00:00.000Z,005A,2026-03-10T09:00:00.000Z,2026-03-10,,Petra Holm,Petra,Holm,,,,,,,"
      "p@acme.example,,,,,true,false,false,Trade Show,Acme,Lead,00QA00000000001AAA,005A\n");
  EXPECT_TRUE(says("Touchpoints, from Salesforce): adds 1 touchpoint")) << said;
  EXPECT_EQ(lines(stands), Lines{"Acme|In Process"}) << "how they responded is not how far they are";
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(ReportedFactsTest, AReportOfSalesforcesCampaignMembersToo) {
  auto made = in_dollars();
  made.answers.makes_unknown_keys_new = true;
  take("report.csv",
       "Member Type,First Name,Last Name,Title,Company,Campaign Name,Member Status,"
       "Member First Associated Date,Contact or Lead ID\n"
       "Contact,Petra,Holm,Buyer,Acme,Spring show,Attended,2026-03-02,0031A0000000001\n",
       made);
  EXPECT_EQ(lines(touchpoints), Lines{"0|day|Acme|Petra Holm|Spring show||other|marketing"});
}

/// A firm's whole log through the ordinary import; its totals were counted by the script that made it.
class TouchLogTest : public ReportedFactsTest {
 protected:
  static std::filesystem::path log(const std::string& file) {
    const char* data = std::getenv("ACCORD_DATA");
    return std::filesystem::path(data == nullptr ? "../shared/data" : data) / "closed_loop_touchlog" / file;
  }
  void SetUp() override {
    if (!std::filesystem::exists(log("events.csv")))
      GTEST_SKIP() << "set ACCORD_DATA to the folder that holds closed_loop_touchlog";
    ReportedFactsTest::SetUp();
  }
};

TEST_F(TouchLogTest, GoesInAsItIs) {
  auto options = in_dollars();
  options.answers.makes_unknown_keys_new = true;
  EXPECT_EQ(run({log("events.csv").string(), log("conversions.csv").string()}, options), 0) << said;
  auto spend_of_the_year = in_dollars();
  spend_of_the_year.answers.constants = {{"day", "2025-12-31"}};
  EXPECT_EQ(run({log("spend.csv").string()}, spend_of_the_year), 0) << said;
  EXPECT_EQ(integer(count_touchpoints), 42'183);
  EXPECT_EQ(integer(count_accounts), 20'000);
  EXPECT_EQ(integer(count_lines), 2'995);
  EXPECT_EQ(integer(sum_lines), 807'358'739);
  EXPECT_EQ(integer(sum_spend), 173'372'340);
  EXPECT_EQ(lines(made_channels).size(), 5U)
      << "email, trade_show, direct_mail, rep_call, rep_visit and demo are there from the beginning";
  EXPECT_EQ(violations(), Lines{});
  EXPECT_EQ(run({log("events.csv").string(), log("conversions.csv").string()}, options), 0) << said;
  EXPECT_TRUE(says("changes nothing; 42,183 rows say what is known already")) << said;
  EXPECT_TRUE(says("changes nothing; 2,995 rows say what is known already")) << said;
}

}  // namespace
}  // namespace accord::importing
