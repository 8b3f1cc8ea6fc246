// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/credit_totals.hpp"
#include "kernels/path.hpp"

namespace accord::kernels {

/// What keys have earned of paths, in fractions of 2^-61: whole numbers, so that no order of adding matters.
/// Journeys are below 2^53 and amounts together below 2^63 (`problem_of`), so that 128 bits hold every sum.
class KeySums {
 public:
  __extension__ using Wide = __int128;

  explicit KeySums(std::size_t keys) : conversions_(keys), minor_(keys) {}

  /// The part `share` ÷ `of` of what a path brought, cut off towards zero; `of` is below 2^63.
  void add(std::size_t key, const PathOutcome&, Wide share, Wide of);

  /// One for each key. `minor` is what the amounts sum to: each is rounded down, and the units left over go,
  /// one each, to the largest remainders, the lower key first among equals. What was cut off is less than a
  /// unit in all, so a key without a remainder never gets one.
  std::vector<Credit> credits(std::int64_t minor) const;

 private:
  std::vector<std::int64_t> rounded(std::int64_t minor) const;

  std::vector<Wide> conversions_, minor_;
};

/// What all paths brought together.
std::int64_t total_minor(const Paths&);

}  // namespace accord::kernels
