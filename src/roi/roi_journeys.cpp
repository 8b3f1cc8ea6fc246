// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_journeys.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_set>

#include "base/text.hpp"
#include "db/row_picker.hpp"
#include "funnel/funnel.hpp"
#include "kernels/proportion.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_left_out.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_untold.hpp"
#include "roi/roi_ways.hpp"
#include "roi/roi_words.hpp"
#include "web/percent.hpp"
#include "web/route.hpp"

namespace accord::roi {
namespace {

/// Of all ways that are not listed each for itself.
constexpr const char* rarer = "rarer";
/// The fields of a journey that take the names of records.
constexpr std::array named_fields{"name", "account_name", "order_name"};

std::int64_t whole(std::uint64_t count) { return static_cast<std::int64_t>(count); }

std::optional<double> in_percent(std::optional<double> part) {
  return part ? std::optional(100 * *part) : std::nullopt;
}

/// Names of lines, each asked for once.
class Names {
 public:
  Names(const Read& read, Dimension by) : read_(read), by_(by) {}

  const std::string& of(Key key) {
    auto& name = names_[key];
    if (name.empty()) name = name_of(read_, by_, key);
    return name;
  }

  std::string of(const Steps& steps) {
    std::string text;
    for (const auto key : steps) {
      if (!text.empty()) text += " › ";
      text += key == goes_on ? "… later" : of(static_cast<Key>(static_cast<std::uint32_t>(key)));
    }
    return text;
  }

 private:
  const Read& read_;
  Dimension by_;
  std::map<Key, std::string> names_;
};

/// Of the journeys that have ended: what is still open has led to nothing yet, and has not failed.
std::optional<double> conversion_of(const Way& way) {
  if (way.ended() == 0) return std::nullopt;
  return static_cast<double>(way.orders) / static_cast<double>(way.ended());
}

std::string name_of_rarer(const Ways& ways) {
  return counted(whole(ways.count - ways.shown.size()), "rarer way", "rarer ways") + " together";
}

WayRow row_of(const Way& way, Currency own) {
  WayRow row;
  row.way = way.steps.empty() ? rarer : way_of(way.steps);
  row.steps = static_cast<std::int64_t>(way.steps.size());
  row.journeys = whole(way.journeys());
  row.orders = whole(way.orders);
  row.still_open = whole(way.still_open);
  row.conversion_percent = in_percent(conversion_of(way));
  if (const auto interval = kernels::wilson_interval(way.orders, way.ended())) {
    row.conversion_from_percent = 100 * interval->from;
    row.conversion_to_percent = 100 * interval->to;
  }
  row.revenue = {way.minor, own};
  row.mean_touchpoints = static_cast<double>(way.touches) / static_cast<double>(way.journeys());
  row.median_days = way.median_days;
  return row;
}

/// The way that an address names; nothing where no journey of the question took it.
const Way* find_way(const Ways& ways, const std::string& text) {
  if (text == rarer) return ways.rarer.journeys() > 0 ? &ways.rarer : nullptr;
  const auto steps = parse_way(text);
  if (!steps) return nullptr;
  const auto found = std::ranges::find(ways.shown, *steps, &Way::steps);
  return found == ways.shown.end() ? nullptr : &*found;
}

constexpr const char* none_has_ended = "No journey of it has ended yet, with an order or without.";

/// Figures of some journeys, whose list they link to.
class Figures {
 public:
  Figures(const Read& read, const Way& way, std::string list)
      : as_of_(read.as_of()), own_(funnel::currency_of(read)), way_(way), list_(std::move(list)) {}

  Figure count(std::string name, std::uint64_t number, std::string formula, FigureInput from) const {
    auto figure = begun(std::move(name), FigureUnit::count, std::move(formula), {std::move(from)});
    figure.number = static_cast<double>(number);
    return figure;
  }

  FigureInput journeys() const { return number("journeys", way_.journeys(), list_); }
  FigureInput orders(const std::string& list_of_orders) const {
    return number("journeys with an order", way_.orders, list_of_orders);
  }
  FigureInput ended() const {
    return number("journeys that have ended", way_.ended(), list_ + "&is_open=false");
  }

  Figure part(std::string name, std::string formula, std::optional<double> part,
              const std::string& orders_list) const {
    auto figure =
        begun(std::move(name), FigureUnit::percent, std::move(formula), {orders(orders_list), ended()});
    figure.number = in_percent(part);
    if (!part) figure.why = none_has_ended;
    return figure;
  }

