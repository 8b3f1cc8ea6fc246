// SPDX-License-Identifier: Apache-2.0
#include "importing/near_match.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "importing/table_file.hpp"

namespace accord::importing {
namespace {

TEST(NearMatch, FindsNamesThatMeanTheSame) {
  EXPECT_EQ(near_match("ACME  Corporation", "Acme Corp."), Likeness::same);
  EXPECT_EQ(near_match("Acme", "Acme Inc"), Likeness::same);
  EXPECT_EQ(near_match("Société Générale S.A.", "SOCIETE GENERALE SA"), Likeness::same);
  EXPECT_EQ(near_match("Ørsted", "Orsted"), Likeness::same);
  EXPECT_EQ(near_match("Straße", "STRASSE"), Likeness::same);
  EXPECT_EQ(near_match("O'Brien & Sons", "OBrien and sons"), Likeness::same);
  EXPECT_EQ(near_match("Gekko & Co", "Gekko"), Likeness::same);
  EXPECT_EQ(near_match("Müller GmbH & Co. KG", "Muller"), Likeness::same);
  EXPECT_EQ(near_match("GTXPro", "GTX Pro"), Likeness::spacing);
  EXPECT_EQ(near_match("Closed-Won", "ClosedWon"), Likeness::spacing);
  EXPECT_EQ(near_match("Acme Inc", "Acme GmbH"), Likeness::legal_form);
  EXPECT_EQ(near_match("technolgy", "technology"), Likeness::spelling);
  EXPECT_EQ(near_match("Phillipines", "Philippines"), Likeness::spelling);
  EXPECT_EQ(near_match("Amce Corporation", "Acme Corporation"), Likeness::spelling);
  EXPECT_EQ(near_match("GTXBasc Plus", "GTX Basic Plus"), Likeness::spelling);
}

TEST(NearMatch, KeepsDifferentNamesApart) {
  const std::pair<const char*, const char*> different[] = {{"MG Special", "MG Advanced"},
                                                           {"GTX Basic", "GTX Plus Basic"},
                                                           {"GTX Plus Basic", "GTX Plus Pro"},
                                                           {"Acme 1", "Acme 2"},
                                                           {"Acme 12", "Acme 21"},
                                                           {"Phase II", "Phase III"},
                                                           {"North Region", "South Region"},
                                                           {"East", "West"},
                                                           {"Type A", "Type B"},
                                                           {"Sam Ash", "Pam Ash"},
                                                           {"Import", "Export"},
                                                           {"Hosting", "Posting"},
                                                           {"Acme", "Acne"},
                                                           {"", ""},
                                                           {"Acme", ""},
                                                           {"Smyth Inc", "Smith GmbH"},
                                                           {"Won", "Now"},
                                                           {"GTK 500", "GTX 500"}};
  for (auto [a, b] : different) EXPECT_EQ(near_match(a, b), std::nullopt) << a << " ~ " << b;
}

TEST(NearMatch, MeasuresDistanceAsPublished) {
  EXPECT_EQ(alignment_distance(U"kitten", U"sitting"), 3u);
  EXPECT_EQ(alignment_distance(U"ab", U"ba"), 1u);
  EXPECT_EQ(alignment_distance(U"ca", U"abc"), 3u);  // 2 if a place could be edited twice
  EXPECT_EQ(alignment_distance(U"", U"abc"), 3u);
  EXPECT_EQ(alignment_distance(U"abc", U""), 3u);
}

rc::Gen<std::string> some_name() {
  auto word = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c', '1', 'E'));
  return rc::gen::map(rc::gen::tuple(word, rc::gen::element<std::string>(" ", "-", ""), word,
                                     rc::gen::element<std::string>("", " Inc", " Ltd")),
                      [](const auto& parts) {
                        return std::get<0>(parts) + std::get<1>(parts) + std::get<2>(parts) +
                               std::get<3>(parts);
                      });
}

RC_GTEST_PROP(NearMatchProperty, IsTheSameBothWays, ()) {
  const auto a = *some_name(), b = *some_name();
  RC_ASSERT(near_match(a, b) == near_match(b, a));
}

/// The name with up to two letters dropped, doubled, swapped or changed.
std::string misspelt(std::string name) {
  const int edits = *rc::gen::inRange(0, 3);
  for (int i = 0; i < edits && name.size() > 2; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, name.size() - 1);
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        name.erase(at, 1);
        break;
      case 1:
        name.insert(at, 1, name[at]);
        break;
      case 2:
        std::swap(name[at], name[at + 1]);
        break;
      default:
        name[at] = 'x';
        break;
    }
  }
  return name;
}

