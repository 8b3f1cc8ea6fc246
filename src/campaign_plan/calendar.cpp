// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/calendar.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "spend/spend.hpp"

namespace accord::campaign_plan {
namespace {

using campaign::CampaignRow;

std::string days_in_words(Day from, Day until) { return in_words(from) + " to " + in_words(until); }

/// A campaign's clause of one plan that holds in the days that are asked for.
struct Part {
  const Plan* plan = nullptr;
  const PlannedCampaign* clause = nullptr;
  Judged judged{};
};

/// Works planned and actual out, campaign by campaign.
class Desk {
 public:
  Desk(const Read& read, Span span, Day today)
      : read_(read), book_(read), span_(span), today_(today), tasks_(tasks_of(read, book_, today)) {}

  CalendarRow row(const CampaignRow& campaign) const {
    const auto parts = parts_of(campaign.id.number);
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
    row.planned = planned(campaign, parts);
    row.actual = actual(campaign.id.number, parts);
    row.difference = difference(row.planned, row.actual);
    row.basis = basis(campaign, parts);
    set_signing(campaign.id.number, parts, row);
    row.tasks = tasks(campaign.id.number);
    return row;
  }

  PlanAgainstActual against(const CampaignRow& campaign) const {
    const auto row = this->row(campaign);
    return {row.id,     row.name,       row.status,       row.signing_words,         row.basis, row.planned,
            row.actual, row.difference, months(campaign), plans(campaign.id.number), row.tasks};
  }

 private:
  std::vector<Part> parts_of(std::int64_t campaign) const {
    std::vector<Part> parts;
    for (const auto& plan : book_.in_force()) {
      const auto* clause = plan.clause_of(campaign);
      const bool is_asked = plan.body.starts_on <= span_.until && span_.from <= plan.body.ends_on;
      if (clause == nullptr || !is_asked) continue;
      if (auto judged = book_.standing(plan, today_)) parts.push_back({&plan, clause, std::move(*judged)});
    }
    return parts;
  }

  std::string shown(std::string link) const {
    return read_.actor().may(spend::see_spend) ? std::move(link) : "";
  }

  Figure money_figure(const char* name, std::string formula) const {
    Figure figure{.name = name, .unit = FigureUnit::money, .formula = std::move(formula)};
    figure.as_of = read_.as_of();
    return figure;
  }

  Figure planned(const CampaignRow& campaign, const std::vector<Part>& parts) const {
    if (parts.empty()) {
      auto figure = money_figure("Planned", "the campaign's budget, for no signed plan names it");
      add_budgets(campaign.id.number, figure);
      if (!figure.money) figure.why = "No budget is on record, and no signed plan names it.";
      return figure;
    }
    auto figure = money_figure("Planned", "what the signed plans of these days say it costs");
    figure.money = Money{0, book_.currency()};
    for (const auto& part : parts) {
      *figure.money += part.clause->planned;
      figure.inputs.push_back(
          {part.plan->term.name, {}, part.clause->planned, FigureUnit::money, part.plan->term.link});
    }
    return figure;
  }

  /// Of the campaigns that count as this one as well, in one currency.
  void add_budgets(std::int64_t campaign, Figure& figure) const {
    for (const auto number : counts_as(read_, "campaign")->same_as(campaign)) {
      const auto record = campaign::find_visible(read_, Id<campaign::Campaign>{number});
      if (!record || !record->budget) continue;
      if (figure.money && figure.money->currency != record->budget->currency) continue;
      figure.money = figure.money ? *figure.money + *record->budget : *record->budget;
      figure.inputs.push_back({number == campaign ? "the budget" : "the budget of " + record->name,
                               {},
                               record->budget,
                               FigureUnit::money,
                               "/campaigns/" + std::to_string(number)});
    }
  }

  Figure actual(std::int64_t campaign, const std::vector<Part>& parts) const {
    if (parts.empty()) {
      auto figure = money_figure("Actual", "what was spent on the campaign so far, pay left out");
      const auto found = book_.all_entries().find(campaign);
      std::vector<const Entry*> entries;
      if (found != book_.all_entries().end()) {
        for (const auto& entry : found->second) {
          if (entry.day <= today_) entries.push_back(&entry);
        }
      }
      add(entries, "entries", all_entries_link(campaign, today_), figure);
      return figure;
    }
    auto figure = money_figure(
        "Actual", "what was spent on the campaign in the days of its signed plans, pay left out");
    for (const auto& part : parts) {
      const auto& body = part.plan->body;
      add(book_.entries(part.judged, campaign, body.starts_on, body.ends_on),
          "entries of " + part.plan->term.name,
          book_.entries_link(part.judged, campaign, body.starts_on, body.ends_on), figure);
    }
    return figure;
  }

