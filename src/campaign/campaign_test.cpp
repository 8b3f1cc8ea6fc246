// SPDX-License-Identifier: Apache-2.0
#include "campaign/campaign.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "app/subjects.hpp"
#include "campaign/campaign_store.hpp"
#include "db/history.hpp"
#include "tests/world.hpp"

namespace accord::campaign {
namespace {

Day day(const char* text) { return *parse_day(text); }

TEST(ChannelNames, AreToldApartByLettersAndDigits) {
  EXPECT_EQ(plain_name("Paid Search"), "paidsearch");
  for (const auto* same : {"paid_search", " PAID-SEARCH ", "paid search.", "PaidSearch"})
    EXPECT_EQ(plain_name(same), plain_name("Paid Search")) << same;
  EXPECT_NE(plain_name("Paid Search 2"), plain_name("Paid Search"));
  EXPECT_EQ(plain_name("Messe Köln"), "messeköln");
  EXPECT_EQ(plain_name("—"), "—") << "what has no letter is itself";
  EXPECT_EQ(plain_name("!"), "!");
}

RC_GTEST_PROP(ChannelNames, StayTheSameHoweverTheyAreSpaced, ()) {
  const auto words = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<std::string>>(rc::gen::nonEmpty(rc::gen::string<std::string>())));
  std::string with_spaces, with_lines;
  for (const auto& word : words) {
    with_spaces += word + " ";
    with_lines += word + "_";
  }
  const auto has_letters = [](const std::string& text) {
    return std::ranges::any_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; });
  };
  RC_PRE(has_letters(with_spaces));
  RC_ASSERT(plain_name(with_spaces) == plain_name(with_lines));
  RC_ASSERT(plain_name(plain_name(with_spaces)) == plain_name(with_spaces));
}

TEST(ChannelNames, SuggestTheKind) {
  const std::pair<const char*, ChannelKind> known[] = {{"paid_search", ChannelKind::advertising},
                                                       {"social_ads", ChannelKind::advertising},
                                                       {"display", ChannelKind::advertising},
                                                       {"Banner Ads", ChannelKind::advertising},
                                                       {"email", ChannelKind::email},
                                                       {"E-Mail blast", ChannelKind::email},
                                                       {"direct_mail", ChannelKind::direct_mail},
                                                       {"trade_show", ChannelKind::trade_show},
                                                       {"Telesales", ChannelKind::telemarketing},
                                                       {"organic search", ChannelKind::web},
                                                       {"direct traffic", ChannelKind::web},
                                                       {"webinar", ChannelKind::web},
                                                       {"rep_call", ChannelKind::sales},
                                                       {"rep_visit", ChannelKind::sales},
                                                       {"demo", ChannelKind::sales},
                                                       {"Samples", ChannelKind::promotion},
                                                       {"Word of mouth", ChannelKind::other},
                                                       {"unknown", ChannelKind::other},
                                                       {"Adriatic partners", ChannelKind::other}};
  for (const auto& [name, kind] : known) {
    const auto channel = channel_called(name);
    EXPECT_EQ(channel.kind, kind) << name;
    EXPECT_EQ(channel.side, kind == ChannelKind::sales ? Side::sales : Side::marketing) << name;
    EXPECT_EQ(channel.is_direct, std::string_view(name) == "direct traffic") << name;
  }
}

TEST(ChannelNames, OfTheUsualOnesAreTheirOwn) {
  const auto channels = standard_channels();
  EXPECT_EQ(channels.size(), 12U);
  for (const auto& one : channels) {
    EXPECT_TRUE(goes_by(one, one.name));
    EXPECT_EQ(channel_called(one.name).kind, one.kind) << one.name;
    EXPECT_EQ(channel_called(one.name).side, one.side) << one.name;
    for (const auto& other : channels)
      EXPECT_EQ(shared_name(one, other).has_value(), &one == &other) << one.name << " and " << other.name;
  }
}

