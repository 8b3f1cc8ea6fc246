// SPDX-License-Identifier: Apache-2.0
// Mail servers with certificates: who is not who they say they are hears no password and no message.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

#include "mail/mail_mailbox.hpp"
#include "mail/mail_transport.hpp"
#include "tests/certificates.hpp"
#include "tests/mail_servers.hpp"

namespace accord::tests {
namespace {

using mail::Sent;
using When = Encryption::When;

class MailTls : public testing::Test {
 protected:
  /// As of a server elsewhere, which nobody speaks to in the clear.
  mail::Login login(const std::string& scheme, const std::string& port, const std::string& rest = "") const {
    mail::Login login;
    login.url = scheme + "://127.0.0.1:" + port + rest;
    login.server = {scheme, "127.0.0.1", rest.empty() ? "" : rest.substr(1), false};
    login.user = "crm";
    login.password = "the password";
    login.authorities = authority.file();
    return login;
  }
  Sent send(const mail::Login& to) {
    mail::Sender sender(to, is_stopping);
    return sender.send("crm@kestrel.example", "ada@acme.example", "Subject: Hello\r\n\r\nText\r\n");
  }
  static bool is_smtps(When when) { return when == When::from_the_start; }

  /// What becomes of a message to a server that speaks so, and what the server heard in the clear.
  struct Tried {
    Sent sent;
    std::vector<SmtpServer::Taken> taken;
    std::vector<std::string> in_the_clear;
  };
  Tried try_server(When when, const Authority& by, const Certified& of) {
    SmtpServer server({when, by.server(of)});
    Tried tried{send(login(is_smtps(when) ? "smtps" : "smtp", server.port())), server.taken(), {}};
    for (const auto& command : server.heard()) {
      if (command.starts_with('!')) tried.in_the_clear.push_back(command);
    }
    return tried;
  }
  void expect_refused(When when, const Authority& by, const Certified& of) {
    const auto tried = try_server(when, by, of);
    EXPECT_EQ(tried.sent.how, Sent::How::failed) << tried.sent.error;
    EXPECT_NE(tried.sent.remedy.find("certificate"), std::string::npos)
        << tried.sent.error << tried.sent.remedy;
    EXPECT_TRUE(tried.taken.empty());
    for (const auto& command : tried.in_the_clear)
      EXPECT_TRUE(command.starts_with("!EHLO") || command == "!STARTTLS" || command == "!QUIT") << command;
  }
  std::string trouble_with(const mail::Login& to) {
    try {
      mail::Mailbox mailbox(to, is_stopping);
      return "";
    } catch (const mail::MailboxTrouble& trouble) {
      return trouble.error + " " + trouble.remedy;
    }
  }

