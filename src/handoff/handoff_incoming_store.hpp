// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff.hpp"

/// What comes in by itself: who is told of it, what they wrote, and what of it was never handed over.
namespace accord::handoff {

/// Whether a lead waits for somebody, or is to be spoken with by whoever took it on: what they write stands
/// there.
bool is_in_a_queue(const Read&, Id<funnel::Opportunity>);
/// Whoever took a lead on last.
std::optional<Id<people::Person>> holder_of(const Read&, Id<funnel::Opportunity>);
/// Whoever handed a lead over to sales last; nobody where it came in by itself.
std::optional<Id<people::Person>> handed_over_by(const Read&, Id<funnel::Opportunity>);
/// Who asked again, and was spoken with since.
struct SpokenWith {
  Id<Handoff> id;
  Instant at;
  bool is_moment = true;  ///< else only the day is known
  std::optional<Id<people::Person>> by;
};
std::vector<SpokenWith> asked_again_and_spoken_with(const Read&);
/// Those that were answered so by a contact that was taken back after a commit.
std::vector<Id<Handoff>> not_spoken_with_any_more(const Read&, const std::string& answer,
                                                  std::int64_t since_commit);
/// The newest of what they wrote since it was handed over or came in, oldest first.
std::vector<std::string> written_since(const Read&, const HandoffRow&);

/// How many asked again between two moments, of those that the actor may see.
std::int64_t asked_again_between(const Read&, Instant from, Instant until);

/// What came in between two moments and was not handed over, nor came in anew, by another.
struct Inquiry {
  std::int64_t handoff = 0, campaign = 0;  ///< 0: it names none
  std::int64_t opportunity = 0;
};
std::vector<Inquiry> inquiries_between(const Read&, Instant from, Instant until, Instant end);

}  // namespace accord::handoff
