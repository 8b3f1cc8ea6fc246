// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "spend/spend_store.hpp"

namespace accord::spend {
namespace {

using campaign::ChannelKind;

campaign::Channel channel(ChannelKind kind, Side side = Side::marketing) {
  campaign::Channel channel;
  channel.kind = kind;
  channel.side = side;
  return channel;
}

TEST(SpendKindOn, IsWhatSuchChannelsCost) {
  EXPECT_EQ(kind_on(channel(ChannelKind::advertising)), SpendKind::media);
  EXPECT_EQ(kind_on(channel(ChannelKind::web)), SpendKind::media);
  EXPECT_EQ(kind_on(channel(ChannelKind::email)), SpendKind::media);
  EXPECT_EQ(kind_on(channel(ChannelKind::direct_mail)), SpendKind::print);
  EXPECT_EQ(kind_on(channel(ChannelKind::trade_show)), SpendKind::event);
  EXPECT_EQ(kind_on(channel(ChannelKind::telemarketing)), SpendKind::agency);
  EXPECT_EQ(kind_on(channel(ChannelKind::promotion)), SpendKind::samples);
  EXPECT_EQ(kind_on(channel(ChannelKind::sales)), SpendKind::other);
  EXPECT_EQ(kind_on(channel(ChannelKind::other)), SpendKind::other);
}

TEST(SpendSideOf, IsTheCampaignsBeforeTheChannels) {
  campaign::Campaign of_sales;
  of_sales.side = Side::sales;
  EXPECT_EQ(side_of(of_sales, channel(ChannelKind::advertising)), Side::sales);
  EXPECT_EQ(side_of({}, channel(ChannelKind::advertising)), Side::marketing);
  EXPECT_EQ(side_of({}, {}), Side::none);
}

TEST(SpendCampaignKinds, LeaveOutWhatIsForAllCampaigns) {
  const auto kinds = campaign_kinds();
  for (const auto kind : {SpendKind::pay, SpendKind::travel, SpendKind::samples, SpendKind::software})
    EXPECT_EQ(std::ranges::count(kinds, kind), 0);
  EXPECT_EQ(std::ranges::count(kinds, SpendKind::other), 1) << "a way out it would be, for either side";
}

}  // namespace
}  // namespace accord::spend
