// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <unordered_map>
#include <vector>

#include "funnel/funnel_handover.hpp"

namespace accord::funnel {

/// When each side last spoke with the person of a journey, up to the end of a day; notes and tasks are work,
/// and no contact, and calls of call lists that reached them are.
class Spoken {
 public:
  Spoken(const Read&, const fact::EndOfDay&);

  /// Whether a side spoke with them after a moment. What is known by its day only may have been at any hour
  /// of it, so it has to be of a later day.
  bool has_spoken_since(std::int64_t opportunity, Side, Instant since) const;
  /// When a side last spoke with them; 0 where it never did.
  Instant last(std::int64_t opportunity, Side) const;
  /// Whether it was handed over since a moment and not turned down since: then it waits for sales, whatever
  /// its stage says.
  bool is_handed_over_since(std::int64_t opportunity, Instant since) const;

 private:
  void take(std::int64_t opportunity, Side, Instant);

  fact::EndOfDay end_;
  std::array<std::vector<Instant>, 2> last_;  ///< of sales and of marketing, by journey; 0: never
  std::unordered_map<std::int64_t, Passing> passings_;
};

}  // namespace accord::funnel
