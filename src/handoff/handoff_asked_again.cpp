// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_asked_again.hpp"

#include <algorithm>

#include "handoff/handoff_incoming_store.hpp"
#include "handoff/handoff_placing.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/handoff_store.hpp"

namespace accord::handoff {
namespace {

const std::string spoken_with_in_words = "They were spoken with.";

/// Of what is known by its day only: the end of that day, for it was no later. Never before they asked, nor
/// ahead.
Instant moment_of(const Write& write, const SpokenWith& one, const Handoff& handoff,
                  const territory::WorkCalendar& calendar) {
  Instant at = one.at;
  if (!one.is_moment) at = {instant_of({day_of(at) + 1, 0}, calendar.time_zone).ms - 1};
  return std::clamp(at, handoff.submitted_at, std::max(write.now(), handoff.submitted_at));
}

void settle(Write& write, const Agreed& agreed, const SpokenWith& one) {
  auto handoff = write.find(one.id);
  if (!handoff) return;
  const auto had = handoff->assigned_to;
  handoff->decided_at = moment_of(write, one, *handoff, agreed.calendar(handoff->territory));
  const auto person = one.by ? write.find(*one.by) : std::nullopt;
  const bool is_of_side = person && person->side == handoff->to;
  if (!had && is_of_side)
    assign(*handoff, person->id, *handoff->decided_at, person->name + " spoke with them.");
  handoff->decided_by = is_of_side ? person->id : handoff->assigned_to;
  handoff->state = State::answered;
  handoff->answer = spoken_with_in_words;
  write.update(*handoff);
  note_nobodys_step(write, *handoff, StepKind::answered, handoff->answer, *handoff->decided_at);
  count_anew(write, had);
  if (handoff->assigned_to != had) count_anew(write, handoff->assigned_to);
}

void open_again(Write& write, Id<Handoff> id) {
  auto handoff = write.find(id);
  if (!handoff) return;
  handoff->state = State::waiting;
  handoff->decided_by.reset();
  handoff->decided_at.reset();
  handoff->answer.clear();
  write.update(*handoff);
  note_nobodys_step(write, *handoff, handoff->assigned_to ? StepKind::assigned : StepKind::returned,
                    "That they were spoken with was taken back.", write.now());
  count_anew(write, handoff->assigned_to);
}

}  // namespace

bool has_asked_again_news(const Read& read, std::int64_t since_commit) {
  return !asked_again_and_spoken_with(read).empty() ||
         !not_spoken_with_any_more(read, spoken_with_in_words, since_commit).empty();
}

void follow_asked_again(Write& write, std::int64_t since_commit) {
  const auto known = agreed(write);
  for (const auto id : not_spoken_with_any_more(write, spoken_with_in_words, since_commit))
    open_again(write, id);
  for (const auto& one : asked_again_and_spoken_with(write)) settle(write, *known, one);
}

}  // namespace accord::handoff
