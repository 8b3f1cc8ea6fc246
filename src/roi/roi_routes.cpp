// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "db/list_question.hpp"
#include "db/list_rows.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_gaps.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

constexpr std::int64_t days_max = 3660;
/// Older data than this is said aloud, and its last day is offered instead of today.
constexpr int data_age_days_max = 7;

/// The last day with an order, a touchpoint or spend, where that is old; else today.
Day offered_until(const Read& read) {
  const Day today = people::today(read);
  std::optional<Day> newest;
  const auto see = [&](Day day) {
    if (day <= today && (!newest || day > *newest)) newest = day;
  };
  const auto all = ledger(read);
  for (const auto& order : all->orders()) see(day_of(order.at));
  if (const auto touch = all->newest_touch(start_of(today + 1))) see(day_of(*touch));
  const auto all_spent = spend::spent(read);
  for (const auto& spent : *all_spent) see(spent.day);
  return newest && today - *newest > data_age_days_max ? *newest : today;
}

template <class T>
T choice_in(const web::Input& input, std::string_view name, T usual) {
  const auto text = input.query(name);
  if (!text) return usual;
  const auto found = choice_named<T>(*text);
  if (!found) {
    std::string all;
    for (const auto choice : choices_of<T>) all.append(all.empty() ? "" : ", ").append(choice);
    throw ShapeError(std::string(name), "Choose one of " + all + ".");
  }
  return *found;
}

std::int64_t days_in(const web::Input& input, std::string_view name, std::int64_t usual) {
  const auto text = input.query(name);
  if (!text) return usual;
  std::int64_t days = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), days);
  const bool is_number = error == std::errc{} && end == text->data() + text->size();
  if (!is_number || days < 1 || days > days_max)
    throw ShapeError(std::string(name), "Give a number of days between 1 and 3660.");
  return days;
}

}  // namespace

Question asked(const Read& read, const web::Input& input) {
  Question question;
  question.by = choice_in(input, "by", Dimension::channel);
  question.model = choice_in(input, "model", CreditModel::linear);
  question.until = input.query_day("until").value_or(offered_until(read));
  question.from = input.query_day("from").value_or(add_months(question.until, -12) + 1);
  if (question.from > question.until) throw ShapeError("from", "It must not lie after the last day.");
  question.lookback_days = days_in(input, "lookback_days", 90);
  question.half_life_days = days_in(input, "half_life_days", 7);
  return question;
}

Key line_in(const web::Input& input, Key usual) {
  const auto text = input.query("line").value_or("");
  if (text.empty()) return usual;
  if (text == "unexplained") return unexplained;
  Key key = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key);
  if (error != std::errc{} || end != text.data() + text.size() || key < 0)
    throw ShapeError("line", "Give the line's number, or “unexplained”.");
  return key;
}

ListRequest rest_of(const web::Input& input) {
  auto request = input.list();
  std::erase_if(request.filters, [](const auto& filter) {
    static constexpr std::array names{"by",  "model", "from", "until", "lookback_days", "half_life_days",
                                      "line"};
    return std::ranges::find(names, filter.first) != names.end();
  });
  return request;
}

namespace {

Report show_report(const Read& read, const web::Input& input) { return report_of(read, asked(read, input)); }

ListRequest without(ListRequest request, std::initializer_list<std::string_view> names) {
  std::erase_if(request.filters,
                [&](const auto& filter) { return std::ranges::find(names, filter.first) != names.end(); });
  return request;
}

/// What names none stands behind all others, whatever the order: it is no channel among channels. Where the
/// last page has no room for it, that page ends before its last line.
Listed<Line> list_lines(const Read& read, const web::Input& input) {
  const auto question = asked(read, input);
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
  const auto question = asked(read, input);
  return line_in_words(read, question, line_in(input, dearest(*lines_of(read, question))));
}

Listed<CreditedOrder> list_orders(const Read& read, const web::Input& input) {
  return list_rows(orders_of(read, asked(read, input), line_in(input, unexplained)), rest_of(input));
}

OrderJourney show_journey(const Read& read, const web::Input& input) {
  return journey_of(read, asked(read, input), input.id());
}

const std::vector<web::Parameter> question_parameters{
    {"by", "What the lines are: channel, campaign, side, product, territory or month."},
    {"model", "How an order's credit is shared; linear where it is left out."},
    {"from", "The first day of orders and spend; a year before the last."},
    {"until", "The last day; today, or the newest fact's where data is old."},
    {"lookback_days", "How old a touchpoint may be to have led to an order; 90."},
    {"half_life_days", "After how many days a touchpoint counts half, under time decay; 7."}};

std::vector<web::Parameter> with_line() {
  auto all = question_parameters;
  all.push_back({"line",
                 "Which line; `unexplained` for orders without touchpoints, which `/roi/orders` lists where "
                 "it is left out."});
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
        {web::taking(web::get("/roi", see_roi, "What was spent and what was the return.", show_report),
                     question_parameters),
         web::taking(web::get_list<Line>(
                         "/roi/lines", see_roi,
                         "The return by channel, campaign, side, product, territory or month.", list_lines),
                     question_parameters),
         web::taking(web::get("/roi/line", see_roi, "One line with its working.", show_line), with_line()),
         web::taking(web::get_list<CreditedOrder>("/roi/orders", see_roi,
                                                  "The orders that a line has a part in.", list_orders),
                     with_line()),
         web::taking(web::get("/roi/orders/{id}", see_roi, "How one order came about.", show_journey),
                     question_parameters)},
        model_routes()),
    .pages = joined<Page>({{"/roi", "Marketing ROI", "Demand", see_roi, "RoiPage"},
                           {"/roi/line", "Marketing ROI", "", see_roi, "RoiLinePage"},
                           {"/roi/orders", "Marketing ROI", "", see_roi, "RoiOrdersPage"},
                           {"/roi/orders/{id}", "Marketing ROI", "", see_roi, "OrderJourneyPage"}},
                          model_pages()),
    .checks = {{"credits_sum_to_revenue",
                "Under every model, the credits of all orders sum to what was booked.", lost_credits}},
    .gaps = {&spend_without_return, &order_unexplained}};

}  // namespace accord::roi
