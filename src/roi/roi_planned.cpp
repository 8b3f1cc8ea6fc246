// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_planned.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "campaign_plan/campaign_plan.hpp"
#include "db/counts_as.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"

namespace accord::roi {
namespace {

/// Money that is spread evenly over the days from the first to the last; of
/// these some may not count.
struct Spread {
  std::int64_t minor = 0;
  Day from, until;
  Day counts_from{std::numeric_limits<std::int32_t>::min()},
      counts_until{std::numeric_limits<std::int32_t>::max()};
  std::string said_by{}, link{};  ///< the version of a plan; of a budget empty

  /// What of it falls into the days up to this one, rounded half up;
  /// differences of it sum to all of it.
  std::int64_t until_day(Day day) const {
    const std::int64_t days = until - from + 1;
    const std::int64_t past = std::clamp<std::int64_t>(day - from + 1, 0, days);
    const auto share = static_cast<Sums::Wide>(minor) * past * 2 + days;
    return static_cast<std::int64_t>(share / (2 * days));
  }
  std::int64_t between(Day first, Day last) const {
    first = std::max({first, from, counts_from});
    last = std::min({last, until, counts_until});
    return first > last ? 0 : until_day(last) - until_day(first - 1);
  }
};

std::int64_t between(const std::vector<Spread>& spreads, Day from, Day until) {
  std::int64_t minor = 0;
  for (const auto& spread : spreads) minor += spread.between(from, until);
  return minor;
}

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

/// What the signed plans of one territory say of a campaign, and of which days
/// they speak.
struct Signed {
  std::vector<Spread> spreads;
  std::vector<std::pair<Day, Day>> days;
};

/// What signed plans say that campaigns cost in a territory, 0 for the company;
/// of the versions that speak of the same days, the newest.
class SignedPlans {
 public:
  SignedPlans(const Read& read, Currency own) {
    std::map<std::pair<std::int64_t, Day>, agreement::Term> newest;  // by territory and the plan's first day
    const auto campaigns = counts_as(read, "campaign");
    for (auto& term : agreement::terms_of(read, campaign_plan::plan_kind.name)) {
      if (!term.is_signed) continue;
      const auto body = from_json<campaign_plan::CampaignPlan>(parse_json(term.version.body.text));
      const auto territory = term.territory ? term.territory->number : 0;
      auto [place, is_new] = newest.try_emplace({territory, body.starts_on}, term);
      if (!is_new && place->second.version.number < term.version.number) place->second = std::move(term);
    }
    for (const auto& [where, term] : newest) {
      const auto body = from_json<campaign_plan::CampaignPlan>(parse_json(term.version.body.text));
      for (const auto& clause : body.campaigns) {
        auto& said = by_campaign_[campaigns->of(clause.campaign.number)][where.first];
        const auto begun = said.spreads.size();
        add(said, body, clause, own);
        for (auto i = begun; i < said.spreads.size(); ++i) {
          said.spreads[i].said_by = term.name;
          said.spreads[i].link = term.link;
        }
      }
    }
  }

  const std::map<std::int64_t, std::map<Key, Signed>>& all() const { return by_campaign_; }
  /// By territory; nothing where no plan names the campaign.
  const std::map<Key, Signed>& of(std::int64_t campaign) const {
    static const std::map<Key, Signed> none;
    const auto found = by_campaign_.find(campaign);
    return found == by_campaign_.end() ? none : found->second;
  }

 private:
  /// Month by month where the plan says that, else evenly.
  static void add(Signed& said, const campaign_plan::CampaignPlan& plan,
                  const campaign_plan::PlannedCampaign& clause, Currency own) {
    auto& spreads = said.spreads;
    said.days.emplace_back(plan.starts_on, plan.ends_on);
    const Day from = clause.starts_on.value_or(plan.starts_on), until = clause.ends_on.value_or(plan.ends_on);
    if (clause.planned.currency != own) return;
    const auto put = [&](std::int64_t minor, Day first, Day last) {
      auto& spread = spreads.emplace_back();
      spread.minor = minor;
      spread.from = first;
      spread.until = last;
    };
    if (clause.months.empty()) return put(clause.planned.minor, from, until);
    for (const auto& month : clause.months)
      put(month.planned.minor, std::max(from, month.month), std::min(until, add_months(month.month, 1) - 1));
  }

  std::map<std::int64_t, std::map<Key, Signed>> by_campaign_;
};

/// What a line's planned spend is made of, piece by piece.
class Pieces {
 public:
  Pieces(Key wanted, Currency own) : wanted_(wanted), own_(own) {}

