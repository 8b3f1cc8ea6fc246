// SPDX-License-Identifier: Apache-2.0
// A lead and its opportunity on both of which people have worked, and deals that do not say of which lead
// they came. The headers are those of the systems, the rows are made up.
#include "handoff/handoff.hpp"
#include "importing/identity.hpp"
#include "lead_form/lead_form.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql journeys{
    "SELECT o.lead_key || '|' || o.key || '|' || o.name || '|' || o.phase || '|' || o.stage FROM opportunity "
    "o "
    "ORDER BY o.lead_key, o.key"};
/// What people did, by the record that it names or counts as.
const Sql work{
    "SELECT 'h' || h.id || ' of ' || h.opportunity FROM handoff h UNION ALL "
    "SELECT 'g' || g.id || ' of ' || g.opportunity FROM given_reason g UNION ALL "
    "SELECT 'p of ' || p.opportunity FROM passed_on p UNION ALL "
    "SELECT 'e' || e.id || ' of ' || e.opportunity FROM form_entry_row e ORDER BY 1"};

const std::string leads =
    "\"First Name\",\"Last Name\",\"ID\",\"Account Name\",\"Email Address\",\"Status\",\"Status "
    "Description\",\"Converted\",\"Opportunity ID\",\"Date Created\",\"Date Modified\"\n";
const std::string bob_open =
    "Bob,Baker,l-2,Bolt LLC,bob@bolt.example,In Process,,No,,2026-09-02 10:00,2026-09-03 11:00\n";
const std::string bob_converted =
    "Bob,Baker,l-2,Bolt LLC,bob@bolt.example,Converted,,Yes,o-2,2026-09-02 10:00,2026-10-05 11:00\n";
const std::string deals =
    "\"Opportunity Name\",\"ID\",\"Opportunity Amount\",\"Currency\",\"Expected Close Date\",\"Sales "
    "Stage\",\"Account Name\",\"Date Created\",\"Date Modified\",\"Deleted\"\n"
    "Bolt deal,o-2,5000,USD,2026-12-30,Qualification,Bolt LLC,2026-10-05 11:00,2026-10-06 09:00,0\n";

const std::string hubspot_contacts =
    "Record ID,First Name,Last Name,Email,Phone Number,Company Name,Contact owner,Lifecycle Stage,Lead "
    "Status,Original Source,Create Date,Last Activity Date,Number of Associated Deals,Associated Company "
    "IDs\n";
std::string contact(const char* id, const char* first, const char* firm, const char* company,
                    const char* created) {
  return std::string(id) + "," + first + ",Cole," + first + "@cask.example,," + firm +
         ",Steve Seller,Lead,OPEN,Offline Sources," + created + ",,0," + company + "\n";
}
const std::string hubspot_deals =
    "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner,Is Closed Won,Is Deal "
    "Closed?,Associated Company,Associated Company IDs,Associated Contact,Associated Contact IDs\n";
std::string deal(const char* id, const char* company, const char* contact, const char* contact_ids,
                 const char* created = "2026-09-10 11:00") {
  return std::string(id) + ",Deal " + id + ",Sales Pipeline,Proposal,12000,2026-12-15," + created +
         ",Steve Seller,false,false," + company + "," + contact + "," + contact_ids + "\n";
}

class JoinedJourneysTest : public ImportFixture {
 protected:
  ImportOptions options() {
    auto made = in_dollars();
    made.answers.makes_near_names_new = true;
    return made;
  }
  void take(const std::string& name, const std::string& text) {
    EXPECT_EQ(run({write_file(name, text)}, options()), 0) << said;
    EXPECT_EQ(violations(), Lines{}) << name;
  }
  /// A lead and its opportunity, known as 1 and 2; of each a handoff that was accepted, and of the
  /// opportunity an entry of a form as well.
  void work_on_both() {
    take("leads1.csv", leads + bob_open);
    take("deals.csv", deals);
    ASSERT_EQ(lines(journeys).size(), 2U);
    database->write(actor, "Work.", [&](Write& write) {
      people::Person sam;
      sam.name = "Sam";
      write.insert(sam);
      for (const std::int64_t lead : {1, 2}) {
        handoff::Handoff one;
        one.opportunity = {lead};
        one.submitted_by = sam.id;
        one.submitted_at = {write.now().ms - 1000 * lead};
        one.state = handoff::State::accepted;
        one.decided_at = write.now();
        write.insert(one);
        handoff::HandoffStep step{{}, one.id, handoff::StepKind::accepted, write.now(), sam.id, {}, ""};
        write.append(step);
        handoff::tell_funnel(write, {lead});
      }
      campaign::Campaign spring;
      spring.name = "Spring";
      write.insert(spring);
      lead_form::LeadForm form;
      form.name = "Ask";
      form.address = "ask";
      form.campaign = spring.id;
      write.insert(form);
      lead_form::FormEntry entry;
      entry.form = form.id;
      entry.at = write.now();
      entry.contact = {1};
      entry.opportunity = {2};
      write.append(entry);
    });
    funnel_gives_reason(2);
    EXPECT_EQ(violations(), Lines{});
  }
  void funnel_gives_reason(std::int64_t opportunity) {
    database->write(actor, "Say why.", [&](Write& write) {
      funnel::give_reason(write, {opportunity}, "No need", *parse_day("2026-10-07"));
    });
  }
};

