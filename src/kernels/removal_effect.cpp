// SPDX-License-Identifier: Apache-2.0
#include "kernels/removal_effect.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>
#include <utility>

#include "base/check.hpp"
#include "kernels/exact_shares.hpp"
#include "kernels/removal_by_elimination.hpp"

namespace accord::kernels {
namespace {

/// Some channels, each removed alone.
struct Removals {
  std::vector<Removal> removal;
  std::size_t sweeps = 0;
  bool has_settled = true;
};

/// The same chain run backwards from its end (Kemeny & Snell 1960, chapter V): what passes t came from s with
/// the part x(s) Q(s, t) ÷ x(t). State s stands at the place states − 1 − s.
FlowGraph backwards(const MarkovChain& chain) {
  const FlowGraph& graph = chain.graph;
  const auto states = static_cast<std::uint32_t>(graph.states());
  const auto mirrored = [&](std::uint32_t state) { return states - 1 - state; };
  FlowGraph back;
  back.component_from.clear();
  for (auto from = graph.component_from.rbegin(); from != graph.component_from.rend(); ++from) {
    back.component_from.push_back(states - *from);
  }
  back.edges_from.assign(states + 1, 0);
  for (const auto source : graph.edge_source) ++back.edges_from[mirrored(source) + 1];
  std::partial_sum(back.edges_from.begin(), back.edges_from.end(), back.edges_from.begin());
  back.edge_source.resize(graph.edge_source.size());
  back.edge_share.resize(graph.edge_source.size());
  back.leaving.resize(states);
  back.returning.resize(states);
  auto next = back.edges_from;
  auto component = graph.component_from.end() - 1;
  for (std::uint32_t state = states; state-- > 0;) {
    while (*component > state) --component;
    double leaving = chain.start[state], returning = 0;
    for (auto edge = graph.edges_from[state]; edge < graph.edges_from[state + 1]; ++edge) {
      const auto source = graph.edge_source[edge];
      const double flow = chain.passing[source] * graph.edge_share[edge];
      if (source < *component) leaving += flow;
      if (source > state) returning += flow;
      const auto place = next[mirrored(source)]++;
      back.edge_source[place] = mirrored(state);
      back.edge_share[place] = flow / chain.passing[state];
    }
    back.leaving[mirrored(state)] = leaving / chain.passing[state];
    back.returning[mirrored(state)] = returning / chain.passing[state];
  }
  return back;
}

/// A chain with what every removal needs: the yield expected from each state on.
class RemovalChain {
 public:
  RemovalChain(const MarkovChain& chain, std::size_t sweeps_at_most)
      : chain_(chain), start_(chain.graph.states()), sweeps_at_most_(sweeps_at_most) {
    const std::size_t states = start_.size();
    std::vector<FlowLanes> ends(states);
    for (std::size_t state = 0; state < states; ++state) {
      start_[state].fill(chain.start[state]);
      const double passing = chain.passing[state];
      ends[states - 1 - state] = {passing * chain.conversion[state], passing * chain.minor[state]};
    }
    const FlowGraph graph = backwards(chain);
    const AbsorbingFlow back(graph, ends, AbsorbingFlow::most_sweeps);
    for (std::size_t state = 0; state < states; ++state) {
      const auto& converting = back.through(states - 1 - state);
      ahead_.push_back({converting[0] / chain.passing[state], converting[1] / chain.passing[state]});
    }
    sweeps_ = back.sweeps();
    has_settled_ = back.has_settled();
  }

  /// Without each of these channels, at most `flow_lanes` of them.
  Removals without(std::span<const std::uint32_t> channels) const {
    const auto closed = closed_by(channels);
    const AbsorbingFlow flow(chain_.graph, start_, sweeps_at_most_, closed);
    Removals all{std::vector<Removal>(channels.size()), std::max(sweeps_, flow.sweeps()),
                 has_settled_ && flow.has_settled()};
    for (std::size_t state = 0; state < start_.size(); ++state) {
      const Yield now{chain_.conversion[state], chain_.minor[state]};
      const FlowLanes lost = closed[state] == 0 ? FlowLanes{} : flow.arriving(state);
      for (std::size_t lane = 0; lane < channels.size(); ++lane) {
        auto& removal = all.removal[lane];
        if ((closed[state] >> lane & 1) != 0) {
          removal.lost.add(lost[lane], ahead_[state]);
        } else {
          removal.kept.add(flow.through(state)[lane], now);
        }
      }
    }
    return all;
  }

 private:
  /// For each state a bit for each of the channels that it contains.
  std::vector<std::uint8_t> closed_by(std::span<const std::uint32_t> channels) const {
    std::vector<std::uint8_t> closed(start_.size());
    for (std::size_t state = 0; state < start_.size(); ++state) {
      for (const auto key : keys_of_state(chain_.code[state])) {
        const auto lane = std::ranges::find(channels, key) - channels.begin();
        if (lane < static_cast<std::ptrdiff_t>(channels.size())) {
          closed[state] = static_cast<std::uint8_t>(closed[state] | 1U << lane);
        }
      }
    }
    return closed;
  }

