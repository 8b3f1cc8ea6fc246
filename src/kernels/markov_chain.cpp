// SPDX-License-Identifier: Apache-2.0
#include "kernels/markov_chain.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "base/check.hpp"
#include "kernels/numbering.hpp"

namespace accord::kernels {
namespace {

constexpr int bits_of_key = 16;
constexpr std::uint32_t nowhere = Numbering::none;

/// How many journeys did what in a state; whole numbers, so that their order does not matter.
struct StateCount {
  std::uint64_t started = 0, converted = 0, left = 0;  ///< left: whichever way
  std::int64_t minor = 0;
};

/// An edge from and to states, by their numbers.
struct Edge {
  std::uint32_t from, to;
  std::uint64_t count;
};

struct Counts {
  std::vector<std::uint64_t> code;
  std::vector<StateCount> state;
  std::vector<Edge> edges;
  std::uint64_t journeys = 0;
};

/// Counts the steps of paths from state to state.
class StepCounter {
 public:
  explicit StepCounter(std::size_t order)
      : order_(order),
        mask_(order == highest_order ? ~std::uint64_t{0} : (std::uint64_t{1} << bits_of_key * order) - 1) {}

  void add(std::span<const std::uint32_t> keys, const PathOutcome& outcome) {
    const std::uint64_t journeys = outcome.conversions + outcome.not_converted;
    if (journeys == 0) return;
    journeys_ += journeys;
    const std::size_t first = std::min(order_, keys.size()) - 1;
    std::uint64_t code = 0, before = 0;
    std::uint32_t state = nowhere;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      code = (code << bits_of_key | (keys[i] + 1)) & mask_;
      if (i < first || code == before) continue;
      state = step(state, code, journeys);
      before = code;
    }
    state_[state].converted += outcome.conversions;
    state_[state].minor += outcome.minor;
    state_[state].left += journeys;
  }

  std::size_t states() const { return state_.size(); }

  /// With the states numbered by their codes, and the edges sorted: what was added first no longer shows.
  Counts counts() const {
    std::vector<std::uint32_t> by_code(states()), number(states());
    std::iota(by_code.begin(), by_code.end(), 0U);
    std::ranges::sort(by_code, {}, [&](std::uint32_t state) { return codes_.codes()[state]; });
    Counts counts;
    counts.journeys = journeys_;
    for (const auto state : by_code) {
      number[state] = static_cast<std::uint32_t>(counts.code.size());
      counts.code.push_back(codes_.codes()[state]);
      counts.state.push_back(state_[state]);
    }
    for (std::size_t i = 0; i < edge_count_.size(); ++i) {
      const std::uint64_t ends = edges_.codes()[i];
      counts.edges.push_back({number[ends >> 32], number[ends & nowhere], edge_count_[i]});
    }
    std::ranges::sort(counts.edges, {}, [](const Edge& edge) { return std::pair(edge.from, edge.to); });
    return counts;
  }

 private:
  std::uint32_t step(std::uint32_t from, std::uint64_t code, std::uint64_t journeys) {
    const auto to = codes_.number_of(code);
    if (to == state_.size()) state_.emplace_back();
    if (from == nowhere) {
      state_[to].started += journeys;
      return to;
    }
    const auto edge = edges_.number_of(std::uint64_t{from} << 32 | to);
    if (edge == edge_count_.size()) edge_count_.push_back(0);
    edge_count_[edge] += journeys;
    state_[from].left += journeys;
    return to;
  }

  std::size_t order_;
  std::uint64_t mask_;
  Numbering codes_, edges_;
  std::vector<StateCount> state_;
  std::vector<std::uint64_t> edge_count_;
  std::uint64_t journeys_ = 0;
};

/// The edges that leave each state, or that enter it, as their places in `Counts::edges`.
class EdgeIndex {
 public:
  EdgeIndex(const Counts& counts, std::uint32_t Edge::*end) : from_(counts.state.size() + 1) {
    for (const auto& edge : counts.edges) ++from_[edge.*end + 1];
    std::partial_sum(from_.begin(), from_.end(), from_.begin());
    place_.resize(counts.edges.size());
    auto next = from_;
    for (std::size_t i = 0; i < counts.edges.size(); ++i) {
      place_[next[counts.edges[i].*end]++] = static_cast<std::uint32_t>(i);
    }
  }
  std::span<const std::uint32_t> of(std::size_t state) const {
    return std::span(place_).subspan(from_[state], from_[state + 1] - from_[state]);
  }

