// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_cohort_routes.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "db/list_rows.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_beside.hpp"
#include "roi/roi_cohort_view.hpp"
#include "roi/roi_told.hpp"
#include "web/csv.hpp"

namespace accord::roi {
namespace {

constexpr Key months_max = 120;

std::optional<std::int64_t> whole_number(const web::Input& input, std::string_view name,
                                         std::string_view say) {
  const auto text = input.query(name).value_or("");
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0)
    throw ShapeError(std::string(name), std::string(say));
  return number;
}

std::optional<std::int64_t> months_since_in(const web::Input& input) {
  return whole_number(input, "months_since", "Give a number of months, 0 or more.");
}

/// `2026-03`
std::optional<Key> month_in(const web::Input& input) {
  const auto text = input.query("month");
  if (!text) return std::nullopt;
  const auto day = parse_day(*text + "-01");
  if (!day) throw ShapeError("month", "Give a month as 2026-03.");
  return month_key(*day);
}

/// The months asked for are whole ones; only the last may not be over.
CohortQuestion asked_of_cohorts(const Read& read, const web::Input& input) {
  CohortQuestion found;
  found.question = asked(read, input);
  found.question.from = first_of_month(found.question.from);
  if (month_key(found.question.until) - month_key(found.question.from) >= months_max)
    throw ShapeError("from", "Ask for 120 months at most.");
  found.line = whole_number(input, "line", "Give the line's number, or leave it out for all of them.");
  if (found.line && (found.question.by == Dimension::month || found.question.by == Dimension::quarter))
    throw ShapeError(
        "by",
        "The rows are months already: choose a line by channel, campaign, side, product, territory, "
        "segment or salesperson.");
  const auto of = input.query("of");
  const auto chosen = of ? choice_named<Returned>(*of) : Returned::revenue;
  if (!chosen) throw ShapeError("of", "Choose one of revenue, gross_margin.");
  found.of = *chosen;
  return found;
}

/// What is left of a list's query once the question is taken out of it.
ListRequest rest_of(const web::Input& input) {
  auto request = input.list();
  leave_out_question(request);
  std::erase_if(request.filters, [](const auto& filter) {
    static constexpr std::array names{"line", "of", "month", "months_since", "touched"};
    return std::ranges::find(names, filter.first) != names.end();
  });
  return request;
}

Cohorts show_cohorts(const Read& read, const web::Input& input) {
  return cohorts_of(read, asked_of_cohorts(read, input));
}

/// The last month of the question where none is named.
Key month_or_last(const CohortQuestion& question, const web::Input& input) {
  return month_in(input).value_or(month_key(question.question.until));
}

Cohort show_cohort(const Read& read, const web::Input& input) {
  const auto question = asked_of_cohorts(read, input);
  return cohort_of(read, question, month_or_last(question, input), months_since_in(input));
}

Listed<CreditedOrder> list_orders(const Read& read, const web::Input& input) {
  CohortOrders of;
  of.month = month_in(input);
  of.months_since = months_since_in(input);
  const auto touched = input.query("touched").value_or("months");
  if (touched == "earlier")
    of.of = CohortOrders::Of::earlier;
  else if (touched == "never")
    of.of = CohortOrders::Of::never;
  else if (touched != "months")
    throw ShapeError("touched", "Choose one of months, earlier, never.");
  const auto asked = asked_of_cohorts(read, input);
  auto rows = orders_of(read, asked, of);
  auto by_agreed = asked;
  if (const auto question = as_agreed(read, asked.question); question && of.of != CohortOrders::Of::never) {
    by_agreed.question = *question;
    put_agreed(orders_of(read, by_agreed, of), rows);
  }
  return list_rows(std::move(rows), rest_of(input));
}

Listed<OlderCohort> list_older(const Read& read, const web::Input& input) {
  return list_rows(older_cohorts(read, asked_of_cohorts(read, input), months_since_in(input).value_or(0)),
                   rest_of(input));
}

Listed<OrderLag> list_lags(const Read& read, const web::Input& input) {
  return list_rows(lags_of(read, asked_of_cohorts(read, input)),
                   people::by_company_days(read, rest_of(input)));
}

Listed<LateSpend> list_late(const Read& read, const web::Input& input) {
  const auto question = asked_of_cohorts(read, input);
  return list_rows(late_spend(read, question, month_or_last(question, input)), rest_of(input));
}

RulesTold tell_rules(const Read& read, const web::Input& input) {
  return rules_told(read, asked_of_cohorts(read, input).question);
}

/// A list that says by which rules it is told, as every report does.
web::Route told(web::Route list) { return web::saying(std::move(list), "rules", tell_rules); }

/// Minor units as a plain decimal with a point; blank where nothing is known.
std::string cell_of(const std::optional<Money>& money) {
  if (!money) return "";
  const auto digits = static_cast<std::size_t>(minor_digits(money->currency));
  std::string text = std::to_string(std::abs(money->minor));
  if (digits > 0) {
    if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
    text.insert(text.size() - digits, 1, '.');
  }
  return money->minor < 0 ? "-" + text : text;
}

/// The sums of the page, each in a row of its own: what came back of all months, of months before, of other
/// lines and of nothing known is what was booked.
std::string sums_of_cohorts(const Cohorts& cohorts, std::size_t ages, const std::string& rules) {
  struct Sum {
    const char* name;
    const Figure *figure, *agreed;
  };
  const Sum sums[] = {{"these_months", &cohorts.returned, &cohorts.agreed_returned},
                      {"months_before", &cohorts.earlier, &cohorts.agreed_earlier},
                      {"others", &cohorts.others, &cohorts.agreed_others},
                      {"unattributed", &cohorts.unattributed, &cohorts.agreed_unattributed},
                      {"booked", &cohorts.booked, nullptr}};
  std::string text;
  for (const auto& [name, figure, agreed] : sums) {
    const auto& money = figure->money;
    text += std::string(name) + "," + (money ? std::string(money->currency.text()) : "") + ",,," +
            cell_of(money) + ",,,,," + (agreed == nullptr ? "" : cell_of(agreed->money)) + "," +
            std::string(ages + 1, ',') + rules + "\r\n";
  }
  return text;
}

/// A row for each month of spend, a column for each month since, and beneath them the sums.
std::string table_of_cohorts(const Read& read, const web::Input& input) {
  const auto cohorts = show_cohorts(read, input);
  std::size_t ages = 0;
  for (const auto& cohort : cohorts.items) ages = std::max(ages, cohort.cells.size());
  std::string text =
      "month,currency,spend,spend_entered_late,returned,expected,expected_from,expected_to,is_final,agreed_"
      "returned,"
      "agreed_expected";
  for (std::size_t age = 0; age < ages; ++age) text += ",returned_by_month_" + std::to_string(age);
  const auto rules = web::cells_said(info_of<RulesTold>(), to_json(cohorts.rules));
  text += ",incomplete_month" + web::columns_said(info_of<RulesTold>(), "rules") + "\r\n";
  for (const auto& cohort : cohorts.items) {
    text += to_string(cohort.first_day).substr(0, 7) + "," + std::string(cohort.spend.money->currency.text());
    for (const auto& money : {cohort.spend.money, cohort.late.money, cohort.returned.money,
                              cohort.expected.money, cohort.expected_from, cohort.expected_to})
      text += "," + cell_of(money);
    text += cohort.is_final ? ",yes" : ",no";
    text += "," + cell_of(cohort.agreed_returned.money) + "," + cell_of(cohort.agreed_expected.money);
    std::string incomplete;
    for (std::size_t age = 0; age < ages; ++age) {
      text += ",";
      if (age >= cohort.cells.size()) continue;
      text += cell_of(cohort.cells[age].returned.money);
      if (cohort.cells[age].is_incomplete && incomplete.empty()) incomplete = std::to_string(age);
    }
    text += "," + incomplete + rules + "\r\n";
  }
  return text + (cohorts.items.empty() ? "" : sums_of_cohorts(cohorts, ages, rules));
}

std::vector<web::Parameter> and_more(std::vector<web::Parameter> all, std::vector<web::Parameter> more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

constexpr web::Parameter line_parameter{"line", "Which channel, campaign, side, product or territory alone."},
    of_parameter{"of", "What counts as come back: revenue or gross_margin; revenue where it is left out."},
    month_parameter{"month", "Which month of spend, as 2026-03; the last where it is left out."},
    months_since_parameter{"months_since", "As it stood so many months after."};

}  // namespace

std::vector<web::Route> cohort_routes(const std::vector<web::Parameter>& of_the_question) {
  const auto with = [&](web::Route route, std::vector<web::Parameter> more) {
    return web::taking(std::move(route),
                       and_more(and_more(of_the_question, {line_parameter, of_parameter}), std::move(more)));
  };
  std::vector<web::Route> routes{
      with(web::get("/roi/cohorts", see_roi, "What was spent in each month, and what came back of it since.",
                    show_cohorts),
           {}),
      with(web::get("/roi/cohort", see_roi, "One month of spend with its working.", show_cohort),
           {month_parameter, months_since_parameter}),
      with(told(web::get_list<CreditedOrder>("/roi/cohorts/orders", see_roi,
                                             "The orders that touchpoints of these months have a part in.",
                                             list_orders)),
           {{"month", "Of which month of spend alone, as 2026-03."},
            months_since_parameter,
            {"touched", "months; earlier: by touchpoints before these months; never: by none at all."}}),
      with(told(web::get_list<OlderCohort>("/roi/cohorts/older", see_roi,
                                           "How the months of spend grew from one month since to the next.",
                                           list_older)),
           {months_since_parameter}),
      with(told(web::get_list<OrderLag>("/roi/cohorts/lags", see_roi,
                                        "How long orders came after their first touchpoint.", list_lags)),
           {}),
      with(
          told(web::get_list<LateSpend>("/roi/cohorts/late", see_roi,
                                        "Spend of a month that was entered when it seemed over.", list_late)),
          {month_parameter})};
  routes.front().csv = table_of_cohorts;
  return routes;
}

std::vector<Page> cohort_pages() {
  return {{"/roi/cohorts", "Cohorts", "", see_roi, "CohortsPage"},
          {"/roi/cohort", "Month of spend", "", see_roi, "CohortPage"},
          {"/roi/cohorts/orders", "Cohorts", "", see_roi, "CohortOrdersPage"},
          {"/roi/cohorts/older", "Cohorts", "", see_roi, "OlderCohortsPage"},
          {"/roi/cohorts/lags", "Cohorts", "", see_roi, "OrderLagsPage"},
          {"/roi/cohorts/late", "Cohorts", "", see_roi, "LateSpendPage"}};
}

Check cohorts_check() {
  return {"cohorts_sum_to_revenue",
          "Under every model, what came back of all months and what nothing explains is what was booked.",
          lost_returns};
}

}  // namespace accord::roi
