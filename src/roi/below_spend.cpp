// SPDX-License-Identifier: Apache-2.0
// Campaigns of which no model says that they earned back what they cost.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "roi/roi_gaps.hpp"
#include "roi/roi_lag.hpp"
#include "roi/roi_lessons.hpp"
#include "roi/roi_words.hpp"
#include "roi/sharing.hpp"

namespace accord::roi {
namespace {

constexpr std::size_t models_count = choices_of<CreditModel>.size();

/// What one campaign has earned under each model, before rounding to minor units.
struct Margins {
  std::array<double, models_count> by_model{};
  bool is_known = true;  ///< the cost of goods of every order that it has a part in; else this is the most
  bool has_orders = false;
};
using MarginsByCampaign = std::map<std::int64_t, Margins>;

/// Under all models but Markov, which needs all journeys before it can share a single one.
std::vector<CreditModel> models_of_single_journeys() {
  std::vector<CreditModel> models;
  for (std::size_t i = 0; i < models_count; ++i) {
    if (static_cast<CreditModel>(i) != CreditModel::markov) models.push_back(static_cast<CreditModel>(i));
  }
  return models;
}

/// Adds what each campaign asked for has earned of one order under these models.
class Earnings {
 public:
  Earnings(const Question& question, const std::vector<CreditModel>& models, const Ledger& ledger)
      : own_models_(models) {
    for (const auto model : models) {
      CreditRules rules = question;
      rules.model = model;
      auto asked = question;
      asked.model = model;
      sharings_.emplace_back(rules,
                             model == CreditModel::markov ? ledger.effects_of_channels(asked) : nullptr);
    }
  }

  void add(const AskedJourney& journey, MarginsByCampaign& campaigns) {
    if (journey.order == nullptr || !has_any(journey.touches, campaigns)) return;
    const auto margin = margin_of(*journey.order) + static_cast<double>(journey.refunded_margin_minor);
    for (std::size_t model = 0; model < sharings_.size(); ++model) {
      const auto shares = sharings_[model].of({journey.touches, journey.marks});
      for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto found = campaigns.find(journey.touches.campaign(i));
        if (found == campaigns.end()) continue;
        found->second.by_model[static_cast<std::size_t>(own_models_[model])] += margin * shares[i];
        found->second.has_orders = true;
        found->second.is_known = found->second.is_known && journey.order->cost.has_value();
      }
    }
  }

 private:
  static bool has_any(const touchpoint::TouchColumns& touches, const MarginsByCampaign& campaigns) {
    for (std::size_t i = 0; i < touches.size(); ++i) {
      if (campaigns.contains(touches.campaign(i))) return true;
    }
    return false;
  }
  /// Where the cost of goods is not known: the most that it can be, for goods cost something.
  static double margin_of(const order::Order& order) {
    if (order.cost) return static_cast<double>(order.revenue.minor - order.cost->minor);
    return static_cast<double>(std::max<std::int64_t>(order.revenue.minor, 0));
  }

