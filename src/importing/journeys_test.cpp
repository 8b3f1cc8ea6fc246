// SPDX-License-Identifier: Apache-2.0
// A lead and the opportunity that it became are one journey, in whatever order and however often their files
// come. The headers are those of the systems, the rows are made up.
#include <algorithm>

#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql journeys{
    "SELECT o.lead_key || '|' || o.key || '|' || o.name || '|' || o.phase || '|' || o.stage || '|' || "
    "o.outcome FROM opportunity o ORDER BY o.lead_key, o.key"};
const Sql stages_in_order{
    "SELECT o.lead_key || ' ' || s.stage || ' ' || s.precision || ' ' || (s.at / 86400000) FROM "
    "stage_change_standing s JOIN opportunity o ON o.id = s.opportunity ORDER BY o.lead_key, o.key, s.at, "
    "s.id"};
/// Everything that an import of leads and opportunities can change, but for the ids of facts.
const Sql everything{
    "SELECT 'o' || o.id || '|' || o.name || '|' || o.phase || '|' || o.stage || '|' || o.outcome || '|' || "
    "o.key || '|' || o.lead_key || '|' || o.source || '|' || COALESCE(o.created_on, 0) || '|' || "
    "COALESCE(o.contact, 0) || '|' || COALESCE(o.value_minor, -1) FROM opportunity o UNION ALL "
    "SELECT 's' || s.opportunity || '|' || s.stage || '|' || s.at || '|' || s.precision FROM "
    "stage_change_standing s UNION ALL SELECT 'a' || COALESCE(v.opportunity, 0) || '|' || v.subject_line || "
    "'|' || v.at FROM activity_standing v UNION ALL SELECT 'l' || COALESCE(l.opportunity, 0) || '|' || "
    "l.number || '|' || l.revenue_minor FROM order_line_standing l UNION ALL SELECT 'c' || c.id || '|' || "
    "c.name || '|' || c.key || '|' || c.email FROM contact c ORDER BY 1"};

const std::string suite_leads =
    "\"First Name\",\"Last Name\",\"ID\",\"Account Name\",\"Email Address\",\"Office Phone\",\"Status\","
    "\"Status Description\",\"Lead Source\",\"Converted\",\"Opportunity Name\",\"Account ID\",\"Contact "
    "ID\",\"Opportunity ID\",\"Assigned to\",\"Assigned User\",\"Date Created\",\"Date Modified\"\n";
const std::string suite_deals =
    "\"Opportunity Name\",\"ID\",\"Opportunity Amount\",\"Currency\",\"Expected Close Date\",\"Sales "
    "Stage\",\"Account Name\",\"Lead Source\",\"Assigned User\",\"Date Created\",\"Date "
    "Modified\",\"Deleted\"\n";

std::string amy(const char* status, const char* why, const char* modified) {
  return std::string("Amy,Adams,l-1,Acme Inc,amy@acme.example,'+1 555 0001,") + status + "," + why +
         ",Web Site,No,,,,,1,Sally Sales,2026-09-01 10:00," + modified + "\n";
}
const std::string bob_open =
    "Bob,Baker,l-2,Bolt LLC,bob@bolt.example,'+1 555 0002,In Process,,Web Site,No,,,,,1,Sally "
    "Sales,2026-09-02 10:00,2026-09-03 11:00\n";
const std::string bob_converted =
    "Bob,Baker,l-2,Bolt LLC,bob@bolt.example,'+1 555 0002,Converted,,Web Site,Yes,Bolt "
    "deal,a-2,c-2,o-2,1,Sally Sales,2026-09-02 10:00,2026-10-05 11:00\n";
const std::string bolt_open =
    "Bolt deal,o-2,5000,USD,2026-12-30,Qualification,Bolt LLC,Web Site,Sally Sales,2026-10-05 "
    "11:00,2026-10-06 09:00,0\n";
const std::string bolt_won =
    "Bolt deal,o-2,5000,USD,2026-10-28,Closed Won,Bolt LLC,Web Site,Sally Sales,2026-10-05 11:00,2026-10-28 "
    "09:00,0\n";

