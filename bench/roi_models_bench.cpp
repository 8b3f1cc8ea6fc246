// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "kernels/markov_order.hpp"
#include "roi/roi_journeys.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_paths.hpp"

namespace accord::bench {
namespace {

/// Days as questions have them by themselves: a year. `shift` asks another question each time.
roi::ModelsQuestion question(std::int64_t shift, std::size_t order) {
  roi::ModelsQuestion asked;
  asked.question.from = *parse_day("2025-01-01");
  asked.question.until = *parse_day("2026-11-23");
  asked.question.lookback_days = 90 + shift;
  asked.markov_order = order;
  return asked;
}

/// Every model by channel, with the Markov chain of this order, on so many channels, while touchpoints and
/// orders are at hand.
void roi_models_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0), .channels = state.range(2)});
  std::int64_t shift = 0;
  std::uint64_t ways = 0;
  for (auto _ : state) {
    const auto asked = question(++shift, static_cast<std::size_t>(state.range(1)));
    firm.read(Actor{}, [&](const Read& read) {
      ways = roi::comparison_of(read, asked)->ways;
      return ways;
    });
  }
  state.counters["ways"] = static_cast<double>(ways);
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(roi_models_over)
    ->ArgsProduct({{1'000'000, 10'000'000}, {1, 4}, {7}})
    ->Args({10'000'000, 1, 40})
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// What of that is grouping the journeys by their way.
void roi_paths_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  std::int64_t shift = 0;
  for (auto _ : state) {
    const auto asked = question(100 + ++shift, 1);
    firm.read(Actor{},
              [&](const Read& read) { return roi::paths_of(read, asked.question)->list.outcome.size(); });
  }
}
BENCHMARK(roi_paths_over)->Arg(10'000'000)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Which order foretells best, once the journeys are grouped.
void roi_best_order_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  const auto asked = question(101, 1);
  firm.read(Actor{}, [&](const Read& read) {
    const auto paths = roi::paths_of(read, asked.question);
    for (auto _ : state) benchmark::DoNotOptimize(kernels::markov_order(paths->list.paths()));
    return 0;
  });
}
BENCHMARK(roi_best_order_over)->Arg(10'000'000)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The ways and their flow.
void roi_journeys_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  std::int64_t shift = 0;
  for (auto _ : state) {
    const auto asked = question(200 + ++shift, 1);
    firm.read(Actor{}, [&](const Read& read) { return roi::flow_of(read, asked.question).ways; });
  }
}
BENCHMARK(roi_journeys_over)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
