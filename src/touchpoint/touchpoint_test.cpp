// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touchpoint.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/facts.hpp"

namespace accord::touchpoint {
namespace {

using campaign::ChannelKind;

campaign::Channel channel(ChannelKind kind, std::string name = "") {
  campaign::Channel channel;
  channel.kind = kind;
  channel.name = std::move(name);
  return channel;
}

TEST(TouchKindOn, IsWhatHappensOnSuchChannels) {
  EXPECT_EQ(kind_on(channel(ChannelKind::advertising)), TouchKind::advertisement);
  EXPECT_EQ(kind_on(channel(ChannelKind::promotion)), TouchKind::promotion);
  EXPECT_EQ(kind_on(channel(ChannelKind::direct_mail)), TouchKind::mail);
  EXPECT_EQ(kind_on(channel(ChannelKind::telemarketing)), TouchKind::call);
  EXPECT_EQ(kind_on(channel(ChannelKind::trade_show)), TouchKind::scan);
  EXPECT_EQ(kind_on(channel(ChannelKind::email)), TouchKind::email);
  EXPECT_EQ(kind_on(channel(ChannelKind::web)), TouchKind::web_visit);
  EXPECT_EQ(kind_on(channel(ChannelKind::other)), TouchKind::other);
}

TEST(TouchKindOn, TellsChannelsOfSalesApartByTheirNames) {
  EXPECT_EQ(kind_on(channel(ChannelKind::sales, "rep_call")), TouchKind::call);
  EXPECT_EQ(kind_on(channel(ChannelKind::sales, "Rep visit")), TouchKind::visit);
  EXPECT_EQ(kind_on(channel(ChannelKind::sales, "DEMO")), TouchKind::demo);
  EXPECT_EQ(kind_on(channel(ChannelKind::sales, "Dinner")), TouchKind::meeting);
}

/// Acme's touchpoints come first, by time, activities after what came in at the same moment.
TEST(Touches, AreGroupedByAccountAndSortedByTime) {
  tests::Facts facts;
  account::Account acme, bolt;
  acme.name = "Acme";
  bolt.name = "Bolt";
  acme.territory = Id<territory::Territory>{1};
  bolt.territory = Id<territory::Territory>{2};
  const auto at = [](int hour) { return Instant{start_of(*parse_day("2026-02-02")).ms + hour * 3'600'000}; };
  facts.database().write(Actor{}, "Begin.", [&](Write& write) {
    write.insert(acme);
    write.insert(bolt);
    for (const auto& [account, hour] : {std::pair(&bolt, 1), std::pair(&acme, 9), std::pair(&acme, 3)}) {
      Touchpoint touch;
      touch.at = at(hour);
      touch.account = account->id;
      touch.side = Side::marketing;
      write.append(touch);
    }
    for (const auto kind : {fact::ActivityKind::note, fact::ActivityKind::visit}) {
      fact::Activity activity;
      activity.at = at(3);
      activity.account = acme.id;
      activity.kind = kind;
      activity.side = Side::sales;
      write.append(activity);
    }
  });
  const auto seen_by = [&](std::int64_t territory) {
    Actor actor;
    if (territory != 0) actor.territory = territory;
    return facts.database().read(actor, [](const Read& read) {
      std::vector<Touch> seen;
      touches(read)->each([&](const auto& columns, std::size_t i) { seen.push_back(columns[i]); });
      return seen;
    });
  };
  const auto all = seen_by(0);
  ASSERT_EQ(all.size(), 4U) << "a note is no touchpoint";
  EXPECT_EQ(all[0].at, at(3));
  EXPECT_EQ(all[0].side, Side::marketing);
  EXPECT_EQ(all[1].at, at(3));
  EXPECT_EQ(all[1].side, Side::sales);
  EXPECT_EQ(all[2].at, at(9));
  EXPECT_EQ(all[3].account, bolt.id.number);
  ASSERT_EQ(seen_by(2).size(), 1U);
  EXPECT_EQ(seen_by(2)[0].account, bolt.id.number);
}

/// What is read by its own number is what the view says, which the list in another order goes through: of
/// every kind that is logged, with a channel for some of them, and after a channel got another kind's name.
TEST(LoggedTouchpoints, AreReadByTheirNumbersAsTheViewHasThem) {
  tests::Facts facts;
  auto visits = channel(ChannelKind::sales, "Sales visit"),
       phone = channel(ChannelKind::telemarketing, "Call");
  visits.other_names = "Visit, Demo";
  campaign::Campaign letters;
  letters.name = "Letters";
  account::Account acme;
  acme.name = "Acme";
  facts.database().write(Actor{}, "Begin.", [&](Write& write) {
    for (const auto& usual : campaign::every_channel(write)) write.remove(usual.id);
    write.insert(visits);
    write.insert(phone);
    write.insert(acme);
    letters.channel = phone.id;
    write.insert(letters);
    for (std::size_t kind = 0; kind < choices_of<fact::ActivityKind>.size(); ++kind) {
      fact::Activity activity;
      activity.at = {static_cast<std::int64_t>(kind) * 1'000};
      activity.account = acme.id;
      activity.kind = static_cast<fact::ActivityKind>(kind);
      activity.side = Side::sales;
      write.append(activity);
      activity.campaign = letters.id;
      write.append(activity);
    }
  });
  const auto channels_in = [&](const char* order) {
    return facts.database().read(Actor{}, [&](const Read& read) {
      std::map<std::string, std::string> channels;
      for (const auto& row : list_touchpoints(read, {{{"order", order}}, {}}).items)
        channels[std::string(accord::name_of(row.kind)) + (row.campaign ? " for " : "") + row.campaign_name] =
            row.channel_name + (row.channel ? "" : " (none)") + " of " + row.account_name;
      return channels;
    });
  };
  const std::map<std::string, std::string> wanted{{"call", "Call of Acme"},
                                                  {"email", " (none) of Acme"},
                                                  {"meeting", " (none) of Acme"},
                                                  {"visit", "Sales visit of Acme"},
                                                  {"demo", "Sales visit of Acme"},
                                                  {"call for Letters", "Call of Acme"},
                                                  {"email for Letters", "Call of Acme"},
                                                  {"meeting for Letters", "Call of Acme"},
                                                  {"visit for Letters", "Sales visit of Acme"},
                                                  {"demo for Letters", "Sales visit of Acme"}};
  EXPECT_EQ(channels_in("at"), wanted);
  EXPECT_EQ(channels_in("kind"), wanted);
  facts.database().write(Actor{}, "Rename.", [&](Write& write) {
    visits.other_names = "Visit, Email";
    write.update(visits);
  });
  const auto renamed = channels_in("at");
  EXPECT_EQ(renamed.at("email"), "Sales visit of Acme");
  EXPECT_EQ(renamed.at("demo"), " (none) of Acme");
  EXPECT_EQ(renamed.at("demo for Letters"), "Call of Acme") << "where no channel goes by it, the campaign's";
  EXPECT_EQ(channels_in("kind"), renamed);
}

}  // namespace
}  // namespace accord::touchpoint
