// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_discretion.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "db/list_parts.hpp"
#include "db/list_rows.hpp"
#include "handoff/handoff_store.hpp"

namespace accord::handoff {
namespace {

/// The last two are looked up among activities, one by one.
constexpr std::array<std::string_view, 6> times{"assigned_at", "due_at",           "contact_due_at",
                                                "decided_at",  "first_contact_at", "first_contact_precision"};
constexpr auto times_of_contact = std::span(times).last<2>();

/// "decided_at" of `decided_at_from=` and of `order=-decided_at`.
std::string_view field_asked(const std::pair<std::string, std::string>& filter) {
  std::string_view name = filter.first == "order" ? filter.second : filter.first;
  if (name.starts_with('-')) name.remove_prefix(1);
  for (const std::string_view end : {"_from", "_to"}) {
    if (filter.first != "order" && name.ends_with(end)) name.remove_suffix(end.size());
  }
  return name;
}

bool is_time(std::string_view field) { return std::ranges::find(times, field) != times.end(); }

/// A request whose order or filters ask about times, taken apart: what the stored rows are chosen by, and
/// what those that remain are chosen, ordered and paged by, without what the reader may not see.
struct Parted {
  ListRequest stored, shown;
  bool asks_about_times = false, asks_about_contact = false, is_ordered_by_another = false;
};

Parted parted(const ListRequest& request) {
  Parted parts;
  parts.stored.limit_max = parts.shown.limit_max = request.limit_max;
  for (const auto& filter : request.filters) {
    const auto field = field_asked(filter);
    const bool is_order = filter.first == "order";
    const bool is_of_page = is_order || filter.first == "limit" || filter.first == "after";
    parts.asks_about_times |= is_time(field);
    parts.asks_about_contact |= std::ranges::find(times_of_contact, field) != times_of_contact.end();
    parts.is_ordered_by_another |= is_order && info_of<HandoffTimes>().field(field) == nullptr;
    (is_of_page || is_time(field) ? parts.shown : parts.stored).filters.push_back(filter);
  }
  return parts;
}

template <class Times>
void withhold_times(Times& row) {
  row.assigned_at.reset();
  row.due_at.reset();
  row.contact_due_at.reset();
  row.first_contact_at.reset();
  row.first_contact_precision.reset();
  if (row.state != State::withdrawn) row.decided_at.reset();
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
  if (withholds(row.assigned_to)) withhold_times(row);
}

void Discretion::apply(HandoffTimes& row) const {
  if (withholds(row.assigned_to)) withhold_times(row);
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
  one.late_hours.reset();
  one.in_time = InTime::withheld;
}

Listed<HandoffRow> list_discreetly(const Read& read, const ListRequest& request) {
  const Discretion discretion(read);
  const auto parts = parted(request);
  if (discretion.sees_all() || !parts.asks_about_times) {
    auto listed = list<HandoffRow>(read, request);
    for (auto& row : listed.items) discretion.apply(row);
    return listed;
  }
  // What is ordered or filtered by times the reader may not see is so without them: by the times of all, and
  // only the page's rows are read whole.
  if (!parts.is_ordered_by_another) {
    const auto left_out =
        parts.asks_about_contact ? std::span<const std::string_view>{} : std::span(times_of_contact);
    auto all = list_parts<HandoffRow, HandoffTimes>(read, parts.stored, left_out);
    for (auto& one : all) discretion.apply(one);
    const auto page = list_rows(all, parts.shown);
    Listed<HandoffRow> listed{{}, page.next, page.total};
    for (const auto& one : page.items) {
      if (auto row = find_row(read, one.id)) listed.items.push_back(std::move(*row));
    }
    for (auto& row : listed.items) discretion.apply(row);
    return listed;
  }
  auto rows = submitted_between(read, Instant{}, {read.now().ms + 1});
  for (auto& row : rows) discretion.apply(row);
  return list_rows(rows, request);
}

}  // namespace accord::handoff
