// SPDX-License-Identifier: Apache-2.0
#include "kernels/markov_order.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <functional>
#include <thread>
#include <utility>
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

using LogLikelihoods = std::array<double, highest_order>;

/// What came next, whatever the past: `converted` and `not_converted` among them.
constexpr std::uint32_t place_of(std::uint32_t next, std::size_t keys) {
  return next < most_markov_keys ? next : static_cast<std::uint32_t>(keys) + (next - converted);
}

/// What came next after the same past, for one number of keys that is remembered. A past is so many keys,
/// counted from 1, 0 before the first. Of few keys every past has its place in a table; of many, pasts are
/// numbered as they come.
class Continuations {
 public:
  Continuations() = default;
  Continuations(std::size_t order, std::size_t keys)
      : keys_(keys), bits_of_next_(bits(keys + 1)), bits_of_key_(bits(keys)) {
    is_dense_ = bits_of_key_ * order + bits_of_next_ <= most_bits;
    if (!is_dense_) bits_of_key_ = bits_of_key;
    mask_ = bits_of_key_ * order >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits_of_key_ * order) - 1;
    if (!is_dense_) return;
    seen_.resize(mask_ + 1);
    count_.resize((mask_ + 1) << bits_of_next_);
  }

  /// The past after one more key.
  std::uint64_t after(std::uint64_t past, std::uint32_t key) const {
    return (past << bits_of_key_ | (std::uint64_t{key} + 1)) & mask_;
  }

  void add(std::uint64_t past, std::uint32_t next, std::uint64_t journeys) {
    const auto [seen, step] = is_dense_ ? std::pair(past, step_of(past, next)) : numbered(past, next);
    if (count_[step] == 0) ++seen_[seen].kinds;
    count_[step] += static_cast<double>(journeys);
    seen_[seen].count += static_cast<double>(journeys);
  }

  /// `in_general`: whatever the past.
  double probability(std::uint64_t past, std::uint32_t next, double in_general) const {
    if (is_dense_) return likely(seen_[past], count_[step_of(past, next)], in_general);
    const auto place = pasts_.find(past);
    if (place == Numbering::none) return in_general;
    const auto step = steps_.find(std::uint64_t{place} << 32 | next);
    return likely(seen_[place], step == Numbering::none ? 0 : count_[step], in_general);
  }

  /// Works out beforehand what a table has a place for.
  void take_logs(std::span<const double> in_general) {
    if (!is_dense_) return;
    logs_.resize(count_.size());
    for (std::uint64_t past = 0; past <= mask_; ++past) {
      for (std::uint32_t next = 0; next < in_general.size(); ++next) {
        const auto step = past << bits_of_next_ | next;
        logs_[step] = std::log(likely(seen_[past], count_[step], in_general[next]));
      }
    }
  }
  double log_of(std::uint64_t past, std::uint32_t next, std::span<const double> in_general) const {
    if (is_dense_) return logs_[step_of(past, next)];
    return std::log(probability(past, next, in_general[place_of(next, keys_)]));
  }

 private:
  static constexpr std::size_t most_bits = 21;
  struct Seen {
    double count = 0, kinds = 0;
  };

  static unsigned bits(std::size_t largest) { return static_cast<unsigned>(std::bit_width(largest)); }
  static double likely(const Seen& seen, double count, double in_general) {
    if (seen.count == 0) return in_general;
    return (count + seen.kinds * in_general) / (seen.count + seen.kinds);
  }
  std::uint64_t step_of(std::uint64_t past, std::uint32_t next) const {
    return past << bits_of_next_ | place_of(next, keys_);
  }
  std::pair<std::uint64_t, std::uint64_t> numbered(std::uint64_t past, std::uint32_t next) {
    const auto place = pasts_.number_of(past);
    if (place == seen_.size()) seen_.emplace_back();
    const auto step = steps_.number_of(std::uint64_t{place} << 32 | next);
    if (step == count_.size()) count_.push_back(0);
    return {place, step};
  }

  std::size_t keys_ = 0;
  unsigned bits_of_next_ = 0, bits_of_key_ = 0;
  bool is_dense_ = false;
  std::uint64_t mask_ = 0;
  Numbering pasts_, steps_;
  std::vector<Seen> seen_;
  std::vector<double> count_, logs_;
};