const std::vector<std::string> as_one{"e1 of 1", "g1 of 1", "h1 of 1", "h2 of 1", "p of 1"};
const std::vector<std::string> as_two{"e1 of 2", "g1 of 2", "h1 of 1", "h2 of 2", "p of 1", "p of 2"};

TEST_F(JoinedJourneysTest, TheRowWaitsUntilSomebodySaysThatTheyAreOneAndGoesInAfterwards) {
  work_on_both();
  EXPECT_EQ(lines(work), as_two);
  const auto file = write_file("leads2.csv", leads + bob_converted);
  EXPECT_EQ(run({file}, options()), 2);
  EXPECT_TRUE(says("people have worked on both, such as \"Bolt LLC\": --join-journeys")) << said;
  EXPECT_EQ(lines(work), as_two);

  auto joining = options();
  joining.answers.joins_worked_on = true;
  EXPECT_EQ(run({file}, joining), 0) << said;
  EXPECT_TRUE(says("makes 1 lead and the opportunity that it became one journey")) << said;
  EXPECT_EQ(lines(journeys), Lines{"l-2|o-2|Bolt deal|opportunity|Qualification"});
  EXPECT_EQ(lines(work), as_one);
  EXPECT_EQ(violations(), Lines{});
  // What the funnel knows is the first handoff of both: that of the opportunity was a second earlier.
  EXPECT_EQ(integer(Sql{"SELECT p.at - h.submitted_at FROM passed_on p JOIN handoff h ON h.id = 2"}), 0);

  EXPECT_EQ(run({file}, options()), 0) << said;
  EXPECT_TRUE(says("changes nothing")) << said;
  EXPECT_EQ(run({folder.file("deals.csv")}, options()), 0) << said;
  EXPECT_TRUE(says("changes nothing")) << said;
}

TEST_F(JoinedJourneysTest, UndoGivesEachItsOwnWorkAgainAlsoWhereThatWasGoneOnWith) {
  work_on_both();
  auto joining = options();
  joining.answers.joins_worked_on = true;
  EXPECT_EQ(run({write_file("leads2.csv", leads + bob_converted)}, joining), 0) << said;
  database->write(actor, "Note.", [&](Write& write) {
    auto second = *write.find(Id<handoff::Handoff>{2});
    second.note = "Called twice.";
    write.update(second);
  });
  undo(integer(Sql{"SELECT MAX(id) FROM import"}));
  EXPECT_EQ(lines(journeys),
            (Lines{"|o-2|Bolt deal|opportunity|Qualification", "l-2||Bolt LLC|lead|In Process"}));
  EXPECT_EQ(lines(work), as_two);
  EXPECT_EQ(text(Sql{"SELECT note FROM handoff WHERE id = 2"}), "Called twice.");
  EXPECT_EQ(integer(Sql{"SELECT COUNT(*) FROM counts_as"}), 0);
  EXPECT_EQ(violations(), Lines{});
}

TEST_F(JoinedJourneysTest, TwoHandoffsThatWaitForOneSideAreAnsweredFirst) {
  work_on_both();
  database->write(actor, "Wait.", [&](Write& write) {
    for (const std::int64_t number : {1, 2}) {
      auto one = *write.find(Id<handoff::Handoff>{number});
      one.state = handoff::State::waiting;
      write.update(one);
    }
  });
  auto joining = options();
  joining.answers.joins_worked_on = true;
  const auto file = write_file("leads2.csv", leads + bob_converted);
  EXPECT_EQ(run({file}, joining), 2);
  EXPECT_TRUE(says("a handoff of each waits for the same side")) << said;
  EXPECT_EQ(lines(work), as_two);
  database->write(actor, "Answer.", [&](Write& write) {
    auto one = *write.find(Id<handoff::Handoff>{1});
    one.state = handoff::State::accepted;
    write.update(one);
  });
  EXPECT_EQ(run({file}, joining), 0) << said;
  EXPECT_EQ(lines(work), as_one);
}