 private:
  std::vector<std::size_t> from_;
  std::vector<std::uint32_t> place_;
};

/// The states from which a conversion can be reached.
std::vector<bool> live_states(const Counts& counts) {
  const EdgeIndex entering(counts, &Edge::to);
  std::vector<bool> is_live(counts.state.size());
  std::vector<std::uint32_t> open;
  const auto reach = [&](std::size_t state) {
    if (!is_live[state]) open.push_back(static_cast<std::uint32_t>(state));
    is_live[state] = true;
  };
  for (std::size_t state = 0; state < counts.state.size(); ++state) {
    if (counts.state[state].converted != 0) reach(state);
  }
  while (!open.empty()) {
    const auto state = open.back();
    open.pop_back();
    for (const auto edge : entering.of(state)) reach(counts.edges[edge].from);
  }
  return is_live;
}

/// Live states in the order in which a flow runs: Tarjan, "Depth-first search and linear graph algorithms",
/// 1972, without recursion. Within a component the state that was finished last comes first.
class FlowOrder {
 public:
  FlowOrder(const Counts& counts, const std::vector<bool>& is_live)
      : counts_(counts),
        is_live_(is_live),
        leaving_(counts, &Edge::from),
        entered_(counts.state.size()),
        lowest_(counts.state.size()),
        finished_(counts.state.size()),
        is_placed_(counts.state.size()) {
    for (std::uint32_t state = 0; state < counts.state.size(); ++state) {
      if (is_live[state] && counts.state[state].started != 0 && entered_[state] == 0) search_from(state);
    }
    reverse();
  }

  std::vector<std::uint32_t> state;              ///< by place
  std::vector<std::uint32_t> component_from{0};  ///< places

 private:
  struct Visit {
    std::uint32_t state;
    std::size_t next;  ///< of its edges
  };

  void enter(std::uint32_t state) {
    entered_[state] = lowest_[state] = ++clock_;
    pending_.push_back(state);
    visits_.push_back({state, 0});
  }

  void search_from(std::uint32_t root) {
    enter(root);
    while (!visits_.empty()) {
      auto& visit = visits_.back();
      const auto from = visit.state;
      const auto edges = leaving_.of(from);
      if (visit.next == edges.size()) {
        leave(from);
        continue;
      }
      const auto to = counts_.edges[edges[visit.next++]].to;
      if (!is_live_[to] || is_placed_[to]) continue;
      if (entered_[to] == 0) {
        enter(to);
      } else {
        lowest_[from] = std::min(lowest_[from], entered_[to]);
      }
    }
  }

  void leave(std::uint32_t left) {
    visits_.pop_back();
    finished_[left] = ++finish_clock_;
    if (!visits_.empty()) {
      auto& lowest = lowest_[visits_.back().state];
      lowest = std::min(lowest, lowest_[left]);
    }
    if (lowest_[left] == entered_[left]) place_component(left);
  }

  void place_component(std::uint32_t root) {
    const auto first = std::find(pending_.rbegin(), pending_.rend(), root).base() - 1;
    for (auto at = first; at != pending_.end(); ++at) is_placed_[*at] = true;
    std::sort(first, pending_.end(), [&](auto a, auto b) { return finished_[a] < finished_[b]; });
    state.insert(state.end(), first, pending_.end());
    pending_.erase(first, pending_.end());
    component_from.push_back(static_cast<std::uint32_t>(state.size()));
  }

  /// Components come out last first, and so do their states.
  void reverse() {
    std::ranges::reverse(state);
    std::ranges::reverse(component_from);
    for (auto& from : component_from) from = static_cast<std::uint32_t>(state.size()) - from;
  }

