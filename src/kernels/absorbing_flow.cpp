// SPDX-License-Identifier: Apache-2.0
#include "kernels/absorbing_flow.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace accord::kernels {
namespace {

void add_part(FlowLanes& sum, double share, const FlowLanes& flow) {
  for (std::size_t lane = 0; lane < flow_lanes; ++lane) sum[lane] += share * flow[lane];
}

bool is_closed(std::uint8_t closed, std::size_t lane) { return (closed >> lane & 1) != 0; }

void close(FlowLanes& flow, std::uint8_t closed) {
  for (std::size_t lane = 0; lane < flow_lanes; ++lane) {
    if (is_closed(closed, lane)) flow[lane] = 0;
  }
}

}  // namespace

AbsorbingFlow::AbsorbingFlow(const FlowGraph& graph, std::span<const FlowLanes> start,
                             std::size_t sweeps_at_most, std::span<const std::uint8_t> closed)
    : graph_(graph),
      start_(start),
      sweeps_at_most_(sweeps_at_most),
      closed_(closed),
      through_(graph.states()) {
  for (std::size_t component = 0; component + 1 < graph_.component_from.size(); ++component) {
    const std::size_t from = graph_.component_from[component], to = graph_.component_from[component + 1];
    if (to - from > 1) {
      has_settled_ = settle(from, to) && has_settled_;
    } else {
      through_[from] = arriving(from);
      close(through_[from], closed_at(from));
    }
  }
}

FlowLanes AbsorbingFlow::arriving(std::size_t state) const {
  FlowLanes flow = start_[state];
  for (auto edge = graph_.edges_from[state]; edge < graph_.edges_from[state + 1]; ++edge) {
    add_part(flow, graph_.edge_share[edge], through_[graph_.edge_source[edge]]);
  }
  return flow;
}

/// False when it still lacks more than it may after the last sweep.
bool AbsorbingFlow::settle(std::size_t from, std::size_t to) {
  const FlowLanes entering = enter(from, to);
  for (std::size_t count = 1; count <= sweeps_at_most_; ++count) {
    const Balance balance = sweep(from, to);
    sweeps_ = std::max(sweeps_, count);
    bool is_done = true;
    for (std::size_t lane = 0; lane < flow_lanes; ++lane) {
      is_done &= balance.lacking[lane] <= tolerance * (entering[lane] + balance.flowing[lane]);
    }
    if (is_done) return true;
    if (std::has_single_bit(count)) scale(from, to, entering, balance.leaving);
  }
  return false;
}

/// What comes from outside does not change any more. Returns its sum over the states that are not closed.
FlowLanes AbsorbingFlow::enter(std::size_t from, std::size_t to) {
  FlowLanes sum{};
  entering_.resize(to - from);
  inside_from_.resize(to - from);
  for (std::size_t state = from; state < to; ++state) {
    FlowLanes& flow = entering_[state - from] = start_[state];
    auto edge = graph_.edges_from[state];
    for (; edge < graph_.edges_from[state + 1] && graph_.edge_source[edge] < from; ++edge) {
      add_part(flow, graph_.edge_share[edge], through_[graph_.edge_source[edge]]);
    }
    inside_from_[state - from] = edge;
    FlowLanes open = flow;
    close(open, closed_at(state));
    add_part(sum, 1, open);
  }
  return sum;
}

/// Each state anew from what feeds it now. When a state changes, those before it that it feeds lack as much
/// of the change as returns to them.
AbsorbingFlow::Balance AbsorbingFlow::sweep(std::size_t from, std::size_t to) {
  Balance balance;
  for (std::size_t state = from; state < to; ++state) {
    FlowLanes inside{};
    for (auto edge = inside_from_[state - from]; edge < graph_.edges_from[state + 1]; ++edge) {
      add_part(inside, graph_.edge_share[edge], through_[graph_.edge_source[edge]]);
    }
    const auto closed = closed_at(state);
    const double leaving = graph_.leaving[state], returning = graph_.returning[state];
    for (std::size_t lane = 0; lane < flow_lanes; ++lane) {
      if (is_closed(closed, lane)) {
        balance.leaving[lane] += inside[lane];
        continue;
      }
      const double flow = entering_[state - from][lane] + inside[lane];
      balance.lacking[lane] += std::abs(flow - through_[state][lane]) * returning;
      balance.flowing[lane] += flow * returning;
      balance.leaving[lane] += flow * leaving;
      through_[state][lane] = flow;
    }
  }
  return balance;
}

void AbsorbingFlow::scale(std::size_t from, std::size_t to, const FlowLanes& entering,
                          const FlowLanes& leaving) {
  FlowLanes factor;
  for (std::size_t lane = 0; lane < flow_lanes; ++lane) {
    const double ratio = entering[lane] / leaving[lane];
    factor[lane] = std::isfinite(ratio) && ratio > 0 ? ratio : 1;
  }
  for (std::size_t state = from; state < to; ++state) {
    for (std::size_t lane = 0; lane < flow_lanes; ++lane) through_[state][lane] *= factor[lane];
  }
}

}  // namespace accord::kernels
