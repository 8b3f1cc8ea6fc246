// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/field_refusal.hpp"
#include "web/site.hpp"

namespace accord::web {
namespace {

constexpr Rule period_wrong{"period_wrong", "The period ends before it begins.", "Give its first day first.",
                            422};

std::string title_of(const std::exception& error) {
  bool is_bug = false;
  const auto reply = problem_reply(error, is_bug);
  return std::string(parse_json(reply.body).as_object().at("title").as_string());
}

TEST(Problem, IsTitledByWhatItIs) {
  EXPECT_EQ(title_of(Refusal(period_wrong)), "Refused by a rule");
  EXPECT_EQ(title_of(ShapeError("from_day", "Give a day, as in 2026-03-02.")), "Wrong shape");
}

TEST(Problem, NamesTheFieldsThatWouldMendARefusal) {
  bool is_bug = false;
  const auto reply =
      problem_reply(FieldRefusal(period_wrong, "March", {{"from_day", "Not after the last."}}), is_bug);
  const auto said = parse_json(reply.body).as_object();
  EXPECT_FALSE(is_bug);
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(said.at("code"), "period_wrong");
  EXPECT_EQ(said.at("detail"), "The period ends before it begins. (March)");
  EXPECT_EQ(said.at("errors"), parse_json(R"([{"field": "from_day", "message": "Not after the last."}])"));
  EXPECT_EQ(parse_json(problem_reply(Refusal(period_wrong), is_bug).body).at("errors"), json::array());
}

}  // namespace
}  // namespace accord::web
