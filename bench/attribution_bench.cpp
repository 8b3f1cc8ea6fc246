// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <array>
#include <vector>

#include "kernels/credit_totals.hpp"
#include "tests/touch_log.hpp"

namespace accord::bench {
namespace {

using namespace kernels;
using Log = tests::TouchLog;

/// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014.
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

 private:
  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
  }

  std::uint64_t state_;
};

/// How many of a hundred journeys convert, and how many touches they have at most.
struct Shape {
  std::uint64_t converting;
  std::uint64_t longest;
};

constexpr std::size_t channels = 12;

/// One account more, with one journey over some weeks.
void add_account(Log& log, SplitMix& random, Shape shape) {
  std::int64_t at = static_cast<std::int64_t>(random.below(365)) * ms_of_a_day;
  for (std::uint64_t left = 1 + random.below(shape.longest); left > 0; --left) {
    const auto key = static_cast<std::uint32_t>(random.below(channels));
    log.touch(at, key, key >= 9 ? touch_mark::by_sales : key == 0 ? touch_mark::is_direct : std::uint8_t{0});
    at += 1 + static_cast<std::int64_t>(random.below(14 * ms_of_a_day));
  }
  if (random.below(100) < shape.converting) {
    log.convert(at, static_cast<std::int64_t>(20'000 + random.below(2'000'000)));
  }
  log.end_account();
}

Log log_of(std::size_t touches, Shape shape, std::uint64_t seed) {
  Log log;
  SplitMix random(seed);
  while (log.touch_ms.size() < touches) add_account(log, random, shape);
  return log;
}

const Log& log_of_ten_million(Shape shape) {
  static Shape made{};
  static Log log;
  if (made.converting != shape.converting || made.longest != shape.longest) {
    log = log_of(10'000'000, shape, 20260801);
    made = shape;
  }
  return log;
}

constexpr std::array five_models{Model{Heuristic::first_touch}, Model{Heuristic::last_touch},
                                 Model{Heuristic::linear}, Model{Heuristic::position_based},
                                 Model{Heuristic::time_decay}};

/// Ten million touches under five models: range(0) of a hundred journeys convert, range(1) touches at most in
/// each, range(2) threads.
void attribution(benchmark::State& state) {
  const Shape shape{static_cast<std::uint64_t>(state.range(0)), static_cast<std::uint64_t>(state.range(1))};
  const Log& log = log_of_ten_million(shape);
  const CreditRequest request{five_models, {}, channels};
  for (auto _ : state) {
    auto totals = credit_totals(log.timelines(), request, static_cast<std::size_t>(state.range(2)));
    benchmark::DoNotOptimize(totals);
  }
  state.counters["conversions"] = static_cast<double>(log.conversion_ms.size());
  state.counters["touches/s"] = benchmark::Counter(10'000'000, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(attribution)
    ->ArgNames({"converting", "longest", "threads"})
    ->Args({15, 5, 1})
    ->Args({100, 5, 1})
    ->Args({100, 5, 2})
    ->Args({100, 40, 1})
    ->Args({100, 40, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The walk alone: what the path rule costs without any model.
void journeys(benchmark::State& state) {
  const Log& log = log_of_ten_million({100, 5});
  for (auto _ : state) {
    auto counts = count_journeys(log.timelines(), {}, all_of(log.timelines()));
    benchmark::DoNotOptimize(counts);
  }
}
BENCHMARK(journeys)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// The totals of ten million touches brought up to date after a thousand accounts have changed: what these
/// had earned is taken away, what they earn now is added.
void attribution_after_a_thousand(benchmark::State& state) {
  const CreditRequest request{five_models, {}, channels};
  const Shape shape{100, 5};
  auto totals = credit_totals(log_of_ten_million(shape).timelines(), request);
  const Log before = log_of(3'000, shape, 1), now = log_of(4'000, shape, 1);
  for (auto _ : state) {
    totals -= credit_totals(before.timelines(), request);
    totals += credit_totals(now.timelines(), request);
    benchmark::DoNotOptimize(totals);
  }
}
BENCHMARK(attribution_after_a_thousand)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace accord::bench
