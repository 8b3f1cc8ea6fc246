// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/figure.hpp"
#include "web/subject.hpp"

namespace accord::gap {

inline constexpr Rule day_lies_ahead{"day_lies_ahead", "A review judges days that have passed.",
                                     "Choose today or an earlier day.", 422};

/// Whose move a gap is. `both` where neither side can settle it alone.
enum class Mover : std::uint8_t { sales, marketing, both, arbiter };

/// What is at stake. Kinds are never added to each other; `unknown` sorts last and says why.
enum class StakeKind : std::uint8_t { expected_margin, expected_revenue, cash_spent, hours, unknown };

/// What one opportunity (or other thing) puts into a gap's stake, so that a total over gaps counts it once.
struct StakePart {
  std::string_view kind;  ///< `opportunity`; lives as long as the program
  std::int64_t id = 0;
  std::int64_t minor = 0;
};

/// A difference between an agreement and the facts, or between two claims. Code and `about` identify it from
/// week to week.
struct Gap {
  std::string code;   ///< `stage_overdue`
  std::string about;  ///< what of: `Proposal`; stable from week to week
  std::string sentence;
  StakeKind stake_kind = StakeKind::unknown;
  Figure stake;
  Mover mover = Mover::both;
  std::optional<Day> since;
  std::int64_t count = 0;  ///< how many things the evidence lists
  std::string evidence;    ///< the page that lists them, filters included
  std::string remedy;
  std::string agreement;  ///< the page of the version it is judged by; empty where it needs none
  std::string clause;     ///< of that version; empty where it is judged by the whole
  std::string term;       ///< the agreed word it is about, such as a stage's name; empty for none
  bool is_provisional = false;
  std::string why_provisional;  ///< `an unsigned draft`, `not in force on that day`; empty where it binds
  std::vector<std::string> exceptions;  ///< named exceptions from the clause, and what each leaves out
};

/// A gap with what only the totals need.
struct Found {
  Gap gap;
  std::vector<StakePart> parts;
};

/// How a subject brings gaps to the review: judged by the facts up to the end of a day.
struct Finder {
  std::string_view code;
  std::string_view sentence;  ///< what it looks for, for the manual
  std::vector<Found> (*find)(const Read&, Day as_of);
  /// Why it cannot see: "No activities are on record, so…"; empty where it can, or nullptr where it always
  /// can.
  std::string (*blind_because)(const Read&, Day as_of) = nullptr;
};

/// What all finders say of a day.
struct Findings {
  std::vector<Gap> gaps;  ///< by kind of stake in the order of StakeKind, then amount, then age
  std::array<std::optional<Money>, 5> totals{};  ///< by StakeKind, each part counted once
  std::vector<std::string>
      blind_spots;  ///< what could not be looked for, and why: no gap is not read as none
};

/// Everything there is to say of a day, worked out once for each commit. Hold it for as long as it is walked
/// over.
std::shared_ptr<const Findings> find_all(const Read&, const Subjects&, Day as_of);

/// The sum of one kind of stake, each part counted in the gap where it is largest; nothing where none is
/// known.
std::optional<Money> total(const std::vector<Found>&, StakeKind);

/// To whole units of money, as agendas show it; the workings say the rest.
Money rounded(Money);

/// The gap's page: `/gaps/stage_overdue?about=Proposal&as_of=2026-11-16`; `more` stands behind its code.
std::string page_of(std::string_view code, std::string_view about, Day as_of, std::string_view more = "");

/// The day of the newest fact; nothing where there is none. What is judged later than that is judged by old
/// data.
std::optional<Day> data_until(const Read&);
/// Older data than this is said aloud, and its last day is offered instead of today.
constexpr int data_age_days_max = 7;
/// The day that gaps are offered for: today, or the newest fact's where data is older than that.
Day offered_day(const Read&);
/// The day that a request asks to judge, as `?as_of=2026-11-16`: the offered one where it names none.
Day asked_day(const Read&, const web::Input&);

extern const Subject subject;

/// Time passing is an actor: what Accord itself holds becomes late without a new fact. A finder of what time
/// alone changes.
struct ByClock {
  const Finder* finder;
  /// The newest moment up to now at which it did, for a day.
  Instant (*turned_at)(const Read&, Day as_of);
};

/// Called once at the start by `app`, beside `install`.
void install_by_clock(std::vector<ByClock>);

/// By the end of which day, and by no later than now, what Accord itself holds is judged: of the day that is
/// offered, today, however old the newest export is; of an earlier one, that day.
Day clock_day(const Read&, Day as_of);

}  // namespace accord::gap

namespace accord {
template <>
inline constexpr std::array<std::string_view, 4> choices_of<gap::Mover>{"sales", "marketing", "both",
                                                                        "arbiter"};
template <>
inline constexpr std::array<std::string_view, 5> choices_of<gap::StakeKind>{
    "expected_margin", "expected_revenue", "cash_spent", "hours", "unknown"};
template <>
inline constexpr auto described<gap::Gap> = record(
    "gap", "A difference between an agreement and the facts, or between two claims.",
    field(&gap::Gap::code, "code", "Which kind of gap."),
    field(&gap::Gap::about, "about", "What it is about; with the code, its identity from week to week."),
    field(&gap::Gap::sentence, "sentence", "The gap in words."),
    field(&gap::Gap::stake_kind, "stake_kind", "What is at stake."),
    field(&gap::Gap::stake, "stake", "How much, and how that was worked out."),
    field(&gap::Gap::mover, "mover", "Whose move it is."),
    field(&gap::Gap::since, "since", "Since when; nothing where that is not known."),
    field(&gap::Gap::count, "count", "How many things the evidence lists.", unit::count),
    field(&gap::Gap::evidence, "evidence", "The page that lists the facts."),
    field(&gap::Gap::remedy, "remedy", "What would close it."),
    field(&gap::Gap::agreement, "agreement", "The version of the agreement it is judged by."),
    field(&gap::Gap::clause, "clause", "The clause of that version it is judged by.", has_default),
    field(&gap::Gap::term, "term", "The agreed word it is about, such as a stage's name.", has_default),
    field(&gap::Gap::is_provisional, "is_provisional",
          "Judged by a version that did not bind on that day: nobody's move."),
    field(&gap::Gap::why_provisional, "why_provisional", "Why that version did not bind.", has_default),
    field(&gap::Gap::exceptions, "exceptions",
          "Named exceptions from the clause, and what each of them leaves out.", has_default));
}  // namespace accord
