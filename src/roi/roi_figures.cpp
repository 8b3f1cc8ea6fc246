// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_figures.hpp"

#include <cmath>

#include "base/text.hpp"
#include "roi/roi_planned.hpp"

namespace accord::roi {
namespace {

constexpr double days_of_a_month = 30.4375;  ///< of the Gregorian calendar's four years, leap day included

std::string of_customers(Whose whose, const char* mine, const char* all) {
  return whose == Whose::all ? all : mine;
}

/// A campaign's budget, where campaigns can say which line they are for.
Figure planned(const Words& words, Key key, const Sums& sums) {
  const std::string name = "Planned spend";
  const std::string formula =
      "the campaigns' budgets, each spread evenly over the days that it runs, and where signed plans hold "
      "for "
      "all of where a campaign runs, what they say in its place: of that what falls into these days";
  const auto by = words.question().by;
  const bool is_of_people =
      words.question().only[static_cast<std::size_t>(Dimension::salesperson)].has_value();
  if (is_of_people || (key != everything && !is_planned_by(by)))
    return words.unknown(name, FigureUnit::money, formula,
                         "A budget is for a campaign, and that for no single salesperson.");
  const auto link = words.links().budgets(key);
  if (sums.plans_undivided > 0)
    return words.unknown(name, FigureUnit::money, formula,
                         "The budget of " + counted(sums.plans_undivided, "campaign", "campaigns") +
                             " is for several at once, and nobody has divided it among them.",
                         {number_of("campaigns", sums.plans_undivided, link)});
  const std::string left_out = counted(sums.plans_left_out, "campaign", "campaigns") +
                               " with a budget left out: the first or the last day is not known, or no "
                               "exchange rate of the first";
  const auto parts = planned_parts_of_line(words.question(), key);
  if (sums.plans == 0 && sums.planned_by_plans == 0) {
    if (sums.plans_left_out == 0)
      return words.unknown(name, FigureUnit::money, formula, "No campaign with a budget runs in these days.");
    return words.unknown(name, FigureUnit::money, formula, left_out + ".",
                         {number_of(left_out, sums.plans_left_out, parts)});
  }
  std::vector inputs{words.amount("the budgets and the clauses of signed plans", sums.planned, parts)};
  if (sums.planned_by_plans != 0)
    inputs.push_back(
        words.amount("of it what signed plans change: what they say, less the budgets of their days",
                     sums.planned_by_plans, parts));
  if (sums.plans_left_out > 0) inputs.push_back(number_of(left_out, sums.plans_left_out, parts));
  return words.money(name, sums.planned, formula, std::move(inputs));
}

/// The exact quotient in whole minor units, a half away from zero; nothing where it is beyond all money.
std::optional<std::int64_t> shared_by(std::int64_t minor, Sums::Wide parts) {
  const auto whole = static_cast<Sums::Wide>(minor) * kernels::ExactShares::one;
  const auto each = (2 * whole + parts) / (2 * parts);
  constexpr auto most = static_cast<Sums::Wide>(1) << 53;
  return each > most ? std::nullopt : std::optional(static_cast<std::int64_t>(each));
}

struct Noun {
  std::string one, many;
};

/// Spend by how many came of it.
Figure cost(const Words& words, std::string name, const Noun& noun, const Figure& spend, const Figure& came,
            Sums::Wide parts) {
  const std::string formula = "spend of both sides ÷ " + noun.many;
  const auto not_known = [&](std::string why) {
    return words.unknown(std::move(name), FigureUnit::money, formula, std::move(why));
  };
  if (!spend.money) return not_known(spend.why);
  if (!came.number) return not_known(came.why);
  if (spend.money->minor <= 0) return not_known("Nothing was spent on it in these days.");
  if (parts == 0) return not_known("No " + noun.one + " came of it in these days.");
  if (parts < kernels::ExactShares::one)
    return not_known("Its parts of " + noun.many +
                     " come to less than one: what one cost is told from one on.");
  const auto each = shared_by(spend.money->minor, parts);
  if (!each) return not_known("Its part of one " + noun.one + " is too small to divide by.");
  return words.money(std::move(name), *each, formula,
                     {{"spend", {}, spend.money, FigureUnit::money, spend.inputs.front().link},
                      {noun.many, came.number, {}, FigureUnit::count, came.inputs.front().link}});
}

/// Months until a new account's gross margin has paid for its acquisition: CAC ÷ (revenue per account and
/// month × gross margin in percent); Skok, "SaaS Metrics 2.0", "Months to Recover CAC".
Figure payback(const Words& words, const Sums& sums, const Figure& cac, const Figure& spend,
               const Figure& new_accounts) {
  const std::string
      name = "Payback time in months",
      formula =
          "(spend ÷ new accounts) ÷ (gross margin of the new accounts ÷ their days as customers "
          "× 30.4375 days of a month)";
  const auto not_known = [&](std::string why) {
    return words.unknown(name, FigureUnit::count, formula, std::move(why));
  };
  if (!cac.money) return not_known(cac.why);
  if (sums.new_without_cost > 0)
    return not_known("The gross margin of " + counted(sums.new_without_cost, "new account", "new accounts") +
                     " of " + std::to_string(sums.new_accounts) + " is not known.");
  const double accounts = Sums::in_ones(sums.new_account_parts), days = Sums::in_ones(sums.new_day_parts),
               margin = Sums::in_ones(sums.new_margin_parts);
  if (days < accounts * days_of_a_month)
    return not_known(
        "Its new accounts have been customers for less than a month on average, too short to say "
        "what one brings in a month.");
  if (margin <= 0) return not_known("Its new accounts have brought no gross margin.");
  const auto& link = new_accounts.inputs.front().link;
  const double each = static_cast<double>(spend.money->minor) / accounts;
  return words.count(name, each / (margin / days * days_of_a_month), formula,
                     {{"spend", {}, spend.money, FigureUnit::money, spend.inputs.front().link},
                      {"new accounts", new_accounts.number, {}, FigureUnit::count, link},
                      words.amount("their gross margin", std::llround(margin), link),
                      {"their days as customers", days, {}, FigureUnit::days, link}});
}

Figure came(const Words& words, std::string name, const char* noun, Sums::Wide parts, std::int64_t count,
            std::string formula, std::string link, Whose whose) {
  const auto input = of_customers(whose, " that it has a part in", "");
  return words.count(std::move(name), Sums::in_ones(parts), std::move(formula),
                     {number_of(noun + input, count, std::move(link))});
}

}  // namespace

Words::Words(const Read& read, const Question& question)
    : question_(question),
      own_(funnel::currency_of(read)),
      as_of_(read.as_of()),
      knows_leads_(!inquiries(read)->all.empty()),
      knows_orders_(!order::booked(read)->empty()),
      leads_without_day_(inquiries(read)->without_day),
      links_(read, question),
      alone_(alone_in_words(read, question)) {
  for (const auto of : {CreditOf::orders, CreditOf::new_accounts, CreditOf::leads})
    reach_.at(static_cast<std::size_t>(of)) = reach_in_words(read, question, of);
}

Figure Words::money(std::string name, std::int64_t minor, std::string formula,
                    std::vector<FigureInput> inputs) const {
  auto figure = begun(std::move(name), FigureUnit::money, std::move(formula), std::move(inputs));
  figure.money = Money{minor, own_};
  return figure;
}

Figure Words::count(std::string name, double number, std::string formula,
                    std::vector<FigureInput> inputs) const {
  auto figure = begun(std::move(name), FigureUnit::count, std::move(formula), std::move(inputs));
  figure.number = number;
  return figure;
}

Figure Words::unknown(std::string name, FigureUnit unit, std::string formula, std::string why,
                      std::vector<FigureInput> inputs) const {
  auto figure = begun(std::move(name), unit, std::move(formula), std::move(inputs));
  figure.why = std::move(why);
  return figure;
}

Figure Words::roi(std::string name, const Figure& back, const Figure& spend,
                  const std::string& back_in_words) const {
  const std::string formula = "(" + back_in_words + " − spend) ÷ spend";
  if (!back.money) return unknown(std::move(name), FigureUnit::percent, formula, back.why);
  if (!spend.money) return unknown(std::move(name), FigureUnit::percent, formula, spend.why);
  if (spend.money->minor <= 0)
    return unknown(std::move(name), FigureUnit::percent, formula,
                   spend.money->minor == 0 ? "Nothing was spent on it in these days."
                                           : "More was credited than spent on it in these days.");
  auto figure = begun(std::move(name), FigureUnit::percent, formula,
                      {{back_in_words, {}, back.money, FigureUnit::money, back.inputs.front().link},
                       {"spend", {}, spend.money, FigureUnit::money, spend.inputs.front().link}});
  const auto spent = static_cast<double>(spend.money->minor);
  figure.number = 100.0 * (static_cast<double>(back.money->minor) - spent) / spent;
  return figure;
}

FigureInput Words::amount(std::string name, std::int64_t minor, std::string link) const {
  return {std::move(name), {}, Money{minor, own_}, FigureUnit::money, std::move(link)};
}

Figure Words::begun(std::string name, FigureUnit unit, std::string formula,
                    std::vector<FigureInput> inputs) const {
  Figure figure;
  figure.name = std::move(name);
  figure.unit = unit;
  figure.formula = std::move(formula) + alone_;
  figure.inputs = std::move(inputs);
  figure.as_of = as_of_;
  return figure;
}

FigureInput number_of(std::string name, std::int64_t number, std::string link) {
  return {std::move(name), static_cast<double>(number), {}, FigureUnit::count, std::move(link)};
}

Figure margin_figure(const Words& words, const Sums& sums, const std::string& formula,
                     const std::string& link) {
  if (sums.without_cost > 0)
    return words.unknown("Gross margin", FigureUnit::money, formula,
                         "The cost of goods of " + counted(sums.without_cost, "order", "orders") + " of " +
                             std::to_string(sums.credited) + " is not known.",
                         {number_of("orders without a known cost", sums.without_cost, link)});
  return words.money("Gross margin", sums.margin, formula, {number_of("orders", sums.credited, link)});
}

Whose whose(const Question& question, Key key) {
  if (key == everything) return Whose::all;
  return earns_by_touchpoints(question.by) ? Whose::earned : Whose::own;
}

std::string credit_in_words(const Words& words, Whose whose, CreditOf of, const std::string& what) {
  if (whose == Whose::all) return "the " + what + " in these days";
  if (whose == Whose::own) return "the " + what + " for it in these days";
  return "its part of the " + what + " in these days, with " + in_words(words.question().model) +
         "; touchpoints of " + words.reach(of);
}

Customers customers_of(const Words& words, Key key, const Sums& sums, const Figure& spend) {
  const auto& question = words.question();
  const auto who = whose(question, key);
  const auto leads = leads_of_line(question, key), accounts = new_accounts_of_line(question, key);
  const auto of_leads = credit_in_words(words, who, CreditOf::leads, "leads that came");
  const auto of_opportunities =
      credit_in_words(words, who, CreditOf::leads, "opportunities whose inquiry came");
  const auto of_accounts =
      credit_in_words(words, who, CreditOf::new_accounts, "accounts that ordered for the first time");
  Customers found;
  found.planned = planned(words, key, sums);
  if (words.knows_leads()) {
    found.leads = came(words, "Leads", "leads", sums.lead_parts, sums.leads, of_leads, leads, who);
    found.opportunities = came(words, "Opportunities", "opportunities", sums.opportunity_parts,
                               sums.opportunities, of_opportunities, leads + "&phase=opportunity", who);
    if (key == everything && words.leads_without_day() > 0)
      found.leads.inputs.push_back(
          number_of("left out, for nobody knows when their inquiry came", words.leads_without_day(), ""));
  } else {
    const std::string why = "No lead is on record with the day on which the inquiry came.";
    found.leads = words.unknown("Leads", FigureUnit::count, of_leads, why);
    found.opportunities = words.unknown("Opportunities", FigureUnit::count, of_opportunities, why);
  }
  found.new_accounts =
      words.knows_orders()
          ? came(words, "New accounts", "new accounts", sums.new_account_parts, sums.new_accounts,
                 of_accounts, accounts, who)
          : words.unknown("New accounts", FigureUnit::count, of_accounts, "No order is on record.");
  found.cost_per_lead = cost(words, "Cost per lead", {"lead", "leads"}, spend, found.leads, sums.lead_parts);
  found.cost_per_opportunity = cost(words, "Cost per opportunity", {"opportunity", "opportunities"}, spend,
                                    found.opportunities, sums.opportunity_parts);
  found.cac = cost(words, "Customer acquisition cost", {"new account", "new accounts"}, spend,
                   found.new_accounts, sums.new_account_parts);
  found.payback_months = payback(words, sums, found.cac, spend, found.new_accounts);
  return found;
}

}  // namespace accord::roi
