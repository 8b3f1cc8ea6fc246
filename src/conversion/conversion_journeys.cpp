// SPDX-License-Identifier: Apache-2.0
// The journeys behind the numbers of a funnel.
#include <algorithm>
#include <unordered_map>

#include "conversion/conversion_store.hpp"
#include "conversion/conversion_view.hpp"
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

/// What a trace says of a journey; of a step, what it did there.
CohortJourney told(const Asked& asked, std::size_t place, const Trace& trace, std::optional<Code> step) {
  const auto as_of = asked.question().as_of.number;
  CohortJourney row;
  row.id = {asked.columns().records[place].id};
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
  row.next_days = days_of(until_next(trace, visit, as_of));
  row.end_days = days_of(until_end(trace, visit, as_of));
  row.stay_days = days_of(until_left(trace, visit, as_of));
  row.has_left = visit.has_left;
  return row;
}

using ById = std::unordered_map<std::int64_t, CohortJourney>;

/// In the order of ids.
std::vector<CohortJourney> with_records(const Read& read, ById found) {
  put_records(read, found);
  std::vector<CohortJourney> rows;
  rows.reserve(found.size());
  for (auto& [id, row] : found) rows.push_back(std::move(row));
  std::ranges::sort(rows, {}, [](const CohortJourney& row) { return row.id.number; });
  return rows;
}

}  // namespace

std::vector<CohortJourney> journeys_of(const Read& read, const Question& question,
                                       const std::optional<std::string>& step) {
  const Asked asked(read, question);
  std::optional<Code> code;
  if (step) {
    const auto place = asked.stages().place_of(*step);
    refuse_if(!place, web::not_found);
    code = static_cast<Code>(*place);
  }
  ById found;
  each_of(asked, question.begun, 0, asked.columns().size(), [&](std::size_t place, const Trace& trace) {
    if (code && std::ranges::find(trace.visits, *code, &Visit::step) == trace.visits.end()) return;
    found.emplace(asked.columns().records[place].id, told(asked, place, trace, code));
  });
  return with_records(read, std::move(found));
}

std::vector<CohortJourney> journeys_without_beginning(const Read& read, const Question& question) {
  const Asked asked(read, question);
  Tracer tracer(asked.columns(), asked.stages(), question.as_of);
  ById found;
  for (std::size_t place = 0; place < asked.columns().size(); ++place) {
    if (begun_on(asked.columns(), place) != no_day || !is_of_no_cohort(asked, place)) continue;
    found.emplace(asked.columns().records[place].id, told(asked, place, tracer.of(place), std::nullopt));
  }
  return with_records(read, std::move(found));
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
