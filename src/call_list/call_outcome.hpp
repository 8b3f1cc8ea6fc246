// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "call_list/call_list.hpp"

/// What becomes of a call: the rules, and what they leave on record.
namespace accord::call_list {

/// For how long nobody else gets the person whom a caller has before them.
constexpr std::int64_t turn_ms = 20 * 60'000;
/// Who did not answer is tried again after this.
constexpr std::int64_t again_after_ms = 4 * 3'600'000;
/// A call can be taken back for so long.
constexpr std::int64_t undo_ms = ms_per_day;

/// Whether somebody was on the line: only then is it a touchpoint.
constexpr bool reaches(CallOutcome outcome) {
  return outcome != CallOutcome::no_answer && outcome != CallOutcome::wrong_number;
}
/// Where the call leaves the member.
MemberState state_after(CallOutcome);
/// Puts what a call came to into its member, after the calls before it.
void leave(CallMember&, const Call&);
/// Whether the list takes no calls any more.
bool is_closed(const CallList&, Day today);
/// Why somebody does not call the people of a list; nothing where they do.
const Rule* why_not_call(const CallList&, const Actor&, Day today);
/// What a draft must hold: a time to call back, in the given time zone's days, and the words of a wish.
void check_draft(const CallList&, const CallDraft&, Instant now, std::string_view time_zone);
/// What the draft's words are about; nothing where they are about nothing.
std::optional<wish::Saying> wish_in(const CallDraft&);

/// Records a call of somebody whom the caller has taken:
/// 1. of who is interested, the open lead, else a new one;
/// 2. where somebody was on the line, the touchpoint of the campaign, and the activity about the open lead;
/// 3. what they said about being called;
/// 4. the call, and where it leaves the member.
Id<Call> record_call(Write&, const CallList&, const CallDraft&, const account::Contact&);

}  // namespace accord::call_list
