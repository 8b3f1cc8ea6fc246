// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "web/subject.hpp"

namespace accord::people {
struct Person;
}
namespace accord::account {
struct Account;
}
namespace accord::funnel {
struct Opportunity;
}

namespace accord::fact {

/// How finely the source knows a moment: no figure is shown finer than that.
enum class Precision : std::uint8_t { moment, day, at_least_since };

enum class ActivityKind : std::uint8_t { call, email, meeting, visit, demo, task, note, other };

/// Something that people of the firm did about an opportunity or an account.
struct Activity {
  Id<Activity> id;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::optional<Id<account::Account>> account;
  std::optional<Id<people::Person>> person;
  Side side = Side::none;
  ActivityKind kind = ActivityKind::other;
  Instant at;
  Precision precision = Precision::moment;
  std::string subject_line;
  std::string key, system;
};

/// An opportunity came to stand in a stage.
struct StageChange {
  Id<StageChange> id;
  Id<funnel::Opportunity> opportunity;
  std::string stage;  ///< as the system of record names it
  Instant at;
  Precision precision = Precision::day;
  std::optional<Id<people::Person>> person;
  std::string system;
};

extern const Subject subject;

}  // namespace accord::fact

namespace accord {
template <>
inline constexpr std::array<std::string_view, 3> choices_of<fact::Precision>{"moment", "day",
                                                                             "at_least_since"};
template <>
inline constexpr std::array<std::string_view, 8> choices_of<fact::ActivityKind>{
    "call", "email", "meeting", "visit", "demo", "task", "note", "other"};
template <>
inline constexpr auto described<fact::Activity> = record(
    "activity", "Something that people of the firm did about an opportunity or an account.",
    field(&fact::Activity::id, "id", "The activity's number."),
    field(&fact::Activity::opportunity, "opportunity", "Which opportunity it was about."),
    field(&fact::Activity::account, "account", "Which account it was about."),
    field(&fact::Activity::person, "person", "Who did it."),
    field(&fact::Activity::side, "side", "The side of who did it, at the time."),
    field(&fact::Activity::kind, "kind", "What it was.", alias("activity type", "type", "task subtype")),
    field(&fact::Activity::at, "at", "When it happened.",
          alias("activity date", "date", "due date", "completed date")),
    field(&fact::Activity::precision, "precision", "How finely the source knows the moment.", has_default),
    field(&fact::Activity::subject_line, "subject_line", "What it was about.", searched, has_default,
          up_to(500), alias("subject", "title")),
    field(&fact::Activity::key, "key", "Its identifier in the system of record.", has_default, up_to(100),
          alias("activity id", "task id")),
    field(&fact::Activity::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)));
template <>
inline constexpr auto described<fact::StageChange> = record(
    "stage_change", "An opportunity came to stand in a stage.",
    field(&fact::StageChange::id, "id", "The change's number."),
    field(&fact::StageChange::opportunity, "opportunity", "Which opportunity."),
    field(&fact::StageChange::stage, "stage", "The stage, as the system of record names it.", up_to(100)),
    field(&fact::StageChange::at, "at", "Since when it stands there."),
    field(&fact::StageChange::precision, "precision", "How finely the source knows the moment."),
    field(&fact::StageChange::person, "person", "Who moved it, where that is known."),
    field(&fact::StageChange::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)));
}  // namespace accord
