// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "action/action.hpp"
#include "app/checks.hpp"
#include "app/subjects.hpp"
#include "base/json.hpp"
#include "funnel/funnel.hpp"
#include "gap/gap.hpp"
#include "people/people_store.hpp"
#include "people/secret.hpp"
#include "review/review.hpp"
#include "tests/world.hpp"

namespace accord::app {
namespace {

constexpr const char* a_monday = "2026-11-23T15:00:00Z";

/// A demo company of a seed, as of a moment.
struct Made {
  explicit Made(std::uint64_t seed = 1, const char* at = a_monday)
      : clock(*parse_instant(at)), database(folder.file("demo.db"), schemas(), clock) {
    make_demo(database, {clock, seed});
  }
  template <class F>
  auto read(F&& use) {
    return database.read(Actor{}, use);
  }

  tests::TemporaryFolder folder;
  SetClock clock;
  Database database;
};

Made& made() {
  static Made company;
  return company;
}

template <class T>
std::vector<T> all(const Read& read, std::vector<std::pair<std::string, std::string>> filters = {}) {
  filters.emplace_back("limit", "50000");
  return list<T>(read, {filters, 50'000}).items;
}

template <class T>
std::string text_of(const Read& read) {
  std::string text;
  for (const auto& item : all<T>(read)) text += json::serialize(to_json(item)) + "\n";
  return text;
}

/// Everything that a reader can see of it.
std::string text_of(Made& company) {
  return company.read([](const Read& read) {
    const auto agenda = review::agenda(read, review::offered_day(read));
    return text_of<people::Person>(read) + text_of<territory::Territory>(read) +
           text_of<product::Product>(read) + text_of<account::Account>(read) +
           text_of<account::Contact>(read) + text_of<funnel::OpportunityRow>(read) +
           text_of<fact::ActivityRow>(read) + text_of<review::ReviewRow>(read) +
           text_of<action::ActionRow>(read) + json::serialize(to_json(agenda));
  });
}

TEST(DemoCompany, IsTheSameForTheSameSeedAndAnotherForAnother) {
  Made again(1), other(2);
  const auto text = text_of(made());
  EXPECT_TRUE(text == text_of(again)) << "the same seed made another company";
  EXPECT_FALSE(text == text_of(other)) << "another seed made the same company";
}

TEST(DemoCompany, IsAsLargeAsItIsSaidToBe) {
  made().read([](const Read& read) {
    EXPECT_EQ(all<people::Person>(read).size(), 60U);
    EXPECT_EQ(all<territory::Territory>(read).size(), 6U);
    EXPECT_EQ(all<product::Product>(read).size(), 12U);
    EXPECT_EQ(all<account::Account>(read).size(), 400U);
    EXPECT_EQ(all<funnel::Opportunity>(read).size(), 3'000U);
    return 0;
  });
}

/// Early on too few have closed in each stage, so the rate of all journeys stands in for the stage's own;
/// before that nothing is known.
TEST(DemoCompany, EachWeekOfItsTwoYearsCanBeReviewed) {
  std::set<std::string> rates;
  made().read([&](const Read& read) {
    const Day last = review::offered_day(read);
    for (Day day = last + -728; day <= last; day = day + 7) {
      for (const auto& gap : gap::find_all(read, installed_subjects(), day)->gaps) {
        for (const auto& input : gap.stake.inputs) {
          if (!input.name.starts_with("win rate ") || !input.name.ends_with(": closed")) continue;
          rates.insert(input.name);
          EXPECT_GE(input.number.value_or(0), 30) << to_string(day) << " " << gap.code << " " << gap.about;
        }
      }
    }
    return 0;
  });
  EXPECT_TRUE(rates.contains("win rate of all journeys: closed"));
  EXPECT_TRUE(rates.contains("win rate of those that stood in Proposal: closed"));
}

TEST(DemoCompany, WinsAboutEveryFifthAndNotEverywhereAlike) {
  made().read([](const Read& read) {
    const auto rate = [&](std::vector<std::pair<std::string, std::string>> filters) {
      const auto closed = all<funnel::Opportunity>(read, std::move(filters));
      const auto count = [&](auto outcome) {
        return static_cast<double>(std::ranges::count(closed, outcome, &funnel::Opportunity::outcome));
      };
      return 100 * count(funnel::Outcome::won) / (count(funnel::Outcome::won) + count(funnel::Outcome::lost));
    };
    EXPECT_NEAR(rate({}), 22, 4);
    EXPECT_GT(rate({{"source", "Existing customer"}}), 2 * rate({{"source", "Advertisement"}}));
    return 0;
  });
}

TEST(DemoCompany, ShowsEveryKindOfGapOnWhicheverDayItIsMade) {
  for (const auto* at : {a_monday, "2026-11-28T04:00:00Z", "2027-01-01T23:00:00Z", "2026-08-12T12:30:00Z"}) {
    Made company(1, at);
    company.read([&](const Read& read) {
      std::set<std::string> codes;
      for (const auto& gap : review::agenda(read, review::offered_day(read)).items) codes.insert(gap.code);
      for (const auto* subject : subjects()) {
        for (const auto* finder : subject->gaps)
          EXPECT_TRUE(codes.contains(std::string(finder->code))) << finder->code << " is missing at " << at;
      }
      return 0;
    });
  }
}

TEST(DemoCompany, LosesLeadsAtTheHandoffMostOfAllInTheSouth) {
  made().read([](const Read& read) {
    const auto agenda = review::agenda(read, review::offered_day(read));
    const auto gap = std::ranges::find_if(agenda.items, [](const gap::Gap& one) {
      return one.code == "opportunity_unworked" && one.about == "Marketing qualified";
    });
    EXPECT_TRUE(gap != agenda.items.end());
    if (gap == agenda.items.end()) return 0;
    EXPECT_NEAR(static_cast<double>(gap->count), 140, 20);
    EXPECT_EQ(gap->mover, gap::Mover::sales);
    EXPECT_TRUE(gap->stake.money.has_value());
    std::map<std::string, int> by_place;
    for (const auto& lead : all<funnel::OpportunityRow>(read, {{"stage", "MQL"}}))
      ++by_place[lead.territory_name];
    for (const auto& [place, count] : by_place) EXPECT_LE(count, by_place["South"]) << place;
    return 0;
  });
}

TEST(DemoCompany, TellsWhatTheLastReviewPromisedAndWhatMoved) {
  made().read([](const Read& read) {
    const auto agenda = review::agenda(read, review::offered_day(read));
    EXPECT_EQ(all<review::ReviewRow>(read).size(), 2U);
    EXPECT_TRUE(std::ranges::any_of(agenda.promised,
                                    [](const auto& one) { return one.done_on && !one.moved.empty(); }));
    EXPECT_TRUE(std::ranges::any_of(agenda.promised, [](const auto& one) { return one.is_overdue; }));
    EXPECT_TRUE(std::ranges::any_of(agenda.promised,
                                    [](const auto& one) { return !one.done_on && !one.is_overdue; }));
    EXPECT_FALSE(agenda.is_data_old);
    return 0;
  });
}

TEST(DemoCompany, HoldsItsInvariants) {
  made().read([](const Read& read) {
    for (const auto& checked : run_checks(read, subjects())) {
      for (const auto& violation : checked.violations)
        ADD_FAILURE() << checked.check->name << ": " << violation;
    }
    return 0;
  });
}

TEST(DemoCompany, LetsOneOfEachRoleSignIn) {
  made().read([](const Read& read) {
    std::set<Role> roles;
    for (const auto* name : {"maria", "sam", "karl", "ines", "lena", "arthur", "fiona", "ada"}) {
      const auto person = people::find_by_email(read, std::string(name) + "@demo.example");
      EXPECT_TRUE(person.has_value()) << name;
      if (!person) continue;
      roles.insert(person->role);
      const auto hash = people::password_hash_of(read, person->id);
      EXPECT_TRUE(hash && people::is_password(*hash, std::string(demo_password))) << name;
    }
    EXPECT_EQ(roles.size(), static_cast<std::size_t>(role_count));
    return 0;
  });
}

TEST(DemoCompany, KeepsWhenThingsWereDone) {
  made().read([](const Read& read) {
    for (const auto& activity : all<fact::ActivityRow>(read)) {
      EXPECT_LE(activity.at, read.now());
      const bool is_moment = activity.precision == fact::Precision::moment;
      const Day day = is_moment ? day_in(activity.at, "America/Chicago") : day_of(activity.at);
      EXPECT_LT(weekday(day), 5) << to_string(activity.at);
    }
    return 0;
  });
}

}  // namespace
}  // namespace accord::app
