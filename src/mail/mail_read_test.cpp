// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_read.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.hpp"

namespace accord::mail {
namespace {

/// The files are written by hand as mail programs write them; what they say is told by Python's email
/// package.
std::string raw_of(const std::string& name) {
  std::ifstream file("src/mail/messages/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

ReceivedMessage read(const std::string& name) { return read_message(raw_of(name)); }

TEST(MailRead, TakesWhoWroteWhatToWhom) {
  const auto message = read("plain.eml");
  EXPECT_EQ(message.from_name, "Ada Lind");
  EXPECT_EQ(message.from_address, "ada@acme.example");
  const std::vector<std::string> to{"sales+spring@kestrel.example", "sales@kestrel.example"};
  EXPECT_EQ(message.to, to) << "where the server put it stands first";
  EXPECT_EQ(message.subject, "Ten torque meters");
  EXPECT_EQ(message.text, "Good morning,\n\nwe need ten torque meters by May.\n\nAda Lind");
  EXPECT_EQ(to_string(*message.sent_at), "2026-03-02T07:31:00.000Z");
  EXPECT_EQ(message.why_no_lead, "");
  EXPECT_FALSE(message.is_cut);
}

TEST(MailRead, KnowsOldAlphabets) {
  const auto message = read("latin1_quoted_printable.eml");
  EXPECT_EQ(message.from_name, "J\u00FCrgen M\u00FCller");
  EXPECT_EQ(message.subject, "Anfrage f\u00FCr zwei Me\u00DFger\u00E4te");
  EXPECT_NE(message.text.find("bis M\u00E4rz. Der Preis soll 5.000 nicht \u00FCberschreiten."),
            std::string::npos)
      << message.text;
}

TEST(MailRead, KnowsEveryAlphabet) {
  const auto message = read("base64_utf8.eml");
  EXPECT_EQ(message.from_name, "Zofia \u017Bak");
  EXPECT_EQ(message.subject, "Oferta \u2013 3 sztuki");
  EXPECT_NE(message.text.find("\u041F\u0440\u0438\u0432\u0435\u0442"), std::string::npos);
  EXPECT_EQ(message.to, std::vector<std::string>{"spring@kestrel.example"});
}

/// Each word by Python 3.11's base64.b64encode of whole letters, as mail programs part long lines.
TEST(MailRead, ALongSubjectOfManyWordsIsRead) {
  const auto message = read_message(
      "From: =?utf-8?b?w4Rubmk=?= =?utf-8?b?IMOWaG1hbm4=?= <a@b.example>\r\nSubject: "
      "=?utf-8?b?w4TDtsO8w5/DhMO2w7zDn8OEw7bDvMOfw4TDtsO8w5/DhMO2w7zDn8OEw7Y=?=\r\n "
      "=?utf-8?b?w7zDn8OEw7bDvMOfw4TDtsO8w58=?= and =?utf-8?b?w4Q=?= x\r\n\r\nHello");
  std::string umlauts;
  for (int i = 0; i < 8; ++i) umlauts += "\u00C4\u00F6\u00FC\u00DF";
  EXPECT_EQ(message.subject, umlauts + " and \u00C4 x");
  EXPECT_EQ(message.from_name, "\u00C4nni \u00D6hmann");
  EXPECT_EQ(message.text, "Hello");
}

TEST(MailRead, TakesThePlainOneOfTwoTextsAndNoFile) {
  const auto message = read("alternative.eml");
  EXPECT_EQ(message.text, "Please send a price for the parts on the list.");
  EXPECT_EQ(message.attachments, 2);
  EXPECT_EQ(message.from_name, "");
  EXPECT_EQ(message.from_address, "bo.sund@acme.example");
}

TEST(MailRead, DrawsTheTextFromMarkup) {
  const auto message = read("html_only.eml");
  EXPECT_EQ(message.text,
            "Hello & good morning,\n\nwe need 3 pumps < 5 kW for M\u00FCnchen.\nPrice \u20AC please.");
}

TEST(MailRead, AForwardedMessageIsOfWhomeverForwardedIt) {
  const auto message = read("forwarded.eml");
  EXPECT_EQ(message.from_address, "karl@kestrel.example");
  EXPECT_EQ(message.text, "See below, from the fair.");
  EXPECT_EQ(message.attachments, 1);
  EXPECT_EQ(message.why_no_lead, "");
}

TEST(MailRead, ProgramsAreNoLeads) {
  EXPECT_EQ(read("autoresponder.eml").why_no_lead, "A program answered by itself.");
  EXPECT_EQ(read("bounce.eml").why_no_lead, "A mail server reports that something was not delivered.");
  EXPECT_EQ(read("list.eml").why_no_lead, "It went to a mailing list.");
  EXPECT_EQ(read_message("Subject: x\r\n\r\nNobody").why_no_lead, "It does not say who sent it.");
  EXPECT_NE(read_message("").why_no_lead, "");
  EXPECT_EQ(read_message("From: a@b.example\r\nAuto-Submitted: no\r\n\r\nHello").why_no_lead, "");
}

TEST(MailRead, TheSameMessageHasTheSameKey) {
  EXPECT_EQ(read("plain.eml").key, read_message("X-Hop: 2\r\n" + raw_of("plain.eml")).key)
      << "what servers add on the way changes nothing";
  EXPECT_NE(read("plain.eml").key, read("alternative.eml").key);
  const std::string without = "From: a@b.example\r\n\r\nHello";
  EXPECT_EQ(read_message(without).key, read_message(without).key);
  EXPECT_NE(read_message(without).key, read_message(without + "!").key);
  EXPECT_NE(read_message("Message-ID: <1@x>\r\nFrom: a@b.example\r\n\r\n").key,
            read_message("Message-ID: <1@x>\r\nFrom: c@d.example\r\n\r\n").key)
      << "nobody takes another's message away by its name";
}

TEST(MailRead, IsBounded) {
  std::string deep = "From: a@b.example\r\n";
  for (int i = 0; i < 500; ++i)
    deep += "Content-Type: multipart/mixed; boundary=\"b" + std::to_string(i) + "\"\r\n\r\n--b" +
            std::to_string(i) + "\r\n";
  EXPECT_EQ(read_message(deep + "\r\nx").from_address, "a@b.example");
  const auto large = read_message("From: a@b.example\r\n\r\n" + std::string(5U << 20U, 'x'));
  EXPECT_EQ(large.text.size(), text_bytes_max);
  EXPECT_TRUE(large.is_cut);
  std::string umlauts = "From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx";
  for (int i = 0; i < 20'000; ++i) umlauts += "\u00E4";
  EXPECT_TRUE(is_clean_text(read_message(umlauts).text)) << "no letter is cut in two";
}

TEST(MailRead, MarkupNamesNoLetterThatNoTextMayHold) {
  const auto message =
      read_message("From: a@b.example\r\nContent-Type: text/html\r\n\r\na&#8;b&#0;c&#xD800;d&#9;e");
  EXPECT_TRUE(is_clean_text(message.text));
  EXPECT_EQ(message.text, "ab&#0;c&#xD800;d e");
}

TEST(MailRead, HtmlThatDoesNotEndStillEnds) {
  EXPECT_EQ(text_of_html("<script>alert(1)"), "");
  EXPECT_EQ(text_of_html("a<"), "a");
  EXPECT_EQ(text_of_html("a &unknown; b &amp"), "a &unknown; b &amp");
  EXPECT_EQ(text_of_html("<SCRIPT>x</Script >y"), "y");
}

}  // namespace
}  // namespace accord::mail
