// SPDX-License-Identifier: Apache-2.0
#include "lead_form/form_waiting.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "app/checks.hpp"
#include "lead_form/form_token.hpp"
#include "lead_form/form_waiting_store.hpp"
#include "lead_form/lead_form_store.hpp"
#include "tests/form_fixture.hpp"
#include "tests/mail_servers.hpp"
#include "web/percent.hpp"

namespace accord::lead_form {
namespace {

const Sql count_traces{
    "SELECT (SELECT COUNT(*) FROM contact) + (SELECT COUNT(*) FROM account) + (SELECT COUNT(*) FROM "
    "opportunity) "
    "+ (SELECT COUNT(*) FROM touchpoint_standing) + (SELECT COUNT(*) FROM form_entry_standing)"};
const Sql count_entries{"SELECT COUNT(*) FROM form_entry_standing"};
const Sql count_messages{"SELECT COUNT(*) FROM mail_message"};
const Sql newest_entry{
    "SELECT id, form, at, contact, account, opportunity, is_new_contact, is_new_lead, consent, once, "
    "asked_at "
    "FROM form_entry_standing ORDER BY id DESC LIMIT 1"};
const Sql newest_touch{
    "SELECT id, at, precision, account, contact, campaign, channel, kind, side, person, key, system "
    "FROM touchpoint_standing ORDER BY id DESC LIMIT 1"};
const Sql typed_left{
    "SELECT COUNT(*) FROM form_waiting WHERE name <> '' OR email <> '' OR company <> '' OR phone <> '' OR "
    "message <> ''"};
const Sql secret_in_store{"SELECT COUNT(*) FROM form_waiting WHERE secret_hash = :secret"};

/// A form that asks for a confirmation, its visitors, and the mail server that carries what is sent.
class FormWaiting : public tests::FormFixture {
 protected:
  void SetUp() override {
    write([&](Write& write) {
      mail::MailSetting setting;
      setting.server = "smtp://127.0.0.1:" + server.port();
      setting.sender = "crm@kestrel.example";
      setting.links_at = "https://accord.kestrel.example";
      write.insert(setting);
      form.consent = "You may <write> to me.";
      form.asks_confirmation = true;
      add_form(write);
    });
  }
  void pass(std::int64_t ms) { world.clock().set({world.clock().now().ms + ms}); }

