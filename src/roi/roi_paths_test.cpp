// SPDX-License-Identifier: Apache-2.0
// Whatever changes, the journeys of a question are those of the rows alone, and no money is lost on their
// ways.
#include "roi/roi_paths.hpp"

#include <gtest/gtest.h>

#include <set>

#include "roi/roi_journeys.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_ways.hpp"
#include "tests/random_facts.hpp"
#include "tests/taken_back.hpp"

namespace accord::roi {
namespace {

using tests::RandomFacts;

class RoiPathsTest : public testing::TestWithParam<unsigned>, protected RandomFacts {
 protected:
  RoiPathsTest() : RandomFacts(GetParam(), 400) {}

  Question question() {
    Question question;
    question.by = static_cast<Dimension>(pick(3));
    question.lookback_days = 10 + pick(100);
    question.from = day_of(now) - static_cast<int>(pick(300));
    question.until = day_of(now) - static_cast<int>(pick(30));
    return question;
  }

  static Actor actor_of(std::int64_t territory) {
    Actor actor;
    if (territory != 0) actor.territory = territory;
    return actor;
  }

  void expect_the_same(std::int64_t territory) {
    const auto asked = question();
    const auto actor = actor_of(territory);
    Connection rows(path(), Access::read_only);
    const Read plain(rows, actor, now);
    database().read(actor, [&](const Read& read) {
      const auto found = paths_of(read, asked), expected = paths_of(plain, asked);
      EXPECT_EQ(found->list, expected->list) << "by " << accord::name_of(asked.by);
      EXPECT_EQ(found->keys, expected->keys);
      expect_all_of_it(read, asked, found->list);
      return 0;
    });
  }

  /// Refunds of the days that take back nothing, or an order of other days; and what was wholly taken back,
  /// with what took it.
  static std::int64_t of_no_path(const Read& read, const Question& asked) {
    std::int64_t minor = 0;
    ledger(read)->each(asked, [&](const Journey& journey) {
      const auto* order = journey.takes_back;
      const bool is_of_the_days =
          order != nullptr && day_of(order->at) >= asked.from && day_of(order->at) <= asked.until;
      const auto* sold = order != nullptr ? order : journey.order;
      const bool is_nothing = sold->is_taken_back || (journey.order->is_refund && !is_of_the_days);
      if (is_nothing) minor += journey.order->revenue.minor;
    });
    return minor;
  }

  /// Orders of the days are on one path each, or on none; ways hold what paths do, and so does the flow.
  static void expect_all_of_it(const Read& read, const Question& asked, const kernels::PathList& list) {
    const auto lines = lines_of(read, asked);
    kernels::PathOutcome sum;
    for (const auto& outcome : list.outcome) {
      sum.conversions += outcome.conversions;
      sum.not_converted += outcome.not_converted;
      sum.minor += outcome.minor;
    }
    EXPECT_DOUBLE_EQ(static_cast<double>(sum.conversions), lines->attributed.orders());
    EXPECT_EQ(sum.minor + list.unattributed.minor + of_no_path(read, asked), lines->booked.revenue);
    const auto ways = ways_of(read, asked);
    EXPECT_EQ(ways->all.orders, sum.conversions);
    EXPECT_EQ(ways->all.without_order, sum.not_converted);
    EXPECT_EQ(ways->all.minor, sum.minor);
    expect_a_flow(*ways);
  }

  static bool is_end(const Stop& stop) {
    return stop.key == Stop::order || stop.key == Stop::none || stop.key == Stop::open;
  }

  /// What comes to a stop leaves it, and all journeys begin at the first step and end at the last.
  static void expect_a_flow(const Ways& ways) {
    std::map<Stop, std::int64_t> balance;
    std::uint64_t begun = 0, ended = 0;
    for (const auto& [stops, stream] : ways.streams) {
      balance[stops.first] += static_cast<std::int64_t>(stream.journeys);
      balance[stops.second] -= static_cast<std::int64_t>(stream.journeys);
      if (stops.first.step == 1) begun += stream.journeys;
      if (is_end(stops.second)) ended += stream.journeys;
      EXPECT_LT(stops.first.step, stops.second.step);
    }
    for (const auto& [stop, left] : balance) {
      if (is_end(stop) || stop.step == 1) continue;
      EXPECT_EQ(left, 0) << stop.step << " " << stop.key;
    }
    EXPECT_EQ(begun, ways.all.journeys());
    EXPECT_EQ(ended, ways.all.journeys());
  }

