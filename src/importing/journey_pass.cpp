// SPDX-License-Identifier: Apache-2.0
#include "importing/journey_pass.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"
#include "importing/cell_text.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t longest_record = 4 * 1024 * 1024;  // a journey of ten thousand touches is one cell

TableOptions options_of_journeys() {
  TableOptions options;
  options.hints.is_known_header = is_known_journey_header;
  options.limits.record_bytes = options.limits.cell_bytes = longest_record;
  options.file_bytes = std::int64_t{1} << 40;
  return options;
}

JourneyFormats formats_of(const JourneyAnswers& answers, const JourneyColumns& columns) {
  JourneyFormats formats;
  formats.is_surveyed =
      answers.decimals != DecimalMark::as_detected && answers.dates != DayOrder::as_detected;
  if (answers.decimals == DecimalMark::comma) formats.numbers = NumberFormat::decimal_comma;
  if (answers.dates == DayOrder::day_first) formats.days = DayFormat::day_first;
  if (answers.dates == DayOrder::month_first) formats.days = DayFormat::month_first;
  if (answers.dates == DayOrder::excel_serial) formats.days = DayFormat::excel_serial;
  formats.currency = answers.currency ? answers.currency : columns.currency;
  if (formats.currency) formats.decimals = minor_digits(*formats.currency);
  formats.time_zone = answers.time_zone;
  return formats;
}

std::optional<Problem> survey(JourneySource& source, const JourneyAnswers& answers) {
  JourneySurvey survey;
  auto table = source.table();
  for (Row row; table.next(row);) {
    if (row.problem) continue;
    for (const auto role : {JourneyRole::conversions, JourneyRole::not_converted, JourneyRole::value}) {
      survey.add_number(source.cell(row, role));
    }
    survey.add_sign(source.cell(row, JourneyRole::value));
    survey.add_day(source.cell(row, JourneyRole::time));
  }
  return survey.settle(answers, source.formats);
}

void tell_of_left_out(const TableFile& table, const std::string& file, Journeys& result) {
  for (const auto& line : table.left_out()) {
    result.notes.push_back(file + ", line " + std::to_string(line.line) + ", is left out: " + line.why + ".");
  }
}

void tell_of_rounding(const JourneySource& source, std::int64_t amounts, Journeys& result) {
  if (amounts == 0) return;
  const auto unit = plain_amount(1, source.formats.decimals);
  result.notes.push_back(source.file.name + ": " + counted(amounts, "amount", "amounts") + " finer than " +
                         (source.formats.currency ? unit : plain_amount(1, most_decimals)) +
                         (amounts == 1 ? " was" : " were") + " rounded to it.");
}

void tell_of_sign(const JourneySource& source, Journeys& result) {
  const auto& formats = source.formats;
  if (formats.sign.empty()) return;
  result.notes.push_back(source.file.name + ": all amounts carry " + formats.sign +
                         (formats.currency ? ": they are in " + std::string(formats.currency->text()) + "."
                                           : ", which may stand for several currencies; say which is meant: "
                                             "--currency " +
                                                 formats.signs_codes.substr(0, 3) + "."));
}

}  // namespace

TableFile JourneySource::table() const {
  auto opened = TableFile::open(file.open(), options_of_journeys());
  if (auto* problem = std::get_if<Problem>(&opened))
    throw Fault(file.name + " has changed while it was read. " + problem->reason);
  return std::move(std::get<TableFile>(opened));
}

std::variant<JourneySource, Problem> journey_source(const SourceFile& file, const JourneyAnswers& answers,
                                                    bool is_for_conversions) {
  auto opened = TableFile::open(file.open(), options_of_journeys());
  if (auto* problem = std::get_if<Problem>(&opened)) {
    if (problem->kind == ProblemKind::header_missing)
      problem->remedy =
          "Add a line above it that names each column: path, total_conversions, "
          "total_conversion_value, total_null, or customer_id, timestamp, channel.";
    return *problem;
  }
  auto columns = recognise_journeys(std::get<TableFile>(opened).columns(), answers, is_for_conversions);
  if (auto* problem = std::get_if<Problem>(&columns)) return *problem;
  auto& found = std::get<JourneyColumns>(columns);
  auto formats = formats_of(answers, found);
  return JourneySource{file, std::move(found), std::move(formats)};
}

void JourneyRows::refuse(const Problem& problem) {
  ++result_.refused;
  if (result_.problems.size() < most_problems_kept) result_.problems.push_back({source_.file.name, problem});
}

void JourneyRows::refuse(const Row& row, JourneyRole role, std::string reason, std::string remedy) {
  refuse(Problem{row.line, source_.columns.name(role), std::move(reason), std::move(remedy),
                 ProblemKind::bad_value});
}

std::optional<Problem> read_rows(JourneySource& source, const JourneyAnswers& answers, Journeys& result,
                                 const MakeJourneyRows& rows_of) {
  const Journeys before = result;
  for (;;) {
    result = before;
    const auto rows = rows_of(result);
    auto table = source.table();
    for (Row row; !rows->begins_anew() && table.next(row);) {
      ++result.rows;
      row.problem ? rows->refuse(*row.problem) : rows->take(row);
    }
    if (rows->cells().wants_survey()) {
      if (auto problem = survey(source, answers)) return problem;
    } else if (const auto decimals = rows->cells().wants_decimals()) {
      source.formats.decimals = *decimals;
    } else {
      if (table.failure()) {
        ++result.rows;  // the row at which reading ended
        rows->refuse(*table.failure());
      }
      tell_of_left_out(table, source.file.name, result);
      tell_of_sign(source, result);
      tell_of_rounding(source, rows->cells().amounts_rounded(), result);
      rows->end();
      return std::nullopt;
    }
  }
}

std::vector<std::uint32_t> ChannelNames::sort_into(Journeys& result) const {
  std::vector<std::uint32_t> order(names_.size()), become(names_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return names_.name(a) < names_.name(b); });
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    become[order[place]] = place;
    result.channels.emplace_back(names_.name(order[place]));
  }
  return become;
}

}  // namespace accord::importing
