// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

/// How often each state of an absorbing Markov chain is passed: x = s + Qᵀx (Kemeny & Snell, "Finite Markov
/// Chains", 1960, chapter III), for several chains at once that differ in where they begin and in which
/// states let nothing through.
namespace accord::kernels {

constexpr std::size_t flow_lanes = 8;
using FlowLanes = std::array<double, flow_lanes>;  ///< one number for each of the chains solved together

/// The transient states of a chain, sorted so that a flow runs forward as far as cycles allow: components
/// (states that reach each other) one after the other, each fed only by those before it.
struct FlowGraph {
  std::vector<std::uint32_t> component_from{0};  ///< component c is the states [c] up to [c + 1]
  std::vector<std::uint64_t> edges_from{0};      ///< state s is fed by the edges [s] up to [s + 1]
  std::vector<std::uint32_t> edge_source;        ///< ascending for each state; never the state itself
  std::vector<double> edge_share;                ///< the part of what passes the source that goes this way
  std::vector<double> leaving;    ///< of what passes a state, the part that does not stay in its component
  std::vector<double> returning;  ///< the part that goes to earlier states of its component

  std::size_t states() const { return leaving.size(); }
};

/// Solves by Gauss–Seidel in the order of the states: those on no cycle are exact at once, a component of
/// several is swept until what its states still lack is at most `tolerance` of what flows in it. What is
/// lacking, summed over states without sign, is an upper bound of the error of every probability of
/// absorption. After the sweeps 1, 2, 4, 8 … each component is scaled so that as much leaves it as enters
/// (aggregation with one aggregate): without that, journeys of ten thousand touches need as many sweeps.
class AbsorbingFlow {
 public:
  static constexpr double tolerance = 1e-15;
  static constexpr std::size_t most_sweeps = 20'000;

  /// `start`: what begins in each state. `closed`: bit l of [s] says that in lane l state s lets nothing
  /// through; empty: none does. All are kept by the caller. `sweeps_at_most` is for each component.
  AbsorbingFlow(const FlowGraph& graph, std::span<const FlowLanes> start, std::size_t sweeps_at_most,
                std::span<const std::uint8_t> closed = {});

  bool has_settled() const { return has_settled_; }  ///< false: so many sweeps were not enough
  std::size_t sweeps() const { return sweeps_; }     ///< the most that a component has needed
  const FlowLanes& through(std::size_t state) const { return through_[state]; }  ///< 0 where closed
  FlowLanes arriving(std::size_t state) const;  ///< as `through`, but where it is closed as well

 private:
  struct Balance {
    FlowLanes lacking{}, flowing{}, leaving{};
  };
  bool settle(std::size_t from, std::size_t to);
  FlowLanes enter(std::size_t from, std::size_t to);
  Balance sweep(std::size_t from, std::size_t to);
  void scale(std::size_t from, std::size_t to, const FlowLanes& entering, const FlowLanes& leaving);
  std::uint8_t closed_at(std::size_t state) const { return closed_.empty() ? 0 : closed_[state]; }

  const FlowGraph& graph_;
  std::span<const FlowLanes> start_;
  std::size_t sweeps_at_most_;
  std::span<const std::uint8_t> closed_;
  std::vector<FlowLanes> through_;
  std::vector<FlowLanes> entering_;         ///< of the component: what each state gets from outside
  std::vector<std::uint64_t> inside_from_;  ///< of the component: the first edge from inside
  std::size_t sweeps_ = 0;
  bool has_settled_ = true;
};

}  // namespace accord::kernels
