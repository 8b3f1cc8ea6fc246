// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "mail/mail_passwords.hpp"
#include "mail/mail_read.hpp"
#include "people/people.hpp"

namespace accord::mail {

/// How this firm's Accord sends and reads mail; there is at most one. Passwords stand in a file beside it.
struct MailSetting {
  Id<MailSetting> id;
  std::string server;       ///< `smtps://mail.acme.example`; empty: nothing is sent
  std::string server_user;  ///< empty: the server asks for none
  std::string sender;       ///< the address that messages come from
  std::string links_at;     ///< `https://accord.acme.example`: where people reach this program
  std::string mailbox;      ///< `imaps://mail.acme.example/INBOX`; empty: nothing is read
  std::string mailbox_user;
};

/// A message that goes out, or went out. Its text is deleted as soon as nobody will send it again.
struct MailMessage {
  Id<MailMessage> id;
  Instant made_at;
  std::string purpose;  ///< what it is for, as a sentence names it: `confirmation of a form`
  std::string to_address, subject, body;
  std::string message_id;  ///< the same however often it is sent
  std::int64_t tries = 0;
  Instant next_try_at;
  std::optional<Instant> sent_at, given_up_at;
  std::string error;  ///< what the last try met
};

/// How sending or reading went last.
struct MailState {
  Id<MailState> id;
  std::string way;  ///< `out` or `in`
  std::optional<Instant> worked_at, failed_at;
  std::string error, remedy;
};

/// What an administrator says about mail.
struct MailSettingDraft {
  std::string server, server_user, sender, links_at, mailbox, mailbox_user;
};

/// Whether mail is set up, and how it goes.
struct MailView {
  std::string server, server_user, sender, links_at, mailbox, mailbox_user;
  bool is_demo = false, is_sending = false, is_reading = false;
  std::int64_t waiting_count = 0, given_up_count = 0;
  std::optional<Instant> sent_at, sending_failed_at;
  std::string sending_error, sending_remedy;
  std::optional<Instant> read_at, reading_failed_at;
  std::string reading_error, reading_remedy;
};

/// Whom a message goes to that only tries whether mail arrives.
struct TestMessage {
  std::string to_address;
};

/// Something to be sent.
struct Letter {
  std::string purpose, to_address, subject, text;
};

/// So that nobody's mailbox is filled by whoever types its address into a form.
constexpr int letters_to_one_address_a_day = 5;
/// So that nobody fills the outbox while the server takes nothing.
constexpr int letters_waiting_max = 10'000;

inline constexpr Right manage_mail{"manage_mail", "Set mail up, see what was sent, and send a test message.",
                                   roles(Role::administrator), true};

inline constexpr Rule mail_not_set_up{"mail_not_set_up", "Accord cannot send mail yet.",
                                      "An administrator sets it up under Mail."};
inline constexpr Rule mail_server_unfit{"mail_server_unfit", "This is no mail server's address.",
                                        "Write smtps://mail.acme.example or smtp://mail.acme.example:587, "
                                        "and imaps://mail.acme.example/INBOX for "
                                        "a mailbox; without encryption only this machine is taken.",
                                        422};
inline constexpr Rule mail_address_unfit{"mail_address_unfit", "This is no address that mail can be sent to.",
                                         "Write it as in info@acme.example, in plain letters.", 422};
inline constexpr Rule links_address_unfit{
    "links_address_unfit", "This cannot stand before a link.",
    "Write how people reach Accord, with nothing behind the name, as in https://accord.acme.example.", 422};
inline constexpr Rule mail_setting_incomplete{
    "mail_setting_incomplete", "Something is missing to send mail.",
    "A server needs the address that messages come from, and the one under which people reach Accord.", 422};
inline constexpr Rule too_many_letters{"too_many_letters", "This address had enough messages for a day.",
                                       "Take another address, or wait until tomorrow.", 429};

/// Whether messages can be made: what is sent, whence, and where links lead is known.
bool is_set_up(const Read&);
/// What stands before a link's path: `https://accord.acme.example`; empty where mail is not set up.
std::string links_at(const Read&);
/// Puts a message into the outbox, in the act that needs it. False, and nothing happens, where the address
/// had enough of them within 24 hours, or too many wait.
bool post(Write&, const Letter&);
/// An address that mail can be sent to: plain letters, one @, a name with a point.
bool is_address(std::string_view);

// What the program does by itself, as time passes. Whoever calls it says when.

/// Sends what is due, each message once unless the program dies between sending it and noting that: then
/// again, under the same Message-ID. Stops between two messages where `is_stopping`. A demo sends nothing.
void send_due(Database&, const Passwords&, const std::atomic<bool>& is_stopping);
/// Hands each unread message on and marks it as read after that was done: whatever ends the program between
/// the two, the message comes again, and whoever takes it knows it. A demo reads nothing.
void read_mailbox(Database&, const Passwords&, const std::atomic<bool>& is_stopping,
                  const std::function<void(std::string_view raw)>& take);
/// Deletes messages that were made too long ago to be asked for.
void forget_old_messages(Database&);

extern const Subject subject;

}  // namespace accord::mail

