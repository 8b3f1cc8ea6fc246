// SPDX-License-Identifier: Apache-2.0
#include "db/named.hpp"

#include <gtest/gtest.h>

#include "account/account.hpp"
#include "tests/world.hpp"

namespace accord {
namespace {

TEST(NamedTest, ANameFitsByItsWholeItsBeginningItsWordsAndWhatLiesWithin) {
  EXPECT_EQ(fit_of("North", "north"), Fit::whole);
  EXPECT_EQ(fit_of("Northwind", " NORTH "), Fit::beginning);
  EXPECT_EQ(fit_of("Great North", "north"), Fit::beginning_of_word);
  EXPECT_EQ(fit_of("Nora Thorn", "tho nor"), Fit::beginning_of_word);
  EXPECT_EQ(fit_of("Truenorth", "north"), Fit::within);
  EXPECT_EQ(fit_of("Truenorth", "true north"), Fit::within);
  EXPECT_EQ(fit_of("Truenorth", "true south"), Fit::none);
  EXPECT_EQ(fit_of("North", ""), Fit::beginning);
}

class FindNamed : public testing::Test {
 protected:
  void SetUp() override {
    world.database().write(Actor{}, "Add accounts.", [&](Write& write) {
      for (const auto* name : names) {
        account::Account account;
        account.name = name;
        account.key = "K-" + std::to_string(++count);
        write.insert(account);
      }
    });
  }

  std::vector<std::string> found(std::string_view text, std::int64_t limit = 10) {
    return world.database().read(Actor{}, [&](const Read& read) {
      std::vector<std::string> result;
      for (const auto& row : find_named(read, info_of<account::Account>(), {}, text, limit))
        result.push_back(row.name);
      return result;
    });
  }

  const std::vector<const char*> names{
      "Truenorth", "Great North", "Northwind Traders", "Northwind", "North", "100% Northern", "a_b", "acb"};
  int count = 0;
  tests::World world{tests::Start::small};
};

using Names = std::vector<std::string>;

/// The statement ranks as `fit_of` does, so that what is cut off is what fits worst.
TEST_F(FindNamed, InTheOrderOfTheirFitAndThenTheShortOnesFirst) {
  const auto all = found("north");
  EXPECT_EQ(all,
            (Names{"North", "Northwind", "Northwind Traders", "Great North", "100% Northern", "Truenorth"}));
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, [](const auto& name) { return fit_of(name, "north"); }));
  EXPECT_EQ(found("north", 2), (Names{"North", "Northwind"}));
}

TEST_F(FindNamed, ByEachWordInWhateverOrder) {
  EXPECT_EQ(found("tra north"), Names{"Northwind Traders"});
  EXPECT_EQ(found("north south"), Names{});
  EXPECT_EQ(found("  "), Names{});
}

TEST_F(FindNamed, WithoutTakingMarksForPatterns) {
  EXPECT_EQ(found("100%"), Names{"100% Northern"});
  EXPECT_EQ(found("a_b"), Names{"a_b"});
  EXPECT_EQ(found("%"), Names{"100% Northern"});
  EXPECT_EQ(found("!"), Names{});
  EXPECT_EQ(found("'; DROP TABLE account; --"), Names{});
}

TEST_F(FindNamed, ByTheWholeIdentifierOfTheSystemOfRecord) {
  EXPECT_EQ(found("k-4"), Names{"Northwind"});
  EXPECT_EQ(found("k-"), Names{});
}

TEST_F(FindNamed, ByManyWordsWithoutEnd) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "north ";
  EXPECT_EQ(found(text).size(), 6U);
}

}  // namespace
}  // namespace accord
