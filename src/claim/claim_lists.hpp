// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/bridge_view.hpp"

namespace accord::claim {

/// The list behind one end of a bridge, and the number that stands there.
struct EndList {
  std::vector<Counted> rows;
  std::int64_t number = 0;
  bool is_of_facts = false;
  bool is_given = true;  ///< of a claim: whether its side gave a list
  /// Of the facts: left out.
  std::int64_t of_unknown_day = 0;
  std::optional<Money> told;  ///< the number as it was stated, in another currency
  Day rate_day;               ///< at whose exchange rate that counts
  bool has_rate = true;       ///< whether anybody knows what the number is worth
  /// What the list would come to more at the exchange rates of the day the number was stated on.
  std::int64_t by_rates = 0;
};

/// What stands for the list of a claim that has none.
enum class WithoutList : std::uint8_t {
  is_empty,    ///< nothing: what its side counted is not known
  takes_facts  ///< what the facts hold of its metric, period and territory
};
/// Of a claim with a list: that. Of the facts: what they hold of the metric, period and territory.
EndList list_of(const Read&, const std::optional<Claim>&, Metric, const BridgeQuestion&, WithoutList);

/// "Marketing: 247 leads passed on"
std::string said(Side, Metric, const std::optional<std::int64_t>& count, const std::optional<Money>& amount);
/// "leads passed on"
std::string_view in_words(Metric);
/// What the facts count of a metric, in a sentence.
std::string_view definition_by_facts(Metric);

}  // namespace accord::claim
