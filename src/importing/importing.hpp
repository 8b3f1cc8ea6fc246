// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "importing/csv_writer.hpp"
#include "importing/journey_file.hpp"
#include "importing/mapping.hpp"
#include "people/people.hpp"
#include "web/subject.hpp"

namespace accord::importing {

enum class State : std::uint8_t { waiting, done, nothing_new, refused, undone };

/// One file that came in, or waits to.
struct Import {
  Id<Import> id;
  std::string file_name;
  std::string target;  ///< what its rows are
  std::string system;  ///< of record
  State state = State::waiting;
  std::int64_t size = 0;
  std::string sha256;
  Instant at;
  std::optional<Id<people::Person>> person;  ///< nothing: by command
  Side side = Side::none;
  std::optional<Day> as_of;
  Json mapping, answers;
  std::int64_t rows = 0, created = 0, updated = 0, facts = 0, unchanged = 0, refused = 0;
  std::string sentence;  ///< what it did, in words
  std::optional<std::int64_t> landed_in, undone_in;
  std::optional<Json> undone;  ///< what undoing did: `UndoOfRecords`
};

/// A record that undoing its import left in place.
struct RecordThatStayed {
  std::string record;
  std::int64_t number = 0;
  bool is_changed = false;  ///< since the import; else something refers to it
};

/// What undoing did to records. Those that stayed are kept by number: what they are called may be erased.
struct UndoOfRecords {
  std::int64_t restored = 0, removed = 0;
  std::vector<RecordThatStayed> stayed;
  std::vector<std::int64_t> counting;  ///< claims that count again
  std::int64_t lines_back = 0;         ///< of orders, that the import had taken back
};

/// An import as lists show it.
struct ImportRow {
  Id<ImportRow> id;
  std::string file_name, target, system;
  State state = State::waiting;
  Instant at;
  std::string person_name;
  std::optional<Day> as_of;
  std::int64_t rows = 0, created = 0, updated = 0, facts = 0, unchanged = 0, refused = 0;
  std::string sentence;
  std::int64_t turn = 0;
};

/// Something wrong with a row that stayed out, with the row as it stood in the file.
struct ImportProblem {
  Id<ImportProblem> id;
  Id<Import> import;
  std::int64_t line = 0;
  std::string column, reason, remedy;
  Json cells;
};

/// A name that a file uses for a known record, because somebody said so.
struct ImportedName {
  Id<ImportedName> id;
  Id<Import> import;
  std::string record, name;
  std::int64_t number = 0;
};

/// How files with the same headers were read last.
struct ImportSource {
  Id<ImportSource> id;
  std::string fingerprint;
  Json mapping, answers;
};

inline constexpr Right import_data{
    "import_data",
    "Import files, correct how they are read, and undo imports; for those who see every territory.",
    roles(Role::sales_manager, Role::marketing_manager, Role::liaison, Role::finance, Role::administrator),
    true};

inline constexpr Right enter_touchpoints{
    "enter_touchpoints",
    "Enter lists of a trade show, a mailing, calls or visits as touchpoints, and take back one's own; "
    "limited "
    "to a territory, of its firms and people, for campaigns that run there.",
    roles(Role::salesperson, Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison,
          Role::finance, Role::administrator)};

inline constexpr Rule import_already_undone{"import_already_undone", "This import has been undone already.",
                                            "Import its file again to have its records back."};
inline constexpr Rule import_not_landed{"import_not_landed",
                                        "This import has put nothing in, so there is nothing to undo.",
                                        "Run it first, or delete it."};
inline constexpr Rule import_has_run{"import_has_run", "This import has run already, or is running.",
                                     "Look at its page; undo it there, or import the file again."};
inline constexpr Rule import_has_questions{
    "import_has_questions", "A question is open without which no row can go in.",
    "Answer the questions that the preview shows, then run it again.", 422};
inline constexpr Rule import_unreadable{"import_unreadable", "The file cannot be read as a table.",
                                        "Export it again as CSV and upload that file.", 422};
inline constexpr Rule import_mapping_wrong{
    "import_mapping_wrong", "The file cannot be read this way.",
    "Say on the page Import what its columns are, or leave the file out.", 422};

inline constexpr Rule import_of_finance{"import_of_finance", "Only finance states what its books say.",
                                        "Ask finance to run this import, or to undo it.", 403};

inline constexpr Rule import_of_claims{
    "import_of_claims", "Only a side states its numbers.",
    "Ask somebody of sales or marketing to import the claims, or to undo their import.", 403};
inline constexpr Rule import_in_minutes{
    "import_in_minutes", "A number of this import stands in the minutes of a closed review.",
    "Take it back on its page instead: the minutes go on showing what stood there."};
inline constexpr Rule import_claim_changed{
    "import_claim_changed", "A number of this import was withdrawn since, or its list was added to.",
    "Take back what is still to go on its page: without the import's rows its list would not be its own."};

/// What the command line says about how files are to be read.
struct ImportOptions {
  Answers answers{};
  std::string target{};  ///< what the rows are, where the headers do not tell
  bool is_dry_run = false;
  std::vector<ColumnUse> columns{};  ///< what single columns are, where the headers do not tell
  std::string bad_rows{};  ///< the folder that takes rows which stay out, as CSV; none where it is empty
};

/// Imports files, each as one commit, in the order in which their references are found; says what it did.
/// Returns 0 where every row went in or was known, 1 where rows were refused, 2 where nothing went in.
int import_files(Database&, const Actor&, const std::vector<std::string>& paths, const ImportOptions&,
                 std::ostream& out);

/// Deletes uploads that have waited for a day.
void forget_old_uploads(Database&, const Actor&);

extern const Subject subject;

}  // namespace accord::importing

