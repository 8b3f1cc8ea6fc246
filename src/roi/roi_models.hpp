// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kernels/credit_totals.hpp"
#include "kernels/markov_order.hpp"
#include "roi/roi.hpp"
#include "roi/sums.hpp"
#include "web/subject.hpp"

/// The models side by side, and how far they disagree.
namespace accord::roi {

enum class ComparedModel : std::uint8_t {
  first_touch,
  last_touch,
  last_non_direct,
  linear,
  position_based,
  w_shaped,
  time_decay,
  markov,
  shapley,
  shapley_by_rate
};
inline constexpr std::size_t compared_models = 10;

/// What is compared: what lines earn of it.
enum class Compared : std::uint8_t { revenue, orders, gross_margin, leads, opportunities, new_accounts };
constexpr bool is_money(Compared of) { return of == Compared::revenue || of == Compared::gross_margin; }
/// Markov and Shapley tell of revenue and orders by all journeys together. Whatever else is compared they
/// share as the return does, each order and each lead by itself.
constexpr bool is_of_populations(Compared of) { return of == Compared::revenue || of == Compared::orders; }

/// A question of all models at once; its own model plays no part.
struct ModelsQuestion {
  Question question;
  std::size_t markov_order = 1;
  Compared of = Compared::revenue;
};

/// What all lines earned under one model.
struct ModelColumn {
  ComparedModel model = ComparedModel::linear;
  std::string why;                         ///< it has no answer; empty where it has
  std::string why_no_revenue;              ///< it has none of the revenue alone
  std::map<Key, kernels::Credit> credits;  ///< 0 where a line is not among them; leads stand as conversions
  std::map<Key, std::string> unknown;      ///< why single lines have no answer
  std::string attributed_unknown;          ///< why their sum has none
  double orders_unattributed = 0;
  std::int64_t minor_unattributed = 0;

