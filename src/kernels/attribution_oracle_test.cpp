// SPDX-License-Identifier: Apache-2.0
// Against answers that were worked out without Accord: closed_loop_touchlog, its rule written in
// make_touchlog.py.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

#include "base/instant.hpp"
#include "kernels/credit_totals.hpp"
#include "kernels/shapley.hpp"
#include "tests/touch_log.hpp"

namespace accord::kernels {
namespace {

using Cells = std::vector<std::string>;

const std::vector<std::string> channels{"paid_search", "social_ads", "display",     "email",
                                        "webinar",     "trade_show", "direct_mail", "organic",
                                        "rep_call",    "rep_visit",  "demo"};
const std::set<std::string> of_sales{"rep_call", "rep_visit", "demo"};

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

std::string path_of(const std::string& file) {
  const char* folder = std::getenv("ACCORD_DATA");
  return std::string(folder != nullptr ? folder : "../shared/data") + "/closed_loop_touchlog/" + file;
}

/// The rows below the header; nothing quoted stands in these files.
std::vector<Cells> rows_of(const std::string& file) {
  std::ifstream in(path_of(file));
  std::vector<Cells> rows;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

std::map<std::string, Cells> by_first_cell(const std::string& file) {
  std::map<std::string, Cells> rows;
  for (const auto& row : rows_of(file)) rows[row[0]] = row;
  return rows;
}

std::size_t column_of(const std::string& file, const std::string& name) {
  std::ifstream in(path_of(file));
  std::string cell;
  std::getline(in, cell);
  std::istringstream header(cell);
  for (std::size_t i = 0; std::getline(header, cell, ',');) {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    if (cell == name) return i;
    ++i;
  }
  throw std::runtime_error(file + " has no column " + name);
}

/// Amounts with exactly two decimals.
std::int64_t minor_of(std::string amount) {
  amount.erase(amount.find('.'), 1);
  return std::stoll(amount);
}

struct Happening {
  std::int64_t ms;
  std::string channel;     ///< of a touch
  std::int64_t minor = 0;  ///< of a conversion
};

struct Customer {
  std::vector<Happening> touches, conversions;
};

/// Both files are sorted by time, so each customer's rows are too.
std::map<std::string, Customer> customers() {
  std::map<std::string, Customer> all;
  for (const auto& row : rows_of("events.csv")) {
    all[row[0]].touches.push_back({parse_instant(row[1])->ms, row[2]});
  }
  for (const auto& row : rows_of("conversions.csv")) {
    all[row[0]].conversions.push_back({parse_instant(row[1])->ms, "", minor_of(row[2])});
  }
  return all;
}

class AttributionOracle : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto& [id, customer] : customers()) add(customer);
    if (log.touch_ms.empty()) GTEST_SKIP() << "there is no " << path_of("events.csv") << " (ACCORD_DATA)";
    for (const auto& named : named_models) models.push_back(named.model);
  }

  void add(const Customer& customer) {
    for (const auto& touch : customer.touches) {
      const auto at = std::find(channels.begin(), channels.end(), touch.channel);
      log.touch(touch.ms, static_cast<std::uint32_t>(at - channels.begin()),
                of_sales.contains(touch.channel) ? touch_mark::by_sales : std::uint8_t{0});
    }
    for (const auto& conversion : customer.conversions) log.convert(conversion.ms, conversion.minor);
    log.end_account();
  }

  CreditRequest request() const { return {models, {90 * ms_of_a_day}, channels.size()}; }

  tests::TouchLog log;
  std::vector<Model> models;
};

