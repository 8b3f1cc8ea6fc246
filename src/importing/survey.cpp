// SPDX-License-Identifier: Apache-2.0
#include "importing/survey.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/text.hpp"
#include "importing/cell_text.hpp"
#include "importing/identity.hpp"
#include "importing/importing.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t samples_max = 4, sample_bytes = 80;

bool is_day(const Use& use) {
  switch (use.slot->reading) {
    case Reading::field:
      return use.slot->field->type.kind == Kind::day || use.slot->field->type.kind == Kind::instant;
    case Reading::won_at:
    case Reading::lost_at:
    case Reading::stage_since:
    case Reading::entered:
    case Reading::month:
    case Reading::period:
    case Reading::first_day:
    case Reading::last_day:
    case Reading::day_of_list:
    case Reading::converted_at:
    case Reading::completed_at:
    case Reading::modified_at:
      return true;
    default:
      return false;
  }
}

bool is_number(const Use& use) {
  const auto reading = use.slot->reading;
  if (reading == Reading::rate || reading == Reading::debit || reading == Reading::credit) return true;
  if (reading == Reading::claim_number || reading == Reading::claim_amount) return true;
  if (use.slot->reading != Reading::field) return false;
  const Kind kind = use.slot->field->type.kind;
  return kind == Kind::integer || kind == Kind::number || kind == Kind::money;
}

void keep_sample(std::vector<std::string>& samples, std::string_view cell) {
  if (samples.size() >= samples_max) return;
  std::string text(cell.substr(0, sample_bytes));
  while (!is_text(text)) text.pop_back();
  if (std::find(samples.begin(), samples.end(), text) == samples.end()) samples.push_back(std::move(text));
}

std::variant<TableFile, Problem> open_table(const SourceFile& file) {
  TableOptions options;
  options.hints.is_known_header = &is_known_header;
  return TableFile::open(file.open(), options);
}

/// Which rows mean the record of an earlier one, as far as it is told what the columns are.
class RepeatFinder {
 public:
  RepeatFinder(const std::vector<Use>& uses, const Mapping& mapping, const Answers& answers)
      : uses_(uses), target_(uses.empty() ? nullptr : target_named(mapping.target)), answers_(answers) {}

  /// What its system deleted means nothing.
  void add(const Row& row) {
    if (target_ == nullptr) return;
    Line line(uses_, formats_, row);
    if (line.says_yes(Reading::is_deleted)) return;
    const auto identity = identity_of(line, *target_, answers_);
    if (!identity.empty()) repeats_.add(identity, row.line, content_of(row));
  }
  std::vector<Repeat> take() { return repeats_.take(); }

 private:
  Digest content_of(const Row& row) {
    cells_.clear();
    for (const auto cell : row.cells) cells_.append(cell).push_back('\x1f');
    return digest_of(cells_);
  }

  const std::vector<Use>& uses_;
  const Target* target_;
  const Answers& answers_;
  const Formats formats_;  ///< texts are compared as they are written
  Repeats repeats_;
  std::string cells_;  ///< room for one row
};

}  // namespace

std::vector<Use> uses_of(const Mapping& mapping, const Answers& answers,
                         const std::vector<std::string>& columns) {
  std::vector<Use> uses;
  if (mapping.columns.empty()) return uses;
  const auto* target = target_named(mapping.target);
  if (target == nullptr) return uses;
  const auto take = [&](std::size_t column, const std::string& header, const std::string& name) {
    const auto colon = name.find(':');
    const auto* slot = target->slot(name.substr(0, colon));
    CHECK(slot != nullptr);
    uses.push_back({column, header, slot, colon == std::string::npos ? std::string() : name.substr(colon + 1),
                    currency_in_header(header)});
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const auto& use : mapping.columns) {
      if (use.column == columns[i] && !use.slot.empty()) take(i, columns[i], use.slot);
    }
  }
  for (std::size_t i = 0; i < answers.constants.size(); ++i)
    take(columns.size() + i, label_of(answers.constants[i].slot) + " of every row",
         answers.constants[i].slot);
  return uses;
}

void add_constants(Row& row, const Answers& answers) {
  if (row.problem) return;
  for (const auto& constant : answers.constants) row.cells.push_back(constant.value);
}

TableFile table_of(const SourceFile& file) {
  auto opened = open_table(file);
  if (const auto* problem = std::get_if<Problem>(&opened))
    throw Refusal(import_unreadable, file.name + ": " + problem->reason + " " + problem->remedy);
  return std::get<TableFile>(std::move(opened));
}

std::variant<Head, Problem> head_of(const SourceFile& file) {
  auto opened = open_table(file);
  if (auto* problem = std::get_if<Problem>(&opened)) return *problem;
  const auto& table = std::get<TableFile>(opened);
  return Head{table.columns(), table.left_out()};
}

Survey survey(const SourceFile& file, const Mapping& mapping, const Answers& answers) {
  auto table = table_of(file);
  Survey found;
  found.columns = table.columns();
  found.samples.resize(found.columns.size());
  found.blanks.resize(found.columns.size());
  const auto uses = uses_of(mapping, answers, found.columns);
  DayFormatDetector days;
  NumberFormatDetector numbers;
  RepeatFinder repeats(uses, mapping, answers);
  for (Row row; table.next(row);) {
    ++found.rows;
    if (row.problem) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto text = trimmed_cell(row.cells[i]);
      if (text.empty())
        ++found.blanks[i];
      else
        keep_sample(found.samples[i], text);
    }
    add_constants(row, answers);
    for (const auto& use : uses) {
      if (is_day(use)) days.add(row.cells[use.column]);
      if (is_number(use)) numbers.add(row.cells[use.column]);
    }
    repeats.add(row);
  }
  found.days = days.finding();
  found.numbers = numbers.finding();
  found.repeats = repeats.take();
  found.encoding = name_of(table.encoding());
  found.delimiter = table.delimiter();
  return found;
}

}  // namespace accord::importing
