// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_queue.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_discretion.hpp"
#include "handoff/handoff_incoming_store.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"
#include "web/route.hpp"
#include "wish/wish.hpp"

namespace accord::handoff {
namespace {

/// Those without a time come behind those with one, in the order in which they came.
bool comes_first(const QueueItem& one, const QueueItem& other) {
  const auto key = [](const QueueItem& item) {
    return std::tuple(!item.due_at, item.due_at.value_or(item.handoff.submitted_at).ms, item.id.number);
  };
  return key(one) < key(other);
}

/// Who left, or is away and has no deputy at work, does nothing about what waits for them.
Escalation at_least_the_managers(Escalation level) { return std::max(level, Escalation::manager); }

bool has_deputy_at_work(const Read& read, const Absence& absence, const std::map<std::int64_t, Absence>& away,
                        Day today) {
  const auto deputy = absence.deputy ? read.find(*absence.deputy) : std::nullopt;
  return deputy && !people::has_left(deputy->left_on, today) && !away.contains(deputy->id.number);
}

/// Why whoever has it leaves the telephone alone: they asked for that, and a lead does not change it.
std::string why_not_called(const Read& read, const HandoffRow& row) {
  return row.contact ? wish::why_not(read, wish::Medium::call, *row.contact) : "";
}

/// Likewise the mailbox: nobody is told to write to whoever asked for no mail.
std::string why_not_written(const Read& read, const HandoffRow& row) {
  return row.contact ? wish::why_not(read, wish::Medium::email, *row.contact) : "";
}

class Collector {
 public:
  explicit Collector(const Read& read)
      : read_(read), agreed_(agreed(read)), today_(people::today(read)), away_(away_on(read, today_)) {}

  Queue collect() {
    const auto& actor = read_.actor();
    add(waiting_for(read_, actor.person, queue_shown), Why::yours);
    add(to_contact(read_, actor.person, queue_shown), Why::to_contact);
    add_of_who_named_me();
    add_of_who_is_gone();
    add_escalated();
    if (actor.side != Side::none) add(waiting_for_nobody(read_, actor.side, queue_shown), Why::free);
    add(back_again(read_, actor.person, today_, queue_shown), Why::again);
    for (const auto& [person, words] : instead_of_)
      add(back_again(read_, person, today_, queue_shown), Why::again);
    return result();
  }

 private:
  void add(std::vector<HandoffRow> rows, Why why) {
    for (auto& row : rows) {
      if (seen_.insert(row.id.number).second) queue_.items.push_back(item_of(std::move(row), why));
    }
  }

  /// What is to be answered and what is to be spoken with, of somebody who does not do it now.
  void add_all_of(std::int64_t person, Why why, std::string words) {
    instead_of_[person] = std::move(words);
    add(waiting_for(read_, person, queue_shown), why);
    add(to_contact(read_, person, queue_shown), why);
  }

  void add_of_who_named_me() {
    for (const auto& [person, absence] : away_) {
      if (absence.deputy && absence.deputy->number == read_.actor().person)
        add_all_of(person, Why::deputy, "’s, ");
    }
  }

  /// Of somebody who left, or is away and has no deputy at work, all is the manager's move from the first
  /// moment: nobody else would do anything about it.
  void add_of_who_is_gone() {
    for (const auto& report : reports_of_actor(read_, today_)) {
      const auto absence = away_.find(report.person);
      if (people::has_left(report.left_on, today_)) {
        add_gone(report.person, " left on " + in_words(*report.left_on) + "; ");
      } else if (absence != away_.end() && !has_deputy_at_work(read_, absence->second, away_, today_)) {
        const std::string too = absence->second.deputy ? ", and their deputy is not at work" : "";
        add_gone(report.person, " is away until " + in_words(absence->second.until) + too + "; ");
      }
    }
  }
  void add_gone(std::int64_t person, std::string words) {
    gone_.insert(person);
    add_all_of(person, Why::gone, std::move(words));
  }

  /// Past its time for as long as agreed, what somebody has is the manager's move too.
  void add_escalated() {
    for (auto& row : late_of_reports(read_, today_, queue_shown)) {
      const auto level = escalation(row);
      const bool is_managers = level == Escalation::manager || level == Escalation::review;
      if (is_managers && seen_.insert(row.id.number).second)
        queue_.items.push_back(item_of(std::move(row), Why::manager));
    }
  }

  const ServiceLevel& terms_of(const HandoffRow& row) const {
    const auto& calendar = agreed_->calendar(row.territory);
    return agreed_->levels
        ->on(day_in(row.submitted_at, calendar.time_zone), row.territory ? row.territory->number : 0)
        .terms;
  }