  web::HttpReply get(const std::string& target) {
    return world.site().handle({"GET", target, {{"host", "127.0.0.1:7700"}}});
  }
  web::HttpReply post(const std::string& target, const std::string& body) {
    web::HttpRequest request{"POST", target};
    request.headers = {{"host", "127.0.0.1:7700"},
                       {"content-type", "application/x-www-form-urlencoded"},
                       {"origin", "http://127.0.0.1:7700"}};
    request.body = body;
    // How often somebody sends is counted for the whole program.
    static int senders = 0;
    request.remote = "203.0.113." + std::to_string(++senders);
    return world.site().handle(request);
  }
  web::HttpReply fill_in(const std::string& email = "Ada@Acme.example") {
    const auto token = new_token(Sent::form, "visit-us", world.clock().now());
    pass(30'000);
    return post("/forms/visit-us", "name=Ada+Lind&company=Acme+Works&message=Ten+meters&consent=yes&email=" +
                                       web::percent_encode(email) + "&token=" + token);
  }
  /// What stands in the link of the newest message that was sent.
  std::string secret() {
    mail::send_due(world.database(), {}, is_stopping);
    const auto taken = server.taken();
    if (taken.empty()) return "";
    auto text = taken.back().text;
    for (std::size_t at = 0; (at = text.find("=\r\n", at)) != std::string::npos;) text.erase(at, 3);
    const std::string before = "/forms/visit-us/confirm?token=3D";
    const auto at = text.find(before);
    return at == std::string::npos ? "" : text.substr(at + before.size(), 64);
  }
  static bool says(const web::HttpReply& reply, int status, const std::string& heading) {
    return reply.status == status && reply.body.find("<h1>" + heading + "</h1>") != std::string::npos;
  }

  tests::SmtpServer server;
  std::atomic<bool> is_stopping = false;
};

TEST_F(FormWaiting, NobodyIsALeadBeforeTheyConfirm) {
  const auto reply = fill_in();
  EXPECT_TRUE(says(reply, 200, "One thing is left")) << reply.body;
  EXPECT_EQ(count(count_traces), 0);
  const auto link = secret();
  ASSERT_EQ(link.size(), 64U);
  const auto sent = server.taken().at(0);
  EXPECT_EQ(sent.to, "<ada@acme.example>");
  for (const auto* typed : {"Ten meters", "Ada Lind", "Acme Works"})
    EXPECT_EQ(sent.text.find(typed), std::string::npos) << "a form sends nobody what a stranger typed";
  EXPECT_EQ(read([&](const Read& read) {
              return read.integer(secret_in_store, {{"secret", link}});
            }),
            0)
      << "what is in the link is nowhere in the store";
}

TEST_F(FormWaiting, TheLinkShowsAButtonAndTheButtonMakesTheLead) {
  fill_in();
  const auto asked = world.clock().now();
  const auto link = secret();
  pass(3 * 3'600'000);
  const auto page = get("/forms/visit-us/confirm?token=" + link);
  EXPECT_TRUE(says(page, 200, "Is it you?"));
  EXPECT_NE(page.body.find("You may &lt;write&gt; to me."), std::string::npos);
  EXPECT_EQ(page.body.find("<script"), std::string::npos);
  EXPECT_EQ(count(count_traces), 0) << "programs that look at links open them";
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + link), 200, "Thank you"));
  const auto entry = *read([](const Read& read) { return read.one<FormEntry>(newest_entry); });
  EXPECT_EQ(entry.at, world.clock().now());
  EXPECT_EQ(entry.asked_at, asked);
  EXPECT_EQ(entry.consent, "You may <write> to me.");
  EXPECT_TRUE(entry.is_new_contact && entry.is_new_lead);
  const auto contact = *read([&](const Read& read) { return read.find(entry.contact); });
  EXPECT_EQ(contact.name, "Ada Lind");
  EXPECT_EQ(contact.email, "ada@acme.example");
  const auto lead = *read([&](const Read& read) { return read.find(entry.opportunity); });
  EXPECT_EQ(lead.name, "Acme Works: Visit us");
  const auto touch = *read([](const Read& read) { return read.one<touchpoint::Touchpoint>(newest_touch); });
  EXPECT_EQ(touch.at, asked) << "they came when they filled it in";
  EXPECT_EQ(count(typed_left), 0) << "what was typed stands in the contact alone";
  for (const auto& checked :
       read([&](const Read& read) { return app::run_checks(read, world.site().subjects()); }))
    EXPECT_TRUE(checked.violations.empty()) << checked.check->name;
}

TEST_F(FormWaiting, TwiceConfirmedIsTheSameAnswer) {
  fill_in();
  const auto link = secret();
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + link), 200, "Thank you"));
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + link), 200, "Thank you"));
  pass(8 * ms_per_day);
  EXPECT_TRUE(says(get("/forms/visit-us/confirm?token=" + link), 200, "Thank you"));
  EXPECT_EQ(count(count_entries), 1);
}

TEST_F(FormWaiting, TheSamePressIsAskedOnce) {
  const auto token = new_token(Sent::form, "visit-us", world.clock().now());
  pass(30'000);
  const auto body = "name=Ada&email=ada%40acme.example&token=" + token;
  EXPECT_TRUE(says(post("/forms/visit-us", body), 200, "One thing is left"));
  EXPECT_TRUE(says(post("/forms/visit-us", body), 200, "One thing is left"));
  EXPECT_EQ(count(count_messages), 1);
}

TEST_F(FormWaiting, OldAndUnknownLinksSayWhatToDo) {
  fill_in();
  const auto link = secret();
  EXPECT_TRUE(says(get("/forms/visit-us/confirm"), 404, "This link leads nowhere"));
  EXPECT_TRUE(says(get("/forms/visit-us/confirm?token=" + link.substr(1)), 404, "This link leads nowhere"));
  EXPECT_EQ(post("/forms/visit-us/confirm", "token=x&x=%ZZ").status, 400);
  pass(link_life_ms);
  EXPECT_TRUE(says(get("/forms/visit-us/confirm?token=" + link), 410, "This link is too old"));
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + link), 410, "This link is too old"));
  EXPECT_EQ(count(count_traces), 0);
}

