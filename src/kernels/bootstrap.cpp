// SPDX-License-Identifier: Apache-2.0
#include "kernels/bootstrap.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <iterator>
#include <utility>

#include "base/check.hpp"

namespace accord::kernels {
namespace {

/// SplitMix64.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t draw) : state_(mixed(mixed(seed) + draw)) {}

  /// Above 0 and below 1, in steps of 2^-53.
  double uniform() {
    state_ += 0x9e3779b97f4a7c15ULL;
    return (static_cast<double>(mixed(state_) >> 11) + 0.5) * 0x1p-53;
  }

 private:
  static std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
  }

  std::uint64_t state_;
};

/// log(n!): Stirling's series, from 10 on exact to the last bits.
double log_factorial(double n) {
  if (n < 10) {
    constexpr std::array<double, 10> factorials{1, 1, 2, 6, 24, 120, 720, 5'040, 40'320, 362'880};
    return std::log(factorials[static_cast<std::size_t>(n)]);
  }
  constexpr double half_log_2_pi = 0.91893853320467274178;
  const double inverse = 1 / n, square = inverse * inverse;
  return (n + 0.5) * std::log(n) - n + half_log_2_pi +
         inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
}

/// Goes through the probabilities of 0, 1, 2 … until they reach a random number. For small means.
std::uint64_t binomial_by_inversion(Random& random, std::uint64_t n, double p) {
  const double odds = p / (1 - p);
  double left = random.uniform();
  double probability = std::exp(static_cast<double>(n) * std::log1p(-p));
  std::uint64_t successes = 0;
  while (left > probability && successes < n) {
    left -= probability;
    ++successes;
    probability *= odds * static_cast<double>(n - successes + 1) / static_cast<double>(successes);
  }
  return successes;
}

/// Hörmann's BTRS: for n × p from 10 on and p up to one half; the names are those of the paper.
std::uint64_t binomial_by_rejection(Random& random, std::uint64_t trials, double p) {
  const auto n = static_cast<double>(trials);
  const double spread = std::sqrt(n * p * (1 - p));
  const double b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double alpha = (2.83 + 5.1 / b) * spread, v_r = 0.92 - 4.2 / b;
  const double mode = std::floor((n + 1) * p), log_odds = std::log(p / (1 - p));
  const double at_mode = log_factorial(mode) + log_factorial(n - mode);
  while (true) {
    const double u = random.uniform() - 0.5, v = random.uniform(), us = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / us + b) * u + n * p + 0.5);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= v_r) return static_cast<std::uint64_t>(k);
    const double log_ratio = at_mode - log_factorial(k) - log_factorial(n - k) + (k - mode) * log_odds;
    if (std::log(v * alpha / (a / (us * us) + b)) <= log_ratio) return static_cast<std::uint64_t>(k);
  }
}

/// How many of n hit what `hits` of `all` are.
std::uint64_t binomial(Random& random, std::uint64_t n, std::uint64_t hits, std::uint64_t all) {
  if (hits == 0 || n == 0) return 0;
  if (hits == all) return n;
  if (hits > all - hits) return n - binomial(random, n, all - hits, all);
  const double p = static_cast<double>(hits) / static_cast<double>(all);
  return static_cast<double>(n) * p < 10 ? binomial_by_inversion(random, n, p)
                                         : binomial_by_rejection(random, n, p);
}

/// Deals n journeys out to one kind after the other: the exact multinomial.
class Dealer {
 public:
  Dealer(Random random, std::uint64_t journeys) : random_(random), left_(journeys), all_(journeys) {}

  /// How many of those left go to a kind that has this many.
  std::uint64_t deal(std::uint64_t journeys) {
    const auto dealt = binomial(random_, left_, journeys, all_);
    left_ -= dealt;
    all_ -= journeys;
    return dealt;
  }

 private:
  Random random_;
  std::uint64_t left_;  ///< journeys not dealt yet
  std::uint64_t all_;   ///< journeys of the kinds that come
};

/// amount × part ÷ whole, half away from zero.
std::int64_t rounded_part(std::int64_t amount, std::uint64_t part, std::uint64_t whole) {
  __extension__ using Wide = __int128;
  const Wide product = Wide{amount} * part, half = static_cast<Wide>(whole / 2);
  return static_cast<std::int64_t>((product < 0 ? product - half : product + half) /
                                   static_cast<Wide>(whole));
}

}  // namespace

