// SPDX-License-Identifier: Apache-2.0
// What other programs write into files of journeys: rows of totals, repeated steps, signs of currencies and
// numbers with an exponent.
#include "tests/attribute_command.hpp"

namespace accord::app {
namespace {

class AttributeExportsTest : public tests::AttributeCommand {
 protected:
  static std::int64_t whole(const json::object& all) { return all.at("whole").at("minor").as_int64(); }
  static std::int64_t conversions(const json::object& all, std::string_view of) {
    return all.at(of).at("conversions").to_number<std::int64_t>();
  }
  static std::string notes(const json::object& all) { return json::serialize(all.at("notes")); }
};

/// The lines are laid out as Google Analytics lays them out; the numbers are made up.
TEST_F(AttributeExportsTest, PathsOfGoogleAnalyticsAreCountedOnceAndStepsAsOftenAsTheyCame) {
  const std::string rows =
      "# ----------------------------------------\n# My view\n# Top Conversion Paths\n"
      "# 20260101-20260331\n# ----------------------------------------\n\n"
      "MCF Channel Grouping Path,Conversions,Conversion Value\n"
      "\"Organic Search > Direct\",\"1,234\",\"$12,345.60\"\n\"Direct x 2\",\"12\",\"$1,200.00\"\n"
      "Direct,5,$10.00\n,\"1,251\",\"$13,555.60\"\n";
  const auto all = run_on(rows);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(conversions(all, "whole"), 1'251);
  EXPECT_EQ(conversions(all, "unattributed"), 0);
  EXPECT_EQ(whole(all), 1'355'560);
  EXPECT_EQ(model_in(all, "model", "linear").at("credits").as_array().size(), 2U) << "Direct x 2 is none";
  EXPECT_NE(notes(all).find("line 11, is left out: it names no path and holds the totals"), std::string::npos)
      << notes(all);
  EXPECT_NE(notes(all).find("Direct x 2"), std::string::npos);
  EXPECT_NE(notes(all).find("all amounts carry $, which may stand for several currencies"),
            std::string::npos);
  AttributeOptions options;
  options.answers.currency = parse_currency("CAD");
  EXPECT_EQ(whole(run_on(rows, options)), 1'355'560);
  EXPECT_EQ(code, 0) << complained;
}

TEST_F(AttributeExportsTest, ALastRowWithoutAPathIsTotalsWhereItHoldsTheSumsAndNothingElseIs) {
  const std::string head = "path,total_conversions,total_conversion_value,total_null\n";
  auto all = run_on(head + "Mail > Fair,3,10.004,1\nFair,2,20.004,2\n,5,30.01,3\n");
  EXPECT_EQ(conversions(all, "unattributed"), 0) << "each amount is rounded for itself";
  EXPECT_EQ(conversions(all, "whole"), 5);
  all = run_on(head + "Mail > Fair,3,10,1\nFair,2,20,2\n,5,31,3\n");
  EXPECT_EQ(conversions(all, "unattributed"), 5) << "a value that no path brought";
  all = run_on(head + "Mail > Fair,3,10,1\n,3,10,1\n");
  EXPECT_EQ(conversions(all, "unattributed"), 3) << "of one row nobody could tell";
  all = run_on(head + "Mail > Fair,3,10,1\nFair,2,20,2\n,5,30,3\nCall,1,1,0\n");
  EXPECT_EQ(conversions(all, "unattributed"), 5) << "totals stand at the end";
  all = run_on("path,converted\nMail,yes\nFair,no\n,yes\n");
  EXPECT_EQ(conversions(all, "unattributed"), 1) << "each row is one journey";
}

TEST_F(AttributeExportsTest, ASignThatAllAmountsCarryIsTheirCurrency) {
  const auto all = run_on("path,conversions,value\nMail,2,€10.50\nFair,1,0\nCall > Mail,1,€3\n");
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(whole(all), 1'350);
  EXPECT_NE(notes(all).find("all amounts carry €: they are in EUR"), std::string::npos) << notes(all);
  EXPECT_EQ(conversions(run_on("path,conversions,value\nMail,2,€10.50\nFair,1,4\nCall,1,€3\n"), "whole"), 1);
  EXPECT_TRUE(
      complains("\"€3\" names a currency, and not all amounts carry it. Say that all amounts are in "
                "it: --currency EUR."))
      << complained;
}

/// As R and pandas write what is large, small, or not quite nought.
TEST_F(AttributeExportsTest, AnExponentIsReadToTheLastDigitUnlessASpreadsheetShowsItSo) {
  auto all = run_on(
      "\"path\",\"total_conversions\",\"total_conversion_value\",\"total_null\"\n\"A > B\",3,1e+05,2\n"
      "\"B\",1e+05,1.2345e+03,4e0\n\"C\",1,1.1368683772161603e-13,1E3\n");
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(whole(all), 10'123'450);
  EXPECT_EQ(conversions(all, "whole"), 100'004);
  EXPECT_EQ(all.at("journeys_not_converted").to_number<int>(), 1'006);
  all = run_on("path;conversions;value\nA;3;1,5e+05\nB;2;10,25\n");
  EXPECT_EQ(whole(all), 15'001'025) << "with a decimal comma";
  run_on("path,conversions,value\nA,3,1.23E+11\nB,2,10\n");
  EXPECT_EQ(code, 1);
  EXPECT_TRUE(complains("\"1.23E+11\" is written with an exponent")) << complained;
  run_on("path,conversions,value\nA,3,1e+25\nB,2,10\nC,1e-02,10\n");
  EXPECT_EQ(code, 1);
  EXPECT_TRUE(complains("\"1e+25\" is written with an exponent")) << complained;
  EXPECT_TRUE(complains("\"1e-02\" is not a whole number")) << complained;
}

}  // namespace
}  // namespace accord::app
