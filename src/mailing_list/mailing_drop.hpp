// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "mailing_list/mailing_list.hpp"

/// What becomes of a list on the day it goes out, and what comes back.
namespace accord::mailing_list {

/// For how long the addresses that somebody asked for can be taken.
constexpr std::int64_t handout_ms = 3'600'000;

/// Whether a list can have gone out on a day: not before its drop date, nor on a day to come.
bool is_drop_day(const MailingList&, Day, Day today);

/// Records that a list went out on a day:
/// 1. who has said before the end of that day that they do not want to be written to is left off;
/// 2. whose address is not known is left off;
/// 3. all others get a piece, which is a touchpoint of the campaign on that day.
Id<MailingDrop> record_drop(Write&, const MailingList&, Day);
/// Records that a member's piece came back: it is no touchpoint any more.
Id<MailingReturn> record_return(Write&, const MailingList&, Id<MailingMember>);

}  // namespace accord::mailing_list
