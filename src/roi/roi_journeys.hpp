// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "db/list.hpp"
#include "roi/roi.hpp"
#include "roi/sums.hpp"

/// The ways that journeys took, and what came of them.
namespace accord::roi {

/// A way as lists have it: the lines that journeys came by, one after the other, those again at once told
/// once.
struct WayRow {
  Id<WayRow> id;  ///< its place among all of them, those taken most often first
  std::string name, way;
  std::int64_t steps = 0;
  std::int64_t journeys = 0, orders = 0, still_open = 0;
  std::optional<double> conversion_percent, conversion_from_percent, conversion_to_percent;
  Money revenue;
  double mean_touchpoints = 0;
  std::optional<double> median_days;  ///< from the first touchpoint to the order
};

/// One way, with its workings.
struct WayView {
  std::string name, way;
  Figure journeys, orders, still_open, conversion_rate, conversion_from, conversion_to, revenue,
      mean_touchpoints, median_days;
  RulesTold rules;
};

/// One journey, the way that it took, and the order that closed it.
struct TakenJourney {
  Id<TakenJourney> id;  ///< its place in this list
  std::string name, way;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  Instant first_at, last_at;
  fact::Precision first_precision = fact::Precision::moment, last_precision = fact::Precision::moment;
  std::int64_t touchpoints = 0;
  bool has_order = false;
  bool is_open = false;  ///< an order may still come in the look-back of its touchpoints
  std::string order_name;
  std::int64_t order_row = 0;  ///< of `/roi/orders/{id}`; 0 where there is none
  std::optional<Day> booked_on;
  std::optional<Money> revenue;
  std::optional<double> days;
};

/// Where journeys stood at a step: on a line, on one of the small ones, later, or at an end.
struct FlowNode {
  std::string name;
  std::int64_t step = 0;  ///< from 1 on; the ends stand behind the last
  std::optional<Side> side;
  std::int64_t journeys = 0;
};

/// From a node to another, by their places in `Flow::nodes`.
struct FlowLink {
  std::int64_t from = 0, to = 0;
  std::string from_name, to_name;
  std::int64_t step = 0;  ///< of the node that it leaves
  std::int64_t journeys = 0, orders = 0, still_open = 0;
};

struct Flow {
  Dimension by = Dimension::channel;
  Day from_day, until_day;
  std::int64_t lookback_days = 0;
  std::string sentence, why, journeys_sentence;
  std::int64_t ways = 0, ways_shown = 0;
  Figure journeys, orders, still_open, conversion_rate;
  /// Under the rules that bind.
  Figure agreed_journeys, agreed_orders, agreed_still_open, agreed_conversion_rate;
  std::vector<FlowNode> nodes;
  std::vector<FlowLink> links;
  RulesTold rules;
  std::vector<LeftOut> left_out;
  std::vector<std::string> notes;  ///< what to know before one judges by it
};

/// The ways of a question, those taken most often first; with `on`, those alone that came by this line.
std::vector<WayRow> ways_in_words(const Read&, const Question&, std::optional<Key> on);
WayView way_in_words(const Read&, const Question&, const std::string& way);
std::vector<TakenJourney> journeys_of_way(const Read&, const Question&, const std::string& way);

/// Which of all journeys are asked for; what is not said leaves nothing out.
struct WhichJourneys {
  std::optional<Key> on;               ///< that came by this line of the question
  std::vector<std::int64_t> channels;  ///< that came by one of them
  std::vector<std::int64_t> campaigns;
};
/// A page of single journeys, of which no others are held; names are looked up where they decide.
Listed<TakenJourney> list_journeys(const Read&, const Question&, const WhichJourneys&, const ListRequest&);
Flow flow_of(const Read&, const Question&);

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr auto described<roi::WayRow> =
    record("roi_way", "A way that journeys took, and what came of them.",
           field(&roi::WayRow::id, "id", "Its place among all ways, those taken most often first."),
           field(&roi::WayRow::name, "name", "What journeys came by, one after the other.", searched),
           field(&roi::WayRow::way, "way", "The same by numbers, as the way's own page takes it."),
           field(&roi::WayRow::steps, "steps", "How many steps it has; what came again at once is one.",
                 unit::count),
           field(&roi::WayRow::journeys, "journeys", "How often it was taken.", unit::count),
           field(&roi::WayRow::orders, "orders", "How often that led to an order.", unit::count),
           field(&roi::WayRow::still_open, "still_open", "How many of these journeys have not ended yet.",
                 unit::count),
           field(&roi::WayRow::conversion_percent, "conversion_percent",
                 "Orders by the journeys that have ended.", unit::percent),
           field(&roi::WayRow::conversion_from_percent, "conversion_from_percent",
                 "The lower end of its 95% interval (Wilson).", unit::percent),
           field(&roi::WayRow::conversion_to_percent, "conversion_to_percent",
                 "The upper end of its 95% interval (Wilson).", unit::percent),
           field(&roi::WayRow::revenue, "revenue", "What these orders brought."),
           field(&roi::WayRow::mean_touchpoints, "mean_touchpoints",
                 "How many touchpoints a journey has on average."),
           field(&roi::WayRow::median_days, "median_days",
                 "From the first touchpoint to the order: half of the orders took longer.", unit::days));
template <>
inline constexpr auto described<roi::WayView> = record(
    "roi_way_view", "A way that journeys took, with its workings.",
    field(&roi::WayView::name, "name", "What journeys came by, one after the other."),
    field(&roi::WayView::way, "way", "The same by numbers."),
    field(&roi::WayView::journeys, "journeys", "How often it was taken."),
    field(&roi::WayView::orders, "orders", "How often that led to an order."),
    field(&roi::WayView::still_open, "still_open", "How many of these journeys have not ended yet."),
    field(&roi::WayView::conversion_rate, "conversion_rate", "Orders by the journeys that have ended."),
    field(&roi::WayView::conversion_from, "conversion_from", "The lower end of its 95% interval (Wilson)."),
    field(&roi::WayView::conversion_to, "conversion_to", "The upper end of its 95% interval (Wilson)."),
    field(&roi::WayView::revenue, "revenue", "What these orders brought."),
    field(&roi::WayView::mean_touchpoints, "mean_touchpoints",
          "How many touchpoints a journey has on average."),
    field(&roi::WayView::median_days, "median_days",
          "From the first touchpoint to the order: half of the orders took longer."),
    field(&roi::WayView::rules, "rules", "By which rules of credit it is told; no model plays a part."));
template <>
inline constexpr auto described<roi::TakenJourney> = record(
    "taken_journey", "One journey, the way that it took, and the order that closed it.",
    field(&roi::TakenJourney::id, "id", "Its place in this list."),
    field(&roi::TakenJourney::name, "name", "What it came by, one after the other.", searched),
    field(&roi::TakenJourney::way, "way", "The same by numbers, as the way's own page takes it."),
    field(&roi::TakenJourney::account, "account", "Whose journey it is."),
    field(&roi::TakenJourney::account_name, "account_name", "The account's name.", searched),
    field(&roi::TakenJourney::first_at, "first_at", "Its first touchpoint."),
    field(&roi::TakenJourney::last_at, "last_at", "Its last touchpoint."),
    field(&roi::TakenJourney::first_precision, "first_precision", "How finely the first one is known."),
    field(&roi::TakenJourney::last_precision, "last_precision", "How finely the last one is known."),
    field(&roi::TakenJourney::touchpoints, "touchpoints", "How many it has.", unit::count),
    field(&roi::TakenJourney::has_order, "has_order", "Whether an order closed it."),
    field(&roi::TakenJourney::is_open, "is_open",
          "Whether it has not ended yet: an order may still come in the look-back of its touchpoints."),
    field(&roi::TakenJourney::order_name, "order_name",
          "The order's number, or the opportunity it came from.", searched),
    field(&roi::TakenJourney::order_row, "order_row", "Where the order is shown; 0 where there is none."),
    field(&roi::TakenJourney::booked_on, "booked_on", "The day it was booked."),
    field(&roi::TakenJourney::revenue, "revenue", "What the customer pays."),
    field(&roi::TakenJourney::days, "days", "From the first touchpoint to the order.", unit::days));
template <>
inline constexpr auto described<roi::FlowNode> = record(
    "flow_node", "Where journeys stood at a step.",
    field(&roi::FlowNode::name, "name", "The channel, campaign or side; small ones together; or the end."),
    field(&roi::FlowNode::step, "step", "The how-manieth step it is.", unit::count),
    field(&roi::FlowNode::side, "side", "Whose it is, where it is one side's."),
    field(&roi::FlowNode::journeys, "journeys", "How many journeys came by it there.", unit::count));
template <>
inline constexpr auto described<roi::FlowLink> = record(
    "flow_link", "From one step to the next.",
    field(&roi::FlowLink::from, "from", "The place of the node that it leaves, from 0 on."),
    field(&roi::FlowLink::to, "to", "The place of the node that it comes to."),
    field(&roi::FlowLink::from_name, "from_name", "What it leaves."),
    field(&roi::FlowLink::to_name, "to_name", "What it comes to."),
    field(&roi::FlowLink::step, "step", "The step that it leaves.", unit::count),
    field(&roi::FlowLink::journeys, "journeys", "How many journeys went this way.", unit::count),
    field(&roi::FlowLink::orders, "orders", "How many of these ended in an order.", unit::count),
    field(&roi::FlowLink::still_open, "still_open", "How many of these have not ended yet.", unit::count));
template <>
inline constexpr auto described<roi::Flow> = record(
    "roi_flow", "From the first touchpoints to the order, or to none.",
    field(&roi::Flow::by, "by", "What the steps are."),
    field(&roi::Flow::from_day, "from_day", "The first day of orders."),
    field(&roi::Flow::until_day, "until_day", "The last day of orders."),
    field(&roi::Flow::lookback_days, "lookback_days", "How old a touchpoint may be to have led to an order.",
          unit::days),
    field(&roi::Flow::sentence, "sentence", "The answer in words."),
    field(&roi::Flow::why, "why", "Why nothing can be shown; empty where something can."),
    field(&roi::Flow::journeys_sentence, "journeys_sentence", "Which journeys these are."),
    field(&roi::Flow::ways, "ways", "How many ways they took.", unit::count),
    field(&roi::Flow::ways_shown, "ways_shown", "How many of these are listed each for itself.", unit::count),
    field(&roi::Flow::journeys, "journeys", "How many journeys there are."),
    field(&roi::Flow::orders, "orders", "How many of them an order closed."),
    field(&roi::Flow::still_open, "still_open", "How many of them have not ended yet."),
    field(&roi::Flow::conversion_rate, "conversion_rate", "Orders by the journeys that have ended."),
    field(&roi::Flow::agreed_journeys, "agreed_journeys",
          "How many journeys there are by the rules of credit that bind, whatever is asked."),
    field(&roi::Flow::agreed_orders, "agreed_orders", "How many of these an order closed."),
    field(&roi::Flow::agreed_still_open, "agreed_still_open", "How many of these have not ended yet."),
    field(&roi::Flow::agreed_conversion_rate, "agreed_conversion_rate",
          "These orders by these journeys that have ended."),
    field(&roi::Flow::nodes, "nodes", "Where journeys stood, step by step."),
    field(&roi::Flow::links, "links", "Where they went from there."),
    field(&roi::Flow::rules, "rules", "By which rules of credit it is told; no model plays a part."),
    field(&roi::Flow::left_out, "left_out", "Which orders close no journey here, and why."),
    field(&roi::Flow::notes, "notes", "What to know before one judges by it."));
}  // namespace accord
