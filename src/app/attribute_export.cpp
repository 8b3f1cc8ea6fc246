// SPDX-License-Identifier: Apache-2.0
#include "app/attribute_export.hpp"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

namespace accord::app {
namespace {

std::string conversions_text(double conversions) { return fmt::format("{:.6f}", conversions); }

class CsvTable {
 public:
  explicit CsvTable(const Attribution& result) : result_(result) {}

  void print(std::ostream& out) const {
    out << "channel";
    for (const auto& model : result_.models) {
      for (const auto& column : columns_of(model)) out << ',' << model.name << '_' << column;
    }
    out << "\r\n";
    for (std::size_t channel = 0; channel < result_.journeys.channels.size(); ++channel)
      print_channel(out, channel);
    print_unattributed(out);
  }

 private:
  std::vector<std::string> columns_of(const ModelCredits& model) const {
    std::vector<std::string> columns{"conversions", "value"};
    if (!model.conversions.empty())
      columns.insert(columns.end(), {"conversions_from", "conversions_to", "value_from", "value_to"});
    if (is_markov(model)) columns.emplace_back("removal_effect");
    return columns;
  }

  /// Also where it has no answer: which columns there are does not depend on the data.
  static bool is_markov(const ModelCredits& model) { return model.name.starts_with("markov_"); }

  std::string amount(std::int64_t minor) const {
    return importing::plain_amount(minor, result_.journeys.minor_digits);
  }
  bool has_value(const ModelCredits& model) const {
    return result_.journeys.has_values && !model.reason && !model.reason_no_value;
  }

  void print_channel(std::ostream& out, std::size_t channel) const {
    out << importing::csv_cell(result_.journeys.channels[channel]);
    for (const auto& model : result_.models) {
      if (model.reason) {
        out << std::string(columns_of(model).size(), ',');
        continue;
      }
      const auto& credit = model.credits[channel];
      out << ',' << conversions_text(credit.conversions) << ','
          << (has_value(model) && credit.minor ? amount(*credit.minor) : "");
      if (!model.conversions.empty()) print_intervals(out, model, channel);
      if (model.markov) out << ',' << fmt::format("{:.12g}", model.markov->effects[channel]);
    }
    out << "\r\n";
  }

  void print_intervals(std::ostream& out, const ModelCredits& model, std::size_t channel) const {
    const auto& conversions = model.conversions[channel];
    const auto& minor = model.minor[channel];
    out << ',' << conversions_text(conversions.from) << ',' << conversions_text(conversions.to);
    for (const double bound : {minor.from, minor.to})
      out << ',' << (has_value(model) ? amount(std::llround(bound)) : "");
  }

  /// With it each column sums to the whole.
  void print_unattributed(std::ostream& out) const {
    out << "(unattributed)";
    for (const auto& model : result_.models) {
      out << ',';
      if (!model.reason) out << result_.unattributed.conversions;
      out << ',' << (has_value(model) ? amount(result_.unattributed.minor) : "");
      out << std::string(columns_of(model).size() - 2, ',');
    }
    out << "\r\n";
  }

