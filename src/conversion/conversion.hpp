// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "funnel/funnel.hpp"

namespace accord::conversion {

/// What the lines of a cohort are one of.
enum class Dimension : std::uint8_t { all, side, territory, product, source, salesperson, month };

/// What became of a journey at a step.
enum class CameTo : std::uint8_t { went_on, lost, here, back };

/// Something to know before judging.
struct Note {
  std::string sentence, link;
};

/// A step, and what became of the journeys that came to it.
struct StageConversion {
  Id<StageConversion> id;
  std::string name;
  bool is_agreed = false;
  Side responsible = Side::none;
  std::string link;
  Figure came;
  Figure went_on;
  Figure lost;
  Figure here;
  Figure back;
  Figure won;
  Figure returned;
  Figure to_next;
  Figure next_at_horizon;
  std::optional<double> next_at_horizon_from;
  std::optional<double> next_at_horizon_to;
  Figure next_so_far;
  std::optional<double> next_so_far_from;
  std::optional<double> next_so_far_to;
  Figure to_won;
  Figure won_at_horizon;
  std::optional<double> won_at_horizon_from;
  std::optional<double> won_at_horizon_to;
  Figure won_so_far;
  std::optional<double> won_so_far_from;
  std::optional<double> won_so_far_to;
  Figure median_days;
  std::optional<double> median_days_from;
  std::optional<double> median_days_to;
  Figure most_days;
  std::optional<double> most_days_from;
  std::optional<double> most_days_to;
  Figure value;
  Figure value_on;
  Figure value_lost;
  Figure value_here;
  std::string left_out_sentence;
  Figure next_before;
  Figure difference;
  std::optional<double> difference_from;
  std::optional<double> difference_to;
  std::optional<double> difference_p;
  std::optional<double> won_p;
  std::optional<double> time_p;
  std::string difference_sentence;
};

/// What became of the journeys that began between two days.
struct FunnelReport {
  Dimension by = Dimension::all;
  std::optional<std::string> line;
  std::string line_name;
  Day from_day;
  Day until_day;
  Day as_of_day;
  std::int64_t horizon_days = 0;
  std::optional<Day> against_from;
  std::optional<Day> against_until;
  std::string sentence;
  std::string difference_sentence;
  std::string why;
  std::vector<Note> notes;
  Figure journeys;
  Figure won;
  Figure lost;
  Figure open;
  Figure won_at_horizon;
  std::optional<double> won_at_horizon_from;
  std::optional<double> won_at_horizon_to;
  Figure won_so_far;
  std::optional<double> won_so_far_from;
  std::optional<double> won_so_far_to;
  Figure won_before;
  Figure won_difference;
  std::optional<double> won_difference_from;
  std::optional<double> won_difference_to;
  std::optional<double> won_difference_p;
  std::string won_difference_sentence;
  Figure won_rate;
  Figure mean_value;
  Figure length;
  Figure velocity;
  std::vector<StageConversion> items;
};

/// What became of the journeys of one source, product, salesperson and so on.
struct FunnelLine {
  Id<FunnelLine> id;
  std::string line;
  std::string name;
  Figure journeys;
  Figure won;
  Figure lost;
  Figure open;
  Figure won_at_horizon;
  std::optional<double> won_at_horizon_from;
  std::optional<double> won_at_horizon_to;
  Figure value_won;
  Figure value_lost;
  Figure value_open;
  Figure velocity;
  Figure difference;
  std::optional<double> difference_from;
  std::optional<double> difference_to;
  std::optional<double> difference_p;
  std::string difference_sentence;
};

/// A journey behind a number of the funnel.
struct CohortJourney {
  Id<funnel::Opportunity> id;
  std::string name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<Side> side;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  bool began_elsewhere = false;
  std::optional<Id<territory::Territory>> began_in;
  std::string began_in_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::string source;
  std::optional<Day> begun_on;
  funnel::Outcome outcome = funnel::Outcome::open;
  std::optional<Day> closed_on;
  std::string stage;
  std::optional<Money> value;
  std::optional<Money> worth;
  std::optional<std::int64_t> outcome_days;
  std::optional<Day> came_on;
  std::int64_t times = 0;
  std::optional<CameTo> came_to;
  std::optional<Day> exit_on;
  std::optional<std::int64_t> next_days;
  std::optional<std::int64_t> end_days;
  std::optional<std::int64_t> stay_days;
  bool has_left = false;
  bool has_change_before_creation = false;
  bool is_closed_before_creation = false;
  bool stands_in_ending = false;
  bool has_steps = true;
};

inline constexpr Right see_conversion{
    "see_conversion", "See what became of leads and opportunities of one's territories, step by step.",
    every_role};

inline constexpr Rule cohort_is_ahead{"cohort_is_ahead", "These days lie after the day that is looked at.",
                                      "Choose days up to the day at whose end the journeys are looked at.",
                                      422};

extern const Subject subject;

}  // namespace accord::conversion

