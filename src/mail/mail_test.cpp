// SPDX-License-Identifier: Apache-2.0
#include "mail/mail.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/check.hpp"
#include "mail/mail_address.hpp"
#include "mail/mail_letter.hpp"
#include "mail/mail_passwords.hpp"
#include "mail/mail_read.hpp"
#include "tests/temporary_folder.hpp"

namespace accord::mail {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find("\r\n", at);
    EXPECT_NE(end, std::string_view::npos) << "each line ends with CRLF";
    if (end == std::string_view::npos) break;
    lines.emplace_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

Envelope envelope() {
  return {"crm@kestrel.example",      "ada@acme.example",  "Please confirm",
          "Press here:\nhttps://x\n", "1@kestrel.example", {1'772'442'000'000}};
}

TEST(MailAddress, IsOnlyWhatASmtpServerTakesAsOne) {
  for (const auto* address :
       {"a@b.example", "first.last+tag@sub.acme.example", "o'neil@acme.example", "x_y@a-b.example"})
    EXPECT_TRUE(is_address(address)) << address;
  for (const auto* address : {"",
                              "a",
                              "@b.example",
                              "a@",
                              "a@b",
                              "a@@b.example",
                              "a b@b.example",
                              "a@b.example>",
                              "<a@b.example",
                              "a@b.example\r\nRCPT TO:<c@d.example>",
                              ".a@b.example",
                              "a.@b.example",
                              "a..b@c.example",
                              "a@-b.example",
                              "a@b.example.",
                              "\"a\"@b.example",
                              "a@b,c.example",
                              "\xC3\xA4@b.example",
                              "a@b.example\n",
                              "a,b@c.example"})
    EXPECT_FALSE(is_address(address)) << address;
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b.example"));
}

TEST(MailAddress, AServerHasASchemeAndAName) {
  EXPECT_EQ(smtp_server("smtps://Mail.Acme.example")->host, "mail.acme.example");
  EXPECT_FALSE(smtp_server("smtp://mail.acme.example:587")->is_local);
  EXPECT_TRUE(smtp_server("smtp://127.0.0.1:2525")->is_local);
  EXPECT_EQ(imap_server("imaps://mail.acme.example/INBOX")->folder, "INBOX");
  for (const auto* url :
       {"", "mail.acme.example", "http://mail.acme.example", "smtp://", "smtp://a b", "smtp://u:p@host",
        "smtp://host/path", "smtp://host:99999999", "smtp://host\r\nQUIT", "imaps://host/INBOX"})
    EXPECT_FALSE(smtp_server(url)) << url;
  for (const auto* url :
       {"imaps://host", "imaps://host/", "imaps://host/IN BOX", "imaps://host/\"x\"", "smtps://host/INBOX"})
    EXPECT_FALSE(imap_server(url)) << url;
  EXPECT_TRUE(is_links_address("https://accord.acme.example"));
  EXPECT_TRUE(is_links_address("http://localhost:7700"));
  for (const auto* text :
       {"accord.acme.example", "https://", "https://a/b", "javascript://a", "https://a.example?x"})
    EXPECT_FALSE(is_links_address(text)) << text;
}

TEST(MailLetter, HasWhatEveryMessageNeeds) {
  const auto lines = lines_of(letter_text(envelope()));
  const std::vector<std::string> expected{"Date: Mon, 2 Mar 2026 09:00:00 +0000",
                                          "From: <crm@kestrel.example>",
                                          "To: <ada@acme.example>",
                                          "Subject: Please confirm",
                                          "Message-ID: <1@kestrel.example>",
                                          "Auto-Submitted: auto-generated",
                                          "MIME-Version: 1.0",
                                          "Content-Type: text/plain; charset=utf-8",
                                          "Content-Transfer-Encoding: quoted-printable",
                                          "",
                                          "Press here:",
                                          "https://x"};
  EXPECT_EQ(lines, expected);
}

TEST(MailLetter, NobodyAddsAHeader) {
  auto letter = envelope();
  letter.subject = "Hello\r\nBcc: victim@acme.example\r\n\r\nBuy";
  const auto lines = lines_of(letter_text(letter));
  EXPECT_EQ(lines.at(3), "Subject: Hello  Bcc: victim@acme.example    Buy");
  EXPECT_EQ(std::count(lines.begin(), lines.end(), ""), 1) << "the text begins once";
}

/// RFC 2047, encoded by Python 3.11: base64.b64encode("…".encode()).
TEST(MailLetter, WhatIsNotAsciiIsAnEncodedWord) {
  EXPECT_EQ(header_text("Subject", "Gr\u00FC\u00DFe"), "=?utf-8?B?R3LDvMOfZQ==?=");
  EXPECT_EQ(header_text("Subject", "=?utf-8?B?R3LDvMOfZQ==?="),
            "=?utf-8?B?PT91dGYtOD9CP1IzTER2TU9mWlE9PT89?=")
      << "what only looks encoded stays as it was typed";
  EXPECT_EQ(header_text("Subject", " \r\n "), "");
}

TEST(MailLetter, LongSubjectsAreFoldedAndReadAsTheyWere) {
  std::string ascii, umlauts;
  for (int i = 0; i < 40; ++i) ascii += (i == 0 ? "" : " ") + std::string("word") + std::to_string(i);
  for (int i = 0; i < 50; ++i) umlauts += "\u00E4\u20AC";
  for (const auto& subject : {ascii, umlauts, std::string(200, 'x')}) {
    auto letter = envelope();
    letter.subject = subject;
    const auto text = letter_text(letter);
    for (const auto& line : lines_of(text)) EXPECT_LE(line.size(), 78U) << line;
    EXPECT_EQ(read_message(text).subject, subject) << "GMime reads what was meant";
  }
}

/// RFC 2045: expected lines as Python 3.11's quopri.encodestring(…) gives them, in capitals.
TEST(MailLetter, TextIsQuotedPrintable) {
  EXPECT_EQ(quoted_printable("a=b\nGr\u00FC\u00DFe \nend"), "a=3Db\r\nGr=C3=BC=C3=9Fe=20\r\nend\r\n");
  const auto lines = lines_of(quoted_printable(std::string(200, 'x')));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], std::string(75, 'x') + "=");
  EXPECT_EQ(lines[2], std::string(50, 'x'));
}

