// SPDX-License-Identifier: Apache-2.0
#include "importing/journey_file.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>

#include "base/check.hpp"
#include "base/text.hpp"
#include "importing/cell_text.hpp"
#include "importing/csv_writer.hpp"
#include "importing/journey_pass.hpp"

namespace accord::importing {
namespace {

using kernels::touch_mark::by_sales, kernels::touch_mark::is_direct;

/// What tools of web analytics call visits that nobody paid for.
constexpr std::array<std::string_view, 4> usual_names_of_direct{"direct", "(direct)", "(direct) / (none)",
                                                                "direct traffic"};

FileProblem of_file(std::string file, std::string reason, std::string remedy) {
  return {std::move(file), {0, "", std::move(reason), std::move(remedy), ProblemKind::bad_value}};
}

/// A column that was told must stand in one of the files.
std::optional<FileProblem> missing_column(const JourneyAnswers& answers,
                                          const std::vector<const JourneySource*>& sources) {
  for (const auto& use : answers.columns) {
    const bool is_there = std::ranges::any_of(sources, [&](const JourneySource* source) {
      return std::ranges::any_of(source->columns.names, [&](const std::string& name) {
        return squeezed(name) == squeezed(use.column);
      });
    });
    if (!is_there)
      return of_file(sources.front()->file.name, "No column is called \"" + use.column + "\".",
                     "Its columns are " + listed(sources.front()->columns.names) + ".");
  }
  return std::nullopt;
}

/// Nothing, and the failure of the result, where it is no file of journeys.
std::optional<JourneySource> recognised(const SourceFile& file, const JourneyAnswers& answers,
                                        bool is_for_conversions, Journeys& result) {
  auto opened = journey_source(file, answers, is_for_conversions);
  if (auto* source = std::get_if<JourneySource>(&opened)) return std::move(*source);
  result.failure = FileProblem{file.name, std::get<Problem>(opened)};
  return std::nullopt;
}

std::optional<FileProblem> what_does_not_fit(const JourneyAnswers& answers, const JourneySource& source,
                                             const std::optional<JourneySource>& conversions) {
  std::vector<const JourneySource*> sources{&source};
  if (conversions) sources.push_back(&*conversions);
  if (conversions && source.columns.kind == JourneyFileKind::grouped)
    return of_file(source.file.name, "Its journeys are grouped and say themselves what converted.",
                   "Leave --conversions out.");
  return missing_column(answers, sources);
}

/// Marks all touches of these channels.
std::optional<FileProblem> mark(Journeys& result, const std::string& file, std::uint8_t bit,
                                const std::vector<std::string>& names) {
  for (const auto& name : names) {
    const auto found = std::ranges::find(result.channels, name);
    if (found == result.channels.end())
      return of_file(file, "No channel is called \"" + name + "\".",
                     "The channels are " + listed(result.channels) + ".");
    const auto key = static_cast<std::size_t>(found - result.channels.begin());
    result.marks[key] |= bit;
    for (std::size_t i = 0; i < result.log.touch_key.size(); ++i) {
      if (result.log.touch_key[i] == key) result.log.touch_marks[i] |= bit;
    }
  }
  return std::nullopt;
}

/// Where nobody says what is direct, the usual names do.
std::vector<std::string> names_of_direct(Journeys& result, const JourneyAnswers& answers) {
  if (!answers.is_direct.empty() || !result.why_no_direct) return answers.is_direct;
  std::vector<std::string> names;
  for (const auto& channel : result.channels) {
    const bool is_usual = std::ranges::any_of(usual_names_of_direct,
                                              [&](auto name) { return equals_ignoring_case(channel, name); });
    if (is_usual) names.push_back(channel);
  }
  if (!names.empty()) result.notes.push_back("Direct is " + listed(names) + ", by its name.");
  return names;
}

void say_which_touches_are_what(Journeys& result, const std::string& file, const JourneyAnswers& answers) {
  result.marks.resize(result.channels.size());
  if (!answers.sales.empty()) result.why_no_sides.reset();
  const auto direct = names_of_direct(result, answers);
  if (!direct.empty()) result.why_no_direct.reset();
  auto failure = mark(result, file, by_sales, answers.sales);
  if (!failure) failure = mark(result, file, is_direct, direct);
  if (failure) result.failure = std::move(failure);
}

void tell_of_names_that_differ_in_case(Journeys& result) {
  std::map<std::string, std::string> known;
  for (const auto& channel : result.channels) {
    const auto [at, is_new] = known.emplace(lower(channel), channel);
    if (is_new) continue;
    result.notes.push_back(
        "\"" + at->second + "\" and \"" + channel +
        "\" differ only in capitals and count as two channels; write them the same way if they "
        "are one.");
  }
}

SourceFile source_at(const std::string& file) {
  return file == "-" ? piped(std::cin, std::string(standard_input)) : file_at(file);
}

}  // namespace

Journeys read_journeys(const std::string& file, const std::string& conversions_file,
                       const JourneyAnswers& answers) {
  std::optional<SourceFile> conversions;
  if (!conversions_file.empty()) conversions = source_at(conversions_file);
  return read_journeys(source_at(file), conversions, answers);
}

Journeys read_journeys(const SourceFile& file, const std::optional<SourceFile>& conversions_file,
                       const JourneyAnswers& answers) {
  Journeys result;
  auto source = recognised(file, answers, false, result);
  auto conversions = conversions_file && !result.failure
                         ? recognised(*conversions_file, answers, true, result)
                         : std::optional<JourneySource>();
  if (!result.failure) result.failure = what_does_not_fit(answers, *source, conversions);
  if (result.failure) return result;
  if (source->columns.kind == JourneyFileKind::grouped)
    read_grouped(*source, answers, result);
  else
    read_log(*source, conversions ? &*conversions : nullptr, answers, result);
  if (result.failure) return result;
  const auto& formats = conversions ? conversions->formats : source->formats;
  result.currency = formats.currency;
  result.minor_digits = formats.decimals;
  say_which_touches_are_what(result, file.name, answers);
  tell_of_names_that_differ_in_case(result);
  return result;
}

std::string plain_amount(std::int64_t minor, int minor_digits) {
  const bool is_negative = minor < 0;
  auto digits =
      std::to_string(is_negative ? -static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor));
  const auto fraction = static_cast<std::size_t>(minor_digits);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  if (fraction > 0) digits.insert(digits.size() - fraction, ".");
  return (is_negative ? "-" : "") + digits;
}

void write_journeys(const std::string& file, const kernels::Paths& paths,
                    const std::vector<std::string>& channels, int minor_digits) {
  std::ofstream out(file, std::ios::binary);
  out << "path,total_conversions,total_conversion_value,total_null\r\n";
  for (std::size_t path = 0; path < paths.size(); ++path) {
    std::string text;
    for (const auto key : paths.keys_of(path)) text += (text.empty() ? "" : " > ") + channels[key];
    const auto& outcome = paths.outcome[path];
    out << csv_cell(text) << ',' << outcome.conversions << ',' << plain_amount(outcome.minor, minor_digits)
        << ',' << outcome.not_converted << "\r\n";
  }
  out.close();
  if (!out) throw Fault("The journeys could not be written to " + file + ". Check the folder and its space.");
}

}  // namespace accord::importing
