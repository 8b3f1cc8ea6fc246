// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "review/review.hpp"

namespace accord::bench {
namespace {

std::size_t gaps_of(Database& firm) {
  return firm.read(
      Actor{}, [](const Read& read) { return review::agenda(read, gap::offered_day(read)).items.size(); });
}

/// The agenda of a day, as a server works it out that has just been started: every opportunity judged by
/// every clause, what was spent and what it brought.
void review_over(benchmark::State& state) {
  Database& firm = firm_with({state.range(0), state.range(1)});
  std::size_t gaps = gaps_of(firm);
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    gaps = gaps_of(*opened);
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
  state.counters["gaps"] = static_cast<double>(gaps);
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(review_over)
    ->Args({10'000, 0})
    ->Args({100'000, 0})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 10'000'000})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The same each time after somebody logged a call.
void review_after_a_call_over(benchmark::State& state) {
  Database& firm = firm_with({state.range(0), state.range(1)});
  gaps_of(firm);
  for (auto _ : state) {
    state.PauseTiming();
    log_one(firm);
    state.ResumeTiming();
    gaps_of(firm);
  }
}
BENCHMARK(review_after_a_call_over)
    ->Args({100'000, 0})
    ->Args({1'000'000, 10'000'000})
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
