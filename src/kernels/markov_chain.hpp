// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/absorbing_flow.hpp"
#include "kernels/path.hpp"

/// Journeys as an absorbing Markov chain of some order (Anderl, Becker, von Wangenheim & Schumann, "Mapping
/// the customer journey", International Journal of Research in Marketing 33, 2016).
namespace accord::kernels {

constexpr std::size_t highest_order = 4;
constexpr std::size_t most_markov_keys = 65'535;  ///< one more than their largest: 16 bits of a state each

/// The states of order k are the last k keys; a journey shorter than that is one state. A touch that leaves
/// the state as it was makes no step: at order 1 a key touched again at once counts once, at higher orders
/// what is touched again is told apart up to k times. No probability of conversion is changed by that.
/// A journey starts in its first state and ends in conversion or without.
///
/// Only states from which a conversion can be reached are kept; in the order of `FlowGraph`.
struct MarkovChain {
  FlowGraph graph;
  std::vector<std::uint64_t> code;  ///< the keys of a state, see `keys_of_state`
  std::vector<double> start;        ///< of all journeys, the part that starts in a state
  std::vector<double> passing;      ///< how often a journey passes a state on average: as often as they did
  std::vector<double> conversion;   ///< of what passes a state, the part that converts from it
  std::vector<double> minor;    ///< the mean value, in minor units, won from a state each time it is passed
  std::size_t states_seen = 0;  ///< those without a way to a conversion included
  bool has_loss = false;        ///< from some state conversions have together won less than nothing
  std::optional<std::string> reason;  ///< why there is no chain
};

/// The keys of a state in the order of time, one up to `highest_order` of them.
struct StateKeys {
  std::array<std::uint32_t, highest_order> keys;
  std::size_t count;
  const std::uint32_t* begin() const { return keys.data(); }
  const std::uint32_t* end() const { return keys.data() + count; }
};
StateKeys keys_of_state(std::uint64_t code);

/// `order` is 1 up to `highest_order`. The same chain bit for bit however the paths are sorted or grouped.
MarkovChain markov_chain(const Paths&, std::size_t order, std::size_t most_states);

}  // namespace accord::kernels
