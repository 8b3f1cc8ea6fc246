// SPDX-License-Identifier: Apache-2.0
#include "importing/table_file.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "importing/csv_writer.hpp"

namespace accord::importing {
namespace {

using Cells = std::vector<std::string>;

Table table_of(std::string_view bytes, TableOptions options = {}) {
  auto read = read_table(bytes, std::move(options));
  if (auto* problem = std::get_if<Problem>(&read)) {
    ADD_FAILURE() << problem->reason;
    return {};
  }
  return std::get<Table>(read);
}

Problem problem_of(std::string_view bytes, TableOptions options = {}) {
  auto read = read_table(bytes, std::move(options));
  if (auto* problem = std::get_if<Problem>(&read)) return *problem;
  const auto& table = std::get<Table>(read);
  if (table.problems.size() == 1) return table.problems[0];
  ADD_FAILURE() << table.problems.size() << " problems instead of one";
  return {};
}

/// The alias table of an importer, in small.
TableOptions knowing(std::set<std::string, std::less<>> names) {
  TableOptions options;
  options.hints.is_known_header = [names](std::string_view name) { return names.contains(name); };
  return options;
}

std::string utf16le(std::string_view ascii) {
  std::string bytes = "\xFF\xFE";
  for (char c : ascii) bytes += {c, '\0'};
  return bytes;
}

TEST(TableFile, ReadsAPlainTable) {
  auto table = table_of("Name,Amount,Stage\r\nDeal A,100,Won\r\n\"Deal, B\",200,Lost\r\n");
  EXPECT_EQ(table.columns, (Cells{"Name", "Amount", "Stage"}));
  EXPECT_EQ(table.rows, (std::vector<Cells>{{"Deal A", "100", "Won"}, {"Deal, B", "200", "Lost"}}));
  EXPECT_EQ(table.lines, (std::vector<std::int64_t>{2, 3}));
  EXPECT_TRUE(table.left_out.empty());
}

TEST(TableFile, TellsTheDelimiterWhereDecimalCommasRepeat) {
  auto table = table_of("Name;Amount;Probability\nA;1,5;0,5\nB;2,5;0,7\nC;3,5;0,9\n");
  EXPECT_EQ(table.delimiter, ';');
  EXPECT_EQ(table.rows[1], (Cells{"B", "2,5", "0,7"}));
  EXPECT_EQ(table_of("Owner\tDeal\nSmith, John\tA\nDoe, Jane\tB\n").delimiter, '\t');
  EXPECT_EQ(table_of("a|b|c\n1|2|3\n").delimiter, '|');
  EXPECT_EQ(table_of("sep=;\nName;Note\nA;x, y\n").rows[0], (Cells{"A", "x, y"}));
}

TEST(TableFile, ReadsAListOfOneColumn) {
  auto table = table_of("Account\nAcme Corporation\nBetasoloin\n");
  EXPECT_EQ(table.columns, Cells{"Account"});
  EXPECT_EQ(table.rows.size(), 2u);
}

TEST(TableFile, SetsAsideTheFooterOfASalesforceReport) {
  auto table = table_of(
      "\"Opportunity Name\",\"Stage\",\"Amount\",\"Close Date\"\n"
      "\"Acme - 200 units\",\"Closed Won\",\"1200.00\",\"3/14/2026\"\n"
      "\"Total Energies\",\"Closed Won\",\"900.00\",\"3/15/2026\"\n"
      "\n\n"
      "\"Grand Totals (2 records)\"\n"
      "\"Confidential Information - Do Not Distribute\"\n"
      "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n");
  EXPECT_EQ(table.rows.size(), 2u);
  EXPECT_TRUE(table.problems.empty());
  ASSERT_EQ(table.left_out.size(), 3u);
  EXPECT_EQ(table.left_out[0].line, 6);
  EXPECT_EQ(table.left_out[0].why, "it is a row of totals");
  EXPECT_EQ(table.left_out[2].why, "it is the report's footer");
}

TEST(TableFile, ReadsGoogleAdsInUtf16WithPreambleAndTotals) {
  auto table =
      table_of(utf16le("Campaign report\nNovember 1, 2026 - November 30, 2026\n"
                       "Campaign status\tCampaign\tCampaign ID\tDay\tCurrency code\tCost\tImpr.\tClicks\n"
                       "Enabled\tBrand\t11\t2026-11-01\tEUR\t1,204.50\t9,000\t120\n"
                       "Enabled\tGeneric\t12\t2026-11-01\tEUR\t --\t0\t0\n"
                       "Total: Campaigns\t\t\t\tEUR\t1,204.50\t9,000\t120\n"
                       "Total: Account\t\t\t\tEUR\t1,204.50\t9,000\t120\n"));
  EXPECT_EQ(table.encoding, Encoding::utf16le);
  EXPECT_EQ(table.delimiter, '\t');
  EXPECT_EQ(table.columns[1], "Campaign");
  EXPECT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.lines[0], 4);
  ASSERT_EQ(table.left_out.size(), 4u);
  EXPECT_EQ(table.left_out[0].text, "Campaign report");
}

TEST(TableFile, ReadsLinkedInWithPreambleAndTotal) {
  auto table = table_of(
      "Campaign Performance Report (in UTC)\n\"Report Start: November 1, 2026, 12:00 AM\"\n\n"
      "Start Date (in UTC),Account Name,Campaign Name,Campaign ID,Currency,Total Spent,Clicks\n"
      "11/1/2026,Kestrel,Brand,77,USD,120.50,12\nTotal,,,,USD,120.50,12\n");
  EXPECT_EQ(table.columns[5], "Total Spent");
  EXPECT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.left_out.size(), 3u);
}

