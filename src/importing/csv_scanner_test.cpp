// SPDX-License-Identifier: Apache-2.0
#include "importing/csv_scanner.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "importing/csv_writer.hpp"

namespace accord::importing {
namespace {

struct Read {
  std::vector<std::vector<std::string>> records;
  std::vector<std::int64_t> lines;
  std::optional<Problem> failure;
  bool operator==(const Read&) const = default;
};

/// Yields the text in pieces of at most `piece` bytes.
ByteSource in_pieces(std::string text, std::size_t piece) {
  return [text = std::move(text), at = std::size_t{0}, piece](std::span<char> out) mutable {
    std::size_t count = std::string_view(text).substr(at).copy(out.data(), std::min(out.size(), piece));
    at += count;
    return count;
  };
}

Read read_all(CsvScanner scanner) {
  Read read;
  for (CsvRecord record; scanner.next(record);) {
    read.records.emplace_back(record.cells.begin(), record.cells.end());
    read.lines.push_back(record.line);
  }
  read.failure = scanner.failure();
  return read;
}

Read read_all(const std::string& text, char delimiter = ',') {
  return read_all(CsvScanner(bytes_of(text), delimiter));
}

using Records = std::vector<std::vector<std::string>>;

/// Text rich in what makes CSV hard.
rc::Gen<std::string> tricky_text() {
  return rc::gen::container<std::string>(
      rc::gen::element('a', 'B', '7', ',', ';', '\t', '|', '"', '\n', '\r', ' ', '='));
}

rc::Gen<char> any_delimiter() { return rc::gen::element(',', ';', '\t', '|'); }

TEST(CsvScanner, ReadsQuotesLineEndingsAndEmptyCells) {
  auto read = read_all("a,\"b,\"\"c\"\"\",\r\n\"two\nlines\",5\" pipe,x\n\n\"\",,\rlast,,");
  Records expected = {
      {"a", "b,\"c\"", ""}, {"two\nlines", "5\" pipe", "x"}, {""}, {"", "", ""}, {"last", "", ""}};
  EXPECT_EQ(read.records, expected);
  EXPECT_EQ(read.lines, (std::vector<std::int64_t>{1, 2, 4, 5, 6}));
  EXPECT_FALSE(read.failure);
}

TEST(CsvScanner, SaysWhetherTheLastLineEnds) {
  CsvRecord record;
  CsvScanner open(bytes_of("a,b"), ',');
  ASSERT_TRUE(open.next(record));
  EXPECT_FALSE(record.is_terminated);
  CsvScanner closed(bytes_of("a,b\n"), ',');
  ASSERT_TRUE(closed.next(record));
  EXPECT_TRUE(record.is_terminated);
  EXPECT_FALSE(closed.next(record));
}

TEST(CsvScanner, KeepsTextAfterAClosingQuoteAndGoesOn) {
  CsvScanner scanner(bytes_of("\"Big\" deal,7\n\"fine\" ,8\n"), ',');
  CsvRecord record;
  ASSERT_TRUE(scanner.next(record));
  EXPECT_TRUE(record.has_misplaced_quote);
  EXPECT_EQ(record.cells[0], "\"Big\" deal");
  EXPECT_EQ(record.cells[1], "7");
  ASSERT_TRUE(scanner.next(record));
  EXPECT_FALSE(record.has_misplaced_quote);
  EXPECT_EQ(record.cells[0], "fine");
}

TEST(CsvScanner, NamesTheLineWhereAQuoteIsNeverClosed) {
  auto read = read_all("a,b\n1,\"open\n2,3\n4,5\n");
  EXPECT_EQ(read.records.size(), 1u);
  ASSERT_TRUE(read.failure);
  EXPECT_EQ(read.failure->kind, ProblemKind::unclosed_quote);
  EXPECT_EQ(read.failure->line, 2);
}

TEST(CsvScanner, FindsBytesThatAreNoText) {
  using namespace std::string_literals;
  const std::string text = "a\0b\nna\xC3\xAFve\nna\xEFve\n"s;
  CsvScanner scanner(bytes_of(text), ',');
  std::vector<bool> is_text;
  for (CsvRecord record; scanner.next(record);) is_text.push_back(record.is_text);
  EXPECT_EQ(is_text, (std::vector<bool>{false, true, false}));
}

TEST(CsvScanner, StopsAtAGigabyteLineAfterTheFirstMegabyte) {
  std::size_t asked = 0;
  auto endless = [&](std::span<char> out) {
    std::fill(out.begin(), out.end(), 'x');
    asked += out.size();
    return out.size();
  };
  auto read = read_all(CsvScanner(endless, ','));
  ASSERT_TRUE(read.failure);
  EXPECT_EQ(read.failure->kind, ProblemKind::line_too_long);
  EXPECT_LT(asked, 2u << 20);
}

TEST(CsvScanner, AllowsARecordUpToItsLimitAndNoLonger) {
  CsvLimits limits;
  limits.record_bytes = 10;
  for (std::size_t size = 1; size < 20; ++size) {
    std::string line = std::string(size, 'x') + "\r\n";
    auto read = read_all(CsvScanner(bytes_of(line), ',', limits));
    EXPECT_EQ(read.failure.has_value(), size > 10) << size;
  }
}

TEST(CsvScanner, KeepsNoMoreCellsThanOneOverTheLimit) {
  std::string text(50'000, ',');
  auto read = read_all(text + "\n");
  ASSERT_EQ(read.records.size(), 1u);
  EXPECT_EQ(read.records[0].size(), 1001u);
}

RC_GTEST_PROP(CsvScannerProperty, ReadsBackWhatWasWritten, ()) {
  const char delimiter = *any_delimiter();
  const auto records = *rc::gen::container<Records>(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(tricky_text())));
  std::string text;
  for (const auto& record : records)
    text += csv_record(std::vector<std::string_view>(record.begin(), record.end()), delimiter);
  auto read = read_all(text, delimiter);
  for (auto& record : read.records)
    for (auto& cell : record) cell = std::string(without_formula_guard(cell));
  RC_ASSERT(read.records == records);
  RC_ASSERT(!read.failure);
}

RC_GTEST_PROP(CsvScannerProperty, ReadsTheSameInAnyPieces, ()) {
  const auto text = *tricky_text();
  const auto piece = *rc::gen::inRange<std::size_t>(1, 9);
  CsvLimits limits;
  limits.record_bytes = *rc::gen::inRange<std::size_t>(4, 60);
  auto whole = read_all(CsvScanner(bytes_of(text), ',', limits));
  auto pieces = read_all(CsvScanner(in_pieces(text, piece), ',', limits));
  RC_ASSERT(whole == pieces);
}

RC_GTEST_PROP(CsvScannerProperty, CountsEveryPhysicalLine, ()) {
  const auto before = *rc::gen::container<Records>(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(tricky_text())));
  std::string text;
  for (const auto& record : before)
    text += csv_record(std::vector<std::string_view>(record.begin(), record.end()));
  std::int64_t lines = 1;
  for (std::size_t i = 0; i < text.size(); ++i)
    lines += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
  auto read = read_all(text + "here\n");
  RC_ASSERT(read.lines.back() == lines);
}

TEST(CsvWriter, NeverWritesAFormula) {
  EXPECT_EQ(csv_cell("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
  EXPECT_EQ(csv_cell("+1 555 0100"), "'+1 555 0100");
  EXPECT_EQ(csv_cell("@SUM(A1:A9)"), "'@SUM(A1:A9)");
  EXPECT_EQ(csv_cell("-2+3+cmd|' /C calc'!A0"), "'-2+3+cmd|' /C calc'!A0");
  EXPECT_EQ(csv_cell("\t=1+1"), "'\t=1+1");
  EXPECT_EQ(csv_cell("=A1,B1"), "\"'=A1,B1\"");
}

TEST(CsvWriter, LeavesNumbersAndPlainTextAlone) {
  EXPECT_EQ(csv_cell("-12.50"), "-12.50");
  EXPECT_EQ(csv_cell("+3"), "+3");
  EXPECT_EQ(csv_cell("O'Brien"), "O'Brien");
  EXPECT_EQ(csv_cell("a;b"), "a;b");
  EXPECT_EQ(csv_cell("a;b", ';'), "\"a;b\"");
  EXPECT_EQ(csv_cell("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(csv_cell(" padded "), "\" padded \"");
}

}  // namespace
}  // namespace accord::importing
