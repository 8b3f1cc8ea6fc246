// SPDX-License-Identifier: Apache-2.0
// Lists of leads that no system of record keeps: what they make is Accord's own, and what people did since
// stands.
#include "funnel/funnel.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql leads{
    "SELECT o.name || '|' || COALESCE(k.name, '') || '|' || o.stage || '|' || o.outcome || '|' || o.system "
    "FROM opportunity o LEFT JOIN contact k ON k.id = o.contact ORDER BY o.id"};
const Sql keepers{
    "SELECT 'account ' || name || '|' || system FROM account UNION ALL SELECT 'contact ' || name || '|' || "
    "system FROM contact ORDER BY 1"};
const Sql contacts{"SELECT name || '|' || email || '|' || phone || '|' || system FROM contact ORDER BY id"};

class OwnListsTest : public ImportFixture {
 protected:
  int enter(const std::string& text, const std::string& system = "") {
    ImportOptions options;
    options.target = "lead";
    options.answers.system = system;
    const int exit = run({write_file("list.csv", text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit;
  }
  void close(std::int64_t id) {
    database->write(actor, "Lose it.", [&](Write& write) {
      auto lead = *write.find(Id<funnel::Opportunity>{id});
      lead.stage = "Lost";
      lead.outcome = funnel::Outcome::lost;
      write.update(lead);
      funnel::record_stage(write, lead, write.now(), fact::Precision::moment);
    });
  }
};

const std::string header = "First Name,Last Name,Company,Email,Phone,Status\n";
const std::string ada = "Ada,Ray,Contoso,ada@contoso.example,,Inquiry\n";

TEST_F(OwnListsTest, WhatTheyMakeNoSystemKeeps) {
  EXPECT_EQ(enter(header + ada), 0) << said;
  EXPECT_EQ(lines(leads), Lines{"Contoso|Ada Ray|Inquiry|open|"});
  EXPECT_EQ(lines(keepers), (Lines{"account Contoso|", "contact Ada Ray|"}));
  EXPECT_EQ(text(Sql{"SELECT system FROM import"}), "Accord");
}

TEST_F(OwnListsTest, SoItIsWhereAccordIsNamedInAnyLetters) {
  EXPECT_EQ(enter("Lead ID," + header + "L1," + ada, "ACCORD"), 0) << said;
  EXPECT_EQ(lines(leads), Lines{"Contoso|Ada Ray|Inquiry|open|"});
}

TEST_F(OwnListsTest, IdentifiersOrANamedSystemMakeItThatSystems) {
  EXPECT_EQ(enter("Lead ID," + header + "L1," + ada), 0) << said;
  EXPECT_EQ(enter(header + "Bo,Orr,Northwind,bo@northwind.example,,New\n", "Our CRM"), 0) << said;
  EXPECT_EQ(lines(leads), (Lines{"Contoso|Ada Ray|Inquiry|open|CRM", "Northwind|Bo Orr|New|open|Our CRM"}));
}

TEST_F(OwnListsTest, WhoeverMovedALeadSaysWhereItStands) {
  EXPECT_EQ(enter(header + ada), 0) << said;
  database->write(actor, "Move it.", [&](Write& write) {
    auto lead = *write.find(Id<funnel::Opportunity>{1});
    lead.stage = "Qualified";
    write.update(lead);
    funnel::record_stage(write, lead, write.now(), fact::Precision::moment);
  });
  EXPECT_EQ(enter(header + "Ada,Ray,Contoso,ADA@contoso.example,,Marketing qualified\n"), 0) << said;
  EXPECT_TRUE(says("changes nothing")) << said;
  EXPECT_EQ(lines(leads), Lines{"Contoso|Ada Ray|Qualified|open|"});
}

TEST_F(OwnListsTest, WhoComesBackAfterALeadWasClosedIsANewOne) {
  const std::string dated = "First Name,Last Name,Company,Email,Status,Created Date\n";
  EXPECT_EQ(enter(dated + "Ada,Ray,Contoso,ada@contoso.example,Inquiry,2026-05-04\n"), 0) << said;
  close(1);
  // The same list once more is no new inquiry; a later one is.
  EXPECT_EQ(enter(dated + "Ada,Ray,Contoso,ada@contoso.example,Inquiry,2026-05-04\n"), 0) << said;
  EXPECT_EQ(lines(leads), Lines{"Contoso|Ada Ray|Lost|lost|"});
  EXPECT_EQ(enter(dated + "Ada,Ray,Contoso,ada@contoso.example,Inquiry,2026-11-02\n"), 0) << said;
  EXPECT_EQ(lines(leads), (Lines{"Contoso|Ada Ray|Lost|lost|", "Contoso|Ada Ray|Inquiry|open|"}));
}

TEST_F(OwnListsTest, WhatTheCrmKeepsIsTakenAsItIs) {
  EXPECT_EQ(enter("Lead ID," + header + "L1," + ada), 0) << said;
  EXPECT_EQ(enter(header + "Ada,Ray,Contoso,ada@contoso.example,555-0199 22,Hot\n"), 0) << said;
  EXPECT_EQ(lines(leads), Lines{"Contoso|Ada Ray|Inquiry|open|CRM"});
  EXPECT_EQ(lines(contacts), Lines{"Ada Ray|ada@contoso.example||CRM"});
}

TEST_F(OwnListsTest, OfWhatPeopleEnteredOnlyGapsAreFilled) {
  EXPECT_EQ(enter(header + ada), 0) << said;
  EXPECT_EQ(enter(header + "Ada,Ray,Contoso,ada@contoso.example,555-0199 22,Inquiry\n"), 0) << said;
  EXPECT_EQ(enter(header + "Ada,Ray,Contoso,ada@contoso.example,555-0000 00,Inquiry\n"), 0) << said;
  EXPECT_EQ(lines(contacts), Lines{"Ada Ray|ada@contoso.example|555-0199 22|"});
}

const std::string kovacs = "Pierre,Kovacs,Wabash General,,+1 (555) 017-3907,Inquiry\n";

TEST_F(OwnListsTest, ANumberInAnyNotationAndTheNameAreSomebody) {
  EXPECT_EQ(enter(header + kovacs), 0) << said;
  for (const char* number : {"001 555 0173 907", "555.017.3907", "(555) 0173907", "15550173907"}) {
    EXPECT_EQ(enter(header + "pierre,kovacs,Wabash Gen.,," + number + ",Inquiry\n"), 0) << said;
    EXPECT_TRUE(says("1 row is about somebody with an open lead, which is taken")) << number << said;
  }
  EXPECT_EQ(lines(leads), Lines{"Wabash General|Pierre Kovacs|Inquiry|open|"});
  EXPECT_EQ(lines(keepers), (Lines{"account Wabash General|", "contact Pierre Kovacs|"}));
}

TEST_F(OwnListsTest, WhoeverHasANumberUnderAnotherNameIsAskedAbout) {
  EXPECT_EQ(enter(header + kovacs), 0) << said;
  const std::string list = header + "P.,Kovacs,Wabash Gen.,,001 555 0173 907,Inquiry\n";
  EXPECT_EQ(enter(list), 2) << said;
  EXPECT_TRUE(says("looks like the contact \"Pierre Kovacs\"")) << said;
  EXPECT_TRUE(says("--merge \"P. Kovacs=Pierre Kovacs\"")) << said;
  EXPECT_EQ(lines(keepers).size(), 2U);

  ImportOptions options;
  options.target = "lead";
  options.answers.merges = {{"P. Kovacs", "Pierre Kovacs"}};
  EXPECT_EQ(run({write_file("list.csv", list)}, options), 0) << said;
  EXPECT_EQ(lines(keepers), (Lines{"account Wabash General|", "contact Pierre Kovacs|"}));
  options.answers.merges = {{"P. Kovacs", ""}};
  EXPECT_EQ(run({write_file("list.csv", list)}, options), 0) << said;
  EXPECT_EQ(lines(keepers), (Lines{"account Wabash Gen.|", "account Wabash General|", "contact P. Kovacs|",
                                   "contact Pierre Kovacs|"}));
}

TEST_F(OwnListsTest, ASwitchboardsNumberSaysOfNobodyWhoTheyAre) {
  const std::string both = header + kovacs + "Rosa,Stein,Wabash General,,555 017 3907,Inquiry\n";
  EXPECT_EQ(enter(both), 1) << "one earlier line has it: " << said;
  ImportOptions options;
  options.target = "lead";
  options.answers.merges = {{"Rosa Stein", ""}};
  EXPECT_EQ(run({write_file("list.csv", both)}, options), 0) << said;
  EXPECT_EQ(enter(header + "Jon,Reyes,Wabash General,,5550173907,Inquiry\n"), 0) << said;
  EXPECT_EQ(lines(leads).size(), 3U);
}

}  // namespace
}  // namespace accord::importing
