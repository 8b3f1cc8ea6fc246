// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "kernels/removal_effect.hpp"

namespace accord::bench {
namespace {

using namespace kernels;

/// Five million journeys of one to five touches on 12 channels, a path each as a file may have them.
const PathList& five_million_journeys() {
  static const PathList made = [] {
    PathList list;
    list.keys = 12;
    std::uint64_t state = 20260801;
    const auto below = [&](std::uint64_t bound) {
      state = state * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407;
      return (state >> 33) % bound;
    };
    for (int journey = 0; journey < 5'000'000; ++journey) {
      for (auto left = 1 + below(5); left > 0; --left) {
        list.touch_key.push_back(static_cast<std::uint32_t>(below(12)));
      }
      list.touches_from.push_back(list.touch_key.size());
      const std::uint64_t converted = below(100) < 15;
      list.outcome.push_back(
          {converted, converted ? static_cast<std::int64_t>(below(100'000)) : 0, 1 - converted});
    }
    return list;
  }();
  return made;
}

/// range(0): the order; range(1): threads.
void removal(benchmark::State& state) {
  const auto& list = five_million_journeys();
  RemovalEffects effects;
  for (auto _ : state) {
    effects = removal_effects(list.paths(), {.order = static_cast<std::size_t>(state.range(0)),
                                             .threads = static_cast<std::size_t>(state.range(1))});
    benchmark::DoNotOptimize(effects);
  }
  state.counters["states"] = static_cast<double>(effects.states);
  state.counters["sweeps"] = static_cast<double>(effects.sweeps);
}
BENCHMARK(removal)
    ->ArgNames({"order", "threads"})
    ->ArgsProduct({{1, 2, 3, 4}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
