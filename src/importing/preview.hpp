// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "importing/intake.hpp"

namespace accord::importing {

/// One column of the file, with what it is read as and what stands in it.
struct ColumnView {
  std::string column, slot;
  std::vector<std::string> samples;
  std::int64_t blank = 0;
};
/// One answer that a question may have.
struct ChoiceView {
  std::string value, label;
};
/// Something that a column can be read as.
struct SlotView {
  std::string name, label, sentence;
  std::vector<ChoiceView> choices;  ///< where it is one of a few
};
/// A kind of file.
struct TargetView {
  std::string name, title;
};
/// How near a kind of file comes to the headers of a file that is not recognised.
struct NearnessView {
  std::string name, title;
  std::vector<std::string> known, missing;
};
/// What has to be asked; its rows wait for the answer.
struct QuestionView {
  std::string code;  ///< `currency`, `dates`, `decimals`, `name`
  std::string sentence;
  std::string name, known;  ///< of a name that nearly matches
  std::int64_t count = 0;   ///< how many cells or rows wait
  std::vector<ChoiceView> choices;
};
/// A row that stays out, or a line that is no row.
struct ProblemView {
  std::int64_t line = 0;
  std::string column, reason, remedy;
};
/// A record that the file makes or changes.
struct RecordView {
  std::int64_t line = 0;
  std::string record, name;
  bool is_new = false;
  std::vector<FieldChange> changes;
};
/// What a file would do, before it is run.
struct Preview {
  std::vector<TargetView> targets;
  std::vector<NearnessView> nearest;  ///< while nobody knows what its rows are
  std::vector<SlotView> slots;
  std::vector<ChoiceView> identities;  ///< by what its rows can be matched
  std::vector<ColumnView> columns;
  std::vector<std::string> faults;  ///< of the mapping; while there are any, nothing is tried
  std::vector<QuestionView> questions;
  std::string sentence;  ///< "adds 8,800 opportunities; 3 rows stay out"
  std::int64_t rows = 0, refused = 0;
  std::optional<Day> as_of, newer_export;
  std::vector<RecordView> records;         ///< the first ones
  std::vector<ProblemView> problems;       ///< the first ones that no answer mends
  std::vector<ProblemView> doubtful;       ///< the first rows that go in and can hardly be right
  std::vector<ProblemView> there_already;  ///< the first rows that say again, in other words, what stands
  std::vector<ProblemView> left_out;       ///< lines that are not part of the table
  std::string encoding, delimiter;
  std::string time_zone;  ///< in which times are read that name none
};
/// How far a run is.
struct RunView {
  std::int64_t rows = 0, total = 0;
  std::int64_t stored = 0, stored_total = 0;
};
/// What undoing did.
struct UndoneView {
  std::string sentence;
  std::int64_t restored = 0, removed = 0;
  std::vector<std::string> changed_since, referred_to, counting_again;
};
/// A number that an import states.
struct ClaimView {
  std::int64_t id = 0;
  std::string title;
  Day from, until;
};
/// An import with what its page shows.
struct ImportView {
  Import import;
  std::string person_name;
  std::optional<RunView> run;
  std::optional<Preview> preview;
  std::vector<ProblemView> problems;    ///< of an import that has run, the first ones
  std::optional<UndoneView> undone;     ///< of one that was undone
  std::vector<ClaimView> claims;        ///< that it states
  std::string why_not{};                ///< why the reader may neither run nor undo it; empty where they may
  std::vector<std::string> not_kept{};  ///< of what was said, what another kind of file has no place for
};
/// How the user corrects an upload; what is left out stays as it is.
struct ImportChange {
  std::optional<std::string> target;
  std::vector<ColumnUse> columns;
  Answers answers;
};

Preview preview_of(const Read&, const Intake&, const Plan* plan);
std::vector<QuestionView> questions_of(const Read&, const Intake&, const Plan&);
/// The first of those that no answer mends.
std::vector<ProblemView> first_problems(const Plan&);
UndoneView view_of(const Undone&);

}  // namespace accord::importing

