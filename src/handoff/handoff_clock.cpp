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

/// Whoever asks again waits as long as whoever asks for the first time.
double hours_to_answer(const Handoff& handoff, const ServiceLevel& terms) {
  const bool is_of_sales = handoff.to == Side::sales;
  if (is_asked_again(handoff)) return is_of_sales ? terms.answer_within_hours : terms.qualify_within_hours;
  if (handoff.ask == Ask::qualify) return terms.qualify_within_hours;
  return handoff.ask == Ask::take_over ? terms.answer_within_hours : terms.ask_within_hours;
}

/// A contact is the response also where nobody has accepted it yet.
bool is_spoken_with_already(const HandoffRow& row) {
  return row.ask == Ask::take_over && row.state == State::waiting && row.first_contact_at;
}

bool is_to_be_contacted(const HandoffRow& row) {
  return (row.ask == Ask::take_over && row.state == State::accepted) || is_kept(row) ||
         is_spoken_with_already(row);
}

}  // namespace

bool is_asked_again(const Handoff& handoff) {
  return handoff.ask == Ask::information && handoff.submitted_by.number == 0;
}

bool is_kept(const HandoffRow& row) {
  return row.ask == Ask::qualify && row.state == State::accepted && row.contact_due_at;
}

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

void add_part(Parts& parts, Instant at, std::int64_t person) {
  if (!parts.empty()) {
    if (parts.back().person == person) return;
    parts.back().until = at;
  }
  parts.push_back({person, at, std::nullopt});
}

std::optional<Instant> first_had(const Parts& parts) {
  const auto found = std::ranges::find_if(parts, [](const Part& part) { return part.person != 0; });
  return found == parts.end() ? std::nullopt : std::optional(found->from);
}

void set_due(Handoff& handoff, std::optional<Instant> first_had, const ServiceLevel& terms,
             const WorkCalendar& calendar) {
  const Instant since = first_had.value_or(handoff.assigned_at.value_or(handoff.submitted_at));
  const Instant from = handoff.assigned_to ? since : handoff.submitted_at;
  handoff.due_at = business_moment_after(calendar, from, hours_to_answer(handoff, terms));
  handoff.contact_due_at =
      handoff.ask == Ask::take_over && handoff.assigned_to
          ? std::optional(business_moment_after(calendar, from, terms.contact_within_hours))
          : std::nullopt;
}

void put_due(HandoffRow& row, std::optional<Instant> first_had, const ServiceLevel& terms,
             const WorkCalendar& calendar) {
  if (row.state != State::waiting || row.due_at) return;
  Handoff handoff;
  handoff.ask = row.ask;
  handoff.to = row.to;
  handoff.submitted_by = row.submitted_by.value_or(Id<people::Person>{});
  handoff.submitted_at = row.submitted_at;
  handoff.assigned_to = row.assigned_to;
  handoff.assigned_at = row.assigned_at;
  set_due(handoff, first_had, terms, calendar);
  row.due_at = handoff.due_at;
  row.contact_due_at = handoff.contact_due_at;
}

Clock clock_of(const HandoffRow& row, const Parts& parts, const WorkCalendar& calendar, Instant now) {
  Clock clock;
  const Instant end = row.decided_at.value_or(now);
  for (const auto& part : parts) {
    if (part.person == 0)
      clock.routing_hours += business_hours(calendar, part.from, std::min(part.until.value_or(end), end));
  }
  const auto since = first_had(parts);
  if (!since) return clock;
  if (row.decided_at) clock.answer_hours = business_hours(calendar, *since, *row.decided_at);
  if (!row.first_contact_at) return clock;
  const auto between = contact_between(row, calendar);
  clock.contact_least = business_hours(calendar, *since, between.first);
  clock.contact_most = business_hours(calendar, *since, between.last);
  return clock;
}

void put_held_hours(std::vector<HandoffStepRow>& steps, const HandoffRow& row, const WorkCalendar& calendar,
                    Instant now) {
  HandoffStepRow* last = nullptr;
  // What was taken back left it with nobody.
  for (auto& step : steps) {
    if (step.is_undone) continue;
    if (last) last->held_hours = business_hours(calendar, *last->at, *step.at);
    last = &step;
  }
  if (!last) return;
  std::optional<Instant> end;
  if (row.state == State::waiting) end = now;
  const bool is_known = row.first_contact_at && row.first_contact_precision == fact::Precision::moment;
  if (is_to_be_contacted(row) && is_known) end = std::max(*row.first_contact_at, *last->at);
  if (end) last->held_hours = business_hours(calendar, *last->at, *end);
}

std::optional<Instant> due_of(const HandoffRow& row) {
  if (row.state == State::waiting) return is_spoken_with_already(row) ? std::nullopt : row.due_at;
  if (is_to_be_contacted(row) && !row.first_contact_at && !row.handed_back_at) return row.contact_due_at;
  return std::nullopt;
}

std::optional<bool> is_answered_in_time(const HandoffRow& row, Instant now) {
  if (!row.due_at || row.state == State::withdrawn) return std::nullopt;
  if (row.decided_at) return *row.decided_at <= *row.due_at;
  if (is_spoken_with_already(row)) {
    if (*row.first_contact_at > *row.due_at) return false;
    return row.first_contact_precision == fact::Precision::moment ? std::optional(true) : std::nullopt;
  }
  if (now > *row.due_at) return false;
  return std::nullopt;
}

std::optional<bool> is_contacted_in_time(const HandoffRow& row, const WorkCalendar& calendar, Instant now) {
  if (!is_to_be_contacted(row) || !row.contact_due_at) return std::nullopt;
  if (!row.first_contact_at && row.handed_back_at) return *row.handed_back_at <= *row.contact_due_at;
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
