// SPDX-License-Identifier: Apache-2.0
// How far credits could have come out otherwise. The rules of thumb draw single orders anew; Markov and
// Shapley draw journeys by the way they took. Of margins, leads, opportunities and new accounts every model
// draws single ones.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <thread>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "kernels/bootstrap.hpp"
#include "kernels/removal_effect.hpp"
#include "kernels/shapley.hpp"
#include "roi/roi_credit.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_paths.hpp"

namespace accord::roi {
namespace {

constexpr std::size_t rules = 7, most_resamples = 1'000, fewest_resamples = 200;
/// What all resamples of one method may take, in steps of about ten nanoseconds; said where it makes them
/// fewer.
constexpr std::uint64_t most_steps = 100'000'000;
/// Drawing one path anew takes about so many of them.
constexpr std::uint64_t steps_of_a_draw = 10;

std::size_t threads() { return std::max(1U, std::thread::hardware_concurrency()); }

/// None where so few are left that an interval would say nothing.
std::size_t resamples_for(std::uint64_t steps_each) {
  const auto affordable = most_steps / std::max<std::uint64_t>(steps_each, 1);
  return affordable < fewest_resamples ? 0 : std::min<std::uint64_t>(affordable, most_resamples);
}

/// Of each line, or of each rule: its interval, in orders and in minor units.
struct Drawn {
  std::vector<kernels::Interval> orders, minor;
  std::size_t resamples = 0;
  std::string why;
};

/// `numbers`: how many the measure gives, those of orders first and then those of minor units.
Drawn drawn(const kernels::Paths& paths, std::uint64_t steps_each, const kernels::PathMeasure& measure) {
  Drawn all;
  const auto resamples = resamples_for(steps_each);
  if (resamples == 0) {
    all.why = "The " + counted(static_cast<std::int64_t>(paths.size()), "way", "ways") +
              " that journeys took are too many to draw them anew " + std::to_string(fewest_resamples) +
              " times within a second. Ask for fewer days.";
    return all;
  }
  auto found = kernels::bootstrap_intervals(paths, measure, {.resamples = resamples, .threads = threads()});
  all.resamples = found.resamples;
  if (found.reason || found.resamples < fewest_resamples) {
    all.why = found.reason ? "It is not known, for " + *found.reason + "."
                           : "The model has an answer for too few of the journeys drawn anew.";
    return all;
  }
  const auto half = static_cast<std::ptrdiff_t>(found.intervals.size() / 2);
  all.orders.assign(found.intervals.begin(), found.intervals.begin() + half);
  all.minor.assign(found.intervals.begin() + half, found.intervals.end());
  return all;
}

std::vector<double> numbers_of(const std::vector<kernels::Credit>& credits) {
  std::vector<double> numbers;
  for (const auto& credit : credits) numbers.push_back(credit.conversions);
  for (const auto& credit : credits) numbers.push_back(credit.unrounded_minor);
  return numbers;
}

/// The order is asked of one thread, since the draws are spread over all of them.
std::vector<double> markov_numbers(const kernels::Paths& paths, std::size_t order) {
  const auto found = kernels::removal_effects(paths, {.order = order});
  if (found.reason || found.reason_no_value) return {};
  std::vector<kernels::Credit> credits;
  for (const auto& channel : found.channels) credits.push_back(channel.credit);
  return numbers_of(credits);
}

struct OfPopulation {
  Drawn markov, shapley, shapley_by_rate;

