// SPDX-License-Identifier: Apache-2.0
#include "web/csv.hpp"

#include <gtest/gtest.h>

#include "base/figure.hpp"

namespace accord::web {
namespace {

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

}  // namespace
}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::Line> =
    record("csv_line", "A line of a table.", field(&web::Line::name, "name", "What it is."),
           field(&web::Line::worth, "worth", "A figure."),
           field(&web::Line::usual, "usual", "A figure that some lines lack."),
           field(&web::Line::share, "share", "A number."), field(&web::Line::spent, "spent", "Money."),
           field(&web::Line::orders, "orders", "A figure that counts.", unit::count));
template <>
inline constexpr auto described<web::Table> = record("csv_table", "A table.",
                                                     field(&web::Table::items, "items", "Its lines."));
}  // namespace accord

namespace accord::web {
namespace {

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

}  // namespace
}  // namespace accord::web
