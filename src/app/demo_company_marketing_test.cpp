// SPDX-License-Identifier: Apache-2.0
// What the demo company spends, and how it meets its customers.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "campaign/campaign.hpp"
#include "order/order.hpp"
#include "people/people_store.hpp"
#include "roi/roi_cohorts_store.hpp"
#include "spend/spend.hpp"
#include "tests/demo_company_made.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::app {
namespace {

TEST(DemoCompany, KnowsWhatBothSidesSpent) {
  made().read([](const Read& read) {
    std::map<std::pair<Side, spend::SpendKind>, double> spent;
    int credit_notes = 0, without_campaign = 0;
    for (const auto& entry : all<spend::SpendRow>(read)) {
      EXPECT_LE(entry.day, people::today(read));
      spent[{entry.side, entry.kind}] += static_cast<double>(entry.amount.minor) / 100;
      credit_notes += entry.amount.minor < 0 ? 1 : 0;
      without_campaign +=
          entry.side == Side::marketing && entry.kind == spend::SpendKind::media && !entry.has_campaign ? 1
                                                                                                        : 0;
    }
    EXPECT_EQ(credit_notes, 1);
    EXPECT_GE(without_campaign, 5);
    using enum spend::SpendKind;
    for (const auto kind : {media, print, event, agency, pay})
      EXPECT_GT((spent[{Side::marketing, kind}]), 50'000) << name_of(kind);
    for (const auto kind : {pay, travel}) EXPECT_GT((spent[{Side::sales, kind}]), 500'000) << name_of(kind);
    return 0;
  });
}

std::vector<touchpoint::Touch> every_touch(const Read& read) {
  std::vector<touchpoint::Touch> touches;
  touchpoint::touches(read)->each([&](const auto& columns, std::size_t i) { touches.push_back(columns[i]); });
  return touches;
}

/// Most of what was won was reached by marketing within half a year before, and some was not.
TEST(DemoCompany, ReachedMostOfItsCustomersThroughMarketing) {
  made().read([](const Read& read) {
    const auto touches = every_touch(read);
    const auto of_marketing = std::ranges::count(touches, Side::marketing, &touchpoint::Touch::side);
    EXPECT_GT(of_marketing, 5'500);
    int won = 0, reached = 0;
    const auto orders = order::booked(read);
    for (const auto& order : *orders) {
      if (order.is_refund) continue;
      ++won;
      const Instant since{order.at.ms - 180 * ms_per_day};
      const auto found = std::ranges::any_of(touches, [&](const touchpoint::Touch& touch) {
        return touch.account == order.account && touch.side == Side::marketing && touch.row % 2 == 0 &&
               touch.at >= since && touch.at <= order.at;
      });
      reached += found ? 1 : 0;
    }
    EXPECT_NEAR(100.0 * reached / won, 90, 7);
    return 0;
  });
}

/// What is said of spend that was booked late is to be an exception that one sees: an invoice that lay about.
TEST(DemoCompany, BooksOneInvoiceLateAndAllElseInTime) {
  made().read([](const Read& read) {
    const auto late = roi::recorded_late(read);
    EXPECT_EQ(late->size(), 1U);
    for (const auto& [id, entry] : *late)
      EXPECT_EQ(read.find(Id<spend::Spend>{id})->note, "Printer’s invoice that lay about")
          << to_string(entry.recorded_on);
    return 0;
  });
}

/// Sales says for which of its own campaigns it called and went there; what else it does is for none.
TEST(DemoCompany, NamesTheCampaignsThatSalesCalledAndWentFor) {
  made().read([](const Read& read) {
    for (const auto* name :
         {"Call days: refineries", "Demo van on the West Coast", "Plant visits in the Midwest"}) {
      const auto campaign = campaign::find_by_name(read, name);
      EXPECT_TRUE(campaign.has_value()) << name;
      if (!campaign) continue;
      const auto met = [&](const touchpoint::Touch& touch) {
        return touch.campaign == static_cast<std::uint32_t>(campaign->id.number) &&
               touch.side == Side::sales && touch.row % 2 == 1;
      };
      EXPECT_GT(std::ranges::count_if(every_touch(read), met), 2) << name;
    }
    return 0;
  });
}

TEST(DemoCompany, PutsWhatSalesLogsOnChannelsOfSales) {
  made().read([](const Read& read) {
    for (const auto* name : {"Call", "Visit", "Demo", "Meeting"}) {
      const auto channel = campaign::find_channel(read, name);
      EXPECT_TRUE(channel && channel->kind == campaign::ChannelKind::sales) << name;
      if (!channel) continue;
      const auto id = static_cast<std::uint32_t>(channel->id.number);
      EXPECT_GT(std::ranges::count(every_touch(read), id, &touchpoint::Touch::channel), 100) << name;
    }
    return 0;
  });
}

}  // namespace
}  // namespace accord::app
