// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "campaign_plan/follow_up.hpp"
#include "campaign_plan/plan_agreement.hpp"

namespace accord::campaign_plan {
namespace {

/// What went out in the days that are looked at, in the territories whose people would sign.
class Trial {
 public:
  Trial(const Read& read, const CampaignPlan& plan, std::optional<Id<territory::Territory>> territory,
        Day from, Day to)
      : read_(read),
        book_(read),
        plan_(plan),
        from_(from),
        to_(to),
        done_(campaign_plan::follow_ups_of(read, plan.campaigns)) {
    reach_.plan = nullptr;
    reach_.holds_nowhere = !territory;
    for (const auto& [id, line] : territory::all_lineages(read)) {
      if (!territory || std::ranges::find(line, *territory) != line.end()) reach_.territories.push_back(id);
    }
  }

  std::vector<agreement::Finding> run() {
    for (const auto& clause : plan_.campaigns) add_unsigned(clause);
    add_unnamed();
    add_over_budget();
    for (const auto& clause : plan_.campaigns) {
      if (!clause.tasks.empty()) add_undone(clause);
    }
    std::ranges::stable_sort(found_, std::greater{}, &agreement::Finding::count);
    return std::move(found_);
  }

 private:
  using Spent = std::vector<const Entry*>;

  /// Entries that no plan named by the day on which they went out.
  Spent unsigned_entries(std::int64_t campaign) const {
    auto entries = book_.entries(reach_, campaign, from_, to_);
    std::erase_if(entries, [&](const Entry* entry) {
      return std::ranges::any_of(book_.in_force(), [&](const Plan& plan) {
        const bool is_there =
            !plan.term.territory || reach_.binds(plan.term.territory->number) || entry->territory == 0;
        return is_there && plan.holds(entry->day) && plan.term.from <= entry->day &&
               plan.clause_of(campaign) != nullptr;
      });
    });
    return entries;
  }

  Figure stake(const char* name, const char* formula, Money money, std::size_t count,
               std::string link) const {
    Figure stake{.name = name, .unit = FigureUnit::money, .money = money, .formula = formula};
    stake.inputs = {{"entries", static_cast<double>(count), {}, FigureUnit::count, std::move(link)}};
    stake.as_of = read_.as_of();
    return stake;
  }

  static std::string entries_in_words(std::size_t count) {
    return count == 0 ? "nothing" : counted(static_cast<std::int64_t>(count), "entry", "entries");
  }

  void add_unsigned(const PlannedCampaign& clause) {
    const auto entries = unsigned_entries(clause.campaign.number);
    // What was signed for later lies behind the last of them.
    const Day until = entries.empty() ? to_ : entries.back()->day;
    found_.push_back(
        {"campaigns[" + clause.name + "].planned",
         entries_in_words(entries.size()) + " went out on “" + clause.name +
             "” before anybody had signed that",
         static_cast<std::int64_t>(entries.size()),
         stake("Spent",
               "what went out on the campaign there in these days before a plan named it, pay left out",
               sum_of(entries, book_.currency()), entries.size(),
               book_.entries_link(reach_, clause.campaign.number, from_, until)),
         gap::Mover::marketing});
  }

  void add_unnamed() {
    Spent all;
    std::vector<FigureInput> inputs;
    for (const auto& [campaign, spent] : book_.all_entries()) {
      const bool is_named = std::ranges::any_of(
          plan_.campaigns, [&](const auto& one) { return one.campaign.number == campaign; });
      if (is_named) continue;
      const auto entries = unsigned_entries(campaign);
      if (entries.empty()) continue;
      inputs.push_back({"entries on one of them",
                        static_cast<double>(entries.size()),
                        {},
                        FigureUnit::count,
                        book_.entries_link(reach_, campaign, from_, entries.back()->day)});
      all.insert(all.end(), entries.begin(), entries.end());
    }
    const auto campaigns = static_cast<std::int64_t>(inputs.size());
    auto spent = stake("Spent", "what went out on campaigns that the plan does not name, pay left out",
                       sum_of(all, book_.currency()), all.size(), "");
    if (!inputs.empty()) spent.inputs = std::move(inputs);
    found_.push_back({"budget",
                      entries_in_words(all.size()) +
                          (campaigns == 0 ? " went out on campaigns that it does not name"
                                          : " went out on " + counted(campaigns, "campaign", "campaigns") +
                                                " that it does not name, signed by nobody"),
                      static_cast<std::int64_t>(all.size()), std::move(spent), gap::Mover::both});
  }