class JourneysTest : public ImportFixture {
 protected:
  void take(const std::string& name, const std::string& text, const char* as_of = nullptr,
            const char* system = "") {
    auto options = in_dollars();
    if (as_of != nullptr) options.answers.as_of = parse_day(as_of);
    options.answers.system = system;
    options.answers.makes_near_names_new = true;
    EXPECT_EQ(run({write_file(name, text)}, options), 0) << said;
    EXPECT_EQ(violations(), Lines{}) << name;
  }
  void expect_nothing_new(const std::string& name) {
    auto options = in_dollars();
    EXPECT_EQ(run({folder.file(name)}, options), 0) << said;
    EXPECT_TRUE(says("changes nothing")) << said;
  }
};

const std::vector<std::string> one_journey{"l-1||Acme Inc|lead|New|open",
                                           "l-2|o-2|Bolt deal|opportunity|Qualification|open"};

TEST_F(JourneysTest, ALeadThatIsConvertedBetweenTwoExportsIsOneJourneyInEitherOrder) {
  for (const bool are_leads_first : {true, false}) {
    TearDown();
    std::filesystem::remove(folder.file("t.db"));
    SetUp();
    take("leads1.csv", suite_leads + amy("New", "", "2026-09-01 10:00") + bob_open, "2026-10-01");
    const std::string leads = suite_leads + amy("New", "", "2026-09-01 10:00") + bob_converted,
                      deals = suite_deals + bolt_open;
    if (are_leads_first) take("leads2.csv", leads, "2026-10-08");
    take("deals2.csv", deals, "2026-10-08");
    if (!are_leads_first) take("leads2.csv", leads, "2026-10-08");
    EXPECT_EQ(lines(journeys), one_journey) << are_leads_first;
    expect_nothing_new("leads2.csv");
    expect_nothing_new("deals2.csv");
    take("deals3.csv", suite_deals + bolt_won, "2026-10-29");
    EXPECT_EQ(lines(journeys).back(), "l-2|o-2|Bolt deal|opportunity|Closed Won|won");
    EXPECT_EQ(lines(journeys).size(), 2U);
  }
}

TEST_F(JourneysTest, WhatALeadWasSeenInStandsBeforeItsOpportunity) {
  take("leads1.csv", suite_leads + bob_open, "2026-10-01");
  take("deals2.csv", suite_deals + bolt_open, "2026-10-08");
  // The lead's export is older than the opportunity's first day would have it: it was in process before.
  EXPECT_EQ(lines(journeys).size(), 2U);
  take("leads2.csv", suite_leads + bob_converted, "2026-10-08");
  // Changed last on 3 September and on 6 October: 20699 and 20732 days after 1970.
  EXPECT_EQ(lines(stages_in_order),
            (Lines{"l-2 In Process at_least_since 20699", "l-2 Qualification at_least_since 20732"}));
}

TEST_F(JourneysTest, UndoTakesTwoApartAgain) {
  take("leads1.csv", suite_leads + amy("New", "", "2026-09-01 10:00") + bob_open, "2026-10-01");
  take("deals2.csv", suite_deals + bolt_open, "2026-10-08");
  take("calls.csv",
       "Activity id,Activity type,Activity date,Subject,Opportunity ID\n7,Call,2026-10-07,Asked for a "
       "price,o-2\n",
       nullptr, "SuiteCRM");
  take("orders.csv",
       "Order number,Order date,Customer,Opportunity ID,Revenue\nA-1,2026-10-08,Bolt LLC,o-2,4000\n", nullptr,
       "SuiteCRM");
  const auto before = lines(everything);
  take("leads2.csv", suite_leads + amy("New", "", "2026-09-01 10:00") + bob_converted, "2026-10-08");
  EXPECT_TRUE(says("makes 1 lead and the opportunity that it became one journey")) << said;
  EXPECT_EQ(lines(journeys), one_journey);
  EXPECT_EQ(lines(Sql{"SELECT o.key FROM activity_standing v JOIN opportunity o ON o.id = v.opportunity"}),
            Lines{"o-2"});
  EXPECT_EQ(lines(Sql{"SELECT o.lead_key FROM order_line_standing l JOIN opportunity o ON o.id = "
                      "l.opportunity"}),
            Lines{"l-2"});
  undo(integer(Sql{"SELECT MAX(id) FROM import"}));
  EXPECT_EQ(lines(everything), before);
  EXPECT_EQ(violations(), Lines{});
  // What came back is found again.
  take("leads2.csv", suite_leads + amy("New", "", "2026-09-01 10:00") + bob_converted, "2026-10-08");
  EXPECT_EQ(lines(journeys), one_journey);
}