TEST(TableFile, SetsAsideTheSumOfAMetaReportAtEitherEnd) {
  const std::string header =
      "\xEF\xBB\xBFReporting starts,Reporting ends,Campaign name,Day,Amount spent (USD)\n";
  const std::string sum = "2026-11-01,2026-11-30,,,300\n",
                    row = "2026-11-01,2026-11-30,Brand,2026-11-02,300\n";
  for (const auto& text : {header + sum + row, header + row + sum}) {
    auto table = table_of(text);
    EXPECT_EQ(table.encoding, Encoding::utf8_bom);
    EXPECT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0][2], "Brand");
    EXPECT_EQ(table.left_out.size(), 1u);
  }
}

TEST(TableFile, KeepsACustomerCalledTotal) {
  auto table =
      table_of("Account,Sector,Revenue\nTotal,energy,5\nAcme,tools,7\nGrand Total Ltd,media,8\nBeta,x,1\n");
  EXPECT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(table.lines, (std::vector<std::int64_t>{2, 3, 4, 5}));
}

TEST(TableFile, KeepsATotalThatStandsFirst) {
  auto table = table_of("node,forecast\nTotal,25\nA,10\nB,15\n");
  EXPECT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table_of("node,forecast\nA,10\nB,15\nTotal,25\n").rows.size(), 2u);
}

TEST(TableFile, TakesTheHeaderLineThatTheUserPointsAt) {
  TableOptions options;
  options.hints.header_line = 2;
  auto table = table_of("Forecast,Units,Units\nnode,1,2\nA,10,11\n", options);
  EXPECT_EQ(table.columns, (Cells{"node", "1", "2"}));
  EXPECT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(problem_of("node,1,2\nA,10,11\n").kind, ProblemKind::header_missing);
}

TEST(TableFile, FindsTheHeaderByKnownNamesBelowAWidePreamble) {
  auto options = knowing({"Opportunity Name", "Amount", "Stage"});
  auto table = table_of(
      "Report,Pipeline,by region\nRun by,Maria,today\nOpportunity Name,Amount,Stage\nA,1,Won\n", options);
  EXPECT_EQ(table.columns[0], "Opportunity Name");
  EXPECT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.left_out.size(), 2u);
}

TEST(TableFile, AllowsTrailingDelimitersAndNamelessColumns) {
  auto table = table_of("a,b,\n1,2,\n3,4\n5,6,7\n8,9,,,\n");
  EXPECT_EQ(table.columns, (Cells{"a", "b", "Column 3"}));
  EXPECT_EQ(table.rows,
            (std::vector<Cells>{{"1", "2", ""}, {"3", "4", ""}, {"5", "6", "7"}, {"8", "9", ""}}));
  EXPECT_TRUE(table.problems.empty());
}

