// SPDX-License-Identifier: Apache-2.0
#include "lead_form/lead_form.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/checks.hpp"
#include "lead_form/form_crowd.hpp"
#include "lead_form/form_submission.hpp"
#include "lead_form/form_typed.hpp"
#include "tests/form_fixture.hpp"
#include "web/percent.hpp"

namespace accord::lead_form {
namespace {

const Sql count_contacts{"SELECT COUNT(*) FROM contact"};
const Sql count_accounts{"SELECT COUNT(*) FROM account"};
const Sql count_leads{"SELECT COUNT(*) FROM opportunity"};
const Sql count_touches{"SELECT COUNT(*) FROM touchpoint_standing"};
const Sql count_entries{"SELECT COUNT(*) FROM form_entry_standing"};
const Sql newest_entry{
    "SELECT id, form, at, contact, account, opportunity, is_new_contact, is_new_lead, consent, once, "
    "asked_at "
    "FROM form_entry_standing ORDER BY id DESC LIMIT 1"};
const Sql typed_newest{
    "SELECT id, entry, contact, name, email, company, phone FROM form_typed ORDER BY id DESC LIMIT 1"};
const Sql count_typed{"SELECT COUNT(*) FROM form_typed"};
const Sql newest_touch{
    "SELECT id, at, precision, account, contact, campaign, channel, kind, side, person, key, system "
    "FROM touchpoint_standing ORDER BY id DESC LIMIT 1"};
const Sql newest_note{
    "SELECT id, opportunity, account, campaign, person, side, kind, at, precision, subject_line, key, "
    "system "
    "FROM activity_standing ORDER BY id DESC LIMIT 1"};

using Typed = std::vector<std::pair<std::string, std::string>>;

std::string encoded(const Typed& typed) {
  std::string body;
  for (const auto& [name, value] : typed)
    body += (body.empty() ? "" : "&") + web::percent_encode(name) + "=" + web::percent_encode(value);
  return body;
}

std::string header_of(const web::HttpReply& reply, std::string_view name) {
  const auto found = std::ranges::find(reply.headers, name, &web::Header::name);
  return found == reply.headers.end() ? "" : found->value;
}

/// A visitor's browser before a form for the campaign of a firm, and the firm's own people.
class LeadFormTest : public tests::FormFixture {
 protected:
  void SetUp() override {
    write([&](Write& write) {
      form.territory = territory::find_by_name(write, "North")->id;
      form.owner = people::find_by_name(write, "Karl Brandt")->id;
      form.consent = "You may <write> to me.";
      form.asks_phone = true;
      form.sites = "https://www.kestrel.example";
      add_form(write);
    });
  }

  void change_form(const std::function<void(LeadForm&)>& change) {
    change(form);
    write([&](Write& write) { write.update(form); });
  }
  void wait(std::int64_t ms) { world.clock().set({world.clock().now().ms + ms}); }

