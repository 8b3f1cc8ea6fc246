// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_planned.hpp"

#include <algorithm>
#include <set>

#include "campaign_plan/campaign_plan.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_planned_store.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

using campaign_plan::PlannedMoney, campaign_plan::PlannedSpend, campaign_plan::between;

/// The campaigns of which something is planned in the days, by the lines that it is told for.
using PlannedCampaigns = std::map<Key, std::set<std::int64_t>>;

template <class T>
std::vector<Key> keys_of(const std::vector<Id<T>>& ids) {
  std::vector<Key> keys;
  for (const auto id : ids) keys.push_back(id.number);
  if (keys.empty()) keys.push_back(0);
  return keys;
}

/// The lines of a campaign that are told by what it is for: one, none, or
/// several.
std::vector<Key> keys_of(Dimension by, const campaign::Campaign& campaign) {
  switch (by) {
    case Dimension::channel:
      return {campaign.channel ? campaign.channel->number : 0};
    case Dimension::campaign:
      return {campaign.id.number};
    case Dimension::side:
      return {key_of(campaign.side)};
    case Dimension::product:
      return keys_of(campaign.products);
    case Dimension::territory:
      return keys_of(campaign.territories);
    case Dimension::segment:
      return {industry_called(campaign.industry.value_or(""))};
    default:
      return {};
  }
}

/// What a line's planned spend is made of, piece by piece.
class Pieces {
 public:
  Pieces(Key wanted, Currency own) : wanted_(wanted), own_(own) {}

  void add(Key line, const campaign::Campaign& campaign, const std::vector<PlannedMoney>& spreads,
           Period days) {
    if (line != wanted_) return;
    for (const auto& spread : spreads) {
      const auto minor = spread.between(days.from, days.until);
      if (minor == 0) continue;
      auto& row = begun(campaign, minor);
      row.whole = {spread.minor, own_};
      row.from_day = spread.from;
      row.until_day = spread.until;
      row.counts_from = std::max({spread.from, spread.counts_from, days.from});
      row.counts_until = std::min({spread.until, spread.counts_until, days.until});
      row.is_budget = spread.is_budget();
      row.said_by = row.is_budget ? "Its budget" : spread.said_by;
      row.link = row.is_budget ? "/campaigns/" + std::to_string(campaign.id.number) : spread.link;
    }
  }
  /// Of what runs everywhere, the part that territories have by plans of their own.
  void take_off(Key line, const campaign::Campaign& campaign, std::int64_t minor, Period days) {
    if (line != wanted_ || minor == 0) return;
    auto& row = begun(campaign, -minor);
    row.whole = *row.planned;
    row.from_day = row.counts_from = days.from;
    row.until_day = row.counts_until = days.until;
    row.said_by = "Less what territories have by plans of their own";
    row.link = "/campaigns/" + std::to_string(campaign.id.number) + "/plan";
  }
  /// A budget of which nobody can say what falls into the days.
  void leave_out(Key line, const campaign::Campaign& campaign) {
    if (line != wanted_) return;
    auto& row = begun(campaign, 0);
    row.planned.reset();
    row.whole = *campaign.budget;
    row.from_day = campaign.starts_on;
    row.until_day = campaign.ends_on;
    row.is_budget = true;
    row.said_by = "Its budget";
    row.link = "/campaigns/" + std::to_string(campaign.id.number);
    row.why = why_left_out(campaign);
  }
  std::vector<PlannedPart> taken() { return std::move(rows_); }

 private:
  PlannedPart& begun(const campaign::Campaign& campaign, std::int64_t minor) {
    auto& row = rows_.emplace_back();
    row.id = {std::ssize(rows_)};
    row.campaign = campaign.id;
    row.name = campaign.name;
    row.planned = Money{minor, own_};
    return row;
  }
  static std::string why_left_out(const campaign::Campaign& campaign) {
    if (!campaign.starts_on) return "Left out: its first day is not known.";
    if (!campaign.ends_on) return "Left out: its last day is not known.";
    if (*campaign.ends_on < *campaign.starts_on) return "Left out: its last day lies before its first.";
    return "Left out. " + exchange_rate::no_rate_in_words(campaign.budget->currency, *campaign.starts_on);
  }

