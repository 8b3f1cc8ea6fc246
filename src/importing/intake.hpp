// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <optional>
#include <variant>

#include "db/history.hpp"
#include "importing/importing.hpp"
#include "importing/plan.hpp"

namespace accord::importing {

/// A file with everything that decides how it is read.
struct Intake {
  SourceFile file;
  std::string sha256;
  Mapping mapping;
  Answers answers;
  Survey survey;
  std::vector<std::string> faults{};  ///< of the mapping; only a draft has any
};

/// How far a run is, for whoever watches.
struct Progress {
  std::atomic<std::int64_t> rows = 0, rows_total = 0;
  std::atomic<std::int64_t> stored = 0, stored_total = 0;  ///< records; 0 of 0 until everything is planned
};

/// What is said of the file; what is left out comes from the last file with the same headers, or is
/// recognised.
struct Told {
  std::optional<Mapping> mapping{};
  std::string target{};
  Answers answers{};
  std::vector<ColumnUse> columns{};  ///< what single columns are read as, over what is suggested
  bool is_draft = false;             ///< a mapping with faults is taken, to be corrected, rather than refused
};

/// Opens and surveys a file. A problem says why it cannot be read; a refusal, why not in this way.
std::variant<Intake, Problem> take_in(const Read&, SourceFile, const Told&);

/// Works out what the file would do to the company as it is now.
Plan plan_of(const Read&, const Intake&, Progress* = nullptr);

/// What an import did, or would do.
struct Outcome {
  Import import;
  Plan plan;
  std::optional<Day> newer;  ///< the day of a newer export that is in already
};
/// The day of a newer export of the same kind and system, whose news this one would take back.
std::optional<Day> newer_export(const Read&, const Intake&, const Plan&);

/// The import's record as the plan makes it; nothing is stored.
Import described_import(const Read&, const Intake&, const Plan&);

/// Plans and stores everything in one commit, or nothing where the plan changes nothing. `waiting` is the
/// upload that is run, if it came by one.
Outcome run_import(Database&, const Actor&, const Intake&, std::optional<Id<Import>> waiting = {},
                   Progress* = nullptr);

/// What undoing put back, and what stays because it was changed since or is still referred to.
struct Undone {
  std::int64_t restored = 0, removed = 0;
  std::vector<std::string> changed_since;  ///< "opportunity Cancity"
  std::vector<std::string> referred_to;    ///< made by the import, but something that stays refers to them
  bool is_of_claims = false;
  std::int64_t facts = 0;                     ///< that count no more; of claims, the rows of their lists
  std::int64_t lines_back = 0;                ///< of orders, that it had taken back
  std::vector<std::string> counting_again{};  ///< "Marketing: 5 leads passed on"
};
/// In which times are read that name no time zone.
std::string time_zone_of(const Read&, const Answers&);

/// The rule that keeps somebody from running and undoing imports of this kind of file, or nothing: what the
/// books say, finance states, and a side its numbers; here, or anybody by command on the server.
const Rule* why_not(const Actor&, std::string_view target);
/// The same of one that somebody uploaded: a file of claims speaks for the side of whoever brought it.
const Rule* why_not(const Read&, const Import&);

Undone undo_import(Write&, Id<Import>);
/// What undoing it did, with what stayed as that is called now; nothing where it was not kept.
std::optional<Undone> undone_of(const Read&, const Import&);

/// "made 8,800 opportunities and 15,000 stage changes; 3 rows stayed out"
std::string sentence_of(const Plan&);

}  // namespace accord::importing
