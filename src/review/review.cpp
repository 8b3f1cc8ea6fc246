// SPDX-License-Identifier: Apache-2.0
#include "review/review.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "review/review_store.hpp"
#include "web/percent.hpp"

namespace accord::review {
namespace {

/// Older data than this is said aloud, and its last day is offered instead of today.
constexpr int data_age_days_max = 7;

using Names = std::map<std::int64_t, people::Person>;

Names people_by_id(const Read& read) {
  Names people;
  for (auto& person : list<people::Person>(read, {{{"limit", "500"}}, 5'000}).items) {
    people.emplace(person.id.number, std::move(person));
  }
  return people;
}

std::string name_in(const Names& names, Id<people::Person> person) {
  const auto found = names.find(person.number);
  return found == names.end() ? "somebody" : found->second.name;
}

Side side_in(const Names& names, Id<people::Person> person) {
  const auto found = names.find(person.number);
  return found == names.end() ? Side::none : found->second.side;
}

Day today(const Read& read) { return day_in(read.now(), people::company(read).time_zone); }

std::string title_of(Day as_of) { return "Review, week of " + in_words(monday_of(as_of)); }

Figure total_figure(const Read& read, const gap::Findings& found, gap::StakeKind kind, const char* name) {
  Figure figure;
  figure.name = name;
  figure.unit = FigureUnit::money;
  figure.as_of = read.as_of();
  figure.money = found.totals.at(static_cast<std::size_t>(kind));
  figure.formula =
      "the gaps' stakes added, each opportunity counted once, in the gap where its stake is largest";
  for (const auto& gap : found.gaps) {
    if (gap.stake_kind != kind || !gap.stake.money) continue;
    figure.inputs.push_back({gap.sentence, {}, gap.stake.money, FigureUnit::money, gap.stake.link});
  }
  if (!figure.money) figure.why = "No gap has a stake of this kind.";
  return figure;
}

std::vector<Figure> totals_of(const Read& read, const gap::Findings& found) {
  std::vector<Figure> totals;
  const std::initializer_list<std::pair<gap::StakeKind, const char*>> kinds{
      {gap::StakeKind::expected_margin, "expected margin at stake"},
      {gap::StakeKind::expected_revenue, "expected revenue at stake"},
      {gap::StakeKind::cash_spent, "spent"}};
  for (const auto& [kind, name] : kinds) {
    auto figure = total_figure(read, found, kind, name);
    if (figure.money) totals.push_back(std::move(figure));
  }
  return totals;
}

/// In lists a figure carries a link to its working, never the inputs.
gap::Gap as_line(gap::Gap gap, Day as_of) {
  gap.stake.link =
      "/gaps/" + gap.code + "?about=" + web::percent_encode(gap.about) + "&as_of=" + to_string(as_of);
  gap.stake.inputs.clear();
  return gap;
}

std::string amount(const gap::Gap& gap) {
  if (gap.stake.money) return in_words(*gap.stake.money);
  if (gap.stake.number) return std::to_string(static_cast<std::int64_t>(*gap.stake.number)) + " h";
  return "not known";
}

/// "31 → 9, $186,200 → $54,100": what was frozen against what stands now.
std::string moved_from(const gap::Gap& before, const gap::Gap* now) {
  const std::string count = now == nullptr ? "0" : std::to_string(now->count);
  std::string text = std::to_string(before.count) + " → " + count;
  if (!before.stake.money) return text;
  const std::string stake = now == nullptr ? in_words(Money{0, before.stake.money->currency}) : amount(*now);
  return text + ", " + amount(before) + " → " + stake;
}

const gap::Gap* find_gap(const std::vector<gap::Gap>& gaps, const std::string& code,
                         const std::string& about) {
  const auto found =
      std::ranges::find_if(gaps, [&](const auto& g) { return g.code == code && g.about == about; });
  return found == gaps.end() ? nullptr : &*found;
}

std::vector<gap::Gap> frozen_gaps(const Read& read, Id<Review> review) {
  std::vector<gap::Gap> gaps;
  for (const auto& frozen : frozen_of(read, review))
    gaps.push_back(from_json<gap::Gap>(parse_json(frozen.gap.text)));
  return gaps;
}

/// What the last review promised, whether it was done, and whether the number moved.
void add_promises(const Read& read, const Review& last, const std::vector<gap::Gap>& now, const Names& names,
                  Day as_of, ReviewView& view) {
  const auto before = frozen_gaps(read, last.id);
  view.promised_on = last.as_of;
  for (const auto& action : action::promised_in(read, last.id.number)) {
    Promise promise{action.id.number,
                    action.what,
                    name_in(names, action.person),
                    side_in(names, action.person),
                    action.due_on,
                    action.done_on,
                    !action.done_on && action.due_on < as_of,
                    "",
                    ""};
    if (const auto* gap = find_gap(before, action.code, action.about)) {
      promise.gap = gap->sentence;
      promise.moved = moved_from(*gap, find_gap(now, action.code, action.about));
    }
    view.promised.push_back(std::move(promise));
  }
}

void add_meeting(const Read& read, const Review& review, const Names& names, ReviewView& view) {
  view.review = review.id.number;
  view.is_closed = review.closed_at.has_value();
  const auto zone = people::company(read).time_zone;
  view.sentence = (review.closed_at ? "Held by " : "Being held by ") + name_in(names, review.held_by) +
                  " on " + in_words(day_in(review.closed_at.value_or(review.opened_at), zone));
  for (const auto& one : attendance_of(read, review.id)) {
    view.attendance.push_back({one.person.number, name_in(names, one.person), one.side});
  }
  for (const auto& one : decisions_of(read, review.id)) {
    view.decisions.push_back({one.code, one.about, one.decision, name_in(names, one.person), one.at});
  }
  for (const auto& one : action::promised_in(read, review.id.number)) {
    view.actions.push_back({one.id.number, one.code, one.about, one.what, name_in(names, one.person),
                            side_in(names, one.person), one.due_on, one.done_on});
  }
}

/// What every view has: the day, how old its data is, which reviews there are.
ReviewView start_view(const Read& read, Day as_of, std::optional<Id<Review>> before) {
  ReviewView view;
  view.title = title_of(as_of);
  view.as_of = as_of;
  view.data_until = gap::data_until(read);
  view.is_data_old = view.data_until && as_of - *view.data_until > data_age_days_max;
  view.can_hold = read.actor().may(hold_review);
  if (const auto open = find_open(read)) view.open_review = open->id.number;
  if (const auto last = last_closed(read, before)) view.last_review = last->id.number;
  return view;
}

void add_agenda(const Read& read, ReviewView& view) {
  const auto found = gap::find_all(read, installed_subjects(), view.as_of);
  view.totals = totals_of(read, *found);
  view.blind_spots = found->blind_spots;
  for (const auto& gap : found->gaps) view.items.push_back(as_line(gap, view.as_of));
}

}  // namespace

Day offered_day(const Read& read) {
  const Day now = today(read);
  const auto until = gap::data_until(read);
  return until && now - *until > data_age_days_max ? *until : now;
}

ReviewView agenda(const Read& read, Day as_of) {
  refuse_if(as_of > today(read), day_lies_ahead, to_string(as_of));
  ReviewView view = start_view(read, as_of, std::nullopt);
  add_agenda(read, view);
  const auto names = people_by_id(read);
  if (const auto last = last_closed(read, std::nullopt))
    add_promises(read, *last, view.items, names, as_of, view);
  return view;
}

ReviewView minutes(const Read& read, const Review& review) {
  ReviewView view = start_view(read, review.as_of, review.id);
  const auto names = people_by_id(read);
  if (review.closed_at) {
    view.items = frozen_gaps(read, review.id);
  } else {
    add_agenda(read, view);
  }
  add_meeting(read, review, names, view);
  if (const auto last = last_closed(read, review.id))
    add_promises(read, *last, view.items, names, review.as_of, view);
  return view;
}

}  // namespace accord::review
