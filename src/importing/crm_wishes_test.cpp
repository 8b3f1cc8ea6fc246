// SPDX-License-Identifier: Apache-2.0
// What a CRM has on record of how people may be reached, and its histories and users.
#include "importing/intake.hpp"
#include "importing/mapping.hpp"
#include "tests/import_fixture.hpp"
#include "wish/wish.hpp"

namespace accord::importing {
namespace {

using wish::Medium, wish::Saying;

const Sql wishes{
    "SELECT k.name || '|' || w.medium || '|' || w.says || '|' || w.words || '|' || w.source FROM wish w JOIN "
    "contact k ON k.id = w.contact ORDER BY k.name, w.medium"};
const Sql when_said{"SELECT w.at FROM wish w ORDER BY w.id LIMIT 1"};
const Sql contact_named{"SELECT id FROM contact WHERE name = :name"};
const Sql last_import{"SELECT MAX(id) FROM import"};
const Sql moves{
    "SELECT o.name || '|' || s.stage || '|' || s.precision FROM stage_change_standing s JOIN opportunity o "
    "ON o.id = s.opportunity ORDER BY s.at, s.id"};
const Sql who_left{
    "SELECT p.name || '|' || p.left_on FROM person p WHERE p.left_on IS NOT NULL ORDER BY p.name"};
const Sql count_people{"SELECT COUNT(*) FROM person WHERE name = 'Karl Brandt'"};

std::string left(const std::string& name, const char* day) {
  return name + "|" + std::to_string(parse_day(day)->number);
}

class CrmWishes : public ImportFixture {
 protected:
  void SetUp() override {
    ImportFixture::SetUp();
    database->write(actor, "Found the company.", [](Write& write) {
      people::Company company{{}, "Kestrel Instruments", "USD", "UTC"};
      people::found(write, company);
    });
  }
  void take(const std::string& file, const std::string& text, const std::string& day = "2026-03-02") {
    ImportOptions options;
    options.answers.as_of = parse_day(day);
    EXPECT_EQ(run({write_file(file, text)}, options), 0) << said;
    EXPECT_EQ(violations(), Lines{});
  }
  void say(const std::string& name, Saying says, const char* day) {
    database->write(actor, "Record.", [&](Write& write) {
      const Id<account::Contact> contact{write.integer(contact_named, {{"name", name}}).value_or(0)};
      wish::record_wish(write, {contact, Medium::call, says, "As I said."},
                        {"", "", start_of(*parse_day(day))});
    });
  }
  /// A lead of Salesforce's with the flag.
  void flagged(const std::string& flag, const std::string& day) {
    take("leads.csv",
         "Id,LastName,Company,Status,OwnerId,IsDeleted,DoNotCall\n00Q5e00000A1AAA,Holm,Acme "
         "Works,Open - Not Contacted,005x,false," +
             flag + "\n",
         day);
  }
};

TEST_F(CrmWishes, ALeadsFlagsAreThePersonsWishesInTheWordsOfTheSystem) {
  take("suite.csv",
       "ID,First Name,Last Name,Status,Account Name,Assigned User,Date Modified,Do Not Call,Email Opt Out\n"
       "L-1,Petra,Holm,New,Acme Works,karl,2026-02-20 10:00,1,0\n"
       "L-2,Otto,Lang,New,Acme Works,karl,2026-02-20 10:00,0,1\n");
  EXPECT_TRUE(says("2 opt-outs")) << said;
  EXPECT_EQ(lines(wishes), (Lines{"Otto Lang|email|refuses|Email Opt Out: 1|SuiteCRM record L-2",
                                  "Petra Holm|call|refuses|Do Not Call: 1|SuiteCRM record L-1"}));
  EXPECT_EQ(integer(when_said), parse_instant("2026-02-20T10:00:00Z")->ms) << "when the row was changed";
  take("suite2.csv",
       "ID,First Name,Last Name,Status,Account Name,Assigned User,Date Modified,Do Not Call,Email Opt Out\n"
       "L-1,Petra,Holm,New,Acme Works,karl,2026-02-20 10:00,1,0\n");
  EXPECT_TRUE(says("changes nothing")) << said;
  undo(integer(last_import));
  EXPECT_EQ(lines(wishes), Lines{});
}

TEST_F(CrmWishes, SoAreThoseOfContactsAndOfHubSpot) {
  take("contacts.csv",
       "Contact ID,First Name,Last Name,Email,Account Name,DoNotCall,HasOptedOutOfEmail\n"
       "003A1,Petra,Holm,p.holm@acme.example,Acme Works,true,true\n"
       "003A2,Otto,Lang,o.lang@acme.example,Acme Works,false,false\n");
  EXPECT_EQ(lines(wishes), (Lines{"Petra Holm|call|refuses|DoNotCall: true|CRM record 003A1",
                                  "Petra Holm|email|refuses|HasOptedOutOfEmail: true|CRM record 003A1"}));
  take("hubspot.csv",
       "Record ID,First Name,Last Name,Email,Lifecycle Stage,Lead Status,Unsubscribed from all email\n"
       "101,Ada,Lind,ada@lind.example,Lead,New,true\n102,Bo,Sund,bo@sund.example,Lead,New,\n");
  EXPECT_EQ(lines(wishes).front(),
            "Ada Lind|email|refuses|Unsubscribed from all email: true|HubSpot record 101");
  EXPECT_EQ(lines(wishes).size(), 3U) << "a blank cell says nothing";
}

TEST_F(CrmWishes, ANoLiftsWhatThatRecordSaidAndNothingElse) {
  flagged("true", "2026-03-02");
  EXPECT_EQ(lines(wishes).size(), 1U);
  flagged("", "2026-03-03");
  EXPECT_EQ(lines(wishes).size(), 1U) << "a blank cell lifts nothing";
  flagged("false", "2026-03-01");
  EXPECT_EQ(lines(wishes).size(), 1U) << "an older export lifts nothing";
  take("other.csv",
       "Id,LastName,Company,Status,OwnerId,IsDeleted,DoNotCall\n00Q5e00000A2AAA,Holm,Acme Works,Open - Not "
       "Contacted,005x,false,false\n",
       "2026-03-09");
  EXPECT_EQ(lines(wishes).size(), 1U) << "another record of the same person lifts nothing";
  flagged("false", "2026-03-09");
  EXPECT_TRUE(says("lifts 1 opt-out")) << said;
  EXPECT_EQ(lines(wishes), Lines{}) << "no opt-out is no consent";
  undo(integer(last_import));
  EXPECT_EQ(lines(wishes).size(), 1U) << "who lifts it, may be undone";
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CrmWishes, WhatTheySaidThemselvesStands) {
  flagged("false", "2026-03-01");
  say("Holm", Saying::refuses, "2026-03-02");
  flagged("true", "2026-03-04");
  flagged("false", "2026-03-05");
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|refuses|As I said.|"}) << "their own refusal is not the system's";
  say("Holm", Saying::agrees, "2026-03-06");
  flagged("true", "2026-03-06");
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|agrees|As I said.|"}) << "said later than the export";
  flagged("true", "2026-03-09");
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|refuses|DoNotCall: true|Salesforce record 00Q5e00000A1AAA"});
  flagged("false", "2026-03-10");
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|agrees|As I said.|"}) << "what stood before stands again";
}

TEST_F(CrmWishes, AHistoryOfLeadsTellsTheirStages) {
  take("leads.csv",
       "Lead ID,First Name,Last Name,Company,Lead Status,Lead Owner,Created Date\n"
       "00Q5e00000A1AAA,Petra,Holm,Acme Works,Working - Contacted,Karl Brandt,2026-02-01\n");
  take("history.csv",
       "Lead Owner,First Name,Last Name,Company / Account,Lead ID,Edit Date,Field / Event,Old Value,New "
       "Value,Edited By\n"
       "Karl Brandt,Petra,Holm,Acme Works,00Q5e00000A1AAA,2026-02-08 10:00,Lead Status,Open - Not "
       "Contacted,Working - Contacted,Karl Brandt\n"
       "Karl Brandt,Petra,Holm,Acme Works,00Q5e00000A1AAA,2026-02-09 10:00,Owner,Karl Brandt,Anna "
       "Berg,Karl Brandt\n");
  EXPECT_TRUE(says("Stage history")) << said;
  const auto told = lines(moves);
  EXPECT_NE(std::ranges::find(told, "Acme Works|Working - Contacted|moment"), told.end());
  EXPECT_TRUE(std::ranges::none_of(told, [](const auto& one) { return one.find("Anna") != one.npos; }));
}

TEST_F(CrmWishes, UndoneAndImportedAgainAllIsAsItWas) {
  flagged("true", "2026-03-02");
  undo(integer(last_import));
  EXPECT_EQ(lines(wishes), Lines{});
  flagged("true", "2026-03-02");
  EXPECT_EQ(lines(wishes).size(), 1U);
  for (int i = 0; i < 2; ++i) {
    flagged("false", "2026-03-09");
    EXPECT_EQ(lines(wishes), Lines{});
    undo(integer(last_import));
    EXPECT_EQ(lines(wishes), Lines{"Holm|call|refuses|DoNotCall: true|Salesforce record 00Q5e00000A1AAA"});
  }
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CrmWishes, WhatAnUndoneImportSaidDoesNotComeBackByAnotherUndo) {
  flagged("", "2026-03-01");
  say("Holm", Saying::agrees, "2026-03-01");
  flagged("true", "2026-03-02");
  const auto refused_by = integer(last_import);
  flagged("false", "2026-03-09");
  const auto lifted_by = integer(last_import);
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|agrees|As I said.|"});
  undo(refused_by);
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|agrees|As I said.|"}) << "it was lifted already";
  undo(lifted_by);
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|agrees|As I said.|"}) << "who refused it is undone as well";
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CrmWishes, WhatNobodyElseSaidGoesWithBothUndos) {
  flagged("true", "2026-03-02");
  const auto refused_by = integer(last_import);
  flagged("false", "2026-03-09");
  const auto lifted_by = integer(last_import);
  undo(refused_by);
  undo(lifted_by);
  EXPECT_EQ(lines(wishes), Lines{});
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CrmWishes, WhoSaidSomethingSinceKeepsIt) {
  flagged("true", "2026-03-02");
  flagged("false", "2026-03-09");
  say("Holm", Saying::agrees, "2026-03-10");
  undo(integer(last_import));
  EXPECT_EQ(lines(wishes), Lines{"Holm|call|agrees|As I said.|"});
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(CrmWishes, WhoseAccountIsClosedHasLeft) {
  take("users.csv",
       "Id,Name,Email,IsActive\n0051,Karl Brandt,karl@kestrel.example,true\n0052,Anna Berg,"
       "anna@kestrel.example,false\n0053,Bo Lund,bo@kestrel.example,\n",
       "2026-03-04");
  EXPECT_EQ(lines(who_left), Lines{left("Anna Berg", "2026-03-04")});
  const auto first = integer(last_import);
  take("users-again.csv",
       "Id,Name,Email,IsActive\n0051,Karl Brandt,karl@kestrel.example,false\n0052,Anna Berg,"
       "anna@kestrel.example,false\n",
       "2026-03-11");
  EXPECT_EQ(lines(who_left), (Lines{left("Anna Berg", "2026-03-04"), left("Karl Brandt", "2026-03-11")}))
      << "left once";
  undo(integer(last_import));
  EXPECT_EQ(lines(who_left), Lines{left("Anna Berg", "2026-03-04")});
  take("users-back.csv", "Id,Name,Email,IsActive\n0052,Anna Berg,anna@kestrel.example,true\n", "2026-03-12");
  EXPECT_EQ(lines(who_left), Lines{left("Anna Berg", "2026-03-04")}) << "who may sign in again is said here";
  undo(first);
  EXPECT_EQ(lines(who_left), Lines{});
  take("with-days.csv",
       "Id,Name,Email,Is Active,Leaving Date\n0054,Cy Holt,cy@kestrel.example,false,2026-02-28\n",
       "2026-03-12");
  EXPECT_EQ(lines(who_left), Lines{left("Cy Holt", "2026-02-28")});
}

TEST_F(CrmWishes, WhoAdministersHereStays) {
  database->write(actor, "Found.", [](Write& write) {
    people::Person ada;
    ada.name = "Ada Olsen";
    ada.email = "ada@kestrel.example";
    ada.role = Role::administrator;
    ada.system = "Salesforce";
    write.insert(ada);
  });
  take("users.csv", "Id,Name,Email,IsActive\n0051,Ada Olsen,ada@kestrel.example,false\n");
  EXPECT_EQ(lines(who_left), Lines{});
}

TEST_F(CrmWishes, UsersAreNoContacts) {
  const auto read = recognise({"Id", "Name", "Email", "IsActive"}, {});
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->target, "person");
  take("users.csv", "Id,Name,Email,IsActive\n0051,Karl Brandt,karl@kestrel.example,true\n");
  EXPECT_EQ(integer(count_people), 1);
}

}  // namespace
}  // namespace accord::importing
