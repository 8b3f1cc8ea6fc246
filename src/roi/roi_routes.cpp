// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "db/list_question.hpp"
#include "db/list_rows.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_beside.hpp"
#include "roi/roi_cohort_routes.hpp"
#include "roi/roi_gaps.hpp"
#include "roi/roi_history_routes.hpp"
#include "roi/roi_late.hpp"
#include "roi/roi_met.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_planned.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

Report show_report(const Read& read, const web::Input& input) {
  return report_of(read, asked_of_some(read, input));
}

ListRequest without(ListRequest request, std::initializer_list<std::string_view> names) {
  std::erase_if(request.filters,
                [&](const auto& filter) { return std::ranges::find(names, filter.first) != names.end(); });
  return request;
}

/// What names none stands behind all others, whatever the order: it is no channel among channels. Where the
/// last page has no room for it, that page ends before its last line.
Listed<Line> list_lines(const Read& read, const web::Input& input) {
  const auto question = asked_of_some(read, input);
  const auto request = rest_of(input);
  auto lines = lines_in_words(read, question);
  const auto rest = std::ranges::stable_partition(
      lines, [&](const Line& line) { return !names_none(question.by, line.id.number); });
  const std::vector<Line> none(rest.begin(), rest.end());
  lines.erase(rest.begin(), rest.end());
  const auto behind = list_rows(none, without(request, {"order", "after", "limit"}));
  auto page = list_rows(lines, request);
  const auto limit = read_question(info_of<Line>(), request).limit;
  const bool is_full = std::ssize(page.items) == limit && limit > 1;
  if (!behind.items.empty() && !page.next && is_full) {
    auto shorter = without(request, {"limit"});
    shorter.filters.emplace_back("limit", std::to_string(limit - 1));
    page = list_rows(lines, shorter);
  }
  page.total += behind.total;
  if (!page.next) page.items.insert(page.items.end(), behind.items.begin(), behind.items.end());
  return page;
}

/// The one that cost most; 0 where there is none.
Key dearest(const Lines& lines) {
  const auto found =
      std::ranges::max_element(lines.by_key, {}, [](const auto& line) { return line.second.spent; });
  return found == lines.by_key.end() ? 0 : found->first;
}

Line show_line(const Read& read, const web::Input& input) {
  const auto question = asked_of_some(read, input);
  return line_in_words(read, question, line_in(input, dearest(*lines_of(read, question))));
}

/// The rows by the rules that are asked, with what each is by those that bind beside it. What only these give
/// the line a part in is listed as agreed.
template <class Rows>
auto beside_agreed(const Read& read, const web::Input& input, Key usual, Rows rows_of) {
  const auto question = asked_of_some(read, input);
  const auto line = line_in(input, usual);
  auto rows = rows_of(read, question, line);
  if (const auto agreed = as_agreed(read, question); agreed && line != unexplained)
    put_agreed(rows_of(read, *agreed, line), rows);
  return list_rows(std::move(rows), rest_of(input));
}

Listed<CreditedOrder> list_orders(const Read& read, const web::Input& input) {
  return beside_agreed(read, input, unexplained, [](const Read& one, const Question& question, Key line) {
    return orders_of(one, question, line);
  });
}

Listed<CreditedLead> list_leads(const Read& read, const web::Input& input) {
  return beside_agreed(read, input, everything, leads_of);
}

Listed<NewAccount> list_new_accounts(const Read& read, const web::Input& input) {
  return beside_agreed(read, input, everything, new_accounts_of);
}

Listed<MetTouch> list_touchpoints(const Read& read, const web::Input& input) {
  return touchpoints_of(read, asked_of_some(read, input), line_in(input, everything), rest_of(input));
}

Listed<PlannedPart> list_planned(const Read& read, const web::Input& input) {
  return list_rows(planned_parts(read, asked_of_some(read, input), line_in(input, everything)),
                   rest_of(input));
}

Listed<LateSpend> list_late(const Read& read, const web::Input& input) {
  return list_rows(late_spend(read, asked_of_some(read, input), line_in(input, everything)), rest_of(input));
}

