// SPDX-License-Identifier: Apache-2.0
// Against answers that were worked out without Accord: closed_loop_touchlog, its rule written in
// make_touchlog.py.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "kernels/credit_totals.hpp"
#include "kernels/shapley.hpp"
#include "tests/closed_loop_log.hpp"

namespace accord::kernels {
namespace {

using tests::Happening, tests::closed_loop_customers, tests::data_file, tests::data_rows_by,
    tests::is_of_sales, tests::minor_of;

const std::string expected_credits = "closed_loop_touchlog/expected/attribution.csv",
                  expected_totals = "closed_loop_touchlog/expected/totals.csv";
constexpr auto& channels = tests::closed_loop_channels;

struct NamedModel {
  const char* name;
  Model model;
};
constexpr std::array named_models{
    NamedModel{"first", {Heuristic::first_touch}},
    NamedModel{"last", {Heuristic::last_touch}},
    NamedModel{"linear", {Heuristic::linear}},
    NamedModel{"position_40_20_40", {Heuristic::position_based}},
    NamedModel{"time_decay_half_life_7d", {Heuristic::time_decay, 7 * ms_of_a_day}},
    NamedModel{"w_shaped_30_30_30_10", {Heuristic::w_shaped}},
};

double number_in(const tests::DataRow& row, const std::string& column) { return std::stod(row.at(column)); }

tests::DataRow total_called(const std::string& quantity) {
  return data_rows_by("quantity", expected_totals).at(quantity);
}

class AttributionOracle : public testing::Test {
 protected:
  void SetUp() override {
    log = tests::closed_loop_log();
    if (log.touch_ms.empty())
      GTEST_SKIP() << "there is no " << data_file("closed_loop_touchlog") << " (ACCORD_DATA)";
    for (const auto& named : named_models) models.push_back(named.model);
  }

  CreditRequest request() const { return {models, {90 * ms_of_a_day}, channels.size()}; }

