// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "account/account.hpp"
#include "fact/fact_store.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "tests/facts.hpp"

namespace accord::fact {
namespace {

TEST(EndOfDay, HoldsMomentsByTheCompanysClockAndDaysByTheirOwn) {
  const Day day{20'000};
  const auto end = end_of(day, "Asia/Tokyo");
  const Instant midnight_in_tokyo = instant_of({day + 1, 0}, "Asia/Tokyo");
  EXPECT_FALSE(end.holds(midnight_in_tokyo, Precision::moment));
  EXPECT_TRUE(end.holds({midnight_in_tokyo.ms - 1}, Precision::moment));
  EXPECT_TRUE(end.holds(start_of(day), Precision::day));
  EXPECT_FALSE(end.holds(start_of(day + 1), Precision::day));
  EXPECT_FALSE(end.holds(start_of(day + 1), Precision::at_least_since));
}

TEST(ActivityLog, GoesOnWithWhatComesInAndForgetsWhatIsTakenBack) {
  tests::Facts facts;
  auto& database = facts.database();
  const auto log_one = [&](std::int64_t account) {
    return database.write(Actor{}, "Log.", [&](Write& write) {
      Activity activity;
      activity.account = Id<account::Account>{account};
      activity.kind = ActivityKind::call;
      write.append(activity);
      return write.number();
    });
  };
  const auto accounts = [&] {
    return database.read(Actor{}, [](const Read& read) {
      const auto log = activity_log(read);
      std::vector<std::uint32_t> found{static_cast<std::uint32_t>(log->begun_as_of)};
      for (const auto& activity : log->activities) found.push_back(activity.account);
      return found;
    });
  };
  const auto first = log_one(11);
  const auto begun = accounts();
  ASSERT_EQ(begun.size(), 2U);
  log_one(12);
  EXPECT_EQ(accounts(), (std::vector<std::uint32_t>{begun[0], 11, 12})) << "not read again from the start";
  database.write(Actor{}, "Take back.", [&](Write& write) { write.retract_facts(first); });
  const auto read_anew = accounts();
  EXPECT_GT(read_anew[0], begun[0]);
  EXPECT_EQ(read_anew[1], 12U);
  EXPECT_EQ(read_anew.size(), 2U);
}

/// Activities whose text, person, opportunity and account each have names of their own, or none.
void log_under_names(Write& write) {
  account::Account mill{.id = {}, .name = "Öhler MILL"}, bakery{.id = {}, .name = "Bakery 100%"};
  write.insert(mill);
  write.insert(bakery);
  people::Person ada{.id = {}, .name = "Ada Miller", .email = "ada@demo.example"};
  write.insert(ada);
  funnel::Opportunity oven{.id = {}, .name = "Oven", .account = mill.id},
      scale{.id = {}, .name = "Scale for a mill"};
  write.insert(oven);
  write.insert(scale);
  for (int i = 0; i < 48; ++i) {
    Activity activity;
    activity.at = {1'000 + 37 * i % 11};
    activity.subject_line = i % 5 == 0 ? "Met at the mill_" : i % 5 == 1 ? "Ada's oven" : "";
    if (i % 3 != 0) activity.opportunity = i % 3 == 1 ? oven.id : scale.id;
    if (i % 4 < 2) activity.account = i % 4 == 0 ? mill.id : bakery.id;
    if (i % 7 == 0) activity.person = ada.id;
    write.append(activity);
  }
}

TEST(Activities, AreFoundByTheNamesThatTheirRowsShow) {
  tests::Facts facts;
  facts.database().write(Actor{}, "Log.", log_under_names);
  Actor of_north;
  of_north.territory = 1;
  std::size_t found = 0;
  for (const auto* words : {"mill", "MILL", "ada", "oven", "mill oven", "100%", "_", "bakery ada", "no"}) {
    for (const auto* order : {"id", "-at", "account_name"}) {
      for (const auto& actor : {Actor{}, of_north}) {
        facts.database().read(actor, [&](const Read& read) {
          ListRequest request{{{"q", words}, {"order", order}, {"limit", "7"}}, {}};
          for (int page = 0; page < 3; ++page) {
            const auto looked_up = list_activities(read, request), beside = list<ActivityRow>(read, request);
            found += looked_up.items.size();
            EXPECT_TRUE(
                std::ranges::equal(looked_up.items, beside.items, {}, &ActivityRow::id, &ActivityRow::id))
                << words << " by " << order;
            EXPECT_EQ(looked_up.total, beside.total) << words;
            EXPECT_EQ(looked_up.next, beside.next) << words;
            if (!looked_up.next) break;
            request.filters.emplace_back("after", *looked_up.next);
          }
          return 0;
        });
      }
    }
  }
  EXPECT_GT(found, 300U);
}

}  // namespace
}  // namespace accord::fact
