// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/plan_agreement.hpp"

#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "funnel/funnel.hpp"

namespace accord::campaign_plan {
namespace {

constexpr int days_max = 366;

/// Collects what is wrong, each beside its clause.
class Problems {
 public:
  Problems(const CampaignPlan& plan, Currency own) : plan_(plan), own_(own) {}

  std::vector<ShapeProblem> find() {
    check_days();
    check_money("budget", plan_.budget);
    if (plan_.tolerance_percent < 0 || plan_.tolerance_percent > 100)
      add("tolerance_percent", "Give a percentage between 0 and 100.");
    for (std::size_t i = 0; i < plan_.campaigns.size(); ++i)
      check(plan_.campaigns[i], "campaigns[" + std::to_string(i) + "]");
    if (problems_.empty()) check_sum();
    return std::move(problems_);
  }

 private:
  void add(const std::string& where, std::string message) {
    problems_.push_back({where, std::move(message)});
  }

  void check_days() {
    if (plan_.ends_on < plan_.starts_on) return add("ends_on", "The plan ends before it starts.");
    if (plan_.ends_on - plan_.starts_on >= days_max)
      add("ends_on", "A plan is for a year at most: a quarter is usual.");
  }

  void check_money(const std::string& where, const Money& money) {
    if (money.currency != own_)
      add(where,
          "State it in " + std::string(own_.text()) + ", the company's currency, which spend is counted in.");
    if (money.minor < 0) add(where, "Give 0 or more.");
  }

  void check_day(const std::string& where, const std::optional<Day>& day) {
    if (day && (*day < plan_.starts_on || *day > plan_.ends_on))
      add(where,
          "Choose a day of the plan, " + in_words(plan_.starts_on) + " to " + in_words(plan_.ends_on) + ".");
  }

  void check(const PlannedCampaign& one, const std::string& here) {
    if (trimmed(one.name).empty()) add(here + ".name", "Give the campaign a name.");
    if (!names_.insert(lower(one.name)).second)
      add(here + ".name", "Another campaign of the plan has this name.");
    if (!campaigns_.insert(one.campaign.number).second)
      add(here + ".campaign", "This campaign stands in the plan already.");
    check_money(here + ".planned", one.planned);
    check_day(here + ".starts_on", one.starts_on);
    check_day(here + ".ends_on", one.ends_on);
    if (one.starts_on && one.ends_on && *one.ends_on < *one.starts_on)
      add(here + ".ends_on", "The campaign ends before it starts.");
    if (one.expected_leads && *one.expected_leads < 0) add(here + ".expected_leads", "Give 0 or more.");
    check_months(one, here + ".months");
    check_tasks(one, here + ".tasks");
  }

  void check_months(const PlannedCampaign& one, const std::string& here) {
    if (one.months.empty()) return;
    std::set<Day> months;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < one.months.size(); ++i) {
      const auto& [month, planned] = one.months[i];
      const std::string place = here + "[" + std::to_string(i) + "]";
      check_money(place + ".planned", planned);
      const bool is_in = month >= first_of_month(plan_.starts_on) && month <= plan_.ends_on;
      if (month != first_of_month(month) || !is_in)
        add(place + ".month", "Choose the first day of a month of the plan.");
      if (!months.insert(month).second) add(place + ".month", "This month is there already.");
      sum += planned.minor;
    }
    if (sum != one.planned.minor)
      add(here, "The months add up to " + in_words(Money{sum, own_}) + ", and " + in_words(one.planned) +
                    " is planned.");
  }

  void check_tasks(const PlannedCampaign& one, const std::string& here) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < one.tasks.size(); ++i) {
      const auto& task = one.tasks[i];
      const std::string place = here + "[" + std::to_string(i) + "]";
      if (trimmed(task.name).empty()) add(place + ".name", "Say what sales will do.");
      if (!names.insert(lower(task.name)).second) add(place + ".name", "Another task has this name.");
      check_day(place + ".due_on", task.due_on);
      if (task.at_least < 1) add(place + ".at_least", "Give 1 or more.");
    }
  }

  void check_sum() {
    std::int64_t sum = 0;
    for (const auto& one : plan_.campaigns) sum += one.planned.minor;
    if (sum != plan_.budget.minor)
      add("budget", "The campaigns add up to " + in_words(Money{sum, own_}) + ", not to " +
                        in_words(plan_.budget) + ".");
  }

  const CampaignPlan& plan_;
  Currency own_;
  std::set<std::string> names_;
  std::set<std::int64_t> campaigns_;
  std::vector<ShapeProblem> problems_;
};

