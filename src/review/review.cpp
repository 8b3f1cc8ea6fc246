// SPDX-License-Identifier: Apache-2.0
#include "review/review.hpp"

#include <algorithm>
#include <functional>

#include "base/text.hpp"
#include "review/review_store.hpp"
#include "web/percent.hpp"

namespace accord::review {
namespace {

using Names = std::map<std::int64_t, people::Person>;

Names people_by_id(const Read& read) {
  Names people;
  for (auto& person : list<people::Person>(read, {{{"limit", "5000"}}, 5'000}).items) {
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

std::string title_of(Day as_of) { return "Review, week of " + in_words(monday_of(as_of)); }

/// Where the working of a gap stands: on its own page, or frozen with its review.
using PageOf = std::function<std::string(const gap::Gap&)>;

PageOf pages_on(Day as_of) {
  return [as_of](const gap::Gap& gap) { return gap::page_of(gap.code, gap.about, as_of); };
}

PageOf pages_in(Id<Review> review) {
  return [review](const gap::Gap& gap) {
    return "/reviews/" + std::to_string(review.number) + "/gaps/" + gap.code +
           "?about=" + web::percent_encode(gap.about);
  };
}

/// The sum of its inputs: each gap's stake, less what stands in several of them.
Figure total_figure(const Read& read, const gap::Findings& found, gap::StakeKind kind, const char* name,
                    const PageOf& page_of) {
  Figure figure;
  figure.name = name;
  figure.unit = FigureUnit::money;
  figure.as_of = read.as_of();
  figure.money = found.totals.at(static_cast<std::size_t>(kind));
  if (!figure.money) return figure;
  figure.formula =
      "the gaps' stakes added, each opportunity counted once, in the gap where its stake is largest";
  Money twice = *figure.money;
  for (const auto& gap : found.gaps) {
    if (gap.stake_kind != kind || !gap.stake.money || gap.stake.money->currency != twice.currency) continue;
    figure.inputs.push_back({gap.sentence, {}, gap.stake.money, FigureUnit::money, page_of(gap)});
    twice = twice - *gap.stake.money;
  }
  if (twice.minor != 0)
    figure.inputs.push_back({"less what stands in several of them", {}, twice, FigureUnit::money, ""});
  return figure;
}

std::vector<Figure> totals_of(const Read& read, const gap::Findings& found, const PageOf& page_of) {
  std::vector<Figure> totals;
  const std::initializer_list<std::pair<gap::StakeKind, const char*>> kinds{
      {gap::StakeKind::expected_margin, "expected margin at stake"},
      {gap::StakeKind::expected_revenue, "expected revenue at stake"},
      {gap::StakeKind::cash_spent, "spent"}};
  for (const auto& [kind, name] : kinds) {
    auto figure = total_figure(read, found, kind, name, page_of);
    if (figure.money) totals.push_back(std::move(figure));
  }
  return totals;
}

/// In lists a figure carries a link to its working, never the inputs.
gap::Gap as_line(gap::Gap gap, const PageOf& page_of) {
  gap.stake.link = page_of(gap);
  gap.stake.inputs.clear();
  return gap;
}

/// The stake of a gap that is found no more: nothing, where it was known what it was.
Figure nothing_left(const Figure& before) {
  Figure figure = before;
  if (figure.money) figure.money->minor = 0;
  if (figure.number) figure.number = 0;
  figure.formula = "the gap is found no more, so nothing of it is at stake";
  figure.link.clear();
  return figure;
}

/// What was frozen against what stands now; both are lines.
Movement moved_from(const gap::Gap& before, const gap::Gap* now) {
  if (now == nullptr) return {before.count, 0, before.stake, nothing_left(before.stake)};
  return {before.count, now->count, before.stake, now->stake};
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

using Scope = std::optional<std::int64_t>;

/// The territory whose rows a closed review's numbers count; nothing: all.
Scope frozen_scope(const Read& read, Id<Review> review) {
  const auto agenda = frozen_agenda_of(read, review);
  return agenda && agenda->seen_from ? Scope(agenda->seen_from->number) : std::nullopt;
}

/// What the last review promised, whether it was done by a day, and whether the number moved. Numbers of
/// different territories are not compared.
void add_promises(const Read& read, const Review& last, const Names& names, Day by, const Scope& scope,
                  ReviewView& view) {
  const bool is_comparable = frozen_scope(read, last.id) == scope;
  auto before = frozen_gaps(read, last.id);
  for (auto& gap : before) gap = as_line(std::move(gap), pages_in(last.id));
  view.promised_on = last.as_of;
  for (const auto& action : action::promised_in(read, last.id.number)) {
    Promise promise;
    promise.action = action.id.number;
    promise.what = action.what;
    promise.person = name_in(names, action.person);
    promise.side = side_in(names, action.person);
    promise.due_on = action.due_on;
    if (action.done_on && *action.done_on <= by) promise.done_on = action.done_on;
    promise.is_overdue = !promise.done_on && action.due_on < by;
    if (const auto* gap = find_gap(before, action.code, action.about)) {
      promise.gap = gap->sentence;
      if (is_comparable) promise.moved = moved_from(*gap, find_gap(view.items, action.code, action.about));
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
  view.is_data_old = view.data_until && as_of - *view.data_until > gap::data_age_days_max;
  view.can_hold = read.actor().may(hold_review);
  if (const auto open = find_open(read)) view.open_review = open->id.number;
  if (const auto last = last_closed(read, before, as_of)) view.last_review = last->id.number;
  return view;
}

void add_agenda(const Read& read, ReviewView& view) {
  const auto found = gap::find_all(read, installed_subjects(), view.as_of);
  const auto page_of = pages_on(view.as_of);
  view.bridge = claim::head_bridge(read, view.as_of);
  view.totals = totals_of(read, *found, page_of);
  view.blind_spots = found->blind_spots;
  for (const auto& gap : found->gaps) view.items.push_back(as_line(gap, page_of));
}

/// The agenda as it was frozen. Of reviews that were closed before totals were kept, there are none.
void add_frozen(const Read& read, const Review& review, ReviewView& view) {
  for (auto& gap : frozen_gaps(read, review.id))
    view.items.push_back(as_line(std::move(gap), pages_in(review.id)));
  if (const auto kept = frozen_bridge_of(read, review.id))
    view.bridge = from_json<claim::BridgeView>(parse_json(kept->bridge.text));
  const auto agenda = frozen_agenda_of(read, review.id);
  if (!agenda) return;
  view.data_until = agenda->data_until;
  view.is_data_old = view.data_until && view.as_of - *view.data_until > gap::data_age_days_max;
  const auto totals = parse_json(agenda->totals.text), blind_spots = parse_json(agenda->blind_spots.text);
  for (const auto& total : totals.as_array()) view.totals.push_back(from_json<Figure>(total));
  for (const auto& sentence : blind_spots.as_array()) view.blind_spots.emplace_back(sentence.as_string());
}

}  // namespace

ReviewView agenda(const Read& read, Day as_of) {
  refuse_if(as_of > people::today(read), gap::day_lies_ahead, to_string(as_of));
  ReviewView view = start_view(read, as_of, std::nullopt);
  add_agenda(read, view);
  if (const auto last = last_closed(read, std::nullopt, as_of))
    add_promises(read, *last, people_by_id(read), people::today(read), read.actor().territory, view);
  return view;
}

ReviewView minutes(const Read& read, const Review& review) {
  ReviewView view = start_view(read, review.as_of, review.id);
  const auto names = people_by_id(read);
  if (review.closed_at)
    add_frozen(read, review, view);
  else
    add_agenda(read, view);
  add_meeting(read, review, names, view);
  if (const auto last = last_closed(read, review.id, review.as_of)) {
    const auto zone = people::company(read).time_zone;
    const auto scope = review.closed_at ? frozen_scope(read, review.id) : read.actor().territory;
    add_promises(read, *last, names, day_in(review.closed_at.value_or(read.now()), zone), scope, view);
  }
  return view;
}

std::optional<gap::Gap> gap_of(const Read& read, const Review& review, const std::string& code,
                               const std::string& about) {
  const auto gaps = review.closed_at ? frozen_gaps(read, review.id)
                                     : gap::find_all(read, installed_subjects(), review.as_of)->gaps;
  const auto* found = find_gap(gaps, code, about);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

FrozenAgenda frozen_agenda(const Read& read, const Review& review) {
  const auto found = gap::find_all(read, installed_subjects(), review.as_of);
  json::array totals, blind_spots;
  for (const auto& total : totals_of(read, *found, pages_in(review.id))) totals.push_back(to_json(total));
  for (const auto& sentence : found->blind_spots) blind_spots.emplace_back(sentence);
  std::optional<Id<territory::Territory>> seen_from;
  if (const auto territory = read.actor().territory) seen_from = {*territory};
  return {{},
          review.id,
          seen_from,
          gap::data_until(read),
          {json::serialize(totals)},
          {json::serialize(blind_spots)}};
}

std::optional<FrozenBridge> frozen_bridge(const Read& read, const Review& review) {
  auto bridge = claim::head_bridge(read, review.as_of);
  if (!bridge) return std::nullopt;
  // What may still be signed is said where it can be, not in the minutes.
  bridge->settling.reset();
  return FrozenBridge{{}, review.id, {json::serialize(to_json(*bridge))}};
}

}  // namespace accord::review
