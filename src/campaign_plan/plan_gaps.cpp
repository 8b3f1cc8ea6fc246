// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/plan_gaps.hpp"

#include <algorithm>
#include <cmath>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "campaign_plan/follow_up.hpp"

namespace accord::campaign_plan {
namespace {

using Spent = std::vector<const Entry*>;

/// One campaign under one plan, up to a day.
struct Case {
  const Judged& judged;
  std::int64_t campaign = 0;
  Day as_of;

  const Plan& plan() const { return *judged.plan; }
  const PlannedCampaign* clause() const { return plan().clause_of(campaign); }
  Day until() const { return std::min(plan().body.ends_on, as_of); }
};

/// The exceptions that both sides accepted from a version, and what they leave out of a gap.
class Reliefs {
 public:
  Reliefs(const Read& read, const Judged& judged)
      : reliefs_(judged.is_binding() ? agreement::reliefs_of(read, judged.plan->term.version)
                                     : std::vector<agreement::Relief>{}),
        lineages_(territory::all_lineages(read)) {}

  /// Takes out what is excepted from the clause, and says on the gap how many that were.
  void leave_out(const std::string& clause, std::int64_t home, Spent& entries, gap::Gap& gap) const {
    for (const auto& relief : reliefs_) {
      const auto& exception = relief.exception;
      if (!agreement::is_within(clause, exception.clause)) continue;
      const auto before = entries.size();
      if (agreement::names_what_for(exception))
        std::erase_if(entries, [&](const Entry* entry) { return covers(relief, *entry, home); });
      const auto left_out = static_cast<std::int64_t>(before - entries.size());
      gap.exceptions.push_back(
          "“" + exception.what + "” until " + in_words(relief.until) +
          (agreement::names_what_for(exception)
               ? ": " + (left_out == 0 ? "nothing" : counted(left_out, "entry", "entries")) + " left out"
               : ": in words only, so nothing is left out for it"));
    }
  }

 private:
  bool covers(const agreement::Relief& relief, const Entry& entry, std::int64_t home) const {
    static const std::vector<Id<territory::Territory>> nowhere;
    const auto line = lineages_.find(entry.territory != 0 ? entry.territory : home);
    return relief.from <= entry.day && entry.day <= relief.until &&
           agreement::covers(relief.exception, line == lineages_.end() ? nowhere : line->second, {},
                             {entry.product});
  }