TEST(TableFile, SkipsBlankLinesAndCountsThem) {
  auto table = table_of("\n\na,b\n\n1,2\n , \n3,4\n\n");
  EXPECT_EQ(table.lines, (std::vector<std::int64_t>{5, 7}));
}

TEST(TableFile, RefusesEachBadFileByItsOwnName) {
  EXPECT_EQ(problem_of("").kind, ProblemKind::empty_file);
  EXPECT_EQ(problem_of("\n\r\n  \n").kind, ProblemKind::empty_file);
  EXPECT_EQ(problem_of("\xEF\xBB\xBF").kind, ProblemKind::empty_file);
  EXPECT_EQ(problem_of("PK\x03\x04xl/workbook").kind, ProblemKind::binary_file);
  EXPECT_EQ(problem_of("1C1I7A6R,Moses,2016-10-20,1054\n1C1I7A6S,Anna,2016-10-21,99\n").kind,
            ProblemKind::header_missing);
  EXPECT_EQ(problem_of("a,\xFF\xC3\xA9\xC3\xA9\n1,2\n").kind, ProblemKind::not_decodable);
  EXPECT_EQ(problem_of(std::string(2 << 20, 'x')).kind, ProblemKind::line_too_long);
  auto duplicate = problem_of("Amount,Stage, amount\n1,2,3\n");
  EXPECT_EQ(duplicate.kind, ProblemKind::duplicate_header);
  EXPECT_EQ(duplicate.column, "amount");
  std::string wide;
  for (int i = 0; i < 1001; ++i) wide += (i > 0 ? ",c" : "c") + std::to_string(i);
  EXPECT_EQ(problem_of(wide + "\n").kind, ProblemKind::too_many_columns);
  TableOptions small;
  small.file_bytes = 20;
  EXPECT_EQ(problem_of("a,b\n" + std::string(100, 'x') + ",y\n", small).kind, ProblemKind::file_too_large);
}

