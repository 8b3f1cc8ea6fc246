// SPDX-License-Identifier: Apache-2.0
// Exports as five systems write them: the headers are theirs, the rows are made up.
#include <algorithm>

#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql opportunities{
    "SELECT o.key || '|' || o.name || '|' || o.stage || '|' || o.outcome || '|' || COALESCE(a.name, '') || "
    "'|' || "
    "COALESCE(p.name, '') || '|' || COALESCE(o.value_minor, -1) || COALESCE(o.value_currency, '') FROM "
    "opportunity o "
    "LEFT JOIN account a ON a.id = o.account LEFT JOIN person p ON p.id = o.owner ORDER BY o.id"};
const Sql stage_changes{
    "SELECT o.name || '|' || s.stage || '|' || s.precision || '|' || (s.at / 60000 - 29000000) FROM "
    "stage_change_standing s JOIN opportunity o ON o.id = s.opportunity ORDER BY o.name, s.at, s.id"};
const Sql systems{"SELECT system FROM opportunity UNION SELECT system FROM account ORDER BY 1"};
const Sql leads{
    "SELECT o.lead_key || '|' || o.key || '|' || o.name || '|' || o.phase || '|' || o.source FROM "
    "opportunity o "
    "ORDER BY o.id"};
const Sql contacts{
    "SELECT c.key || '|' || c.name || '|' || c.email || '|' || COALESCE(a.name, '') FROM contact c LEFT JOIN "
    "account a ON a.id = c.account ORDER BY c.id"};
const Sql activities{
    "SELECT v.kind || '|' || v.subject_line || '|' || COALESCE(o.name, '') || '|' || COALESCE(p.name, '') || "
    "'|' || "
    "v.precision FROM activity_standing v LEFT JOIN opportunity o ON o.id = v.opportunity LEFT JOIN person p "
    "ON "
    "p.id = v.person ORDER BY v.id"};

class SourcesTest : public ImportFixture {
 protected:
  /// An export of one firm's opportunities, made on a day.
  void export_of(const char* name, const std::string& rows, const char* day) {
    auto options = in_dollars();
    options.answers.as_of = parse_day(day);
    const auto file = write_file(name, "opportunity_id,account,deal_stage,close_date,close_value\n" + rows);
    EXPECT_EQ(run({file}, options), 0) << said;
  }
  void expect_nothing_new(const std::vector<std::string>& files) {
    EXPECT_EQ(run(files), 0) << said;
    EXPECT_EQ(said.find("adds"), std::string::npos) << said;
    EXPECT_NE(said.find("changes nothing"), std::string::npos) << said;
  }
};

