// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>

#include "kernels/exact_shares.hpp"

namespace accord::roi {

/// Which line a fact belongs to: the number of the channel, the campaign; 0 where it names none.
using Key = std::int64_t;
/// Of orders that no touchpoint explains.
constexpr Key unexplained = -1;

/// What one line spent and earned, before it is put into words. Money is of the company's currency. All of it
/// is in whole numbers, so that sums of some accounts can be taken away from those of all and added anew
/// without a trace, in any order.
struct Sums {
  __extension__ using Wide = __int128;

  std::int64_t spent = 0, entries = 0, touchpoints = 0;
  std::int64_t revenue = 0, margin = 0;
  std::int64_t credited = 0,
               without_cost = 0;  ///< orders that it has a part in; of these, without a known cost
  Wide order_parts = 0;           ///< of its orders, in `kernels::ExactShares::one` of one
  Wide unrounded_parts = 0;       ///< of minor units

  double orders() const { return in_ones(order_parts); }
  /// Revenue before each order was rounded to whole minor units, to compare with other tools.
  double unrounded() const { return in_ones(unrounded_parts); }
  Sums& operator+=(const Sums&);
  Sums& operator-=(const Sums&);
  friend bool operator==(const Sums&, const Sums&) = default;

 private:
  static double in_ones(Wide parts) {
    return static_cast<double>(parts) / static_cast<double>(kernels::ExactShares::one);
  }
};

/// All lines of a question.
struct Lines {
  std::map<Key, Sums> by_key;
  Sums booked, attributed, unattributed;  ///< the last is of orders that no touchpoint explains
  std::int64_t orders_left_out = 0, entries_left_out = 0;  ///< in other currencies

  Lines& operator+=(const Lines&);
  /// A line of which nothing is left is none.
  Lines& operator-=(const Lines&);
  friend bool operator==(const Lines&, const Lines&) = default;
};

}  // namespace accord::roi
