// SPDX-License-Identifier: Apache-2.0
// The journeys behind the numbers of a funnel.
#include <algorithm>

#include "conversion/conversion_store.hpp"
#include "conversion/conversion_view.hpp"
#include "db/row_picker.hpp"
#include "people/people.hpp"
#include "web/route.hpp"

namespace accord::conversion {
namespace {

std::optional<Day> day_or_none(std::int32_t day) {
  if (day == no_day) return std::nullopt;
  return Day{day};
}

std::optional<std::int64_t> days_of(const std::optional<Duration>& duration) {
  if (!duration) return std::nullopt;
  return duration->days;
}

template <class T>
std::optional<Id<T>> id_or_none(std::uint32_t id) {
  return id == 0 ? std::nullopt : std::optional(Id<T>{id});
}

/// All that the columns hold of a journey; of a step, what it did there. What it and others are called is in
/// the records.
CohortJourney told(const Asked& asked, std::size_t place, const Trace& trace, std::optional<Code> step) {
  const auto as_of = asked.question().as_of.number;
  const auto& record = asked.columns().records[place];
  CohortJourney row;
  row.id = {record.id};
  row.owner = id_or_none<people::Person>(record.owner);
  if (row.owner) row.side = record.side;
  row.territory = id_or_none<territory::Territory>(trace.territory);
  row.began_elsewhere = trace.began_in != trace.territory;
  row.began_in = id_or_none<territory::Territory>(trace.began_in);
  row.product = id_or_none<product::Product>(record.product);
  row.source = asked.columns().sources[record.source];
  row.begun_on = day_or_none(trace.begun);
  row.outcome = trace.outcome;
  row.closed_on = day_or_none(trace.closed);
  if (trace.stands_in != no_step) row.stage = asked.stages().steps()[trace.stands_in].name;
  const auto valued = asked.valued(place, trace);
  row.value = valued.value;
  if (valued.worth) row.worth = Money{*valued.worth, asked.currency()};
  if (trace.begun != no_day) row.outcome_days = days_of(until_end(trace, as_of));
  row.has_change_before_creation = trace.has_change_before_creation;
  row.is_closed_before_creation = trace.is_closed_before_creation;
  row.stands_in_ending = trace.stands_in_ending;
  row.has_steps = !trace.visits.empty();
  if (!step) return row;
  const auto& visit = *std::ranges::find(trace.visits, *step, &Visit::step);
  if (visit.is_came_known) row.came_on = Day{visit.came};
  row.times = visit.times;
  row.came_to = fate_of(trace, visit);
  row.exit_on = day_or_none(exit_of(trace, visit));
  row.next_days = days_of(until_next(trace, visit, as_of));
  row.end_days = days_of(until_end(trace, visit, as_of));
  row.stay_days = days_of(until_left(trace, visit, as_of));
  row.has_left = visit.has_left;
  return row;
}

/// Journeys of a question one by one: those that came to the step, if one is asked for, or those of which
/// nobody knows when they began.
class Journeys {
 public:
  Journeys(const Read& read, const Question& question, const WhichJourneys& which)
      : asked_(read, question), which_(which) {
    if (!which.step) return;
    const auto place = asked_.stages().place_of(*which.step);
    refuse_if(!place, web::not_found);
    step_ = static_cast<Code>(*place);
  }

  std::size_t size() const { return asked_.columns().size(); }
  std::int64_t id_at(std::size_t place) const { return asked_.columns().records[place].id; }

  using Use = std::function<void(std::size_t place, CohortJourney row)>;
  void each(std::size_t first, std::size_t last, const Use& use) const {
    const auto use_trace = [&](std::size_t place, const Trace& trace) {
      if (step_ && std::ranges::find(trace.visits, *step_, &Visit::step) == trace.visits.end()) return;
      use(place, told(asked_, place, trace, step_));
    };
    if (!which_.is_begun_unknown) return each_of(asked_, asked_.question().begun, first, last, use_trace);
    Tracer tracer(asked_.columns(), asked_.stages(), asked_.question().as_of);
    for (std::size_t place = first; place < last; ++place) {
      if (begun_on(asked_.columns(), place) == no_day && is_of_no_cohort(asked_, place))
        use_trace(place, tracer.of(place));
    }
  }

 private:
  Asked asked_;
  WhichJourneys which_;
  std::optional<Code> step_;
};

bool asks_about_names(const RowPicker& picker) {
  static constexpr std::array names{"name",           "account",       "account_name", "owner_name",
                                    "territory_name", "began_in_name", "product_name"};
  return std::ranges::any_of(names, [&](const char* name) { return picker.asks_about(name); });
}

}  // namespace

/// 1. Which rows are on the page is found in the columns alone, unless it takes names: these come from the
/// records, which stand in the same order. 2. Those rows get their names.
Listed<CohortJourney> list_journeys(const Read& read, const Question& question, const WhichJourneys& which,
                                    const ListRequest& request) {
  const Journeys journeys(read, question, which);
  RowPicker picker(info_of<CohortJourney>(), request);
  if (!asks_about_names(picker)) {
    journeys.each(0, journeys.size(),
                  [&](std::size_t place, const CohortJourney& row) { picker.show(&row, place); });
  } else {
    std::size_t next = 0;
    each_record(read, [&](const NamedRecord& record) {
      while (next < journeys.size() && journeys.id_at(next) < record.id()) ++next;
      if (next == journeys.size() || journeys.id_at(next) != record.id()) return;
      journeys.each(next, next + 1, [&](std::size_t place, CohortJourney row) {
        record.put(row);
        picker.show(&row, place);
      });
    });
  }
  auto picked = picker.picked();
  Listed<CohortJourney> page{{}, std::move(picked.next), picked.total};
  for (const auto place : picked.places) {
    journeys.each(place, place + 1,
                  [&](std::size_t, CohortJourney row) { page.items.push_back(std::move(row)); });
  }
  put_names(read, page.items);
  return page;
}

/// Of each step: who went on, was lost, stands there or went back is who came. Of all: every lost journey
/// with a step was lost in one of them.
std::vector<std::string> lost_journeys(const Read& read) {
  Question question;
  question.as_of = people::today(read);
  question.begun = {*day_from({1900, 1, 1}), question.as_of};
  const auto sums = cohort(read, question, question.begun);
  const auto steps = stages(read);
  std::vector<std::string> found;
  std::int64_t lost = 0, nowhere = 0;
  for (std::size_t i = 0; i < sums->steps.size(); ++i) {
    const auto& step = sums->steps[i];
    lost += step.lost;
    const auto worth =
        step.worth_on.minor + step.worth_lost.minor + step.worth_here.minor + step.worth_back.minor;
    if (step.came != step.went_on + step.lost + step.here + step.back || step.worth.minor != worth)
      found.push_back("What became of the journeys that came to " + steps->steps()[i].name +
                      " does not add up to them.");
  }
  const Asked asked(read, question);
  each_of(asked, question.begun, 0, asked.columns().size(), [&](std::size_t, const Trace& trace) {
    if (trace.visits.empty() && trace.outcome == funnel::Outcome::lost) ++nowhere;
  });
  if (lost + nowhere != sums->whole.lost)
    found.push_back("The journeys lost in single steps are not all that were lost.");
  return found;
}

}  // namespace accord::conversion
