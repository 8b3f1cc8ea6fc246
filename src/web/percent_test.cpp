// SPDX-License-Identifier: Apache-2.0
#include "web/percent.hpp"

#include <gtest/gtest.h>

namespace accord::web {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(Percent, DecodesEscapes) {
  EXPECT_EQ(percent_decode("a%20b+c%c3%A9"), "a b+c\u00e9");
  EXPECT_EQ(percent_decode(""), "");
}

TEST(Percent, RefusesBrokenEscapesAndUncleanText) {
  for (const auto* text : {"%", "%4", "a%", "%zz", "%0g", "%g0", "%-1", "%00", "%c3", "%c3%28", "%ff",
                           "%ed%a0%80", "%c0%af", "%1b", "%7f"}) {
    EXPECT_EQ(percent_decode(text), std::nullopt) << text;
  }
}

TEST(Percent, EncodesAllThatHasAMeaning) {
  EXPECT_EQ(percent_encode("aZ9-._~"), "aZ9-._~");
  EXPECT_EQ(percent_encode("a b/c?d&e=f%\u00e9"), "a%20b%2Fc%3Fd%26e%3Df%25%C3%A9");
}

TEST(Query, KeepsPairsInOrder) {
  const auto query = parse_query("stage=Won&stage=Lost&q=a+b%2Bc&&flag&x=1=2");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->pairs,
            (Pairs{{"stage", "Won"}, {"stage", "Lost"}, {"q", "a b+c"}, {"flag", ""}, {"x", "1=2"}}));
  ASSERT_NE(query->find("stage"), nullptr);
  EXPECT_EQ(*query->find("stage"), "Won");
  EXPECT_EQ(query->find("sta"), nullptr);
}

TEST(Query, IsBounded) {
  std::string text;
  for (std::size_t i = 0; i < query_pairs_max; ++i) text += "a=b&";
  EXPECT_TRUE(parse_query(text));
  EXPECT_FALSE(parse_query(text + "a=b"));
  EXPECT_TRUE(parse_query("a=" + std::string(query_pair_bytes_max - 2, 'x')));
  EXPECT_FALSE(parse_query("a=" + std::string(query_pair_bytes_max - 1, 'x')));
  EXPECT_FALSE(parse_query("a=b&c=%"));
  EXPECT_FALSE(parse_query("%00=b"));
}

}  // namespace
}  // namespace accord::web
