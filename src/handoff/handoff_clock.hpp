// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "handoff/handoff.hpp"

/// A handoff's time: business time of its territory, routing apart from people.
namespace accord::handoff {

/// The first moment by which so many business hours have passed since another.
Instant business_moment_after(const territory::WorkCalendar&, Instant from, double hours);

/// Sets by when a handoff that waits is to be answered, and its lead spoken with: from when somebody has it;
/// what nobody has taken from when it was handed over, by whoever takes it.
void set_due(Handoff&, const ServiceLevel&, const territory::WorkCalendar&);
/// Likewise of a row that was kept before what nobody has had a time, or as it stood before somebody took it.
void put_due(HandoffRow&, const ServiceLevel&, const territory::WorkCalendar&);

/// What the record of a clock comes to.
struct Clock {
  double routing_hours = 0;            ///< until somebody had it; up to now where nobody has
  std::optional<double> answer_hours;  ///< from then to the answer
  /// From then to the first contact; at least and at most, for what is known by its day only.
  std::optional<double> contact_least, contact_most;
};
Clock clock_of(const HandoffRow&, const territory::WorkCalendar&, Instant now);

/// By when something must happen next; nothing where nothing must.
std::optional<Instant> due_of(const HandoffRow&);
/// Whether it was answered, and spoken with, in time; nothing where that cannot be told yet, or not as
/// finely.
std::optional<bool> is_answered_in_time(const HandoffRow&, Instant now);
std::optional<bool> is_contacted_in_time(const HandoffRow&, const territory::WorkCalendar&, Instant now);

Escalation escalation_of(const HandoffRow&, const ServiceLevel&, const territory::WorkCalendar&, Instant now,
                         bool is_away);

/// "4 business hours", "2 business days", "20 business minutes"
std::string hours_in_words(double hours, int hours_per_day);

}  // namespace accord::handoff
