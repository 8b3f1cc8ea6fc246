// SPDX-License-Identifier: Apache-2.0
#include "web/csv.hpp"

#include <gtest/gtest.h>

#include "base/figure.hpp"

/// What is described has a name that other files could know.
namespace accord::web::csv_sample {

struct Line {
  std::string name;
  Figure worth;
  std::optional<Figure> usual;
  double share = 0;
  std::optional<Money> spent;
  std::optional<Figure> orders;
};
struct Table {
  std::vector<Line> items;
};
struct Range {
  std::string model;
  std::optional<Money> from;
  std::optional<double> to;
};
struct Row {
  std::string name;
  std::vector<Range> ranges;
  std::optional<Range> range;
  std::vector<Money> amounts;
};
struct Rows {
  std::vector<Row> items;
};
struct Story {
  std::string sentence;
  Figure spend;
  std::optional<std::int64_t> count;
  bool is_known = true;
  std::vector<Range> ranges;
  std::vector<std::string> words;
  Json body;
};

}  // namespace accord::web::csv_sample

namespace accord {
template <>
inline constexpr auto described<web::csv_sample::Line> =
    record("csv_line", "A line of a table.", field(&web::csv_sample::Line::name, "name", "What it is."),
           field(&web::csv_sample::Line::worth, "worth", "A figure."),
           field(&web::csv_sample::Line::usual, "usual", "A figure that some lines lack."),
           field(&web::csv_sample::Line::share, "share", "A number."),
           field(&web::csv_sample::Line::spent, "spent", "Money."),
           field(&web::csv_sample::Line::orders, "orders", "A figure that counts.", unit::count));
template <>
inline constexpr auto described<web::csv_sample::Table> =
    record("csv_table", "A table.", field(&web::csv_sample::Table::items, "items", "Its lines."));
template <>
inline constexpr auto described<web::csv_sample::Range> =
    record("csv_range", "A range.", field(&web::csv_sample::Range::model, "model", "Of which model."),
           field(&web::csv_sample::Range::from, "from", "Money."),
           field(&web::csv_sample::Range::to, "to", "A number."));
template <>
inline constexpr auto described<web::csv_sample::Row> =
    record("csv_row", "A row with lists within.", field(&web::csv_sample::Row::name, "name", "What it is."),
           field(&web::csv_sample::Row::ranges, "ranges", "Records."),
           field(&web::csv_sample::Row::range, "range", "One record."),
           field(&web::csv_sample::Row::amounts, "amounts", "Money."));
template <>
inline constexpr auto described<web::csv_sample::Rows> =
    record("csv_rows", "A table.", field(&web::csv_sample::Rows::items, "items", "Its rows."));
template <>
inline constexpr auto described<web::csv_sample::Story> = record(
    "csv_story", "What is no table.", field(&web::csv_sample::Story::sentence, "sentence", "In words."),
    field(&web::csv_sample::Story::spend, "spend", "A figure."),
    field(&web::csv_sample::Story::count, "count", "A number."),
    field(&web::csv_sample::Story::is_known, "is_known", "Whether."),
    field(&web::csv_sample::Story::ranges, "ranges", "Records."),
    field(&web::csv_sample::Story::words, "words", "Texts."),
    field(&web::csv_sample::Story::body, "body", "What nothing describes."));
}  // namespace accord

