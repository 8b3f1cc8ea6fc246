// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace accord {
namespace {

struct Leg {
  std::string name;
  Side side = Side::sales;
  std::optional<Money> price;
};
struct Trip {
  Id<Trip> id;
  std::string title;
  std::int64_t seats = 1;
  double share = 0;
  bool is_open = false;
  std::optional<Day> on;
  Instant at;
  std::vector<Leg> legs;
  std::string secret_note;
  Json extra;
};

}  // namespace
template <>
inline constexpr auto described<Leg> = record("leg", "A leg.",
                                              field(&Leg::name, "name", "Its name.", up_to(10)),
                                              field(&Leg::side, "side", "Its side."),
                                              field(&Leg::price, "price", "Its price."));
template <>
inline constexpr auto described<Trip> =
    record("trip", "A trip.", field(&Trip::id, "id", "Its number.", has_default),
           field(&Trip::title, "title", "Its title."), field(&Trip::seats, "seats", "Seats.", has_default),
           field(&Trip::share, "share", "Share.", has_default),
           field(&Trip::is_open, "is_open", "Open.", has_default), field(&Trip::on, "on", "The day."),
           field(&Trip::at, "at", "The moment."), field(&Trip::legs, "legs", "The legs.", has_default),
           field(&Trip::secret_note, "secret_note", "Never shown.", has_default, secret),
           field(&Trip::extra, "extra", "Anything.", has_default));

namespace {

std::vector<std::string> problems_of(const char* text) {
  std::vector<std::string> found;
  try {
    from_json<Trip>(parse_json(text));
  } catch (const ShapeError& error) {
    for (const auto& problem : error.problems()) found.push_back(problem.field);
  }
  return found;
}

TEST(JsonTest, WhatIsWrittenIsReadBack) {
  const auto* text =
      R"({"id":3,"title":"Fair","seats":2,"share":25,"is_open":true,"on":"2026-05-01","at":"2026-05-01T08:00:00.000Z",)"
      R"("legs":[{"name":"out","side":"marketing","price":{"minor":1200,"currency":"EUR"}}],"extra":{"a":[1,null]}})";
  EXPECT_EQ(json::serialize(to_json(from_json<Trip>(parse_json(text)))), text);
}

TEST(JsonTest, EveryProblemIsNamedAtOnce) {
  EXPECT_EQ(
      problems_of(
          R"({"title":7,"seats":1.5,"at":"soon","legs":[{"name":"longer than ten","side":"left"}],"colour":1})"),
      (std::vector<std::string>{"colour", "title", "seats", "at", "legs[0].name", "legs[0].side"}));
  EXPECT_EQ(
      problems_of(
          R"({"title":"Fair","at":"2026-05-01T08:00:00Z\u0000","on":"2026-05-01\u0000","legs":[{"name":"out","side":"sales","price":{"minor":1,"currency":"EUR\u0000"}}]})"),
      (std::vector<std::string>{"on", "at", "legs[0].price"}))
      << "what stands behind a zero is not overlooked";
  EXPECT_EQ(problems_of("[]"), (std::vector<std::string>{""}));
  EXPECT_EQ(problems_of("{}"), (std::vector<std::string>{"title", "at"}));
}

TEST(JsonTest, TextWithControlCharactersIsNotText) {
  EXPECT_EQ(problems_of(R"({"title":"a\u0000b","at":"2026-05-01T08:00Z"})"),
            (std::vector<std::string>{"title"}));
}

TEST(JsonTest, MoneyIsWholeMinorUnits) {
  EXPECT_EQ(
      problems_of(
          R"({"title":"a","at":"2026-05-01T08:00Z","legs":[{"name":"x","side":"sales","price":{"minor":1.5,"currency":"USD"}}]})"),
      (std::vector<std::string>{"legs[0].price"}));
}

TEST(JsonTest, SecretsStayInside) {
  Trip trip;
  trip.secret_note = "hidden";
  EXPECT_EQ(json::serialize(to_json(trip)).find("hidden"), std::string::npos);
}

/// What is written is the shortest text that names a number, so reading it exactly gives the number again.
TEST(JsonTest, ANumberComesBackAsItWasWritten) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20'000; ++i) {
    const double percent = std::ldexp(static_cast<double>(random() >> 11), -53) * 100;
    const double any = std::bit_cast<double>(random());
    EXPECT_EQ(parse_json(json::serialize(json::value(percent))).to_number<double>(), percent);
    if (!std::isfinite(any)) continue;
    EXPECT_EQ(parse_json(json::serialize(json::value(any))).to_number<double>(), any);
  }
  const auto others = parse_json("[7,-7,18446744073709551615,5e-324,1e-400,0.1,{\"a\":\"\\u0041b\"}]");
  EXPECT_EQ(json::serialize(others), "[7,-7,18446744073709551615,5E-324,0E0,1E-1,{\"a\":\"Ab\"}]");
}

TEST(JsonTest, DeepOrBrokenTextIsRefused) {
  EXPECT_THROW(parse_json(std::string(100, '[')), ShapeError);
  EXPECT_THROW(parse_json("{\"a\":1} x"), ShapeError);
  EXPECT_THROW(parse_json(""), ShapeError);
  EXPECT_THROW(parse_json("[1e400]"), ShapeError);
  EXPECT_THROW(parse_json("[-1e400]"), ShapeError);
}

}  // namespace
}  // namespace accord
