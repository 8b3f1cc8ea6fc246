// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_belonged.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "funnel/funnel.hpp"
#include "tests/world.hpp"

namespace accord::funnel {
namespace {

constexpr int days = 30, how_many = 12;

/// Opportunities that are moved by chance, and a plain diary of where each stood at the end of each day.
class BelongedTest : public testing::TestWithParam<unsigned> {
 protected:
  int below(int n) { return std::uniform_int_distribution(0, n - 1)(dice); }
  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Act.", act); }

  void add_or_change(std::int64_t number) {
    write([&](Write& write) {
      const auto known = ids.contains(number) ? write.find(Id<Opportunity>{ids[number]}) : std::nullopt;
      auto one = known.value_or(Opportunity{});
      one.name = "Opportunity " + std::to_string(number) + ", " + std::to_string(below(1'000));
      one.stage = "Engaging";
      one.created_on = day_of(tests::beginning()) - 40;
      // Many changes are of something else.
      if (!known || below(2) == 0) {
        const auto place = below(3);
        one.territory = place == 0 ? std::nullopt : std::optional(Id<territory::Territory>{place});
      }
      if (known)
        write.update(one);
      else
        ids[number] = write.insert(one).number;
      stands[ids[number]] = one.territory ? one.territory->number : 0;
      first.try_emplace(ids[number], stands[ids[number]]);
    });
  }

  std::mt19937 dice{GetParam()};
  tests::World world{tests::Start::small};
  std::map<std::int64_t, std::int64_t> ids;     ///< by the order in which they are made
  std::map<std::int64_t, std::int64_t> stands;  ///< by id, now
  std::map<std::int64_t, std::int64_t> first;   ///< where it was first on record
  std::map<Day, std::map<std::int64_t, std::int64_t>> diary;
};

TEST_P(BelongedTest, EachStoodWhereItsDiarySays) {
  const Day start = day_of(tests::beginning());
  for (int day = 0; day < days; ++day) {
    world.clock().set({tests::beginning().ms + day * ms_per_day});
    for (int act = below(4); act > 0; --act) add_or_change(below(how_many));
    diary[start + day] = stands;
    if (day % 7 != 6) continue;
    // Asked now and then, so that what was kept goes on from what it held.
    world.database().read(Actor{}, [&](const Read& read) {
      const auto elsewhere = belonged_elsewhere(read);
      for (int past = -3; past <= day; ++past) {
        each_as_of(read, start + past, [&](const OpportunityAsOf& one) {
          const auto& page = diary[start + past];
          const auto known = page.find(one.id);
          EXPECT_EQ(one.territory, known == page.end() ? first.at(one.id) : known->second)
              << one.id << " on day " << past << " as of day " << day;
          const auto by_day = std::ranges::find_if(*elsewhere, [&](const BelongedElsewhere& stay) {
            return stay.opportunity == one.id && stay.from <= start + past && start + past < stay.before;
          });
          EXPECT_EQ(one.territory, by_day == elsewhere->end() ? stands.at(one.id) : by_day->territory)
              << one.id << " on day " << past << " as of day " << day;
        });
      }
      return 0;
    });
  }
  EXPECT_GT(ids.size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, BelongedTest, testing::Range(1U, 13U));

}  // namespace
}  // namespace accord::funnel