namespace accord::web {
namespace {

using namespace csv_sample;

Table lines(const Read&, const Input&) { return {}; }

std::string csv_of(Line line) {
  const Route route = get("/lines", signed_in, "Show lines.", lines);
  CsvWriter writer(route);
  writer.add(to_json(Table{{std::move(line)}}));
  return writer.text();
}

const std::string heading =
    "name,worth,worth_currency,usual,usual_currency,share,spent,spent_currency,orders\r\n";

TEST(CsvOfFigures, MoneyIsADecimalWithItsCurrencyBesideIt) {
  const Figure cost{
      .name = "Cost", .unit = FigureUnit::money, .money = Money{-123'405, *parse_currency("USD")}};
  EXPECT_EQ(csv_of({"Fair", cost, std::nullopt, 0.25, Money{5, *parse_currency("USD")}, {}}),
            heading + "Fair,-1234.05,USD,,,0.25,0.05,USD,\r\n");
}

TEST(CsvOfFigures, ACountAndAShareHaveNoCurrencyAndNoExponent) {
  const Figure count{.name = "Leads", .number = 412.0};
  const Figure share{.name = "Share", .unit = FigureUnit::percent, .number = -0.000012};
  EXPECT_EQ(csv_of({"Fair", count, share, 25'000'000.0, std::nullopt, count}),
            heading + "Fair,412,,-0.000012,,25000000,,,412\r\n");
}

TEST(CsvOfFigures, WhatIsNotKnownIsBlankAndNeverZero) {
  const Figure unknown{.name = "Cost", .unit = FigureUnit::money, .why = "No order has a cost."};
  EXPECT_EQ(csv_of({"Fair", unknown, std::nullopt, 0, std::nullopt, unknown}), heading + "Fair,,,,,0,,,\r\n");
}

// ---- Lists within a row

Rows rows(const Read&, const Input&) { return {}; }

std::string csv_of(Row row) {
  CsvWriter writer(get("/rows", signed_in, "Show rows.", rows));
  writer.add(to_json(Rows{{std::move(row)}}));
  return writer.text();
}

const Currency usd = *parse_currency("USD");

TEST(CsvOfRowsWithLists, TellThemInOneCell) {
  Row row{"Fair", {{"linear", Money{12'000, usd}, 0.5}, {"=SUM(A1)", std::nullopt, std::nullopt}}, {}, {}};
  row.range = Range{"first, or last", std::nullopt, 3};
  row.amounts = {Money{5, usd}, Money{-700, usd}};
  EXPECT_EQ(csv_of(row),
            "name,ranges,range,amounts\r\n"
            "Fair,\"model: linear, from: 120.00 USD, to: 0.5; model: =SUM(A1)\","
            "\"model: first, or last, to: 3\",0.05 USD; -7.00 USD\r\n");
}

TEST(CsvOfRowsWithLists, LeaveBlankWhatIsEmpty) {
  EXPECT_EQ(csv_of(Row{"Fair", {}, std::nullopt, {}}), "name,ranges,range,amounts\r\nFair,,,\r\n");
}

// ---- What a reply says of all rows

Listed<Range> ranges(const Read&, const Input&) { return {}; }
Range rules(const Read&, const Input&) { return {"linear", Money{1'205, usd}, -0.5}; }

TEST(CsvOfRowsWithLists, SayInEachRowWhatIsSaidOfAll) {
  const auto route = saying(get_list<Range>("/ranges", signed_in, "List ranges.", ranges), "rules", rules);
  CsvWriter writer(route);
  json::object page =
      listed_to_json(Listed<Range>{{{"first, or last", std::nullopt, 3.0}, {}}, {}, 2}).as_object();
  page["rules"] = to_json(Range{"=linear", Money{1'205, usd}, -0.5});
  writer.add(page);
  EXPECT_EQ(writer.text(),
            "model,from,from_currency,to,rules_model,rules_from,rules_from_currency,rules_to\r\n"
            "\"first, or last\",,,3,'=linear,12.05,USD,-0.5\r\n"
            ",,,,'=linear,12.05,USD,-0.5\r\n");
}

// ---- What is no table

Story story(const Read&, const Input&) { return {}; }

TEST(CsvOfValues, HasALineForEachWithItsPlace) {
  Story told;
  told.sentence = "-2+3, \"said\"";
  told.spend = {.name = "Spend", .unit = FigureUnit::money, .money = Money{123'405, usd}};
  told.spend.inputs = {{.name = "entries", .number = 3.0, .link = "/spend"}};
  told.ranges = {{"linear", Money{1, usd}, std::nullopt}};
  told.words = {"North", "=cmd"};
  told.body.text =
      R"({"share": 0.25, "clauses": [{"price": {"minor": 150, "currency": "USD"}}], "none": []})";
  CsvWriter writer(get("/story", signed_in, "Tell it.", story));
  writer.add(to_json(told));
  EXPECT_EQ(writer.text(),
            "path,value,currency\r\n"
            "sentence,\"'-2+3, \"\"said\"\"\",\r\n"
            "spend,1234.05,USD\r\n"
            "spend.name,Spend,\r\n"
            "spend.unit,money,\r\n"
            "spend.formula,,\r\n"
            "spend.inputs[0].name,entries,\r\n"
            "spend.inputs[0].number,3,\r\n"
            "spend.inputs[0].money,,\r\n"
            "spend.inputs[0].unit,count,\r\n"
            "spend.inputs[0].link,/spend,\r\n"
            "spend.as_of,0,\r\n"
            "spend.why,,\r\n"
            "spend.link,,\r\n"
            "count,,\r\n"
            "is_known,yes,\r\n"
            "ranges[0].model,linear,\r\n"
            "ranges[0].from,0.01,USD\r\n"
            "ranges[0].to,,\r\n"
            "words[0],North,\r\n"
            "words[1],'=cmd,\r\n"
            "body.share,0.25,\r\n"
            "body.clauses[0].price,1.50,USD\r\n");
}

HttpReply stream(const Serving&) { return {}; }

TEST(CsvOfValues, EveryReplyThatIsDataHasIt) {
  EXPECT_TRUE(has_csv(get("/story", signed_in, "Tell it.", story)));
  EXPECT_TRUE(has_csv(get("/rows", signed_in, "Show rows.", rows)));
  EXPECT_FALSE(has_csv(serve("/stream", signed_in, "Stream.", "text/plain", stream)));
}

}  // namespace
}  // namespace accord::web
