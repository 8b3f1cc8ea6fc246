// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/calendar.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "spend/spend.hpp"

namespace accord::campaign_plan {
namespace {

using campaign::CampaignRow;

std::string days_in_words(Day from, Day until) { return in_words(from) + " to " + in_words(until); }

/// What is planned for a campaign, and of which days. Those that turned out to be the same one are with it.
struct Planned {
  std::vector<PlannedMoney> money{};
  std::vector<PlannedDays> days{};  ///< of the days asked for
  Money budget{};                   ///< whole, of those that can be told by the day
  bool has_budget = false;
  std::string why{};  ///< nothing is known of a budget's days, or nobody can convert it

  bool is_told() const { return has_budget || is_said(); }
  bool is_said() const {
    return std::ranges::any_of(days, [](const PlannedDays& one) { return !one.said.empty(); });
  }
  /// Whether it is told by a budget on these days; else plans do, where any says something.
  bool is_by_budget(const PlannedDays& one) const { return has_budget && !one.is_signed; }
};

/// Works planned and actual out, campaign by campaign.
class Desk {
 public:
  Desk(const Read& read, Span span, Day today)
      : read_(read),
        book_(read),
        plans_(read),
        span_(span),
        today_(today),
        tasks_(tasks_of(read, book_, today)) {}

  CalendarRow row(const CampaignRow& campaign) const {
    const auto found = planned_of(campaign.id.number);
    CalendarRow row;
    row.id = campaign.id;
    row.name = campaign.name;
    row.channel = campaign.channel;
    row.channel_name = campaign.channel_name;
    row.side = campaign.side;
    row.starts_on = campaign.starts_on;
    row.ends_on = campaign.ends_on;
    row.status = status_of(campaign.starts_on, campaign.ends_on, today_);
    row.products = campaign.products;
    row.product_names = campaign.product_names;
    row.territories = campaign.territories;
    row.territory_names = campaign.territory_names;
    row.owner_name = campaign.owner_name;
    row.planned = planned(campaign.id.number, found, span_);
    row.actual = actual(campaign.id.number, found, span_);
    row.difference = difference(row.planned, row.actual);
    row.basis = basis(campaign.id.number, found);
    set_signing(campaign.id.number, found, row);
    row.tasks = tasks(campaign.id.number);
    return row;
  }

  PlanAgainstActual against(const CampaignRow& campaign) const {
    const auto row = this->row(campaign);
    return {row.id,      row.name,   row.status,     row.signing_words,          row.basis,
            row.planned, row.actual, row.difference, months(campaign.id.number), plans(campaign.id.number),
            row.tasks};
  }

 private:
  Planned planned_of(std::int64_t campaign) const {
    Planned found;
    const auto same = counts_as(read_, "campaign")->same_as(campaign);
    for (const auto number : same) {
      auto record = campaign::find_visible(read_, Id<campaign::Campaign>{number});
      if (!record) continue;
      record->id.number = campaign;
      const auto budget = plans_.budget_of(*record);
      const auto money = plans_.planned(*record, budget, number == campaign);
      found.money.insert(found.money.end(), money.begin(), money.end());
      if (budget) found.budget = Money{found.budget.minor + budget->minor, book_.currency()};
      found.has_budget = found.has_budget || budget.has_value();
      if (record->budget && !budget) found.why = why_not_told(*record);
      if (number == campaign) found.days = in_span(plans_.days_of(*record));
    }
    return found;
  }

  static std::string why_not_told(const campaign::Campaign& campaign) {
    const bool has_days = campaign.starts_on && campaign.ends_on && *campaign.starts_on <= *campaign.ends_on;
    if (has_days) return exchange_rate::no_rate_in_words(campaign.budget->currency, *campaign.starts_on);
    return "Of its budget of " + accord::in_words(*campaign.budget) +
           " nobody can say what falls into these days: its first or its last is not known.";
  }

  std::vector<PlannedDays> in_span(std::vector<PlannedDays> days) const {
    for (auto& one : days) {
      one.from = std::max(one.from, span_.from);
      one.until = std::min(one.until, span_.until);
    }
    std::erase_if(days, [](const PlannedDays& one) { return one.from > one.until; });
    return days;
  }

  std::string shown(std::string link) const {
    return read_.actor().may(spend::see_spend) ? std::move(link) : "";
  }

  Figure money_figure(const char* name, std::string formula) const {
    Figure figure{.name = name, .unit = FigureUnit::money, .formula = std::move(formula)};
    figure.as_of = read_.as_of();
    return figure;
  }