  Figure begun(std::string name, FigureUnit unit, std::string formula,
               std::vector<FigureInput> inputs) const {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = unit;
    figure.formula = std::move(formula);
    figure.inputs = std::move(inputs);
    figure.as_of = as_of_;
    return figure;
  }

  FigureInput number(std::string name, std::uint64_t number, std::string link) const {
    return {std::move(name), static_cast<double>(number), {}, FigureUnit::count, std::move(link)};
  }
  Money money(std::int64_t minor) const { return {minor, own_}; }

 private:
  std::int64_t as_of_;
  Currency own_;
  const Way& way_;
  std::string list_;
};

WayView view_of(const Figures& figures, const Way& way, const std::string& list) {
  const auto with_order = list + "&has_order=true", still_open = list + "&is_open=true";
  WayView view;
  view.journeys = figures.count("Journeys", way.journeys(), "how many journeys of these days took this way",
                                figures.journeys());
  view.orders = figures.count("Orders", way.orders, "how many of these journeys an order closed",
                              figures.orders(with_order));
  view.still_open = figures.count(
      "Still open", way.still_open,
      "how many of these journeys no order has closed, while one may still come in their look-back",
      figures.number("journeys still open", way.still_open, still_open));
  const auto interval = kernels::wilson_interval(way.orders, way.ended());
  view.conversion_rate = figures.part("Conversion rate", "journeys with an order ÷ journeys that have ended",
                                      conversion_of(way), with_order);
  view.conversion_from = figures.part("At least", "the lower end of the 95% interval of that rate, by Wilson",
                                      interval ? std::optional(interval->from) : std::nullopt, with_order);
  view.conversion_to = figures.part("At most", "the upper end of the 95% interval of that rate, by Wilson",
                                    interval ? std::optional(interval->to) : std::nullopt, with_order);
  view.revenue =
      figures.begun("Revenue", FigureUnit::money, "the revenue of the orders that closed these journeys",
                    {figures.orders(with_order)});
  view.revenue.money = figures.money(way.minor);
  view.mean_touchpoints =
      figures.begun("Mean touchpoints", FigureUnit::count, "the touchpoints of these journeys ÷ journeys",
                    {figures.journeys(), figures.number("touchpoints", way.touches, {})});
  view.mean_touchpoints.number =
      static_cast<double>(way.touches) / static_cast<double>(std::max<std::uint64_t>(way.journeys(), 1));
  view.median_days = figures.begun("Median days", FigureUnit::days,
                                   "the median of the days from the first touchpoint to the order",
                                   {figures.orders(with_order)});
  view.median_days.number = way.median_days;
  if (!way.median_days) view.median_days.why = "No order closed a journey of this way.";
  return view;
}

/// What the journey itself says, without the names of records.
TakenJourney taken(const AskedJourney& journey, const Steps& steps, std::int64_t id) {
  TakenJourney row;
  row.id = {id};
  row.way = way_of(steps);
  if (journey.account() != 0) row.account = Id<account::Account>{journey.account()};
  row.first_at = journey.touches.at(0);
  row.last_at = journey.touches.at(journey.touches.size() - 1);
  row.first_precision = journey.touches.precision(0);
  row.last_precision = journey.touches.precision(journey.touches.size() - 1);
  row.touchpoints = static_cast<std::int64_t>(journey.touches.size());
  row.is_open = journey.is_open;
  if (journey.order == nullptr) return row;
  row.has_order = true;
  row.order_row = journey.order->row;
  row.booked_on = day_of(journey.order->at);
  const auto& revenue = journey.order->revenue;
  row.revenue = Money{revenue.minor + journey.refunded_minor, revenue.currency};
  row.days = days_until_order(journey);
  return row;
}

/// Names of what stands in journeys, each looked up once.
class JourneyNames {
 public:
  JourneyNames(const Read& read, Dimension by) : read_(read), lines_(read, by) {}

  void put(const AskedJourney& journey, const Steps& steps, TakenJourney& row) {
    row.name = lines_.of(steps);
    if (row.account) row.account_name = account(*row.account);
    if (journey.order != nullptr) row.order_name = name_of(*journey.order);
  }