  std::vector<agreement::Relief> reliefs_;
  territory::Lineages lineages_;
};

std::string name_of_campaign(const Read& read, const Case& one) {
  if (const auto* clause = one.clause()) return clause->name;
  const auto campaign = read.find(Id<campaign::Campaign>{one.campaign});
  return campaign ? campaign->name : "a campaign";
}

std::string clause_of(const Case& one) {
  return one.clause() == nullptr ? "campaigns" : "campaigns[" + one.clause()->name + "]";
}

gap::Gap gap_of(const Read& read, const gap::Finder& finder, const Case& one) {
  gap::Gap gap;
  const auto& term = one.plan().term;
  const auto place = term.territory.value_or(Id<territory::Territory>{}).number;
  gap.code = finder.code;
  gap.about =
      std::to_string(place) + "/" + to_string(one.plan().body.starts_on) + "/" + std::to_string(one.campaign);
  gap.agreement = term.link;
  gap.clause = clause_of(one);
  gap.is_provisional = !one.judged.is_binding();
  gap.why_provisional = one.judged.why_provisional;
  gap.stake_kind = gap::StakeKind::cash_spent;
  gap.stake.unit = FigureUnit::money;
  gap.stake.as_of = read.as_of();
  return gap;
}

gap::Mover mover_of(Side side) { return side == Side::sales ? gap::Mover::sales : gap::Mover::marketing; }

FigureInput entries_input(const Spent& entries, const std::string& link) {
  return {"entries", static_cast<double>(entries.size()), {}, FigureUnit::count, link};
}

void add_unconverted(const Spent& entries, gap::Gap& gap) {
  const auto without = std::ranges::count_if(entries, [](const Entry* one) { return !one->value; });
  if (without > 0)
    gap.stake.inputs.push_back({"of these left out, for no exchange rate is known",
                                static_cast<double>(without),
                                {},
                                FigureUnit::count,
                                "/exchange-rates"});
}

/// Money that went out under one plan before it was signed for: on one campaign that was signed later, or on
/// all that no plan names.
struct Unsigned {
  const Judged* judged = nullptr;
  std::vector<std::int64_t> campaigns{};
  Spent entries{};
  std::optional<Day> signed_from{};
  Day until{};
};

/// Entries of one campaign, up to the day before somebody signed for it.
void add_entries(const PlanBook& book, const Judged& judged, std::int64_t campaign, Day as_of,
                 std::vector<Unsigned>& found) {
  const Day end = std::min(judged.plan->body.ends_on, as_of);
  const auto signed_from = book.signed_from(*judged.plan, campaign, as_of);
  const Day until = signed_from ? std::min(end, *signed_from - 1) : end;
  auto entries = book.entries(judged, campaign, judged.plan->body.starts_on, until);
  if (entries.empty()) return;
  const bool is_home = judged.binds(book.home_of(campaign));
  auto group = std::ranges::find_if(found, [&](const Unsigned& one) {
    return one.judged == &judged && !signed_from && !one.signed_from &&
           judged.binds(book.home_of(one.campaigns.front())) == is_home;
  });
  if (group == found.end())
    group =
        found.insert(found.end(), Unsigned{.judged = &judged, .signed_from = signed_from, .until = until});
  group->campaigns.push_back(campaign);
  group->entries.insert(group->entries.end(), entries.begin(), entries.end());
}

std::string what_of(const Read& read, const Unsigned& one) {
  if (one.campaigns.size() == 1)
    return "“" + name_of_campaign(read, {*one.judged, one.campaigns.front(), one.until}) + "”";
  return counted(static_cast<std::int64_t>(one.campaigns.size()), "campaign", "campaigns");
}

std::string why_unsigned(const PlanBook& book, const Unsigned& one) {
  const std::string place = book.place(*one.judged->plan);
  if (!one.judged->is_binding()) return " before anybody signed the plan of " + place;
  if (one.signed_from)
    return " before the people of " + place + " signed that on " + in_words(*one.signed_from);
  return one.campaigns.size() == 1 ? ", which the signed plan of " + place + " does not name"
                                   : " that the signed plan of " + place + " does not name";
}

/// Whose move it is: the side's that spent; both sides' where both did.
std::optional<Side> spender(const Spent& entries) {
  const auto first = entries.front()->side;
  const bool is_one = std::ranges::all_of(entries, [&](const Entry* one) { return one->side == first; });
  return is_one ? std::optional(first) : std::nullopt;
}

/// Identity from week to week: the plan's place with the campaign, or with those that are named nowhere.
void set_about(const PlanBook& book, const Unsigned& one, gap::Gap& gap) {
  if (one.signed_from) return;
  gap.about = gap.about.substr(0, gap.about.rfind('/')) + "/unnamed";
  gap.clause = "campaigns";
  if (!one.judged->binds(book.home_of(one.campaigns.front()))) gap.about += "/within";
}

void add_unsigned(const Read& read, const PlanBook& book, Unsigned one, std::vector<gap::Found>& found) {
  auto gap = gap_of(read, spend_before_plan, {*one.judged, one.campaigns.front(), one.until});
  set_about(book, one, gap);
  Reliefs(read, *one.judged).leave_out(gap.clause, book.home_of(one.campaigns.front()), one.entries, gap);
  const auto sum = sum_of(one.entries, book.currency());
  if (sum.minor <= 0) return;
  const auto side = spender(one.entries);
  const Day from = one.judged->plan->body.starts_on;
  gap.count = static_cast<std::int64_t>(one.entries.size());
  gap.since = (*std::ranges::min_element(one.entries, {}, &Entry::day))->day;
  gap.sentence = (side ? label_of(name_of(*side)) : std::string("Both sides")) + " spent " +
                 in_words(gap::rounded(sum)) + " on " + what_of(read, one) + why_unsigned(book, one);
  gap.evidence = book.entries_link(*one.judged, one.campaigns, from, one.until);
  gap.mover = side ? mover_of(*side) : gap::Mover::both;
  gap.remedy =
      "Agree on the next version with this in it, and let money go out once it is signed; or agree on a "
      "named exception.";
  gap.stake.name = "Spent without a signature";
  gap.stake.formula = "what went out there before a signed plan named the campaign, pay left out";
  gap.stake.money = sum;
  gap.stake.inputs = {entries_input(one.entries, gap.evidence)};
  add_unconverted(one.entries, gap);
  gap::Found whole{std::move(gap), {}};
  for (const auto campaign : one.campaigns) {
    const auto part = book.entries(*one.judged, campaign, from, one.until);
    whole.parts.push_back({"campaign", campaign, sum_of(part, book.currency()).minor});
  }
  found.push_back(std::move(whole));
}

std::vector<gap::Found> find_unsigned(const Read& read, Day as_of) {
  const PlanBook book(read);
  const auto judging = book.judging(as_of);
  std::vector<Unsigned> groups;
  for (const auto& judged : judging) {
    for (const auto& [campaign, entries] : book.all_entries())
      add_entries(book, judged, campaign, as_of, groups);
  }
  std::vector<gap::Found> found;
  for (auto& one : groups) add_unsigned(read, book, std::move(one), found);
  return found;
}

/// Said where money goes out and nobody has proposed anything to sign.
std::string why_unsigned_is_not_seen(const Read& read, Day as_of) {
  const PlanBook book(read);
  if (!book.empty()) return "";
  const Day from = quarter_until(as_of);
  std::int64_t campaigns = 0;
  for (const auto& [campaign, entries] : book.all_entries()) {
    const bool is_recent = std::ranges::any_of(
        entries, [&](const Entry& entry) { return from <= entry.day && entry.day <= as_of; });
    if (is_recent) ++campaigns;
  }
  if (campaigns == 0) return "";
  return "Money went out on " + counted(campaigns, "campaign", "campaigns") + " since " + in_words(from) +
         ", and nobody has proposed a campaign plan, so whether both sides wanted that is not looked for. "
         "Start from a template.";
}

std::string percent_in_words(double percent) { return std::to_string(std::llround(percent)) + "%"; }

/// Days on which one version says what a campaign costs in the same places.
struct Stretch {
  Judged where;
  Day from, until;
  std::int64_t minor = 0;  ///< what of it is planned for these
};

/// Where a version is the one that says what a campaign costs, and how much that is: as the calendar and the
/// return count it, each day and place once.
struct Held {
  std::vector<Stretch> stretches{};
  Money planned{};