PathResampler::PathResampler(const Paths& paths, std::uint64_t seed) : paths_(paths), seed_(seed) {
  for (const auto& outcome : paths.outcome) {
    journeys_ += outcome.conversions + outcome.not_converted;
    if (outcome.conversions == 0) continue;
    const double mean = static_cast<double>(outcome.minor) / static_cast<double>(outcome.conversions);
    greatest_mean_ = std::max(greatest_mean_, std::abs(mean));
  }
}

std::optional<std::string> PathResampler::problem() const {
  if (journeys_ == 0) return "there are no journeys to draw from";
  if (journeys_ > most_journeys_to_resample) return "there are more than 1,000,000,000 journeys to draw from";
  if (greatest_mean_ * static_cast<double>(journeys_) < 0x1p62) return std::nullopt;
  return "the values are so large that those of a draw may not fit into 64 bits";
}

void PathResampler::draw(std::uint64_t draw, std::span<PathOutcome> outcomes) const {
  CHECK(outcomes.size() == paths_.size());
  Dealer dealer(Random(seed_, draw), journeys_);
  for (std::size_t path = 0; path < outcomes.size(); ++path) {
    const auto& seen = paths_.outcome[path];
    auto& drawn = outcomes[path];
    drawn.conversions = dealer.deal(seen.conversions);
    drawn.not_converted = dealer.deal(seen.not_converted);
    drawn.minor = seen.conversions == 0 ? 0 : rounded_part(seen.minor, drawn.conversions, seen.conversions);
  }
}

namespace {

/// What the measure says of the draws from one number up to another.
std::vector<std::vector<double>> measured(const Paths& paths, const PathMeasure& measure,
                                          const PathResampler& resampler,
                                          std::pair<std::size_t, std::size_t> draws) {
  std::vector<std::vector<double>> values;
  std::vector<PathOutcome> outcomes(paths.size());
  Paths drawn = paths;
  drawn.outcome = outcomes;
  for (std::size_t draw = draws.first; draw < draws.second; ++draw) {
    resampler.draw(draw, outcomes);
    auto of_keys = measure(drawn);
    if (!of_keys.empty()) values.push_back(std::move(of_keys));
  }
  return values;
}

std::vector<std::vector<double>> measured_by_threads(const Paths& paths, const PathMeasure& measure,
                                                     const BootstrapRequest& request,
                                                     const PathResampler& resampler) {
  const std::size_t parts = std::clamp<std::size_t>(request.threads, 1, request.resamples);
  std::vector<std::future<std::vector<std::vector<double>>>> others;
  const auto draws_of = [&](std::size_t part) {
    return std::pair{request.resamples * part / parts, request.resamples * (part + 1) / parts};
  };
  for (std::size_t part = 1; part < parts; ++part) {
    others.push_back(std::async(std::launch::async,
                                [&, part] { return measured(paths, measure, resampler, draws_of(part)); }));
  }
  auto values = measured(paths, measure, resampler, draws_of(0));
  for (auto& other : others) {
    auto more = other.get();
    std::move(more.begin(), more.end(), std::back_inserter(values));
  }
  return values;
}

/// Definition 7 of Hyndman and Fan.
double quantile(std::span<const double> sorted, double level) {
  const double place = level * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

std::vector<Interval> intervals_of(std::span<const std::vector<double>> values, double confidence) {
  std::vector<Interval> intervals;
  std::vector<double> of_key(values.size());
  const double outside = (1 - confidence) / 2;
  for (const auto& of_keys : values) CHECK(of_keys.size() == values.front().size());
  for (std::size_t key = 0; key < values.front().size(); ++key) {
    for (std::size_t i = 0; i < values.size(); ++i) of_key[i] = values[i][key];
    std::sort(of_key.begin(), of_key.end());
    intervals.push_back({quantile(of_key, outside), quantile(of_key, 1 - outside)});
  }
  return intervals;
}

}  // namespace

BootstrapIntervals bootstrap_intervals(const Paths& paths, const PathMeasure& measure,
                                       const BootstrapRequest& request) {
  if (request.resamples == 0) return {.reason = "no resamples are asked for"};
  if (!(request.confidence > 0 && request.confidence < 1)) {
    return {.reason = "the confidence has to lie between 0 and 1"};
  }
  const PathResampler resampler(paths, request.seed);
  if (auto problem = resampler.problem()) return {.reason = std::move(problem)};
  const auto values = measured_by_threads(paths, measure, request, resampler);
  if (values.empty()) return {.reason = "the method has no answer for any of the resamples"};
  return {.intervals = intervals_of(values, request.confidence), .resamples = values.size()};
}

}  // namespace accord::kernels
