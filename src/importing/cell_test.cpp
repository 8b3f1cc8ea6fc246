// SPDX-License-Identifier: Apache-2.0
#include "importing/cell.hpp"

#include <gtest/gtest.h>

namespace accord::importing {
namespace {

TEST(TextCell, KeepsWordsAndFormulasAsTextAndTakesTheGuardOff) {
  EXPECT_EQ(read_text("  Acme Inc \xC2\xA0").value, "Acme Inc");
  EXPECT_EQ(read_text("unknown").value, "unknown");
  EXPECT_EQ(read_text("n/a").value, "n/a");
  EXPECT_EQ(read_text("=cmd|' /C calc'!A0").value, "=cmd|' /C calc'!A0");
  EXPECT_EQ(read_text("'+1 555 0100").value, "+1 555 0100");
  EXPECT_EQ(read_text("''=x").value, "'=x");
  EXPECT_EQ(read_text("'tis").value, "'tis");
  EXPECT_TRUE(read_text("").is_absent());
  EXPECT_TRUE(read_text(" \t").is_absent());
}

TEST(TextCell, TellsUnknownFromBlank) {
  EXPECT_TRUE(says_unknown("Unknown"));
  EXPECT_TRUE(says_unknown(" N/A "));
  EXPECT_TRUE(says_unknown("--"));
  EXPECT_FALSE(says_unknown(""));
  EXPECT_FALSE(says_unknown("Nadia"));
}

TEST(BooleanCell, ReadsTheUsualWords) {
  for (const char* yes : {"yes", "TRUE", "Y", "1", "x", "On"})
    EXPECT_EQ(read_boolean(yes).value, true) << yes;
  for (const char* no : {"no", "False", "n", "0", "off"}) EXPECT_EQ(read_boolean(no).value, false) << no;
  EXPECT_TRUE(read_boolean(" ").is_absent());
  EXPECT_EQ(read_boolean("maybe").reason, "\"maybe\" is neither yes nor no.");
  EXPECT_EQ(read_boolean("maybe").problem(7, "Won").line, 7);
}

TEST(InQuotes, StaysShortOnOneLineAndWhole) {
  EXPECT_EQ(in_quotes("a\nb"), "\"a b\"");
  EXPECT_EQ(in_quotes(std::string(100, 'x')), "\"" + std::string(60, 'x') + "…\"");
  EXPECT_EQ(in_quotes(std::string(59, 'x') + "éy"), "\"" + std::string(59, 'x') + "…\"");
}

}  // namespace
}  // namespace accord::importing