  Spent entries(const PlanBook& book, std::int64_t campaign, Day as_of) const {
    Spent found;
    for (const auto& one : stretches) {
      const auto some = book.entries(one.where, campaign, one.from, std::min(one.until, as_of));
      found.insert(found.end(), some.begin(), some.end());
    }
    std::ranges::stable_sort(found, {}, &Entry::day);
    return found;
  }
  bool is_whole(const Plan& plan) const {
    return stretches.size() == 1 && stretches.front().from == plan.body.starts_on &&
           stretches.front().until == plan.body.ends_on;
  }
};

Held held_by(const Read& read, const PlannedSpend& plans, const Plan& plan, std::int64_t campaign,
             Currency own) {
  Held held{{}, {0, own}};
  const auto record = read.find(Id<campaign::Campaign>{campaign});
  if (!record) return held;
  for (const auto& days : plans.days_of(*record)) {
    for (const auto* said : days.said) {
      if (said->link != plan.term.link) continue;
      const Day from = std::max(days.from, plan.body.starts_on),
                until = std::min(days.until, plan.body.ends_on);
      const auto minor = between(said->money, from, until);
      held.planned.minor += minor;
      Judged where{&plan, plans.reach_of(*said, campaign, from), said->territory == 0, {}};
      auto& all = held.stretches;
      const bool goes_on =
          !all.empty() && all.back().until + 1 == from && all.back().where.territories == where.territories;
      if (!goes_on) all.push_back({std::move(where), from, until, 0});
      all.back().until = until;
      all.back().minor += minor;
    }
  }
  return held;
}

/// "the plan of North (of 1 April 2026 to 30 April 2026)": with its days, where it holds on some alone.
std::string plan_in_words(const PlanBook& book, const Plan& plan, const Held& held) {
  auto words = "the plan of " + book.place(plan);
  if (held.is_whole(plan)) return words;
  std::vector<std::string> days;
  for (const auto& one : held.stretches) days.push_back(in_words(one.from) + " to " + in_words(one.until));
  return words + " (of " + listed(days) + ")";
}

/// Whole as the clause says it, or what of it falls into the days on which it holds.
void add_planned(const Plan& plan, const Held& held, gap::Gap& gap) {
  const auto add = [&](std::string name, Money money) {
    gap.stake.inputs.push_back({std::move(name), {}, money, FigureUnit::money, plan.term.link});
  };
  if (held.is_whole(plan)) return add("planned", held.planned);
  for (const auto& one : held.stretches)
    add(plan.term.name + ", " + in_words(one.from) + " to " + in_words(one.until),
        {one.minor, held.planned.currency});
}

void add_overspent(const Read& read, const PlanBook& book, const Case& one, const Held& held,
                   std::vector<gap::Found>& found) {
  const auto* clause = one.clause();
  auto entries = held.entries(book, one.campaign, one.as_of);
  if (entries.empty()) return;
  auto gap = gap_of(read, plan_overspent, one);
  gap.about = gap.about.substr(0, gap.about.find('/') + 1) + to_string(held.stretches.front().from) + "/" +
              std::to_string(one.campaign);
  Reliefs(read, one.judged).leave_out(gap.clause + ".planned", book.home_of(one.campaign), entries, gap);
  const auto sum = sum_of(entries, book.currency());
  const auto planned = held.planned;
  const double tolerance = one.plan().body.tolerance_percent;
  const bool is_over =
      static_cast<double>(sum.minor) > static_cast<double>(planned.minor) * (1 + tolerance / 100);
  if (!is_over || planned.currency != sum.currency || entries.empty()) return;
  const auto over = sum - planned;
  gap.clause += ".planned";
  gap.count = static_cast<std::int64_t>(entries.size());
  gap.since = entries.back()->day;
  gap.sentence = "“" + clause->name + "” cost " + in_words(gap::rounded(sum)) + " in " +
                 plan_in_words(book, one.plan(), held) + ", " + in_words(gap::rounded(over)) +
                 " more than planned";
  if (planned.minor > 0)
    gap.sentence +=
        ": " +
        percent_in_words(100.0 * static_cast<double>(over.minor) / static_cast<double>(planned.minor)) +
        " over, where " + percent_in_words(tolerance) + " is tolerated";
  gap.mover = mover_of(entries.back()->side);
  gap.remedy =
      "Agree on the higher amount in the next version, with what it is for; or say on the entries what they "
      "were for.";
  gap.stake.name = "Spent beyond the plan";
  gap.stake.formula =
      "what went out on the campaign there in the plan's days − what was planned, pay left out";
  gap.stake.money = over;
  for (const auto& stretch : held.stretches) {
    if (stretch.from > one.as_of) continue;
    const Day until = std::min(stretch.until, one.as_of);
    gap.stake.inputs.push_back(
        entries_input(book.entries(stretch.where, one.campaign, stretch.from, until),
                      book.entries_link(stretch.where, one.campaign, stretch.from, until)));
  }
  gap.evidence = gap.stake.inputs.front().link;
  add_planned(one.plan(), held, gap);
  add_unconverted(entries, gap);
  found.push_back({std::move(gap), {{"campaign", one.campaign, over.minor}}});
}

/// What is in force is judged by the days on which it holds, each version by its own; a draft by all of its
/// days, provisionally.
std::vector<gap::Found> find_overspent(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const PlanBook book(read);
  const PlannedSpend plans(read, as_of);
  for (const auto& judged : book.judging(as_of)) {
    if (judged.is_binding()) continue;
    for (const auto& clause : judged.plan->body.campaigns) {
      const Case one{judged, clause.campaign.number, as_of};
      add_overspent(read, book, one,
                    {{{judged, judged.plan->body.starts_on, judged.plan->body.ends_on}}, clause.planned},
                    found);
    }
  }
  for (const auto& plan : book.in_force()) {
    if (!is_judged(plan, as_of)) continue;
    const Judged judged{&plan};
    for (const auto& clause : plan.body.campaigns) {
      const auto held = held_by(read, plans, plan, clause.campaign.number, book.currency());
      if (!held.stretches.empty())
        add_overspent(read, book, {judged, clause.campaign.number, as_of}, held, found);
    }
  }
  return found;
}

std::string tasks_in_words(const std::vector<const TaskRow*>& tasks) {
  std::vector<std::string> names;
  for (const auto* task : tasks) names.push_back("“" + task->name + "”");
  return listed(names);
}

void set_stake(const Read& read, const PlanBook& book, const Case& one, gap::Found& found) {
  auto& gap = found.gap;
  const Day from = one.plan().body.starts_on;
  const auto entries = book.entries(one.judged, one.campaign, from, one.until());
  const auto sum = sum_of(entries, book.currency());
  const auto link = book.entries_link(one.judged, one.campaign, from, one.until());
  gap.stake.name = "Spent on it";
  gap.stake.formula =
      "what went out on the campaign there in the plan's days, which nobody follows up, pay left out";
  gap.stake.as_of = read.as_of();
  gap.stake.inputs = {entries_input(entries, link)};
  if (entries.empty()) {
    gap.stake_kind = gap::StakeKind::unknown;
    gap.stake.why = "No spend on this campaign is on record in the plan's days.";
    return;
  }
  gap.stake.money = sum;
  found.parts = {{"campaign", one.campaign, sum.minor}};
}

void add_overdue(const Read& read, const PlanBook& book, const std::vector<TaskRow>& rows, const Case& one,
                 std::vector<gap::Found>& found) {
  std::vector<const TaskRow*> overdue;
  for (const auto& row : rows) {
    const bool is_of_it = row.campaign.number == one.campaign && row.plan == one.plan().term.link;
    if (is_of_it && row.is_overdue) overdue.push_back(&row);
  }
  if (overdue.empty()) return;
  gap::Found task;
  task.gap = gap_of(read, campaign_task_overdue, one);
  auto& gap = task.gap;
  gap.clause += ".tasks";
  gap.count = static_cast<std::int64_t>(overdue.size());
  gap.since = overdue.front()->due_on + 1;
  gap.sentence = "Sales promised " + tasks_in_words(overdue) + " for “" + one.clause()->name + "” by " +
                 in_words(overdue.front()->due_on) + ", and " + std::to_string(overdue.front()->seen) +
                 " of " + std::to_string(overdue.front()->at_least) + " are on record";
  gap.evidence = "/campaigns/tasks?campaign=" + std::to_string(one.campaign) + "&is_overdue=true&territory=" +
                 (one.plan().term.territory ? std::to_string(one.plan().term.territory->number) : "") +
                 "&as_of=" + to_string(one.as_of);
  gap.mover = gap::Mover::sales;
  gap.remedy = "Do it and log it, or agree on another day, or on another person, in the next version.";
  set_stake(read, book, one, task);
  found.push_back(std::move(task));
}

std::vector<gap::Found> find_overdue(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const PlanBook book(read);
  const auto rows = tasks_of(read, book, as_of);
  for (const auto& judged : book.judging(as_of)) {
    for (const auto& clause : judged.plan->body.campaigns)
      add_overdue(read, book, rows, Case{judged, clause.campaign.number, as_of}, found);
  }
  return found;
}

}  // namespace

const gap::Finder spend_before_plan{
    "spend_before_plan", "Money that went out on a campaign before the territory's people had signed that.",
    find_unsigned, why_unsigned_is_not_seen};
const gap::Finder plan_overspent{"plan_overspent",
                                 "Campaigns that cost more than planned, by more than the plan tolerates.",
                                 find_overspent};
const gap::Finder campaign_task_overdue{
    "campaign_task_overdue", "What sales promised to do for a campaign, and nothing on record shows.",
    find_overdue};

}  // namespace accord::campaign_plan