  /// Each budget, clause or month of one with what of it falls into these days.
  Figure planned(std::int64_t campaign, const Planned& found, const Span& days) const {
    auto figure = money_figure("Planned",
                               "what signed plans say of these days; where they do not hold wherever it "
                               "runs, its budget, spread evenly over its days");
    for (const auto& one : found.money) {
      const Day from = std::max({one.from, one.counts_from, days.from}),
                until = std::min({one.until, one.counts_until, days.until});
      if (from > until) continue;
      const Money money{one.between(from, until), book_.currency()};
      figure.money = figure.money.value_or(Money{0, book_.currency()}) + money;
      figure.inputs.push_back(
          {(one.is_budget() ? "its budget" : one.said_by) + ", " + days_in_words(from, until),
           {},
           money,
           FigureUnit::money,
           one.is_budget() ? "/campaigns/" + std::to_string(campaign) : one.link});
    }
    if (figure.money) return figure;
    if (!found.is_told())
      figure.why = !found.why.empty() ? found.why : "No budget is on record, and no signed plan names it.";
    else if (is_whole(days))
      figure.money = Money{0, book_.currency()};
    else
      figure.why = "Nothing is planned for this month.";
    return figure;
  }

  bool is_whole(const Span& days) const { return days.from == span_.from && days.until == span_.until; }

  /// Of the days that what is planned is of, and where a plan says it of the places where that one holds.
  Figure actual(std::int64_t campaign, const Planned& found, const Span& days) const {
    auto figure = money_figure("Actual", "what was spent on the campaign in these days, pay left out");
    for (const auto& one : found.days) {
      const Day from = std::max(one.from, days.from), until = std::min(one.until, days.until);
      if (from > until) continue;
      if (found.is_by_budget(one) || !found.is_said()) {
        add(campaign, everywhere(), "entries", from, until, figure);
        continue;
      }
      for (const auto* said : one.said)
        add(campaign, where(*said, campaign, from), "entries of " + name_of(*said), from, until, figure);
    }
    if (!figure.money) figure.why = "No signed plan that names it holds in these days.";
    return figure;
  }

  Judged everywhere() const {
    Judged judged;
    judged.holds_nowhere = true;
    for (const auto& [territory, line] : territory::all_lineages(read_))
      judged.territories.push_back(territory);
    return judged;
  }
  Judged where(const SaidOfCampaign& said, std::int64_t campaign, Day day) const {
    Judged judged;
    judged.holds_nowhere = said.territory == 0;
    judged.territories = plans_.reach_of(said, campaign, day);
    return judged;
  }

  /// The version in the book that says it.
  const Plan& plan_of(const SaidOfCampaign& said) const {
    const auto found =
        std::ranges::find_if(book_.in_force(), [&](const Plan& plan) { return plan.term.link == said.link; });
    CHECK(found != book_.in_force().end());
    return *found;
  }
  std::string name_of(const SaidOfCampaign& said) const { return plan_of(said).term.name; }

  /// Adds entries to a sum, with where they are listed and how many of them have no rate.
  void add(std::int64_t campaign, const Judged& where, std::string name, Day from, Day until,
           Figure& figure) const {
    const auto entries = book_.entries(where, campaign, from, until);
    const Money before = figure.money.value_or(Money{0, book_.currency()});
    figure.money = before + sum_of(entries, book_.currency());
    figure.inputs.push_back({std::move(name),
                             static_cast<double>(entries.size()),
                             {},
                             FigureUnit::count,
                             shown(book_.entries_link(where, campaign, from, until))});
    const auto without = std::ranges::count_if(entries, [](const Entry* one) { return !one->value; });
    if (without > 0)
      figure.inputs.push_back({"of these left out, for no exchange rate is known",
                               static_cast<double>(without),
                               {},
                               FigureUnit::count,
                               "/exchange-rates"});
  }

  Figure difference(const Figure& planned, const Figure& actual) const {
    auto figure = money_figure("Difference", "actual − planned");
    figure.inputs = {{"actual", {}, actual.money, FigureUnit::money},
                     {"planned", {}, planned.money, FigureUnit::money}};
    if (planned.money && actual.money)
      figure.money = *actual.money - *planned.money;
    else
      figure.why = !planned.money ? planned.why : actual.why;
    return figure;
  }

  /// What both are of; beneath a part of a budget the whole, and all that was spent.
  std::string basis(std::int64_t campaign, const Planned& found) const {
    std::vector<std::string> days;
    bool is_by_budget = false;
    for (const auto& one : found.days) {
      is_by_budget = is_by_budget || found.is_by_budget(one);
      if (found.is_by_budget(one)) continue;
      for (const auto* said : one.said)
        days.push_back(book_.place(plan_of(*said)) + ", " + days_in_words(one.from, one.until));
    }
    const auto so_far = accord::in_words(spent_so_far(campaign)) + " so far in all";
    if (is_by_budget) {
      const auto budget = "of its budget of " + accord::in_words(found.budget) +
                          " what falls into these days, and what was spent in them (" + so_far + ")";
      return days.empty() ? "O" + budget.substr(1) : "As signed for " + listed(days) + "; else " + budget;
    }
    return days.empty() ? "What was spent in these days (" + so_far + ")" : "As signed for " + listed(days);
  }

  Money spent_so_far(std::int64_t campaign) const {
    std::vector<const Entry*> entries;
    const auto found = book_.all_entries().find(campaign);
    if (found != book_.all_entries().end()) {
      for (const auto& entry : found->second) {
        if (entry.day <= today_) entries.push_back(&entry);
      }
    }
    return sum_of(entries, book_.currency());
  }

