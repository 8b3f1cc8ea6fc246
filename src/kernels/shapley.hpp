// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernels/credit_totals.hpp"
#include "kernels/path.hpp"

/// The Shapley value: channels are players of a game, v(S) is what a coalition S of them brings alone, and a
/// player earns what he adds, on average over all orders in which the players may join:
///   φᵢ = Σ over S without i of |S|! (n − |S| − 1)! ÷ n! × (v(S ∪ i) − v(S))
/// L. S. Shapley, "A Value for n-Person Games", Contributions to the Theory of Games II, 1953. It is exact
/// here: no coalition is left out and nothing is drawn by chance. It says what went together, not what caused
/// what.
namespace accord::kernels {

/// The game over journeys: v(S) is the conversions (or their value) of the journeys that came by channels of
/// S only. Then each path shares what it brought equally among its distinct channels, however often it came
/// by them, so any number of channels is exact, in time linear in the touches:
///
///   v is the sum of the games vₜ of the single paths, with vₜ(S) = what the path brought where S holds all
///   of its channels T, else 0. In vₜ a channel outside of T never adds anything and those of T are alike,
///   so by the axioms (null player, symmetry, efficiency) each of T earns vₜ ÷ |T|, by additivity φ is their
///   sum.
///
/// K. Zhao, S. H. Mahboobi & S. R. Bagheri, "Shapley Value Methods for Attribution Modeling in Online
/// Advertising", 2018, the simplified method.
///
/// One credit for each key. Alike keys get the same, bit for bit; those on no converting path get exactly 0,
/// and nothing depends on how journeys are spread over paths. The unrounded credits sum to all there is but
/// for what lies below 2^-60 per key and path. `minor` sums to the value exactly: rounded down, and the units
/// left over go, one each, to the largest remainders, the lower key first among equals. It is a figure of the
/// whole: credits of single orders, each rounded for itself (`shapley_shares`), sum to another in the last
/// units.
std::vector<Credit> shapley_over_journeys(const Paths&);

/// The same game for a single journey: what part each touch earned. Each distinct channel has the same, in
/// equal parts to its touches. There are as many shares as keys.
void shapley_shares(std::span<const std::uint32_t> keys, std::span<double> shares);

/// The value of any game: `worths` by coalition, each player a bit of its place, so that there are 2ⁿ of them
/// and the first, that of nobody, is 0. Every coalition counts, in the order of the places; a player at a
/// time is summed with Neumaier's correction. Asks for 20 players at most; none where there are not 2ⁿ
/// worths.
std::vector<double> shapley_values(std::span<const double> worths);

/// So many channels at most for the game by rate: with 12 there are 4,095 coalitions, with 20 a million, of
/// which hardly any is seen in journeys.
constexpr std::size_t most_players_by_rate = 12;

struct ShapleyByRate {
  std::vector<Credit> credits = {};        ///< one for each key; none where there is a reason
  std::size_t coalitions_seen = 0;         ///< that played, and that journeys show
  std::size_t coalitions_unseen = 0;       ///< that played without a journey that shows them: see below
  std::optional<std::string> reason = {};  ///< why there are no credits: too many channels
};

/// The game by conversion rate. Let r(S) be conversions ÷ journeys over the journeys whose set of channels is
/// exactly S. For each set T that has conversions, the channels of T play with
///   v(S) = the greatest r(R) of all R within S that journeys show, 0 where they show none
/// and the conversions of T, and their value, are shared in proportion to the Shapley value of that game. All
/// coalitions are counted, with whole numbers, rates in 2^-73.
///
/// What is within, instead of r(S) itself, states what a coalition is worth that no journey shows (as much as
/// the best of its parts), and keeps credit from being negative where a set converts worse than a part of it:
/// nobody is worth less for a channel more. Where r grows with the set and each set is seen, v is r.
/// Others: DP6 Marketing-Attribution-Models, `attribution_shapley(values_col="conv_rate")`, plays the same
/// games with r(S) itself, 0 where it is not seen, so that credits may be negative, and cuts each set down to
/// four channels; a single game over all channels at once, as in textbooks, rests on the rate of the set of
/// all channels, which hardly any log shows.
///
/// Rounded as above. A channel on no converting path gets exactly 0, and so does one that adds to no rate.
ShapleyByRate shapley_by_rate(const Paths&);

}  // namespace accord::kernels