TEST_F(JourneysTest, WhatWasMadeOneAndChangedSinceIsNotTakenApart) {
  take("leads1.csv", suite_leads + bob_open, "2026-10-01");
  take("deals2.csv", suite_deals + bolt_open, "2026-10-08");
  take("leads2.csv", suite_leads + bob_converted, "2026-10-08");
  const auto made_one = integer(Sql{"SELECT MAX(id) FROM import"});
  take("deals3.csv", suite_deals + bolt_won, "2026-10-29");
  const auto before = lines(stages_in_order);
  undo(made_one);
  EXPECT_EQ(lines(stages_in_order), before);
  EXPECT_EQ(lines(journeys), Lines{"l-2|o-2|Bolt deal|opportunity|Closed Won|won"});
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(JourneysTest, SalesforceWritesIdentifiersWithFifteenCharactersOrWithEighteen) {
  const std::string leads =
      "Id,LastName,FirstName,Company,Email,LeadSource,Status,IsConverted,ConvertedDate,ConvertedAccountId,"
      "ConvertedContactId,ConvertedOpportunityId,CreatedDate,OwnerId\n";
  const std::string deals = "Id,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate\n";
  take("leads1.csv",
       leads +
           "00Q000000000002AAA,Baker,Bob,Bolt LLC,bob@bolt.example,Web,Working - "
           "Contacted,false,,,,,2026-09-02T10:00:00.000+0000,\n",
       "2026-10-01");
  take("leads2.csv",
       leads +
           "00Q000000000002,Baker,Bob,Bolt LLC,bob@bolt.example,Web,Closed - "
           "Converted,true,2026-10-05,001000000000002AAA,003000000000002AAA,006000000000002AAA,2026-09-"
           "02T10:00:00.000+0000,\n",
       "2026-10-08");
  EXPECT_EQ(text(Sql{"SELECT key FROM opportunity"}), "006000000000002");
  // The day on which it became one is told; older exports knew no day.
  EXPECT_EQ(lines(stages_in_order), (Lines{"00Q000000000002 Working - Contacted at_least_since 20727",
                                           "00Q000000000002 Closed - Converted day 20731"}));
  take("deals2.csv",
       deals +
           "006000000000002AAA,Bolt "
           "deal,Qualification,5000,2026-12-30,false,false,,2026-10-05T11:00:00.000+0000\n",
       "2026-10-08");
  EXPECT_EQ(lines(journeys),
            Lines{"00Q000000000002|006000000000002|Bolt deal|opportunity|Qualification|open"});
}

TEST_F(JourneysTest, TheDayOfConversionIsToldOnceTheOpportunityIsKnown) {
  const std::string leads =
      "Id,LastName,FirstName,Company,Email,Status,IsConverted,ConvertedDate,ConvertedOpportunityId,"
      "CreatedDate,OwnerId\n";
  take("deals.csv",
       "Id,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate\n006000000000002AAA,Bolt "
       "deal,Qualification,5000,2026-12-30,false,false,,2026-10-05T11:00:00.000+0000\n",
       "2026-10-08");
  take("leads.csv",
       leads +
           "00Q000000000002AAA,Baker,Bob,Bolt LLC,bob@bolt.example,Closed - "
           "Converted,true,2026-10-05,006000000000002AAA,2026-09-02T10:00:00.000+0000,\n",
       "2026-10-08");
  EXPECT_EQ(lines(stages_in_order), (Lines{"00Q000000000002 Closed - Converted day 20731",
                                           "00Q000000000002 Qualification at_least_since 20734"}));
  expect_nothing_new("leads.csv");
}

TEST_F(JourneysTest, TwoLeadsOfOneOpportunityAreOneJourneyAndTwoOpportunitiesOfOneLeadAreTwo) {
  const std::string second =
      "Cy,Cole,l-3,Bolt LLC,cy@bolt.example,,Converted,,Fair,Yes,Bolt "
      "deal,a-2,c-3,o-2,1,Sally Sales,2026-08-01 10:00,2026-10-05 11:00\n";
  take("deals.csv", suite_deals + bolt_open, "2026-10-08");
  take("leads.csv", suite_leads + bob_converted + second, "2026-10-08");
  EXPECT_EQ(lines(journeys), Lines{"l-2|o-2|Bolt deal|opportunity|Qualification|open"});
  EXPECT_EQ(lines(Sql{"SELECT name || ' ' || key || ' ' || email FROM contact ORDER BY key"}),
            (Lines{"Bob Baker c-2 bob@bolt.example", "Cy Cole c-3 cy@bolt.example"}));
  expect_nothing_new("leads.csv");

  const std::string header = "Opportunity ID,Opportunity Name,Stage,Lead ID,Created Date\n";
  take("two.csv", header + "d-1,First,Proposal,m-1,2026-05-01\nd-2,Second,Proposal,m-1,2026-06-01\n",
       "2026-10-08", "Other");
  EXPECT_EQ(lines(Sql{"SELECT key || '|' || lead_key FROM opportunity WHERE system = 'Other' ORDER BY key"}),
            (Lines{"d-1|m-1", "d-2|"}));
  take("again.csv", header + "d-2,Second,Proposal,m-1,2026-06-01\nd-1,First,Proposal,m-1,2026-05-01\n",
       "2026-10-08", "Other");
  EXPECT_TRUE(says("changes nothing")) << said;
}

/// What people say of it here.
void work_on(Write& write, std::int64_t opportunity) {
  funnel::give_reason(write, {opportunity}, "No need", *parse_day("2026-10-07"));
}

TEST_F(JourneysTest, TheRecordStaysWithWhichPeopleHaveWorked) {
  take("leads1.csv", suite_leads + bob_open, "2026-10-01");
  take("deals2.csv", suite_deals + bolt_open, "2026-10-08");
  const auto deal = integer(Sql{"SELECT id FROM opportunity WHERE key = 'o-2'"});
  database->write(actor, "Say why.", [&](Write& write) { work_on(write, deal); });
  take("leads2.csv", suite_leads + bob_converted, "2026-10-08");
  EXPECT_EQ(lines(journeys), Lines{"l-2|o-2|Bolt deal|opportunity|Qualification|open"});
  EXPECT_EQ(integer(Sql{"SELECT id FROM opportunity"}), deal);
  EXPECT_EQ(lines(stages_in_order).front(), "l-2 In Process at_least_since 20699");
}

TEST_F(JourneysTest, WhereTheyWorkedOnBothTheRowWaits) {
  take("leads1.csv", suite_leads + bob_open, "2026-10-01");
  take("deals2.csv", suite_deals + bolt_open, "2026-10-08");
  database->write(actor, "Say why.", [&](Write& write) {
    for (const std::int64_t id : {1, 2}) work_on(write, id);
  });
  EXPECT_EQ(run({write_file("leads2.csv", suite_leads + bob_converted)}, in_dollars()), 2);
  EXPECT_TRUE(says("is known as another record, and people have worked on both")) << said;
  EXPECT_EQ(lines(journeys).size(), 2U);
}

TEST_F(JourneysTest, TwoThatAnOlderVersionKeptApartAreMadeOne) {
  database->write(actor, "Older.", [&](Write& write) {
    funnel::Opportunity lead;
    lead.name = "Bolt LLC";
    lead.phase = funnel::Phase::lead;
    lead.stage = "Converted";
    lead.system = "Salesforce";
    lead.lead_key = "00Q000000000002";
    lead.key = "006000000000002AAA";
    write.insert(lead);
    funnel::record_stage(write, lead, *parse_instant("2026-10-08T00:00:00Z"),
                         fact::Precision::at_least_since);
    funnel::Opportunity deal = lead;
    deal.name = "Bolt deal";
    deal.phase = funnel::Phase::opportunity;
    deal.stage = "Qualification";
    deal.lead_key.clear();
    deal.key = "006000000000002";
    write.insert(deal);
    funnel::record_stage(write, deal, *parse_instant("2026-10-08T00:00:00Z"),
                         fact::Precision::at_least_since);
  });
  EXPECT_EQ(violations().size(), 1U) << "the check finds one identifier of two records";
  take("deals.csv",
       "Id,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate\n006000000000002AAA,Bolt "
       "deal,Closed Won,5000,2026-10-28,true,true,,2026-10-05T11:00:00.000+0000\n",
       "2026-10-29");
  EXPECT_EQ(lines(journeys), Lines{"00Q000000000002|006000000000002|Bolt deal|opportunity|Closed Won|won"});
}

TEST_F(JourneysTest, WhoConvertedBySuiteCrmIsAPersonAndSoAreTheOthers) {
  take("leads.csv", suite_leads + amy("Dead", "No budget", "2026-09-08 11:00") + bob_converted, "2026-10-08");
  EXPECT_EQ(
      lines(Sql{"SELECT name || '|' || key || '|' || email || '|' || phone FROM contact ORDER BY name"}),
      (Lines{"Amy Adams||amy@acme.example|+1 555 0001", "Bob Baker|c-2|bob@bolt.example|+1 555 0002"}));
  // Why it is dead stands beside the status; of one that lives the same column says something else.
  EXPECT_EQ(lines(Sql{"SELECT lead_key || '|' || lost_reason FROM opportunity ORDER BY lead_key"}),
            (Lines{"l-1|No budget", "l-2|"}));
  expect_nothing_new("leads.csv");
}

TEST_F(JourneysTest, SalesforceNamesOwnersByIdentifiersWhichItsFileOfUsersExplains) {
  const std::string deals =
      "Id,Name,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate\n"
      "006000000000002AAA,Bolt deal,Qualification,5000,2026-12-30,false,false,"
      "005000000000001AAA,2026-10-05T11:00:00.000+0000\n";
  take("deals.csv", deals, "2026-10-08");
  EXPECT_TRUE(says("leaves owners as they are where they are 1 user that is named by identifier only"))
      << said;
  EXPECT_EQ(integer(Sql{"SELECT COUNT(*) FROM person"}), 0);
  take("users.csv",
       "Id,Username,LastName,FirstName,Name,Email,IsActive,ProfileId,UserRoleId\n005000000000001AAA,sally@f."
       "example,Sales,Sally,Sally Sales,sally@f.example,true,00e1,00E1\n",
       nullptr, "Salesforce");
  take("deals-again.csv", deals, "2026-10-09");
  EXPECT_EQ(text(Sql{"SELECT p.name FROM opportunity o JOIN person p ON p.id = o.owner"}), "Sally Sales");
}

/// What the funnel of 3 steps says in words: 1 of 2 journeys went on from where both began.
TEST_F(JourneysTest, WhatAHistorySaysWasLeftFirstStoodSinceTheCreation) {
  take("deals.csv",
       "Opportunity ID,Opportunity Name,Stage,Created Date,Close Date\nK1,One,Qualification,2026-01-05,\nK2,"
       "Two,Closed Lost,2026-01-07,2026-02-01\nK3,Three,Proposal,,\nK4,Four,Closed "
       "Lost,2026-01-09,2026-01-09\n",
       "2026-03-01", "Salesforce");
  const std::string history =
      "Opportunity ID,From Stage,To Stage,Edit Date\n"
      "K3,Qualification,Proposal,2026-02-20 08:00\nK1,Prospecting,Qualification,2026-02-10 08:00\n"
      "K3,Prospecting,Qualification,2026-02-11\nK2,Prospecting,Closed Lost,2026-02-01 09:00\n"
      "K4,Qualification,Closed Lost,2026-01-09 10:00\nK4,Prospecting,Qualification,2026-01-09 08:00\n";
  take("history.csv", history, "2026-03-01");
  EXPECT_EQ(lines(Sql{"SELECT o.key || ' ' || s.stage || ' ' || s.precision || ' ' || (s.at / 86400000 - "
                      "20454) FROM stage_change_standing s JOIN opportunity o ON o.id = s.opportunity WHERE "
                      "s.stage = 'Prospecting' ORDER BY o.key"}),
            // Days of 2026, counted from 0: created on 5 and 7 January; of K3 nobody knows the creation.
            (Lines{"K1 Prospecting day 4", "K2 Prospecting day 6", "K3 Prospecting at_least_since 40",
                   "K4 Prospecting day 8"}));
  // The day on which it was closed is the moment that its history tells: nothing stands before the beginning.
  EXPECT_EQ(lines(Sql{"SELECT s.stage || ' ' || s.precision FROM stage_change_standing s JOIN opportunity o "
                      "ON o.id = s.opportunity WHERE o.key = 'K4' ORDER BY s.at, s.id"}),
            (Lines{"Prospecting day", "Qualification moment", "Closed Lost moment"}));
  expect_nothing_new("deals.csv");
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new("history.csv");
}

TEST_F(JourneysTest, AHistoryOfAFewDaysDoesNotPutItsFirstStageBeforeWhatIsKnown) {
  take("deals.csv", "Opportunity ID,Opportunity Name,Stage,Created Date\nK1,One,Negotiation,2026-01-05\n",
       "2026-03-01", "Salesforce");
  take("january.csv",
       "Opportunity ID,From Stage,To Stage,Edit Date\nK1,Prospecting,Qualification,2026-01-20 08:00\n",
       "2026-03-01");
  take("february.csv",
       "Opportunity ID,From Stage,To Stage,Edit Date\nK1,Proposal,Negotiation,2026-02-20 08:00\n",
       "2026-03-01");
  // 5 January, 20 January, 20 February and 1 March are days 4, 19, 50 and 59 of 2026.
  EXPECT_EQ(lines(Sql{"SELECT s.stage || ' ' || s.precision || ' ' || (s.at / 86400000 - 20454) FROM "
                      "stage_change_standing s ORDER BY s.at, s.id"}),
            (Lines{"Prospecting day 4", "Qualification moment 19", "Proposal at_least_since 50",
                   "Negotiation moment 50"}));
}

/// The first export saw where it stood; the history tells since when, and that it had left before.
TEST_F(JourneysTest, AHistoryThatComesLaterTakesThePlaceOfWhatWasSeen) {
  const std::string header = "Opportunity ID,Opportunity Name,Stage,Created Date\n";
  take("march.csv", header + "K1,One,Negotiation,2026-01-05\nK2,Two,Negotiation,2026-01-05\n", "2026-03-01",
       "Salesforce");
  take("april.csv", header + "K1,One,Negotiation,2026-01-05\nK2,Two,Proposal,2026-01-05\n", "2026-04-01",
       "Salesforce");
  take("may.csv", header + "K1,One,Negotiation,2026-01-05\nK2,Two,Negotiation,2026-01-05\n", "2026-05-01",
       "Salesforce");
  const Sql stages{
      "SELECT o.key || ' ' || s.stage || ' ' || s.precision || ' ' || (s.at / 86400000 - 20454) "
      "FROM stage_change_standing s JOIN opportunity o ON o.id = s.opportunity ORDER BY o.key, "
      "s.at, s.id"};
  const Lines seen{"K1 Negotiation at_least_since 59", "K2 Negotiation at_least_since 59",
                   "K2 Proposal at_least_since 90", "K2 Negotiation at_least_since 120"};
  EXPECT_EQ(lines(stages), seen);
  take("history.csv",
       "Opportunity ID,From Stage,To Stage,Edit Date\nK1,Prospecting,Negotiation,2026-02-20 08:00\n"
       "K2,Prospecting,Negotiation,2026-03-01 08:00\n",
       "2026-05-02");
  // Of K2 it is known that it left again; since when it is back, nobody told.
  EXPECT_EQ(lines(stages), (Lines{"K1 Prospecting day 4", "K1 Negotiation moment 50", "K2 Prospecting day 4",
                                  "K2 Negotiation moment 59", "K2 Proposal at_least_since 90",
                                  "K2 Negotiation at_least_since 120"}));
  EXPECT_TRUE(says("corrects the day of 2 stages that were seen")) << said;
  expect_nothing_new("history.csv");
  expect_nothing_new("may.csv");
  EXPECT_EQ(violations(), Lines{});
  database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {4}); });
  EXPECT_EQ(lines(stages), seen);
}

