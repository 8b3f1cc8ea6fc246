// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_clock.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace accord::handoff {
namespace {

using territory::business_hours;
using territory::WorkCalendar;

constexpr std::int64_t longest_ms = 20LL * 366 * ms_per_day;

/// The moments between which the first contact lies: a day knows no hours, and is the calendar's own.
struct Between {
  Instant first, last;
};
Between contact_between(const HandoffRow& row, const WorkCalendar& calendar) {
  const Instant at = *row.first_contact_at;
  if (row.first_contact_precision == fact::Precision::moment) return {at, at};
  const Day day = day_of(at);
  return {std::max(row.submitted_at, instant_of({day, 0}, calendar.time_zone)),
          instant_of({day + 1, 0}, calendar.time_zone)};
}

double hours_to_answer(Ask ask, const ServiceLevel& terms) {
  return ask == Ask::take_over ? terms.answer_within_hours : terms.ask_within_hours;
}

bool is_to_be_contacted(const HandoffRow& row) {
  return row.ask == Ask::take_over && row.state == State::accepted;
}

}  // namespace

Instant business_moment_after(const WorkCalendar& calendar, Instant from, double hours) {
  std::int64_t low = 0, high = ms_per_day;
  while (high < longest_ms && business_hours(calendar, from, {from.ms + high}) < hours) {
    low = high;
    high *= 2;
  }
  while (low + 1 < high) {
    const std::int64_t middle = low + (high - low) / 2;
    (business_hours(calendar, from, {from.ms + middle}) < hours ? low : high) = middle;
  }
  return {from.ms + high};
}

void set_due(Handoff& handoff, const ServiceLevel& terms, const WorkCalendar& calendar) {
  const Instant from = handoff.assigned_at.value_or(handoff.submitted_at);
  handoff.due_at = business_moment_after(calendar, from, hours_to_answer(handoff.ask, terms));
  handoff.contact_due_at =
      handoff.ask == Ask::take_over && handoff.assigned_at
          ? std::optional(business_moment_after(calendar, from, terms.contact_within_hours))
          : std::nullopt;
}

void put_due(HandoffRow& row, const ServiceLevel& terms, const WorkCalendar& calendar) {
  if (row.state != State::waiting || row.due_at) return;
  row.due_at = business_moment_after(calendar, row.assigned_at.value_or(row.submitted_at),
                                     hours_to_answer(row.ask, terms));
}

Clock clock_of(const HandoffRow& row, const WorkCalendar& calendar, Instant now) {
  Clock clock;
  clock.routing_hours = business_hours(calendar, row.submitted_at, row.assigned_at.value_or(now));
  if (!row.assigned_at) return clock;
  if (row.decided_at) clock.answer_hours = business_hours(calendar, *row.assigned_at, *row.decided_at);
  if (!row.first_contact_at) return clock;
  const auto between = contact_between(row, calendar);
  clock.contact_least = business_hours(calendar, *row.assigned_at, between.first);
  clock.contact_most = business_hours(calendar, *row.assigned_at, between.last);
  return clock;
}

std::optional<Instant> due_of(const HandoffRow& row) {
  if (row.state == State::waiting) return row.due_at;
  if (is_to_be_contacted(row) && !row.first_contact_at) return row.contact_due_at;
  return std::nullopt;
}

std::optional<bool> is_answered_in_time(const HandoffRow& row, Instant now) {
  if (!row.due_at || row.state == State::withdrawn) return std::nullopt;
  if (row.decided_at) return *row.decided_at <= *row.due_at;
  if (now > *row.due_at) return false;
  return std::nullopt;
}

std::optional<bool> is_contacted_in_time(const HandoffRow& row, const WorkCalendar& calendar, Instant now) {
  if (!is_to_be_contacted(row) || !row.contact_due_at) return std::nullopt;
  if (!row.first_contact_at) return now > *row.contact_due_at ? std::optional(false) : std::nullopt;
  const auto between = contact_between(row, calendar);
  if (between.last <= *row.contact_due_at) return true;
  if (between.first > *row.contact_due_at) return false;
  return std::nullopt;
}

Escalation escalation_of(const HandoffRow& row, const ServiceLevel& terms, const WorkCalendar& calendar,
                         Instant now, bool is_away) {
  const auto due = due_of(row);
  if (!due) return Escalation::none;
  const double late = now > *due ? business_hours(calendar, *due, now) : 0;
  if (now > *due && late >= terms.review_after_hours) return Escalation::review;
  if (now > *due && late >= terms.manager_after_hours) return Escalation::manager;
  return is_away ? Escalation::deputy : Escalation::none;
}

std::string hours_in_words(double hours, int hours_per_day) {
  if (hours < 1) return counted(std::llround(hours * 60), "business minute", "business minutes");
  if (hours_per_day > 0 && hours >= 2 * hours_per_day)
    return counted(std::llround(hours / hours_per_day), "business day", "business days");
  return counted(std::llround(hours), "business hour", "business hours");
}

}  // namespace accord::handoff