namespace accord {
template <>
inline constexpr auto described<importing::ColumnView> =
    record("import_column", "One column of the file.",
           field(&importing::ColumnView::column, "column", "Its header."),
           field(&importing::ColumnView::slot, "slot", "What it is read as; empty: it is not taken."),
           field(&importing::ColumnView::samples, "samples", "The first values in it that differ."),
           field(&importing::ColumnView::blank, "blank", "How many of its cells are blank.", unit::count));
template <>
inline constexpr auto described<importing::NearnessView> = record(
    "import_nearness", "How near a kind of file comes to the headers of a file that is not recognised.",
    field(&importing::NearnessView::name, "name", "The kind's name."),
    field(&importing::NearnessView::title, "title", "The kind's name, as screens show it."),
    field(&importing::NearnessView::known, "known", "The columns that it would read."),
    field(&importing::NearnessView::missing, "missing", "What it needs a column or a value for."));
template <>
inline constexpr auto described<importing::ChoiceView> =
    record("import_choice", "One answer that a question may have.",
           field(&importing::ChoiceView::value, "value", "The answer."),
           field(&importing::ChoiceView::label, "label", "The answer in words."));
template <>
inline constexpr auto described<importing::SlotView> =
    record("import_slot", "Something that a column can be read as.",
           field(&importing::SlotView::name, "name", "Its name."),
           field(&importing::SlotView::label, "label", "Its name, as screens show it."),
           field(&importing::SlotView::sentence, "sentence", "What it means."),
           field(&importing::SlotView::choices, "choices", "What it may say, where that is one of a few."));
template <>
inline constexpr auto described<importing::TargetView> =
    record("import_target", "A kind of file.", field(&importing::TargetView::name, "name", "Its name."),
           field(&importing::TargetView::title, "title", "Its name, as screens show it."));
template <>
inline constexpr auto described<importing::QuestionView> =
    record("import_question", "What has to be asked; its rows wait for the answer.",
           field(&importing::QuestionView::code, "code", "What is asked: currency, dates, decimals or name."),
           field(&importing::QuestionView::sentence, "sentence", "The question."),
           field(&importing::QuestionView::name, "name", "The name in the file; empty for other questions."),
           field(&importing::QuestionView::known, "known", "The known name that it nearly matches."),
           field(&importing::QuestionView::count, "count", "How many cells or rows wait.", unit::count),
           field(&importing::QuestionView::choices, "choices", "The answers to choose from."));
template <>
inline constexpr auto described<importing::ProblemView> =
    record("import_problem_view", "A row that stays out, or a line that is no row.",
           field(&importing::ProblemView::line, "line", "Its line in the file."),
           field(&importing::ProblemView::column, "column", "The column; empty for the whole row."),
           field(&importing::ProblemView::reason, "reason", "What is wrong."),
           field(&importing::ProblemView::remedy, "remedy", "What to do about it."));
template <>
inline constexpr auto described<importing::RecordView> =
    record("import_record_view", "A record that the file makes or changes.",
           field(&importing::RecordView::line, "line", "The line that says so."),
           field(&importing::RecordView::record, "record", "What sort of record."),
           field(&importing::RecordView::name, "name", "Its name."),
           field(&importing::RecordView::is_new, "is_new", "Whether it is made."),
           field(&importing::RecordView::changes, "changes", "The fields that it gets."));
template <>
inline constexpr auto described<importing::Preview> = record(
    "import_preview", "What a file would do, before it is run.",
    field(&importing::Preview::targets, "targets", "The kinds of file there are."),
    field(&importing::Preview::nearest, "nearest",
          "Where what its rows are cannot be told: the kinds of file that come nearest."),
    field(&importing::Preview::slots, "slots", "What the columns of this kind can be."),
    field(&importing::Preview::identities, "identities", "By what its rows can be matched to what is known."),
    field(&importing::Preview::columns, "columns", "The file's columns."),
    field(&importing::Preview::faults, "faults",
          "What is wrong with the mapping; empty where it can be run."),
    field(&importing::Preview::questions, "questions", "What is open; the rows concerned stay out."),
    field(&importing::Preview::sentence, "sentence", "What running it now would do."),
    field(&importing::Preview::rows, "row_count", "How many rows the file has.", unit::count),
    field(&importing::Preview::refused, "refused", "How many rows would stay out.", unit::count),
    field(&importing::Preview::as_of, "as_of", "The day the export was made, or the latest day in the file."),
    field(&importing::Preview::newer_export, "newer_export",
          "The day of a newer export that is in already, whose news this one would take back."),
    field(&importing::Preview::records, "records", "The first records that it would make or change."),
    field(&importing::Preview::problems, "problems",
          "The first rows that would stay out whatever is answered."),
    field(&importing::Preview::there_already, "there_already",
          "The first rows that say again, in other words, what stands: they add nothing."),
    field(&importing::Preview::doubtful, "doubtful",
          "The first rows that go in, though what they say can hardly be right."),
    field(&importing::Preview::left_out, "left_out", "Lines that are not part of the table."),
    field(&importing::Preview::encoding, "encoding", "How the file spells its text."),
    field(&importing::Preview::delimiter, "delimiter", "What stands between its cells."),
    field(&importing::Preview::time_zone, "time_zone", "In which times are read that name no time zone."));
template <>
inline constexpr auto described<importing::RunView> = record(
    "import_run", "How far a run is.", field(&importing::RunView::rows, "row_count", "Rows read so far."),
    field(&importing::RunView::total, "total", "Rows in the file."),
    field(&importing::RunView::stored, "stored", "Records stored so far."),
    field(&importing::RunView::stored_total, "stored_total",
          "Records to be stored; 0 while the file is still read."));
template <>
inline constexpr auto described<importing::UndoneView> = record(
    "import_undone", "What undoing an import did.",
    field(&importing::UndoneView::sentence, "sentence", "In words."),
    field(&importing::UndoneView::restored, "restored", "Records that are as they were before.", unit::count),
    field(&importing::UndoneView::removed, "removed", "Records that are gone again.", unit::count),
    field(&importing::UndoneView::changed_since, "changed_since",
          "Records that somebody changed afterwards; they stay."),
    field(&importing::UndoneView::referred_to, "referred_to",
          "Records that something else refers to; they stay."),
    field(&importing::UndoneView::counting_again, "counting_again",
          "The numbers stated before that count again."));
template <>
inline constexpr auto described<importing::ClaimView> =
    record("import_claim", "A number that an import states.",
           field(&importing::ClaimView::id, "id", "The claim's number."),
           field(&importing::ClaimView::title, "title", "Whose number it is, and what it counts."),
           field(&importing::ClaimView::from, "from_day", "The first day of its period."),
           field(&importing::ClaimView::until, "until_day", "The last day of its period."));
template <>
inline constexpr auto described<importing::ImportView> =
    record("import_view", "An import with what its page shows.",
           field(&importing::ImportView::import, "import", "The import."),
           field(&importing::ImportView::person_name, "person_name", "The name of who imported it."),
           field(&importing::ImportView::run, "run", "How far it is, while it runs."),
           field(&importing::ImportView::preview, "preview", "What it would do, while it waits."),
           field(&importing::ImportView::problems, "problems", "The first rows that stayed out."),
           field(&importing::ImportView::undone, "undone", "What undoing it did, and what stayed."),
           field(&importing::ImportView::claims, "claims", "The numbers that it states."),
           field(&importing::ImportView::why_not, "why_not",
                 "Why the reader may neither run nor undo it; empty where they may."),
           field(&importing::ImportView::not_kept, "not_kept",
                 "In the reply that takes it for another kind of file: what was said and could not be kept.",
                 has_default));
template <>
inline constexpr auto described<importing::ImportChange> =
    record("import_change", "How the user corrects an upload.",
           field(&importing::ImportChange::target, "target",
                 "Another kind of file: its columns are then suggested anew where they are not given."),
           field(&importing::ImportChange::columns, "columns",
                 "What the columns are; empty leaves them as they are.", has_default),
           field(&importing::ImportChange::answers, "answers", "What the file does not say."));
}  // namespace accord
