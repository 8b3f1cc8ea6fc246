// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_cohort_view.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_cohorts_store.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_late.hpp"
#include "roi/roi_left_out.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_untold.hpp"
#include "roi/roi_words.hpp"
#include "web/route.hpp"

namespace accord::roi {
namespace {

std::string name_of_month(const Read& read, Key month) { return name_of(read, Dimension::month, month); }

FigureInput number_of(std::string name, std::int64_t number, std::string link) {
  return {std::move(name), static_cast<double>(number), {}, FigureUnit::count, std::move(link)};
}

/// Puts one question's sums into figures, each with its working.
class Telling {
 public:
  Telling(const Read& read, const CohortQuestion& asked)
      : read_(read),
        asked_(asked),
        grid_(cohort_grid(read, asked)),
        own_(funnel::currency_of(read)),
        reach_(reach_in_words(read, asked.question)) {}

  const CohortGrid& grid() const { return *grid_; }
  std::string whole(std::int64_t minor) const { return accord::in_words(gap::rounded(Money{minor, own_})); }
  Money money(std::int64_t minor) const { return {minor, own_}; }

  Figure money_figure(std::string name, std::int64_t minor, std::string formula,
                      std::vector<FigureInput> inputs) const {
    auto figure = begun(std::move(name), FigureUnit::money, std::move(formula), std::move(inputs));
    figure.money = money(minor);
    return figure;
  }
  Figure unknown(std::string name, FigureUnit unit, std::string formula, std::string why) const {
    auto figure = begun(std::move(name), unit, std::move(formula), {});
    figure.why = std::move(why);
    return figure;
  }
  Figure begun(std::string name, FigureUnit unit, std::string formula,
               std::vector<FigureInput> inputs) const {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = unit;
    figure.formula = std::move(formula);
    figure.inputs = std::move(inputs);
    figure.as_of = read_.as_of();
    return figure;
  }
  FigureInput amount(std::string name, std::int64_t minor, std::string link) const {
    return {std::move(name), {}, money(minor), FigureUnit::money, std::move(link)};
  }

  /// Which touchpoints share.
  const std::string& reach() const { return reach_; }
  /// How an order is shared: "with the same credit to each touchpoint; touchpoints of the 90 days before".
  std::string credit() const { return "with " + rules_in_words(read_, asked_.question); }
  /// "revenue", "gross margin"
  std::string what() const { return asked_.of == Returned::revenue ? "revenue" : "gross margin"; }

  Figure spend(Key month) const {
    const auto spent = grid_->spend_of(month);
    return money_figure("Spend", spent.minor,
                        asked_.line ? "what was spent on it in the month" : "what was spent in the month",
                        {number_of("entries", spent.entries, spend_link(month))});
  }
  Figure returned(Key month, std::size_t age) const {
    const auto earned = grid_->earned_by(month, age);
    const std::string name = asked_.of == Returned::revenue ? "Revenue back" : "Gross margin back",
                      formula = "the " + what() + " that touchpoints of " + name_of_month(read_, month) +
                                " have earned of the orders booked up to " +
                                accord::in_words(end_of(month, age)) + ", " + credit();
    if (asked_.of == Returned::gross_margin && earned.without_cost > 0)
      return unknown(name, FigureUnit::money, formula,
                     "The cost of goods of " + counted(earned.without_cost, "order", "orders") + " of " +
                         std::to_string(earned.orders) + " is not known.");
    return money_figure(name, grid_->value_of(earned), formula,
                        {number_of("orders and refunds that they have a part in", earned.orders,
                                   orders_link("&month=" + month_in_address(month) +
                                               "&months_since=" + std::to_string(age)))});
  }
  Figure multiple(Key month, const Figure& returned, const Figure& spend) const {
    const std::string name = "Back, of the spend", formula = what() + " back ÷ spend";
    if (grid_->known(month) == 0)
      return unknown(name, FigureUnit::percent, formula,
                     "The month is not over: much of what it costs is booked at its end.");
    if (!returned.money) return unknown(name, FigureUnit::percent, formula, returned.why);
    if (spend.money->minor <= 0)
      return unknown(name, FigureUnit::percent, formula,
                     spend.money->minor == 0 ? "Nothing was spent on it in the month."
                                             : "More was credited than spent on it in the month.");
    auto figure = begun(name, FigureUnit::percent, formula,
                        {amount(what() + " back", returned.money->minor, returned.inputs.front().link),
                         amount("spend", spend.money->minor, spend.inputs.front().link)});
    figure.number =
        100.0 * static_cast<double>(returned.money->minor) / static_cast<double>(spend.money->minor);
    return figure;
  }
  Figure expected(Key month) const;
  std::string why_nothing(Key month) const;
  Figure late(Key month) const {
    const auto spent = grid_->spend_of(month);
    return money_figure("Spend entered late", spent.late_minor,
                        "what of it was entered after " +
                            accord::in_words(in_time_until(first_day_of(month))) +
                            ", when others had been entered in time or spend of later days was on record; "
                            "of a correction what it changes",
                        {number_of("entries", spent.late_entries, late_link(month))});
  }

