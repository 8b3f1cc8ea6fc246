// SPDX-License-Identifier: Apache-2.0
#include "app/attribute.hpp"

#include <cmath>
#include <filesystem>
#include <iostream>
#include <thread>

#include "base/text.hpp"

namespace accord::app {
namespace {

constexpr std::size_t problems_shown = 100;

void explain(const importing::FileProblem& wrong, std::ostream& err) {
  err << wrong.file;
  if (wrong.problem.line > 0) err << ", line " << wrong.problem.line;
  if (!wrong.problem.column.empty()) err << ", " << wrong.problem.column;
  err << ": " << wrong.problem.reason << " " << wrong.problem.remedy << "\n";
}

void explain_refused(const importing::Journeys& journeys, std::ostream& err) {
  if (journeys.refused == 0) return;
  for (std::size_t i = 0; i < journeys.problems.size() && i < problems_shown; ++i)
    explain(journeys.problems[i], err);
  const auto more =
      journeys.refused - static_cast<std::int64_t>(std::min(journeys.problems.size(), problems_shown));
  if (more > 0) err << "… and " << counted(more, "row", "rows") << " more.\n";
  err << counted(journeys.refused, "row stays", "rows stay") << " out of "
      << counted(journeys.rows, "row", "rows") << "; the others are counted.\n";
}

std::int64_t days_in_ms(double days) {
  return static_cast<std::int64_t>(std::llround(days * static_cast<double>(kernels::ms_of_a_day)));
}

/// The journeys as paths, whatever file they came from.
void take_paths(Attribution& result, const AttributeOptions& options) {
  auto& journeys = result.journeys;
  if (!journeys.is_log) {
    result.paths = std::move(journeys.grouped);
    return;
  }
  const kernels::PathRule rule{days_in_ms(options.lookback_days)};
  const auto timelines = journeys.log.timelines();
  result.paths =
      kernels::group_journeys(timelines, rule, journeys.channels.size(), std::thread::hardware_concurrency());
  result.paths.keys = journeys.channels.size();  // a log has no touch without a channel
  result.touches_before_lookback =
      count_journeys(timelines, rule, kernels::all_of(timelines)).touches_before_lookback;
}

std::optional<std::string> problem_of(const Attribution& result) {
  if (result.paths.problem) return result.paths.problem;
  if (result.paths.outcome.empty()) return "there is no journey with a touch in what was read";
  return kernels::problem_of(result.paths.paths());
}

void sum_up(Attribution& result) {
  result.unattributed = result.paths.unattributed;
  for (const auto& outcome : result.paths.outcome) {
    result.attributed.conversions += outcome.conversions;
    result.attributed.minor += outcome.minor;
    result.attributed.not_converted += outcome.not_converted;
  }
}

void take_notes(Attribution& result, const AttributeOptions& options) {
  auto& notes = result.notes;
  notes = result.journeys.notes;
  const AttributeOptions usual;
  if (!result.journeys.is_log &&
      (options.lookback_days != usual.lookback_days || options.half_life_days != usual.half_life_days))
    notes.push_back("Look-back and half-life change nothing here: grouped journeys hold no times.");
  if (result.attributed.not_converted == 0)
    notes.push_back(
        std::string(result.journeys.counts_not_converted
                        ? "Every journey here converted"
                        : "The file does not count journeys that did not convert") +
        ": the probability of conversion is 1, so that Markov's removal effects only say how much of what "
        "converted came by a channel, and Shapley by rate finds every set of channels equally good. Add a "
        "column "
        "total_null to compare them.");
  if (result.attributed.conversions == 0)
    notes.push_back("No journey converted, so no channel has earned anything.");
  if (result.touches_before_lookback.value_or(0) > 0)
    notes.push_back(
        counted(static_cast<std::int64_t>(*result.touches_before_lookback), "touch was", "touches were") +
        " older than the look-back when the next conversion came, and belong to no journey.");
}

}  // namespace

Exit attribute(const AttributeOptions& options, std::ostream& out, std::ostream& err, std::size_t width) {
  Attribution result;
  for (const auto& file : {options.file, options.conversions}) {
    if (file == "-")
      result.files.emplace_back(importing::standard_input);
    else if (!file.empty())
      result.files.push_back(std::filesystem::path(file).filename().string());
  }
  result.journeys = importing::read_journeys(options.file, options.conversions, options.answers);
  explain_refused(result.journeys, err);
  if (result.journeys.failure) {
    explain(*result.journeys.failure, err);
    return Exit::nothing_done;
  }
  take_paths(result, options);
  if (const auto problem = problem_of(result)) {
    err << result.files.front() << ": nothing to attribute: " << *problem << ".\n";
    return Exit::nothing_done;
  }
  sum_up(result);
  take_notes(result, options);
  work_out(result, options);
  print_attribution(out, result, options, width);
  if (!options.paths.empty())
    importing::write_journeys(options.paths, result.paths.paths(), result.journeys.channels,
                              result.journeys.minor_digits);
  return result.journeys.refused > 0 ? Exit::some_refused : Exit::done;
}

Exit attribute(const AttributeOptions& options) {
  return attribute(options, std::cout, std::cerr, terminal_width());
}

}  // namespace accord::app
