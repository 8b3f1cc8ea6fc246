// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>

#include "kernels/exact_shares.hpp"

namespace accord::roi {

/// Which line a fact belongs to: the number of the channel, the campaign; 0 where it names none.
using Key = std::int64_t;
/// Of orders, leads and new accounts that no touchpoint explains.
constexpr Key unexplained = -1;
/// Of all of them, whatever their line.
constexpr Key everything = -2;

/// What one line spent and earned, before it is put into words. Money is of the company's currency. All of it
/// is in whole numbers, so that sums of some accounts can be taken away from those of all and added anew
/// without a trace, in any order. What is in parts is in `kernels::ExactShares::one` of one.
struct Sums {
  __extension__ using Wide = __int128;

  std::int64_t spent = 0, entries = 0, touchpoints = 0;
  std::int64_t planned = 0, plans = 0;  ///< budgets, and of how many campaigns
  std::int64_t planned_by_plans = 0;    ///< of it, what signed plans say; below zero: said of others
  std::int64_t plans_left_out = 0;      ///< of which nobody knows what falls into these days
  std::int64_t plans_undivided = 0;     ///< which are for several lines at once
  std::int64_t revenue = 0, margin = 0;
  std::int64_t credited = 0,  ///< orders that it has a part in, and refunds of orders
      refunds = 0,            ///< of these
      taken_back = 0,         ///< of these, orders of which nothing is left, and which are none any more
      without_cost = 0;       ///< of these, without a known cost
  Wide order_parts = 0;       ///< of its orders
  Wide unrounded_parts = 0;   ///< of minor units

  std::int64_t leads = 0, opportunities = 0, new_accounts = 0;  ///< that it has a part in
  Wide lead_parts = 0, opportunity_parts = 0, new_account_parts = 0;
  std::int64_t new_without_cost = 0;  ///< new accounts of which the margin is not known
  Wide new_margin_parts = 0;          ///< of minor units: what its new accounts brought
  Wide new_day_parts = 0;             ///< of days: how long they have been customers

  double orders() const { return in_ones(order_parts); }
  /// Of how many orders that is: a refund is none, nor is what was wholly taken back.
  std::int64_t orders_credited() const { return credited - refunds - taken_back; }
  /// Revenue before each order was rounded to whole minor units, to compare with other tools.
  double unrounded() const { return in_ones(unrounded_parts); }
  static double in_ones(Wide parts) {
    return static_cast<double>(parts) / static_cast<double>(kernels::ExactShares::one);
  }
  Sums& operator+=(const Sums&);
  Sums& operator-=(const Sums&);
  friend bool operator==(const Sums&, const Sums&) = default;
};

/// All lines of a question.
struct Lines {
  std::map<Key, Sums> by_key;
  Sums booked, attributed, unattributed;                   ///< the last is of what no touchpoint explains
  std::int64_t orders_left_out = 0, entries_left_out = 0;  ///< in other currencies
  std::int64_t of_several = 0;                             ///< orders that more than one touchpoint led to

  Lines& operator+=(const Lines&);
  /// A line of which nothing is left is none.
  Lines& operator-=(const Lines&);
  friend bool operator==(const Lines&, const Lines&) = default;
};

}  // namespace accord::roi
