// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_outbox.hpp"

#include <algorithm>
#include <span>

#include "mail/mail_letter.hpp"
#include "mail/mail_transport.hpp"

namespace accord::mail {
namespace {

constexpr std::int64_t at_once_max = 50;
constexpr std::int64_t noted_every_ms = 3'600'000;

Actor time_itself() {
  Actor actor;
  actor.name = "Accord";
  return actor;
}

struct Turn {
  std::optional<MailSetting> setting;
  std::vector<MailMessage> messages;
};

Turn turn_of(Database& database) {
  return database.read(time_itself(), [](const Read& read) -> Turn {
    const auto company = people::find_company(read);
    if (!company || company->is_demo) return {};
    Turn turn{find_setting(read), {}};
    if (turn.setting && !turn.setting->server.empty()) turn.messages = due(read, at_once_max);
    return turn;
  });
}

std::int64_t wait_after(std::int64_t tries) {
  const auto doublings = std::clamp<std::int64_t>(tries - 1, 0, 20);
  return std::min(first_wait_ms << doublings, longest_wait_ms);
}

/// Of one message. Whoever it was for may have been erased meanwhile.
void note(Write& write, Id<MailMessage> id, const Sent& sent) {
  auto message = write.find(id);
  if (!message) return;
  ++message->tries;
  message->error = message->to_address.empty() ? "" : sent.error;
  const bool is_old = message->made_at.ms + given_up_after_ms <= write.now().ms;
  if (sent.how == Sent::How::taken) {
    message->sent_at = write.now();
    message->given_up_at.reset();
    message->body.clear();
  } else if (sent.how == Sent::How::refused || is_old) {
    message->given_up_at = write.now();
    message->body.clear();
  } else {
    message->next_try_at = {write.now().ms + wait_after(message->tries)};
  }
  write.update_plain(*message);
}

/// Where nothing can be sent, all that is due waits: a server that is down is not asked for each of them.
void note(Database& database, std::span<const MailMessage> messages, const Sent& sent) {
  database.write(time_itself(), "Send a message.", [&](Write& write) {
    for (const auto& message : messages) note(write, message.id, sent);
  });
}

Envelope envelope_of(const MailSetting& setting, const MailMessage& message) {
  return {setting.sender, message.to_address, message.subject,
          message.body,   message.message_id, message.made_at};
}

MailState state_or_new(const Read& read, std::string_view way) {
  auto state = find_state(read, way).value_or(MailState{});
  state.way = way;
  return state;
}

void keep(Database& database, const MailState& state) {
  database.write(time_itself(), "Note how mail goes.", [&](Write& write) {
    auto kept = state;
    if (kept.id.number != 0) return write.update_plain(kept);
    write.insert_plain(kept);
  });
}

}  // namespace

void note_worked(Database& database, std::string_view way) {
  Instant now;
  auto state = database.read(time_itself(), [&](const Read& read) {
    now = read.now();
    return state_or_new(read, way);
  });
  const bool is_news = state.failed_at || !state.worked_at || state.worked_at->ms + noted_every_ms <= now.ms;
  if (!is_news) return;
  state.worked_at = now;
  state.failed_at.reset();
  state.error.clear();
  state.remedy.clear();
  keep(database, state);
}

void note_failed(Database& database, std::string_view way, const std::string& error,
                 const std::string& remedy) {
  Instant now;
  auto state = database.read(time_itself(), [&](const Read& read) {
    now = read.now();
    return state_or_new(read, way);
  });
  if (state.failed_at && state.error == error && state.remedy == remedy) return;
  if (!state.failed_at) state.failed_at = now;
  state.error = error;
  state.remedy = remedy;
  keep(database, state);
}

void forget_old_messages(Database& database) {
  if (!database.read(time_itself(), has_old_messages)) return;
  database.write(time_itself(), "Forget old messages.", delete_old_messages);
}

void send_due(Database& database, const Passwords& passwords, const std::atomic<bool>& is_stopping) {
  const auto turn = turn_of(database);
  if (turn.messages.empty()) return;
  const auto& setting = *turn.setting;
  const auto server = smtp_server(setting.server);
  const auto login = login_of(setting.server, server, setting.server_user, passwords);
  Sent sent;
  if (!login) {
    sent.error = "There is no password for " + setting.server_user + " at " + server->host + ".";
    sent.remedy = "Add it to the file that accord serve is given as --mail-passwords, and start Accord anew.";
    note(database, turn.messages, sent);
    return note_failed(database, "out", sent.error, sent.remedy);
  }
  Sender sender(*login, is_stopping);
  std::span<const MailMessage> rest(turn.messages);
  for (; !rest.empty() && !is_stopping; rest = rest.subspan(1)) {
    const auto& message = rest.front();
    sent = sender.send(setting.sender, message.to_address, letter_text(envelope_of(setting, message)));
    if (sent.how == Sent::How::failed) break;
    note(database, rest.first(1), sent);
    note_worked(database, "out");
  }
  if (is_stopping || rest.empty()) return;
  note(database, rest, sent);
  note_failed(database, "out", sent.error, sent.remedy);
}

}  // namespace accord::mail