  void add(Key line, const campaign::Campaign& campaign, const std::vector<Spread>& spreads, Period days) {
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
      row.is_budget = spread.link.empty();
      row.said_by = row.is_budget ? "Its budget" : spread.said_by;
      row.link = row.is_budget ? "/campaigns/" + std::to_string(campaign.id.number) : spread.link;
    }
  }
  /// Of what runs everywhere, the part that territories have by plans of their own.
  void take_off(Key line, const campaign::Campaign& campaign, std::int64_t minor, Period days) {
    if (line != wanted_ || minor == 0) return;
    auto& row = begun(campaign, -minor);
    row.whole = row.planned;
    row.from_day = row.counts_from = days.from;
    row.until_day = row.counts_until = days.until;
    row.said_by = "Less what territories have by plans of their own";
    row.link = "/campaigns/" + std::to_string(campaign.id.number) + "/plan";
  }
  std::vector<PlannedPart> taken() { return std::move(rows_); }

 private:
  PlannedPart& begun(const campaign::Campaign& campaign, std::int64_t minor) {
    auto& row = rows_.emplace_back();
    row.id = {std::ssize(rows_)};
    row.campaign = campaign.id;
    row.name = campaign.name;
    row.planned = {minor, own_};
    return row;
  }

  Key wanted_;
  Currency own_;
  std::vector<PlannedPart> rows_;
};

class Plan {
 public:
  /// `pieces` may be nothing.
  Plan(const Read& read, const Question& question, Currency own, Lines& lines, Pieces* pieces)
      : question_(question), plans_(read, own), lines_(lines), pieces_(pieces) {
    for (const auto& [campaign, said] : plans_.all()) {
      for (const auto& [territory, plan] : said) {
        auto [below, is_new] = below_.try_emplace(territory);
        if (is_new) below->second = with_those_below(read, Dimension::territory, territory);
      }
    }
    for (std::size_t i = 0; i < question.only.size(); ++i) {
      const auto by = static_cast<Dimension>(i);
      if (question.only[i]) only_.emplace_back(by, with_those_below(read, by, *question.only[i]));
    }
  }

  const SignedPlans& plans() const { return plans_; }

  /// Whether it can be told what of it falls into which days does not change to
  /// which lines it belongs.
  void leave_out(const campaign::Campaign& campaign) {
    if (kept(campaign) == How::not_at_all) return;
    ++lines_.booked.plans_left_out;
    for (const auto key : keys_of(question_.by, campaign)) ++lines_.by_key[key].plans_left_out;
  }

  /// Where signed plans hold wherever it runs, what they say of their days
  /// counts, and the budget of the others.
  bool is_said_by_plans(const campaign::Campaign& campaign) const {
    const auto& said = plans_.of(campaign.id.number);
    if (said.contains(0)) return true;
    const auto is_held = [&](Id<territory::Territory> territory) {
      return std::ranges::any_of(said, [&](const auto& one) {
        return std::ranges::find(below_.at(one.first), territory.number) != below_.at(one.first).end();
      });
    };
    return !campaign.territories.empty() && std::ranges::all_of(campaign.territories, is_held);
  }

  /// The budget of one that counts as another is beside that one's; what plans
  /// say of both is said once.
  void add(const campaign::Campaign& campaign, const std::optional<Spread>& budget) {
    const auto how = kept(campaign);
    if (how == How::not_at_all) return;
    const bool is_first = !added_.contains(campaign.id.number);
    const Counted counted{parts_of(campaign, budget, is_first), budget};
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
    std::vector<Spread> parts;
    std::optional<Spread> budget;

    std::int64_t planned(Period days) const { return between(parts, days.from, days.until); }
    std::int64_t budgeted(Period days) const { return budget ? budget->between(days.from, days.until) : 0; }
    bool has_budget_in(Period days) const {
      return budget && budget->from <= days.until && days.from <= budget->until;
    }
    /// Of those asked for the ones that anything of it falls into.
    Period days(const Question& question) const {
      Period days{question.until + 1, question.from - 1};
      const auto widen = [&](const Spread& spread) {
        days.from = std::min(days.from, spread.from);
        days.until = std::max(days.until, spread.until);
      };
      for (const auto& part : parts) widen(part);
      if (budget) widen(*budget);
      return {std::max(days.from, question.from), std::min(days.until, question.until)};
    }
  };