  Escalation escalation(const HandoffRow& row) const {
    const auto person = row.assigned_to ? row.assigned_to->number : 0;
    const auto absence = away_.find(person);
    const bool is_away = absence != away_.end();
    const auto level =
        escalation_of(row, terms_of(row), agreed_->calendar(row.territory), read_.now(), is_away);
    const bool is_gone =
        gone_.contains(person) || (is_away && !has_deputy_at_work(read_, absence->second, away_, today_));
    return is_gone && due_of(row) ? at_least_the_managers(level) : level;
  }

  QueueItem item_of(HandoffRow row, Why why) const {
    QueueItem item;
    put_due(row, row.assigned_at, terms_of(row), agreed_->calendar(row.territory));
    item.id = row.id;
    item.why = why;
    item.due_at = why == Why::again ? std::nullopt : due_of(row);
    item.is_late = item.due_at && *item.due_at < read_.now();
    item.escalation = escalation(row);
    item.sentence = sentence_of(row, item);
    item.handoff = std::move(row);
    // What comes back was somebody else's: how quick they were is not the reader's to know.
    if (why == Why::again) discretion_.apply(item.handoff);
    return item;
  }

  std::string sentence_of(const HandoffRow& row, const QueueItem& item) const {
    if (item.why == Why::again) return again_in_words(row);
    const auto& calendar = agreed_->calendar(row.territory);
    const auto hours = [&](Instant from, Instant until) {
      return hours_in_words(territory::business_hours(calendar, from, until), calendar.hours_per_day());
    };
    std::string whose = item.why == Why::manager ? row.assigned_to_name + "’s, " : "";
    if (!row.assigned_to) whose = "nobody’s for " + hours(nobodys_since(row), read_.now()) + ", ";
    if (item.why == Why::deputy || item.why == Why::gone)
      whose = row.assigned_to_name + instead_of_.at(row.assigned_to->number);
    const std::string what = row.state == State::waiting ? "to be answered "
                             : is_kept(row)              ? "to be handed over, turned down or spoken with "
                                                         : "to be spoken with ";
    if (!item.due_at && row.state == State::waiting && row.first_contact_at)
      return whose + "spoken with, to be accepted or rejected";
    if (!item.due_at) return whose + what + "by whoever takes it on";
    if (item.is_late) {
      // Outside business hours no business time has passed since, and it is late all the same.
      constexpr double half_a_minute = 1.0 / 120;
      const bool is_within_no_work =
          territory::business_hours(calendar, *item.due_at, read_.now()) < half_a_minute;
      return whose + what + (is_within_no_work ? "by now" : hours(*item.due_at, read_.now()) + " ago");
    }
    return whose + what + "within " + hours(read_.now(), *item.due_at);
  }

  /// Since it was handed over, or put back.
  Instant nobodys_since(const HandoffRow& row) const {
    const auto last = last_step(read_, row.id);
    return last ? last->at : row.submitted_at;
  }

  std::string again_in_words(const HandoffRow& row) const {
    const bool came_by_itself = !row.submitted_by;
    const auto whose = came_by_itself ? row.decided_by : row.submitted_by;
    const auto instead = instead_of_.find(whose ? whose->number : 0);
    const bool is_own = !whose || whose->number == read_.actor().person || instead == instead_of_.end();
    const auto& name = came_by_itself ? row.decided_by_name : row.submitted_by_name;
    return (is_own ? "Back since " : name + instead->second + "back since ") + in_words(*row.again_on) +
           ": " + (row.answer.empty() ? "recycled" : row.answer);
  }

  Queue result() {
    std::ranges::stable_sort(queue_.items, comes_first);
    // Each part was bounded; what lies beyond the bounds is counted, not shown.
    const auto& actor = read_.actor();
    const auto count_of = [&](Why why) {
      return static_cast<std::int64_t>(std::ranges::count(queue_.items, why, &QueueItem::why));
    };
    queue_.total = static_cast<std::int64_t>(queue_.items.size());
    queue_.total +=
        std::max<std::int64_t>(0, count_waiting(read_, actor.person, actor.side) - count_of(Why::yours));
    if (actor.side != Side::none)
      queue_.total += std::max<std::int64_t>(0, count_waiting(read_, 0, actor.side) - count_of(Why::free));
    queue_.late = std::ranges::count(queue_.items, true, &QueueItem::is_late);
    if (queue_.items.size() > queue_shown) queue_.items.resize(queue_shown);
    for (auto& item : queue_.items) {
      item.why_not_called = why_not_called(read_, item.handoff);
      item.why_not_written = why_not_written(read_, item.handoff);
      item.they_wrote = written_since(read_, item.handoff);
    }
    const auto own = away_.find(actor.person);
    if (own != away_.end()) queue_.away_until = own->second.until;
    return std::move(queue_);
  }

