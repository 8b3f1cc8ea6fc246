// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "kernels/markov_chain.hpp"

/// What each state of a small dense chain takes with it when it is closed, without sweeps.
namespace accord::kernels {

/// Of one journey on average: conversions, and minor units.
struct Yield {
  double conversion = 0, minor = 0;

  void add(double times, const Yield& more) {
    conversion += times * more.conversion;
    minor += times * more.minor;
  }
};

/// What remains of a journey's yield without a channel, and what does not.
struct Removal {
  Yield kept, lost;
};

/// States are eliminated one after the other, each handing on what comes to it (state reduction: Grassmann,
/// Taksar & Heyman, "Regenerative analysis and steady state distributions for Markov chains", Operations
/// Research 33, 1985; of absorbing chains: O'Cinneide, "Entrywise perturbation theory and error analysis for
/// Markov chains", Numerische Mathematik 65, 1993). Nothing is subtracted, so that every number is as exact
/// as its largest: what is 0 stays 0, and small effects lose nothing. With all states but one eliminated,
/// what has ended on the way is kept without that one, and what comes to it and converts from there is lost.
///
/// All but one, for each: the states are halved, each half is reached by eliminating the other, and so on. An
/// elimination of half of n states takes 0.29 n³ steps, and the halves a quarter of that together: 0.8 n³ in
/// all, where n eliminations would take n⁴ ÷ 3. What each half does hangs on nothing but the chain, so that
/// the result is the same bit for bit, however many threads share the halves.
///
/// The chain is one component, so that `leaving` is what ends in each state. By state.
std::vector<Removal> removals_by_elimination(const MarkovChain&, std::size_t threads);

}  // namespace accord::kernels