  tests::TouchLog log;
  std::vector<Model> models;
};

TEST_F(AttributionOracle, CountsTheJourneys) {
  const auto counts = count_journeys(log.timelines(), {90 * ms_of_a_day}, all_of(log.timelines()));
  const auto expected = [](const char* name) { return std::stoull(total_called(name).at("value")); };
  EXPECT_EQ(problem_of(log.timelines()), std::nullopt);
  EXPECT_EQ(counts.accounts, expected("customers"));
  EXPECT_EQ(counts.touches, expected("touches"));
  EXPECT_EQ(counts.conversions, expected("conversions"));
  EXPECT_EQ(counts.journeys(), expected("paths"));
  EXPECT_EQ(counts.converted, expected("converting_paths"));
  EXPECT_EQ(counts.not_converted, expected("null_paths"));
  EXPECT_EQ(counts.conversions_alone, expected("conversions_without_touch_in_lookback"));
  EXPECT_EQ(counts.longest, expected("max_path_length"));
  EXPECT_NEAR(counts.mean_touches(), number_in(total_called("mean_path_length"), "value"), 1e-9);
}

/// The file has ten digits, which is 5e-10 of the figure at worst.
TEST_F(AttributionOracle, EarnsWhatTheIndependentProgramFound) {
  const auto totals = credit_totals(log.timelines(), request());
  const auto expected = data_rows_by("channel", expected_credits);
  for (std::size_t model = 0; model < named_models.size(); ++model) {
    const std::string name = named_models[model].name;
    for (std::size_t key = 0; key < channels.size(); ++key) {
      const auto& row = expected.at(std::string(channels[key]));
      const auto credit = totals.of(model, key);
      const double conversions = number_in(row, name + "_conversions"),
                   value = number_in(row, name + "_value");
      EXPECT_NEAR(credit.conversions, conversions, 1e-9 * conversions) << name << ' ' << channels[key];
      EXPECT_NEAR(credit.unrounded_minor / 100, value, 1e-9 * value) << name << ' ' << channels[key];
    }
  }
}

TEST_F(AttributionOracle, EarnsTheWholeValueToTheCent) {
  const auto totals = credit_totals(log.timelines(), request(), 2);
  const auto expected = data_rows_by("channel", expected_credits);
  const auto value = minor_of(total_called("converting_value").at("value"));
  EXPECT_EQ(totals.attributed().minor, value);
  EXPECT_EQ(totals.attributed().conversions, 2995);
  EXPECT_EQ(totals.unattributed().minor, 0);
  for (std::size_t model = 0; model < models.size(); ++model) {
    std::int64_t sum = 0;
    for (std::size_t key = 0; key < channels.size(); ++key) {
      const auto credit = totals.of(model, key);
      const double touches = number_in(expected.at(std::string(channels[key])), "touches");
      sum += *credit.minor;
      EXPECT_LT(std::abs(static_cast<double>(*credit.minor) - credit.unrounded_minor), touches);
    }
    EXPECT_EQ(totals.of(model, totals.no_key()).minor, 0);
    EXPECT_EQ(sum, value);
  }
}

/// The program's "shapley_unique" is the game over journeys in its closed form.
TEST_F(AttributionOracle, EarnsByShapleyWhatTheIndependentProgramFound) {
  const auto list = group_journeys(log.timelines(), {90 * ms_of_a_day}, channels.size(), 2);
  ASSERT_EQ(problem_of(list.paths()), std::nullopt);
  const auto credits = shapley_over_journeys(list.paths());
  const auto expected = data_rows_by("channel", expected_credits);
  std::int64_t sum = 0;
  for (std::size_t key = 0; key < channels.size(); ++key) {
    const auto& row = expected.at(std::string(channels[key]));
    const double conversions = number_in(row, "shapley_unique_conversions"),
                 value = number_in(row, "shapley_unique_value");
    EXPECT_NEAR(credits[key].conversions, conversions, 1e-9 * conversions) << channels[key];
    EXPECT_NEAR(credits[key].unrounded_minor / 100, value, 1e-9 * value) << channels[key];
    sum += credits[key].minor.value();
  }
  EXPECT_EQ(sum, minor_of(total_called("converting_value").at("value")));
  EXPECT_EQ(list.unattributed, PathOutcome{});
}

TEST_F(AttributionOracle, EarnsTheWholeByConversionRateToo) {
  const auto list = group_journeys(log.timelines(), {90 * ms_of_a_day}, channels.size());
  const auto found = shapley_by_rate(list.paths());
  double conversions = 0;
  std::int64_t sum = 0;
  for (const auto& credit : found.credits) {
    EXPECT_GE(credit.unrounded_minor, 0);
    conversions += credit.conversions;
    sum += credit.minor.value();
  }
  EXPECT_NEAR(conversions, 2995, 1e-9);
  EXPECT_EQ(sum, minor_of(total_called("converting_value").at("value")));
  EXPECT_GT(found.coalitions_seen, 11U);
  EXPECT_LE(found.coalitions_seen + found.coalitions_unseen, (1U << channels.size()) - 1);
}

// ---- The same once more, as plainly as the rule is written, in long double
// -----------------------------------------

using Precise = long double;

std::vector<Precise> weights_of(const std::string& model, const std::vector<Happening>& path,
                                std::int64_t converted) {
  const std::size_t count = path.size();
  std::vector<Precise> weights(count, 0);
  std::set<std::size_t> roles{0, count - 1};
  if (model == "first") roles = {0};
  if (model == "last") roles = {count - 1};
  if (model == "w_shaped_30_30_30_10") {
    const auto handoff = std::ranges::find_if(path, is_of_sales, &Happening::channel);
    if (handoff != path.end()) roles.insert(static_cast<std::size_t>(handoff - path.begin()));
  }
  const auto rest = static_cast<Precise>(count - roles.size());
  for (std::size_t i = 0; i < count; ++i) {
    const bool has_role = roles.contains(i);
    if (model == "linear") weights[i] = 1;
    if (model == "first" || model == "last") weights[i] = has_role;
    if (model == "position_40_20_40") weights[i] = has_role ? 0.4L : 0.2L / rest;
    if (model == "w_shaped_30_30_30_10") weights[i] = has_role ? 0.3L : 0.1L / rest;
    if (model == "time_decay_half_life_7d") {
      weights[i] = std::exp2(-static_cast<Precise>(converted - path[i].ms) / (7 * 86'400'000.0L));
    }
  }
  return weights;
}

/// Credits of conversions and of money by channel.
std::map<std::string, std::pair<Precise, Precise>> plain_credits(const std::string& model) {
  std::map<std::string, std::pair<Precise, Precise>> credits;
  for (const auto& [id, customer] : closed_loop_customers()) {
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    for (const auto& conversion : customer.conversions) {
      std::vector<Happening> path;
      for (const auto& touch : customer.touches) {
        const bool is_young = conversion.ms - touch.ms <= 90 * 86'400'000LL;
        if (touch.ms > after && touch.ms <= conversion.ms && is_young) path.push_back(touch);
      }
      after = conversion.ms;
      if (path.empty()) continue;
      const auto weights = weights_of(model, path, conversion.ms);
      const Precise sum = std::accumulate(weights.begin(), weights.end(), Precise{0});
      for (std::size_t i = 0; i < path.size(); ++i) {
        auto& [conversions, minor] = credits[path[i].channel];
        conversions += weights[i] / sum;
        minor += weights[i] / sum * static_cast<Precise>(conversion.minor);
      }
    }
  }
  return credits;
}

TEST_F(AttributionOracle, EarnsAtFullPrecisionWhatThePlainRuleSays) {
  const auto totals = credit_totals(log.timelines(), request());
  for (std::size_t model = 0; model < named_models.size(); ++model) {
    auto expected = plain_credits(named_models[model].name);
    for (std::size_t key = 0; key < channels.size(); ++key) {
      const auto [conversions, minor] = expected[std::string(channels[key])];
      const auto credit = totals.of(model, key);
      EXPECT_NEAR(credit.conversions, conversions, 1e-13L * conversions);
      EXPECT_NEAR(credit.unrounded_minor, minor, 1e-12L * minor);
    }
  }
}

}  // namespace
}  // namespace accord::kernels
