// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_mail_store.hpp"

#include "base/text.hpp"
#include "db/counts_as.hpp"

namespace accord::lead_form {
namespace {

/// The entry tells the lead, which may be gone from what stands.
constexpr std::string_view received_message_row =
    "CREATE VIEW received_message_row AS SELECT m.id, m.at, m.sent_at, m.from_name, m.from_address, "
    "m.to_address, m.subject, m.text, m.attachment_count, m.is_cut, m.standing, m.reason, m.form, "
    "COALESCE(f.name, '') AS form_name, m.entry, " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") "AS opportunity, COALESCE(o.name, '') AS opportunity_name, "
    "m.sorted_by, COALESCE(p.name, '') AS sorted_by_name FROM received_message m LEFT JOIN lead_form f ON "
    "f.id = m.form LEFT JOIN form_entry_standing e ON e.id = m.entry LEFT JOIN opportunity o ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") ""
    "LEFT JOIN person p ON p.id = m.sorted_by";

const Sql by_key{
    "SELECT m.id, m.key, m.at, m.sent_at, m.from_name, m.from_address, m.to_address, m.subject, m.text, "
    "m.attachment_count, m.is_cut, m.standing, m.reason, m.form, m.entry, m.sorted_by FROM received_message "
    "m "
    "WHERE m.key = :key"};
const Sql row_by_id{
    "SELECT m.id, m.at, m.sent_at, m.from_name, m.from_address, m.to_address, m.subject, m.text, "
    "m.attachment_count, m.is_cut, m.standing, m.reason, m.form, m.form_name, m.entry, m.opportunity, "
    "m.opportunity_name, m.sorted_by, m.sorted_by_name FROM received_message_row m WHERE m.id = :id"};
#define ACCORD_ERASE_RECEIVED \
  "UPDATE received_message SET from_name = '', from_address = '', to_address = '', subject = '', text = '' "
const Sql erase_of{ACCORD_ERASE_RECEIVED "WHERE from_address = :address"};
const Sql drop_of{
    "UPDATE received_message SET standing = 'dropped', reason = 'Whoever wrote it was erased.' WHERE "
    "from_address = :address AND standing = 'waiting'"};
const Sql any_old{
    "SELECT 1 FROM received_message WHERE standing = 'dropped' AND from_address <> '' AND at < :before LIMIT "
    "1"};
const Sql erase_old{ACCORD_ERASE_RECEIVED
                    "WHERE standing = 'dropped' AND from_address <> '' AND at < :before"};

}  // namespace

Table received_table() {
  return plain_table<ReceivedMessage>({{"key", true}, {"standing, at"}, {"from_address"}, {"form"}});
}

std::string_view received_row_view() { return received_message_row; }

std::optional<ReceivedMessage> find_received(const Read& read, std::string_view key) {
  return read.one<ReceivedMessage>(by_key, {{"key", key}});
}

std::optional<ReceivedMessageRow> find_received_row(const Read& read, Id<ReceivedMessage> id) {
  return read.one<ReceivedMessageRow>(row_by_id, {{"id", id}});
}

bool has_old_dropped(const Read& read, Instant before) {
  return read.integer(any_old, {{"before", before}}).has_value();
}

void erase_dropped(Write& write, Instant before) { write.run(erase_old, {{"before", before}}); }

void forget_received(Write& write, const Erasure& erasure) {
  for (const auto& one : erasure.addresses) {
    const auto address = lower(trimmed(one));
    write.run(drop_of, {{"address", address}});
    write.run(erase_of, {{"address", address}});
  }
}

}  // namespace accord::lead_form