  const MarkovChain& chain_;
  std::vector<FlowLanes> start_;
  std::size_t sweeps_at_most_;
  std::vector<Yield> ahead_;  ///< what a journey that passes a state yields from there on
  std::size_t sweeps_ = 0;
  bool has_settled_ = true;
};

/// The channels with a way to a conversion: those that are in a state of the chain.
std::vector<std::uint32_t> channels_of(const MarkovChain& chain) {
  std::vector<bool> is_there(most_markov_keys);
  for (const auto code : chain.code) {
    for (const auto key : keys_of_state(code)) is_there[key] = true;
  }
  std::vector<std::uint32_t> channels;
  for (std::uint32_t key = 0; key < most_markov_keys; ++key) {
    if (is_there[key]) channels.push_back(key);
  }
  return channels;
}

std::size_t sweeps_at_most(const MarkovChain& chain, std::size_t channels, const RemovalRequest& request) {
  constexpr std::size_t states_in_cache = 10'000, work_beyond = 8;
  const auto work_of_step = chain.graph.states() > states_in_cache ? work_beyond : 1;
  const auto steps =
      std::max<std::uint64_t>(std::uint64_t{chain.graph.edge_source.size()} * channels * work_of_step, 1);
  return std::clamp<std::uint64_t>(request.most_work / steps, 1, AbsorbingFlow::most_sweeps);
}

/// All removals in the order of `channels`. Threads take turns at groups of them: who takes which changes
/// nothing. Where the first group does not settle, no other is tried.
Removals remove_each(const MarkovChain& chain, std::span<const std::uint32_t> channels,
                     const RemovalRequest& request) {
  const std::size_t threads = std::max<std::size_t>(request.threads, 1);
  const RemovalChain removing(chain, sweeps_at_most(chain, channels.size(), request));
  const std::size_t groups = (channels.size() + flow_lanes - 1) / flow_lanes;
  std::vector<Removals> done(groups);
  const auto take = [&](std::size_t group) {
    const auto from = group * flow_lanes;
    done[group] = removing.without(channels.subspan(from, std::min(flow_lanes, channels.size() - from)));
  };
  const auto work = [&](std::size_t first) {
    for (std::size_t group = first; group < groups; group += threads) take(group);
  };
  if (groups == 0) return {};
  take(0);
  if (!done.front().has_settled) return std::move(done.front());
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work, 1 + i));
  work(1);
  for (auto& other : others) other.get();
  Removals all;
  for (const auto& group : done) {
    all.removal.insert(all.removal.end(), group.removal.begin(), group.removal.end());
    all.sweeps = std::max(all.sweeps, group.sweeps);
    all.has_settled &= group.has_settled;
  }
  return all;
}

/// Whether states are few and follow each other in so many ways that eliminating them is less work than eight
/// sweeps for each channel; those of chains that mix slowly are many more. Each channel is one state then.
bool is_dense(const MarkovChain& chain, const RemovalRequest& request) {
  constexpr std::size_t fewest_states = 64, sweeps = 8;
  const auto states = chain.graph.states();
  return request.order == 1 && chain.graph.component_from.size() == 2 && states >= fewest_states &&
         states <= request.most_eliminated && chain.graph.edge_source.size() * sweeps >= states * states;
}

/// In the order of `channels`.
Removals eliminate_each(const MarkovChain& chain, std::span<const std::uint32_t> channels,
                        std::size_t threads) {
  const auto of_states = removals_by_elimination(chain, threads);
  Removals all;
  all.removal.resize(channels.size());
  for (std::size_t state = 0; state < of_states.size(); ++state) {
    const auto key = keys_of_state(chain.code[state]).keys.front();
    const auto place = std::ranges::lower_bound(channels, key) - channels.begin();
    all.removal[static_cast<std::size_t>(place)] = of_states[state];
  }
  return all;
}

/// How many journeys each channel touched, and what there is in all.
RemovalEffects counted(const Paths& paths) {
  RemovalEffects effects;
  effects.channels.resize(paths.keys);
  std::vector<std::size_t> last_path(paths.keys, paths.size());
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto& outcome = paths.outcome[path];
    const auto journeys = outcome.conversions + outcome.not_converted;
    effects.journeys += journeys;
    effects.conversions += outcome.conversions;
    effects.minor += outcome.minor;
    for (const auto key : paths.keys_of(path)) {
      if (last_path[key] == path) continue;
      last_path[key] = path;
      effects.channels[key].journeys += journeys;
      effects.channels[key].conversions_touched += outcome.conversions;
    }
  }
  return effects;
}

std::optional<std::string> reason_no_effects(const RemovalEffects& effects) {
  if (effects.journeys == 0) return "there are no journeys";
  if (effects.conversions == 0) return "no journey converted, so nothing can be lost";
  return std::nullopt;
}

std::optional<std::string> reason_no_value(const RemovalEffects& effects, const MarkovChain& chain) {
  if (chain.has_loss) {
    return "conversions after the same touches have together brought less than nothing: refunds are not "
           "conversions";
  }
  if (effects.minor == 0) return "the conversions have brought no value";
  return std::nullopt;
}

