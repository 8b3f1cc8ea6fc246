// SPDX-License-Identifier: Apache-2.0
// Lists of mailings and calls that name somebody who asked not to be reached so.
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"
#include "wish/wish.hpp"

namespace accord::importing {
namespace {

using wish::Medium, wish::Saying;

const Sql reached{
    "SELECT COALESCE(k.name, '') || '|' || t.kind FROM touchpoint_standing t LEFT JOIN contact k ON k.id = "
    "t.contact ORDER BY t.id"};
const Sql kept_out{"SELECT line || '|' || column_name || '|' || reason FROM import_problem ORDER BY id"};
const Sql wishes{
    "SELECT k.name || '|' || w.medium || '|' || w.says || '|' || w.words || '|' || w.source || '|' || w.link "
    "FROM wish w JOIN contact k ON k.id = w.contact ORDER BY w.id"};
const Sql contact_named{"SELECT id FROM contact WHERE name = :name"};
const Sql last_import{"SELECT MAX(id) FROM import"};

class OptedOutLists : public ImportFixture {
 protected:
  void SetUp() override {
    ImportFixture::SetUp();
    database->write(actor, "Found the company.", [](Write& write) {
      people::Company company{{}, "Kestrel Instruments", "USD", "UTC"};
      people::found(write, company);
    });
    EXPECT_EQ(
        run({write_file("contacts.csv",
                        "Contact ID,First Name,Last Name,Email,Phone,Account Name\n"
                        "C-1,Petra,Holm,p.holm@acme.example,+49 30 1234567,Acme Works\n"
                        "C-2,Otto,Lang,o.lang@acme.example,,Acme Works\n"),
             write_file("campaigns.csv",
                        "campaign,channel,start,end\nSpring letter,Direct mail,2026-03-02,2026-03-31\n")}),
        0)
        << said;
  }
  Id<account::Contact> contact(const std::string& name) {
    return {database->read(actor, [&](const Read& read) {
      return read.integer(contact_named, {{"name", name}}).value_or(0);
    })};
  }
  void say(const std::string& name, Medium medium, Saying says, const char* day) {
    database->write(actor, "Record.", [&](Write& write) {
      wish::record_wish(write, {contact(name), medium, says, "As I said."},
                        {"", "", start_of(*parse_day(day))});
    });
  }
  /// The list goes in as one of that kind and day; false where rows stayed out.
  bool enter(const std::string& text, const std::string& kind, const std::string& day) {
    ImportOptions options;
    options.target = "touchpoint";
    options.answers.system = "Mailing list";
    options.answers.constants = {{"campaign", "Spring letter"}, {"kind", kind}, {"day", day}};
    const int exit = run({write_file("list.csv", text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit == 0;
  }
  static constexpr const char* petra = "Recipient,Company,Email\nPetra Holm,Acme Works,P.Holm@acme.example\n";
};

TEST_F(OptedOutLists, WhoAskedBeforeTheRowsDayStaysOutWithWhoAskedAndWhen) {
  say("Petra Holm", Medium::email, Saying::refuses, "2026-03-02");
  EXPECT_FALSE(enter(petra, "email", "2026-03-16"));
  EXPECT_EQ(lines(kept_out), Lines{"2||Petra Holm of Acme Works asked on 2 March 2026 to get no e-mail."});
  EXPECT_TRUE(says("1 row stays out")) << said;
  EXPECT_EQ(lines(reached), Lines{});
  EXPECT_TRUE(enter(petra, "email", "2026-03-02")) << "what was sent by then was sent";
  EXPECT_TRUE(enter(petra, "mail", "2026-03-16")) << "a letter is something else";
  EXPECT_TRUE(enter(petra, "scan", "2026-03-16")) << "whoever came to the stand was met there";
  say("Petra Holm", Medium::email, Saying::agrees, "2026-03-20");
  EXPECT_TRUE(enter(petra, "email", "2026-03-23"));
  EXPECT_EQ(lines(reached),
            (Lines{"Petra Holm|email", "Petra Holm|mail", "Petra Holm|scan", "Petra Holm|email"}));
}

TEST_F(OptedOutLists, WhoIsLikeThemStaysOutToo) {
  say("Petra Holm", Medium::call, Saying::refuses, "2026-03-02");
  EXPECT_FALSE(
      enter("Name,Company,Phone\nP. Holm,Bolt Mills,(030) 123 45 67\nJon Reyes,Bolt Mills,030 7654321\n",
            "call", "2026-03-16"));
  EXPECT_EQ(lines(kept_out),
            Lines{"2||Petra Holm of Acme Works asked on 2 March 2026 not to be called at this number."});
  EXPECT_EQ(lines(reached), Lines{"Jon Reyes|call"});
}

TEST_F(OptedOutLists, WhoWasErasedStaysOptedOut) {
  say("Petra Holm", Medium::email, Saying::refuses, "2026-03-02");
  database->write(actor, "Erase.", [&](Write& write) {
    const auto id = contact("Petra Holm");
    people::forget_for_good(write, {"contact", id.number, {"Petra Holm"}, {"p.holm@acme.example"}}, {});
    write.erase(id);
    auto erased = *write.find(id);
    erased.erased_on = day_of(write.now());
    write.update(erased);
  });
  EXPECT_FALSE(enter(petra, "email", "2026-03-16"));
  EXPECT_EQ(lines(reached), Lines{});
  EXPECT_EQ(text(kept_out),
            "2||Somebody who was erased since, with the same e-mail address, asked on 2 March 2026 to get no "
            "e-mail.");
}

TEST_F(OptedOutLists, WhatARowSaysOfSomebodyOnRecordIsTheirWish) {
  const std::string list =
      "Recipient,Company,Do Not Mail\nPetra Holm,Acme Works,yes\nOtto Lang,Acme Works,no\nNew One,Acme "
      "Works,yes\n";
  EXPECT_FALSE(enter(list, "mail", "2026-03-16"));
  EXPECT_TRUE(says("adds 1 touchpoint and 1 opt-out; 2 rows stay out")) << said;
  const auto import = integer(last_import);
  EXPECT_EQ(lines(wishes),
            Lines{"Petra Holm|mail|refuses|Do Not Mail: yes|list.csv|/imports/" + std::to_string(import)});
  EXPECT_FALSE(enter("Recipient,Company\nPetra Holm,Acme Works\n", "mail", "2026-03-23"))
      << "the next list need not say it again";
  EXPECT_FALSE(enter(list, "mail", "2026-03-16"));
  EXPECT_TRUE(says("changes nothing")) << said;
  undo(import);
  EXPECT_EQ(lines(wishes), Lines{});
  EXPECT_TRUE(enter("Recipient,Company\nPetra Holm,Acme Works\n", "mail", "2026-03-23"));
}

TEST_F(OptedOutLists, WordsThatWereSaidSinceStandAndUndoBringsBackThoseBefore) {
  say("Petra Holm", Medium::mail, Saying::agrees, "2026-03-20");
  const std::string list = "Recipient,Company,Do Not Mail\nPetra Holm,Acme Works,yes\n";
  EXPECT_FALSE(enter(list, "mail", "2026-03-16"));
  EXPECT_EQ(lines(wishes), Lines{"Petra Holm|mail|agrees|As I said.||"});
  EXPECT_FALSE(enter(list, "mail", "2026-03-23"));
  EXPECT_TRUE(says("changes 1 opt-out")) << said;
  const auto import = integer(last_import);
  EXPECT_TRUE(lines(wishes).at(0).starts_with("Petra Holm|mail|refuses|Do Not Mail: yes|"))
      << lines(wishes).at(0);
  undo(import);
  EXPECT_EQ(lines(wishes), Lines{"Petra Holm|mail|agrees|As I said.||"});
}

/// A contact whom the same list brought goes with it, though the list said something of them.
TEST_F(OptedOutLists, AContactGoesWithTheListThatBroughtThem) {
  EXPECT_TRUE(enter("Recipient,Company\nNew One,Acme Works\n", "mail", "2026-03-16"));
  const auto first = integer(last_import);
  EXPECT_FALSE(enter("Recipient,Company,Do Not Mail\nNew One,Acme Works,yes\n", "mail", "2026-03-23"));
  undo(integer(last_import));
  undo(first);
  EXPECT_EQ(contact("New One").number, 0);
  EXPECT_EQ(violations(), Lines{});
}

}  // namespace
}  // namespace accord::importing
