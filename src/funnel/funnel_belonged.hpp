// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <memory>
#include <vector>

#include "db/read.hpp"

/// Where opportunities belonged on an earlier day: territories are split, and what is judged of a past
/// quarter is judged as it was then.
namespace accord::funnel {

/// The territories of those opportunities that belonged elsewhere than they do now.
class Belonged {
 public:
  /// From one commit to another a record said so.
  struct Stay {
    std::int64_t from_commit = 0, until_commit = 0, territory = 0;
    bool is_first = false;  ///< nothing is on record from before
  };

  /// As of a commit; of a time before anything was on record, as it was first on record. 0 is no territory.
  std::int64_t territory(std::int64_t opportunity, std::int64_t commit, std::int64_t now) const;
  void each(const std::function<void(std::int64_t opportunity, const Stay&)>&) const;
  void add(std::int64_t opportunity, const Stay&);
  void forget(std::int64_t opportunity) { stays_.erase(opportunity); }

  std::int64_t as_of = 0;  ///< up to which commit this holds what was changed

 private:
  boost::unordered_flat_map<std::int64_t, std::vector<Stay>> stays_;
};

std::shared_ptr<const Belonged> belonged(const Read&);
/// The last commit before a moment; 0 where there is none.
std::int64_t last_commit_before(const Read&, Instant);

}  // namespace accord::funnel
