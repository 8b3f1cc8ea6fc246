// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "kernels/markov_chain.hpp"
#include "kernels/path.hpp"

/// How much of a journey's past is worth remembering: which order of Markov chain foretells journeys best
/// that it has not seen.
namespace accord::kernels {

struct OrderFit {
  /// Natural logarithm of the probability given to what came next, on average over the steps of the journeys
  /// held out: each touch and the end, with or without conversion. Nearer to 0 is better.
  double log_likelihood_per_step = 0;
  /// How much worse the order is than the best, per journey held out, and the standard error of that.
  double behind_best = 0, standard_error = 0;
};

struct MarkovOrder {
  std::optional<std::size_t> order;            ///< what is picked; nothing where there is not enough data
  std::string why;                             ///< in a sentence, either way
  std::array<OrderFit, highest_order> fits{};  ///< of order 1, 2 …
  std::uint64_t journeys_fitted = 0, journeys_held_out = 0, conversions_held_out = 0, steps_held_out = 0;
};

/// So many journeys and conversions must be held out for a choice.
constexpr std::uint64_t fewest_journeys_held_out = 100, fewest_conversions_held_out = 30;

/// A quarter of the journeys is held out, drawn by numbers made from the path itself, so that the same
/// journeys always part in the same way. From the others each order learns what comes next after the last
/// keys. What it has not seen there is not impossible: (count + kinds × P in general) ÷ (all counts + kinds),
/// kinds being the different things that came next (Witten & Bell, "The zero-frequency problem", IEEE
/// Transactions on Information Theory 37, 1991, method C), and P in general how often it comes next anywhere,
/// mixed in the same way with all being alike. So a past that is remembered too well, and seen too seldom,
/// costs.
///
/// Picked is the lowest order that is behind the best by no more than one standard error (Breiman, Friedman,
/// Olshen & Stone, "Classification and Regression Trees", 1984). The paths have no problem (`problem_of`);
/// how they are sorted or grouped changes nothing, nor does the number of threads.
MarkovOrder markov_order(const Paths&, std::size_t threads = 1);

}  // namespace accord::kernels
