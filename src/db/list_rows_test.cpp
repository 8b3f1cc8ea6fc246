// SPDX-License-Identifier: Apache-2.0
#include "db/list_rows.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "base/figure.hpp"
#include "db/database.hpp"
#include "db/list_parts.hpp"
#include "tests/temporary_folder.hpp"

namespace accord {
namespace {

enum class Shade : std::uint8_t { light, dark };

/// A field of each kind that a list is filtered and ordered by.
struct Tile {
  Id<Tile> id;
  std::string name;
  std::string maker;
  Shade shade = Shade::light;
  std::int64_t weight = 0;
  std::optional<double> gloss;
  std::optional<Money> price;
  std::optional<Day> made_on;
  bool is_sold = false;
};

/// Some fields of a tile.
struct Look {
  Id<Look> id;
  std::optional<double> gloss;
  std::optional<Money> price;
  std::optional<Day> made_on;
};

/// What has a figure is worked out and never stored.
struct Worth {
  Id<Worth> id;
  Figure stake;
};

}  // namespace

template <>
inline constexpr std::array<std::string_view, 2> choices_of<Shade>{"light", "dark"};
template <>
inline constexpr auto described<Tile> = record("tile", "A tile.", field(&Tile::id, "id", "Its number."),
                                               field(&Tile::name, "name", "Its name.", searched),
                                               field(&Tile::maker, "maker", "Who made it.", searched),
                                               field(&Tile::shade, "shade", "Its shade."),
                                               field(&Tile::weight, "weight", "Its weight."),
                                               field(&Tile::gloss, "gloss", "Its gloss."),
                                               field(&Tile::price, "price", "Its price."),
                                               field(&Tile::made_on, "made_on", "The day it was made."),
                                               field(&Tile::is_sold, "is_sold", "Whether it is sold."));
template <>
inline constexpr auto described<Look> = record("look", "How a tile looks.",
                                               field(&Look::id, "id", "Its number."),
                                               field(&Look::gloss, "gloss", "Its gloss."),
                                               field(&Look::price, "price", "Its price."),
                                               field(&Look::made_on, "made_on", "The day it was made."));
template <>
inline constexpr auto described<Worth> = record("worth", "What something is worth.",
                                                field(&Worth::id, "id", "Its number."),
                                                field(&Worth::stake, "stake", "How much."));

namespace {

const Currency usd = *parse_currency("USD");

template <class T>
rc::Gen<std::optional<T>> perhaps(rc::Gen<T> value) {
  return rc::gen::oneOf(rc::gen::just(std::optional<T>{}),
                        rc::gen::map(std::move(value), [](T one) { return std::optional<T>(one); }));
}

Tile any_tile() {
  Tile tile;
  tile.name = *rc::gen::element<std::string>("", "Azul", "azure", "100% sand", "sand_stone", "Ünder");
  tile.maker = *rc::gen::element<std::string>("", "Acme", "Sandberg");
  tile.shade = *rc::gen::element(Shade::light, Shade::dark);
  tile.weight = *rc::gen::inRange<std::int64_t>(-3, 4);
  tile.gloss = *perhaps<double>(rc::gen::element(0.0, 0.25, 1.5, -2.0));
  if (*rc::gen::arbitrary<bool>()) tile.price = Money{*rc::gen::inRange<std::int64_t>(0, 5), usd};
  if (*rc::gen::arbitrary<bool>()) tile.made_on = Day{*rc::gen::inRange(20'000, 20'004)};
  tile.is_sold = *rc::gen::arbitrary<bool>();
  return tile;
}

using Filter = std::pair<std::string, std::string>;

Filter any_filter() {
  return *rc::gen::elementOf(std::vector<Filter>{{"name", "Azul"},
                                                 {"name", ""},
                                                 {"maker", "Acme"},
                                                 {"shade", "dark"},
                                                 {"shade", ""},
                                                 {"weight", "2"},
                                                 {"weight_from", "0"},
                                                 {"weight_to", "1"},
                                                 {"gloss", "0.25"},
                                                 {"gloss_from", "0.2"},
                                                 {"gloss", ""},
                                                 {"price", "3"},
                                                 {"price_from", "1"},
                                                 {"price_to", "3"},
                                                 {"price", ""},
                                                 {"made_on", "2024-10-05"},
                                                 {"made_on_from", "2024-10-05"},
                                                 {"made_on", ""},
                                                 {"is_sold", "true"},
                                                 {"q", "sand"},
                                                 {"q", "a 0%"},
                                                 {"q", "_"}});
}

struct Seen {
  std::vector<std::int64_t> ids;
  std::int64_t total = 0;
  bool operator==(const Seen&) const = default;
};

/// Goes through all pages; one that leads back to itself ends the walk with too many rows.
template <class F>
Seen page_through(F&& list, std::vector<Filter> filters) {
  Seen seen;
  std::optional<std::string> after;
  do {
    auto asked = filters;
    if (after) asked.emplace_back("after", *after);
    const auto page = list(ListRequest{asked, {}});
    for (const auto& item : page.items) seen.ids.push_back(item.id.number);
    seen.total = page.total;
    after = page.next;
  } while (after && seen.ids.size() < 100);
  return seen;
}

/// The oracle is the database: what is worked out is listed as it would be had it been stored.
RC_GTEST_PROP(ListRowsProperty, RowsAreListedAsIfTheyWereStored, ()) {
  const tests::TemporaryFolder folder;
  const SetClock clock(*parse_instant("2026-03-02T09:00:00Z"));
  Database database(folder.file("t.db"), {{.subject = "tiles", .tables = {record_table<Tile>()}}}, clock);
  std::vector<Tile> tiles;
  const int count = *rc::gen::inRange(0, 12);
  database.write(Actor{}, "Lay tiles.", [&](Write& write) {
    for (int i = 0; i < count; ++i) {
      tiles.push_back(any_tile());
      write.insert(tiles.back());
    }
  });
  for (int asked = 0; asked < 8; ++asked) {
    std::vector<Filter> filters{{"limit", std::to_string(*rc::gen::inRange(1, 5))}};
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) filters.push_back(any_filter());
    const auto order =
        *rc::gen::element<std::string>("", "name", "-name", "shade", "-weight", "gloss", "-gloss", "price",
                                       "-price", "made_on", "-made_on", "is_sold");
    if (!order.empty()) filters.emplace_back("order", order);
    const auto stored = page_through(
        [&](const ListRequest& request) {
          return database.read(Actor{}, [&](const Read& read) { return list<Tile>(read, request); });
        },
        filters);
    const auto worked_out =
        page_through([&](const ListRequest& request) { return list_rows(tiles, request); }, filters);
    RC_ASSERT(stored == worked_out);
  }
}

/// Parts of all rows, ordered by themselves, are the pages that the whole rows make; what is left out is
/// nothing.
RC_GTEST_PROP(ListRowsProperty, PartsOfRowsAreListedAsTheRowsAre, ()) {
  const tests::TemporaryFolder folder;
  const SetClock clock(*parse_instant("2026-03-02T09:00:00Z"));
  Database database(folder.file("t.db"), {{.subject = "tiles", .tables = {record_table<Tile>()}}}, clock);
  const int count = *rc::gen::inRange(0, 12);
  database.write(Actor{}, "Lay tiles.", [&](Write& write) {
    for (int i = 0; i < count; ++i) {
      auto tile = any_tile();
      write.insert(tile);
    }
  });
  std::vector<Filter> filters;
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) filters.push_back(any_filter());
  const Filter order{"order", *rc::gen::element<std::string>("gloss", "-price", "made_on", "-id")};
  auto asked = filters;
  asked.push_back(order);
  asked.emplace_back("limit", "2");
  const auto whole = page_through(
      [&](const ListRequest& request) {
        return database.read(Actor{}, [&](const Read& read) { return list<Tile>(read, request); });
      },
      asked);
  const auto parts = database.read(Actor{}, [&](const Read& read) {
    return list_parts<Tile, Look>(read, ListRequest{filters, {}});
  });
  const auto by_parts = page_through([&](const ListRequest& request) { return list_rows(parts, request); },
                                     {order, {"limit", "2"}});
  RC_ASSERT(whole == by_parts);
  constexpr std::array<std::string_view, 1> price{"price"};
  const auto cheap = database.read(Actor{}, [&](const Read& read) {
    return list_parts<Tile, Look>(read, ListRequest{filters, {}}, price);
  });
  RC_ASSERT(cheap.size() == parts.size());
  RC_ASSERT(std::ranges::none_of(cheap, [](const Look& one) { return one.price.has_value(); }));
}