  const Drawn& of(ComparedModel model) const {
    if (model == ComparedModel::markov) return markov;
    return model == ComparedModel::shapley ? shapley : shapley_by_rate;
  }
};

/// What the rate game takes: each set of channels that converted is played with all its parts.
std::uint64_t steps_by_rate(const kernels::Paths& paths) {
  std::set<std::vector<std::uint32_t>> sets;
  for (std::size_t path = 0; path < paths.size(); ++path) {
    if (paths.outcome[path].conversions == 0) continue;
    const auto keys = paths.keys_of(path);
    std::vector<std::uint32_t> distinct(keys.begin(), keys.end());
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    sets.insert(std::move(distinct));
  }
  std::uint64_t steps = paths.keys << paths.keys;
  for (const auto& set : sets) steps += static_cast<std::uint64_t>(set.size()) << set.size();
  return steps;
}

OfPopulation of_population(const Read& read, const ModelsQuestion& asked) {
  const auto paths = paths_of(read, asked.question);
  const auto columns = paths->list.paths();
  const std::uint64_t reading = columns.size() * steps_of_a_draw + columns.touch_key.size();
  OfPopulation found;
  const auto once = kernels::removal_effects(columns, {.order = asked.markov_order, .threads = threads()});
  const std::uint64_t solving = once.states * columns.keys * (1 + once.sweeps);
  found.markov = drawn(columns, 4 * reading + solving,
                       [&](const kernels::Paths& some) { return markov_numbers(some, asked.markov_order); });
  found.shapley = drawn(columns, 2 * reading, [](const kernels::Paths& some) {
    return numbers_of(kernels::shapley_over_journeys(some));
  });
  if (columns.keys <= kernels::most_players_by_rate)
    found.shapley_by_rate =
        drawn(columns, 2 * reading + steps_by_rate(columns),
              [](const kernels::Paths& some) { return numbers_of(kernels::shapley_by_rate(some).credits); });
  return found;
}

/// What one line has of an order, or a lead, under each model.
constexpr std::size_t shared_models = 9;
struct Parts {
  std::array<double, shared_models> counts{}, minor{};
  bool is_order = true;  ///< what was wholly taken back is none; its money may still count on its day
  bool empty() const { return counts == Parts{}.counts && minor == Parts{}.minor; }
};

/// The models that share what is asked one by one.
std::size_t models_of(Compared of) { return is_of_populations(of) ? rules : shared_models; }

Question under(Question question, std::size_t model) {
  question.model = static_cast<CreditModel>(model);
  return question;
}

/// Of all orders that touchpoints explain, in the order of the ledger; where new accounts are asked, of those
/// that were an account's first.
std::vector<Parts> parts_of_orders(const Read& read, const ModelsQuestion& asked, Key key) {
  std::vector<Parts> all;
  kernels::ExactShares exact;
  const Keys keys(read, asked.question.by);
  const auto own = funnel::currency_of(read);
  const auto orders = ledger(read, asked.question.currency_day);
  for (std::size_t model = 0; model < models_of(asked.of); ++model) {
    const auto question = under(asked.question, model);
    std::size_t at = 0;
    std::map<const order::Order*, std::size_t> of_account;  // where those of the account at hand are drawn
    std::int64_t account = 0;
    orders->each(question, [&](const Journey& journey) {
      if (journey.touches.empty() || journey.order->revenue.currency != own) return;
      if (asked.of == Compared::new_accounts && !newcomer_of(orders->orders(), *journey.order, question, own))
        return;
      // A refund is drawn with the order that it takes back.
      if (account != journey.order->account) of_account.clear();
      account = journey.order->account;
      const auto drawn = of_account.find(journey.takes_back);
      const bool is_with_it = drawn != of_account.end();
      if (!is_with_it) {
        if (at == all.size()) all.emplace_back();
        of_account[journey.order] = at++;
      }
      auto& parts = all[is_with_it ? drawn->second : at - 1];
      if (!is_with_it) parts.is_order = !journey.order->is_taken_back;
      exact.take(journey.shares);
      const auto& order = *journey.order;
      const auto amounts = asked.of == Compared::gross_margin
                               ? exact.split_after(order.left_margin_minor, margin_of(order))
                               : exact.split_after(order.left_minor, order.revenue.minor);
      for (std::size_t i = 0; i < journey.touches.size(); ++i) {
        if (keys.of(journey.touches, i) != key) continue;
        if (journey.order->is_order()) parts.counts[model] += journey.shares[i];
        parts.minor[model] += static_cast<double>(amounts[i]);
      }
    });
  }
  return all;
}

/// Of all leads that touchpoints led to, or of those that have become opportunities.
class PartsOfLeads {
 public:
  PartsOfLeads(const Read& read, const ModelsQuestion& asked, Key key)
      : read_(read),
        asked_(asked),
        key_(key),
        keys_(read, asked.question.by),
        inquiries_(inquiries(read)),
        ledger_(ledger(read, asked.question.currency_day)) {}

  std::vector<Parts> found() {
    const auto older = older_part(read_, ledger_->touches(), asked_.question.currency_day);
    add(older, [&](const Led& led) { return !ledger_->touches().is_changed(led.inquiry->account); });
    add(ledger_->newer(), [](const Led&) { return true; });
    return std::move(parts_);
  }

 private:
  template <class IsAsked>
  void add(const Ledger::Part& part, const IsAsked& is_asked) {
    const auto matches = matches_of_leads(part, asked_.question, *inquiries_);
    const auto begun = parts_.size();
    for (std::size_t model = 0; model < shared_models; ++model) {
      auto at = begun;
      each_led(*ledger_, part, matches, under(asked_.question, model), *inquiries_, Ledger::Shares::asked,
               [&](const Led& led) {
                 if (!is_asked(led)) return;
                 if (asked_.of == Compared::opportunities && led.inquiry->phase == funnel::Phase::lead)
                   return;
                 if (at == parts_.size()) parts_.emplace_back();
                 add(led, parts_[at++].counts[model]);
               });
    }
  }