  /// What a walk over each account's touchpoints and orders finds that looks for the next order of each one.
  struct Counted {
    std::uint64_t failed = 0, still_open = 0, touches_past = 0;
  };
  static Counted counted(const Read& read, const Question& asked) {
    std::map<std::uint32_t, std::vector<std::int64_t>> met, ordered;
    std::set<std::int64_t> ends_of_days;
    const auto touches = touchpoint::touches(read);
    touches->each([&](const touchpoint::TouchColumns& some, std::size_t i) {
      if (some.account[i] != 0) met[some.account[i]].push_back(some.clock_ms[i]);
    });
    const auto ledger_of_all = ledger(read);
    const auto& orders = ledger_of_all->orders();
    const auto taken_back = tests::wholly_taken_back(read, orders);
    for (const auto& order : orders) {
      if (order.told.minor < 0 || taken_back.contains(order.row)) continue;
      ordered[static_cast<std::uint32_t>(order.account)].push_back(order.at.ms);
      if (order.is_of_a_day) ends_of_days.insert(order.at.ms);
    }
    const auto lookback = asked.lookback_days * kernels::ms_of_a_day;
    const auto from = start_of(asked.from).ms, end = start_of(asked.until + 1).ms;
    Counted all;
    for (auto& [account, moments] : met) {
      std::ranges::sort(moments);
      std::ranges::sort(ordered[account]);
      std::optional<std::int64_t> began, next_order;
      bool is_open = false;
      for (const auto moment : moments) {
        const auto order = std::ranges::lower_bound(ordered[account], moment);
        const auto next = order == ordered[account].end() ? std::nullopt : std::optional(*order);
        if (next != next_order) began.reset();
        next_order = next;
        const auto in_reach = [&] {
          return ends_of_days.contains(*next)
                     ? day_of(Instant{*next}) - day_of(Instant{moment}) <= asked.lookback_days
                     : *next - moment <= lookback;
        };
        if (next && in_reach()) continue;
        if (moment + lookback >= end) {
          is_open = is_open || (!next && moment < end);
          continue;
        }
        if (!began || moment - *began > lookback) {
          began = moment;
          if (moment + lookback >= from) ++all.failed;
        }
        if (*began + lookback >= from) ++all.touches_past;
      }
      if (is_open) ++all.still_open;
    }
    return all;
  }

  void expect_what_failed() {
    const auto asked = question();
    database().read(Actor{}, [&](const Read& read) {
      const auto expected = counted(read, asked);
      const auto ways = ways_of(read, asked);
      EXPECT_EQ(ways->all.without_order, expected.failed);
      EXPECT_EQ(ways->all.still_open, expected.still_open);
      std::uint64_t touches = 0;
      AskedJourneys(read, asked).each([&](const AskedJourney& journey) {
        if (journey.order == nullptr && !journey.is_open) touches += journey.touches.size();
      });
      EXPECT_EQ(touches, expected.touches_past) << "each touchpoint stands in one journey";
      auto sooner = asked, later = asked;
      sooner.until = asked.from + (asked.until - asked.from) / 2;
      later.from = sooner.until + 1;
      EXPECT_EQ(ways_of(read, sooner)->all.without_order + ways_of(read, later)->all.without_order,
                expected.failed)
          << "each journey fails on one day";
      return 0;
    });
  }

  /// Every journey is listed under its way, as often as the way says.
  void expect_the_journeys() {
    const auto asked = question();
    database().read(Actor{}, [&](const Read& read) {
      const auto rows = ways_in_words(read, asked, std::nullopt);
      for (std::size_t at = 0; at < rows.size(); at += 1 + rows.size() / 5) {
        const auto journeys = journeys_of_way(read, asked, rows[at].way);
        EXPECT_EQ(static_cast<std::int64_t>(journeys.size()), rows[at].journeys) << rows[at].name;
        const auto with_order = std::ranges::count_if(journeys, &TakenJourney::has_order);
        EXPECT_EQ(with_order, rows[at].orders) << rows[at].name;
      }
      return 0;
    });
  }
};

TEST_P(RoiPathsTest, JourneysAreThoseOfTheRows) {
  for (int step = 0; step < 24; ++step) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    pick(9) == 0 ? open() : act();
    if (step == 12) write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
    expect_the_same(step % 3);
    if (step % 6 == 0) expect_the_journeys();
    expect_what_failed();
    if (HasFailure()) return;
  }
}

/// Each column sums to what is attributed, to the minor unit, whatever the order of the chain.
TEST_P(RoiPathsTest, EveryModelAttributesTheSame) {
  for (int step = 0; step < 6; ++step) {
    act();
    ModelsQuestion asked;
    asked.question = question();
    asked.markov_order = 1 + static_cast<std::size_t>(pick(4));
    database().read(actor_of(step % 3), [&](const Read& read) {
      const auto lines = lines_of(read, asked.question);
      const auto compared = comparison_of(read, asked);
      for (const auto& column : compared->columns) {
        if (!column.why_not(Compared::revenue).empty()) continue;
        std::int64_t sum = 0;
        for (const auto& [key, credit] : column.credits) sum += credit.minor.value();
        EXPECT_EQ(sum + column.minor_unattributed, lines->booked.revenue) << accord::name_of(column.model);
      }
      return 0;
    });
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoiPathsTest, testing::Values(1U, 2U));

}  // namespace
}  // namespace accord::roi