TEST(ListRowsTest, FiguresAreOrderedByTheirValueAndUnknownOnesComeFirst) {
  std::vector<Worth> rows(3);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].id = {static_cast<std::int64_t>(i + 1)};
  rows[0].stake.money = Money{1'000, usd};
  rows[2].stake.number = 64;
  const auto seen = [&](const char* order) {
    return page_through([&](const ListRequest& request) { return list_rows(rows, request); },
                        {{"limit", "1"}, {"order", order}})
        .ids;
  };
  EXPECT_EQ(seen("stake"), (std::vector<std::int64_t>{2, 3, 1}));
  EXPECT_EQ(seen("-stake"), (std::vector<std::int64_t>{1, 3, 2}));
}

TEST(ListRowsTest, WhatIsNotDescribedIsRefused) {
  const auto ask = [](Filter filter) { return list_rows(std::vector<Tile>{}, {{std::move(filter)}, {}}); };
  EXPECT_THROW(ask({"colour", "red"}), Refusal);
  EXPECT_THROW(ask({"order", "colour"}), Refusal);
  EXPECT_THROW(ask({"weight", "heavy"}), Refusal);
  EXPECT_THROW(ask({"gloss_from", "shiny"}), Refusal);
  EXPECT_THROW(ask({"after", "nonsense"}), Refusal);
  EXPECT_THROW(ask({"limit", "0"}), Refusal);
}

}  // namespace
}  // namespace accord
