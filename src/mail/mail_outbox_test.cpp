// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_outbox.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/mail_servers.hpp"
#include "tests/world.hpp"

namespace accord::mail {
namespace {

const Sql all_messages{
    "SELECT m.id, m.made_at, m.purpose, m.to_address, m.subject, m.body, m.message_id, m.tries, "
    "m.next_try_at, "
    "m.sent_at, m.given_up_at, m.error FROM mail_message m ORDER BY m.id"};

class MailOutbox : public testing::Test {
 protected:
  void SetUp() override { set_up("smtp://127.0.0.1:" + server.port()); }

  void set_up(const std::string& url, const std::string& user = "") {
    world.database().write(Actor{}, "Prepare.", [&](Write& write) {
      auto setting = find_setting(write).value_or(MailSetting{});
      setting.server = url;
      setting.server_user = user;
      setting.sender = "crm@kestrel.example";
      setting.links_at = "https://accord.kestrel.example";
      if (setting.id.number == 0)
        write.insert(setting);
      else
        write.update(setting);
    });
  }
  bool posted(const std::string& to) {
    bool is_posted = false;
    world.database().write(Actor{}, "Post.", [&](Write& write) {
      is_posted = post(write, {"test", to, "Hello \u00E4", "One\n.\nTwo\n"});
    });
    return is_posted;
  }
  void send() { send_due(world.database(), passwords, is_stopping); }
  void pass(std::int64_t ms) { world.clock().set({world.clock().now().ms + ms}); }
  std::vector<MailMessage> messages() {
    return world.database().read(Actor{},
                                 [](const Read& read) { return read.all<MailMessage>(all_messages); });
  }
  MailState state() {
    return world.database().read(
        Actor{}, [](const Read& read) { return find_state(read, "out").value_or(MailState{}); });
  }