TEST(TableFile, ReportsEachBadRowAndKeepsTheGoodOnes) {
  auto table =
      table_of("a,b,c\n1,2,3\n4,5\n6,7,8,9\n\"x\"y,1,2\n" + std::string(70'000, 'z') + ",1,2\n7,8,9\n");
  EXPECT_EQ(table.rows, (std::vector<Cells>{{"1", "2", "3"}, {"7", "8", "9"}}));
  ASSERT_EQ(table.problems.size(), 4u);
  EXPECT_EQ(table.problems[0].kind, ProblemKind::too_few_cells);
  EXPECT_EQ(table.problems[0].line, 3);
  EXPECT_EQ(table.problems[0].column, "c");
  EXPECT_EQ(table.problems[1].kind, ProblemKind::too_many_cells);
  EXPECT_EQ(table.problems[2].kind, ProblemKind::misplaced_quote);
  EXPECT_EQ(table.problems[3].kind, ProblemKind::cell_too_long);
  EXPECT_EQ(table.problems[3].column, "a");
}

TEST(TableFile, TellsACutFileFromAShortRow) {
  EXPECT_EQ(problem_of("a,b,c\n1,2,3\n4,5").kind, ProblemKind::truncated_file);
  EXPECT_EQ(problem_of("a,b,c\n1,2,3\n4,5\n").kind, ProblemKind::too_few_cells);
  EXPECT_EQ(problem_of("a,b,c\n1,2,3\n4,\"5\n6,7,8\n").kind, ProblemKind::unclosed_quote);
  EXPECT_TRUE(table_of("a,b,c\n1,2,3\n4,5,6").problems.empty());
}

TEST(TableFile, ReportsOneLineOfBrokenTextInAGoodFile) {
  auto table = table_of("name,note\né,ü\nß,ö\nx,\xE9\ny,z\n");
  EXPECT_EQ(table.encoding, Encoding::utf8);
  EXPECT_EQ(table.rows.size(), 3u);
  ASSERT_EQ(table.problems.size(), 1u);
  EXPECT_EQ(table.problems[0].kind, ProblemKind::not_text);
  EXPECT_EQ(table.problems[0].line, 4);
}

TEST(TableFile, NumbersASecondColumnOfANameThatNobodyImports) {
  auto table = table_of("Name,Description,Description\nA,x,y\n", knowing({"Name"}));
  EXPECT_EQ(table.columns, (Cells{"Name", "Description", "Description (2)"}));
  EXPECT_EQ(problem_of("Name,Description,Description\nA,x,y\n", knowing({"Name", "Description"})).kind,
            ProblemKind::duplicate_header);
}

TEST(TableFile, ReadsAMillionRowsInFlatMemory) {
  // The source writes the file as it is asked for; a reader that kept it would show in the size of what it
  // holds.
  std::int64_t written = -1;
  std::string rest;
  auto endless = [&](std::span<char> out) {
    while (rest.size() < out.size() && written < 1'000'000)
      rest += written++ < 0 ? "id,name\n" : std::to_string(written) + ",x\n";
    std::size_t count = rest.copy(out.data(), out.size());
    rest.erase(0, count);
    return count;
  };
  auto opened = TableFile::open(endless);
  auto& table = std::get<TableFile>(opened);
  std::int64_t rows = 0;
  for (Row row; table.next(row); ++rows) {
    ASSERT_EQ(row.cells[0], std::to_string(rows + 1));
    ASSERT_EQ(row.line, rows + 2);
  }
  EXPECT_EQ(rows, 1'000'000);
  EXPECT_FALSE(table.failure());
}

RC_GTEST_PROP(TableFileProperty, ReadsBackAnyTable, ()) {
  const char delimiter = *rc::gen::element(',', ';', '\t', '|');
  const auto width = *rc::gen::inRange<std::size_t>(2, 6);
  auto cell =
      rc::gen::container<std::string>(rc::gen::element('a', 'B', '7', ',', ';', '\t', '|', '"', '\n', ' '));
  const auto rows = *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(width, cell));
  std::string text;
  Cells header;
  for (std::size_t i = 0; i < width; ++i)
    header.push_back("name " + std::string(1, static_cast<char>('a' + i)));
  auto write = [&](const Cells& cells) {
    text += csv_record(std::vector<std::string_view>(cells.begin(), cells.end()), delimiter);
  };
  write(header);
  std::vector<Cells> expected;
  for (const auto& row : rows) {
    write(row);
    if (!is_blank({row.begin(), row.end()})) expected.push_back(row);
  }
  TableOptions options;
  options.hints.delimiter = delimiter;
  auto table = std::get<Table>(read_table(text, options));
  RC_ASSERT(table.columns == header);
  RC_ASSERT(table.rows == expected);
}

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string data_folder() {
  const char* folder = std::getenv("ACCORD_DATA");
  return folder != nullptr ? folder : "../shared/data";
}

TEST(TableFileOnRealData, ReadsACrmExportWhole) {
  auto pipeline = file_text(data_folder() + "/crm_sales_opportunities/sales_pipeline.csv");
  if (pipeline.empty()) GTEST_SKIP() << "crm_sales_opportunities is not in " << data_folder();
  auto table = table_of(pipeline);
  EXPECT_EQ(table.rows.size(), 8800u);
  EXPECT_EQ(table.lines.back(), 8801);
  EXPECT_EQ(table.columns.size(), 8u);
  EXPECT_TRUE(table.problems.empty());
  EXPECT_TRUE(table.left_out.empty());
  auto accounts = table_of(file_text(data_folder() + "/crm_sales_opportunities/accounts.csv"));
  EXPECT_EQ(accounts.rows.size(), 85u);
  EXPECT_TRUE(accounts.problems.empty());
  EXPECT_EQ(table_of(file_text(data_folder() + "/crm_sales_opportunities/products.csv")).rows.size(), 7u);
}

TEST(TableFileOnRealData, ReadsSemicolonsWithAByteOrderMark) {
  auto sellers = file_text(data_folder() + "/olist_marketing_funnel/olist_sellers_dataset.csv");
  if (sellers.empty()) GTEST_SKIP() << "olist_marketing_funnel is not in " << data_folder();
  auto table = table_of(sellers);
  EXPECT_EQ(table.delimiter, ';');
  EXPECT_EQ(table.encoding, Encoding::utf8_bom);
  EXPECT_EQ(table.columns[0], "seller_id");
  EXPECT_TRUE(table.problems.empty());
}

}  // namespace
}  // namespace accord::importing