/// What the plan refers to is there, and the tasks are sales' own.
void check_references(const Read& read, const CampaignPlan& plan, std::vector<ShapeProblem>& problems) {
  for (std::size_t i = 0; i < plan.campaigns.size(); ++i) {
    const auto& one = plan.campaigns[i];
    const std::string here = "campaigns[" + std::to_string(i) + "].";
    if (!campaign::find_visible(read, one.campaign))
      problems.push_back({here + "campaign", "Choose one of the campaigns listed under Campaigns."});
    else if (counts_as(read, "campaign")->of(one.campaign.number) != one.campaign.number)
      problems.push_back({here + "campaign", "This campaign counts as another one: name that."});
    for (const auto product : one.products) {
      if (!read.find(product))
        problems.push_back({here + "products", "Choose products that are listed under Products."});
    }
    for (std::size_t k = 0; k < one.tasks.size(); ++k) {
      const auto person = one.tasks[k].person ? read.find(*one.tasks[k].person) : std::nullopt;
      const bool is_wrong = one.tasks[k].person && (!person || person->side != Side::sales);
      if (is_wrong)
        problems.push_back({here + "tasks[" + std::to_string(k) + "].person", "Choose somebody of sales."});
    }
  }
}

std::vector<ShapeProblem> check(const Read& read, const Json& body) {
  CampaignPlan plan;
  std::vector<ShapeProblem> problems;
  from_json(info_of<CampaignPlan>(), parse_json(body.text), &plan, problems);
  if (!problems.empty()) return problems;
  problems = problems_of(plan, funnel::currency_of(read));
  check_references(read, plan, problems);
  return problems;
}

agreement::Template template_of(const Read& read, std::string name, std::string title, Day from) {
  CampaignPlan plan;
  plan.starts_on = from;
  plan.ends_on = add_months(from, 3) - 1;
  const auto own = funnel::currency_of(read);
  plan.budget = {0, own};
  std::set<std::string> names;
  for (const auto& row : campaign::rows_between(read, plan.starts_on, plan.ends_on)) {
    if (!names.insert(lower(row.name)).second) continue;
    plan.campaigns.push_back(as_planned(row, plan.starts_on, plan.ends_on, own));
    plan.budget += plan.campaigns.back().planned;
  }
  return {std::move(name),
          std::move(title),
          "The campaigns on record that run from " + in_words(plan.starts_on) + " to " +
              in_words(plan.ends_on) + ", each with its budget's share of these days.",
          {json::serialize(to_json(plan))}};
}

}  // namespace

PlannedCampaign as_planned(const campaign::CampaignRow& row, Day from, Day until, Currency own) {
  PlannedCampaign planned;
  planned.name = row.name;
  planned.campaign = row.id;
  planned.products = row.products;
  planned.planned = {0, own};
  const Day first = std::max(from, row.starts_on.value_or(from));
  const Day last = std::min(until, row.ends_on.value_or(until));
  planned.starts_on = first;
  planned.ends_on = last;
  const bool has_share = row.budget && row.budget->currency == own && row.starts_on && row.ends_on;
  if (has_share) planned.planned = scaled(*row.budget, last - first + 1, *row.ends_on - *row.starts_on + 1);
  return planned;
}

std::vector<ShapeProblem> problems_of(const CampaignPlan& plan, Currency own) {
  return Problems(plan, own).find();
}

std::vector<agreement::Template> templates(const Read& read) {
  const Day quarter = first_of_quarter(people::today(read));
  std::vector<agreement::Template> found;
  found.push_back(template_of(read, "next-quarter", "The next quarter", add_months(quarter, 3)));
  found.push_back(template_of(read, "this-quarter", "This quarter", quarter));
  return found;
}

const agreement::Kind plan_kind{
    .name = "campaign_plan",
    .title = "Campaign plan",
    .sentence =
        "The campaigns of a period, what each may cost and what sales does for it, signed before money goes "
        "out.",
    .body = &info_of<CampaignPlan>,
    .needs_finance = true,
    .templates = templates,
    .check = check,
    .would_have_found = would_have_found};

}  // namespace accord::campaign_plan
