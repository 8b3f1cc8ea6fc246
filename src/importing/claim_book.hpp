// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "claim/claim.hpp"

namespace accord::importing {

/// A claim as the rows of a file tell it.
struct ToldClaim {
  claim::Claim claim;
  std::int64_t line = 0, rows = 0;
  std::int64_t number_line = 0;  ///< that states the number; 0: it is the count or the sum of the list
  std::vector<claim::ItemDraft> items;
  std::vector<std::int64_t> lines{};  ///< of the items
  bool is_listed() const { return !items.empty(); }
};

/// Why a row cannot be a part of its claim.
struct Misfit {
  std::string slot, reason, remedy;
};

/// The claims that a file tells: rows that agree in side, metric, period and territory are one claim's, and
/// each that names a lead or opportunity is a row of the list behind it.
class ClaimBook {
 public:
  /// Takes the row into its claim, unless it does not fit there.
  std::optional<Misfit> add(const claim::ClaimLine&, std::int64_t line);
  /// In the order in which the file names them; without a stated number with the count or the sum.
  std::vector<ToldClaim> finish();

 private:
  using Place = std::tuple<Side, claim::Metric, Day, Day, std::int64_t>;
  std::vector<ToldClaim> claims_;
  std::map<Place, std::size_t> places_;
};

/// Whether the row is one of a list rather than the number itself.
bool is_item(const claim::ClaimLine&);

}  // namespace accord::importing
