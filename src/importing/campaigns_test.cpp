// SPDX-License-Identifier: Apache-2.0
// Campaigns as the exports of five systems and simple files write them: the headers are theirs, the rows made
// up.
#include "campaign/campaign.hpp"
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql campaigns{
    "SELECT c.key || '|' || c.name || '|' || COALESCE(h.name, '') || '|' || c.side || '|' || "
    "COALESCE(c.starts_on - 20514, -1) || '|' || COALESCE(c.ends_on - 20514, -1) || '|' || "
    "COALESCE(c.budget_minor, -1) || COALESCE(c.budget_currency, '') || '|' || COALESCE(p.name, '') "
    "FROM campaign c LEFT JOIN channel h ON h.id = c.channel LEFT JOIN person p ON p.id = c.owner "
    "ORDER BY c.id"};
const Sql channels{
    "SELECT name || '|' || kind || '|' || side || '|' || system FROM channel WHERE id > 12 ORDER BY id"};
const Sql products{
    "SELECT c.name || '|' || p.name FROM campaign_products l JOIN campaign c ON c.id = l.id "
    "JOIN product p ON p.id = l.item ORDER BY c.name, p.name"};
const Sql territories{
    "SELECT c.name || '|' || t.name FROM campaign_territories l JOIN campaign c ON c.id = l.id "
    "JOIN territory t ON t.id = l.item ORDER BY c.name, t.name"};
const Sql systems{"SELECT DISTINCT system FROM campaign"};

/// Days are counted from 2 March 2026, which is 0.
class CampaignsTest : public ImportFixture {
 protected:
  void expect_nothing_new(const std::string& file, const ImportOptions& options = {}) {
    EXPECT_EQ(run({file}, options), 0) << said;
    EXPECT_NE(said.find("changes nothing"), std::string::npos) << said;
  }
};

