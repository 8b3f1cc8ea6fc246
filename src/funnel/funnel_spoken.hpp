// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <unordered_map>
#include <vector>

#include "funnel/funnel_handover.hpp"

namespace accord::funnel {

/// What marketing has as a handoff, to qualify or to nurture it.
struct WithMarketing {
  Instant since;
  bool is_taken = false;  ///< it accepted it
};
/// Of every lead that had come to marketing by a moment and was not turned down or given on by then.
std::unordered_map<std::int64_t, WithMarketing> with_marketing(const Read&, Instant end);

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
  /// Whether marketing has it as a handoff, and owes the answer, or, having accepted it, the first contact.
  bool is_owed_by_marketing(std::int64_t opportunity) const;

 private:
  void take(std::int64_t opportunity, Side, Instant);

  fact::EndOfDay end_;
  std::array<std::vector<Instant>, 2> last_;  ///< of sales and of marketing, by journey; 0: never
  std::unordered_map<std::int64_t, Passing> passings_;
  std::unordered_map<std::int64_t, WithMarketing> with_marketing_;
};

}  // namespace accord::funnel
