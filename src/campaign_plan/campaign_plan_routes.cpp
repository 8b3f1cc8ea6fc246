// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "base/text.hpp"
#include "campaign_plan/calendar.hpp"
#include "campaign_plan/plan_gaps.hpp"
#include "db/list_rows.hpp"

namespace accord::campaign_plan {
namespace {

using campaign::see_campaigns;

/// What is left of a list's query once these are taken out of it.
ListRequest without(ListRequest request, std::initializer_list<std::string_view> names) {
  std::erase_if(request.filters,
                [&](const auto& filter) { return std::ranges::find(names, filter.first) != names.end(); });
  return request;
}

/// In this order where the request names none.
ListRequest in_order(ListRequest request, std::string_view order) {
  const auto is_order = [](const auto& filter) { return filter.first == "order"; };
  if (std::ranges::none_of(request.filters, is_order)) request.filters.emplace_back("order", order);
  return request;
}

/// The ids that a filter names; 0 for one that is empty, which means none.
std::vector<std::int64_t> ids_in(const web::Input& input, std::string_view name) {
  std::vector<std::int64_t> ids;
  for (const auto& [filter, text] : input.queries) {
    if (filter != name) continue;
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    refuse_if(!is_number && !text.empty(), malformed_filter, filter + "=" + text);
    ids.push_back(id);
  }
  return ids;
}

/// Whether it is for one that is asked for: what is for none in particular is for all; 0 asks for that alone.
template <class T>
bool is_for_any(const std::vector<Id<T>>& has, const std::vector<std::int64_t>& asked,
                const std::function<bool(Id<T>, Id<T>)>& is_there) {
  return asked.empty() || std::ranges::any_of(asked, [&](std::int64_t id) {
           if (id == 0 || has.empty()) return has.empty();
           return std::ranges::any_of(has, [&](Id<T> one) { return is_there(one, Id<T>{id}); });
         });
}

/// What runs in a territory runs in those below it, and is seen in those above.
bool is_above_or_below(const territory::Lineages& lineages, Id<territory::Territory> one,
                       Id<territory::Territory> other) {
  const auto holds = [&](Id<territory::Territory> below, Id<territory::Territory> above) {
    const auto line = lineages.find(below.number);
    return line != lineages.end() && std::ranges::find(line->second, above) != line->second.end();
  };
  return one == other || holds(one, other) || holds(other, one);
}

/// The days that a request asks for; without any, the quarter that it is.
Span span_of(const Read& read, const web::Input& input) {
  return span_in(input.query("in").value_or(quarter_of(people::today(read))));
}

Listed<CalendarRow> calendar(const Read& read, const web::Input& input) {
  auto rows = calendar_of(read, span_of(read, input), people::today(read));
  const auto territories = ids_in(input, "territories"), products = ids_in(input, "products");
  const auto lineages = territory::all_lineages(read);
  std::erase_if(rows, [&](const CalendarRow& row) {
    return !is_for_any<territory::Territory>(row.territories, territories, [&](auto one, auto other) {
      return is_above_or_below(lineages, one, other);
    }) || !is_for_any<product::Product>(row.products, products, std::equal_to<>());
  });
  return list_rows(rows,
                   in_order(without(input.list(), {"in", "by", "territories", "products"}), "starts_on"));
}

/// Where a request names no days, the quarter that it is; of a campaign that does not run in it, the nearest
/// in which it does.
Span span_of(const Read& read, const web::Input& input, Id<campaign::Campaign> id) {
  const auto span = span_of(read, input);
  const auto campaign = input.query("in") ? std::nullopt : campaign::find_visible(read, id);
  if (!campaign) return span;
  if (campaign->ends_on && *campaign->ends_on < span.from) return span_in(quarter_of(*campaign->ends_on));
  if (campaign->starts_on && *campaign->starts_on > span.until)
    return span_in(quarter_of(*campaign->starts_on));
  return span;
}

PlanAgainstActual plan_of_campaign(const Read& read, const web::Input& input) {
  const auto id = input.id_of<campaign::Campaign>();
  auto found = against_actual(read, id, span_of(read, input, id), people::today(read));
  refuse_if(!found, web::not_found);
  return std::move(*found);
}

Listed<TaskRow> tasks(const Read& read, const web::Input& input) {
  const PlanBook book(read);
  return list_rows(tasks_of(read, book, gap::asked_day(read, input)),
                   in_order(without(input.list(), {"as_of"}), "due_on"));
}

const web::Parameter in_parameter{"in", "A quarter such as 2026-Q4, or a year; the quarter that it is."};

}  // namespace

const Subject subject{
    .name = "campaign_plan",
    .schema = {.subject = "campaign_plan"},
    .routes = {web::taking(
                   web::get_list<CalendarRow>(
                       "/campaigns/calendar", see_campaigns,
                       "The campaigns of a quarter or a year, planned against actual, with what sales does.",
                       calendar),
                   {in_parameter, {"by", "What the page groups them by; the data is the same."}}),
               web::taking(web::get("/campaigns/{id}/plan", see_campaigns,
                                    "One campaign, planned against actual, by month.", plan_of_campaign),
                           {in_parameter}),
               web::taking(
                   web::get_list<TaskRow>("/campaigns/tasks", see_campaigns,
                                          "What sales promised to do for campaigns, and how far that is.",
                                          tasks),
                   {{"as_of", "Judged by what was on record on that day; today where it is left out."}})},
    .pages = {{"/campaigns/calendar", "Campaign calendar", "Demand", see_campaigns, "CalendarPage"},
              {"/campaigns/tasks", "What sales does for campaigns", "", see_campaigns, "CampaignTasksPage"},
              {"/campaigns/{id}/plan", "Planned against actual", "", see_campaigns, "PlanAgainstActualPage"}},
    .gaps = {&spend_before_plan, &plan_overspent, &campaign_task_overdue},
    .agreements = {&plan_kind}};

}  // namespace accord::campaign_plan