namespace accord {
template <>
inline constexpr auto described<mail::MailSetting> =
    record("mail_setting", "How mail is sent and read.",
           field(&mail::MailSetting::id, "id", "The setting's number."),
           field(&mail::MailSetting::server, "server", "The server that takes what is sent."),
           field(&mail::MailSetting::server_user, "server_user", "The user there."),
           field(&mail::MailSetting::sender, "sender", "The address that messages come from."),
           field(&mail::MailSetting::links_at, "links_at", "Where people reach Accord."),
           field(&mail::MailSetting::mailbox, "mailbox", "The mailbox that is read."),
           field(&mail::MailSetting::mailbox_user, "mailbox_user", "The user there."));
template <>
inline constexpr auto described<mail::MailMessage> =
    record("mail_message", "A message that goes out, or went out.",
           field(&mail::MailMessage::id, "id", "The message's number."),
           field(&mail::MailMessage::made_at, "made_at", "When it was made."),
           field(&mail::MailMessage::purpose, "purpose", "What it is for."),
           field(&mail::MailMessage::to_address, "to_address",
                 "Whom it goes to; empty once they were erased.", searched, personal),
           field(&mail::MailMessage::subject, "subject", "Its subject."),
           field(&mail::MailMessage::body, "body", "Its text, until it is sent or given up.", secret,
                 personal, up_to(20'000)),
           field(&mail::MailMessage::message_id, "message_id",
                 "Its Message-ID, the same however often it is sent.", secret),
           field(&mail::MailMessage::tries, "tries", "How often it was tried.", unit::count),
           field(&mail::MailMessage::next_try_at, "next_try_at", "When it is tried next, where it waits."),
           field(&mail::MailMessage::sent_at, "sent_at", "When the server took it."),
           field(&mail::MailMessage::given_up_at, "given_up_at", "When it was given up."),
           field(&mail::MailMessage::error, "error", "What the last try met."));
template <>
inline constexpr auto described<mail::MailState> =
    record("mail_state", "How sending or reading went last.",
           field(&mail::MailState::id, "id", "The state's number."),
           field(&mail::MailState::way, "way", "Out or in."),
           field(&mail::MailState::worked_at, "worked_at", "When it last worked, to the hour."),
           field(&mail::MailState::failed_at, "failed_at", "Since when it fails."),
           field(&mail::MailState::error, "error", "What it met."),
           field(&mail::MailState::remedy, "remedy", "What to do."));
template <>
inline constexpr auto described<mail::MailSettingDraft> = record(
    "mail_setting_draft", "What an administrator says about mail.",
    field(&mail::MailSettingDraft::server, "server",
          "The server that takes what is sent, as in smtps://mail.acme.example; empty to send nothing.",
          has_default, up_to(200)),
    field(&mail::MailSettingDraft::server_user, "server_user",
          "The user there; its password stands in the file that --mail-passwords names.", has_default,
          up_to(200)),
    field(&mail::MailSettingDraft::sender, "sender", "The address that messages come from.", has_default,
          up_to(200)),
    field(&mail::MailSettingDraft::links_at, "links_at",
          "Where people reach Accord, as in https://accord.acme.example; links in messages begin with it.",
          has_default, up_to(200)),
    field(&mail::MailSettingDraft::mailbox, "mailbox",
          "The mailbox whose messages become leads, as in imaps://mail.acme.example/INBOX; empty to read "
          "none.",
          has_default, up_to(200)),
    field(&mail::MailSettingDraft::mailbox_user, "mailbox_user",
          "The user of the mailbox; its password stands in the same file.", has_default, up_to(200)));
template <>
inline constexpr auto described<mail::MailView> = record(
    "mail_view", "Whether mail is set up, and how it goes.",
    field(&mail::MailView::server, "server", "The server that takes what is sent."),
    field(&mail::MailView::server_user, "server_user", "The user there."),
    field(&mail::MailView::sender, "sender", "The address that messages come from."),
    field(&mail::MailView::links_at, "links_at", "Where people reach Accord."),
    field(&mail::MailView::mailbox, "mailbox", "The mailbox that is read."),
    field(&mail::MailView::mailbox_user, "mailbox_user", "The user there."),
    field(&mail::MailView::is_demo, "is_demo", "Whether this is a demo, which sends and reads nothing."),
    field(&mail::MailView::is_sending, "is_sending", "Whether a server is set up to send by."),
    field(&mail::MailView::is_reading, "is_reading", "Whether a mailbox is set up to be read."),
    field(&mail::MailView::waiting_count, "waiting_count", "How many messages wait to be sent.", unit::count),
    field(&mail::MailView::given_up_count, "given_up_count", "How many were given up.", unit::count),
    field(&mail::MailView::sent_at, "sent_at", "When sending last worked, to the hour."),
    field(&mail::MailView::sending_failed_at, "sending_failed_at", "Since when sending fails."),
    field(&mail::MailView::sending_error, "sending_error", "What sending met."),
    field(&mail::MailView::sending_remedy, "sending_remedy", "What to do about it."),
    field(&mail::MailView::read_at, "read_at", "When the mailbox was last read, to the hour."),
    field(&mail::MailView::reading_failed_at, "reading_failed_at", "Since when reading fails."),
    field(&mail::MailView::reading_error, "reading_error", "What reading met."),
    field(&mail::MailView::reading_remedy, "reading_remedy", "What to do about it."));
template <>
inline constexpr auto described<mail::TestMessage> =
    record("test_message", "A message that only tries whether mail arrives.",
           field(&mail::TestMessage::to_address, "to_address", "Whom it goes to.", up_to(200)));
}  // namespace accord
