// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_discretion.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "handoff/handoff_store.hpp"

namespace accord::handoff {
namespace {

constexpr std::array<std::string_view, 6> times{"assigned_at", "due_at",           "contact_due_at",
                                                "decided_at",  "first_contact_at", "first_contact_precision"};

/// "decided_at" of `decided_at_from=` and of `order=-decided_at`.
std::string_view field_asked(const std::pair<std::string, std::string>& filter) {
  std::string_view name = filter.first == "order" ? filter.second : filter.first;
  if (name.starts_with('-')) name.remove_prefix(1);
  for (const std::string_view end : {"_from", "_to"}) {
    if (filter.first != "order" && name.ends_with(end)) name.remove_suffix(end.size());
  }
  return name;
}

/// Everybody below a person, directly or through others.
void add_below(const Read& read, std::int64_t person, std::set<std::int64_t>& below) {
  std::multimap<std::int64_t, std::int64_t> by_manager;
  for (const auto& [id, name] : people::names(read)) {
    const auto one = read.find(Id<people::Person>{id});
    if (one && one->manager) by_manager.emplace(one->manager->number, id);
  }
  std::vector<std::int64_t> next{person};
  while (!next.empty()) {
    const auto [from, until] = by_manager.equal_range(next.back());
    next.pop_back();
    for (auto one = from; one != until; ++one) {
      if (below.insert(one->second).second) next.push_back(one->second);
    }
  }
}

}  // namespace

Discretion::Discretion(const Read& read) {
  const auto& actor = read.actor();
  sees_all_ = actor.person == 0 || actor.role == Role::administrator;
  if (sees_all_) return;
  const Day today = people::today(read);
  seen_.insert(actor.person);
  add_below(read, actor.person, seen_);
  for (const auto& report : reports_of_actor(read, today)) seen_.insert(report.person);
  for (const auto& [person, absence] : away_on(read, today)) {
    if (absence.deputy && absence.deputy->number == actor.person) seen_.insert(person);
  }
}

bool Discretion::withholds(std::optional<Id<people::Person>> person) const {
  return !sees_all_ && person && !seen_.contains(person->number);
}

void Discretion::apply(HandoffRow& row) const {
  if (!withholds(row.assigned_to)) return;
  row.assigned_at.reset();
  row.due_at.reset();
  row.contact_due_at.reset();
  row.first_contact_at.reset();
  row.first_contact_precision.reset();
  if (row.state != State::withdrawn) row.decided_at.reset();
}

void Discretion::apply(HandoffView& view) const {
  const auto& row = view.handoff;
  if (!withholds(row.assigned_to)) return;
  view.withholds_times = true;
  view.clock = "How long " + (row.assigned_to_name.empty() ? "they" : row.assigned_to_name) +
               (row.state == State::waiting ? " has had it" : " took") +
               " is told to them and to those above them.";
  view.contact_in_words.clear();
  view.escalation = Escalation::none;
  view.first_had_at.reset();
  view.answer_hours.reset();
  view.contact_hours.reset();
  apply(view.handoff);
}

void Discretion::apply(HandoffStepRow& step) const {
  if (withholds(step.assigned_to)) step.held_hours.reset();
  const bool is_askers = step.kind == StepKind::submitted || step.kind == StepKind::withdrawn;
  if (is_askers || !(withholds(step.person) || withholds(step.assigned_to))) return;
  step.at.reset();
  step.undone_at.reset();
}

void Discretion::apply(Passed& one) const {
  if (!withholds(one.person)) return;
  one.response_hours.reset();
  one.in_time = InTime::withheld;
}

bool Discretion::allows(const ListRequest& request) const {
  return sees_all_ || std::ranges::none_of(request.filters, [](const auto& filter) {
           return std::ranges::find(times, field_asked(filter)) != times.end();
         });
}

}  // namespace accord::handoff