TEST_F(AttributionOracle, CountsTheJourneys) {
  const auto counts = count_journeys(log.timelines(), {90 * ms_of_a_day}, all_of(log.timelines()));
  const auto totals = by_first_cell("expected/totals.csv");
  const auto expected = [&](const char* name) { return std::stoull(totals.at(name)[1]); };
  EXPECT_EQ(problem_of(log.timelines()), std::nullopt);
  EXPECT_EQ(counts.accounts, expected("customers"));
  EXPECT_EQ(counts.touches, expected("touches"));
  EXPECT_EQ(counts.conversions, expected("conversions"));
  EXPECT_EQ(counts.journeys(), expected("paths"));
  EXPECT_EQ(counts.converted, expected("converting_paths"));
  EXPECT_EQ(counts.not_converted, expected("null_paths"));
  EXPECT_EQ(counts.conversions_alone, expected("conversions_without_touch_in_lookback"));
  EXPECT_EQ(counts.longest, expected("max_path_length"));
  EXPECT_NEAR(counts.mean_touches(), std::stod(totals.at("mean_path_length")[1]), 1e-9);
}

/// The file has ten digits, which is 5e-10 of the figure at worst.
TEST_F(AttributionOracle, EarnsWhatTheIndependentProgramFound) {
  const auto totals = credit_totals(log.timelines(), request());
  const auto expected = by_first_cell("expected/attribution.csv");
  for (std::size_t model = 0; model < named_models.size(); ++model) {
    const std::string name = named_models[model].name;
    const auto conversions_at = column_of("expected/attribution.csv", name + "_conversions");
    const auto value_at = column_of("expected/attribution.csv", name + "_value");
    for (std::size_t key = 0; key < channels.size(); ++key) {
      const auto& row = expected.at(channels[key]);
      const auto credit = totals.of(model, key);
      const double conversions = std::stod(row[conversions_at]), value = std::stod(row[value_at]);
      EXPECT_NEAR(credit.conversions, conversions, 1e-9 * conversions) << name << ' ' << channels[key];
      EXPECT_NEAR(credit.unrounded_minor / 100, value, 1e-9 * value) << name << ' ' << channels[key];
    }
  }
}

TEST_F(AttributionOracle, EarnsTheWholeValueToTheCent) {
  const auto totals = credit_totals(log.timelines(), request(), 2);
  const auto expected = by_first_cell("expected/attribution.csv");
  const auto value = minor_of(by_first_cell("expected/totals.csv").at("converting_value")[1]);
  EXPECT_EQ(totals.attributed().minor, value);
  EXPECT_EQ(totals.attributed().conversions, 2995);
  EXPECT_EQ(totals.unattributed().minor, 0);
  for (std::size_t model = 0; model < models.size(); ++model) {
    std::int64_t sum = 0;
    for (std::size_t key = 0; key < channels.size(); ++key) {
      const auto credit = totals.of(model, key);
      const double touches = std::stod(expected.at(channels[key])[1]);
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
  const auto expected = by_first_cell("expected/attribution.csv");
  const auto conversions_at = column_of("expected/attribution.csv", "shapley_unique_conversions");
  const auto value_at = column_of("expected/attribution.csv", "shapley_unique_value");
  std::int64_t sum = 0;
  for (std::size_t key = 0; key < channels.size(); ++key) {
    const auto& row = expected.at(channels[key]);
    const double conversions = std::stod(row[conversions_at]), value = std::stod(row[value_at]);
    EXPECT_NEAR(credits[key].conversions, conversions, 1e-9 * conversions) << channels[key];
    EXPECT_NEAR(credits[key].unrounded_minor / 100, value, 1e-9 * value) << channels[key];
    sum += credits[key].minor.value();
  }
  EXPECT_EQ(sum, minor_of(by_first_cell("expected/totals.csv").at("converting_value")[1]));
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
  EXPECT_EQ(sum, minor_of(by_first_cell("expected/totals.csv").at("converting_value")[1]));
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
    const auto is_of_sales = [](const Happening& touch) { return of_sales.contains(touch.channel); };
    const auto handoff = std::find_if(path.begin(), path.end(), is_of_sales);
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
  for (const auto& [id, customer] : customers()) {
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
      const auto [conversions, minor] = expected[channels[key]];
      const auto credit = totals.of(model, key);
      EXPECT_NEAR(credit.conversions, conversions, 1e-13L * conversions);
      EXPECT_NEAR(credit.unrounded_minor, minor, 1e-12L * minor);
    }
  }
}

}  // namespace
}  // namespace accord::kernels
