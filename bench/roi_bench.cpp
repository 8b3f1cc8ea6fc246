// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "roi/roi_lines.hpp"

namespace accord::bench {
namespace {

roi::Question question(roi::CreditModel model) {
  roi::Question question;
  question.model = model;
  question.from = *parse_day("2025-01-01");
  question.until = *parse_day("2026-11-23");
  return question;
}

/// The return by channel under five models, worked out from nothing after a commit: everything is read again.
void roi_over(benchmark::State& state) {
  using enum roi::CreditModel;
  Database& firm = firm_with_touchpoints(state.range(0));
  std::int64_t credited = 0;
  for (auto _ : state) {
    // Results are kept for each commit, so each round begins with one.
    state.PauseTiming();
    firm.write(Actor{}, "Change nothing.", [](Write&) {});
    state.ResumeTiming();
    firm.read(Actor{}, [&](const Read& read) {
      for (const auto model : {first_touch, last_touch, linear, position_based, time_decay})
        credited = roi::lines_of(read, question(model))->attributed.credited;
      return 0;
    });
  }
  state.counters["orders"] = static_cast<double>(credited);
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(roi_over)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();

/// One more model, while what was read is at hand.
void roi_again_over(benchmark::State& state) {
  Database& firm = firm_with_touchpoints(state.range(0));
  std::int64_t half_life_days = 7;
  for (auto _ : state) {
    auto asked = question(roi::CreditModel::time_decay);
    asked.half_life_days = ++half_life_days;
    firm.read(Actor{}, [&](const Read& read) { return roi::lines_of(read, asked)->booked.credited; });
  }
}
BENCHMARK(roi_again_over)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace accord::bench
