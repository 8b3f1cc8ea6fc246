// SPDX-License-Identifier: Apache-2.0
// Days are the company's: what a touchpoint is before, how old it is and into which month it falls, against a
// walk over the facts with zones that are worked out by hand.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "funnel/funnel.hpp"
#include "order/order_store.hpp"
#include "roi/roi_journeys.hpp"
#include "roi/roi_lines.hpp"
#include "roi/roi_met.hpp"
#include "roi/roi_report.hpp"
#include "tests/roi_fixture.hpp"

namespace accord::roi {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

/// Tokyo is nine hours ahead; Chicago six behind, five from the second Sunday of March, 8:00 UTC, to the
/// first of November, 7:00 UTC.
std::int64_t clock_in(const std::string& zone, std::int64_t ms) {
  if (zone == "Asia/Tokyo") return ms + 9 * hour_ms;
  if (zone == "UTC") return ms;
  const auto summer = parse_instant("2026-03-08T08:00:00Z")->ms,
             winter = parse_instant("2026-11-01T07:00:00Z")->ms;
  return ms - (ms >= summer && ms < winter ? 5 : 6) * hour_ms;
}

struct Met {
  std::int64_t at = 0;
  bool is_of_a_day = false;
  std::size_t channel = 0;
};
struct Ordered {
  std::int64_t at = 0, minor = 0;
  bool is_of_a_day = false;
};
struct Customer {
  std::vector<Met> touches;
  std::vector<Ordered> orders;
};

class RoiDaysTest : public tests::RoiTest {
 protected:
  void in_zone(const std::string& zone) {
    make_company();
    move_to(zone);
  }
  void move_to(const std::string& zone) {
    write([&](Write& write) {
      auto company = *people::find_company(write);
      company.time_zone = zone;
      write.update(company);
    });
  }
  void met(Id<account::Account> account, std::int64_t at, bool is_of_a_day, Id<campaign::Channel> channel) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = account;
    touchpoint.at = {at};
    touchpoint.precision = is_of_a_day ? fact::Precision::day : fact::Precision::moment;
    touchpoint.channel = channel;
    touchpoint.side = Side::marketing;
    write([&](Write& write) { write.append(touchpoint); });
  }
  void met_on(Id<account::Account> account, const char* on, Id<campaign::Channel> channel) {
    met(account, start_of(day(on)).ms, true, channel);
  }
  void ordered(Id<account::Account> account, std::int64_t at, bool is_of_a_day, std::int64_t minor) {
    order::OrderLine line;
    line.account = account;
    line.at = {at};
    line.precision = is_of_a_day ? fact::Precision::day : fact::Precision::moment;
    line.revenue = {minor, tests::usd};
    write([&](Write& write) { write.append(line); });
  }
  std::int64_t revenue(const Question& question, Key key) {
    return reading([&](const Read& read) {
      const auto lines = lines_of(read, question);
      const auto found = lines->by_key.find(key);
      return found == lines->by_key.end() ? 0 : found->second.revenue;
    });
  }
  std::int64_t touchpoints(const Question& question, Key key) {
    return reading([&](const Read& read) {
      const auto lines = lines_of(read, question);
      const auto found = lines->by_key.find(key);
      return found == lines->by_key.end() ? 0 : found->second.touchpoints;
    });
  }
  std::int64_t listed(const char* from, const char* until) {
    return reading([&](const Read& read) {
      return touchpoint::list_touchpoints(read, {{{"at_from", from}, {"at_to", until}}, {}}).total;
    });
  }
  /// The same list, chosen or ordered by what the columns do not hold.
  std::int64_t listed_by_rows(const char* from, const char* until) {
    return reading([&](const Read& read) {
      const std::pair<std::string, std::string> since{"at_from", from}, to{"at_to", until};
      const auto total = touchpoint::list_touchpoints(read, {{since, to, {"system", ""}}, {}}).total;
      for (const auto& [name, text] : {std::pair("key", ""), std::pair("order", "-channel_name")})
        EXPECT_EQ(touchpoint::list_touchpoints(read, {{since, to, {name, text}}, {}}).total, total) << name;
      const std::vector<std::pair<std::string, std::string>> of_roi{since, to};
      EXPECT_EQ(touchpoints_of(read, of_2026(), everything, {of_roi, {}}).total, total)
          << "what a line's own list is narrowed to";
      return total;
    });
  }
  std::string ordered_on(const char* from, const char* until, const char* more = "kind") {
    const ListRequest request{{{"at_from", from}, {"at_to", until}, {more, *more == 'k' ? "booked" : ""}},
                              {}};
    return reading([&](const Read& read) {
      std::string text;
      for (const auto& total : order::totals_of(read, request))
        text += std::to_string(total.lines) + ":" + std::to_string(total.revenue.money->minor);
      EXPECT_EQ(order::list_orders(read, request).total, std::atoi(text.c_str()));
      return text;
    });
  }
  static Key month(int number) { return 2026 * 12 + number - 1; }
};