TEST_F(CampaignsTest, SalesforceByApiNames) {
  const auto file = write_file(
      "Campaign.csv",
      "Id,IsDeleted,Name,ParentId,Type,Status,StartDate,EndDate,ExpectedRevenue,BudgetedCost,ActualCost,"
      "ExpectedResponse,NumberSent,IsActive,Description,NumberOfLeads,OwnerId,CreatedDate,SystemModstamp\n"
      "701A0000000aaaaIAB,false,Spring show,,Trade Show,Completed,2026-03-10,2026-03-12,90000,45000.50,51200,"
      "0,0,false,Booth 214,112,005A,2026-01-05T09:00:00.000Z,2026-04-01T00:00:00.000Z\n"
      "701A0000000bbbbIAB,false,Flow webinar,,Webinar,Planned,2026-04-01,2026-04-01,,1200,,0,0,true,,0,005A,"
      "2026-01-05T09:00:00.000Z,2026-04-01T00:00:00.000Z\n"
      "701A0000000ccccIAB,false,Trade press,,Advertisement,In Progress,2026-03-02,,,8000,,0,0,true,,0,005A,"
      "2026-01-05T09:00:00.000Z,2026-04-01T00:00:00.000Z\n"
      "701A0000000ddddIAB,true,Gone,,Email,Aborted,2026-03-02,,,100,,0,0,false,,0,005A,"
      "2026-01-05T09:00:00.000Z,2026-04-01T00:00:00.000Z\n");
  EXPECT_EQ(run({file}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(campaigns), (Lines{"701A0000000aaaa|Spring show|Trade show|marketing|8|10|4500050USD|",
                                     "701A0000000bbbb|Flow webinar|Webinar|marketing|30|30|120000USD|",
                                     "701A0000000cccc|Trade press|Advertising|marketing|0|-1|800000USD|"}))
      << said;
  EXPECT_EQ(lines(channels), Lines{"Webinar|web|marketing|Salesforce"});
  EXPECT_EQ(lines(systems), Lines{"Salesforce"});
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new(file);
  undo(1);
  EXPECT_EQ(lines(campaigns), Lines{});
  EXPECT_EQ(lines(channels), Lines{}) << "the channel that it brought goes with it";
}

TEST_F(CampaignsTest, SalesforceReport) {
  const auto file = write_file(
      "report.csv",
      "\"Campaign ID\",\"Campaign Name\",\"Type\",\"Status\",\"Start Date\",\"End Date\",\"Budgeted Cost\","
      "\"Actual Cost\",\"Campaign Owner\"\n"
      "\"701A0000000aaaa\",\"Spring show\",\"Trade Show\",\"Planned\",\"2026-03-10\",\"2026-03-12\","
      "\"45,000.00\",\"\",\"Ann Lee\"\n"
      "\n\"Grand Totals (1 records)\"\n");
  EXPECT_EQ(run({file}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(campaigns),
            Lines{"701A0000000aaaa|Spring show|Trade show|marketing|8|10|4500000USD|Ann Lee"});
  EXPECT_EQ(lines(systems), Lines{"Salesforce"});
}

TEST_F(CampaignsTest, HubSpot) {
  const auto file =
      write_file("hubspot-campaigns.csv",
                 "Record ID,Campaign name,Start date,End date,Budget,Currency,Campaign owner,Notes\n"
                 "880,Flow meters in food,2026-03-02 00:00,2026-03-31 00:00,12000,EUR,Ann Lee,For dairies\n");
  EXPECT_EQ(run({file}), 0) << said;
  EXPECT_EQ(lines(campaigns), Lines{"880|Flow meters in food||marketing|0|29|1200000EUR|Ann Lee"});
  EXPECT_EQ(lines(systems), Lines{"HubSpot"});
  expect_nothing_new(file);
}

TEST_F(CampaignsTest, EspoCrm) {
  const auto file = write_file(
      "Export_Campaign.csv",
      "id,name,status,type,startDate,endDate,description,budget,budgetCurrency,revenue,revenueCurrency,"
      "sentCount,openedCount,clickedCount,optedInCount,optedOutCount,bouncedCount,leadCreatedCount\n"
      "66a1,Spring letter,Active,Mail,2026-03-02,2026-03-20,,3500,EUR,,,400,0,0,0,0,0,9\n");
  EXPECT_EQ(run({file}), 0) << said;
  EXPECT_EQ(lines(campaigns), Lines{"66a1|Spring letter|Direct mail|marketing|0|18|350000EUR|"});
}

TEST_F(CampaignsTest, SuiteCrm) {
  const auto file = write_file(
      "Campaigns.csv",
      "\"Name\",\"ID\",\"Start Date\",\"End Date\",\"Status\",\"Impressions\",\"Currency\",\"Budget\","
      "\"Expected Cost\",\"Actual Cost\",\"Expected Revenue\",\"Type\",\"Objective\",\"Description\","
      "\"Assigned User\",\"Date Created\",\"Date Modified\"\r\n"
      "\"Calls to millers\",\"c-1\",\"2026-03-02\",\"2026-03-20\",\"Active\",\"0\",\"USD\",\"2000\",\"1900\","
      "\"\",\"\",\"Telesales\",\"\",\"\",\"Ann Lee\",\"2026-02-13\",\"2026-02-20\"\r\n");
  EXPECT_EQ(run({file}), 0) << said;
  EXPECT_EQ(lines(campaigns), Lines{"c-1|Calls to millers|Telemarketing|marketing|0|18|200000USD|Ann Lee"});
}

TEST_F(CampaignsTest, ASimpleFileNamesSeveralProductsAndTerritories) {
  const std::string header = "campaign,channel,start,end,budget,territories,products\n";
  const auto first =
      write_file("plan.csv", header +
                                 "Spring show,Trade Show,2026-03-10,2026-03-12,45000,North; South,PX;FM\n"
                                 "Calls,rep_tour,2026-03-02,,,South,PX\n");
  const auto second =
      write_file("again.csv", header +
                                  "Spring show,trade-show,2026-03-10,2026-03-12,45000,South; North,FM; PX\n"
                                  "Calls,Rep tour,2026-03-02,,,,FM; PX\n");
  EXPECT_EQ(run({first}, in_dollars()), 0) << said;
  EXPECT_EQ(lines(territories), (Lines{"Calls|South", "Spring show|North", "Spring show|South"}));
  EXPECT_EQ(lines(products), (Lines{"Calls|PX", "Spring show|FM", "Spring show|PX"}));
  EXPECT_EQ(lines(channels), Lines{"rep_tour|sales|sales|CRM"});
  EXPECT_EQ(lines(campaigns).back(), "|Calls|rep_tour|sales|0|-1|-1|");
  EXPECT_EQ(run({second}, in_dollars()), 0) << said;
  EXPECT_NE(said.find("changes 1 campaign; 1 row says what is known already"), std::string::npos) << said;
  EXPECT_EQ(lines(territories), (Lines{"Spring show|North", "Spring show|South"})) << "a blank cell empties";
  EXPECT_EQ(lines(products), (Lines{"Calls|FM", "Calls|PX", "Spring show|FM", "Spring show|PX"}));
  EXPECT_EQ(violations(), Lines{});
  expect_nothing_new(second);
  undo(2);
  EXPECT_EQ(lines(territories), (Lines{"Calls|South", "Spring show|North", "Spring show|South"}));
  EXPECT_EQ(lines(products), (Lines{"Calls|PX", "Spring show|FM", "Spring show|PX"}));
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CampaignsTest, UndoKeepsWhatACampaignStillNames) {
  const auto catalogue =
      write_file("products.csv", "product,series,sales_price\nPX,Pressure,640\nFM,Flow,2850\n");
  const auto plan = write_file(
      "plan.csv", "campaign,channel,start,products,territory\nSpring show,Trade Show,2026-03-10,PX,North\n");
  EXPECT_EQ(run({catalogue}, in_dollars()), 0) << said;
  EXPECT_EQ(run({plan}), 0) << said;
  Undone undone;
  database->write(actor, "Undo.", [&](Write& write) { undone = undo_import(write, {1}); });
  EXPECT_EQ(undone.referred_to, Lines{"product PX"});
  EXPECT_EQ(undone.removed, 1);
  // Its page goes on saying so, by the name that what stayed has then.
  const auto kept =
      database->read(actor, [](const Read& read) { return undone_of(read, *read.find(Id<Import>{1})); });
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->referred_to, Lines{"product PX"});
  EXPECT_EQ(kept->removed, 1);
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CampaignsTest, AChannelOfAnotherNameIsFoundByItUnlessItIsGone) {
  database->write(actor, "Add.", [](Write& write) {
    auto channel = *campaign::find_channel(write, "Trade show");
    channel.other_names = "Messe, Expo";
    write.update(channel);
  });
  const auto plan = write_file(
      "plan.csv", "campaign,channel,start\nHannover,MESSE,2026-04-20\nChicago,Tade show,2026-05-20\n");
  EXPECT_EQ(run({plan}), 1);
  EXPECT_NE(said.find("looks like the channel \"Trade show\""), std::string::npos) << said;
  ImportOptions merging;
  merging.answers.merges = {{"Tade show", "Trade show"}};
  EXPECT_EQ(run({plan}, merging), 0) << said;
  EXPECT_EQ(lines(campaigns),
            (Lines{"|Hannover|Trade show|marketing|49|-1|-1|", "|Chicago|Trade show|marketing|79|-1|-1|"}));
  EXPECT_EQ(lines(channels), Lines{});
  database->write(actor, "Delete.", [](Write& write) {
    for (const std::int64_t id : {1, 2}) write.remove(Id<campaign::Campaign>{id});
    write.remove(campaign::find_channel(write, "Messe")->id);
  });
  EXPECT_EQ(run({plan}), 0) << said;
  EXPECT_EQ(lines(channels), (Lines{"MESSE|other|marketing|CRM", "Tade show|trade_show|marketing|CRM"}));
  EXPECT_EQ(violations(), Lines{});
}

}  // namespace
}  // namespace accord::importing
