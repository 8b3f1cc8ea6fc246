// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "handoff/handoff.hpp"

/// A handoff's time: business time of its territory, routing apart from people.
namespace accord::handoff {

/// The first moment by which so many business hours have passed since another.
Instant business_moment_after(const territory::WorkCalendar&, Instant from, double hours);

/// Somebody had a handoff from one moment to another, or nobody did; the last part has no end.
struct Part {
  std::int64_t person = 0;  ///< 0: nobody
  Instant from;
  std::optional<Instant> until;
};
/// In their order, without a hole between them.
using Parts = std::vector<Part>;
/// A step left it with somebody, or with nobody: a part goes on for as long as they are the same.
void add_part(Parts&, Instant at, std::int64_t person);
/// Since when the receiving side's time runs: when somebody first had it.
std::optional<Instant> first_had(const Parts&);

/// Somebody known wrote or called again, and whoever has their lead is to say what came of it.
bool is_asked_again(const Handoff&);
/// What marketing took on and has not handed over: until it is handed over, turned down or spoken with, its
/// time runs on.
bool is_kept(const HandoffRow&);

/// Sets by when a handoff that waits is to be answered, and its lead spoken with: from when somebody first
/// had it, whoever has it now; what nobody has from when it was handed over, by whoever takes it.
void set_due(Handoff&, std::optional<Instant> first_had, const ServiceLevel&, const territory::WorkCalendar&);
/// Likewise of a row that was kept before what nobody has had a time, or as it stood when another had it.
void put_due(HandoffRow&, std::optional<Instant> first_had, const ServiceLevel&,
             const territory::WorkCalendar&);

/// What the record of a clock comes to.
struct Clock {
  double routing_hours = 0;            ///< while nobody had it, up to the answer or to now
  std::optional<double> answer_hours;  ///< from when somebody first had it to the answer
  /// From then to the first contact; at least and at most, for what is known by its day only.
  std::optional<double> contact_least, contact_most;
};
Clock clock_of(const HandoffRow&, const Parts&, const territory::WorkCalendar&, Instant now);
/// How long each step left it with whoever had it then, up to the next one, to the first contact, or to now;
/// the steps of one handoff, oldest first.
void put_held_hours(std::vector<HandoffStepRow>&, const HandoffRow&, const territory::WorkCalendar&,
                    Instant now);

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