TEST_F(JoinedJourneysTest, WhereBothHaveAReasonThatOfTheOneThatStaysStands) {
  work_on_both();
  funnel_gives_reason(1);
  auto joining = options();
  joining.answers.joins_worked_on = true;
  EXPECT_EQ(run({write_file("leads2.csv", leads + bob_converted)}, joining), 0) << said;
  EXPECT_EQ(lines(Sql{"SELECT 'g' || id || ' of ' || opportunity FROM given_reason ORDER BY id"}),
            (Lines{"g1 of 2", "g2 of 1"}));
  undo(integer(Sql{"SELECT MAX(id) FROM import"}));
  EXPECT_EQ(lines(Sql{"SELECT 'g' || id || ' of ' || opportunity FROM given_reason ORDER BY id"}),
            (Lines{"g1 of 2", "g2 of 1"}));
}

TEST_F(JoinedJourneysTest, AnAddressBesideTheNameOfADealsContactIsTheLead) {
  take("contacts.csv", hubspot_contacts + contact("103", "cy", "Cask Co", "902", "2026-09-03 10:00"));
  take("deals.csv", hubspot_deals + deal("501", "Cask Co,902", "Cy Cole (Cy@Cask.example)", ""));
  EXPECT_EQ(lines(journeys), Lines{"103|501|Deal 501|opportunity|Proposal"});
  EXPECT_FALSE(says("stands beside")) << said;
  EXPECT_EQ(integer(Sql{"SELECT COUNT(*) FROM contact"}), 1);
}

TEST_F(JoinedJourneysTest, OfSeveralContactsTheFirstWhoIsALeadIsItsBeginningAndTheOthersAreTold) {
  const std::string customer =
      "99,al,Cole,al@cask.example,,Cask Co,Steve Seller,Customer,,Offline Sources,2025-01-01 10:00,,0,902\n";
  take("contacts.csv", hubspot_contacts + customer +
                           contact("103", "cy", "Cask Co", "902", "2026-09-03 10:00") +
                           contact("104", "di", "Cask Co", "902", "2026-09-04 10:00"));
  take("deals.csv", hubspot_deals + deal("501", "Cask Co,902", "", "99;103;104"));
  EXPECT_EQ(lines(journeys), (Lines{"103|501|Deal 501|opportunity|Proposal", "104||Cask Co|lead|Lead"}));
  EXPECT_TRUE(says("1 opportunity stands beside open leads that it may have come of")) << said;
  EXPECT_TRUE(says("It names several leads: one is its beginning, and the others stay leads (Cask Co)"))
      << said;
}

TEST_F(JoinedJourneysTest, ADealThatNamesOnlyACompanyStaysBesideItsLeadsAndSaysSo) {
  take("contacts.csv", hubspot_contacts + contact("103", "cy", "Cask Co", "902", "2026-09-03 10:00") +
                           contact("104", "di", "Dune AG", "903", "2026-09-14 10:00"));
  take("deals.csv", hubspot_deals + deal("501", "Cask Co,902", "", "") + deal("502", "Dune AG,903", "", "") +
                        deal("503", "Else KG,904", "", ""));
  EXPECT_EQ(lines(journeys).size(), 5U);
  // The lead of Dune AG is younger than its deal, and Else KG has none.
  EXPECT_TRUE(says("1 opportunity stands beside open leads that it may have come of")) << said;
  EXPECT_TRUE(says("It names no contact, and its company has 1 open lead that it may have come of (Cask Co)"))
      << said;
  // Once HubSpot names the contact, they are one.
  take("deals2.csv", hubspot_deals + deal("501", "Cask Co,902", "", "103"));
  EXPECT_EQ(lines(journeys).size(), 4U);
  EXPECT_FALSE(says("stands beside")) << said;
}

TEST_F(JoinedJourneysTest, ANameWithAnAddressIsReadAsBoth) {
  const auto told = [](const char* cell) {
    const auto [name, address] = name_and_address_in(cell);
    return name + "|" + address;
  };
  EXPECT_EQ(told("Cy Cole (Sample Contact) (CY@cask.example)"), "Cy Cole (Sample Contact)|cy@cask.example");
  EXPECT_EQ(told("cy@cask.example;di@dune.example"), "cy@cask.example|cy@cask.example");
  EXPECT_EQ(told("(cy@cask.example)"), "cy@cask.example|cy@cask.example");
  EXPECT_EQ(told("Cy Cole (retired)"), "Cy Cole (retired)|");
  EXPECT_EQ(told("Cy @ Cask"), "Cy @ Cask|");
  EXPECT_EQ(told(""), "|");
}

}  // namespace
}  // namespace accord::importing