namespace accord {
template <>
inline constexpr std::array<std::string_view, 5> choices_of<importing::State>{
    "waiting", "done", "nothing_new", "refused", "undone"};
template <>
inline constexpr auto described<importing::Import> = record(
    "import", "One file that came in, or waits to.",
    field(&importing::Import::id, "id", "The import's number."),
    field(&importing::Import::file_name, "file_name", "The file's name.", searched, up_to(300)),
    field(&importing::Import::target, "target", "What its rows are.", up_to(60)),
    field(&importing::Import::system, "system", "The system of record that it comes from.", searched,
          up_to(60)),
    field(&importing::Import::state, "state", "Whether it waits, went in, or was undone."),
    field(&importing::Import::size, "size", "The file's size in bytes."),
    field(&importing::Import::sha256, "sha256", "The SHA-256 of the file."),
    field(&importing::Import::at, "at", "When it was uploaded or run last."),
    field(&importing::Import::person, "person", "Who imported it; nothing for the command line."),
    field(&importing::Import::side, "side", "The side of who imported it."),
    field(&importing::Import::as_of, "as_of", "The day the export was made, or the latest day in the file."),
    field(&importing::Import::mapping, "mapping", "What each column was read as."),
    field(&importing::Import::answers, "answers", "What the user said that the file does not."),
    field(&importing::Import::rows, "row_count", "How many rows the file has.", unit::count),
    field(&importing::Import::created, "created", "How many records it made.", unit::count),
    field(&importing::Import::updated, "updated", "How many records it changed.", unit::count),
    field(&importing::Import::facts, "facts", "How many facts it added.", unit::count),
    field(&importing::Import::unchanged, "unchanged", "How many rows said what was known already.",
          unit::count),
    field(&importing::Import::refused, "refused", "How many rows stayed out.", unit::count),
    field(&importing::Import::sentence, "sentence", "What it did, in words."),
    field(&importing::Import::landed_in, "landed_in", "The commit that holds what it put in."),
    field(&importing::Import::undone_in, "undone_in", "The commit that undid it."),
    field(&importing::Import::undone, "undone", "What undoing it did to records, by their numbers.", secret));
template <>
inline constexpr auto described<importing::RecordThatStayed> =
    record("record_that_stayed", "A record that undoing its import left in place.",
           field(&importing::RecordThatStayed::record, "record", "What it is."),
           field(&importing::RecordThatStayed::number, "number", "Its number."),
           field(&importing::RecordThatStayed::is_changed, "is_changed",
                 "Whether it was changed since; else something refers to it."));
template <>
inline constexpr auto described<importing::UndoOfRecords> = record(
    "undo_of_records", "What undoing an import did to records.",
    field(&importing::UndoOfRecords::restored, "restored", "Records that are as they were before.",
          unit::count),
    field(&importing::UndoOfRecords::removed, "removed", "Records that are gone again.", unit::count),
    field(&importing::UndoOfRecords::stayed, "stayed", "Records that stay.", up_to(10'000'000)),
    field(&importing::UndoOfRecords::counting, "counting", "Claims that count again.", has_default,
          up_to(10'000'000)),
    field(&importing::UndoOfRecords::lines_back, "lines_back",
          "Lines of orders that the import had taken back, and that count again.", has_default, unit::count));
template <>
inline constexpr auto described<importing::ImportRow> = record(
    "import_row", "An import as lists show it.",
    field(&importing::ImportRow::id, "id", "The import's number."),
    field(&importing::ImportRow::file_name, "file_name", "The file's name.", searched),
    field(&importing::ImportRow::target, "target", "What its rows are."),
    field(&importing::ImportRow::system, "system", "The system of record that it comes from.", searched),
    field(&importing::ImportRow::state, "state", "Whether it waits, went in, or was undone."),
    field(&importing::ImportRow::at, "at", "When it was uploaded or run last."),
    field(&importing::ImportRow::person_name, "person_name", "Who imported it."),
    field(&importing::ImportRow::as_of, "as_of",
          "The day the export was made, or the latest day in the file."),
    field(&importing::ImportRow::rows, "row_count", "How many rows the file has.", unit::count),
    field(&importing::ImportRow::created, "created", "How many records it made.", unit::count),
    field(&importing::ImportRow::updated, "updated", "How many records it changed.", unit::count),
    field(&importing::ImportRow::facts, "facts", "How many facts it added.", unit::count),
    field(&importing::ImportRow::unchanged, "unchanged", "How many rows said what was known already.",
          unit::count),
    field(&importing::ImportRow::refused, "refused", "How many rows stayed out.", unit::count),
    field(&importing::ImportRow::sentence, "sentence", "What it did, in words."),
    field(&importing::ImportRow::turn, "turn",
          "In which turn files that wait go in, so that what they name is found."));
template <>
inline constexpr auto described<importing::ImportProblem> =
    record("import_problem", "Something wrong with a row that stayed out.",
           field(&importing::ImportProblem::id, "id", "The problem's number."),
           field(&importing::ImportProblem::import, "import", "Which import."),
           field(&importing::ImportProblem::line, "line", "The row's line in the file."),
           field(&importing::ImportProblem::column, "column_name",
                 "The column; empty where the whole row is meant."),
           field(&importing::ImportProblem::reason, "reason", "What is wrong.", searched),
           field(&importing::ImportProblem::remedy, "remedy", "What to do about it."),
           field(&importing::ImportProblem::cells, "cells", "The row as it stood in the file."));
template <>
inline constexpr auto described<importing::ImportedName> =
    record("imported_name", "A name that a file uses for a known record, because somebody said so.",
           field(&importing::ImportedName::id, "id", "The row's number."),
           field(&importing::ImportedName::import, "import", "The import in which it was said."),
           field(&importing::ImportedName::record, "record", "What sort of record it is."),
           field(&importing::ImportedName::name, "name", "The name that the file uses."),
           field(&importing::ImportedName::number, "number", "The record's number."));
template <>
inline constexpr auto described<importing::ImportSource> =
    record("import_source", "How files with the same headers were read last.",
           field(&importing::ImportSource::id, "id", "The row's number."),
           field(&importing::ImportSource::fingerprint, "fingerprint", "The headers, in their order."),
           field(&importing::ImportSource::mapping, "mapping", "What each column was read as."),
           field(&importing::ImportSource::answers, "answers", "What the user said that the file does not."));
}  // namespace accord
