// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/chance.hpp"
#include "kernels/path.hpp"

/// How far a credit could have come out otherwise, had other journeys of the same kind been seen: the
/// bootstrap (B. Efron & R. J. Tibshirani, "An Introduction to the Bootstrap", 1993). It shows the chance in
/// which journeys came, not whether the method is right, nor that a channel caused anything.
namespace accord::kernels {

/// So many journeys at most can be drawn from; up to here a binomial draw is exact to 1e-5.
constexpr std::uint64_t most_journeys_to_resample = 1'000'000'000;

/// Draws as many journeys as there are, with replacement, each as likely as any other. Since journeys of one
/// path and outcome are alike, a draw is multinomial over paths and outcomes, made of one binomial draw for
/// each: its cost grows with the paths, not with the journeys. What a path's conversions brought is only
/// known together, so each drawn one brings their mean, rounded once for the path: intervals of money lack
/// how far orders of the same path differ.
class PathResampler {
 public:
  /// The columns must stay alive; `problem()` first.
  PathResampler(const Paths& paths, std::uint64_t seed);

  /// Why there is nothing to draw: no journeys, too many, or sums of money beyond 64 bits.
  std::optional<std::string> problem() const;

  /// The outcomes of the paths in draw number `draw`, which depends on it, the seed and the paths only. The
  /// numbers are SplitMix64's (G. L. Steele, D. Lea & C. H. Flood, "Fast Splittable Pseudorandom Number
  /// Generators", 2014), binomial by inversion for a mean below 10, else by transformed rejection (W.
  /// Hörmann, "The Generation of Binomial Random Variates", 1993: BTRS). `outcomes` has one place for each
  /// path.
  void draw(std::uint64_t draw, std::span<PathOutcome> outcomes) const;

 private:
  Paths paths_;
  std::uint64_t seed_;
  std::uint64_t journeys_ = 0;
  double greatest_mean_ = 0;  ///< of what a conversion of one path brought, without its sign
};

/// What is to be told of paths: a number for each key, such as the conversions it earned; empty where the
/// method has no answer. With several threads it is called by all of them.
using PathMeasure = std::function<std::vector<double>(const Paths&)>;

struct BootstrapRequest {
  std::uint64_t seed = 1;
  std::size_t resamples = 1'000;  ///< the time it takes is that many times the method's, and the draw's
  double confidence = 0.95;       ///< how much lies within the interval: above 0, below 1
  std::size_t threads = 1;        ///< change nothing but the time it takes
};

struct BootstrapIntervals {
  std::vector<Interval> intervals = {};    ///< one for each key; none where there is a reason
  std::size_t resamples = 0;               ///< those for which the method had an answer
  std::optional<std::string> reason = {};  ///< why there are no intervals
};

/// Percentile intervals: (1 − confidence) ÷ 2 of the resamples lie below `from` and as many above `to`, each
/// by linear interpolation between two of them (R. J. Hyndman & Y. Fan, "Sample Quantiles in Statistical
/// Packages", 1996, definition 7). Same paths in the same order, same request, same measure: same intervals,
/// bit for bit. Resamples without an answer are left out, and missing from `resamples`.
BootstrapIntervals bootstrap_intervals(const Paths&, const PathMeasure&, const BootstrapRequest&);

}  // namespace accord::kernels