  const Counts& counts_;
  const std::vector<bool>& is_live_;
  EdgeIndex leaving_;
  std::vector<std::uint32_t> entered_, lowest_, finished_;
  std::vector<bool> is_placed_;
  std::vector<std::uint32_t> pending_;
  std::vector<Visit> visits_;
  std::uint32_t clock_ = 0, finish_clock_ = 0;
};

double part_of(std::uint64_t part, std::uint64_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

FlowGraph graph_of(const Counts& counts, const FlowOrder& order) {
  std::vector<std::uint32_t> place(counts.state.size(), nowhere), component(order.state.size());
  for (std::uint32_t i = 0; i < order.state.size(); ++i) place[order.state[i]] = i;
  for (std::uint32_t c = 0; c + 1 < order.component_from.size(); ++c) {
    std::fill(component.begin() + order.component_from[c], component.begin() + order.component_from[c + 1],
              c);
  }
  std::vector<std::uint64_t> staying(order.state.size()), returning(order.state.size());
  std::vector<Edge> edges;
  for (const auto& edge : counts.edges) {
    const auto from = place[edge.from], to = place[edge.to];
    if (from == nowhere || to == nowhere) continue;
    edges.push_back({from, to, edge.count});
    if (component[from] == component[to]) staying[from] += edge.count;
    if (component[from] == component[to] && to < from) returning[from] += edge.count;
  }
  std::ranges::sort(edges, {}, [](const Edge& edge) { return std::pair(edge.to, edge.from); });
  FlowGraph graph;
  graph.component_from = order.component_from;
  graph.edges_from.assign(order.state.size() + 1, 0);
  for (const auto& edge : edges) {
    ++graph.edges_from[edge.to + 1];
    graph.edge_source.push_back(edge.from);
    graph.edge_share.push_back(part_of(edge.count, counts.state[order.state[edge.from]].left));
  }
  std::partial_sum(graph.edges_from.begin(), graph.edges_from.end(), graph.edges_from.begin());
  for (std::size_t i = 0; i < order.state.size(); ++i) {
    const auto left = counts.state[order.state[i]].left;
    graph.leaving.push_back(part_of(left - staying[i], left));
    graph.returning.push_back(part_of(returning[i], left));
  }
  return graph;
}

MarkovChain chain_of(const Counts& counts) {
  const FlowOrder order(counts, live_states(counts));
  MarkovChain chain;
  chain.states_seen = counts.state.size();
  chain.graph = graph_of(counts, order);
  for (const auto state : order.state) {
    const auto& count = counts.state[state];
    chain.code.push_back(counts.code[state]);
    chain.start.push_back(part_of(count.started, counts.journeys));
    chain.passing.push_back(part_of(count.left, counts.journeys));
    chain.conversion.push_back(part_of(count.converted, count.left));
    chain.minor.push_back(static_cast<double>(count.minor) / static_cast<double>(count.left));
    chain.has_loss |= count.minor < 0;
  }
  return chain;
}

/// Why the steps cannot be counted: with this many, a number of 64 bits might not hold them.
bool has_too_many_steps(const Paths& paths) {
  __extension__ using Wide = unsigned __int128;
  Wide steps = 0;
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto& outcome = paths.outcome[path];
    steps += Wide{outcome.conversions + outcome.not_converted} * paths.keys_of(path).size();
  }
  return steps >> 63 != 0;
}

}  // namespace

StateKeys keys_of_state(std::uint64_t code) {
  StateKeys state{};
  state.count = static_cast<std::size_t>((std::bit_width(code) + bits_of_key - 1) / bits_of_key);
  for (std::size_t i = state.count; i-- > 0; code >>= bits_of_key) {
    state.keys[i] = static_cast<std::uint32_t>(code & most_markov_keys) - 1;
  }
  return state;
}

MarkovChain markov_chain(const Paths& paths, std::size_t order, std::size_t most_states) {
  CHECK(order >= 1 && order <= highest_order);
  MarkovChain none;
  if (paths.keys > most_markov_keys) {
    none.reason = "there are " + std::to_string(paths.keys) + " channels, and a chain takes at most " +
                  std::to_string(most_markov_keys) + ": put small ones together";
    return none;
  }
  if (has_too_many_steps(paths)) {
    none.reason = "the journeys have 2^63 steps or more together, too many to count";
    return none;
  }
  StepCounter steps(order);
  for (std::size_t path = 0; path < paths.size(); ++path) {
    steps.add(paths.keys_of(path), paths.outcome[path]);
    if (steps.states() <= most_states) continue;
    none.reason = "order " + std::to_string(order) + " has more than " + std::to_string(most_states) +
                  " states: take a lower order, or put small channels together";
    return none;
  }
  return chain_of(steps.counts());
}

}  // namespace accord::kernels
