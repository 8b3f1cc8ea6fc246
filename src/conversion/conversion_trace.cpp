// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_trace.hpp"

#include <algorithm>

namespace accord::conversion {
namespace {

using fact::Precision;
using funnel::Outcome;

bool is_known(const Change& change) { return change.precision != Precision::at_least_since; }

std::int32_t days_between(std::int32_t from, std::int32_t to) { return std::max(0, to - from); }

}  // namespace

std::int32_t begun_on(const Columns& columns, std::size_t place) {
  const auto& record = columns.records[place];
  if (record.created_on != no_day) return record.created_on;
  const auto changes = columns.changes_of(place);
  const auto first = std::ranges::find_if(changes, is_known);
  if (first == changes.end()) return no_day;
  // Where the end alone is on record, nobody knows when it began.
  const bool is_end = record.outcome != Outcome::open && first + 1 == changes.end() &&
                      (record.close_on == no_day || first->day >= record.close_on);
  return is_end ? no_day : first->day;
}

Fate fate_of(const Trace& trace, const Visit& visit) {
  if (visit.has_gone_on || visit.was_further) return Fate::went_on;
  if (trace.outcome == Outcome::lost) return Fate::lost;
  return trace.stands_in == visit.step ? Fate::here : Fate::back;
}

std::int32_t exit_of(const Trace& trace, const Visit& visit) {
  const auto fate = fate_of(trace, visit);
  if (fate == Fate::went_on) return visit.next;
  return fate == Fate::lost ? trace.closed : no_day;
}

std::optional<Duration> until_next(const Trace& trace, const Visit& visit, std::int32_t as_of) {
  if (!visit.is_came_known || visit.was_further) return std::nullopt;
  if (visit.has_gone_on) {
    if (visit.next == no_day) return std::nullopt;
    return Duration{days_between(visit.came, visit.next), 1};
  }
  if (trace.outcome == Outcome::open) return Duration{days_between(visit.came, as_of), 0};
  if (trace.closed == no_day) return std::nullopt;
  return Duration{days_between(visit.came, trace.closed), 2};
}

std::optional<Duration> until_end(const Trace& trace, const Visit& visit, std::int32_t as_of) {
  if (!visit.is_came_known) return std::nullopt;
  if (trace.outcome == Outcome::open) return Duration{days_between(visit.came, as_of), 0};
  if (trace.closed == no_day) return std::nullopt;
  return Duration{days_between(visit.came, trace.closed),
                  static_cast<std::uint8_t>(trace.outcome == Outcome::won ? 1 : 2)};
}

std::optional<Duration> until_left(const Trace& trace, const Visit& visit, std::int32_t as_of) {
  if (!visit.is_came_known) return std::nullopt;
  if (visit.has_left) {
    if (visit.left == no_day) return std::nullopt;
    return Duration{days_between(visit.came, visit.left), 1};
  }
  if (trace.outcome != Outcome::open) return std::nullopt;
  return Duration{days_between(visit.came, as_of), 0};
}

std::optional<Duration> until_end(const Trace& trace, std::int32_t as_of) {
  if (trace.outcome == Outcome::open) return Duration{days_between(trace.begun, as_of), 0};
  if (trace.closed == no_day) return std::nullopt;
  return Duration{days_between(trace.begun, trace.closed),
                  static_cast<std::uint8_t>(trace.outcome == Outcome::won ? 1 : 2)};
}

/// 1. What it did by then, change by change. 2. How it ended. 3. What that says of each step.
const Trace& Tracer::of(std::size_t place) {
  auto visits = std::move(trace_.visits);
  visits.clear();
  trace_ = {};
  trace_.visits = std::move(visits);
  current_ = furthest_ = last_left_ = no_step;
  ended_in_ending_ = false;
  last_day_ = no_day;
  const auto& record = columns_.records[place];
  const auto changes = columns_.changes_of(place);
  trace_.begun = begun_on(columns_, place);
  trace_.territory = columns_.territory_on(record, as_of_);
  trace_.began_in = columns_.territory_on(record, trace_.begun);
  settle(record, changes);
  close();
  return trace_;
}

void Tracer::settle(const Record& record, std::span<const Change> changes) {
  const Change* next = nullptr;
  bool is_any_held = false;
  for (const auto& change : changes) {
    if (change.day > as_of_) {
      if (next == nullptr) next = &change;
      continue;
    }
    is_any_held = true;
    take(record, change);
  }
  const bool is_closed = record.close_on != no_day ? record.close_on <= as_of_ : next == nullptr;
  trace_.outcome = is_closed ? record.outcome : Outcome::open;
  if (!is_any_held) {
    // As everywhere: without any change it stands in its record's stage, and where the first one was only
    // seen to be there, in that.
    const bool is_record_later = record.outcome != Outcome::open && !is_closed;
    std::uint16_t stage = is_record_later ? std::uint16_t{0} : record.stage;
    if (next != nullptr) stage = is_known(*next) ? std::uint16_t{0} : next->stage;
    if (stage != 0) take(record, {as_of_, stage, Precision::at_least_since});
  }
  if (trace_.outcome == Outcome::open) return;
  if (record.close_on != no_day)
    trace_.closed = record.close_on;
  else if (ended_in_ending_)
    trace_.closed = last_day_;
  trace_.is_closed_before_creation =
      trace_.closed != no_day && record.created_on != no_day && trace_.closed < record.created_on;
}

void Tracer::take(const Record& record, const Change& change) {
  if (record.created_on != no_day && change.day < record.created_on && is_known(change))
    trace_.has_change_before_creation = true;
  const auto code = code_of(record, change);
  last_day_ = is_known(change) ? change.day : no_day;
  ended_in_ending_ = code >= most_steps;
  if (ended_in_ending_) {
    leave(change.day, is_known(change));
    return;
  }
  if (code == current_) return;
  leave(change.day, is_known(change));
  arrive(code, change);
}

/// Versions are few, so a walk from the newest is quicker than a search.
Code Tracer::code_of(const Record& record, const Change& change) {
  const auto& meanings = stages_.of(columns_.territory_on(record, change.day));
  auto meaning = meanings.rbegin();
  while (meaning->from > change.day && meaning + 1 != meanings.rend()) ++meaning;
  const auto code = (*meaning->codes)[change.stage];
  if (meaning->basis == Basis::provisional) trace_.has_provisional = true;
  if (code < most_steps && !stages_.steps()[code].is_agreed) trace_.has_unagreed = true;
  return code;
}

void Tracer::arrive(Code step, const Change& change) {
  for (auto& visit : trace_.visits) {
    if (visit.step >= step || visit.has_gone_on || visit.was_further) continue;
    visit.has_gone_on = true;
    visit.next = is_known(change) ? change.day : no_day;
  }
  const auto known = std::ranges::find(trace_.visits, step, &Visit::step);
  if (known != trace_.visits.end()) {
    ++known->times;
  } else {
    Visit visit;
    visit.step = step;
    visit.came = change.day;
    visit.is_came_known = is_known(change);
    visit.was_further = furthest_ != no_step && furthest_ > step;
    trace_.visits.push_back(visit);
  }
  if (furthest_ == no_step || step > furthest_) furthest_ = step;
  current_ = step;
}

/// Only the end of the first stay counts.
void Tracer::leave(std::int32_t day, bool is_known) {
  if (current_ == no_step) return;
  auto& visit = *std::ranges::find(trace_.visits, current_, &Visit::step);
  if (!visit.has_left) {
    visit.has_left = true;
    visit.left = is_known ? day : no_day;
  }
  last_left_ = current_;
  current_ = no_step;
}

void Tracer::close() {
  trace_.stands_in_ending = ended_in_ending_ && trace_.outcome == Outcome::open;
  if (trace_.outcome == Outcome::open) {
    trace_.stands_in = current_;
    return;
  }
  leave(trace_.closed, trace_.closed != no_day);
  trace_.stands_in = last_left_;
  if (trace_.outcome != Outcome::won) return;
  for (auto& visit : trace_.visits) {
    if (visit.has_gone_on || visit.was_further) continue;
    visit.has_gone_on = true;
    visit.next = trace_.closed;
  }
}

}  // namespace accord::conversion
