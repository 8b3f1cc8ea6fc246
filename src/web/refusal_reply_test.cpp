// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/json.hpp"
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

}  // namespace
}  // namespace accord::web