  std::vector<CreditModel> own_models_;
  std::vector<Sharing> sharings_;
};

void earn(const Read& read, const Question& question, const std::vector<CreditModel>& models,
          MarginsByCampaign& campaigns) {
  const auto own = funnel::currency_of(read);
  const auto all = ledger(read, question.currency_day);
  Earnings earnings(question, models, *all);
  for (const auto& part : all->parts(1)) {
    all->each_asked(part, question, [&](const AskedJourney& journey) {
      if (journey.order == nullptr || journey.order->revenue.currency == own)
        earnings.add(journey, campaigns);
    });
  }
}

/// Those that can still be below what they cost under every model.
void keep_below(MarginsByCampaign& campaigns, const std::map<std::int64_t, Cost>& costs) {
  std::erase_if(campaigns, [&](const auto& one) {
    const auto best = std::ranges::max(one.second.by_model);
    return best >= static_cast<double>(costs.at(one.first).minor);
  });
}

/// Where nothing was earned all are the same, and the agreed one says so.
CreditModel kindest(const Margins& margins, CreditModel agreed) {
  if (!margins.has_orders) return agreed;
  const auto best = std::ranges::max_element(margins.by_model);
  return static_cast<CreditModel>(best - margins.by_model.begin());
}

/// No model can be blamed, but the look-back can where orders usually take longer.
std::string beyond_in_words(const Read& read, const Question& question) {
  const auto lag_days = lags_until(read, question.until)->usual_days();
  const auto reach = longest_lookback_days(question);
  if (!lag_days || *lag_days <= reach) return "";
  return ", of orders within " + counted(reach, "day", "days") + "; nine in ten come within " +
         counted(*lag_days, "day", "days") + " of the first touchpoint";
}

std::string brought_in_words(const Read& read, const Margins& margins, std::int64_t best) {
  if (!margins.has_orders) return " and has a part in no order";
  return " and has brought a gross margin of " +
         accord::in_words(gap::rounded(Money{best, funnel::currency_of(read)})) +
         (margins.is_known ? " at best" : " at best, even if goods of unknown cost had cost nothing");
}

gap::Found below(const Read& read, Question question, std::int64_t campaign, const Cost& cost,
                 const Margins& margins) {
  const auto own = funnel::currency_of(read);
  question.by = Dimension::campaign;
  question.model = kindest(margins, question.model);
  const auto lines = lines_of(read, question);
  const auto line = lines->by_key.find(campaign);
  const auto exact = line == lines->by_key.end() ? 0 : line->second.margin;
  const auto best = margins.is_known ? exact : std::llround(std::ranges::max(margins.by_model));
  gap::Found found;
  auto& gap = found.gap;
  gap.code = campaign_below_spend.code;
  gap.about = std::to_string(campaign);
  gap.sentence = "“" + name_of_campaign(read, campaign) + "” cost " +
                 accord::in_words(gap::rounded(Money{cost.minor, own})) +
                 brought_in_words(read, margins, best) + ": no model says that it earned its money back" +
                 beyond_in_words(read, question);
  gap.stake_kind = gap::StakeKind::cash_spent;
  gap.stake.name = "Spent beyond what it brought";
  gap.stake.unit = FigureUnit::money;
  gap.stake.money = Money{cost.minor - best, own};
  gap.stake.formula =
      (margins.is_known
           ? "what was spent on it − the gross margin it is credited with under the kindest model: "
           : "what was spent on it − the most that it can have brought, where goods of unknown "
             "cost cost nothing, under the kindest model: ") +
      rules_in_words(read, question);
  gap.stake.inputs = {
      {"spent on it", {}, Money{cost.minor, own}, FigureUnit::money, spend_of_line(question, campaign)},
      {"gross margin at best", {}, Money{best, own}, FigureUnit::money, orders_of_line(question, campaign)}};
  gap.stake.as_of = read.as_of();
  gap.mover = cost.side == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
  gap.count = cost.entries;
  gap.evidence = page_of_line(question, campaign);
  gap.remedy =
      "Decide together whether it is repeated: change whom it reaches or what it costs, or say what else "
      "it is for.";
  found.parts.push_back({"campaign", campaign, cost.minor - best});
  return found;
}

/// What was spent, and mostly met, longer ago than any channel looks back, so that by the rules it can earn
/// hardly anything any more. Something of it was spent in the last twelve months; what it cost is all of the
/// question's days, since an invoice may come long after the orders that it paid for.
std::map<std::int64_t, Cost> matured(const Read& read, const Question& question, const Lessons& known,
                                     Day as_of) {
  const auto reach = static_cast<int>(longest_lookback_days(question));
  const Day since = add_months(as_of, -12) + 1;
  auto costs = cost_by_campaign(read, question.from, as_of);
  std::erase_if(costs, [&](const auto& one) {
    const auto& cost = one.second;
    return cost.last < since || cost.minor <= 0 || cost.without_rate > 0 ||
           done_by(one.first, cost, known) + reach >= as_of;
  });
  return costs;
}

/// What has a part in no order at all and is due as `spend_without_return` is told there, and not here.
void leave_to_without_return(const Lessons& known, std::int64_t lag_days, Day as_of,
                             std::map<std::int64_t, Cost>& costs) {
  std::erase_if(costs, [&](const auto& one) {
    const auto& [campaign, cost] = one;
    const bool is_waited_for = fruit_of(campaign, known) == Fruit::none &&
                               done_by(campaign, cost, known) + static_cast<int>(lag_days) >= as_of;
    return !known.credited.contains(campaign) && !is_waited_for;
  });
}

std::vector<gap::Found> find_below(const Read& read, Day as_of) {
  const auto known = lessons(read, as_of);
  if (!known->lag_days) return {};
  Question question;
  static_cast<CreditRules&>(question) = basis_on(read, as_of).rules;
  question.from = lags_from(as_of);
  question.until = as_of;
  auto costs = matured(read, question, *known, as_of);
  leave_to_without_return(*known, *known->lag_days, as_of, costs);
  MarginsByCampaign campaigns;
  for (const auto& [campaign, cost] : costs) campaigns.emplace(campaign, Margins{});
  if (!campaigns.empty()) earn(read, question, models_of_single_journeys(), campaigns);
  keep_below(campaigns, costs);
  if (!campaigns.empty()) earn(read, question, {CreditModel::markov}, campaigns);
  keep_below(campaigns, costs);
  std::vector<gap::Found> found;
  for (const auto& [campaign, margins] : campaigns) {
    auto one = below(read, question, campaign, costs.at(campaign), margins);
    one.gap.since =
        done_by(campaign, costs.at(campaign), *known) + static_cast<int>(longest_lookback_days(question));
    if (one.gap.stake.money->minor > 0) found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

const gap::Finder campaign_below_spend{
    "campaign_below_spend", "Campaigns of which no model says that they earned back what they cost.",
    find_below};

}  // namespace accord::roi