  /// By the campaigns' own budgets, which is what there was to keep to.
  void add_over_budget() {
    std::int64_t count = 0;
    Money over{0, book_.currency()};
    std::size_t entries = 0;
    for (const auto& [campaign, spent] : book_.all_entries()) {
      const auto here = book_.entries(reach_, campaign, Day{}, to_);
      const bool ran = std::ranges::any_of(here, [&](const Entry* entry) { return entry->day >= from_; });
      const auto record = ran ? read_.find(Id<campaign::Campaign>{campaign}) : std::nullopt;
      const bool has_budget = record && record->budget && record->budget->currency == book_.currency();
      if (!has_budget || here.size() != spent.size()) continue;
      const auto sum = sum_of(here, book_.currency());
      if (static_cast<double>(sum.minor) <=
          static_cast<double>(record->budget->minor) * (1 + plan_.tolerance_percent / 100))
        continue;
      ++count;
      entries += here.size();
      over += sum - *record->budget;
    }
    found_.push_back(
        {"tolerance_percent",
         (count == 0 ? "no campaign" : counted(count, "campaign", "campaigns")) +
             " of these days cost more than the budget by more than this",
         count,
         stake("Spent beyond budgets", "what went out on these campaigns beyond their budgets, pay left out",
               over, entries, ""),
         gap::Mover::marketing});
  }

  void add_undone(const PlannedCampaign& clause) {
    const auto done = followed(clause.campaign.number);
    const auto entries = book_.entries(reach_, clause.campaign.number, from_, to_);
    const bool is_quiet = done == 0 && !entries.empty();
    const bool is_judged = has_touches();
    std::string sentence =
        !is_judged  ? "not judged: no touchpoint is on record yet"
        : is_quiet  ? "money went out on “" + clause.name + "”, and no touchpoint by sales followed"
        : done == 0 ? "nothing went out on “" + clause.name + "” in these days, so nothing was to follow"
                    : counted(done, "touchpoint", "touchpoints") + " by sales followed “" + clause.name + "”";
    found_.push_back({"campaigns[" + clause.name + "].tasks", std::move(sentence),
                      is_quiet && is_judged ? 1 : 0,
                      stake("Spent", "what went out on the campaign there in these days, pay left out",
                            sum_of(entries, book_.currency()), entries.size(),
                            book_.entries_link(reach_, clause.campaign.number, from_, to_)),
                      gap::Mover::sales, is_judged});
  }

  bool has_touches() const {
    const auto all = touchpoint::touches(read_);
    return !all->older().empty() || !all->newer().empty();
  }

  /// What sales did with its customers in these days.
  std::int64_t followed(std::int64_t campaign) const {
    const auto done = done_.find(campaign);
    if (done == done_.end()) return 0;
    return std::ranges::count_if(done->second,
                                 [&](const FollowUp& one) { return from_ <= one.day && one.day <= to_; });
  }

  const Read& read_;
  PlanBook book_;
  const CampaignPlan& plan_;
  Day from_, to_;
  FollowUps done_;
  Judged reach_;
  std::vector<agreement::Finding> found_;
};

}  // namespace

std::vector<agreement::Finding> would_have_found(const Read& read, const Json& body,
                                                 std::optional<Id<territory::Territory>> territory, Day from,
                                                 Day to) {
  const auto plan = from_json<CampaignPlan>(parse_json(body.text));
  return Trial(read, plan, territory, from, to).run();
}

}  // namespace accord::campaign_plan
