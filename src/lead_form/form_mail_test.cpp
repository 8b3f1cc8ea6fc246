// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_mail.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/checks.hpp"
#include "tests/form_fixture.hpp"
#include "tests/mail_servers.hpp"

namespace accord::lead_form {
namespace {

const Sql count_entries{"SELECT COUNT(*) FROM form_entry_standing"};
const Sql count_messages{"SELECT COUNT(*) FROM received_message"};
const Sql newest_entry{
    "SELECT id, form, at, contact, account, opportunity, is_new_contact, is_new_lead, consent, once, "
    "asked_at "
    "FROM form_entry_standing ORDER BY id DESC LIMIT 1"};
const Sql newest_touch{
    "SELECT id, at, precision, account, contact, campaign, channel, kind, side, person, key, system "
    "FROM touchpoint_standing ORDER BY id DESC LIMIT 1"};
const Sql newest_note{
    "SELECT id, opportunity, account, campaign, person, side, kind, at, precision, subject_line, key, "
    "system "
    "FROM activity_standing ORDER BY id DESC LIMIT 1"};
const Sql newest_message{
    "SELECT m.id, m.key, m.at, m.sent_at, m.from_name, m.from_address, m.to_address, m.subject, m.text, "
    "m.attachment_count, m.is_cut, m.standing, m.reason, m.form, m.entry, m.sorted_by FROM received_message "
    "m "
    "ORDER BY m.id DESC LIMIT 1"};
const Sql in_state{"SELECT s.error FROM mail_state s WHERE s.way = 'in'"};

std::string raw_of(const std::string& name) {
  std::ifstream file("src/mail/messages/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A form with an address for mail, and the mailbox that its messages lie in.
class FormMail : public tests::FormFixture {
 protected:
  void SetUp() override {
    const auto path = world.beside("passwords");
    std::ofstream(path) << "127.0.0.1 leads a pass word\n";
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    passwords = mail::Passwords::in_file(path);
    write([&](Write& write) {
      mail::MailSetting setting;
      setting.mailbox = "imap://127.0.0.1:" + server.port() + "/INBOX";
      setting.mailbox_user = "leads";
      write.insert(setting);
      form.mail_address = "spring@kestrel.example";
      add_form(write);
    });
  }
  MessageTaken take(const std::string& raw) { return take_message(world.database(), Actor{}, raw); }
  void read_mail() {
    mail::read_mailbox(world.database(), passwords, is_stopping,
                       [&](std::string_view raw) { take_mail(world.database(), raw); });
  }

  tests::ImapServer server;
  mail::Passwords passwords;
  std::atomic<bool> is_stopping = false;
};

TEST_F(FormMail, AMessageToAFormsAddressIsALead) {
  const auto taken = take(raw_of("latin1_quoted_printable.eml"));
  EXPECT_EQ(taken.standing, MessageStanding::lead);
  const auto entry = newest<FormEntry>(newest_entry);
  EXPECT_EQ(entry.form, form.id);
  EXPECT_EQ(entry.consent, "");
  const auto contact = *read([&](const Read& read) { return read.find(entry.contact); });
  EXPECT_EQ(contact.name, "J\u00FCrgen M\u00FCller");
  EXPECT_EQ(contact.email, "juergen@mueller.example");
  const auto touch = newest<touchpoint::Touchpoint>(newest_touch);
  EXPECT_EQ(touch.kind, touchpoint::TouchKind::email);
  EXPECT_EQ(touch.campaign, form.campaign);
  EXPECT_EQ(to_string(touch.at), "2026-03-02T08:45:10.000Z") << "when it was written";
  EXPECT_TRUE(newest<fact::Activity>(newest_note)
                  .subject_line.starts_with("Anfrage f\u00FCr zwei Me\u00DFger\u00E4te\nSehr geehrte"));
  EXPECT_TRUE(take(raw_of("latin1_quoted_printable.eml")).was_here);
  EXPECT_EQ(count(count_entries), 1);
  for (const auto& checked :
       read([&](const Read& read) { return app::run_checks(read, world.site().subjects()); }))
    EXPECT_TRUE(checked.violations.empty()) << checked.check->name;
}

TEST_F(FormMail, ALongMessageIsCutInTheNoteAndWholeWithTheMessage) {
  std::string text =
      "From: a@acme.example\r\nTo: spring@kestrel.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
  std::string said;
  for (int i = 0; i < 600; ++i) said += "\u00E4";
  take(text + said);
  const auto note = newest<fact::Activity>(newest_note).subject_line;
  EXPECT_EQ(note, said.substr(0, 2 * 499) + "\u2026");
  EXPECT_EQ(newest<ReceivedMessage>(newest_message).text, said);
  const auto entry = newest<FormEntry>(newest_entry);
  EXPECT_EQ(read([&](const Read& read) { return read.find(entry.contact); })->name, "a")
      << "who gives no name";
}

TEST_F(FormMail, WhatItSaysOfATimeToComeOrLongAgoDoesNotCount) {
  for (const auto* date : {"Mon, 2 Mar 2037 09:00:00 +0000", "Mon, 2 Mar 2020 09:00:00 +0000", "yesterday"}) {
    take("From: a@acme.example\r\nTo: spring@kestrel.example\r\nDate: " + std::string(date) +
         "\r\n\r\nHello " + date);
    EXPECT_EQ(newest<touchpoint::Touchpoint>(newest_touch).at, world.clock().now()) << date;
  }
}

TEST_F(FormMail, ProgramsAreNoLeadsAndNothingOfThemIsKept) {
  for (const auto* name : {"autoresponder.eml", "bounce.eml", "list.eml"}) {
    EXPECT_EQ(take(raw_of(name)).standing, MessageStanding::no_lead) << name;
    const auto message = newest<ReceivedMessage>(newest_message);
    EXPECT_EQ(message.from_name + message.from_address + message.subject + message.text, "") << name;
    EXPECT_NE(message.reason, "");
  }
  EXPECT_EQ(count(count_entries), 0);
}

TEST_F(FormMail, TheMailboxIsReadOnceHoweverItEnds) {
  server.add(raw_of("base64_utf8.eml"));
  server.add(raw_of("alternative.eml"));
  server.hang_up_before_marking();
  read_mail();
  EXPECT_EQ(count(count_entries), 1) << "the first was taken, and the connection broke before it was marked";
  EXPECT_EQ(server.unread(), 2);
  world.stop();
  world.serve();
  read_mail();
  EXPECT_EQ(count(count_entries), 2);
  EXPECT_EQ(count(count_messages), 2);
  EXPECT_EQ(server.unread(), 0);
  EXPECT_EQ(server.fetches(), 3) << "the first came again";
  read_mail();
  EXPECT_EQ(server.fetches(), 3);
  EXPECT_NE(server.login().find("a pass word"), std::string::npos);
}

TEST_F(FormMail, WhatCannotBeTakenStaysUnread) {
  server.add(raw_of("plain.eml"));
  EXPECT_THROW(mail::read_mailbox(world.database(), passwords, is_stopping,
                                  [](std::string_view) { throw Fault("The disk is full."); }),
               Fault);
  EXPECT_EQ(server.unread(), 1);
}

TEST_F(FormMail, AMailboxThatCannotBeReadIsSaidWithWhatToDo) {
  mail::read_mailbox(world.database(), {}, is_stopping, [](std::string_view) {});
  EXPECT_EQ(read([](const Read& read) { return read.text(in_state); }),
            "There is no password for leads at 127.0.0.1.");
  read_mail();
  EXPECT_EQ(read([](const Read& read) { return read.text(in_state); }), "") << "it works now";
}

TEST_F(FormMail, WhoIsErasedTakesWhatTheyWroteAlong) {
  take(raw_of("latin1_quoted_printable.eml"));
  const auto contact = newest<FormEntry>(newest_entry).contact;
  const auto admin = tests::sign_in(world.site(), "ada");
  web::HttpRequest erase{"POST", "/contacts/" + std::to_string(contact.number) + "/erasure"};
  erase.headers = {{"host", "127.0.0.1"}, {"cookie", admin.cookie}, {"x-csrf-token", admin.csrf_token}};
  EXPECT_EQ(world.site().handle(erase).status, 201);
  const auto message = newest<ReceivedMessage>(newest_message);
  EXPECT_EQ(message.from_name + message.from_address + message.to_address + message.subject + message.text,
            "");
  EXPECT_TRUE(take(raw_of("latin1_quoted_printable.eml")).was_here) << "it comes back under no other name";
}

}  // namespace
}  // namespace accord::lead_form
