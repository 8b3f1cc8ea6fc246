// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "app/demo_company_journeys.hpp"

namespace accord::app::demo {
namespace {

/// For half a year now, salespeople who wonder about their market look into it themselves, in the afternoon
/// of a day on which they work on an opportunity: it is marketing's work, and nobody asked for it.
constexpr int days_of_research = 182;
constexpr double share_of_research = 0.06;
struct Research {
  fact::ActivityKind kind;
  std::string_view subject_line;
};
constexpr Research researches[] = {
    {fact::ActivityKind::task, "Market research: looked up who else offers in this sector"},
    {fact::ActivityKind::task, "Market research: compared list prices of three competitors"},
    {fact::ActivityKind::task, "Market research: counted plants in the territory that could need one"},
    {fact::ActivityKind::note, "Market research: what customers say about delivery times"},
    {fact::ActivityKind::other, "Market research: made a sheet of competitors' products"}};

void add_research(const Market& market, Journey& journey, Dice& dice) {
  const WorkHours& hours = market.staff.patches[journey.patch].hours;
  const Instant since{market.calendar.end.ms - days_of_research * ms_per_day};
  const bool is_closed = journey.moves.back().step >= Step::won;
  const Instant until = is_closed ? journey.moves.back().at : market.calendar.end;
  std::vector<Touch> added;
  for (const auto& touch : journey.touches) {
    if (touch.person != journey.owner || touch.at < since || !dice.chance(share_of_research)) continue;
    const auto& research = dice.pick(researches);
    const Instant at = hours.after(touch.at, dice.between(0.3, 2.5));
    if (hours.day(at) == hours.day(touch.at) && at < until)
      added.push_back({at, touch.person, research.kind, std::string(research.subject_line)});
  }
  journey.touches.insert(journey.touches.end(), added.begin(), added.end());
}

/// A salesperson of Central makes each quarter by its last day: what is in negotiation then, and what would
/// have been ordered soon after, is sold far below list. Customers have learnt to wait for it.
constexpr std::string_view seller_below_list = "gunnar.halvorsen";
constexpr int days_hurried = 45, days_waited = 30;
constexpr double least_off = 0.21, most_off = 0.32;
constexpr std::int64_t ten_dollars = 1'000;

/// The last working day of the quarter in which it is sold for the quarter's sake; nothing where it is not.
std::optional<Day> quarter_end_for(const WorkHours& hours, const Journey& journey, Instant end) {
  const auto& negotiation = journey.moves[journey.moves.size() - 2];
  const Day won = hours.day(journey.moves.back().at), quarter = first_of_quarter(won);
  const Day before = workday_before(quarter - 1), after = workday_before(add_months(quarter, 3) - 1);
  if (won - before <= days_hurried && hours.day(negotiation.at) < before) return before;
  if (after - won <= days_waited && hours.into(after, 8) < end) return after;
  return std::nullopt;
}

void sell_below_list(const Market& market, Journey& journey, Dice& dice) {
  if (journey.moves.back().step != Step::won) return;
  const WorkHours& hours = market.staff.patches[journey.patch].hours;
  const auto day = quarter_end_for(hours, journey, market.calendar.end);
  if (!day) return;
  const Instant at = hours.into(*day, dice.between(5.5, 7.8));
  const auto percent = std::llround(100 * dice.between(least_off, most_off));
  journey.moves.back().at = at;
  journey.price.minor = journey.list.minor * (100 - percent) / 100 / ten_dollars * ten_dollars;
  std::erase_if(journey.touches, [&](const Touch& touch) { return touch.at >= at; });
  journey.touches.push_back(
      {Instant{at.ms - 20 * 60 * 1'000}, journey.owner, fact::ActivityKind::call,
       "Gave " + std::to_string(percent) + "% off the list price so that it is this quarter's"});
}

/// With the delivery, which takes from one week to ten.
void invoice(const Market& market, Journey& journey, Dice& dice) {
  constexpr double soonest = 40, latest = 400;  // Working hours.
  const auto& last = journey.moves.back();
  if (last.step != Step::won) return;
  journey.invoiced = market.staff.patches[journey.patch].hours.after(last.at, dice.between(soonest, latest));
}

/// Two customers belong to Swiss groups and pay in francs.
constexpr std::int64_t francs = 100, for_dollars = 112;
constexpr Currency swiss_francs{{'C', 'H', 'F'}};

Money in_francs(Money dollars) {
  constexpr std::int64_t one_franc = 100;
  const Money exact = scaled(dollars, francs, for_dollars);
  return {exact.minor / one_franc * one_franc, swiss_francs};
}

/// The one that came to a step nearest to so many days before the end; both sides forecast the South in
/// dollars.
void pay_in_francs(const Market& market, std::vector<Journey>& journeys, Step step, int days_before) {
  const Instant wanted{market.calendar.end.ms - days_before * ms_per_day};
  const auto distance = [&](const Journey& journey) {
    const auto& last = journey.moves.back();
    const bool is_fit = last.step == step && !journey.lacks_value && !journey.lacks_close_date &&
                        market.staff.patches[journey.patch].name != "South" && journey.price == journey.offer;
    return is_fit ? std::abs(last.at.ms - wanted.ms) : std::numeric_limits<std::int64_t>::max();
  };
  const auto found = std::ranges::min_element(journeys, {}, distance);
  CHECK(found != journeys.end());
  for (auto* amount : {&found->list, &found->estimate, &found->offer, &found->price})
    *amount = in_francs(*amount);
}

/// The one that was delivered nearest to so many days before the end: twelve working days later one piece of
/// it comes back.
void send_back(const Market& market, std::vector<Journey>& journeys, int days_before) {
  constexpr double hours_until = 96;
  constexpr std::int64_t fewest_pieces = 3;
  const Instant wanted{market.calendar.end.ms - days_before * ms_per_day};
  const auto distance = [&](const Journey& journey) {
    const bool is_fit = journey.invoiced && !journey.sent_back && journey.quantity >= fewest_pieces &&
                        journey.price.currency == journey.list.currency &&
                        journey.price.currency != swiss_francs;
    return is_fit ? std::abs(journey.invoiced->ms - wanted.ms) : std::numeric_limits<std::int64_t>::max();
  };
  const auto found = std::ranges::min_element(journeys, {}, distance);
  CHECK(found != journeys.end() && found->invoiced);
  found->sent_back = market.staff.patches[found->patch].hours.after(*found->invoiced, hours_until);
}

/// For most of a quarter now a competitor undercuts what is proposed: of the journeys that would have gone on
/// from there, every fourth is lost as it stands.
void lose_to_a_competitor(const Market& market, std::vector<Journey>& journeys) {
  constexpr int days_undercut = 85;
  const Instant since{market.calendar.end.ms - days_undercut * ms_per_day};
  int went_on = 0;
  for (auto& journey : journeys) {
    const auto next = std::ranges::find(journey.moves, Step::negotiation, &Move::step);
    if (next == journey.moves.end() || next->at < since || ++went_on % 4 != 0) continue;
    const Instant at = next->at;
    next->step = Step::lost;
    journey.moves.erase(next + 1, journey.moves.end());
    journey.lost_reason = "A competitor";
    std::erase_if(journey.touches, [&](const Touch& touch) { return touch.at >= at; });
  }
}

/// Of every tenth long negotiation: the customer wants another configuration, so there is a second proposal
/// before they go on.
void propose_again(const Market& market, std::vector<Journey>& journeys) {
  constexpr int days_of_a_long_one = 9, every = 10;
  int long_ones = 0;
  for (auto& journey : journeys) {
    const auto& hours = market.staff.patches[journey.patch].hours;
    const auto begun = std::ranges::find(journey.moves, Step::negotiation, &Move::step);
    if (begun == journey.moves.end() || begun + 1 == journey.moves.end()) continue;
    const Day first = hours.day(begun->at), last = hours.day((begun + 1)->at);
    if (last - first < days_of_a_long_one || ++long_ones % every != 0) continue;
    const auto person = begun->person;
    const Day back = workday_before(first + (last - first) / 2), on = workday_before(last - 1);
    const auto at = journey.moves.insert(begun + 1, {Step::proposal, hours.into(back, 3), person});
    journey.moves.insert(at + 1, {Step::negotiation, hours.into(on, 2), person});
  }
}

/// Every third lead that sales turned down as it came: nobody wrote why.
void leave_unexplained(std::vector<Journey>& journeys) {
  int turned_down = 0;
  for (auto& journey : journeys) {
    const auto& moves = journey.moves;
    const bool is_turned_down = moves.size() >= 2 && moves.back().step == Step::lost &&
                                moves[moves.size() - 2].step == Step::handed_over;
    if (is_turned_down && ++turned_down % 3 == 0) journey.lost_reason = "";
  }
}

}  // namespace

void add_troubles(const Market& market, std::vector<Journey>& journeys, Dice dice) {
  const std::string address = std::string(seller_below_list) + "@demo.example";
  const auto& people = market.staff.people;
  const auto seller = std::ranges::find(people, address, &people::Person::email);
  CHECK(seller != people.end());
  lose_to_a_competitor(market, journeys);
  for (auto& journey : journeys) {
    if (journey.owner == static_cast<std::size_t>(seller - people.begin()))
      sell_below_list(market, journey, dice);
    add_research(market, journey, dice);
    invoice(market, journey, dice);
  }
  leave_unexplained(journeys);
  propose_again(market, journeys);
  constexpr int days_since_proposal = 30, days_since_order = 16;
  pay_in_francs(market, journeys, Step::proposal, days_since_proposal);
  pay_in_francs(market, journeys, Step::won, days_since_order);
  for (const int days_since_delivery : {40, 130, 260}) send_back(market, journeys, days_since_delivery);
}

}  // namespace accord::app::demo
