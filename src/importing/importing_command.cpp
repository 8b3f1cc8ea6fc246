// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/text.hpp"
#include "importing/bad_rows.hpp"
#include "importing/cell_text.hpp"
#include "importing/intake.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t problems_shown = 10, columns_shown = 12;

/// A file of the command, recognised so that what others refer to goes first.
struct Turn {
  std::string path;
  std::int64_t place = 0;
  std::string unreadable{};
  std::optional<Intake> intake{};
};

/// What one file came to: how many rows stayed out, and whether anything is in.
struct Result {
  bool is_in = false;
  std::int64_t refused = 0;
};

std::string in_words(const Problem& problem) {
  std::string text = problem.line > 0 ? "line " + std::to_string(problem.line) : "the file";
  if (!problem.column.empty()) text += ", " + problem.column;
  return text + ": " + problem.reason + " " + problem.remedy;
}

std::string in_words(const Refusal& refusal) {
  const auto detail = refusal.detail().empty() ? std::string() : refusal.detail() + " ";
  return std::string(refusal.rule().message) + " " + detail + std::string(refusal.rule().remedy);
}

std::string option_for(const NearName& near) {
  return "--merge \"" + near.name + "=" + near.known + "\" takes it for that " +
         std::string(type_of(near.what).one) + ", --merge \"" + near.name +
         "=\" makes it new; --merge-near and --new-names answer for all such names";
}

void print_questions(const Plan& plan, const Intake& intake, std::ostream& out) {
  for (const auto& near : plan.near_names) {
    out << "  ? \"" << near.name << "\" (" << counted(near.rows, "row", "rows") << ") looks like the "
        << type_of(near.what).one << " \"" << near.known << "\": " << option_for(near) << ".\n";
  }
  for (const auto& [plain, status] : plan.unknown_statuses)
    out << "  ? What is an order whose status is \"" << status.word << "\" ("
        << counted(status.rows, "row", "rows") << ")? --status \"" << status.word
        << "=booked\", =cancelled or =not_yet\n";
  const auto waits = [&](Asked asked) { return plan.waiting.contains(asked); };
  const auto rows = [&](Asked asked) { return counted(plan.waiting.at(asked), "cell waits", "cells wait"); };
  if (waits(Asked::currency))
    out << "  ? In which currency are its amounts? " << rows(Asked::currency) << ": --currency USD\n";
  if (waits(Asked::dates))
    out << "  ? " << intake.survey.days.question << " " << rows(Asked::dates)
        << ": --dates dmy or --dates mdy\n";
  if (waits(Asked::key)) {
    for (const auto& [what, keys] : plan.unknown_keys) {
      const auto& type = type_of(what);
      out << "  ? It names " << counted(static_cast<std::int64_t>(keys.size()), type.one, type.many)
          << " by an identifier that is not known, such as \"" << *keys.begin() << "\": import the file of "
          << type.many << " first, or make them now and complete them by it later: --new-keys\n";
    }
  }
  if (waits(Asked::journey)) {
    const auto& leads = plan.worked_on_both;
    out << "  ? " << counted(static_cast<std::int64_t>(leads.size()), "row says", "rows say")
        << " that a lead became an opportunity that is known as another record, and people have worked on "
           "both, such as \""
        << leads.front() << "\": --join-journeys makes each two one, with what was done on either\n";
  }
  if (waits(Asked::decimals))
    out << "  ? " << intake.survey.numbers.question << " " << rows(Asked::decimals)
        << ": --decimals point or --decimals comma\n";
}

/// What of the file nothing is read from, so that nobody believes it to be in.
void print_not_taken(const Intake& intake, std::ostream& out) {
  std::vector<std::string> names;
  std::int64_t more = 0;
  for (const auto& use : intake.mapping.columns) {
    if (!use.slot.empty() || use.column.empty()) continue;
    if (names.size() < columns_shown) {
      names.push_back("\"" + use.column + "\"");
    } else {
      ++more;
    }
  }
  if (more > 0) names.push_back(counted(more, "other", "others"));
  if (!names.empty())
    out << "  Columns not taken: " << listed(names) << " (--column HEADER=SLOT takes one).\n";
}

/// What goes in and is worth a look.
void print_doubtful(const Plan& plan, std::ostream& out) {
  for (std::size_t i = 0; i < plan.doubtful.size() && i < problems_shown; ++i)
    out << "  ! " << in_words(plan.doubtful[i]) << "\n";
  if (plan.doubtful.size() > problems_shown)
    out << "  ! … and " << plan.doubtful.size() - problems_shown << " more rows like these.\n";
}

/// What stands already in other words, and so adds nothing.
void print_there_already(const Plan& plan, std::ostream& out) {
  for (std::size_t i = 0; i < plan.there_already.size() && i < problems_shown; ++i)
    out << "  = " << in_words(plan.there_already[i]) << "\n";
  if (plan.there_already.size() > problems_shown)
    out << "  = … and " << plan.there_already.size() - problems_shown << " more rows like these.\n";
}

/// What no answer mends; the rest is asked above.
void print_problems(const Plan& plan, std::ostream& out) {
  std::size_t shown = 0;
  for (const auto& row : plan.refused) {
    for (std::size_t i = 0; i < row.problems.size(); ++i) {
      if (row.asked[i] != Asked::nothing) continue;
      if (shown++ == problems_shown) {
        out << "  … and more: the page of the import lists them all, to be downloaded as CSV.\n";
        return;
      }
      out << "  " << in_words(row.problems[i]) << "\n";
    }
  }
}

