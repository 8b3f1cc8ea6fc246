// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "db/list.hpp"
#include "handoff/handoff_figures.hpp"

namespace accord::handoff {

/// What a list of handoffs is ordered and filtered by where it asks about times.
struct HandoffTimes {
  Id<Handoff> id;
  Instant submitted_at;
  std::optional<Id<people::Person>> assigned_to;
  State state = State::waiting;
  std::optional<Instant> assigned_at, due_at, contact_due_at, decided_at, first_contact_at;
  std::optional<fact::Precision> first_contact_precision;
};

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
  void apply(HandoffTimes&) const;
  void apply(HandoffView&) const;
  void apply(HandoffStepRow&) const;
  void apply(Passed&) const;
  bool sees_all() const { return sees_all_; }

 private:
  bool sees_all_ = false;
  std::set<std::int64_t> seen_;  ///< whose times the reader may see
};

/// One page of the handoffs that the reader may see, each without the times that they may not.
Listed<HandoffRow> list_discreetly(const Read&, const ListRequest&);

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr auto described<handoff::HandoffTimes> = record(
    "handoff_times", "What a list of handoffs is ordered by.",
    field(&handoff::HandoffTimes::id, "id", "The handoff's number."),
    field(&handoff::HandoffTimes::submitted_at, "submitted_at", "When it was handed over."),
    field(&handoff::HandoffTimes::assigned_to, "assigned_to", "Who has it."),
    field(&handoff::HandoffTimes::state, "state", "Where it stands."),
    field(&handoff::HandoffTimes::assigned_at, "assigned_at", "Since when they have it."),
    field(&handoff::HandoffTimes::due_at, "due_at", "By when it is to be answered."),
    field(&handoff::HandoffTimes::contact_due_at, "contact_due_at", "By when they are to be spoken with."),
    field(&handoff::HandoffTimes::decided_at, "decided_at", "When it was answered."),
    field(&handoff::HandoffTimes::first_contact_at, "first_contact_at", "When they were first spoken with."),
    field(&handoff::HandoffTimes::first_contact_precision, "first_contact_precision",
          "How finely that is known."));
}  // namespace accord
