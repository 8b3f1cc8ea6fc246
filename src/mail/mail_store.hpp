// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "db/list.hpp"
#include "mail/mail.hpp"

namespace accord::mail {

Schema schema();
std::optional<MailSetting> find_setting(const Read&);
std::optional<MailState> find_state(const Read&, std::string_view way);
/// What may be sent now, the oldest first.
std::vector<MailMessage> due(const Read&, std::int64_t at_most);
std::int64_t count_waiting(const Read&);
std::int64_t count_given_up(const Read&);
/// How many messages were made for this address since then.
std::int64_t count_to(const Read&, std::string_view address, Instant since);
/// For how long a message is known after it was made.
constexpr std::int64_t message_life_ms = 90 * ms_per_day;
bool has_old_messages(const Read&);
void delete_old_messages(Write&);
/// Nothing remains of whom these addresses belong to.
void forget_addresses(Write&, const Erasure&);

}  // namespace accord::mail
