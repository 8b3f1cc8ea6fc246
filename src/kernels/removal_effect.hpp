// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/credit_totals.hpp"
#include "kernels/markov_chain.hpp"
#include "kernels/path.hpp"

/// What would be lost without a channel, if journeys were a Markov chain: exactly, not by simulation.
namespace accord::kernels {

struct RemovalRequest {
  std::size_t order = 1;  ///< 1 up to `highest_order`
  std::size_t threads = 1;
  std::size_t most_states = 1'000'000;
  /// Edges times channels, which one sweep over all takes. A thousand channels that all follow each other are
  /// half of it, and take ten seconds of one core.
  std::uint64_t most_steps = 2'000'000'000;
  /// The same times the sweeps, a minute of one core; in a chain that is larger than a processor's cache each
  /// step counts eightfold. One that mixes slower is answered with a reason, as soon as its first channels
  /// say so, instead of after minutes.
  std::uint64_t most_work = 100'000'000'000;
  /// A chain of order 1 of 64 up to so many states that follow each other in an eighth of all ways or more is
  /// solved by elimination (`removals_by_elimination`) instead of by sweeps: two thousand take some seconds
  /// of one core, however slowly it mixes.
  std::size_t most_eliminated = 2'000;
};

/// One channel: a key of the paths.
struct ChannelRemoval {
  double effect = 0;           ///< of the conversions, the part that is lost without it: 0 up to 1
  double value_effect = 0;     ///< of the value
  Credit credit;               ///< `minor` sums to the value exactly; nothing: see `reason_no_value`
  std::uint64_t journeys = 0;  ///< those it touched
  std::uint64_t conversions_touched = 0;  ///< those whose journey it touched
};

struct RemovalEffects {
  std::vector<ChannelRemoval> channels;  ///< by key
  std::uint64_t journeys = 0, conversions = 0;
  std::int64_t minor = 0;                      ///< what all conversions brought
  double conversion_probability = 0;           ///< conversions ÷ journeys
  std::optional<std::string> reason;           ///< why there are no effects and no credits
  std::optional<std::string> reason_no_value;  ///< why there are none of the value

  // How it was worked out.
  std::size_t states = 0;  ///< of the chain
  std::size_t sweeps = 0;  ///< the most that a part of it has taken; 0 where states were eliminated
  double residual = 0;     ///< see `most_residual`
};

/// What is kept without a channel and what is lost are worked out apart, and together must be all there is.
/// The largest relative difference over all channels is the residual; beyond this there is no answer.
constexpr double most_residual = 1e-10;

/// The removal effect of a channel is 1 − P(conversion without it) ÷ P(conversion): journeys that would come
/// to it do not convert (Anderl, Becker, von Wangenheim & Schumann 2016, section 3.3). Its credit is all
/// conversions × its effect ÷ the sum of the effects of all channels that a converting journey touched; of
/// the value likewise, by effects on the mean value of a journey. A channel that none of these touched may
/// have an effect, where it leads to channels that convert; it earns exactly 0, since no conversion has come
/// by it.
///
/// What is lost is summed from what comes to the channel's states and would convert from there, not taken as
/// a difference: small effects are as exact as large ones. A channel from which the chain knows no way to a
/// conversion has exactly 0, one without which it knows none exactly 1.
///
/// The paths have no problem (`problem_of`). The same bit for bit however they are sorted or grouped, and
/// whatever the number of threads.
RemovalEffects removal_effects(const Paths&, const RemovalRequest&);

/// One conversion over its own journey by the removal effects: what part each touch earned. Each distinct
/// channel in proportion to its effect, in equal parts to its touches; equal where all effects are 0. There
/// are as many shares as keys. What single conversions sum to is another figure than the credits above.
void removal_shares(const RemovalEffects&, std::span<const std::uint32_t> keys, std::span<double> shares);

}  // namespace accord::kernels
