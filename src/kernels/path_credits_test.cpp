// SPDX-License-Identifier: Apache-2.0
#include "kernels/path_credits.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "kernels/key_sums.hpp"
#include "tests/arbitrary_paths.hpp"
#include "tests/touch_log.hpp"

namespace accord::kernels {
namespace {

using tests::arbitrary_path_keys;

constexpr std::array<std::uint8_t, arbitrary_path_keys> marks{
    0, touch_mark::by_sales, 0, touch_mark::is_direct, touch_mark::by_sales, 0};
constexpr std::array heuristics{Heuristic::first_touch, Heuristic::last_touch,     Heuristic::last_non_direct,
                                Heuristic::linear,      Heuristic::position_based, Heuristic::w_shaped};

/// Every journey of the paths as an account of its own, each with the mean of what its path brought; only of
/// paths whose value can be divided so.
tests::TouchLog log_of(const PathList& list) {
  tests::TouchLog log;
  const auto paths = list.paths();
  for (std::size_t path = 0; path < paths.size(); ++path) {
    const auto& outcome = list.outcome[path];
    for (std::uint64_t i = 0; i < outcome.conversions; ++i) {
      std::int64_t ms = 0;
      for (const auto key : paths.keys_of(path)) log.touch(++ms, key, marks[key]);
      log.convert(ms, outcome.minor / static_cast<std::int64_t>(outcome.conversions));
      log.end_account();
    }
  }
  return log;
}

RC_GTEST_PROP(PathCredits, AreThoseOfTheSameJourneysOneByOne, ()) {
  auto list = tests::arbitrary_paths();
  for (auto& outcome : list.outcome) outcome.minor *= static_cast<std::int64_t>(outcome.conversions);
  const auto log = log_of(list);
  for (const auto heuristic : heuristics) {
    const Model model{heuristic};
    const auto found = path_credits(list.paths(), model, marks);
    const auto expected = credit_totals(log.timelines(), {{&model, 1}, {}, arbitrary_path_keys});
    for (std::size_t key = 0; key < arbitrary_path_keys; ++key) {
      RC_ASSERT(std::abs(found[key].conversions - expected.of(0, key).conversions) < 1e-12);
      RC_ASSERT(std::abs(found[key].unrounded_minor - expected.of(0, key).unrounded_minor) < 1e-3);
    }
  }
}

/// One cent of the journey a b c: of equal shares the first gets it, as where each order is shared alone.
TEST(PathCredits, TheOddUnitGoesToTheLowerKeyAmongEquals) {
  PathList list;
  list.keys = arbitrary_path_keys;
  list.touch_key = {0, 1, 2};
  list.touches_from = {0, 3};
  list.outcome = {{1, 1, 0}};
  for (const auto heuristic : {Heuristic::position_based, Heuristic::w_shaped, Heuristic::linear}) {
    const auto credits = path_credits(list.paths(), {heuristic}, marks);
    EXPECT_EQ(credits[0].minor, 1) << static_cast<int>(heuristic);
    EXPECT_EQ(credits[0].unrounded_minor, credits[2].unrounded_minor) << static_cast<int>(heuristic);
  }
}

RC_GTEST_PROP(PathCredits, SumToEverythingAndAreRoundedOnce, ()) {
  const auto list = tests::arbitrary_paths();
  for (const auto heuristic : heuristics) {
    const auto credits = path_credits(list.paths(), {heuristic}, marks);
    std::int64_t minor = 0;
    double conversions = 0;
    for (const auto& credit : credits) {
      minor += credit.minor.value();
      conversions += credit.conversions;
      RC_ASSERT(std::abs(static_cast<double>(*credit.minor) - credit.unrounded_minor) < 1);
    }
    std::uint64_t all = 0;
    for (const auto& outcome : list.outcome) all += outcome.conversions;
    RC_ASSERT(minor == total_minor(list.paths()));
    RC_ASSERT(std::abs(conversions - static_cast<double>(all)) < 1e-12);
  }
}

RC_GTEST_PROP(PathCredits, DoNotDependOnHowJourneysAreGrouped, ()) {
  const auto list = tests::arbitrary_paths();
  PathGroups groups;
  for (std::size_t path = 0; path < list.outcome.size(); ++path)
    groups.add(list.paths().keys_of(path), list.outcome[path]);
  const auto grouped = groups.sorted(list.keys);
  for (const auto heuristic : heuristics) {
    const auto credits = path_credits(list.paths(), {heuristic}, marks),
               again = path_credits(grouped.paths(), {heuristic}, marks);
    for (std::size_t key = 0; key < credits.size(); ++key) {
      RC_ASSERT(credits[key].minor == again[key].minor);
      RC_ASSERT(credits[key].conversions == again[key].conversions);
    }
  }
}

}  // namespace
}  // namespace accord::kernels
