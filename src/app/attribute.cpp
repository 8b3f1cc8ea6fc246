// SPDX-License-Identifier: Apache-2.0
#include "app/attribute.hpp"

#include <cmath>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <thread>

#include "base/text.hpp"

namespace accord::app {
namespace {

constexpr std::size_t problems_shown = 100;

void explain(const importing::FileProblem& wrong, std::ostream& err) {
  std::string text = wrong.file;
  if (wrong.problem.line > 0) text += ", line " + std::to_string(wrong.problem.line);
  if (!wrong.problem.column.empty()) text += ", " + wrong.problem.column;
  err << without_commands(text + ": " + wrong.problem.reason + " " + wrong.problem.remedy) << "\n";
}

void explain_refused(const importing::Journeys& journeys, std::ostream& err) {
  if (journeys.refused == 0) return;
  for (std::size_t i = 0; i < journeys.problems.size() && i < problems_shown; ++i)
    explain(journeys.problems[i], err);
  const auto more =
      journeys.refused - static_cast<std::int64_t>(std::min(journeys.problems.size(), problems_shown));
  if (more > 0) err << "… and " << counted(more, "row", "rows") << " more.\n";
  const auto others = journeys.rows - journeys.refused;
  err << counted(journeys.refused, "row stays", "rows stay") << " out of "
      << counted(journeys.rows, "row", "rows")
      << (others == 0   ? ".\n"
          : others == 1 ? "; the other one is read.\n"
                        : "; the others are read.\n");
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

std::optional<std::string> problem_of(const Attribution& result, const AttributeOptions& options) {
  if (result.paths.problem) return result.paths.problem;
  if (result.paths.outcome.empty() && result.touches_before_lookback.value_or(0) > 0) {
    std::ostringstream days;
    days << options.lookback_days;
    return "of all touches none lies in the look-back of " + days.str() +
           (options.lookback_days == 1 ? " day" : " days") +
           " before a conversion: take a longer one, --lookback-days";
  }
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
  result.conversions_touched.resize(result.journeys.channels.size());
  const auto paths = result.paths.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    if (paths.outcome[path].conversions == 0) continue;
    for (const auto key : paths.keys_of(path))
      result.conversions_touched[key] += paths.outcome[path].conversions;
  }
}

/// Of the channels that never convert what Markov's chain says all the same.
void note_never_converting(Attribution& result) {
  const auto names = channels_never_converting(result);
  if (names.empty()) return;
  double effect = 0;
  for (const auto& model : result.models) {
    for (std::size_t key = 0; model.markov && key < result.conversions_touched.size(); ++key) {
      if (result.conversions_touched[key] == 0) effect = std::max(effect, model.markov->effects[key]);
    }
  }
  result.notes.push_back("No journey that came by " + listed(names) + " converted, so that no model gives " +
                         (names.size() == 1 ? "it" : "them") + " credit" +
                         (effect == 0
                              ? "."
                              : "; a removal effect above 0 only says that journeys went on from there to "
                                "channels that convert."));
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

/// A file of figures has no place for reasons.
void explain_blanks(const Attribution& result, std::ostream& err) {
  for (const auto& model : result.models) {
    if (model.reason)
      err << model.title << " is blank: " << without_commands(*model.reason) << ".\n";
    else if (model.reason_no_value && result.journeys.has_values)
      err << model.title << " has no value: " << without_commands(*model.reason_no_value) << ".\n";
    if (!model.reason && model.reason_no_intervals)
      err << model.title << " has no intervals: " << without_commands(*model.reason_no_intervals) << ".\n";
  }
  for (const auto& note : result.notes) err << without_commands(note) << "\n";
}

std::vector<std::string> never_converting(const Attribution& result) {
  std::vector<std::string> names;
  for (std::size_t key = 0; key < result.conversions_touched.size(); ++key) {
    if (result.conversions_touched[key] == 0) names.push_back(result.journeys.channels[key]);
  }
  return names;
}

}  // namespace

std::vector<std::string> channels_never_converting(const Attribution& result) {
  return result.attributed.conversions == 0 ? std::vector<std::string>() : never_converting(result);
}

/// Control characters of ASCII, and of Latin-1 as UTF-8 writes them.
std::string without_commands(std::string_view text) {
  std::string shown;
  const auto hex = [&](unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    shown += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if (byte == 0xc2 && next >= 0x80 && next < 0xa0) {
      hex(text[++at]);
    } else if (byte < 0x20 || byte == 0x7f) {
      hex(byte);
    } else {
      shown += text[at];
    }
  }
  return shown;
}

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
  if (const auto problem = problem_of(result, options)) {
    err << result.files.front() << ": nothing to attribute: " << *problem << ".\n";
    return Exit::nothing_done;
  }
  sum_up(result);
  take_notes(result, options);
  work_out(result, options, err);
  note_never_converting(result);
  print_attribution(out, result, options, width);
  if (options.format == AttributeFormat::csv) explain_blanks(result, err);
  if (!options.paths.empty())
    importing::write_journeys(options.paths, result.paths.paths(), result.journeys.channels,
                              result.journeys.minor_digits);
  return result.journeys.refused > 0 ? Exit::some_refused : Exit::done;
}

Exit attribute(const AttributeOptions& options) {
  return attribute(options, std::cout, std::cerr, terminal_width());
}

}  // namespace accord::app
