// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company.hpp"

#include "app/demo_company_history.hpp"

namespace accord::app {
namespace {

using namespace demo;

constexpr int days_of_history = 730;
/// What is added to the company throws dice of its own, so that the rest stays as it was.
constexpr std::uint64_t touch_salt = 0x7069'6f6e'7473, spend_salt = 0x6c65'6467'6572,
                        trouble_salt = 0x7175'6172'7465;

Instant at_hour(Day day, int hour) { return instant_of({day, hour * 60}, demo::time_zone); }

/// The CRM exports in the early morning of working days, so the newest fact is of the day before.
Instant last_export(Instant now) {
  const Day today = workday_before(day_in(now, demo::time_zone));
  const Instant this_morning = at_hour(today, 6);
  return this_morning <= now ? this_morning : at_hour(workday_before(today - 1), 6);
}

Calendar calendar_until(Instant now) {
  const Day today = day_in(now, demo::time_zone);
  Calendar calendar;
  calendar.end = last_export(now);
  calendar.begin = at_hour(day_in(calendar.end, demo::time_zone) - days_of_history, 9);
  calendar.karl_left = at_hour(workday_before(today - 40), 17);
  calendar.trade_show = monday_of(today) - 34;
  calendar.reviews[0] = at_hour(workday_before(today - 14), 10);
  calendar.reviews[1] = at_hour(workday_before(today - 7), 10);
  calendar.dates_asked_for = at_hour(workdays_after(day_in(calendar.reviews[1], demo::time_zone), 1), 10);
  return calendar;
}

void plan_leaving(Timeline& timeline, Database& database, const Staff& staff, Day today) {
  for (const auto& leaver : staff.leavers) {
    const Day day = workday_before(today - leaver.days_ago);
    timeline.at(at_hour(day, 17), [&database, person = leaver.person, day]() mutable {
      person.left_on = day;
      database.write(Actor{}, "Change a person.", [&](Write& write) { people::change(write, person); });
    });
  }
}

}  // namespace

Instant demo_founded(Instant now) { return {calendar_until(now).begin.ms - ms_per_day}; }

void make_demo(Database& database, const DemoOptions& options) {
  const Instant now = options.now;
  const Day today = day_in(now, demo::time_zone);
  const Calendar calendar = calendar_until(now);
  Dice dice(options.seed);
  Staff staff;
  std::vector<Item> items;
  Customers customers;
  options.clock.set(demo_founded(now));
  database.write(Actor{}, "Make the demo company.", [&](Write& write) {
    staff = add_staff(write);
    items = add_products(write);
    customers = add_customers(write, staff, dice);
  });
  const Market market{staff, items, customers, calendar};
  auto journeys = make_journeys(market, dice);
  add_troubles(market, journeys, Dice(options.seed ^ trouble_salt));
  Acts acts(database);
  Timeline timeline;
  plan_touchpoints(timeline, database, market, journeys, Dice(options.seed ^ touch_salt));
  Exports exports(database, market, std::move(journeys));
  exports.plan(timeline);
  plan_campaigns(timeline, acts, database, calendar, today, Dice(~options.seed));
  plan_spend(timeline, acts, database, market, today, Dice(options.seed ^ spend_salt));
  plan_agreements(timeline, acts, database, staff, today);
  plan_campaign_plans(timeline, acts, database, staff, calendar, today);
  plan_claims(timeline, acts, database, staff, today);
  plan_reviews(timeline, acts, calendar, staff, today);
  plan_inquiries(timeline, acts, database, market, today);
  plan_handoffs(timeline, acts, database, market, today);
  plan_calls(timeline, acts, database, market, today);
  plan_mailings(timeline, acts, database, market, today);
  plan_imports(timeline, acts, database, market, today, dice);
  plan_leaving(timeline, database, staff, today);
  timeline.pass(options.clock);
  options.clock.set(now);
}

}  // namespace accord::app