  Key wanted_;
  Currency own_;
  std::vector<PlannedPart> rows_;
};

class Plan {
 public:
  /// `pieces` and `campaigns` may be nothing.
  Plan(const Read& read, const Question& question, const PlannedSpend& plans, Lines& lines, Pieces* pieces,
       PlannedCampaigns* campaigns)
      : question_(question), plans_(plans), lines_(lines), pieces_(pieces), campaigns_(campaigns) {
    for (std::size_t i = 0; i < question.only.size(); ++i) {
      const auto by = static_cast<Dimension>(i);
      if (question.only[i]) only_.emplace_back(by, with_those_below(read, by, *question.only[i]));
    }
  }

  /// Whether it can be told what of it falls into which days does not change to
  /// which lines it belongs.
  void leave_out(const campaign::Campaign& campaign) {
    if (kept(campaign) == How::not_at_all) return;
    ++lines_.booked.plans_left_out;
    if (pieces_ != nullptr) pieces_->leave_out(everything, campaign);
    for (const auto key : keys_of(question_.by, campaign)) {
      ++lines_.by_key[key].plans_left_out;
      if (pieces_ != nullptr) pieces_->leave_out(key, campaign);
    }
  }

  /// Whether plans say on all days that some plan speaks of what it costs wherever it runs: then it takes no
  /// budget to tell that.
  bool is_said_by_plans(const campaign::Campaign& campaign) const {
    bool is_said = false;
    for (const auto& days : plans_.days_of(campaign)) {
      if (!days.said.empty() && !days.is_signed) return false;
      is_said = is_said || days.is_signed;
    }
    return is_said;
  }

  /// The budget of one that counts as another is beside that one's; what plans
  /// say of both is said once.
  void add(const campaign::Campaign& campaign, const std::optional<PlannedMoney>& budget) {
    const auto how = kept(campaign);
    if (how == How::not_at_all) return;
    const bool is_first = !added_.contains(campaign.id.number);
    const Counted counted{plans_.planned(campaign, budget, is_first), budget};
    added_.insert(campaign.id.number);
    const auto days = counted.days(question_);
    if (days.from > days.until) return;
    if (how == How::in_part) return leave_undivided(campaign, days.from, days.until);
    put(everything, campaign, counted, days);
    if (is_of_periods()) return add_periods(campaign, counted, days);
    const auto keys = keys_of(question_.by, campaign);
    if (question_.by == Dimension::territory && (keys.size() > 1 || keys.front() == 0))
      return add_territories(campaign, keys, counted, days);
    if (keys.size() == 1) return put(keys.front(), campaign, counted, days);
    for (const auto key : keys) ++lines_.by_key[key].plans_undivided;
  }

 private:
  enum class How : std::uint8_t { whole, in_part, not_at_all };

  /// What is planned for a campaign, and the budget that it is planned with or
  /// instead of.
  struct Counted {
    std::vector<PlannedMoney> parts;
    std::optional<PlannedMoney> budget;

    std::int64_t planned(Period days) const { return between(parts, days.from, days.until); }
    std::int64_t budgeted(Period days) const { return budget ? budget->between(days.from, days.until) : 0; }
    bool has_budget_in(Period days) const {
      return budget && budget->from <= days.until && days.from <= budget->until;
    }
    /// Of those asked for the ones that anything of it falls into.
    Period days(const Question& question) const {
      Period days{question.until + 1, question.from - 1};
      const auto widen = [&](const PlannedMoney& spread) {
        days.from = std::min(days.from, spread.from);
        days.until = std::max(days.until, spread.until);
      };
      for (const auto& part : parts) widen(part);
      if (budget) widen(*budget);
      return {std::max(days.from, question.from), std::min(days.until, question.until)};
    }
  };

  /// How much of its budget is for what is asked for alone.
  How kept(const campaign::Campaign& campaign) const {
    auto how = How::whole;
    for (const auto& [by, lines] : only_) {
      const auto keys = keys_of(by, campaign);
      const auto count =
          std::ranges::count_if(keys, [&](Key key) { return std::ranges::find(lines, key) != lines.end(); });
      if (count == 0) return How::not_at_all;
      if (count < std::ssize(keys)) how = How::in_part;
    }
    return how;
  }

