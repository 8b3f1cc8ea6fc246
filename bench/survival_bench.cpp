// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "kernels/curve_comparison.hpp"

namespace accord::bench {
namespace {

using namespace kernels;

constexpr std::int64_t year_ms = std::int64_t{365} * 86'400'000;

struct Columns {
  std::vector<std::int64_t> ticks, first_seen;
  std::vector<std::uint8_t> cause;
};

/// Durations of up to two years in ticks of `tick_ms`: a third won, a third lost, a third still there, in no
/// order.
Columns columns_of(std::size_t subjects, std::int64_t tick_ms, bool seen_late) {
  Columns columns;
  std::uint64_t state = 20261126;
  const auto below = [&](std::int64_t bound) {
    state = state * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
    return static_cast<std::int64_t>((state >> 20) % static_cast<std::uint64_t>(bound));
  };
  for (std::size_t i = 0; i < subjects; ++i) {
    columns.ticks.push_back(below(2 * year_ms) / tick_ms);
    columns.cause.push_back(static_cast<std::uint8_t>(below(3)));
    if (seen_late) columns.first_seen.push_back(below(4) == 0 ? below(year_ms / 4) / tick_ms : 0);
  }
  return columns;
}

RiskTable table_of(const Columns& columns, std::size_t from, std::size_t to) {
  const Durations durations{
      std::span(columns.ticks).subspan(from, to - from), std::span(columns.cause).subspan(from, to - from),
      columns.first_seen.empty() ? std::span<const std::int64_t>{}
                                 : std::span(columns.first_seen).subspan(from, to - from)};
  return risk_table(durations, {.causes = 2});
}

/// range(0): subjects; range(1): ms in a tick, a day or one; range(2): whether some are first seen late.
void won_and_lost(benchmark::State& state) {
  const auto columns =
      columns_of(static_cast<std::size_t>(state.range(0)), state.range(1), state.range(2) != 0);
  std::size_t steps = 0;
  for (auto _ : state) {
    const auto table = table_of(columns, 0, columns.ticks.size());
    const auto found = cumulative_incidence(table);
    steps = found.remaining.steps.size();
    benchmark::DoNotOptimize(incidence_at(found, table, 1, table.known_to));
  }
  state.counters["steps"] = static_cast<double>(steps);
}
BENCHMARK(won_and_lost)
    ->ArgNames({"subjects", "tick_ms", "seen_late"})
    ->Args({1'000, 1, 0})
    ->Args({100'000, 1, 0})
    ->Args({1'000'000, 1, 0})
    ->Args({10'000'000, 1, 0})
    ->Args({1'000'000, 86'400'000, 0})
    ->Args({1'000'000, 1, 1})
    ->Unit(benchmark::kMillisecond);

void time_in_stage(benchmark::State& state) {
  const auto columns = columns_of(1'000'000, state.range(0), false);
  for (auto _ : state) {
    const auto found = survival(table_of(columns, 0, columns.ticks.size()));
    benchmark::DoNotOptimize(quantile(found, 0.5));
    benchmark::DoNotOptimize(restricted_mean(found, found.known_to));
  }
}
BENCHMARK(time_in_stage)->ArgName("tick_ms")->Arg(1)->Arg(86'400'000)->Unit(benchmark::kMillisecond);

/// range(0): groups of 1,000,000 subjects together; range(1): ms in a tick.
void compared(benchmark::State& state,
              CurveTest (*test)(std::span<const RiskTable>, std::size_t, CurveTestRule)) {
  const auto columns = columns_of(1'000'000, state.range(1), false);
  const auto groups = static_cast<std::size_t>(state.range(0)), each = columns.ticks.size() / groups;
  std::vector<RiskTable> tables;
  for (std::size_t i = 0; i < groups; ++i) tables.push_back(table_of(columns, i * each, (i + 1) * each));
  for (auto _ : state) benchmark::DoNotOptimize(test(tables, 1, {}));
}
BENCHMARK_CAPTURE(compared, log_rank, log_rank)
    ->ArgNames({"groups", "tick_ms"})
    ->Args({2, 1})
    ->Args({2, 86'400'000})
    ->Args({30, 86'400'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compared, gray, gray_test)
    ->ArgNames({"groups", "tick_ms"})
    ->Args({2, 1})
    ->Args({2, 86'400'000})
    ->Args({30, 86'400'000})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::bench
