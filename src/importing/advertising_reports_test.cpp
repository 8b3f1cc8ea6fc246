// SPDX-License-Identifier: Apache-2.0
// Reports of advertising platforms as those write them: headers, preambles and totals are theirs, the rows
// made up.
#include "campaign/campaign.hpp"
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

/// Days are counted from 2 March 2026, which is 0.
const Sql spend{
    "SELECT s.system || '|' || (s.day - 20514) || '|' || COALESCE(c.name, '') || '|' || COALESCE(c.key, '') "
    "|| "
    "'|' || s.side || '|' || s.kind || '|' || s.amount_minor || s.amount_currency FROM spend_standing s "
    "LEFT JOIN campaign c ON c.id = s.campaign ORDER BY s.day, c.name, s.id"};

const Sql channels{
    "SELECT COALESCE(c.name, '') || '|' || COALESCE(h.name, '') || '|' || COALESCE(k.name, '') || '|' || "
    "COALESCE(k.kind, "
    "'') || '|' || COALESCE(k.system, '') || '|' || COALESCE(c.budget_minor, -1) FROM spend_standing s LEFT "
    "JOIN campaign c ON "
    "c.id = s.campaign LEFT JOIN channel h ON h.id = s.channel LEFT JOIN channel k ON k.id = c.channel ORDER "
    "BY s.day, "
    "c.name, s.id"};
const Sql notes{
    "SELECT (day - 20514) || '|' || amount_minor || '|' || note FROM spend_standing ORDER BY day, id"};
using Lines = std::vector<std::string>;

class AdvertisingReportsTest : public ImportFixture {
 protected:
  /// Without being told anything, and again without effect.
  Lines spent(const std::string& name, const std::string& text) {
    const auto file = write_file(name, text);
    EXPECT_EQ(run({file}), 0) << said;
    EXPECT_EQ(run({file}), 0) << said;
    EXPECT_NE(said.find("changes nothing"), std::string::npos) << said;
    EXPECT_EQ(violations(), Lines{});
    Lines found;
    database->read(actor, [&](const Read& read) {
      read.each(spend, {}, [&](const accord::Row& row) { found.emplace_back(row.text(0)); });
    });
    return found;
  }
};

const std::string meta_header =
    "\xEF\xBB\xBFReporting starts,Reporting ends,Campaign name,Campaign ID,Day,Amount spent "
    "(USD),Impressions,"
    "Link clicks,Clicks (all),Results\n";

TEST_F(AdvertisingReportsTest, Meta) {
  EXPECT_EQ(
      spent("Campaigns.csv", meta_header +
                                 "2026-03-01,2026-03-31,Spring leads,6021,2026-03-02,123.45,900,12,15,3\n"
                                 "2026-03-01,2026-03-31,Brand,6022,2026-03-02,10.00,100,1,2,\n"
                                 "2026-03-01,2026-03-31,Spring leads,6021,2026-03-03,20.00,100,1,2,\n"
                                 "2026-03-01,2026-03-31,,,,153.45,1100,14,19,3\n"),
      (Lines{"Meta|0|Brand|6022|marketing|media|1000USD", "Meta|0|Spring leads|6021|marketing|media|12345USD",
             "Meta|1|Spring leads|6021|marketing|media|2000USD"}));
}

TEST_F(AdvertisingReportsTest, MetaSaysTotalInPlaceOfACampaign) {
  EXPECT_EQ(
      spent("Campaigns.csv", meta_header + "2026-03-01,2026-03-31,Total,,,10.00,100,1,2,\n"
                                           "2026-03-01,2026-03-31,Brand,6022,2026-03-02,10.00,100,1,2,\n"),
      Lines{"Meta|0|Brand|6022|marketing|media|1000USD"});
}

TEST_F(AdvertisingReportsTest, MetaWithoutDaysStandsOnTheFirst) {
  EXPECT_EQ(spent("Campaigns.csv",
                  "Reporting starts,Reporting ends,Campaign name,Campaign ID,Amount spent (EUR),Impressions\n"
                  "2026-03-02,2026-03-31,Brand,6022,10.00,100\n2026-03-02,2026-03-31,,,10.00,100\n"),
            Lines{"Meta|0|Brand|6022|marketing|media|1000EUR"});
}

/// ASCII as UTF-16, little end first.
std::string utf16(const std::string& text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) {
    bytes += c;
    bytes += '\0';
  }
  return bytes;
}