  bool is_of_periods() const {
    return question_.by == Dimension::month || question_.by == Dimension::quarter;
  }
  Key period_key(Day day) const { return question_.by == Dimension::month ? month_of(day) : quarter_of(day); }

  void leave_undivided(const campaign::Campaign& campaign, Day from, Day until) {
    ++lines_.booked.plans_undivided;
    for (const auto key : keys_of(question_.by, campaign)) ++lines_.by_key[key].plans_undivided;
    for (Day day = from; is_of_periods() && day <= until;
         day = period_of(question_, period_key(day)).until + 1)
      ++lines_.by_key[period_key(day)].plans_undivided;
  }

  void add_periods(const campaign::Campaign& campaign, const Counted& counted, Period days) {
    while (days.from <= days.until) {
      const auto key = period_key(days.from);
      const Day end = std::min(days.until, period_of(question_, key).until);
      put(key, campaign, counted, {days.from, end});
      days.from = end + 1;
    }
  }

  /// Where it is for several, or everywhere, each territory whose people signed
  /// what it costs there has that. Of one that runs everywhere, the rest stays
  /// that of no territory; of one for several, nobody divided it.
  void add_territories(const campaign::Campaign& campaign, const std::vector<Key>& keys,
                       const Counted& counted, Period days) {
    const bool is_everywhere = keys.front() == 0;
    std::int64_t said = 0;
    std::set<Key> signing;
    for (const auto& plan : plans_.of(campaign.id.number)) {
      signing.insert(plan.territory);
      const bool is_its_own = is_everywhere || std::ranges::find(keys, plan.territory) != keys.end();
      if (plan.territory == 0 || !is_its_own) continue;
      const auto minor = between(plan.money, days.from, days.until);
      if (minor == 0) continue;
      lines_.by_key[plan.territory].planned += minor;
      lines_.by_key[plan.territory].planned_by_plans += minor;
      if (pieces_ != nullptr) pieces_->add(plan.territory, campaign, plan.money, days);
      if (campaigns_ != nullptr) (*campaigns_)[plan.territory].insert(campaign.id.number);
      said += minor;
    }
    if (is_everywhere) {
      auto& rest = lines_.by_key[0];
      const auto all = counted.planned(days), taken = std::min(said, all);
      put(0, campaign, counted, days);
      rest.planned -= taken;
      rest.planned_by_plans -= taken;
      if (pieces_ != nullptr) pieces_->take_off(0, campaign, taken, days);
      return;
    }
    for (const auto key : keys) {
      if (!signing.contains(key)) ++lines_.by_key[key].plans_undivided;
    }
  }

  void put(Key line, const campaign::Campaign& campaign, const Counted& counted, Period days) {
    auto& sums = line == everything ? lines_.booked : lines_.by_key[line];
    if (pieces_ != nullptr) pieces_->add(line, campaign, counted.parts, days);
    sums.planned += counted.planned(days);
    sums.planned_by_plans += counted.planned(days) - counted.budgeted(days);
    if (counted.has_budget_in(days)) ++sums.plans;
    if (campaigns_ != nullptr) (*campaigns_)[line].insert(campaign.id.number);
  }

  const Question& question_;
  const PlannedSpend& plans_;
  Lines& lines_;
  Pieces* pieces_;
  PlannedCampaigns* campaigns_;
  std::vector<std::pair<Dimension, std::vector<Key>>> only_;
  std::set<std::int64_t> added_;
};

/// Campaigns that no budget is on record of, and plans name.
void add_without_budget(const Read& read, const std::vector<campaign::Campaign>& with_budget,
                        const PlannedSpend& plans, Plan& plan) {
  for (const auto& [number, said] : plans.all()) {
    const auto has_budget =
        std::ranges::any_of(with_budget, [&](const auto& one) { return one.id.number == number; });
    const auto campaign =
        has_budget ? std::nullopt : campaign::find_visible(read, Id<campaign::Campaign>{number});
    if (campaign) plan.add(*campaign, std::nullopt);
  }
}