  web::HttpReply open(const std::string& address = "visit-us") {
    return world.site().handle({"GET", "/forms/" + address, {{"host", "127.0.0.1:7700"}}});
  }
  static std::string token_in(const std::string& page) {
    const std::string before = "name=\"token\" value=\"";
    const auto at = page.find(before);
    if (at == std::string::npos) return "";
    return page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
  }
  /// How often somebody sends is counted for the whole program, so each test sends from an address of its
  /// own.
  static std::string own_remote() {
    static int tests = 0;
    return "192.0.2." + std::to_string(++tests);
  }
  /// As a browser sends it, from a page of the origin (empty: it says none).
  web::HttpReply send(const Typed& typed, const std::string& origin = own, const std::string& from = "") {
    web::HttpRequest request{"POST", "/forms/visit-us"};
    request.headers = {{"host", "127.0.0.1:7700"}, {"content-type", "application/x-www-form-urlencoded"}};
    if (!origin.empty()) request.headers.push_back({"origin", origin});
    request.body = encoded(typed);
    request.remote = from.empty() ? remote : from;
    return world.site().handle(request);
  }
  /// Opens the form, takes as long as a person does, and sends it.
  web::HttpReply fill_in(Typed typed) {
    typed.emplace_back("token", token_in(open().body));
    wait(30'000);
    return send(typed);
  }
  static Typed ada() {
    return {{"name", "Ada Lind"}, {"email", "Ada@Acme.example"}, {"company", "Acme Works"}};
  }
  void nothing_came() {
    for (const auto* sql : {&count_contacts, &count_accounts, &count_leads, &count_touches, &count_entries})
      EXPECT_EQ(count(*sql), 0);
  }
  static bool is_thanks(const web::HttpReply& reply) {
    return reply.status == 200 && reply.body.find("<h1>Thank you</h1>") != std::string::npos;
  }
  static bool asks_again(const web::HttpReply& reply) {
    return reply.status == 200 && reply.body.find("<h1>One more press</h1>") != std::string::npos;
  }

  static inline const std::string own = "http://127.0.0.1:7700";
  const std::string remote = own_remote();
};

TEST_F(LeadFormTest, WhoFillsItInBecomesALead) {
  auto typed = ada();
  typed.insert(typed.end(), {{"message", "Ten meters by May"}, {"consent", "yes"}});
  EXPECT_TRUE(is_thanks(fill_in(typed)));
  const auto entry = newest<FormEntry>(newest_entry);
  EXPECT_TRUE(entry.is_new_contact);
  EXPECT_TRUE(entry.is_new_lead);
  EXPECT_EQ(entry.consent, "You may <write> to me.");
  const auto contact = *read([&](const Read& read) { return read.find(entry.contact); });
  EXPECT_EQ(contact.name, "Ada Lind");
  EXPECT_EQ(contact.email, "ada@acme.example");
  EXPECT_EQ(contact.system, "");
  const auto account = *read([&](const Read& read) { return read.find(*contact.account); });
  EXPECT_EQ(account.name, "Acme Works");
  EXPECT_EQ(account.territory, form.territory);
  const auto lead = *read([&](const Read& read) { return read.find(entry.opportunity); });
  EXPECT_EQ(lead.name, "Acme Works: Visit us");
  EXPECT_EQ(lead.phase, funnel::Phase::lead);
  EXPECT_EQ(lead.stage, "Inquiry") << "no funnel binds";
  EXPECT_EQ(lead.source, "Visit us");
  EXPECT_EQ(lead.owner, form.owner);
  EXPECT_EQ(lead.territory, form.territory);
  EXPECT_EQ(lead.contact, contact.id);
  EXPECT_EQ(lead.account, account.id);
  const auto touch = newest<touchpoint::Touchpoint>(newest_touch);
  EXPECT_EQ(touch.campaign, form.campaign);
  EXPECT_EQ(touch.contact, contact.id);
  EXPECT_EQ(touch.kind, touchpoint::TouchKind::web_visit);
  EXPECT_EQ(touch.side, Side::marketing);
  const auto note = newest<fact::Activity>(newest_note);
  EXPECT_EQ(note.opportunity, lead.id);
  EXPECT_EQ(note.subject_line, "Ten meters by May");
  EXPECT_FALSE(note.person.has_value());
  EXPECT_EQ(note.side, Side::none);
  for (const auto& checked :
       read([&](const Read& read) { return app::run_checks(read, world.site().subjects()); }))
    EXPECT_TRUE(checked.violations.empty()) << checked.check->name;
}

TEST_F(LeadFormTest, TheSamePressIsOneEntryHoweverOftenItArrives) {
  auto typed = ada();
  typed.emplace_back("token", token_in(open().body));
  wait(5'000);
  EXPECT_TRUE(is_thanks(send(typed)));
  EXPECT_TRUE(is_thanks(send(typed)));
  EXPECT_EQ(count(count_entries), 1);
  EXPECT_EQ(count(count_touches), 1);
}

TEST_F(LeadFormTest, WhoComesAgainIsTheSameContactWithTheSameOpenLead) {
  EXPECT_TRUE(is_thanks(fill_in(ada())));
  EXPECT_TRUE(is_thanks(fill_in({{"name", "A. Lind"}, {"email", " ADA@acme.EXAMPLE "}})));
  EXPECT_EQ(count(count_contacts), 1);
  EXPECT_EQ(count(count_leads), 1);
  EXPECT_EQ(count(count_accounts), 1);
  EXPECT_EQ(count(count_touches), 2);
  const auto entry = newest<FormEntry>(newest_entry);
  EXPECT_FALSE(entry.is_new_contact);
  EXPECT_FALSE(entry.is_new_lead);
  EXPECT_EQ(entry.consent, "") << "agreed to nothing this time";
  write([&](Write& write) {
    auto lead = *write.find(entry.opportunity);
    lead.outcome = funnel::Outcome::lost;
    write.update(lead);
  });
  EXPECT_TRUE(is_thanks(fill_in(ada())));
  EXPECT_EQ(count(count_leads), 2) << "a closed one takes nothing more";
}

TEST_F(LeadFormTest, APhoneNumberIsTheSameInFourNotations) {
  auto first = ada();
  first.emplace_back("phone", "+49 (0)30 123 45 67");
  EXPECT_TRUE(is_thanks(fill_in(first)));
  for (const auto* phone : {"0049-30-1234567", "030/1234567", "(030) 1234567", "+49 30 1234567"}) {
    EXPECT_TRUE(is_thanks(fill_in({{"name", "ada lind"}, {"email", "ada@home.example"}, {"phone", phone}})));
    EXPECT_EQ(count(count_contacts), 1) << phone;
  }
  EXPECT_TRUE(
      is_thanks(fill_in({{"name", "Bo Lind"}, {"email", "bo@home.example"}, {"phone", "030/1234567"}})));
  EXPECT_EQ(count(count_contacts), 2) << "the switchboard's number alone makes nobody somebody else";
}

TEST_F(LeadFormTest, WhatWasTypedIsKeptWhereTheRecordsSayOtherwise) {
  auto first = ada();
  first.emplace_back("phone", "030/1234567");
  EXPECT_TRUE(is_thanks(fill_in(first)));
  EXPECT_EQ(count(count_typed), 0) << "the records say all of it";
  EXPECT_TRUE(is_thanks(fill_in({{"name", "ada lind"},
                                 {"email", "Ada@Home.example"},
                                 {"company", "Lind Consulting"},
                                 {"phone", "+49 30 123 45 67"}})));
  const auto entry = newest<FormEntry>(newest_entry);
  EXPECT_FALSE(entry.is_new_contact);
  const auto typed = newest<TypedEntry>(typed_newest);
  EXPECT_EQ(typed.entry, entry.id);
  EXPECT_EQ(typed.email, "ada@home.example");
  EXPECT_EQ(typed.company, "Lind Consulting");
  EXPECT_EQ(typed.name + typed.phone, "") << "the same but for capitals, and notation";
  EXPECT_EQ(read([&](const Read& read) { return read.find(entry.contact)->email; }), "ada@acme.example")
      << "what is on record stays";
  const auto sam = tests::sign_in(world.site(), "sam");
  web::HttpRequest list{"GET", "/form-entries.json?order=-id"};
  list.headers = {{"host", "127.0.0.1"}, {"cookie", sam.cookie}};
  const auto listed = world.site().handle(list).body;
  EXPECT_NE(listed.find("\"typed_email\":\"ada@home.example\""), std::string::npos) << listed;
  const auto admin = tests::sign_in(world.site(), "ada");
  web::HttpRequest erase{"POST", "/contacts/" + std::to_string(entry.contact.number) + "/erasure"};
  erase.headers = {{"host", "127.0.0.1"}, {"cookie", admin.cookie}, {"x-csrf-token", admin.csrf_token}};
  EXPECT_EQ(world.site().handle(erase).status, 201);
  const auto erased = newest<TypedEntry>(typed_newest);
  EXPECT_EQ(erased.name + erased.email + erased.company + erased.phone, "");
}

TEST_F(LeadFormTest, LeadsOfNoFirmAreToldApartByWhenTheyCame) {
  EXPECT_TRUE(is_thanks(fill_in({{"name", "Bo Sund"}, {"email", "bo@home.example"}})));
  const auto name_of_newest = [&] {
    return read(
        [&](const Read& read) { return read.find(newest<FormEntry>(newest_entry).opportunity)->name; });
  };
  const auto first = name_of_newest();
  EXPECT_EQ(first.find("Visit us: 2 March 2026, 09:"), 0U) << first;
  wait(-30'000);
  EXPECT_TRUE(is_thanks(fill_in({{"name", "Di Lund"}, {"email", "di@home.example"}})));
  EXPECT_EQ(name_of_newest(), first + " (2)");
  wait(-30'000);
  EXPECT_TRUE(is_thanks(fill_in({{"name", "Ed Moen"}, {"email", "ed@home.example"}})));
  EXPECT_EQ(name_of_newest(), first + " (3)");
  wait(60'000);
  EXPECT_TRUE(is_thanks(fill_in({{"name", "Cy Young"}, {"email", "cy@home.example"}})));
  EXPECT_NE(name_of_newest().substr(0, first.size()), first);
  EXPECT_EQ(name_of_newest().find("Cy"), std::string::npos) << "never after the person, who may be erased";
}

TEST_F(LeadFormTest, AnErasedContactIsNeverRevived) {
  EXPECT_TRUE(is_thanks(fill_in(ada())));
  const auto before = newest<FormEntry>(newest_entry);
  const auto admin = tests::sign_in(world.site(), "ada");
  web::HttpRequest erase{"POST", "/contacts/" + std::to_string(before.contact.number) + "/erasure"};
  erase.headers = {{"host", "127.0.0.1"}, {"cookie", admin.cookie}, {"x-csrf-token", admin.csrf_token}};
  EXPECT_EQ(world.site().handle(erase).status, 201);
  EXPECT_TRUE(is_thanks(fill_in(ada())));
  const auto after = newest<FormEntry>(newest_entry);
  EXPECT_NE(after.contact, before.contact);
  EXPECT_TRUE(after.is_new_contact);
  EXPECT_TRUE(after.is_new_lead);
  const auto erased = *read([&](const Read& read) { return read.find(before.contact); });
  EXPECT_EQ(erased.name + erased.email + erased.phone, "");
  EXPECT_TRUE(erased.erased_on.has_value());
}

TEST_F(LeadFormTest, AccountsAreRecognisedByNameAndByDomain) {
  write([](Write& write) {
    account::Account acme, twin, other;
    acme.name = "Acme Works, Inc.";
    acme.website = "https://www.acme.example/about";
    twin.name = "Twin";
    other.name = "Twin GmbH";
    write.insert(acme);
    write.insert(twin);
    write.insert(other);
  });
  EXPECT_TRUE(is_thanks(fill_in({{"name", "A"}, {"email", "a@gmail.com"}, {"company", "ACME WORKS"}})));
  EXPECT_TRUE(is_thanks(fill_in({{"name", "B"}, {"email", "b@acme.example"}})));
  EXPECT_EQ(count(count_accounts), 3);
  EXPECT_EQ(newest<FormEntry>(newest_entry).account, Id<account::Account>{1});
  EXPECT_TRUE(is_thanks(fill_in({{"name", "C"}, {"email", "c@gmail.com"}})));
  EXPECT_FALSE(newest<FormEntry>(newest_entry).account.has_value()) << "anybody may have that domain";
  EXPECT_TRUE(is_thanks(fill_in({{"name", "D"}, {"email", "d@gmail.com"}, {"company", "Twin AG"}})));
  EXPECT_EQ(count(count_accounts), 4) << "two could be meant, so neither is taken";
}

TEST_F(LeadFormTest, AMachineIsAskedOnceMoreAndNothingIsLost) {
  const auto token = token_in(open().body);
  const auto with = [](Typed typed, const std::string& name, const std::string& value) {
    typed.emplace_back(name, value);
    return typed;
  };
  EXPECT_TRUE(asks_again(send(with(ada(), "token", token)))) << "at once";
  wait(5'000);
  EXPECT_TRUE(asks_again(send(with(with(ada(), "token", token), "homepage", "http://spam.example"))));
  EXPECT_TRUE(asks_again(send(ada()))) << "without a token";
  EXPECT_TRUE(asks_again(send(with(ada(), "token", token + "0")))) << "forged";
  EXPECT_TRUE(asks_again(send(with(ada(), "token", token), ""))) << "no browser";
  EXPECT_TRUE(asks_again(send(with(ada(), "token", token), "null"))) << "a sandbox";
  wait(24 * 3'600'000LL);
  const auto asked = send(with(ada(), "token", token));
  EXPECT_TRUE(asks_again(asked)) << "too old";
  nothing_came();
  EXPECT_NE(asked.body.find("value=\"Ada@Acme.example\""), std::string::npos);
  const auto again = with(ada(), "token", token_in(asked.body));
  EXPECT_TRUE(asks_again(send(again, ""))) << "the box is not ticked";
  nothing_came();
  EXPECT_TRUE(is_thanks(send(with(again, "person", "yes"), "")));
  EXPECT_EQ(count(count_entries), 1);
}

TEST_F(LeadFormTest, AMachineThatFilledWhatNobodySeesGetsNoFurtherByPressingAgain) {
  const auto with = [](Typed typed, const std::string& name, const std::string& value) {
    typed.emplace_back(name, value);
    return typed;
  };
  const auto token = token_in(open().body);
  wait(5'000);
  const auto asked = send(with(with(ada(), "token", token), "homepage", "http://spam.example"));
  EXPECT_NE(asked.body.find("<input type=\"checkbox\" name=\"person\""), std::string::npos);
  const auto again = with(ada(), "token", token_in(asked.body));
  EXPECT_TRUE(asks_again(send(again))) << "what the page gave, posted at once";
  const auto ticked = send(with(again, "person", "yes"));
  EXPECT_TRUE(asks_again(ticked)) << "faster than anybody reads";
  nothing_came();
  wait(2'000);
  EXPECT_TRUE(asks_again(send(again)));
  EXPECT_TRUE(is_thanks(send(with(with(ada(), "token", token_in(ticked.body)), "person", "yes"))))
      << "a person whose browser filled it in loses nothing, and waits no longer than from the first time";
  EXPECT_EQ(count(count_entries), 1);
}

TEST_F(LeadFormTest, ATokenIsOneForms) {
  LeadForm second = form;
  second.address = "another";
  write([&](Write& write) { write.insert(second); });
  auto typed = ada();
  typed.emplace_back("token", token_in(open("another").body));
  wait(5'000);
  EXPECT_TRUE(asks_again(send(typed)));
  nothing_came();
}

TEST_F(LeadFormTest, AFormFromAnotherSiteIsTurnedAway) {
  auto typed = ada();
  typed.emplace_back("token", token_in(open().body));
  wait(5'000);
  for (const auto* origin : {"https://evil.example", "https://www.kestrel.example.evil.example",
                             "http://www.kestrel.example", "http://127.0.0.1:7701"})
    EXPECT_EQ(send(typed, origin).status, 403) << origin;
  nothing_came();
  EXPECT_TRUE(is_thanks(send(typed, "https://www.kestrel.example")));
}

TEST_F(LeadFormTest, WhatIsWrongIsSaidWithWhatWasTyped) {
  const auto reply =
      fill_in({{"name", ""}, {"email", "nobody"}, {"company", "Acme"}, {"phone", std::string(61, '1')}});
  EXPECT_EQ(reply.status, 422);
  for (const auto* words : {"Please give your name.", "This is no e-mail address.", "at most 60 characters",
                            "value=\"nobody\"", "value=\"Acme\""})
    EXPECT_NE(reply.body.find(words), std::string::npos) << words;
  nothing_came();
  auto typed = ada();
  typed.emplace_back("token", token_in(reply.body));
  EXPECT_TRUE(is_thanks(send(typed))) << "whoever corrects one word is quick";
}

TEST_F(LeadFormTest, AMessageHasAtMost500Letters) {
  std::string letters;
  for (int i = 0; i < 500; ++i) letters += "é";
  auto typed = ada();
  typed.emplace_back("message", letters);
  EXPECT_TRUE(is_thanks(fill_in(typed)));
  EXPECT_EQ(newest<fact::Activity>(newest_note).subject_line, letters);
  typed.back().second += "x";
  EXPECT_EQ(fill_in(typed).status, 422);
}

TEST_F(LeadFormTest, WhatNobodyTypedIsNoMarkup) {
  const std::string evil = "\"><script>alert('x')</script>&lt;";
  change_form([&](LeadForm& one) { one.name = one.heading = one.text = one.consent = one.thanks = evil; });
  const Typed typed{{"name", evil},    {"email", evil + "@a.example"},
                    {"company", evil}, {"phone", evil},
                    {"message", evil}, {"consent", "yes"}};
  auto sent = ada();
  sent.insert(sent.end(), {{"company", evil}, {"phone", evil}, {"message", evil}});
  for (const auto& page : {open(), fill_in(typed), send(sent), fill_in(ada())}) {
    EXPECT_EQ(page.body.find("<script"), std::string::npos) << page.body;
    EXPECT_NE(page.body.find("&lt;script&gt;"), std::string::npos);
  }
}

TEST_F(LeadFormTest, NobodyAddsAHeader) {
  auto typed = ada();
  typed[0].second = "Ada\r\nSet-Cookie: accord_session=x";
  const auto reply = fill_in(typed);
  EXPECT_EQ(reply.status, 422);
  for (const auto& [name, value] : reply.headers) {
    EXPECT_EQ(value.find_first_of("\r\n"), std::string::npos) << name;
    EXPECT_NE(name, "Set-Cookie");
  }
}

TEST_F(LeadFormTest, OnlyAFormsBodyIsRead) {
  auto typed = ada();
  typed.emplace_back("token", token_in(open().body));
  wait(5'000);
  const auto with_bytes = [&](std::size_t size) {
    auto padded = encoded(typed);
    for (int i = 0; padded.size() < size; ++i) {
      const auto name = "&pad" + std::to_string(i) + "=";
      const auto room = size - padded.size();
      padded += room <= name.size()
                    ? std::string(room, '&')
                    : name + std::string(std::min<std::size_t>(room - name.size(), 4'000), 'x');
    }
    return padded;
  };
  const auto form_type = "application/x-www-form-urlencoded";
  EXPECT_TRUE(read_submission(form_type, with_bytes(submission_bytes_max)));
  EXPECT_FALSE(read_submission(form_type, with_bytes(submission_bytes_max + 1)));
  web::HttpRequest request{"POST", "/forms/visit-us", {{"host", "127.0.0.1:7700"}, {"origin", own}}};
  request.body = with_bytes(submission_bytes_max + 1);
  request.headers.push_back({"content-type", form_type});
  EXPECT_EQ(world.site().handle(request).status, 400);
  request.body = encoded(typed);
  request.headers.back().value = "application/json";
  EXPECT_EQ(world.site().handle(request).status, 400);
  request.headers.back().value = form_type;
  request.body += "&x=%ZZ";
  EXPECT_EQ(world.site().handle(request).status, 400);
  nothing_came();
}

TEST_F(LeadFormTest, TooMuchAtOnceIsTurnedAway) {
  for (int i = 0; i < Crowd::of_address_max; ++i)
    EXPECT_NE(send(ada(), own, "198.51.100.7").status, 429) << i;
  const auto turned_away = send({{"name", "Ada <Lind>"},
                                 {"email", "ada@acme.example"},
                                 {"message", "Ten meters by May"},
                                 {"consent", "yes"}},
                                own, "198.51.100.7");
  EXPECT_EQ(turned_away.status, 429);
  for (const auto* kept :
       {"value=\"Ada &lt;Lind&gt;\"", "value=\"ada@acme.example\"", ">Ten meters by May</textarea>",
        " checked>", "role=\"alert\"", "wait a minute, and send it again."})
    EXPECT_NE(turned_away.body.find(kept), std::string::npos) << kept;
  EXPECT_NE(send(ada(), own, "198.51.100.8").status, 429) << "others are not held up";
  wait(60'000);
  EXPECT_NE(send(ada(), own, "198.51.100.7").status, 429);
}

TEST(CrowdTest, AFormTakesSoManyAMinuteAndForgetsThemAll) {
  Crowd crowd;
  for (int i = 0; i < Crowd::of_form_max; ++i) EXPECT_TRUE(crowd.has_room(std::to_string(i), 1, Instant{0}));
  EXPECT_FALSE(crowd.has_room("one more", 1, Instant{59'999}));
  EXPECT_TRUE(crowd.has_room("one more", 2, Instant{59'999}));
  EXPECT_TRUE(crowd.has_room("one more", 1, Instant{60'000}));
}

TEST_F(LeadFormTest, AClosedFormAndNoFormSaySo) {
  EXPECT_EQ(open("no-such-form").status, 404);
  change_form([&](LeadForm& one) { one.closed_on = day_of(world.clock().now()) + 1; });
  const auto token = token_in(open().body);
  EXPECT_NE(token, "");
  wait(ms_per_day);
  EXPECT_EQ(open().status, 410);
  auto typed = ada();
  typed.emplace_back("token", token);
  EXPECT_EQ(send(typed).status, 410);
  nothing_came();
}

TEST_F(LeadFormTest, OnlyItsSitesShowItInAFrame) {
  const auto reply = open();
  const auto policy = header_of(reply, "Content-Security-Policy");
  EXPECT_EQ(policy,
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'self' https://www.kestrel.example");
  EXPECT_EQ(header_of(reply, "X-Frame-Options"), "");
  EXPECT_EQ(std::ranges::count(reply.headers, "Content-Security-Policy", &web::Header::name), 1);
  const auto page = world.site().handle({"GET", "/", {{"host", "127.0.0.1:7700"}}});
  EXPECT_NE(header_of(page, "Content-Security-Policy").find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(header_of(page, "X-Frame-Options"), "DENY");
}

TEST_F(LeadFormTest, AFormsTerritoryLimitsWhoSeesItsEntries) {
  EXPECT_TRUE(is_thanks(fill_in(ada())));
  const auto south = *read([](const Read& read) { return territory::find_by_name(read, "South"); });
  change_form([&](LeadForm& one) { one.territory = south.id; });
  EXPECT_TRUE(is_thanks(fill_in({{"name", "Bo"}, {"email", "bo@other.example"}})));
  change_form([&](LeadForm& one) { one.territory = std::nullopt; });
  const auto seen_by = [&](const std::string& who, const std::string& path) {
    const auto session = tests::sign_in(world.site(), who);
    const auto reply =
        world.site().handle({"GET", path, {{"host", "127.0.0.1"}, {"cookie", session.cookie}}});
    EXPECT_EQ(reply.status, 200) << reply.body;
    return json::parse(reply.body);
  };
  EXPECT_EQ(seen_by("sam", "/form-entries.json").at("total").as_int64(), 2);
  EXPECT_EQ(seen_by("sam", "/lead-forms/1.json").at("entry_count").as_int64(), 2);
  const auto karls = seen_by("karl", "/form-entries.json");
  EXPECT_EQ(karls.at("total").as_int64(), 1);
  EXPECT_EQ(karls.at("items").at(0).at("contact_name").as_string(), "Ada Lind");
  EXPECT_EQ(seen_by("karl", "/lead-forms/1.json").at("entry_count").as_int64(), 1);
}

TEST(FormSubmissionTest, ASiteIsASchemeANameAndPerhapsAPort) {
  for (const auto* site : {"https://www.acme.example", "http://localhost:8080", "https://a-b.example"})
    EXPECT_TRUE(is_site(site)) << site;
  for (const auto* site :
       {"", "acme.example", "ftp://acme.example", "https://", "https://acme.example/", "https://*",
        "https://a.example;script-src *", "https://a.example 'unsafe-inline'",
        "https://a.example:", "https://a.example:80:80", "https://a.example:http", "https://:80"})
    EXPECT_FALSE(is_site(site)) << site;
}

}  // namespace
}  // namespace accord::lead_form
