// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "people/people.hpp"
#include "touchpoint/touchpoint_store.hpp"

namespace accord::touchpoint {
namespace {

Listed<TouchpointRow> touchpoints(const Read& read, const web::Input& input) {
  return list_touchpoints(read, input.list());
}

std::optional<Day> newest_day(const Read& read, Day until) {
  const auto now = read.now().ms, end = start_of(until + 1).ms;
  std::optional<Instant> moment, day;
  const auto all = touches(read);
  all->each([&](const TouchColumns& columns, std::size_t i) {
    const bool is_moment = columns.precision(i) == fact::Precision::moment;
    const auto at = columns.at(i);
    if (at.ms > now && (is_moment || at.ms >= end)) return;
    auto& newest = is_moment ? moment : day;
    newest = std::max(newest, std::optional(at));
  });
  return fact::newest_day_of(read, moment, day);
}

std::optional<Day> newest_fact(const Read& read) {
  const Day today = people::today(read);
  return *read.kept<std::optional<Day>>("touchpoint newest until " + to_string(today),
                                        [&] { return newest_day(read, today); });
}

}  // namespace

const Subject subject{
    .name = "touchpoint",
    .schema = schema(),
    .routes = {web::get_list<TouchpointRow>(
        "/touchpoints", see_touchpoints,
        "List how customers met the firm, through either side; calls, visits and demos that were logged too.",
        touchpoints)},
    .pages = {{"/touchpoints", "Touchpoints", "Demand", see_touchpoints, "TouchpointsPage"}},
    .checks = {{"touchpoints_refer_to_what_is_there",
                "Each touchpoint's account, campaign and channel are there.", strays},
               {"touchpoints_belong_to_a_side", "All touchpoints are sales' or marketing's.", sideless}},
    .newest_fact = newest_fact};

}  // namespace accord::touchpoint
