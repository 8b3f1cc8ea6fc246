// SPDX-License-Identifier: Apache-2.0
// How far credits could have come out otherwise. The rules of thumb draw single orders anew; Markov and
// Shapley draw journeys by the way they took.
#include <algorithm>
#include <cmath>
#include <thread>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "kernels/bootstrap.hpp"
#include "kernels/removal_effect.hpp"
#include "kernels/shapley.hpp"
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
  Drawn markov, shapley;
};

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
  return found;
}

/// What one line has of each order, under each rule.
struct Parts {
  std::array<double, rules> orders{}, minor{};
  bool empty() const { return orders == std::array<double, rules>{} && minor == std::array<double, rules>{}; }
};

/// Of all orders that touchpoints explain, in the order of the ledger.
std::vector<Parts> parts_of_orders(const Read& read, const Question& question, Key key) {
  std::vector<Parts> all;
  kernels::ExactShares exact;
  const Keys keys(read, question.by);
  const auto own = funnel::currency_of(read);
  for (std::size_t rule = 0; rule < rules; ++rule) {
    auto asked = question;
    asked.model = static_cast<CreditModel>(rule);
    std::size_t at = 0;
    const order::Order* before = nullptr;
    ledger(read, question.currency_day)->each(asked, [&](const Journey& journey) {
      if (journey.touches.empty() || journey.order->revenue.currency != own) return;
      // A refund is drawn with the order that it takes back.
      const bool is_with_it = journey.takes_back != nullptr && journey.takes_back == before;
      if (!is_with_it) {
        if (at == all.size()) all.emplace_back();
        ++at;
        before = journey.order;
      }
      auto& parts = all[at - 1];
      exact.take(journey.shares);
      const auto amounts = exact.split(journey.order->revenue.minor);
      for (std::size_t i = 0; i < journey.touches.size(); ++i) {
        if (keys.of(journey.touches, i) != key) continue;
        if (!journey.order->is_refund) parts.orders[rule] += journey.shares[i];
        parts.minor[rule] += static_cast<double>(amounts[i]);
      }
    });
  }
  return all;
}

/// Each order that the line has a part in is a path of its own, and all other journeys are one more: so
/// orders of the same way keep what they differ by.
Drawn of_rules(const Read& read, const ModelsQuestion& asked, Key key) {
  auto parts = parts_of_orders(read, asked.question, key);
  const auto orders = parts.size();
  std::erase_if(parts, [](const Parts& one) { return one.empty(); });
  kernels::PathList list;
  list.keys = 1;
  const auto add = [&](const kernels::PathOutcome& outcome) {
    list.touch_key.push_back(0);
    list.touches_from.push_back(list.touch_key.size());
    list.outcome.push_back(outcome);
  };
  for (std::size_t i = 0; i < parts.size(); ++i) add({1, 0, 0});
  const auto comparison = comparison_of(read, asked);
  add({orders - parts.size(), 0, comparison->journeys - comparison->conversions});
  return drawn(list.paths(), parts.size() * (steps_of_a_draw + rules), [&](const kernels::Paths& some) {
    std::vector<double> numbers(2 * rules);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto times = static_cast<double>(some.outcome[i].conversions);
      if (times == 0) continue;
      for (std::size_t rule = 0; rule < rules; ++rule) {
        numbers[rule] += times * parts[i].orders[rule];
        numbers[rules + rule] += times * parts[i].minor[rule];
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
  if (asked.of == Compared::orders) {
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
  const auto population =
      read.kept<OfPopulation>("roi intervals" + suffix, [&] { return of_population(read, asked); });
  const auto of_line = read.kept<Drawn>("roi line intervals" + suffix + " " + std::to_string(key),
                                        [&] { return of_rules(read, asked, key); });
  const auto place = paths_of(read, asked.question)->place_of(key);
  for (const auto& column : comparison->columns) {
    const bool is_rule = column.model < ComparedModel::markov;
    const auto& why = column.why_not(asked.of);
    if (!why.empty()) {
      all.push_back(without(column.model, why));
    } else if (is_rule) {
      all.push_back(interval_at(column.model, *of_line, static_cast<std::size_t>(column.model), asked, own));
    } else if (place) {
      const auto& drawn = column.model == ComparedModel::markov ? population->markov : population->shapley;
      all.push_back(interval_at(column.model, drawn, *place, asked, own));
    } else {
      all.push_back(without(column.model, "No journey of these days came by it."));
    }
  }
  return all;
}

}  // namespace accord::roi
