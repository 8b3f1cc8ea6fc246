// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/described.hpp"

/// The bridge from one number to another: pure, over the lists behind the two.
namespace accord::claim {

/// Why one side counts what the other does not. A row is put down to the first cause that applies, in this
/// order, so that nothing is taken away twice.
enum class Cause : std::uint8_t {
  duplicate,                ///< the same lead stands in the list before
  without_rate,             ///< nobody knows what its amount is worth, so that no number holds it
  outside_period,           ///< its day lies outside the period
  other_territory,          ///< it belongs to another territory
  never_received,           ///< no lead or opportunity of the firm is meant by it
  rejected_with_reason,     ///< closed as lost before anybody had moved it on, with a reason
  rejected_without_reason,  ///< the same, without one
  never_contacted,          ///< nobody of sales has done anything about it since it was passed on
  other_amount,             ///< both count it, for different amounts
  other_definition,         ///< the other side's definition leaves it out
  only_there,               ///< only the other side counts it
  counted_twice_there,      ///< the other side counts it more than once
  without_rate_there,       ///< only the other side counts it, and nobody knows what its amount is worth
  other_rates,              ///< a number and its list take exchange rates of different days
  not_explained,            ///< a number and its list differ
  no_list                   ///< the side gave no list behind the first number, so nobody can tell
};

/// One thing that a number counts.
struct Counted {
  std::int64_t opportunity = 0;  ///< 0: none of the firm's
  std::string identity;          ///< two of the same identity are the same thing
  std::string label;
  std::string key{};  ///< its identifier, as its list has it
  std::optional<Day> on{};
  std::int64_t territory = 0;
  std::int64_t size = 1;  ///< 1, or an amount in minor units of the company's currency; 0 without a rate
  std::optional<Money> told{};  ///< the amount as it was told, in another currency
  bool has_rate = true;
  bool is_contacted = true, is_rejected = false, has_reason = false;
};

/// What both numbers are to be about.
struct BridgeScope {
  Day from, until;
  std::function<bool(std::int64_t territory)> holds_territory;  ///< empty: all of them
};

/// One step: what it changes, and the rows behind it as places in the first list (or in the second, for what
/// only the other side counts).
struct BridgeStep {
  Cause cause = Cause::not_explained;
  std::int64_t change = 0;
  std::vector<std::size_t> rows;
};

/// From `start` by all changes to `end`, exactly.
struct Bridge {
  std::int64_t start = 0, end = 0;
  std::vector<BridgeStep> steps;  ///< in the order of the causes, only those with rows or a change
  std::int64_t in_both = 0;       ///< how many both count
};

/// A number and the list behind it.
struct Stated {
  std::int64_t number = 0;
  std::span<const Counted> rows;
  /// What the list would come to more at the exchange rates that the number takes.
  std::int64_t by_rates = 0;
};

Bridge bridge(const Stated& first, const Stated& second, const BridgeScope&);
/// Between two numbers of which the first has no list: one step, with no rows behind it.
Bridge bridge_of_numbers(std::int64_t first, std::int64_t second);

/// Whether the rows of a step stand in the second list.
constexpr bool is_of_second(Cause cause) {
  return cause == Cause::only_there || cause == Cause::counted_twice_there ||
         cause == Cause::without_rate_there;
}

}  // namespace accord::claim

namespace accord {
template <>
inline constexpr std::array<std::string_view, 16> choices_of<claim::Cause>{"duplicate",
                                                                           "without_rate",
                                                                           "outside_period",
                                                                           "other_territory",
                                                                           "never_received",
                                                                           "rejected_with_reason",
                                                                           "rejected_without_reason",
                                                                           "never_contacted",
                                                                           "other_amount",
                                                                           "other_definition",
                                                                           "only_there",
                                                                           "counted_twice_there",
                                                                           "without_rate_there",
                                                                           "other_rates",
                                                                           "not_explained",
                                                                           "no_list"};
}  // namespace accord
