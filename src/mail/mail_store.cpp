// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_store.hpp"

#include "base/text.hpp"

namespace accord::mail {
namespace {

#define ACCORD_MAIL_MESSAGE                                                                             \
  "m.id, m.made_at, m.purpose, m.to_address, m.subject, m.body, m.message_id, m.tries, m.next_try_at, " \
  "m.sent_at, m.given_up_at, m.error"

const Sql the_setting{
    "SELECT s.id, s.server, s.server_user, s.sender, s.links_at, s.mailbox, s.mailbox_user FROM mail_setting "
    "s "
    "ORDER BY s.id LIMIT 1"};
const Sql state_of{
    "SELECT s.id, s.way, s.worked_at, s.failed_at, s.error, s.remedy FROM mail_state s WHERE s.way = :way"};
const Sql due_now{"SELECT " ACCORD_MAIL_MESSAGE
                  " FROM mail_message m WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND "
                  "m.next_try_at <= :now ORDER BY m.next_try_at, m.id LIMIT :at_most"};
const Sql waiting{"SELECT COUNT(*) FROM mail_message WHERE sent_at IS NULL AND given_up_at IS NULL"};
const Sql given_up{"SELECT COUNT(*) FROM mail_message WHERE given_up_at IS NOT NULL"};
const Sql to_address{
    "SELECT COUNT(*) FROM mail_message WHERE to_address = :address AND made_at > CAST(:since AS BIGINT)"};
const Sql forget_address{
    "UPDATE mail_message SET to_address = '', body = '', error = '', given_up_at = COALESCE(given_up_at, "
    "CASE WHEN sent_at IS NULL THEN CAST(:now AS BIGINT) ELSE NULL END) WHERE to_address = :address"};
const Sql any_old{"SELECT 1 FROM mail_message WHERE made_at < :before LIMIT 1"};
const Sql delete_old{"DELETE FROM mail_message WHERE made_at < :before"};

Instant oldest(const Read& read) { return {read.now().ms - message_life_ms}; }

}  // namespace

Schema schema() {
  return {
      .subject = "mail",
      .tables = {record_table<MailSetting>(),
                 plain_table<MailMessage>({{"to_address, made_at"}, {"sent_at, given_up_at, next_try_at"}}),
                 plain_table<MailState>({{"way", true}})}};
}

std::optional<MailSetting> find_setting(const Read& read) { return read.one<MailSetting>(the_setting); }

std::optional<MailState> find_state(const Read& read, std::string_view way) {
  return read.one<MailState>(state_of, {{"way", way}});
}

std::vector<MailMessage> due(const Read& read, std::int64_t at_most) {
  return read.all<MailMessage>(due_now, {{"now", read.now()}, {"at_most", at_most}});
}

std::int64_t count_waiting(const Read& read) { return read.integer(waiting).value_or(0); }
std::int64_t count_given_up(const Read& read) { return read.integer(given_up).value_or(0); }

std::int64_t count_to(const Read& read, std::string_view address, Instant since) {
  return read.integer(to_address, {{"address", address}, {"since", since}}).value_or(0);
}

bool has_old_messages(const Read& read) {
  return read.integer(any_old, {{"before", oldest(read)}}).has_value();
}

void delete_old_messages(Write& write) { write.run(delete_old, {{"before", oldest(write)}}); }

void forget_addresses(Write& write, const Erasure& erasure) {
  for (const auto& address : erasure.addresses)
    write.run(forget_address, {{"address", lower(trimmed(address))}, {"now", write.now()}});
}

}  // namespace accord::mail