  tests::World world{tests::Start::small};
  tests::SmtpServer server;
  Passwords passwords;
  std::atomic<bool> is_stopping = false;
};

TEST_F(MailOutbox, AMessageIsSentOnce) {
  EXPECT_TRUE(posted("Ada@Acme.example"));
  send();
  send();
  const auto taken = server.taken();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_TRUE(taken[0].from.starts_with("<crm@kestrel.example>")) << taken[0].from;
  EXPECT_EQ(taken[0].to, "<ada@acme.example>");
  EXPECT_TRUE(taken[0].text.ends_with("\r\n\r\nOne\r\n.\r\nTwo\r\n")) << taken[0].text;
  const auto message = messages().at(0);
  EXPECT_EQ(message.sent_at, world.clock().now());
  EXPECT_EQ(message.body, "") << "nobody sends it again";
  EXPECT_EQ(state().worked_at, world.clock().now());
}

TEST_F(MailOutbox, WhatIsPutOffIsTriedAgainUnderTheSameName) {
  posted("ada@acme.example");
  server.answer_recipients({"451 Greylisted, come again"});
  send();
  EXPECT_TRUE(server.taken().empty());
  EXPECT_EQ(messages().at(0).error, "The server said: 451 Greylisted, come again");
  EXPECT_FALSE(state().failed_at) << "the server works";
  pass(first_wait_ms - 1);
  send();
  EXPECT_TRUE(server.taken().empty()) << "not yet";
  pass(1);
  server.answer_texts({"452 Too little room"});
  send();
  EXPECT_TRUE(server.taken().empty());
  pass(2 * first_wait_ms);
  send();
  ASSERT_EQ(server.taken().size(), 1U);
  const auto message = messages().at(0);
  EXPECT_EQ(message.tries, 3);
  EXPECT_NE(server.taken()[0].text.find("Message-ID: <" + message.message_id + ">"), std::string::npos);
  EXPECT_EQ(message.error, "");
}

TEST_F(MailOutbox, WhatIsRefusedIsGivenUpInTheServersWordsAndHoldsUpNothing) {
  posted("nobody@acme.example");
  posted("ada@acme.example");
  server.answer_recipients({"550 5.1.1 No such user here"});
  send();
  ASSERT_EQ(server.taken().size(), 1U);
  EXPECT_EQ(server.taken()[0].to, "<ada@acme.example>");
  const auto refused = messages().at(0);
  EXPECT_EQ(refused.given_up_at, world.clock().now());
  EXPECT_EQ(refused.error, "The server said: 550 5.1.1 No such user here");
  EXPECT_EQ(refused.body, "");
  pass(3 * ms_per_day);
  send();
  EXPECT_EQ(server.taken().size(), 1U);
}

TEST_F(MailOutbox, AServerThatIsDownIsSaidWithWhatToDoAndGivenUpAfterTwoDays) {
  {
    tests::SmtpServer gone;
    set_up("smtp://127.0.0.1:" + gone.port());
  }
  posted("ada@acme.example");
  posted("bo@acme.example");
  const auto begun = world.clock().now();
  send();
  EXPECT_EQ(state().failed_at, begun);
  EXPECT_NE(state().error, "");
  EXPECT_NE(state().remedy.find("port"), std::string::npos) << state().remedy;
  EXPECT_EQ(messages().at(1).tries, 1) << "the second was not tried for itself, but waits as long";
  for (int i = 0; i < 60; ++i) {
    pass(3'600'000);
    send();
  }
  EXPECT_EQ(state().failed_at, begun) << "since when, not when last";
  for (const auto& message : messages()) {
    EXPECT_TRUE(message.given_up_at.has_value());
    EXPECT_GE(message.given_up_at->ms - begun.ms, given_up_after_ms);
    EXPECT_LE(message.tries, 24) << "8 within the first four hours, then every four";
  }
  set_up("smtp://127.0.0.1:" + server.port());
  posted("cy@acme.example");
  send();
  EXPECT_EQ(server.taken().size(), 1U);
  EXPECT_FALSE(state().failed_at);
}

TEST_F(MailOutbox, WithoutItsPasswordNothingIsSentAndItIsSaid) {
  set_up("smtp://127.0.0.1:" + server.port(), "crm");
  posted("ada@acme.example");
  send();
  EXPECT_TRUE(server.taken().empty());
  EXPECT_EQ(state().error, "There is no password for crm at 127.0.0.1.");
}

TEST_F(MailOutbox, NobodysMailboxIsFilled) {
  for (int i = 0; i < letters_to_one_address_a_day; ++i)
    EXPECT_TRUE(posted(i % 2 ? "ada@acme.example" : "ADA@acme.example"));
  EXPECT_FALSE(posted("ada@acme.example"));
  EXPECT_TRUE(posted("bo@acme.example")) << "others are not held up";
  pass(ms_per_day);
  EXPECT_TRUE(posted("ada@acme.example"));
}

TEST_F(MailOutbox, ADemoSendsNothing) {
  world.database().write(Actor{}, "Prepare.", [](Write& write) {
    auto company = people::company(write);
    company.is_demo = true;
    write.update(company);
  });
  posted("ada@acme.example");
  send();
  EXPECT_TRUE(server.taken().empty());
  EXPECT_EQ(messages().at(0).tries, 0);
}

TEST_F(MailOutbox, WhoIsErasedGetsNothingMore) {
  posted("ada@acme.example");
  world.database().write(Actor{}, "Erase.", [](Write& write) {
    Erasure erasure;
    erasure.record = "contact";
    erasure.addresses = {"Ada@acme.example"};
    forget_addresses(write, erasure);
  });
  send();
  EXPECT_TRUE(server.taken().empty());
  const auto message = messages().at(0);
  EXPECT_EQ(message.to_address + message.body + message.error, "");
}

TEST_F(MailOutbox, OldMessagesAreForgotten) {
  posted("ada@acme.example");
  send();
  pass(message_life_ms);
  forget_old_messages(world.database());
  EXPECT_EQ(messages().size(), 1U);
  pass(1);
  forget_old_messages(world.database());
  EXPECT_TRUE(messages().empty());
}

}  // namespace
}  // namespace accord::mail