 private:
  const std::string& account(Id<account::Account> account) {
    auto& name = accounts_[account.number];
    if (name.empty()) name = name_of_account(read_, account);
    return name;
  }

  const Read& read_;
  Names lines_;
  std::map<std::int64_t, std::string> accounts_;
};

bool came_by(const AskedJourney& journey, const Keys& keys, const WhichJourneys& which) {
  const auto& touches = journey.touches;
  const auto any = [&](const auto& is_it) {
    for (std::size_t i = 0; i < touches.size(); ++i) {
      if (is_it(i)) return true;
    }
    return false;
  };
  const auto among = [](const std::vector<std::int64_t>& asked, std::int64_t one) {
    return std::ranges::find(asked, one) != asked.end();
  };
  return (!which.on || any([&](std::size_t i) { return keys.of(touches, i) == *which.on; })) &&
         (which.channels.empty() ||
          any([&](std::size_t i) { return among(which.channels, touches.channel(i)); })) &&
         (which.campaigns.empty() ||
          any([&](std::size_t i) { return among(which.campaigns, touches.campaign(i)); }));
}

/// Goes through the journeys that are asked for, each with its place among them.
void each_single(const Read& read, const Question& question, const WhichJourneys& which,
                 const std::function<void(const AskedJourney&, const Steps&, std::size_t)>& use) {
  const Keys keys(read, question.by);
  std::size_t place = 0;
  AskedJourneys(read, question).each([&](const AskedJourney& journey) {
    if (journey.touches.empty() || !came_by(journey, keys, which)) return;
    use(journey, steps_of(keys, journey.touches), place++);
  });
}

std::string name_of_stop(const Stop& stop, Dimension by, Names& names) {
  switch (stop.key) {
    case Stop::small:
      return "Other " + std::string(by == Dimension::campaign ? "campaigns"
                                    : by == Dimension::side   ? "sides"
                                                              : "channels");
    case Stop::later:
      return "… later";
    case Stop::order:
      return "Order";
    case Stop::none:
      return "No order";
    case Stop::open:
      return "Still open";
    default:
      return names.of(stop.key);
  }
}

std::optional<Side> side_of_stop(const Read& read, Dimension by, const Stop& stop) {
  if (stop.key <= 0) return std::nullopt;
  if (by == Dimension::side) return static_cast<Side>(stop.key - 1);
  if (by == Dimension::campaign) {
    const auto campaign = campaign::find_visible(read, Id<campaign::Campaign>{stop.key});
    return campaign ? std::optional(campaign->side) : std::nullopt;
  }
  const auto channel = read.find(Id<campaign::Channel>{stop.key});
  return channel ? std::optional(channel->side) : std::nullopt;
}

/// Nodes by step, those that most came by first; the links between them by their places.
void draw(const Read& read, const Question& question, const Streams& streams, Flow& flow) {
  std::map<Stop, std::uint64_t> in, out;
  for (const auto& [stops, stream] : streams) {
    out[stops.first] += stream.journeys;
    in[stops.second] += stream.journeys;
  }
  std::map<Stop, std::uint64_t> through = in;
  for (const auto& [stop, journeys] : out) through[stop] = std::max(through[stop], journeys);
  std::vector<std::pair<Stop, std::uint64_t>> stops(through.begin(), through.end());
  std::ranges::sort(stops, [](const auto& a, const auto& b) {
    return std::tuple(a.first.step, b.second, a.first.key) < std::tuple(b.first.step, a.second, b.first.key);
  });
  Names names(read, question.by);
  std::map<Stop, std::int64_t> places;
  for (const auto& [stop, journeys] : stops) {
    places[stop] = static_cast<std::int64_t>(flow.nodes.size());
    flow.nodes.push_back({name_of_stop(stop, question.by, names), stop.step,
                          side_of_stop(read, question.by, stop), whole(journeys)});
  }
  for (const auto& [pair, stream] : streams) {
    const auto from = places.at(pair.first), to = places.at(pair.second);
    flow.links.push_back({from, to, flow.nodes[static_cast<std::size_t>(from)].name,
                          flow.nodes[static_cast<std::size_t>(to)].name, pair.first.step,
                          whole(stream.journeys), whole(stream.orders), whole(stream.still_open)});
  }
  std::ranges::stable_sort(flow.links, [](const FlowLink& a, const FlowLink& b) {
    return std::pair(a.step, b.journeys) < std::pair(b.step, a.journeys);
  });
}

constexpr const char* no_journeys =
    "No touchpoint led to an order of these days, none ended a journey in them, and none is still open.";

/// All ways together.
struct FlowTotals {
  Figure journeys, orders, still_open, conversion_rate;
};
FlowTotals totals_of(const Read& read, const Question& question, const Ways& ways) {
  const auto& all = ways.all;
  const auto list = "/roi/journeys" + query_of(question),
             singles = "/roi/journeys/single" + query_of(question);
  const Figures figures(read, all, list);
  FlowTotals totals;
  totals.journeys = figures.count("Journeys", all.journeys(), "the journeys of all ways, added up",
                                  figures.number("ways", ways.count, list));
  totals.journeys.inputs.push_back(figures.number("journeys, each for itself", all.journeys(), singles));
  totals.orders = figures.count("Orders", all.orders, "the orders of all ways, added up",
                                figures.number("ways", ways.count, list));
  totals.orders.inputs.push_back(
      figures.number("journeys with an order", all.orders, singles + "&has_order=true"));
  totals.still_open = figures.count(
      "Still open", all.still_open,
      "the journeys that no order has closed, while one may still come in the look-back of their touchpoints",
      figures.number("ways", ways.count, list));
  totals.still_open.inputs.push_back(
      figures.number("journeys still open", all.still_open, singles + "&is_open=true"));
  totals.conversion_rate =
      figures.begun("Conversion rate", FigureUnit::percent, "orders ÷ journeys of all ways that have ended",
                    {figures.number("orders", all.orders, singles + "&has_order=true"),
                     figures.number("journeys that have ended", all.ended(), singles + "&is_open=false")});
  totals.conversion_rate.number = in_percent(conversion_of(all));
  if (all.ended() == 0) totals.conversion_rate.why = all.journeys() > 0 ? none_has_ended : no_journeys;
  return totals;
}

/// No model plays a part in journeys, but the look-back does, and so what else is agreed.
void put_agreed(const Read& read, const Question& question, const FlowTotals& asked, Flow& flow) {
  const auto agreed = flow.rules.is_other ? as_agreed(read, question) : std::nullopt;
  const auto totals = agreed ? totals_of(read, *agreed, *ways_of(read, *agreed)) : asked;
  flow.agreed_journeys = totals.journeys;
  flow.agreed_orders = totals.orders;
  flow.agreed_still_open = totals.still_open;
  flow.agreed_conversion_rate = totals.conversion_rate;
  for (auto* figure :
       {&flow.agreed_journeys, &flow.agreed_orders, &flow.agreed_still_open, &flow.agreed_conversion_rate}) {
    figure->name += " as agreed";
    withhold(*figure, why_none_agreed(read, question));
  }
}

}  // namespace

std::vector<WayRow> ways_in_words(const Read& read, const Question& question, std::optional<Key> on) {
  const auto ways = ways_of(read, question);
  const auto own = funnel::currency_of(read);
  Names names(read, question.by);
  std::vector<WayRow> rows;
  std::int64_t place = 0;
  for (const auto& way : ways->shown) {
    ++place;
    if (on && way.steps.find(static_cast<char32_t>(*on)) == Steps::npos) continue;
    rows.push_back(row_of(way, own));
    rows.back().id = {place};
    rows.back().name = names.of(way.steps);
  }
  if (ways->rarer.journeys() > 0 && !on) {
    rows.push_back(row_of(ways->rarer, own));
    rows.back().id = {place + 1};
    rows.back().name = name_of_rarer(*ways);
  }
  return rows;
}

WayView way_in_words(const Read& read, const Question& question, const std::string& text) {
  const auto ways = ways_of(read, question);
  const auto* way = find_way(*ways, text);
  refuse_if(way == nullptr, web::not_found);
  const auto list = "/roi/journeys/taken" + query_of(question) + "&way=" + text;
  auto view = view_of({read, *way, list}, *way, list);
  view.name = text == rarer ? name_of_rarer(*ways) : Names(read, question.by).of(way->steps);
  view.way = text;
  view.rules = rules_told(read, question, SharedBy::no_model);
  return view;
}

std::vector<TakenJourney> journeys_of_way(const Read& read, const Question& question,
                                          const std::string& text) {
  const auto ways = ways_of(read, question);
  const auto* way = find_way(*ways, text);
  std::vector<TakenJourney> rows;
  if (way == nullptr) return rows;
  std::unordered_set<Steps> listed;
  if (way == &ways->rarer) {
    for (const auto& one : ways->shown) listed.insert(one.steps);
  }
  const auto is_on_way = [&](const Steps& steps) {
    return way == &ways->rarer ? !listed.contains(steps) : way->steps == steps;
  };
  JourneyNames names(read, question.by);
  each_single(read, question, {}, [&](const AskedJourney& journey, const Steps& steps, std::size_t) {
    if (!is_on_way(steps)) return;
    rows.push_back(taken(journey, steps, static_cast<std::int64_t>(rows.size()) + 1));
    names.put(journey, steps, rows.back());
  });
  return rows;
}

/// 1. Which rows are on the page is found without names, unless it takes these. 2. Those rows get them.
Listed<TakenJourney> list_journeys(const Read& read, const Question& question, const WhichJourneys& which,
                                   const ListRequest& request) {
  RowPicker picker(info_of<TakenJourney>(), people::by_company_days(read, request));
  JourneyNames names(read, question.by);
  const bool takes_names =
      std::ranges::any_of(named_fields, [&](const char* name) { return picker.asks_about(name); });
  each_single(read, question, which, [&](const AskedJourney& journey, const Steps& steps, std::size_t place) {
    auto row = taken(journey, steps, static_cast<std::int64_t>(place) + 1);
    if (takes_names) names.put(journey, steps, row);
    picker.show(&row, place);
  });
  auto picked = picker.picked();
  std::map<std::size_t, std::size_t> wanted;
  for (std::size_t i = 0; i < picked.places.size(); ++i) wanted[picked.places[i]] = i;
  Listed<TakenJourney> page{std::vector<TakenJourney>(picked.places.size()), std::move(picked.next),
                            picked.total};
  each_single(read, question, which, [&](const AskedJourney& journey, const Steps& steps, std::size_t place) {
    const auto found = wanted.find(place);
    if (found == wanted.end()) return;
    auto& row = page.items[found->second];
    row = taken(journey, steps, static_cast<std::int64_t>(place) + 1);
    names.put(journey, steps, row);
  });
  return page;
}

Flow flow_of(const Read& read, const Question& question) {
  const auto ways = ways_of(read, question);
  const Way& all = ways->all;
  Flow flow;
  flow.by = question.by;
  flow.from_day = question.from;
  flow.until_day = question.until;
  flow.lookback_days = question.lookback_days;
  flow.left_out = orders_left_out(read, question);
  flow.notes = notes_of(read, question, *lines_of(read, question));
  flow.rules = rules_told(read, question, SharedBy::no_model);
  flow.ways = static_cast<std::int64_t>(ways->count);
  flow.ways_shown = static_cast<std::int64_t>(ways->shown.size());
  const auto totals = totals_of(read, question, *ways);
  flow.journeys = totals.journeys;
  flow.orders = totals.orders;
  flow.still_open = totals.still_open;
  flow.conversion_rate = totals.conversion_rate;
  put_agreed(read, question, totals, flow);
  if (all.journeys() == 0) {
    flow.why = no_journeys;
    return flow;
  }
  flow.sentence = counted(whole(all.journeys()), "journey", "journeys") + " took " +
                  counted(flow.ways, "way", "ways") + "; " +
                  counted(whole(all.orders), "of them", "of them") + " ended in an order, " +
                  counted(whole(all.without_order), "without one", "without one") + ", and " +
                  counted(whole(all.still_open), "is still open", "are still open");
  flow.journeys_sentence =
      "Counted are journeys that an order of these days closed, with the touchpoints of " +
      lookback_in_words(read, question) +
      ", those that failed in these days, for the look-back of their first touchpoint was over without an "
      "order, and those that an order after these days may still close" +
      exceptions_in_words(question) +
      ". A journey is as long as that look-back at most, so that whoever is met for longer without ordering "
      "fails several times, and by a longer look-back journeys are fewer and the rate is higher. What is "
      "still open has no part in a rate. No model of credit plays a part: journeys are the same under each.";
  draw(read, question, ways->streams, flow);
  return flow;
}

}  // namespace accord::roi
