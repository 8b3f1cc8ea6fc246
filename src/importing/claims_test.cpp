// SPDX-License-Identifier: Apache-2.0
// Claims: a list with what it lacks said once, a file of numbers, and what stating anew and undoing do. The
// numbers that are expected are counted by hand from the lines of the files.
#include "claim/claim.hpp"
#include "importing/claim_list.hpp"
#include "importing/intake.hpp"
#include "tests/import_fixture.hpp"

namespace accord::importing {
namespace {

const Sql stated{
    "SELECT c.side || ' ' || c.metric || ' ' || COALESCE(c.count, c.amount_minor) || ' ' || (c.from_day - "
    "20513) || '-' || (c.until_day - 20513) || ' ' || (SELECT COUNT(*) FROM claim_item_standing i WHERE "
    "i.claim = c.id) || ' ' || c.source_file || ' ' || COALESCE(c.import, 0) FROM claim c ORDER BY c.id"};
const Sql rows{
    "SELECT i.line || ' ' || i.key || ' ' || COALESCE(o.name, '(' || i.label || ')') FROM "
    "claim_item_standing "
    "i LEFT JOIN opportunity o ON o.id = i.opportunity ORDER BY i.line"};

class ClaimImportTest : public ImportFixture {
 protected:
  int take(const std::string& name, const std::string& text, const ImportOptions& options = {}) {
    const int exit = run({write_file(name, text)}, options);
    EXPECT_EQ(violations(), Lines{});
    return exit;
  }

