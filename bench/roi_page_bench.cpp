// SPDX-License-Identifier: Apache-2.0
// What the screens of returns ask for, whole: figures, notes and what is agreed beside them.
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_report.hpp"

namespace accord::bench {
namespace {

Size size_of(const benchmark::State& state) {
  return {.opportunities = state.range(1), .touchpoints = state.range(0)};
}

roi::Question question(std::int64_t lookback_days) {
  roi::Question question;
  question.from = *parse_day("2025-01-01");
  question.until = *parse_day("2026-11-23");
  question.lookback_days = lookback_days;
  return question;
}

std::size_t page_of(Database& firm, const roi::Question& asked) {
  return firm.read(Actor{}, [&](const Read& read) {
    const auto report = roi::report_of(read, asked);
    return report.notes.size() + roi::lines_in_words(read, asked).size();
  });
}

std::size_t models_of(Database& firm, const roi::Question& asked) {
  return firm.read(Actor{}, [&](const Read& read) {
    const roi::ModelsQuestion models{asked, 1, roi::Compared::revenue};
    const auto report = roi::models_report(read, models);
    return report.notes.size() + roi::models_lines(read, models).size();
  });
}

/// `/roi` with another look-back than the agreed one each time, while what was read is at hand.
void roi_page_changed_over(benchmark::State& state) {
  Database& firm = firm_with(size_of(state));
  page_of(firm, question(90));
  std::int64_t lookback_days = 90;
  for (auto _ : state) page_of(firm, question(++lookback_days));
}
BENCHMARK(roi_page_changed_over)
    ->Args({10'000'000, 0})
    ->Args({10'000'000, 1'000'000})
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// `/roi/models` in the same way: ten models, which order of Markov chain foretells best, and the notes.
void roi_models_page_changed_over(benchmark::State& state) {
  Database& firm = firm_with(size_of(state));
  models_of(firm, question(90));
  std::int64_t lookback_days = 120;
  for (auto _ : state) models_of(firm, question(++lookback_days));
}
BENCHMARK(roi_models_page_changed_over)
    ->Args({10'000'000, 0})
    ->Args({10'000'000, 1'000'000})
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