TEST_F(RoiDaysTest, WhatCameTheDayAfterTheOrderEarnsNothingAndMonthsTurnAtTheCompanysMidnight) {
  in_zone("Asia/Tokyo");
  const auto acme = account("Acme");
  const auto web = channel("Web"), show = channel("Trade show");
  touch(acme, "2026-11-18T23:00:00Z", show);  // 8:00 of the 19th
  touch(acme, "2026-10-31T23:00:00Z", web);   // 8:00 of the 1st of November
  touch(acme, "2026-09-30T22:00:00Z", web);   // 7:00 of the 1st of October
  order(acme, "2026-11-18", 100'000);
  EXPECT_EQ(revenue(of_2026(), web.number), 100'000);
  EXPECT_EQ(revenue(of_2026(), show.number), 0);
  const auto by_month = of_2026(Dimension::month);
  EXPECT_EQ(touchpoints(by_month, month(9)), 0);
  EXPECT_EQ(touchpoints(by_month, month(10)), 1);
  EXPECT_EQ(touchpoints(by_month, month(11)), 2);
  EXPECT_EQ(listed("2026-10-01", "2026-10-31"), 1) << "the list behind the figure counts the same days";
  EXPECT_EQ(listed("2026-11-19", "2026-11-19"), 1);
  EXPECT_EQ(listed("2026-11-18T23:00:00Z", "2026-11-18T23:00:00Z"), 1) << "a moment is that moment";
}

TEST_F(RoiDaysTest, ListsThatTheColumnsDoNotAnswerGoByTheCompanysDaysToo) {
  in_zone("Asia/Tokyo");
  const auto acme = account("Acme");
  const auto web = channel("Web");
  touch(acme, "2026-10-31T23:00:00Z", web);  // 8:00 of the 1st of November
  touch(acme, "2026-10-31T14:59:00Z", web);  // 23:59 of the 31st of October
  met_on(acme, "2026-11-01", web);           // of a day, wherever the clock stands
  EXPECT_EQ(listed_by_rows("2026-10-31", "2026-10-31"), 1);
  EXPECT_EQ(listed_by_rows("2026-11-01", "2026-11-01"), 2);
  EXPECT_EQ(listed_by_rows("2026-10-31T15:00:00Z", "2026-11-01T00:00:00Z"), 2) << "moments are moments";
}

/// Lists of journeys and of lags: what met a customer late in the evening is of that day, and what is known
/// by its day is of it on every clock.
TEST_F(RoiDaysTest, JourneysAndLagsAreChosenByTheCompanysDays) {
  in_zone("America/Chicago");
  const auto acme = account("Acme");
  const auto web = channel("Web");
  touch(acme, "2026-11-02T04:30:00Z", web);  // 22:30 of the 1st of November
  met_on(acme, "2026-11-03", web);
  order(acme, "2026-11-05", 100'000);
  const auto total = [&](std::string_view path, const std::string& field, const char* on) {
    return reading([&](const Read& read) {
      const auto route = std::ranges::find(subject.routes, path, &web::Route::path);
      web::Input input;
      input.queries = {
          {"from", "2026-01-01"}, {"until", "2026-11-23"}, {field + "_from", on}, {field + "_to", on}};
      if (path == "/roi/journeys/taken")
        input.queries.emplace_back("way", ways_in_words(read, of_2026(), std::nullopt).at(0).way);
      return route->read(read, input).as_object().at("total").as_int64();
    });
  };
  for (const auto* path : {"/roi/journeys/single", "/roi/journeys/taken"}) {
    EXPECT_EQ(total(path, "first_at", "2026-11-01"), 1) << path;
    EXPECT_EQ(total(path, "first_at", "2026-11-02"), 0) << path;
    EXPECT_EQ(total(path, "last_at", "2026-11-03"), 1) << path << " "
                                                       << "known by its day";
    EXPECT_EQ(total(path, "last_at", "2026-11-02"), 0) << path;
  }
  EXPECT_EQ(total("/roi/cohorts/lags", "first_touch_at", "2026-11-01"), 1);
  EXPECT_EQ(total("/roi/cohorts/lags", "first_touch_at", "2026-11-02"), 0);
}

TEST_F(RoiDaysTest, OrdersThatAFigureCountsAreThoseOfTheListOfItsDays) {
  in_zone("America/Chicago");
  const auto acme = account("Acme");
  ordered(acme, parse_instant("2026-12-01T05:30:00Z")->ms, false, 100);  // 23:30 of the 30th of November
  ordered(acme, parse_instant("2026-12-01T06:30:00Z")->ms, false, 10);
  ordered(acme, start_of(day("2026-12-01")).ms, true, 1);
  for (const auto* more : {"kind", "list_price", "quantity"}) {
    EXPECT_EQ(ordered_on("2026-11-30", "2026-11-30", more), "1:100") << more;
    EXPECT_EQ(ordered_on("2026-12-01", "2026-12-31", more), "2:11") << more;
  }
}

/// The day on which it was closed is the company's, and known no finer.
TEST_F(RoiDaysTest, AWonOpportunityInThePlaceOfAnOrderIsOfItsDayOnEveryClock) {
  make_company();
  write([](Write& write) {
    funnel::Opportunity opportunity;
    opportunity.name = "Four valves";
    opportunity.stage = "Closed Won";
    opportunity.outcome = funnel::Outcome::won;
    opportunity.close_on = day("2026-11-30");
    opportunity.value = Money{700, tests::usd};
    write.insert(opportunity);
  });
  for (const auto* zone : {"America/Chicago", "Asia/Tokyo", "Pacific/Apia"}) {
    move_to(zone);
    EXPECT_EQ(ordered_on("2026-11-30", "2026-11-30"), "1:700") << zone;
    EXPECT_EQ(ordered_on("2026-11-29", "2026-11-29") + ordered_on("2026-12-01", "2026-12-31"), "") << zone;
  }
}

TEST_F(RoiDaysTest, TheEveningOfTheOrdersDayIsBeforeItsEnd) {
  in_zone("America/Chicago");
  const auto acme = account("Acme");
  const auto web = channel("Web");
  touch(acme, "2026-11-19T01:30:00Z", web);  // 19:30 of the 18th
  order(acme, "2026-11-18", 100'000);
  EXPECT_EQ(revenue(of_2026(), web.number), 100'000);
  const auto shown = reading(
      [&](const Read& read) { return touchpoints_of(read, of_2026(), web.number, {}).items.at(0).at; });
  EXPECT_EQ(to_string(shown), "2026-11-19T01:30:00.000Z") << "lists show the moment itself";
}

/// 2 April is 90 days before 1 July.
TEST_F(RoiDaysTest, ALookBackOfNinetyDaysIsNinetyOfWhatIsKnownByItsDay) {
  in_zone("Asia/Tokyo");
  const auto web = channel("Web"), show = channel("Trade show");
  const auto mailed = account("Mailed"), met_then = account("Met"), late = account("Late");
  met_on(mailed, "2026-04-02", web);
  met_on(mailed, "2026-04-01", show);
  touch(met_then, "2026-04-02T01:00:00Z", web);   // 10:00 of the 2nd
  touch(met_then, "2026-04-01T14:59:00Z", show);  // 23:59 of the 1st
  order(mailed, "2026-07-01", 100);
  order(met_then, "2026-07-01", 10'000);
  met_on(late, "2026-04-01", show);
  met_on(late, "2026-04-02", web);
  ordered(late, parse_instant("2026-07-01T06:00:00Z")->ms, false, 1'000'000);
  EXPECT_EQ(revenue(of_2026(), web.number), 1'010'100);
  EXPECT_EQ(revenue(of_2026(), show.number), 0);
  const auto exact = account("Exact");
  touch(exact, "2026-04-02T05:59:59.999Z", show);
  touch(exact, "2026-04-02T06:00:00Z", web);
  ordered(exact, parse_instant("2026-07-01T06:00:00Z")->ms, false, 7);
  EXPECT_EQ(revenue(of_2026(), web.number), 1'010'107) << "between moments it is exact";
  auto own = of_2026();
  own.lookback_days = 10;
  own.lookbacks = {{web, 90}};
  EXPECT_EQ(revenue(own, web.number), 1'010'107) << "so is that of a channel of its own";
}

TEST_F(RoiDaysTest, WhatIsKeptFollowsACompanyThatMoves) {
  in_zone("UTC");
  const auto acme = account("Acme");
  const auto web = channel("Web");
  write([&](Write& write) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = acme;
    touchpoint.channel = web;
    touchpoint.side = Side::marketing;
    for (int i = 0; i < 21'000; ++i) {
      touchpoint.at = {parse_instant("2026-09-30T22:00:00Z")->ms + i};
      write.append(touchpoint);
    }
  });
  const auto by_month = of_2026(Dimension::month);
  EXPECT_EQ(touchpoints(by_month, month(9)), 21'000);
  move_to("Asia/Tokyo");
  EXPECT_EQ(touchpoints(by_month, month(9)), 0);
  EXPECT_EQ(touchpoints(by_month, month(10)), 21'000);
}

/// Facts crowd around the days on which Chicago's clocks change and around turns of months; looks back five
/// days, so that many lie just at its end.
class RoiZoneTest : public RoiDaysTest, public testing::WithParamInterface<const char*> {
 protected:
  std::int64_t any_moment() {
    static constexpr const char* around[] = {"2026-03-08", "2026-03-12", "2026-04-01", "2026-10-27",
                                             "2026-11-01"};
    for (;;) {
      const auto from = start_of(day(around[random_() % 5]) - 3).ms;
      const auto ms = from + static_cast<std::int64_t>(random_() % (6 * 96)) * 15 * 60'000;
      // In the hour that clocks show twice moments stand as they showed it.
      const auto shown = clock_in(GetParam(), ms) % ms_per_day;
      const bool is_doubled = day_of({clock_in(GetParam(), ms)}) == day("2026-11-01") && shown < 3 * hour_ms;
      if (!is_doubled) return ms;
    }
  }
  std::int64_t shown(std::int64_t at, bool is_of_a_day) const {
    return is_of_a_day ? at : clock_in(GetParam(), at);
  }
  Customer any_customer() {
    Customer one;
    std::set<std::int64_t> taken;
    const auto moment = [&](bool is_of_a_day) {
      for (;;) {
        const auto at = is_of_a_day ? start_of(day_of({any_moment()})).ms : any_moment();
        if (taken.insert(shown(at, is_of_a_day)).second) return at;
      }
    };
    for (int i = 0; i < 12; ++i) {
      const bool is_of_a_day = random_() % 4 == 0;
      one.touches.push_back({moment(is_of_a_day), is_of_a_day, random_() % 2});
    }
    for (int i = 0; i < 3; ++i) {
      const bool is_of_a_day = random_() % 3 != 0;
      one.orders.push_back(
          {moment(is_of_a_day), 100 + static_cast<std::int64_t>(random_() % 1'000), is_of_a_day});
    }
    return one;
  }

  std::mt19937 random_{20261101};
};

/// What the first, or the last, touchpoint's channel earned of the orders of some days.
std::array<std::int64_t, 2> earned(const std::string& zone, const Customer& customer, Day from, Day until,
                                   bool is_first) {
  constexpr int lookback_days = 5;
  const auto clock = [&](std::int64_t at, bool is_of_a_day) { return is_of_a_day ? at : clock_in(zone, at); };
  auto touches = customer.touches;
  auto orders = customer.orders;
  std::ranges::sort(touches, {}, [&](const Met& one) { return clock(one.at, one.is_of_a_day); });
  const auto end_of = [&](const Ordered& one) {
    return clock(one.at, one.is_of_a_day) + (one.is_of_a_day ? ms_per_day - 1 : 0);
  };
  std::ranges::sort(orders, {}, end_of);
  std::array<std::int64_t, 2> found{};
  std::int64_t before = INT64_MIN;
  for (const auto& order : orders) {
    const auto at = end_of(order);
    std::vector<Met> journey;
    for (const auto& touch : touches) {
      const auto met = clock(touch.at, touch.is_of_a_day);
      if (met <= before || met > at) continue;
      const bool is_near = order.is_of_a_day || touch.is_of_a_day
                               ? day_of({at}) - day_of({met}) <= lookback_days
                               : at - met <= lookback_days * ms_per_day;
      if (is_near || !journey.empty()) journey.push_back(touch);
    }
    before = at;
    if (journey.empty() || day_of({at}) < from || day_of({at}) > until) continue;
    found[(is_first ? journey.front() : journey.back()).channel] += order.minor;
  }
  return found;
}

TEST_P(RoiZoneTest, CreditAndCountsAreThoseOfAWalkOverTheFacts) {
  in_zone(GetParam());
  const std::array channels{channel("Web"), channel("Trade show")};
  std::vector<Customer> customers;
  for (int i = 0; i < 40; ++i) {
    customers.push_back(any_customer());
    const auto id = account("Customer " + std::to_string(i));
    for (const auto& one : customers.back().touches) met(id, one.at, one.is_of_a_day, channels[one.channel]);
    for (const auto& one : customers.back().orders) ordered(id, one.at, one.is_of_a_day, one.minor);
  }
  auto question = of_2026();
  question.lookback_days = 5;
  for (const auto& [from, until] :
       {std::pair("2026-03-01", "2026-11-10"), std::pair("2026-03-08", "2026-03-08"),
        std::pair("2026-03-10", "2026-03-31"), std::pair("2026-04-01", "2026-10-31"),
        std::pair("2026-11-01", "2026-11-01")}) {
    question.from = day(from);
    question.until = day(until);
    std::array<std::int64_t, 2> counts{};
    for (const auto& customer : customers) {
      for (const auto& one : customer.touches) {
        const auto on = day_of({shown(one.at, one.is_of_a_day)});
        if (question.from <= on && on <= question.until) ++counts[one.channel];
      }
    }
    EXPECT_EQ(listed(from, until), counts[0] + counts[1]) << from;
    EXPECT_EQ(listed_by_rows(from, until), counts[0] + counts[1]) << from;
    for (const auto model : {CreditModel::first_touch, CreditModel::last_touch}) {
      question.model = model;
      std::array<std::int64_t, 2> expected{};
      for (const auto& customer : customers) {
        const auto one =
            earned(GetParam(), customer, question.from, question.until, model == CreditModel::first_touch);
        expected[0] += one[0];
        expected[1] += one[1];
      }
      for (std::size_t i = 0; i < channels.size(); ++i) {
        EXPECT_EQ(revenue(question, channels[i].number), expected[i]) << from << " " << i;
        EXPECT_EQ(touchpoints(question, channels[i].number), counts[i]) << from << " " << i;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Zones, RoiZoneTest, testing::Values("Asia/Tokyo", "America/Chicago", "UTC"));

}  // namespace
}  // namespace accord::roi