TEST_F(JourneysTest, WhatCameFromAnotherSystemIsNamedWithIt) {
  take("deals.csv", "Opportunity ID,Opportunity Name,Stage,Created Date\nK1,One,Negotiation,2026-01-05\n");
  const auto history = write_file(
      "history.csv", "Opportunity ID,From Stage,To Stage,Edit Date\nK1,Prospecting,Negotiation,2026-01-20\n");
  EXPECT_EQ(run({history}), 2);
  EXPECT_TRUE(
      says("There is no opportunity \"K1\" of Salesforce, as which this file was read, but there is "
           "one of CRM."))
      << said;
  EXPECT_TRUE(says("--system \"CRM\"")) << said;
  take("history.csv", "Opportunity ID,From Stage,To Stage,Edit Date\nK1,Prospecting,Negotiation,2026-01-20\n",
       nullptr, "CRM");
}

const std::string hubspot_contacts =
    "Record ID,First Name,Last Name,Email,Phone Number,Company Name,Contact owner,Lifecycle Stage,Lead "
    "Status,Original Source,Create Date,Last Activity Date,Number of Associated Deals,Associated Company "
    "IDs,\"Date entered \"\"Marketing Qualified Lead (Lifecycle Stage Pipeline)\"\"\"\n";
const std::string cy =
    "103,Cy,Cole,cy@cask.example,+1 555 0003,Cask Co,Steve Seller,Opportunity,OPEN_DEAL,Offline "
    "Sources,2026-09-03 10:00,2026-09-09 10:00,1,902,2026-09-04 10:00\n";
