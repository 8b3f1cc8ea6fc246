// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "lead_form/form_mail.hpp"

namespace accord::lead_form {

Table received_table();
std::string_view received_row_view();
std::optional<ReceivedMessage> find_received(const Read&, std::string_view key);
std::optional<ReceivedMessageRow> find_received_row(const Read&, Id<ReceivedMessage>);

/// For how long what was dropped can still be read.
constexpr std::int64_t dropped_life_ms = 90 * ms_per_day;
bool has_old_dropped(const Read&, Instant before);
void erase_dropped(Write&, Instant before);

}  // namespace accord::lead_form
