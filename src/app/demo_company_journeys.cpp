// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_journeys.hpp"

#include <algorithm>
#include <cmath>

namespace accord::app::demo {
namespace {

constexpr std::size_t journey_count = 3'000, trade_show_leads = 112;

/// Where journeys come from, how often, where they enter the funnel and how they fare.
struct Source {
  std::string_view name;
  double share;
  Step entry;
  double luck;
};
constexpr Source sources[] = {
    {"Web form", 0.23, Step::inquiry, 1.0},         {"Trade show", 0.13, Step::inquiry, 0.85},
    {"Webinar", 0.10, Step::inquiry, 0.8},          {"Advertisement", 0.09, Step::inquiry, 0.7},
    {"Telemarketing", 0.08, Step::inquiry, 0.75},   {"Referral", 0.09, Step::accepted, 1.35},
    {"Partner", 0.08, Step::accepted, 1.1},         {"Existing customer", 0.12, Step::qualified, 1.5},
    {"Sales outreach", 0.08, Step::qualified, 0.85}};
constexpr const Source& trade_show = sources[1];

/// Working hours, at least and at most.
struct Range {
  double min, max;
};

/// How a step usually goes, and how it goes wrong.
struct Habit {
  Side side;
  Range stay;
  double advance, stall;  ///< the chance to go on where nothing goes wrong, and that it does
  Range stalled, work;    ///< how long it stands then, and from one activity to the next
};
constexpr Habit habits[] = {{Side::marketing, {1, 13}, 0.82, 0.08, {60, 190}, {3, 9}},
                            {Side::sales, {4, 26}, 0.88, 0.3, {640, 1'050}, {5, 14}},
                            {Side::sales, {4, 21}, 0.88, 0, {0, 0}, {4, 12}},
                            {Side::sales, {30, 140}, 0.73, 0.06, {190, 400}, {12, 36}},
                            {Side::sales, {25, 108}, 0.75, 0.24, {200, 520}, {12, 34}},
                            {Side::sales, {15, 100}, 0.83, 0.09, {170, 380}, {9, 32}}};
/// Why journeys end at each step.
constexpr std::string_view lost_reasons[][4] = {{"Not our customer", "No answer", "No need", "No answer"},
                                                {"Not our customer", "No need", "No answer", "No answer"},
                                                {"No need", "No budget", "Not our customer", "Timing"},
                                                {"No budget", "No need", "Timing", "A competitor"},
                                                {"Price", "A competitor", "Timing", "Price"},
                                                {"Price", "A competitor", "No budget", "Price"}};

const Habit& habit_of(Step step) { return habits[static_cast<std::size_t>(step)]; }
Step after(Step step) { return static_cast<Step>(static_cast<int>(step) + 1); }

/// Walks one journey through the funnel, as far as the calendar goes.
class Course {
 public:
  Course(const Market& market, Journey& journey, double luck, Dice& dice)
      : market_(market), journey_(journey), luck_(luck), dice_(dice), hours_(patch().hours) {}

  /// What sales finds itself begins with sales' own activity.
  void open(Step step, Instant at) { add(step, Side::sales, at); }

  void walk(Step step, Instant at) {
    while (at <= market_.calendar.end) {
      move(step, at);
      if (step == Step::won || step == Step::lost) return;
      const auto next = stay(step, at);
      if (!next) return;
      if (*next == Step::lost)
        journey_.lost_reason = dice_.pick(lost_reasons[static_cast<std::size_t>(step)]);
      step = *next;
      at = leaves_;
    }
  }

 private:
  const Patch& patch() const { return market_.staff.patches[journey_.patch]; }
  const Item& item() const { return market_.items[journey_.item]; }
  std::size_t worker(Side side) const { return side == Side::sales ? journey_.owner : journey_.marketer; }

  void move(Step step, Instant at) {
    const bool is_by_marketing = step == Step::inquiry || step == Step::handed_over;
    journey_.moves.push_back({step, at, worker(is_by_marketing ? Side::marketing : Side::sales)});
  }

  /// What happens at a step, and where to it goes; nothing where it stands there still.
  std::optional<Step> stay(Step step, Instant at) {
    const bool is_karls =
        journey_.owner == market_.staff.karl && habit_of(step).side == Side::sales && step != Step::accepted;
    const bool is_stalled = dice_.chance(habit_of(step).stall * (journey_.patch == 1 ? 1.15 : 1));
    const auto next = is_stalled ? stall(step, at) : go_on(step, at);
    if (!is_karls || leaves_ < market_.calendar.karl_left) return next;
    std::erase_if(journey_.touches, [&](const Touch& touch) {
      return touch.person == market_.staff.karl && touch.at > market_.calendar.karl_left;
    });
    return std::nullopt;
  }

  std::optional<Step> go_on(Step step, Instant at) {
    const Habit& habit = habit_of(step);
    leaves_ = hours_.after(at, draw(habit.stay));
    work(step, at, leaves_);
    const double chance = std::pow(habit.advance, 1 / luck_);
    return dice_.chance(chance) ? after(step) : Step::lost;
  }

  /// It stands too long: nobody works it, or somebody does and it does not move.
  std::optional<Step> stall(Step step, Instant at) {
    const Habit& habit = habit_of(step);
    leaves_ = hours_.after(at, draw(habit.stalled));
    hasten(step, at);
    if (step == Step::handed_over) {
      nurture(at);
      return Step::lost;
    }
    const bool is_abandoned = step != Step::inquiry && dice_.chance(step == Step::negotiation ? 0.2 : 0.3);
    work(step, at, is_abandoned ? hours_.after(at, dice_.between(6, 40)) : leaves_);
    return dice_.chance(habit.advance * 0.4) ? after(step) : Step::lost;
  }

  /// The last review had somebody go through what stood too long; some of it moved within days.
  void hasten(Step step, Instant at) {
    const Instant review = market_.calendar.reviews[1];
    const bool is_promised = step == Step::proposal || step == Step::inquiry;
    const double allowed = step == Step::proposal ? 120 : 16, haste = step == Step::proposal ? 0.4 : 0.95;
    if (!is_promised || leaves_ <= review || hours_.after(at, allowed) > review || !dice_.chance(haste))
      return;
    leaves_ = std::min(leaves_, hours_.after(review, dice_.between(7, 26)));
  }

  void work(Step step, Instant from, Instant until) {
    const Habit& habit = habit_of(step);
    Instant at = hours_.after(from, draw(habit.work) / 2);
    for (; at < until && at <= market_.calendar.end; at = hours_.after(at, draw(habit.work))) {
      add(step, habit.side, at);
    }
    const bool is_joint = step >= Step::qualified && dice_.chance(0.25);
    if (is_joint) add(step, Side::marketing, hours_.after(from, dice_.between(4, 20)));
  }

  /// Sales never calls; marketing sends something now and then, and in the end calls itself.
  void nurture(Instant from) {
    Instant at = hours_.after(from, dice_.between(20, 60));
    for (int i = 0; i < 3 && at < leaves_ && dice_.chance(0.5); ++i) {
      add(Step::handed_over, Side::marketing, at);
      at = hours_.after(at, dice_.between(60, 140));
    }
  }

  double draw(const Range& range) { return dice_.between(range.min, range.max); }

  void add(Step step, Side side, Instant at) {
    journey_.touches.push_back(touch_at(step, side, at, worker(side), item(), dice_));
  }

  const Market& market_;
  Journey& journey_;
  double luck_;
  Dice& dice_;
  const WorkHours& hours_;
  Instant leaves_;
};

/// Who would buy what from whom.
class Drawing {
 public:
  Drawing(const Market& market, Dice& dice) : market_(market), dice_(dice) {
    for (const auto& patch : market.staff.patches) shares_.push_back(patch.share);
    for (const auto& source : sources) source_shares_.push_back(source.share);
  }

  Journey usual(Day day) {
    const std::size_t place = dice_.weighted(shares_);
    return begin(sources[dice_.weighted(source_shares_)], place, day);
  }
  Journey from_trade_show(Day day) { return begin(trade_show, 1, day); }

 private:
  Journey begin(const Source& source, std::size_t place, Day day) {
    Journey journey;
    const auto& patch = market_.staff.patches[place];
    journey.source = source.name;
    journey.patch = place;
    journey.customer = static_cast<std::size_t>(
        dice_.whole(0, static_cast<std::int64_t>(market_.customers[place].size()) - 1));
    journey.owner = dice_.pick(patch.sellers);
    journey.marketer = dice_.pick(market_.staff.marketers);
    draw_order(journey);
    draw_record(journey);
    const double luck = source.luck * patch.luck * market_.items[journey.item].luck;
    const Instant at = patch.hours.into(day, dice_.between(0.1, 7.8));
    Course course(market_, journey, luck, dice_);
    if (source.entry != Step::inquiry) {
      while (at > market_.calendar.karl_left && journey.owner == market_.staff.karl)
        journey.owner = dice_.pick(patch.sellers);
      course.open(source.entry, at);
    }
    course.walk(source.entry, at);
    return journey;
  }

  void draw_order(Journey& journey) {
    journey.item =
        static_cast<std::size_t>(dice_.whole(0, static_cast<std::int64_t>(market_.items.size()) - 1));
    const auto& item = market_.items[journey.item];
    const double size = std::pow(dice_.fraction(), 1.7);  // Most orders are small, few are large.
    journey.quantity =
        item.quantity_min + std::llround(size * static_cast<double>(item.quantity_max - item.quantity_min));
    const std::int64_t list = item.product.list_price->minor * journey.quantity;
    const auto rounded = [](double minor) { return std::llround(minor / 10'000) * 10'000; };
    journey.list = Money{list, dollars};
    journey.estimate = Money{rounded(static_cast<double>(list) * dice_.between(0.7, 1.2)), dollars};
    const auto offer = rounded(static_cast<double>(list) * (1 - dice_.between(0, 0.13)));
    journey.offer = journey.price = Money{std::min<std::int64_t>(offer, list), dollars};
  }

  void draw_record(Journey& journey) {
    const auto& contacts = market_.customers[journey.patch][journey.customer].contacts;
    if (dice_.chance(0.9)) {
      journey.contact =
          static_cast<std::size_t>(dice_.whole(0, static_cast<std::int64_t>(contacts.size()) - 1));
    }
    journey.is_product_known = dice_.chance(0.92);
    journey.has_estimate = dice_.chance(0.8);
    journey.lacks_value = dice_.chance(0.09);
    journey.lacks_close_date = dice_.chance(0.2);
    journey.is_found_later = dice_.chance(0.75);
    journey.days_to_close = static_cast<int>(dice_.whole(20, 60));
  }

  const Market& market_;
  Dice& dice_;
  std::vector<double> shares_, source_shares_;
};

/// How many inquiries a day brings: business grows, summers and the turn of the year are quiet.
double busyness(Day day, Day first) {
  if (!is_workday(day)) return 0;
  static constexpr double months[] = {0.9, 1.05, 1.15, 1.1, 1.05, 0.95, 0.85, 0.85, 1.1, 1.15, 1.0, 0.7};
  return months[parts_of(day).month - 1] * (1 + 0.3 * (day - first) / 730.0);
}

/// People log about half of what they do; only where work is still fresh does the CRM hold it all.
void forget_half(Journey& journey, Instant before) {
  const auto& last = journey.moves.back();
  if (last.step < Step::won || last.at > before) return;
  std::vector<Touch> kept;
  for (std::size_t i = 0; i < journey.touches.size(); i += 2) kept.push_back(std::move(journey.touches[i]));
  journey.touches = std::move(kept);
}

/// Some orders come by telephone from somebody the salesperson has known for years, and nobody logs a thing.
void forget_some_orders(std::vector<Journey>& journeys) {
  constexpr std::size_t one_in = 10;
  std::size_t won = 0;
  for (auto& journey : journeys) {
    if (journey.moves.back().step == Step::won && ++won % one_in == 0) journey.touches.clear();
  }
}

}  // namespace

std::vector<Journey> make_journeys(const Market& market, Dice& dice) {
  const Day first = day_in(market.calendar.begin, time_zone),
            last = day_in(market.calendar.end, time_zone) - 1;
  std::vector<double> days;
  for (Day day = first; day <= last; day = day + 1) days.push_back(busyness(day, first));
  Drawing drawing(market, dice);
  std::vector<Journey> journeys;
  for (std::size_t i = trade_show_leads; i < journey_count; ++i) {
    journeys.push_back(drawing.usual(first + static_cast<int>(dice.weighted(days))));
  }
  for (std::size_t i = 0; i < trade_show_leads; ++i) {
    journeys.push_back(
        drawing.from_trade_show(market.calendar.trade_show + static_cast<int>(dice.whole(0, 2))));
  }
  const Instant fresh_since{market.calendar.reviews[0].ms - 60 * ms_per_day};
  for (auto& journey : journeys) forget_half(journey, fresh_since);
  forget_some_orders(journeys);
  std::ranges::stable_sort(journeys, {}, [](const Journey& journey) { return journey.moves.front().at; });
  return journeys;
}

}  // namespace accord::app::demo