TEST(Campaigns, RunFromTheirFirstDayToTheirLast) {
  Campaign campaign;
  campaign.starts_on = day("2026-03-10");
  campaign.ends_on = day("2026-03-12");
  const auto runs = [&](const char* on) { return runs_on(campaign, day(on)); };
  EXPECT_FALSE(runs("2026-03-09"));
  EXPECT_TRUE(runs("2026-03-10"));
  EXPECT_TRUE(runs("2026-03-12"));
  EXPECT_FALSE(runs("2026-03-13"));
  campaign.ends_on.reset();
  EXPECT_TRUE(runs("2030-01-01"));
  campaign.starts_on.reset();
  EXPECT_FALSE(runs("2030-01-01"));
}

/// The list and the rule must mean the same by "running".
RC_GTEST_PROP(Campaigns, AreListedOnTheDaysOnWhichTheyRun, ()) {
  static tests::World world(tests::Start::small);
  const auto offset = rc::gen::maybe(rc::gen::inRange(0, 12));
  const Day first = day("2026-03-02");
  Campaign campaign;
  if (const auto days = *offset) campaign.starts_on = first + *days;
  if (const auto days = *offset) campaign.ends_on = first + *days;
  const Day asked = first + *rc::gen::inRange(0, 12);
  campaign.name = "Any";
  world.database().write(Actor{}, "Add.", [&](Write& write) { write.insert(campaign); });
  world.database().read(Actor{}, [&](const Read& read) {
    const ListRequest request{{{"id", std::to_string(campaign.id.number)},
                               {"starts_on_to", to_string(asked)},
                               {"last_day_from", to_string(asked)}},
                              {}};
    RC_ASSERT(list_campaigns(read, request).total == (runs_on(campaign, asked) ? 1 : 0));
    return 0;
  });
}

/// The company's file as a version before this subject left it.
TEST(Campaigns, ComeToAFileThatWasThereBefore) {
  const tests::TemporaryFolder folder;
  SetClock clock(tests::beginning());
  auto older = app::schemas();
  std::erase_if(older, [](const Schema& schema) { return schema.subject == "campaign"; });
  {
    Database database(folder.file("t.db"), older, clock);
    database.write(Actor{}, "Set up.", [](Write& write) {
      people::Company company{{}, "Kestrel", "USD", "UTC", false};
      people::found(write, company);
    });
  }
  clock.set({clock.now().ms + ms_per_day});
  for (int opened = 0; opened < 2; ++opened) {
    Database database(folder.file("t.db"), app::schemas(), clock);
    database.read(Actor{}, [&](const Read& read) {
      EXPECT_EQ(every_channel(read).size(), 12U);
      const auto changes = history(read, info_of<Channel>(), 1);
      EXPECT_EQ(changes.size(), 1U);
      EXPECT_EQ(to_string(changes.at(0).at), to_string(clock.now()));
      EXPECT_EQ(people::company(read).name, "Kestrel");
      EXPECT_EQ(find_channel(read, "mass_email")->name, "E-mail");
      EXPECT_FALSE(find_channel(read, "Word of mouth"));
      return 0;
    });
  }
}

TEST(Campaigns, AreFoundByNameAndByKey) {
  tests::World world(tests::Start::small);
  Campaign campaign;
  campaign.name = "Spring show";
  campaign.key = "701A";
  campaign.system = "Salesforce";
  campaign.territories = {{1}};
  world.database().write(Actor{}, "Add.", [&](Write& write) { write.insert(campaign); });
  Actor of_south;
  of_south.territory = 2;
  world.database().read(of_south, [&](const Read& read) {
    EXPECT_EQ(find_by_name(read, "SPRING show")->id, campaign.id);
    EXPECT_EQ(find_by_key(read, "Salesforce", "701A")->territories, campaign.territories);
    EXPECT_FALSE(find_by_key(read, "HubSpot", "701A"));
    EXPECT_FALSE(find_visible(read, campaign.id)) << "it runs in the North";
    return 0;
  });
}

}  // namespace
}  // namespace accord::campaign