TEST_F(AdvertisingReportsTest, GoogleAds) {
  EXPECT_EQ(spent("Campaign report.csv",
                  utf16("Campaign report\nMarch 2, 2026 - March 3, 2026\n"
                        "Campaign status\tCampaign\tCampaign ID\tDay\tCurrency code\tCost\tImpr.\tClicks\n"
                        "Enabled\tSearch brand\t771\t2026-03-02\tUSD\t\"1,234.56\"\t\"1,200\"\t33\n"
                        "Enabled\tSearch generic\t772\t2026-03-03\tUSD\t10.00\t--\t3\n"
                        "Total: Campaigns\t--\t--\t--\tUSD\t\"1,244.56\"\t\"1,300\"\t36\n"
                        "Total: Account\t--\t--\t--\tUSD\t\"1,244.56\"\t\"1,300\"\t36\n")),
            (Lines{"Google Ads|0|Search brand|771|marketing|media|123456USD",
                   "Google Ads|1|Search generic|772|marketing|media|1000USD"}));
}

/// Its list of campaigns beside a budget of a day, with what they cost in the days that stand above it.
const std::string google_budgets =
    "Campaign status\tCampaign\tBudget\tBudget type\tCurrency code\tStatus\tImpr.\tClicks\tCost\n"
    "Enabled\tSearch brand\t50.00\tDaily\tUSD\tEligible\t\"1,200\"\t33\t\"1,234.56\"\n"
    "Enabled\tSearch generic\t20.00\tDaily\tUSD\tEligible\t--\t3\t10.00\n"
    "Total: Campaigns\t--\t--\t--\tUSD\t--\t\"1,300\"\t36\t\"1,244.56\"\n";

TEST_F(AdvertisingReportsTest, GoogleWithBudgetsAndWithoutDaysIsSpendOfTheDaysAboveIt) {
  EXPECT_EQ(spent("Campaign report.csv",
                  utf16("Campaign report\nMarch 2, 2026 - March 31, 2026\n" + google_budgets)),
            (Lines{"Google Ads|0|Search brand||marketing|media|123456USD",
                   "Google Ads|0|Search generic||marketing|media|1000USD"}));
  EXPECT_EQ(lines(notes), (Lines{"0|123456|Reported for 2 March 2026 to 31 March 2026",
                                 "0|1000|Reported for 2 March 2026 to 31 March 2026"}));
  EXPECT_EQ(lines(channels), (Lines{"Search brand|Google Ads|Google Ads|advertising||-1",
                                    "Search generic|Google Ads|Google Ads|advertising||-1"}));
}

/// The next month's has the same headers, and days of its own.
TEST_F(AdvertisingReportsTest, TheDaysOfAReportAreNotThoseOfTheNext) {
  for (const char* days : {"March 2, 2026 - March 31, 2026", "1 April 2026 - 30 April 2026",
                           "Date range: 2026-05-01 to 2026-05-31"})
    EXPECT_EQ(
        run({write_file("r.csv", utf16("Campaign report\n" + std::string(days) + "\n" + google_budgets))}), 0)
        << said;
  EXPECT_EQ(lines(notes).size(), 6U);
  EXPECT_EQ(lines(notes)[2], "30|123456|Reported for 1 April 2026 to 30 April 2026");
  EXPECT_EQ(lines(notes)[4], "60|123456|Reported for 1 May 2026 to 31 May 2026");
}

TEST_F(AdvertisingReportsTest, WithoutDaysAnywhereItIsNoListOfCampaigns) {
  EXPECT_EQ(run({write_file("r.csv", utf16("Campaign report\nAll time\n" + google_budgets))}), 2) << said;
  EXPECT_NE(said.find("Spend come nearest"), std::string::npos) << said;
  EXPECT_NE(said.find("need Day or First day or Period"), std::string::npos) << said;
  ImportOptions told;
  told.target = "spend";
  told.answers.constants = {{"period", "2026-03"}};
  EXPECT_EQ(run({write_file("r.csv", utf16("Campaign report\nAll time\n" + google_budgets))}, told), 0)
      << said;
  EXPECT_EQ(lines(notes)[0], "-1|123456|Reported for 1 March 2026 to 31 March 2026");
}