  Authority authority, stranger;
  std::atomic<bool> is_stopping = false;
};

class MailTlsBoth : public MailTls, public testing::WithParamInterface<When> {};

TEST_P(MailTlsBoth, AServerWhoseCertificateIsRightGetsTheMessage) {
  const auto tried = try_server(GetParam(), authority, {});
  EXPECT_EQ(tried.sent.how, Sent::How::taken) << tried.sent.error;
  ASSERT_EQ(tried.taken.size(), 1U);
  EXPECT_TRUE(tried.taken[0].is_encrypted);
  EXPECT_TRUE(tried.taken[0].text.ends_with("\r\n\r\nText\r\n"));
}

TEST_P(MailTlsBoth, AnotherNamesCertificateIsRefused) {
  expect_refused(GetParam(), authority, {.name = "DNS:mail.acme.example"});
}

TEST_P(MailTlsBoth, ACertificateOfNobodyWhomWeTrustIsRefused) { expect_refused(GetParam(), stranger, {}); }

TEST_P(MailTlsBoth, ACertificateThatHasRunOutIsRefused) {
  expect_refused(GetParam(), authority, {.from_day = -30, .until_day = -1});
}

TEST_P(MailTlsBoth, ACertificateThatDoesNotHoldYetIsRefused) {
  expect_refused(GetParam(), authority, {.from_day = 2, .until_day = 30});
}

TEST_P(MailTlsBoth, WhatThisMachineTrustsDoesNotIncludeTheTest) {
  SmtpServer server({GetParam(), authority.server({})});
  auto to = login(is_smtps(GetParam()) ? "smtps" : "smtp", server.port());
  to.authorities.clear();
  EXPECT_EQ(send(to).how, Sent::How::failed);
  EXPECT_TRUE(server.taken().empty());
}

INSTANTIATE_TEST_SUITE_P(FromTheStartAndWhenAsked, MailTlsBoth,
                         testing::Values(When::from_the_start, When::when_asked));

/// Somebody on the way may take the offer of encryption out.
TEST_F(MailTls, AServerThatOffersNoEncryptionHearsNothing) {
  SmtpServer server;
  const auto sent = send(login("smtp", server.port()));
  EXPECT_EQ(sent.how, Sent::How::failed);
  EXPECT_NE(sent.remedy.find("smtps://"), std::string::npos) << sent.error << sent.remedy;
  EXPECT_TRUE(server.taken().empty());
  for (const auto& command : server.heard())
    EXPECT_TRUE(command.starts_with("!EHLO") || command == "!QUIT") << command;
}

TEST_F(MailTls, ThePasswordIsSaidUnderEncryptionOnly) {
  for (const auto when : {When::from_the_start, When::when_asked}) {
    SmtpServer server({when, authority.server({})});
    EXPECT_EQ(send(login(is_smtps(when) ? "smtps" : "smtp", server.port())).how, Sent::How::taken);
    const auto heard = server.heard();
    EXPECT_TRUE(std::ranges::any_of(heard, [](const auto& one) { return one.starts_with("AUTH "); }));
    EXPECT_TRUE(std::ranges::none_of(heard, [](const auto& one) { return one.starts_with("!AUTH"); }));
  }
}

/// What is written to a connection that the other side closed raises this signal, which ends a program that
/// does not mind it.
TEST_F(MailTls, AServerThatHangsUpEndsNoProgram) {
  SmtpServer server({When::from_the_start, authority.server({})});
  EXPECT_EQ(send(login("smtps", server.port())).how, Sent::How::taken);
  EXPECT_EQ(std::raise(SIGPIPE), 0);
}

TEST_F(MailTls, AMailboxIsReadUnderEncryption) {
  for (const auto when : {When::from_the_start, When::when_asked}) {
    ImapServer server({when, authority.server({})});
    server.add("From: ada@acme.example\r\nSubject: Hello\r\n\r\nText\r\n");
    mail::Mailbox mailbox(login(is_smtps(when) ? "imaps" : "imap", server.port(), "/INBOX"), is_stopping);
    const auto unread = mailbox.unread(10);
    ASSERT_EQ(unread.size(), 1U);
    EXPECT_TRUE(mailbox.fetch(unread[0]).ends_with("Text\r\n"));
    mailbox.mark_read(unread[0]);
    EXPECT_EQ(server.unread(), 0);
    EXPECT_FALSE(server.is_login_open());
  }
}

TEST_F(MailTls, AMailboxOfSomebodyElseHearsNoPassword) {
  for (const auto when : {When::from_the_start, When::when_asked}) {
    const auto scheme = is_smtps(when) ? "imaps" : "imap";
    ImapServer of_stranger({when, stranger.server({})}),
        of_another({when, authority.server({"DNS:acme.example"})});
    for (auto* server : {&of_stranger, &of_another}) {
      EXPECT_NE(trouble_with(login(scheme, server->port(), "/INBOX")).find("certificate"), std::string::npos);
      EXPECT_EQ(server->login(), "");
    }
  }
  ImapServer open;
  EXPECT_NE(trouble_with(login("imap", open.port(), "/INBOX")).find("imaps://"), std::string::npos);
  EXPECT_EQ(open.login(), "");
}

}  // namespace
}  // namespace accord::tests
