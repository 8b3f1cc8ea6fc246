// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <future>
#include <memory>
#include <vector>

#include "kernels/path.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_lines.hpp"

namespace accord::roi {

/// The journeys that a question asks for, as `Ledger::each_asked` says which these are, for who asks. What
/// has no exchange rate counts nowhere.
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
  Question question_;
  Currency own_;
  std::shared_ptr<const Ledger> ledger_;
  std::vector<Ledger::Part> shares_;
};

/// The journeys of a question that have ended, grouped by the way they took. A key of the list is a place in
/// `keys`.
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