TEST_F(FormWaiting, WhatNobodyConfirmsIsErasedAfterThirtyDaysAndStillCounted) {
  fill_in();
  const auto link = secret();
  pass(unconfirmed_life_ms - 1);
  forget_old(world.database());
  EXPECT_EQ(count(typed_left), 1);
  pass(2);
  forget_old(world.database());
  EXPECT_EQ(count(typed_left), 0);
  EXPECT_TRUE(says(get("/forms/visit-us/confirm?token=" + link), 404, "This link leads nowhere"));
  const auto counts = read([&](const Read& read) { return count_asked(read, form.id); });
  EXPECT_EQ(counts.asked, 1);
  EXPECT_EQ(counts.confirmed + counts.waiting, 0);
}

TEST_F(FormWaiting, AClosedFormStillTakesTheConfirmationOfWhatCameBefore) {
  fill_in();
  const auto link = secret();
  write([&](Write& write) {
    form.closed_on = day_of(write.now());
    form.address = "elsewhere";
    write.update(form);
  });
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + link), 200, "Thank you"));
  EXPECT_EQ(count(count_entries), 1);
}

TEST_F(FormWaiting, NobodysMailboxIsFilledAndNobodyIsToldWhose) {
  for (int i = 0; i < mail::letters_to_one_address_a_day + 2; ++i)
    EXPECT_TRUE(says(fill_in(), 200, "One thing is left"));
  EXPECT_EQ(count(count_messages), mail::letters_to_one_address_a_day);
}

TEST_F(FormWaiting, WhileMailIsNotSetUpTheFormSaysSoAndKeepsNothing) {
  write([](Write& write) {
    auto setting = *write.find(Id<mail::MailSetting>{1});
    setting.server.clear();
    write.update(setting);
  });
  EXPECT_TRUE(says(get("/forms/visit-us"), 503, "This form cannot be sent just now"));
  EXPECT_EQ(fill_in().status, 503);
  EXPECT_EQ(count(typed_left), 0);
}

TEST_F(FormWaiting, AnAddressThatCannotBeWrittenToIsSaid) {
  const auto reply = fill_in("\u00E4da@acme.example");
  EXPECT_EQ(reply.status, 422);
  EXPECT_NE(reply.body.find("We cannot write to this address"), std::string::npos);
}

TEST_F(FormWaiting, WhoIsErasedWaitsForNothing) {
  fill_in();
  const auto first = secret();
  post("/forms/visit-us/confirm", "token=" + first);
  fill_in();
  const auto second = secret();
  ASSERT_NE(first, second);
  const auto contact = read([](const Read& read) { return read.one<FormEntry>(newest_entry); })->contact;
  const auto admin = tests::sign_in(world.site(), "ada");
  web::HttpRequest erase{"POST", "/contacts/" + std::to_string(contact.number) + "/erasure"};
  erase.headers = {{"host", "127.0.0.1"}, {"cookie", admin.cookie}, {"x-csrf-token", admin.csrf_token}};
  EXPECT_EQ(world.site().handle(erase).status, 201);
  EXPECT_EQ(count(typed_left), 0);
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + second), 404, "This link leads nowhere"));
  EXPECT_TRUE(says(post("/forms/visit-us/confirm", "token=" + first), 200, "Thank you")) << "it was taken";
  EXPECT_EQ(count(count_entries), 1);
}

}  // namespace
}  // namespace accord::lead_form
