// SPDX-License-Identifier: Apache-2.0
// Whatever happens, the board says what the list says that is read from the rows.
#include "funnel/funnel_open.hpp"

#include <gtest/gtest.h>

#include <random>

#include "funnel/funnel_routes.hpp"
#include "funnel/funnel_store.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

using Filters = std::vector<std::pair<std::string, std::string>>;

class OpenOnesTest : public testing::TestWithParam<unsigned> {
 protected:
  std::int64_t below(std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(dice); }
  std::int64_t write(const std::function<void(Write&)>& act) {
    return world.database().write(Actor{}, "Act.", [&](Write& write) {
      act(write);
      return write.number();
    });
  }

  static constexpr const char* stages[] = {"Open", "Proposal", "Wärme"};
  std::string any_stage() { return stages[below(3)]; }
  std::optional<Money> any_value() {
    if (below(3) == 0) return std::nullopt;
    return Money{below(9'000), *parse_currency(below(3) == 0 ? "EUR" : "USD")};
  }

  void add(Write& write) {
    Opportunity one;
    one.name = "Opportunity";
    one.stage = any_stage();
    one.phase = below(2) == 0 ? Phase::lead : Phase::opportunity;
    one.value = any_value();
    if (below(3) != 0) one.product = products[static_cast<std::size_t>(below(2))];
    if (below(3) != 0) one.owner = Id<people::Person>{1 + below(4)};
    if (below(3) != 0) one.territory = Id<territory::Territory>{1 + below(2)};
    write.insert(one);
    ids.push_back(one.id);
    if (below(3) != 0) record_stage(write, one, any_moment(), fact::Precision::day);
  }
  Instant any_moment() { return {tests::beginning().ms - below(20) * ms_per_day}; }

  void change() {
    if (ids.size() < 12) return static_cast<void>(write([&](Write& write) { add(write); }));
    const auto id = ids[static_cast<std::size_t>(below(static_cast<std::int64_t>(ids.size())))];
    switch (below(8)) {
      case 0:
        moves.push_back(write([&](Write& write) { add(write); }));
        return;
      case 1:
        moves.push_back(write([&](Write& write) {
          auto one = *write.find(id);
          one.stage = any_stage();
          write.update(one);
          record_stage(write, one, any_moment(), fact::Precision::moment);
        }));
        return;
      case 2:  // a fact alone, as an import tells it
        moves.push_back(write([&](Write& write) {
          auto one = *write.find(id);
          record_stage(write, one, any_moment(), fact::Precision::day);
        }));
        return;
      case 3:
        if (moves.empty()) return;
        write([&](Write& write) { write.retract_facts(moves.back()); });
        moves.pop_back();
        return;
      case 4:
        write([&](Write& write) {
          auto product = *write.find(products[static_cast<std::size_t>(below(2))]);
          product.list_price = any_value();
          write.update(product);
        });
        return;
      case 5:
        write([&](Write& write) {
          auto person = *write.find(Id<people::Person>{1 + below(4)});
          person.side = person.side == Side::sales ? Side::marketing : Side::sales;
          write.update(person);
        });
        return;
      default:
        write([&](Write& write) {
          auto one = *write.find(id);
          one.outcome = below(3) == 0 ? Outcome::lost : Outcome::open;
          one.value = any_value();
          one.territory = Id<territory::Territory>{1 + below(2)};
          write.update(one);
        });
    }
  }

  void expect_the_same(const Actor& actor, const Filters& filters) {
    world.database().read(actor, [&](const Read& read) {
      web::Input input;
      input.queries = filters;
      const auto expected = totals(read, input).open_by_stage;
      const auto found = open_by_stage(read, input);
      EXPECT_EQ(found.size(), expected.size());
      for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
        EXPECT_EQ(json::serialize(to_json(found[i])), json::serialize(to_json(expected[i])));
      for (const auto* order : {"stage_since", "-stage_since", "-id"}) expect_the_pages(read, filters, order);
      return 0;
    });
  }
  static void expect_the_pages(const Read& read, const Filters& filters, const char* order) {
    ListRequest request{filters, std::nullopt};
    request.filters.insert(request.filters.end(), {{"outcome", "open"}, {"order", order}, {"limit", "5"}});
    ASSERT_TRUE(is_about_open_ones(request));
    const auto all = open_ones(read);
    for (;;) {
      const auto expected = list_opportunities(read, request);
      const auto found = pick_open(read, *all, request);
      EXPECT_EQ(found.total, expected.total);
      EXPECT_EQ(found.next, expected.next);
      ASSERT_EQ(found.ids.size(), expected.items.size());
      for (std::size_t i = 0; i < found.ids.size(); ++i) EXPECT_EQ(found.ids[i], expected.items[i].id);
      if (!expected.next) return;
      std::erase_if(request.filters, [](const auto& filter) { return filter.first == "after"; });
      request.filters.emplace_back("after", *expected.next);
    }
  }

  std::mt19937 dice{GetParam()};
  tests::World world{tests::Start::small};
  std::vector<Id<product::Product>> products;
  std::vector<Id<Opportunity>> ids;
  std::vector<std::int64_t> moves;  ///< commits that can be taken back
};

TEST_P(OpenOnesTest, AreThoseOfTheRowsWhateverHappens) {
  for (int i = 0; i < 2; ++i) {
    product::Product product;
    product.name = "Product " + std::to_string(i);
    if (i == 0) product.list_price = Money{120'000, *parse_currency("USD")};
    write([&](Write& write) { write.insert(product); });
    products.push_back(product.id);
  }
  Actor of_north;
  of_north.territory = 1;
  for (int step = 0; step < 60; ++step) {
    change();
    if (step % 4 != 3) continue;
    expect_the_same(Actor{}, {});
    expect_the_same(of_north, {});
    expect_the_same(Actor{}, {{"stage", "Proposal"}, {"stage", "Wärme"}});
    expect_the_same(Actor{}, {{"side", "sales"}, {"phase", "lead"}});
    expect_the_same(Actor{}, {{"owner", "2"}});
    expect_the_same(Actor{}, {{"territory", "1"}, {"product", std::to_string(products[0].number)}});
    if (HasFailure()) return;
  }
}

TEST(OpenOnes, AnswerNothingThatTheyDoNotHold) {
  const auto asks = [](Filters filters) { return is_about_open_ones({std::move(filters), std::nullopt}); };
  EXPECT_TRUE(asks({{"outcome", "open"}, {"territory", "1"}, {"order", "-stage_since"}}));
  EXPECT_FALSE(asks({{"territory", "1"}}));
  EXPECT_FALSE(asks({{"outcome", "won"}}));
  EXPECT_FALSE(asks({{"outcome", "open"}, {"q", "acme"}}));
  EXPECT_FALSE(asks({{"outcome", "open"}, {"account", "1"}})) << "accounts that count as one are one";
  EXPECT_FALSE(asks({{"outcome", "open"}, {"order", "-value"}}));
  EXPECT_FALSE(asks({{"outcome", "open"}, {"outcome", "lost"}}));
}

/// A page looks its cards up in parts.
TEST(OpenOnes, FillAPageOfMoreThanAHundredCardsInTheirOrder) {
  constexpr int how_many = 130;
  tests::World world{tests::Start::small};
  world.database().write(Actor{}, "Open many.", [&](Write& write) {
    for (int i = 0; i < how_many; ++i) {
      Opportunity one;
      one.name = "Opportunity " + std::to_string(i);
      one.stage = "Prospecting";
      write.insert(one);
      record_stage(write, one, {tests::beginning().ms - i % 17 * ms_per_day}, fact::Precision::day);
    }
  });
  const auto session = tests::sign_in(world.site(), "maria");
  const auto ask = [&](const std::string& path) {
    const auto reply =
        world.site().handle({"GET", path, {{"host", "127.0.0.1"}, {"cookie", session.cookie}}});
    EXPECT_EQ(reply.status, 200) << reply.body;
    std::vector<std::int64_t> ids;
    const auto page = json::parse(reply.body);
    for (const auto& row : page.at("items").as_array()) ids.push_back(row.at("id").to_number<std::int64_t>());
    return ids;
  };
  const std::string which = "?outcome=open&stage=Prospecting&order=stage_since&limit=120";
  const auto found = ask("/opportunities/board/cards.json" + which);
  EXPECT_EQ(found.size(), 120U);
  EXPECT_EQ(found, ask("/opportunities.json" + which));
}

INSTANTIATE_TEST_SUITE_P(Seeds, OpenOnesTest, testing::Range(1U, 13U));

}  // namespace
}  // namespace accord::funnel
