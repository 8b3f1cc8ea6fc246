// SPDX-License-Identifier: Apache-2.0
// Refunds in a log that `accord attribute` reads.
#include "tests/attribute_command.hpp"

namespace accord::app {
namespace {

class AttributeRefundTest : public tests::AttributeCommand {
 protected:
  static double conversions(const json::object& all, std::string_view model, std::string_view channel) {
    return credit_in(model_in(all, "model", model), channel).at("conversions").to_number<double>();
  }
  static std::int64_t minor(const json::object& all, std::string_view model, std::string_view channel) {
    return credit_in(model_in(all, "model", model), channel).at("minor").as_int64();
  }
};

/// N's refund takes 400 off its order and closes no journey; P's takes back 50 more than P ordered.
TEST_F(AttributeRefundTest, InALogTakesBackWhatTheOrderBroughtAndIsNoConversion) {
  AttributeOptions options;
  options.file = write_file("touches.csv",
                            "account,at,channel\nN,2026-02-01,Mail\nN,2026-02-05,Call\nN,2026-02-15,Fair\n"
                            "O,2026-02-01,Mail\nP,2026-02-01,Fair\n");
  options.conversions = write_file("orders.csv",
                                   "account,at,value\nN,2026-02-20,-400.00\nN,2026-02-10,1000.00\n"
                                   "O,2026-02-03,0\nP,2026-02-02,100\nP,2026-02-03,-150\n");
  const auto all = run_to_json(options);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(minor(all, "linear", "Mail"), 30'000);
  EXPECT_EQ(minor(all, "linear", "Call"), 30'000);
  EXPECT_EQ(minor(all, "linear", "Fair"), 0);
  EXPECT_EQ(conversions(all, "linear", "Fair"), 0) << "nothing is left of P's order";
  EXPECT_EQ(all.at("journeys_not_converted").to_number<int>(), 2) << "N's last touch, and P's";
  const auto notes = json::serialize(all.at("notes"));
  EXPECT_NE(notes.find("2 rows are below zero: a refund is no conversion"), std::string::npos) << notes;
  EXPECT_NE(notes.find("1 of them takes back more than was ordered before"), std::string::npos) << notes;
}

/// What was wholly taken back is no conversion: N's touches lead to what N ordered in its place, P's to
/// nothing.
TEST_F(AttributeRefundTest, WhatRefundsLeaveNothingOfIsNoConversionAndEndsNoJourney) {
  AttributeOptions options;
  options.file = write_file("touches.csv",
                            "account,at,channel\nN,2026-02-01,Mail\nN,2026-02-15,Fair\nO,2026-02-01,Mail\n"
                            "P,2026-02-01,Fair\nP,2026-02-09,Call\n");
  options.conversions = write_file("orders.csv",
                                   "account,at,value\nN,2026-02-10,1000.00\nN,2026-02-12,-600.00\n"
                                   "N,2026-02-13,-400.00\nN,2026-02-20,800.00\nO,2026-02-03,0\n"
                                   "P,2026-02-05,100\nP,2026-02-07,-150\n");
  const auto all = run_to_json(options);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(minor(all, "linear", "Mail"), 40'000);
  EXPECT_EQ(minor(all, "linear", "Fair"), 40'000);
  EXPECT_EQ(conversions(all, "linear", "Mail"), 1.5) << "O's order of nothing is one all the same";
  EXPECT_EQ(conversions(all, "linear", "Call"), 0);
  EXPECT_EQ(all.at("journeys_not_converted").to_number<int>(), 1) << "P's two touches, together";
  const auto notes = json::serialize(all.at("notes"));
  EXPECT_NE(notes.find("2 orders are wholly taken back: no conversion, and the end of no journey."),
            std::string::npos)
      << notes;
}

/// As the program has it: the order that it equals, not the newest; and what equals none is taken off one
/// that is large enough, else off several.
TEST_F(AttributeRefundTest, ARefundTakesBackTheOrderOfWhichAsMuchIsLeft) {
  AttributeOptions options;
  options.file = write_file("touches.csv",
                            "account,at,channel\nN,2026-02-01,Mail\nN,2026-02-12,Fair\nO,2026-02-01,Mail\n"
                            "O,2026-02-12,Fair\nP,2026-02-01,Mail\nP,2026-02-12,Fair\n");
  options.conversions = write_file("orders.csv",
                                   "account,at,value\nN,2026-02-10,1000.00\nN,2026-02-20,1500.00\n"
                                   "N,2026-02-25,-1000.00\nO,2026-02-10,100.00\nO,2026-02-20,50.00\n"
                                   "O,2026-02-25,-70.00\nP,2026-02-10,20.00\nP,2026-02-20,10.00\n"
                                   "P,2026-02-25,-25.00\n");
  const auto all = run_to_json(options);
  EXPECT_EQ(code, 0) << complained;
  EXPECT_EQ(minor(all, "linear", "Mail"), 75'000 + 3'000 + 500)
      << "N's first order is no conversion, and its two touches led to the second";
  EXPECT_EQ(minor(all, "linear", "Fair"), 75'000 + 5'000);
}

}  // namespace
}  // namespace accord::app