RulesTold tell_rules(const Read& read, const web::Input& input) {
  return rules_told(read, asked_of_some(read, input));
}

/// A list that says by which rules it is told, as every report does.
web::Route told(web::Route list) { return web::saying(std::move(list), "rules", tell_rules); }

OrderJourney show_journey(const Read& read, const web::Input& input) {
  return journey_of(read, asked(read, input), input.id());
}

std::vector<web::Parameter> with_line() {
  auto all = with_only(question_parameters());
  all.push_back(
      {"line",
       "Which line; `unexplained` for what has no touchpoints, which `/roi/orders` lists where it is "
       "left out; `all` for every order, lead or new account."});
  return all;
}

template <class T>
std::vector<T> joined(std::initializer_list<std::vector<T>> parts) {
  std::vector<T> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// Its own, then those of models and journeys.
template <class T>
std::vector<T> joined(std::vector<T> all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

const Subject subject{
    .name = "roi",
    .schema = {.subject = "roi"},
    .routes = joined<web::Route>(
        {{web::taking(web::get("/roi", see_roi, "What was spent and what was the return.", show_report),
                      with_only(question_parameters())),
          web::taking(told(web::get_list<Line>(
                          "/roi/lines", see_roi,
                          "The return by channel, campaign, product, salesperson and so on.", list_lines)),
                      with_only(question_parameters())),
          web::taking(web::get("/roi/line", see_roi, "One line with its working.", show_line), with_line()),
          web::taking(told(web::get_list<CreditedOrder>(
                          "/roi/orders", see_roi, "The orders that a line has a part in.", list_orders)),
                      with_line()),
          web::taking(told(web::get_list<CreditedLead>("/roi/leads", see_roi,
                                                       "The leads that a line has a part in.", list_leads)),
                      with_line()),
          web::taking(told(web::get_list<NewAccount>("/roi/new-accounts", see_roi,
                                                     "The accounts that ordered for the first time.",
                                                     list_new_accounts)),
                      with_line()),
          web::taking(
              told(web::get_list<MetTouch>("/roi/touchpoints", see_roi,
                                           "The touchpoints that count for a line.", list_touchpoints)),
              with_line()),
          web::taking(told(web::get_list<PlannedPart>(
                          "/roi/planned", see_roi,
                          "The budgets and the clauses of signed plans that planned spend is the sum of.",
                          list_planned)),
                      with_line()),
          web::taking(
              told(web::get_list<LateSpend>(
                  "/roi/late", see_roi,
                  "Spend that was recorded later than five weekdays after its month was over.", list_late)),
              with_line()),
          web::taking(telling_rules_in_rows(
                          web::get("/roi/orders/{id}", see_roi, "How one order came about.", show_journey)),
                      question_parameters())},
         cohort_routes(question_parameters()),
         history_routes(question_parameters()),
         model_routes()}),
    .pages = joined<Page>({{{"/roi", "Marketing ROI", "Demand", see_roi, "RoiPage"},
                            {"/roi/line", "Marketing ROI", "", see_roi, "RoiLinePage"},
                            {"/roi/orders", "Marketing ROI", "", see_roi, "RoiOrdersPage"},
                            {"/roi/leads", "Marketing ROI", "", see_roi, "RoiLeadsPage"},
                            {"/roi/new-accounts", "Marketing ROI", "", see_roi, "RoiNewAccountsPage"},
                            {"/roi/touchpoints", "Marketing ROI", "", see_roi, "RoiTouchpointsPage"},
                            {"/roi/planned", "Marketing ROI", "", see_roi, "RoiPlannedPage"},
                            {"/roi/late", "Marketing ROI", "", see_roi, "RoiLatePage"},
                            {"/roi/orders/{id}", "Marketing ROI", "", see_roi, "OrderJourneyPage"}},
                           cohort_pages(),
                           history_pages(),
                           model_pages()}),
    .checks = {{"credits_sum_to_revenue",
                "Under every model, the credits of all orders sum to what was booked.", lost_credits},
               cohorts_check()},
    .gaps = {&spend_without_return, &order_unexplained, &campaign_below_spend},
    .agreements = {&credit_rules_kind}};

}  // namespace accord::roi