  const Read& read_;
  Discretion discretion_{read_};
  std::shared_ptr<const Agreed> agreed_;
  Day today_;
  std::map<std::int64_t, Absence> away_;
  std::set<std::int64_t> seen_;
  std::set<std::int64_t> gone_;                     ///< who is not there, and nobody for them
  std::map<std::int64_t, std::string> instead_of_;  ///< for whom the actor is, and why, as it follows a name
  Queue queue_;
};

Escalation escalation_in(const Read& read, const HandoffRow& row, const ServiceLevel& terms,
                         const territory::WorkCalendar& calendar) {
  const auto today = people::today(read);
  const auto away = away_on(read, today);
  const auto absence = row.assigned_to ? away.find(row.assigned_to->number) : away.end();
  const auto person = row.assigned_to ? read.find(*row.assigned_to) : std::nullopt;
  const auto level = escalation_of(row, terms, calendar, read.now(), absence != away.end());
  const bool has_left = person && people::has_left(person->left_on, today);
  const bool is_gone =
      has_left || (absence != away.end() && !has_deputy_at_work(read, absence->second, away, today));
  return is_gone && due_of(row) ? at_least_the_managers(level) : level;
}

/// No finer than it is known.
std::string contact_in_words(const HandoffRow& row, const Clock& clock,
                             const territory::WorkCalendar& calendar) {
  if (!row.first_contact_at) return "";
  if (row.first_contact_precision != fact::Precision::moment)
    return "Spoken with on " + in_words(day_of(*row.first_contact_at)) + "; the hour is not known.";
  if (!clock.contact_least) return "Spoken with before anybody had it.";
  return "Spoken with after " + hours_in_words(*clock.contact_least, calendar.hours_per_day()) + ".";
}

std::string clock_in_words(const HandoffRow& row, const Parts& parts, const territory::WorkCalendar& calendar,
                           Instant now) {
  const auto hours = [&](Instant from, Instant until) {
    return hours_in_words(territory::business_hours(calendar, from, until), calendar.hours_per_day());
  };
  const bool is_nobodys = row.state == State::waiting && !row.assigned_to && !parts.empty();
  const std::string nobodys =
      is_nobodys ? "Nobody has it, since " + hours(parts.back().from, now) + ". " : "";
  const auto due = due_of(row);
  if (!due && row.state == State::waiting) return nobodys + "It is to be accepted or rejected.";
  if (!due)
    return row.decided_at
               ? "Answered after " + hours(first_had(parts).value_or(row.submitted_at), *row.decided_at) + "."
               : "";
  const std::string what = row.state == State::waiting ? "answered"
                           : is_kept(row)              ? "handed over, turned down or spoken with"
                                                       : "spoken with";
  if (*due < now) return nobodys + "It was to be " + what + " " + hours(*due, now) + " ago.";
  return nobodys + "To be " + what + " within " + hours(now, *due) + ".";
}

}  // namespace

Queue queue_of(const Read& read) { return Collector(read).collect(); }

HandoffView view_of(const Read& read, Id<Handoff> id) {
  auto row = find_row(read, id);
  const auto record = row ? find_visible(read, id) : std::nullopt;
  refuse_if(!record, web::not_found);
  const auto known = agreed(read);
  const auto& calendar = known->calendar(row->territory);
  const auto& basis = known->levels->on(day_in(row->submitted_at, calendar.time_zone),
                                        row->territory ? row->territory->number : 0);
  const auto parts = parts_of(read, id);
  put_due(*row, first_had(parts), basis.terms, calendar);
  const auto standing = standing_of(read, *record);
  const bool is_waiting = record->state == State::waiting;
  HandoffView view;
  view.agreement = basis.link;
  view.agreement_name = basis.name;
  view.reasons = reasons_of(read, *record, basis);
  const Acting acting{read.actor(), standing.is_deputy, standing.is_manager};
  view.may_assign = (is_waiting || is_owed_a_contact(read, *record)) &&
                    (may_decide(*record, acting) || may_route(read.actor(), record->to));
  view.may_decide = is_waiting && may_decide(*record, acting);
  view.may_withdraw = is_waiting && may_withdraw(*record, read.actor());
  view.escalation = escalation_in(read, *row, basis.terms, calendar);
  const auto clock = clock_of(*row, parts, calendar, read.now());
  view.first_had_at = first_had(parts);
  view.routing_hours = clock.routing_hours;
  view.answer_hours = clock.answer_hours;
  if (row->first_contact_precision == fact::Precision::moment) view.contact_hours = clock.contact_least;
  view.clock = clock_in_words(*row, parts, calendar, read.now());
  view.why_not_called = why_not_called(read, *row);
  view.why_not_written = why_not_written(read, *row);
  view.they_wrote = written_since(read, *row);
  view.contact_in_words = contact_in_words(*row, clock, calendar);
  view.handoff = std::move(*row);
  return view;
}

}  // namespace accord::handoff