class MailPasswords : public testing::Test {
 protected:
  std::string written(const std::string& text,
                      std::filesystem::perms perms = std::filesystem::perms::owner_read |
                                                     std::filesystem::perms::owner_write) {
    const auto path = folder.file("passwords");
    std::ofstream(path) << text;
    std::filesystem::permissions(path, perms);
    return path;
  }
  static std::string fault(const std::string& path) {
    try {
      Passwords::in_file(path);
    } catch (const Fault& fault) {
      return fault.what();
    }
    return "";
  }
  tests::TemporaryFolder folder;
};

TEST_F(MailPasswords, GoToTheirHostAlone) {
  const auto passwords =
      Passwords::in_file(written("# mail\n\nMail.Acme.example crm  a pass word \nother.example crm x\n"));
  EXPECT_EQ(passwords.of("mail.acme.example", "crm"), "a pass word");
  EXPECT_EQ(passwords.of("other.example", "crm"), "x");
  EXPECT_FALSE(passwords.of("evil.example", "crm"));
  EXPECT_FALSE(passwords.of("mail.acme.example", "root"));
}

TEST_F(MailPasswords, AreRefusedInWordsThatTellNoPassword) {
  EXPECT_NE(fault(folder.file("none")).find("There is no file"), std::string::npos);
  using perms = std::filesystem::perms;
  EXPECT_NE(fault(written("a b c\n", perms::owner_read | perms::others_read)).find("chmod 600"),
            std::string::npos);
  const auto words = fault(written("a b c\nmail.example hunter2\n"));
  EXPECT_NE(words.find("Line 2"), std::string::npos);
  EXPECT_EQ(words.find("hunter2"), std::string::npos);
}

}  // namespace
}  // namespace accord::mail
