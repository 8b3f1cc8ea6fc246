// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "importing/importing.hpp"
#include "kernels/bootstrap.hpp"
#include "kernels/credit_totals.hpp"
#include "kernels/markov_order.hpp"

/// `accord attribute`: every model of attribution over journeys from files.
namespace accord::app {

enum class AttributeFormat : std::uint8_t { table, csv, json };

struct AttributeOptions {
  std::string file, conversions;
  std::string paths;  ///< where the grouped journeys are written; empty: nowhere
  importing::JourneyAnswers answers{};
  std::size_t markov_order = 0;  ///< 0: orders 1 to 4
  double lookback_days = 90, half_life_days = 7;
  AttributeFormat format = AttributeFormat::table;
  bool has_intervals = false;
  std::size_t resamples = 1'000;
};

/// How a removal effect was worked out, and what it is by channel.
struct MarkovDetail {
  std::vector<double> effects, value_effects;
  double conversion_probability = 0, residual = 0;
  std::size_t states = 0, sweeps = 0;
};

/// What channels have earned under one model.
struct ModelCredits {
  std::string name;                     ///< `time_decay`, as CSV and JSON call it
  std::string title;                    ///< as people do
  std::optional<std::string> reason{};  ///< why it has no answer
  std::optional<std::string> reason_no_value{};
  std::vector<kernels::Credit> credits{};                 ///< by channel
  std::vector<kernels::Interval> conversions{}, minor{};  ///< by channel, where intervals are asked for
  std::optional<std::string> reason_no_intervals{};
  std::optional<MarkovDetail> markov{};
  std::size_t coalitions_seen = 0, coalitions_unseen = 0;  ///< of Shapley by conversion rate
};

struct Attribution {
  std::vector<std::string> files;
  importing::Journeys journeys;
  kernels::PathList paths;
  std::vector<ModelCredits> models;
  kernels::PathOutcome attributed, unattributed;
  std::vector<std::uint64_t> conversions_touched{};      ///< by channel: whose journey came by it
  std::optional<std::uint64_t> touches_before_lookback;  ///< of a log
  kernels::MarkovOrder order;
  std::vector<std::string> notes;
};

/// Runs every model; `paths` has the journeys. What takes long says every few seconds how far it is.
void work_out(Attribution&, const AttributeOptions&, std::ostream& err);

/// The channels of which no journey converted, where any did: no model gives them credit.
std::vector<std::string> channels_never_converting(const Attribution&);

/// What may be shown on a terminal: bytes that would command it are written as \x1B.
std::string without_commands(std::string_view text);

/// How far the models that have an answer disagree on a channel: the greatest credit less the least, by their
/// mean; nothing where none gives it credit. Markov counts once, by the lowest order shown, as on the screen.
struct Spread {
  std::optional<double> conversions, value;
};
Spread spread_of(const Attribution&, std::size_t channel);

void print_attribution(std::ostream&, const Attribution&, const AttributeOptions&, std::size_t width);

/// As the command does: what was worked out to `out`, rows that stayed out and why to `err`.
Exit attribute(const AttributeOptions&, std::ostream& out, std::ostream& err, std::size_t width);

}  // namespace accord::app
