// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>

#include "roi/ledger.hpp"

namespace accord::roi {

/// Which line a fact belongs to: the number of the channel, the campaign; 0 where it names none.
using Key = std::int64_t;
/// Of orders that no touchpoint explains.
constexpr Key unexplained = -1;

/// What one line spent and earned, before it is put into words. Money is of the company's currency.
struct Sums {
  std::int64_t spent = 0, entries = 0, touchpoints = 0;
  std::int64_t revenue = 0, margin = 0;
  std::int64_t credited = 0,
               without_cost = 0;  ///< orders that it has a part in; of these, without a known cost
  double orders = 0;
  double unrounded =
      0;  ///< revenue before each order was rounded to whole minor units, to compare with other tools
};

/// All lines of a question.
struct Lines {
  std::map<Key, Sums> by_key;
  Sums booked, attributed, unattributed;  ///< the last is of orders that no touchpoint explains
  std::int64_t orders_left_out = 0, entries_left_out = 0;  ///< in other currencies
};

/// Whether the dimension's lines earn by their touchpoints; else they have the orders that are theirs.
bool earns_by_touchpoints(Dimension);
Key key_of(Dimension, const touchpoint::Touch&);
Key key_of(Dimension, const order::Order&);
Key key_of(Dimension, const spend::Spent&);

/// For each line: what was spent on it, and the credit of the orders it has a part in. The credits of an
/// order sum to it exactly, and all of it to what was booked.
std::shared_ptr<const Lines> lines_of(const Read&, const Question&);
/// The orders that a line has a part in, with that part, newest first. Of `unexplained`: those without any.
std::vector<CreditedOrder> orders_of(const Read&, const Question&, Key);

}  // namespace accord::roi