void add_all(const Read& read, const Question& question, Lines& lines, Pieces* pieces,
             PlannedCampaigns* campaigns = nullptr) {
  const PlannedSpend plans(read);
  Plan plan(read, question, plans, lines, pieces, campaigns);
  const auto all = with_a_budget(read);
  for (const auto& campaign : all) {
    const auto budget = plans.budget_of(campaign);
    plan.add(campaign, budget);
    if (budget || plan.is_said_by_plans(campaign)) continue;
    const bool is_over = campaign.ends_on && *campaign.ends_on < question.from;
    const bool is_to_come = campaign.starts_on && *campaign.starts_on > question.until;
    if (!is_over && !is_to_come) plan.leave_out(campaign);
  }
  add_without_budget(read, all, plans, plan);
}

/// What was spent on campaigns without pay; what has no exchange rate is in none of it.
struct SpentOnCampaigns {
  std::int64_t all = 0;
  std::int64_t unplanned = 0;  ///< of that on campaigns of which nothing is planned in the days
};
using SpentByLine = std::map<Key, SpentOnCampaigns>;

SpentByLine spent_on_campaigns(const Read& read, const Question& question) {
  Lines lines;
  PlannedCampaigns planned;
  add_all(read, question, lines, nullptr, &planned);
  SpentByLine found;
  const auto own = funnel::currency_of(read);
  const auto pay = entries_of_pay(read);
  const Keys keys(read, question.by), campaigns(read, Dimension::campaign);
  const Kept kept(read, question.only);
  const auto all = spend::spent(read, question.currency_day);
  for (const auto& spent : *all) {
    if (!is_asked(question, spent.day) || spent.campaign == 0 || pay->contains(spent.id)) continue;
    if (!kept.holds(spent) || spent.amount.currency != own) continue;
    for (const Key key : {everything, keys.of(spent)}) {
      auto& line = found[key];
      line.all += spent.amount.minor;
      if (!planned[key].contains(campaigns.of(spent))) line.unplanned += spent.amount.minor;
    }
  }
  return found;
}

std::string on_campaigns_without_pay(const std::string& spend) {
  if (spend.empty()) return "";
  std::string link = spend + "&has_campaign=true";
  for (const auto kind : choices_of<spend::SpendKind>) {
    if (kind != accord::name_of(spend::SpendKind::pay)) link += "&kind=" + std::string(kind);
  }
  return link;
}

}  // namespace

bool is_planned_by(Dimension by) { return by != Dimension::salesperson; }

void add_planned(const Read& read, const Question& question, Lines& lines) {
  add_all(read, question, lines, nullptr);
}

std::vector<PlannedPart> planned_parts(const Read& read, const Question& question, Key key) {
  Lines lines;
  Pieces pieces(key, funnel::currency_of(read));
  add_all(read, question, lines, &pieces);
  return pieces.taken();
}

void add_compared(const Read& read, const Question& question, Key key, const std::string& spend,
                  Figure& planned) {
  if (!planned.money) return;
  auto days = question;  // no model, and no look-back, makes a difference
  static_cast<CreditRules&>(days) = {};
  days.currency_day = question.currency_day;
  const auto all =
      read.kept<SpentByLine>("roi spent on campaigns" + kept_key(days) + asker_of(read, question),
                             [&] { return spent_on_campaigns(read, question); });
  const auto found = all->find(key);
  const auto on_campaigns = found == all->end() ? SpentOnCampaigns{} : found->second;
  const Money spent{on_campaigns.all, planned.money->currency};
  const Money unplanned{on_campaigns.unplanned, planned.money->currency};
  const auto put = [&](std::string name, Money money, std::string link) {
    planned.inputs.push_back({std::move(name), {}, money, FigureUnit::money, std::move(link)});
  };
  put("spent on campaigns in these days, pay left out", spent, on_campaigns_without_pay(spend));
  if (unplanned.minor == 0) return put("that less what was planned", spent - *planned.money, "");
  put("of that on campaigns of which nothing is planned in these days", unplanned, "");
  put("the rest less what was planned", spent - unplanned - *planned.money, "");
}

}  // namespace accord::roi