  const std::string& why_not(Compared) const;
  /// The same of one line.
  const std::string& why_not(Compared, Key) const;
};

/// The journeys that came by a line, however often.
struct Touched {
  std::uint64_t conversions = 0;
  std::int64_t minor = 0;  ///< what these brought
};

/// The sets of channels that the rate game was played among.
struct RateSets {
  std::size_t seen = 0, unseen = 0;
};

struct Comparison {
  std::vector<ModelColumn> columns;              ///< by model
  std::vector<Key> lines;                        ///< those of the return
  std::map<Key, double> effects, value_effects;  ///< removal effects of the Markov chain
  std::map<Key, Touched> touched;
  bool has_direct = false;  ///< whether a channel is of visits nobody brought; else last non-direct is last
  std::uint64_t journeys = 0, conversions = 0, ways = 0;
  std::int64_t minor = 0;  ///< what the conversions on these ways brought
  RateSets sets;
};

/// How much of what is compared these sums hold: whole ones and parts of them, or money.
double count_in(const Sums&, Compared);
/// Of how many leads or orders that is.
std::int64_t shared_in(const Sums&, Compared);

/// Whether journeys came by the line, and no order by any of them: no model gives it credit.
bool never_converted(const Comparison&, Key);

/// Kept for each commit and question. What is shared one by one is what the return shares.
std::shared_ptr<const Comparison> comparison_of(const Read&, const ModelsQuestion&);
/// Which order of Markov chain foretells the journeys of the question best.
std::shared_ptr<const kernels::MarkovOrder> best_order(const Read&, const Question&);

/// How far one line's credit could have come out otherwise, had other journeys of the same kind been seen.
struct CreditInterval {
  ComparedModel model = ComparedModel::linear;
  std::optional<Money> from, to;                 ///< of money
  std::optional<double> from_orders, to_orders;  ///< of orders, leads, opportunities, new accounts
  std::int64_t resamples = 0;
  std::string why;  ///< it is not worked out; empty where it is
};
std::vector<CreditInterval> intervals_of(const Read&, const ModelsQuestion&, Key);

/// Of one line under every model. Drawing journeys anew takes seconds where there are many: whoever asks how
/// far the models disagree does not wait for it.
struct LineIntervals {
  std::vector<CreditInterval> items;
  RulesTold rules;
};
LineIntervals line_intervals(const Read&, const ModelsQuestion&, Key);

/// One line under every model.
struct ModelsLine {
  Id<ModelsLine> id;  ///< of the channel, the campaign; 0 where the facts name none
  std::string name;
  std::optional<Side> side;
  Figure first_touch, last_touch, last_non_direct, linear, position_based, w_shaped, time_decay, markov,
      shapley, shapley_by_rate;
  Figure mean, spread;
  std::string sentence;
  std::optional<RulesTold> rules;  ///< left out in lists
};

/// A column's sums: what it attributes, and what no touchpoint explains, are what was booked.
struct ModelTotal {
  ComparedModel model = ComparedModel::linear;
  std::string name, kind;
  Figure attributed, unattributed, booked;
};

struct ModelsReport {
  Dimension by = Dimension::channel;
  Compared of = Compared::revenue;
  Day from_day, until_day;
  std::int64_t lookback_days = 0, half_life_days = 0, markov_order = 1;
  std::string sentence, why;
  std::string order_sentence;
  std::optional<std::int64_t> best_order;
  std::string single_order, population_total;  ///< what these words mean
  std::string journeys_sentence;
  RulesTold rules;
  std::optional<ComparedModel> agreed_model;  ///< whose column is what was agreed
  std::string agreed_sentence;                ///< that in words; empty where nothing is agreed
  std::string direct_sentence;  ///< last non-direct is last touch once more; empty where it is not
  std::vector<LeftOut> left_out;
  std::vector<std::string> notes;  ///< what to know before one judges by it
  std::vector<ModelTotal> totals;
};

ModelsReport models_report(const Read&, const ModelsQuestion&);
/// As lists have them, with links instead of inputs.
std::vector<ModelsLine> models_lines(const Read&, const ModelsQuestion&);
/// One line with its workings.
ModelsLine models_line(const Read&, const ModelsQuestion&, Key);

/// The routes and pages of models and journeys, which the subject lists with its own.
std::vector<web::Route> model_routes();
std::vector<Page> model_pages();

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr std::array<std::string_view, roi::compared_models> choices_of<roi::ComparedModel>{
    "first_touch", "last_touch", "last_non_direct", "linear",  "position_based",
    "w_shaped",    "time_decay", "markov",          "shapley", "shapley_by_rate"};
template <>
inline constexpr std::array<std::string_view, 6> choices_of<roi::Compared>{
    "revenue", "orders", "gross_margin", "leads", "opportunities", "new_accounts"};
template <>
inline constexpr auto described<roi::CreditInterval> = record(
    "credit_interval",
    "Between what a credit would lie in 95 of 100 cases, had other journeys of the same kind been seen.",
    field(&roi::CreditInterval::model, "model", "Under which model."),
    field(&roi::CreditInterval::from, "from", "The lower end, where money is compared."),
    field(&roi::CreditInterval::to, "to", "The upper end, where money is compared."),
    field(&roi::CreditInterval::from_orders, "from_orders",
          "The lower end, where orders, leads, opportunities or new accounts are compared."),
    field(&roi::CreditInterval::to_orders, "to_orders",
          "The upper end, where orders, leads, opportunities or new accounts are compared."),
    field(&roi::CreditInterval::resamples, "resamples", "How often journeys were drawn anew.", unit::count),
    field(&roi::CreditInterval::why, "why", "Why there is none; empty where there is."));
template <>
inline constexpr auto described<roi::LineIntervals> =
    record("line_intervals", "How far one line's credits could have come out otherwise.",
           field(&roi::LineIntervals::items, "items", "Its interval under each model."),
           field(&roi::LineIntervals::rules, "rules", "By which rules of credit it is told."));
template <>
inline constexpr auto described<roi::ModelsLine> = record(
    "models_line", "One channel, campaign or side under every model.",
    field(&roi::ModelsLine::id, "id",
          "The number of the channel, the campaign; 0 where the facts name none."),
    field(&roi::ModelsLine::name, "name", "What it is called.", searched),
    field(&roi::ModelsLine::side, "side", "Whose it is, where it is one side's."),
    field(&roi::ModelsLine::first_touch, "first_touch", "All of an order to its first touchpoint."),
    field(&roi::ModelsLine::last_touch, "last_touch", "All of an order to its last touchpoint."),
    field(&roi::ModelsLine::last_non_direct, "last_non_direct",
          "All of an order to its last touchpoint that is not direct."),
    field(&roi::ModelsLine::linear, "linear", "The same to each touchpoint."),
    field(&roi::ModelsLine::position_based, "position_based",
          "40% to the first touchpoint, 40% to the last, the rest to those between."),
    field(&roi::ModelsLine::w_shaped, "w_shaped",
          "30% each to the first touchpoint, the first of sales and the last, the rest to the others."),
    field(&roi::ModelsLine::time_decay, "time_decay", "More the nearer a touchpoint is to the order."),
    field(&roi::ModelsLine::markov, "markov",
          "By what would be lost without it, if journeys were a Markov chain; of revenue and orders the "
          "population total."),
    field(
        &roi::ModelsLine::shapley, "shapley",
        "Its Shapley value: each journey shared equally among its distinct lines; of revenue and orders the "
        "population total."),
    field(&roi::ModelsLine::shapley_by_rate, "shapley_by_rate",
          "Its Shapley value in the game of conversion rates, of revenue and orders of up to 12 lines: "
          "population total."),
    field(&roi::ModelsLine::mean, "mean", "The mean of the models."),
    field(
        &roi::ModelsLine::spread, "spread",
        "How far the models disagree: the greatest credit less the least, by their mean. Markov counts once; "
        "last non-direct only where a channel is direct."),
    field(&roi::ModelsLine::sentence, "sentence", "How far the models disagree, in words."),
    field(&roi::ModelsLine::rules, "rules", "By which rules of credit it is told; left out in lists."));
template <>
inline constexpr auto described<roi::ModelTotal> =
    record("model_total", "What one model attributes, and what no touchpoint explains.",
           field(&roi::ModelTotal::model, "model", "Which model."),
           field(&roi::ModelTotal::name, "name", "What it is called."),
           field(&roi::ModelTotal::kind, "kind", "Credit of single orders, or population total."),
           field(&roi::ModelTotal::attributed, "attributed", "What all lines have earned."),
           field(&roi::ModelTotal::unattributed, "unattributed", "What no touchpoint explains."),
           field(&roi::ModelTotal::booked, "booked", "Both together: what was booked."));
template <>
inline constexpr auto described<roi::ModelsReport> = record(
    "roi_models", "The models side by side, and how far they disagree.",
    field(&roi::ModelsReport::by, "by", "What the lines are."),
    field(&roi::ModelsReport::of, "of",
          "What is compared: revenue, orders, gross margin, leads, opportunities or new accounts."),
    field(&roi::ModelsReport::from_day, "from_day", "The first day of orders."),
    field(&roi::ModelsReport::until_day, "until_day", "The last day of orders."),
    field(&roi::ModelsReport::lookback_days, "lookback_days",
          "How old a touchpoint may be to have led to an order.", unit::days),
    field(&roi::ModelsReport::half_life_days, "half_life_days",
          "After how long a touchpoint counts half, under time decay.", unit::days),
    field(&roi::ModelsReport::markov_order, "markov_order", "How many touchpoints back the chain remembers."),
    field(&roi::ModelsReport::sentence, "sentence", "How far the models disagree, in words."),
    field(&roi::ModelsReport::why, "why", "Why nothing can be compared; empty where something can."),
    field(&roi::ModelsReport::order_sentence, "order_sentence",
          "Which Markov order foretells best, and why."),
    field(&roi::ModelsReport::best_order, "best_order",
          "That order; nothing where there is not enough data."),
    field(&roi::ModelsReport::single_order, "single_order", "What a credit of single orders is."),
    field(&roi::ModelsReport::population_total, "population_total", "What a population total is."),
    field(&roi::ModelsReport::journeys_sentence, "journeys_sentence", "Which journeys are compared."),
    field(&roi::ModelsReport::rules, "rules", "By which rules of credit it is told, the model apart."),
    field(&roi::ModelsReport::agreed_model, "agreed_model",
          "Whose column is what both sides signed; nothing where none is."),
    field(&roi::ModelsReport::agreed_sentence, "agreed_sentence",
          "That in words; empty where nothing is agreed."),
    field(&roi::ModelsReport::direct_sentence, "direct_sentence",
          "That last non-direct is last touch once more, which no spread counts twice; empty where a channel "
          "is "
          "direct."),
    field(&roi::ModelsReport::left_out, "left_out", "Which orders no model shares, and why."),
    field(&roi::ModelsReport::notes, "notes", "What to know before one judges by it."),
    field(&roi::ModelsReport::totals, "totals", "What each model attributes in all."));
}  // namespace accord