const std::string hubspot_deals =
    "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,Is Closed Won,Is Deal "
    "Closed?,Associated Company IDs,Associated Contact IDs\n";

TEST_F(JourneysTest, HubSpotContactsWithALeadStatusAreLeadsAndBecomeTheirDeals) {
  take("contacts.csv",
       hubspot_contacts + cy +
           "104,Di,Dunn,di@dune.example,,Dune AG,Steve Seller,Sales Qualified Lead,UNQUALIFIED,Offline "
           "Sources,2026-09-04 10:00,,0,903,2026-09-05 10:00\n105,Eve,East,eve@east.example,,East "
           "KG,Steve Seller,Customer,,Offline Sources,2025-09-04 10:00,,0,904,\n",
       "2026-10-01");
  EXPECT_EQ(lines(journeys),
            (Lines{"103||Cask Co|lead|Opportunity|open", "104||Dune AG|lead|UNQUALIFIED|lost"}));
  EXPECT_EQ(lines(Sql{"SELECT key || ' ' || name FROM contact ORDER BY key"}),
            (Lines{"103 Cy Cole", "104 Di Dunn", "105 Eve East"}));
  take("deals.csv",
       hubspot_deals +
           "501,Cask Co - pumps,Sales Pipeline,Proposal,12000,2026-12-15,2026-09-10 11:00,Steve "
           "Seller,false,false,902,103\n",
       "2026-10-02");
  EXPECT_EQ(lines(journeys).front(), "103|501|Cask Co - pumps|opportunity|Proposal|open");
  EXPECT_EQ(lines(journeys).size(), 2U);
  expect_nothing_new("contacts.csv");
  take("won.csv",
       hubspot_deals +
           "501,Cask Co - pumps,Sales Pipeline,Closed Won,12000,2026-10-15,2026-09-10 11:00,Steve "
           "Seller,true,true,902,103\n502,Cask Co - spares,Sales Pipeline,Proposal,900,2026-12-15,"
           "2026-10-12 11:00,Steve Seller,false,false,902,103\n",
       "2026-10-20");
  EXPECT_EQ(lines(journeys), (Lines{"|502|Cask Co - spares|opportunity|Proposal|open",
                                    "103|501|Cask Co - pumps|opportunity|Closed Won|won",
                                    "104||Dune AG|lead|UNQUALIFIED|lost"}));
}

