// SPDX-License-Identifier: Apache-2.0
// Whom a file named stays when its import is undone, once somebody called them, wrote to them or heard what
// they want.
#include "call_list/call_list.hpp"
#include "importing/intake.hpp"
#include "mailing_list/mailing_list.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql contacts_left{"SELECT name FROM contact ORDER BY name"};
const Sql contact_named{"SELECT id FROM contact WHERE name = :name"};
const Sql campaigns_left{"SELECT name FROM campaign ORDER BY name"};

class CalledContactsTest : public ImportFixture {
 protected:
  Id<account::Contact> contact(const std::string& name) {
    return {database->read(actor, [&](const Read& read) {
      return read.integer(contact_named, {{"name", name}}).value_or(0);
    })};
  }
};

TEST_F(CalledContactsTest, OutliveTheFileThatNamedThem) {
  ASSERT_EQ(run({write_file("contacts.csv",
                            "contact name,account,phone\nPetra Holm,Acme Works,1\nOtto Lang,Acme Works,2\n"
                            "Nora Vik,Acme Works,3\nRosa Lund,Acme Works,4\n")}),
            0)
      << said;
  ASSERT_EQ(run({write_file("plan.csv",
                            "campaign,channel,start\nSpring show,Trade Show,2026-03-10\nSpring letter,Direct "
                            "mail,2026-03-01\n")}),
            0)
      << said;
  database->write(actor, "Call.", [&](Write& write) {
    call_list::CallList list;
    list.name = "After the show";
    list.campaign = campaign::find_by_name(write, "Spring show")->id;
    write.insert(list);
    call_list::CallMember member;
    member.list = list.id;
    member.contact = contact("Petra Holm");
    write.insert(member);
    wish::Wish wish;
    wish.contact = contact("Otto Lang");
    wish.words = "No more calls.";
    wish.at = write.now();
    write.insert(wish);
  });
  database->write(actor, "Mail.", [&](Write& write) {
    mailing_list::MailingList letter;
    letter.name = "Letter";
    letter.campaign = campaign::find_by_name(write, "Spring letter")->id;
    write.insert(letter);
    mailing_list::MailingMember member{{}, letter.id, contact("Rosa Lund")};
    write.insert(member);
  });
  undo(1);
  undo(2);
  EXPECT_EQ(lines(contacts_left), (Lines{"Otto Lang", "Petra Holm", "Rosa Lund"}));
  EXPECT_EQ(lines(campaigns_left), (Lines{"Spring letter", "Spring show"}));
  EXPECT_EQ(violations(), Lines{});
}

}  // namespace
}  // namespace accord::importing