  /// Adds entries to a sum, with where they are listed and how many of them have no rate.
  void add(const std::vector<const Entry*>& entries, std::string name, std::string link,
           Figure& figure) const {
    const Money before = figure.money.value_or(Money{0, book_.currency()});
    figure.money = before + sum_of(entries, book_.currency());
    figure.inputs.push_back({std::move(name),
                             static_cast<double>(entries.size()),
                             {},
                             FigureUnit::count,
                             shown(std::move(link))});
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
    const bool is_known = planned.money && actual.money && planned.money->currency == actual.money->currency;
    if (is_known)
      figure.money = *actual.money - *planned.money;
    else if (!planned.money)
      figure.why = planned.why;
    else
      figure.why = "The budget is in " + std::string(planned.money->currency.text()) +
                   ", spend is counted in " + std::string(book_.currency().text()) + ".";
    return figure;
  }

  std::string basis(const CampaignRow& campaign, const std::vector<Part>& parts) const {
    if (parts.empty()) return campaign.budget ? "Its whole budget and all spent so far" : "All spent so far";
    std::vector<std::string> days;
    for (const auto& part : parts) {
      const auto& body = part.plan->body;
      days.push_back(book_.place(*part.plan) + ", " + days_in_words(body.starts_on, body.ends_on));
    }
    return "As signed for " + listed(days);
  }

  void set_signing(std::int64_t campaign, const std::vector<Part>& parts, CalendarRow& row) const {
    if (!parts.empty()) {
      row.signing = Signing::signed_plan;
      row.plan = parts.front().plan->term.link;
      row.signing_words = agreement::signing_in_words(read_, parts.front().plan->term.version);
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

  /// The months of the plans that name it, else those of the span.
  std::vector<MonthAgainst> months(const CampaignRow& campaign) const {
    const auto parts = parts_of(campaign.id.number);
    Day first = first_of_month(span_.from), last = span_.until;
    for (const auto& part : parts) {
      first = std::min(first, first_of_month(part.plan->body.starts_on));
      last = std::max(last, part.plan->body.ends_on);
    }
    std::vector<MonthAgainst> found;
    for (Day month = first; month <= last; month = add_months(month, 1))
      found.push_back(month_of(campaign.id.number, parts, month));
    return found;
  }

  MonthAgainst month_of(std::int64_t campaign, const std::vector<Part>& parts, Day month) const {
    const Day until = add_months(month, 1) - 1;
    MonthAgainst found{
        .month = month,
        .planned = money_figure("Planned", "what the signed plans say of the month"),
        .actual = money_figure("Actual", "what was spent on the campaign in the month, pay left out"),
        .difference = {}};
    found.planned.why = "No signed plan says what it costs in this month.";
    for (const auto& part : parts) {
      const auto said = std::ranges::find(part.clause->months, month, &PlannedMonth::month);
      if (said == part.clause->months.end()) continue;
      found.planned.why.clear();
      found.planned.money = found.planned.money.value_or(Money{0, book_.currency()}) + said->planned;
      found.planned.inputs.push_back(
          {part.plan->term.name, {}, said->planned, FigureUnit::money, part.plan->term.link});
    }
    add_month(campaign, parts, month, until, found.actual);
    found.difference = difference(found.planned, found.actual);
    return found;
  }

  void add_month(std::int64_t campaign, const std::vector<Part>& parts, Day month, Day until,
                 Figure& actual) const {
    for (const auto& part : parts) {
      const auto& body = part.plan->body;
      const Day from = std::max(month, body.starts_on), to = std::min(until, body.ends_on);
      if (from > to) continue;
      add(book_.entries(part.judged, campaign, from, to), "entries of " + part.plan->term.name,
          book_.entries_link(part.judged, campaign, from, to), actual);
    }
    if (!parts.empty()) {
      if (!actual.money) actual.why = "No signed plan that names it holds this month.";
      return;
    }
    Judged everywhere;
    everywhere.holds_nowhere = true;
    for (const auto& [territory, line] : territory::all_lineages(read_))
      everywhere.territories.push_back(territory);
    add(book_.entries(everywhere, campaign, month, until), "entries",
        book_.entries_link(everywhere, campaign, month, until), actual);
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