  void add(const Led& led, double& count) const {
    for (std::size_t i = 0; i < led.touches.size(); ++i) {
      if (keys_.of(led.touches, i) == key_) count += led.shares[i];
    }
  }

  const Read& read_;
  ModelsQuestion asked_;
  Key key_;
  Keys keys_;
  std::shared_ptr<const Inquiries> inquiries_;
  std::shared_ptr<const Ledger> ledger_;
  std::vector<Parts> parts_;
};

std::vector<Parts> parts_of(const Read& read, const ModelsQuestion& asked, Key key) {
  const bool is_of_leads = asked.of == Compared::leads || asked.of == Compared::opportunities;
  return is_of_leads ? PartsOfLeads(read, asked, key).found() : parts_of_orders(read, asked, key);
}

/// What is drawn from besides: of leads those that no touchpoint explains, else journeys without an order.
std::uint64_t others_of(const Comparison& comparison) { return comparison.journeys - comparison.conversions; }

/// Each order, or lead, that the line has a part in is a path of its own, and all others are one more: so
/// orders of the same way keep what they differ by.
Drawn of_singles(const Read& read, const ModelsQuestion& asked, Key key) {
  auto parts = parts_of(read, asked, key);
  std::erase_if(parts, [](const Parts& one) { return !one.is_order && one.empty(); });
  const auto explained = parts.size();
  std::erase_if(parts, [](const Parts& one) { return one.empty(); });
  kernels::PathList list;
  list.keys = 1;
  const auto add = [&](const kernels::PathOutcome& outcome) {
    list.touch_key.push_back(0);
    list.touches_from.push_back(list.touch_key.size());
    list.outcome.push_back(outcome);
  };
  for (std::size_t i = 0; i < parts.size(); ++i) add({1, 0, 0});
  add({explained - parts.size(), 0, others_of(*comparison_of(read, asked))});
  const auto models = models_of(asked.of);
  return drawn(list.paths(), parts.size() * (steps_of_a_draw + models), [&](const kernels::Paths& some) {
    std::vector<double> numbers(2 * models);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto times = static_cast<double>(some.outcome[i].conversions);
      if (times == 0) continue;
      for (std::size_t model = 0; model < models; ++model) {
        numbers[model] += times * parts[i].counts[model];
        numbers[models + model] += times * parts[i].minor[model];
      }
    }
    return numbers;
  });
}

CreditInterval interval_at(ComparedModel model, const Drawn& drawn, std::size_t place,
                           const ModelsQuestion& asked, Currency own) {
  CreditInterval interval;
  interval.model = model;
  interval.resamples = static_cast<std::int64_t>(drawn.resamples);
  interval.why = drawn.why;
  if (!drawn.why.empty()) return interval;
  if (!is_money(asked.of)) {
    interval.from_orders = drawn.orders.at(place).from;
    interval.to_orders = drawn.orders.at(place).to;
  } else {
    interval.from = Money{std::llround(drawn.minor.at(place).from), own};
    interval.to = Money{std::llround(drawn.minor.at(place).to), own};
  }
  return interval;
}

CreditInterval without(ComparedModel model, std::string why) {
  CreditInterval interval;
  interval.model = model;
  interval.why = std::move(why);
  return interval;
}

}  // namespace

std::vector<CreditInterval> intervals_of(const Read& read, const ModelsQuestion& asked, Key key) {
  std::vector<CreditInterval> all;
  const auto own = funnel::currency_of(read);
  const auto comparison = comparison_of(read, asked);
  const auto suffix = journeys_key(asked.question) + " " + std::to_string(asked.question.half_life_days) +
                      " " + std::to_string(asked.markov_order);
  const bool has_population = is_of_populations(asked.of);
  const auto population = has_population ? read.kept<OfPopulation>("roi intervals" + suffix,
                                                                   [&] { return of_population(read, asked); })
                                         : nullptr;
  const auto of_line =
      read.kept<Drawn>("roi line intervals" + suffix + " " + std::to_string(key) +
                           (has_population ? "" : " " + std::string(accord::name_of(asked.of))),
                       [&] { return of_singles(read, asked, key); });
  const auto place = has_population ? paths_of(read, asked.question)->place_of(key) : std::nullopt;
  for (const auto& column : comparison->columns) {
    const auto& why = column.why_not(asked.of, key);
    const auto model = static_cast<std::size_t>(column.model);
    if (!why.empty()) {
      all.push_back(without(column.model, why));
    } else if (model < models_of(asked.of)) {
      all.push_back(interval_at(column.model, *of_line, model, asked, own));
    } else if (place) {
      all.push_back(interval_at(column.model, population->of(column.model), *place, asked, own));
    } else {
      all.push_back(without(column.model, "No journey of these days came by it."));
    }
  }
  return all;
}

}  // namespace accord::roi
