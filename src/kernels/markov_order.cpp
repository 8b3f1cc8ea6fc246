// SPDX-License-Identifier: Apache-2.0
#include "kernels/markov_order.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <functional>
#include <thread>
#include <vector>

#include "kernels/numbering.hpp"

namespace accord::kernels {
namespace {

constexpr int bits_of_key = 16;
constexpr std::uint32_t converted = most_markov_keys, not_converted = most_markov_keys + 1;

/// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014.
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
  }

 private:
  std::uint64_t state_;
};

/// How many of these journeys are held out: each with a chance of a quarter, 64 at a time. Of so many that
/// chance hardly matters, a quarter.
std::uint64_t draw(std::uint64_t journeys, SplitMix& random) {
  constexpr std::uint64_t most_drawn = std::uint64_t{1} << 26;
  if (journeys > most_drawn) return journeys / 4;
  std::uint64_t drawn = 0;
  for (; journeys > 0; journeys -= std::min<std::uint64_t>(journeys, 64)) {
    const std::uint64_t chosen = random.next() & random.next();
    drawn += static_cast<std::uint64_t>(
        std::popcount(journeys >= 64 ? chosen : chosen & ((1ULL << journeys) - 1)));
  }
  return drawn;
}

/// The journeys of one path that are held out.
PathOutcome held_out_of(std::span<const std::uint32_t> keys, const PathOutcome& outcome) {
  std::uint64_t seed = keys.size();
  for (const auto key : keys) seed = SplitMix(seed ^ key).next();
  SplitMix random(seed);
  const auto conversions = draw(outcome.conversions, random);
  return {conversions, 0, draw(outcome.not_converted, random)};
}

/// What came next after the same past, for one number of keys that is remembered.
class Continuations {
 public:
  void add(std::uint64_t past, std::uint32_t next, std::uint64_t journeys) {
    const auto place = pasts_.number_of(past);
    if (place == seen_.size()) seen_.emplace_back();
    const auto step = steps_.number_of(std::uint64_t{place} << 32 | next);
    if (step == count_.size()) {
      count_.push_back(0);
      ++seen_[place].kinds;
    }
    count_[step] += static_cast<double>(journeys);
    seen_[place].count += static_cast<double>(journeys);
  }

  /// `in_general`: whatever the past.
  double probability(std::uint64_t past, std::uint32_t next, double in_general) const {
    const auto place = pasts_.find(past);
    if (place == Numbering::none) return in_general;
    const auto step = steps_.find(std::uint64_t{place} << 32 | next);
    const double count = step == Numbering::none ? 0 : count_[step];
    return (count + seen_[place].kinds * in_general) / (seen_[place].count + seen_[place].kinds);
  }

 private:
  struct Seen {
    double count = 0, kinds = 0;
  };
  Numbering pasts_, steps_;
  std::vector<Seen> seen_;
  std::vector<double> count_;
};

using LogLikelihoods = std::array<double, highest_order>;

/// Every order, and order 0, which knows no past.
class Orders {
 public:
  explicit Orders(std::size_t keys) : alike_(1 / static_cast<double>(keys + 2)) {}

  /// One order, which learns by itself: several may at once.
  void learn(std::size_t order, std::span<const std::uint32_t> keys, std::uint32_t end,
             std::uint64_t journeys) {
    if (journeys == 0) return;
    const auto begin = order == 0 ? 0 : order - 1;
    for (std::size_t at = begin; at <= keys.size(); ++at) {
      const auto next = at < keys.size() ? keys[at] : end;
      continuations_[order].add(past_of(keys, at, order), next, journeys);
    }
  }

  LogLikelihoods log_likelihoods(std::span<const std::uint32_t> keys, std::uint32_t end) const {
    LogLikelihoods sums{};
    for (std::size_t at = 0; at <= keys.size(); ++at) {
      const auto next = at < keys.size() ? keys[at] : end;
      const double in_general = continuations_[0].probability(0, next, alike_);
      for (std::size_t order = 1; order <= highest_order; ++order) {
        const auto known = std::min(order, highest_order_at(at));
        sums[order - 1] +=
            std::log(continuations_[known].probability(past_of(keys, at, known), next, in_general));
      }
    }
    return sums;
  }

