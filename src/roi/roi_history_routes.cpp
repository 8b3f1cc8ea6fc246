// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_history_routes.hpp"

#include <algorithm>
#include <charconv>

#include "db/counts_as.hpp"
#include "db/list_rows.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_history_view.hpp"
#include "roi/roi_told.hpp"

namespace accord::roi {
namespace {

std::optional<std::int64_t> year_in(const web::Input& input) {
  const auto text = input.query("year").value_or("");
  if (text.empty()) return std::nullopt;
  std::int64_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc{} || end != text.data() + text.size() || year < 1900 || year > 2199)
    throw ShapeError("year", "Give a year as 2026, or leave it out for all of them.");
  return year;
}

ListRequest rest_of(const web::Input& input) {
  auto request = input.list();
  leave_out_question(request);
  std::erase_if(request.filters, [](const auto& filter) { return filter.first == "year"; });
  return request;
}

/// What the account counts as: its history is that one's.
Id<account::Account> account_in(const Read& read, const web::Input& input) {
  const auto account = input.id_of<account::Account>();
  refuse_if(!account::find_visible(read, account), web::not_found);
  return {counts_as(read, "account")->of(account.number)};
}

AccountHistory show_history(const Read& read, const web::Input& input) {
  return history_of(read, asked(read, input), account_in(read, input), year_in(input));
}

Listed<HistoryItem> list_items(const Read& read, const web::Input& input) {
  return list_rows(history_items(read, asked(read, input), account_in(read, input), year_in(input)),
                   people::by_company_days(read, rest_of(input)));
}

RulesTold tell_rules(const Read& read, const web::Input& input) {
  return rules_told(read, asked(read, input), SharedBy::one_model, ToldDays::all);
}

}  // namespace

std::vector<web::Route> history_routes(const std::vector<web::Parameter>& of_the_question) {
  auto parameters = of_the_question;
  std::erase_if(parameters, [](const auto& one) {
    return one.name == "by" || one.name == "from" || one.name == "until";
  });
  parameters.push_back({"year", "Of which year alone; all of them where it is left out."});
  return {web::taking(web::get("/accounts/{id}/timeline", touchpoint::see_touchpoints,
                               "Everything that happened with an account, as it is drawn.", show_history),
                      parameters),
          web::taking(web::saying(web::get_list<HistoryItem>(
                                      "/accounts/{id}/timeline/items", touchpoint::see_touchpoints,
                                      "Everything that happened with an account.", list_items),
                                  "rules", tell_rules),
                      parameters)};
}

std::vector<Page> history_pages() {
  return {{"/accounts/{id}/timeline", "Account's history", "", touchpoint::see_touchpoints,
           "AccountTimelinePage"}};
}

}  // namespace accord::roi