namespace accord {
template <>
inline constexpr std::array<std::string_view, 7> choices_of<conversion::Dimension>{
    "all", "side", "territory", "product", "source", "salesperson", "month"};
template <>
inline constexpr std::array<std::string_view, 4> choices_of<conversion::CameTo>{"went_on", "lost", "here",
                                                                                "back"};
template <>
inline constexpr auto described<conversion::Note> =
    record("funnel_note", "Something to know before judging.",
           field(&conversion::Note::sentence, "sentence", "It in words."),
           field(&conversion::Note::link, "link", "Where that is shown; empty where nothing is."));
template <>
inline constexpr auto described<conversion::StageConversion> = record(
    "stage_conversion", "A step, and what became of the journeys that came to it.",
    field(&conversion::StageConversion::id, "id", "Its place among the steps."),
    field(&conversion::StageConversion::name, "name",
          "What both sides call it; of what nobody agreed on, the system's name.", searched),
    field(&conversion::StageConversion::is_agreed, "is_agreed",
          "Whether both sides have agreed on such a stage."),
    field(&conversion::StageConversion::responsible, "responsible", "The side whose move it is there."),
    field(&conversion::StageConversion::link, "link",
          "The agreement that says so; empty where nothing was agreed."),
    field(&conversion::StageConversion::came, "came", "How many journeys came to it, each once."),
    field(&conversion::StageConversion::went_on, "went_on",
          "How many of them went on to a later step, or were won."),
    field(&conversion::StageConversion::lost, "lost", "How many were lost with it as their furthest step."),
    field(&conversion::StageConversion::here, "here", "How many stand there still."),
    field(&conversion::StageConversion::back, "back", "How many have gone back from it and stand elsewhere."),
    field(&conversion::StageConversion::won, "won", "How many of those that came were won."),
    field(&conversion::StageConversion::returned, "returned", "How many came to it more than once."),
    field(&conversion::StageConversion::to_next, "to_next", "How many of those that came have gone on."),
    field(&conversion::StageConversion::next_at_horizon, "next_at_horizon",
          "Which part has gone on by the horizon, with those that still stand there."),
    field(&conversion::StageConversion::next_at_horizon_from, "next_at_horizon_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::StageConversion::next_at_horizon_to, "next_at_horizon_to", "Where it ends.",
          unit::percent),
    field(&conversion::StageConversion::next_so_far, "next_so_far", "The same as far as anybody was seen."),
    field(&conversion::StageConversion::next_so_far_from, "next_so_far_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::StageConversion::next_so_far_to, "next_so_far_to", "Where it ends.", unit::percent),
    field(&conversion::StageConversion::to_won, "to_won", "How many of those that came were won."),
    field(&conversion::StageConversion::won_at_horizon, "won_at_horizon",
          "Which part is won by the horizon."),
    field(&conversion::StageConversion::won_at_horizon_from, "won_at_horizon_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::StageConversion::won_at_horizon_to, "won_at_horizon_to", "Where it ends.",
          unit::percent),
    field(&conversion::StageConversion::won_so_far, "won_so_far", "The same as far as anybody was seen."),
    field(&conversion::StageConversion::won_so_far_from, "won_so_far_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::StageConversion::won_so_far_to, "won_so_far_to", "Where it ends.", unit::percent),
    field(&conversion::StageConversion::median_days, "median_days",
          "Within how many days half of them have left it."),
    field(&conversion::StageConversion::median_days_from, "median_days_from",
          "Where the 95% interval of that number begins.", unit::days),
    field(&conversion::StageConversion::median_days_to, "median_days_to", "Where it ends.", unit::days),
    field(&conversion::StageConversion::most_days, "most_days",
          "Within how many days nine of ten have left it."),
    field(&conversion::StageConversion::most_days_from, "most_days_from",
          "Where the 95% interval of that number begins.", unit::days),
    field(&conversion::StageConversion::most_days_to, "most_days_to", "Where it ends.", unit::days),
    field(&conversion::StageConversion::value, "value", "What those that came are worth."),
    field(&conversion::StageConversion::value_on, "value_on", "What those that went on are worth."),
    field(&conversion::StageConversion::value_lost, "value_lost",
          "What those that were lost there were worth."),
    field(&conversion::StageConversion::value_here, "value_here",
          "What those that stand there or went back are worth."),
    field(&conversion::StageConversion::left_out_sentence, "left_out_sentence",
          "Why some are in no time of it; empty where all are."),
    field(&conversion::StageConversion::next_before, "next_before",
          "The part that had gone on by the horizon, of the period that it is compared with."),
    field(&conversion::StageConversion::difference, "difference",
          "How much more goes on by the horizon than in that period."),
    field(&conversion::StageConversion::difference_from, "difference_from",
          "Where the 95% interval of that difference alone begins, whatever else was compared.",
          unit::percent),
    field(&conversion::StageConversion::difference_to, "difference_to", "Where it ends.", unit::percent),
    field(&conversion::StageConversion::difference_p, "difference_p",
          "How probable so large a difference is by chance alone, for as many steps as were compared."),
    field(&conversion::StageConversion::won_p, "won_p", "The same of the part that is won."),
    field(&conversion::StageConversion::time_p, "time_p", "The same of the time in it."),
    field(&conversion::StageConversion::difference_sentence, "difference_sentence",
          "What changed, and whether it can be chance; empty without another period."));
template <>
inline constexpr auto described<conversion::FunnelReport> = record(
    "funnel_report", "What became of the journeys that began between two days.",
    field(&conversion::FunnelReport::by, "by", "What its lines are one of."),
    field(&conversion::FunnelReport::line, "line", "Which line; nothing for all of them."),
    field(&conversion::FunnelReport::line_name, "line_name",
          "What that line is called; empty for all of them."),
    field(&conversion::FunnelReport::from_day, "from_day", "The first day on which its journeys began."),
    field(&conversion::FunnelReport::until_day, "until_day", "The last one."),
    field(&conversion::FunnelReport::as_of_day, "as_of_day", "The day at whose end they are looked at."),
    field(&conversion::FunnelReport::horizon_days, "horizon_days",
          "By how many days after coming to a step its conversion is told.", unit::days),
    field(&conversion::FunnelReport::against_from, "against_from",
          "The first day of the period that it is compared with."),
    field(&conversion::FunnelReport::against_until, "against_until", "The last one."),
    field(&conversion::FunnelReport::sentence, "sentence", "The answer in words."),
    field(&conversion::FunnelReport::difference_sentence, "difference_sentence",
          "What changed since the other period, in words; empty without one."),
    field(&conversion::FunnelReport::why, "why", "Why nothing can be said; empty where something can."),
    field(&conversion::FunnelReport::notes, "notes", "What to know before judging."),
    field(&conversion::FunnelReport::journeys, "journeys", "How many journeys began in these days."),
    field(&conversion::FunnelReport::won, "won", "How many of them were won."),
    field(&conversion::FunnelReport::lost, "lost", "How many were lost."),
    field(&conversion::FunnelReport::open, "open", "How many are open."),
    field(&conversion::FunnelReport::won_at_horizon, "won_at_horizon",
          "Which part is won by the horizon after its beginning."),
    field(&conversion::FunnelReport::won_at_horizon_from, "won_at_horizon_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::FunnelReport::won_at_horizon_to, "won_at_horizon_to", "Where it ends.", unit::percent),
    field(&conversion::FunnelReport::won_so_far, "won_so_far", "The same as far as anybody was seen."),
    field(&conversion::FunnelReport::won_so_far_from, "won_so_far_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::FunnelReport::won_so_far_to, "won_so_far_to", "Where it ends.", unit::percent),
    field(&conversion::FunnelReport::won_before, "won_before",
          "The part that is won by the horizon, of the period that it is compared with."),
    field(&conversion::FunnelReport::won_difference, "won_difference",
          "That part of these days, less that of the other period, in points."),
    field(&conversion::FunnelReport::won_difference_from, "won_difference_from",
          "Where the 95% interval of that difference begins.", unit::percent),
    field(&conversion::FunnelReport::won_difference_to, "won_difference_to", "Where it ends.", unit::percent),
    field(&conversion::FunnelReport::won_difference_p, "won_difference_p",
          "How probable so large a difference is by chance alone; of this one comparison."),
    field(&conversion::FunnelReport::won_difference_sentence, "won_difference_sentence",
          "The same in words; empty without another period."),
    field(&conversion::FunnelReport::won_rate, "won_rate", "How many of the closed ones were won."),
    field(&conversion::FunnelReport::mean_value, "mean_value", "What a won one is worth on average."),
    field(&conversion::FunnelReport::length, "length", "How many days a won one took on average."),
    field(&conversion::FunnelReport::velocity, "velocity", "What comes in each day, at this rate."),
    field(&conversion::FunnelReport::items, "items", "The steps, from the first inquiry on."));
template <>
inline constexpr auto described<conversion::FunnelLine> = record(
    "funnel_line", "What became of the journeys of one source, product, salesperson and so on.",
    field(&conversion::FunnelLine::id, "id", "Its place in the list."),
    field(&conversion::FunnelLine::line, "line", "How an address names it."),
    field(&conversion::FunnelLine::name, "name", "What it is called.", searched),
    field(&conversion::FunnelLine::journeys, "journeys", "How many journeys began."),
    field(&conversion::FunnelLine::won, "won", "How many were won."),
    field(&conversion::FunnelLine::lost, "lost", "How many were lost."),
    field(&conversion::FunnelLine::open, "open", "How many are open."),
    field(&conversion::FunnelLine::won_at_horizon, "won_at_horizon", "Which part is won by the horizon."),
    field(&conversion::FunnelLine::won_at_horizon_from, "won_at_horizon_from",
          "Where the 95% interval of that part begins.", unit::percent),
    field(&conversion::FunnelLine::won_at_horizon_to, "won_at_horizon_to", "Where it ends.", unit::percent),
    field(&conversion::FunnelLine::value_won, "value_won", "What the won ones are worth."),
    field(&conversion::FunnelLine::value_lost, "value_lost", "What the lost ones were worth."),
    field(&conversion::FunnelLine::value_open, "value_open", "What the open ones are worth."),
    field(&conversion::FunnelLine::velocity, "velocity", "What comes in each day, at this rate."),
    field(&conversion::FunnelLine::difference, "difference",
          "How much more is won by the horizon than of all the others."),
    field(&conversion::FunnelLine::difference_from, "difference_from",
          "Where the 95% interval of that difference alone begins, whatever else was compared.",
          unit::percent),
    field(&conversion::FunnelLine::difference_to, "difference_to", "Where it ends.", unit::percent),
    field(&conversion::FunnelLine::difference_p, "difference_p",
          "How probable so large a difference is by chance alone, for as many lines as were compared."),
    field(&conversion::FunnelLine::difference_sentence, "difference_sentence",
          "Whether it differs from the others, or whether that can be chance."));
template <>
inline constexpr auto described<conversion::CohortJourney> = record(
    "cohort_journey", "A journey behind a number of the funnel.",
    field(&conversion::CohortJourney::id, "id", "The opportunity's number."),
    field(&conversion::CohortJourney::name, "name", "What it is called.", searched),
    field(&conversion::CohortJourney::account, "account", "Who would buy."),
    field(&conversion::CohortJourney::account_name, "account_name", "The account's name.", searched),
    field(&conversion::CohortJourney::owner, "owner", "Who works on it."),
    field(&conversion::CohortJourney::owner_name, "owner_name", "The owner's name.", searched),
    field(&conversion::CohortJourney::side, "side", "The owner's side."),
    field(&conversion::CohortJourney::territory, "territory", "Where it belongs by then."),
    field(&conversion::CohortJourney::territory_name, "territory_name", "The territory's name."),
    field(&conversion::CohortJourney::began_elsewhere, "began_elsewhere",
          "Whether it belonged to another territory when it began."),
    field(&conversion::CohortJourney::began_in, "began_in", "Where it belonged when it began."),
    field(&conversion::CohortJourney::began_in_name, "began_in_name",
          "That territory's name, where it is another."),
    field(&conversion::CohortJourney::product, "product", "What they would buy."),
    field(&conversion::CohortJourney::product_name, "product_name", "The product's name."),
    field(&conversion::CohortJourney::source, "source", "Where the lead came from.", searched),
    field(&conversion::CohortJourney::begun_on, "begun_on", "The day on which the journey began."),
    field(&conversion::CohortJourney::outcome, "outcome", "Open, won or lost by then."),
    field(&conversion::CohortJourney::closed_on, "closed_on", "When it was won or lost."),
    field(&conversion::CohortJourney::stage, "stage", "The step it stands in, or left last."),
    field(&conversion::CohortJourney::value, "value",
          "What the customer would pay; of an open or a lost one without a value, the list price."),
    field(&conversion::CohortJourney::worth, "worth",
          "The same in the company's currency; nothing without a rate."),
    field(&conversion::CohortJourney::outcome_days, "outcome_days",
          "Days from its beginning until it was won or lost, or to the day at whose end it is looked at.",
          unit::days),
    field(&conversion::CohortJourney::came_on, "came_on",
          "When it came to the step asked for; nothing where it was only seen there."),
    field(&conversion::CohortJourney::times, "times", "How often it came to that step.", unit::count),
    field(&conversion::CohortJourney::came_to, "came_to", "What became of it there."),
    field(&conversion::CohortJourney::exit_on, "exit_on",
          "When it went on from that step or was lost there; nothing where it has not, or nobody knows."),
    field(&conversion::CohortJourney::next_days, "next_days",
          "Days until it went on from that step or was lost, or to the end; nothing where that is not known.",
          unit::days),
    field(&conversion::CohortJourney::end_days, "end_days",
          "Days from coming to that step until it was won or lost, or to the end.", unit::days),
    field(&conversion::CohortJourney::stay_days, "stay_days",
          "Days of its first stay in that step, or so far.", unit::days),
    field(&conversion::CohortJourney::has_left, "has_left", "Whether that stay is over."),
    field(&conversion::CohortJourney::has_change_before_creation, "has_change_before_creation",
          "Whether a change of its stage lies before its inquiry."),
    field(&conversion::CohortJourney::is_closed_before_creation, "is_closed_before_creation",
          "Whether it was closed before its inquiry."),
    field(&conversion::CohortJourney::stands_in_ending, "stands_in_ending",
          "Whether it is open, though it stands in a stage that ends journeys."),
    field(&conversion::CohortJourney::has_steps, "has_steps", "Whether any step is known that it was in."));
}  // namespace accord
