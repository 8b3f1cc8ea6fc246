// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "web/subject.hpp"

namespace accord::people {
struct Person;
}
namespace accord::account {
struct Account;
}
namespace accord::campaign {
struct Campaign;
}
namespace accord::territory {
struct Territory;
}
namespace accord::funnel {
struct Opportunity;
}

namespace accord::fact {

/// How finely the source knows a moment: no figure is shown finer than that. What is known by the day stands
/// at that day's midnight UTC; `at_least_since` says where something stood when it was first seen.
enum class Precision : std::uint8_t { moment, day, at_least_since };

enum class ActivityKind : std::uint8_t { call, email, meeting, visit, demo, task, note, other };

/// Something that people of the firm did about an opportunity or an account.
struct Activity {
  Id<Activity> id;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::optional<Id<account::Account>> account;
  std::optional<Id<campaign::Campaign>> campaign{};
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

/// An activity as lists and timelines show it.
struct ActivityRow {
  Id<Activity> id;
  std::string subject_line;
  ActivityKind kind = ActivityKind::other;
  Instant at;
  Precision precision = Precision::moment;
  Side side = Side::none;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::string opportunity_name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<campaign::Campaign>> campaign;
  std::string campaign_name;
  std::optional<Id<territory::Territory>> territory;
  std::string key, system;
};

/// What a person gives to log what they did: two taps are enough.
struct ActivityDraft {
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::optional<Id<account::Account>> account;
  std::optional<Id<campaign::Campaign>> campaign;
  ActivityKind kind = ActivityKind::other;
  std::optional<Instant> at;  ///< nothing: now
  std::string subject_line;
};

inline constexpr Right see_activities{
    "see_activities", "See what was done about the opportunities and accounts of one's territories.",
    every_role};
inline constexpr Right log_activities{
    "log_activities", "Log what one did about an opportunity or an account.",
    roles(Role::salesperson, Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison)};

inline constexpr Rule activity_about_nothing{"activity_about_nothing",
                                             "The activity names neither an opportunity nor an account.",
                                             "Say what it was about.", 422};
inline constexpr Rule activity_in_future{"activity_in_future", "The activity lies in the future.",
                                         "Log it when it is done.", 422};
inline constexpr Rule opportunity_unknown{"opportunity_unknown", "There is no such opportunity.",
                                          "Choose one of the opportunities listed under Opportunities.", 422};
inline constexpr Rule activity_not_yours{"activity_not_yours", "Somebody else logged this activity.",
                                         "Ask them to take it back.", 403};
inline constexpr Rule activity_is_settled{"activity_is_settled",
                                          "Only what was logged here in the last 24 hours can be taken back.",
                                          "Log what corrects it; both stay readable."};

/// The instants before which a day's facts lie: moments by the company's clock, days by their own midnight.
struct EndOfDay {
  Instant of_moments, of_days;
  bool holds(Instant at, Precision precision) const {
    return at < (precision == Precision::moment ? of_moments : of_days);
  }
};
EndOfDay end_of(Day, std::string_view time_zone);

/// The later of the days on which the newest moment and the newest day lie: a moment's day is the company's,
/// a day's own stands at its midnight UTC. Nothing where there is neither.
std::optional<Day> newest_day_of(const Read&, std::optional<Instant> moment, std::optional<Instant> day);

/// An activity as scans read it. Ids are 0 where there is none.
struct LoggedActivity {
  std::int64_t id = 0;
  Instant at;
  std::uint32_t opportunity = 0, account = 0, person = 0, campaign = 0;
  ActivityKind kind = ActivityKind::other;
  Side side = Side::none;
  Precision precision = Precision::moment;
};

/// Every standing activity, in the order in which they came in.
struct ActivityLog {
  std::vector<LoggedActivity> activities;
  std::int64_t begun_as_of = 0;  ///< the commit as of which all were read; two logs begun alike begin alike
};
/// Read once; what comes in later is added to it. Taking something back makes it be read anew.
std::shared_ptr<const ActivityLog> activity_log(const Read&);

/// A stage change or an activity as scans read it: 16 bytes, for there are millions.
struct Occurrence {
  Instant at;
  std::uint16_t stage = 0;  ///< which of the segment's stages, counted from 1; 0: an activity
  Precision precision = Precision::moment;
  Side side = Side::none;  ///< of an activity
};

/// Every standing stage change and activity in memory, grouped by opportunity and each group by time, so that
/// what looks at all of them need not ask the database for each.
class Segment {
 public:
  explicit Segment(const Read&);
  /// Of one opportunity, by time and then in the order in which they came in; 0: of what is about none.
  std::span<const Occurrence> of(std::int64_t opportunity) const;
  /// The stage's name; a view that lives as long as the segment.
  std::string_view stage_of(const Occurrence& change) const { return stages_[change.stage - 1U]; }
  /// The newest of what is known to the moment, and of what is not, up to a moment.
  struct Newest {
    std::optional<Instant> moment, day;
  };
  Newest newest(Instant until) const;

 private:
  void order_by_time();

  std::vector<std::string> stages_;
  std::vector<std::size_t> begins_;  ///< by opportunity; one more at the end
  std::vector<Occurrence> occurrences_;
};

/// The facts of this snapshot, read once for each commit.
std::shared_ptr<const Segment> segment(const Read&);

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
    field(&fact::Activity::campaign, "campaign", "For which campaign it was."),
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
template <>
inline constexpr auto described<fact::ActivityRow> = record(
    "activity_row", "An activity with the names it refers to.",
    field(&fact::ActivityRow::id, "id", "The activity's number."),
    field(&fact::ActivityRow::subject_line, "subject_line", "What it was about.", searched),
    field(&fact::ActivityRow::kind, "kind", "What it was."),
    field(&fact::ActivityRow::at, "at", "When it happened."),
    field(&fact::ActivityRow::precision, "precision", "How finely the source knows the moment."),
    field(&fact::ActivityRow::side, "side", "The side of who did it, at the time."),
    field(&fact::ActivityRow::person, "person", "Who did it."),
    field(&fact::ActivityRow::person_name, "person_name", "Their name.", searched),
    field(&fact::ActivityRow::opportunity, "opportunity", "Which opportunity it was about."),
    field(&fact::ActivityRow::opportunity_name, "opportunity_name", "The opportunity's name.", searched),
    field(&fact::ActivityRow::account, "account", "Which account it was about."),
    field(&fact::ActivityRow::account_name, "account_name", "The account's name.", searched),
    field(&fact::ActivityRow::campaign, "campaign", "For which campaign it was."),
    field(&fact::ActivityRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&fact::ActivityRow::territory, "territory", "The territory of what it was about."),
    field(&fact::ActivityRow::key, "key", "Its identifier in the system of record."),
    field(&fact::ActivityRow::system, "system", "The system of record; empty for Accord."));
template <>
inline constexpr auto described<fact::ActivityDraft> =
    record("activity_draft", "What a person gives to log what they did.",
           field(&fact::ActivityDraft::opportunity, "opportunity", "Which opportunity it was about."),
           field(&fact::ActivityDraft::account, "account", "Which account it was about."),
           field(&fact::ActivityDraft::campaign, "campaign", "For which campaign it was."),
           field(&fact::ActivityDraft::kind, "kind", "What it was."),
           field(&fact::ActivityDraft::at, "at", "When it happened; now, where it is left out."),
           field(&fact::ActivityDraft::subject_line, "subject_line", "What it was about, in a few words.",
                 has_default, up_to(500)));
}  // namespace accord