 private:
  /// One touch more than there were tells that the journey began with them; beyond that there is nothing.
  static std::size_t highest_order_at(std::size_t at) { return std::min(at + 1, highest_order); }

  static std::uint64_t past_of(std::span<const std::uint32_t> keys, std::size_t at, std::size_t order) {
    std::uint64_t past = 0;
    for (std::size_t i = at - std::min(at, order); i < at; ++i) past = past << bits_of_key | (keys[i] + 1);
    return past;
  }

  double alike_;
  std::array<Continuations, highest_order + 1> continuations_;
};

/// Sums over the journeys held out.
struct Sums {
  LogLikelihoods sum{};
  std::array<LogLikelihoods, highest_order> squared_difference{};

  void add(const LogLikelihoods& journey, std::uint64_t journeys) {
    const auto times = static_cast<double>(journeys);
    for (std::size_t i = 0; i < highest_order; ++i) {
      sum[i] += times * journey[i];
      for (std::size_t j = 0; j < highest_order; ++j) {
        squared_difference[i][j] += times * (journey[i] - journey[j]) * (journey[i] - journey[j]);
      }
    }
  }
};

void set_fits(MarkovOrder& answer, const Sums& sums, std::size_t best) {
  const auto journeys = static_cast<double>(answer.journeys_held_out);
  for (std::size_t i = 0; i < highest_order; ++i) {
    auto& fit = answer.fits[i];
    fit.log_likelihood_per_step = sums.sum[i] / static_cast<double>(answer.steps_held_out);
    fit.behind_best = (sums.sum[best] - sums.sum[i]) / journeys;
    const double variance = sums.squared_difference[i][best] / journeys - fit.behind_best * fit.behind_best;
    fit.standard_error = std::sqrt(std::max(variance, 0.0) / journeys);
  }
}

void pick(MarkovOrder& answer, std::size_t best) {
  std::size_t picked = 0;
  while (answer.fits[picked].behind_best > answer.fits[picked].standard_error) ++picked;
  answer.order = picked + 1;
  const std::string held_out = std::to_string(answer.journeys_held_out) + " journeys held out";
  answer.why = picked == best ? "order " + std::to_string(best + 1) + " foretells the " + held_out + " best"
                              : "order " + std::to_string(best + 1) + " foretells the " + held_out +
                                    " best, but order " + std::to_string(picked + 1) +
                                    ", which is simpler, is behind it by no more than one standard error";
}

/// Whether each path stands once and sorted, as `PathGroups` leaves them.
bool is_grouped(const Paths& paths) {
  for (std::size_t path = 1; path < paths.size(); ++path) {
    if (!std::ranges::lexicographical_compare(paths.keys_of(path - 1), paths.keys_of(path))) return false;
  }
  return true;
}

PathList grouped(const Paths& paths) {
  PathGroups groups;
  for (std::size_t path = 0; path < paths.size(); ++path)
    groups.add(paths.keys_of(path), paths.outcome[path]);
  return groups.sorted(paths.keys);
}

/// The journeys that are held out, by path.
std::vector<PathOutcome> hold_out(const Paths& paths, MarkovOrder& answer) {
  std::vector<PathOutcome> held_out;
  held_out.reserve(paths.size());
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto keys = paths.keys_of(path);
    const auto& all = paths.outcome[path];
    const auto& out = held_out.emplace_back(held_out_of(keys, all));
    const auto journeys = out.conversions + out.not_converted;
    answer.journeys_fitted += all.conversions + all.not_converted - journeys;
    answer.journeys_held_out += journeys;
    answer.conversions_held_out += out.conversions;
    answer.steps_held_out += journeys * (keys.size() + 1);
  }
  return held_out;
}