/// Every order, and order 0, which knows no past.
class Orders {
 public:
  explicit Orders(std::size_t keys) : in_general_(keys + 2, 1 / static_cast<double>(keys + 2)) {
    for (std::size_t order = 0; order <= highest_order; ++order)
      continuations_[order] = Continuations(order, keys);
  }

  /// One order, which learns by itself: several may at once.
  void learn(std::size_t order, std::span<const std::uint32_t> keys, std::uint32_t end,
             std::uint64_t journeys) {
    if (journeys == 0) return;
    auto& known = continuations_[order];
    const auto begin = order == 0 ? 0 : order - 1;
    std::uint64_t past = 0;
    for (std::size_t at = 0; at <= keys.size(); ++at) {
      const auto next = at < keys.size() ? keys[at] : end;
      if (at >= begin) known.add(past, next, journeys);
      if (at < keys.size()) past = known.after(past, next);
    }
  }

  /// Once all have learned.
  void take_logs() {
    const auto keys = static_cast<std::uint32_t>(in_general_.size()) - 2;
    for (std::uint32_t place = 0; place < in_general_.size(); ++place)
      in_general_[place] = continuations_[0].probability(0, place < keys ? place : converted + (place - keys),
                                                         in_general_[place]);
    for (auto& known : continuations_) known.take_logs(in_general_);
  }

  LogLikelihoods log_likelihoods(std::span<const std::uint32_t> keys, std::uint32_t end) const {
    LogLikelihoods sums{};
    std::array<std::uint64_t, highest_order + 1> past{};
    for (std::size_t at = 0; at <= keys.size(); ++at) {
      const auto next = at < keys.size() ? keys[at] : end;
      double log = 0;
      for (std::size_t order = 1; order <= highest_order; ++order) {
        if (order <= highest_order_at(at)) log = continuations_[order].log_of(past[order], next, in_general_);
        sums[order - 1] += log;
      }
      if (at == keys.size()) break;
      for (std::size_t order = 1; order <= highest_order; ++order)
        past[order] = continuations_[order].after(past[order], next);
    }
    return sums;
  }

 private:
  /// One touch more than there were tells that the journey began with them; beyond that there is nothing.
  static std::size_t highest_order_at(std::size_t at) { return std::min(at + 1, highest_order); }

  std::vector<double> in_general_;  ///< by the place of what comes next
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

/// So many paths are looked at by a thread before it takes others.
constexpr std::size_t paths_each = 1 << 12;

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

/// The journeys that are held out, by path.
std::vector<PathOutcome> hold_out(const Paths& paths, MarkovOrder& answer, std::size_t threads) {
  std::vector<PathOutcome> held_out(paths.size());
  in_threads(threads, (paths.size() + paths_each - 1) / paths_each, [&](std::size_t some) {
    for (auto path = some * paths_each; path < std::min((some + 1) * paths_each, paths.size()); ++path)
      held_out[path] = held_out_of(paths.keys_of(path), paths.outcome[path]);
  });
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto &all = paths.outcome[path], &out = held_out[path];
    const auto journeys = out.conversions + out.not_converted;
    answer.journeys_fitted += all.conversions + all.not_converted - journeys;
    answer.journeys_held_out += journeys;
    answer.conversions_held_out += out.conversions;
    answer.steps_held_out += journeys * (paths.keys_of(path).size() + 1);
  }
  return held_out;
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
  constexpr std::size_t paths_at_a_time = 1 << 18;
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
  const auto held_out = hold_out(paths, answer, threads);
  if (!has_enough(answer)) {
    answer.why = not_enough(answer);
    return answer;
  }
  Orders orders(paths.keys);
  learn(orders, paths, held_out, threads);
  orders.take_logs();
  const auto sums = judge(orders, paths, held_out, threads);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(sums.sum) - sums.sum.begin());
  set_fits(answer, sums, best);
  pick(answer, best);
  return answer;
}

}  // namespace accord::kernels
