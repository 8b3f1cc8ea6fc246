// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <vector>

#include "kernels/path.hpp"
#include "roi/roi_lines.hpp"

namespace accord::roi {

/// A journey of a question, and what came of it.
struct AskedJourney {
  const order::Order* order = nullptr;  ///< that closed it; nothing where none has
  std::uint32_t account = 0;            ///< 0 where the order names none
  touchpoint::TouchColumns touches;     ///< none: an order that nothing explains
};

/// The journeys that a question asks for, the only place that says which these are:
/// 1. those that an order of the days asked closed, with the touchpoints of its look-back;
/// 2. those that no order has closed, with those of their touchpoints that lie in the days asked, so that
/// each
///    counts in one period; where none does, it is no journey of these days.
/// Orders of other days close journeys that count in neither way. What has no exchange rate counts nowhere.
/// What the actor may not see, and touchpoints of no account, are no journeys.
class AskedJourneys {
 public:
  AskedJourneys(const Read&, const Question&);
  using Use = std::function<void(const AskedJourney&)>;

  /// All of them, by account; first the accounts that have not changed since the column file was made.
  void each(const Use&) const;
  /// The accounts in as many shares as there are processors.
  std::size_t shares() const { return shares_.size(); }
  void each(std::size_t share, const Use&) const;

  /// What `sum` makes of each share, added up in their order, on all processors.
  template <class T>
  T summed(const std::function<T(std::size_t share)>& sum) const {
    std::vector<std::future<T>> others;
    for (std::size_t share = 1; share < shares(); ++share)
      others.push_back(std::async(std::launch::async, sum, share));
    T all = sum(0);
    for (auto& other : others) all += other.get();
    return all;
  }

 private:
  struct Piece {
    const Ledger::Part* part;
    kernels::AccountRange places;
  };
  using Pieces = std::vector<Piece>;
  void each(const Piece&, const Use&) const;
  bool is_asked(const order::Order&) const;
  /// The touchpoints of a journey without an order that lie in the days asked.
  touchpoint::TouchColumns within_days(const touchpoint::TouchColumns&, const kernels::Journey&) const;

  Question question_;
  Currency own_;
  std::shared_ptr<const Ledger> ledger_;
  Ledger::Part unchanged_;
  std::vector<Pieces> shares_;
};

/// The journeys of a question, grouped by the way they took. A key of the list is a place in `keys`.
struct JourneyPaths {
  kernels::PathList list;
  std::vector<Key> keys;  ///< the lines that any journey came by, sorted

  /// The place of a line; nothing where no journey came by it.
  std::optional<std::size_t> place_of(Key) const;
};

/// Kept for each commit and question; the model plays no part in it.
std::shared_ptr<const JourneyPaths> paths_of(const Read&, const Question&);

/// What of a question says which journeys there are: the same for every model.
std::string journeys_key(const Question&);

}  // namespace accord::roi