  void set_signing(std::int64_t campaign, const Planned& found, CalendarRow& row) const {
    for (const auto& days : found.days) {
      if (days.said.empty()) continue;
      const auto& plan = plan_of(*days.said.front());
      row.signing = Signing::signed_plan;
      row.plan = plan.term.link;
      row.signing_words = agreement::signing_in_words(read_, plan.term.version);
      return;
    }
    const auto draft = std::ranges::find_if(book_.drafts(), [&](const Plan& plan) {
      return plan.clause_of(campaign) != nullptr && plan.body.starts_on <= span_.until &&
             span_.from <= plan.body.ends_on;
    });
    if (draft == book_.drafts().end()) {
      row.signing_words = "In no plan";
      return;
    }
    row.signing = Signing::draft;
    row.plan = draft->term.link;
    row.signing_words = "In a draft: " + agreement::signing_in_words(read_, draft->term.version);
  }

  std::vector<TaskRow> tasks(std::int64_t campaign) const {
    std::vector<TaskRow> found;
    for (const auto& task : tasks_) {
      if (task.campaign.number == campaign) found.push_back(task);
    }
    return found;
  }

  /// The months of the span; together they are what stands above them.
  std::vector<MonthAgainst> months(std::int64_t campaign) const {
    const auto planned = planned_of(campaign);
    std::vector<MonthAgainst> found;
    for (Day month = span_.from; month <= span_.until; month = add_months(month, 1)) {
      const Span days{month, add_months(month, 1) - 1};
      auto& one = found.emplace_back();
      one.month = month;
      one.planned = this->planned(campaign, planned, days);
      one.actual = actual(campaign, planned, days);
      one.difference = difference(one.planned, one.actual);
    }
    return found;
  }

  std::vector<PlanOfCampaign> plans(std::int64_t campaign) const {
    std::vector<PlanOfCampaign> found;
    const auto add = [&](const Plan& plan, bool is_signed) {
      const auto* clause = plan.clause_of(campaign);
      if (clause == nullptr) return;
      found.push_back({plan.term.name, plan.term.link, agreement::signing_in_words(read_, plan.term.version),
                       is_signed, plan.body.starts_on, plan.body.ends_on, clause->planned,
                       clause->expected_leads});
    };
    for (const auto& plan : book_.in_force()) add(plan, true);
    for (const auto& plan : book_.drafts()) add(plan, false);
    return found;
  }

  const Read& read_;
  PlanBook book_;
  PlannedSpend plans_;
  Span span_;
  Day today_;
  std::vector<TaskRow> tasks_;
};

/// In lists the working stands on the campaign's own page.
void fold(CalendarRow& row, const Span& span) {
  const auto link =
      "/campaigns/" + std::to_string(row.id.number) + "/plan?in=" +
      (span.until - span.from > 100 ? std::to_string(parts_of(span.from).year) : quarter_of(span.from));
  for (auto* figure : {&row.planned, &row.actual, &row.difference}) {
    figure->link = link;
    figure->inputs.clear();
  }
}

}  // namespace

std::string quarter_of(Day day) {
  const auto parts = accord::parts_of(day);
  return std::to_string(parts.year) + "-Q" + std::to_string((parts.month - 1) / 3 + 1);
}

Span span_in(const std::string& text) {
  const bool is_quarter = text.size() == 7 && text.substr(4, 2) == "-Q" && text[6] >= '1' && text[6] <= '4';
  const std::string month = is_quarter ? std::to_string(100 + 3 * (text[6] - '1') + 1).substr(1) : "01";
  const auto first =
      text.size() == 4 || is_quarter ? parse_day(text.substr(0, 4) + "-" + month + "-01") : std::nullopt;
  if (!first) throw ShapeError("in", "Give a quarter such as 2026-Q4, or a year.");
  return {*first, add_months(*first, is_quarter ? 3 : 12) - 1};
}

std::string status_of(const std::optional<Day>& starts_on, const std::optional<Day>& ends_on, Day today) {
  if (!starts_on) return "Its first day is not known";
  if (*starts_on > today) return "Starts on " + in_words(*starts_on);
  if (!ends_on) return "Running since " + in_words(*starts_on);
  return (*ends_on < today ? "Over since " : "Running until ") + in_words(*ends_on);
}

std::vector<CalendarRow> calendar_of(const Read& read, const Span& span, Day today) {
  const Desk desk(read, span, today);
  std::vector<CalendarRow> rows;
  for (const auto& campaign : campaign::rows_between(read, span.from, span.until)) {
    rows.push_back(desk.row(campaign));
    fold(rows.back(), span);
  }
  return rows;
}

std::optional<PlanAgainstActual> against_actual(const Read& read, Id<campaign::Campaign> id, const Span& span,
                                                Day today) {
  const auto found = campaign::find_visible(read, id);
  if (!found) return std::nullopt;
  CampaignRow row;
  row.id = found->id;
  row.name = found->name;
  row.starts_on = found->starts_on;
  row.ends_on = found->ends_on;
  row.budget = found->budget;
  return Desk(read, span, today).against(row);
}

}  // namespace accord::campaign_plan
