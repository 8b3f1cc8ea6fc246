// SPDX-License-Identifier: Apache-2.0
// Reports of advertising platforms as those write them: headers, preambles and totals are theirs, the rows
// made up.
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