  /// Three leads of three firms, which sales took over in March.
  void make_leads() {
    database->write(actor, "Found the company.", [](Write& write) {
      people::Company company{{}, "Kestrel", "USD", "UTC", false};
      write.insert(company);
    });
    EXPECT_EQ(take("deals.csv",
                   "opportunity_id,opportunity name,account,stage,amount,currency,created date\n"
                   "A1,Turbines,Northwind,Proposal,100,USD,2026-03-02\n"
                   "A2,Spares,Acme Works,Proposal,200,USD,2026-03-03\n"
                   "A3,Pumps,Hillside Farms,Proposal,300,USD,2026-03-04\n"),
              0)
        << said;
  }
  static ImportOptions of_march(const std::string& metric = "leads_passed_on") {
    ImportOptions options = in_dollars();
    options.target = "claim";
    options.answers.constants = {{"side", "marketing"},
                                 {"metric", metric},
                                 {"period", "2026-03"},
                                 {"definition", "Every form, scan and call."}};
    return options;
  }
};

/// Day 20513 is 1 March 2026.
constexpr const char* march_list =
    "Lead ID,Company,Territory,Date\n"
    "A1,Northwind,North,2026-03-02\n"
    "A1,Northwind,North,2026-03-02\n"
    "A2,Acme Works,South,2026-03-03\n"
    "X9,Nowhere Ltd,South,2026-03-05\n"
    "A3,Hillside Farms,South,2026-04-02\n";

TEST_F(ClaimImportTest, AListIsOneClaimWithWhatItLacksSaidOnce) {
  make_leads();
  EXPECT_EQ(take("march.csv", march_list, of_march()), 0) << said;
  EXPECT_TRUE(
      says("adds 1 claim and 5 listed rows; 1 listed row means no lead or opportunity that is known "
           "here"))
      << said;
  EXPECT_EQ(lines(stated), Lines{"marketing leads_passed_on 5 0-30 5 march.csv 2"});
  EXPECT_EQ(lines(rows),
            (Lines{"2 A1 Turbines", "3 A1 Turbines", "4 A2 Spares", "5 X9 (Nowhere Ltd)", "6 A3 Pumps"}));
}

/// Of five rows one stands twice, one means nothing here and one lies in April: two are left, which the facts
/// know nothing of since nobody passed them on.
TEST_F(ClaimImportTest, TheBridgeOfAListEndsWhereItsRowsSay) {
  make_leads();
  take("march.csv", march_list, of_march());
  database->read(actor, [&](const Read& read) {
    const auto view = claim::head_bridge(read, *parse_day("2026-04-30"));
    ASSERT_TRUE(view.has_value());
    EXPECT_EQ(view->first.number.number, 5);
    EXPECT_EQ(view->second.number.number, 0);
    EXPECT_EQ(view->note, "");
    std::map<claim::Cause, std::pair<std::int64_t, double>> found;
    double change = 0;
    for (const auto& line : view->lines) {
      found[line.cause] = {line.count, *line.change.number};
      change += *line.change.number;
    }
    using Cause = claim::Cause;
    EXPECT_EQ(found[Cause::duplicate], (std::pair<std::int64_t, double>{1, -1}));
    EXPECT_EQ(found[Cause::never_received], (std::pair<std::int64_t, double>{1, -1}));
    EXPECT_EQ(found[Cause::outside_period], (std::pair<std::int64_t, double>{1, -1}));
    EXPECT_EQ(found[Cause::other_definition], (std::pair<std::int64_t, double>{2, -2}));
    EXPECT_EQ(change, -5);
  });
}

TEST_F(ClaimImportTest, StatedAnewTheNewestCountsAndUndoBringsTheOlderOneBack) {
  make_leads();
  take("march.csv", march_list, of_march());
  EXPECT_EQ(take("again.csv", march_list, of_march()), 0);
  EXPECT_TRUE(says("changes nothing; 5 rows say what is known already")) << said;
  auto with_number = of_march();
  with_number.answers.constants.push_back({"number", "7"});
  EXPECT_EQ(take("april.csv", "Lead ID\nA1\nA2\n", with_number), 0) << said;
  EXPECT_TRUE(says("states 1 number anew")) << said;
  const std::string first = "marketing leads_passed_on 5 0-30 5 march.csv 2";
  EXPECT_EQ(lines(stated), (Lines{first, "marketing leads_passed_on 7 0-30 2 april.csv 3"}));
  const auto counting = [&] {
    return database->read(actor, [&](const Read& read) {
      return claim::newest_like(read, *read.find(Id<claim::Claim>{1}))->count;
    });
  };
  EXPECT_EQ(counting(), 7);
  undo(3);
  EXPECT_EQ(lines(stated), Lines{first});
  EXPECT_EQ(counting(), 5);
  undo(2);
  EXPECT_EQ(lines(stated), Lines{});
}

TEST_F(ClaimImportTest, AFileOfNumbersHasARowForEach) {
  EXPECT_EQ(take("territories.csv", "territory\nNorth\nSouth\n"), 0) << said;
  EXPECT_EQ(take("numbers.csv",
                 "Side,Measure,Period,Territory,Number,Definition\n"
                 "Marketing,Leads passed on,2026-Q1,North,412,Every form\n"
                 "Sales,Leads worked,Q1 2026,North,97,Spoken with\n"
                 "Sales,Forecast,2026-03,South,\"$1,500.50\",Signed or nearly\n"
                 "Sales,Forecast,2026-03,South,\"$1,600.00\",Signed or nearly\n"
                 "Sales,Leads worked,2026-03,East,5,Spoken with\n"
                 "Sales,Leads loved,2026-03,North,5,Spoken with\n"
                 "Sales,Leads worked,2026-03,North,,Spoken with\n",
                 in_dollars()),
            1);
  EXPECT_EQ(lines(stated), (Lines{"marketing leads_passed_on 412 -59-30 0 numbers.csv 2",
                                  "sales leads_worked 97 -59-30 0 numbers.csv 2",
                                  "sales forecast 150050 0-30 0 numbers.csv 2"}));
  EXPECT_TRUE(says("line 5, Number: Line 4 states another number for the same")) << said;
  EXPECT_TRUE(says("line 6, Territory: There is no territory \"East\".")) << said;
  EXPECT_TRUE(says("line 7, Measure: \"Leads loved\" is none of the values known here.")) << said;
  EXPECT_TRUE(says("line 8, Number: It states no number")) << said;
}

TEST_F(ClaimImportTest, AmountsAddUpInOneCurrencyOrTheNumberIsSaid) {
  make_leads();
  auto options = of_march("pipeline_sourced");
  EXPECT_EQ(
      take("pipeline.csv", "Opportunity ID,Amount\nA1,\"$1,500.50\"\nA2,CHF 20\nX9,$0.50\nA3,\n", options),
      1);
  EXPECT_EQ(lines(stated), Lines{"marketing pipeline_sourced 150100 0-30 2 pipeline.csv 2"});
  EXPECT_TRUE(says("line 3, Amount: It is in CHF, and the rows before are in USD")) << said;
  EXPECT_TRUE(says("line 5, Amount: It has no amount, and its claim's number is the sum of its rows."))
      << said;
  options.answers.constants.push_back({"number", "$2,000"});
  EXPECT_EQ(take("stated.csv", "Opportunity ID,Amount\nA1,\"$1,500.50\"\nA2,CHF 20\nA3,\n", options), 0)
      << said;
  EXPECT_EQ(lines(stated).back(), "marketing pipeline_sourced 200000 0-30 3 stated.csv 3");
}

/// What the number and the definition say holds for every row, wherever their line stands.
TEST_F(ClaimImportTest, TheOrderOfLinesDecidesNothing) {
  make_leads();
  const std::string header = "Opportunity ID,Amount,Number,Definition\n";
  const std::string number = ",,\"$2,000\",At list price\n";
  const std::string list = "A1,\"$1,500.50\",,\nA2,CHF 20,,\nA3,,,\n";
  auto options = of_march("pipeline_sourced");
  options.answers.constants.pop_back();
  EXPECT_EQ(take("first.csv", header + number + list, options), 0) << said;
  EXPECT_TRUE(says("! line 5, Amount: It has no amount, so that it counts for nothing.")) << said;
  EXPECT_EQ(take("last.csv", header + list + number, options), 0) << said;
  EXPECT_TRUE(says("changes nothing; 4 rows say what is known already")) << said;
  EXPECT_TRUE(says("! line 4, Amount: It has no amount, so that it counts for nothing.")) << said;
  EXPECT_EQ(lines(stated), Lines{"marketing pipeline_sourced 200000 0-30 3 first.csv 2"});
  EXPECT_EQ(take("none.csv", header + list, options), 2);
  EXPECT_TRUE(says("line 2, Definition: The claim does not say what it counts.")) << said;
}

TEST_F(ClaimImportTest, ARowThatStaysOutIsMissingInItsOwnNumberAlone) {
  auto options = of_march();
  options.answers.constants = {{"side", "marketing"}, {"definition", "Every form."}};
  EXPECT_EQ(take("both.csv",
                 "Metric,Period,Lead ID,Date\n"
                 "Leads passed on,2026-03,A1,2026-03-02\n"
                 "Leads passed on,2026-03,A2,soon\n"
                 "Leads passed on,March or so,A3,2026-03-02\n"
                 "Leads worked,2026-03,A1,2026-03-02\n",
                 options),
            1);
  EXPECT_TRUE(
      says("! line 2: Marketing: 1 lead passed on is what the rows come to that could be read, and 1 "
           "row stays out."))
      << said;
  EXPECT_TRUE(says("! line 4: 1 row stays out that does not say of which number of the file it is")) << said;
  EXPECT_FALSE(says("1 lead worked is what")) << said;
}

TEST_F(ClaimImportTest, NoNumberLiesBelowZero) {
  EXPECT_EQ(take("below.csv",
                 "Side,Measure,Period,Number,Amount,Lead ID,Definition\n"
                 "Marketing,Leads passed on,2026-03,-5,,,Every form\n"
                 "Marketing,Pipeline sourced,2026-03,-$5,,,At list price\n"
                 "Marketing,Revenue won,2026-03,,-$3,A1,Orders\n",
                 in_dollars()),
            2);
  EXPECT_EQ(lines(stated), Lines{});
  for (const auto* place : {"line 2, Number", "line 3, Number", "line 4, Amount"})
    EXPECT_TRUE(says(std::string(place) + ": " + std::string(claim::claim_below_zero.message))) << said;
}

/// A name may be a person's, and an address is one's, whatever the list counts.
TEST_F(ClaimImportTest, OfWhatIsNotKnownNoNameIsKept) {
  EXPECT_EQ(take("money.csv",
                 "Opportunity ID,Opportunity Name,Company,Amount\n"
                 ",Jane Roe,,$1\n"
                 "jane7@nowhere.example,,,$2\n"
                 "X9,Two furnaces,Nowhere Ltd,$3\n",
                 of_march("pipeline_sourced")),
            0)
      << said;
  EXPECT_EQ(lines(rows), (Lines{"2  ()", "3  ()", "4 X9 (Nowhere Ltd)"}));
}

TEST_F(ClaimImportTest, ANumberThatIsCountedSaysWhichRowsItLacks) {
  EXPECT_EQ(take("march.csv", "Lead ID,Date\nA1,2026-03-02\nA2,soon\n", of_march()), 1);
  EXPECT_EQ(lines(stated), Lines{"marketing leads_passed_on 1 0-30 1 march.csv 1"});
  EXPECT_TRUE(
      says("! line 2: Marketing: 1 lead passed on is what the rows come to that could be read, and 1 row "
           "stays out."))
      << said;
}

TEST_F(ClaimImportTest, TheSameNumberWithoutItsListTakesNothingAway) {
  make_leads();
  take("march.csv", march_list, of_march());
  EXPECT_EQ(
      take("number.csv",
           "Side,Measure,Period,Number,Definition\nMarketing,Leads passed on,2026-03,5,\"Every form, scan "
           "and call.\"\n"),
      0);
  EXPECT_TRUE(says("changes nothing")) << said;
}

/// The same headers are those of an export of opportunities, which goes on being one.
TEST_F(ClaimImportTest, AListThatIsAnExportIsNotRememberedAsOne) {
  make_leads();
  const std::string header = "opportunity_id,opportunity name,account,stage,amount,currency,created date\n";
  EXPECT_EQ(take("list.csv", header + "A1,Turbines,Northwind,Proposal,100,USD,2026-03-02\n", of_march()), 0)
      << said;
  EXPECT_EQ(take("deals.csv", header + "A4,Oil,Northwind,Proposal,100,USD,2026-03-02\n"), 0);
  EXPECT_TRUE(says("(Opportunities, from")) << said;
}

class PastedListTest : public ClaimImportTest {
 protected:
  ListRead pasted(const std::string& text, const char* metric = "pipeline_sourced",
                  DecimalMark decimals = DecimalMark::as_detected) {
    make_leads();
    ListAsked asked;
    asked.text = text;
    asked.decimals = decimals;
    database->write(actor, "State.", [&](Write& write) {
      claim::Claim claim;
      claim.side = Side::marketing;
      claim.metric = *choice_named<claim::Metric>(metric);
      claim.from = *parse_day("2026-03-01");
      claim.until = *parse_day("2026-03-31");
      claim.definition = "Everything.";
      if (is_money(claim.metric)) claim.amount = Money{100'000, *parse_currency("USD")};
      if (!claim.amount) claim.count = 3;
      asked.claim = write.insert(claim);
    });
    return database->read(actor, [&](const Read& read) { return read_list(read, asked); });
  }
};

TEST_F(PastedListTest, IsReadAsAnImportReadsIt) {
  const auto list =
      pasted("ID\tName\tDate\tAmount\nA1\tTurbines\t31.3.2026\t$1,500.50\nA2\tSpares\t2 March 2026\t200\n");
  EXPECT_EQ(list.unread, 0) << list.unread_text;
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[0].on, parse_day("2026-03-31"));
  EXPECT_EQ(list.items[0].amount, (Money{150'050, *parse_currency("USD")}));
  EXPECT_EQ(list.items[1].amount, (Money{20'000, *parse_currency("USD")}));
}

TEST_F(PastedListTest, KeepsWhatItCannotReadUnderItsHeadings) {
  const auto list = pasted("ID\tDate\tAmount\nA1\t2026-03-31\t10\nA2\tsoon\t20\nA3\t2026-03-01\ttwelve\n");
  EXPECT_EQ(list.items.size(), 1U);
  EXPECT_EQ(list.unread, 2);
  EXPECT_EQ(list.unread_text, "ID\tDate\tAmount\nA2\tsoon\t20\nA3\t2026-03-01\ttwelve\n");
  ASSERT_EQ(list.problems.size(), 2U);
  EXPECT_EQ(list.problems[0].line, 3);
  EXPECT_EQ(list.problems[0].column, "Date");
  EXPECT_EQ(list.problems[1].column, "Amount");
}

TEST_F(PastedListTest, AsksWhetherACommaIsDecimal) {
  const std::string text = "ID\tAmount\nA1\t1,500\n";
  const auto open = pasted(text);
  ASSERT_EQ(open.questions.size(), 1U);
  EXPECT_EQ(open.questions[0].code, "decimals");
  EXPECT_EQ(open.unread, 1);
}

TEST_F(PastedListTest, TakesTheAnswer) {
  const auto list = pasted("ID\tAmount\nA1\t1,500\n", "pipeline_sourced", DecimalMark::comma);
  ASSERT_EQ(list.items.size(), 1U);
  EXPECT_EQ(list.items[0].amount->minor, 150);
}

TEST_F(PastedListTest, RefusesAnAmountBelowZero) {
  const auto list = pasted("ID\tAmount\nA1\t-1.50\nA2\t2\n");
  EXPECT_EQ(list.items.size(), 1U);
  ASSERT_EQ(list.problems.size(), 1U);
  EXPECT_EQ(list.problems[0].reason, claim::claim_below_zero.message);
}

TEST_F(PastedListTest, WithoutHeadingsHoldsNames) {
  const auto list = pasted("Ten meters, long\n\nA furnace\n", "leads_passed_on");
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[0].name, "Ten meters, long");
  EXPECT_EQ(list.items[1].name, "A furnace");
}

TEST_F(PastedListTest, OfOneColumnIsAListToo) {
  const auto list = pasted("Lead ID\r\nA1\r\nA2\r\n", "leads_passed_on");
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[1].key, "A2");
}

TEST_F(PastedListTest, OfNothingIsNothing) { EXPECT_TRUE(pasted(" \n", "leads_passed_on").items.empty()); }

}  // namespace
}  // namespace accord::importing