void print(const Outcome& outcome, const Intake& intake, bool is_dry_run, std::ostream& out) {
  const auto& import = outcome.import;
  out << import.file_name << " (" << target_named(import.target)->title << ", from " << import.system
      << "): " << (is_dry_run ? "would: " : "") << import.sentence << ".";
  if (import.as_of && outcome.plan.created(What::stage_change) > 0)
    out << " Export of " << accord::in_words(*import.as_of)
        << (intake.answers.as_of ? "." : ", the latest day in it (--as-of says otherwise).");
  out << "\n";
  if (outcome.newer)
    out << "  ! A newer export, of " << accord::in_words(*outcome.newer)
        << ", is in already; this one takes back what that one brought.\n";
  for (const auto& line : outcome.plan.left_out)
    out << "  line " << line.line << " left out: " << line.why << ".\n";
  print_not_taken(intake, out);
  print_doubtful(outcome.plan, out);
  print_there_already(outcome.plan, out);
  print_questions(outcome.plan, intake, out);
  print_problems(outcome.plan, out);
}

/// Under the name of the file they come from; `deals.csv` leaves `deals.bad.csv`.
void keep_bad_rows(const Plan& plan, const Intake& intake, const std::string& folder, std::ostream& out) {
  if (plan.refused.empty()) return;
  BadRows rows(intake.mapping);
  for (const auto& row : plan.refused) {
    for (const auto& problem : row.problems) rows.add(row.cells, problem);
  }
  const auto name = std::filesystem::path(intake.file.name).stem().string() + ".bad.csv";
  const auto path = std::filesystem::path(folder) / name;
  std::ofstream file(path, std::ios::binary);
  file << rows.csv();
  file.close();
  if (!file) throw Fault("The rows that stayed out could not be written to " + path.string() + ".");
  out << "  Rows that stayed out: " << path.string() << "\n";
}

/// What a file that is not recognised needs to be told.
std::string hint_of(const Refusal& refusal, const ImportOptions& options) {
  if (&refusal.rule() != &import_mapping_wrong || !options.target.empty()) return {};
  std::string kinds;
  for (const auto& target : targets()) kinds += (kinds.empty() ? "" : ", ") + std::string(target.name);
  return " By command: --rows-are KIND (" + kinds +
         "), and for each column that its header does not tell --column HEADER=SLOT.";
}

Told told(const ImportOptions& options) { return {{}, options.target, options.answers, options.columns}; }

/// Files by what they hold; those that cannot be read keep their reason.
std::vector<Turn> in_turn(Database& database, const Actor& actor, const std::vector<std::string>& paths,
                          const ImportOptions& options) {
  std::vector<Turn> turns;
  for (const auto& path : paths) {
    Turn turn{path};
    try {
      auto taken =
          database.read(actor, [&](const Read& read) { return take_in(read, file_at(path), told(options)); });
      if (const auto* problem = std::get_if<Problem>(&taken)) turn.unreadable = in_words(*problem);
      if (auto* intake = std::get_if<Intake>(&taken)) {
        turn.place = turn_of(intake->mapping);
        turn.intake = std::move(*intake);
      }
    } catch (const Refusal& refusal) {
      turn.unreadable = in_words(refusal) + hint_of(refusal, options);
    }
    turns.push_back(std::move(turn));
  }
  std::stable_sort(turns.begin(), turns.end(),
                   [](const Turn& a, const Turn& b) { return a.place < b.place; });
  return turns;
}

Result import_one(Database& database, const Actor& actor, const Intake& intake, const ImportOptions& options,
                  std::ostream& out) {
  Outcome outcome;
  if (options.is_dry_run) {
    database.read(actor, [&](const Read& read) {
      outcome.plan = plan_of(read, intake);
      outcome.import = described_import(read, intake, outcome.plan);
      outcome.newer = newer_export(read, intake, outcome.plan);
    });
  } else {
    outcome = run_import(database, actor, intake);
  }
  print(outcome, intake, options.is_dry_run, out);
  if (!options.bad_rows.empty()) keep_bad_rows(outcome.plan, intake, options.bad_rows, out);
  return {outcome.import.state != State::refused, outcome.import.refused};
}

}  // namespace

int import_files(Database& database, const Actor& actor, const std::vector<std::string>& paths,
                 const ImportOptions& options, std::ostream& out) {
  if (!options.bad_rows.empty()) std::filesystem::create_directories(options.bad_rows);
  bool is_any_in = false, is_any_out = false;
  for (auto& turn : in_turn(database, actor, paths, options)) {
    try {
      if (turn.intake) {
        const auto result = import_one(database, actor, *turn.intake, options, out);
        is_any_in = is_any_in || result.is_in;
        is_any_out = is_any_out || result.refused > 0;
        continue;
      }
    } catch (const Refusal& refusal) {
      turn.unreadable = in_words(refusal);
    }
    out << turn.path << ": not imported. " << turn.unreadable << "\n";
    is_any_out = true;
  }
  return !is_any_in ? 2 : is_any_out ? 1 : 0;
}

}  // namespace accord::importing
