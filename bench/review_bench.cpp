// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "review/review.hpp"

namespace accord::bench {
namespace {

/// The agenda of a day, worked out from nothing: every opportunity judged by every clause.
void review_over(benchmark::State& state) {
  Database& firm = firm_with(state.range(0));
  std::size_t gaps = 0;
  for (auto _ : state) {
    // Results are kept for each commit, so each round begins with one.
    state.PauseTiming();
    firm.write(Actor{}, "Change nothing.", [](Write&) {});
    state.ResumeTiming();
    gaps = firm.read(
        Actor{}, [](const Read& read) { return review::agenda(read, gap::offered_day(read)).items.size(); });
  }
  state.counters["gaps"] = static_cast<double>(gaps);
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(review_over)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
