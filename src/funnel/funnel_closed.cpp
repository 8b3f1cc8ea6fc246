// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_closed.hpp"

#include <algorithm>

#include "db/list_rows.hpp"

namespace accord::funnel {
namespace {

/// The journeys closed by the day that stood in an agreed stage; all of them where none is named.
std::unordered_map<std::int64_t, Outcome> outcomes_of(const Read& read, Day as_of, const std::string& stage) {
  const Judgement judgement(read, as_of);
  std::unordered_map<std::int64_t, Outcome> outcomes;
  each_as_of(read, as_of, [&](const OpportunityAsOf& one) {
    if (one.outcome == Outcome::open || one.stays.empty()) return;
    const auto* judge = judgement.basis(one.territory).judge;
    const auto stood = [&](const Stay& stay) {
      const auto* agreed = judge == nullptr ? nullptr : judge->stage(stay.stage);
      return (agreed == nullptr ? stay.stage : std::string_view(agreed->name)) == stage;
    };
    if (stage.empty() || std::ranges::any_of(one.stays, stood)) outcomes.emplace(one.id, one.outcome);
  });
  return outcomes;
}

Listed<ClosedJourney> list_closed(const Read& read, const web::Input& input) {
  const Day as_of = gap::asked_day(read, input);
  const auto stage = input.query("stage").value_or("");
  const auto rows = read.kept<std::vector<ClosedJourney>>(
      "closed journeys of " + stage + " by " + to_string(as_of),
      [&] { return closed_journeys(read, outcomes_of(read, as_of, stage)); });
  auto request = input.list();
  std::erase_if(request.filters,
                [](const auto& filter) { return filter.first == "stage" || filter.first == "as_of"; });
  request.filters.insert(request.filters.begin(), {"order", "-close_on"});
  return list_rows(*rows, request);
}

}  // namespace

std::vector<web::Route> closed_journey_routes() {
  return {web::get_list<ClosedJourney>("/closed-journeys", see_opportunities,
                                       "The journeys closed by a day that stood in a stage: what its win "
                                       "rate counts.",
                                       list_closed)};
}

}  // namespace accord::funnel