  Figure lag() const;
  std::string orders_link(const std::string& more) const {
    return "/roi/cohorts/orders" + query_of(asked_) + more;
  }
  std::string cohort_link(Key month) const {
    return "/roi/cohort" + query_of(asked_) + "&month=" + month_in_address(month);
  }
  std::string late_link(Key month) const {
    return "/roi/cohorts/late" + query_of(asked_) + "&month=" + month_in_address(month);
  }
  std::string step_link(std::size_t age) const {
    return "/roi/cohorts/older" + query_of(asked_) + "&months_since=" + std::to_string(age);
  }
  /// The last day of the month so many months after, as far as the question goes.
  Day end_of(Key month, std::size_t age) const {
    return std::min(last_day_of(month + static_cast<Key>(age)), asked_.question.until);
  }

 private:
  std::string spend_link(Key month) const {
    auto question = asked_.question;
    question.from = first_day_of(month);
    question.until = std::min(last_day_of(month), asked_.question.until);
    if (asked_.line) return spend_of_line(question, *asked_.line);
    return "/spend?day_from=" + to_string(question.from) + "&day_to=" + to_string(question.until);
  }

  const Read& read_;
  CohortQuestion asked_;
  std::shared_ptr<const CohortGrid> grid_;
  Currency own_;
  std::string reach_;
};

/// In a reader's months instead of the kernel's ages.
std::string Telling::why_nothing(Key month) const {
  if (!grid_->why_nothing().empty()) return grid_->why_nothing();
  const auto* found = grid_->expected_of(month);
  if (found == nullptr) return "no order so early is on record";
  const auto known = grid_->known(month);
  if (!found->reason) return "";
  if (known == 0) return "the month is not over yet";
  const auto& steps = grid_->maturing().steps;
  for (std::size_t age = known - 1; age < steps.size(); ++age) {
    if (steps[age].reason)
      return "on what follows from " + counted(static_cast<std::int64_t>(age), "month", "months") +
             " after the spend to the next, " + *steps[age].reason;
  }
  return *found->reason;
}

Figure Telling::expected(Key month) const {
  const std::string name = "Expected in the end";
  if (grid_->is_final(month)) {
    auto figure = returned(month, grid_->begun(month) - 1);
    figure.name = name;
    return figure;
  }
  const auto known = grid_->known(month);
  const bool is_ahead = grid_->is_ahead(month);
  const std::string by_then = known == 0 ? "what is back"
                              : is_ahead ? "what is back by now, more than was expected by " +
                                               accord::in_words(last_day_of(month + static_cast<Key>(known)))
                                         : "what was back by " + accord::in_words(end_of(month, known - 1)),
                    growth = by_then + ", times how older months grew from there on",
                    formula =
                        grid_->is_held(month) ? "what is back by now, for " + growth + ", is less" : growth;
  const auto why = why_nothing(month);
  if (!why.empty()) return unknown(name, FigureUnit::money, formula, "Not enough data: " + why + ".");
  const auto from = is_ahead ? known : known - 1;
  const auto back = returned(month, from);
  auto figure = money_figure(
      name, std::llround(grid_->expected_of(month)->final_amount), formula,
      {amount(is_ahead ? "back by now" : "back by then", back.money->minor, back.inputs.front().link)});
  if (grid_->is_held(month) && !is_ahead) {
    const auto now = returned(month, grid_->begun(month) - 1);
    figure.inputs.push_back(amount("back by now", now.money->minor, now.inputs.front().link));
  }
  const auto& steps = grid_->maturing().steps;
  for (std::size_t age = from; age < steps.size(); ++age) {
    const auto months = counted(static_cast<std::int64_t>(age), "month", "months");
    figure.inputs.push_back(amount("back of older months " + months + " after the spend",
                                   std::llround(steps[age].before), step_link(age)));
    figure.inputs.push_back(
        amount("back of the same a month later", std::llround(steps[age].after), step_link(age)));
  }
  return figure;
}

/// Whatever look-back is asked for: it would else be measured by itself.
Figure Telling::lag() const {
  const std::string name = "Usual lag",
                    of_line = asked_.line && earns_by_touchpoints(asked_.question.by) ? " of it" : "",
                    formula = "within so many days of the first touchpoint" + of_line +
                              " since the account's order before, however old, nine of ten orders came, of "
                              "those booked since " +
                              accord::in_words(lags_from(asked_.question.until));
  const auto lags = lags_until(read_, asked_.question, asked_.line);
  const auto days = lags->usual_days();
  auto figure = days ? begun(name, FigureUnit::days, formula, {})
                     : unknown(name, FigureUnit::days, formula, why_no_usual_lag(lags->orders()));
  if (days) figure.number = static_cast<double>(*days);
  figure.inputs = {number_of("orders", lags->orders(), "/roi/cohorts/lags" + query_of(asked_))};
  return figure;
}

/// Of the cohort as it is; `age` is of the column that its figures are of.
Cohort told(const Telling& telling, const Read& read, Key month, std::size_t age) {
  const auto& grid = telling.grid();
  Cohort cohort;
  cohort.id = {month};
  cohort.name = name_of_month(read, month);
  cohort.first_day = first_day_of(month);
  cohort.spend = telling.spend(month);
  cohort.returned = telling.returned(month, age);
  cohort.multiple = telling.multiple(month, cohort.returned, cohort.spend);
  cohort.expected = telling.expected(month);
  cohort.is_final = grid.is_final(month);
  cohort.months_over = static_cast<std::int64_t>(std::min(grid.known(month), grid.begun(month)));
  const auto* expected = grid.expected_of(month);
  if (!cohort.is_final && expected != nullptr && !expected->reason) {
    cohort.expected_from = telling.money(std::llround(expected->from));
    cohort.expected_to = telling.money(std::llround(expected->to));
    const auto share = grid.maturing().share[grid.known(month) - 1];
    if (share) cohort.share_percent = 100 * std::min(*share, 1.0);
  }
  cohort.late = telling.late(month);
  if (grid.spend_of(month).late_entries > 0) {
    cohort.late_sentence = telling.whole(cohort.late.money->minor) + " of it was booked after " +
                           accord::in_words(in_time_until(cohort.first_day));
    cohort.late_link = telling.late_link(month);
  }
  return cohort;
}

std::string percent_in_words(double percent) { return std::to_string(std::llround(percent)) + "%"; }

/// "March 2026: $120,000 was spent, $80,000 was back by 31 May 2026; usually 40% is in after 2 months;
/// expected in the end $200,000 ($150,000 to $260,000)"
std::string sentence_of(const Telling& telling, Key month, const Cohort& cohort) {
  const auto& grid = telling.grid();
  const auto known = grid.known(month);
  std::string words = cohort.name + ": " + telling.whole(cohort.spend.money->minor) + " was spent, ";
  if (cohort.is_final || known == 0) {
    words += cohort.returned.money ? telling.whole(cohort.returned.money->minor) + " is back"
                                   : "what is back is not known";
    return words + (cohort.is_final ? ", and none of its touchpoints can earn any more"
                                    : "; the month is not over, so nothing is to be said of its end yet");
  }
  const auto back = telling.returned(month, known - 1);
  words += (back.money ? telling.whole(back.money->minor) + " was back" : "what was back is not known") +
           " by " + accord::in_words(telling.end_of(month, known - 1));
  if (grid.is_ahead(month))
    words += " and " + telling.whole(telling.returned(month, known).money->minor) +
             " by now, more than was expected by the end of this month";
  const auto why = telling.why_nothing(month);
  if (!why.empty()) return words + "; not enough data to say what is to be expected: " + why;
  if (cohort.share_percent)
    words +=
        "; usually " + percent_in_words(*cohort.share_percent) + " is in after " +
        (known == 1 ? "the month itself" : counted(static_cast<std::int64_t>(known) - 1, "month", "months"));
  return words + "; expected in the end " + telling.whole(cohort.expected.money->minor) + " (" +
         telling.whole(cohort.expected_from->minor) + " to " + telling.whole(cohort.expected_to->minor) + ")";
}

void leave_out_inputs(Figure& figure, const std::string& link) {
  figure.inputs.clear();
  figure.link = link;
}

/// The same question by the rules that bind; itself where it is asked by these, or none bind.
CohortQuestion by_agreed_rules(const Read& read, const CohortQuestion& asked) {
  auto agreed = asked;
  if (const auto question = as_agreed(read, asked.question)) agreed.question = *question;
  return agreed;
}

/// By a shorter look-back fewer months have a column; in the last one all of it is in.
std::size_t age_as_agreed(const Telling& agreed, Key month, std::size_t age) {
  return std::min(age, agreed.grid().begun(month) - 1);
}

/// As it stood so many months after; without that, all that is back by now.
void put_agreed(const Telling& agreed, Key month, std::optional<std::int64_t> months_since, Cohort& cohort) {
  const auto last = agreed.grid().begun(month) - 1;
  const auto age =
      months_since ? age_as_agreed(agreed, month, static_cast<std::size_t>(*months_since)) : last;
  cohort.agreed_returned = agreed.returned(month, age);
  cohort.agreed_multiple = agreed.multiple(month, cohort.agreed_returned, cohort.spend);
  cohort.agreed_expected = agreed.expected(month);
  for (auto* figure : {&cohort.agreed_returned, &cohort.agreed_multiple, &cohort.agreed_expected})
    figure->name += " as agreed";
}

/// Of a cell, as it stood by then.
void put_agreed(const Telling& agreed, Key month, const Cohort& cohort, CohortCell& cell) {
  const auto age = age_as_agreed(agreed, month, static_cast<std::size_t>(cell.months_since));
  cell.agreed_returned = agreed.returned(month, age);
  cell.agreed_multiple = agreed.multiple(month, cell.agreed_returned, cohort.spend);
  for (auto* figure : {&cell.agreed_returned, &cell.agreed_multiple}) {
    figure->name += " as agreed";
    leave_out_inputs(*figure, agreed.cohort_link(month) + "&months_since=" + std::to_string(age));
  }
}

/// Where no rules bind nothing is told as agreed.
void withhold_agreed(const std::string& why, Cohort& cohort) {
  for (auto* figure : {&cohort.agreed_returned, &cohort.agreed_multiple, &cohort.agreed_expected})
    withhold(*figure, why);
  for (auto& cell : cohort.cells) {
    for (auto* figure : {&cell.agreed_returned, &cell.agreed_multiple}) withhold(*figure, why);
  }
}

Cohort row_of(const Telling& telling, const Telling& agreed, const Read& read, Key month) {
  const auto& grid = telling.grid();
  auto cohort = told(telling, read, month, grid.begun(month) - 1);
  put_agreed(agreed, month, std::nullopt, cohort);
  cohort.sentence = sentence_of(telling, month, cohort);
  const auto link = telling.cohort_link(month);
  for (std::size_t age = 0; age < grid.begun(month); ++age) {
    CohortCell cell;
    cell.months_since = static_cast<std::int64_t>(age);
    cell.is_incomplete = age >= grid.known(month);
    cell.returned = telling.returned(month, age);
    cell.multiple = telling.multiple(month, cell.returned, cohort.spend);
    const auto of_cell = link + "&months_since=" + std::to_string(age);
    leave_out_inputs(cell.returned, of_cell);
    leave_out_inputs(cell.multiple, of_cell);
    put_agreed(agreed, month, cohort, cell);
    cohort.cells.push_back(std::move(cell));
  }
  for (auto* figure : {&cohort.spend, &cohort.returned, &cohort.multiple, &cohort.expected, &cohort.late})
    leave_out_inputs(*figure, link);
  for (auto* figure : {&cohort.agreed_returned, &cohort.agreed_multiple, &cohort.agreed_expected})
    leave_out_inputs(*figure, agreed.cohort_link(month));
  return cohort;
}

/// Sums of the months asked for, in revenue.
struct Parts {
  Earned booked, returned, earlier, others, unattributed;
};

Parts parts_of(const CohortGrid& grid) {
  Parts parts;
  const auto add_since = [&](Earned& to, const std::map<Key, Earned>& from) {
    for (auto at = from.lower_bound(grid.first()); at != from.end(); ++at) to += at->second;
  };
  const auto& sums = grid.sums();
  add_since(parts.booked, sums.booked);
  add_since(parts.others, sums.others);
  add_since(parts.unattributed, sums.unattributed);
  for (const auto& [months, earned] : sums.cells) {
    if (months.second >= grid.first())
      (months.first < grid.first() ? parts.earlier : parts.returned) += earned;
  }
  parts.returned.orders = parts.earlier.orders = 0;
  for (const auto& [months, orders] : sums.by_last) {
    if (months.first >= grid.first() && months.second >= grid.first()) parts.returned.orders += orders;
  }
  for (const auto& [months, orders] : sums.by_first) {
    if (months.first < grid.first() && months.second >= grid.first()) parts.earlier.orders += orders;
  }
  return parts;
}

/// What came back of these months, of months before, of other lines and of nothing known, is what was booked.
void put_parts(const Telling& telling, const CohortQuestion& asked, Cohorts& cohorts) {
  const auto parts = parts_of(telling.grid());
  const bool is_of_orders = asked.line && !earns_by_touchpoints(asked.question.by);
  const auto booked_link =
      is_of_orders ? orders_of_line(asked.question, *asked.line) : booked_orders(asked.question);
  const auto back_link = telling.orders_link(""), earlier_link = telling.orders_link("&touched=earlier"),
             never_link = telling.orders_link("&touched=never");
  cohorts.booked = telling.money_figure("Booked", parts.booked.revenue,
                                        is_of_orders ? "the revenue of the orders booked for it in these days"
                                                     : "the orders booked in these days",
                                        {number_of("orders and refunds", parts.booked.orders, booked_link)});
  cohorts.returned = telling.money_figure(
      "Back of these months", parts.returned.revenue,
      "the revenue that touchpoints of these months have earned of the orders booked in them, " +
          telling.credit(),
      {number_of("orders and refunds that they have a part in", parts.returned.orders, back_link)});
  cohorts.earlier = telling.money_figure(
      "Back of months before", parts.earlier.revenue,
      "the revenue that touchpoints of months before have earned of the orders booked in these, " +
          telling.credit(),
      {number_of("orders and refunds that they have a part in", parts.earlier.orders, earlier_link)});
  cohorts.unattributed = telling.money_figure(
      "Unattributed", parts.unattributed.revenue,
      "the revenue of orders booked in these months that no touchpoint explains, of " + telling.reach(),
      {number_of("orders and refunds", parts.unattributed.orders, never_link)});
  cohorts.others = telling.money_figure(
      "Earned by others", parts.others.revenue,
      "booked less unattributed, less what came back of these months and of those before",
      {telling.amount("booked", parts.booked.revenue, booked_link),
       telling.amount("less unattributed", parts.unattributed.revenue, never_link),
       telling.amount("less back of these months", parts.returned.revenue, back_link),
       telling.amount("less back of months before", parts.earlier.revenue, earlier_link)});
}

void put_agreed_parts(const Telling& agreed, const CohortQuestion& asked, Cohorts& cohorts) {
  Cohorts parts;
  put_parts(agreed, asked, parts);
  cohorts.agreed_returned = std::move(parts.returned);
  cohorts.agreed_earlier = std::move(parts.earlier);
  cohorts.agreed_others = std::move(parts.others);
  cohorts.agreed_unattributed = std::move(parts.unattributed);
  for (auto* figure : {&cohorts.agreed_returned, &cohorts.agreed_earlier, &cohorts.agreed_others,
                       &cohorts.agreed_unattributed})
    figure->name += " as agreed";
}

void put_shares(const Read& read, const CohortGrid& grid, Cohorts& cohorts) {
  if (!grid.why_nothing().empty()) {
    cohorts.rest_sentence = "Not enough data to say how money matures: " + grid.why_nothing();
    return;
  }
  const auto& maturing = grid.maturing();
  for (std::size_t age = 0; age < maturing.share.size(); ++age) {
    MaturingShare share{static_cast<std::int64_t>(age), {}, 0, ""};
    if (maturing.share[age]) share.share_percent = 100 * std::min(*maturing.share[age], 1.0);
    if (age < maturing.steps.size()) {
      share.cohorts = static_cast<std::int64_t>(maturing.steps[age].cohorts);
      share.why = maturing.steps[age].reason.value_or("");
    }
    if (share.why.empty() && !share.share_percent) share.why = "a later step is not known";
    cohorts.shares.push_back(std::move(share));
  }
  cohorts.rest_sentence = "What is usual and what is expected rests on how the months of spend since " +
                          name_of_month(read, grid.learners().front()) +
                          " grew from month to month (chain ladder); the intervals hold the end in 19 of 20 "
                          "cases, where money goes "
                          "on maturing as it did (Mack 1993). No touchpoint earns of an order beyond its "
                          "look-back, so a month is "
                          "through once that is over";
}

std::string why_none(const CohortGrid& grid, const Parts& parts) {
  bool has_spend = false;
  for (Key month = grid.first(); month <= grid.last(); ++month)
    has_spend = has_spend || grid.spend_of(month).entries > 0;
  return has_spend || parts.booked.orders > 0 ? ""
                                              : "Neither orders nor spend are on record in these months.";
}

}  // namespace

std::string month_in_address(Key month) { return to_string(first_day_of(month)).substr(0, 7); }

Cohorts cohorts_of(const Read& read, const CohortQuestion& asked) {
  const Telling telling(read, asked);
  const auto& grid = telling.grid();
  const auto& question = asked.question;
  Cohorts cohorts;
  cohorts.by = question.by;
  cohorts.model = question.model;
  cohorts.of = asked.of;
  if (asked.line) cohorts.line = Id<Line>{*asked.line};
  if (asked.line) cohorts.line_name = name_of(read, question.by, *asked.line);
  cohorts.from_day = question.from;
  cohorts.until_day = question.until;
  cohorts.lookback_days = question.lookback_days;
  cohorts.half_life_days = question.half_life_days;
  cohorts.left_out = left_out(read, question);
  cohorts.notes = notes_of(read, question, *lines_of(read, question));
  cohorts.rules = rules_told(read, question);
  cohorts.why = why_none(grid, parts_of(grid));
  cohorts.lag = telling.lag();
  put_parts(telling, asked, cohorts);
  const auto by_agreed = by_agreed_rules(read, asked);
  const Telling agreed(read, by_agreed);
  put_agreed_parts(agreed, by_agreed, cohorts);
  const auto why_none = why_none_agreed(read, question);
  for (auto* figure : {&cohorts.agreed_returned, &cohorts.agreed_earlier, &cohorts.agreed_others,
                       &cohorts.agreed_unattributed})
    withhold(*figure, why_none);
  put_shares(read, grid, cohorts);
  std::int64_t spent = 0;
  for (Key month = grid.first(); month <= grid.last(); ++month) {
    spent += grid.spend_of(month).minor;
    cohorts.items.push_back(row_of(telling, agreed, read, month));
    withhold_agreed(why_none, cohorts.items.back());
  }
  cohorts.sentence = telling.whole(spent) + " was spent from " + name_of_month(read, grid.first()) + " to " +
                     name_of_month(read, grid.last()) + ", and " +
                     telling.whole(cohorts.returned.money->minor) + " of revenue has come back of it so far";
  return cohorts;
}

Cohort cohort_of(const Read& read, const CohortQuestion& asked, Key month,
                 std::optional<std::int64_t> months_since) {
  const Telling telling(read, asked);
  const auto& grid = telling.grid();
  refuse_if(month < grid.first() || month > grid.last(), web::not_found);
  const auto begun = grid.begun(month);
  const auto age = months_since.value_or(static_cast<std::int64_t>(begun) - 1);
  refuse_if(age < 0 || age >= static_cast<std::int64_t>(begun), web::not_found);
  auto cohort = told(telling, read, month, static_cast<std::size_t>(age));
  const Telling agreed(read, by_agreed_rules(read, asked));
  put_agreed(agreed, month, months_since, cohort);
  auto row = row_of(telling, agreed, read, month);
  cohort.cells = std::move(row.cells);
  withhold_agreed(why_none_agreed(read, asked.question), cohort);
  cohort.sentence = std::move(row.sentence);
  cohort.rules = rules_told(read, asked.question);
  return cohort;
}

std::vector<std::string> lost_returns(const Read& read) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < choices_of<CreditModel>.size(); ++i) {
    CohortQuestion asked;
    asked.question.model = static_cast<CreditModel>(i);
    asked.question.until = people::today(read);
    asked.question.from = first_of_month(add_months(asked.question.until, -11));
    const auto parts = parts_of(*cohort_grid(read, asked));
    const auto booked = lines_of(read, asked.question)->booked.revenue;
    const auto sum =
        parts.returned.revenue + parts.earlier.revenue + parts.others.revenue + parts.unattributed.revenue;
    if (sum != booked || parts.booked.revenue != booked)
      found.push_back("With " + in_words(asked.question.model) +
                      ", what came back of the months of spend does not sum to what was booked.");
  }
  return found;
}

}  // namespace accord::roi