/// Calls with each number below `count`, the greatest first, in so many threads.
void in_threads(std::size_t threads, std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> taken = 0;
  const auto take = [&] {
    for (std::size_t i = taken++; i < count; i = taken++) work(count - 1 - i);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(threads, count); ++i) others.emplace_back(take);
  take();
}

/// Orders learn from the journeys that are not held out; the highest, which learns most, begins.
void learn(Orders& orders, const Paths& paths, std::span<const PathOutcome> held_out, std::size_t threads) {
  in_threads(threads, highest_order + 1, [&](std::size_t order) {
    for (std::size_t path = 0; path < paths.size(); ++path) {
      const auto keys = paths.keys_of(path);
      const auto& all = paths.outcome[path];
      const auto& out = held_out[path];
      orders.learn(order, keys, converted, all.conversions - out.conversions);
      orders.learn(order, keys, not_converted, all.not_converted - out.not_converted);
    }
  });
}

/// Likelihoods are worked out in threads, some paths at a time, and added in the order of the paths.
Sums judge(const Orders& orders, const Paths& paths, std::span<const PathOutcome> held_out,
           std::size_t threads) {
  constexpr std::size_t paths_at_a_time = 1 << 18, paths_each = 1 << 12;
  struct Judged {
    LogLikelihoods converted{}, not_converted{};
  };
  std::vector<Judged> judged(std::min(paths.size(), paths_at_a_time));
  Sums sums;
  for (std::size_t begin = 0; begin < paths.size(); begin += paths_at_a_time) {
    const auto count = std::min(paths.size() - begin, paths_at_a_time);
    in_threads(threads, (count + paths_each - 1) / paths_each, [&](std::size_t some) {
      for (std::size_t i = some * paths_each; i < std::min((some + 1) * paths_each, count); ++i) {
        const auto keys = paths.keys_of(begin + i);
        const auto& out = held_out[begin + i];
        if (out.conversions != 0) judged[i].converted = orders.log_likelihoods(keys, converted);
        if (out.not_converted != 0) judged[i].not_converted = orders.log_likelihoods(keys, not_converted);
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      const auto& out = held_out[begin + i];
      if (out.conversions != 0) sums.add(judged[i].converted, out.conversions);
      if (out.not_converted != 0) sums.add(judged[i].not_converted, out.not_converted);
    }
  }
  return sums;
}

bool has_enough(const MarkovOrder& answer) {
  return answer.journeys_held_out >= fewest_journeys_held_out &&
         answer.conversions_held_out >= fewest_conversions_held_out;
}

std::string not_enough(const MarkovOrder& answer) {
  return "not enough data: a quarter of the journeys, held out to judge by, is " +
         std::to_string(answer.journeys_held_out) + " with " + std::to_string(answer.conversions_held_out) +
         " conversions, and a choice takes " + std::to_string(fewest_journeys_held_out) + " with " +
         std::to_string(fewest_conversions_held_out);
}

}  // namespace

MarkovOrder markov_order(const Paths& ungrouped, std::size_t threads) {
  MarkovOrder answer;
  if (ungrouped.keys > most_markov_keys) {
    answer.why = "there are " + std::to_string(ungrouped.keys) + " channels, and a chain takes at most " +
                 std::to_string(most_markov_keys) + ": put small ones together";
    return answer;
  }
  std::optional<PathList> list;
  if (!is_grouped(ungrouped)) list = grouped(ungrouped);
  const auto paths = list ? list->paths() : ungrouped;
  const auto held_out = hold_out(paths, answer);
  if (!has_enough(answer)) {
    answer.why = not_enough(answer);
    return answer;
  }
  Orders orders(paths.keys);
  learn(orders, paths, held_out, threads);
  const auto sums = judge(orders, paths, held_out, threads);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(sums.sum) - sums.sum.begin());
  set_fits(answer, sums, best);
  pick(answer, best);
  return answer;
}

}  // namespace accord::kernels