  std::vector<Spread> parts_of(const campaign::Campaign& campaign, const std::optional<Spread>& budget,
                               bool is_first) const {
    if (budget && !is_said_by_plans(campaign)) return {*budget};
    std::vector<Spread> parts;
    std::vector<std::pair<Day, Day>> days;
    for (const auto& [territory, said] : plans_.of(campaign.id.number)) {
      if (is_first) parts.insert(parts.end(), said.spreads.begin(), said.spreads.end());
      days.insert(days.end(), said.days.begin(), said.days.end());
    }
    if (!budget) return parts;
    std::ranges::sort(days);
    Day next = budget->from;
    const auto add_until = [&](Day until) {
      if (next > until) return;
      parts.push_back(*budget);
      parts.back().counts_from = next;
      parts.back().counts_until = until;
    };
    for (const auto& [from, until] : days) {
      add_until(std::min(from - 1, budget->until));
      next = std::max(next, until + 1);
    }
    add_until(budget->until);
    return parts;
  }

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
    const auto& signed_plans = plans_.of(campaign.id.number);
    const bool is_everywhere = keys.front() == 0;
    std::int64_t said = 0;
    for (const auto& [territory, plan] : signed_plans) {
      const bool is_its_own = is_everywhere || std::ranges::find(keys, territory) != keys.end();
      if (territory == 0 || !is_its_own) continue;
      const auto minor = between(plan.spreads, days.from, days.until);
      if (minor == 0) continue;
      lines_.by_key[territory].planned += minor;
      lines_.by_key[territory].planned_by_plans += minor;
      if (pieces_ != nullptr) pieces_->add(territory, campaign, plan.spreads, days);
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
      if (!signed_plans.contains(key)) ++lines_.by_key[key].plans_undivided;
    }
  }

  void put(Key line, const campaign::Campaign& campaign, const Counted& counted, Period days) {
    auto& sums = line == everything ? lines_.booked : lines_.by_key[line];
    if (pieces_ != nullptr) pieces_->add(line, campaign, counted.parts, days);
    sums.planned += counted.planned(days);
    sums.planned_by_plans += counted.planned(days) - counted.budgeted(days);
    if (counted.has_budget_in(days)) ++sums.plans;
  }

  const Question& question_;
  SignedPlans plans_;
  Lines& lines_;
  Pieces* pieces_;
  std::vector<std::pair<Dimension, std::vector<Key>>> only_;
  std::map<Key, std::vector<Key>> below_;  ///< of the territories with a plan, itself among them
  std::set<std::int64_t> added_;
};

/// Campaigns that no budget is on record of, and signed plans name.
void add_without_budget(const Read& read, const std::vector<campaign::Campaign>& with_budget, Plan& plan) {
  for (const auto& [number, said] : plan.plans().all()) {
    const auto has_budget =
        std::ranges::any_of(with_budget, [&](const auto& one) { return one.id.number == number; });
    const auto campaign =
        has_budget ? std::nullopt : campaign::find_visible(read, Id<campaign::Campaign>{number});
    if (campaign) plan.add(*campaign, std::nullopt);
  }
}

void add_all(const Read& read, const Question& question, Currency own, Lines& lines, Pieces* pieces) {
  const auto rates = exchange_rate::rates(read);
  Plan plan(read, question, own, lines, pieces);
  const auto all = with_a_budget(read);
  for (const auto& campaign : all) {
    const bool has_days = campaign.starts_on && campaign.ends_on && *campaign.starts_on <= *campaign.ends_on;
    const auto budget = has_days ? rates->converted(*campaign.budget, *campaign.starts_on) : std::nullopt;
    const bool is_own = budget ? budget->currency == own : has_days && campaign.budget->currency == own;
    if (is_own) {
      Spread spread;
      spread.minor = budget ? budget->minor : campaign.budget->minor;
      spread.from = *campaign.starts_on;
      spread.until = *campaign.ends_on;
      plan.add(campaign, spread);
    } else if (plan.is_said_by_plans(campaign)) {
      plan.add(campaign, std::nullopt);
    } else {
      const bool is_over = campaign.ends_on && *campaign.ends_on < question.from;
      const bool is_to_come = campaign.starts_on && *campaign.starts_on > question.until;
      if (!is_over && !is_to_come) plan.leave_out(campaign);
    }
  }
  add_without_budget(read, all, plan);
}

}  // namespace

bool is_planned_by(Dimension by) { return by != Dimension::salesperson; }

void add_planned(const Read& read, const Question& question, Currency own, Lines& lines) {
  add_all(read, question, own, lines, nullptr);
}

std::vector<PlannedPart> planned_parts(const Read& read, const Question& question, Key key) {
  const auto own = funnel::currency_of(read);
  Lines lines;
  Pieces pieces(key, own);
  add_all(read, question, own, lines, &pieces);
  return pieces.taken();
}

}  // namespace accord::roi