TEST_F(SourcesTest, SalesforceByApiNamesWithAccountsAndLeads) {
  const auto accounts = write_file(
      "Account.csv",
      "\"Id\",\"IsDeleted\",\"Name\",\"Type\",\"BillingCountry\",\"Industry\",\"NumberOfEmployees\","
      "\"OwnerId\"\n"
      "\"001A000001LoiSwIAJ\",\"false\",\"Northwind\",\"Customer\",\"US\",\"Energy\",\"120\",\"005A\"\n");
  const auto opportunities_file = write_file(
      "Opportunity.csv",
      "ID,ISDELETED,ACCOUNTID,NAME,STAGENAME,AMOUNT,PROBABILITY,CLOSEDATE,LEADSOURCE,ISCLOSED,ISWON,OWNERID,"
      "CREATEDDATE,SYSTEMMODSTAMP\n"
      "006A000000AbcdeIAB,false,001A000001LoiSw,Turbines,Closed "
      "Won,1500.50,100,2026-03-31,Web,true,true,005A,"
      "2026-01-05T09:00:00.000Z,2026-04-01T00:00:00.000Z\n"
      "006A000000AbcdfIAB,false,001A000001LoiSwIAJ,Spares,Negotiation/"
      "Review,,60,2026-12-31,,false,false,005A,"
      "2026-02-01T09:00:00.000Z,2026-04-01T00:00:00.000Z\n"
      "006A000000AbcdgIAB,true,,Gone,Prospecting,,10,2026-12-31,,false,false,005A,2026-02-01T09:00:00.000Z,"
      "2026-04-01T00:00:00.000Z\n");
  const auto leads_file = write_file(
      "Lead.csv",
      "Id,IsDeleted,LastName,FirstName,Company,Email,LeadSource,Status,IsConverted,ConvertedDate,"
      "ConvertedAccountId,ConvertedContactId,ConvertedOpportunityId,OwnerId,CreatedDate\n"
      "00QA00000000001AAA,false,Ray,Ada,Northwind,ada@n.example,Trade show,Qualified,true,2026-01-05,"
      "001A000001LoiSwIAJ,,006A000000AbcdeIAB,005A,2025-12-20T08:00:00.000Z\n"
      "00QA00000000002AAA,false,Orr,Bo,Contoso,bo@c.example,Web,Open - Not Contacted,false,,,,,005A,"
      "2026-03-20T08:00:00.000Z\n");
  EXPECT_EQ(run({leads_file, opportunities_file, accounts}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(opportunities), (Lines{"006A000000Abcde|Turbines|Closed Won|won|Northwind||150050USD",
                                         "|Contoso|Open - Not Contacted|open|Contoso||-1",
                                         "006A000000Abcdf|Spares|Negotiation/Review|open|Northwind||-1"}))
      << said;
  EXPECT_EQ(lines(leads),
            (Lines{"00QA00000000001|006A000000Abcde|Turbines|opportunity|Web",
                   "00QA00000000002||Contoso|lead|Web", "|006A000000Abcdf|Spares|opportunity|"}));
  EXPECT_EQ(lines(contacts), (Lines{"|Ada Ray|ada@n.example|Northwind", "|Bo Orr|bo@c.example|Contoso"}))
      << "who inquired is a contact: a person's name stands nowhere else";
  EXPECT_EQ(lines(contacts), (Lines{"|Ada Ray|ada@n.example|Northwind", "|Bo Orr|bo@c.example|Contoso"}))
      << "who inquired is a contact: a person's name stands nowhere else";
  EXPECT_EQ(lines(systems), Lines{"Salesforce"});
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new({accounts, opportunities_file, leads_file});
}

TEST_F(SourcesTest, SalesforceReportsAndTheirStageHistory) {
  const auto report =
      write_file("report.csv",
                 "\"Opportunity ID\",\"Opportunity Name\",\"Opportunity Owner\",\"Account "
                 "Name\",\"Stage\",\"Fiscal Period\","
                 "\"Amount\",\"Close Date\",\"Created Date\",\"Probability (%)\"\n"
                 "\"006A000000Abcde\",\"Turbines\",\"Ann Lee\",\"Northwind\",\"Proposal/Price "
                 "Quote\",\"Q2-2026\",\"1,500.00\","
                 "\"25/06/2026\",\"05/01/2026\",\"65\"\n"
                 "\n\"Grand Totals (1 records)\"\n\"Confidential Information - Do Not Distribute\"\n"
                 "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n");
  const auto history = write_file(
      "history.csv",
      "Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified,Amount,Close Date,Stage,Created "
      "Date\n"
      "006A000000Abcde,Turbines,Prospecting,Qualification,2026-01-20 09:30,,2026-06-25,,2026-01-05\n"
      "006A000000Abcde,Turbines,Qualification,Qualification,2026-02-01 10:00,,2026-06-25,,2026-01-05\n"
      "006A000000Abcde,Turbines,Qualification,Proposal/Price Quote,2026-02-11 "
      "16:00,,2026-06-25,,2026-01-05\n");
  EXPECT_EQ(run({history, report}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(opportunities),
            Lines{"006A000000Abcde|Turbines|Proposal/Price Quote|open|Northwind|Ann Lee|150000USD"});
  EXPECT_EQ(lines(stage_changes).size(), 3U) << said;
  EXPECT_NE(said.find("1 row says what is known already"), std::string::npos) << said;
  expect_nothing_new({report, history});
}

TEST_F(SourcesTest, HubSpotDealsWithTheirStagesAsColumns) {
  const auto deals = write_file(
      "hubspot-crm-exports-all-deals-2026-04-01.csv",
      "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,Original Source,"
      "\"Date entered \"\"Appointment (Sales Pipeline)\"\"\",Date entered 'Proposal (Sales Pipeline)',"
      "Date entered current stage,Associated Company,Associated Company IDs,Associated Contact IDs\n"
      "9001,Turbines,Sales Pipeline,Proposal,1500,2026-06-30 12:00,2026-01-05 09:00,Ann Lee,Offline Sources,"
      "2026-01-05 09:00,2026-02-11 16:00,2026-02-11 16:00,Northwind,77;78,31\n"
      "9002,Spares,Sales Pipeline,Closed Won,200,2026-03-03 12:00,2026-02-05 09:00,Ann Lee,,2026-02-05 "
      "09:00,,"
      "2026-03-03 11:00,Northwind,77,\n");
  const auto contacts_file =
      write_file("hubspot-crm-exports-all-contacts-2026-04-01.csv",
                 "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact "
                 "owner,Lifecycle Stage,"
                 "Lead Status\n"
                 "31,Ada,Ray,ada@n.example,'+1 555 0100,Buyer,Northwind,Ann Lee,Opportunity,Open\n");
  EXPECT_EQ(run({contacts_file, deals}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(opportunities), (Lines{"9001|Turbines|Proposal|open|Northwind|Ann Lee|150000USD",
                                         "9002|Spares|Closed Won|won|Northwind|Ann Lee|20000USD"}));
  EXPECT_EQ(lines(contacts), Lines{"31|Ada Ray|ada@n.example|Northwind"});
  // The contact is a lead, which became the deal that names it.
  EXPECT_EQ(lines(leads),
            (Lines{"31|9001|Turbines|opportunity|Offline Sources", "|9002|Spares|opportunity|"}));
  EXPECT_EQ(lines(stage_changes).size(), 5U) << said;
  EXPECT_EQ(lines(systems), Lines{"HubSpot"});
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new({deals, contacts_file});
}

TEST_F(SourcesTest, EspoCrmByItsAttributeNames) {
  const auto file = write_file(
      "Export_Opportunity.csv",
      "id,name,amount,amountCurrency,accountId,accountName,contactId,contactName,stage,lastStage,probability,"
      "leadSource,closeDate,description,originalLeadId,createdAt,assignedUserId,assignedUserName\n"
      "65a1,Turbines,1500.5,EUR,65b1,Northwind,65c1,Ada Ray,Proposal,,50,Call,2026-06-30,,65d1,"
      "2026-01-05 09:00:00,1,Ann Lee\n");
  const auto lead = write_file(
      "Export_Lead.csv",
      "id,firstName,lastName,name,status,source,opportunityAmount,opportunityAmountCurrency,emailAddress,"
      "convertedAt,createdAt,accountName,assignedUserName,createdOpportunityId\n"
      "65d1,Ada,Ray,Ada Ray,Converted,Trade Show,1500,EUR,ada@n.example,2026-01-05 09:00:00,2025-12-01 "
      "09:00:00,"
      "Northwind,Ann Lee,65a1\n");
  EXPECT_EQ(run({file, lead}), 0) << said;
  EXPECT_EQ(lines(opportunities), Lines{"65a1|Turbines|Proposal|open|Northwind|Ann Lee|150050EUR"});
  EXPECT_EQ(lines(leads), Lines{"65d1|65a1|Turbines|opportunity|Call"});
  EXPECT_EQ(lines(systems), Lines{"EspoCRM"});
  expect_nothing_new({file, lead});
}

TEST_F(SourcesTest, SuiteCrmByItsLabelsWithDatesToBeAsked) {
  const std::string header =
      "\"Opportunity Name\",\"ID\",\"Opportunity Amount\",\"Currency\",\"Expected Close Date\",\"Sales "
      "Stage\","
      "\"Probability (%)\",\"Type\",\"Account Name\",\"Amount\",\"Lead Source\",\"Assigned to\",\"Assigned "
      "User\","
      "\"Date Created\",\"Date Modified\",\"Deleted\"\r\n";
  const auto file = write_file(
      "Opportunities.csv",
      header +
          "\"Turbines\",\"a-1\",\"1500.00\",\"EUR\",\"04/03/2026\",\"Closed Lost\",\"0\",\"\",\"Northwind\","
          "\"1650.00\",\"Web\",\"u1\",\"Ann Lee\",\"02/01/2026\",\"05/03/2026\",\"0\"\r\n");
  EXPECT_EQ(run({file}), 2);
  EXPECT_NE(said.find("--dates dmy"), std::string::npos) << said;
  ImportOptions options;
  options.answers.dates = DayOrder::day_first;
  EXPECT_EQ(run({file}, options), 0) << said;
  EXPECT_EQ(lines(opportunities), Lines{"a-1|Turbines|Closed Lost|lost|Northwind|Ann Lee|150000EUR"});
  EXPECT_EQ(lines(systems), Lines{"SuiteCRM"});
  expect_nothing_new({file});
}

TEST_F(SourcesTest, PipedriveDealsWithAStatusBesideTheStage) {
  const auto file = write_file(
      "deals.csv",
      "Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - Status,Deal - Expected close "
      "date,"
      "Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Owner,Organization,Contact person,"
      "Deal - Pipedrive System ID\n"
      "Turbines,1500,EUR,Negotiations Started,Won,,2026-03-04 10:15:00,,,Ann Lee,Northwind,Ada Ray,7\n"
      "Spares,200,EUR,Proposal Made,Lost,,,2026-03-05 08:00:00,Price,Ann Lee,Northwind,Ada Ray,8\n"
      "Oil,90,EUR,Qualified,Open,2026-12-01,,,,Ann Lee,Contoso,,9\n");
  EXPECT_EQ(run({file}), 0) << said;
  EXPECT_EQ(lines(opportunities), (Lines{"7|Turbines|Won|won|Northwind|Ann Lee|150000EUR",
                                         "8|Spares|Lost|lost|Northwind|Ann Lee|20000EUR",
                                         "9|Oil|Qualified|open|Contoso|Ann Lee|9000EUR"}));
  EXPECT_EQ(lines(stage_changes).size(), 3U);
  EXPECT_EQ(lines(contacts).size(), 1U);
  EXPECT_EQ(lines(systems), Lines{"Pipedrive"});
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new({file});
}

TEST_F(SourcesTest, ActivitiesAreFactsOfTheirOpportunities) {
  const auto deals = write_file(
      "deals.csv", "opportunity_id,opportunity name,stage,owner\n9001,Turbines,Proposal,Ann Lee\n");
  const auto notes =
      write_file("notes.csv",
                 "Record ID,Activity type,Title,Activity date,Activity assigned to,Associated Deal IDs\n"
                 "501,Call,First call,2026-02-01 10:00,Ann Lee,9001\n"
                 "502,LinkedIn message,Hello,2026-02-02,Ann Lee,9001;9002\n");
  ImportOptions options;
  options.answers.system = "HubSpot";
  EXPECT_EQ(run({notes, deals}, options), 0) << said;
  EXPECT_EQ(lines(activities),
            (Lines{"call|First call|Turbines|Ann Lee|moment", "other|Hello|Turbines|Ann Lee|day"}));
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new({deals, notes});
}

const Sql done{
    "SELECT v.kind || '|' || COALESCE(o.name, '') || '|' || COALESCE(a.name, '') || '|' || COALESCE(p.name, "
    "'') "
    "|| '|' || v.precision FROM activity_standing v LEFT JOIN opportunity o ON o.id = v.opportunity LEFT "
    "JOIN "
    "account a ON a.id = v.account LEFT JOIN person p ON p.id = v.person ORDER BY v.key, v.id"};

/// Salesforce's own names of columns; the rows are made up.
TEST_F(SourcesTest, TasksOfSalesforceReachTheirLeadsAndWhoDidThem) {
  const auto users =
      write_file("User.csv", "Id,Name,Email,IsActive\n005A0000001karlAAA,Karl Brandt,karl@sf.example,true\n");
  const auto leads_file =
      write_file("Lead.csv",
                 "Id,IsDeleted,LastName,FirstName,Company,Email,Status,OwnerId,CreatedDate,SystemModstamp\n"
                 "00QA00000000001AAA,false,One,Fay,Firm1,f@one.example,Working,005A0000001karlAAA,2026-01-05,"
                 "2026-02-01\n"
                 "00QA00000000002AAA,false,Two,Flo,Firm2,f@two.example,Working,005A0000001karlAAA,2026-01-05,"
                 "2026-02-01\n");
  const auto tasks = write_file(
      "Task.csv",
      "Id,WhoId,WhatId,Subject,ActivityDate,Status,OwnerId,Type,IsClosed,TaskSubtype,CompletedDateTime,"
      "CallType\n"
      "00TA0000001,00QA00000000001,,Call,2026-02-08,Completed,005A0000001karlAAA,Call,true,Call,"
      "2026-02-08T10:30:00.000Z,Outbound\n"
      "00TA0000002,00QA00000000002AAA,,Call,2026-02-09,Completed,005A0000001karlAAA,Call,true,Call,"
      "2026-02-11T10:30:00.000Z,Outbound\n"
      "00TA0000003,00QA00000000002AAA,,Call,2026-02-12,Not Started,005A0000001karlAAA,Call,false,Call,,\n"
      "00TA0000004,003A00000000009AAA,500A00000000009AAA,Call,2026-02-09,Completed,005A0000001karlAAA,Call,"
      "true,"
      "Call,,\n");
  EXPECT_EQ(run({tasks}), 0) << said;
  EXPECT_TRUE(
      says("from Salesforce): adds 3 activities; 3 activities are about no lead or opportunity that is "
           "known here and was open then; 1 activity was not done, or not yet, and left out; says of nobody "
           "that they did what is that of 1 user that is named by identifier only"))
      << said;
  EXPECT_EQ(run({users, leads_file}, in_dollars()), 0) << said;
  EXPECT_TRUE(says("People, from Salesforce")) << said;
  EXPECT_EQ(run({tasks}), 0) << said;
  EXPECT_TRUE(says("adds 3 activities; takes the place of 3 older entries; 1 activity is about no lead"))
      << said;
  const Lines told{"call|Firm1||Karl Brandt|moment", "call|Firm2||Karl Brandt|day", "call|||Karl Brandt|day"};
  EXPECT_EQ(lines(done), told);
  EXPECT_EQ(run({tasks}), 0) << said;
  EXPECT_TRUE(says("changes nothing; 3 rows say")) << said;
  undo(integer(Sql{"SELECT MAX(id) FROM import"}));
  EXPECT_EQ(lines(done), (Lines{"call||||moment", "call||||day", "call||||day"}));
  const auto report = write_file(
      "report.csv",
      "Assigned,Subject,Date,Status,Task Subtype,Lead,Contact,Company / Account,Opportunity,Activity ID\n"
      "Karl Brandt,Call,2026-02-08,Completed,Call,Fay One,,Firm1,,00TA0000001\n");
  EXPECT_EQ(run({report}), 0) << said;
  EXPECT_EQ(lines(done).front(), "call|Firm1|Firm1|Karl Brandt|day") << said;
  EXPECT_EQ(violations(), Lines{});
}

const std::string hubspot_calls =
    "Record ID,Activity type,Title,Body,Activity date,Activity assigned to,Associated Contact IDs,Associated "
    "Company IDs,Associated Deal IDs\n";
const std::string hubspot_people =
    "Record ID,First Name,Last Name,Email,Company Name,Contact owner,Lifecycle Stage,Lead Status,Create "
    "Date\n";

TEST_F(SourcesTest, CallsOfHubSpotReachTheLeadOrTheOpenJourneyOfTheContact) {
  const auto people = write_file(
      "contacts.csv", hubspot_people +
                          "1001,Ann,Lee,ann@acme.example,Acme,Karl Brandt,Lead,New,2026-01-05 09:00\n"
                          "1002,Bo,Sund,bo@beta.example,Beta,Karl Brandt,Customer,,2026-01-05 09:00\n"
                          "1003,Cy,Holt,cy@core.example,Core,Karl Brandt,Customer,,2026-01-05 09:00\n");
  const auto deals =
      write_file("deals.csv",
                 "Record ID,Deal Name,Deal Stage,Close Date,Create Date,Deal owner,Associated Contact IDs\n"
                 "501,Old pumps,Closed Lost,2026-01-20,2026-01-06 12:00,Karl Brandt,1002\n"
                 "502,New pumps,Proposal,2026-05-20,2026-01-22 12:00,Karl Brandt,1002\n");
  const auto calls =
      write_file("calls.csv", hubspot_calls +
                                  "9001,Call,With Ann,spoke,2026-01-12 11:00,Karl Brandt,1001,,\n"
                                  "9002,Meeting,With both,spoke,2026-01-25 11:00,Karl Brandt,1003;1002,,\n"
                                  "9003,Call,With Cy,spoke,2026-01-25 11:00,Karl Brandt,1003,,\n"
                                  "9004,Call,With Bo,spoke,2026-01-10 11:00,Karl Brandt,1002,,501\n"
                                  "9005,Meeting,To come,,2027-01-10 11:00,Karl Brandt,1001,,\n");
  EXPECT_EQ(run({calls, deals, people}, in_dollars()), 0) << said;
  EXPECT_TRUE(
      says("1 activity is about no lead or opportunity that is known here and was open then; 1 activity"))
      << said;
  EXPECT_EQ(lines(done), (Lines{"call|Acme||Karl Brandt|moment", "meeting|New pumps||Karl Brandt|moment",
                                "call||Core|Karl Brandt|moment", "call|Old pumps||Karl Brandt|moment"}));
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(SourcesTest, ACallThatReachedNobodyIsATaskAndNoContact) {
  const auto people = write_file(
      "contacts.csv",
      hubspot_people + "1001,Ann,Lee,ann@acme.example,Acme,Karl Brandt,Lead,New,2026-01-05 09:00\n");
  const auto calls = write_file("calls.csv",
                                "Record ID,Activity type,Call Title,Call Outcome,Activity date,Activity "
                                "assigned to,Associated Contact IDs\n"
                                "9101,Call,Try,No answer,2026-01-12 10:00,Karl Brandt,1001\n"
                                "9102,Call,Again,Left voicemail,2026-01-12 15:00,Karl Brandt,1001\n"
                                "9103,Call,At last,Connected,2026-01-13 10:00,Karl Brandt,1001\n"
                                "9104,Meeting,Showed it,No answer,2026-01-14 10:00,Karl Brandt,1001\n");
  EXPECT_EQ(run({calls, people}, in_dollars()), 0) << said;
  EXPECT_TRUE(says("2 calls reached nobody and are tasks, no contacts")) << said;
  EXPECT_EQ(lines(done), (Lines{"task|Acme||Karl Brandt|moment", "task|Acme||Karl Brandt|moment",
                                "call|Acme||Karl Brandt|moment", "meeting|Acme||Karl Brandt|moment"}));
}

/// What was said to somebody while their lead ran is about that lead, though it has ended since.
TEST_F(SourcesTest, CallsOfHubSpotOfBeforeTheEndReachTheLeadThatEnded) {
  const auto people = write_file(
      "contacts.csv",
      hubspot_people + "1002,Bo,Sund,bo@beta.example,Beta,Karl Brandt,Customer,,2026-01-05 09:00\n");
  const auto deals =
      write_file("deals.csv",
                 "Record ID,Deal Name,Deal Stage,Close Date,Create Date,Deal owner,Associated Contact IDs\n"
                 "501,Old pumps,Closed Lost,2026-01-20,2026-01-06 12:00,Karl Brandt,1002\n");
  const auto calls = write_file("calls.csv", hubspot_calls +
                                                 "9001,Call,Before,,2026-01-05 11:00,Karl Brandt,1002,,\n"
                                                 "9002,Call,Within,,2026-01-12 11:00,Karl Brandt,1002,,\n"
                                                 "9003,Call,Last,,2026-01-20 11:00,Karl Brandt,1002,,\n"
                                                 "9004,Call,After,,2026-01-21 11:00,Karl Brandt,1002,,\n");
  EXPECT_EQ(run({calls, deals, people}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(done), (Lines{"call||Beta|Karl Brandt|moment", "call|Old pumps||Karl Brandt|moment",
                                "call|Old pumps||Karl Brandt|moment", "call||Beta|Karl Brandt|moment"}));
  EXPECT_TRUE(says("2 activities are about no lead or opportunity that is known here and was open then"))
      << said;
  expect_nothing_new({calls});
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(SourcesTest, CallsAndMeetingsOfSuiteCrmAndEspoCrmAreRecognised) {
  ImportOptions options = in_dollars();
  options.answers.dates = DayOrder::month_first;
  const auto suite_leads =
      write_file("suite_leads.csv",
                 "First Name,Last Name,ID,Account Name,Status,Assigned User,Date Created,Date "
                 "Modified\nSu,Ite,aaaa-6,Suite6,Assigned,Karl Brandt,01/15/2026 "
                 "09:00,01/15/2026 09:00\n");
  const auto suite_calls = write_file(
      "suite_calls.csv",
      "Subject,ID,Start Date,Date Modified,Parent Type,Related to ID,Status,Direction,Assigned to,Assigned "
      "User,Duration Hours,Duration Minutes\n"
      "Call,ca-1,01/30/2026 10:00,01/30/2026 10:00,Leads,aaaa-6,Held,Outbound,id-karl,Karl Brandt,0,15\n"
      "Call,ca-2,01/30/2026 10:00,01/30/2026 10:00,Leads,aaaa-6,Not Held,Outbound,id-karl,Karl "
      "Brandt,0,15\n");
  const auto suite_meetings = write_file(
      "suite_meetings.csv",
      "Subject,ID,Start Date,Date Modified,Parent Type,Related to ID,Status,Assigned to,Assigned User\n"
      "Visit,me-1,01/31/2026 10:00,01/30/2026 10:00,Cases,aaaa-6,Held,id-karl,Karl Brandt\n"
      "Visit,me-2,01/31/2026 10:00,01/30/2026 10:00,Leads,aaaa-6,Held,id-karl,Karl Brandt\n");
  EXPECT_EQ(run({suite_calls, suite_meetings, suite_leads}, options), 0) << said;
  EXPECT_EQ(lines(done), (Lines{"call|Suite6||Karl Brandt|moment", "meeting|||Karl Brandt|moment",
                                "meeting|Suite6||Karl Brandt|moment"}))
      << said;
  const auto espo_leads = write_file(
      "Export_Lead.csv",
      "id,firstName,lastName,name,status,emailAddress,createdAt,modifiedAt,accountName,assignedUserId,"
      "assignedUserName\n"
      "esp-4,S4,Ite,S4 Ite,In Process,s4@espo.example,2026-01-20 09:00:00,2026-02-01 "
      "09:00:00,EspoFirm,u1,Karl "
      "Brandt\n");
  const auto espo_calls = write_file(
      "Export_Call.csv",
      "id,name,status,dateStart,dateEnd,direction,description,parentType,parentId,parentName,assignedUserId,"
      "assignedUserName,createdAt\n"
      "zec1,Call S4,Held,2026-02-02 10:00:00,2026-02-02 10:15:00,Outbound,,Lead,esp-4,S4 Ite,u1,Karl "
      "Brandt,2026-02-02 10:00:00\n");
  EXPECT_EQ(run({espo_calls, espo_leads}), 0) << said;
  EXPECT_TRUE(says("Activities, from EspoCRM")) << said;
  EXPECT_EQ(lines(done).back(), "call|EspoFirm||Karl Brandt|moment");
  EXPECT_EQ(violations(), Lines{});
}

const Sql telephones{"SELECT name || '|' || phone FROM contact ORDER BY id"};

TEST_F(SourcesTest, AMobileNumberIsKeptWhereThereIsNoOther) {
  const auto suite =
      write_file("suite.csv",
                 "First Name,Last Name,ID,Account Name,Mobile,Office Phone,Status,Assigned User,Date "
                 "Modified\nMo,Bile,c-1,Firm,+1 555 032 0001,,In Process,Karl Brandt,2026-03-01\n"
                 "Di,Esk,c-2,Firm,+1 555 032 0001,+1 555 032 0002,In Process,Karl Brandt,"
                 "2026-03-01\n");
  const auto salesforce = write_file("lead.csv",
                                     "Id,IsDeleted,LastName,Company,Phone,MobilePhone,Status,"
                                     "OwnerId\n00QA00000000071AAA,false,Only,Firm,,+1 555 "
                                     "033 0001,New,005A\n");
  const auto hubspot = write_file("hubspot.csv",
                                  "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone "
                                  "Number,Lifecycle Stage,Lead Status\n2001,Hu,Bo,h@hs.example,,+1 555 044 "
                                  "0001,Lead,New\n");
  const auto contacts_file =
      write_file("contact.csv",
                 "Contact ID,Last Name,Email,Account Name,Phone,Mobile\n0031,Cy,c@y.example,Firm,,+1 "
                 "555 055 0001\n");
  EXPECT_EQ(run({suite, salesforce, hubspot, contacts_file}), 0) << said;
  auto told = lines(telephones);
  std::ranges::sort(told);
  EXPECT_EQ(told, (Lines{"Cy|+1 555 055 0001", "Di Esk|+1 555 032 0002", "Hu Bo|+1 555 044 0001",
                         "Mo Bile|+1 555 032 0001", "Only|+1 555 033 0001"}));
}

TEST_F(SourcesTest, TheDefaultCurrencyOfSuiteCrmIsTheCompanys) {
  database->write(actor, "Found the company.", [](Write& write) {
    people::Company company{{}, "Kestrel Instruments", "CHF", "UTC"};
    people::found(write, company);
  });
  const auto file =
      write_file("deals.csv",
                 "Opportunity Name,ID,Opportunity Amount,Currency,Sales Stage,Expected Close "
                 "Date,Assigned User,Date Modified\nPumps,oo-5,5000,-99,Qualification,2026-03-30,Karl "
                 "Brandt,2026-01-31\n");
  EXPECT_EQ(run({file}), 0) << said;
  EXPECT_EQ(lines(opportunities), Lines{"oo-5|Pumps|Qualification|open||Karl Brandt|500000CHF"});
}

TEST_F(SourcesTest, ALaterExportYieldsStageChanges) {
  const std::string header =
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
  const auto first = write_file("march.csv", header +
                                                 "A1,Ann Lee,GTX,Acme,Prospecting,,,\n"
                                                 "A2,Ann Lee,GTX,Acme,Engaging,2026-03-02,,\n");
  const auto second = write_file("april.csv", header +
                                                  "A1,Ann Lee,GTX,Acme,Qualified,,,\n"
                                                  "A2,Ann Lee,GTX,Acme,Won,2026-03-02,2026-04-10,1200\n");
  EXPECT_EQ(run({first}, in_dollars()), 0) << said;
  EXPECT_EQ(run({second}, in_dollars()), 0) << said;
  EXPECT_NE(said.find("changes 2 opportunities"), std::string::npos) << said;
  const Sql by_day{
      "SELECT o.key || ' ' || s.stage || ' ' || s.precision || ' ' || (s.at / 86400000) FROM "
      "stage_change_standing s "
      "JOIN opportunity o ON o.id = s.opportunity ORDER BY o.key, s.at, s.id"};
  EXPECT_EQ(lines(by_day), (Lines{"A1 Prospecting at_least_since 20514", "A1 Qualified at_least_since 20553",
                                  "A2 Engaging day 20514", "A2 Won day 20553"}));
  expect_nothing_new({second});
  EXPECT_EQ(violations(), Lines{});
}

const Sql stages_by_day{
    "SELECT s.stage || ' ' || s.precision || ' ' || (s.at / 86400000) FROM stage_change_standing s "
    "ORDER BY s.at, s.id"};

TEST_F(SourcesTest, UndoingTheMiddleOfThreeBringsBackNothingBehindTheDayThatIsTold) {
  export_of("march.csv", "A1,Acme,Prospecting,,\n", "2026-03-31");
  export_of("april.csv", "A1,Acme,Won,2026-03-20,1200\n", "2026-04-30");
  export_of("may.csv", "A1,Acme,Won,2026-03-10,1200\n", "2026-05-31");
  EXPECT_EQ(lines(stages_by_day),
            (Lines{"Prospecting at_least_since 20522", "Won day 20522", "Won day 20532"}));
  database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {2}); });
  EXPECT_EQ(lines(stages_by_day), (Lines{"Prospecting at_least_since 20522", "Won day 20522"}));
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(SourcesTest, ADayThatIsNewsOverrulesWhatWasSeenLater) {
  export_of("march.csv", "A1,Acme,Prospecting,,\n", "2026-03-31");
  export_of("april.csv", "A1,Acme,Won,2026-03-20,1200\n", "2026-04-30");
  EXPECT_EQ(lines(stages_by_day), (Lines{"Prospecting at_least_since 20532", "Won day 20532"}));
  // Opened again, and closed again without a new day: the day that stood already says nothing of that.
  export_of("may.csv", "A1,Acme,Prospecting,,1200\n", "2026-05-31");
  export_of("june.csv", "A1,Acme,Won,2026-03-20,1200\n", "2026-06-30");
  EXPECT_EQ(lines(stages_by_day), (Lines{"Prospecting at_least_since 20532", "Won day 20532",
                                         "Prospecting at_least_since 20604", "Won at_least_since 20634"}));
  // Now the day is told: it was not only seen to be won.
  export_of("july.csv", "A1,Acme,Won,2026-06-10,1200\n", "2026-07-31");
  EXPECT_NE(said.find("corrects the day of 1 stage that was seen"), std::string::npos) << said;
  const Lines told{"Prospecting at_least_since 20532", "Won day 20532", "Prospecting at_least_since 20604",
                   "Won day 20614"};
  EXPECT_EQ(lines(stages_by_day), told);
  expect_nothing_new({folder.file("july.csv")});
  EXPECT_EQ(violations(), Lines{});
  Undone undone;
  database->write(actor, "Undo.", [&](Write& write) { undone = undo_import(write, {5}); });
  EXPECT_EQ(lines(stages_by_day).back(), "Won at_least_since 20634");
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(SourcesTest, ADayInAnOlderExportOverrulesNothing) {
  export_of("may.csv", "A1,Acme,Prospecting,,\n", "2026-05-31");
  export_of("april.csv", "A1,Acme,Won,2026-03-20,1200\n", "2026-04-30");
  EXPECT_EQ(lines(stages_by_day),
            (Lines{"Won day 20532", "Prospecting at_least_since 20604", "Won at_least_since 20604"}));
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(SourcesTest, ANameThatSeveralHaveDoesNotSayWhichIsMeant) {
  const auto deals =
      write_file("deals.csv",
                 "opportunity_id,opportunity name,stage\nA1,Turbines,Proposal\nA2,Turbines,Proposal\n"
                 "A3,Spares,Proposal\n");
  const auto notes =
      write_file("notes.csv",
                 "Activity id,Activity type,Activity date,Opportunity\n1,Call,2026-02-01,Turbines\n"
                 "2,Call,2026-02-01,Spares\n");
  EXPECT_EQ(run({notes, deals}), 1);
  EXPECT_NE(said.find("line 2, Opportunity: Several opportunities are called \"Turbines\"."),
            std::string::npos)
      << said;
  EXPECT_EQ(lines(activities), Lines{"call||Spares||day"});
}

TEST_F(SourcesTest, UndoKeepsWhatWasChangedSince) {
  const std::string header = "opportunity_id,sales_agent,product,account,deal_stage,close_value\n";
  const auto first = write_file(
      "march.csv", header + "A1,Ann Lee,GTX,Acme,Engaging,100\nA2,Ann Lee,GTX,Acme,Engaging,100\n");
  const auto second = write_file(
      "april.csv", header + "A1,Ann Lee,GTX,Acme,Engaging,200\nA2,Ann Lee,GTX,Acme,Engaging,100\n");
  EXPECT_EQ(run({first}, in_dollars()), 0) << said;
  EXPECT_EQ(run({second}, in_dollars()), 0) << said;
  Undone undone;
  database->write(actor, "Undo.", [&](Write& write) { undone = undo_import(write, {1}); });
  EXPECT_EQ(undone.changed_since, Lines{"opportunity A1"});
  // Whom the one that stays refers to stays as well.
  EXPECT_EQ(undone.referred_to, (Lines{"account Acme", "product GTX", "person Ann Lee"}));
  EXPECT_EQ(lines(opportunities), Lines{"A1|A1|Engaging|open|Acme|Ann Lee|20000USD"});
  EXPECT_EQ(violations(), Lines{});
}

/// The list of waiting files is ordered by the database, the command's files by the same in this program.
TEST_F(SourcesTest, FilesGoInByTheSameTurnsHereAndInTheList) {
  std::vector<Mapping> mappings{{}, {"lead", {{"Converted Opportunity ID", "converted_key"}}}};
  for (const auto& target : targets()) mappings.push_back({std::string(target.name), {}});
  std::ranges::reverse(mappings);
  database->write(actor, "Upload.", [&](Write& write) {
    for (const auto& mapping : mappings) {
      Import import;
      import.target = mapping.target;
      import.mapping = {json::serialize(to_json(mapping))};
      import.answers = {"{}"};
      write.insert(import);
    }
  });
  std::ranges::stable_sort(mappings, {}, turn_of);
  Lines here, listed;
  for (const auto& mapping : mappings) here.push_back(mapping.target);
  database->read(actor, [&](const Read& read) {
    for (const auto& row : list<ImportRow>(read, {{{"order", "turn"}}, {}}).items)
      listed.push_back(row.target);
  });
  EXPECT_EQ(listed, here);
  EXPECT_LT(turn_of({"lead", {}}), turn_of({"opportunity", {}})) << "wins name the leads that they came from";
  EXPECT_GT(turn_of({"lead", {{"x", "converted_key"}}}), turn_of({"opportunity", {}}))
      << "but leads that name what they became come after it";
}

TEST_F(SourcesTest, AFileOfTwoKindsAlikeIsNotGuessed) {
  EXPECT_FALSE(recognise({"ID", "Name"}));
  const auto file = write_file("names.csv", "ID,Name\n1,Contoso\n");
  EXPECT_EQ(run({file}), 2);
  EXPECT_NE(said.find("come nearest: they would read ID and Name"), std::string::npos) << said;
  EXPECT_NE(said.find("By command: --rows-are KIND (territory, person, product, account"), std::string::npos)
      << said;
  ImportOptions options;
  options.target = "account";
  EXPECT_EQ(run({file}, options), 0) << said;
}

/// A source is known by its headers in whatever case; so are its columns, and those that are told.
TEST_F(SourcesTest, ARememberedFileIsReadInWhateverCaseItsHeadersAre) {
  const std::string rows = "2026-10-01 09:00,Acme,Fair\n", later = "2026-10-02 09:00,Acme,Fair\n";
  ImportOptions told;
  told.columns = {{"SEEN_AT", "at"}};
  told.target = "touchpoint";
  EXPECT_EQ(run({write_file("a.csv", "seen at,account name,channel\n" + rows)}, told), 0) << said;
  EXPECT_EQ(run({write_file("b.csv", "Seen_At,Account Name,CHANNEL\n" + rows + later)}), 0) << said;
  EXPECT_TRUE(says("adds 1 touchpoint; 1 row says what is known already")) << said;
  EXPECT_EQ(integer(Sql{"SELECT COUNT(*) FROM touchpoint_standing"}), 2);
}

}  // namespace
}  // namespace accord::importing
