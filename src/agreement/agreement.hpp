// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gap/gap.hpp"
#include "people/people.hpp"
#include "web/subject.hpp"

/// The one mechanism by which both sides sign anything: proposed, discussed clause by clause, countered or
/// declined, signed by each side, locked, in force from a day, reopened by both.
namespace accord::agreement {

/// One agreement of a kind; what it says stands in its versions.
struct Agreement {
  Id<Agreement> id;
  std::string kind;  ///< `funnel`
  std::string title;
  std::optional<Id<territory::Territory>> territory;  ///< whom it binds; nothing: the whole company
};

/// One proposal. Its body never changes; a change is the next version.
struct Version {
  Id<Version> id;
  Id<Agreement> agreement;
  std::int64_t number = 1;
  std::string body;       ///< exact JSON, as signed
  std::string body_hash;  ///< SHA-256 of it
  Id<people::Person> proposed_by;
  Side side = Side::none;  ///< of who proposed it
  Instant proposed_at;
  std::string note;                  ///< why this version
  std::optional<Day> due_on;         ///< to be signed or declined by
  std::optional<Day> in_force_from;  ///< nothing: the day of the last signature
  std::optional<Day> trial_until;
  std::string trial_measure;  ///< what will show on that day whether the trial succeeded
};

/// A side's signature. Appended, never edited.
struct Signature {
  Id<Signature> id;
  Id<Version> version;
  Id<people::Person> person;
  Side side = Side::none;  ///< `none` is finance's countersignature
  std::string for_person;  ///< whom a deputy signs for; empty: for themselves
  Instant at;
};

/// Written once, when the last signature needed is there.
struct Lock {
  Id<Lock> id;
  Id<Version> version;
  Day in_force_from;
  Instant at;
};

/// A side says no to a version, with its reason; or takes a lock back (`reopening`), which needs both sides.
enum class Stand : std::uint8_t { decline, reopening, withdrawal };
struct Statement {
  Id<Statement> id;
  Id<Version> version;
  Stand stand = Stand::decline;
  Id<people::Person> person;
  Side side = Side::none;
  std::string reason;
  Instant at;
};

/// A remark on one clause.
struct Comment {
  Id<Comment> id;
  Id<Version> version;
  std::string clause;  ///< `stages[2].time_allowed_hours`; empty: the whole
  Id<people::Person> person;
  Side side = Side::none;
  std::string text;
  Instant at;
};

/// A named exception from a clause, with an end; it holds once both sides have signed it.
struct Exception {
  Id<Exception> id;
  Id<Version> version;
  std::string clause, what, reason;
  Day until;
  Id<people::Person> proposed_by;
  Instant at;
};
struct ExceptionSignature {
  Id<ExceptionSignature> id;
  Id<Exception> exception;
  Id<people::Person> person;
  Side side = Side::none;
  Instant at;
};

/// The arbiter puts a version in force for a while because the sides stayed apart past the date.
struct Imposition {
  Id<Imposition> id;
  Id<Version> version;
  Id<people::Person> person;
  Day from, until;
  std::string reason;
  Instant at;
};

/// Somebody who may sign for another until a day.
struct Deputy {
  Id<Deputy> id;
  Id<people::Person> person;
  Id<people::Person> deputy;
  Day from, until;
};

enum class State : std::uint8_t { draft, half_signed, declined, locked, reopened, superseded, imposed };

/// One version with all that was done to it: what the rules decide on.
struct Dossier {
  Agreement agreement;
  Version version;
  bool is_newest = true;
  std::vector<Signature> signatures;
  std::optional<Lock> lock;
  std::vector<Statement> statements;
  std::optional<Imposition> imposition;
};

State state_of(const Dossier&, Day today);
bool is_locked(const Dossier&);  ///< and not reopened by both

/// What a draft's clause would have found, had it been in force in a period.
struct Finding {
  std::string clause;
  std::string sentence;
  std::int64_t count = 0;
  Figure stake;
  gap::Mover mover = gap::Mover::both;
};

struct Template {
  std::string name, title, sentence;
  std::string body;  ///< JSON of the kind's body
};

/// What a subject supplies so that its agreements use the one mechanism.
struct Kind {
  std::string_view name;      ///< `funnel`
  std::string_view title;     ///< `Funnel`
  std::string_view sentence;  ///< what both sides agree on by it
  const RecordInfo& (*body)();
  bool needs_finance = false;  ///< finance countersigns, because money is promised
  std::vector<Template> (*templates)(const Read&);
  /// What is wrong with a body beyond its shape, by clause.
  std::vector<ShapeProblem> (*check)(const Read&, const std::string& body);
  /// What each clause would have found between two days.
  std::vector<Finding> (*would_have_found)(const Read&, const std::string& body, Day from, Day to);
};

/// The version of a kind that binds a territory on a day: locked and in force, or imposed; nothing where
/// none.
struct InForce {
  Version version;
  bool is_imposed = false;
  std::optional<Day> imposed_until;
};
std::optional<InForce> in_force(const Read&, std::string_view kind, std::optional<Id<territory::Territory>>,
                                Day on);
/// Every version of a kind ever in force company-wide, each with its first day, oldest first: what facts of
/// the past are judged by.
std::vector<std::pair<Day, Version>> in_force_over_time(const Read&, std::string_view kind);
/// The newest open draft of a kind, which judges provisionally where nothing is in force.
std::optional<Version> newest_draft(const Read&, std::string_view kind);
/// `/agreements/3/versions/2`
std::string link_of(const Version&);

extern const Subject subject;

}  // namespace accord::agreement