  const Attribution& result_;
};

json::value or_null(const std::optional<std::string>& text) {
  return text ? json::value(json::string(*text)) : json::value(nullptr);
}

json::object of_outcome(const Attribution& result, std::uint64_t conversions, std::int64_t minor) {
  json::object total{{"conversions", conversions}};
  total["minor"] = result.journeys.has_values ? json::value(minor) : json::value(nullptr);
  return total;
}

json::array credits_of(const Attribution& result, const ModelCredits& model) {
  json::array credits;
  for (std::size_t channel = 0; channel < model.credits.size(); ++channel) {
    const auto& credit = model.credits[channel];
    json::object one{{"channel", result.journeys.channels[channel]}, {"conversions", credit.conversions}};
    const bool has_value = result.journeys.has_values && !model.reason_no_value && credit.minor;
    one["minor"] = has_value ? json::value(*credit.minor) : json::value(nullptr);
    one["unrounded_minor"] = has_value ? json::value(credit.unrounded_minor) : json::value(nullptr);
    if (model.markov) {
      one["removal_effect"] = model.markov->effects[channel];
      one["removal_effect_by_value"] =
          has_value ? json::value(model.markov->value_effects[channel]) : json::value(nullptr);
    }
    if (!model.conversions.empty()) {
      one["conversions_interval"] = {model.conversions[channel].from, model.conversions[channel].to};
      if (has_value) one["minor_interval"] = {model.minor[channel].from, model.minor[channel].to};
    }
    credits.push_back(std::move(one));
  }
  return credits;
}

json::object model_json(const Attribution& result, const ModelCredits& model) {
  json::object one{{"model", model.name}, {"title", model.title}, {"reason", or_null(model.reason)}};
  if (result.journeys.has_values) one["reason_no_value"] = or_null(model.reason_no_value);
  if (model.reason_no_intervals) one["reason_no_intervals"] = *model.reason_no_intervals;
  if (model.markov) {
    one["conversion_probability"] = model.markov->conversion_probability;
    one["states"] = model.markov->states;
    one["sweeps"] = model.markov->sweeps;
    one["residual"] = model.markov->residual;
  }
  if (model.name == "shapley_by_rate" && !model.reason) {
    one["coalitions_seen"] = model.coalitions_seen;
    one["coalitions_unseen"] = model.coalitions_unseen;
  }
  one["credits"] = credits_of(result, model);
  return one;
}

json::array spreads_of(const Attribution& result) {
  const auto or_null = [](std::optional<double> spread) {
    return spread ? json::value(*spread) : json::value(nullptr);
  };
  json::array spreads;
  for (std::size_t channel = 0; channel < result.journeys.channels.size(); ++channel) {
    const auto spread = spread_of(result, channel);
    spreads.push_back(json::object{{"channel", result.journeys.channels[channel]},
                                   {"conversions", or_null(spread.conversions)},
                                   {"value", or_null(spread.value)}});
  }
  return spreads;
}

json::object order_json(const kernels::MarkovOrder& order) {
  json::object choice{{"why", order.why}};
  choice["order"] = order.order ? json::value(*order.order) : json::value(nullptr);
  json::array fits;
  for (const auto& fit : order.fits) {
    if (order.order)
      fits.push_back(json::object{{"log_likelihood_per_step", fit.log_likelihood_per_step},
                                  {"behind_best", fit.behind_best},
                                  {"standard_error", fit.standard_error}});
  }
  choice["fits"] = std::move(fits);
  choice["journeys_held_out"] = order.journeys_held_out;
  return choice;
}

}  // namespace

void print_attribution_csv(std::ostream& out, const Attribution& result) { CsvTable(result).print(out); }

json::object attribution_json(const Attribution& result, const AttributeOptions& options) {
  const auto& journeys = result.journeys;
  const auto &attributed = result.attributed, &unattributed = result.unattributed;
  json::object all{{"files", json::value_from(result.files)},
                   {"shape", journeys.is_log ? "touchpoint log" : "grouped journeys"},
                   {"rows", journeys.rows},
                   {"rows_refused", journeys.refused},
                   {"minor_digits", journeys.minor_digits}};
  all["currency"] = journeys.currency ? json::value(journeys.currency->text()) : json::value(nullptr);
  if (journeys.is_log) {
    all["lookback_days"] = options.lookback_days;
    all["half_life_days"] = options.half_life_days;
    all["touches_before_lookback"] = result.touches_before_lookback.value_or(0);
  }
  all["journeys_not_converted"] = attributed.not_converted;
  all["paths"] = result.paths.outcome.size();
  all["attributed"] = of_outcome(result, attributed.conversions, attributed.minor);
  all["unattributed"] = of_outcome(result, unattributed.conversions, unattributed.minor);
  all["whole"] = of_outcome(result, attributed.conversions + unattributed.conversions,
                            attributed.minor + unattributed.minor);
  json::array models;
  for (const auto& model : result.models) models.push_back(model_json(result, model));
  all["models"] = std::move(models);
  all["channels_never_converting"] = json::value_from(channels_never_converting(result));
  all["spread"] = spreads_of(result);
  all["markov_order"] = order_json(result.order);
  all["notes"] = json::value_from(result.notes);
  return all;
}

}  // namespace accord::app
