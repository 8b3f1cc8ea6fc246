// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/people.hpp"

/// Months that finance closed: their figures are not meant to change any more.
namespace accord::period {

/// A month is closed: what was known of it then is what counts.
struct PeriodClosing {
  Id<PeriodClosing> id;
  Day month;  ///< its first day
  std::string note;
  std::optional<Id<people::Person>> person;
  Day closed_on;
  std::int64_t at_commit = 0;  ///< as of which its figures are kept
};

/// The same month is open again.
struct PeriodReopening {
  Id<PeriodReopening> id;
  Id<PeriodClosing> closing;
  std::string reason;
  std::optional<Id<people::Person>> person;
  Day reopened_on;
};

/// What happened to a month, as its page tells it.
struct PeriodEvent {
  bool is_closing = true;
  Day on;
  std::string by;
  std::string words;  ///< the note of a closing, the reason of a reopening
};

inline constexpr Right close_periods{"close_periods", "Close months, and reopen them with a reason.",
                                     roles(Role::finance), true};

inline constexpr Rule period_is_closed{
    "period_is_closed", "Finance has closed this month.",
    "Date it in an open month, ask finance to reopen this one, or say that it comes late: it then stands as "
    "a change of the closed month.",
    409};
inline constexpr Rule period_closed_already{"period_closed_already", "This month is closed already.",
                                            "Reopen it first, if its figures are to be taken anew."};
inline constexpr Rule period_is_open{"period_is_open", "This month is not closed.",
                                     "Close it once its figures are complete."};
inline constexpr Rule period_not_over{"period_not_over", "This month is not over yet.",
                                      "Close it once its last day has passed.", 422};
inline constexpr Rule reopening_without_reason{"reopening_without_reason",
                                               "A closed month is not reopened without a reason.",
                                               "Say in a few words what is to be changed.", 422};

/// The closing that holds for the month of a day; nothing where it is open.
std::optional<PeriodClosing> closing_of(const Read&, Day);
/// Refuses what is dated into a closed month, unless whoever enters it knows that.
void refuse_closed(const Read&, Day, bool is_late);
/// Every closing that holds, by month.
std::vector<PeriodClosing> closings(const Read&);
/// Every closing that there ever was, reopened ones too.
std::vector<PeriodClosing> all_closings(const Read&);
/// What happened to a month, newest first.
std::vector<PeriodEvent> events_of(const Read&, Day month);

/// Closes the month as of this commit.
PeriodClosing close(Write&, Day month, const std::string& note);
void reopen(Write&, Day month, const std::string& reason);

/// `February 2026`
std::string month_in_words(Day);

extern const Subject subject;

}  // namespace accord::period

namespace accord {
template <>
inline constexpr auto described<period::PeriodClosing> = record(
    "period_closing", "A month that finance closed.",
    field(&period::PeriodClosing::id, "id", "The closing's number."),
    field(&period::PeriodClosing::month, "month", "The first day of the month."),
    field(&period::PeriodClosing::note, "note", "What is to be known of it.", has_default, up_to(500)),
    field(&period::PeriodClosing::person, "person", "Who closed it."),
    field(&period::PeriodClosing::closed_on, "closed_on", "The day it was closed."),
    field(&period::PeriodClosing::at_commit, "at_commit", "The commit as of which its figures are kept."));
template <>
inline constexpr auto described<period::PeriodReopening> =
    record("period_reopening", "A closed month that was opened again.",
           field(&period::PeriodReopening::id, "id", "The reopening's number."),
           field(&period::PeriodReopening::closing, "closing", "The closing that it ends."),
           field(&period::PeriodReopening::reason, "reason", "Why.", up_to(500)),
           field(&period::PeriodReopening::person, "person", "Who reopened it."),
           field(&period::PeriodReopening::reopened_on, "reopened_on", "The day it was reopened."));
template <>
inline constexpr auto described<period::PeriodEvent> =
    record("period_event", "A month that was closed, or opened again.",
           field(&period::PeriodEvent::is_closing, "is_closing", "Whether it was closed; else opened again."),
           field(&period::PeriodEvent::on, "on_day", "The day."),
           field(&period::PeriodEvent::by, "by_name", "Who did it."),
           field(&period::PeriodEvent::words, "words", "The note, or the reason."));
}  // namespace accord
