// SPDX-License-Identifier: Apache-2.0
#include "kernels/removal_by_elimination.hpp"

#include <algorithm>
#include <future>
#include <numeric>

namespace accord::kernels {
namespace {

/// A chain of which some states were eliminated: what is left, and what ended on the way.
struct Part {
  std::vector<std::uint32_t> states;
  std::vector<double> onward;  ///< row after row: of what leaves a state, the part that goes to another one
  std::vector<double> ending;  ///< the part that ends, converted or not
  std::vector<Yield> yield;    ///< what that has brought
  std::vector<double> start;
  Yield kept;

  std::size_t size() const { return states.size(); }
};

Part whole(const MarkovChain& chain) {
  const auto& graph = chain.graph;
  const auto size = graph.states();
  Part part;
  part.states.resize(size);
  std::iota(part.states.begin(), part.states.end(), 0U);
  part.onward.resize(size * size);
  for (std::size_t to = 0; to < size; ++to) {
    for (auto edge = graph.edges_from[to]; edge < graph.edges_from[to + 1]; ++edge)
      part.onward[graph.edge_source[edge] * size + to] = graph.edge_share[edge];
  }
  part.ending = graph.leaving;
  part.start = chain.start;
  for (std::size_t state = 0; state < size; ++state)
    part.yield.push_back({chain.conversion[state], chain.minor[state]});
  return part;
}

/// The states from one place on first, the others behind them.
Part turned(const Part& part, std::size_t first) {
  const auto size = part.size();
  const auto place = [&](std::size_t i) { return i + first < size ? i + first : i + first - size; };
  Part other;
  other.kept = part.kept;
  other.onward.resize(size * size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto from = place(i);
    other.states.push_back(part.states[from]);
    other.ending.push_back(part.ending[from]);
    other.yield.push_back(part.yield[from]);
    other.start.push_back(part.start[from]);
    const double* row = &part.onward[from * size];
    std::copy(row + first, row + size, &other.onward[i * size]);
    std::copy(row, row + first, &other.onward[i * size] + (size - first));
  }
  return other;
}

/// Whatever comes to the state at the end goes where it would have gone next; what returns to it goes round.
void hand_on(Part& part, std::size_t last, std::size_t width) {
  const double* row = &part.onward[last * width];
  const double away = std::accumulate(row, row + last, part.ending[last]);
  for (std::size_t i = 0; i < last; ++i) {
    double* own = &part.onward[i * width];
    if (own[last] == 0) continue;
    const double times = own[last] / away;
    for (std::size_t j = 0; j < last; ++j) own[j] += times * row[j];
    part.ending[i] += times * part.ending[last];
    part.yield[i].add(times, part.yield[last]);
  }
  const double times = part.start[last] / away;
  for (std::size_t j = 0; j < last; ++j) part.start[j] += times * row[j];
  part.kept.add(times, part.yield[last]);
}

/// Keeps so many states, the first ones.
void eliminate(Part& part, std::size_t kept) {
  const auto width = part.size();
  for (std::size_t last = width; last-- > kept;) hand_on(part, last, width);
  for (std::size_t i = 1; i < kept; ++i) std::copy_n(&part.onward[i * width], kept, &part.onward[i * kept]);
  part.onward.resize(kept * kept);
  part.onward.shrink_to_fit();
  part.states.resize(kept);
  part.ending.resize(kept);
  part.yield.resize(kept);
  part.start.resize(kept);
}

void descend(Part part, std::size_t threads, std::vector<Removal>& found) {
  if (part.size() == 1) {
    auto& removal = found[part.states.front()];
    removal.kept = part.kept;
    removal.lost.add(part.start.front() / part.ending.front(), part.yield.front());
    return;
  }
  const auto half = part.size() / 2;
  const auto second = [&found, half, threads](Part other) {
    const auto size = other.size();
    eliminate(other, size - half);
    descend(std::move(other), threads - threads / 2, found);
  };
  auto other =
      std::async(threads > 1 ? std::launch::async : std::launch::deferred, second, turned(part, half));
  eliminate(part, half);
  descend(std::move(part), threads > 1 ? threads / 2 : 1, found);
  other.get();
}

}  // namespace

std::vector<Removal> removals_by_elimination(const MarkovChain& chain, std::size_t threads) {
  std::vector<Removal> found(chain.graph.states());
  if (!found.empty()) descend(whole(chain), std::max<std::size_t>(threads, 1), found);
  return found;
}

}  // namespace accord::kernels