TEST_F(JourneysTest, AStageOfHubSpotWithoutADayIsSeenAfterThoseThatHaveOne) {
  take("contacts.csv",
       hubspot_contacts +
           "103,Cy,Cole,cy@cask.example,,Cask Co,Steve Seller,Sales Qualified Lead,OPEN,Offline "
           "Sources,2026-09-03 10:00,,1,902,2026-09-04 10:00\n");
  // The latest day in the file is 4 September, and the first stage was come to at ten on that day.
  EXPECT_EQ(lines(stages_in_order), (Lines{"103 Marketing Qualified Lead moment 20700",
                                           "103 Sales Qualified Lead at_least_since 20700"}));
}

TEST_F(JourneysTest, ADealOfHubSpotMeetsItsLeadAlsoWhereTheContactsWereNoLeadsAtFirst) {
  auto as_contacts = in_dollars();
  as_contacts.target = "contact";
  EXPECT_EQ(run({write_file("contacts.csv", hubspot_contacts + cy)}, as_contacts), 0) << said;
  take("deals.csv",
       hubspot_deals +
           "501,Cask Co - pumps,Sales Pipeline,Proposal,12000,2026-12-15,2026-09-10 11:00,Steve "
           "Seller,false,false,902,103\n",
       "2026-10-02");
  ImportOptions as_leads = in_dollars();
  as_leads.target = "lead";
  EXPECT_EQ(run({write_file("leads.csv", hubspot_contacts + cy)}, as_leads), 0) << said;
  EXPECT_EQ(lines(journeys), Lines{"103|501|Cask Co - pumps|opportunity|Proposal|open"});
  EXPECT_EQ(violations(), Lines{});
}

}  // namespace
}  // namespace accord::importing
