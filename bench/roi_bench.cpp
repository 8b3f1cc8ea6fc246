// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <array>
#include <filesystem>

#include "app/subjects.hpp"
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

std::int64_t five_models(Database& firm) {
  using enum roi::CreditModel;
  std::int64_t credited = 0;
  firm.read(Actor{}, [&](const Read& read) {
    for (const auto model : {first_touch, last_touch, linear, position_based, time_decay})
      credited += roi::lines_of(read, question(model))->attributed.credited;
    return 0;
  });
  return credited;
}

/// The return by channel under five models, as a server works it out that has just been started: from the
/// column file of the touchpoints and the rows of the orders.
void roi_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  five_models(firm);
  std::int64_t credited = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    credited = five_models(*opened);
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
  state.counters["orders"] = static_cast<double>(credited) / 5;
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(roi_over)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The same of a company whose clock is not UTC's, and was put forward and back in between.
void roi_in_chicago_over(benchmark::State& state) {
  Database& firm = firm_with({.opportunities = state.range(1), .touchpoints = state.range(0)});
  move_to(firm, "America/Chicago");
  five_models(firm);
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    five_models(*opened);
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
  move_to(firm, "UTC");
}
BENCHMARK(roi_in_chicago_over)
    ->Args({10'000'000, 0})
    ->Args({10'000'000, 1'000'000})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The same with leads, whose touchpoints are looked up as well.
void roi_with_leads_over(benchmark::State& state) {
  Database& firm = firm_with({.opportunities = state.range(1), .touchpoints = state.range(0)});
  five_models(firm);
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    five_models(*opened);
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(roi_with_leads_over)
    ->Args({1'000'000, 100'000})
    ->Args({10'000'000, 1'000'000})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The same on forty channels.
void roi_on_channels_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0), .channels = state.range(1)});
  five_models(firm);
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    five_models(*opened);
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(roi_on_channels_over)->Args({10'000'000, 40})->Unit(benchmark::kMillisecond)->UseRealTime();

/// The same with nothing of the files in memory, as after the machine was started. A hundred million
/// touchpoints take a quarter of an hour to make, 20 GB of the disk (of TMPDIR) and 10 GB of memory, so they
/// are measured where the filter names this benchmark alone.
void roi_cold_over(benchmark::State& state) {
  const bool is_named = benchmark::GetBenchmarkFilter().find("roi_cold") != std::string::npos;
  if (state.range(0) > 10'000'000 && !is_named)
    return state.SkipWithError("only where --benchmark_filter names roi_cold");
  const Size size{.touchpoints = state.range(0)};
  for (auto _ : state) {
    state.PauseTiming();
    const auto path = cold_firm_with(size);
    forget_peak_memory();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(path, app::schemas(), clock);
    state.ResumeTiming();
    five_models(*opened);
    state.PauseTiming();
    state.counters["peak_MB"] = peak_memory_mb();
    opened.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(roi_cold_over)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Arg(100'000'000)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// What of that is reading the orders, from their column file.
void roi_orders_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    opened->read(Actor{}, [](const Read& read) { return order::booked(read)->size(); });
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(roi_orders_over)->Arg(10'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The same for the first time: the rows are read and the column file is made. range(1): by a clock that is
/// not UTC's.
void roi_from_rows_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  if (state.range(1) != 0) move_to(firm, "America/Chicago");
  for (auto _ : state) {
    state.PauseTiming();
    std::filesystem::remove_all(segments_folder_of(firm.path()));
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    five_models(*opened);
  }
  if (state.range(1) != 0) move_to(firm, "UTC");
}
BENCHMARK(roi_from_rows_over)
    ->Args({10'000'000, 0})
    ->Args({10'000'000, 1})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// The same again, each time after 1,000 touchpoints came in.
void roi_after_news_over(benchmark::State& state) {
  Database& firm = firm_with({.opportunities = state.range(1), .touchpoints = state.range(0)});
  five_models(firm);
  for (auto _ : state) {
    state.PauseTiming();
    reach_again(firm, 1'000);
    state.ResumeTiming();
    five_models(firm);
  }
}
BENCHMARK(roi_after_news_over)
    ->Args({1'000'000, 0})
    ->Args({10'000'000, 0})
    ->Args({10'000'000, 1'000'000})
    ->Iterations(20)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Another look-back, and other days, while what was read is at hand, with leads.
void roi_changed_over(benchmark::State& state) {
  Database& firm = firm_with({.opportunities = state.range(1), .touchpoints = state.range(0)});
  five_models(firm);
  int shift = 0;
  for (auto _ : state) {
    firm.read(Actor{}, [&](const Read& read) {
      auto asked = question(roi::CreditModel::linear);
      asked.lookback_days += ++shift;
      asked.from = asked.from + shift;
      return roi::lines_of(read, asked)->attributed.credited;
    });
  }
}
BENCHMARK(roi_changed_over)
    ->Args({10'000'000, 1'000'000})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// Another line alone each time, of several dimensions in turn and told by several, with leads, while what
/// was read is at hand.
void roi_filtered_over(benchmark::State& state) {
  Database& firm = firm_with({.opportunities = state.range(1), .touchpoints = state.range(0)});
  five_models(firm);
  std::int64_t turn = 0;
  for (auto _ : state) {
    using enum roi::Dimension;
    auto asked = question(roi::CreditModel::linear);
    const auto alone =
        std::array{channel, product, territory, campaign}.at(static_cast<std::size_t>(turn % 4));
    asked.by = std::array{campaign, channel, product}.at(static_cast<std::size_t>(turn % 3));
    asked.only[static_cast<std::size_t>(alone)] = turn / 12;
    ++turn;
    firm.read(Actor{}, [&](const Read& read) { return roi::lines_of(read, asked)->booked.credited; });
  }
}
BENCHMARK(roi_filtered_over)
    ->Args({10'000'000, 1'000'000})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// One more model, while what was read is at hand.
void roi_again_over(benchmark::State& state) {
  Database& firm = firm_with({.touchpoints = state.range(0)});
  std::int64_t half_life_days = 7;
  for (auto _ : state) {
    auto asked = question(roi::CreditModel::time_decay);
    asked.half_life_days = ++half_life_days;
    firm.read(Actor{}, [&](const Read& read) { return roi::lines_of(read, asked)->booked.credited; });
  }
}
BENCHMARK(roi_again_over)->Arg(10'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace accord::bench
