// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "db/list.hpp"
#include "handoff/handoff_figures.hpp"

namespace accord::handoff {

/// Who has a lead, whoever sees its territory may know; how quick they were, only
/// 1. they themselves, and whoever stands in for them while they are away;
/// 2. those above them, directly or through others; where nobody is, or they left or are away, every manager
///    of that side;
/// 3. administrators.
/// What nobody has is everybody's to see.
class Discretion {
 public:
  explicit Discretion(const Read&);
  bool withholds(std::optional<Id<people::Person>>) const;

  /// Take out what the reader may not see.
  void apply(HandoffRow&) const;
  void apply(HandoffView&) const;
  void apply(HandoffStepRow&) const;
  void apply(Passed&) const;
  /// Whether a list can be answered by the rows as they are stored: it asks nothing about those times.
  bool allows(const ListRequest&) const;

 private:
  bool sees_all_ = false;
  std::set<std::int64_t> seen_;  ///< whose times the reader may see
};

}  // namespace accord::handoff
