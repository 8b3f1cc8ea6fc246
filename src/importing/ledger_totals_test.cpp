// SPDX-License-Identifier: Apache-2.0
// Ledger totals: as a trial balance has them, on two sides; a newer one takes the place of an older one,
// whoever stated it.
#include "general_ledger/general_ledger.hpp"
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql standing{
    "SELECT t.measure || ' ' || (t.month - 20454) || ' ' || t.amount_minor || ' ' || t.system || ' ' || "
    "COALESCE(t.corrects, 0) FROM ledger_total_standing t ORDER BY t.month, t.measure, t.id"};

class LedgerTotalImportTest : public ImportFixture {
 protected:
  Lines totals() {
    Lines found;
    database->read(actor, [&](const Read& read) {
      read.each(standing, {}, [&](const accord::Row& row) { found.emplace_back(row.text(0)); });
    });
    return found;
  }
  int take(const std::string& name, const std::string& text, const ImportOptions& options = in_dollars()) {
    const int exit = run({write_file(name, text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit;
  }
};

/// Day 20454 is 1 January 2026.
TEST_F(LedgerTotalImportTest, ReadsATrialBalanceOnBothSides) {
  EXPECT_EQ(take("trial_balance.csv",
                 "Period,Account,Debit,Credit,Memo\n"
                 "2026-01,6600 Marketing expenses,6600.50,0.50,Agency credited\n"
                 "2026-01,6500 Selling expenses,800,,\n"
                 "2026-01,4000 Revenue,100,20100,Returns\n"
                 "Jan 2026,5000 Cost of goods sold,9000,,\n"
                 "2026-01,4900 Bookings,,25000,\n"),
            0)
      << said;
  EXPECT_EQ(totals(), (Lines{"cost_of_goods 0 900000 Ledger 0", "revenue_booked 0 2500000 Ledger 0",
                             "revenue_invoiced 0 2000000 Ledger 0", "spend_of_marketing 0 660000 Ledger 0",
                             "spend_of_sales 0 80000 Ledger 0"}));
}

TEST_F(LedgerTotalImportTest, ANewerOneTakesThePlaceWhoeverStatedItAndUndoBringsItBack) {
  database->write(actor, "State a ledger total.", [](Write& write) {
    general_ledger::LedgerTotal total;
    total.month = *parse_day("2026-01-01");
    total.amount = {70'000, *parse_currency("USD")};
    total.stated_on = *parse_day("2026-02-02");
    write.append(total);
  });
  const std::string header = "period,measure,amount\n";
  const Lines by_hand{"spend_of_sales 0 70000  0"};
  EXPECT_EQ(totals(), by_hand);
  EXPECT_EQ(take("first.csv", header + "31.01.2026,Sales spend,800\n"), 0) << said;
  EXPECT_TRUE(says("adds 1 ledger total; takes the place of 1 older entry")) << said;
  const Lines first{"spend_of_sales 0 80000 Ledger 1"};
  EXPECT_EQ(totals(), first);
  clock.set(*parse_instant("2026-11-25T09:00:00Z"));
  EXPECT_EQ(take("again.csv", header + "2026-01,Sales spend,800.00\n"), 0);
  EXPECT_TRUE(says("changes nothing")) << said;
  EXPECT_EQ(totals(), first);
  database->write(actor, "Undo.", [&](Write& write) { undo_import(write, {1}); });
  EXPECT_EQ(totals(), by_hand);
}

TEST_F(LedgerTotalImportTest, LeavesWhatIsStatedOfAChannelOrAKind) {
  database->write(actor, "State ledger totals.", [](Write& write) {
    general_ledger::LedgerTotal total;
    total.month = *parse_day("2026-01-01");
    total.measure = general_ledger::Measure::spend_of_marketing;
    total.amount = {300, *parse_currency("USD")};
    total.stated_on = *parse_day("2026-02-02");
    total.channel = Id<campaign::Channel>{1};
    write.append(total);
    total.channel = {};
    total.spend_kind = spend::SpendKind::media;
    write.append(total);
  });
  EXPECT_EQ(take("whole.csv", "period,measure,amount\n2026-01,Marketing spend,9.00\n"), 0) << said;
  EXPECT_EQ(totals(), (Lines{"spend_of_marketing 0 300  0", "spend_of_marketing 0 300  0",
                             "spend_of_marketing 0 900 Ledger 0"}));
}

TEST_F(LedgerTotalImportTest, OfTwoLinesForOneTotalTheSecondStaysOut) {
  EXPECT_EQ(take("accounts.csv",
                 "period,account,debit,credit\n2026-01,6600 Marketing expense,10,\n01/2026,6610 Marketing "
                 "expense,5,\n"),
            1);
  EXPECT_TRUE(says("line 3, account: \"6610 Marketing expense\" of January 2026 is told on line 2 already."))
      << said;
  EXPECT_EQ(totals(), Lines{"spend_of_marketing 0 1000 Ledger 0"});
}

}  // namespace
}  // namespace accord::importing