RC_GTEST_PROP(NearMatchProperty, TheIndexFindsAllThatMatches, ()) {
  static const std::vector<std::string> stems = {"Betasoloin",    "Genco Pura Olive Oil Company",
                                                 "aaaaaaaaaaaa",  "Condax",
                                                 "Gogozoom 12",   "abababababab",
                                                 "GTX Plus Basic"};
  const std::string stem = *rc::gen::elementOf(stems);
  NameIndex index;
  std::vector<std::string> names;
  for (int i = 0; i < 20; ++i) {
    names.push_back(misspelt(i % 3 == 0 ? *rc::gen::elementOf(stems) : stem));
    index.add(names.back());
  }
  const auto wanted = misspelt(stem);
  std::set<std::size_t> expected, found;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (near_match(wanted, names[i])) expected.insert(i);
  for (const auto& match : index.find(wanted, names.size())) found.insert(match.index);
  RC_ASSERT(found == expected);
}

TEST(NameIndex, ShowsTheLikeliestFirst) {
  NameIndex index;
  for (const char* name : {"Gogozom", "Gogozoom Ltd", "Gogo zoom", "Condax"}) index.add(name);
  auto matches = index.find("GOGOZOOM Inc");
  ASSERT_EQ(matches.size(), 3u);
  EXPECT_EQ(matches[0].index, 2u);
  EXPECT_EQ(matches[1].likeness, Likeness::legal_form);
  EXPECT_EQ(matches[2].index, 0u);
  EXPECT_EQ(index.find("GOGOZOOM Inc", 1).size(), 1u);
  EXPECT_TRUE(index.find("").empty());
  EXPECT_TRUE(index.find("Zencorporation").empty());
}

TEST(NameIndex, IsQuickEvenWithTextsForNames) {
  NameIndex index;
  for (int i = 0; i < 50; ++i)
    index.add(std::string(60'000, 'a') + std::string(1, static_cast<char>('a' + i % 26)));
  EXPECT_EQ(index.find(std::string(60'000, 'a') + "b").size(), 2u);
}

TEST(NearMatchOnRealData, FindsTheTwoSlipsOfACrmExportAndNoOther) {
  const char* folder = std::getenv("ACCORD_DATA");
  const std::string path =
      std::string(folder != nullptr ? folder : "../shared/data") + "/crm_sales_opportunities/";
  auto column = [&](const std::string& file, const std::string& name) {
    std::ifstream stream(path + file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto read = read_table(text);
    std::set<std::string> values;
    if (auto* table = std::get_if<Table>(&read)) {
      auto at = std::find(table->columns.begin(), table->columns.end(), name) - table->columns.begin();
      for (const auto& row : table->rows) values.insert(row[static_cast<std::size_t>(at)]);
    }
    return values;
  };
  auto accounts = column("accounts.csv", "account");
  if (accounts.empty()) GTEST_SKIP() << "crm_sales_opportunities is not in " << path;
  std::set<std::pair<std::string, std::string>> slips;
  auto compare = [&](const std::set<std::string>& names) {
    for (const auto& a : names)
      for (const auto& b : names)
        if (a < b && near_match(a, b)) slips.emplace(a, b);
  };
  auto products = column("products.csv", "product");
  products.merge(column("sales_pipeline.csv", "product"));
  compare(products);
  compare(accounts);
  compare(column("sales_teams.csv", "sales_agent"));
  compare(column("accounts.csv", "sector"));
  EXPECT_EQ(slips, (std::set<std::pair<std::string, std::string>>{{"GTX Pro", "GTXPro"}}));
  EXPECT_EQ(near_match("technology", *column("accounts.csv", "sector").find("technolgy")),
            Likeness::spelling);
}

}  // namespace
}  // namespace accord::importing
