// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "mail/mail_store.hpp"

/// When what waits is sent.
namespace accord::mail {

/// A message that the server does not take is tried again after 1, 2, 4, 8 … minutes, at least every 4 hours,
/// and given up after two days.
constexpr std::int64_t first_wait_ms = 60'000, longest_wait_ms = 4 * 3'600'000LL,
                       given_up_after_ms = 2 * ms_per_day;
/// How sending (`out`) or reading (`in`) went, noted where it says something new, or once an hour.
void note_worked(Database&, std::string_view way);
void note_failed(Database&, std::string_view way, const std::string& error, const std::string& remedy);

}  // namespace accord::mail
