// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_report.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_figures.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_late.hpp"
#include "roi/roi_left_out.hpp"
#include "roi/roi_merged.hpp"
#include "roi/roi_older_rates.hpp"
#include "roi/roi_planned.hpp"
#include "roi/roi_refunds.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_untold.hpp"
#include "roi/roi_young.hpp"
#include "web/route.hpp"

namespace accord::roi {
namespace {

std::optional<Side> side_of_line(const Read& read, Dimension by, Key key) {
  if (by == Dimension::side) return static_cast<Side>(key - 1);
  if (key == 0) return std::nullopt;
  if (by == Dimension::channel) {
    const auto channel = read.find(Id<campaign::Channel>{key});
    if (channel) return channel->side;
  }
  if (by == Dimension::campaign) {
    const auto campaign = campaign::find_visible(read, Id<campaign::Campaign>{key});
    if (campaign) return campaign->side;
  }
  return std::nullopt;
}

/// Which touchpoints count for a line.
std::string met_in_words(Dimension by) {
  switch (by) {
    case Dimension::product:
      return "how often customers were met in these days by campaigns that are for it alone";
    case Dimension::territory:
      return "how often its accounts were met in these days: those whose territory it is today";
    case Dimension::segment:
      return "how often the accounts of this industry were met in these days";
    case Dimension::salesperson:
      return "how often they met customers in these days";
    case Dimension::month:
    case Dimension::quarter:
      return "how often customers were met in it";
    default:
      return "how often it reached customers in these days";
  }
}

Figure touchpoints_figure(const Words& words, Key key, const Sums& sums) {
  const auto& question = words.question();
  const auto link = words.links().touchpoints(key);
  std::vector<FigureInput> inputs{
      number_of("touchpoints", sums.touchpoints, link.empty() ? touchpoints_of_line(question, key) : link)};
  if (question.by == Dimension::segment && is_asked_of_all(question))
    inputs.push_back(words.links().accounts_met(key));
  return words.count("Touchpoints", static_cast<double>(sums.touchpoints), met_in_words(question.by),
                     std::move(inputs));
}

/// Nobody has said how what is booked once a month is divided among its days.
constexpr const char* as_booked = ", each entry whole on the day on which it was booked";

const char* spent_in_words(Dimension by) {
  switch (by) {
    case Dimension::segment:
      return "what was spent in these days on campaigns that address this industry";
    case Dimension::channel:
      return "what was spent on it in these days, what names a campaign and no channel on the channel that "
             "the "
             "campaign has today";
    default:
      return "what was spent on it in these days";
  }
}

Figure spend_figure(const Words& words, Key key, const Sums& sums) {
  return words.money("Spend", sums.spent, std::string(spent_in_words(words.question().by)) + as_booked,
                     {number_of("entries", sums.entries, words.links().spend(key))});
}

constexpr std::array returns{&Line::roi_on_revenue,       &Line::roi_on_margin, &Line::cost_per_lead,
                             &Line::cost_per_opportunity, &Line::cac,           &Line::payback_months};
constexpr std::array agreed_returns{
    &Line::agreed_roi_on_revenue,       &Line::agreed_roi_on_margin, &Line::agreed_cost_per_lead,
    &Line::agreed_cost_per_opportunity, &Line::agreed_cac,           &Line::agreed_payback_months};

/// What of its spend is in no figure, for it has no exchange rate: the line would look better than it is.
void put_left_out(const Read& read, const Question& question, Key key, Line& line) {
  const auto by_line = left_out_by_line(read, question);
  const auto found = by_line->find(key);
  if (found == by_line->end()) return;
  for (const auto& one : found->second) {
    line.left_out_sentence += (line.left_out_sentence.empty() ? "" : " ") + one.sentence;
    line.left_out_link = one.link;
  }
}

/// How many orders, and beside it how many of them are none any more.
Figure orders_figure(const Words& words, Key key, const Sums& sums, std::string formula,
                     const char* counted) {
  const auto& question = words.question();
  std::vector inputs{number_of(counted, sums.orders_credited(), counted_orders_of_line(question, key))};
  if (sums.taken_back > 0)
    inputs.push_back(number_of("left out: orders wholly taken back since", sums.taken_back,
                               taken_back_of_line(question, key)));
  return words.count("Orders", sums.orders(), std::move(formula), std::move(inputs));
}

constexpr const char* orders_with_a_part = "orders that it has a part in";

/// A channel's return is on what its touchpoints earned, and a product's on all that was ordered of it.
std::string returned_in_words(Dimension by) { return earns_by_touchpoints(by) ? "attributed " : ""; }

Line line_of(const Read& read, const Words& words, Key key, const Sums& sums) {
  const auto& question = words.question();
  const auto orders = orders_of_line(question, key);
  const auto credit = credit_in_words(words, whose(question, key), CreditOf::orders, "orders booked");
  const auto parts = [&] { return std::vector{number_of(orders_with_a_part, sums.credited, orders)}; };
  Line line;
  line.id = {key};
  line.name = name_of(read, question.by, key);
  line.side = side_of_line(read, question.by, key);
  line.spend = spend_figure(words, key, sums);
  add_older_rates(read, question, key, line.spend);
  line.touchpoints = touchpoints_figure(words, key, sums);
  line.orders = orders_figure(words, key, sums, credit, orders_with_a_part);
  line.revenue = words.money("Revenue", sums.revenue, "the revenue of " + credit, parts());
  line.gross_margin = margin_figure(words, sums, "the gross margin of " + credit, orders);
  const std::string of = returned_in_words(question.by);
  line.roi_on_revenue = words.roi("ROI on " + of + "revenue", line.revenue, line.spend, "revenue");
  line.roi_on_margin = words.roi("ROI on " + of + "margin", line.gross_margin, line.spend, "gross margin");
  auto customers = customers_of(words, key, sums, line.spend);
  line.planned = std::move(customers.planned);
  add_compared(read, question, key, words.links().spend(key), line.planned);
  line.leads = std::move(customers.leads);
  line.opportunities = std::move(customers.opportunities);
  line.new_accounts = std::move(customers.new_accounts);
  line.cost_per_lead = std::move(customers.cost_per_lead);
  line.cost_per_opportunity = std::move(customers.cost_per_opportunity);
  line.cac = std::move(customers.cac);
  line.payback_months = std::move(customers.payback_months);
  line.note = why_untold(read, question, key, sums);
  for (const auto figure : returns) withhold(line.*figure, line.note);
  if (line.note.empty() && sums.spent > 0) line.note = so_far(read, question, key);
  const auto merged = with_merged(read, question.by, key);
  for (auto* figure : {&line.spend, &line.touchpoints, &line.leads, &line.opportunities, &line.orders,
                       &line.new_accounts, &line.revenue, &line.gross_margin})
    figure->formula += merged;
  auto late = late_in_words(read, question, *late_by_line(read, question), key);
  line.late = std::move(late.figure);
  line.late_sentence = std::move(late.sentence);
  line.late_link = std::move(late.link);
  put_left_out(read, question, key, line);
  return line;
}

constexpr std::array agreed_figures{&Line::agreed_revenue,
                                    &Line::agreed_gross_margin,
                                    &Line::agreed_roi_on_revenue,
                                    &Line::agreed_roi_on_margin,
                                    &Line::agreed_orders,
                                    &Line::agreed_leads,
                                    &Line::agreed_opportunities,
                                    &Line::agreed_new_accounts,
                                    &Line::agreed_cost_per_lead,
                                    &Line::agreed_cost_per_opportunity,
                                    &Line::agreed_cac,
                                    &Line::agreed_payback_months};

/// What is earned of orders, leads and new accounts, and what one cost.
void put_agreed_customers(const Words& words, Key key, const Sums& sums, Line& line) {
  const auto& question = words.question();
  line.agreed_orders = orders_figure(
      words, key, sums, credit_in_words(words, whose(question, key), CreditOf::orders, "orders booked"),
      orders_with_a_part);
  auto customers = customers_of(words, key, sums, line.spend);
  line.agreed_leads = std::move(customers.leads);
  line.agreed_opportunities = std::move(customers.opportunities);
  line.agreed_new_accounts = std::move(customers.new_accounts);
  line.agreed_cost_per_lead = std::move(customers.cost_per_lead);
  line.agreed_cost_per_opportunity = std::move(customers.cost_per_opportunity);
  line.agreed_cac = std::move(customers.cac);
  line.agreed_payback_months = std::move(customers.payback_months);
  for (auto* figure : {&line.agreed_orders, &line.agreed_leads, &line.agreed_opportunities,
                       &line.agreed_new_accounts, &line.agreed_cost_per_lead,
                       &line.agreed_cost_per_opportunity, &line.agreed_cac, &line.agreed_payback_months})
    figure->name += " as agreed";
}

/// What the line earns by the rules that bind, beside what it earns by those that are asked.
void put_agreed(const Read& read, const Words& words, Key key, const Sums& sums, Line& line) {
  const auto orders = orders_of_line(words.question(), key);
  const std::string by_the_rules = "that it earns by the rules of credit that bind on the last day";
  line.agreed_revenue = words.money("Revenue as agreed", sums.revenue, "the revenue " + by_the_rules,
                                    {number_of(orders_with_a_part, sums.credited, orders)});
  line.agreed_gross_margin = margin_figure(words, sums, "the gross margin " + by_the_rules, orders);
  line.agreed_gross_margin.name = "Gross margin as agreed";
  const std::string of = returned_in_words(words.question().by);
  line.agreed_roi_on_revenue =
      words.roi("ROI on " + of + "revenue as agreed", line.agreed_revenue, line.spend, "revenue as agreed");
  line.agreed_roi_on_margin = words.roi("ROI on " + of + "margin as agreed", line.agreed_gross_margin,
                                        line.spend, "gross margin as agreed");
  put_agreed_customers(words, key, sums, line);
  const auto why = why_untold(read, words.question(), key, sums);
  for (const auto figure : agreed_returns) withhold(line.*figure, why);
}

void leave_out_inputs(Line& line, const std::string& link) {
  for (auto* figure :
       {&line.spend, &line.planned, &line.touchpoints, &line.leads, &line.opportunities, &line.orders,
        &line.new_accounts, &line.revenue, &line.gross_margin, &line.roi_on_revenue, &line.roi_on_margin,
        &line.cost_per_lead, &line.cost_per_opportunity, &line.cac, &line.payback_months, &line.late}) {
    figure->inputs.clear();
    figure->link = link;
  }
  for (const auto figure : agreed_figures) (line.*figure).inputs.clear();
}

std::string why_nothing(const Ledger& ledger, const Lines& lines, const Question& question) {
  if (lines.booked.credited == 0 && lines.booked.entries == 0)
    return is_asked_of_all(question) ? "Neither orders nor spend are on record in these days."
                                     : "Neither orders nor spend of these days are of all that is asked for.";
  if (earns_by_touchpoints(question.by) && !ledger.has_touches())
    return "No touchpoints are on record, so nobody knows what led to an order.";
  if (question.model == CreditModel::markov) {
    const auto reason = ledger.effects_of_channels(question)->reason;
    if (reason) return "The Markov model has no answer for these days: " + *reason + ".";
  }
  return "";
}

/// What of the customers no touchpoint explains; not known where their number is not.
Figure unattributed(const Words& words, CreditOf of, const Figure& all, std::string name, const char* noun,
                    std::int64_t count, std::string link) {
  const std::string formula = "of these, those without a touchpoint of " + words.reach(of);
  if (!all.number) return words.unknown(std::move(name), FigureUnit::count, formula, all.why);
  return words.count(std::move(name), static_cast<double>(count), formula,
                     {number_of(noun, count, std::move(link))});
}

/// All of them are those that touchpoints explain and those that none does.
void add_customers(const Words& words, const Lines& lines, Report& report) {
  const auto& question = words.question();
  const auto leads = leads_of_line(question, unexplained);
  const auto accounts = new_accounts_of_line(question, unexplained);
  const auto& open = lines.unattributed;
  auto customers = customers_of(words, everything, lines.booked, report.spend);
  report.planned = std::move(customers.planned);
  report.leads = std::move(customers.leads);
  report.opportunities = std::move(customers.opportunities);
  report.new_accounts = std::move(customers.new_accounts);
  report.cost_per_lead = std::move(customers.cost_per_lead);
  report.cost_per_opportunity = std::move(customers.cost_per_opportunity);
  report.cac = std::move(customers.cac);
  report.payback_months = std::move(customers.payback_months);
  report.unattributed_leads = unattributed(words, CreditOf::leads, report.leads, "Leads without a touchpoint",
                                           "leads", open.leads, leads);
  report.unattributed_opportunities =
      unattributed(words, CreditOf::leads, report.opportunities, "Opportunities without a touchpoint",
                   "opportunities", open.opportunities, leads + "&phase=opportunity");
  report.unattributed_new_accounts =
      unattributed(words, CreditOf::new_accounts, report.new_accounts, "New accounts without a touchpoint",
                   "new accounts", open.new_accounts, accounts);
}

const Sums& sums_of(const Lines& lines, Key key) {
  static const Sums none;
  const auto found = lines.by_key.find(key);
  return found == lines.by_key.end() ? none : found->second;
}

/// A firm's first import begins in the middle of its customers' lives: the first order on record of one is
/// then not its first. After a year most of them have ordered once.
std::string customers_before_in_words(const Read& read, const Question& question, const Sums& booked) {
  if (booked.new_accounts == 0) return "";
  const auto all = ledger(read, question.currency_day);
  const auto& orders = all->orders();
  const auto earliest = [](const order::Order& a, const order::Order& b) { return a.at < b.at; };
  const auto first = std::ranges::min_element(orders, earliest);
  if (first == orders.end()) return "";
  const auto known_from = day_of(first->at);
  if (add_months(known_from, 12) <= question.from) return "";
  return "Orders are on record from " + accord::in_words(known_from) +
         " on. Whoever ordered before that and again since counts as a new account here, and so in CAC and "
         "payback time: new accounts may be fewer, and each may have cost more, than told.";
}

/// That counts are restated by what came in later; money stays on its days.
std::string taken_back_in_words(std::int64_t orders) {
  if (orders == 0) return "";
  return counted(orders, "order", "orders") + " of these days " + (orders == 1 ? "was" : "were") +
         " wholly taken back by refunds on record today, later ones too: counted as no order, no new account "
         "and no conversion. What was booked and what was taken back stay on their days.";
}

}  // namespace

std::vector<std::string> notes_of(const Read& read, const Question& question, const Lines& lines) {
  auto notes = notes_on_spend(read, question);  // first: these may say why no return of any line is told
  const auto lookback_days = longest_lookback_days(question);
  const auto oldest = ledger(read, question.currency_day)->oldest_touch();
  const Day known_from = oldest ? day_of(*oldest) : question.from;
  const Day reached = known_from + static_cast<int>(lookback_days);
  if (oldest && question.from < reached)
    notes.push_back("Touchpoints are on record from " + accord::in_words(known_from) + " on. Of " +
                    (reached > question.until ? "all these orders"
                                              : "orders booked before " + accord::in_words(reached)) +
                    " the look-back reaches further, so that some of what led to them is not known.");
  for (auto& note : cut_in_words(read, question)) notes.push_back(std::move(note));
  const auto days = question.until - question.from + 1;
  const auto lag = days < lookback_days ? lags_until(read, question.until)->usual_days() : std::nullopt;
  if (lag && days < *lag)
    notes.push_back("Nine of ten orders come within " + counted(*lag, "day", "days") +
                    " of their first touchpoint, and these are " + counted(days, "day", "days") +
                    ": most of what was spent in them returns later. Months of spend show how it matures.");
  if (earns_by_touchpoints(question.by) && lines.attributed.credited > 0 && lines.of_several == 0)
    notes.push_back("One touchpoint led to each order, so that every model says the same.");
  if (auto note = taken_back_in_words(lines.booked.taken_back); !note.empty())
    notes.push_back(std::move(note));
  for (auto& note : refunds_in_words(read, question)) notes.push_back(std::move(note));
  if (const auto merged = merged_in_words(read); !merged.empty()) notes.push_back(merged);
  for (auto& note : other_rules_in_words(read, question)) notes.push_back(std::move(note));
  for (auto& note : rules_before_in_words(read, question)) notes.push_back(std::move(note));
  if (auto note = customers_before_in_words(read, question, lines.booked); !note.empty())
    notes.push_back(std::move(note));
  return notes;
}

namespace {

/// What touchpoints explain by the rules that bind, beside what they explain by those that are asked.
void put_agreed(const Read& read, const Question& question, Report& report) {
  const auto agreed = as_agreed(read, question);
  const auto explained = agreed ? std::optional(report_of(read, *agreed)) : std::nullopt;
  report.agreed_attributed = explained ? explained->attributed : report.attributed;
  report.agreed_unattributed = explained ? explained->unattributed : report.unattributed;
  report.agreed_attributed.name += " as agreed";
  report.agreed_unattributed.name += " as agreed";
  const auto& told = explained ? *explained : report;
  report.agreed_roi_on_attributed_revenue = told.roi_on_attributed_revenue;
  report.agreed_roi_on_attributed_margin = told.roi_on_attributed_margin;
  const auto why = why_none_agreed(read, question);
  for (auto* figure : {&report.agreed_attributed, &report.agreed_unattributed,
                       &report.agreed_roi_on_attributed_revenue, &report.agreed_roi_on_attributed_margin})
    withhold(*figure, why);
  report.agreed_roi_on_attributed_revenue.name += " as agreed";
  report.agreed_roi_on_attributed_margin.name += " as agreed";
}

/// Two returns of the same spend, each by its own name: on all that was booked, explained or not; and on what
/// touchpoints explain of it, of which the lines of channels, campaigns and sides each have a part.
void add_returns(const Words& words, const Lines& lines, Report& report) {
  const auto explained = orders_of_line(words.question(), everything) + "&touchpoints_from=1";
  const auto revenue = words.money("Attributed", lines.attributed.revenue, "",
                                   {number_of("orders", lines.attributed.credited, explained)});
  report.attributed_gross_margin = margin_figure(
      words, lines.attributed,
      "the gross margin of the orders booked in these days, of those that touchpoints explain", explained);
  report.attributed_gross_margin.name = "Gross margin of what is attributed";
  report.roi_on_revenue =
      words.roi("ROI on all booked revenue", report.booked, report.spend, "revenue of all booked");
  report.roi_on_margin =
      words.roi("ROI on all booked margin", report.gross_margin, report.spend, "gross margin of all booked");
  report.roi_on_attributed_revenue =
      words.roi("ROI on attributed revenue", revenue, report.spend, "revenue attributed");
  report.roi_on_attributed_margin = words.roi("ROI on attributed margin", report.attributed_gross_margin,
                                              report.spend, "gross margin attributed");
}

std::string in_words(const Read& read, const Question& question, const Lines& lines) {
  const auto own = funnel::currency_of(read);
  const auto whole = [&](std::int64_t minor) { return accord::in_words(gap::rounded(Money{minor, own})); };
  const auto spent = whole(lines.booked.spent), booked = whole(lines.booked.revenue);
  const bool is_whole = hold_a_month(read, question);
  // Where more is taken back unexplained than is sold so, what is explained is no part of what was booked.
  const auto unexplained_minor = lines.unattributed.revenue;
  const std::string part = unexplained_minor < 0
                               ? ", and what none explains takes " + whole(-unexplained_minor) + " back"
                           : is_whole ? " of it"
                                      : " of these orders";
  return (is_whole ? spent + " was spent and " + booked + " booked; touchpoints explain "
                   : spent + " of spend and " + booked +
                         " of orders are booked on these days; touchpoints explain ") +
         whole(lines.attributed.revenue) + part + alone_in_words(read, question);
}

}  // namespace

Report report_of(const Read& read, const Question& question) {
  const auto lines = lines_of(read, question);
  const Words words(read, question);
  const auto all = is_asked_of_all(question) ? booked_orders(question) : orders_of_line(question, everything);
  const auto open = orders_of_line(question, unexplained);
  Report report;
  report.by = question.by;
  report.model = question.model;
  report.from_day = question.from;
  report.until_day = question.until;
  report.lookback_days = question.lookback_days;
  report.half_life_days = question.half_life_days;
  report.only = only_in_words(read, question);
  report.why = why_nothing(*ledger(read, question.currency_day), *lines, question);
  if (lines->orders_left_out > 0 || lines->entries_left_out > 0) report.left_out = left_out(read, question);
  report.booked = words.money("Booked", lines->booked.revenue, "the orders booked in these days",
                              {number_of("orders", lines->booked.credited, all)});
  report.attributed = words.money(
      "Attributed", lines->attributed.revenue,
      "of the orders booked in these days, those with a touchpoint of " + words.reach(CreditOf::orders),
      {words.amount("booked", lines->booked.revenue, all),
       words.amount("less unattributed", lines->unattributed.revenue, open)});
  report.unattributed = words.money("Unattributed", lines->unattributed.revenue,
                                    "of the orders booked in these days, those without any such touchpoint",
                                    {number_of("orders", lines->unattributed.credited, open)});
  report.spend = words.money("Spend", lines->booked.spent,
                             std::string("what both sides spent in these days") + as_booked,
                             {number_of("entries", lines->booked.entries, words.links().spend(everything))});
  add_older_rates(read, question, everything, report.spend);
  add_older_rates_of_orders(read, question, report.booked);
  report.orders =
      orders_figure(words, everything, lines->booked, "how many orders were booked in these days", "orders");
  report.gross_margin =
      margin_figure(words, lines->booked, "the gross margin of the orders booked in these days", all);
  add_returns(words, *lines, report);
  add_customers(words, *lines, report);
  add_compared(read, question, everything, words.links().spend(everything), report.planned);
  const auto why_untold_of_all = why_untold(read, question, everything, lines->booked);
  for (auto* figure : {&report.roi_on_revenue, &report.roi_on_margin, &report.roi_on_attributed_revenue,
                       &report.roi_on_attributed_margin, &report.cost_per_lead, &report.cost_per_opportunity,
                       &report.cac, &report.payback_months})
    withhold(*figure, why_untold_of_all);
  report.rules = rules_told(read, question);
  put_agreed(read, question, report);
  report.notes = notes_of(read, question, *lines);
  for (auto& note : notes_on_return(read, question)) report.notes.push_back(std::move(note));
  auto days_told = lines->booked.spent > 0 ? note_on_days(read, question) : std::string();
  if (!days_told.empty()) report.notes.insert(report.notes.begin(), std::move(days_told));
  auto late = late_in_words(read, question, *late_by_line(read, question), everything);
  report.late = std::move(late.figure);
  report.late_sentence = std::move(late.sentence);
  report.late_link = std::move(late.link);
  if (auto older = older_rates_in_words(read, question); !older.empty())
    report.notes.push_back(std::move(older));
  report.sentence = in_words(read, question, *lines);
  return report;
}

std::vector<Line> lines_in_words(const Read& read, const Question& question) {
  const auto lines = lines_of(read, question);
  const Words words(read, question);
  const auto agreed = as_agreed(read, question);
  const auto agreed_lines = agreed ? lines_of(read, *agreed) : lines;
  const Words words_as_agreed(read, agreed.value_or(question));
  const auto why_none = why_none_agreed(read, question);
  std::set<Key> keys;
  for (const auto& all : {lines, agreed_lines}) {
    for (const auto& [key, sums] : all->by_key) keys.insert(key);
  }
  std::vector<Line> rows;
  for (const auto key : keys) {
    rows.push_back(line_of(read, words, key, sums_of(*lines, key)));
    put_agreed(read, words_as_agreed, key, sums_of(*agreed_lines, key), rows.back());
    leave_out_inputs(rows.back(), page_of_line(question, key));
    for (const auto figure : agreed_figures) {
      (rows.back().*figure).link = page_of_line(words_as_agreed.question(), key);
      withhold(rows.back().*figure, why_none);
    }
  }
  return rows;
}

Line line_in_words(const Read& read, const Question& question, Key key) {
  const auto lines = lines_of(read, question);
  const auto agreed = as_agreed(read, question);
  const auto agreed_lines = agreed ? lines_of(read, *agreed) : lines;
  refuse_if(!lines->by_key.contains(key) && !agreed_lines->by_key.contains(key), web::not_found);
  auto line = line_of(read, Words(read, question), key, sums_of(*lines, key));
  put_agreed(read, Words(read, agreed.value_or(question)), key, sums_of(*agreed_lines, key), line);
  const auto why_none = why_none_agreed(read, question);
  for (const auto figure : agreed_figures) withhold(line.*figure, why_none);
  line.only = only_in_words(read, question);
  line.rules = rules_told(read, question);
  if (lines->orders_left_out > 0 || lines->entries_left_out > 0)
    line.left_out = left_out_of_line(read, question, key);
  return line;
}

}  // namespace accord::roi