TEST_F(AdvertisingReportsTest, LinkedInWithoutDaysIsOfThoseAboveIt) {
  for (const char* above : {"Report Start: March 2, 2026, 12:00 AM\nReport End: March 12, 2026, 11:59 "
                            "PM\nDate Generated: March 20, 2026\n",
                            "Report Start: 3/2/2026\nReport End: 3/12/2026 (UTC)\n"}) {
    const auto file = write_file("campaign_performance.csv",
                                 "Campaign Performance Report (in UTC)\n" + std::string(above) +
                                     "\nAccount Name,Campaign Group Name,Campaign Name,Campaign ID,Currency,"
                                     "Total Spent,Impressions,Clicks\n"
                                     "Kestrel Ads,Spring,Engineers,91,EUR,55.50,900,12\n"
                                     "Total,,,,,55.50,900,12\n");
    EXPECT_EQ(run({file}), 0) << said;
    EXPECT_EQ(lines(notes), Lines{"0|5550|Reported for 2 March 2026 to 12 March 2026"});
  }
  EXPECT_EQ(lines(channels), Lines{"Engineers|LinkedIn Ads|LinkedIn Ads|advertising||-1"});
}

/// A firm's own channel is taken by the names that such channels have; what somebody said of a campaign
/// stands.
TEST_F(AdvertisingReportsTest, AChannelThatIsThereIsTaken) {
  EXPECT_EQ(run({write_file("campaigns.csv",
                            "campaign,channel,start,end\nLaunch,Paid search,2026-03-01,2026-04-30\n")}),
            0)
      << said;
  const std::string day =
      "Campaign report\nMarch 2, 2026 - March 3, 2026\n"
      "Campaign status\tCampaign\tDay\tCurrency code\tCost\tImpr.\tClicks\n";
  EXPECT_EQ(run({write_file("r.csv", utf16(day + "Enabled\tBrand\t2026-03-02\tUSD\t5.00\t1\t1\n"))}), 0)
      << said;
  EXPECT_EQ(lines(channels), Lines{"Brand|Paid search|Paid search|advertising|CRM|-1"});
  database->write(actor, "Move it.", [&](Write& write) {
    auto brand = *campaign::find_by_name(write, "Brand");
    brand.channel = campaign::find_channel(write, "Web")->id;
    write.update(brand);
  });
  EXPECT_EQ(run({write_file("r.csv", utf16(day + "Enabled\tBrand\t2026-03-02\tUSD\t6.00\t1\t1\n"))}), 0)
      << said;
  EXPECT_EQ(lines(channels), Lines{"Brand|Web|Web|web||-1"});
}

/// The month stands first, though no day here tells.
TEST_F(AdvertisingReportsTest, LinkedIn) {
  EXPECT_EQ(spent("campaign_performance.csv",
                  "Campaign Performance Report (in UTC)\nReport Start: 3/1/2026\nReport End: 3/12/2026\n\n"
                  "Start Date (in UTC),Account Name,Campaign Group Name,Campaign Name,Campaign ID,Currency,"
                  "Total Spent,Impressions,Clicks\n"
                  "3/2/2026,Kestrel Ads,Spring,Engineers,91,EUR,55.50,900,12\n"
                  "3/4/2026,Kestrel Ads,Spring,Engineers,91,EUR,44.50,800,9\n"
                  "Total,,,,,,100.00,1700,21\n"),
            (Lines{"LinkedIn|0|Engineers|91|marketing|media|5550EUR",
                   "LinkedIn|2|Engineers|91|marketing|media|4450EUR"}));
}

/// What a firm's own list leaves without a campaign is no sum of the others.
TEST_F(AdvertisingReportsTest, MoneyWithoutACampaignIsNoTotal) {
  EXPECT_EQ(spent("list.csv",
                  "date,campaign,side,spend\n2026-03-02,Brand,marketing,US$5.00\n"
                  "2026-03-02,,marketing,US$7.00\n"),
            (Lines{"CRM|0|||marketing|other|700USD", "CRM|0|Brand||marketing|other|500USD"}));
}

TEST_F(AdvertisingReportsTest, TheTemplateOfAttributionTools) {
  EXPECT_EQ(spent("template.csv",
                  "DATE,CHANNEL,SOURCE,CAMPAIGN,SPEND\n2026-03-02,E-mail,Letter,Spring,€12.50\n"
                  "2026-03-02,E-mail,Letter,,€7.50\n"),
            (Lines{"CRM|0|||marketing|media|750EUR", "CRM|0|Spring||marketing|media|1250EUR"}));
}

}  // namespace
}  // namespace accord::importing