std::optional<std::string> reason_too_long(std::size_t edges, std::size_t channels,
                                           const RemovalRequest& request) {
  if (std::uint64_t{edges} * channels <= request.most_steps) return std::nullopt;
  return "order " + std::to_string(request.order) + " has " + std::to_string(edges) +
         " steps from state to " + "state for each of " + std::to_string(channels) +
         " channels, together more than " + std::to_string(request.most_steps) +
         ": take a lower order, or put small channels together";
}

/// The part that is lost, and how far this and what is kept are from all there is.
double effect_of(double kept, double lost, double all, double& residual) {
  residual = std::max(residual, std::abs(kept + lost - all) / all);
  return kept == 0 ? 1 : std::min(lost / all, 1.0);
}

void set_effects(RemovalEffects& effects, std::span<const std::uint32_t> channels, const Removals& removals) {
  const auto journeys = static_cast<double>(effects.journeys);
  const Yield all{static_cast<double>(effects.conversions) / journeys,
                  static_cast<double>(effects.minor) / journeys};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const auto& [kept, lost] = removals.removal[i];
    auto& channel = effects.channels[channels[i]];
    channel.effect = effect_of(kept.conversion, lost.conversion, all.conversion, effects.residual);
    if (effects.reason_no_value) continue;
    channel.value_effect = effect_of(kept.minor, lost.minor, all.minor, effects.residual);
  }
}

/// Those that some converting journey touched share it all; of these each has an effect.
void set_credits(RemovalEffects& effects) {
  double sum = 0, value_sum = 0;
  std::vector<double> shares;
  for (const auto& channel : effects.channels) {
    if (channel.conversions_touched == 0) continue;
    sum += channel.effect;
    value_sum += channel.value_effect;
  }
  for (auto& [effect, value_effect, credit, journeys, conversions] : effects.channels) {
    const bool earns = conversions > 0;
    credit.conversions = earns ? static_cast<double>(effects.conversions) * (effect / sum) : 0;
    if (effects.reason_no_value) continue;
    shares.push_back(earns ? value_effect / value_sum : 0);
    credit.unrounded_minor = static_cast<double>(effects.minor) * shares.back();
  }
  const auto minor = share_exactly(effects.minor, shares);
  for (std::size_t key = 0; key < minor.size(); ++key) effects.channels[key].credit.minor = minor[key];
}

/// Everything but what counting alone has said; nothing when it was worked out, else why not.
std::optional<std::string> work_out(RemovalEffects& effects, MarkovChain chain,
                                    const RemovalRequest& request) {
  effects.states = chain.states_seen;
  const auto channels = channels_of(chain);
  const auto edges = chain.graph.edge_source.size();
  const bool eliminates = is_dense(chain, request);
  if (auto reason = reason_too_long(edges, channels.size(), request); reason && !eliminates) return reason;
  effects.reason_no_value = reason_no_value(effects, chain);
  if (effects.reason_no_value) std::ranges::fill(chain.minor, 0.0);
  const auto removals =
      eliminates ? eliminate_each(chain, channels, request.threads) : remove_each(chain, channels, request);
  effects.sweeps = removals.sweeps;
  if (removals.has_settled) set_effects(effects, channels, removals);
  if (removals.has_settled && effects.residual <= most_residual) {
    set_credits(effects);
    return std::nullopt;
  }
  for (auto& channel : effects.channels) channel.effect = channel.value_effect = 0;
  return "order " + std::to_string(request.order) + " could not be worked out exactly: after " +
         std::to_string(removals.sweeps) +
         " sweeps some of it was still missing; take another order, or put small channels together";
}

}  // namespace

RemovalEffects removal_effects(const Paths& paths, const RemovalRequest& request) {
  CHECK(request.order >= 1 && request.order <= highest_order);
  RemovalEffects effects = counted(paths);
  effects.reason = reason_no_effects(effects);
  if (effects.journeys == 0) return effects;
  effects.conversion_probability =
      static_cast<double>(effects.conversions) / static_cast<double>(effects.journeys);
  if (effects.reason) return effects;
  MarkovChain chain = markov_chain(paths, request.order, request.most_states);
  effects.reason = chain.reason ? chain.reason : work_out(effects, std::move(chain), request);
  return effects;
}

void removal_shares(const RemovalEffects& effects, std::span<const std::uint32_t> keys,
                    std::span<double> shares) {
  CHECK(keys.size() == shares.size());
  std::vector<std::uint32_t> sorted(keys.begin(), keys.end());
  std::ranges::sort(sorted);
  double sum = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto touches = std::ranges::equal_range(sorted, keys[i]).size();
    shares[i] = effects.channels[keys[i]].effect / static_cast<double>(touches);
    sum += shares[i];
  }
  for (auto& share : shares) share = sum > 0 ? share / sum : 1 / static_cast<double>(shares.size());
}

}  // namespace accord::kernels
